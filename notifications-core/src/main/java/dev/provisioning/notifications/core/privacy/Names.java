package dev.provisioning.notifications.core.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the name of a value says about it: that it is a secret, or that it is a person. */
final class Names {
    private static final int MOST_WORDS = 4;

    /** Names of secrets. Whole words: {@code pass} is one, {@code bypass} is not. */
    private static final Set<String> SECRETS = Set.of("""
            pass, pw, pin, otp, totp, jwt, sig, bearer, session, sessid, cookie, cookies, authorization,
            credential, credentials, assertion, samlresponse, samlassertion, authkey, signingkey, encryptionkey,
            sharedkey, masterkey, storagekey, subscriptionkey, consumerkey, clientkey, sessionkey, functionkey,
            sshkey, hmackey, accesskeyid, codeverifier, authorizationcode, verificationcode, recoverycode,
            passcode, senha, geheimnis""".split(",\\s+", -1));

    /** Names of secrets that others are made of: {@code dbpassword}, {@code xapikey}. */
    private static final List<String> SECRET_ENDINGS = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "apikey",
            "accesskey",
            "accountkey",
            "sharedaccesskey",
            "privatekey",
            "secretkey",
            "signature",
            "sessionid",
            "sessid",
            "passwort",
            "kennwort",
            "wachtwoord",
            "motdepasse",
            "contraseña",
            "contrasena");

    /** Words that leave a secret one, or nearly. */
    private static final Set<String> SECRET_SUFFIXES = Set.of("""
            hash, hashed, value, text, plain, plaintext, base64, b64, confirm, confirmation, repeat, again, old,
            new, current, encrypted, encoded, raw, md5, sha1, sha256, string, header, is, was""".split(",\\s+", -1));

    private static final Set<String> PEOPLE = Set.of("""
            user, username, userid, uid, login, loginname, loginid, logon, logonname, account, accountname,
            samaccountname, userprincipalname, upn, email, emailaddress, mailaddress, mailnickname, displayname,
            givenname, familyname, surname, firstname, lastname, fullname, middlename, nickname, employee,
            employeeid, employeenumber, employeename, personnelnumber, principal, principalname, cn, commonname,
            sn, memberuid, owner, manager, createdby, modifiedby, requestedby, requester, person, nameid, phone,
            phonenumber, telephone, telephonenumber, mobile, benutzer, benutzername, anmeldename, konto, kontoname,
            mitarbeiter""".split(",\\s+", -1));

    private static final Set<String> PHONES =
            Set.of("phone", "phonenumber", "telephone", "telephonenumber", "tel", "mobile", "fax");

    /** Names of people as facts alone: in prose they are too often followed by something else. */
    private static final Set<String> PEOPLE_AS_FACTS = Set.of("mail", "member", "name", "contact", "author");

    /** Of names that {@link #ofSecret} and {@link #ofPerson} would call such, and of few others. */
    static final NameEnds ENDS_OF_SECRETS = new NameEnds(List.of(SECRETS, SECRET_ENDINGS, SECRET_SUFFIXES));

    static final NameEnds ENDS_OF_PEOPLE = new NameEnds(List.of(PEOPLE, PEOPLE_AS_FACTS));

    private Names() {}

    static boolean ofSecret(String name) {
        return ENDS_OF_SECRETS.mayEnd(name, 0, name.length()) && areOfSecret(Words.of(name));
    }

    static boolean ofPerson(String name) {
        return ENDS_OF_PEOPLE.mayEnd(name, 0, name.length()) && areOfPerson(Words.of(name));
    }

    static boolean ofPhone(String name) {
        List<String> words = Words.of(name);
        return !words.isEmpty() && ends(words, PHONES);
    }

    static boolean ofPersonAsFact(String name) {
        return ENDS_OF_PEOPLE.mayEnd(name, 0, name.length()) && areOfPersonAsFact(Words.of(name));
    }

    static boolean areOfSecret(List<String> name) {
        List<String> words = new ArrayList<>(name);
        while (words.size() > 1 && SECRET_SUFFIXES.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        if (words.isEmpty()) {
            return false;
        }
        words.set(words.size() - 1, withoutNumber(words.get(words.size() - 1)));
        return ends(words, SECRETS) || endsInSecret(Words.last(words, Math.min(MOST_WORDS, words.size())));
    }

    static boolean areOfPerson(List<String> words) {
        return !words.isEmpty() && ends(words, PEOPLE);
    }

    static boolean areOfPersonAsFact(List<String> words) {
        return areOfPerson(words) || (!words.isEmpty() && PEOPLE_AS_FACTS.contains(Words.last(words, words.size())));
    }

    private static boolean ends(List<String> words, Set<String> names) {
        for (int count = 1; count <= Math.min(MOST_WORDS, words.size()); count++) {
            if (names.contains(Words.last(words, count))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsInSecret(String joined) {
        for (String ending : SECRET_ENDINGS) {
            if (joined.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutNumber(String word) {
        int end = word.length();
        while (end > 1 && Character.isDigit(word.charAt(end - 1))) {
            end--;
        }
        return word.substring(0, end);
    }
}

package dev.provisioning.notifications.protections.catalogue;

import static dev.provisioning.notifications.protections.catalogue.HouseModule.API;
import static dev.provisioning.notifications.protections.catalogue.HouseModule.CORE;
import static dev.provisioning.notifications.protections.catalogue.HouseModule.SMTP;
import static dev.provisioning.notifications.protections.catalogue.Mutation.without;

import java.util.List;

/** Promise 4: never to the wrong person, and nothing that nobody should read. */
final class PeopleAndSecrets {
    private PeopleAndSecrets() {}

    static List<Mutation> all() {
        return List.of(
                without("a mail goes to the configured recipients and nobody else")
                        .rule("P4")
                        .in(SMTP, "Addressees")
                        .replace(
                                "for (Mailbox mailbox : mailboxes) { if (isReachable(mailbox)) {",
                                "reachable.add(new Mailbox(\"archive\", \"example.com\")); for (Mailbox mailbox : mailboxes) { if (isReachable(mailbox)) {")
                        .whichMeans("somebody gets a mail whom no administrator has named")
                        .isNoticedBy("SmtpTransportTest.Recipients#tellsWhoWasAcceptedWhoWasPutOffAndWhoWasRefused"),
                without("all configured recipients get the mail")
                        .rule("P4")
                        .in(CORE, "MailWriter")
                        .replace(
                                "digest.subscription().recipients(),",
                                "digest.subscription().recipients().subList(0, 1),")
                        .whichMeans("somebody gets no mail whom an administrator has named")
                        .isNoticedBy("NeverToTheWrongPersonTest#allThatAreConfiguredGetItAndNobodyElse"),
                without("a staging system writes to nobody real")
                        .rule("P4")
                        .in(CORE, "transport.RedirectTransport")
                        .replace("return allowed.contains(meant) ? meant : staging;", "return meant;")
                        .whichMeans("a test writes to the administrators of production")
                        .isNoticedBy(
                                "transport.RedirectTransportTest#sendsToTheStagingRecipientOnceAndTellsOfTheRealOnes"),
                without("a line has no control characters")
                        .rule("P4")
                        .in(API, "Check")
                        .replace(
                                "if (text.codePoints().anyMatch(refused)) {",
                                "if (text.codePoints().noneMatch(c -> true) && max < 0) {")
                        .whichMeans("a line break in a subject adds a header field, and with it a recipient")
                        .isNoticedBy("TextFieldsTest#isRefusedWithAControlCharacterWhereverItStands"),
                without("marks of direction are left out of header fields")
                        .rule("P4")
                        .in(SMTP, "HeaderText")
                        .replace(
                                "out.ascii(quoted); } else { EncodedWords.write(harmless(text), out);",
                                "out.ascii(quoted); } else { EncodedWords.write(text, out);")
                        .whichMeans("a mark of direction turns a name around")
                        .isNoticedBy("HeaderTextTest#saysThatSomethingWasThereWhereNothingIsLeft"),
                without("an issue is screened before anybody remembers it")
                        .rule("P4")
                        .in(CORE, "Screen")
                        .replace("Issue redacted = redactor.redact(issue);", "Issue redacted = issue;")
                        .whichMeans("a password stands in a mail to a distribution list")
                        .isNoticedBy("NoSecretLeavesTest#whatAnIssueTells"),
                without("a repeat is screened, too, before it leaves memory")
                        .rule("P4")
                        .in(CORE, "Flusher")
                        .replace(": new Reported(screen.screened(report.issue()), report.times());", ": report;")
                        .whichMeans("a password in the newest words of an issue is in the store")
                        .isNoticedBy("NoSecretLeavesTest#whatARepeatTellsThatMemoryHasCounted"),
                without("what a transport answers is screened")
                        .rule("P4")
                        .in(CORE, "Courier")
                        .replace(": screen.screened(result);", ": result;")
                        .whichMeans("a server's answer with an account name is in the log")
                        .isNoticedBy("NoSecretLeavesTest#whatATransportAnswers"),
                without("what a composer throws is screened")
                        .rule("P4")
                        .in(CORE, "MailWriter")
                        .replace("parts.screen().screened(e)));", "e));")
                        .whichMeans("a listener hears a secret in the message of an exception")
                        .isNoticedBy("NoSecretLeavesTest#whatAComposerThrows"),
                without("what is logged is screened")
                        .rule("P4")
                        .in(CORE, "Log")
                        .replace(": Redactor.standard().redact(String.valueOf(about[i]));", ": about[i];")
                        .whichMeans("a key that names somebody is in the log")
                        .isNoticedBy("NoSecretLeavesTest#aKeyThatNamesSomebodyIsNotLogged"),
                without("a link that opens a door is left out")
                        .rule("P4")
                        .in(CORE, "Screen")
                        .replace("return refusal.isEmpty();", "return true;")
                        .whichMeans("whoever gets the mail forwarded is signed in by a token in a link")
                        .isNoticedBy("NoSecretLeavesTest#aLinkThatOpensADoorIsLeftOut"),
                without("links are https")
                        .rule("P4")
                        .in(CORE, "privacy.LinkPolicy")
                        .replace(
                                "if (!scheme.equals(\"https\") && !(http && scheme.equals(\"http\"))) {",
                                "if (scheme.isEmpty()) {")
                        .whichMeans("a link in a mail runs a script, or is read on the way")
                        .isNoticedBy("privacy.LinkPolicyTest#onlyHttpsIsAllowed"),
                without("links lead to allowed hosts")
                        .rule("P4")
                        .in(CORE, "privacy.LinkPolicy")
                        .replace(
                                "if (!hosts.isEmpty() && hosts.stream().noneMatch(pattern -> pattern.matches(host))) {",
                                "if (host.isBlank()) {")
                        .whichMeans("a mail that people trust leads them to somebody else's page")
                        .isNoticedBy("privacy.LinkPolicyTest#anyOtherHostIsRefused"),
                without("an address has no user information")
                        .rule("P4")
                        .in(CORE, "privacy.LinkPolicy")
                        .replace(
                                "if (authority != null && authority.indexOf('@') >= 0) {",
                                "if (authority != null && authority.isBlank()) {")
                        .whichMeans("a link that begins with a known name leads elsewhere")
                        .isNoticedBy("privacy.LinkPolicyTest#userInformationIsRefused"),
                without("a host is matched as a whole")
                        .rule("P4")
                        .in(CORE, "privacy.HostPattern")
                        .replace("normal.endsWith(\".\" + name)", "normal.contains(\".\" + name)")
                        .whichMeans("example.com.evil.net passes for example.com")
                        .isNoticedBy("NoSecretLeavesTest#aLinkToAHostThatReadersDoNotKnowIsLeftOut"),
                without("secrets are found by the names before them")
                        .rule("P4")
                        .in(CORE, "privacy.Redactor")
                        .replace("List.of(new KeyedSecrets(), new SecretShapes(),", "List.of(new SecretShapes(),")
                        .whichMeans("password=hunter2 stands in a mail")
                        .isNoticedBy("privacy.WhatIsHiddenTest#aSecretIsHiddenWhereANameGivesItAway"),
                without("secrets are found by their shape")
                        .rule("P4")
                        .in(CORE, "privacy.Redactor")
                        .replace("List.of(new KeyedSecrets(), new SecretShapes(),", "List.of(new KeyedSecrets(),")
                        .whichMeans("a token stands in a mail")
                        .isNoticedBy("privacy.WhatIsHiddenTest#aSecretIsHiddenWhereItsShapeGivesItAway"),
                without("people are hidden")
                        .rule("P4")
                        .in(CORE, "privacy.Redactor")
                        .replace("if (people) { detectors.add(identities); }", "")
                        .whichMeans("the names of users stand in a mail to a distribution list")
                        .isNoticedBy("privacy.WhatIsHiddenTest#aPersonIsHidden"),
                without("where a detector gives up everything is hidden")
                        .rule("P4")
                        .in(CORE, "privacy.Redactor")
                        .replace(
                                "} catch (RuntimeException | StackOverflowError e) { found.hide(0, text.length()); }",
                                "} catch (RuntimeException | StackOverflowError e) { found.isEmpty(); }")
                        .whichMeans("a text made to exhaust an expression passes unread")
                        .isNoticedBy("privacy.RedactorTest#whereAnExpressionOfAHostGivesUpEverythingIsHidden"));
    }
}

package dev.provisioning.notifications.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader needs in order to mend something, and a redactor leaves. */
class WhatStaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "The password has expired.",
                "Your password must be changed before 2026-03-01.",
                "Invalid password: the account is locked",
                "token: none",
                "token=null",
                "Client secret: expired",
                "Password: (not set)",
                "password=***",
                "password: ${DB_PASSWORD}",
                "The access token was refused: invalid_grant",
                "Rotate the client secret: open the portal and choose a new one.",
                "Access denied (using password: YES)",
                "ORA-01017: invalid username/password; logon denied",
                "AADSTS7000222: The provided client secret keys for app '3f2504e0-4f89-11d3-9a0c-0305e82c3301' are expired.",
                "AADSTS50126: Error validating credentials due to invalid username or password.",
                "[LDAP: error code 49 - 80090308: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data 52e, v3839]",
                "Trace ID: 3f2504e0-4f89-11d3-9a0c-0305e82c3301 Timestamp: 2026-01-02 03:04:05Z",
                "correlation id 3f2504e04f8911d39a0c0305e82c3301",
                "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "commit 5e2e5b1f8e7c1c1b9a7f6d5e4c3b2a1908f7e6d5",
                "HTTP/1.1 401 Unauthorized",
                "GET https://iam.example.com/scim/v2/Users?startIndex=1&count=100 -> 503",
                "WWW-Authenticate: Bearer realm=\"example\", error=\"invalid_token\"",
                "Basic authentication is switched off; use Bearer tokens.",
                "Basic Authentication",
                "token_type=Bearer expires_in=3600",
                "tokenEndpoint: https://login.example.com/oauth2/token",
                "passwordExpired=true pwdLastSet=132514176000000000",
                "minimum password length: 8",
                "Used tokens: 15",
                "bypass: on, compass: north",
                "C:\\Program Files\\Example\\sync.log",
                "\\\\files\\share\\report.csv",
                "conf\\app.properties",
                "line one\\nline two",
                "com.example.Sync$Worker.run(Sync.java:42)",
                "java.lang.Object@1b2c3d4",
                "[B@1b2c3d",
                "@scope/package@1.2.3",
                "postgres@15.3",
                "ldaps://ldap.example.com:636/dc=example,dc=com",
                "https://[::1]:8443/a@b",
                "jdbc:postgresql://db.example.com:5432/sync?ssl=true",
                "CN=mail.example.com, O=Example, C=DE",
                "issuer: CN=DigiCert Global Root CA, OU=www.digicert.com, O=DigiCert Inc, C=US",
                "CN=*.example.com",
                "cn=Users,dc=example,dc=com",
                "CN=Sync,OU=Groups,DC=example",
                "ou=people,dc=example,dc=com",
                "svc-sync@example.com",
                "EXAMPLE\\svc-sync",
                "EXAMPLE\\HOST01$",
                "NT AUTHORITY\\SYSTEM",
                "user=svc_sync",
                "user: sa-sync",
                "login: sync-service",
                "uid=service-account-sync,ou=apps,dc=example",
                "User: unknown",
                "user: 3f2504e0-4f89-11d3-9a0c-0305e82c3301",
                "Cannot create user: the attribute mail is missing",
                "user-agent: curl/8.1",
                "Users: 15, of which 3 failed",
                "postmaster@example.com",
                "noreply@example.com",
                "/users/ada",
                "/subscriptions/3f2504e0-4f89-11d3-9a0c-0305e82c3301/resourceGroups/rg-Prod-01/providers/Microsoft",
                "ProvisioningServiceConfigurationHandler2024RetryPolicy",
                "Provisioning-Report-2026-01-15-Final-Version-2-Europe.csv",
                "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
                "S-1-5-21-3623811015-3361044348-30300820-1013",
                "version 1.2.3-SNAPSHOT (build 20260115.4)",
                "-----BEGIN CERTIFICATE-----",
                "2026-01-15T10:15:30+01:00[Europe/Berlin]",
                "10:15:30",
                "15 % of 300 accounts; 3 more than yesterday",
                "İstanbul'da hesap kilitlendi: ılık",
                "\uD83D\uDE00 fine",
                "a\tb\n  c"
            })
    void itStays(String text) {
        assertThat(Redactor.standard().redact(text)).isSameAs(text);
    }
}

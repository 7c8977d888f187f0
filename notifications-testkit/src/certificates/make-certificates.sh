#!/usr/bin/env bash
# Makes scripted-smtp-server.p12 anew: a throw-away authority and the certificates it has signed, for tests alone.
# Nothing trusts the authority but a test that asks for ScriptedSmtpServer.clientTrust(); the password is no secret.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../main/resources/dev/provisioning/notifications/testkit"
store=scripted-smtp-server.p12
# A start in the past, so that machines whose clocks are behind pass the tests, too.
century=(-startdate "2020/01/01 00:00:00" -validity 73000)
day=(-startdate "2020/01/01 00:00:00" -validity 1)
rm -f "$store"

tool() {
    keytool -J-Duser.language=en -keystore "$store" -storetype PKCS12 -storepass throw-away "$@"
}

# key ALIAS SUBJECT OPTIONS...: a key pair; the alias is the name of a TestCertificate in lower case
key() {
    tool -genkeypair -keyalg EC -groupname secp256r1 -alias "$1" -dname "$2" "${@:3}"
}

# sign ALIAS NAMES OPTIONS...: replaces the self-signed certificate of a key by one that the authority vouches for
sign() {
    tool -certreq -alias "$1" |
        tool -gencert -alias authority -ext "SAN=$2" -ext EKU=serverAuth "${@:3}" |
        tool -importcert -alias "$1"
}

key authority "CN=Throw-away authority for tests" -ext bc:critical=ca:true "${century[@]}"
key valid "CN=localhost" "${century[@]}"
key wrong_host "CN=elsewhere.example" "${century[@]}"
key expired "CN=localhost" "${day[@]}"
key self_signed "CN=localhost" -ext SAN=dns:localhost,ip:127.0.0.1 "${century[@]}"

sign valid dns:localhost,ip:127.0.0.1 "${century[@]}"
sign wrong_host dns:elsewhere.example "${century[@]}"
sign expired dns:localhost,ip:127.0.0.1 "${day[@]}"

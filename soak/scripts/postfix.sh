#!/usr/bin/env bash
# Stops and kills a real Postfix before, within and after a mail: what was not accepted is tried again, once; what is in doubt is
# said to be. It is a Postfix of the tests' own, which is gone afterwards.
#
#     sudo soak/scripts/postfix.sh              says PASS or FAIL
#     soak/scripts/postfix.sh --check           says what this machine lacks for it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

missing=()
need() { command -v "$1" >/dev/null || missing+=("$1: apt-get install $2"); }
need java openjdk-17-jdk-headless
need mvn maven
PATH=$PATH:/usr/sbin need postfix "--no-install-recommends postfix"
PATH=$PATH:/usr/sbin need saslpasswd2 "sasl2-bin libsasl2-modules"
[[ $(id -u) == 0 ]] || missing+=("root, as which Postfix starts: sudo ${BASH_SOURCE[0]}")
if ((${#missing[@]} > 0)); then
    printf 'needs %s\n' "${missing[@]}" >&2
    exit 2
fi
[[ ${1:-} != --check ]] || { echo "nothing is missing"; exit 0; }

report=interop/target/surefire-reports/TEST-dev.provisioning.notifications.interop.PostfixOutageTest.xml
rm -f "$report"
if mvn -B -ntp -q -Pinterop -pl interop -am test -Dtest=PostfixOutageTest -Dsurefire.failIfNoSpecifiedTests=false \
    && grep -q 'errors="0" skipped="0"' "$report"; then
    echo "PASS"
else
    echo "FAIL"
    exit 1
fi

#!/usr/bin/env bash
# Lets mails go to a server behind a network where every packet is lost: time-outs hold, and threads do not grow in number.
# In a network of its own, which is gone afterwards.
#
#     soak/scripts/black-hole.sh                says PASS or FAIL; as root where users may not make networks
#     soak/scripts/black-hole.sh --check        says what this machine lacks for it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

missing=()
need() { command -v "$1" >/dev/null || missing+=("$1: apt-get install $2"); }
need java openjdk-17-jdk-headless
need mvn maven
need unshare util-linux
need ip iproute2
network=(unshare --net)
[[ $(id -u) == 0 ]] || network=(unshare --map-root-user --net)
if command -v unshare >/dev/null && command -v ip >/dev/null \
    && ! "${network[@]}" ip link add out type veth peer name nowhere 2>/dev/null; then
    missing+=("networks of its own, with veth: sudo ${BASH_SOURCE[0]}")
fi
if ((${#missing[@]} > 0)); then
    printf 'needs %s\n' "${missing[@]}" >&2
    exit 2
fi
[[ ${1:-} != --check ]] || { echo "nothing is missing"; exit 0; }

report=soak/target/surefire-reports/TEST-dev.provisioning.notifications.soak.BlackHoleTest.xml
rm -f "$report"
options=(-B -ntp -q -pl soak -am test -Dtest=BlackHoleTest -Dsurefire.failIfNoSpecifiedTests=false)
# Once with the network of this machine, by which Maven gets what it needs.
mvn "${options[@]}"
rm -f "$report"
if "${network[@]}" bash -euc '
    ip link set lo up
    ip link add out type veth peer name nowhere
    ip address add 192.0.2.1/24 dev out
    ip link set out up
    ip link set nowhere up
    ip neighbour add 192.0.2.2 lladdr 02:00:00:00:00:02 dev out nud permanent
    mvn -o "$@" -Dsoak.black-hole=192.0.2.2:25
' black-hole "${options[@]}" && grep -q 'tests="1" errors="0" skipped="0"' "$report"; then
    echo "PASS"
else
    echo "FAIL"
    exit 1
fi

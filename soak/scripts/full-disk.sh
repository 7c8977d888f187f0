#!/usr/bin/env bash
# Fills the disk of a store, in memory and as ext4, and makes room again: what is full is said, no mail leaves without its mark,
# and all goes on afterwards.
#
#     sudo soak/scripts/full-disk.sh            says PASS or FAIL
#     soak/scripts/full-disk.sh --check         says what this machine lacks for it
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

missing=()
need() { command -v "$1" >/dev/null || missing+=("$1: apt-get install $2"); }
need java openjdk-17-jdk-headless
need mvn maven
need mount mount
need mkfs.ext4 e2fsprogs
[[ $(id -u) == 0 ]] || missing+=("root, which may mount: sudo ${BASH_SOURCE[0]}")
if ((${#missing[@]} > 0)); then
    printf 'needs %s\n' "${missing[@]}" >&2
    exit 2
fi
[[ ${1:-} != --check ]] || { echo "nothing is missing"; exit 0; }

work=$(mktemp -d)
trap 'umount "$work/disk" 2>/dev/null || true; rm -rf --one-file-system "$work"' EXIT
mkdir "$work/disk"

try() {
    local report=soak/target/surefire-reports/TEST-dev.provisioning.notifications.soak.SmallDiskTest.xml
    rm -f "$report"
    mvn -B -ntp -q -pl soak -am test -Dtest=SmallDiskTest -Dsurefire.failIfNoSpecifiedTests=false \
        -Dsoak.small-disk="$work/disk" && grep -q 'tests="1" errors="0" skipped="0"' "$report"
}

mount -t tmpfs -o size=8m notifications-soak "$work/disk"
try || { echo "FAIL: tmpfs"; exit 1; }
umount "$work/disk"

truncate -s 16M "$work/image"
mkfs.ext4 -q "$work/image"
mount -o loop "$work/image" "$work/disk"
try || { echo "FAIL: ext4"; exit 1; }
echo "PASS"

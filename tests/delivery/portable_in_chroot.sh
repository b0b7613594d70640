#!/bin/sh
# Unpacks the portable programs in a bare system and tries them there, as root: portable_in_chroot.sh ARCHIVE ROOT [DISPLAY]
# ROOT: a folder that `debootstrap --variant=minbase bookworm|trixie|noble ROOT [MIRROR]` has filled. It has no X, no fonts
# and no Qt. With DISPLAY (:7) the window is opened there too, for five seconds, and a picture of it is left beside ARCHIVE.
# What is to be compared between systems is left in ROOT/tmp/tried.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
[ "${IN_ITS_OWN_MOUNTS:-}" = yes ] || IN_ITS_OWN_MOUNTS=yes exec unshare -m sh "$0" "$@" # they go with this process
archive=$1
root=$2
display=${3:-}
name=$(basename "$archive" .tar.xz)
place="$root/tmp/a stick ü"
rm -rf "$place" "$root/tmp/tried"
mkdir -p "$place" "$root/tmp/tried"
mount -t proc proc "$root/proc" # where a program learns its own place
tar -xf "$archive" -C "$place"
wrong=0
complain() { echo "$*"; wrong=1; }

inside() { chroot "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/root "$@"; }
cli() { inside "/tmp/a stick ü/$name/deltascope-cli" "$@"; }

sed -n 's/^PRETTY_NAME=//p' "$root/etc/os-release"
cli --version
cli check >"$root/tmp/tried/check.txt" || complain "check failed"
tail -n 1 "$root/tmp/tried/check.txt"
for preset in explosion vanishing klambauer typed pennington hanin_nica poole saxe relu_chain glorot_standard; do
    cli evaluate --preset "$preset" --format json --out "/tmp/tried/$preset.json" || complain "$preset: no numbers"
    cli evaluate --preset "$preset" --format csv --out "/tmp/tried/$preset.csv" || complain "$preset: no table"
    for end in svg png; do
        cli figure learning_speed --preset "$preset" --out "/tmp/tried/$preset.$end" || complain "$preset: no $end"
    done
done
cli figure factors --preset explosion --lang pt_BR --out /tmp/tried/factors.pdf || complain "no PDF"

# Nothing comes from this system but the C library.
inside LD_TRACE_LOADED_OBJECTS=1 "/tmp/a stick ü/$name/bin/deltascope" | sed -n 's/^\t\([^ ]*\) => \(\/[^(]*\) .*/\2/p' |
    grep -v "a stick ü" | grep -vE '/(libc|libm|libdl|libpthread|librt|libresolv)\.so' && complain "libraries of the system are used"

: >"$place/$name/portable"
code=0
inside QT_QPA_PLATFORM=offscreen timeout 5 "/tmp/a stick ü/$name/deltascope" --preset explosion || code=$?
[ "$code" -eq 124 ] || [ "$code" -eq 143 ] || complain "the window ended with $code"
[ -d "$place/$name/settings" ] || complain "nothing is kept beside the portable programs"
[ -z "$(find "$root/root" -iname '*deltascope*')" ] || complain "something is kept in the home folder"
if [ -n "$display" ]; then
    mkdir -p "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
    inside DISPLAY="$display" timeout 8 "/tmp/a stick ü/$name/deltascope" --preset explosion --lang pt_BR &
    sleep 5
    DISPLAY="$display" import -window root "$(dirname "$archive")/$(basename "$root").png"
    wait
fi
exit $wrong

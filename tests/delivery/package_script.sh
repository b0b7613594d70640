#!/bin/sh
# What can be held of app/package.sh without building anything: its words, its places, its manifest, and what the programs
# say of themselves: package_script.sh CLI WINDOW
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
window=$2
script=$(dirname "$0")/../../app/package.sh
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
wrong=0
complain() { echo "$*"; wrong=1; }

# ends CODE PATTERN ARGUMENT...: one sentence on standard error, and that code.
ends() {
    wanted=$1 pattern=$2 code=0
    shift 2
    sh "$script" "$@" >"$work/said" 2>&1 || code=$?
    [ "$code" -eq "$wanted" ] || complain "package.sh $*: ended with $code, not $wanted"
    grep -q "$pattern" "$work/said" || complain "package.sh $*: said $(cat "$work/said")"
}
ends 0 "portable|deb|all|windows" --help
ends 2 "portable|deb|all|windows"
ends 2 'no package "macos"' macos
ends 2 '"portable" is one too many' deb portable
[ "$(wc -l <"$work/said")" -eq 1 ] || complain "more than a sentence: $(cat "$work/said")"
: >"$work/file"
DELTASCOPE_PACKAGES="$work/file/below" ends 4 "cannot be made" portable

# The manifest names every artefact, and nothing else.
mkdir -p "$work/packages/out"
printf 'abc' >"$work/packages/out/deltascope-1-windows-x64.zip"
printf '' >"$work/packages/out/deltascope-1-linux-x64.tar.xz"
printf 'half' >"$work/packages/out/.deltascope-1-half.zip"
DELTASCOPE_PACKAGES="$work/packages" ends 0 "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  deltascope-1-windows-x64.zip" manifest # FIPS 180-2, "abc"
[ "$(wc -l <"$work/packages/out/SHA256SUMS")" -eq 2 ] || complain "the manifest is $(cat "$work/packages/out/SHA256SUMS")"
(cd "$work/packages/out" && sha256sum --quiet -c SHA256SUMS) || complain "the manifest is wrong"
exec 7>"$work/packages/lock"
if command -v flock >/dev/null && flock -n 7; then
    DELTASCOPE_PACKAGES="$work/packages" ends 1 "being made" manifest
fi
exec 7>&-

# --version names the libraries, on its second line.
for program in "$cli" "$window"; do
    "$program" --version >"$work/version"
    [ "$(wc -l <"$work/version")" -eq 2 ] || complain "$program --version: $(cat "$work/version")"
    for library in "Qt 6" "QCustomPlot 2" "Eigen 3" "nlohmann-json 3" "zlib 1" "libzip 1" "libqrencode 4"; do
        sed -n 2p "$work/version" | grep -qF "$library" || complain "$program --version names no $library"
    done
done

# Where `portable` lies beside the window's program, what it keeps is kept there and not in the user's folders.
mkdir -p "$work/stick ü/bin" "$work/home"
cp "$window" "$work/stick ü/bin/deltascope"
: >"$work/stick ü/portable"
code=0
HOME="$work/home" XDG_DATA_HOME='' XDG_CONFIG_HOME='' QT_QPA_PLATFORM=offscreen timeout 5 "$work/stick ü/bin/deltascope" \
    2>"$work/said" || code=$?
[ "$code" -eq 143 ] || [ "$code" -eq 124 ] || complain "the window on a stick ended with $code: $(cat "$work/said")"
[ -d "$work/stick ü/settings/recovery" ] || complain "nothing is kept beside a portable program"
[ -z "$(find "$work/home" -iname '*deltascope*')" ] || complain "a portable program keeps $(find "$work/home" -iname '*deltascope*')"
exit $wrong

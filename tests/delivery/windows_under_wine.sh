#!/bin/sh
# Unpacks the programs for Windows and tries them under wine, with a registry of their own: windows_under_wine.sh ZIP CLI [DISPLAY]
# CLI: deltascope-cli of this system, of the same commit: every figure must be the same bytes. With DISPLAY (:7) the window
# is opened there too. What was written is left in ${TRIED:-a temporary folder}, with a picture of the window; PRESETS: others.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
zip=$(readlink -f "$1")
cli=$(readlink -f "$2")
display=${3:-}
name=$(basename "$zip" .zip)
tried=${TRIED:-}
work=$(mktemp -d)
[ -n "$tried" ] || tried="$work/tried"
export LC_ALL=C.UTF-8 WINEPREFIX="$work/wine" WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=' DISPLAY=''
trap 'wineserver_ -k || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
wrong=0
complain() { echo "$*"; wrong=1; }

wine_=$(command -v wine64 || echo /usr/lib/wine/wine64)
wineserver_() { "$(command -v wineserver || echo /usr/lib/wine/wineserver)" "$@"; }
"$wine_" wineboot -i >/dev/null 2>&1
"$wine_" reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1

place="$work/a stick ü 学"
mkdir -p "$place" "$tried/linux" "$tried/windows"
unzip -q "$zip" -d "$place"
place="$place/$name"
# What Linux calls /x is Z:\x there, and either slash will do.
windows() { "$wine_" "$place/deltascope-cli.exe" "$@"; }

# ends CODE PATTERN ARGUMENT...: one sentence on standard error, and that code.
ends() {
    wanted=$1 pattern=$2 code=0
    shift 2
    windows "$@" >"$work/out" 2>"$work/said" </dev/null || code=$?
    [ "$code" -eq "$wanted" ] || complain "$*: ended with $code, not $wanted"
    grep -q "$pattern" "$work/said" || complain "$*: said $(cat "$work/said")"
    [ "$(wc -l <"$work/said")" -eq 1 ] || complain "$*: more or less than a sentence: $(cat "$work/said")"
}

windows --version
windows check >"$tried/windows/check.txt" || complain "check failed"
"$cli" check >"$tried/linux/check.txt"
tail -n 1 "$tried/windows/check.txt"
figures=0
for preset in ${PRESETS:-explosion vanishing knife_edge widest_window relu_chain sign_flips balanced_edge a_thousand_layers poole saxe}; do
    for format in json csv; do
        "$cli" evaluate --preset "$preset" --format $format --out "$tried/linux/$preset.$format"
        windows evaluate --preset "$preset" --format $format --out "Z:$tried/windows/$preset.$format" || complain "$preset: no numbers"
    done
    for figure in $(tr -d '\n' <"$(dirname "$0")/../../resources/presets/$preset.json" | sed -n 's/.*"figures": *\[\([^]]*\)\].*/\1/p' | tr -d '",'); do
        for end in csv json svg png; do
            "$cli" figure "$figure" --preset "$preset" --out "$tried/linux/$preset-$figure.$end"
            windows figure "$figure" --preset "$preset" --out "Z:$tried/windows/$preset-$figure.$end" || complain "$preset: no $figure.$end"
            figures=$((figures + 1))
        done
    done
done
"$cli" figure factors --preset explosion --lang pt_BR --out "$tried/linux/factors_pt_BR.svg"
windows figure factors --preset explosion --lang pt_BR --out "Z:$tried/windows/factors_pt_BR.svg" || complain "no figure in Portuguese"
diff -rq "$tried/linux" "$tried/windows" || complain "not the same bytes as on this system"
echo "$figures figures compared"

# Names beyond any code page, standard streams, words in UTF-8.
mkdir -p "$work/größe 层"
windows figure factors --preset explosion --out "Z:$work/größe 层/δ.json" || complain "no file of such a name"
windows evaluate --scenario "Z:$work/größe 层/δ.json" >/dev/null || complain "a file of such a name cannot be read"
windows evaluate --scenario - --format json <"$work/größe 层/δ.json" >"$work/out" || complain "no scenario from standard input"
"$cli" evaluate --scenario - --format json <"$work/größe 层/δ.json" | cmp - "$work/out" || complain "standard streams are changed"
windows list presets | grep -q 'σ′' || complain "no UTF-8 in a pipe"

# Bad places, one sentence each.
ends 2 "no preset" evaluate --preset größe
ends 3 "No such file" evaluate --scenario "Z:$work/nowhere/δ.json"
ends 3 "not a regular file" evaluate --scenario "Z:$work"
ends 4 "größe 层/none" figure factors --out "Z:$work/größe 层/none/δ.svg"
ends 4 "aaaa" figure factors --out "Z:$work/$(printf '%0300d' 0 | tr 0 a).svg"

# Where `portable` lies beside the program, what it keeps is kept there and nowhere else.
: >"$place/portable"
[ -z "$display" ] || {
    wineserver_ -k || true # Wine's own desktop was started without a display
    wineserver_ -w || true
    DISPLAY=$display timeout 25 "$wine_" "$place/deltascope.exe" --preset explosion --lang pt_BR 2>"$work/said" &
    sleep 15
    DISPLAY=$display import -window root "$tried/window.png"
    wait || true
    if grep 'Failed to create' "$work/said"; then complain "no window"; fi
    [ -d "$place/settings/recovery" ] || complain "nothing is kept beside a portable program"
}
wineserver_ -k || true
wineserver_ -w || true
[ -z "$(find "$WINEPREFIX/drive_c/users" -iname '*deltascope*')" ] || complain "a portable program keeps $(find "$WINEPREFIX/drive_c/users" -iname '*deltascope*')"
if grep -in deltascope "$WINEPREFIX"/*.reg; then complain "something of it is in the registry"; fi
exit $wrong

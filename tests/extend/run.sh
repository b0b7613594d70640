#!/bin/sh
# Does what "Adding" in core/README.md says in a copy of the sources, with the page's own files and no other edit: builds
# the copy, looks at what each new kind does, and that the tests over whole registries cover it and notice a wrong one.
# sh tests/extend/run.sh [FOLDER], where the copy and its build are left (build/extend)
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=${1:-$top/build/extend}
mkdir -p "$work"
work=$(CDPATH='' cd -- "$work" && pwd)
copy=$work/source
build=$work/build
export LC_ALL=C.UTF-8 TZ=UTC QT_QPA_PLATFORM=offscreen

fail() { echo "$*" >&2; exit 1; }
quietly() { "$@" >"$work/log" 2>&1 || { tail -n 40 "$work/log" >&2; fail "failed: $*"; }; }

fresh=$work/fresh
rm -rf "$fresh"
mkdir "$fresh"
if [ "$(git -C "$top" rev-parse --show-toplevel 2>/dev/null)" = "$top" ]; then
    (cd "$top" && git ls-files -z | tar --null -T - -cf -) | tar -C "$fresh" -xmf -
else
    (cd "$top" && tar --exclude=./build --exclude=./.git -cf - .) | tar -C "$fresh" -xmf -
fi

# A file of that page: its path alone on a line, then its text between fences. Prints the paths; writes the files where
# FOLDER is given.
files_of_page() { # [FOLDER]
    awk -v folder="${1:-}" '
        /^```$/ && inside { inside = 0; if (folder) close(folder "/" path); path = ""; next }
        inside { if (folder) print > (folder "/" path); next }
        /^```/ { if (path) { inside = 1; print path }; next }
        /^`[^` ]*\/[^` ]*`$/ { path = substr($0, 2, length($0) - 2); next }
        NF { path = "" }' "$top/core/README.md"
}
for file in $(files_of_page); do
    [ ! -e "$fresh/$file" ] || fail "$file is in the sources already"
done
added=$(files_of_page "$fresh")
for folder in core/network/activations core/figures/kinds resources/presets resources/lessons resources/i18n; do
    echo "$added" | grep -q "^$folder/[^/]*$" || fail "core/README.md adds no file to $folder"
done

# What has not changed since the last run keeps its time, so that it is not built again.
(cd "$fresh" && find . -type f) | while read -r file; do
    ! cmp -s "$fresh/$file" "$copy/$file" || touch -r "$copy/$file" "$fresh/$file"
done
rm -rf "$copy"
mv "$fresh" "$copy"

# Of the tests only those that go through a registry or a folder: the others cannot see a new kind.
find "$copy/tests/core" -name '*_test.cpp' -exec grep -LE ': [a-z_:]+Registry\(\)|directory_iterator' {} + | while read -r test; do
    rm "$test"
done
quietly cmake -S "$copy" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O0 -DDELTASCOPE_WERROR=ON
quietly cmake --build "$build" --target deltascope-cli core_tests
cli=$build/app/deltascope-cli
cd "$work"

says() { # WORDS, COMMAND...
    words=$1
    shift
    said=$("$@") || fail "failed: $*"
    case $said in
    *"$words"*) ;;
    *) fail "“$words” is not in what “$*” says" ;;
    esac
}

says absolute "$cli" list activations
says activity "$cli" list figures
says two_in_balance "$cli" list presets
says one_quarter "$cli" list lessons

# z = −1.5, −2.5, −4.5, −8.5 in turn: C = 8.5²/2, and four factors of −2·−1.
set -- evaluate --set activation=absolute --set output_activation=absolute --set weight=-2 --set bias=0.5 --set input=1 --format json
says '"cost": 36.125' "$cli" "$@"
says '"product": {"sign": 1, "log10": 1.20411998265592' "$cli" "$@"

"$cli" figure activity --preset two_in_balance --out activity.svg
says 'Activity by layer' cat activity.svg
says 'mean activation |a|' cat activity.svg
"$cli" figure learning_speed --lang es --out speed.svg
says 'Velocidad de aprendizaje por capa' cat speed.svg
quietly cmake --build "$build" --target update_translations
texts=$(grep -c '<source>' "$copy/resources/i18n/deltascope_es.ts")
[ "$texts" -gt 1000 ] || fail "update_translations takes only $texts texts into a new language"
says 'Velocidad de aprendizaje por capa' cat "$copy/resources/i18n/deltascope_es.ts"
says 'Activity by layer' cat "$copy/resources/i18n/deltascope_pt_BR.ts"
says 'At most one quarter' cat "$copy/resources/i18n/deltascope_pt_BR.ts"

"$cli" worksheet one_quarter --out sheet.pdf
[ -s sheet.pdf ] || fail "the lesson has no worksheet"

# Deep chains take minutes without optimisation and say nothing of a new kind that shallow ones do not.
quietly "$build/tests/core_tests" --gtest_filter='-*/FiguresSweep.*/4:*/FiguresSweep.*/5:*/FiguresSweep.*/6:HardScenarios.deepest*'
grep -q 'one_quarter' "$work/log" || fail "no test looked at the new lesson"

# The same tests notice a wrong kind: another derivative, a claim that does not hold.
notices() { # FILE, SED EXPRESSION, TEST...
    cp "$copy/$1" "$work/right"
    sed "$2" "$work/right" >"$copy/$1"
    ! cmp -s "$copy/$1" "$work/right" || fail "$1 is as it was"
    quietly cmake --build "$build" --target core_tests
    file=$1
    shift 2
    for test; do
        ! "$build/tests/core_tests" --gtest_filter="$test" >"$work/log" 2>&1 || fail "$test passes with a wrong $file"
        says "[  FAILED  ] $test" cat "$work/log"
    done
    cp "$work/right" "$copy/$file"
}
notices core/network/activations/absolute.cpp 's/? -1 : 1;$/? -1.001 : 1;/' Activations.derivativeIsThatOfTheValue \
    GradientCheck.everyActivationLossAndSize
notices resources/lessons/one_quarter.json 's/"at_most": 0.25/"at_most": 0.05/' All/Lessons.ClaimsHold/one_quarter
echo "added without another edit:"
echo "$added"

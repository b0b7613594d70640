#!/bin/sh
# Does what "Adding" in core/README.md and app/README.md says in a copy of the sources: the page's own files, and one
# patch here for each other kind of thing. Counts the files that each of them touches, translations aside, builds the
# copy, looks at what each new thing does, and that the tests cover it and notice a wrong one.
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
    [ "$(echo "$added" | grep -c "^$folder/[^/]*$")" = 1 ] || fail "core/README.md does not add one file to $folder"
done

# The files that a patch touches. A command changes the man page too, which is made anew once it is built.
touched() { # NAME
    sed -n 's|^+++ b/||p' "$top/tests/extend/$1.patch" | grep -v '^resources/i18n/'
    [ "$1" != command ] || echo resources/desktop/deltascope-cli.1
}
add() { # NAME MOST
    count=$(touched "$1" | wc -l)
    [ "$count" -le "$2" ] || fail "adding a thing of the kind “$1” touches $count files, more than $2"
    (cd "$fresh" && patch -p1 -s) <"$top/tests/extend/$1.patch" || fail "$1.patch does not apply"
    counts="$counts
$1: $count"
}
counts="of core/README.md, each: 1"
add initializer 1
add parametrization 1
add loss 1
add dataset 1
add theme 1
add optimizer 2 # with a number of its own
add remedy 3 # its operation, its number in the scenario, and the row of that
add parameter_type 2 # with a parameter of it: what is known of both, and the scenario
add command 2
add export_format 2
add menu_action 2
add result 3 # its file, the header of its type, and a figure of it

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
quietly cmake --build "$build" --target deltascope-cli deltascope core_tests app_tests
quietly cmake --build "$build" --target update_man_page
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
says largest_weights "$cli" list figures
says two_in_balance "$cli" list presets
says one_quarter "$cli" list lessons
says lecun_uniform "$cli" list initializers
says learnt_gain "$cli" list parametrizations
says squared_distance "$cli" list losses
says stripes "$cli" list datasets
says rmsprop "$cli" list optimizers
says '--set rho=0.9' "$cli" list parameters

# z = −1.5, −2.5, −4.5, −8.5 in turn: C = 8.5²/2, and four factors of −2·−1.
set -- evaluate --set activation=absolute --set output_activation=absolute --set weight=-2 --set bias=0.5 --set input=1 --format json
says '"cost": 36.125' "$cli" "$@"
says '"product": {"sign": 1, "log10": 1.20411998265592' "$cli" "$@"

# Four weights 1 before a neuron: z = 4/√4, C = 2²/2, and a gradient of 2/√4 for each of them.
set -- evaluate --set depth=1 --set inputs=4 --set output_activation=identity --set weight_scale=1 --format json
says '"cost": 2,' "$cli" "$@"
says '"weight_speed": {"sign": 1, "log10": 0.30102999566398' "$cli" "$@"

# w = s v = 1·2 and a = 2: ∂C/∂s = 4, ∂C/∂v = ∂C/∂b = 2. After a step a = 0.6·1.8 − 0.2, and C = 0.88²/2.
says '1,0.3872' "$cli" train --set depth=1 --set output_activation=identity --set weight=2 --set parametrization=learnt_gain \
    --set learning_rate=0.1 --set epochs=2 --format csv

says '--set interest=0..1' "$cli" list parameters
says '"type": "interval", "default": {"lower": 0, "upper": 1}' "$cli" list parameters --format json
! "$cli" evaluate --set interest=0.8..0.2 2>said || fail "an interval that ends before it begins is taken"
says 'interest: the lower end comes first.' cat said
"$cli" figure factors --set interest=0.2..0.8 --out interest.tsv
says '"interest": {"lower": 0.2, "upper": 0.8}' cat interest.tsv
"$cli" figure factors --scenario interest.tsv --out again.tsv
cmp interest.tsv again.tsv || fail "an interval does not come back from a file"

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

says 25 "$cli" size --set inputs=2 --set width=3 --set depth=3 # 3·3 + 3·4 + 1·4
says '.SS size' cat "$copy/resources/desktop/deltascope-cli.1"
quietly sh "$copy/tests/delivery/help_and_man.sh" "$cli" "$build/app/deltascope"
"$cli" figure factors --set weight=3 --theme slate --out factors.tsv
says '"weight": 3' cat factors.tsv
"$cli" figure factors --scenario factors.tsv --out again.tsv --theme slate
cmp factors.tsv again.tsv || fail "a figure exported as tsv does not come back"
"$cli" train --set data=stripes --set inputs=2 --set width=4 --set initializer=lecun_uniform --set examples=20 \
    --set loss=squared_distance --set optimizer=rmsprop --set rho=0.5 --epochs 3 --out train.csv
[ "$(grep -c '^[0-9]' train.csv)" -ge 3 ] || fail "training with the new kinds gives no table of three epochs"

# Deep chains take minutes without optimisation and say nothing of a new kind that shallow ones do not.
quietly "$build/tests/core_tests" --gtest_filter='-*/FiguresSweep.*/4:*/FiguresSweep.*/5:*/FiguresSweep.*/6:HardScenarios.deepest*'
grep -q 'one_quarter' "$work/log" || fail "no test looked at the new lesson"
# But those that ask for translations, and the monkey, who takes minutes.
quietly "$build/tests/app_tests" --gtest_filter='-Catalogues.*:*Monkey*'
for name in tsv slate; do
    grep -q "\[       OK \].*$name" "$work/log" || fail "no test looked at $name"
done

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
echo "files touched, $counts"

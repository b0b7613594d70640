#!/bin/sh
# Installs what is missing, builds and runs the tests: sh tests/run.sh [--all]
#   default  the tests preset (offscreen and under Xvfb, with 2 000 random events), then the programs' again under pt_BR.UTF-8
#   --all    adds sanitizers, clang-format, clang-tidy, fuzzing and the long random run first, and at the end new kinds in a
#            copy of the sources (tests/extend)
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")
. "$top/app/packages.sh"
. "$top/app/build.sh"
cd "$top"

all=no
case "${1:-}" in
"") ;;
--all) all=yes ;;
*) echo "tests/run.sh: unknown argument “$1”; allowed is --all" >&2; exit 2 ;;
esac

test_packages="python3 libgtest-dev locales xvfb xauth poppler-utils librsvg2-bin libxml2-utils"
all_packages="clang clang-tidy clang-format libclang-rt-dev libbenchmark-dev"
# shellcheck disable=SC2086 # lists of names
if [ "$all" = yes ]; then
    require_packages $app_packages $test_packages $all_packages
else
    require_packages $app_packages $test_packages
fi

step() { printf '\n== %s\n' "$1"; }
build_preset() { build "$top/build/$1" -S "$top" --preset "$1"; }
unset LANGUAGE LC_MESSAGES LC_NUMERIC QT_SCALE_FACTOR QT_QPA_PLATFORM DISPLAY WAYLAND_DISPLAY || true
export LANG=C.UTF-8 LC_ALL=C.UTF-8 TZ=UTC

if [ "$all" = yes ]; then
    step "clang-format"
    git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror
    step "clang-tidy"
    build_preset tidy
    step "AddressSanitizer, UndefinedBehaviorSanitizer"
    build_preset asan
    ctest --preset asan
    step "20 000 random events under the sanitizers"
    DELTASCOPE_MONKEY_EVENTS=20000 LSAN_OPTIONS="suppressions=$top/tests/lsan.supp" \
        build/asan/tests/app_tests --gtest_filter='WindowMonkey*'
    step "ThreadSanitizer"
    build_preset tsan
    ctest --preset tsan
    step "fuzzing"
    sh tests/fuzz/run.sh 5
fi

step "the tests"
build_preset tests
ctest --preset tests

step "the tests of the programs under pt_BR.UTF-8 (decimal comma)"
mkdir -p build/locale
[ -d build/locale/pt_BR.UTF-8 ] || localedef -i pt_BR -f UTF-8 build/locale/pt_BR.UTF-8
LOCPATH="$top/build/locale" LANG=pt_BR.UTF-8 LC_ALL=pt_BR.UTF-8 ctest --preset tests -L locale

if [ "$all" = yes ]; then
    step "new kinds, in a copy of the sources"
    ctest --preset tests -C all -R '^extend$'
fi

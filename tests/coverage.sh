#!/bin/sh
# Line coverage of core/ by core_tests: sh tests/coverage.sh [PERCENT]
# Builds in build/coverage (g++ and lcov), prints the total and every file below PERCENT (95), with its lines that no test
# reaches; 1 if the total is below it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
build=$top/build/coverage
least=${1:-95}
export LC_ALL=C

cmake -S "$top" -B "$build" -G Ninja -DDELTASCOPE_GUI=OFF -DBUILD_TESTING=ON -DCMAKE_CXX_COMPILER=g++ \
    -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS="-O1 -w --coverage -fprofile-update=atomic" >"$build.log"
cmake --build "$build" --target core_tests >>"$build.log"
find "$build" -name '*.gcda' -delete
"$build/tests/core_tests" --gtest_brief=1 | tail -n 3
lcov --quiet --capture --directory "$build" --base-directory "$top" --output-file "$build/all.info" \
    >>"$build.log" 2>&1
lcov --quiet --extract "$build/all.info" "$top/core/*" --output-file "$build/core.info" >>"$build.log" 2>&1

awk -F '[:,]' -v least="$least" -v top="$top/" '
    $1 == "SF" { file = substr($2, length(top) + 1); lines = hit = 0; missed = "" }
    $1 == "DA" { ++lines; if ($3 > 0) ++hit; else missed = missed " " $2 }
    $1 == "end_of_record" && lines > 0 {
        all += lines; allHit += hit
        if (100 * hit < least * lines)
            printf "%5.1f %%  %s, without line%s\n", 100 * hit / lines, file, missed
    }
    END {
        printf "%5.1f %%  of %d lines of core/\n", 100 * allHit / all, all
        exit 100 * allHit < least * all
    }' "$build/core.info"

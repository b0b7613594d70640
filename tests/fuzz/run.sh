#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes every reader for so many minutes altogether: tests/fuzz/run.sh MINUTES (default 1). Needs clang with libclang-rt.
set -eu
cd "$(dirname "$0")/../.."
minutes=${1:-1}
case $minutes in
    '' | *[!0-9]*) echo "usage: tests/fuzz/run.sh MINUTES" >&2; exit 2 ;;
esac
cmake -S . -B build/fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++ -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS="-O1 -g1" \
    -DDELTASCOPE_FUZZERS=ON
names=$(ls tests/fuzz/*_fuzzer.cpp | sed 's|.*/||; s|\.cpp$||')
# shellcheck disable=SC2086 # one word each
cmake --build build/fuzz --target $names
seconds=$((minutes * 60 / $(echo "$names" | wc -w)))
for name in $names; do
    echo "$name: $seconds s"
    mkdir -p "build/fuzz/found/$name"
    words=tests/fuzz/${name%_fuzzer}.dict
    [ -f "$words" ] || words=tests/fuzz/document.dict
    "build/fuzz/tests/fuzz/$name" -max_total_time="$seconds" -max_len=20000 -timeout=10 -rss_limit_mb=2048 \
        -dict="$words" -artifact_prefix="build/fuzz/found/$name-" -print_final_stats=1 \
        "build/fuzz/found/$name" "tests/fuzz/corpus/${name%_fuzzer}"
done

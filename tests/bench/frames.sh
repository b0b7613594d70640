#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Frame times of the real window while a slider is dragged, and while it trains, as a Markdown table.
#
#     sh tests/bench/frames.sh [-n MOVES] [-b BUILD]
set -u
moves=300
here=$(cd "$(dirname "$0")" && pwd)
build=$here/../../build/release
while getopts n:b: option; do
    case $option in
    n) moves=$OPTARG ;;
    b) build=$OPTARG ;;
    *) exit 2 ;;
    esac
done
program=$build/tests/bench/window_frames
[ -x "$program" ] || { echo "frames.sh: build the preset release first" >&2; exit 2; }
. "$here/display.sh"
platforms=offscreen
if start_display; then
    platforms="xcb offscreen"
fi

frames() { BENCH_START_NS=$(date +%s%N) "$program" --moves "$moves" "$@" 2>>"$work/said" || tail -n 3 "$work/said"; }

echo "$moves moves at 60 Hz, $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg) before, $(date -u +%F)"
echo
header=--header
for platform in $platforms; do
    export QT_QPA_PLATFORM="$platform"
    for depth in 4 100 1000 10000; do
        frames --depth $depth $header
        header=
    done
    frames --train --drag figure
done

#!/bin/sh
# app/run.sh on a build that is there: without a display it draws every figure and prints the table. BUILD is the build folder.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
build=$1
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
unset DISPLAY WAYLAND_DISPLAY || true
figures="$(dirname "$build")/figures"
rm -rf "$figures"
output=$(DELTASCOPE_BUILD="$build" sh "$top/app/run.sh")
case "$output" in
*"No display here"*"3.125"*) ;; # the speed of layer 3 of the example
*) echo "no line about the display, or no table: $output"; exit 1 ;;
esac
expected=$(find "$top/core/figures/kinds" -name '*.cpp' | wc -l)
drawn=$(find "$figures" -name '*.png' -size +1k | wc -l)
[ "$drawn" -eq "$expected" ] || { echo "$drawn of $expected figures in $figures"; exit 1; }
version=$(DELTASCOPE_BUILD="$build" sh "$top/app/run.sh" --version)
case "$version" in
deltascope\ [0-9]*) ;;
*) echo "no version: $version"; exit 1 ;;
esac

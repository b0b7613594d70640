#!/bin/sh
# Installs what is missing, builds Deltascope optimised, and opens its window: sh app/run.sh [arguments of deltascope]
#   --install   installs the packages and stops
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")
. "$here/packages.sh"

# shellcheck disable=SC2086 # a list of names
require_packages $app_packages
[ "${1:-}" != "--install" ] || exit 0

build="$top/build/app"
log="$top/build/app.log"
mkdir -p "$top/build"
[ -t 2 ] && echo "Building (the first time takes some minutes) …" >&2
if ! { [ -f "$build/build.ninja" ] || cmake -S "$top" --preset app; } >"$log" 2>&1 || ! cmake --build "$build" >>"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "The build failed; the whole log is in build/app.log." >&2
    exit 1
fi

system=$(uname -s)
if [ "$#" -eq 0 ] && [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "No display here, so no window: drawing the explosion example into build/figures/ instead."
    mkdir -p "$top/build/figures"
    for figure in $("$build/app/deltascope-cli" list figures | cut -d' ' -f1); do
        "$build/app/deltascope-cli" figure "$figure" --preset explosion --out "$top/build/figures/$figure.png"
    done
    exec "$build/app/deltascope-cli" evaluate --preset explosion
fi
exec "$build/app/deltascope" "$@"

#!/bin/sh
# Installs what is missing, builds Deltascope optimised, and opens its window: sh app/run.sh [arguments of deltascope]
#   --install   installs the packages and stops
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")
. "$here/packages.sh"
. "$here/build.sh"

# shellcheck disable=SC2086 # a list of names
require_packages $app_packages
[ "${1:-}" != "--install" ] || exit 0

build="${DELTASCOPE_BUILD:-$top/build/app}" # a build folder that is there already (the tests name theirs)
figures="$(dirname "$build")/figures"
# A folder that was moved or copied with its build still names the sources of the old place.
sources=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt" 2>/dev/null) || sources=""
if [ -n "$sources" ] && [ "$(cd "$sources" 2>/dev/null && pwd -P)" != "$(cd "$top" && pwd -P)" ]; then
    build "$build" -S "$top" --preset app -B "$build" --fresh || exit 1
elif [ ! -f "$build/build.ninja" ]; then
    build "$build" -S "$top" --preset app -B "$build" || exit 1
else
    build "$build" || exit 1
fi

system=$(uname -s)
if [ "$#" -eq 0 ] && [ "$system" = Linux ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    echo "No display here, so no window: drawing the explosion example into ${figures#"$PWD"/}/ instead."
    mkdir -p "$figures"
    ids=$("$build/app/deltascope-cli" list figures | awk '{ print $1 }')
    for figure in $ids; do
        preset=explosion
        [ "$figure" != map ] || preset=where_it_survives # of the other one no map is asked
        "$build/app/deltascope-cli" figure "$figure" --preset "$preset" --out "$figures/$figure.png"
    done
    exec "$build/app/deltascope-cli" evaluate --preset explosion
fi
exec "$build/app/deltascope" "$@"

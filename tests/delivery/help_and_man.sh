#!/bin/sh
# The man page of the command line is what --help says, that of the window names every option that --help names and no
# other: help_and_man.sh CLI WINDOW
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
window=$2
pages=$(dirname "$0")/../../resources/desktop
export LC_ALL=C.UTF-8
wrong=0

sh "$pages/man_page.sh" "$cli" | diff "$pages/deltascope-cli.1" - || {
    echo "deltascope-cli.1 is not what --help says (>): cmake --build BUILD --target update_man_page"
    wrong=1
}

options() { grep -oE -- '--[a-z][a-z-]*' | sort -u; }
page() { sed 's/\\-/-/g; s/\\f[BIR]//g' "$pages/$1.1"; }

difference=$({ "$window" --help | sed '/^Figures without/,$d' | options; page deltascope | options; } | sort | uniq -u)
[ -z "$difference" ] || { echo "deltascope: not in both --help and the man page:" $difference; wrong=1; }
version=$("$cli" --version | sed -n '1s/^[^ ]* //p')
page deltascope | grep -qi "^\.TH.*Deltascope $version" || { echo "deltascope.1 is not of version $version"; wrong=1; }
exit $wrong

#!/bin/sh
# The man pages name every command and every option that --help names, and no other: help_and_man.sh CLI WINDOW
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
window=$2
pages=$(dirname "$0")/../../resources/desktop
export LC_ALL=C.UTF-8
wrong=0

options() { grep -oE -- '--[a-z][a-z-]*' | sort -u; }
page() { sed 's/\\-/-/g; s/\\f[BIR]//g' "$pages/$1.1"; }

# What two lists do not share, as complaints.
same() {
    difference=$(printf '%s\n' "$2" "$3" | sort | uniq -u)
    [ -z "$difference" ] || { echo "$1: not in both --help and the man page:" $difference; wrong=1; }
}

commands=$("$cli" --help | sed -n '/^Examples:/q; s/^  \([a-z][a-z-]*\) .*/\1/p')
[ -n "$commands" ] || { echo "no commands in --help"; exit 1; }
help=$("$cli" --help)
for command in $commands; do
    help="$help
$("$cli" "$command" --help)"
done
same deltascope-cli "$(printf '%s\n' "$help" | options)" "$(page deltascope-cli | options)"
same "commands of deltascope-cli" "$(printf '%s\n' "$commands" | sort -u)" \
    "$(page deltascope-cli | sed -n '/^\.SH COMMANDS/,/^\.SH OPTIONS/s/^\.BR* \([a-z]*\)\( .*\)*$/\1/p' |
        grep -vE '^(deltascope.*|activations|initializers|losses|optimizers|datasets|presets|figures|parameters|lessons)$' | sort -u)"
same deltascope "$("$window" --help | sed '/^Figures without/,$d' | options)" "$(page deltascope | options)"
version=$("$cli" --version | sed 's/^[^ ]* //')
for name in deltascope deltascope-cli; do
    page "$name" | grep -qi "^\.TH.*Deltascope $version" || { echo "$name.1 is not of version $version"; wrong=1; }
done
exit $wrong

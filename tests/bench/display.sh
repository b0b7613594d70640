# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by compare.sh and frames.sh: $work, a folder that goes with the script, and start_display.
work=$(mktemp -d)
display=
trap 'rm -rf "$work"; [ -z "$display" ] || kill "$display"' EXIT
trap 'exit 130' INT TERM
export XDG_RUNTIME_DIR="$work"

# A screen of 1920 x 1080 as $DISPLAY; 1 where Xvfb is not installed.
start_display() {
    command -v Xvfb >/dev/null || return 1
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
    display=$!
    while [ ! -s "$work/display" ]; do sleep 0.1; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}

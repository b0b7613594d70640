# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of resources/cluster share: a folder that goes away again, the program under its own name, a map that
# was made in one go. Sourced with the program's path as $1.
set -eu
cli=$1
recipes=$(cd "$(dirname "$0")/../../resources/cluster" && pwd)
export LC_ALL=C.UTF-8
for variable in $(env | sed -n 's/^\(SLURM_[A-Z_]*\)=.*/\1/p'); do unset "$variable"; done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' INT TERM
mkdir "$folder/bin"
ln -s "$cli" "$folder/bin/deltascope-cli"
export PATH="$folder/bin:$PATH" HOME="$folder"
cd "$folder"

need() {
    for program in "$@"; do
        command -v "$program" >/dev/null || { echo "$program is not installed: nothing to run"; exit 77; }
    done
}

# The parts, put together, are the map's own bytes.
same() { cmp "$1" "$2" && echo "$2 is the map that one process makes"; }

map="--of product --over weight=-12:12:61 --over bias=-6:6:31 --set depth=20"
whole() { deltascope-cli map $map --out whole.json; }

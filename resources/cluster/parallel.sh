#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A map in parts with GNU parallel, on this machine or on several that share the folder:
#     sh parallel.sh 8 map.json --of product --over weight=0:12:512 --over bias=-6:6:512
# PARALLEL_OPTIONS: what parallel is told besides, as "--jobs 2" or "--sshloginfile hosts --workdir .". Run again after
# whatever ended it: parts that are there are skipped, and one that was cut short goes on.
set -eu
parts=$1 map=$2
shift 2
seq "$parts" | parallel -q ${PARALLEL_OPTIONS:-} deltascope-cli map "$@" --shard "{}/$parts" --out "$map.parts/"
deltascope-cli merge "$map.parts"/*.json --out "$map"

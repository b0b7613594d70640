#!/bin/sh
# A map by resources/cluster/parallel.sh, once from the start and once where two parts are missing. parallel.sh CLI
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/shared.sh"
need parallel
whole
sh "$recipes/parallel.sh" 5 map.json $map
same whole.json map.json
first=$(stat -c %y map.json.parts/part-1-of-5.json)
rm map.json map.json.parts/part-2-of-5.json map.json.parts/part-4-of-5.json
PARALLEL_OPTIONS="--jobs 2" sh "$recipes/parallel.sh" 5 map.json $map
same whole.json map.json
[ "$(stat -c %y map.json.parts/part-1-of-5.json)" = "$first" ] || { echo "part 1 was made again"; exit 1; }

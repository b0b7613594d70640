#!/bin/sh
# A map by resources/cluster/Snakefile, and again where a part is missing. snakemake.sh CLI
# SPDX-License-Identifier: GPL-3.0-or-later
. "$(dirname "$0")/shared.sh"
need snakemake
whole
make() { snakemake --snakefile "$recipes/Snakefile" --directory "$folder" --cores 2 --config parts=4 map="$map" 2>&1; }
make >said || { cat said; exit 1; }
same whole.json map.json
rm map.json parts/part-3-of-4.json
make >said || { cat said; exit 1; }
same whole.json map.json
[ "$(grep -c '^rule part:' said)" = 1 ] || { cat said; echo "more than the missing part was made"; exit 1; }

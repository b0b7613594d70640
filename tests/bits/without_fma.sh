#!/bin/sh
# The same bytes on a processor with fused multiply-add and on one without, as glibc is told here: without_fma.sh CLI
# Ends with 77 (skipped) where there is no such processor to tell.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
grep -qw fma /proc/cpuinfo 2>/dev/null || { echo "this processor has no FMA"; exit 77; }
getconf GNU_LIBC_VERSION >/dev/null 2>&1 || { echo "this C library is not glibc"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0

# same NAME ARGUMENT...
same() {
    name=$1
    shift
    "$cli" "$@" >"$work/with"
    GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX2_Usable "$cli" "$@" >"$work/without"
    [ -s "$work/with" ] || { echo "nothing of $name"; wrong=1; }
    cmp "$work/with" "$work/without" || { echo "$name depends on the processor"; wrong=1; }
}

for preset in klambauer typed explosion; do
    same "$preset" evaluate --preset "$preset" --format json
done
same "the theory of pennington" evaluate --preset pennington --theory --format json
same "a training" evaluate --preset saxe --step 50 --format csv
for end in svg png; do
    "$cli" figure phase --preset order_and_chaos --out "$work/with.$end"
    GLIBC_TUNABLES=glibc.cpu.hwcaps=-FMA,-FMA4,-AVX2,-AVX2_Usable "$cli" figure phase --preset order_and_chaos \
        --out "$work/without.$end"
    cmp "$work/with.$end" "$work/without.$end" || { echo "a drawing depends on the processor"; wrong=1; }
done
exit $wrong

#!/bin/sh
# Saves and exports over an old file while one call after the other fails, and while the process is killed at each of
# them and at random moments: the file is the old one or the new one, whole, and nothing is left beside it but what a
# killed process could not take away. saving.sh CLI LIBRARY
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
library=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8
wrong=0
complain() { echo "$*"; wrong=1; }

export_over() { # FILE [NAME=VALUE]: the export, with the fault
    env ${2:+"LD_PRELOAD=$library"} ${2:+"FAULT=$2"} "$cli" figure factors --preset explosion --out "$1" >out 2>error
}

is_new() { # a PDF holds its date, so it is looked at for its end instead
    case $1 in
    *.pdf) ! cmp -s old "$1" && tail -c 6 "$1" | grep -q '%%EOF' ;;
    *) cmp -s new "$1" ;;
    esac
}

total=0
crashed=0
for suffix in png svg pdf csv json; do
    file=figure.$suffix
    export_over "$file"
    cp "$file" new
    "$cli" figure factors --preset vanishing --out "$file"
    cp "$file" old
    for kind in open write sync rename alloc allany; do
        for reason in 28 kill; do # 28: no space left on the device
            n=0
            while :; do
                # Allocations are many thousands: wider and wider steps.
                case $kind in
                allany) n=$((n + 1 + n / 2)) ;;
                alloc) n=$((n + 1 + n / 10)) ;;
                *) n=$((n + 1)) ;;
                esac
                rm -f -- "$file".*
                cp old "$file"
                code=0
                export_over "$file" "$kind:$n:$reason" || code=$?
                grep -qx unreached out && break
                total=$((total + 1))
                if [ "$code" -eq 0 ]; then # it could do without: an allocation, a sync that a file system lacks
                    is_new "$file" || complain "$file: $kind $n is passed over in silence"
                elif ! cmp -s old "$file"; then
                    # Killed, or ended by a library (code 139 …) after the file was in its place.
                    { [ "$reason" = kill ] || [ "$code" -gt 128 ]; } && is_new "$file" ||
                        complain "$file is neither old nor new after $kind $n ($reason), exit code $code"
                fi
                [ "$reason" = kill ] && continue
                case $kind/$code in
                */0 | all*/[14]) ;;
                all*) crashed=$((crashed + 1)) ;; # inside Qt, fontconfig or the loader, which end the process
                */4)
                    [ "$(wc -l <error)" -eq 1 ] || complain "not one sentence: $(cat error)"
                    [ -z "$(ls | grep "^$file\.")" ] || complain "$file: $kind $n leaves $(ls | grep "^$file\.")"
                    ;;
                *) complain "$file: $kind $n ended with $code: $(cat error)" ;;
                esac
            done
        done
    done
done

# Killed at a hundred random moments, from a stated seed.
kept=0
replaced=0
moments=$(awk 'BEGIN { srand(20261127); for (i = 0; i < 100; ++i) printf "%.4f\n", rand() * 0.15 }')
"$cli" figure factors --preset explosion --out new.json
"$cli" figure factors --preset vanishing --out old.json
for moment in $moments; do
    cp old.json target.json
    "$cli" figure factors --preset explosion --out target.json >/dev/null 2>&1 &
    process=$!
    sleep "$moment"
    kill -KILL $process 2>/dev/null || true
    wait $process 2>/dev/null || true
    if cmp -s old.json target.json; then
        kept=$((kept + 1))
    elif cmp -s new.json target.json; then
        replaced=$((replaced + 1))
    else
        complain "target.json is torn after $moment s"
    fi
done
echo "$total faults in turn ($crashed of the allocations ended the process without a sentence); killed at 100 random moments: $kept times the old file, $replaced times the new one"
exit $wrong

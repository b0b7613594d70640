#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The same work here and in the peers that are installed, in turn, as a Markdown table.
#
#     sh tests/bench/compare.sh [-n ROUNDS] [-b BUILD] [ROW…]
#
# BUILD (build/release) holds `cmake --preset release`; a ROW is the beginning of a row's name. "times" is the peer's time
# over ours, the median of the rounds' ratios and their smallest and largest: above 1 we are faster.
# Debian: apt-get install python3-torch python3-numpy python3-matplotlib python3-pyqtgraph python3-pyqt5 libopenblas0 xvfb
set -u
here=$(cd "$(dirname "$0")" && pwd)
rounds=5
build=$here/../../build/release
while getopts n:b: option; do
    case $option in
    n) rounds=$OPTARG ;;
    b) build=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
wanted=$*
bench=$build/tests/bench
[ -x "$bench/benchmarks" ] || { echo "compare.sh: build the preset release first" >&2; exit 2; }
python=/usr/bin/python3
[ -x $python ] || python=python3
export OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2 LC_ALL=C.UTF-8
grep -qs avx512bw /proc/cpuinfo && export OPENBLAS_CORETYPE=SKYLAKEX # not chosen by itself on every such processor
. "$here/display.sh"

# Milliseconds of one of our benchmarks: by the wall's clock where several threads share the work, else of the processor,
# which leaves out what others do on the machine.
ours() {
    program=$1
    name=$2
    shift 2
    env "$@" "$bench/$program" --benchmark_filter="^$name\$" --benchmark_min_time=0.3 --benchmark_format=csv 2>/dev/null \
        | awk -F, -v wall="${name##*/}" 'END { unit["ns"] = 1e-6; unit["us"] = 1e-3; unit["ms"] = 1; unit["s"] = 1e3; if ($3 > 0) print (wall == "real_time" ? $3 : $4) * unit[$5] }'
}
peer() {
    script=$1
    shift
    "$python" "$here/peers/$script.py" "$@" 2>>"$work/said"
}
started() { BENCH_START_NS=$(date +%s%N) "$@" 2>>"$work/said" | awk '{ print $1 }'; }
# Peak memory in the place of time.
memory() { BENCH_START_NS=$(date +%s%N) "$@" 2>>"$work/said" | awk '{ print $2 }'; }

# row NAME TARGET OURS PEER'S-NAME PEER; TARGET: "times X", "ours X" (at most, in the row's unit), or -
row() {
    if [ -n "$wanted" ]; then
        chosen=
        for each in $wanted; do
            case $1 in "$each"*) chosen=yes ;; esac
        done
        [ -n "$chosen" ] || return 0
    fi
    : >"$work/pairs"
    : >"$work/said"
    round=0
    while [ $round -lt "$rounds" ]; do
        a=$(eval "$3")
        b=$(eval "$5")
        if [ -z "$a" ] || [ -z "$b" ]; then
            echo "| $1 | $4 | $([ -n "$a" ] || echo 'no result here; ')skipped: $(tail -n 1 "$work/said") | | | | |"
            return 0
        fi
        echo "$a $b" >>"$work/pairs"
        round=$((round + 1))
    done
    awk -v name="$1" -v target="$2" -v peer="$4" '
        function sorted(values, n,    i, j, t) {
            for (i = 2; i <= n; ++i)
                for (j = i; j > 1 && values[j - 1] > values[j]; --j) {
                    t = values[j]; values[j] = values[j - 1]; values[j - 1] = t
                }
        }
        function median(values, n) { return n % 2 ? values[(n + 1) / 2] : (values[n / 2] + values[n / 2 + 1]) / 2 }
        { a[NR] = $1 + 0; b[NR] = $2 + 0; r[NR] = $2 / $1 }
        END {
            sorted(a, NR); sorted(b, NR); sorted(r, NR)
            split(target, want, " ")
            met = "—"
            if (want[1] == "times") { met = median(r, NR) >= want[2] ? "yes" : "no"; target = "≥ " want[2] " times" }
            if (want[1] == "ours") { met = median(a, NR) <= want[2] ? "yes" : "no"; target = "≤ " want[2] }
            printf "| %s | %s | %.3g | %.3g | %.3g (%.3g–%.3g) | %s | %s |\n", name, peer, median(a, NR), median(b, NR), \
                median(r, NR), r[1], r[NR], target == "-" ? "—" : target, met
        }' "$work/pairs"
}

echo "$rounds rounds, $(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg) before, $(date -u +%F)"
echo
echo "| row | peer | ours | peer's | times (min–max) | target | met |"
echo "|---|---|---|---|---|---|---|"

large="ours benchmarks trainLarge/2/real_time"
row "train-large, ms" "times 1.5" "$large" "NumPy, OpenBLAS" "peer training numpy"
row "train-large, ms" "times 1.5" "$large" "PyTorch by hand" "peer training torch"
row "train-large, ms" - "$large" "bare Eigen loop" "ours bare_eigen bareTraining/float64/real_time"
row "train-large, ms, ours float64" - "$large" "PyTorch by hand, float32" "peer training torch float32"
row "train-large, ms, ours float64" - "$large" "bare Eigen loop, float32" "ours bare_eigen bareTraining/float32/real_time"
tiny="ours benchmarks trainTinyEpoch"
# The target is twice tiny-dnn, whose Debian package does not compile; it is four to five times PyTorch by hand.
row "train-tiny, ms" - "$tiny" "NumPy" "peer tiny numpy"
row "train-tiny, ms" "times 10" "$tiny" "PyTorch by hand" "peer tiny torch"
row "train-tiny, ms" - "$tiny" "PyTorch autograd" "peer tiny torch_autograd"
row "train-tied, ms" "times 5" "ours benchmarks trainRecurrentEpoch/0" "PyTorch by hand" "peer recurrent torch"
row "train-tied, ms" - "ours benchmarks trainRecurrentEpoch/0" "PyTorch autograd" "peer recurrent torch_autograd"
row "train-gru, ms" "times 5" "ours benchmarks trainRecurrentEpoch/1" "PyTorch by hand" "peer recurrent torch gru"
row "train-gru, ms" - "ours benchmarks trainRecurrentEpoch/1" "PyTorch autograd" "peer recurrent torch_autograd gru"
row "chain-1000, ms" "times 100" "ours benchmarks chain1000" "PyTorch autograd" "peer chain torch_autograd"
row "chain-1000, ms" "ours 0.2" "ours benchmarks chain1000" "plain Python, unscaled" "peer chain python"
row "seeds, ms" "times 3" "ours benchmarks seeds/0/real_time" "NumPy" "peer seeds numpy"
row "seeds, ms" "times 3" "ours benchmarks seeds/0/real_time" "PyTorch" "peer seeds torch"
row "map, ms" "times 2" "ours benchmarks wideMap/0/real_time" "PyTorch" "peer map torch"
row "map, ms" "times 2" "ours benchmarks wideMap/0/real_time" "NumPy" "peer map numpy"
spectrum="ours benchmarks spectrumOfProduct/256"
row "spectrum, ms" "times 0.5" "$spectrum" "bare Eigen QR loop" "ours benchmarks bareQrLoop/256"
row "spectrum, ms" - "$spectrum" "the same, all instructions" "ours bare_eigen bareQrLoop"
for scale in 1 2; do
    for pen in 1 2; do
        most="ours 6"
        [ $pen = 2 ] && most="ours 9"
        [ $scale = 2 ] && most="ours 16.7"
        frame="ours frame_benchmark frame/pen/${pen}0 QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale"
        for name in matplotlib pyqtgraph pyqtgraph_jagged; do
            row "frame, pen $pen, scale $scale, ms" "$most" "$frame" $name "peer frame $name $pen $scale"
        done
    done
done

if start_display; then
    export QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
    row "start, ms" "ours 250" "started $bench/window_frames --start" "bare Qt and QCustomPlot" "started $bench/bare_window"
    row "memory, MiB" "ours 90" "memory $bench/window_frames --start" "bare Qt and QCustomPlot" "memory $bench/bare_window"
    for name in matplotlib pyqtgraph; do
        row "start, ms" "ours 250" "started $bench/window_frames --start" $name "started $python $here/peers/start.py $name"
        row "memory, MiB" "ours 90" "memory $bench/window_frames --start" $name "memory $python $here/peers/start.py $name"
    done
else
    echo
    echo "start and memory: skipped, Xvfb is not installed"
fi

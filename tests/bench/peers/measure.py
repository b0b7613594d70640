# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peers share: the clock, and which libraries are here. Every peer prints one number, in milliseconds, or ends
with code 3 and the name of what is not installed."""

import importlib
import statistics
import sys
import time


def library(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed", file=sys.stderr)
        sys.exit(3)


def torch_with_threads(threads=2):
    torch = library("torch")
    torch.set_num_threads(threads)
    return torch


def print_median(work, repeats=5, setup=None, calls=1, clock=time.perf_counter):
    """The median of several runs after one that does not count; `setup` makes the argument of each, unmeasured. Where
    one thread does it all the clock may be time.process_time, which leaves out what others do on the machine."""
    times = []
    for _ in range(repeats + 1):
        given = [setup()] if setup else []
        start = clock()
        for _ in range(calls):
            work(*given)
        times.append(1000 * (clock() - start) / calls)
    print(f"{statistics.median(times[1:]):.6f}")


def main(peers):
    """Runs the peer that is named on the command line."""
    if len(sys.argv) < 2 or sys.argv[1] not in peers:
        sys.exit(f"{sys.argv[0]}: one of {', '.join(peers)}")
    peers[sys.argv[1]](*sys.argv[2:])

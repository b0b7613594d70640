#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mnist.npz as NumPy itself writes it, in each of its ways, gives what the same pictures give as files of IDX.

picture_archive.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where NumPy is not installed.
"""
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    import numpy
except ImportError:
    print("python3-numpy is not installed: nothing to compare with")
    sys.exit(77)

random = numpy.random.default_rng(7)
SETS = {name: (random.integers(0, 256, (count, 28, 28), numpy.uint8), random.integers(0, 10, count, numpy.uint8))
        for name, count in (("train", 60), ("test", 20))}


def write_idx(folder):
    for name, (pictures, labels) in SETS.items():
        start = folder / ("train" if name == "train" else "t10k")
        for kind, array in (("images", pictures), ("labels", labels)):
            header = struct.pack(f">{array.ndim + 1}I", 0x800 + array.ndim, *array.shape)
            pathlib.Path(f"{start}-{kind}-idx{array.ndim}-ubyte").write_bytes(header + array.tobytes())


def arrays(order="C", labels=numpy.uint8):
    return {key: value for name, (pictures, numbers) in SETS.items()
            for key, value in ((f"x_{name}", numpy.asarray(pictures, order=order)), (f"y_{name}", numbers.astype(labels)))}


def evaluated(cli, data):
    """The speeds of all examples, those of the test set too."""
    done = subprocess.run([cli, "evaluate", f"--data={data}", "--set=data=mnist", "--set=inputs=784", "--set=outputs=10",
                           "--set=examples=80", "--set=seed=3"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"--data {data}: {done.returncode} {done.stderr}")
    return done.stdout


def main():
    cli = sys.argv[1]
    with tempfile.TemporaryDirectory() as where:
        folder = pathlib.Path(where)
        (folder / "idx").mkdir()
        write_idx(folder / "idx")
        wanted = evaluated(cli, folder / "idx")
        ways = {"savez": (numpy.savez, {}), "compressed": (numpy.savez_compressed, {}),
                "columns": (numpy.savez_compressed, {"order": "F"}),
                **{kind: (numpy.savez_compressed, {"labels": kind}) for kind in ("int64", "int32", "uint16", "int8")}}
        for name, (save, how) in ways.items():
            (folder / name).mkdir()
            file = folder / name / "mnist.npz"
            save(file, **arrays(**how))
            for data in (folder / name, file):
                if evaluated(cli, data) != wanted:
                    sys.exit(f"{data} is not what the files of IDX are")
        for array in ("x_test", "y_train"):  # what would be seen
            changed = arrays()
            changed[array] = changed[array].copy()
            changed[array].flat[-1] = (int(changed[array].flat[-1]) + 1) % 10
            numpy.savez(folder / "changed.npz", **changed)
            if evaluated(cli, folder / "changed.npz") == wanted:
                sys.exit(f"one other number of {array} changes nothing")
        print(f"{len(ways)} ways of mnist.npz, each the same {len(wanted)} bytes of evaluate as IDX")


main()

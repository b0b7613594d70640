#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that `network --out` writes, run: the cost and the learning speeds that they print are those of
`evaluate`, to 1e-10.

scripts.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where NumPy or PyTorch is not installed.
"""
import contextlib
import io
import json
import os
import pathlib
import runpy
import shutil
import subprocess
import sys
import tempfile

try:
    import numpy
    import torch
except ImportError:
    print("python3-numpy or python3-torch is not installed: nothing runs the scripts")
    sys.exit(77)

BASE = {"depth": 4, "width": 5, "inputs": 3, "outputs": 2, "initializer": "glorot_uniform", "data": "gaussian",
        "mean_square": 1, "examples": 6, "seed": 4, "output_activation": "arctan"}
ACTIVATIONS = [line.split()[0] for line in subprocess.check_output([sys.argv[1], "list", "activations"], text=True).splitlines()]
SCENARIOS = [{}, {"depth": 1}, {"loss": "cross_entropy", "output_activation": "sigmoid"},
             {"loss": "softmax", "output_activation": "identity"}, {"residual": 0.7}, {"residual": 1, "inputs": 5},
             {"normalization": "layer"}, {"normalization": "batch"}, {"normalization": "rms"},
             {"normalization": "layer", "norm_position": "before", "residual": 0.5},
             {"normalization": "rms", "norm_position": "post_residual", "residual": 0.5},
             {"layers": json.dumps([{"layer": 2, "width": 3, "activation": "gelu"}])},
             {"activation": "leaky_relu", "slope": 0.3}, {"activation": "tanh", "step": 7, "epochs": 20}]
SCENARIOS += [{"activation": each} for each in ACTIVATIONS if each not in ("formula", "step")]


def numbers(text):
    lines = text.split("\n")
    return [float(lines[0].split()[1])] + [float(word) for line in lines[2:] if line for word in line.split()[1:]]


def ran(path, alone):
    """What it prints: as a program of its own, or in this one, which has PyTorch at hand."""
    if path.suffix == ".py" and alone:
        return subprocess.check_output([sys.executable, path], text=True, cwd="/")
    if path.suffix == ".py":
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            runpy.run_path(str(path))
        return out.getvalue()
    notebook = json.loads(path.read_text())
    assert notebook["nbformat"] == 4 and len({each["id"] for each in notebook["cells"]}) == len(notebook["cells"])
    if shutil.which("jupyter-nbconvert"):
        subprocess.run(["jupyter-nbconvert", "--to", "notebook", "--execute", "--inplace", path], check=True, capture_output=True)
        return "".join(output["text"] if isinstance(output["text"], str) else "".join(output["text"])
                       for cell in json.loads(path.read_text())["cells"] for output in cell.get("outputs", []))
    out, names, before = io.StringIO(), {}, os.getcwd()
    os.chdir(path.parent)
    with contextlib.redirect_stdout(out):
        for each in notebook["cells"]:
            if each["cell_type"] == "code":
                exec(each["source"], names)  # pylint: disable=exec-used
    os.chdir(before)
    return out.getvalue()


def main(cli):
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, changes in enumerate(SCENARIOS):
            scenario = {**BASE, **changes}
            step = [f"--step={scenario.pop('step')}"] if "step" in scenario else []
            arguments = [f"--set={key}={value}" for key, value in scenario.items()] + step
            ours = json.loads(subprocess.check_output([cli, "evaluate", *arguments, "--format=json"]))
            expected = [ours["cost"]] + [10 ** layer[name]["log10"] if layer[name]["sign"] else 0
                                         for layer in ours["layers"] for name in ("bias_speed", "weight_speed")]
            kinds = (("numpy", "py"), ("pytorch", "py")) + ((("notebook", "ipynb"),) if number < 3 else ())
            for kind, suffix in kinds:
                path = pathlib.Path(folder) / f"{kind} {number}.{suffix}"
                subprocess.run([cli, "network", *arguments, f"--format={kind}", f"--out={path}"], check=True)
                # Sums of as many numbers as here leave 1e-15 of the largest one.
                rounding = 1e-14 * max(expected)
                for one, other in zip(expected, numbers(ran(path, number == 0)), strict=True):
                    found = max(0, abs(one - other) - rounding) / max(abs(one), rounding)
                    worst = max(worst, abs(one - other) / max(expected))
                    if not found <= 1e-10:
                        sys.exit(f"{kind}, {changes}: {one} and {other}\n{path.read_text()}")
        for changes in ({"dropout": 0.5}, {"activation": "formula"}, {"gate": "leaky"}, {"tied": "true"}):
            refused = subprocess.run([cli, "network", *[f"--set={key}={value}" for key, value in {**BASE, **changes}.items()],
                                      f"--out={folder}/none.py"], capture_output=True, text=True, check=False)
            if refused.returncode != 2 or len(refused.stderr.splitlines()) != 1 or os.path.exists(f"{folder}/none.npz"):
                sys.exit(f"{changes}: {refused.stderr}")
    print(f"{len(SCENARIOS)} scenarios, at most {worst:.1e} of the largest number apart")


main(sys.argv[1])

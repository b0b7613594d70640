#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cells of `deltascope-cli map` against PyTorch's automatic differentiation in float64, to 1e-9 in log10.

pytorch_maps.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where PyTorch is not installed.

200 cells, chosen by chance, of maps over scales, depths, inputs and activations: the network of each cell is what
`network` writes of its scenario, and PyTorch says what its gradients are.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import pytorch  # the file beside this one; it ends with 77 where there is nothing to compare with

CELLS = 200
TOLERANCE = 1e-9
WIDE = dict(depth=7, width=16, inputs=8, outputs=8, initializer="mean_field", activation="tanh",
            output_activation="arctan", data="gaussian", mean_square=1, loss="quadratic")
CHAIN = dict(depth=9, loss="quadratic", activation="sigmoid", output_activation="sigmoid")
# Scenario, measure, axes, the measure by PyTorch's log10 of speeds of the biases.
MAPS = [
    (WIDE, "speed_ratio:layer=1", ["gain=0.5:3:23", "bias_std=0:1.5:17"], lambda s: s[0] - s[-1]),
    (WIDE, "speed:layer=3", ["bias_std=0.1:2:31:log", "gain=0.5:3:9"], lambda s: s[2]),
    (WIDE, "speed_ratio:layer=2,against=5", ["depth=5:20", "mean_square=0.01:10:12:log"], lambda s: s[1] - s[4]),
    (WIDE, "speed_ratio:layer=1", ["width=2:40", "activation=tanh,softsign,gelu,swish"], lambda s: s[0] - s[-1]),
    (CHAIN, "speed_ratio:layer=1", ["weight=-12:12:49", "bias=-4:4:33"], lambda s: s[0] - s[-1]),
    (CHAIN, "speed:layer=2", ["bias=-4:4:33", "input=-1:1:21"], lambda s: s[1]),
]


def value_at(axis, i):
    if "choices" in axis:
        return axis["choices"][i]
    share = i / (axis["count"] - 1)
    if axis["scale"] == "logarithmic":
        return axis["from"] * (axis["to"] / axis["from"]) ** share
    return axis["from"] + (axis["to"] - axis["from"]) * share


def made(cli, folder, scenario, measure, axes):
    out = pathlib.Path(folder) / "map.json"
    arguments = [f"--set={key}={value}" for key, value in scenario.items()] + [f"--over={axis}" for axis in axes]
    subprocess.run([cli, "map", f"--of={measure}", *arguments, f"--out={out}"], check=True)
    return json.loads(out.read_text())


def main():
    cli = sys.argv[1]
    chance = random.Random(20)
    worst = -1.0, ""
    with tempfile.TemporaryDirectory() as folder:
        maps = [(each, made(cli, folder, *each[:3])) for each in MAPS]
    compared = 0
    while compared < CELLS:
        (scenario, measure, axes, of_speeds), found = chance.choice(maps)
        x, y = found["map"]["x"], found["map"]["y"]
        row = chance.randrange(len(found["cells"]))
        column = chance.randrange(len(found["cells"][0]))
        value = found["cells"][row][column]
        if not isinstance(value, float) or abs(value) > 30:
            continue  # beyond what plain doubles can tell
        own = {**scenario, x["parameter"]: value_at(x, column), y["parameter"]: value_at(y, row)}
        for key in ("depth", "width"):
            if key in own:
                own[key] = round(own[key])
        _, speeds = pytorch.speeds(own, pytorch.ask(cli, "network", own, "--out", "-"))
        deviation = abs(of_speeds([bias for _, bias in speeds]) - value)
        worst = max(worst, (deviation, f"{measure} at {own}"))
        compared += 1
        if not deviation <= TOLERANCE:
            print(f"deviates by {deviation:.1e}: {measure} at {own}")
    print(f"{compared} cells, largest deviation {worst[0]:.1e}: {worst[1]}; allowed {TOLERANCE:.0e}")
    return 0 if worst[0] <= TOLERANCE else 1


if __name__ == "__main__":
    sys.exit(main())

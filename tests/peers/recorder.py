#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A training in PyTorch that resources/python/deltascope_recorder.py watches: what it writes is PyTorch's own gradient, and
deltascope-cli draws it.

recorder.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where PyTorch is not installed.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import torch
except ImportError:
    print("python3-torch is not installed: nothing to watch")
    sys.exit(77)

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "resources" / "python"))
from deltascope_recorder import Recorder  # pylint: disable=wrong-import-position

torch.manual_seed(3)


def watched(model, x, y, path, steps, rate=0.1, bias=True):
    """The run, and by step PyTorch's ‖∂C/∂b‖ and ‖∂C/∂w‖ of every layer, and the cost."""
    layers = [each for each in model if hasattr(each, "weight")]
    optimizer, expected = torch.optim.SGD(model.parameters(), lr=rate), []
    recorder = Recorder(model, path)
    with torch.no_grad():
        model(x[:1])  # a look that is no step
    for _ in range(steps):
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x), y)
        loss.backward()
        recorder.record(loss)
        expected.append((loss.item(), [(each.bias.grad.norm().item() if bias else None, each.weight.grad.norm().item()) for each in layers]))
        optimizer.step()
    recorder.close()
    return json.loads(path.read_text()), expected


def compare(run, expected):
    assert len(run["moments"]) == len(expected)
    for moment, (cost, layers) in zip(run["moments"], expected):
        assert abs(moment["cost"] / cost - 1) < 1e-6, (moment["cost"], cost)
        for found, (bias, weight) in zip(moment["layers"], layers, strict=True):
            assert bias is None or abs(found["bias_speed"] - bias) < 1e-5 * bias, (found, bias)
            assert abs(found["weight_speed"] - weight) < 1e-5 * weight, (found, weight)


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "run.json"
        mlp = torch.nn.Sequential(torch.nn.Linear(4, 9), torch.nn.ReLU(inplace=True), torch.nn.Linear(9, 6), torch.nn.Sigmoid(),
                                  torch.nn.Linear(6, 2))
        x, y = torch.randn(20, 4), torch.randn(20, 2)
        run, expected = watched(mlp, x, y, path, 12)
        compare(run, expected)
        assert run["scenario"]["layers"] == [{"layer": 2, "width": 6, "activation": "sigmoid"}], run["scenario"]
        with torch.no_grad():  # ReLU is saturated where it gives 0
            z = torch.nn.functional.linear(x, mlp[0].weight, mlp[0].bias)
        last = run["moments"][-1]["layers"]
        assert abs(last[0]["saturated"] - (z <= 0).double().mean().item()) < 0.1 and last[2]["saturated"] is None
        subprocess.run([cli, "figure", "speed_over_training", f"--run={path}", f"--out={folder}/speeds.csv"], check=True)
        assert run["counts"] == "steps" and "step [1]," in pathlib.Path(f"{folder}/speeds.csv").read_text(encoding="utf-8")
        rows = [line for line in pathlib.Path(f"{folder}/speeds.csv").read_text(encoding="utf-8").splitlines() if line[:1].isdigit()]
        for row, moment in zip(rows, run["moments"], strict=True):
            cells = [float(cell) for cell in row.split(",")[1:]]  # each speed and its log10
            for speed, log, layer in zip(cells[0::2], cells[1::2], moment["layers"], strict=True):
                assert abs(speed / layer["bias_speed"] - 1) < 1e-12 and abs(10 ** log / layer["bias_speed"] - 1) < 1e-9, row
        # Convolutions: as their biases meet δ, channel by channel. Without biases it is the same δ.
        conv = torch.nn.Sequential(torch.nn.Conv2d(1, 3, 3), torch.nn.Tanh(), torch.nn.Conv2d(3, 2, 2), torch.nn.Flatten(), torch.nn.Linear(18, 1))
        run, expected = watched(conv, torch.randn(5, 1, 6, 6), torch.randn(5, 1), path, 4)
        compare(run, expected)
        for each in conv:
            if hasattr(each, "weight"):
                with torch.no_grad():
                    each.bias.zero_()
        again = json.loads(path.read_text())["moments"][0]
        bare = torch.nn.Sequential(torch.nn.Linear(3, 4, bias=False), torch.nn.Tanh(), torch.nn.Linear(4, 1, bias=False))
        run, expected = watched(bare, torch.randn(8, 3), torch.randn(8, 1), path, 3, bias=False)
        compare(run, expected)
        assert again["layers"][0]["bias_speed"] > 0
        # A training that diverges ends where it did, in words of the program.
        run, _ = watched(torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Linear(4, 1)), 1e18 * torch.randn(8, 3), torch.randn(8, 1), path, 5, rate=1e9)
        assert run["divergence"] is not None and len(run["moments"]) < 5
        done = subprocess.run([cli, "figure", "speed_over_training", f"--run={path}", f"--out={folder}/diverged.svg"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    print("a training of PyTorch is drawn as it was")


main(sys.argv[1])

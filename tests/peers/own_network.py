#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks of people's own: files as PyTorch, Keras and NumPy users have them are opened by deltascope-cli, and their
learning speeds are those of PyTorch's own backward pass, to the precision of the file's numbers.

own_network.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where PyTorch is not installed.

The .safetensors files are written here, by the published layout: 8 bytes of a length, JSON, bytes.
"""
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

try:
    import numpy
    import torch
except ImportError:
    print("python3-torch is not installed: nothing to compare with")
    sys.exit(77)

torch.set_default_dtype(torch.float64)
torch.manual_seed(5)
SIZES = [5, 7, 7, 3]
NAMES = {torch.float64: "F64", torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16"}
FUNCTIONS = {"relu": torch.nn.ReLU, "tanh": torch.nn.Tanh, "gelu": torch.nn.GELU, "identity": torch.nn.Identity}
worst = {}


def safetensors(path, tensors, metadata=None):
    """In the order that Hugging Face's library writes: by type, then by name."""
    header, data = ({"__metadata__": metadata} if metadata else {}), b""
    for name, tensor in sorted(tensors.items()):
        # Two bytes of bfloat16 are the upper ones of a float32.
        raw = (tensor.float().numpy().view("<u4") >> 16).astype("<u2").tobytes() if tensor.dtype == torch.bfloat16 else tensor.numpy().tobytes()
        header[name] = {"dtype": NAMES.get(tensor.dtype, "I64"), "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def mlp(activation, normalization=None):
    layers = []
    for i, (before, size) in enumerate(zip(SIZES, SIZES[1:])):
        last = i == len(SIZES) - 2
        layers.append(torch.nn.Linear(before, size))
        if not last:
            layers += ([normalization(size)] if normalization else []) + [FUNCTIONS[activation]()]
    return torch.nn.Sequential(*layers)


def ask(cli, command, path, settings, *more):
    arguments = [f"--set={key}={value}" for key, value in settings.items()]
    done = subprocess.run([cli, command, f"--network={path}", *arguments, *more], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} --network {path}: {done.stderr}")
    return json.loads(done.stdout)


SETTINGS = {"data": "gaussian", "examples": 6, "mean_square": 1, "output_activation": "identity", "loss": "quadratic"}


def compare(cli, name, path, model, activation, tolerance, **more):
    """Norms of the gradients by biases and weights of every layer, and the cost, on the examples of `network`."""
    settings = {**SETTINGS, "activation": activation, **more}
    ours = ask(cli, "evaluate", path, settings, "--format", "json")
    written = ask(cli, "network", path, settings, "--out", "-")
    model = model.double()
    model.zero_grad()
    a = model(torch.tensor(written["inputs"]))
    cost = ((a - torch.tensor(written["targets"])) ** 2).sum() / 2 / len(a)
    cost.backward()
    linear = [each for each in model if isinstance(each, torch.nn.Linear)]
    behind = [model[list(model).index(each) + 1] if list(model).index(each) + 1 < len(model) else None for each in linear]
    found = abs(ours["cost"] - cost.item()) / cost.item()
    for layer, each, next_one in zip(ours["layers"], linear, behind, strict=True):
        biases = next_one.bias if isinstance(next_one, (torch.nn.LayerNorm, torch.nn.BatchNorm1d)) else each.bias
        for ours_is, theirs in (("bias_speed", biases), ("weight_speed", each.weight)):
            found = max(found, abs(10 ** layer[ours_is]["log10"] / theirs.grad.norm().item() - 1))
    worst[name] = found
    if not found <= tolerance:
        sys.exit(f"{name}: {found}")


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder)
        for activation in ("relu", "tanh", "gelu"):
            for kind in (torch.float64, torch.float32, torch.float16, torch.bfloat16):
                model = mlp(activation).to(kind)
                file = path / f"{activation}.safetensors"
                safetensors(file, {k: v.detach() for k, v in model.state_dict().items()})
                compare(cli, f"{activation} {kind}", file, model, activation, 1e-12)
        # Keras: in × out. The model is the same one.
        model = mlp("relu")
        linear = [each for each in model if isinstance(each, torch.nn.Linear)]
        keras = {}
        for i, each in enumerate(linear):
            name = "dense" + (f"_{i}" if i else "")
            keras[f"{name}/kernel:0"] = each.weight.detach().numpy().T.astype("f4")
            keras[f"{name}/bias:0"] = each.bias.detach().numpy().astype("f4")
        numpy.savez(path / "keras.npz", **keras)
        numpy.savez_compressed(path / "weights.npz", *keras.values())  # model.get_weights()
        numpy.savez(path / "paper.npz", **{f"{k}{i}": v for i, each in enumerate(linear, 1) for k, v in
                                          (("W", numpy.asfortranarray(each.weight.detach().numpy())), ("b", each.bias.detach().numpy()))})
        numpy.savez(path / "shuffled.npz", **{f"{name}.{k}": v.detach().numpy() for name, i in
                                             (("z_first", 0), ("a_last", 2), ("m", 1)) for k, v in
                                             (("weight", linear[i].weight), ("bias", linear[i].bias))})
        compare(cli, "W1, b1 …, by columns", path / "paper.npz", model, "relu", 1e-12)
        with torch.no_grad():  # what single precision left of them
            for each in linear:
                each.weight.copy_(each.weight.float())
                each.bias.copy_(each.bias.float())
        compare(cli, "dense/kernel:0", path / "keras.npz", model, "relu", 1e-12)
        compare(cli, "arr_0 …, deflated", path / "weights.npz", model, "relu", 1e-12)
        for kind, key in ((torch.nn.LayerNorm, "layer"), (torch.nn.BatchNorm1d, "batch")):
            model = mlp("tanh", kind)
            with torch.no_grad():
                for each in model:
                    if isinstance(each, kind):
                        each.bias.normal_()
                if key == "layer":
                    for each in list(model)[:-1]:
                        if isinstance(each, torch.nn.Linear):
                            each.bias.zero_()
            safetensors(path / "norm.safetensors", {k: v.detach() for k, v in model.state_dict().items()})
            compare(cli, f"{key} normalization", path / "norm.safetensors", model, "tanh", 1e-9)
        # What we write comes back as it was.
        for suffix in ("safetensors", "npz", "json"):
            settings = {"depth": 4, "width": 6, "inputs": 3, "outputs": 2, "initializer": "glorot_uniform",
                        "activation": "tanh", "normalization": "rms", "residual": 0.5, "data": "gaussian", "examples": 4}
            arguments = [f"--set={key}={value}" for key, value in settings.items()]
            subprocess.run([cli, "network", *arguments, f"--out={path}/ours.{suffix}"], check=True)
            before = json.loads(subprocess.check_output([cli, "evaluate", *arguments, "--format=json"]))
            after = json.loads(subprocess.check_output(
                [cli, "evaluate", f"--network={path}/ours.{suffix}", "--set=data=gaussian", "--set=examples=4", "--format=json"],
                stderr=subprocess.DEVNULL))
            if before["layers"] != after["layers"]:
                sys.exit(f"what was written as {suffix} is another network")
    for name, found in worst.items():
        print(f"{name}: {found:.1e}")


main(sys.argv[1])

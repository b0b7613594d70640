#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learning speeds of deltascope-cli against PyTorch's automatic differentiation in float64, to 1e-10 in log10, and the
course of a training under every parametrization; 300 random scenarios of remedies (places of a normalization, scales of
residual connections, dropout with its mask) to 1e-9, and their courses over 200 steps.

pytorch.py DELTASCOPE_CLI   ends with 0 where all agree, 1 where not, 77 where PyTorch is not installed.

Every activation x start rule x remedy, and the three costs: the weights, inputs and targets are those that `network`
writes, the formulas below are PyTorch's own or stand here, and nothing else of Deltascope is used.
"""
import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    print("python3-torch is not installed: nothing to compare with")
    sys.exit(77)

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
TOLERANCE = 1e-10
SIZES = dict(depth=6, width=8, inputs=5, outputs=3, examples=7, seed=3, data="gaussian", mean_square=1)
FORMULAS = {
    "sin(z)+z/(1+z^2)": lambda z: torch.sin(z) + z / (1 + z ** 2),
    "z*tanh(log(1+exp(z)))": lambda z: z * torch.tanh(F.softplus(z, threshold=1000)),
    "max(min(z,2),-0.1*z)": lambda z: torch.maximum(torch.clamp(z, max=2), -0.1 * z),
    "erf(z)*exp(-z^2/8)+abs(z-0.3)/7": lambda z: torch.erf(z) * torch.exp(-z ** 2 / 8) + torch.abs(z - 0.3) / 7,
    "log(1+z^2)-sqrt(1+z^2)/4": lambda z: torch.log1p(z ** 2) - torch.sqrt(1 + z ** 2) / 4,
}
STANDARD = {"slope": 0.01, "formula": "sin(z)+z/(1+z^2)"}
ACTIVATIONS = {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "lecun_tanh": lambda z: 1.7159 * torch.tanh(2 * z / 3),
    "softsign": F.softsign, "relu": torch.relu, "leaky_relu": lambda z: F.leaky_relu(z, 0.01), "elu": F.elu,
    "selu": F.selu, "mish": F.mish, "hard_tanh": F.hardtanh, "softplus": lambda z: torch.logaddexp(z, torch.zeros_like(z)), "gelu": F.gelu, "swish": F.silu,
    "arctan": torch.atan, "identity": lambda z: z, "step": lambda z: (z > 0).to(z.dtype) + 0 * z,
    "formula": None,
}
RULES = ["standard_normal", "scaled_normal", "lecun_normal", "glorot_standard", "glorot_uniform", "he_normal",
         "orthogonal", "sparse", "mean_field", "kumar_normal", "random_walk", "uniform_biased", "lsuv", "fixup"]
REMEDIES = [{}, {"residual": 0.5}, {"normalization": "layer"}, {"normalization": "batch"},
            {"normalization": "rms"}]
# PyTorch takes the slope of tanh and sigmoid from the value, which has no digits left where they saturate: outputs that
# random weights drive there are given another activation.
LOSSES = [{"loss": "quadratic", "output_activation": "sigmoid"}, {"loss": "quadratic", "output_activation": "arctan"},
          {"loss": "cross_entropy", "output_activation": "sigmoid"},
          {"loss": "softmax", "output_activation": "identity"}]


def activated(name, scenario, z):
    if name == "formula":
        return FORMULAS[scenario["formula"]](z)
    return F.leaky_relu(z, scenario["slope"]) if name == "leaky_relu" else ACTIVATIONS[name](z)


def cost(loss, z, a, y):
    if loss == "quadratic":
        each = ((a - y) ** 2).sum(1) / 2
    elif loss == "cross_entropy":
        each = F.binary_cross_entropy_with_logits(z, y, reduction="none").sum(1)
    else:
        each = -(y * F.log_softmax(z, 1)).sum(1)
    return each.mean()


def normalized(kind, h):
    if kind == "layer":
        return F.layer_norm(h, h.shape[1:], eps=1e-5)
    if kind == "batch":
        return F.batch_norm(h, None, None, training=True, eps=1e-5)
    if kind == "rms":
        return h / (h.square().mean(1, keepdim=True) + 1e-5).sqrt()
    return h


def through(scenario, weights, biases, scales, masks, a):
    """z and a of the last layer. `scales` and `masks`: of each layer, what f(z) is multiplied by, or None."""
    kind, place = scenario.get("normalization", "none"), scenario.get("norm_position", "after")
    for layer, (w, b) in enumerate(zip(weights, biases), 1):
        last = layer == len(weights)
        below = a
        z = (normalized(kind, a) if place == "before" and layer > 1 else a) @ w.T
        if not last and place == "after":
            z = normalized(kind, z)
        z = z + b
        own = next((each for each in scenario.get("layers", []) if each["layer"] == layer), {})
        name = scenario["output_activation"] if last else own.get("activation", scenario["activation"])
        a = activated(name, scenario, z)
        if last:
            break
        if masks is not None:
            a = a * masks[layer - 1]
        if a.shape == below.shape and scenario.get("residual", 0) != 0:
            a = (a if scales is None else scales[layer - 1] * a) + scenario["residual"] * below
        if place == "post_residual":
            a = normalized(kind, a)
    return z, a


def tensors(numbers, **more):
    return [torch.tensor(each, dtype=torch.float64, **more) for each in numbers]


def speeds(scenario, network):
    """log10 of the norms of the gradient by the biases and by the weights of each layer, and the cost."""
    weights, biases = tensors(network["weights"], requires_grad=True), tensors(network["biases"], requires_grad=True)
    masks = [None if mask is None else torch.tensor(mask, dtype=torch.float64) for mask in network["masks"]] if "masks" in network else None
    z, a = through(scenario, weights, biases, network.get("residual_scales"), masks, torch.tensor(network["inputs"], dtype=torch.float64))
    total = cost(scenario["loss"], z, a, torch.tensor(network["targets"], dtype=torch.float64))
    total.backward()
    return total.item(), [[w.grad.norm().log10().item(), b.grad.norm().log10().item()] for w, b in zip(weights, biases)]


def ask(cli, command, scenario, *more):
    arguments = [f"--set={key}={json.dumps(value) if key == 'layers' else value}" for key, value in scenario.items()]
    done = subprocess.run([cli, command, *arguments, *more], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command} {' '.join(arguments)}: {done.stderr}")
    return json.loads(done.stdout)


def compare(cli, scenario):
    ours = ask(cli, "evaluate", scenario, "--format", "json")
    total, theirs = speeds(scenario, ask(cli, "network", scenario, "--out", "-"))
    worst = abs(ours["cost"] - total) / max(1, abs(total))
    # A bias that the next batch normalization takes out again has the gradient 0, and both hold only what rounding left.
    rounding = 1e-14 * max(10 ** value for pair in theirs for value in pair)
    if scenario.get("norm_position") == "post_residual" or scenario.get("norm_position") == "before":
        rounding *= 10  # it passes a normalization more
    for layer, pair in zip(ours["layers"], theirs, strict=True):
        for name, value in zip(("weight_speed", "bias_speed"), pair):
            if layer[name]["sign"] == 0:
                worst = max(worst, 0 if 10 ** value <= rounding else float("inf"))
            elif abs(10 ** layer[name]["log10"] - 10 ** value) > rounding:
                worst = max(worst, abs(layer[name]["log10"] - value))
    return worst, scenario


PARAMETRIZATIONS = {
    "standard": (lambda w: [w], lambda w: w),
    "weight_normalization": (lambda w: [w, w.norm(dim=1, keepdim=True)], lambda v, g: g * v / v.norm(dim=1, keepdim=True)),
}


def course(cli, parametrization):
    """Largest deviation of log10 ‖∂C/∂b‖ of any layer in a descent by automatic differentiation."""
    scenario = {**SIZES, "activation": "tanh", "output_activation": "tanh", "initializer": "glorot_uniform",
                "parametrization": parametrization, "optimizer": "momentum", "momentum": 0.9, "learning_rate": 0.3,
                "epochs": 40}
    arguments = [f"--set={key}={value}" for key, value in scenario.items()]
    table = subprocess.check_output([cli, "train", *arguments, "--format", "csv"], text=True).splitlines()
    columns = table[0].split(",")
    first = columns.index("speed_1")
    network = ask(cli, "network", scenario, "--out", "-")
    begin, made = PARAMETRIZATIONS[parametrization]
    learnt = [[torch.tensor(b, dtype=torch.float64)]
              + [v.clone() for v in begin(torch.tensor(w, dtype=torch.float64))]
              for w, b in zip(network["weights"], network["biases"])]
    numbers = [number.requires_grad_() for layer in learnt for number in layer]
    descent = torch.optim.SGD(numbers, lr=scenario["learning_rate"], momentum=scenario["momentum"])
    worst = 0
    for row in table[1:]:
        descent.zero_grad()
        a = torch.tensor(network["inputs"], dtype=torch.float64)
        for b, *of_weights in learnt:
            a = torch.tanh(a @ made(*of_weights).T + b)
        cost("quadratic", None, a, torch.tensor(network["targets"], dtype=torch.float64)).backward()
        for ours, (b, *_) in zip(row.split(",")[first:], learnt, strict=True):
            worst = max(worst, abs(torch.log10(torch.tensor(float(ours)) / b.grad.norm()).item()))
        descent.step()
    return worst


def random_remedies(draw):
    """A scenario of those that the tests of single remedies do not have."""
    remedy = {"residual": draw.choice([0, 0.5, 1, 1]), "normalization": draw.choice(["none", "layer", "rms", "batch"]),
              "norm_position": draw.choice(["after", "before", "post_residual"]),
              "residual_scale": draw.choice(["constant", "inverse_root_depth", "learned_zero"]),
              "dropout": draw.choice([0, 0, 0.1, 0.4])}
    shape = {"depth": draw.randint(2, 9), "width": draw.randint(6, 14), "inputs": draw.randint(1, 14),
             "outputs": draw.randint(1, 4), "examples": draw.randint(3, 9), "seed": draw.randint(0, 10 ** 6),
             "data": "gaussian", "mean_square": 1}
    if draw.random() < 0.5:
        shape["inputs"] = shape["width"]
    return {**shape, **STANDARD, "activation": draw.choice(list(ACTIVATIONS)), "initializer": draw.choice(RULES), **remedy,
            **draw.choice(LOSSES)}


MASK = (1 << 64) - 1


def scrambled(value):
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def masks_of(scenario, step):
    """Those of dropout, as core/maths.md 1.20 has them."""
    share = scenario["dropout"]
    start = scrambled((scrambled(scenario["seed"] ^ (0x6D61736B << 32)) + step) & MASK)
    masks = []
    for layer in range(1, scenario["depth"]):
        of_layer = scrambled((start + layer) & MASK)
        rows = []
        for example in range(scenario["examples"]):
            key = scrambled((of_layer + example) & MASK)
            rows.append([0.0 if (scrambled((key + neuron) & MASK) >> 11) * 2.0 ** -53 < share else 1 / (1 - share)
                         for neuron in range(scenario["width"])])
        masks.append(torch.tensor(rows))
    return masks


def course_of(cli, remedy):
    """Largest deviation of log10 ‖∂C/∂b‖ of any layer over 200 steps of gradient descent."""
    scenario = {**SIZES, "depth": 5, "activation": "tanh", "output_activation": "tanh", "initializer": "glorot_uniform",
                "inputs": SIZES["width"], "loss": "quadratic", "learning_rate": 0.1, "epochs": 200, **remedy}
    arguments = [f"--set={key}={value}" for key, value in scenario.items()]
    table = subprocess.check_output([cli, "train", *arguments, "--format", "csv"], text=True).splitlines()
    columns = table[0].split(",")
    first = columns.index("speed_1")
    network = ask(cli, "network", scenario, "--out", "-")
    weights, biases = tensors(network["weights"], requires_grad=True), tensors(network["biases"], requires_grad=True)
    learns = scenario.get("residual_scale") == "learned_zero"
    scales = tensors(network["residual_scales"], requires_grad=learns) if "residual_scales" in network else None
    numbers = weights + biases + (scales if learns else [])
    descent = torch.optim.SGD(numbers, lr=scenario["learning_rate"])
    worst = 0
    for step, row in enumerate(table[1:]):
        descent.zero_grad()
        masks = masks_of(scenario, step) if scenario.get("dropout", 0) else None
        if step == 0 and masks is not None and any(
                not torch.equal(own, torch.tensor(theirs)) for own, theirs in zip(masks, network["masks"])):
            return float("inf")
        z, a = through(scenario, weights, biases, scales, masks, torch.tensor(network["inputs"], dtype=torch.float64))
        cost("quadratic", z, a, torch.tensor(network["targets"], dtype=torch.float64)).backward()
        for ours, b in zip(row.split(",")[first:], biases, strict=True):
            norm = b.grad.norm().item()
            if float(ours) == 0 or norm == 0:
                worst = max(worst, abs(float(ours) - norm))
            else:
                worst = max(worst, abs(torch.log10(torch.tensor(float(ours) / norm)).item()))
        descent.step()
    return worst


COURSES = [{"residual": 1, "normalization": "layer", "norm_position": "before"},
           {"residual": 1, "normalization": "rms", "norm_position": "post_residual"},
           {"residual": 1, "normalization": "batch", "norm_position": "before"},
           {"residual": 1, "residual_scale": "inverse_root_depth"}, {"residual": 1, "residual_scale": "learned_zero"},
           {"dropout": 0.3},
           {"dropout": 0.2, "residual": 0.5, "residual_scale": "learned_zero", "normalization": "layer",
            "norm_position": "before"},
           {"initializer": "lsuv"}, {"residual": 1, "initializer": "fixup"}]


def main():
    cli = sys.argv[1]
    for remedy in COURSES:
        worst = course_of(cli, remedy)
        print(f"200 steps with {remedy}: largest deviation {worst:.1e}")
        if not worst <= 1e-8:  # what rounding leaves grows on the way
            return 1
    draw = random.Random(21)
    with ThreadPoolExecutor(2) as pool:
        drawn = list(pool.map(lambda scenario: compare(cli, scenario), [random_remedies(draw) for _ in range(300)]))
    for deviation, scenario in drawn:
        if not deviation <= 1e-9:
            print(f"deviates by {deviation:.1e}: {scenario}")
    print(f"{len(drawn)} random scenarios of remedies, largest deviation {max(d for d, _ in drawn):.1e}")
    if not all(deviation <= 1e-9 for deviation, _ in drawn):
        return 1
    known = {row["id"] for row in json.loads(
        subprocess.check_output([cli, "list", "parametrizations", "--format", "json"]))["parametrizations"]}
    if known != set(PARAMETRIZATIONS):
        raise SystemExit(f"give this script the formula of {known ^ set(PARAMETRIZATIONS)}")
    for parametrization in PARAMETRIZATIONS:
        worst = course(cli, parametrization)
        print(f"40 steps under {parametrization}: largest deviation {worst:.1e}")
        if not worst <= TOLERANCE:
            return 1
    scenarios = []
    for activation in ACTIVATIONS:
        for rule in RULES:
            for remedy in REMEDIES:
                loss = LOSSES[len(scenarios) % len(LOSSES)]
                scenarios.append({**SIZES, **STANDARD, "activation": activation, "initializer": rule, **remedy, **loss})
    for remedy in REMEDIES: # every layer its own
        for shift in range(len(ACTIVATIONS)):
            names = list(ACTIVATIONS)[shift:] + list(ACTIVATIONS)[:shift]
            layers = [{"layer": layer, "width": 4 + (5 * layer + shift) % 7, "activation": names[layer]}
                      for layer in range(1, SIZES["depth"])]
            scenarios.append({**SIZES, **STANDARD, "activation": "tanh", "initializer": RULES[shift % len(RULES)], **remedy,
                              **LOSSES[shift % len(LOSSES)], "layers": layers})
    for remedy in REMEDIES:
        for formula in FORMULAS:
            scenarios.append({**SIZES, "slope": 0.01, "formula": formula, "activation": "formula", **remedy,
                              "initializer": "glorot_uniform", "loss": "quadratic", "output_activation": "formula"})
        for slope in (0.3, 0, -1, 1, 2.5):
            scenarios.append({**SIZES, **STANDARD, "slope": slope, "activation": "leaky_relu", **remedy,
                              "initializer": "he_normal", "loss": "quadratic", "output_activation": "leaky_relu"})
    listed = subprocess.check_output([cli, "list", "activations", "--format", "json"])
    known = {row["id"] for row in json.loads(listed)["activations"]}
    if known != set(ACTIVATIONS):
        raise SystemExit(f"give this script the formula of {known ^ set(ACTIVATIONS)}")
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda scenario: compare(cli, scenario), scenarios))
    worst, where = max(results, key=lambda result: result[0])
    wrong = [result for result in results if not result[0] <= TOLERANCE]
    for deviation, scenario in wrong:
        print(f"deviates by {deviation:.1e}: {scenario}")
    print(f"{len(results)} scenarios, largest deviation {worst:.1e} at {where}; allowed {TOLERANCE:.0e}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks of tied layers against PyTorch's automatic differentiation in float64: inputs at every step, leaky layers, a
learnt gate. Learning speeds of random scenarios to 1e-9 in log10, and the course
of trainings, in which every gradient takes part.

pytorch_recurrent.py DELTASCOPE_CLI [COUNT]   ends with 0 where all agree, 1 where not, 77 where PyTorch is not installed.
"""
import json
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

try:
    import torch
except ImportError:
    print("python3-torch is not installed: nothing to compare with")
    sys.exit(77)

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
TOLERANCE = 1e-9
ACTIVATIONS = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "arctan": torch.atan,
               "softplus": lambda z: torch.logaddexp(z, torch.zeros_like(z)),
               "relu": torch.relu, "identity": lambda z: z}


def number(values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def tensors(network):
    """What is learnt: U, b_1, w, b, w_L, b_L, and W_z with U_z, b_z where there is a gate."""
    learnt = {}
    for name, layer in (("first", 0), ("step", 1), ("last", -1)):
        learnt[name] = [number(network[kind][layer]) for kind in ("weights", "biases")]
    if "gates" in network:
        learnt["gate"] = [number(network["gates"][1][kind]) for kind in ("weights", "biases")]
    return learnt


def through(scenario, learnt, inputs, gradients=None):
    """The last layer's activation. `gradients` gets z and the gate's s of every layer, for what each step gives."""
    steps = scenario["depth"] - 1
    n = scenario["inputs"]
    f = ACTIVATIONS[scenario["activation"]]

    def kept(z):
        if gradients is not None:
            z.retain_grad()
            gradients.append(z)
        return z

    (u, b1), (w, b), (wl, bl) = learnt["first"], learnt["step"], learnt["last"]
    a = f(kept(inputs[:, :n] @ u.T + b1))
    if n == scenario["width"]:  # then layer 1 has its residual connection too
        a = a + scenario["residual"] * inputs[:, :n]
    for step in range(1, steps):
        before = a
        x = inputs[:, step * n:(step + 1) * n]
        z = before @ w.T + b
        if scenario["feed"] == "every":
            z = z + x @ u.T
        a = f(kept(z))
        share = scenario["leak"]
        if scenario["gate"] == "gru":
            entering = torch.cat([before, x], 1) if scenario["feed"] == "every" else before
            share = torch.sigmoid(entering @ learnt["gate"][0].T + learnt["gate"][1])
        if scenario["gate"] != "none":
            a = (1 - share) * before + share * a
        a = a + scenario["residual"] * before
    return ACTIVATIONS[scenario["output_activation"]](kept(a @ wl.T + bl))


def cost(a, targets):
    return ((a - targets) ** 2).sum(1).mean() / 2


def arguments(scenario):
    return [f"--set={key}={value}" for key, value in scenario.items()]


def ask(cli, command, scenario, *more):
    done = subprocess.run([cli, command, *arguments(scenario), *more], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{command} {' '.join(arguments(scenario))}: {done.stderr}")
    return done.stdout


def network_of(cli, scenario, *more):
    return json.loads(ask(cli, "network", scenario, "--out", "-", *more))


def drawn(number):
    """A scenario with tied layers."""
    draw = random.Random(number)
    feed, gate = draw.choice(["first", "every"]), draw.choice(["none", "leaky", "gru"])
    scenario = dict(
        tied="true", depth=draw.randint(4, 40), width=draw.choice([1, 2, 5, 16]), inputs=draw.randint(1, 4),
        outputs=draw.randint(1, 3), examples=draw.choice([1, 2, 7]), feed=feed, gate=gate,
        leak=round(draw.uniform(0.02, 0.98), 3), residual=draw.choice([0, 0, 0.3]), data="gaussian", mean_square=1,
        seed=draw.randint(1, 1000), activation=draw.choice(list(ACTIVATIONS)[:5]),
        output_activation=draw.choice(["identity", "arctan"]), gain=round(draw.uniform(0.3, 1.3), 2),
        initializer=draw.choice(["orthogonal", "scaled_normal", "glorot_uniform", "standard_normal"]),
        epochs=5)
    return scenario


def deviation(ours, theirs, rounding):
    """Between two log10; None is an exact 0. What is less than `rounding` apart is the same."""
    if abs((0 if ours is None else 10 ** ours) - theirs) <= rounding:
        return 0
    return float("inf") if ours is None else abs(ours - torch.log10(torch.tensor(theirs)).item())


def compare(cli, number):
    scenario = drawn(number)
    network = network_of(cli, scenario)
    ours = json.loads(ask(cli, "evaluate", scenario, "--format", "json"))
    learnt, gradients = tensors(network), []
    inputs, targets = (torch.tensor(network[key], dtype=torch.float64) for key in ("inputs", "targets"))
    total = cost(through(scenario, learnt, inputs, gradients), targets)
    total.backward()
    worst = abs(ours["cost"] - total.item()) / max(1, abs(total.item()))
    norms = [z.grad.sum(0).norm().item() for z in gradients]
    rounding = 1e-14 * max(norms)
    for layer, norm in zip(ours["layers"], norms, strict=True):
        speed = layer["bias_speed"]
        worst = max(worst, deviation(speed["log10"] if speed["sign"] else None, norm, rounding))
    # Small steps: large ones make much of the rounding of a deep network.
    rows, costs = courses(cli, {**scenario, "learning_rate": 0.001, "momentum": 0}, network)
    for ours, theirs in zip(rows, costs, strict=True):
        worst = max(worst, abs(ours - theirs) / max(1, abs(theirs)))
    return worst, scenario


def courses(cli, scenario, network):
    """The cost before each step of a descent, ours and PyTorch's."""
    table = ask(cli, "train", scenario, "--format", "csv").splitlines()
    column = table[0].split(",").index("cost")
    learnt = tensors(network)
    inputs, targets = (torch.tensor(network[key], dtype=torch.float64) for key in ("inputs", "targets"))
    descent = torch.optim.SGD([number for pair in learnt.values() for number in pair],
                              lr=scenario["learning_rate"], momentum=scenario["momentum"])
    theirs = []
    for _ in table[1:]:
        descent.zero_grad()
        total = cost(through(scenario, learnt, inputs), targets)
        total.backward()
        theirs.append(total.item())
        descent.step()
    return [float(row.split(",")[column]) for row in table[1:]], theirs


def course(cli, feed, gate):
    """Largest deviation of log10 of the cost in 200 steps of momentum."""
    scenario = dict(tied="true", depth=12, width=8, inputs=1, outputs=1, examples=10, data="first_bit", mean_square=0.1,
                    feed=feed, gate=gate, leak=0.3, residual=0, activation="tanh", output_activation="sigmoid",
                    initializer="orthogonal", optimizer="momentum", momentum=0.9, learning_rate=0.2, epochs=200)
    ours, theirs = courses(cli, scenario, network_of(cli, scenario))
    worst = max(abs(torch.log10(torch.tensor(one / other)).item()) for one, other in zip(ours, theirs))
    return worst, theirs[-1], len(theirs)


def main():
    cli, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300
    failed = 0
    for feed in ("first", "every"):
        for gate in ("none", "leaky", "gru"):
            worst, last, steps = course(cli, feed, gate)
            print(f"{steps} records, feed {feed}, gate {gate}: cost {last:.6f}, largest deviation {worst:.1e}")
            failed += not worst <= TOLERANCE
    with ThreadPoolExecutor(2) as pool:
        for worst, scenario in pool.map(lambda number: compare(cli, number), range(count)):
            if not worst <= TOLERANCE:
                failed += 1
                print(f"{worst:.1e}: {' '.join(arguments(scenario))}")
    print(f"{count} scenarios, {failed} beyond {TOLERANCE}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

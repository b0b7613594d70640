# SPDX-License-Identifier: GPL-3.0-or-later
"""The row seeds of the performance targets with NumPy, and with PyTorch where it is installed: 200 networks
[784, 30x4, 10] on 100 Gaussian inputs each, drawn, passed forward and backward (logistic, cross-entropy), the norms of
the mean bias and weight gradients of each layer, and their quantiles. Prints the best of several runs in milliseconds.

    python3 seeds.py [--threads N]
"""

import argparse
import time

import numpy

SIZES = [784, 30, 30, 30, 30, 10]
EXAMPLES = 100
NETWORKS = 200


def numpy_network(seed):
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    a = [generator.standard_normal((SIZES[0], EXAMPLES)) * 0.1**0.5]
    weights = []
    for n_in, n_out in zip(SIZES, SIZES[1:]):
        w = generator.standard_normal((n_out, n_in)) / n_in**0.5
        b = generator.standard_normal((n_out, 1))
        weights.append(w)
        a.append(1 / (1 + numpy.exp(-(w @ a[-1] + b))))
    target = numpy.zeros((SIZES[-1], EXAMPLES))
    target[generator.integers(0, SIZES[-1], EXAMPLES), numpy.arange(EXAMPLES)] = 1
    delta = a[-1] - target
    speeds = []
    for l in range(len(weights) - 1, -1, -1):
        norms = numpy.sqrt((delta * delta).sum(axis=0))
        speeds.append((numpy.linalg.norm(delta.mean(axis=1)), norms.mean(), numpy.sqrt((norms * norms).mean()),
                       numpy.linalg.norm(delta @ a[l].T) / EXAMPLES))
        if l > 0:
            delta = (weights[l].T @ delta) * a[l] * (1 - a[l])
    return speeds[::-1]


def numpy_seeds():
    speeds = numpy.log10(numpy.array([numpy_network(seed) for seed in range(NETWORKS)]))
    return numpy.quantile(speeds, [0.05, 0.5, 0.95], axis=0)


def torch_network(torch, seed):
    generator = torch.Generator().manual_seed(seed)

    def normal(*size):
        return torch.randn(*size, generator=generator, dtype=torch.float64)

    a = [normal(SIZES[0], EXAMPLES) * 0.1**0.5]
    weights = []
    for n_in, n_out in zip(SIZES, SIZES[1:]):
        weights.append(normal(n_out, n_in) / n_in**0.5)
        a.append(torch.sigmoid(torch.addmm(normal(n_out, 1), weights[-1], a[-1])))
    target = torch.zeros(SIZES[-1], EXAMPLES, dtype=torch.float64)
    target[torch.randint(SIZES[-1], (EXAMPLES,), generator=generator), torch.arange(EXAMPLES)] = 1
    delta = a[-1] - target
    speeds = []
    for l in range(len(weights) - 1, -1, -1):
        norms = delta.norm(dim=0)
        speeds.append(torch.stack([delta.mean(dim=1).norm(), norms.mean(), norms.square().mean().sqrt(),
                                   (delta @ a[l].T).norm() / EXAMPLES]))
        if l > 0:
            delta = (weights[l].T @ delta) * a[l] * (1 - a[l])
    return torch.stack(speeds[::-1])


def torch_seeds(torch):
    with torch.no_grad():
        speeds = torch.stack([torch_network(torch, seed) for seed in range(NETWORKS)]).log10()
        return torch.quantile(speeds, torch.tensor([0.05, 0.5, 0.95], dtype=torch.float64), dim=0)


def best(run, repeats=7):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=0, help="of PyTorch; 0: as it likes")
    arguments = parser.parse_args()
    medians = 10 ** numpy_seeds()[1, :, 0]
    print("medians, layer 1 first:", " ".join(f"{value:.5f}" for value in medians))
    print(f"numpy {numpy.__version__}: {best(numpy_seeds):.1f} ms")
    try:
        import torch
    except ImportError:
        print("torch: not installed")
        return
    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    print(f"torch {torch.__version__}: {best(lambda: torch_seeds(torch)):.1f} ms")


if __name__ == "__main__":
    main()

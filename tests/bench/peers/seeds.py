# SPDX-License-Identifier: GPL-3.0-or-later
"""The row seeds: 200 networks [784, 30x4, 10] on 100 Gaussian inputs each, drawn, passed forward and backward (logistic,
cross-entropy), the norms of the mean bias and weight gradients of each layer, and their quantiles.

    python3 seeds.py numpy|torch
"""

import measure

numpy = measure.library("numpy")

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


def with_numpy():
    measure.print_median(numpy_seeds)


def with_torch():
    torch = measure.torch_with_threads()
    measure.print_median(lambda: torch_seeds(torch))


measure.main({"numpy": with_numpy, "torch": with_torch})

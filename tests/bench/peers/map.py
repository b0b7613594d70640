# SPDX-License-Identifier: GPL-3.0-or-later
"""The row map: (sigma_w, sigma_b) on 128 x 128 cells with 20 networks each, tanh, 30 layers of 64 neurons on one input,
the learning speed of layer 1 over that of layer 30, and its median. The standard normals are drawn once a network and
scaled in each cell; the cells are the columns of one batch, in shares that stay in the cache.

    python3 map.py numpy|torch [CELLS OF A SHARE]
"""

import measure

numpy = measure.library("numpy")

SIDE, SEEDS, DEPTH, WIDTH = 128, 20, 30, 64


def cells():
    sw, sb = numpy.meshgrid(numpy.linspace(0.5, 3, SIDE), numpy.linspace(0, 2, SIDE))
    return sw.ravel(), sb.ravel()


def normals(seed):
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    weights = generator.standard_normal((DEPTH, WIDTH, WIDTH)) / WIDTH**0.5
    return weights, generator.standard_normal((DEPTH, WIDTH, 1)), generator.standard_normal((WIDTH, 1)), \
        generator.random((WIDTH, 1))


def ratio(matmul, tanh, norm, log10, network, sw, sb):
    """log10 of |delta^1|/|delta^L| in each of some cells."""
    weights, biases, x, y = network
    a, slopes = x + 0 * sw, []
    for w, b in zip(weights, biases):
        z = matmul(w, a)
        z *= sw
        z += b * sb
        a = tanh(z)
        slopes.append(1 - a * a)
    delta = (a - y) * slopes[-1]
    last = norm(delta)
    for l in range(DEPTH - 1, 0, -1):
        delta = matmul(weights[l].T, delta)
        delta *= sw
        delta *= slopes[l - 1]
    return log10(norm(delta) / last)


def with_numpy(share="1024"):
    sw, sb = cells()
    step = int(share)

    def work():
        ratios = numpy.empty((SEEDS, sw.size))
        for seed in range(SEEDS):
            network = normals(seed)
            for i in range(0, sw.size, step):
                ratios[seed, i:i + step] = ratio(numpy.matmul, numpy.tanh, lambda d: numpy.sqrt((d * d).sum(axis=0)),
                                                 numpy.log10, network, sw[i:i + step], sb[i:i + step])
        return numpy.median(ratios, axis=0)

    with numpy.errstate(divide="ignore", invalid="ignore"):
        measure.print_median(work, repeats=1)


def with_torch(share="2048"):
    torch = measure.torch_with_threads()
    sw, sb = (torch.tensor(each) for each in cells())
    step = int(share)

    def work():
        ratios = torch.empty((SEEDS, sw.numel()), dtype=torch.float64)
        for seed in range(SEEDS):
            network = [torch.tensor(each) for each in normals(seed)]
            for i in range(0, sw.numel(), step):
                ratios[seed, i:i + step] = ratio(torch.matmul, torch.tanh, lambda d: d.norm(dim=0), torch.log10,
                                                 network, sw[i:i + step], sb[i:i + step])
        return ratios.median(dim=0)

    with torch.no_grad():
        measure.print_median(work, repeats=3)


measure.main({"numpy": with_numpy, "torch": with_torch})

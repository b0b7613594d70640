# SPDX-License-Identifier: GPL-3.0-or-later
"""The row train-large of the performance targets with NumPy, and with PyTorch where it is installed: [784, 30x4, 10] on
1000 random sparse inputs, logistic, cross-entropy, full batch, 500 steps with the norm of the mean error of each layer
recorded. Prints seconds.

    python3 training.py [--threads N]
"""

import argparse
import time

import numpy

SIZES = [784, 30, 30, 30, 30, 10]
EXAMPLES, STEPS, RATE, DECAY = 1000, 500, 0.1, 5.0


def inputs(generator):
    x = generator.random((SIZES[0], EXAMPLES))
    x[generator.random(x.shape) < 0.8] = 0
    return x


def with_numpy():
    generator = numpy.random.Generator(numpy.random.PCG64(1))
    x = inputs(generator)
    y = numpy.zeros((SIZES[-1], EXAMPLES))
    y[generator.integers(0, SIZES[-1], EXAMPLES), numpy.arange(EXAMPLES)] = 1
    w = [generator.standard_normal((m, n)) / n**0.5 for n, m in zip(SIZES, SIZES[1:])]
    b = [generator.standard_normal((m, 1)) for m in SIZES[1:]]
    start = time.perf_counter()
    for _ in range(STEPS):
        a = [x]
        for weights, biases in zip(w, b):
            a.append(1 / (1 + numpy.exp(-(weights @ a[-1] + biases))))
        delta = a[-1] - y
        for l in range(len(w) - 1, -1, -1):
            mean = delta.mean(axis=1, keepdims=True)
            numpy.linalg.norm(mean)
            gradient = delta @ a[l].T / EXAMPLES
            if l > 0:
                delta = (w[l].T @ delta) * a[l] * (1 - a[l])
            w[l] = (1 - RATE * DECAY / EXAMPLES) * w[l] - RATE * gradient
            b[l] = b[l] - RATE * mean
    return time.perf_counter() - start


def with_torch(torch):
    generator = numpy.random.Generator(numpy.random.PCG64(1))
    x = torch.from_numpy(inputs(generator))
    y = torch.zeros(SIZES[-1], EXAMPLES, dtype=torch.float64)
    w = [torch.randn(m, n, dtype=torch.float64) / n**0.5 for n, m in zip(SIZES, SIZES[1:])]
    b = [torch.randn(m, 1, dtype=torch.float64) for m in SIZES[1:]]
    start = time.perf_counter()
    with torch.no_grad():
        for _ in range(STEPS):
            a = [x]
            for weights, biases in zip(w, b):
                a.append(torch.sigmoid(weights @ a[-1] + biases))
            delta = a[-1] - y
            for l in range(len(w) - 1, -1, -1):
                mean = delta.mean(dim=1, keepdim=True)
                torch.linalg.norm(mean)
                gradient = delta @ a[l].T / EXAMPLES
                if l > 0:
                    delta = (w[l].T @ delta) * a[l] * (1 - a[l])
                w[l] = (1 - RATE * DECAY / EXAMPLES) * w[l] - RATE * gradient
                b[l] = b[l] - RATE * mean
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    threads = parser.parse_args().threads
    print(f"numpy {min(with_numpy() for _ in range(3)):.2f} s")
    try:
        import torch
    except ImportError:
        return
    torch.set_num_threads(threads)
    print(f"torch {min(with_torch(torch) for _ in range(3)):.2f} s")


if __name__ == "__main__":
    main()

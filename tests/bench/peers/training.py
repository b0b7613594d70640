# SPDX-License-Identifier: GPL-3.0-or-later
"""The row train-large: [784, 30x4, 10] on 1000 random sparse inputs, logistic, cross-entropy, full batch, 500 steps, the
norm of the mean error of each layer recorded at each (the program under test records four norms a layer). Forward and
backward pass by hand, a column an example, in place where the library can.

    python3 training.py numpy|torch|torch_autograd [float64|float32]
"""

import measure

numpy = measure.library("numpy")

SIZES = [784, 30, 30, 30, 30, 10]
EXAMPLES, STEPS, RATE, DECAY = 1000, 500, 0.1, 5.0
SHRINK = 1 - RATE * DECAY / EXAMPLES


def start_values(precision):
    generator = numpy.random.Generator(numpy.random.PCG64(1))
    x = generator.random((SIZES[0], EXAMPLES))
    x[generator.random(x.shape) < 0.8] = 0
    y = numpy.zeros((SIZES[-1], EXAMPLES))
    y[generator.integers(0, SIZES[-1], EXAMPLES), numpy.arange(EXAMPLES)] = 1
    w = [generator.standard_normal((m, n)) / n**0.5 for n, m in zip(SIZES, SIZES[1:])]
    b = [generator.standard_normal((m, 1)) for m in SIZES[1:]]
    return [x.astype(precision), y.astype(precision), [v.astype(precision) for v in w], [v.astype(precision) for v in b]]


def with_numpy(precision="float64"):
    def train(values):
        x, y, w, b = values
        a = [x] + [numpy.empty((m, EXAMPLES), precision) for m in SIZES[1:]]
        recorded = []
        for _ in range(STEPS):
            for l, (weights, biases) in enumerate(zip(w, b)):
                z = a[l + 1]
                numpy.matmul(weights, a[l], out=z)
                z += biases
                numpy.negative(z, out=z)
                numpy.exp(z, out=z)
                z += 1
                numpy.reciprocal(z, out=z)
            delta = a[-1] - y
            for l in range(len(w) - 1, -1, -1):
                mean = delta.mean(axis=1, keepdims=True)
                recorded.append(numpy.linalg.norm(mean))
                gradient = delta @ a[l].T
                if l > 0:
                    delta = w[l].T @ delta
                    delta *= a[l]
                    delta *= 1 - a[l]
                gradient *= RATE / EXAMPLES
                w[l] *= SHRINK
                w[l] -= gradient
                b[l] -= RATE * mean

    measure.print_median(train, 3, lambda: start_values(precision))


def torch_values(torch, precision):
    x, y, w, b = start_values(precision)
    return torch.from_numpy(x), torch.from_numpy(y), [torch.from_numpy(v) for v in w], [torch.from_numpy(v) for v in b]


def with_torch(precision="float64"):
    torch = measure.torch_with_threads()

    def train(values):
        x, y, w, b = values
        recorded = []
        with torch.inference_mode():
            for _ in range(STEPS):
                a = [x]
                for weights, biases in zip(w, b):
                    a.append(torch.addmm(biases, weights, a[-1]).sigmoid_())
                delta = a[-1] - y
                for l in range(len(w) - 1, -1, -1):
                    mean = delta.mean(dim=1, keepdim=True)
                    recorded.append(torch.linalg.vector_norm(mean))
                    above, delta = delta, None
                    if l > 0:
                        delta = torch.mm(w[l].T, above).mul_(a[l]).mul_(1 - a[l])
                    w[l].addmm_(above, a[l].T, beta=SHRINK, alpha=-RATE / EXAMPLES)
                    b[l].add_(mean, alpha=-RATE)

    measure.print_median(train, 3, lambda: torch_values(torch, precision))


def with_autograd(precision="float64"):
    torch = measure.torch_with_threads()

    def train(values):
        x, y, w, b = values
        parameters = [v.requires_grad_() for v in w + b]
        optimizer = torch.optim.SGD([{"params": w, "weight_decay": DECAY / EXAMPLES}, {"params": b}], lr=RATE)
        recorded = []
        for _ in range(STEPS):
            a = x
            for weights, biases in zip(w[:-1], b[:-1]):
                a = torch.sigmoid(torch.addmm(biases, weights, a))
            z = torch.addmm(b[-1], w[-1], a)
            loss = torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum") / EXAMPLES
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            recorded.extend(torch.linalg.vector_norm(v.grad) for v in parameters[len(w):])
            optimizer.step()

    measure.print_median(train, 3, lambda: torch_values(torch, precision))


measure.main({"numpy": with_numpy, "torch": with_torch, "torch_autograd": with_autograd})

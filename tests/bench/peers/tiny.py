# SPDX-License-Identifier: GPL-3.0-or-later
"""The row train-tiny: one epoch of [2, 8, 8, 8, 1] on 500 points in batches of 10, tanh and a logistic output, quadratic
cost, float64, one thread (more make it slower), processor time.

    python3 tiny.py numpy|torch|torch_autograd
"""

import time

import measure

numpy = measure.library("numpy")

SIZES = [2, 8, 8, 8, 1]
EXAMPLES, BATCH, RATE = 500, 10, 0.1


def start_values():
    generator = numpy.random.Generator(numpy.random.PCG64(1))
    x = generator.standard_normal((SIZES[0], EXAMPLES))
    y = (numpy.hypot(x[0], x[1]) < 1).astype(float).reshape(1, -1)
    w = [generator.standard_normal((m, n)) / n**0.5 for n, m in zip(SIZES, SIZES[1:])]
    b = [numpy.zeros((m, 1)) for m in SIZES[1:]]
    batches = [(x[:, i : i + BATCH].copy(), y[:, i : i + BATCH].copy()) for i in range(0, EXAMPLES, BATCH)]
    return w, b, batches


def with_numpy():
    w, b, batches = start_values()

    def epoch():
        for x, y in batches:
            a = [x]
            for weights, biases in zip(w[:-1], b[:-1]):
                a.append(numpy.tanh(weights @ a[-1] + biases))
            a.append(1 / (1 + numpy.exp(-(w[-1] @ a[-1] + b[-1]))))
            delta = (a[-1] - y) * a[-1] * (1 - a[-1])
            for l in range(len(w) - 1, -1, -1):
                gradient = delta @ a[l].T
                bias_gradient = delta.sum(axis=1, keepdims=True)
                if l > 0:
                    delta = (w[l].T @ delta) * (1 - a[l] * a[l])
                w[l] -= (RATE / BATCH) * gradient
                b[l] -= (RATE / BATCH) * bias_gradient

    measure.print_median(epoch, calls=20, clock=time.process_time)


def with_torch():
    torch = measure.torch_with_threads(1)
    w, b, batches = start_values()
    w, b = [torch.from_numpy(v) for v in w], [torch.from_numpy(v) for v in b]
    batches = [(torch.from_numpy(x), torch.from_numpy(y)) for x, y in batches]

    def epoch():
        with torch.inference_mode():
            for x, y in batches:
                a = [x]
                for weights, biases in zip(w[:-1], b[:-1]):
                    a.append(torch.addmm(biases, weights, a[-1]).tanh_())
                a.append(torch.addmm(b[-1], w[-1], a[-1]).sigmoid_())
                delta = (a[-1] - y) * a[-1] * (1 - a[-1])
                for l in range(len(w) - 1, -1, -1):
                    above = delta
                    if l > 0:
                        delta = torch.mm(w[l].T, above).mul_(1 - a[l] * a[l])
                    w[l].addmm_(above, a[l].T, alpha=-RATE / BATCH)
                    b[l].add_(above.sum(dim=1, keepdim=True), alpha=-RATE / BATCH)

    measure.print_median(epoch, calls=20, clock=time.process_time)


def with_autograd():
    torch = measure.torch_with_threads(1)
    w, b, batches = start_values()
    w, b = [torch.from_numpy(v).requires_grad_() for v in w], [torch.from_numpy(v).requires_grad_() for v in b]
    batches = [(torch.from_numpy(x), torch.from_numpy(y)) for x, y in batches]
    optimizer = torch.optim.SGD(w + b, lr=RATE)

    def epoch():
        for x, y in batches:
            a = x
            for weights, biases in zip(w[:-1], b[:-1]):
                a = torch.tanh(torch.addmm(biases, weights, a))
            a = torch.sigmoid(torch.addmm(b[-1], w[-1], a))
            optimizer.zero_grad(set_to_none=True)
            ((a - y).square().sum() / (2 * BATCH)).backward()
            optimizer.step()

    measure.print_median(epoch, calls=20, clock=time.process_time)


measure.main({"numpy": with_numpy, "torch": with_torch, "torch_autograd": with_autograd})

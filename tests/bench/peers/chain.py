# SPDX-License-Identifier: GPL-3.0-or-later
"""The row chain-1000: a logistic chain of 1000 neurons with w = 1, b = 0, a0 = 1, forward and backward, with z, a, the
derivative, the factor and both gradients of each layer. float64, one thread, processor time.

    python3 chain.py python|torch_autograd
"""

import math
import time

import measure

DEPTH = 1000


def with_python():
    def run():
        a, rows = [1.0], []
        for _ in range(DEPTH):
            z = 1.0 * a[-1] + 0.0
            a.append(1 / (1 + math.exp(-z)))
            rows.append((z, a[-1], a[-1] * (1 - a[-1])))
        delta, speeds = a[-1] * rows[-1][2], []
        for l in range(DEPTH - 1, -1, -1):
            speeds.append((delta, delta * a[l]))
            if l > 0:
                delta *= 1.0 * rows[l - 1][2]

    measure.print_median(run, calls=20, clock=time.process_time)


def with_autograd():
    torch = measure.torch_with_threads(1)
    one = torch.ones((), dtype=torch.float64)

    def run():
        w = [one.clone().requires_grad_() for _ in range(DEPTH)]
        b = [torch.zeros_like(one).requires_grad_() for _ in range(DEPTH)]
        a = one
        for weight, bias in zip(w, b):
            a = torch.sigmoid(torch.addcmul(bias, weight, a))
        torch.autograd.grad(a.square() / 2, w + b)

    measure.print_median(run, calls=3, clock=time.process_time)


measure.main({"python": with_python, "torch_autograd": with_autograd})

# SPDX-License-Identifier: GPL-3.0-or-later
"""The rows train-tied and train-gru: one epoch of 100 sequences of 50 steps in batches of 10, one input at each step, 32
tanh units, a logistic output, quadratic cost, backward through time by hand. float64, one thread, processor time.

    python3 recurrent.py torch|torch_autograd [gru]
"""

import time

import measure

numpy = measure.library("numpy")

UNITS, STEPS, EXAMPLES, BATCH, RATE = 32, 50, 100, 10, 0.01


def start_values(torch, gated):
    generator = numpy.random.Generator(numpy.random.PCG64(1))
    normal = generator.standard_normal
    values = [normal((UNITS, 1)), normal((UNITS, 1)) * 0, normal((UNITS, UNITS)) / UNITS**0.5, normal((UNITS, 1)) * 0,
              normal((1, UNITS)) / UNITS**0.5, normal((1, 1)) * 0]
    if gated:
        values += [normal((UNITS, UNITS)) / UNITS**0.5, normal((UNITS, 1)), normal((UNITS, 1)) * 0]
    x = normal((STEPS, 1, EXAMPLES))
    y = (x[0] > 0).astype(float)
    batches = [(torch.from_numpy(x[:, :, i : i + BATCH].copy()), torch.from_numpy(y[:, i : i + BATCH].copy()))
               for i in range(0, EXAMPLES, BATCH)]
    return [torch.from_numpy(value) for value in values], batches


def with_torch(gate=""):
    torch = measure.torch_with_threads(1)
    values, batches = start_values(torch, gate == "gru")

    def step(x, y):
        u, b1, w, b, wl, bl = values[:6]
        a, opened, candidates = [torch.addmm(b1, u, x[0]).tanh_()], [None], [None]
        for t in range(1, STEPS):
            candidate = torch.addmm(b, w, a[-1]).addmm_(u, x[t]).tanh_()
            if gate:
                opened.append(torch.addmm(values[8], values[6], a[-1]).addmm_(values[7], x[t]).sigmoid_())
                candidates.append(candidate)
                candidate = torch.lerp(a[-1], candidate, opened[-1])
            a.append(candidate)
        output = torch.addmm(bl, wl, a[-1]).sigmoid_()
        delta = (output - y) * output * (1 - output)
        gradients = [torch.zeros_like(value) for value in values]
        gradients[4].addmm_(delta, a[-1].T)
        gradients[5].add_(delta.sum(dim=1, keepdim=True))
        g = torch.mm(wl.T, delta)
        for t in range(STEPS - 1, 0, -1):
            if gate:
                ofgate = g * (candidates[t] - a[t - 1]) * opened[t] * (1 - opened[t])
                delta = g * opened[t] * (1 - candidates[t] * candidates[t])
                gradients[6].addmm_(ofgate, a[t - 1].T)
                gradients[7].addmm_(ofgate, x[t].T)
                gradients[8].add_(ofgate.sum(dim=1, keepdim=True))
                g = torch.mm(w.T, delta).addmm_(values[6].T, ofgate).add_(g * (1 - opened[t]))
            else:
                delta = g * (1 - a[t] * a[t])
                g = torch.mm(w.T, delta)
            gradients[2].addmm_(delta, a[t - 1].T)
            gradients[3].add_(delta.sum(dim=1, keepdim=True))
            gradients[0].addmm_(delta, x[t].T)
        delta = g * (1 - a[0] * a[0])
        gradients[0].addmm_(delta, x[0].T)
        gradients[1].add_(delta.sum(dim=1, keepdim=True))
        for value, gradient in zip(values, gradients):
            value.add_(gradient, alpha=-RATE / BATCH)

    def epoch():
        with torch.inference_mode():
            for x, y in batches:
                step(x, y)

    measure.print_median(epoch, calls=10, clock=time.process_time)


def with_autograd(gate=""):
    torch = measure.torch_with_threads(1)
    values, batches = start_values(torch, gate == "gru")
    values = [value.requires_grad_() for value in values]
    optimizer = torch.optim.SGD(values, lr=RATE)

    def epoch():
        u, b1, w, b, wl, bl = values[:6]
        for x, y in batches:
            a = torch.tanh(torch.addmm(b1, u, x[0]))
            for t in range(1, STEPS):
                candidate = torch.tanh(torch.addmm(b, w, a) + u @ x[t])
                if gate:
                    share = torch.sigmoid(torch.addmm(values[8], values[6], a) + values[7] @ x[t])
                    candidate = torch.lerp(a, candidate, share)
                a = candidate
            output = torch.sigmoid(torch.addmm(bl, wl, a))
            optimizer.zero_grad(set_to_none=True)
            ((output - y).square().sum() / (2 * BATCH)).backward()
            optimizer.step()

    measure.print_median(epoch, calls=5, clock=time.process_time)


measure.main({"torch": with_torch, "torch_autograd": with_autograd})

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes theory_table.h: bands, windows and products of chains, with 60 to 500 digits (mpmath).

    python3 theory.py > theory_table.h
"""
import random

import numpy

from mpmath import acosh, exp, fabs, inf, log, log10, mp, mpf, sqrt, tanh

mp.dps = 60

FUNCTIONS = {
    "sigmoid": (lambda z: 1 / (1 + exp(-z)), lambda z: exp(-z) / (1 + exp(-z)) ** 2),
    "tanh": (tanh, lambda z: 1 - tanh(z) ** 2),
    "softsign": (lambda z: z / (1 + fabs(z)), lambda z: 1 / (1 + fabs(z)) ** 2),
    "softplus": (lambda z: log(1 + exp(z)), lambda z: 1 / (1 + exp(-z))),
}

FAST = {
    "sigmoid": lambda z: (1 / (1 + numpy.exp(-z)), 0.25 / numpy.cosh(z / 2) ** 2),
    "tanh": lambda z: (numpy.tanh(z), 1 / numpy.cosh(z) ** 2),
    "softsign": lambda z: (z / (1 + abs(z)), 1 / (1 + abs(z)) ** 2),
}


def bisect(inside, good, bad, bits=200):
    for _ in range(bits):
        middle = (good + bad) / 2
        good, bad = (middle, bad) if inside(middle) else (good, middle)
    return good


def number(value):
    return mp.nstr(value, 20, min_fixed=-5, max_fixed=5) if fabs(value) != inf else "INFINITY"


def bands():
    """The upper end of {z : |w f'(z)| >= 1}; of softplus the lower end (its band is a half-line)."""
    for name, weights in {
        "sigmoid": [4 * (1 + 2.0**-51), 4 * (1 + 1e-12), 4.0001, -4.5, 6.9, 100, 1e6],
        "tanh": [1 + 2.0**-51, 1 + 1e-9, 1.0001, 2, -30, 1e6],
        "softsign": [1 + 2.0**-51, 1 + 1e-9, 1.001, 2, -30, 1e6],
        "softplus": [1.001, 2, -30, 1e6],
    }.items():
        slope = FUNCTIONS[name][1]
        for weight in weights:
            w = fabs(mpf(weight))
            inside = lambda z: w * slope(z) >= 1
            end = bisect(inside, mpf(1000), mpf(-1000)) if name == "softplus" else bisect(inside, mpf(0), mpf(2000))
            yield f'    {{"{name}", {weight!r}, {number(end)}}},'


def product(name, layers, a):
    value, slope = FUNCTIONS[name]
    result = mpf(1)
    for w, b in layers:
        z = w * a + b
        result *= w * slope(z)
        a = value(z)
    return result


def knife_edges():
    """log10 of the width of {|product| >= 1} around a0 = 0.5 for w = 100, b = -50."""
    for depth in [1, 2, 4, 8, 12, 20, 50]:
        layers = [(mpf(100), mpf(-50))] * depth
        mp.dps = 60 + 2 * depth
        inside = lambda t: fabs(product("sigmoid", layers, mpf(1) / 2 + t)) >= 1
        half = bisect(inside, mpf(0), mpf(1) / 2, 100 + 5 * depth)
        yield f"    {{{depth}, {number(log10(2 * half))}}},"


def displaced_products():
    mp.dps = 300
    for depth, t in [(4, 1e-3), (12, 1e-14), (12, 1e-17), (50, 1e-65), (50, -0.01), (20, 1e-40)]:
        layers = [(mpf(100), mpf(-50))] * depth
        yield f"    {{{depth}, {t!r}, {number(log10(fabs(product('sigmoid', layers, mpf(1) / 2 + mpf(t)))))}}},"


def random_chains():
    """All windows {|product| >= K} of random chains that a grid of 4000 steps shows, ends bisected."""
    mp.dps = 40
    generator = random.Random(20261123)
    found = 0
    while found < 12:
        name = generator.choice(["sigmoid", "tanh", "softsign"])
        layers = []
        for _ in range(generator.randint(2, 6)):
            w = round(generator.uniform(-12, 12), 2)
            layers.append((w, round(-w * generator.uniform(0, 1) if name == "sigmoid" else generator.uniform(-3, 3), 2)))
        exact = [(mpf(w), mpf(b)) for w, b in layers]
        k = generator.choice(["1", "0.25", "0.0625", "0.015625"])
        inside = lambda a: fabs(product(name, exact, a)) >= mpf(k)
        points, slopes = numpy.arange(4001) / 4000, 1
        a = points
        for w, b in layers:  # doubles show where to look
            z = w * a + b
            a, slope = FAST[name](z)
            slopes = slopes * w * slope
        flags = [bool(f) for f in numpy.abs(slopes) >= float(k)]
        windows = sum(flags[i] and not flags[i - 1] for i in range(1, 4001)) + flags[0]
        if windows == 0:
            continue
        grid = [mpf(i) / 4000 for i in range(4001)]
        ends = [grid[0]] if flags[0] else []
        for i in range(4000):
            if flags[i] != flags[i + 1]:
                good, bad = (grid[i], grid[i + 1]) if flags[i] else (grid[i + 1], grid[i])
                ends.append(bisect(inside, good, bad, 100))
        ends += [grid[-1]] if flags[-1] else []
        found += 1
        text = ", ".join(f"{{{w}, {b}}}" for w, b in layers)
        yield f'    {{"{name}", {k}, {{{text}}}, {{{", ".join(number(e) for e in ends)}}}}},'


def widest():
    w = mpf("6.9")
    for _ in range(60):  # d/dw of (4/w) acosh(sqrt(w)/2) = 0
        u = sqrt(w) / 2
        w = w - (acosh(u) - sqrt(w) / (4 * sqrt(u * u - 1))) / mp.diff(
            lambda x: acosh(sqrt(x) / 2) - sqrt(x) / (4 * sqrt(x / 4 - 1)), w)
    return w, 4 / w * acosh(sqrt(w) / 2)


print("// SPDX-License-Identifier: GPL-3.0-or-later")
print("// Written by theory.py.")
print("#pragma once\n\n#include <cmath>\n#include <utility>\n#include <vector>\n\nnamespace oracle {\n")
print("struct Band {\n    const char* activation;\n    double weight, end;\n};")
print("inline const std::vector<Band> kBands{\n" + "\n".join(bands()) + "\n};\n")
print("struct KnifeEdge {\n    int depth;\n    double log10Width;\n};")
print("inline const std::vector<KnifeEdge> kKnifeEdges{\n" + "\n".join(knife_edges()) + "\n};\n")
print("struct DisplacedProduct {\n    int depth;\n    double t, log10;\n};")
print("inline const std::vector<DisplacedProduct> kDisplacedProducts{\n" + "\n".join(displaced_products()) + "\n};\n")
mp.dps = 40
w, width = widest()
print(f"inline constexpr double kWidestWeight = {number(w)}, kWidestWidth = {number(width)};\n")
print("struct Chain {\n    const char* activation;\n    std::vector<std::pair<double, double>> layers; ///< w, b")
print("    std::vector<double> ends; ///< lower, upper, lower, upper …\n};")
print("inline const std::vector<Chain> kChains{\n" + "\n".join(random_chains()) + "\n};\n\n} // namespace oracle")

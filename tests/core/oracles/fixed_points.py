#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes fixed_points_table.h: every fixed point of q -> sigma_w^2 E f(sqrt(q) x)^2 + sigma_b^2 with chi_1 and the
slope of the map there, with 25 digits (mpmath), and whether q grows without end from large starts.

    python3 fixed_points.py > fixed_points_table.h

The zeros of ln(next(q)/q) are bracketed on a lattice of ln q from -25 to 40 in steps of 1/4 in doubles (trapezoid), and then
found with mpmath.
"""
import math
from mpmath import atan, erfc, exp, findroot, log, mp, mpf, npdf, pi, quad, sqrt, tanh

mp.dps = 25


def logistic(z):
    return 1 / (1 + exp(-z))


LAMBDA, ALPHA = mpf("1.0507009873554805"), mpf("1.6732632423543772")
FUNCTIONS = {
    "sigmoid": (logistic, lambda z: logistic(z) * logistic(-z)),
    "tanh": (tanh, lambda z: 1 - tanh(z) ** 2),
    "elu": (lambda z: z if z > 0 else exp(z) - 1, lambda z: mpf(1) if z > 0 else exp(z)),
    "selu": (lambda z: LAMBDA * (z if z > 0 else ALPHA * (exp(z) - 1)),
             lambda z: LAMBDA * (1 if z > 0 else ALPHA * exp(z))),
    "softplus": (lambda z: log(1 + exp(z)) if z < 60 else z + exp(-z), logistic),
    "softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "arctan": (atan, lambda z: 1 / (1 + z * z)),
    "gelu": (lambda z: z * erfc(-z / sqrt(2)) / 2,
             lambda z: erfc(-z / sqrt(2)) / 2 + z * exp(-z * z / 2) / sqrt(2 * pi)),
    "swish": (lambda z: z * logistic(z), lambda z: logistic(z) + z * logistic(z) * logistic(-z)),
}


def real(name):
    """The same f in doubles, to look for brackets with."""
    def sigma(z):
        return 1 / (1 + math.exp(-z)) if z > -700 else 0.0
    return {
        "sigmoid": sigma, "tanh": math.tanh, "elu": lambda z: z if z > 0 else math.expm1(z),
        "selu": lambda z: float(LAMBDA) * (z if z > 0 else float(ALPHA) * math.expm1(z)),
        "softplus": lambda z: max(z, 0) + math.log1p(math.exp(-abs(z))),
        "softsign": lambda z: z / (1 + abs(z)), "arctan": math.atan,
        "gelu": lambda z: z * math.erfc(-z / math.sqrt(2)) / 2, "swish": lambda z: z * sigma(z)}[name]


def rough(f, q):
    """E f(sqrt(q) x)^2 by a trapezoid in u with x = sinh(u)."""
    root, step, total = math.sqrt(q), 0.02, 0.0
    for i in range(-1200, 1201):
        x = math.sinh(i * step)
        if abs(x) < 12:
            total += math.exp(-x * x / 2) * f(root * x) ** 2 * math.cosh(i * step)
    return total * step / math.sqrt(2 * math.pi)


def gaussian(g, q):
    root = sqrt(q)
    inner = [mpf(2) ** k for k in range(4, -8 - int(log(root + 1, 2)), -2)]
    points = sorted([-x for x in inner] + [mpf(0)] + inner)
    return quad(lambda x: npdf(x) * g(root * x), points)


def slope_of_map(name, weight, q):
    """d next / dq = sigma_w^2 E x f(sqrt(q) x) f'(sqrt(q) x) / sqrt(q)"""
    f, d = FUNCTIONS[name]
    return weight * gaussian(lambda z: z * f(z) * d(z), q) / q


def points(name, gain, bias):
    weight, shift = mpf(gain) ** 2, mpf(bias) ** 2
    f, d = FUNCTIONS[name]
    quick = real(name)
    lattice = [-25 + i / 4 for i in range(65 * 4 + 1)]
    growth = [math.log((float(weight) * rough(quick, math.exp(t)) + float(shift)) / math.exp(t)) for t in lattice]
    found = []
    for t, u, a, b in zip(lattice, lattice[1:], growth, growth[1:]):
        if a * b < 0 and max(abs(a), abs(b)) > 1e-9:
            zero = findroot(lambda s: log((weight * gaussian(lambda z: f(z) ** 2, exp(s)) + shift)) - s, (t, u),
                            solver="illinois", tol=mpf(10) ** -20, maxsteps=60)
            q = exp(zero)
            found.append((q, weight * gaussian(lambda z: d(z) ** 2, q), slope_of_map(name, weight, q)))
    return found, growth[-1] > 0


def number(value):
    return mp.nstr(value, 18, min_fixed=-5, max_fixed=5)


CASES = [
    ("sigmoid", 1, 1), ("sigmoid", 12, 0), ("sigmoid", 40, 2), ("tanh", 1.5, 0.2), ("tanh", 3, 0), ("tanh", 0.9, 0.01),
    ("elu", 1.2, 0.3), ("selu", 1, 0), ("selu", 1.3, 0.5), ("softplus", 1.2, 0), ("softplus", 1.4, 0.1),
    ("softplus", 1.5, 0), ("softsign", 3, 0.4), ("arctan", 2, 0), ("gelu", 1.2, 0.5), ("gelu", 1.45, 0),
    ("gelu", 1.45, 0.1), ("gelu", 1.42, 0.3), ("gelu", 1.8, 0), ("gelu", 1.6, 1), ("swish", 1.45, 0), ("swish", 1.45, 0.4),
    ("swish", 1.42, 0.6), ("swish", 1.6, 0.1), ("swish", 1.3, 1),
]

print("// SPDX-License-Identifier: GPL-3.0-or-later")
print("// Written by fixed_points.py.")
print("#pragma once\n\n#include <vector>\n\nnamespace oracle {\n")
print("struct MapPoint {\n    double q, chi, slope; ///< slope of q -> next(q)\n};\n")
print("struct MapCase {\n    const char* activation;\n    double gain, biasDeviation;\n"
      "    bool grows; ///< without end, from large q\n    std::vector<MapPoint> points; ///< above 0, ascending\n};")
print("inline const std::vector<MapCase> kMapCases{")
for name, gain, bias in CASES:
    found, grows = points(name, gain, bias)
    inside = ", ".join("{" + ", ".join(map(number, point)) + "}" for point in found)
    print(f'    {{"{name}", {gain}, {bias}, {str(grows).lower()}, {{{inside}}}}},', flush=True)
print("};\n\n} // namespace oracle")

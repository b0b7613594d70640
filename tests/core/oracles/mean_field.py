#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes mean_field_table.h: q and chi by layer of networks with constant inputs, with 30 digits (mpmath).

    python3 mean_field.py > mean_field_table.h

The recursions are those of core/maths.md 9.2 to 9.4 for a = f(z) + alpha a' over neurons, with its mean beside its mean
square; layer normalization divides by sqrt(v + 1e-5). chi is E|delta^l|^2 / E|delta^(l+1)|^2.
"""
from mpmath import atan, erfc, exp, inf, log, mp, mpf, npdf, pi, quad, sqrt, tanh

mp.dps = 30


def logistic(z):
    return 1 / (1 + exp(-z))


LAMBDA, ALPHA = mpf("1.0507009873554805"), mpf("1.6732632423543772")
FUNCTIONS = {
    "identity": (lambda z: z, lambda z: mpf(1)),
    "sigmoid": (logistic, lambda z: logistic(z) * logistic(-z)),
    "tanh": (tanh, lambda z: 1 - tanh(z) ** 2),
    "relu": (lambda z: max(z, 0), lambda z: mpf(z > 0)),
    "selu": (lambda z: LAMBDA * (z if z > 0 else ALPHA * (exp(z) - 1)),
             lambda z: LAMBDA * (1 if z > 0 else ALPHA * exp(z))),
    "softplus": (lambda z: log(1 + exp(z)), logistic),
    "softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "arctan": (atan, lambda z: 1 / (1 + z * z)),
    "gelu": (lambda z: z * erfc(-z / sqrt(2)) / 2,
             lambda z: erfc(-z / sqrt(2)) / 2 + z * exp(-z * z / 2) / sqrt(2 * pi)),
    "swish": (lambda z: z * logistic(z), lambda z: logistic(z) + z * logistic(z) * logistic(-z)),
}


def gaussian(g, q):
    root = sqrt(q)
    points = [-20, -8, -4, -2, -1, -mpf(1) / 4, 0, mpf(1) / 4, 1, 2, 4, 8, 20]
    return quad(lambda x: npdf(x) * g(root * x), points)


def layers(name, gain, bias, alpha, normalized, value, depth):
    """Hidden layers 1 ... depth - 1 and a last one with one output; the first has as many inputs as neurons."""
    f, slope = FUNCTIONS[name]
    weight, bias = mpf(gain) ** 2, mpf(bias) ** 2
    mean, square = mpf(value), mpf(value) ** 2
    result = []
    for layer in range(1, depth + 1):
        hidden = layer < depth
        v = weight * square
        scale = v + mpf("1e-5") if normalized and hidden else mpf(1)
        q = v / scale + bias
        m, p, s = gaussian(f, q), gaussian(lambda z: f(z) ** 2, q), gaussian(lambda z: slope(z) ** 2, q)
        a = mpf(alpha) if hidden else mpf(0)
        mean, square = m + a * mean, p + 2 * a * m * mean + a * a * square
        result.append((q, s, weight / scale, a))
    chi = []
    for this, above in zip(result, result[1:]):
        chi.append(this[1] * (above[2] + above[3] ** 2 / above[1]))
    chi.append(result[-1][1] * result[-1][2])
    return [q for q, *_ in result], chi


def number(value):
    return mp.nstr(value, 20, min_fixed=-5, max_fixed=5)


CASES = [
    ("sigmoid", 1, 1, 0, False, 0.3, 5),
    ("sigmoid", 12, 0.5, 0, False, 1, 4),
    ("tanh", 1.5, 0.2, 0, False, 2, 6),
    ("tanh", 1.2, 0.1, 0.5, False, 0.7, 5),
    ("relu", 1.4, 0.3, 0.8, False, -1, 5),
    ("selu", 1, 0, 0, False, 1, 4),
    ("softplus", 0.9, 0.4, 1, False, 0.5, 4),
    ("softsign", 3, 0, 0, False, 1, 4),
    ("arctan", 30, 1, 0, False, 5, 4),
    ("gelu", 1.7, 0.1, 0.3, True, 1, 5),
    ("swish", 2, 0, 1, True, 0.01, 5),
    ("identity", 0.8, 0.5, 0.9, False, 2, 5),
]

print("// SPDX-License-Identifier: GPL-3.0-or-later")
print("// Written by mean_field.py.")
print("#pragma once\n\n#include <vector>\n\nnamespace oracle {\n")
print("struct MeanFieldCase {\n    const char* activation;\n    double gain, biasDeviation, residual;\n"
      "    bool normalized;\n    double input;\n    std::vector<double> q, chi; ///< by layer\n};")
print("inline const std::vector<MeanFieldCase> kMeanFieldCases{")
for case in CASES:
    q, chi = layers(*case)
    name, gain, bias, alpha, normalized, value, depth = case
    print(f'    {{"{name}", {gain}, {bias}, {alpha}, {str(normalized).lower()}, {value},')
    print(f'        {{{", ".join(map(number, q))}}},\n        {{{", ".join(map(number, chi))}}}}},')
print("};\n\n} // namespace oracle")

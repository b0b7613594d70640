#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes two_inputs_table.h: moments of pairs of inputs and what mean field makes of them, with 15 digits.

    python3 two_inputs.py > two_inputs_table.h

By Mehler's formula, not by integrals over the plane: <f(u1) f(u2)> = sum_k a_k(q1) a_k(q2) c^k with the coefficients
a_k(q) of f(sqrt(q) x) in normalised Hermite polynomials, each by the trapezoid rule with 40 digits.
"""
from mpmath import exp, findroot, log, mp, mpf, nstr, pi, sqrt, tanh

mp.dps = 40
TERMS = 220
STEP = mpf(1) / 24
GRID = [STEP * i for i in range(-14 * 24, 14 * 24 + 1)]
WEIGHT = [STEP * exp(-x * x / 2) / sqrt(2 * pi) for x in GRID]


def logistic(z):
    return 1 / (1 + exp(-z))


FUNCTIONS = {  # f, f', f''
    "tanh": (tanh, lambda z: 1 - tanh(z) ** 2, lambda z: -2 * tanh(z) * (1 - tanh(z) ** 2)),
    "sigmoid": (logistic, lambda z: logistic(z) * (1 - logistic(z)),
                lambda z: logistic(z) * (1 - logistic(z)) * (1 - 2 * logistic(z))),
}


def coefficients(values):
    result, before, here = [], [mpf(0)] * len(GRID), [mpf(1)] * len(GRID)
    for k in range(TERMS):
        result.append(sum(w * v * h for w, v, h in zip(WEIGHT, values, here)))
        root, last = sqrt(mpf(k + 1)), sqrt(mpf(k))
        before, here = here, [(x * h - last * b) / root for x, h, b in zip(GRID, here, before)]
    return result


def series(f, q):
    return coefficients([f(sqrt(q) * x) for x in GRID])


def pair(one, other, c):
    return sum(a * b * c ** k for k, (a, b) in enumerate(zip(one, other)))


def mean(g, q):
    return sum(w * g(sqrt(q) * x) for w, x in zip(WEIGHT, GRID))


print("""// SPDX-License-Identifier: GPL-3.0-or-later
// Written by two_inputs.py.
#pragma once

#include <vector>

namespace oracle {

struct PairRow {
    const char* activation;
    double firstSquare, secondSquare, correlation, product, slopeProduct;
};
inline const std::vector<PairRow> kPairs{""")
for name, q1, q2, c in (("tanh", "1", "1", "0.5"), ("tanh", "0.25", "2", "-0.75"), ("tanh", "4", "4", "0.9"),
                        ("sigmoid", "1", "3", "0.3"), ("sigmoid", "0.01", "0.01", "-1"),
                        ("tanh", "2", "0.5", "0.125")):
    f, slope, _ = FUNCTIONS[name]
    q1, q2, c = mpf(q1), mpf(q2), mpf(c)
    values = pair(series(f, q1), series(f, q2), c)
    slopes = pair(series(slope, q1), series(slope, q2), c)
    print('    {"%s", %s, %s, %s, %s, %s},' % (name, nstr(q1, 5), nstr(q2, 5), nstr(c, 5), nstr(values, 15),
                                            nstr(slopes, 15)))
print("""};

/// Of hidden layers with these deviations: q*, dq/dq there, chi_1, c*, the slope of the correlation map there.
struct SettledPair {
    const char* activation;
    double weightDeviation, biasDeviation, meanSquare, lengthSlope, chi, settled, slope;
};
inline const std::vector<SettledPair> kSettledPairs{""")
for name, deviation, bias in (("tanh", "1", "0.3"), ("tanh", "2.5", "0.3"), ("tanh", "4", "0.3"), ("sigmoid", "1", "1")):
    f, slope, second = FUNCTIONS[name]
    w, b = mpf(deviation) ** 2, mpf(bias) ** 2
    q = findroot(lambda q: w * mean(lambda z: f(z) ** 2, q) + b - q, (mpf(1) / 100, w + b), solver="anderson", tol=1e-30)
    length = w * mean(lambda z: slope(z) ** 2 + f(z) * second(z), q)
    chi = w * mean(lambda z: slope(z) ** 2, q)
    settled, at = mpf(1), chi
    if chi > 1:
        a, s = series(f, q), series(slope, q)
        settled = findroot(lambda c: (w * pair(a, a, c) + b) / q - c, (mpf(0), mpf("0.9")), solver="anderson", tol=1e-25)
        at = w * pair(s, s, settled)
    print('    {"%s", %s, %s, %s, %s, %s, %s, %s},' % (name, deviation, bias, nstr(q, 15), nstr(length, 15),
                                                       nstr(chi, 15), nstr(settled, 15), nstr(at, 15)))
print("""};

} // namespace oracle""")

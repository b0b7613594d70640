#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""float_formats.json: δ of every layer of chains computed in float16, bfloat16, float32 and double. Every operation is
made exactly, in fractions (f and f' to 400 digits by mpmath), and rounded once, to nearest, ties to even, with gradual
underflow. Run it in this folder (python3-mpmath)."""
import json
from fractions import Fraction

import mpmath

mpmath.mp.dps = 400

FORMATS = {"float16": (11, -14), "bfloat16": (8, -126), "float32": (24, -126), "double": (53, -1022)}


def power(exponent):
    return Fraction(2) ** exponent


def rounded(x, form):
    bits, lowest = FORMATS[form]
    if x == 0:
        return x
    exponent = abs(x.numerator).bit_length() - x.denominator.bit_length()
    while power(exponent) > abs(x):
        exponent -= 1
    while power(exponent + 1) <= abs(x):
        exponent += 1
    unit = power(max(exponent, lowest) - bits + 1)
    return round(x / unit) * unit  # Python rounds ties to even


def exact(x):
    sign, mantissa, exponent, _ = x._mpf_
    return (-1) ** sign * Fraction(int(mantissa)) * power(exponent)


def real(x):
    return mpmath.mpf(x.numerator) / x.denominator


FUNCTIONS = {
    "identity": (lambda z: z, lambda z: Fraction(1)),
    "relu": (lambda z: max(z, Fraction(0)), lambda z: Fraction(int(z > 0))),
    "sigmoid": (lambda z: exact(1 / (1 + mpmath.exp(-real(z)))),
                lambda z: exact(1 / ((1 + mpmath.exp(-real(z))) * (1 + mpmath.exp(real(z)))))),
    "tanh": (lambda z: exact(mpmath.tanh(real(z))), lambda z: exact(mpmath.sech(real(z)) ** 2)),
}


def deltas(chain, form):
    def r(x):
        return rounded(x, form)

    weight, alpha = r(Fraction(chain["weight"])), r(Fraction(chain["residual"]))
    a, slopes = r(Fraction(chain["input"])), []
    for layer in range(1, chain["depth"] + 1):
        last = layer == chain["depth"]
        f, slope = FUNCTIONS[chain["output_activation" if last else "activation"]]
        h = r(weight * a)
        z = r(h + (-h if chain["initializer"] == "balanced" else r(Fraction(chain["bias"]))))
        out = r(f(z))
        if alpha and not last:
            out = r(out + r(alpha * a))
        a = out
        slopes.append(r(slope(z)))
    delta = r(r(a - r(Fraction(chain["target"]))) * slopes[-1])
    result, above = [delta], Fraction(0)
    for layer in range(chain["depth"] - 1, 0, -1):
        gradient = r(weight * delta)
        if alpha and layer + 1 < chain["depth"]:
            gradient = r(gradient + r(alpha * above))
        above = gradient
        delta = r(gradient * slopes[layer - 1])
        result.insert(0, delta)
    return [float(each).hex() for each in result]


def chain(depth, weight, activation, output="identity", bias=0.0, value=1.0, target=1.0, residual=0.0, rule="constant"):
    return {"depth": depth, "weight": weight, "bias": bias, "input": value, "target": target, "residual": residual,
            "activation": activation, "output_activation": output, "initializer": rule}


CHAINS = [
    chain(150, 0.9, "identity"), chain(60, 0.6, "identity", target=-3.0), chain(40, 0.3, "identity", value=0.7),
    chain(30, -1.1, "identity", bias=0.01), chain(12, 1.5, "relu", bias=0.1), chain(20, 1.0, "sigmoid", "sigmoid", target=0.0),
    chain(20, -3.7, "sigmoid", "sigmoid", bias=0.3, value=0.31), chain(20, 100.0, "sigmoid", "sigmoid", rule="balanced", target=0.0)
    | {"depth": 3}, chain(40, 4.0, "sigmoid", "sigmoid", rule="balanced", value=0.37, target=0.1),
    chain(30, 1.2, "tanh", "tanh", value=0.013, target=0.5), chain(15, 2.5, "tanh", bias=-0.2),
    chain(25, 0.4, "tanh", residual=0.9), chain(20, 0.7, "sigmoid", residual=0.5, bias=-20.0),
    chain(60, 0.55, "sigmoid", "sigmoid", target=0.3),
]

if __name__ == "__main__":
    with open("float_formats.json", "w", encoding="utf-8") as file:
        json.dump([{"chain": each, "delta": {form: deltas(each, form) for form in FORMATS}} for each in CHAINS], file)
        file.write("\n")

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables for the tests of the engine, by mpmath in 400-digit arithmetic. It shares no formula with the engine beyond the
definitions. Run it in this folder to write functions.json and chains.json anew.

A number is written as [m, k]: m·2^k with m a double, 0.5 ≤ |m| < 1; [0, 0] is an exact zero. A z is written the same way.
"""
import json

from mpmath import atan, erfc, exp, expm1, log, log10, mp, mpf, pi, sqrt, tanh

mp.dps = 400
ONE = mpf(1)


def number(x):
    if x == 0:
        return [0.0, 0]
    m, k = mp.frexp(x)
    return [float(m), int(k)]


FAR = 5000  # e^(−5000) = 10^−2171 is nothing beside 1, at 400 or 1000 digits


def logistic(z):
    if z > FAR:
        return ONE
    return ONE / (1 + exp(-z)) if z >= 0 else exp(z) / (1 + exp(z))


def softplus(z):
    return tail(exp(z)) if z < 0 else z if z > FAR else z + tail(exp(-z))


def tail(e):  # ln(1 + e): its series where 1 + e would swallow digits of e
    return log(1 + e) if e > mpf(10) ** -30 else e - e * e / 2 + e ** 3 / 3 - e ** 4 / 4 + e ** 5 / 5


def density(z):
    return exp(-z * z / 2) / sqrt(2 * pi)


def normal(z):  # Φ
    return erfc(-z / sqrt(mpf(2))) / 2 if z < 100 else ONE


def arctan(z):  # where |z| is huge by its distance from π/2, which atan loses
    return (pi / 2 - atan(1 / abs(z))) * mp.sign(z) if abs(z) > 1 else atan(z)


A, LEAK = mpf(1.7159), mpf(0.01)
LAMBDA, ALPHA = mpf(1.0507009873554805), mpf(1.6732632423543772)

FUNCTIONS = {  # f, f′
    "sigmoid": (logistic, lambda z: logistic(z) * logistic(-z)),
    "tanh": (lambda z: 2 * logistic(2 * z) - 1 if abs(z) > mpf(10) ** -50 else z - z ** 3 / 3,
             lambda z: 4 * logistic(2 * z) * logistic(-2 * z)),
    "relu": (lambda z: max(z, mpf(0)), lambda z: mpf(1 if z > 0 else 0)),
    "identity": (lambda z: z, lambda z: ONE),
    "softsign": (lambda z: z / (1 + abs(z)), lambda z: 1 / (1 + abs(z)) ** 2),
    "softplus": (softplus, logistic),
    "lecun_tanh": (lambda z: A * (2 * logistic(4 * z / 3) - 1 if abs(z) > mpf(10) ** -50 else tanh(2 * z / 3)),
                   lambda z: A * 2 / 3 * 4 * logistic(4 * z / 3) * logistic(-4 * z / 3)),
    "leaky_relu": (lambda z: z if z > 0 else LEAK * z, lambda z: ONE if z > 0 else LEAK),
    "elu": (lambda z: z if z > 0 else expm1(z), lambda z: ONE if z > 0 else exp(z)),
    "selu": (lambda z: LAMBDA * (z if z > 0 else ALPHA * expm1(z)),
             lambda z: LAMBDA * (ONE if z > 0 else ALPHA * exp(z))),
    "gelu": (lambda z: z * normal(z), lambda z: normal(z) + z * density(z)),
    "swish": (lambda z: z * logistic(z), lambda z: logistic(z) * (1 + z * logistic(-z))),
    "arctan": (arctan, lambda z: 1 / (1 + z * z)),
}

SIZES = [5e-324, 1e-320, 1e-200, 1e-30, 1e-10, 1e-3, 0.1, 0.5, 1.0, 2.5, 7.0, 18.5, 20.0, 36.0, 36.74, 37.0, 40.0, 100.0,
         354.9, 355.1, 500.0, 512.0, 690.0, 700.0, 701.0, 709.5, 710.0, 745.0, 746.0, 800.0, 1000.0, 12345.678, 1e6,
         1999999.5, 1e9 + 0.1, 1e12 + 0.3, 9007199254740991.0, 1e17]


def functions():
    values = []
    for name, (f, slope) in FUNCTIONS.items():
        inputs = [mpf(0)] + [mpf(s) * sign for s in SIZES for sign in (1, -1)]
        if name == "gelu":  # e^(−z²/2) of larger ones is beyond even the engine's exponents
            inputs = [z for z in inputs if abs(z) < 2e9]
        if name in ("relu", "identity", "softsign", "leaky_relu", "arctan"):
            inputs += [mpf(10) ** p * sign for p in (400, -400, 60000, -60000) for sign in (1, -1)]
            inputs = [mpf(number(z)[0]) * mpf(2) ** number(z)[1] for z in inputs]
        for z in inputs:
            values.append({"activation": name, "z": number(z), "f": number(f(z)), "slope": number(slope(z))})
    return values


def differences():
    """f(z) − y where the two are nearly equal, and where y is a bound of f (tanh 800 − 1 needs 700 digits)."""
    mp.dps = 1000
    values = []
    for name, (f, _) in FUNCTIONS.items():
        for size in (1e-200, 1e-12, 1e-5, 0.3, 0.9, 1.1, 3.0, 8.0, 17.0, 30.0, 38.0, 100.0, 800.0):
            for z in (size, -size):
                near = float(f(mpf(z)))
                for y in (near, near * (1 + 1e-15), near * (1 - 1e-9), near * 1.2, 0.0, 0.5, 1.0, -1.0, 0.25, -7.5, 1e6):
                    values.append({"activation": name, "z": z, "y": y, "difference": number(f(mpf(z)) - mpf(y))})
    return values


def chain(activation, depth, w, b, a0, target=0.0, output=None):
    """Every layer's z, δ and ∂C/∂w of a chain with one weight and one bias, quadratic cost."""
    zs, activations, slopes = [], [mpf(a0)], []
    for layer in range(1, depth + 1):
        f, slope = FUNCTIONS[output if output and layer == depth else activation]
        z = mpf(w) * activations[-1] + mpf(b)
        zs.append(z)
        activations.append(f(z))
        slopes.append(slope(z))
    delta = (activations[-1] - mpf(target)) * slopes[-1]
    deltas = [delta]
    for layer in range(depth - 1, 0, -1):
        delta = slopes[layer - 1] * mpf(w) * delta
        deltas.append(delta)
    deltas.reverse()
    shown = sorted({1, 2, 3, depth // 3 + 1, depth // 2 + 1, depth - 1, depth} & set(range(1, depth + 1)))
    return {
        "activation": activation, "output": output or activation, "depth": depth, "weight": w, "bias": b, "input": a0,
        "target": target,
        "layers": [{"layer": l, "z": number(zs[l - 1]), "a": number(activations[l]), "delta": number(deltas[l - 1]),
                    "weight_gradient": number(deltas[l - 1] * activations[l - 1]),
                    "log10_speed": None if deltas[l - 1] == 0 else mp.nstr(log10(abs(deltas[l - 1])), 25)}
                   for l in shown],
    }


def chains():
    """Orbits that settle: there the engine's own roundings of z stay in the last digits."""
    return [
        chain("sigmoid", 4, 1.0, 0.0, 1.0),
        chain("sigmoid", 1, -3.0, 0.25, 0.7, 0.3),
        chain("sigmoid", 10000, 1.0, 0.0, 1.0),
        chain("sigmoid", 4, 100.0, -50.0, 0.51),
        chain("sigmoid", 20, 100.0, -50.0, 0.51),
        chain("sigmoid", 50, 100.0, -50.0, 0.51),
        chain("sigmoid", 200, -3.0, 1.0, 0.2, 0.5),
        chain("sigmoid", 1000, 1e6, 0.0, 1.0, 0.25),
        chain("sigmoid", 100, 1e6, -1e6, 0.3, 1.0),
        chain("tanh", 300, 0.5, 0.1, 0.4, 0.9),
        chain("tanh", 2000, 1e-6, 0.0, 1.0),
        chain("tanh", 300, -30.0, 2.0, 0.1),
        chain("tanh", 50, 1e6, 1e6, 1.0, -1.0),
        chain("relu", 10000, 1e6, 0.0, 1.0),
        chain("relu", 300, 0.5, 2.0, 1.0, 3.0),
        chain("relu", 200, 100.0, -1e6, 20000.0),
        chain("identity", 10000, -1e6, 1.0, 1.0),
        chain("identity", 3000, 1e-6, 0.0, 1e-6),
        chain("softsign", 500, 1e6, 0.5, 0.3),
        chain("softsign", 5000, 1e-6, 0.0, -0.5),
        chain("softsign", 100, -2.0, 0.1, 3.0),
        chain("softplus", 300, 1e6, 0.0, 0.1),
        chain("softplus", 100, -0.7, 0.2, 0.3, 2.0),
        chain("softplus", 40, 0.5, -1e6, 1.0),
        chain("relu", 3, 1000.0, 0.0, 1.0, 0.0, "sigmoid"),
        chain("relu", 400, 1e6, 0.0, 1.0, 0.0, "softsign"),
    ]


def write(name, value):
    with open(name, "w", encoding="utf-8") as file:
        json.dump(value, file, separators=(",", ":"), indent=0)
        file.write("\n")


if __name__ == "__main__":
    write("chains.json", {"chains": chains()})
    write("functions.json", {"values": functions(), "differences": differences()})

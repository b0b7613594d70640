#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the line of the preset "order_and_chaos", where chi_1 = 1 for tanh (Poole et al. 2016, Schoenholz et al. 2017),
as points (sigma_w, sigma_b); and 6 xi of the preset "trainability", xi = -1/ln chi_1 at sigma_b^2 = 0.05, as points
(sigma_w, depth). In doubles, by the trapezoid rule.

    python3 critical_line.py
"""
import json
import math

POINTS = [(-10 + 20 * i / 800) for i in range(801)]
WEIGHTS = [math.exp(-x * x / 2) * 20 / 800 / math.sqrt(2 * math.pi) for x in POINTS]


def mean(f, q):
    return sum(w * f(math.sqrt(q) * x) for x, w in zip(POINTS, WEIGHTS))


def settled(sw2, sb2):
    """q* and chi_1 there."""
    q = 1.0
    for _ in range(20000):
        following = sw2 * mean(lambda z: math.tanh(z) ** 2, q) + sb2
        if abs(following - q) < 1e-12 * max(q, 1e-3):
            break
        q = following
    return q, sw2 * mean(lambda z: math.cosh(z) ** -4, q)


def critical(sb):
    """sigma_w at which chi_1 = 1: the fixed point q of both equations, by bisection in q."""
    low, high = 0.0, 4.0
    for _ in range(60):
        q = (low + high) / 2
        sw2 = 1 / mean(lambda z: math.cosh(z) ** -4, q)
        if q - sw2 * mean(lambda z: math.tanh(z) ** 2, q) < sb * sb:
            low = q
        else:
            high = q
    return math.sqrt(1 / mean(lambda z: math.cosh(z) ** -4, (low + high) / 2))


if __name__ == "__main__":
    print(json.dumps({"name": "χ₁ = 1", "x": "gain", "y": "bias_std", "points": [[round(critical(sb / 40), 5), sb / 40] for sb in range(0, 41)]},
                     ensure_ascii=False))
    line = []
    for i in range(0, 61):
        sw = 1 + i / 60
        chi = settled(sw * sw, 0.05)[1]
        if abs(math.log(chi)) > 0.005:
            line.append([round(sw, 5), round(6 / abs(math.log(chi)), 3)])
    print(json.dumps({"name": "6ξ", "x": "gain", "y": "depth", "points": line}, ensure_ascii=False))

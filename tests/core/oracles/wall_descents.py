#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the two lines of the preset "wall": gradient descent on E = (sigma(x_50) - 0.7)^2 over the shared w and b of
x_t = w sigma(x_(t-1)) + b, x_0 = 0.5 (Pascanu et al. 2013, figure 6), without and with the gradient clipped to norm 1.

    python3 wall_descents.py
"""
import json
import math

STEPS, TARGET, RATE, START = 50, 0.7, 0.3, (6.5, -2.6)


def gradient(w, b):
    a, by_w, by_b = 1 / (1 + math.exp(-0.5)), 0.0, 0.0
    for _ in range(STEPS):
        before, a = a, 1 / (1 + math.exp(-(w * a + b)))
        slope = a * (1 - a)
        by_w, by_b = slope * (before + w * by_w), slope * (1 + w * by_b)
    return 2 * (a - TARGET) * by_w, 2 * (a - TARGET) * by_b


def descent(clip, steps):
    w, b = START
    points = [[w, b]]
    for _ in range(steps):
        by_w, by_b = gradient(w, b)
        shorter = min(1, clip / math.hypot(by_w, by_b))
        w, b = w - RATE * shorter * by_w, b - RATE * shorter * by_b
        points.append([round(w, 5), round(b, 5)])
    return points


for name, clip, steps in (("descent", math.inf, 138), ("descent, clipped", 1, 200)):
    print(json.dumps({"name": name, "x": "weight", "y": "bias", "points": descent(clip, steps)}))

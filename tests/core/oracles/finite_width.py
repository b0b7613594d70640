#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes finite_width_table.h: mean and variance of ln((2/n) chi^2_k), k ~ Bin(n, 1/2) given k >= 1, with 15 digits.

    python3 finite_width.py > finite_width_table.h

By sums of digamma and trigamma (mpmath): E ln chi^2_k = psi(k/2) + ln 2, Var ln chi^2_k = psi'(k/2).
"""
from mpmath import binomial, digamma, log, mp, mpf, nstr, psi

mp.dps = 30

print("""// SPDX-License-Identifier: GPL-3.0-or-later
// Written by finite_width.py.
#pragma once

#include <vector>

namespace oracle {

struct HeLayer {
    int neurons;
    double mean, variance;
};
inline const std::vector<HeLayer> kHeLayers{""")
for n in (1, 2, 3, 16, 30, 64, 100, 1024):
    chance = [binomial(n, k) / mpf(2) ** n for k in range(n + 1)]
    alive = 1 - chance[0]
    logs = [digamma(mpf(k) / 2) + log(2) for k in range(1, n + 1)]
    mean = sum(p * x for p, x in zip(chance[1:], logs)) / alive
    square = sum(p * (x * x + psi(1, mpf(k) / 2)) for k, (p, x) in enumerate(zip(chance[1:], logs), 1)) / alive
    print("    {%d, %s, %s}," % (n, nstr(mean + log(mpf(2) / n), 15), nstr(square - mean ** 2, 15)))
print("""};

} // namespace oracle""")

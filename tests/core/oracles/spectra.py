#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Singular values of products of seeded matrices, by mpmath with 400 digits: python3 spectra.py > spectra.csv
# Entries are k/64 with k from a linear congruential generator, so that the test makes the same matrices exactly.
from mpmath import mp, matrix, svd_r, log10, mpf

mp.dps = 400


def entries(seed):
    state = seed
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield mpf((state >> 33) % 257 - 128) / 64


print("size,factors,row_scale,index,log10")
for size, factors, row_scale in [(4, 10, 0), (6, 30, 0), (5, 20, 12), (3, 12, 40)]:
    source = entries(1000 * size + factors)
    product = None
    for _ in range(factors):
        factor = matrix(size, size)
        for i in range(size):
            for j in range(size):
                factor[i, j] = next(source) * mpf(2) ** (-row_scale * i)
        product = factor if product is None else factor * product
    values = sorted(svd_r(product, compute_uv=False), reverse=True)
    for index, value in enumerate(values):
        print(f"{size},{factors},{row_scale},{index},{mp.nstr(log10(value), 17)}")

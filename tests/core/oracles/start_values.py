#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""start_values.json: random start values by an implementation of our own of the 64-bit Mersenne twister (Nishimura &
Matsumoto 2004), the ziggurat and the rules. Python's floats are IEEE doubles and math.sqrt is rounded correctly, so the
numbers are the same bits. Run it in this folder."""
import json
import math

MASK = (1 << 64) - 1


class Twister:
    N, M = 312, 156

    def __init__(self, seed):
        state = [seed & MASK]
        for i in range(1, self.N):
            state.append((6364136223846793005 * (state[-1] ^ (state[-1] >> 62)) + i) & MASK)
        self.state, self.at = state, self.N

    def bits(self):
        if self.at == self.N:
            s = self.state
            for i in range(self.N):
                y = (s[i] & 0xFFFFFFFF80000000) | (s[(i + 1) % self.N] & 0x7FFFFFFF)
                s[i] = s[(i + self.M) % self.N] ^ (y >> 1) ^ (0xB5026F5AA96619E9 if y & 1 else 0)
            self.at = 0
        x = self.state[self.at]
        self.at += 1
        x ^= (x >> 29) & 0x5555555555555555
        x ^= (x << 17) & 0x71D67FFFEDA60000
        x ^= (x << 37) & 0xFFF7EEE000000000
        return x ^ (x >> 43)


def scrambled(value):
    value = (value + 0x9E3779B97F4A7C15) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


LN2_HIGH, LN2_LOW = float.fromhex("0x1.62e42fefa38p-1"), float.fromhex("0x1.ef35793c7673p-45")


def ln(x):
    m, e = math.frexp(x)
    if m < float.fromhex("0x1.6a09e667f3bcdp-1"):
        m, e = m * 2, e - 1
    s = (m - 1) / (m + 1)
    square, total = s * s, 0.0
    for power in range(23, 2, -2):
        total = (total + 1.0 / power) * square
    return e * LN2_HIGH + (2 * s + (2 * s * total + e * LN2_LOW))


def exp(x):
    k = math.floor(x * 1.4426950408889634 + 0.5)
    r = (x - k * LN2_HIGH) - k * LN2_LOW
    total = 1.0
    for n in range(14, 0, -1):
        total = 1 + total * r / n
    return math.ldexp(total, k)


def density(x):
    return exp(-0.5 * x * x)


TAIL, AREA, LAYERS = 3.6541528853610088, 0.00492867323399140948, 256
EDGE = [AREA / density(TAIL), TAIL]
for _ in range(2, LAYERS):
    EDGE.append(math.sqrt(-2 * ln(AREA / EDGE[-1] + density(EDGE[-1]))))
EDGE.append(0.0)
HEIGHT = [density(x) for x in EDGE]


class Stream:
    WEIGHTS, BIASES = 1, 2

    def __init__(self, seed, purpose, index):
        self.twister = Twister(scrambled(scrambled(scrambled(seed) ^ purpose) ^ index))

    def uniform(self):
        return (self.twister.bits() >> 11) * 2.0 ** -53

    def between(self, lower, upper):
        return lower + (upper - lower) * self.uniform()

    def below(self, count):
        rejected = (1 << 64) % count
        value = self.twister.bits()
        while value < rejected:
            value = self.twister.bits()
        return value % count

    def normal(self):
        while True:
            bits = self.twister.bits()
            layer = bits & 255
            signed = bits - (1 << 64) if bits >> 63 else bits
            u = (signed >> 10) * 2.0 ** -53
            x = u * EDGE[layer]
            if abs(x) < EDGE[layer + 1]:
                return x
            if layer == 0:
                while True:
                    beyond = -ln(1 - self.uniform()) / TAIL
                    test = -ln(1 - self.uniform())
                    if not 2 * test < beyond * beyond:
                        return -(TAIL + beyond) if u < 0 else TAIL + beyond
            if HEIGHT[layer] + (HEIGHT[layer + 1] - HEIGHT[layer]) * self.uniform() < density(x):
                return x


def dot(left, right, start):
    """Eight sums side by side, then these in order, then the rest."""
    size, sums, i = len(left), [0.0] * 8, start
    while i + 8 <= size:
        for lane in range(8):
            sums[lane] += left[i + lane] * right[i + lane]
        i += 8
    total = 0.0
    for each in sums:
        total += each
    for j in range(i, size):
        total += left[j] * right[j]
    return total


def haar(columns):
    """Q of a = QR by Householder's reflections, R's diagonal made positive; a matrix is a list of columns."""
    a, rows = [list(c) for c in columns], len(columns[0])
    halves, signs = [], []

    def reflect(k, column):
        scale = dot(a[k], column, k) / halves[k]
        for i in range(k, rows):
            column[i] -= scale * a[k][i]

    for k in range(len(a)):
        square = dot(a[k], a[k], k)
        size = math.sqrt(square)
        signs.append(-1.0 if a[k][k] > 0 else 1.0)
        halves.append(square + abs(a[k][k]) * size)
        a[k][k] -= signs[k] * size
        for column in a[k + 1:]:
            reflect(k, column)
    q = [[1.0 if i == j else 0.0 for i in range(rows)] for j in range(len(a))]
    for k in reversed(range(len(a))):
        for column in q[k:]:
            reflect(k, column)
    return [[entry * sign for entry in column] for column, sign in zip(q, signs)]


def weights(rule, stream, n_in, n_out, gain):
    """Column by column: each has one weight a neuron."""
    def normals(deviation):
        scale = gain * deviation
        return [scale * stream.normal() for _ in range(n_in * n_out)]

    def uniforms(bound):
        scale = gain * bound
        return [scale * stream.between(-1.0, 1.0) for _ in range(n_in * n_out)]

    if rule == "standard_normal":
        return normals(1.0)
    if rule in ("scaled_normal", "lecun_normal", "mean_field"):
        return normals(1 / math.sqrt(n_in))
    if rule == "he_normal":
        return normals(math.sqrt(2 / n_in))
    if rule == "glorot_standard":
        return uniforms(1 / math.sqrt(n_in))
    if rule == "glorot_uniform":
        return uniforms(math.sqrt(6 / (n_in + n_out)))
    if rule == "orthogonal":
        rows, columns = max(n_in, n_out), min(n_in, n_out)
        q = haar([[stream.normal() for _ in range(rows)] for _ in range(columns)])
        return [gain * (q[j][i] if n_out >= n_in else q[i][j]) for j in range(n_in) for i in range(n_out)]
    assert rule == "sparse"
    matrix = [0.0] * (n_in * n_out)
    for neuron in range(n_out):
        order = list(range(n_in))
        for i in range(min(n_in, 15)):
            j = i + stream.below(n_in - i)
            order[i], order[j] = order[j], order[i]
            matrix[order[i] * n_out + neuron] = gain * stream.normal()
    return matrix


DEVIATIONS = {"standard_normal": 1.0, "scaled_normal": 1.0}


def row(rule, inputs, width, layer, gain, bias_std, seed):
    n_in, n_out = inputs if layer == 1 else width, 2 if layer == 3 else width
    deviation = bias_std if rule == "mean_field" else DEVIATIONS.get(rule)
    stream = Stream(seed, Stream.BIASES, layer)
    return {"initializer": rule, "inputs": inputs, "width": width, "layer": layer, "gain": gain, "bias_std": bias_std,
            "seed": seed, "weights": weights(rule, Stream(seed, Stream.WEIGHTS, layer), n_in, n_out, gain),
            "biases": [deviation * stream.normal() if deviation is not None else 0.0 for _ in range(n_out)]}


if __name__ == "__main__":
    RULES = ["standard_normal", "scaled_normal", "lecun_normal", "glorot_standard", "glorot_uniform", "he_normal",
             "orthogonal", "sparse", "mean_field"]
    TABLE = [row(rule, *case) for rule in RULES
             for case in [(20, 9, 1, 1.0, 0.5, 1), (20, 9, 2, 0.75, 0.5, 2 ** 53 - 1), (5, 17, 1, 1.0, 0.1, 0),
                          (5, 17, 3, 1.7, 0.1, 12345)]]
    with open("start_values.json", "w", encoding="utf-8") as file:
        json.dump(TABLE, file, separators=(",", ":"), indent=0)
        file.write("\n")

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""network_spectra.json: log10 of the singular values of J^l and of J^L … J^l in random networks, by mpmath's SVD with
more digits than they lie decades apart. The weights are those of start_values.py. Run it in this folder."""
import json

from mpmath import diag, eye, log10, matrix, mp, mpf, ones, sqrt, svd_r, tanh

from start_values import DEVIATIONS, Stream, weights

EPSILON = mpf(1e-5)


def logistic(z):
    e = mp.exp(-abs(z))
    return (1 / (1 + e) if z > 0 else e / (1 + e)), e / (1 + e) ** 2


def hyperbolic(z):
    t = tanh(z)
    return t, 1 / mp.cosh(z) ** 2


def rectified(z):
    return (z, mpf(1)) if z > 0 else (mpf(0), mpf(0))


FUNCTIONS = {"sigmoid": logistic, "tanh": hyperbolic, "relu": rectified}


def jacobians(case):
    sizes = [case["inputs"]] + [case["width"]] * (case["depth"] - 1) + [case["outputs"]]
    a, found = matrix([case["input"]] * sizes[0]), []
    for layer in range(1, case["depth"] + 1):
        n_in, n_out = sizes[layer - 1], sizes[layer]
        values = weights(case["initializer"], Stream(case["seed"], Stream.WEIGHTS, layer), n_in, n_out, case["gain"])
        w = matrix(n_out, n_in)
        for j in range(n_in):
            for i in range(n_out):
                w[i, j] = mpf(values[j * n_out + i])
        biases = Stream(case["seed"], Stream.BIASES, layer)
        deviation = DEVIATIONS.get(case["initializer"])
        h, hidden = w * a, layer < case["depth"]
        slope = w
        if hidden and case["normalization"] == "layer":
            mean = sum(h) / n_out
            h = h - mean * ones(n_out, 1)
            s = sqrt(sum(x * x for x in h) / n_out + EPSILON)
            h = h / s
            slope = (eye(n_out) - ones(n_out, n_out) / n_out - h * h.T / n_out) / s * w
        if hidden and case["normalization"] == "rms":
            s = sqrt(sum(x * x for x in h) / n_out + EPSILON)
            h = h / s
            slope = (eye(n_out) - h * h.T / n_out) / s * w
        z = [h[i] + (mpf(deviation * biases.normal()) if deviation else 0) for i in range(n_out)]
        pairs = [FUNCTIONS[case["activation"]](x) for x in z]
        jacobian = diag([pair[1] for pair in pairs]) * slope
        after = matrix([pair[0] for pair in pairs])
        if hidden and case["residual"] and n_in == n_out:
            jacobian += mpf(case["residual"]) * eye(n_out)
            after += mpf(case["residual"]) * a
        a = after
        found.append(jacobian)
    return found


def spectrum(m):
    if m.rows < m.cols:
        m = m.T
    largest = max(abs(x) for x in m)
    if largest == 0:
        return [None] * m.cols
    values = sorted(svd_r(m / largest, compute_uv=False), reverse=True)
    return [None if v < mpf(10) ** (50 - mp.dps) else float(log10(v * largest)) for v in values]


def solved(case):
    mp.dps = case.pop("digits")
    factors, chosen = jacobians(case), sorted({1, 2, case["depth"] // 2 + 1, case["depth"]})
    product, bound, layers = None, mpf(0), []
    for layer in range(case["depth"], 0, -1):
        factor = factors[layer - 1]
        product = factor if product is None else product * factor
        values = spectrum(factor)
        bound = None if bound is None or values[0] is None else bound + values[0]
        if layer in chosen:
            layers.insert(0, {"layer": layer, "factor": values, "product": spectrum(product),
                              "bound": None if bound is None else float(bound)})
    return {**case, "layers": layers}


def case(activation, initializer, gain, inputs, width, depth, outputs, digits, seed=1, residual=0.0,
         normalization="none", given=0.7):
    return {"activation": activation, "initializer": initializer, "gain": gain, "inputs": inputs, "width": width,
            "depth": depth, "outputs": outputs, "digits": digits, "seed": seed, "residual": residual,
            "normalization": normalization, "input": given}


CASES = [
    case("sigmoid", "glorot_standard", 1.0, 5, 6, 10, 4, 150),
    case("tanh", "standard_normal", 2.0, 6, 6, 20, 6, 500),
    case("tanh", "glorot_uniform", 1.0, 8, 5, 30, 3, 300),
    case("relu", "he_normal", 1.0, 6, 6, 10, 6, 200, seed=3),
    case("sigmoid", "standard_normal", 100.0, 6, 6, 10, 6, 2500),
    case("sigmoid", "standard_normal", 1000.0, 4, 4, 5, 4, 9000),
    case("sigmoid", "sparse", 300.0, 20, 17, 2, 4, 3500),
    case("tanh", "glorot_uniform", 1.0, 5, 5, 30, 5, 300, residual=1.0),
    case("sigmoid", "standard_normal", 1000.0, 5, 5, 10, 5, 3000, residual=0.5),
    case("sigmoid", "glorot_standard", 1.0, 5, 5, 12, 5, 300, normalization="layer"),
    case("tanh", "standard_normal", 1.0, 3, 6, 10, 6, 400, normalization="layer"),
    case("tanh", "glorot_uniform", 1.0, 5, 5, 10, 5, 300, residual=0.5, normalization="layer"),
    case("sigmoid", "standard_normal", 1.0, 2, 2, 10, 2, 300, normalization="layer"),
    case("sigmoid", "glorot_standard", 1.0, 5, 5, 12, 5, 300, normalization="rms"),
    case("tanh", "standard_normal", 1.0, 3, 6, 10, 6, 400, normalization="rms"),
    case("tanh", "glorot_uniform", 1.0, 5, 5, 10, 5, 300, residual=0.5, normalization="rms"),
    case("sigmoid", "standard_normal", 1.0, 2, 2, 10, 2, 300, normalization="rms"),
]

if __name__ == "__main__":
    with open("network_spectra.json", "w", encoding="utf-8") as file:
        json.dump([solved(each) for each in CASES], file, separators=(",", ":"), indent=0)
        file.write("\n")

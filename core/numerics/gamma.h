// SPDX-License-Identifier: GPL-3.0-or-later
// The gamma function in the right half-plane, by Stirling's series after Γ(z + 1) = zΓ(z) has led to |z| ≥ 16.
// core/maths.md 16.2.
#pragma once

#include <complex>

namespace deltascope::numerics {

/// ln Γ(z), Re z > 0, to about 1e-14 of max(1, |ln Γ|); the imaginary part is continuous (no multiple of 2π is lost).
std::complex<double> logGamma(std::complex<double> z);

/// ψ(x) = (ln Γ)′(x), x > 0.
double digamma(double x);
/// ψ′(x), x > 0.
double trigamma(double x);

} // namespace deltascope::numerics

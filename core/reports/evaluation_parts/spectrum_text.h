// SPDX-License-Identifier: GPL-3.0-or-later
// The spectrum of a network as members of `evaluate --format json --spectrum`.
#pragma once

#include "theory/jacobian/network_spectrum.h"

#include <string>

namespace deltascope::reports {

/// "spectrum": {"layers": [[log10 σ₁ ≥ …], …], "product": [log10 σ₁ ≥ …]}, of J^1 … J^L and of J^L … J^1; null for an
/// exact 0. Precondition: a complete spectrum of every factor (everyFactor).
std::string spectrumJson(const jacobian::NetworkSpectrum& spectrum);

/// "factor": {"sign", "log10"}: the largest singular value of J^l, for the object of this layer in a wide network.
std::string spectrumFactorJson(const jacobian::NetworkSpectrum& spectrum, int layer);

/// "product": {"sign", "log10"}: the largest singular value of J^L … J^1.
std::string spectrumProductJson(const jacobian::NetworkSpectrum& spectrum);

} // namespace deltascope::reports

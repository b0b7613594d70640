// SPDX-License-Identifier: GPL-3.0-or-later
// Published learning speeds over a training, and the bands that other seeds of the same set-up give.
// core/maths.md 14.1, 14.2.
#pragma once

#include "model/scenario.h"

#include <optional>
#include <span>
#include <string_view>

namespace deltascope::training {

/// The norms behind the figures of Nielsen, Neural Networks and Deep Learning, chapter 5, as his repository has them
/// (MIT licence, in resources/published), and bands over 200 seeds on ten thousand of the same digits.
struct PublishedSpeeds {
    int hiddenLayers = 0;
    std::string_view data = {}; ///< what they were trained on
    std::span<const double> norms; ///< of hidden layer l before step e: [e·hiddenLayers + l − 1]
    std::span<const double> bands; ///< rows of the epoch and p05, median, p95 of each hidden layer

    int epochs() const { return static_cast<int>(norms.size()) / hiddenLayers; }
    double norm(int epoch, int layer) const;

    struct Band {
        int epoch = 0;
        double p05 = 0, median = 0, p95 = 0;
    };
    int bandCount() const { return static_cast<int>(bands.size()) / (1 + 3 * hiddenLayers); }
    Band band(int i, int layer) const; ///< 0 ≤ i < bandCount(), by ascending epoch
    /// The band of an epoch, between those listed along the logarithms; nothing beyond the last one.
    std::optional<Band> bandAt(double epoch, int layer) const;
};

/// Those of the set-up that this scenario has, whatever its seed, its epochs and what it holds out, on the data that
/// they are of or on those that stand in for them; nullptr where anything that counts differs, as other data do.
const PublishedSpeeds* publishedSpeeds(const model::Scenario& scenario);

} // namespace deltascope::training

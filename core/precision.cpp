// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.1 to 6.3.
#include "precision.h"

#include "evaluation.h"

namespace deltascope {

PrecisionLoss precisionLoss(const FloatFormat& format, const Evaluation& evaluation)
{
    PrecisionLoss loss;
    for (int layer = evaluation.depth(); layer >= 1 && loss.lostAt == 0; --layer) {
        const Scaled delta = evaluation.layer(layer).speed.normOfMean;
        if (delta.exponent > format.minExponent && delta.exponent <= format.maxExponent)
            continue; // a normal number, well within: most layers
        const Rounded result = rounded(format, delta);
        if (loss.flushedAt == 0 && (result != Rounded::kept || flushed(format, delta)))
            loss.flushedAt = layer;
        if (result != Rounded::kept) {
            loss.lostAt = layer;
            loss.overflow = result == Rounded::toInfinity;
        }
    }
    return loss;
}

bool lostBelow(const FloatFormat& format, const Evaluation& evaluation, int layer)
{
    for (int below = layer - 1; below >= 1; --below) {
        const Scaled delta = evaluation.layer(below).speed.normOfMean;
        if (!delta.isZero() && rounded(format, delta) == Rounded::kept)
            return false;
    }
    return true;
}

} // namespace deltascope

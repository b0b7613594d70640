// SPDX-License-Identifier: GPL-3.0-or-later
// core/maths.md 6.1 to 6.3.
#include "evaluation/precision_loss.h"

#include "evaluation/evaluation.h"

namespace deltascope::evaluation {

PrecisionLoss precisionLoss(const numerics::FloatFormat& format, const Evaluation& evaluation)
{
    PrecisionLoss loss;
    for (int layer = evaluation.depth(); layer >= 1 && loss.lostAt == 0; --layer) {
        const numerics::Scaled delta = evaluation.layer(layer).speed.normOfMean;
        if (delta.exponent > format.minExponent && delta.exponent <= format.maxExponent)
            continue; // a normal number, well within: most layers
        const numerics::Rounded result = numerics::rounded(format, delta);
        if (loss.flushedAt == 0 && (result != numerics::Rounded::kept || numerics::flushed(format, delta)))
            loss.flushedAt = layer;
        if (result != numerics::Rounded::kept) {
            loss.lostAt = layer;
            loss.overflow = result == numerics::Rounded::toInfinity;
        }
    }
    return loss;
}

bool lostBelow(const numerics::FloatFormat& format, const Evaluation& evaluation, int layer)
{
    for (int below = layer - 1; below >= 1; --below) {
        const numerics::Scaled delta = evaluation.layer(below).speed.normOfMean;
        if (!delta.isZero() && numerics::rounded(format, delta) == numerics::Rounded::kept)
            return false;
    }
    return true;
}

} // namespace deltascope::evaluation

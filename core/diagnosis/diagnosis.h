// SPDX-License-Identifier: GPL-3.0-or-later
// What the numbers mean, as message ids with arguments. core/maths.md 2.4.
#pragma once

#include "base/message.h"
#include "evaluation/evaluation.h"

#include <array>
#include <vector>

namespace deltascope::formats {
struct FormatArithmetic;
}

namespace deltascope::diagnosis {

/// By r, the speed of layer 1 over that of layer L, and by the rate r^(1/(L−1)) a layer. Balanced: r within a factor of
/// 2 either way. Vanishing, exploding: r beyond a factor of 10, or the rate beyond a factor of 2. Uneven: in between.
enum class Verdict { balanced, uneven, vanishing, exploding, dead, saturated };
inline constexpr std::array kVerdicts{
    Verdict::balanced, Verdict::uneven, Verdict::vanishing, Verdict::exploding, Verdict::dead, Verdict::saturated};
inline constexpr double kBalancedDecades = 0.30102999566398120; ///< log10 2, of r and of the rate
inline constexpr double kUnevenDecades = 1; ///< of r

/// The headline first ("Vanishing: layer 1 learns 1.3·10²⁴ times more slowly than layer 12."), then what else must be
/// said: the precision that would lose a layer, exact zeros, the layer from which digits are noise.
struct Diagnosis {
    Verdict verdict = Verdict::balanced;
    Message headline;
    std::vector<Message> details;
};

/// `formats`: of the same network, at least with FormatChoice::nearTheirEnds; without it nothing is said of formats.
Diagnosis diagnose(const model::Scenario& scenario, const evaluation::Evaluation& evaluation,
    const formats::FormatArithmetic* formats = nullptr);

} // namespace deltascope::diagnosis

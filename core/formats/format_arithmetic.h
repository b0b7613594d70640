// SPDX-License-Identifier: GPL-3.0-or-later
// What float16, bfloat16, float32 and double make of a scenario where every operation is rounded to the format
// (format_pass.h): what happens to people. It is not what rounding the exact δ once would show (precision.h): a factor
// between ½ and 1 never takes a subnormal number to 0, and an overflow on the way forward leaves no δ at all.
// core/maths.md 6.4, 6.6.
#pragma once

#include "evaluation/evaluation.h"
#include "formats/format_pass.h"

#include <array>
#include <optional>
#include <stop_token>

namespace deltascope::formats {

struct FormatArithmetic {
    int examples = 1; ///< the first so many of the data: all, or what `examplesForFormats` allows
    bool complete = false; ///< every format, else those of `nearTheirEnds`
    std::array<std::optional<FormatPass>, 4> passes; ///< in the order of floatFormats(); subnormal numbers kept
    std::array<std::optional<FormatPass>, 4> flushed; ///< where subnormal numbers become 0: only what that changes
    bool operator==(const FormatArithmetic&) const = default;
};

/// The same of every format: a result of its own.
struct EveryFormat {
    FormatArithmetic formats;
    bool operator==(const EveryFormat&) const = default;
};

/// The formats whose range the exact results come near or leave, or whose digits may cancel: at the output, over a
/// batch, in a normalization. The others lose digits, but no layer.
std::array<bool, 4> nearTheirEnds(
    const data::Dataset& data, const network::Network& network, const evaluation::Evaluation& evaluation);

/// How many examples of the data are computed in the formats: as many as take a fraction of a second.
int examplesForFormats(const network::Network& network, int examples);

enum class FormatChoice { nearTheirEnds, every };

/// Of a network with its evaluation. Flushed passes only with every format. Nothing where stop was requested.
std::optional<FormatArithmetic> formatArithmetic(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const evaluation::Evaluation& evaluation, FormatChoice choice,
    const std::stop_token& stop = {});

} // namespace deltascope::formats

// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of float formats: what each shows where it computes (format_arithmetic.h), unless "rounded once" is
// said. core/maths.md 6.7.
#pragma once

#include "base/message.h"
#include "formats/format_arithmetic.h"

#include <string>
#include <vector>

namespace deltascope::diagnosis {

/// What becomes of δ in a format, against the exact δ. Counted from layer 1 up: "below" is every layer up to this one.
struct FormatOutcome {
    int notANumber = 0; ///< NaN in layers 1 … this one: it always reaches layer 1
    int infinite = 0; ///< ∞ or NaN in layers 1 … this one: so does ∞
    int zero = 0; ///< exactly 0 in layers 1 … this one, and not by itself in all of them
    int zeros = 0; ///< layers with 0 that is no exact 0, wherever they are
    int stuck = 0; ///< a subnormal number in layers 1 … this one, more than twice or less than half the exact δ
    bool constant = false; ///< and the same number in three of them or more
    int off = 0; ///< a number in layers 1 … this one that is more than twice or less than half the exact δ
    bool silent = false; ///< all activations of a layer are 0 that are not so by themselves
};

/// The fate in the format at this place of floatFormats(); its pass must be there.
FormatOutcome outcomeOf(
    const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation);

/// True where there is something to say of the format.
bool loses(const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation);

/// True where it shows a wrong number in layer 1 without losing it: its digits do not suffice for the way forward.
bool isWrong(const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation);

/// Its fate in a few words: "float16: 0 below layer 5". It must lose something or be wrong.
Message outcomeInBrief(
    const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation);

/// The sentences of a diagnosis: of the first format that loses something and of the last one that does. None without
/// the formats.
std::vector<Message> precisionSentences(
    const formats::FormatArithmetic* formats, const evaluation::Evaluation& evaluation);

/// How sums are taken in the formats, and of how many examples, where that must be said; empty where it need not.
std::vector<Message> howFormatsCompute(
    const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation);

std::string formatName(std::size_t format);
/// "first; second"
Message inList(Message list, Message item, const char* pattern);

} // namespace deltascope::diagnosis

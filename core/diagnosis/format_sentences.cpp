// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/format_sentences.h"

#include <cmath>

namespace deltascope::diagnosis {

namespace {

using Kind = formats::FormatSpeed::Kind;
using Place = formats::FormatPass::Place;

constexpr int kSameShown = 3; // layers with one and the same number are no coincidence

const formats::FormatPass& passOf(const formats::FormatArithmetic& formats, std::size_t format)
{
    return *formats.passes[format];
}

/// How many layers from layer 1 up hold what is asked.
template <class Condition>
int layersFromFirst(int depth, const Condition& condition)
{
    int layers = 0;
    while (layers < depth && condition(layers + 1))
        ++layers;
    return layers;
}

bool isOff(numerics::Scaled shown, numerics::Scaled exact)
{
    if (exact.isZero())
        return true;
    const numerics::Scaled ratio = shown / exact;
    return ratio < numerics::Scaled::from(0.5) || numerics::Scaled::from(2) < ratio;
}

bool isStuck(const formats::FormatSpeed& speed, numerics::Scaled exact, const numerics::FloatFormat& format)
{
    return speed.kind == Kind::number && !speed.isZero() && speed.size.exponent <= format.minExponent
        && isOff(speed.size, exact);
}

bool isSilent(const formats::FormatPass& pass, const evaluation::Evaluation& evaluation)
{
    if (pass.silentAt <= 0)
        return pass.silentAt == 0;
    const evaluation::Statistics& a = evaluation.layer(pass.silentAt).a;
    return !a.minimum.isZero() || !a.maximum.isZero();
}

/// The name at the head of a sentence.
Argument subject(std::size_t format, bool even)
{
    if (even)
        return Message{translatable("core", "Even %1"), {formatName(format)}};
    return formatName(format);
}

/// What became ∞ on the way forward, where no δ is a number after it.
Message noNumber(const formats::FormatPass& pass, Argument name)
{
    switch (pass.overflow) {
    case Place::input:
        return {translatable("core",
                    "%1 could not hold the input: it would become ∞, and δ would not be a number (NaN) in any layer."),
            {std::move(name)}};
    case Place::parameters:
        return {translatable("core",
                    "%1 could not hold a weight or bias of layer %2: it would become ∞, and δ would not be a number "
                    "(NaN) in any layer."),
            {std::move(name), pass.overflowsAt}};
    default:
        return {translatable("core",
                    "%1 would overflow on the way forward, in layer %2, and δ would not be a number (NaN) in any "
                    "layer."),
            {std::move(name), pass.overflowsAt}};
    }
}

/// The same where δ is a number all the same, in some layers at least.
Message overflow(const formats::FormatPass& pass, Argument name)
{
    switch (pass.overflow) {
    case Place::input:
        return {translatable("core", "%1 could not hold the input: it would become ∞."), {std::move(name)}};
    case Place::parameters:
        return {translatable("core", "%1 could not hold a weight or bias of layer %2: it would become ∞."),
            {std::move(name), pass.overflowsAt}};
    default:
        return {translatable("core", "%1 would overflow on the way forward, in layer %2."),
            {std::move(name), pass.overflowsAt}};
    }
}

Message growth(const FormatOutcome& fate, Argument name)
{
    if (fate.notANumber == fate.infinite)
        return {translatable("core", "%1 would show no number (NaN) for δ from layer %2 down."),
            {std::move(name), fate.notANumber}};
    if (fate.notANumber > 0)
        return {translatable("core",
                    "%1 would overflow at layer %2 on the way back, and be no number (NaN) from layer "
                    "%3 down."),
            {std::move(name), fate.infinite, fate.notANumber}};
    return {translatable("core", "%1 would overflow at layer %2."), {std::move(name), fate.infinite}};
}

/// "In float16" at the head of a sentence.
Argument inFormat(std::size_t format, bool even)
{
    return even ? Message{translatable("core", "Even in %1"), {formatName(format)}}
                : Message{translatable("core", "In %1"), {formatName(format)}};
}

Message zeros(const FormatOutcome& fate, Argument name, Argument where, int depth)
{
    if (fate.zero == depth)
        return {translatable("core", "%1, every layer underflows to 0."), {std::move(where)}};
    if (fate.zero == 1)
        return {translatable("core", "%1, layer 1 underflows to 0."), {std::move(where)}};
    if (fate.zero > 0)
        return {translatable("core", "%1, layers 1–%2 underflow to 0."), {std::move(where), fate.zero}};
    if (fate.zeros == 1)
        return {translatable("core", "%1 would show 0 in one layer, but not below it."), {std::move(name)}};
    return {translatable("core", "%1 would show 0 in %2 of the %3 layers, but not in layer 1."),
        {std::move(name), fate.zeros, depth}};
}

Message stuck(
    const FormatOutcome& fate, const formats::FormatPass& pass, Argument name, const evaluation::Evaluation& evaluation)
{
    const Argument shown = pass.speed(1).size.magnitude();
    const Argument exact = evaluation.layer(1).speed.normOfMean.magnitude();
    const bool everywhere = fate.stuck == evaluation.depth();
    if (fate.constant && !everywhere)
        return {translatable("core",
                    "%1 would get stuck at %2 below layer %3 (exact in layer 1: %4): the digits are gone, but zero is "
                    "never reached."),
            {std::move(name), shown, fate.stuck + 1, exact}};
    if (everywhere)
        return {translatable("core", "%1 would be wrong in every layer: %2 in layer 1, where the exact speed is %3."),
            {std::move(name), shown, exact}};
    return {translatable("core", "%1 would be wrong below layer %3: %2 in layer 1, where the exact speed is %4."),
        {std::move(name), shown, fate.stuck + 1, exact}};
}

std::vector<Message> sentencesOf(
    const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation, bool even)
{
    const formats::FormatPass& pass = passOf(formats, format);
    const FormatOutcome fate = outcomeOf(formats, format, evaluation);
    const Argument name = subject(format, even);
    const int depth = evaluation.depth();
    if (pass.overflow != Place::nowhere && fate.notANumber == depth)
        return {noNumber(pass, name)};
    std::vector<Message> sentences;
    if (pass.overflow != Place::nowhere)
        sentences.push_back(overflow(pass, name));
    if (fate.infinite > 0)
        sentences.push_back(growth(fate, name));
    else if (fate.zeros > 0)
        sentences.push_back(zeros(fate, name, inFormat(format, even), depth));
    else if (fate.stuck > 0)
        sentences.push_back(stuck(fate, pass, name, evaluation));
    else if (fate.silent)
        sentences.push_back(pass.silentAt == 0
                ? Message{translatable("core", "%1 would make the input 0."), {name}}
                : Message{
                    translatable("core", "%1 would make every activation of layer %2 0."), {name, pass.silentAt}});
    return sentences;
}

Message overflowInBrief(const formats::FormatPass& pass, const std::string& name)
{
    switch (pass.overflow) {
    case Place::input:
        return {translatable("core", "%1: the input is ∞, so that every δ is NaN"), {name}};
    case Place::parameters:
        return {translatable("core", "%1: a weight or bias of layer %2 is ∞, so that every δ is NaN"),
            {name, pass.overflowsAt}};
    default:
        return {translatable("core", "%1: ∞ on the way forward, in layer %2, so that every δ is NaN"),
            {name, pass.overflowsAt}};
    }
}

Message smallInBrief(const FormatOutcome& fate, const formats::FormatPass& pass, const std::string& name,
    const evaluation::Evaluation& evaluation)
{
    const int depth = evaluation.depth();
    if (fate.zero == depth)
        return {translatable("core", "%1: 0 in every layer"), {name}};
    if (fate.zero > 0)
        return fate.zero == 1 ? Message{translatable("core", "%1: layer 1 underflows to 0"), {name}}
                              : Message{translatable("core", "%1: layers 1–%2 underflow to 0"), {name, fate.zero}};
    if (fate.zeros > 0)
        return {translatable("core", "%1: 0 in %2 of %3 layers"), {name, fate.zeros, depth}};
    const Argument shown = pass.speed(1).size.magnitude();
    if (fate.constant && fate.stuck < depth)
        return {translatable("core", "%1: stuck at %2 below layer %3"), {name, shown, fate.stuck + 1}};
    if (fate.stuck > 0 || (fate.off > 0 && !fate.silent && pass.overflow == Place::nowhere))
        return {translatable("core", "%1: %2 in layer 1 instead of %3"),
            {name, shown, evaluation.layer(1).speed.normOfMean.magnitude()}};
    if (fate.silent && pass.silentAt == 0)
        return {translatable("core", "%1: the input is 0"), {name}};
    if (fate.silent)
        return {translatable("core", "%1: all activations of layer %2 are 0"), {name, pass.silentAt}};
    return {translatable("core", "%1: ∞ on the way forward, in layer %2"), {name, pass.overflowsAt}};
}

} // namespace

std::string formatName(std::size_t format)
{
    return std::string(numerics::floatFormats()[format].id);
}

Message inList(Message list, Message item, const char* pattern)
{
    return list.empty() ? std::move(item) : Message{pattern, {std::move(list), std::move(item)}};
}

FormatOutcome outcomeOf(
    const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation)
{
    const formats::FormatPass& pass = passOf(formats, format);
    const int depth = evaluation.depth();
    const auto exact = [&](int layer) { return evaluation.layer(layer).speed.normOfMean; };
    FormatOutcome fate;
    fate.notANumber = layersFromFirst(depth, [&](int l) { return pass.speed(l).kind == Kind::notANumber; });
    fate.infinite = layersFromFirst(depth, [&](int l) { return pass.speed(l).kind != Kind::number; });
    for (int l = 1; l <= depth; ++l)
        fate.zeros += pass.speed(l).isZero() && !exact(l).isZero();
    const int zero = layersFromFirst(depth, [&](int l) { return pass.speed(l).isZero(); });
    for (int l = 1; l <= zero; ++l)
        if (!exact(l).isZero())
            fate.zero = zero;
    if (formats.examples == evaluation.examples) { // else the exact speeds are those of other examples
        fate.stuck = layersFromFirst(
            depth, [&](int l) { return isStuck(pass.speed(l), exact(l), numerics::floatFormats()[format]); });
        fate.off = layersFromFirst(depth, [&](int l) {
            return pass.speed(l).kind == Kind::number && !pass.speed(l).isZero() && isOff(pass.speed(l).size, exact(l));
        });
        fate.constant = fate.stuck >= kSameShown
            && layersFromFirst(fate.stuck, [&](int l) { return pass.speed(l) == pass.speed(1); }) == fate.stuck;
    }
    fate.silent = isSilent(pass, evaluation);
    return fate;
}

bool loses(const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation)
{
    if (!formats.passes[format])
        return false;
    const FormatOutcome fate = outcomeOf(formats, format, evaluation);
    return passOf(formats, format).overflow != Place::nowhere || fate.infinite > 0 || fate.zeros > 0 || fate.stuck > 0
        || fate.silent;
}

bool isWrong(const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation)
{
    return formats.passes[format] && !loses(formats, format, evaluation)
        && outcomeOf(formats, format, evaluation).off > 0;
}

Message outcomeInBrief(
    const formats::FormatArithmetic& formats, std::size_t format, const evaluation::Evaluation& evaluation)
{
    const formats::FormatPass& pass = passOf(formats, format);
    const FormatOutcome fate = outcomeOf(formats, format, evaluation);
    const std::string name = formatName(format);
    if (pass.overflow != Place::nowhere && fate.notANumber == evaluation.depth())
        return overflowInBrief(pass, name);
    if (fate.infinite == 0)
        return smallInBrief(fate, pass, name, evaluation);
    if (fate.notANumber == fate.infinite)
        return {translatable("core", "%1: NaN from layer %2 down"), {name, fate.notANumber}};
    if (fate.notANumber > 0)
        return {
            translatable("core", "%1: ∞ at layer %2, NaN from layer %3 down"), {name, fate.infinite, fate.notANumber}};
    return {translatable("core", "%1: ∞ from layer %2 down"), {name, fate.infinite}};
}

std::vector<Message> precisionSentences(
    const formats::FormatArithmetic* formats, const evaluation::Evaluation& evaluation)
{
    std::vector<std::size_t> losing;
    for (std::size_t i = 0; formats && i < formats->passes.size(); ++i)
        if (loses(*formats, i, evaluation))
            losing.push_back(i);
    if (losing.empty())
        return {};
    std::vector<Message> sentences = sentencesOf(*formats, losing.front(), evaluation, false);
    if (losing.size() > 1)
        for (Message& sentence : sentencesOf(*formats, losing.back(), evaluation, true))
            sentences.push_back(std::move(sentence));
    if (formats->examples < evaluation.examples)
        sentences.push_back({translatable("core", "The float formats were tried on the first %1 of %2 examples."),
            {formats->examples, evaluation.examples}});
    return sentences;
}

std::vector<Message> howFormatsCompute(
    const formats::FormatArithmetic& formats, const evaluation::Evaluation& evaluation)
{
    std::vector<Message> notes;
    if (!evaluation.chain)
        notes.push_back({translatable("core",
                             "Sums of products are taken term by term: in float32 for float16 and bfloat16, as "
                             "hardware does, else in the format itself."),
            {}});
    if (formats.examples < evaluation.examples)
        notes.push_back({translatable("core", "The float formats were tried on the first %1 of %2 examples."),
            {formats.examples, evaluation.examples}});
    return notes;
}

} // namespace deltascope::diagnosis

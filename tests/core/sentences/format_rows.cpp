// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences about float formats: precision, and the notes of learning_speed.
#include "own_formats.h"
#include "saying.h"

namespace deltascope::sentences {
namespace {

Fate fateOf(Saying& say, const OwnFormat& format, int layer)
{
    return rounded(format, say.truth().speed(layer, Average::normOfMean).exact);
}

/// From the output back, the first layer that this format loses is %layer.
void lost(Saying& say, int formatArgument, int layerArgument, Fate fate)
{
    const OwnFormat* format = ownFormat(say.text(formatArgument));
    say.holds(format != nullptr, "no such format");
    if (!format || say.saysNoise())
        return;
    const int layer = say.whole(layerArgument);
    say.holds(fateOf(say, *format, layer) == fate, "layer " + std::to_string(layer) + " is not lost so");
    for (int l = layer + 1; l <= say.depth(); ++l)
        say.holds(fateOf(say, *format, l) == Fate::kept || say.truth().biasLearnsNothing(l),
            "layer " + std::to_string(l) + " is lost before it");
}

void guide(Saying& say, bool zero)
{
    const Guide* guide = say.place.element ? std::get_if<Guide>(say.place.element) : nullptr;
    const std::string name = say.text(1);
    const OwnFormat* format = ownFormat(std::string_view(name).substr(0, name.find(',')));
    say.holds(guide && format, "no guide of a format");
    if (!guide || !format)
        return;
    const Number end = zero ? Number(0.5L, format->least - format->fraction) : Number(1, format->most + 1);
    say.holds(std::abs(guide->value - end.log10()) < 1e-3L, "it stands at 10^" + std::to_string(end.log10()));
}

constexpr Row kRows[] = {
    {"layer %1 in %2",
        [](Saying& say) {
            const OwnFormat* format = ownFormat(say.text(2));
            if (format)
                lost(say, 2, 1, fateOf(say, *format, say.whole(1)) == Fate::infinity ? Fate::infinity : Fate::zero);
        }},
    {"Rounded to 0 down from %1.", [](Saying&) {}},
    {"Rounded to ∞ down from %1.", [](Saying&) {}},
    {"0 in %1", [](Saying& say) { guide(say, true); }},
    {"∞ in %1", [](Saying& say) { guide(say, false); }},
    {"in %1 at layer %2 (∞)", [](Saying& say) { lost(say, 1, 2, Fate::infinity); }},
    {"in %1 at layer %2 (0)", [](Saying& say) { lost(say, 1, 2, Fate::zero); }},
    {"in %1 at layer %2",
        [](Saying& say) {
            const OwnFormat* format = ownFormat(say.text(1));
            if (format && !say.saysNoise())
                say.holds(isSubnormal(*format, say.truth().speed(say.whole(2), Average::normOfMean).exact),
                    "that layer is no subnormal");
        }},
    {"δ is exactly 0 in every layer: there is nothing that a format could lose.",
        [](Saying& say) {
            for (int l = 1; l <= say.depth(); ++l)
                say.holds(say.truth().biasLearnsNothing(l), "layer " + std::to_string(l) + " learns");
        }},
    {"No format loses δ: %1 all hold it down to layer 1.",
        [](Saying& say) {
            for (const OwnFormat& format : kOwnFormats)
                for (int l = 1; l <= say.depth(); ++l)
                    if (!say.truth().biasLearnsNothing(l) && !say.saysNoise())
                        say.holds(fateOf(say, format, l) == Fate::kept,
                            std::string(format.id) + " loses layer " + std::to_string(l));
        }},
    {"Walking back from the output, δ is lost %1.", [](Saying&) {}},
    {"Walking back from the output, δ is lost %1; never in %2.",
        [](Saying& say) {
            const std::string kept = plainText(say.nested(2));
            for (const OwnFormat& format : kOwnFormats)
                if (kept.find(format.id) != std::string::npos
                    && !(format.id == "float16" && kept.find("bfloat16") != std::string::npos))
                    for (int l = 1; l <= say.depth(); ++l)
                        if (!say.truth().biasLearnsNothing(l) && !say.saysNoise())
                            say.holds(fateOf(say, format, l) == Fate::kept,
                                std::string(format.id) + " loses layer " + std::to_string(l));
        }},
    {"Hardware that flushes subnormals to 0 loses it %1.", [](Saying&) {}},
    {"Judged by ‖δˡ‖: single neurons fall below it earlier.", [](Saying&) {}},
    {"lost in %1", [](Saying&) {}},
};

} // namespace

std::span<const Row> formatRows()
{
    return kRows;
}

} // namespace deltascope::sentences

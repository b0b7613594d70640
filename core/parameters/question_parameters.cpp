// SPDX-License-Identifier: GPL-3.0-or-later
// The table of what can be asked: what the key `question` of a document and `--view KEY=VALUE` accept.
#include "base/member_count.h"
#include "parameters/parameters.h"

#include <array>

namespace deltascope::parameters {

namespace {

// clang-format off
const std::array kQuestionRows{
    Parameter<model::Question>{
        .key = "layer", .label = translatable("core", "Selected layer"), .symbol = "ℓ", .unit = "",
        .help = translatable("core", "The layer marked in every figure; 0 marks none."),
        .member = &model::Question::layer, .minimum = 0, .maximum = 10'000, .sliderMinimum = 0, .sliderMaximum = 50, .step = 1,
        .invalidates = model::Dependency::layer},
    Parameter<model::Question>{
        .key = "k", .label = translatable("core", "Growth"), .symbol = "K", .unit = "",
        .help = translatable("core", "The explosion window holds the inputs whose gradient grows K-fold or more."),
        .member = &model::Question::k, .minimum = 1e-300, .maximum = 1e300, .sliderMinimum = 1, .sliderMaximum = 1e6, .step = 1,
        .scale = SliderScale::logarithmic, .invalidates = model::Dependency::k},
    Parameter<model::Question>{
        .key = "seeds", .label = translatable("core", "Seeds"), .symbol = "", .unit = "",
        .help = translatable("core", "How many networks, one per seed, the bands and the shares by chance are taken from."),
        .member = &model::Question::seeds, .minimum = 2, .maximum = 10'000, .sliderMinimum = 10, .sliderMaximum = 1000, .step = 10,
        .invalidates = model::Dependency::seeds},
    Parameter<model::Question>{
        .key = "step", .label = translatable("core", "Step of training"), .symbol = "t", .unit = "steps",
        .help = translatable("core", "How many steps of training precede what the figures show; at 0 they show the network as initialized, and a training to its end."),
        .member = &model::Question::step, .minimum = 0, .maximum = 1e15, .sliderMinimum = 0, .sliderMaximum = 1000, .step = 1,
        .invalidates = {model::Dependency::step, model::Dependency::end}},
    Parameter<model::Question>{
        .key = "map", .label = translatable("core", "Map"), .symbol = "", .unit = "",
        .help = translatable("core", "A measure over one or two parameters, with seeds: what is measured, and where it is measured."),
        .member = &model::Question::map,
        .invalidates = model::Dependency::map},
    Parameter<model::Question>{
        .key = "point", .label = translatable("core", "Looked at"), .symbol = "x", .unit = "",
        .help = translatable("core", "One input of a network of two, as two numbers: figures look at it in place of the examples; none: at the examples."),
        .member = &model::Question::point, .minimum = -1e6, .maximum = 1e6,
        .invalidates = model::Dependency::point},
    Parameter<model::Question>{
        .key = "checked_row", .label = translatable("core", "Neuron of the checked weight"), .symbol = "i", .unit = "",
        .help = translatable("core", "Whose weight or bias in the selected layer the gradient check takes; 0: the one with the largest gradient."),
        .member = &model::Question::checkedRow, .minimum = 0, .maximum = 65'536, .sliderMinimum = 0, .sliderMaximum = 50, .step = 1,
        .invalidates = model::Dependency::checked},
    Parameter<model::Question>{
        .key = "checked_column", .label = translatable("core", "Neuron before the checked weight"), .symbol = "j", .unit = "",
        .help = translatable("core", "From which neuron of the layer before the weight of the gradient check comes; 0: the bias is taken."),
        .member = &model::Question::checkedColumn, .minimum = 0, .maximum = 65'536, .sliderMinimum = 0, .sliderMaximum = 50, .step = 1,
        .invalidates = model::Dependency::checked},
};
// clang-format on

static_assert(kQuestionRows.size() == kMemberCount<model::Question>, "every member of Question has one row");

} // namespace

std::span<const Parameter<model::Question>> questionParameters()
{
    return kQuestionRows;
}

} // namespace deltascope::parameters

// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the view state's parameters: what the key `view` of a document and `--view KEY=VALUE` accept.
#include "base/member_count.h"
#include "parameters/parameters.h"

#include <array>

namespace deltascope::parameters {

namespace {

std::vector<Choice> speedChoices()
{
    return {{"both", translatable("core", "bias and weight speed")}, {"bias", translatable("core", "bias speed")},
        {"weight", translatable("core", "weight speed")}};
}

std::vector<Choice> averageChoices()
{
    return {{"norm_of_mean", translatable("core", "norm of the mean")},
        {"mean_of_norms", translatable("core", "mean of the norms")},
        {"rms", translatable("core", "root mean square")}};
}

std::vector<Choice> compareChoices()
{
    return {{"cost", translatable("core", "cost")}, {"accuracy", translatable("core", "accuracy")},
        {"first_speed", translatable("core", "speed of the first layer")}};
}

std::vector<Choice> gradientChoices()
{
    return {{"log", translatable("core", "size |δ|, logarithmic")},
        {"signed", translatable("core", "δ with its sign, on one axis")}};
}

std::vector<Choice> networkChoices()
{
    return {{"unfolded", translatable("core", "unfolded, depth as time")},
        {"folded", translatable("core", "folded, one cell with its loop")}};
}

std::vector<Choice> arithmeticChoices()
{
    return {{"computed", translatable("core", "computed in the format")},
        {"rounded", translatable("core", "exact, rounded once")}};
}

// clang-format off
const std::array kViewRows{
    Parameter<model::ViewState>{
        .key = "figures", .label = translatable("core", "Figures"), .symbol = "", .unit = "",
        .help = translatable("core", "The figures that the window shows, by id."),
        .member = &model::ViewState::figures, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "speed", .label = translatable("core", "Learning speeds"), .symbol = "", .unit = "",
        .help = translatable("core", "Which learning speeds are drawn: of the biases, of the weights, or both."),
        .member = &model::ViewState::speed, .choices = speedChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "average", .label = translatable("core", "Speed of a batch"), .symbol = "", .unit = "",
        .help = translatable("core", "How ‖δ‖ is taken over several examples: the norm of their mean, the mean of their norms, or the root of the mean square."),
        .member = &model::ViewState::average, .choices = averageChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "compare", .label = translatable("core", "Compare"), .symbol = "", .unit = "",
        .help = translatable("core", "What is drawn of trainings side by side: their cost, their accuracy, or the learning speed of the first layer."),
        .member = &model::ViewState::compare, .choices = compareChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "gradient", .label = translatable("core", "Spread of δ"), .symbol = "", .unit = "",
        .help = translatable("core", "How the spread of δ is drawn: its size on a logarithmic axis, or with its sign on one linear axis for all layers."),
        .member = &model::ViewState::gradient, .choices = gradientChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "arithmetic", .label = translatable("core", "Float formats"), .symbol = "", .unit = "",
        .help = translatable("core", "What is drawn of float formats: δ as each computes it, with every operation rounded, or the exact δ against what each can hold, rounded once."),
        .member = &model::ViewState::arithmetic, .choices = arithmeticChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "network", .label = translatable("core", "Recurrent network"), .symbol = "", .unit = "",
        .help = translatable("core", "How a network of tied layers is drawn: unfolded, one step beside the other, or folded, one cell with its loop."),
        .member = &model::ViewState::network, .choices = networkChoices, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "smooth", .label = translatable("core", "Smoothing"), .symbol = "", .unit = "epochs",
        .help = translatable("core", "Over how many epochs the course of a training is averaged, around each point; the recorded course stays behind it. 0: not at all."),
        .member = &model::ViewState::smooth, .minimum = 0, .maximum = 100'000, .sliderMinimum = 0, .sliderMaximum = 100, .step = 1,
        .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "walk", .label = translatable("core", "Stage of the walk"), .symbol = "", .unit = "",
        .help = translatable("core", "Where the walk through the drawing of the network stands: at a layer on the way forward or back, at the weights into it, at the cost, or at a layer’s update."),
        .member = &model::ViewState::walk, .invalidates = {}},
    Parameter<model::ViewState>{
        .key = "ranges", .label = translatable("core", "Axis limits"), .symbol = "", .unit = "",
        .help = translatable("core", "Axis limits chosen by hand; a panel without an entry fits its data."),
        .member = &model::ViewState::ranges, .invalidates = {}},
};
// clang-format on

static_assert(kViewRows.size() == kMemberCount<model::ViewState>, "every member of ViewState has one row");

} // namespace

std::span<const Parameter<model::ViewState>> viewParameters()
{
    return kViewRows;
}

} // namespace deltascope::parameters

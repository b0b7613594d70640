// SPDX-License-Identifier: GPL-3.0-or-later
#include "parameters/parameters.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "data/table_reading.h"
#include "network/losses/loss.h"
#include "network/operations/operation.h"
#include "network/structure.h"
#include "reading/text_encoding.h"
#include "training/mid_run_values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace deltascope::parameters {

namespace {

Error wrongValue(std::string_view key, Message problem)
{
    return {Fault::usage, {translatable("core", "%1: %2"), {std::string(key), std::move(problem)}}};
}

/// With at least 6 digits, and as many as say which number it is: 0.999999999, not 1.
Real inFull(double limit)
{
    Real shown{limit, 6};
    for (; shown.digits < 17; ++shown.digits) {
        char text[40];
        const auto end =
            std::to_chars(text, text + sizeof text, limit, std::chars_format::scientific, shown.digits - 1).ptr;
        double read = 0;
        std::from_chars(text, end, read);
        if (read == limit)
            break;
    }
    return shown;
}

template <class Record>
std::optional<Error> outsideLimits(const Parameter<Record>& parameter, double value, bool whole)
{
    if (std::isfinite(value) && value >= parameter.minimum && value <= parameter.maximum)
        return std::nullopt;
    const Real lower = inFull(parameter.minimum), upper = inFull(parameter.maximum);
    if (whole && !std::isfinite(value))
        return wrongValue(
            parameter.key, {translatable("core", "the value must be a whole number from %1 to %2."), {lower, upper}});
    if (whole)
        return wrongValue(parameter.key,
            {translatable("core", "%1 is out of range; a whole number from %2 to %3 is allowed."),
                {Real{value, 17}, lower, upper}});
    if (!std::isfinite(value))
        return wrongValue(
            parameter.key, {translatable("core", "the value must be a finite number from %1 to %2."), {lower, upper}});
    return wrongValue(parameter.key,
        {translatable("core", "%1 is out of range; a number from %2 to %3 is allowed."),
            {Real{value, 17}, lower, upper}});
}

template <class Record>
std::optional<Error> unknownChoice(const Parameter<Record>& parameter, const std::string& value)
{
    if (!parameter.choices)
        return std::nullopt;
    std::string allowed;
    for (const Choice& choice : parameter.choices()) {
        if (choice.id == value)
            return std::nullopt;
        allowed += (allowed.empty() ? "" : ", ") + std::string(choice.id);
    }
    return wrongValue(parameter.key,
        {translatable("core", "“%1” is not known; the choices are %2."),
            {reading::shortened(value), std::move(allowed)}});
}

template <class Record>
std::optional<Error> badLimits(const Parameter<Record>& parameter, const model::ViewRange& range)
{
    const bool finite = std::isfinite(range.xLower) && std::isfinite(range.xUpper) && std::isfinite(range.yLower)
        && std::isfinite(range.yUpper);
    if (!range.figure.empty() && range.panel >= 0 && finite && range.xLower < range.xUpper
        && range.yLower < range.yUpper)
        return std::nullopt;
    return wrongValue(parameter.key,
        {translatable(
             "core", "each entry needs a figure, a panel from 0 up, and finite limits with the lower one first."),
            {}});
}

std::optional<Error> badSettings(
    const Parameter<model::Scenario>& parameter, const std::vector<model::LayerSetting>& settings)
{
    int previous = 0;
    for (const model::LayerSetting& setting : settings) {
        if (setting.layer == previous)
            return wrongValue(parameter.key,
                {translatable("core", "layer %1 is given twice; each layer may be given once."), {setting.layer}});
        previous = setting.layer;
        for (const std::optional<double>& value : {setting.weight, setting.bias})
            if (value && !(std::abs(*value) <= 1e6))
                return wrongValue(parameter.key,
                    {translatable("core", "layer %1: weight and bias must be finite numbers from −1000000 to 1000000."),
                        {setting.layer}});
        if (!setting.weight && !setting.bias)
            return wrongValue(parameter.key,
                {translatable("core", "layer %1 has neither a weight nor a bias; give one or both."), {setting.layer}});
    }
    return std::nullopt;
}

std::optional<Error> badChange(const Parameter<model::Scenario>& parameter, const model::Change& change)
{
    const Parameter<model::Scenario>* row = findScenarioParameter(change.key);
    if (!row || !training::findMidRunValue(change.key)) {
        std::string allowed;
        for (const Parameter<model::Scenario>& each : scenarioParameters())
            if (training::findMidRunValue(each.key))
                allowed += (allowed.empty() ? "" : ", ") + std::string(each.key);
        return wrongValue(parameter.key,
            {translatable("core", "“%1” cannot change in mid-run; what can is %2."),
                {reading::shortened(change.key), std::move(allowed)}});
    }
    if (std::optional<Error> error = outsideLimits(*row, change.value, false))
        return wrongValue(parameter.key, {translatable("core", "step %1, %2"), {change.step, std::move(error->what)}});
    return std::nullopt;
}

std::optional<Error> badChanges(const Parameter<model::Scenario>& parameter, const std::vector<model::Change>& changes)
{
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (std::optional<Error> error = badChange(parameter, changes[i]))
            return error;
        if (!(changes[i].step >= 0 && static_cast<double>(changes[i].step) <= model::kMaxStep))
            return wrongValue(
                parameter.key, {translatable("core", "step must be a whole number from 0 to 10^15."), {}});
        for (std::size_t before = i; before > 0 && changes[before - 1].step == changes[i].step; --before)
            if (changes[before - 1].key == changes[i].key)
                return wrongValue(parameter.key,
                    {translatable("core", "%1 is changed twice at step %2; once is enough."),
                        {changes[i].key, changes[i].step}});
    }
    return std::nullopt;
}

/// Of a network with the sizes [inputs, width × (depth − 1), outputs]; as a double, for it may be larger than any
/// integer.
double weightCount(const model::Scenario& scenario)
{
    const double width = scenario.width, inputs = scenario.inputs, outputs = scenario.outputs;
    return scenario.depth == 1 ? inputs * outputs
                               : inputs * width + width * width * (scenario.depth - 2) + width * outputs;
}

std::optional<Error> refusedByAnOperation(const model::Scenario& scenario)
{
    for (const operations::Operation* kind : operations::operationsRegistry())
        if (kind->refusal != nullptr && network::standsIn(scenario, *kind))
            if (operations::Refusal refusal = kind->refusal(scenario); !refusal.why.empty())
                return wrongValue(refusal.key, std::move(refusal.why));
    return std::nullopt;
}

std::optional<Error> sizesThatDoNotFit(const model::Scenario& scenario)
{
    const model::Scenario fitted = withData(scenario, scenario.data);
    if (fitted.inputs == scenario.inputs && fitted.outputs == scenario.outputs)
        return std::nullopt;
    return wrongValue(fitted.inputs != scenario.inputs ? "inputs" : "outputs",
        {translatable("core", "the data “%1” need inputs = %2 and outputs = %3, not %4 and %5."),
            {scenario.data, fitted.inputs, fitted.outputs, scenario.inputs, scenario.outputs}});
}

/// Of any numeric type; a whole one is below 2^53.
std::optional<double> numberIn(const ParameterValue& value)
{
    if (const double* real = std::get_if<double>(&value))
        return *real;
    if (const int* whole = std::get_if<int>(&value))
        return *whole;
    if (const std::int64_t* large = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*large);
    return std::nullopt;
}

/// One overload for each type of member: puts the value, or says why not.
template <class Record>
struct Put {
    Record& record;
    const Parameter<Record>& parameter;
    const ParameterValue& value;

    std::optional<Error> operator()(int Record::*member) const { return putWhole(member); }
    std::optional<Error> operator()(std::int64_t Record::*member) const { return putWhole(member); }
    std::optional<Error> operator()(double Record::*member) const
    {
        const std::optional<double> number = numberIn(value);
        if (!number)
            return wrongType(translatable("core", "a number is needed."));
        if (std::optional<Error> error = outsideLimits(parameter, *number, false))
            return error;
        record.*member = *number;
        return std::nullopt;
    }
    std::optional<Error> operator()(std::string Record::*member) const
    {
        const std::string* text = std::get_if<std::string>(&value);
        if (!text)
            return wrongType(translatable("core", "a text is needed."));
        if (std::optional<Error> error = unknownChoice(parameter, *text))
            return error;
        record.*member = *text;
        return std::nullopt;
    }
    std::optional<Error> operator()(std::vector<std::string> Record::*member) const
    {
        const auto* list = std::get_if<std::vector<std::string>>(&value);
        if (!list)
            return wrongType(translatable("core", "a list of texts is needed."));
        record.*member = *list;
        return std::nullopt;
    }
    std::optional<Error> operator()(std::vector<model::LayerSetting> Record::*member) const
    {
        const auto* given = std::get_if<std::vector<model::LayerSetting>>(&value);
        if (!given)
            return wrongType(translatable("core", "a list of layers is needed."));
        std::vector<model::LayerSetting> settings = *given;
        std::stable_sort(settings.begin(), settings.end(),
            [](const model::LayerSetting& left, const model::LayerSetting& right) { return left.layer < right.layer; });
        if constexpr (std::is_same_v<Record, model::Scenario>)
            if (std::optional<Error> error = badSettings(parameter, settings))
                return error;
        record.*member = std::move(settings);
        return std::nullopt;
    }
    std::optional<Error> operator()(std::vector<model::Change> Record::*member) const
    {
        const auto* given = std::get_if<std::vector<model::Change>>(&value);
        if (!given)
            return wrongType(translatable("core", "a list of changes is needed."));
        std::vector<model::Change> changes = *given;
        std::stable_sort(changes.begin(), changes.end(),
            [](const model::Change& left, const model::Change& right) { return left.step < right.step; });
        if constexpr (std::is_same_v<Record, model::Scenario>)
            if (std::optional<Error> error = badChanges(parameter, changes))
                return error;
        record.*member = std::move(changes);
        return std::nullopt;
    }
    std::optional<Error> operator()(model::TableSetting Record::*member) const
    {
        const auto* table = std::get_if<model::TableSetting>(&value);
        if (!table)
            return wrongType(translatable("core", "an object {…} is needed, of target, leave_out and draw."));
        if (const std::optional<Message> problem = data::problemOf(*table))
            return wrongValue(parameter.key, *problem);
        record.*member = *table;
        return std::nullopt;
    }
    std::optional<Error> operator()(std::vector<model::ViewRange> Record::*member) const
    {
        const auto* ranges = std::get_if<std::vector<model::ViewRange>>(&value);
        if (!ranges)
            return wrongType(translatable("core", "a list of axis limits is needed."));
        for (const model::ViewRange& range : *ranges)
            if (std::optional<Error> error = badLimits(parameter, range))
                return error;
        record.*member = *ranges;
        return std::nullopt;
    }

private:
    template <class Whole>
    std::optional<Error> putWhole(Whole Record::*member) const
    {
        const std::optional<double> number = numberIn(value);
        if (!number)
            return wrongType(translatable("core", "a whole number is needed."));
        if (std::optional<Error> error = outsideLimits(parameter, *number, true))
            return error;
        if (*number != std::floor(*number))
            return wrongValue(parameter.key, {translatable("core", "%1 is not a whole number."), {Real{*number, 17}}});
        record.*member = static_cast<Whole>(*number);
        return std::nullopt;
    }
    std::optional<Error> wrongType(const char* need) const { return wrongValue(parameter.key, {need, {}}); }
};

} // namespace

double memoryOf(const model::Scenario& scenario)
{
    const double neurons =
        scenario.inputs + static_cast<double>(scenario.width) * (scenario.depth - 1) + scenario.outputs;
    constexpr double kPerValue = 5; // input or z, a, f′, and what a pass or a figure holds beside them
    const double heldOut = (static_cast<double>(scenario.inputs) + scenario.outputs) * scenario.holdout;
    return sizeof(double) * (weightCount(scenario) + kPerValue * neurons * scenario.examples + heldOut);
}

const Parameter<model::Scenario>* findScenarioParameter(std::string_view key)
{
    return findParameter<model::Scenario>(key);
}

template <class Record>
Result<Record> withValue(Record record, const Parameter<Record>& parameter, const ParameterValue& value)
{
    if (std::optional<Error> error = std::visit(Put<Record>{record, parameter, value}, parameter.member))
        return *std::move(error);
    return record;
}

template Result<model::Scenario> withValue(model::Scenario, const Parameter<model::Scenario>&, const ParameterValue&);
template Result<model::Question> withValue(model::Question, const Parameter<model::Question>&, const ParameterValue&);
template Result<model::ViewState> withValue(
    model::ViewState, const Parameter<model::ViewState>&, const ParameterValue&);
template Result<model::Preferences> withValue(
    model::Preferences, const Parameter<model::Preferences>&, const ParameterValue&);

std::optional<Error> validate(const model::Scenario& scenario)
{
    for (const model::LayerSetting& setting : scenario.layers)
        if (setting.layer < 1 || setting.layer > scenario.depth)
            return wrongValue("layers",
                {translatable("core", "layer %1 does not exist; the layers are 1 to %2 (the depth)."),
                    {setting.layer, scenario.depth}});
    if (const double bytes = memoryOf(scenario); bytes > kMaxMemory)
        return wrongValue(weightCount(scenario) * sizeof(double) > kMaxMemory / 2 ? "width" : "examples",
            {translatable("core", "these sizes would take %1 GB of memory; %2 GB are the limit."),
                {Real{bytes / 1e9, 3}, Real{kMaxMemory / 1e9, 3}}});
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    if (loss && !loss->outputActivation.empty() && loss->outputActivation != scenario.outputActivation)
        return wrongValue("loss",
            {translatable("core", "“%1” goes with the output activation %2 only, not with %3."),
                {scenario.loss, std::string(loss->outputActivation), scenario.outputActivation}});
    if (std::optional<Error> error = sizesThatDoNotFit(scenario))
        return error;
    return refusedByAnOperation(scenario);
}

model::Scenario withData(model::Scenario scenario, std::string_view id)
{
    scenario.data = id;
    const data::DatasetKind* kind = findKind(data::datasetsRegistry(), id);
    if (kind && kind->fitSizes)
        kind->fitSizes(scenario);
    return scenario;
}

model::Scenario withDepth(model::Scenario scenario, int depth)
{
    scenario.depth = depth;
    std::erase_if(scenario.layers, [depth](const model::LayerSetting& setting) { return setting.layer > depth; });
    return scenario;
}

model::Scenario withLayerSetting(model::Scenario scenario, const model::LayerSetting& setting)
{
    auto place = std::lower_bound(scenario.layers.begin(), scenario.layers.end(), setting.layer,
        [](const model::LayerSetting& each, int layer) { return each.layer < layer; });
    if (place != scenario.layers.end() && place->layer == setting.layer)
        place = scenario.layers.erase(place);
    if (setting.weight || setting.bias)
        scenario.layers.insert(place, setting);
    return scenario;
}

} // namespace deltascope::parameters

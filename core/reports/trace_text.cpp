// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/trace_text.h"

#include "base/registry.h"
#include "documents/document_json.h"
#include "documents/parameter_json.h"
#include "network/losses/loss.h"
#include "parameters/parameters.h"
#include "reading/json.h"
#include "training/steps_per_epoch.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace deltascope::reports {

namespace {

/// A decimal number, whatever its size: 2.5e-602 where no double holds it.
std::string decimalText(numerics::Scaled value)
{
    if (value.fitsDouble())
        return reading::jsonNumber(value.nearestDouble());
    const double log = value.log10(), exponent = std::floor(log);
    char mantissa[32];
    std::snprintf(mantissa, sizeof mantissa, "%.11f", std::pow(10, log - exponent));
    std::string text(mantissa);
    for (char& c : text)
        if (c == ',') // snprintf follows the locale
            c = '.';
    return (value.sign() < 0 ? "-" : "") + text + 'e' + reading::jsonNumber(exponent);
}

std::string cell(const std::optional<double>& value)
{
    return value ? reading::jsonNumber(*value) : std::string();
}

/// A number, or [m, e] for m·2^e where no double holds it: the same bits either way.
std::string scaledJson(numerics::Scaled value)
{
    if (value.fitsDouble())
        return reading::jsonNumber(value.nearestDouble());
    return "[" + reading::jsonNumber(value.mantissa) + ", " + std::to_string(value.exponent) + "]";
}

std::string realJson(double value)
{
    return std::isfinite(value) ? reading::jsonNumber(value) : "null";
}

std::string optionalJson(const std::optional<double>& value)
{
    return value ? realJson(*value) : "null";
}

using Size = std::pair<const char*, numerics::Scaled training::LayerTrace::*>;
constexpr std::array kSizes{
    Size{"bias_speed", &training::LayerTrace::biasSpeed}, Size{"weight_speed", &training::LayerTrace::weightSpeed}};
using Statistic = std::pair<const char*, double training::LayerTrace::*>;
constexpr std::array kTraceStatistics{Statistic{"mean", &training::LayerTrace::mean},
    Statistic{"std", &training::LayerTrace::deviation}, Statistic{"p98", &training::LayerTrace::percentile98},
    Statistic{"saturated", &training::LayerTrace::saturated}};
using Outcome = std::pair<const char*, std::optional<double> training::TraceRecord::*>;
constexpr std::array kOutcomes{Outcome{"accuracy", &training::TraceRecord::accuracy},
    Outcome{"test_cost", &training::TraceRecord::heldOutCost},
    Outcome{"test_accuracy", &training::TraceRecord::heldOutAccuracy}};
using Logarithm = std::pair<const char*, std::optional<double> training::LayerTrace::*>;
constexpr std::array kLogarithms{Logarithm{"log_update", &training::LayerTrace::logUpdate},
    Logarithm{"log_gradient_p05", &training::LayerTrace::logGradient05},
    Logarithm{"log_gradient_p50", &training::LayerTrace::logGradient50},
    Logarithm{"log_gradient_p95", &training::LayerTrace::logGradient95}};
constexpr std::array kRecordKeys{"step", "epoch", "cost", "layers"};
constexpr std::array kDivergenceKeys{"step", "layer", "quantity"};
constexpr std::array kFileKeys{"format", "schema", "scenario", "divergence", "moments", "counts"};
constexpr std::array kTraceQuantities{"activation", "gradient", "parameters"};

std::string traceLayerJson(const training::LayerTrace& layer)
{
    std::string text;
    for (const auto& [name, member] : kSizes)
        text += (text.empty() ? "{\"" : ", \"") + std::string(name) + "\": " + scaledJson(layer.*member);
    for (const auto& [name, member] : kTraceStatistics)
        text += std::string(", \"") + name + "\": " + realJson(layer.*member);
    for (const auto& [name, member] : kLogarithms)
        text += std::string(", \"") + name + "\": " + optionalJson(layer.*member);
    return text + "}";
}

std::string recordJson(const training::TraceRecord& record, std::span<const training::LayerTrace> layers)
{
    std::string text = "{\"step\": " + std::to_string(record.step) + ", \"epoch\": " + std::to_string(record.epoch)
        + ", \"cost\": " + scaledJson(record.cost);
    for (const auto& [name, member] : kOutcomes)
        text += std::string(", \"") + name + "\": " + optionalJson(record.*member);
    text += ", \"layers\": [";
    for (std::size_t i = 0; i < layers.size(); ++i)
        text += (i == 0 ? "" : ", ") + traceLayerJson(layers[i]);
    return text + "]}";
}

std::string_view keyOf(const char* key)
{
    return key;
}

template <class Field>
std::string_view keyOf(const Field& field)
{
    return field.first;
}

bool isShare(const char* key)
{
    return std::string_view(key).ends_with("accuracy") || keyOf(key) == "saturated";
}

/// Reads a saved training; the first fault wins and carries its place.
class TrainingReader {
public:
    explicit TrainingReader(std::string_view text)
        : m_text(text)
    {
    }

    std::optional<Error> error;

    void fail(std::size_t offset, Message problem)
    {
        if (!error)
            error = reading::errorAt(m_text, offset, std::move(problem));
    }
    const reading::JsonValue* member(const reading::JsonValue& object, const char* key)
    {
        if (const reading::JsonMember* found = object.find(key))
            return &found->value;
        fail(object.offset, {translatable("core", "the key “%1” is missing here."), {key}});
        return nullptr;
    }
    double whole(const reading::JsonValue& object, const char* key, double lower, double upper)
    {
        const reading::JsonValue* value = member(object, key);
        const double* number = value ? value->as<double>() : nullptr;
        if (number && *number == std::floor(*number) && *number >= lower && *number <= upper)
            return *number;
        fail(value ? value->offset : object.offset,
            {translatable("core", "%1 must be a whole number from %2 to %3."),
                {key, Real{lower, 17}, Real{upper, 17}}});
        return lower;
    }
    /// A key that nobody reads may be a slip that changes what the others mean.
    template <class... Tables>
    void refuseOthers(const reading::JsonValue& object, const Tables&... tables)
    {
        const auto* members = object.as<reading::JsonValue::Object>();
        for (std::size_t i = 0; members && i < members->size(); ++i) {
            const reading::JsonMember& each = (*members)[i];
            const auto in = [&](const auto& table) {
                return std::ranges::any_of(table, [&](const auto& field) { return keyOf(field) == each.key; });
            };
            if (!(in(tables) || ...))
                fail(each.offset, {translatable("core", "the key “%1” is not known."), {each.key}});
        }
    }
    std::optional<double> optional(const reading::JsonValue& object, const char* key, bool negativeToo)
    {
        const reading::JsonValue* value = member(object, key);
        if (!value || value->as<std::nullptr_t>())
            return std::nullopt;
        const double* number = value->as<double>();
        if (!number)
            fail(value->offset, {translatable("core", "%1 must be a number or null."), {key}});
        else if (isShare(key) && !(*number >= 0 && *number <= 1))
            fail(value->offset, {translatable("core", "%1 must be a number from 0 to 1."), {key}});
        else if (!negativeToo && *number < 0)
            fail(value->offset, {translatable("core", "%1 must not be negative."), {key}});
        else
            return *number;
        return std::nullopt;
    }
    numerics::Scaled scaled(const reading::JsonValue& object, const char* key, bool negativeToo)
    {
        const numerics::Scaled read = anyScaled(object, key);
        if (!negativeToo && read.sign() < 0)
            fail(member(object, key)->offset, {translatable("core", "%1 must not be negative."), {key}});
        return read;
    }
    numerics::Scaled anyScaled(const reading::JsonValue& object, const char* key)
    {
        const reading::JsonValue* value = member(object, key);
        if (!value)
            return {};
        if (const double* number = value->as<double>())
            return numerics::Scaled::from(*number);
        const auto* pair = value->as<reading::JsonValue::Array>();
        if (pair && pair->size() == 2 && (*pair)[0].as<double>() && (*pair)[1].as<double>()) {
            const double exponent = *(*pair)[1].as<double>();
            if (exponent == std::floor(exponent) && std::abs(exponent) <= 0x1p62)
                return numerics::Scaled::from(*(*pair)[0].as<double>(), static_cast<std::int64_t>(exponent));
        }
        fail(value->offset, {translatable("core", "%1 must be a number, or [m, e] for m·2^e."), {key}});
        return {};
    }
    model::Scenario scenario(const reading::JsonValue& root)
    {
        model::Scenario read;
        const reading::JsonValue* value = member(root, "scenario");
        const auto* members = value ? value->as<reading::JsonValue::Object>() : nullptr;
        if (!members) {
            fail(root.offset, {translatable("core", "a run needs a “scenario”, an object {…}."), {}});
            return read;
        }
        for (const reading::JsonMember& each : *members) {
            const parameters::Parameter<model::Scenario>* row = parameters::findScenarioParameter(each.key);
            if (!row) {
                fail(each.offset, {translatable("core", "the key “%1” is not known."), {each.key}});
                return read;
            }
            Result<model::Scenario> next = documents::withJson(std::move(read), *row, each.value, m_text);
            if (!next) {
                error = error ? error : next.error();
                return {};
            }
            read = *std::move(next);
        }
        if (const std::optional<Error> wrong = parameters::validate(read))
            fail(value->offset, wrong->what);
        m_stepsPerEpoch = training::stepsPerEpoch(read.examples, read.batch);
        m_stepCount = static_cast<double>(m_stepsPerEpoch * read.epochs);
        m_negativeCosts = findKind(losses::lossesRegistry(), read.loss)->negative;
        return read;
    }
    bool countsSteps(const reading::JsonValue& root)
    {
        const reading::JsonMember* counts = root.find("counts");
        const std::string* word = counts ? counts->value.as<std::string>() : nullptr;
        if (counts && (!word || (*word != "steps" && *word != "epochs")))
            fail(counts->value.offset, {translatable("core", "counts must be “epochs” or “steps”."), {}});
        return word && *word == "steps";
    }
    void readRecord(const reading::JsonValue& json, training::Trace& trace)
    {
        training::TraceRecord record;
        record.step = static_cast<std::int64_t>(whole(json, "step", 0, m_stepCount));
        record.epoch = static_cast<std::int64_t>(whole(json, "epoch", 0, m_stepCount));
        if (!error && record.step != record.epoch * m_stepsPerEpoch)
            fail(json.offset,
                {translatable("core", "step %1 is not the first one of epoch %2; each epoch has %3 steps here."),
                    {record.step, record.epoch, m_stepsPerEpoch}});
        if (trace.size() > 0 && record.step <= trace.record(trace.size() - 1).step)
            fail(json.offset, {translatable("core", "step must grow from each moment to the next."), {}});
        record.cost = scaled(json, "cost", m_negativeCosts);
        for (const auto& [name, outcome] : kOutcomes)
            record.*outcome = optional(json, name, m_negativeCosts);
        refuseOthers(json, kRecordKeys, kOutcomes);
        const reading::JsonValue* value = member(json, "layers");
        const auto* entries = value ? value->as<reading::JsonValue::Array>() : nullptr;
        if (!entries || entries->size() != static_cast<std::size_t>(trace.depth())) {
            fail(json.offset, {translatable("core", "each moment needs %1 layers."), {trace.depth()}});
            return;
        }
        std::vector<training::LayerTrace> layers;
        for (const reading::JsonValue& each : *entries)
            layers.push_back(layer(each));
        trace.add(record, layers);
    }
    std::optional<training::Divergence> divergence(const reading::JsonValue& root, int depth)
    {
        const reading::JsonMember* found = root.find("divergence");
        if (!found || found->value.as<std::nullptr_t>())
            return std::nullopt;
        training::Divergence read;
        read.step = static_cast<std::int64_t>(whole(found->value, "step", 0, m_stepCount));
        read.layer = static_cast<int>(whole(found->value, "layer", 1, depth));
        refuseOthers(found->value, kDivergenceKeys);
        const reading::JsonValue* quantity = member(found->value, "quantity");
        const std::string* name = quantity ? quantity->as<std::string>() : nullptr;
        for (std::size_t i = 0; name && i < kTraceQuantities.size(); ++i)
            if (*name == kTraceQuantities[i]) {
                read.quantity = static_cast<training::Divergence::Quantity>(i);
                return read;
            }
        fail(found->value.offset,
            {translatable("core", "quantity must be one of activation, gradient and parameters."), {}});
        return read;
    }

private:
    training::LayerTrace layer(const reading::JsonValue& json)
    {
        training::LayerTrace read;
        for (const auto& [name, size] : kSizes)
            read.*size = scaled(json, name, false);
        for (const auto& [name, statistic] : kTraceStatistics)
            read.*statistic =
                optional(json, name, keyOf(name) != "std").value_or(std::numeric_limits<double>::quiet_NaN());
        for (const auto& [name, logarithm] : kLogarithms)
            read.*logarithm = optional(json, name, true);
        refuseOthers(json, kSizes, kTraceStatistics, kLogarithms);
        return read;
    }

    std::string_view m_text;
    std::int64_t m_stepsPerEpoch = 1;
    double m_stepCount = 0;
    bool m_negativeCosts = false;
};

bool isSavedTraining(const reading::JsonValue& root)
{
    const reading::JsonMember* format = root.find("format");
    const std::string* name = format ? format->value.as<std::string>() : nullptr;
    return name && *name == "deltascope.run";
}

} // namespace

std::string traceCsvHeader(int depth)
{
    std::string text = "epoch,cost,accuracy,test_accuracy";
    for (int layer = 1; layer <= depth; ++layer)
        text += ",speed_" + std::to_string(layer);
    return text + '\n';
}

std::string traceCsvRow(const training::TraceRecord& record, std::span<const training::LayerTrace> layers)
{
    std::string text = std::to_string(record.epoch) + ',' + decimalText(record.cost) + ',' + cell(record.accuracy) + ','
        + cell(record.heldOutAccuracy);
    for (const training::LayerTrace& layer : layers)
        text += ',' + decimalText(layer.biasSpeed);
    return text + '\n';
}

std::string traceJson(const model::Scenario& scenario, const training::Trace& trace,
    const std::optional<training::Divergence>& divergence)
{
    std::string text = "{\"format\": \"deltascope.run\", \"schema\": " + std::to_string(documents::kDataSchema)
        + ",\n \"scenario\": " + documents::writeScenario(scenario, true) + ",\n \"divergence\": ";
    if (divergence)
        text += "{\"step\": " + std::to_string(divergence->step) + ", \"layer\": " + std::to_string(divergence->layer)
            + ", \"quantity\": \"" + kTraceQuantities[static_cast<std::size_t>(divergence->quantity)] + "\"}";
    else
        text += "null";
    text += ",\n \"moments\": [";
    for (std::size_t i = 0; i < trace.size(); ++i)
        text += (i == 0 ? "\n  " : ",\n  ") + recordJson(trace.record(i), trace.layers(i));
    return text + "]}\n";
}

Result<SavedTraining> readTraceJson(std::string_view text)
{
    const Result<reading::JsonValue> root = reading::parseJson(text, {.bytes = kMaxTrainingBytes, .keep = {}});
    if (!root)
        return root.error();
    if (!isSavedTraining(*root))
        return reading::errorAt(text, root->offset, {translatable("core", "format must be “deltascope.run”."), {}});
    TrainingReader reader(text);
    if (reader.whole(*root, "schema", 1, 1e9) > documents::kDataSchema)
        return reading::errorAt(
            text, root->offset, {translatable("core", "this run was made by a newer version."), {}});
    SavedTraining training;
    training.scenario = reader.scenario(*root);
    const reading::JsonValue* records = reader.member(*root, "moments");
    const auto* entries = records ? records->as<reading::JsonValue::Array>() : nullptr;
    if (!entries || entries->empty() || entries->size() > kMaxTrainingBytes / 100)
        reader.fail(root->offset, {translatable("core", "a run needs its “moments”, a list."), {}});
    reader.refuseOthers(*root, kFileKeys);
    training.countsSteps = reader.countsSteps(*root);
    if (reader.error)
        return *std::move(reader.error);
    const double layers = static_cast<double>(entries->size()) * training.scenario.depth;
    if (layers > static_cast<double>(text.size())) // each layer takes more than one byte
        return reading::errorAt(
            text, records->offset, {translatable("core", "each moment needs %1 layers."), {training.scenario.depth}});
    training.trace = training::Trace(training.scenario.depth, entries->size() + 2);
    for (const reading::JsonValue& each : *entries) {
        reader.readRecord(each, training.trace);
        if (reader.error)
            return *std::move(reader.error);
    }
    training.divergence = reader.divergence(*root, training.scenario.depth);
    if (reader.error)
        return *std::move(reader.error);
    return training;
}

training::TrainingProgress courseOf(SavedTraining training)
{
    training::TrainingProgress course;
    course.scenario = std::move(training.scenario);
    course.trace = std::move(training.trace);
    course.divergence = training.divergence;
    if (course.trace.size() > 0) {
        const training::TraceRecord& newest = course.trace.record(course.trace.size() - 1);
        course.step = newest.step;
        course.stepsPerEpoch = newest.epoch > 0
            ? newest.step / newest.epoch
            : training::stepsPerEpoch(course.scenario.examples, course.scenario.batch);
    }
    course.stepCount = course.stepsPerEpoch * course.scenario.epochs;
    if (training.countsSteps)
        course.stepsPerEpoch = 0;
    return course;
}

} // namespace deltascope::reports

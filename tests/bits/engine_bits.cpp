// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine computes, every number to its last bit, as text that two systems can compare: `check`, and the start,
// a trained network and theory of each preset that is named. engine_bits STEPS PRESET.json...
// Apart from the tests because it needs neither Qt nor GoogleTest, so that it can be built for any system first.
#include "check/check.h"
#include "data/dataset.h"
#include "documents/preset_json.h"
#include "evaluation/evaluation.h"
#include "reading/file.h"
#include "reports/evaluation_parts/evaluation_text.h"
#include "reports/network_export.h"
#include "theory/finite_width/finite_width.h"
#include "theory/mean_field/critical_point.h"
#include "theory/mean_field/prediction.h"
#include "theory/mean_field/two_inputs.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace deltascope;

namespace {

std::string bitsOf(double value)
{
    char text[64];
    return {text, std::to_chars(text, text + sizeof text, value, std::chars_format::hex).ptr};
}

void printChecks()
{
    for (const check::CheckedNumber& number : check::checkNumbers())
        std::printf("%s %s %s\n", number.passed ? "ok" : "FAILED", bitsOf(number.computed).c_str(),
            number.name.english.c_str());
}

void printAt(std::int64_t step, const model::Scenario& scenario, const std::shared_ptr<const data::Dataset>& data)
{
    const auto network = reports::trainedNetwork(scenario, data, step);
    const evaluation::Evaluation evaluation = *evaluation::evaluate(scenario, *data, *network, {});
    std::optional<mean_field::MeanFieldPrediction> theory;
    std::optional<model::Scenario> critical;
    std::optional<finite_width::FiniteWidthLaw> law;
    std::optional<mean_field::PairMaps> pair;
    reports::EvaluationReport report{.scenario = scenario, .evaluation = evaluation, .step = step};
    if (step == 0 && mean_field::whyNoTheory(scenario).empty()) {
        theory = mean_field::predictSpeeds(scenario, *data, evaluation);
        report.theory.theory = theory ? &*theory : nullptr;
        critical = mean_field::atCriticalPoint(scenario, *data);
        report.theory.critical = critical ? &*critical : nullptr;
        if (finite_width::whyNoLaw(scenario).empty())
            law = finite_width::finiteWidthLaw(scenario, evaluation);
        if (mean_field::whyNoPair(scenario).empty())
            pair = mean_field::pairMaps(scenario, *data);
        report.theory.law = law ? &*law : nullptr;
        report.theory.pair = pair ? &*pair : nullptr;
    }
    std::printf("step %lld\n%s\n%s\n", static_cast<long long>(step), reports::evaluationJson(report).c_str(),
        reports::evaluationCsv(report).c_str());
}

} // namespace

int main(int argc, char** argv)
{
    printChecks();
    for (int i = 2; i < argc; ++i) {
        const std::string name = std::filesystem::path(argv[i]).filename().string();
        const Result<std::string> text = reading::readFile(argv[i]);
        const Result<documents::Preset> preset = text ? documents::readPreset(name, *text) : text.error();
        std::printf("%s\n", name.c_str());
        if (!preset)
            return 1;
        model::Scenario scenario = preset->document.scenario;
        const Result<data::Dataset> made = data::makeDataset(scenario);
        if (!made)
            continue; // it needs files
        scenario.data = made->id;
        const auto data = std::make_shared<const data::Dataset>(*made);
        printAt(0, scenario, data);
        if (scenario.learningRate > 0)
            printAt(std::atoll(argv[1]), scenario, data);
    }
    return 0;
}

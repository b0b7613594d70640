// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence that the program says of a result, over random scenarios of every kind, against arithmetic of the
// test's own. A sentence without a checker fails: see *_rows.cpp.
#include "core/sentences/scenarios.h"
#include "core/sentences/statement.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "documents/lesson_json.h"
#include "documents/preset_json.h"
#include "evaluation/decision.h"
#include "evaluation/unreachable_target.h"
#include "figures/build_figure.h"
#include "figures/figure_kind.h"
#include "figures/walk_parts/walk_stages.h"
#include "formats/format_arithmetic.h"
#include "network/activations/activation.h"
#include "parameters/parameters.h"
#include "results/balance_by_chance.h"
#include "results/ladder.h"
#include "results/laws/curvature_course.h"
#include "results/laws/line_gradient.h"
#include "results/laws/linear_modes.h"
#include "results/laws/two_inputs.h"
#include "results/speed_ratios.h"
#include "theory/explosion/explosion_set.h"
#include "theory/jacobian/network_spectrum.h"
#include "theory/mean_field/phase_diagram.h"
#include "training/training.h"
#include "training/training_progress.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace deltascope::sentences {
namespace sentences_test {

constexpr std::size_t kMostExamples = 3; // of one fault that are printed

/// Faults by sentence and reason's beginning, so that a hundred of one kind are one.
class Report {
public:
    void add(const Fault& fault, const model::Document& document)
    {
        Entry& entry = m_entries[{std::string(fault.figure), fault.english}];
        ++entry.count;
        if (entry.examples.size() < kMostExamples)
            entry.examples.push_back("“" + fault.said + "”: " + fault.why + "\n        deltascope-cli "
                + (fault.figure == "verdict" ? "evaluate" : "figure " + std::string(fault.figure) + " --out x.png")
                + asOptions(document, fault.figure != "verdict"));
    }
    std::string text() const
    {
        std::string all;
        for (const auto& [key, entry] : m_entries) {
            all += "  [" + key.first + "] " + key.second + "  (" + std::to_string(entry.count) + " times)\n";
            for (const std::string& example : entry.examples)
                all += "      " + example + "\n";
        }
        return all;
    }

private:
    struct Entry {
        int count = 0;
        std::vector<std::string> examples;
    };
    std::map<std::pair<std::string, std::string>, Entry> m_entries;
};

/// Of the verdict.
results::Needs neededByVerdict()
{
    return results::needs<evaluation::Evaluation, formats::FormatArithmetic>();
}

diagnosis::Diagnosis diagnosed(const results::Snapshot& snapshot)
{
    return diagnosis::diagnose(
        snapshot.scenario, *snapshot.get<evaluation::Evaluation>(), snapshot.get<formats::FormatArithmetic>());
}

std::string textOf(const std::filesystem::path& path)
{
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

/// Which figures of a scenario are built: what takes long for few and small ones.
std::vector<const figures::FigureKind*> figuresFor(const model::Document& document, std::uint64_t number)
{
    const model::Scenario& scenario = document.scenario;
    const double weights = 1.0 * scenario.width * scenario.width * scenario.depth;
    std::vector<const figures::FigureKind*> kinds;
    for (const figures::FigureKind* kind : figures::figuresRegistry()) {
        const results::Needs wanted = kind->needs();
        if (!(wanted & results::needs<training::TrainingProgress, results::CurvatureCourse, results::LinearModes>())
                 .empty()) // they train
            continue;
        const results::Needs slow = results::needs<results::SpeedRatios, results::BalanceByChance, results::Ladder,
            mean_field::PhaseDiagram, explosion::ExplosionSet, jacobian::NetworkSpectrum, results::TwoInputs,
            results::LineGradient, evaluation::Decision>();
        const bool costly = !(wanted & slow).empty(), set = wanted.wants(results::kindOf<explosion::ExplosionSet>()),
                   ladder = wanted.wants(results::kindOf<results::Ladder>());
        if (costly && (number % 5 != 0 || weights > 3000))
            continue;
        if (wanted.wants(results::kindOf<mean_field::PhaseDiagram>()) && number % 25 != 0)
            continue;
        if (scenario.depth > 12 && (set || ladder))
            continue;
        if (set && number % 10 != 0)
            continue;
        if (ladder && number % 15 != 0)
            continue;
        kinds.push_back(kind);
    }
    return kinds;
}

/// Of a walk through the drawing: the end of the way back and some others, in turn.
std::vector<model::Walk> someStages(const model::Document& document, std::uint64_t number)
{
    const std::vector<model::Walk> all = walk_parts::walkStages(document.scenario, document.question.layer);
    std::vector<model::Walk> some{walk_parts::lastBackward(all)};
    for (std::uint64_t i = 0; i < 6; ++i)
        some.push_back(all[(7 * number + i * (all.size() / 6 + 1)) % all.size()]);
    return some;
}

void check(const model::Document& document, std::uint64_t number, Report& report)
{
    const std::vector<const figures::FigureKind*> kinds = figuresFor(document, number);
    results::Needs wanted = neededByVerdict();
    for (const figures::FigureKind* kind : kinds)
        wanted |= kind->needs();
    Case in{document, results::computeSnapshot(document, wanted), {}, nullptr};
    ASSERT_TRUE(in.snapshot.get<evaluation::Evaluation>()) << asOptions(document, false);
    const Oracle truth(document.scenario, *in.snapshot.network, *in.snapshot.data);
    in.truth = &truth;
    in.diagnosis = diagnosed(in.snapshot);
    std::vector<figures::Figure> figures;
    for (const figures::FigureKind* kind : kinds)
        figures.push_back(figures::buildFigure(*kind, in.snapshot, document.question, document.view));
    const auto drawn = std::ranges::find(kinds, "network", &figures::FigureKind::id);
    const std::size_t atRest = figures.size();
    if (drawn != kinds.end())
        for (const model::Walk& stage : someStages(document, number)) {
            model::ViewState view = document.view;
            view.walk = stage;
            figures.push_back(figures::buildFigure(**drawn, in.snapshot, document.question, view));
        }
    const Message target = evaluation::unreachableTarget(document.scenario, *in.snapshot.data);
    for (const Fault& fault : faultsOf(in, figures, {&target, 1}))
        report.add(fault, document);
    for (const Fault& fault : contradictions(in, std::span(figures).first(atRest)))
        report.add(fault, document);
}

/// A few epochs of training, with the figures about them.
void checkTraining(const model::Document& document, RandomNumbers& draw, Report& report)
{
    const auto data = std::make_shared<const data::Dataset>(*data::makeDataset(document.scenario));
    training::Training training(document.scenario, data);
    const std::int64_t last = draw.whole(0, 3) == 0 ? training.stepCount() / 2 : training.stepCount();
    Case in{document, results::computeSnapshot(document, neededByVerdict()), {}, nullptr};
    const network::Network start = training.network();
    while (training.step() < last) {
        if (training.step() == last - 1)
            in.beforeLast = std::make_shared<const network::Network>(training.network());
        if (training.advance() != training::Training::Outcome::stepped)
            break;
    }
    in.snapshot.put(std::make_shared<const training::TrainingProgress>(training::progressOf(training, true)));
    const Oracle truth(document.scenario, *in.snapshot.network, *data),
        end(document.scenario, training.network(), *data);
    in.truth = &truth;
    in.end = &end;
    in.diagnosis = diagnosed(in.snapshot);
    std::vector<figures::Figure> figures;
    for (const figures::FigureKind* kind : figures::figuresRegistry())
        if (kind->needs().wants(results::kindOf<training::TrainingProgress>()))
            figures.push_back(figures::buildFigure(*kind, in.snapshot, document.question, document.view));
    for (const Fault& fault : faultsOf(in, figures))
        report.add(fault, document);
}

/// Scenarios of a kind in each of its parts: 9 kinds × 8 parts × 14 are 1008.
constexpr std::uint64_t kParts = 8, kOfAPart = 14;

class Sentences : public testing::TestWithParam<std::tuple<std::string_view, std::uint64_t>> { };

TEST_P(Sentences, AreTrue)
{
    const auto [kind, part] = GetParam();
    Report report;
    for (std::uint64_t i = 0; i < kOfAPart; ++i) {
        const std::uint64_t number = part * kOfAPart + i;
        check(randomScenario(kind, number), number, report);
    }
    if (const std::string text = report.text(); !text.empty())
        ADD_FAILURE() << "\n" << text;
}

class SentencesOfTrainings : public testing::TestWithParam<std::uint64_t> { };

TEST_P(SentencesOfTrainings, AreTrue)
{
    Report report;
    for (std::uint64_t i = 0; i < kOfAPart; ++i) {
        RandomNumbers draw(77 * GetParam() + i);
        checkTraining(trained(randomScenario(draw.oneOf<std::string_view>({"data", "wide", "chain", "normalized"}),
                                  GetParam() * kOfAPart + i),
                          draw),
            draw, report);
    }
    if (const std::string text = report.text(); !text.empty())
        ADD_FAILURE() << "\n" << text;
}

INSTANTIATE_TEST_SUITE_P(Random, SentencesOfTrainings, testing::Range<std::uint64_t>(0, kParts));

/// A shipped scenario as it is looked at, with few enough examples and layers for the oracle.
void checkShipped(model::Document document, Report& report)
{
    model::Scenario& scenario = document.scenario;
    if (const data::DatasetKind* kind = findKind(data::datasetsRegistry(), scenario.data);
        kind && kind->wantsFolder && kind->standIn.empty())
        return;
    scenario.examples = std::min(scenario.examples, 6);
    if (document.scenario.batch > scenario.examples)
        scenario.batch = 0;
    document.question.step = 0;
    document.question.seeds = 2;
    document.pins.clear();
    if (scenario.depth > 200 || 1.0 * scenario.inputs * scenario.width > 60'000
        || 1.0 * scenario.width * scenario.width * scenario.depth > 60'000 || parameters::validate(scenario))
        return;
    check(document, 1, report); // costly figures are those of the random scenarios
}

TEST(SentencesShipped, OfPresetsAreTrue)
{
    Report report;
    for (const auto& file : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/presets")) {
        const Result<documents::Preset> preset =
            documents::readPreset(file.path().stem().string(), textOf(file.path()));
        ASSERT_TRUE(preset) << file.path();
        checkShipped(preset->document, report);
    }
    if (const std::string text = report.text(); !text.empty())
        ADD_FAILURE() << "\n" << text;
}

TEST(SentencesShipped, OfLessonsAreTrue)
{
    Report report;
    for (const auto& file : std::filesystem::directory_iterator(DELTASCOPE_SOURCE_DIR "/resources/lessons")) {
        const Result<lessons::Lesson> lesson = documents::readLesson(file.path().stem().string(), textOf(file.path()));
        ASSERT_TRUE(lesson) << file.path();
        for (const lessons::LessonStep& step : lesson->steps) {
            checkShipped(step.document, report);
            if (step.reveal)
                checkShipped(step.reveal->document, report);
            if (step.goal)
                checkShipped(step.goal->solution, report);
        }
    }
    if (const std::string text = report.text(); !text.empty())
        ADD_FAILURE() << "\n" << text;
}

INSTANTIATE_TEST_SUITE_P(Random, Sentences,
    testing::Combine(testing::ValuesIn(scenarioKinds()), testing::Range<std::uint64_t>(0, kParts)),
    [](const auto& param) {
        return std::string(std::get<0>(param.param)) + "_" + std::to_string(std::get<1>(param.param));
    });

} // namespace sentences_test

TEST(SentencesOracle, ItsActivationsAreTheProgramsBitForNearlyBit)
{
    for (const activations::Activation* activation : activations::activationsRegistry())
        for (double z = -50; z <= 50; z += 0.37) {
            const ValueAndSlope own = activated(activation->id, static_cast<long double>(z));
            const auto near = [&](double program, const Number& mine) {
                return std::abs(static_cast<long double>(program) - mine.value())
                    <= 1e-14L * std::abs(mine.value()) + 1e-320L;
            };
            EXPECT_TRUE(near(activation->value(z), own.value)) << activation->id << " f " << z;
            EXPECT_TRUE(near(activation->derivative(z), own.slope)) << activation->id << " f′ " << z;
        }
}

} // namespace deltascope::sentences

// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluation/decision.h"

#include "base/parallel.h"
#include "base/registry.h"
#include "network/forward_pass.h"
#include "network/losses/loss.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace deltascope::evaluation {

namespace {

constexpr double kNumbersAtOnce = 1e6; // of the neurons of one block of cells: of each z, a and f′ are kept
constexpr Eigen::Index kMostTogether = 512; // cells of a block

double neuronsOf(const model::Scenario& scenario)
{
    double neurons = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        neurons += 1.0 * group.count * group.shape.size;
    return neurons;
}

/// Multiplications of one cell, and what else a neuron takes.
double workOf(const model::Scenario& scenario)
{
    constexpr double kNeuron = 40;
    double work = 0;
    for (const network::LayerGroup& group : network::layerGroups(scenario))
        work += 1.0 * group.count * group.shape.size * (group.shape.before + kNeuron);
    return work;
}

/// What the cost compares with the targets.
void answer(const network::ForwardPass& pass, int layer, bool sumsToOne, Eigen::Index example, std::span<double> into)
{
    const auto z = [&](std::size_t i) { return pass.z(layer, static_cast<Eigen::Index>(i), example); };
    if (!sumsToOne) {
        for (std::size_t i = 0; i < into.size(); ++i)
            into[i] = pass.a(layer, static_cast<Eigen::Index>(i), example).nearestDouble();
        return;
    }
    numerics::Scaled largest = z(0);
    for (std::size_t i = 1; i < into.size(); ++i)
        if (largest < z(i))
            largest = z(i);
    double sum = 0;
    for (std::size_t i = 0; i < into.size(); ++i)
        sum += into[i] = std::exp((z(i) - largest).nearestDouble());
    for (double& value : into)
        value /= sum;
}

/// The network's answers, in blocks whose size depends on the network alone.
class Answers {
public:
    Answers(const network::Network& network, const losses::Loss& loss, const std::stop_token& stop, int threads)
        : m_network(network)
        , m_sumsToOne(loss.sumsToOne)
        , m_stop(stop)
        , m_threads(threads)
    {
        double neurons = 0;
        for (int layer = 1; layer <= network.depth(); ++layer)
            neurons += network.size(layer);
        m_together = std::clamp(static_cast<Eigen::Index>(kNumbersAtOnce / neurons), Eigen::Index{1}, kMostTogether);
    }

    /// To inputs × count numbers that `input(first, block)` fills in, from the one with this number on. False where
    /// stop was requested.
    template <class Input>
    bool to(std::size_t count, const Input& input, std::vector<double>& answers) const
    {
        const auto outputs = static_cast<std::size_t>(m_network.size(m_network.depth()));
        const auto together = static_cast<std::size_t>(m_together);
        answers.resize(count * outputs);
        return parallelFor((count + together - 1) / together, m_stop,
            [&](std::size_t block) {
                const std::size_t first = block * together, size = std::min(together, count - first);
                Eigen::MatrixXd inputs(m_network.size(0), static_cast<Eigen::Index>(size));
                input(first, inputs);
                pass(inputs, std::span(answers).subspan(first * outputs, size * outputs));
            },
            {}, static_cast<unsigned>(m_threads));
    }

    /// a^L of the first output, where that is the answer, else 0.
    numerics::Scaled firstOutput(const Eigen::VectorXd& input) const
    {
        if (m_sumsToOne)
            return {};
        network::ForwardPass pass(m_network, input);
        for (int layer = 1; layer <= m_network.depth() && !m_stop.stop_requested(); ++layer)
            pass.step(layer);
        return m_stop.stop_requested() ? numerics::Scaled() : pass.a(m_network.depth(), 0, 0);
    }

private:
    void pass(const Eigen::MatrixXd& inputs, std::span<double> into) const
    {
        const int depth = m_network.depth();
        network::ForwardPass pass(m_network, inputs);
        for (int layer = 1; layer <= depth && !m_stop.stop_requested(); ++layer)
            pass.step(layer);
        const auto outputs = static_cast<std::size_t>(m_network.size(depth));
        for (Eigen::Index x = 0; x < inputs.cols() && !m_stop.stop_requested(); ++x)
            answer(pass, depth, m_sumsToOne, x, into.subspan(static_cast<std::size_t>(x) * outputs, outputs));
    }

    const network::Network& m_network;
    bool m_sumsToOne;
    const std::stop_token& m_stop;
    int m_threads;
    Eigen::Index m_together;
};

/// The examples' with a tenth of it on both sides; where they are all alike a round one about 0 that holds them.
InputRange rangeOf(const data::Dataset& data, Eigen::Index input)
{
    constexpr double kMargin = 0.1, kFarthest = 1e300;
    double lower = data.inputs.row(input).minCoeff(), upper = data.inputs.row(input).maxCoeff();
    if (data.heldOut() > 0) {
        lower = std::min(lower, data.heldOutInputs.row(input).minCoeff());
        upper = std::max(upper, data.heldOutInputs.row(input).maxCoeff());
    }
    lower = std::clamp(lower, -kFarthest, kFarthest);
    upper = std::clamp(upper, -kFarthest, kFarthest);
    const double size = std::max(std::abs(lower), std::abs(upper)), span = upper - lower;
    if (span > 1e-9 * size && span > 1e-300)
        return {lower - kMargin * span, upper + kMargin * span};
    double half = 2;
    while (half < 1.25 * size)
        half *= 2;
    return {-half, half};
}

bool namesClasses(const Eigen::MatrixXd& targets)
{
    for (Eigen::Index x = 0; x < targets.cols(); ++x) {
        const auto target = targets.col(x);
        const Eigen::Index ones = (target.array() == 1).count(), zeros = (target.array() == 0).count();
        if (ones + zeros != target.size() || (target.size() > 1 && ones != 1))
            return false;
    }
    return true;
}

bool answerExamples(const Answers& answers, const Eigen::MatrixXd& inputs, std::vector<double>& into)
{
    const Eigen::Index count = std::min<Eigen::Index>(inputs.cols(), Decision::kMostExamples);
    return answers.to(
        static_cast<std::size_t>(count),
        [&](std::size_t first, Eigen::MatrixXd& block) {
            block = inputs.block(0, static_cast<Eigen::Index>(first), block.rows(), block.cols());
        },
        into);
}

bool answerCells(const Answers& answers, int side, Decision& decision, bool plane)
{
    decision.columns = side;
    decision.rows = plane ? side : 1;
    return answers.to(
        decision.cells(),
        [&](std::size_t first, Eigen::MatrixXd& block) {
            for (Eigen::Index i = 0; i < block.cols(); ++i) {
                const int cell = static_cast<int>(first) + static_cast<int>(i);
                block(0, i) = decision.x.middle(cell % side, side);
                if (plane)
                    block(1, i) = decision.y.middle(cell / side, side);
            }
        },
        decision.answers);
}

/// The network where nothing is drawn, as itself or as a copy.
class Undrawn {
public:
    explicit Undrawn(const network::Network& network)
        : m_network(network)
    {
        if (network.structure().draws())
            m_copy.emplace(network).drawNothing();
    }

    const network::Network& network() const { return m_copy ? *m_copy : m_network; }

private:
    const network::Network& m_network;
    std::optional<network::Network> m_copy;
};

const losses::Loss& lossOf(const model::Scenario& scenario)
{
    const losses::Loss* loss = findKind(losses::lossesRegistry(), scenario.loss);
    assert(loss != nullptr);
    return *loss;
}

} // namespace

double InputRange::middle(int cell, int cells) const
{
    return lower + (cell + 0.5) / cells * (upper - lower);
}

int classOf(std::span<const double> answer)
{
    if (answer.size() == 1)
        return answer[0] > 0.5 ? 1 : 0;
    return static_cast<int>(std::ranges::max_element(answer) - answer.begin());
}

int classOf(const Eigen::Ref<const Eigen::VectorXd>& target)
{
    return classOf(std::span<const double>(target.data(), static_cast<std::size_t>(target.size())));
}

double marginOf(std::span<const double> answer)
{
    if (answer.size() == 1)
        return std::abs(answer[0] - 0.5);
    double first = answer[0], second = answer[1];
    if (first < second)
        std::swap(first, second);
    for (const double value : answer.subspan(2)) {
        second = std::max(second, std::min(first, value));
        first = std::max(first, value);
    }
    return first - second;
}

Message whyNoDecision(const model::Scenario& scenario)
{
    if (model::stepsOf(scenario) > 1)
        return {translatable("core",
                    "Inputs enter at every step of this network, so that no example is a point of a plane; with inputs "
                    "at the first step alone it is."),
            {}};
    if (scenario.inputs > Decision::kMostInputs)
        return {translatable("core",
                    "This network has %1 inputs, and a plane has two: with two inputs, as of the data “%2”, or with "
                    "one there is something to be drawn."),
            {scenario.inputs, Message{translatable("core", "Two spirals"), {}}}};
    if (scenario.outputs > Decision::kMostOutputs)
        return {translatable("core", "This network has %1 outputs; up to %2 can be told apart in a plane."),
            {scenario.outputs, Decision::kMostOutputs}};
    if (network::couplesExamples(scenario))
        return {translatable("core",
                    "Batch normalization computes with all examples together, so that a single point has no answer; "
                    "with layer normalization it has one."),
            {}};
    return {};
}

DecisionCells decisionCells(const model::Scenario& scenario)
{
    constexpr double kAtRest = 2e9, kMoving = 1e8; // multiplications: about a second, and two or three frames
    const double work = workOf(scenario);
    const bool plane = scenario.inputs > 1;
    const auto finest = [&](std::span<const int> sizes, double most) {
        for (const int size : sizes)
            if (work * size * (plane ? size : 1) <= most)
                return size;
        return sizes.back();
    };
    constexpr std::array kSides{240, 120, 60, 30, 15};
    constexpr std::array kPoints{1920, 960, 480, 240, 120};
    const DecisionCells cells = plane
        ? DecisionCells{finest(kSides, kAtRest), finest(std::span(kSides).subspan(2), kMoving)}
        : DecisionCells{finest(kPoints, kAtRest), finest(std::span(kPoints).subspan(2), kMoving)};
    return {cells.fine, std::min(cells.fine, cells.coarse)};
}

double decisionMemory(const model::Scenario& scenario, int threads)
{
    const double neurons = neuronsOf(scenario), block = std::clamp(kNumbersAtOnce / neurons, 1.0, 1.0 * kMostTogether);
    const double cells = scenario.inputs > 1 ? 240.0 * 240 : 1920;
    constexpr double kColumn = 64; // of a layer and example: its exponents and states
    double layers = scenario.depth;
    return 2 * cells * sizeof(double) * scenario.outputs
        + threadsOr(threads) * block * (3 * sizeof(double) * neurons + kColumn * layers);
}

std::optional<Decision> decide(const model::Scenario& scenario, const data::Dataset& data,
    const network::Network& network, const std::stop_token& stop, const std::function<void(Decision)>& refined,
    int threads)
{
    assert(whyNoDecision(scenario).empty());
    const Undrawn undrawn(network);
    const Answers answers(undrawn.network(), lossOf(scenario), stop, threads);
    const bool plane = scenario.inputs > 1;
    Decision decision{.x = rangeOf(data, 0), .outputs = scenario.outputs};
    if (plane)
        decision.y = rangeOf(data, 1);
    decision.classes = namesClasses(data.targets) && namesClasses(data.heldOutTargets);
    if (!answerExamples(answers, data.inputs, decision.ofExamples)
        || !answerExamples(answers, data.heldOutInputs, decision.ofHeldOut))
        return std::nullopt;
    decision.first = answers.firstOutput(data.inputs.col(0));
    const DecisionCells cells = decisionCells(scenario);
    if (cells.coarse < cells.fine && refined) {
        decision.coarse = true;
        if (!answerCells(answers, cells.coarse, decision, plane))
            return std::nullopt;
        refined(decision);
        decision.coarse = false;
    }
    if (!answerCells(answers, cells.fine, decision, plane) || stop.stop_requested())
        return std::nullopt;
    return decision;
}

std::vector<double> answerAt(
    const model::Scenario& scenario, const network::Network& network, const std::vector<double>& point)
{
    assert(whyNoDecision(scenario).empty() && point.size() == static_cast<std::size_t>(scenario.inputs));
    const Undrawn undrawn(network);
    const std::stop_token never;
    std::vector<double> answer;
    const auto input = [&](std::size_t, Eigen::MatrixXd& block) {
        block = Eigen::Map<const Eigen::VectorXd>(point.data(), static_cast<Eigen::Index>(point.size()));
    };
    Answers(undrawn.network(), lossOf(scenario), never, 1).to(1, input, answer);
    return answer;
}

} // namespace deltascope::evaluation

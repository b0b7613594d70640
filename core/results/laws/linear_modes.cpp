// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/laws/linear_modes.h"

#include "base/registry.h"
#include "network/activations/activation.h"
#include "network/losses/loss.h"
#include "network/operation.h"
#include "network/structure.h"
#include "training/optimizer.h"
#include "training/steps_per_epoch.h"
#include "training/training.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace deltascope::results {

namespace {

constexpr int kMostModes = 5;
constexpr int kRecords = 120;

bool isStraight(const activations::Activation& f)
{
    return std::ranges::all_of(std::initializer_list<double>{-1e6, -3, -1e-3, 0, 1e-3, 2, 1e6},
        [&](double z) { return f.value(z) == z && f.derivative(z) == 1; });
}

/// C = ½‖a − y‖² of a straight output: δ^L is a − y.
bool isQuadratic(const losses::Loss& loss, const activations::Activation& straight)
{
    const double z[] = {2, -1}, slope[] = {1, 1}, target[] = {0.5, 0.25};
    double delta[2];
    loss.plainDelta({straight, z, z, slope, target, 2}, delta);
    return delta[0] == 1.5 && delta[1] == -1.25;
}

/// The scenario's training goes down the gradient of all examples by itself.
bool isPlainDescent(const model::Scenario& scenario)
{
    const training::Optimizer& rule = *findKind(training::optimizersRegistry(), scenario.optimizer);
    return rule.memories == 0 && scenario.weightDecay == 0 && scenario.clipNorm == 0 && scenario.changes.empty()
        && training::stepsPerEpoch(scenario.examples, scenario.batch) == 1;
}

/// The teacher's modes.
struct Teacher {
    Eigen::MatrixXd left, right;
    Eigen::VectorXd strengths;
    double square = 1; // ⟨x²⟩ of one component
};

Teacher teacherOf(const data::Dataset& data)
{
    Teacher teacher;
    teacher.square = data.inputs.squaredNorm() / static_cast<double>(data.inputs.size());
    const Eigen::MatrixXd map =
        data.targets * data.inputs.transpose() / (static_cast<double>(data.inputs.cols()) * teacher.square);
    // Its singular vectors are the eigenvectors of its smaller product with its transpose: those of strong
    // modes, which alone are followed, to 14 digits or so.
    const bool wide = map.rows() < map.cols();
    const Eigen::MatrixXd tall = wide ? Eigen::MatrixXd(map.transpose()) : map;
    const Eigen::MatrixXd square = tall.transpose() * tall;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(square);
    const Eigen::MatrixXd own = solver.eigenvectors().rowwise().reverse(); // strongest first
    Eigen::MatrixXd other = tall * own;
    teacher.strengths = other.colwise().norm();
    for (Eigen::Index i = 0; i < other.cols(); ++i)
        if (teacher.strengths[i] > 0)
            other.col(i) /= teacher.strengths[i];
    teacher.left = wide ? own : other;
    teacher.right = wide ? other : own;
    return teacher;
}

/// Every layer is the same multiple of the identity.
bool startsApart(const network::Network& network)
{
    const double first = network.weights(1)(0, 0);
    for (int layer = 1; layer <= network.depth(); ++layer) {
        const auto weights = network.weights(layer);
        Eigen::MatrixXd identity = Eigen::MatrixXd::Zero(weights.rows(), weights.cols());
        identity.diagonal().setConstant(first);
        if (weights != identity || !network.biases(layer).isZero(0))
            return false;
    }
    const auto narrowest = [&](int layer) {
        return network.size(layer) >= std::min(network.size(0), network.size(network.depth()));
    };
    for (int layer = 1; layer < network.depth(); ++layer)
        if (!narrowest(layer))
            return false;
    return true;
}

class Modes {
public:
    Modes(const Teacher& teacher, LinearModes& found)
        : m_teacher(teacher)
        , m_found(found)
    {
        const auto all = static_cast<int>((teacher.strengths.array() > 1e-12 * teacher.strengths.maxCoeff()).count());
        const int followed = std::min(all, kMostModes);
        found.left = all - followed;
        for (int i = 0; i < followed; ++i)
            found.modes.push_back({teacher.strengths[i], {}, {}, std::nullopt});
    }

    void record(const network::Network& network, std::int64_t step)
    {
        m_found.steps.push_back(step);
        for (std::size_t i = 0; i < m_found.modes.size(); ++i) {
            const auto column = static_cast<Eigen::Index>(i);
            Eigen::VectorXd through = m_teacher.right.col(column);
            for (int layer = 1; layer <= network.depth(); ++layer)
                through = network.weights(layer) * through;
            m_found.modes[i].measured.push_back(m_teacher.left.col(column).dot(through));
        }
    }

    void addLaw(int layers, double rate)
    {
        for (LinearMode& mode : m_found.modes) {
            const double start = mode.measured.front();
            mode.law.clear();
            if (!(start > 0))
                continue;
            for (const std::int64_t step : m_found.steps)
                mode.law.push_back(modeAt(layers, mode.strength, start, rate * static_cast<double>(step)));
            if (const auto half = timeToHalf(layers, mode.strength, start))
                mode.halfWay = *half / rate;
        }
    }

private:
    const Teacher& m_teacher;
    LinearModes& m_found;
};

} // namespace

Message whyNoModes(const model::Scenario& scenario)
{
    const network::NetworkStructure structure = network::structureOf(scenario);
    const auto isLinear = [](const network::LayerPlan& plan) {
        return isStraight(*plan.activation)
            && std::ranges::all_of(plan.operations, [](const network::LayerOperation& each) {
                   return each.kind->activates || each.kind->parameters != operations::Operation::Parameters::none;
               });
    };
    if (!std::ranges::all_of(structure.plans, isLinear))
        return {translatable("core",
                    "The closed form holds for linear networks: every activation the identity, without normalization "
                    "or residual connection."),
            {}};
    if (!isQuadratic(*findKind(losses::lossesRegistry(), scenario.loss), *structure.plans.front().activation))
        return {translatable("core", "The closed form holds for the quadratic cost."), {}};
    if (!isPlainDescent(scenario))
        return {translatable("core",
                    "The closed form holds for gradient descent over all examples, without momentum, weight decay or "
                    "clipping."),
            {}};
    if (!network::tiedLayers(scenario).empty() || network::hasParametrization(structure.plans))
        return {
            translatable("core", "The closed form holds for layers that learn their own weights, each by itself."), {}};
    return {};
}

bool isWhite(const data::Dataset& data)
{
    constexpr double kWhite = 1e-9;
    const auto examples = static_cast<double>(data.inputs.cols());
    const double square = data.inputs.squaredNorm() / static_cast<double>(data.inputs.size());
    if (!(square > 0) || data.inputs.rows() > data.inputs.cols())
        return false;
    const Eigen::MatrixXd covariance = data.inputs * data.inputs.transpose() / (examples * square);
    const auto size = data.inputs.rows();
    return (covariance - Eigen::MatrixXd::Identity(size, size)).cwiseAbs().maxCoeff() <= kWhite
        && data.inputs.rowwise().mean().cwiseAbs().maxCoeff() <= kWhite * std::sqrt(square)
        && data.targets.rowwise().mean().cwiseAbs().maxCoeff() <= kWhite * std::sqrt(square);
}

double modeAt(int layers, double strength, double start, double time)
{
    if (layers == 1)
        return strength + (start - strength) * std::exp(-time);
    if (layers == 2) { // logistic growth
        const double decay = std::exp(-2 * strength * time);
        return strength / (1 + (strength / start - 1) * decay);
    }
    // a = u^(1/L): da/dt = a^(L−1)(s − a^L), by Runge and Kutta, in steps that follow the fastest of what happens.
    const double power = layers;
    const auto slope = [&](double a) { return std::pow(a, power - 1) * (strength - std::pow(a, power)); };
    double a = std::pow(start, 1 / power);
    const double fastest = power * std::pow(std::max(start, strength), 2 - 2 / power);
    const int steps = std::clamp(static_cast<int>(std::ceil(time * fastest * 20)), 1, 200'000);
    const double h = time / steps;
    for (int i = 0; i < steps; ++i) {
        const double k1 = slope(a), k2 = slope(a + h / 2 * k1), k3 = slope(a + h / 2 * k2), k4 = slope(a + h * k3);
        a += h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
    }
    return std::pow(a, power);
}

std::optional<double> timeToHalf(int layers, double strength, double start)
{
    if (!(start > 0) || start >= strength / 2)
        return std::nullopt;
    if (layers == 1)
        return std::log((strength - start) / (strength / 2));
    if (layers == 2)
        return std::log(strength / start - 1) / (2 * strength);
    // ∫ du/(L u^(2 − 2/L)(s − u)) from u(0) to s/2, by Simpson's rule in ln u.
    constexpr int kPieces = 2000;
    const double from = std::log(start), step = (std::log(strength / 2) - from) / kPieces, power = layers;
    double sum = 0;
    for (int i = 0; i <= kPieces; ++i) {
        const double u = std::exp(from + i * step);
        const double value = u / (power * std::pow(u, 2 - 2 / power) * (strength - u));
        sum += value * (i == 0 || i == kPieces ? 1 : i % 2 == 1 ? 4 : 2);
    }
    return sum * step / 3;
}

std::optional<LinearModes> linearModes(const model::Scenario& scenario,
    const std::shared_ptr<const data::Dataset>& data, int threads, const std::stop_token& stop,
    const std::function<void(const LinearModes&)>& refined)
{
    LinearModes found;
    if (!isWhite(*data)) {
        found.complete = true;
        return found;
    }
    const Teacher teacher = teacherOf(*data);
    training::Training training(scenario, data, {.threads = threads, .statistics = false});
    Modes modes(teacher, found);
    const double rate = scenario.learningRate * teacher.square;
    found.apart = startsApart(training.network());
    for (int i = 0; i <= kRecords; ++i) {
        const std::int64_t step = training.stepCount() * i / kRecords;
        while (training.step() < step && training.advance(stop) == training::Training::Outcome::stepped) { }
        if (stop.stop_requested())
            return std::nullopt;
        if (training.divergence())
            break;
        if (found.steps.empty() || training.step() > found.steps.back())
            modes.record(training.network(), training.step());
        if (refined && i % 10 == 9) {
            modes.addLaw(scenario.depth, rate);
            refined(found);
        }
    }
    found.divergence = training.divergence();
    modes.addLaw(scenario.depth, rate);
    found.complete = true;
    return found;
}

} // namespace deltascope::results

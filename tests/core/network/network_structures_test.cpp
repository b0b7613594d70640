// SPDX-License-Identifier: GPL-3.0-or-later
// Networks made by hand of what no scenario asks for: sizes and activations of each layer's own, operations in other
// orders, shared parameters; and of each operation networks in which a scenario puts it, alone and beside each of the
// others. Gradients against central
// differences of the cost, which is a forward pass alone.
#include "base/registry.h"
#include "formats/format_pass.h"
#include "network/activations/activation.h"
#include "network/backward_pass.h"
#include "network/operation.h"
#include "parameters/parameters.h"
#include "theory/jacobian/layer_jacobian.h"
#include "training/gradient/gradient_sweep.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <numeric>
#include <random>

namespace deltascope::network {
namespace network_structures_test {

struct Named {
    const char* id;
    double scale = 1;
};

LayerPlan planOf(std::string_view activation, std::initializer_list<Named> operations)
{
    std::vector<LayerOperation> list;
    for (const Named& each : operations) {
        const operations::Operation* kind = findKind(operations::operationsRegistry(), each.id);
        EXPECT_NE(kind, nullptr) << each.id;
        list.push_back({kind, each.scale});
    }
    return {*findKind(activations::activationsRegistry(), activation), std::move(list)};
}

const losses::Loss& quadratic()
{
    return *findKind(losses::lossesRegistry(), "quadratic");
}

struct Case {
    std::string name;
    NetworkStructure structure;
};

constexpr int kExamples = 5;

/// A network of random parameters with its data.
struct Made {
    Network network;
    data::Dataset data;

    explicit Made(const NetworkStructure& structure, unsigned seed = 1)
        : network(structure)
    {
        std::mt19937_64 random(seed);
        std::normal_distribution<double> normal;
        std::vector<double> values(network.values().size());
        for (double& each : values)
            each = 0.7 * normal(random);
        network.setValues(values);
        data.inputs = Eigen::MatrixXd::NullaryExpr(structure.sequence(), kExamples, [&] { return normal(random); });
        data.targets =
            Eigen::MatrixXd::NullaryExpr(structure.size(structure.depth()), kExamples, [&] { return normal(random); });
    }
};

double costOf(const Network& network, const data::Dataset& data)
{
    ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    return BackwardPass(network, pass, quadratic(), data.targets).cost().nearestDouble();
}

Eigen::MatrixXd plain(const numerics::Columns& columns)
{
    Eigen::MatrixXd numbers(columns.size, columns.count);
    for (Eigen::Index x = 0; x < columns.count; ++x)
        for (Eigen::Index i = 0; i < columns.size; ++i)
            numbers(i, x) = columns.at(i, x).nearestDouble();
    return numbers;
}

/// By layer, what the weights and biases of each get from it alone, of the mean cost; those of layer 1 by what is fed
/// to it, and those of its gate.
struct Contribution {
    Eigen::MatrixXd weights;
    Eigen::VectorXd biases;
    std::vector<double> learnt = {}; ///< what the layer's operations learn
    Eigen::MatrixXd ofFed = {}, gateWeights = {};
    Eigen::VectorXd gateBiases = {};
};

std::vector<Contribution> contributions(const Network& network, const data::Dataset& data)
{
    ForwardPass pass(network, data.inputs);
    for (int layer = 1; layer <= network.depth(); ++layer)
        pass.step(layer);
    BackwardPass back(network, pass, quadratic(), data.targets);
    std::vector<Contribution> all(static_cast<std::size_t>(network.depth()));
    for (int layer = network.depth(); layer >= 1; --layer) {
        if (layer < network.depth())
            back.step(layer);
        all[static_cast<std::size_t>(layer - 1)] = {
            plain(back.ofSums()) * plain(pass.entering(layer)).transpose() / kExamples,
            plain(back.delta()).rowwise().mean()};
        Contribution& here = all[static_cast<std::size_t>(layer - 1)];
        for (const numerics::Scaled& each : back.learnt())
            here.learnt.push_back(each.nearestDouble());
        const Eigen::MatrixXd fed = plain(pass.fed(layer));
        if (network.fed(layer) > 0)
            here.ofFed = plain(back.ofSums()) * fed.transpose() / kExamples;
        if (network.gateColumns(layer) == 0)
            continue;
        Eigen::MatrixXd entering(network.gateColumns(layer), kExamples);
        entering.topRows(network.size(layer - 1)) = plain(pass.a(layer - 1));
        if (network.fed(layer) > 0)
            entering.bottomRows(network.fed(layer)) = fed;
        here.gateWeights = plain(back.ofGate()) * entering.transpose() / kExamples;
        here.gateBiases = plain(back.ofGate()).rowwise().mean();
    }
    return all;
}

/// left ← left + right, of which either may be nothing.
template <class Numbers>
void add(Numbers& left, const Numbers& right)
{
    if (left.size() == 0)
        left = right;
    else if (right.size() > 0)
        left += right;
}

bool hasBiases(const LayerPlan& plan)
{
    return std::ranges::any_of(plan.operations, [](const LayerOperation& each) { return each.kind->id == "bias"; });
}

/// In the order of Network::values, of shared parameters the sum.
std::vector<double> gradientOf(const Network& network, const data::Dataset& data)
{
    const std::vector<Contribution> all = contributions(network, data);
    std::vector<double> gradient;
    for (int owner = 1; owner <= network.depth(); ++owner) {
        if (network.parametersOf(owner) > 0)
            continue;
        Contribution sum = all[static_cast<std::size_t>(owner - 1)];
        for (int layer = owner + 1; layer <= network.depth(); ++layer)
            if (network.parametersOf(layer) == owner) {
                const Contribution& other = all[static_cast<std::size_t>(layer - 1)];
                sum.weights += other.weights;
                sum.biases += other.biases;
                for (std::size_t i = 0; i < sum.learnt.size(); ++i)
                    sum.learnt[i] += other.learnt[i];
                add(sum.gateWeights, other.gateWeights);
                add(sum.gateBiases, other.gateBiases);
            }
        for (std::size_t layer = 1; owner == 1 && layer < all.size(); ++layer)
            add(sum.weights, all[layer].ofFed);
        gradient.insert(gradient.end(), sum.weights.data(), sum.weights.data() + sum.weights.size());
        if (!hasBiases(network.plan(owner)))
            sum.biases.setZero(); // they are there and do nothing
        gradient.insert(gradient.end(), sum.biases.data(), sum.biases.data() + sum.biases.size());
        gradient.insert(gradient.end(), sum.learnt.begin(), sum.learnt.end());
        gradient.insert(gradient.end(), sum.gateWeights.data(), sum.gateWeights.data() + sum.gateWeights.size());
        gradient.insert(gradient.end(), sum.gateBiases.data(), sum.gateBiases.data() + sum.gateBiases.size());
    }
    return gradient;
}

std::vector<double> trainedGradient(const Network& network, const data::Dataset& data)
{
    const gradient::ParameterLayout layout(network);
    gradient::GradientSweep sweep(network, layout, quadratic(), kExamples, 1);
    const gradient::ExampleSet set(data.inputs, data.targets);
    std::vector<int> examples(kExamples);
    std::iota(examples.begin(), examples.end(), 0);
    const std::vector<double> values = layout.pack(network);
    const gradient::SweepResult result =
        sweep.run(values.data(), set, examples, gradient::GradientSweep::Want::gradientAndCost, {});
    EXPECT_NEAR(result.cost, costOf(network, data), 1e-12 * result.cost);
    Network unpacked = network;
    layout.unpack(sweep.gradient(), unpacked);
    return {unpacked.values().begin(), unpacked.values().end()};
}

using Row = parameters::Parameter<model::Scenario>;

std::vector<parameters::ParameterValue> valuesOf(const Row& row)
{
    std::vector<parameters::ParameterValue> values{0.75};
    for (const parameters::Choice& choice : row.choices ? row.choices() : std::vector<parameters::Choice>())
        values.emplace_back(std::string(choice.id));
    return values;
}

/// What stands where in each of a scenario's plans, and what of it is learnt.
std::vector<std::vector<std::pair<std::string_view, bool>>> makingOf(const model::Scenario& scenario)
{
    std::vector<std::vector<std::pair<std::string_view, bool>>> all;
    for (const LayerPlan& plan : plansOf(scenario)) {
        all.emplace_back();
        for (const LayerOperation& each : plan.operations)
            all.back().emplace_back(each.kind->id, each.learnt >= 0);
    }
    return all;
}

/// The scenario with one value changed, as often as that gives other operations or another order of them.
std::vector<model::Scenario> madeOtherwise(const model::Scenario& scenario)
{
    std::vector<model::Scenario> all;
    std::vector<std::vector<std::vector<std::pair<std::string_view, bool>>>> known{makingOf(scenario)};
    for (const Row& row : parameters::scenarioParameters())
        for (const parameters::ParameterValue& value : valuesOf(row))
            if (Result<model::Scenario> next = parameters::withValue(scenario, row, value);
                next && !parameters::validate(*next) && std::ranges::find(known, makingOf(*next)) == known.end()) {
                known.push_back(makingOf(*next));
                all.push_back(*std::move(next));
            }
    return all;
}

/// One in which the operation stands: a wide network, or one of tied layers, with or without a residual connection,
/// with at most one value changed.
std::optional<model::Scenario> scenarioWith(const operations::Operation& kind, double residual, bool tied = false)
{
    model::Scenario wide;
    wide.depth = tied ? 5 : 3;
    wide.tied = tied;
    wide.width = wide.inputs = 4;
    wide.outputs = 2;
    wide.activation = wide.outputActivation = "tanh";
    wide.initializer = "standard_normal";
    wide.data = "gaussian";
    wide.examples = kExamples;
    wide.residual = residual;
    if (standsIn(wide, kind))
        return wide;
    for (const Row& row : parameters::scenarioParameters())
        for (const parameters::ParameterValue& value : valuesOf(row))
            if (Result<model::Scenario> next = parameters::withValue(wide, row, value);
                next && standsIn(*next, kind) && !parameters::validate(*next))
                return *std::move(next);
    return tied ? std::nullopt : scenarioWith(kind, residual, true);
}

std::vector<Case> cases()
{
    const Named w{"linear"}, b{"bias"}, f{"activate"};
    std::vector<Case> all;
    all.push_back({"each layer its own",
        {3, {planOf("tanh", {w, b, f}), planOf("sigmoid", {w, b, f}), planOf("softplus", {w, f})},
            {{4, 0}, {7, 1}, {5, 2}, {2, 0}}}});
    all.push_back(
        {"tied", {4, {planOf("tanh", {w, b, f})}, {{4, 0}, {4, 0, 1}, {4, 0, 1}, {4, 0}, {4, 0, 1}, {3, 0}}}});
    for (const char* normalization : {"layer_normalization", "batch_normalization", "rms_normalization"}) {
        const Named n{normalization};
        for (const double alpha : {0.0, 0.8}) {
            const auto hidden = [&](std::initializer_list<Named> plain, std::initializer_list<Named> added) {
                return planOf("tanh", alpha == 0 ? plain : added);
            };
            const Named r{"residual", alpha};
            const std::vector<std::pair<std::string, LayerPlan>> orders{
                {"after", hidden({w, n, b, f}, {w, n, b, f, r})}, {"before", hidden({n, w, b, f}, {n, w, b, f, r})},
                {"behind", hidden({w, b, f, n}, {w, b, f, r, n})},
                {"twice", hidden({n, w, n, b, f}, {n, w, n, b, f, r})}};
            for (const auto& [name, plan] : orders)
                all.push_back({normalization + std::string(" ") + name + (alpha == 0 ? "" : ", residual"),
                    {4, {plan, planOf("identity", {w, b, f}), planOf("identity", {n, w, b, f})},
                        {{4, 0}, {4, 0}, {4, 0, 2}, {2, alpha == 0 ? 1 : 2}}}});
        }
    }
    const Named x{"feed"}, u{"gru"}, z{"leaky", 0.3}, r{"residual", 0.6}, n{"layer_normalization"};
    const std::vector<std::pair<std::string, LayerPlan>> steps{{"fed", planOf("tanh", {w, x, b, f})},
        {"fed, normalized, leaky", planOf("softplus", {w, x, n, b, f, z})}, {"gated", planOf("tanh", {w, x, b, f, u})},
        {"gated, residual, normalized", planOf("sigmoid", {w, x, n, b, f, u, r, n})}};
    for (const auto& [name, plan] : steps) {
        const int columns = plan.kept > 1 ? 4 + 3 : 0; // what a gate looks at
        all.push_back({name,
            {3, {planOf("tanh", {w, b, f}), plan},
                {{4, 0}, {4, 1, 0, 3, columns}, {4, 1, 2, 3, columns}, {4, 1, 2, 3, columns}, {2, 0}}}});
    }
    for (const operations::Operation* kind : operations::operationsRegistry()) {
        bool found = false;
        for (const double residual : {0.0, 0.6})
            if (const std::optional<model::Scenario> scenario = scenarioWith(*kind, residual)) {
                found = true;
                const std::string name =
                    "a scenario with " + std::string(kind->id) + (residual == 0 ? "" : ", residual");
                all.push_back({name, structureOf(*scenario)});
                for (const model::Scenario& other : madeOtherwise(*scenario))
                    all.push_back({name + ", otherwise: " + std::to_string(all.size()), structureOf(other)});
            }
        if (!found)
            ADD_FAILURE() << kind->id << " stands in no scenario";
    }
    return all;
}

TEST(NetworkStructures, GradientsAgainstCentralDifferences)
{
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        Made made(each.structure);
        const std::vector<double> gradient = gradientOf(made.network, made.data);
        const std::vector<double> start(made.network.values().begin(), made.network.values().end());
        ASSERT_EQ(gradient.size(), start.size());
        for (std::size_t i = 0; i < start.size(); ++i) {
            const auto at = [&](double step) {
                std::vector<double> values = start;
                values[i] += step;
                made.network.setValues(std::move(values));
                return costOf(made.network, made.data);
            };
            constexpr double kStep = 2e-4;
            const double slope = (8 * (at(kStep) - at(-kStep)) - (at(2 * kStep) - at(-2 * kStep))) / (12 * kStep);
            EXPECT_NEAR(gradient[i], slope, 1e-7) << "parameter " << i;
        }
    }
}

TEST(NetworkStructures, TrainingHasTheSameGradients)
{
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        const Made made(each.structure);
        const std::vector<double> gradient = gradientOf(made.network, made.data),
                                  trained = trainedGradient(made.network, made.data);
        ASSERT_EQ(gradient.size(), trained.size());
        for (std::size_t i = 0; i < gradient.size(); ++i)
            EXPECT_NEAR(gradient[i], trained[i], 1e-12) << "parameter " << i;
    }
}

// The product of the layers' Jacobians against differences of the outputs, of one example.
TEST(NetworkStructures, JacobiansAgainstDifferences)
{
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        if (each.structure.couplesExamples())
            continue;
        const Made made(each.structure);
        const auto outputs = [&](const Eigen::MatrixXd& inputs) {
            ForwardPass pass(made.network, inputs);
            for (int layer = 1; layer <= made.network.depth(); ++layer)
                pass.step(layer);
            return plain(pass.a(made.network.depth()));
        };
        const Eigen::MatrixXd input = made.data.inputs.leftCols(1);
        ForwardPass pass(made.network, input);
        const Eigen::Index entering = made.network.size(0);
        Eigen::MatrixXd product = Eigen::MatrixXd::Identity(entering, entering);
        for (int layer = 1; layer <= made.network.depth(); ++layer) {
            pass.step(layer);
            for (const numerics::RowScaledMatrix& part : jacobian::layerJacobian(made.network, pass, layer).parts) {
                Eigen::MatrixXd rows = part.mantissa;
                for (Eigen::Index i = 0; i < rows.rows(); ++i)
                    rows.row(i) *= numerics::powerOfTwo(part.exponents[static_cast<std::size_t>(i)]);
                product = rows * product;
            }
        }
        for (Eigen::Index j = 0; j < entering; ++j) {
            const auto between = [&](double step) {
                Eigen::MatrixXd above = input, below = input;
                above(j) += step;
                below(j) -= step;
                return Eigen::VectorXd(outputs(above) - outputs(below));
            };
            constexpr double kStep = 1e-4;
            const Eigen::VectorXd slope = (8 * between(kStep) - between(2 * kStep)) / (12 * kStep);
            for (Eigen::Index i = 0; i < slope.size(); ++i)
                EXPECT_NEAR(product(i, j), slope[i], 1e-7) << i << ", " << j;
        }
    }
}

TEST(NetworkStructures, DoubleArithmeticHasTheSameSpeeds)
{
    for (const Case& each : cases()) {
        SCOPED_TRACE(each.name);
        const Made made(each.structure);
        const std::vector<Contribution> all = contributions(made.network, made.data);
        const auto pass = formats::formatPass({made.network, made.data, "quadratic", kExamples},
            numerics::floatFormats()[3], numerics::Rounding::Underflow::gradual);
        for (int layer = 1; layer <= made.network.depth(); ++layer)
            EXPECT_NEAR(
                pass->speed(layer).size.nearestDouble(), all[static_cast<std::size_t>(layer - 1)].biases.norm(), 1e-12)
                << layer;
    }
}

TEST(NetworkStructures, TiedLayersAreAnUntiedNetworkOfCopies)
{
    const Case tied = cases()[1];
    const Made made(tied.structure);
    NetworkStructure apart = tied.structure;
    for (NetworkStructure::Layer& layer : apart.layers)
        layer.parametersOf = 0;
    Network copies(apart);
    std::vector<double> values;
    for (int layer = 1; layer <= made.network.depth(); ++layer) {
        const auto weights = made.network.weights(layer);
        const auto biases = made.network.biases(layer);
        values.insert(values.end(), weights.data(), weights.data() + weights.size());
        values.insert(values.end(), biases.data(), biases.data() + biases.size());
    }
    copies.setValues(std::move(values));
    EXPECT_EQ(costOf(made.network, made.data), costOf(copies, made.data));
    const std::vector<Contribution> first = contributions(made.network, made.data),
                                    second = contributions(copies, made.data);
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].weights, second[i].weights) << i;
        EXPECT_EQ(first[i].biases, second[i].biases) << i;
    }
    EXPECT_LT(made.network.values().size(), copies.values().size());
}

} // namespace network_structures_test
} // namespace deltascope::network

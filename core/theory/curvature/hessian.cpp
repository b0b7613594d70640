// SPDX-License-Identifier: GPL-3.0-or-later
// With R the change along v, of the forward pass and of the backward pass:
//     R z^l = V a^(l−1) + W R a^(l−1) + V_b,    R a^l = f′ R z^l + α R a^(l−1),
//     R g^(l−1) = Vᵀ δ^l + Wᵀ R δ^l + α R g^l,   R δ^l = f″ R z^l g^l + f′ R g^l,
// and H v = mean of R δ^l (a^(l−1))ᵀ + δ^l (R a^(l−1))ᵀ, with g = ∂C/∂a.
#include "theory/curvature/hessian.h"

#include "base/random.h"
#include "network/activations/activation.h"
#include "network/operation.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace deltascope::curvature {

namespace {

using Matrix = Eigen::Map<const Eigen::MatrixXd>;

/// w, then perhaps b, then f, then perhaps what is added.
bool isPlain(const network::LayerPlan& plan)
{
    bool activated = false;
    for (const network::LayerOperation& each : plan.operations) {
        if (each.kind->activates)
            activated = true;
        else if (each.kind->addsIdentity ? !activated
                                         : each.kind->parameters == operations::Operation::Parameters::none)
            return false;
    }
    return true;
}

} // namespace

Message whyNoHessian(const model::Scenario& scenario)
{
    const network::NetworkStructure structure = network::structureOf(scenario);
    if (!std::ranges::all_of(structure.plans, isPlain))
        return {translatable("core",
                    "The curvature is computed for layers of weights, biases, activation and residual connections; "
                    "here there is more in a layer."),
            {}};
    if (network::hasParametrization(structure.plans))
        return {translatable("core",
                    "The curvature is that of the cost over the weights; what is learnt here is not the weights "
                    "themselves."),
            {}};
    return {};
}

Hessian::Hessian(
    const network::Network& network, const losses::Loss& loss, const data::Dataset& data, const std::stop_token& stop)
    : m_network(network)
    , m_loss(loss)
    , m_data(data)
    , m_layers(static_cast<std::size_t>(network.depth()))
{
    for (int layer = 1; layer <= network.depth(); ++layer) {
        if (const int owner = network.parametersOf(layer)) {
            at(layer).weights = at(owner).weights;
            at(layer).biases = at(owner).biases;
            continue;
        }
        at(layer).weights = m_size;
        at(layer).biases = m_size + network.weights(layer).size();
        m_size = at(layer).biases + network.biases(layer).size();
    }
    if (forward(m_outputs, stop))
        backward(m_outputs, stop);
    m_finite = m_finite && !stop.stop_requested();
}

const Eigen::MatrixXd& Hessian::entering(int layer) const
{
    return layer == 1 ? m_data.inputs : at(layer - 1).activation;
}

bool Hessian::forward(Eigen::MatrixXd& z, const std::stop_token& stop)
{
    for (int layer = 1; layer <= m_network.depth() && !stop.stop_requested(); ++layer) {
        z = m_network.weights(layer) * entering(layer);
        z.colwise() += m_network.biases(layer);
        Layer& here = at(layer);
        here.activation.resizeLike(z);
        here.slope.resizeLike(z);
        here.second.resizeLike(z);
        const activations::Activation& f = m_network.activation(layer);
        m_finite = m_finite && z.allFinite();
        if (!m_finite)
            return false;
        f.evaluate(z.data(), here.activation.data(), here.slope.data(), static_cast<std::size_t>(z.size()));
        for (Eigen::Index i = 0; i < z.size(); ++i)
            here.second.data()[i] = activations::secondDerivative(f, z.data()[i]);
        if (const double identity = m_network.identity(layer); identity != 0)
            here.activation += identity * entering(layer);
    }
    return !stop.stop_requested();
}

void Hessian::backward(const Eigen::MatrixXd& z, const std::stop_token& stop)
{
    const int depth = m_network.depth();
    m_gradient.setZero(m_size);
    Layer& last = at(depth);
    last.delta.resizeLike(z);
    // An activation that adds something would not be the last one: δ^L is the cost's own.
    for (Eigen::Index x = 0; x < z.cols(); ++x)
        m_loss.plainDelta(
            {m_network.activation(depth), z.col(x).data(), last.activation.col(x).data(), last.slope.col(x).data(),
                m_data.targets.col(x).data(), static_cast<std::size_t>(z.rows())},
            last.delta.col(x).data());
    const double share = 1 / static_cast<double>(z.cols());
    for (int layer = depth; layer >= 1 && !stop.stop_requested(); --layer) {
        Layer& here = at(layer);
        if (layer < depth)
            here.delta = here.slope.cwiseProduct(here.gradient);
        const Eigen::Index rows = here.delta.rows(), columns = entering(layer).rows();
        Eigen::Map<Eigen::MatrixXd>(m_gradient.data() + here.weights, rows, columns).noalias() +=
            share * here.delta * entering(layer).transpose();
        m_gradient.segment(here.biases, rows) += share * here.delta.rowwise().sum();
        if (layer == 1)
            break;
        Layer& before = at(layer - 1);
        before.gradient.noalias() = m_network.weights(layer).transpose() * here.delta;
        if (const double identity = m_network.identity(layer); identity != 0)
            before.gradient += identity * here.gradient;
    }
    m_finite = m_finite && m_gradient.allFinite();
}

Eigen::MatrixXd Hessian::changeOfOutput(const Eigen::MatrixXd& changeOfZ) const
{
    const int depth = m_network.depth();
    const Layer& last = at(depth);
    Eigen::MatrixXd change(changeOfZ.rows(), changeOfZ.cols());
    for (Eigen::Index x = 0; x < changeOfZ.cols(); ++x)
        m_loss.deltaChange(
            {m_network.activation(depth), m_outputs.col(x).data(), last.activation.col(x).data(),
                last.slope.col(x).data(), m_data.targets.col(x).data(), static_cast<std::size_t>(changeOfZ.rows())},
            last.second.col(x).data(), changeOfZ.col(x).data(), change.col(x).data());
    return change;
}

Eigen::VectorXd Hessian::times(const Eigen::VectorXd& v, const std::stop_token& stop) const
{
    const int depth = m_network.depth();
    const auto weightsOf = [&](int layer) {
        return Matrix(v.data() + at(layer).weights, m_network.size(layer), m_network.size(layer - 1));
    };
    std::vector<Eigen::MatrixXd> ofZ(m_layers.size()), ofActivation(m_layers.size()); // R z, R a
    for (int layer = 1; layer <= depth && !stop.stop_requested(); ++layer) {
        const auto i = static_cast<std::size_t>(layer - 1);
        ofZ[i].noalias() = weightsOf(layer) * entering(layer);
        if (layer > 1)
            ofZ[i].noalias() += m_network.weights(layer) * ofActivation[i - 1];
        ofZ[i].colwise() += v.segment(at(layer).biases, m_network.size(layer));
        ofActivation[i] = at(layer).slope.cwiseProduct(ofZ[i]);
        if (const double identity = m_network.identity(layer); identity != 0 && layer > 1)
            ofActivation[i] += identity * ofActivation[i - 1];
    }
    Eigen::VectorXd product = Eigen::VectorXd::Zero(m_size);
    const double share = 1 / static_cast<double>(m_data.inputs.cols());
    Eigen::MatrixXd ofGradient; // R g of the present layer
    for (int layer = depth; layer >= 1 && !stop.stop_requested(); --layer) {
        const Layer& here = at(layer);
        const auto i = static_cast<std::size_t>(layer - 1);
        const Eigen::MatrixXd ofDelta = layer == depth
            ? changeOfOutput(ofZ[i])
            : Eigen::MatrixXd(
                here.second.cwiseProduct(ofZ[i]).cwiseProduct(here.gradient) + here.slope.cwiseProduct(ofGradient));
        Eigen::Map<Eigen::MatrixXd> ofWeights(
            product.data() + here.weights, m_network.size(layer), m_network.size(layer - 1));
        ofWeights.noalias() += share * ofDelta * entering(layer).transpose();
        if (layer > 1)
            ofWeights.noalias() += share * here.delta * ofActivation[i - 1].transpose();
        product.segment(here.biases, ofDelta.rows()) += share * ofDelta.rowwise().sum();
        if (layer == 1)
            break;
        Eigen::MatrixXd before = weightsOf(layer).transpose() * here.delta;
        before.noalias() += m_network.weights(layer).transpose() * ofDelta;
        if (const double identity = m_network.identity(layer); identity != 0)
            before += identity * ofGradient;
        ofGradient = std::move(before);
    }
    return product;
}

std::optional<Extremes> extremeCurvatures(const Hessian& hessian, const std::stop_token& stop)
{
    constexpr int kMost = 400, kEvery = 5;
    constexpr double kEnough = 1e-5; // of the residual; an eigenvalue is right to about its square
    if (!hessian.finite())
        return std::nullopt;
    const Eigen::Index size = hessian.size();
    Eigen::VectorXd present(size), before = Eigen::VectorXd::Zero(size);
    RandomStream stream(1, Purpose::weights, 0);
    for (double& value : present)
        value = stream.normal();
    present.normalize();
    std::vector<double> diagonal, beside;
    Extremes found;
    for (int step = 1; step <= kMost; ++step) {
        Eigen::VectorXd next = hessian.times(present, stop);
        if (stop.stop_requested() || !next.allFinite())
            return std::nullopt;
        if (!beside.empty())
            next -= beside.back() * before;
        diagonal.push_back(present.dot(next));
        next -= diagonal.back() * present;
        const double norm = next.norm();
        const bool last = step == kMost || step == size;
        const bool exhausted = norm <= 1e-13 * (std::abs(diagonal.back()) + (beside.empty() ? 0 : beside.back()));
        if (step % kEvery == 0 || last || exhausted) {
            const auto count = static_cast<Eigen::Index>(diagonal.size());
            Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver;
            solver.computeFromTridiagonal(Eigen::Map<const Eigen::VectorXd>(diagonal.data(), count),
                Eigen::Map<const Eigen::VectorXd>(beside.data(), count - 1), Eigen::ComputeEigenvectors);
            found = {solver.eigenvalues()[count - 1], solver.eigenvalues()[0], step};
            const double scale = std::max(std::abs(found.largest), std::abs(found.smallest));
            const double rest = norm
                * std::max(std::abs(solver.eigenvectors()(count - 1, count - 1)),
                    std::abs(solver.eigenvectors()(count - 1, 0)));
            if (last || exhausted || rest <= kEnough * scale)
                return found;
        }
        beside.push_back(norm);
        before = std::move(present);
        present = next / norm;
    }
    return found;
}

} // namespace deltascope::curvature

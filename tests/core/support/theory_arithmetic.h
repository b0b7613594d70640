// SPDX-License-Identifier: GPL-3.0-or-later
// Arithmetic of the tests' own to hold what is said of mean field theory against: integrals by a trapezoid over ln |x|
// on either side of 0, or by Gauss's rule between kinks that lie elsewhere, sequences of q layer by layer, and random
// scenarios to say it of. core/maths.md 9.1 to 9.4, 15.4.
#pragma once

#include "base/registry.h"
#include "figures/figure.h"
#include "model/scenario.h"
#include "network/initializer.h"
#include "network/operations/standardization.h"

#include "network/activations/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace deltascope::theory_claims {

struct Moments {
    double mean = 0, square = 0, slope = 0;
};

class Integrals {
public:
    Integrals()
    {
        for (int i = -240; i <= 18; ++i) {
            m_x.push_back(std::exp(kStep * i));
            m_weight.push_back(
                kStep * m_x.back() * std::exp(-0.5 * m_x.back() * m_x.back()) / std::sqrt(2 * std::numbers::pi));
        }
    }

    Moments of(const activations::Activation& f, double q) const
    {
        if (std::ranges::any_of(f.kinks, [](double kink) { return kink != 0; }))
            return betweenKinks(f, std::sqrt(q));
        Moments moments;
        for (std::size_t i = 0; i < m_x.size(); ++i)
            for (const double z : {std::sqrt(q) * m_x[i], -std::sqrt(q) * m_x[i]})
                add(moments, f, z, m_weight[i]);
        return moments;
    }

private:
    static void add(Moments& moments, const activations::Activation& f, double z, double weight)
    {
        const double value = f.value(z), slope = f.derivative(z);
        moments.mean += weight * value;
        moments.square += weight * value * value;
        moments.slope += weight * slope * slope;
    }

    static Moments betweenKinks(const activations::Activation& f, double deviation)
    {
        constexpr double kEnd = 9; // beyond: less than the last digit
        constexpr int kPieces = 24;
        constexpr std::array<std::pair<double, double>, 5> kGauss{{{-0.9061798459386640, 0.2369268850561891},
            {-0.5384693101056831, 0.4786286704993665}, {0, 0.5688888888888889},
            {0.5384693101056831, 0.4786286704993665}, {0.9061798459386640, 0.2369268850561891}}};
        std::vector<double> ends{-kEnd, 0, kEnd};
        for (const double kink : f.kinks)
            ends.push_back(std::clamp(kink / deviation, -kEnd, kEnd));
        std::ranges::sort(ends);
        Moments moments;
        for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
            const double half = (ends[i + 1] - ends[i]) / (2 * kPieces);
            for (int piece = 0; half > 0 && piece < kPieces; ++piece)
                for (const auto& [node, share] : kGauss) {
                    const double x = ends[i] + half * (2 * piece + 1 + node);
                    add(moments, f, deviation * x,
                        half * share * std::exp(-0.5 * x * x) / std::sqrt(2 * std::numbers::pi));
                }
        }
        return moments;
    }

    static constexpr double kStep = 0.15;
    std::vector<double> m_x, m_weight;
};

inline const Integrals kIntegrals;

inline const activations::Activation& activation(const std::string& id)
{
    return *findKind(activations::activationsRegistry(), id);
}

inline std::string everythingSaid(const figures::Figure& figure)
{
    std::string text = plainText(figure.caption);
    for (const Message& note : figure.notes)
        text += "\n" + plainText(note);
    return text;
}

/// The numbers in the first match of an expression with groups of numbers; empty where there is none.
inline std::vector<double> numbersIn(const std::string& text, const std::string& expression)
{
    static const std::string number = R"((-?[0-9.]+(?:e[-+]?[0-9]+)?))";
    std::string pattern;
    for (const char c : expression)
        pattern += c == '#' ? number : std::string(1, c);
    std::smatch match;
    std::vector<double> numbers;
    if (std::regex_search(text, match, std::regex(pattern)))
        for (std::size_t i = 1; i < match.size(); ++i)
            numbers.push_back(std::stod(match[i].str()));
    return numbers;
}

inline double variance(const model::Scenario& scenario, int fanIn, int fanOut)
{
    return std::pow(scenario.gain, 2)
        * findKind(network::initializersRegistry(), scenario.initializer)->weightVariance(fanIn, fanOut);
}

inline double biasVariance(const model::Scenario& scenario, int fanIn)
{
    const network::Initializer& rule = *findKind(network::initializersRegistry(), scenario.initializer);
    return rule.usesBiasDeviation      ? std::pow(scenario.biasDeviation, 2)
        : rule.biasVariance != nullptr ? rule.biasVariance(fanIn)
                                       : 0;
}

/// χ₁ where q settles from `start`, and that q; nothing where 20 000 layers do not settle it.
struct Settled {
    double q = 0, factor = 0;
    bool grows = false, known = false;
};

inline Settled settled(const model::Scenario& scenario, double q)
{
    const activations::Activation& f = activation(scenario.activation);
    const double weight = variance(scenario, scenario.width, scenario.width),
                 bias = biasVariance(scenario, scenario.width);
    const bool normalized = scenario.normalization == "layer";
    for (int layer = 0; layer < 20'000; ++layer) {
        const Moments moments = kIntegrals.of(f, q);
        const double v = weight * moments.square, scale = normalized ? v + operations::kNormalizationEpsilon : 1;
        const double next = v / scale + bias;
        if (next > 1e12 || (next < 1e-12 && bias == 0 && next < q))
            return {
                next > 1 ? std::numeric_limits<double>::infinity() : 0, weight * moments.slope / scale, next > 1, true};
        if (std::abs(next - q) < 1e-10 * q)
            return {next, weight * moments.slope / scale, false, true};
        q = next;
    }
    return {};
}

inline double inLayer1(const model::Scenario& scenario, double meanSquare)
{
    const double v = variance(scenario, scenario.inputs, scenario.width) * meanSquare;
    return (scenario.normalization == "layer" ? v / (v + operations::kNormalizationEpsilon) : v)
        + biasVariance(scenario, scenario.inputs);
}

class RandomScenarios {
public:
    explicit RandomScenarios(unsigned seed)
        : m_random(seed)
    {
    }

    model::Scenario next()
    {
        static constexpr std::array kRules{"mean_field", "mean_field", "lecun_normal", "glorot_uniform", "he_normal",
            "scaled_normal", "orthogonal", "glorot_standard", "standard_normal", "sparse"};
        model::Scenario scenario;
        const auto activations = activations::activationsRegistry();
        scenario.activation = activations[index(activations.size())]->id;
        scenario.outputActivation = activations[index(activations.size())]->id;
        scenario.initializer = kRules[index(kRules.size())];
        scenario.gain = index(4) == 0 ? 1 : std::exp(real(-1.5, 1.2));
        scenario.biasDeviation = index(3) == 0 ? 0 : real(0, 1.5);
        scenario.inputs = 1 + static_cast<int>(index(6));
        scenario.width = 2 + static_cast<int>(index(9));
        scenario.outputs = 1 + static_cast<int>(index(3));
        scenario.depth = 2 + static_cast<int>(index(12));
        scenario.seed = static_cast<std::int64_t>(1 + index(1000));
        scenario.input = real(-3, 3);
        if (index(2) == 0) {
            scenario.data = "gaussian";
            scenario.meanSquare = std::exp(real(-3, 3));
            scenario.examples = 1 + static_cast<int>(index(9));
        }
        scenario.normalization = index(5) == 0 ? "layer" : "none";
        scenario.residual = index(3) == 0 ? real(0.1, 1.2) : 0;
        return scenario;
    }

    std::size_t index(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    double real(double from, double to) { return std::uniform_real_distribution<double>(from, to)(m_random); }

private:
    std::mt19937 m_random;
};

} // namespace deltascope::theory_claims

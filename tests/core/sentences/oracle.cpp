// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences/oracle.h"

#include <algorithm>

namespace deltascope::sentences {
namespace {

constexpr std::uint64_t kNoises = 2;
constexpr long double kOwnRounding = 1e-16L; // of long doubles, added up
constexpr long double kSafety = 8; // what two draws show is not the worst

bool allZero(const Grid& grid)
{
    return std::all_of(grid.values.begin(), grid.values.end(), [](const Number& value) { return value.isZero(); });
}

} // namespace

Oracle::Oracle(const model::Scenario& scenario, const network::Network& network, const data::Dataset& data)
{
    for (std::uint64_t noise = 0; noise <= kNoises; ++noise)
        m_passes.push_back(std::make_unique<OwnPasses>(scenario, network, data, noise));
}

Value Oracle::of(const Quantity& quantity) const
{
    Value value{quantity(exact()), 0};
    for (std::size_t i = 1; i < m_passes.size(); ++i) {
        const Number noisy = quantity(*m_passes[i]);
        if (noisy.isZero() && value.exact.isZero())
            continue;
        if (noisy.sign() != value.exact.sign()) {
            value.decades = HUGE_VALL;
            continue;
        }
        const Number relative = abs(noisy - value.exact) / abs(value.exact);
        const long double off =
            relative.value() < 0.01L ? relative.value() / 2.3L : std::abs(noisy.log10() - value.exact.log10());
        value.decades = std::max(value.decades, kSafety * off);
    }
    return value;
}

Value Oracle::speed(int l, Average average) const
{
    return of([=](const OwnPasses& passes) { return passes.speed(l, average) * passes.unit(); });
}

Value Oracle::weightSpeed(int l) const
{
    return of([=](const OwnPasses& passes) { return passes.weightSpeed(l) * passes.unit(); });
}

Value Oracle::ratio(int l, int over, Average average) const
{
    return of([=](const OwnPasses& passes) {
        const Number divisor = passes.speed(over, average);
        return divisor.isZero() ? Number{} : passes.speed(l, average) / divisor;
    });
}

Value Oracle::weightRatio(int l, int over) const
{
    return of([=](const OwnPasses& passes) {
        const Number divisor = passes.weightSpeed(over);
        return divisor.isZero() ? Number{} : passes.weightSpeed(l) / divisor;
    });
}

Value Oracle::product(int from, int to, int example) const
{
    return of([=](const OwnPasses& passes) {
        Number product = 1;
        for (int l = from; l <= to; ++l)
            product = product * passes.factor(l, example);
        return product;
    });
}

bool Oracle::isDead(int l) const
{
    return allZero(exact().layer(l).delta);
}

bool Oracle::weightsDead(int l) const
{
    return exact().weightSpeed(l).isZero();
}

bool Oracle::slopesAllZero(int l) const
{
    return allZero(exact().layer(l).slope);
}

bool Oracle::enteringZero(int l) const
{
    return allZero(exact().layer(l - 1).a);
}

bool Oracle::biasLearnsNothing(int l) const
{
    const Number sum = exact().speed(l, Average::normOfMean), each = exact().speed(l, Average::meanOfNorms);
    return sum.isZero() || sum < each * Number(kOwnRounding);
}

bool Oracle::weightsLearnNothing(int l) const
{
    const Grid &raw = exact().layer(l).raw, &entering = exact().layer(l).entering;
    Number sizes;
    for (int x = 0; x < examples(); ++x) {
        Number u, a;
        for (int i = 0; i < raw.neurons; ++i)
            u = u + raw.at(i, x) * raw.at(i, x);
        for (int j = 0; j < entering.neurons; ++j)
            a = a + entering.at(j, x) * entering.at(j, x);
        sizes = sizes + sqrt(u * a);
    }
    const Number sum = exact().weightSpeed(l);
    return sum.isZero() || sum < sizes / Number(examples()) * Number(kOwnRounding);
}

long double Oracle::noiseShare(int l) const
{
    long double most = 0;
    for (std::size_t i = 1; i < m_passes.size(); ++i) {
        const Grid &noisy = m_passes[i]->layer(l).slope, &true_ = exact().layer(l).slope;
        Number off, all;
        for (std::size_t k = 0; k < noisy.values.size(); ++k) {
            off = off + (noisy.values[k] - true_.values[k]) * (noisy.values[k] - true_.values[k]);
            all = all + true_.values[k] * true_.values[k];
        }
        if (!off.isZero())
            most = std::max(most, all.isZero() ? 1.0L : std::sqrt((off / all).value()));
    }
    return most;
}

long double Oracle::noiseMost(int l) const
{
    long double most = 0;
    for (std::size_t i = 1; i < m_passes.size(); ++i) {
        const Grid &noisy = m_passes[i]->layer(l).slope, &true_ = exact().layer(l).slope;
        for (std::size_t k = 0; k < noisy.values.size(); ++k) {
            const Number off = noisy.values[k] - true_.values[k];
            if (!off.isZero())
                most = std::max(most, true_.values[k].isZero() ? 1.0L : std::abs((off / true_.values[k]).value()));
        }
    }
    return most;
}

bool Oracle::gradientAllZero(int l) const
{
    return allZero(exact().layer(l).gradient);
}

} // namespace deltascope::sentences

// SPDX-License-Identifier: GPL-3.0-or-later
// The row spectrum of the performance targets: the spectrum of a product of 30 factors takes at most twice as long as
// the bare QR loop beside it, which gives no more than the diagonal of R.
#include "base/random.h"
#include "numerics/spectra.h"

#include <Eigen/QR>

#include <benchmark/benchmark.h>

#include <vector>

namespace deltascope {
namespace {

constexpr int kFactors = 30;

std::vector<Eigen::MatrixXd> factors(int size)
{
    std::vector<Eigen::MatrixXd> all;
    for (std::uint64_t f = 0; f < kFactors; ++f) {
        RandomStream stream(1, Purpose::weights, f);
        all.emplace_back(size, size);
        for (double& entry : all.back().reshaped())
            entry = stream.normal();
    }
    return all;
}

void bareQrLoop(benchmark::State& state)
{
    const int size = static_cast<int>(state.range(0));
    const std::vector<Eigen::MatrixXd> all = factors(size);
    for ([[maybe_unused]] auto step : state) {
        Eigen::MatrixXd q = Eigen::MatrixXd::Identity(size, size), turned(size, size);
        Eigen::VectorXd logs = Eigen::VectorXd::Zero(size);
        for (const Eigen::MatrixXd& factor : all) {
            turned.noalias() = factor * q;
            const Eigen::HouseholderQR<Eigen::MatrixXd> qr(turned);
            logs += qr.matrixQR().diagonal().cwiseAbs().array().log10().matrix();
            q = qr.householderQ();
        }
        benchmark::DoNotOptimize(logs);
    }
}
BENCHMARK(bareQrLoop)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

void sweepAlone(benchmark::State& state)
{
    const std::vector<Eigen::MatrixXd> all = factors(static_cast<int>(state.range(0)));
    for ([[maybe_unused]] auto step : state) {
        numerics::ProductSpectrum product;
        for (const Eigen::MatrixXd& factor : all)
            product.multiply({factor, 0});
        benchmark::DoNotOptimize(product);
    }
}
BENCHMARK(sweepAlone)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

void spectrumOfProduct(benchmark::State& state) // at most twice bareQrLoop at 256
{
    const std::vector<Eigen::MatrixXd> all = factors(static_cast<int>(state.range(0)));
    for ([[maybe_unused]] auto step : state) {
        numerics::ProductSpectrum product;
        for (const Eigen::MatrixXd& factor : all)
            product.multiply({factor, 0});
        benchmark::DoNotOptimize(product.singularValues());
    }
}
BENCHMARK(spectrumOfProduct)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

void spectrumOfOneLayer(benchmark::State& state)
{
    const Eigen::MatrixXd layer = factors(static_cast<int>(state.range(0))).front();
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(numerics::singularValues(numerics::ScaledMatrix{layer, 0}));
}
BENCHMARK(spectrumOfOneLayer)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

void largestOfOneLayer(benchmark::State& state)
{
    const int size = static_cast<int>(state.range(0));
    const numerics::RowScaledMatrix layer{
        factors(size).front(), std::vector<std::int64_t>(static_cast<std::size_t>(size), 0)};
    for ([[maybe_unused]] auto step : state)
        benchmark::DoNotOptimize(numerics::largestSingularValue(layer));
}
BENCHMARK(largestOfOneLayer)->Arg(64)->Arg(256)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace deltascope

// SPDX-License-Identifier: GPL-3.0-or-later
// What plain Eigen reaches with every instruction of the processor that compiles this: the loop of train-large, and the
// QR loop of spectrum. A limit to compare with, never a part of the program. core/maths.md 1.2 to 1.4, 11.1.
#include <Eigen/Dense>

#include <benchmark/benchmark.h>

#include <array>
#include <barrier>
#include <random>
#include <thread>
#include <vector>

namespace {

constexpr std::array kSizes{784, 30, 30, 30, 30, 10};
constexpr std::size_t kLayers = kSizes.size() - 1;
constexpr int kExamples = 1000, kSteps = 500, kThreads = 2;

template <typename Number>
struct Loop {
    using Matrix = Eigen::Matrix<Number, Eigen::Dynamic, Eigen::Dynamic>;
    using Vector = Eigen::Matrix<Number, Eigen::Dynamic, 1>;

    /// What one thread has: half of the examples.
    struct Part {
        Matrix y;
        std::array<Matrix, kLayers + 1> a;
        std::array<Matrix, kLayers> delta, gradient;
        std::array<Vector, kLayers> sum;
    };
    std::array<Matrix, kLayers> w;
    std::array<Vector, kLayers> b;
    std::array<Part, kThreads> parts;
    Number recorded = 0;

    Loop()
    {
        std::mt19937_64 generator(1);
        std::normal_distribution<double> normal;
        std::uniform_real_distribution<double> uniform;
        const auto at = [](std::size_t layer) { return static_cast<Eigen::Index>(kSizes[layer]); };
        for (std::size_t l = 0; l < kLayers; ++l) {
            w[l] = Matrix::NullaryExpr(
                at(l + 1), at(l), [&] { return static_cast<Number>(normal(generator) / std::sqrt(kSizes[l])); });
            b[l] = Vector::NullaryExpr(at(l + 1), [&] { return static_cast<Number>(normal(generator)); });
        }
        for (Part& part : parts) {
            const Eigen::Index count = kExamples / kThreads;
            part.y = Matrix::Zero(at(kLayers), count);
            for (Eigen::Index x = 0; x < count; ++x)
                part.y(x % at(kLayers), x) = 1;
            part.a[0] = Matrix::NullaryExpr(
                at(0), count, [&] { return static_cast<Number>(uniform(generator) < 0.8 ? 0 : uniform(generator)); });
            for (std::size_t l = 0; l < kLayers; ++l) {
                part.a[l + 1].resize(at(l + 1), count);
                part.delta[l].resize(at(l + 1), count);
                part.gradient[l].resize(at(l + 1), at(l));
            }
        }
    }

    void pass(Part& part)
    {
        for (std::size_t l = 0; l < kLayers; ++l) {
            Matrix& z = part.a[l + 1];
            z.noalias() = w[l] * part.a[l];
            z.colwise() += b[l];
            z.array() = 1 / (1 + (-z.array()).exp());
        }
        part.delta.back() = part.a.back() - part.y;
        for (std::size_t l = kLayers; l-- > 0;) {
            part.sum[l] = part.delta[l].rowwise().sum();
            part.gradient[l].noalias() = part.delta[l] * part.a[l].transpose();
            if (l == 0)
                break;
            part.delta[l - 1].noalias() = w[l].transpose() * part.delta[l];
            part.delta[l - 1].array() *= part.a[l].array() * (1 - part.a[l].array());
        }
    }

    void step()
    {
        constexpr Number kRate = Number(0.1), kDecay = 5;
        for (std::size_t l = 0; l < kLayers; ++l) {
            const Vector mean = (parts[0].sum[l] + parts[1].sum[l]) / kExamples;
            recorded += mean.norm();
            w[l] = (1 - kRate * kDecay / kExamples) * w[l]
                - (kRate / kExamples) * (parts[0].gradient[l] + parts[1].gradient[l]);
            b[l] -= kRate * mean;
        }
    }
};

template <typename Number>
void bareTraining(benchmark::State& state)
{
    for ([[maybe_unused]] auto each : state) {
        state.PauseTiming();
        Loop<Number> loop;
        state.ResumeTiming();
        std::barrier passed(kThreads, [&]() noexcept { loop.step(); });
        std::vector<std::jthread> threads;
        for (int t = 0; t < kThreads; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < kSteps; ++i) {
                    loop.pass(loop.parts[static_cast<std::size_t>(t)]);
                    passed.arrive_and_wait();
                }
            });
        threads.clear();
        benchmark::DoNotOptimize(loop.recorded);
    }
}
BENCHMARK(bareTraining<double>)->Name("bareTraining/float64")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(bareTraining<float>)->Name("bareTraining/float32")->Unit(benchmark::kMillisecond)->UseRealTime();

void bareQrLoop(benchmark::State& state)
{
    constexpr Eigen::Index kSize = 256;
    std::mt19937_64 generator(1);
    std::normal_distribution<double> normal;
    std::vector<Eigen::MatrixXd> factors;
    for (int i = 0; i < 30; ++i)
        factors.push_back(Eigen::MatrixXd::NullaryExpr(kSize, kSize, [&] { return normal(generator); }));
    for ([[maybe_unused]] auto each : state) {
        Eigen::MatrixXd q = Eigen::MatrixXd::Identity(kSize, kSize), turned(kSize, kSize);
        Eigen::VectorXd logs = Eigen::VectorXd::Zero(kSize);
        for (const Eigen::MatrixXd& factor : factors) {
            turned.noalias() = factor * q;
            const Eigen::HouseholderQR<Eigen::MatrixXd> qr(turned);
            logs += qr.matrixQR().diagonal().cwiseAbs().array().log10().matrix();
            q = qr.householderQ();
        }
        benchmark::DoNotOptimize(logs);
    }
}
BENCHMARK(bareQrLoop)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();

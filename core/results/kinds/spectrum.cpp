// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/memory_need.h"
#include "results/result_kind.h"
#include "theory/jacobian/network_spectrum.h"

namespace deltascope::results {

namespace {

std::shared_ptr<const jacobian::NetworkSpectrum> compute(
    const ResultInputs& in, const Refined<jacobian::NetworkSpectrum>& refined)
{
    return shared(jacobian::networkSpectrum(in.network(), *in.data,
        jacobian::sampledLayers(in.scenario, in.question.layer), in.stop, [&](const jacobian::NetworkSpectrum& soFar) {
            refined(std::make_shared<const jacobian::NetworkSpectrum>(soFar));
        }));
}

double share(const jacobian::NetworkSpectrum& spectrum)
{
    return spectrum.complete ? 1 : static_cast<double>(spectrum.layers.size()) / spectrum.wanted;
}

bool sameLayers(const model::Scenario& scenario, int one, int other)
{
    return jacobian::sampledLayers(scenario, one).factors == jacobian::sampledLayers(scenario, other).factors;
}

} // namespace

extern const ResultKind spectrum{
    .id = "spectrum",
    .work = translatable("core", "Singular values"),
    .rank = 60,
    .value = resultValue<compute, share>(),
    .dependsOn = {model::Dependency::network, model::Dependency::step, model::Dependency::layer,
        model::Dependency::point},
    .ofPins = true,
    .applies = [](const model::Scenario& scenario, const model::Question&) { return jacobian::hasSpectrum(scenario); },
    .sameLayers = sameLayers,
    .memory = [](const model::Scenario& scenario, const model::Question&, int) { return spectrumMemory(scenario); },
};

} // namespace deltascope::results

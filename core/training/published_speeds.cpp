// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/published_speeds.h"

#include "base/registry.h"
#include "data/dataset_kind.h"
#include "training/optimizer.h"

#include <cmath>

namespace deltascope::training {

namespace {

#include "published_tables.inc"

constexpr std::string_view kHisData = "mnist";
const PublishedSpeeds kNielsen[] = {
    {2, kHisData, kNorms2, kBands2}, {3, kHisData, kNorms3, kBands3}, {4, kHisData, kNorms4, kBands4}};

// His set-up, with so many hidden layers.
model::Scenario setUp(int hiddenLayers)
{
    model::Scenario scenario;
    scenario.depth = hiddenLayers + 1;
    scenario.width = 30;
    scenario.inputs = 784;
    scenario.outputs = 10;
    scenario.initializer = "scaled_normal";
    scenario.data = kHisData;
    scenario.examples = 1000;
    scenario.loss = "cross_entropy";
    scenario.optimizer = "sgd";
    scenario.learningRate = 0.1;
    scenario.weightDecay = 5;
    return scenario;
}

double between(double from, double to, double share)
{
    return std::exp(std::log(from) + share * (std::log(to) - std::log(from)));
}

} // namespace

double PublishedSpeeds::norm(int epoch, int layer) const
{
    return norms[static_cast<std::size_t>(epoch * hiddenLayers + layer - 1)];
}

PublishedSpeeds::Band PublishedSpeeds::band(int i, int layer) const
{
    const auto row = bands.subspan(static_cast<std::size_t>(i) * (1 + 3 * static_cast<std::size_t>(hiddenLayers)));
    const auto first = 1 + 3 * (static_cast<std::size_t>(layer) - 1);
    return {static_cast<int>(row[0]), row[first], row[first + 1], row[first + 2]};
}

std::optional<PublishedSpeeds::Band> PublishedSpeeds::bandAt(double epoch, int layer) const
{
    for (int i = 0; i + 1 < bandCount(); ++i) {
        const Band left = band(i, layer), right = band(i + 1, layer);
        if (epoch < left.epoch || epoch > right.epoch)
            continue;
        const double share = (epoch - left.epoch) / (right.epoch - left.epoch);
        return Band{static_cast<int>(epoch), between(left.p05, right.p05, share),
            between(left.median, right.median, share), between(left.p95, right.p95, share)};
    }
    return std::nullopt;
}

const PublishedSpeeds* publishedSpeeds(const model::Scenario& scenario)
{
    for (const PublishedSpeeds& published : kNielsen) {
        model::Scenario alike = setUp(published.hiddenLayers);
        // What has no bearing on it:
        alike.seed = scenario.seed;
        alike.epochs = scenario.epochs;
        alike.holdout = scenario.holdout;
        alike.weight = scenario.weight;
        alike.bias = scenario.bias;
        alike.biasDeviation = scenario.biasDeviation;
        alike.layers = scenario.layers;
        alike.input = scenario.input;
        alike.target = scenario.target;
        alike.meanSquare = scenario.meanSquare;
        alike.momentum = scenario.momentum;
        alike.momentumSchedule = scenario.momentumSchedule;
        for (const OptimizerNumber* number : optimizerNumbers())
            alike.*number->member = scenario.*number->member;
        if (scenario.batch >= scenario.examples)
            alike.batch = scenario.batch; // all of them too
        if (scenario.data == findKind(data::datasetsRegistry(), kHisData)->standIn)
            alike.data = scenario.data;
        if (alike == scenario)
            return &published;
    }
    return nullptr;
}

} // namespace deltascope::training

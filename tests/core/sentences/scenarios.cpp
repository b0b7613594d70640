// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sentences/scenarios.h"

#include "core/sentences/arithmetic/own_activations.h"

#include "base/registry.h"
#include "data/dataset.h"
#include "documents/link.h"
#include "network/activations/activation.h"
#include "network/initializer.h"
#include "network/losses/loss.h"
#include "parameters/parameters.h"

#include <algorithm>
#include <cmath>

namespace deltascope::sentences {
namespace {

template <class Kind>
std::vector<std::string> idsOf(std::span<const Kind* const> registry)
{
    std::vector<std::string> ids;
    for (const Kind* kind : registry)
        ids.emplace_back(kind->id);
    std::ranges::sort(ids);
    return ids;
}

/// Rules that came later: drawn by `ownLayers` alone, so that the scenarios of the other kinds stay the same.
constexpr std::string_view kLater[] = {
    "kumar_normal", "random_walk", "uniform_biased", "scaled_identity", "lsuv", "fixup", "from_file"};

/// Activations that came later: drawn by `laterActivations` alone.
constexpr std::string_view kLaterActivations[] = {"formula", "hard_tanh", "mish", "step"};

const std::vector<std::string>& firstActivations()
{
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> all = idsOf(activations::activationsRegistry());
        std::erase_if(all, [](const std::string& id) {
            return std::ranges::find(kLaterActivations, id) != std::end(kLaterActivations);
        });
        return all;
    }();
    return ids;
}

std::vector<std::string> rules(bool random)
{
    std::vector<std::string> ids;
    for (const network::Initializer* rule : network::initializersRegistry())
        if ((rule->weightVariance != nullptr) == random && std::ranges::find(kLater, rule->id) == std::end(kLater))
            ids.emplace_back(rule->id);
    std::ranges::sort(ids);
    return ids;
}

double someWeight(RandomNumbers& draw)
{
    const double plain = draw.oneOf<double>({0.5, 1, 1, 2, 3, 4, 4.5, 6.9, 10, 20, 100, 0.1, 1e3, 1e-3});
    const double weight = draw.chance(0.3) ? draw.between(0, 8) : plain;
    return draw.chance(0.3) ? -weight : weight;
}

double someBias(RandomNumbers& draw)
{
    return draw.chance(0.4) ? 0 : draw.chance(0.2) ? draw.between(-60, 60) : draw.between(-3, 3);
}

void someLayers(RandomNumbers& draw, model::Scenario& scenario)
{
    for (int l = 1; l <= scenario.depth; ++l) {
        if (!draw.chance(1.5 / scenario.depth))
            continue;
        model::LayerSetting setting{l, {}, {}};
        if (draw.chance(0.6))
            setting.weight = draw.chance(0.15) ? 0 : someWeight(draw);
        if (!setting.weight || draw.chance(0.4))
            setting.bias = someBias(draw);
        scenario.layers.push_back(setting);
    }
}

void someActivations(RandomNumbers& draw, model::Scenario& scenario)
{
    const std::vector<std::string>& ids = firstActivations();
    scenario.activation = draw.chance(0.35) ? "sigmoid" : draw.oneOf(ids);
    scenario.outputActivation = draw.chance(0.5) ? scenario.activation : draw.chance(0.5) ? "sigmoid" : draw.oneOf(ids);
}

/// A cost that goes with the output, and a target.
void someLoss(RandomNumbers& draw, model::Scenario& scenario)
{
    const double choice = draw.uniform();
    if (choice < 0.2) {
        scenario.loss = "cross_entropy";
        scenario.outputActivation = "sigmoid";
    } else if (choice < 0.3) {
        scenario.loss = "softmax";
        scenario.outputActivation = "identity";
    }
    scenario.target = draw.oneOf<double>({0, 0, 1, 0.5, 2, -1, 0.25});
}

void someView(RandomNumbers& draw, model::Document& document)
{
    model::ViewState& view = document.view;
    document.question.layer = draw.chance(0.5) ? 0 : draw.whole(1, document.scenario.depth);
    document.question.k = draw.oneOf<double>({1, 1, 2, 10, 0.1});
    view.speed = draw.oneOf<std::string>({"both", "bias", "weight"});
    view.average = draw.oneOf<std::string>({"norm_of_mean", "mean_of_norms", "rms"});
    view.gradient = draw.oneOf<std::string>({"log", "signed"});
    document.question.seeds = 2;
}

model::Scenario chain(RandomNumbers& draw)
{
    model::Scenario scenario;
    scenario.depth = draw.whole(1, 12);
    someActivations(draw, scenario);
    scenario.initializer = draw.chance(0.2) ? draw.oneOf(rules(true)) : draw.chance(0.3) ? "balanced" : "constant";
    scenario.weight = someWeight(draw);
    scenario.bias = someBias(draw);
    scenario.gain = draw.oneOf<double>({1, 1, 2, 0.5, 10});
    scenario.biasDeviation = draw.oneOf<double>({0, 0, 0.5});
    scenario.seed = draw.whole(1, 1000);
    scenario.input = draw.oneOf<double>({1, 0.5, 0, -1, 0.51, 0.3, 2});
    someLoss(draw, scenario);
    if (draw.chance(0.5))
        someLayers(draw, scenario);
    if (draw.chance(0.3))
        scenario.residual = draw.oneOf<double>({1, 0.5, 1, 2});
    return scenario;
}

model::Scenario deepChain(RandomNumbers& draw)
{
    model::Scenario scenario = chain(draw);
    scenario.depth = draw.whole(13, 200);
    scenario.layers.clear();
    if (draw.chance(0.4))
        someLayers(draw, scenario);
    scenario.weight = draw.chance(0.4) ? draw.oneOf<double>({1e3, -1e3, 100, 3, 25}) : scenario.weight;
    return scenario;
}

/// What stands on an edge: balanced knife edges, z = 0 at a kink, dead and saturated units, weights of 0.
model::Scenario edge(RandomNumbers& draw)
{
    model::Scenario scenario = chain(draw);
    scenario.initializer = "constant";
    scenario.layers.clear();
    switch (draw.whole(0, 6)) {
    case 0: // w = 100, b = −50
        scenario.weight = draw.oneOf<double>({4, 6, 10, 20, 100});
        scenario.bias = -scenario.weight / 2;
        scenario.input = draw.oneOf<double>({0.5, 0.51, 0.5, 0.499});
        scenario.activation = scenario.outputActivation = "sigmoid";
        break;
    case 1:
        scenario.initializer = "balanced";
        scenario.weight = draw.oneOf<double>({4, 10, 100, 0.5, -4});
        someLayers(draw, scenario);
        break;
    case 2: // kinks, dead units
        scenario.activation = draw.oneOf<std::string>({"relu", "leaky_relu", "selu", "elu"});
        scenario.outputActivation = draw.oneOf<std::string>({"relu", "identity", "sigmoid"});
        scenario.weight = draw.oneOf<double>({1, -1, 3, -3, 2, 100});
        scenario.bias = draw.oneOf<double>({0, -1, 1, -3});
        scenario.input = draw.oneOf<double>({1, -1, 0, 3});
        break;
    case 3:
        scenario.weight = 0;
        break;
    case 4: // saturated everywhere
        scenario.bias = draw.oneOf<double>({20, -30, 1000, 1e6});
        break;
    case 5: // a = y, or nearly
        scenario.activation = scenario.outputActivation = draw.oneOf<std::string>({"identity", "relu", "tanh"});
        scenario.weight = 1;
        scenario.bias = 0;
        scenario.input = scenario.target = draw.oneOf<double>({0, 1, 0.5, 2});
        break;
    default: // exponents' own end
        scenario.activation = draw.oneOf<std::string>({"relu", "identity", "softplus", "swish"});
        scenario.outputActivation = "sigmoid";
        scenario.weight = draw.oneOf<double>({3, 100, 1e3, 2});
        scenario.depth = draw.whole(5, 60);
        scenario.bias = 0;
        break;
    }
    if (scenario.loss == "cross_entropy")
        scenario.outputActivation = "sigmoid";
    if (scenario.loss == "softmax")
        scenario.outputActivation = "identity";
    return scenario;
}

model::Scenario chainBatch(RandomNumbers& draw)
{
    model::Scenario scenario = chain(draw);
    scenario.examples = draw.whole(2, 6);
    scenario.data = draw.oneOf<std::string>({"gaussian", "uniform", "gaussian", "constant"});
    scenario.meanSquare = draw.oneOf<double>({0.1, 1, 10});
    return scenario;
}

model::Scenario wide(RandomNumbers& draw)
{
    model::Scenario scenario;
    scenario.depth = draw.whole(1, 8);
    scenario.width = draw.whole(1, 12);
    scenario.inputs = draw.whole(1, 8);
    scenario.outputs = draw.whole(1, 4);
    someActivations(draw, scenario);
    scenario.initializer = draw.chance(0.85) ? draw.oneOf(rules(true)) : draw.oneOf(rules(false));
    scenario.weight = someWeight(draw);
    scenario.bias = someBias(draw);
    scenario.gain = draw.oneOf<double>({1, 1, 1.5, 0.5, 3, 5.0 / 3});
    scenario.biasDeviation = draw.oneOf<double>({0, 0, 0.3, 1});
    scenario.seed = draw.whole(1, 1000);
    scenario.data = draw.oneOf<std::string>({"gaussian", "uniform", "constant"});
    scenario.meanSquare = draw.oneOf<double>({0.1, 1, 1, 4});
    scenario.input = draw.oneOf<double>({1, 0.5, -1});
    scenario.examples = draw.oneOf<int>({1, 1, 2, 3, 8});
    someLoss(draw, scenario);
    if (draw.chance(0.25))
        scenario.residual = draw.oneOf<double>({1, 1, 0.5});
    return scenario;
}

model::Scenario deepWide(RandomNumbers& draw)
{
    model::Scenario scenario = wide(draw);
    scenario.depth = draw.whole(10, 40);
    scenario.width = draw.oneOf<int>({8, 16, 24, 64});
    scenario.examples = scenario.width < 64 ? draw.whole(1, 3) : 1;
    if (draw.chance(0.4)) {
        scenario.activation = "relu";
        scenario.initializer = "he_normal";
        scenario.gain = draw.oneOf<double>({1, 1, 1.5});
    }
    return scenario;
}

model::Scenario corner(RandomNumbers& draw)
{
    model::Scenario scenario = wide(draw);
    switch (draw.whole(0, 5)) {
    case 0:
        scenario.gain = 0;
        break;
    case 1:
        scenario.gain = draw.oneOf<double>({1e3, 100, 1e-3});
        scenario.depth = draw.whole(2, 20);
        break;
    case 2: // dead
        scenario.activation = "relu";
        scenario.outputActivation = draw.oneOf<std::string>({"relu", "identity"});
        scenario.width = draw.whole(1, 3);
        break;
    case 3: // alike neurons
        scenario.initializer = "constant";
        break;
    case 4:
        scenario.meanSquare = draw.oneOf<double>({0, 1e6, 1e-6});
        break;
    default:
        scenario.data = "constant";
        scenario.input = draw.oneOf<double>({0, 1e6, -1e6});
        break;
    }
    if (scenario.loss == "cross_entropy")
        scenario.outputActivation = "sigmoid";
    if (scenario.loss == "softmax")
        scenario.outputActivation = "identity";
    return scenario;
}

model::Scenario normalized(RandomNumbers& draw)
{
    model::Scenario scenario = wide(draw);
    scenario.normalization = !draw.chance(0.5) ? "batch" : scenario.seed % 2 == 0 ? "layer" : "rms";
    scenario.depth = draw.whole(2, 10);
    scenario.width = scenario.normalization == "batch" ? draw.whole(1, 8) : draw.whole(2, 8);
    scenario.examples = scenario.normalization == "batch" ? draw.whole(2, 8) : draw.whole(1, 4);
    if (draw.chance(0.3))
        scenario.activation = "identity";
    return scenario;
}

model::Scenario data(RandomNumbers& draw)
{
    model::Scenario scenario = wide(draw);
    scenario.examples = draw.whole(4, 12);
    scenario.loss = "quadratic";
    scenario.outputActivation = "sigmoid";
    return parameters::withData(
        scenario, draw.oneOf<std::string>({"xor", "circles", "spirals", "gaussians", "identity"}));
}

/// Widths and activations of single layers.
model::Scenario ownLayers(RandomNumbers& draw)
{
    const std::vector<std::string>& ids = firstActivations();
    const bool inChain = draw.chance(0.4), straight = draw.chance(0.4);
    model::Scenario scenario = inChain ? chain(draw) : draw.chance(0.5) ? normalized(draw) : wide(draw);
    scenario.depth = draw.whole(3, 9);
    if (!inChain && straight) { // as the law of finite width has them
        scenario.initializer = "he_normal";
        scenario.activation = "relu";
        scenario.gain = 1;
    }
    if (!inChain && !straight && draw.chance(0.3))
        scenario.initializer = draw.oneOf<std::string>({"kumar_normal", "random_walk", "uniform_biased"});
    scenario.layers.clear();
    for (int l = 1; l < scenario.depth; ++l) {
        model::LayerSetting own{.layer = l};
        if (!inChain && draw.chance(0.5))
            own.width = draw.whole(2, 12);
        if (draw.chance(0.5))
            own.activation = straight ? draw.oneOf<std::string>({"relu", "identity", "leaky_relu"}) : draw.oneOf(ids);
        if (inChain && draw.chance(0.3))
            own.weight = someWeight(draw);
        if (!own.empty())
            scenario.layers.push_back(own);
    }
    return scenario;
}

/// Layers that share their weights.
model::Scenario tied(RandomNumbers& draw)
{
    model::Scenario scenario = draw.chance(0.4) ? chain(draw) : draw.chance(0.3) ? normalized(draw) : wide(draw);
    scenario.depth = draw.whole(4, 12);
    scenario.layers.clear();
    scenario.tied = true;
    if (scenario.loss == "softmax") // whose δ cancel under equal weights, exactly, which the oracle cannot tell
        scenario.loss = "quadratic";
    return scenario;
}

/// Places of a normalization, scales of residual connections, dropout, and the start values made for them.
model::Scenario remedied(RandomNumbers& draw)
{
    const bool inChain = draw.chance(0.25);
    model::Scenario scenario = inChain ? chain(draw) : draw.chance(0.6) ? normalized(draw) : wide(draw);
    scenario.depth = draw.whole(2, 10);
    scenario.layers.clear();
    if (draw.chance(0.7))
        scenario.residual = draw.oneOf<double>({1, 1, 0.5});
    scenario.residualScale = draw.oneOf<std::string>({"constant", "inverse_root_depth", "learned_zero"});
    scenario.normPosition = draw.oneOf<std::string>({"after", "before", "post_residual"});
    if (!inChain && draw.chance(0.4)) {
        scenario.dropout = draw.oneOf<double>({0.1, 0.2, 0.5});
        scenario.width = draw.whole(4, 10); // or a mask leaves nothing
    }
    if (!inChain && draw.chance(0.3))
        scenario.initializer = draw.oneOf<std::string>({"lsuv", "fixup"});
    if (scenario.loss == "softmax") // whose δ cancel under equal weights
        scenario.loss = "quadratic";
    return scenario;
}

/// Steps with an input each, and layers that keep a share of theirs.
model::Scenario recurrent(RandomNumbers& draw)
{
    model::Scenario scenario = tied(draw);
    scenario.gate = draw.oneOf<std::string>({"none", "leaky", "gru"});
    scenario.leak = draw.oneOf<double>({0.01, 0.3, 0.5, 0.9});
    scenario.feed = draw.chance(0.6) ? "every" : "first";
    if (scenario.width == 1
        && scenario.initializer == "orthogonal") // 1 but for rounding, which four digits do not show
        scenario.initializer = "constant";
    return scenario;
}

/// Activations that came later, leaky ReLU with a slope of its own, and typed ones, in any layers.
model::Scenario laterActivations(RandomNumbers& draw)
{
    const std::vector<std::string> ids{"formula", "hard_tanh", "mish", "step", "leaky_relu"};
    model::Scenario scenario = draw.chance(0.5) ? chain(draw) : draw.chance(0.5) ? normalized(draw) : wide(draw);
    if (scenario.normalization == "batch" && scenario.data == "constant")
        scenario.data = "gaussian"; // of equal examples what is left is rounding
    scenario.slope = draw.oneOf<double>({0.01, 0.25, 0, 1, -0.5, 2});
    const auto formulas = typedFormulas();
    const std::string text(formulas[static_cast<std::size_t>(draw.whole(0, static_cast<int>(formulas.size()) - 1))]);
    scenario.formula = *formula::Formula::parsed(text);
    scenario.activation = draw.oneOf(ids);
    if (scenario.loss == "quadratic" && draw.chance(0.5))
        scenario.outputActivation = draw.oneOf(ids);
    for (model::LayerSetting& own : scenario.layers)
        own.activation.reset();
    std::erase_if(scenario.layers, [](const model::LayerSetting& own) { return own.empty(); });
    if (draw.chance(0.4) && scenario.layers.empty())
        for (int l = 1; l < scenario.depth; ++l)
            if (draw.chance(0.4))
                scenario.layers.push_back({.layer = l, .activation = draw.oneOf(ids)});
    return scenario;
}

struct Kind {
    std::string_view name;
    model::Scenario (*draw)(RandomNumbers&);
};

constexpr Kind kKinds[] = {{"chain", chain}, {"deep_chain", deepChain}, {"edge", edge}, {"chain_batch", chainBatch},
    {"wide", wide}, {"deep_wide", deepWide}, {"corner", corner}, {"normalized", normalized}, {"data", data},
    {"own_layers", ownLayers}, {"tied", tied}, {"remedied", remedied}, {"recurrent", recurrent},
    {"later_activations", laterActivations}};

} // namespace

std::uint64_t RandomNumbers::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

const std::vector<std::string_view>& scenarioKinds()
{
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const Kind& kind : kKinds)
            all.push_back(kind.name);
        return all;
    }();
    return names;
}

model::Document randomScenario(std::string_view kind, std::uint64_t number)
{
    const Kind& found = *std::ranges::find(kKinds, kind, &Kind::name);
    RandomNumbers draw((number + 1) * 1000003 + static_cast<std::uint64_t>(&found - kKinds));
    for (;;) {
        model::Document document;
        document.scenario = found.draw(draw);
        someView(draw, document);
        if (document.scenario.tied && kind == "recurrent" && draw.chance(0.5))
            document.view.network = "folded";
        if (!parameters::validate(document.scenario)
            && data::makeDataset(document.scenario)) // else the parts do not go together
            return document;
    }
}

model::Document trained(model::Document document, RandomNumbers& draw)
{
    model::Scenario& scenario = document.scenario;
    scenario.optimizer = draw.oneOf<std::string>({"sgd", "momentum", "nesterov", "adam"});
    scenario.learningRate = draw.oneOf<double>({0.1, 1, 0.01, 10, 1e4});
    scenario.epochs = draw.whole(1, 8);
    scenario.batch = scenario.normalization == "batch" || draw.chance(0.6) ? 0 : draw.whole(1, scenario.examples);
    scenario.weightDecay = draw.chance(0.2) ? 0.1 : 0;
    document.view.compare = draw.oneOf<std::string>({"cost", "accuracy", "first_speed"});
    return document;
}

std::string asOptions(const model::Document& document, bool withView)
{
    const std::string link = documents::writeLink(document);
    std::string options;
    const std::size_t query = link.find('?');
    for (std::size_t i = query == std::string::npos ? link.size() : query + 1, next; i < link.size(); i = next + 1) {
        next = std::min(link.find('&', i), link.size());
        std::string each;
        for (std::size_t k = i; k < next; ++k)
            if (link[k] == '%' && k + 2 < next) {
                each += static_cast<char>(std::stoi(link.substr(k + 1, 2), nullptr, 16));
                k += 2;
            } else {
                each += link[k];
            }
        if (each.find(' ') != std::string::npos)
            each = "'" + each + "'";
        const bool view = each.starts_with("view.") || each.starts_with("question.");
        if (!view || withView)
            options += view ? " --view " + each.substr(each.find('.') + 1) : " --set " + each;
    }
    return options;
}

} // namespace deltascope::sentences

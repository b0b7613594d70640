// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "evaluation/evaluation.h"
#include "model/document.h"
#include "theory/explosion/explosion_set.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace deltascope::evaluation {
struct LayerDistributions;
struct NeuronSample;
} // namespace deltascope::evaluation
namespace deltascope::formats {
struct FormatArithmetic;
}
namespace deltascope::jacobian {
struct NetworkSpectrum;
}
namespace deltascope::mean_field {
struct MeanFieldPrediction;
struct PhaseDiagram;
} // namespace deltascope::mean_field
namespace deltascope::training {
struct TrainingProgress;
}

namespace deltascope::results {

struct SeedsBand;
struct SpeedRatios;
struct BalanceByChance;
struct Ladder;

/// The results that a figure may ask for, of the scenario and of the pinned ones; only what a visible figure needs is
/// computed.
enum class Need : unsigned {
    evaluation = 1,
    explosionSet = 2,
    distributions = 4, ///< histograms of z, a, f′ and δ by layer
    seeds = 8, ///< speeds over many seeds
    spectrum = 16, ///< singular values of the factors and of their product
    theory = 32, ///< mean field
    speedRatios = 64, ///< first over last speed at every depth up to this one
    balance = 128, ///< how often chance gives balance
    phase = 256, ///< χ₁ over σ_w and σ_b
    ladder = 512, ///< the same seed through the remedies
    neurons = 1024, ///< z, a and δ of single neurons of a wide network
    course = 2048, ///< of a training, from its start on
    courses = 4096, ///< of the pinned scenarios' trainings beside it
    formats = 8192, ///< what the float formats that may lose something compute
    allFormats = 16384, ///< what every float format computes, subnormal numbers kept and flushed
};
using Needs = unsigned; ///< Need values joined with |
constexpr Needs operator|(Need left, Need right)
{
    return static_cast<Needs>(left) | static_cast<Needs>(right);
}
constexpr Needs operator|(Needs left, Need right)
{
    return left | static_cast<Needs>(right);
}
constexpr Needs needs(Need need)
{
    return static_cast<Needs>(need);
}
constexpr bool contains(Needs all, Need need)
{
    return (all & static_cast<Needs>(need)) != 0;
}

/// What was found of one scenario, by name: derived, never edited, never saved. What has not been computed is null.
struct Results {
    model::Scenario scenario;
    std::shared_ptr<const evaluation::Evaluation> evaluation;
    std::shared_ptr<const explosion::ExplosionSet> explosionSet;
    std::shared_ptr<const evaluation::LayerDistributions> distributions;
    std::shared_ptr<const SeedsBand> seeds;
    std::shared_ptr<const jacobian::NetworkSpectrum> spectrum;
    std::shared_ptr<const mean_field::MeanFieldPrediction> theory;
    std::shared_ptr<const SpeedRatios> speedRatios;
    std::shared_ptr<const BalanceByChance> balance;
    std::shared_ptr<const mean_field::PhaseDiagram> phase;
    std::shared_ptr<const Ladder> ladder;
    std::shared_ptr<const evaluation::NeuronSample> neurons;
    std::shared_ptr<const training::TrainingProgress> course;
    std::shared_ptr<const formats::FormatArithmetic> formats;
};

/// Of a pinned scenario, with the start values.
struct PinnedResult : Results {
    std::string name;
    std::optional<Error> failure = {}; ///< why there are no data of it, and so no results
};

/// Of the scenario, and of the pinned ones beside it.
struct Snapshot : Results {
    std::uint64_t generation = 0; ///< newer requests have larger numbers; results of older ones are dropped
    std::optional<Error> failure; ///< why there are no data, and so nothing else
    Needs refused = 0; ///< what would take more memory than there may be: it never comes,
    std::optional<Error> refusal; ///< and why
    std::shared_ptr<const data::Dataset> data;
    std::int64_t step = 0; ///< of training, before which the network stands; 0: its start values
    std::shared_ptr<const network::Network> network;
    std::vector<PinnedResult> pins;
};

/// Why the scenario has no results, or, where it has, why the first of the pinned ones that has none has none: one
/// sentence that names the pin.
std::optional<Error> failureOf(const Snapshot& snapshot);

/// Called on the computing thread with what is there so far, as results arrive or are refined; empty: nobody watches.
using Publish = std::function<void(const Snapshot&)>;

/// Told how far each result has come, from 0 to 1, on a thread of the computation.
using WatchNeed = std::function<void(Need need, double share)>;

/// A network in the midst of its training.
struct TrainedNetwork {
    std::int64_t step = 0; ///< steps made
    std::shared_ptr<const network::Network> network;
    std::shared_ptr<const data::Dataset> data;
};

/// What figures draw of the pinned scenarios too.
constexpr Needs kOfPins =
    Need::evaluation | Need::explosionSet | Need::distributions | Need::spectrum | Need::speedRatios | Need::balance;

/// Everything in `wanted`: what is quick first; data from the user's `folder` where the scenario asks for it. The
/// network is that of `moment`, where there is one, else that before step `view.step` of its training. Of the pinned
/// scenarios what there is in `ofPins` of kOfPins; without it what is wanted. Null results only where `stop` was
/// requested, where a need does not apply to the scenario (`applies`), and where it is refused.
Snapshot computeSnapshot(const model::Document& document, Needs wanted, const std::stop_token& stop = {},
    const Publish& publish = {}, const data::DataFolder& folder = {}, const TrainedNetwork& trainedNetwork = {},
    std::optional<Needs> ofPins = {}, const WatchNeed& watch = {});

/// Why there is nothing, or not all: `failure` or `refusal`.
std::optional<Error> problemOf(const Snapshot& snapshot);

/// Results on the network as it stands; the others are about its start values, or about a whole training.
constexpr Needs kOfTheNetwork = Need::evaluation | Need::explosionSet | Need::distributions | Need::spectrum
    | Need::neurons | Need::formats | Need::allFormats;
inline constexpr std::size_t kMaxCompared = 6; ///< trainings drawn together, the scenario's own among them
/// What training itself makes.
constexpr Needs kOfTraining = Need::course | Need::courses;

/// False where the absence of this result is the answer: no explosion set of a wide network, no theory of a chain set
/// by hand.
bool applies(Need need, const model::Scenario& scenario);

/// True where every result of `wanted` that applies and is not refused is there; those of the pins are not asked for.
bool isComplete(const Snapshot& snapshot, Needs wanted);

/// False where a result of `wanted` is about a choice of a deep network's layers without this one, or will be if it was
/// asked for without it. Layer 0 is none and missing nowhere.
bool includesLayer(const Snapshot& snapshot, Needs wanted, int layer);

/// What of `wanted` is drawn of pins and is not there for this one, or is about other layers or seeds than `view` asks.
Needs missingOfPin(const PinnedResult& pin, Needs wanted, const model::ViewState& view);

} // namespace deltascope::results

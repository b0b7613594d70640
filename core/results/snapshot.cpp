// SPDX-License-Identifier: GPL-3.0-or-later
#include "results/snapshot.h"

#include "base/parallel.h"
#include "evaluation/point.h"
#include "parameters/parameters.h"
#include "results/memory_need.h"
#include "results/snapshot_memory.h"
#include "results/whole_training.h"
#include "training/training_progress.h"

#include <algorithm>
#include <atomic>
#include <new>
#include <numeric>
#include <system_error>

namespace deltascope::results {

namespace {

bool applies(const ResultKind& kind, const Results& results)
{
    return !kind.applies || kind.applies(results.scenario, results.question);
}

bool isMissing(const ResultKind& kind, const Results& results)
{
    return applies(kind, results) && results.share(kind) < 1;
}

bool samePins(const Snapshot& one, const Snapshot& other)
{
    return std::ranges::equal(one.pins, other.pins, {}, &PinnedResult::scenario, &PinnedResult::scenario);
}

/// Computes results of one scenario into a snapshot of it.
class Bench {
public:
    Bench(Snapshot& snapshot, const Computing& how, int threads = 0)
        : m_snapshot(snapshot)
        , m_how(how)
        , m_threads(threads)
    {
    }

    /// The data and the network as it stands; neither where `stop` was requested or there are no data.
    void begin(bool ofTheStep);
    /// The result, unless it is there as a whole. `refined`: the snapshot holds more of it than before.
    void compute(const ResultKind& kind, const std::function<void()>& refined, const Watch& watch);

private:
    const network::Network& network();

    Snapshot& m_snapshot;
    const Computing& m_how;
    int m_threads;
};

void Bench::begin(bool ofTheStep)
{
    if (!m_snapshot.data) {
        Result<data::Dataset> data = data::makeDataset(m_snapshot.scenario, m_how.stop, m_how.folder);
        if (!data)
            m_snapshot.failure = data.error();
        if (!data || m_how.stop.stop_requested())
            return;
        m_snapshot.data = std::make_shared<const data::Dataset>(*std::move(data));
    }
    if (!m_snapshot.network && ofTheStep && m_snapshot.question.step > 0) {
        const Watch watch = m_how.watch
            ? Watch([this](double share) { m_how.watch(kindOf<training::TrainingProgress>(), share); })
            : Watch();
        if (const auto after =
                trained(m_snapshot.scenario, m_snapshot.data, 0, m_how.stop, {}, m_snapshot.question.step, watch)) {
            m_snapshot.network = after->network;
            m_snapshot.step = after->step;
        }
    }
}

const network::Network& Bench::network()
{
    if (!m_snapshot.network)
        m_snapshot.network =
            std::make_shared<const network::Network>(m_snapshot.scenario, *m_snapshot.data, m_how.stop);
    return *m_snapshot.network;
}

void Bench::compute(const ResultKind& kind, const std::function<void()>& refined, const Watch& watch)
{
    if (!isMissing(kind, m_snapshot))
        return;
    const bool alone = kind.dependsOn.contains(model::Dependency::point)
        && evaluation::looksAtPoint(m_snapshot.scenario, m_snapshot.question.point);
    const ResultInputs in{
        .scenario = m_snapshot.scenario,
        .question = m_snapshot.question,
        .folder = m_how.folder,
        .stop = m_how.stop,
        .watch = watch,
        .threads = m_threads,
        .data = alone
            ? std::make_shared<const data::Dataset>(evaluation::atPoint(*m_snapshot.data, m_snapshot.question.point))
            : m_snapshot.data,
        .network = [this]() -> const network::Network& { return network(); },
        .other =
            [this](const ResultKind& other) {
                compute(other, [] {}, {});
                return m_snapshot.get(other);
            },
    };
    const auto take = [&](AnyResult part) {
        if (watch && kind.value.share)
            watch(kind.value.share(part.get()));
        m_snapshot.putFiner(kind, std::move(part));
        refined();
    };
    if (AnyResult whole = kind.value.compute(in, take))
        m_snapshot.putFiner(kind, std::move(whole));
}

/// The pinned scenarios while their results are computed.
class PinnedBenches {
public:
    PinnedBenches(Snapshot& snapshot, const Computing& how);

    /// The results of one kind, one after another or side by side.
    void compute(const ResultKind& kind, const std::function<void()>& refined);

private:
    void computeOne(const ResultKind& kind, std::size_t i, int threads, const Watch& watch);
    void computeSideBySide(const ResultKind& kind, const std::vector<std::size_t>& pins);
    Watch watchOf(const ResultKind& kind) const;

    Snapshot& m_snapshot;
    const Computing& m_how;
    std::vector<Snapshot> m_works; // their data and networks, made when first needed
};

PinnedBenches::PinnedBenches(Snapshot& snapshot, const Computing& how)
    : m_snapshot(snapshot)
    , m_how(how)
    , m_works(snapshot.pins.size())
{
    for (std::size_t i = 0; i < m_works.size(); ++i)
        static_cast<Results&>(m_works[i]) = snapshot.pins[i];
}

Watch PinnedBenches::watchOf(const ResultKind& kind) const
{
    return m_how.watch ? Watch([this, &kind](double share) { m_how.watch(kind, share); }) : Watch();
}

void PinnedBenches::computeOne(const ResultKind& kind, std::size_t i, int threads, const Watch& watch)
{
    Snapshot& work = m_works[i];
    Bench bench(work, m_how, threads);
    bench.begin(false);
    m_snapshot.pins[i].failure = work.failure;
    if (work.failure || !work.data || m_how.stop.stop_requested())
        return;
    bench.compute(
        kind, [] {}, watch);
    static_cast<Results&>(m_snapshot.pins[i]) = work;
}

void PinnedBenches::computeSideBySide(const ResultKind& kind, const std::vector<std::size_t>& pins)
{
    const Watch watch = watchOf(kind);
    std::vector<std::atomic<double>> shares(pins.size());
    parallelFor(pins.size(), m_how.stop, [&](std::size_t i) {
        const Watch own = [&](double share) {
            shares[i] = share;
            watch(std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size()));
        };
        computeOne(kind, pins[i], 1, watch ? own : Watch());
        shares[i] = 1;
    });
}

void PinnedBenches::compute(const ResultKind& kind, const std::function<void()>& refined)
{
    std::vector<std::size_t> pins;
    for (std::size_t i = 0; i < std::min(m_works.size(), kind.mostPins); ++i)
        if (isMissing(kind, m_works[i]) && !m_works[i].failure)
            pins.push_back(i);
    if (kind.sideBySide) {
        computeSideBySide(kind, pins);
        return;
    }
    for (const std::size_t i : pins)
        if (!m_how.stop.stop_requested()) {
            computeOne(kind, i, 0, watchOf(kind));
            refined();
        }
}

/// What is known of the document, with the data and the network of the moment.
Snapshot begun(const model::Document& document, Needs wanted, const Computing& how)
{
    Snapshot snapshot;
    snapshot.scenario = document.scenario;
    snapshot.question = document.question;
    snapshot.setPins(document.pins);
    if (how.known)
        snapshot.take(*how.known);
    Bench bench(snapshot, how);
    bench.begin(dependsOn(wanted.own(), model::Dependency::step));
    if (!snapshot.failure && snapshot.data && !snapshot.network && !how.stop.stop_requested())
        snapshot.network = std::make_shared<const network::Network>(snapshot.scenario, *snapshot.data, how.stop);
    return snapshot;
}

Snapshot computeAll(const model::Document& document, Needs wanted, const Computing& how)
{
    Snapshot tooMuch;
    refuseForMemory(tooMuch, document, wanted);
    if (tooMuch.failure) {
        tooMuch.scenario = document.scenario;
        tooMuch.question = document.question;
        return tooMuch;
    }
    Snapshot snapshot = begun(document, wanted, how);
    snapshot.refused |= tooMuch.refused;
    if (tooMuch.refusal)
        snapshot.refusal = std::move(tooMuch.refusal);
    if (!snapshot.network)
        return snapshot;
    const std::function<void()> refined = [&] {
        if (how.publish && !how.stop.stop_requested())
            how.publish(snapshot);
    };
    PinnedBenches pins(snapshot, how);
    for (const ResultKind* kind : resultsInOrder()) {
        if (wanted.wants(*kind) && isMissing(*kind, snapshot) && !how.stop.stop_requested()) {
            const Watch watch = how.watch ? Watch([&how, kind](double share) { how.watch(*kind, share); }) : Watch();
            Bench(snapshot, how).compute(*kind, refined, watch);
            refined();
        }
        if (wanted.wantsOfPins(*kind) && !how.stop.stop_requested())
            pins.compute(*kind, refined);
    }
    return snapshot;
}

} // namespace

void Snapshot::setPins(const std::vector<model::Pin>& all)
{
    pins.clear();
    for (const model::Pin& pin : all) {
        PinnedResult& result = pins.emplace_back();
        result.name = pin.name;
        result.scenario = pin.scenario;
        result.question = model::questionOfPin(question, pin.scenario.depth);
    }
}

void Snapshot::take(const Snapshot& other)
{
    Results::take(other);
    for (PinnedResult& pin : pins) {
        for (const PinnedResult& known : other.pins) {
            pin.take(known, true);
            if (known.failure && known.scenario == pin.scenario)
                pin.failure = known.failure;
        }
        pin.take(other, true); // it was pinned when it was looked at
    }
    const model::Dependencies changed = parameters::changedBetween(other.scenario, scenario);
    if (!data && !changed.intersects({model::Dependency::network, model::Dependency::loss, model::Dependency::heldOut}))
        data = other.data;
    const bool trainedAlike = question.step == 0 || (other.step > 0 && !changed.contains(model::Dependency::training));
    if (!network && other.network && question.step == other.question.step && trainedAlike
        && !changed.intersects({model::Dependency::network, model::Dependency::loss})) {
        network = other.network;
        step = other.step;
    }
    const Needs stillTooMuch =
        other.refused.where([&](const ResultKind& kind) { return holds(kind, other.asked(), asked()); });
    if (!stillTooMuch.empty() && samePins(other, *this)) {
        refused |= stillTooMuch;
        refusal = other.refusal;
    }
}

std::optional<Error> failureOf(const Snapshot& snapshot)
{
    if (snapshot.failure)
        return snapshot.failure;
    for (const PinnedResult& pin : snapshot.pins)
        if (pin.failure)
            return Error{pin.failure->fault,
                {translatable("core", "The pinned scenario “%1”: %2"), {pin.name, pin.failure->what}}};
    return std::nullopt;
}

std::optional<Error> problemOf(const Snapshot& snapshot)
{
    std::optional<Error> failure = failureOf(snapshot);
    return failure ? failure : snapshot.refusal;
}

Needs missing(const Snapshot& snapshot, Needs wanted)
{
    Needs some;
    for (const ResultKind* kind : resultsInOrder()) {
        const Needs those = (wanted - snapshot.refused) & Needs::of(*kind, true);
        if (!those.own().empty() && isMissing(*kind, snapshot))
            some |= those.own();
        const std::size_t count = std::min(snapshot.pins.size(), kind->mostPins);
        for (std::size_t i = 0; i < count && !those.ofPins().empty(); ++i)
            if (!snapshot.pins[i].failure && isMissing(*kind, snapshot.pins[i]))
                some |= those.ofPins();
    }
    return some;
}

bool isComplete(const Snapshot& snapshot, Needs wanted)
{
    return missing(snapshot, wanted.own()).empty();
}

bool isDrawable(const Snapshot& snapshot, Needs wanted)
{
    wanted = wanted.own() - ownNeeds<training::TrainingProgress>();
    const Needs late = wanted.where([](const ResultKind& kind) { return kind.late; });
    const Needs others = wanted - late;
    if (!isComplete(snapshot, others))
        return false;
    const auto isThere = [&](const ResultKind* kind) { return late.wants(*kind) && snapshot.get(*kind); };
    return !others.empty() || isComplete(snapshot, late) || std::ranges::any_of(resultsInOrder(), isThere);
}

Message workOf(const ResultKind& kind)
{
    return {kind.work, {}};
}

Snapshot computeSnapshot(const model::Document& document, Needs wanted, const Computing& how)
{
    try {
        return computeAll(document, wanted, how);
    } catch (const std::bad_alloc&) {
    } catch (const std::system_error&) { // no thread
    }
    Snapshot nothing;
    nothing.scenario = document.scenario;
    nothing.question = document.question;
    nothing.failure = outOfMemory();
    return nothing;
}

} // namespace deltascope::results

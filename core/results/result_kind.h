// SPDX-License-Identifier: GPL-3.0-or-later
// A kind of result: what may be computed of a scenario, beside its network. One const record in one file of
// results/kinds; everything that is said of a result anywhere (what makes it stale, what it costs, in which order it
// comes) follows from its record. A result is known by its type: two kinds of results are two types.
#pragma once

#include "base/watch.h"
#include "data/dataset.h"
#include "model/dependency.h"
#include "model/question.h"
#include "model/scenario.h"
#include "network/network.h"

#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <type_traits>
#include <utility>

namespace deltascope::results {

struct ResultKind;

/// Stands for a type: the same for the same type everywhere.
using ResultType = const char*;
template <class Type>
inline constinit char typeMark = 0;

/// A result of whatever type.
using AnyResult = std::shared_ptr<const void>;

/// What a result is computed from.
struct ResultInputs {
    const model::Scenario& scenario;
    const model::Question& question;
    const data::DataFolder& folder;
    const std::stop_token& stop;
    const Watch& watch; ///< to be told how far a result has come that does not come in parts
    int threads; ///< at most so many; 0: one for each processor
    std::shared_ptr<const data::Dataset> data;
    std::function<const network::Network&()> network; ///< as it stands at the step asked for
    std::function<AnyResult(const ResultKind&)> other;

    /// Another result that this one is built on; nullptr where there is none, or stop was requested.
    template <class Type>
    std::shared_ptr<const Type> result() const;
};

/// To be called with what is there of a result that comes bit by bit.
template <class Type>
using Refined = std::function<void(std::shared_ptr<const Type>)>;

/// The functions of a kind that know its type.
struct ResultValue {
    ResultType type;
    AnyResult (*compute)(const ResultInputs& in, const std::function<void(AnyResult)>& refined);
    double (*share)(const void* value); ///< how much of it is there, 0 … 1; nullptr: it is there as a whole
    bool (*equal)(const void* one, const void* other);
};

/// From `std::shared_ptr<const Type> compute(const ResultInputs&)`, with `const Refined<Type>&` after that where it
/// comes bit by bit, and then `double share(const Type&)`. Null where stop was requested.
template <auto compute, auto share = nullptr>
constexpr ResultValue resultValue();

struct ResultKind {
    std::string_view id;
    const char* work; ///< translatable: what is being done, where a line says how far it has come
    int rank; ///< in this order they are computed: what is quick first, what comes bit by bit for seconds last
    ResultValue value;
    model::Dependencies dependsOn;

    bool ofPins = false; ///< figures draw it of pinned scenarios too
    std::size_t mostPins = std::numeric_limits<std::size_t>::max(); ///< of the first so many of them
    bool sideBySide = false; ///< those of the pins are computed at the same time, on a thread each
    bool brought = false; ///< nothing computes it for a figure: it is read from a file, or made by a command
    bool late = false; ///< a figure that has all else it needs is drawn without it, or with what is there of it

    /// False where the absence of the result is the answer. nullptr: there always is one.
    bool (*applies)(const model::Scenario& scenario, const model::Question& question) = nullptr;
    /// Of what depends on the selected layer: true where it looks at the same layers with either of two selected.
    /// nullptr: never.
    bool (*sameLayers)(const model::Scenario& scenario, int one, int other) = nullptr;
    /// True where it takes less than a frame, so that the window need not wait for it. nullptr: never.
    bool (*atOnce)(const model::Scenario& scenario) = nullptr;
    /// Bytes that computing it takes on top of network and data. nullptr: as much as one forward and backward pass.
    double (*memory)(const model::Scenario& scenario, const model::Question& question, int threads) = nullptr;
};

std::span<const ResultKind* const> resultsRegistry();
std::span<const ResultKind* const> resultsInOrder(); ///< by rank

/// The place of results of this type among all; a type that no file in results/kinds makes is a fault of ours.
std::size_t slotOf(ResultType type);
template <class Type>
std::size_t slotOf()
{
    static const std::size_t slot = slotOf(&typeMark<Type>);
    return slot;
}

template <class Type>
const ResultKind& kindOf()
{
    return *resultsRegistry()[slotOf<Type>()];
}

/// A scenario with what is asked of it.
struct Asked {
    const model::Scenario& scenario;
    const model::Question& question;
};

/// True where a result that was right before is right now: what makes results stale, of all kinds.
bool holds(const ResultKind& kind, const Asked& before, const Asked& now);

/// For functions that return nothing where they were stopped.
template <class Type>
std::shared_ptr<const Type> shared(std::optional<Type> value)
{
    return value ? std::make_shared<const Type>(*std::move(value)) : nullptr;
}

template <class Type>
std::shared_ptr<const Type> ResultInputs::result() const
{
    return std::static_pointer_cast<const Type>(other(kindOf<Type>()));
}

/// What a function of a kind computes, and whether in parts.
template <class Function>
struct ComputedBy;
template <class Type>
struct ComputedBy<std::shared_ptr<const Type> (*)(const ResultInputs&)> {
    using type = Type;
    static constexpr bool inParts = false;
};
template <class Type>
struct ComputedBy<std::shared_ptr<const Type> (*)(const ResultInputs&, const Refined<Type>&)> {
    using type = Type;
    static constexpr bool inParts = true;
};

template <auto compute, auto share>
constexpr ResultValue resultValue()
{
    using Computed = ComputedBy<decltype(compute)>;
    using Type = typename Computed::type;
    ResultValue value{
        .type = &typeMark<Type>,
        .compute = [](const ResultInputs& in, const std::function<void(AnyResult)>& refined) -> AnyResult {
            if constexpr (Computed::inParts)
                return compute(in, refined);
            else
                return compute(in);
        },
        .share = nullptr,
        .equal = [](const void* one,
                     const void* other) { return *static_cast<const Type*>(one) == *static_cast<const Type*>(other); },
    };
    if constexpr (!std::is_null_pointer_v<decltype(share)>)
        value.share = [](const void* part) { return static_cast<double>(share(*static_cast<const Type*>(part))); };
    return value;
}

} // namespace deltascope::results

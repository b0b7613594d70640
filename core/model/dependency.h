// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>

namespace deltascope::model {

/// What a result may depend on. A parameter says which it changes (`Parameter::invalidates`), each result on which
/// it depends (`ResultKind::dependsOn`): what is kept when a parameter changes follows from the two.
enum class Dependency : unsigned {
    network, ///< the inputs and the start values
    loss, ///< the cost and its targets
    training, ///< how the network is trained
    heldOut, ///< examples that a training only looks at
    layer, ///< of the question, as what follows
    k,
    seeds,
    step, ///< the network as it stands at the step asked for; past the start that is also how it is trained
    point, ///< which input is looked at in place of the examples
    map, ///< which measure over which parameters
    checked, ///< which weight or bias of the selected layer
    end, ///< the step at which a training ends: the same number, for what is about the training itself
};

/// A set of them.
class Dependencies {
public:
    constexpr Dependencies() = default;
    constexpr Dependencies(Dependency one) { add(one); }
    constexpr Dependencies(std::initializer_list<Dependency> all)
    {
        for (const Dependency each : all)
            add(each);
    }
    constexpr void add(Dependency each) { m_bits |= 1u << static_cast<unsigned>(each); }
    constexpr void remove(Dependency each) { m_bits &= ~(1u << static_cast<unsigned>(each)); }
    constexpr bool contains(Dependency each) const { return (m_bits & 1u << static_cast<unsigned>(each)) != 0; }
    constexpr bool intersects(Dependencies other) const { return (m_bits & other.m_bits) != 0; }
    constexpr bool operator==(const Dependencies&) const = default;
    friend constexpr Dependencies operator|(Dependencies one, Dependencies other)
    {
        one.m_bits |= other.m_bits;
        return one;
    }

private:
    unsigned m_bits = 0;
};

} // namespace deltascope::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network/activations/function.h"
#include "numerics/scaled.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <utility>

namespace deltascope::model {
struct Scenario;
}

namespace deltascope::activations {

struct Activation;

/// An activation that somebody holds: a record of the registry, or one made for what a scenario sets of it, which is
/// there as long as anybody holds it.
class Chosen {
public:
    Chosen() = default;
    Chosen(const Activation& record) // of the registry, or one that is there for longer
        : m_activation(std::shared_ptr<void>(), &record)
    {
    }
    explicit Chosen(std::shared_ptr<const Activation> made)
        : m_activation(std::move(made))
    {
    }

    const Activation& operator*() const& { return *m_activation; }
    const Activation& operator*() const&& = delete; // it would outlive what it is part of: give it a name
    const Activation* operator->() const { return m_activation.get(); }
    const Activation* get() const { return m_activation.get(); }
    bool operator==(const Chosen& other) const; ///< the same function

private:
    std::shared_ptr<const Activation> m_activation;
};

inline constexpr double kAtZero[] = {0};

/// An activation function f with its derivative, in every form that the engine needs. One const record in one file.
/// All functions accept every finite z and never return NaN.
struct Activation {
    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "σ(z) = 1/(1 + e⁻ᶻ)"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    Function<double(double z)> value; ///< f(z)
    Function<double(double z)> derivative; ///< f′(z), right to the last digits also in the tails
    Function<void(const double* z, double* value, double* derivative, std::size_t count)> evaluate; ///< of an array
    Function<numerics::Scaled(numerics::Scaled z)> scaledValue; ///< f(z) where doubles fail: σ(−800) = 10^−347
    Function<numerics::Scaled(numerics::Scaled z)> scaledDerivative; ///< f′(z), with sign
    Function<numerics::Scaled(numerics::Scaled z, double y)> minus; ///< f(z) − y with its relative precision kept
    /// f(z) − its limit on z's side of 0, where that limit is finite but no double, as π/2; nullptr: `minus` does it.
    Function<numerics::Scaled(numerics::Scaled z)> minusLimit = nullptr;

    /// t, where |f′(z)| is e^(−t) but for a factor whose logarithm is far below t's last digit: wherever f′ is beyond
    /// Scaled's range, and f(z) − y then too where it is. Sizes that no exponent holds are told apart by it. nullptr:
    /// f′ never is.
    Function<numerics::Scaled(numerics::Scaled z)> tailExponent = nullptr;

    Function<double(double z)> second =
        nullptr; ///< f″(z), at a kink of f or f′ either side's; nullptr: by differences of f′

    double lower = -std::numeric_limits<double>::infinity(); ///< inf f
    double upper = std::numeric_limits<double>::infinity(); ///< sup f
    double maxDerivative; ///< max |f′|; 0 of a step
    double maxDerivativeAt; ///< a z where it is reached (0: everywhere, or for z > 0; ∞: only approached there)
    bool monotone = true; ///< f never falls
    std::span<const double> kinks = {}; ///< where f or f′ jumps, ascending (f′ there is stated in `description`)

    /// Made for what a scenario sets of it; nullptr: there is nothing to set.
    Chosen (*of)(const model::Scenario& scenario) = nullptr;
    std::shared_ptr<const Setting> setting = nullptr; ///< of one that was made so
    std::string_view parameter = {}; ///< the key of the one that `of` reads

    /// f(z) in Python over arrays, of names that NumPy and PyTorch have alike, and f′(z) from z and f = f(z). {KEY} is
    /// the value of that parameter. Empty: no script has it.
    std::string_view python = {}, pythonSlope = {};
};

/// The value of f, or the limit of values, that is nearest to y: y itself but beyond them, or in a jump of a monotone
/// f.
inline double nearestValue(const Activation& f, double y)
{
    constexpr double kJump = 1e-9, kInfinity = std::numeric_limits<double>::infinity();
    const double nearest = std::clamp(y, f.lower, f.upper);
    for (const double kink : f.monotone ? f.kinks : std::span<const double>{}) {
        const double below = f.value(std::nextafter(kink, -kInfinity)),
                     above = f.value(std::nextafter(kink, kInfinity));
        const bool jumps = above - below > kJump * (1 + std::abs(below) + std::abs(above));
        if (jumps && below < nearest && nearest < above)
            return nearest - below <= above - nearest ? below : above;
    }
    return nearest;
}

inline bool operator==(const Activation& left, const Activation& right)
{
    const auto text = [](const Activation& f) { return f.setting ? std::string_view(f.setting->text) : ""; };
    return left.id == right.id && text(left) == text(right);
}

inline bool Chosen::operator==(const Chosen& other) const
{
    return m_activation == other.m_activation || (m_activation && other.m_activation && **this == *other);
}

/// −ln|size| of an f′(z) or f(z) − y, also where it is beyond Scaled's range.
inline numerics::Scaled tailOf(const Activation& activation, numerics::Scaled z, numerics::Scaled size)
{
    return size.beyondRange() && !z.beyondRange() && activation.tailExponent
        ? activation.tailExponent(z)
        : numerics::Scaled::from(-size.naturalLog());
}

/// f″(z): the activation's own, or differences of f′, to about 1e-9 of the largest f″ nearby.
inline double secondDerivative(const Activation& activation, double z)
{
    if (activation.second)
        return activation.second(z);
    const double step = 1e-4 * std::max(1.0, std::abs(z));
    const auto over = [&](double h) { return (activation.derivative(z + h) - activation.derivative(z - h)) / (2 * h); };
    return (4 * over(step) - over(2 * step)) / 3;
}

std::span<const Activation* const> activationsRegistry();

} // namespace deltascope::activations

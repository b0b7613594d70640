// SPDX-License-Identifier: GPL-3.0-or-later
// What the weights w of a layer are made of while it learns. A parametrization changes the way of descending alone:
// forward and backward pass, and all that is said of a network, are those of w. core/maths.md 11.17.
#pragma once

#include <Eigen/Core>

#include <span>
#include <string_view>

namespace deltascope::network {

/// w of one layer is made of v, as large as w, and of numbers of its own. One const record in one file; without the
/// functions v is w itself.
struct Parametrization {
    using Matrix = Eigen::Ref<Eigen::MatrixXd>; ///< neurons × neurons before
    using ConstMatrix = const Eigen::Ref<const Eigen::MatrixXd>&;
    using Vector = Eigen::Ref<Eigen::VectorXd>;
    using ConstVector = const Eigen::Ref<const Eigen::VectorXd>&;

    std::string_view id;
    const char* name; ///< translatable
    const char* formula; ///< "w = g v/‖v‖"
    const char* description; ///< translatable: one sentence, with its source
    int rank; ///< place in menus and lists

    /// w is proportional to the own numbers: weight decay, which makes weights smaller, then takes them and not v.
    bool ownNumbersScale = false;
    /// How many numbers of its own a layer of so many neurons has.
    Eigen::Index (*ownNumbers)(Eigen::Index neurons) = nullptr;
    /// Those with which w = v, to the bit: start values are start values of w.
    void (*begin)(ConstMatrix v, Vector own) = nullptr;
    void (*make)(ConstMatrix v, ConstVector own, Matrix w) = nullptr;
    /// `gradient` holds ∂C/∂w, and then ∂C/∂v.
    void (*leadBack)(ConstMatrix v, ConstVector own, Matrix gradient, Vector ownGradient) = nullptr;

    bool isIdentity() const { return make == nullptr; }
};

std::span<const Parametrization* const> parametrizationsRegistry();

} // namespace deltascope::network

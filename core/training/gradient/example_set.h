// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "numerics/kernels.h"

#include <Eigen/Core>

#include <vector>

namespace deltascope::gradient {

/// Examples as a training reads them: the matrices of a Dataset, which must outlive this, and where most components of
/// the inputs are 0 (drawn or written digits) the others alone.
class ExampleSet {
public:
    /// With so many inputs, and below this share of those that are not 0, leaving out the zeros pays.
    static constexpr int kLeastSparse = 64;
    static constexpr double kSparse = 0.4;

    /// `entering`: how many of the inputs enter the first layer; 0: all. Where it is not all, none are left out.
    ExampleSet(const Eigen::MatrixXd& inputs, const Eigen::MatrixXd& targets, int entering = 0);

    int count() const { return static_cast<int>(m_inputs.cols()); }
    bool isSparse() const { return !m_starts.empty(); }
    numerics::SparseColumn sparse(int example) const; ///< only where isSparse()
    const double* input(int example) const { return m_inputs.col(example).data(); }
    const double* target(int example) const { return m_targets.col(example).data(); }
    /// True where the targets name classes: one-hot, or 0 and 1 for one output. Accuracy means something only then.
    bool hasClasses() const { return m_hasClasses; }

private:
    void findComponents(std::size_t count);

    const Eigen::MatrixXd& m_inputs;
    const Eigen::MatrixXd& m_targets;
    std::vector<std::size_t> m_starts; // of each example in the two below, and their end
    std::vector<std::uint32_t> m_rows;
    std::vector<double> m_values;
    bool m_hasClasses;
};

} // namespace deltascope::gradient

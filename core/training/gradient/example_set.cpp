// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/gradient/example_set.h"

namespace deltascope::gradient {

namespace {

bool namesAClass(const Eigen::Ref<const Eigen::VectorXd>& target)
{
    const Eigen::Index ones = (target.array() == 1).count(), zeros = (target.array() == 0).count();
    return ones + zeros == target.size() && (target.size() == 1 || ones == 1);
}

} // namespace

ExampleSet::ExampleSet(const Eigen::MatrixXd& inputs, const Eigen::MatrixXd& targets, int entering)
    : m_inputs(inputs)
    , m_targets(targets)
    , m_hasClasses(targets.cols() > 0)
{
    for (Eigen::Index x = 0; m_hasClasses && x < targets.cols(); ++x)
        m_hasClasses = namesAClass(targets.col(x));
    const Eigen::Index lit = (inputs.array() != 0).count();
    const bool all = entering == 0 || entering == inputs.rows();
    if (all && inputs.rows() >= kLeastSparse && static_cast<double>(lit) < kSparse * static_cast<double>(inputs.size()))
        findComponents(static_cast<std::size_t>(lit));
}

void ExampleSet::findComponents(std::size_t count)
{
    m_rows.reserve(count); // while a list grows it is there twice
    m_values.reserve(count);
    m_starts.push_back(0);
    for (Eigen::Index x = 0; x < m_inputs.cols(); ++x) {
        for (Eigen::Index i = 0; i < m_inputs.rows(); ++i)
            if (m_inputs(i, x) != 0) {
                m_rows.push_back(static_cast<std::uint32_t>(i));
                m_values.push_back(m_inputs(i, x));
            }
        m_starts.push_back(m_rows.size());
    }
}

numerics::SparseColumn ExampleSet::sparse(int example) const
{
    const std::size_t start = m_starts[static_cast<std::size_t>(example)];
    return {m_rows.data() + start, m_values.data() + start, m_starts[static_cast<std::size_t>(example) + 1] - start};
}

} // namespace deltascope::gradient

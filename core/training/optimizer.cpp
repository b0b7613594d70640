// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/optimizer.h"

#include "base/registry.h"

#include <algorithm>

namespace deltascope::training {

std::vector<const Optimizer*> optimizersInOrder()
{
    std::vector<const Optimizer*> rules(optimizersRegistry().begin(), optimizersRegistry().end());
    std::ranges::sort(rules, {}, &Optimizer::rank);
    return rules;
}

std::vector<const OptimizerNumber*> optimizerNumbers()
{
    std::vector<const OptimizerNumber*> numbers;
    for (const Optimizer* rule : optimizersInOrder())
        for (const OptimizerNumber& number : rule->numbers)
            numbers.push_back(&number);
    return numbers;
}

Message idleUnder(const model::Scenario& scenario, const Optimizer& rule)
{
    const Optimizer* present = findKind(optimizersRegistry(), scenario.optimizer);
    if (!present || present == &rule)
        return {};
    return {rule.withoutNumbers, {Message{present->name, {}}}};
}

} // namespace deltascope::training

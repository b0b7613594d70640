// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments/checked_parameter.h"

#include "network/structure.h"

namespace deltascope::cli {

namespace {

Error needs(const QString& typed, const model::Scenario& scenario)
{
    return {Fault::usage,
        {translatable("core",
             "--gradient-check: “%1” is no weight or bias here; layer=N from 1 to %2 is needed, and perhaps "
             ",row=N,column=N (the neuron and the one before it, from 1) or ,column=bias."),
            {typed.toStdString(), scenario.depth}}};
}

} // namespace

Result<gradient_check::CheckedParameter> checkedParameter(const Invocation& invocation, const model::Scenario& scenario)
{
    const QString typed = invocation.value("--gradient-check");
    gradient_check::CheckedParameter parameter{.layer = 0};
    bool whole = true, columnGiven = false;
    for (const QString& part : typed.split(u',')) {
        const QString key = part.section(u'=', 0, 0), value = part.section(u'=', 1);
        bool number = false;
        const int given = value.toInt(&number);
        if (key == QLatin1String("layer") && number)
            parameter.layer = given;
        else if (key == QLatin1String("row") && number && given >= 1)
            parameter.row = given;
        else if (key == QLatin1String("column") && (value == QLatin1String("bias") || (number && given >= 1)))
            parameter.column = number ? given : 0;
        else
            whole = false;
        columnGiven = columnGiven || (key == QLatin1String("column") && number);
    }
    if (!whole || parameter.layer < 1 || parameter.layer > scenario.depth
        || parameter.row > network::sizeOf(scenario, parameter.layer)
        || parameter.column > network::sizeOf(scenario, parameter.layer - 1) || (columnGiven && parameter.row == 0))
        return needs(typed, scenario);
    return parameter;
}

} // namespace deltascope::cli

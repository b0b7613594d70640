// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed as an activation: one that has a number at every z, in doubles and in numbers of any size, within
// its own bounds and slopes; or one sentence. Its text reads back to the same activation.
#include "formula/formula.h"
#include "sentence.h"

#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    using namespace deltascope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<formula::Formula> f = formula::Formula::parsed(text);
    if (!f) {
        require(f.error().fault == Fault::usage);
        requireSentence(f.error());
        return 0;
    }
    const Result<formula::Formula> again = formula::Formula::parsed(f->text());
    require(again && *again == *f && again->text() == f->text());
    const formula::Facts& facts = f->facts();
    require(std::isfinite(facts.maxDerivative) && facts.maxDerivative >= 0 && facts.lower <= facts.upper);
    for (const double z : {0.0, 0.3, -2.5, 17.0, -800.0, 1e-300, 1e10}) {
        double value = 0, slope = 0;
        f->evaluate(&z, &value, &slope, 1);
        require(!std::isnan(value) && !std::isnan(slope) && !std::isnan(f->second(z)));
        require(std::isfinite(f->scaledValue(numerics::Scaled::from(z)).mantissa));
    }
    for (const std::int64_t exponent : {std::int64_t{-5000}, std::int64_t{5000}, numerics::Scaled::kExponentLimit})
        for (const double sign : {1.0, -1.0}) {
            const numerics::Scaled z = numerics::Scaled::from(sign, exponent);
            require(std::isfinite(f->scaledValue(z).mantissa) && std::isfinite(f->scaledDerivative(z).mantissa)
                && std::isfinite(f->minus(z, 0.3).mantissa));
        }
    return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* exp and log of complex numbers, from the functions of this folder. */
#include "elementary.inc"

#include <complex.h>

double complex cexp(double complex z)
{
    double size = exp(creal(z)), angle = cimag(z);
    if (angle == 0) /* also where the size is infinite */
        return __builtin_complex(size, angle);
    return __builtin_complex(size * cos(angle), size * sin(angle));
}

double complex clog(double complex z)
{
    double x = fabs(creal(z)), y = fabs(cimag(z)), angle = atan2(cimag(z), creal(z));
    double large = x > y ? x : y, small = x > y ? y : x;
    double square = large * large + small * small;
    if (square > 0.5 && square < 3) /* the logarithm of nearly 1, without the digits that log(hypot) would lose */
        return __builtin_complex(0.5 * log1p((large - 1) * (large + 1) + small * small), angle);
    return __builtin_complex(log(hypot(x, y)), angle);
}

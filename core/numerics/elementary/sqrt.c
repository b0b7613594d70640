/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Square roots are the processor's: compiled with -fno-math-errno this is one instruction. */
double sqrt(double x)
{
    return __builtin_sqrt(x);
}

float sqrtf(float x)
{
    return __builtin_sqrtf(x);
}

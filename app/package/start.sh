#!/bin/sh
# Starts @PROGRAM@ with the libraries beside it. SPDX-License-Identifier: GPL-3.0-or-later
here=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
present=$(getconf GNU_LIBC_VERSION 2>/dev/null | sed 's/^glibc //')
if [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "@PROGRAM@: this is the program for Linux on 64-bit x86 processors; this computer has $(uname -sm)." >&2
    exit 1
elif [ -z "$present" ]; then
    echo "@PROGRAM@: this system has no glibc; the program needs glibc 2.36 or newer." >&2
    exit 1
elif [ "$(printf '%s\n2.36\n' "$present" | sort -V | head -n 1)" != 2.36 ]; then
    echo "@PROGRAM@: this system has glibc $present; the program needs 2.36 or newer (Debian 12, Ubuntu 22.10, Fedora 37)." >&2
    exit 1
fi
exec "$here/bin/@PROGRAM@" "$@"

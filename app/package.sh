#!/bin/sh
# Makes what is given to classrooms, in build/package/out: sh app/package.sh portable|deb|all|windows
#   portable  deltascope-VERSION-linux-x64.tar.xz, for any Linux with glibc 2.36 or newer
#   deb       the package for this Debian or Ubuntu
#   windows   deltascope-VERSION-windows-x64.zip, for Windows 10 and 11; the first time it builds Qt, which takes an hour
#   all       the three, and SHA256SUMS
#   manifest  SHA256SUMS of what is there
# On Debian 12, of a commit: with the same commit and the same packages of Debian the same bytes.
# DELTASCOPE_PACKAGES=DIR: another folder than build/package. DELTASCOPE_CERTIFICATE=FILE.p12 signs the programs for Windows
# (with the password in the file DELTASCOPE_PASSWORD_FILE).
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
top=$(dirname "$here")
. "$here/packages.sh"
. "$here/build.sh"
. "$here/package/archive.sh"
. "$here/package/licences.sh"
. "$here/package/linux.sh"
. "$here/package/windows.sh"

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; }

case "${1:-}" in
windows | portable | deb | all | manifest) ;;
-h | --help) usage && exit 0 ;;
"") usage >&2 && exit 2 ;;
*) end 2 "There is no package \"$1\"; there are portable, deb, all and windows." ;;
esac
[ "$#" -eq 1 ] || end 2 "One word at a time: \"$2\" is one too many."

work="${DELTASCOPE_PACKAGES:-$top/build/package}"
out="$work/out"
open_work
case "$1" in
manifest) ;;
windows) name_commit && package_windows ;;
portable) name_commit && package_portable ;;
deb) name_commit && package_deb ;;
all) name_commit && package_deb && package_portable && package_windows ;;
esac
write_manifest

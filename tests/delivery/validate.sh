#!/bin/sh
# One validator over what is installed beside the programs: validate.sh desktop|appstream|mime|man|completion|changelog
# Ends with 77 (skipped) where the validator is not installed.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cd "$(dirname "$0")/../../resources/desktop"
id=org.deltascope.Deltascope

needs() { command -v "$1" >/dev/null || { echo "$1 is not installed"; exit 77; }; }

case "$1" in
desktop) needs desktop-file-validate; desktop-file-validate --no-hints "$id.desktop" ;;
appstream) needs appstreamcli; appstreamcli validate --no-net "$id.metainfo.xml" ;;
mime) needs xmllint; xmllint --noout --nonet "$id-mime.xml" "$id.metainfo.xml" "$id.svg" ;;
man)
    needs man
    for page in deltascope.1 deltascope-cli.1; do
        said=$(MANWIDTH=80 LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z "./$page" 2>&1 >/dev/null)
        [ -z "$said" ] || { echo "$said"; exit 1; }
    done
    ;;
changelog) # begins with the version that is built; AppStream names the same, of the same day
    version=$(sed -n 's/^project(deltascope VERSION \([0-9.]*\) .*/\1/p' ../../CMakeLists.txt)
    [ "$(sed -n '1s/^deltascope (\(.*\)) .*/\1/p' changelog)" = "$version" ] || { echo "it does not begin with $version"; exit 1; }
    day=$(date -u -d "$(sed -n '/^ -- /{s/.*>  //p;q}' changelog)" +%F)
    release=$(sed -n '/<release /{p;q}' "$id.metainfo.xml")
    case $release in
    *"version=\"$version\" date=\"$day\""*) ;;
    *) echo "AppStream does not begin with $version of $day:$release"; exit 1 ;;
    esac
    needs dpkg-parsechangelog
    said=$(dpkg-parsechangelog -l changelog 2>&1 >/dev/null)
    [ -z "$said" ] || { echo "$said"; exit 1; }
    ;;
completion) needs bash; bash -n deltascope-cli.bash ;;
*) echo "validate.sh: unknown validator “$1”" >&2; exit 2 ;;
esac

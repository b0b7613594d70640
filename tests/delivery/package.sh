#!/bin/sh
# Builds the .deb of a build folder, looks at it, unpacks it and proves the numbers from there: package.sh BUILD [KEEP]
# KEEP: the folder where the .deb is left. Ends with 77 (skipped) where cpack lacks a tool that it calls.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
build=$1
for tool in cpack dpkg-deb dpkg-shlibdeps file; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/out" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
deb=$(find "$work/out" -maxdepth 1 -name '*.deb')
dpkg-deb --info "$deb"
dpkg-deb --field "$deb" Depends | grep -q libqt6widgets6 || { echo "the dependencies are not computed"; exit 1; }
if command -v lintian >/dev/null; then
    lintian --fail-on error "$deb"
fi
dpkg-deb --extract "$deb" "$work/root"
for file in bin/deltascope bin/deltascope-cli share/applications share/metainfo share/mime/packages share/man/man1 \
    share/bash-completion/completions/deltascope-cli share/icons/hicolor/scalable/apps lib/python3/dist-packages/deltascope.py; do
    [ -e "$work/root/usr/$file" ] || { echo "/usr/$file is missing"; exit 1; }
done
"$work/root/usr/bin/deltascope-cli" check | tail -1
QT_QPA_PLATFORM=offscreen "$work/root/usr/bin/deltascope-cli" figure factors --preset explosion --out "$work/factors.png"
[ -s "$work/factors.png" ]
[ $# -lt 2 ] || cp "$deb" "$2"

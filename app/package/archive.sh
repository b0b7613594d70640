# Sourced by app/package.sh: the place of the work, the commit, archives with the same bytes every time, the manifest.
# SPDX-License-Identifier: GPL-3.0-or-later

# end CODE SENTENCE: 2 wrong use, 4 no place to write, 1 anything else
end() {
    echo "$2" >&2
    exit "$1"
}

say() { echo "$*" >&2; }

# The folder of everything that is made on the way, for one of us at a time.
open_work() {
    mkdir -p "$out" 2>/dev/null || end 4 "The folder $out cannot be made."
    { : >"$out/.writable"; } 2>/dev/null || end 4 "The folder $out cannot be written to."
    rm -f "$out/.writable"
    work=$(CDPATH='' cd -- "$work" && pwd)
    out="$work/out"
    exec 8>"$work/lock"
    ! command -v flock >/dev/null 2>&1 || flock -n 8 || end 1 "Packages are being made in $work already; wait for their end."
}

# need_room MEGABYTES
need_room() {
    free=$(df -Pk "$work" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$1" ] || end 4 "There are $free MB free in $work; $1 MB are needed."
}

# What --version is to name, and the time that everything inside bears.
name_commit() {
    version=$(sed -n 's/^project(deltascope VERSION \([0-9.]*\).*/\1/p' "$top/CMakeLists.txt")
    commit=$(git -C "$top" rev-parse --short=12 HEAD 2>/dev/null) ||
        end 1 "These sources are no clone of git, so that nobody could say which they are; package a clone."
    [ -z "$(git -C "$top" status --porcelain)" ] ||
        end 1 "Some of the sources are in no commit; commit them, so that --version can name what is inside."
    SOURCE_DATE_EPOCH=$(git -C "$top" log -1 --format=%ct)
    export SOURCE_DATE_EPOCH TZ=UTC LC_ALL=C.UTF-8
}

# dated FOLDER: every file of it has the time and the rights that do not depend on who made it when.
dated() {
    find "$1" -type d -exec chmod 755 {} +
    find "$1" -type f -perm -u+x -exec chmod 755 {} +
    find "$1" -type f ! -perm -u+x -exec chmod 644 {} +
    find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

# pack NAME.tar.xz|NAME.zip: the folder NAME of $work/stage, into $out, whole or not at all.
pack() {
    folder=${1%.tar.xz}
    folder=${folder%.zip}
    dated "$work/stage/$folder"
    rm -f "$out/.$1"
    case "$1" in
    *.zip) (cd "$work/stage" && find "$folder" | sort | zip -X -9 -q -@ "$out/.$1") ;;
    *) tar -C "$work/stage" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --format=gnu \
        -cf - "$folder" | xz -9 -T1 >"$out/.$1" ;;
    esac || end 4 "$1 could not be written in $out."
    mv "$out/.$1" "$out/$1"
    say "$out/$1: $(($(wc -c <"$out/$1") / 1000000)) MB"
}

write_manifest() {
    (cd "$out" && find . -maxdepth 1 -type f -name 'deltascope*' -printf '%f\n' | sort | xargs -r sha256sum >.SHA256SUMS &&
        mv .SHA256SUMS SHA256SUMS)
    [ ! -s "$out/SHA256SUMS" ] || cat "$out/SHA256SUMS"
}

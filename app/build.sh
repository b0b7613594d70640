# Sourced by app/run.sh and tests/run.sh: builds a folder, and tells a person how far that is.
# SPDX-License-Identifier: GPL-3.0-or-later

# build FOLDER [ARGUMENT...]: builds what is not up to date in FOLDER; with arguments, cmake is called with them first, to
# configure it. What the tools say goes into FOLDER.log, all of it. A build that fails shows the end of that, and returns 1.
build() {
    build_folder=$1
    build_log=$1.log
    shift
    mkdir -p "$build_folder"
    lock_build
    trap 'echo "The build was stopped; the same command goes on with it." >&2; exit 130' INT
    build_code=0
    run_build "$@" 2>&1 | follow_build "$#" || build_code=$?
    trap - INT
    exec 9>&- # or a window opened from here would hold the lock
    [ "$build_code" -ne 0 ] || return 0
    tail -n 40 "$build_log" >&2
    echo "The build failed; the whole log is in $build_log." >&2
    return 1
}

# One build at a time in a folder: two would write into each other's files. The compilers inherit the lock, so that it
# ends with the last of them, however this script ends.
lock_build() {
    exec 9>"$build_folder/build.lock"
    command -v flock >/dev/null 2>&1 || return 0 # it is part of Linux; elsewhere nothing is locked
    flock -n 9 && return 0
    echo "Another build is under way in $build_folder; waiting for its end." >&2
    flock 9
}

# Says as its last line how the build ended: a pipe has the exit code of its reader only.
run_build() {
    build_code=0
    { [ "$#" -eq 0 ] || cmake "$@"; } && NINJA_STATUS='[%f/%t, %e s] ' cmake --build "$build_folder" || build_code=$?
    echo "build ended: $build_code"
}

# Reads what a build says, keeps it in the log, shows how far it is, and ends as the build did.
# With a number that is not 0 it begins with configuring.
follow_build() {
    trap '' INT PIPE # the log is kept to its end
    code=130
    tenths=0
    [ ! -t 2 ] || [ "$1" -eq 0 ] || rewrite_line "Preparing the build …"
    while IFS= read -r line; do
        case "$line" in
        "build ended: "*) code=${line#build ended: } && continue ;;
        esac
        printf '%s\n' "$line" 2>/dev/null >&3 || printf '%s\n' "$line" >&2 # a full disk has no log
        case "$line" in
        "["*"] Re-checking globbed directories"* | "["*"] Re-running CMake"*) ;; # before anything is built
        "["*/*", "*" s] "*) show_progress "$line" ;;
        esac
    done 3>"$build_log"
    [ ! -t 2 ] || clear_line
    return "$code"
}

# "[143/386, 71.250 s] …": on a terminal one line that is written anew, elsewhere a line for each tenth.
show_progress() {
    done=${1#"["}
    total=${done#*/}
    seconds=${total#*, }
    done=${done%%/*} total=${total%%,*} seconds=${seconds%%[., ]*}
    case "$done$total$seconds" in
    *[!0-9]*) return ;; # another program's line
    esac
    [ "$done" -gt 0 ] || return 0
    words="Building: $done of $total$(time_left)"
    if [ -t 2 ]; then
        rewrite_line "$words"
    elif [ $((done * 10 / total)) -gt "$tenths" ]; then
        tenths=$((done * 10 / total))
        echo "$words" >&2
    fi
}

# What is left if it goes on as so far; nothing before one part in twenty is done.
time_left() {
    [ "$done" -lt "$total" ] && [ $((done * 20)) -ge "$total" ] || return 0
    minutes=$(((seconds * (total - done) / done + 30) / 60))
    case "$minutes" in
    0) printf ', less than a minute left' ;;
    1) printf ', about 1 minute left' ;;
    *) printf ', about %d minutes left' "$minutes" ;;
    esac
}

rewrite_line() { printf '\r%-60s' "$1" >&2; }
clear_line() { printf '\r%60s\r' '' >&2; }

#!/bin/sh
# What app/run.sh does before it opens the window, on a project of thirteen small sources in a folder with spaces in its
# name: packages, progress, what is built again and what is not, builds that fail, are stopped, or are two at a time.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
top=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset DISPLAY WAYLAND_DISPLAY DELTASCOPE_BUILD CMAKE_GENERATOR || true
export LC_ALL=C.UTF-8

fail() {
    echo "$1"
    cat "$work/said" "$work/printed" 2>/dev/null || true
    exit 1
}
# says TEXT, and does not: of what the last run wrote on stderr
says() { grep -qF -e "$1" "$work/said" || fail "it does not say “$1”:"; }
silent() { [ ! -s "$work/said" ] || fail "it says something:"; }

# -- the packages: no call where none is missing, a sentence for each way that fails
mkdir "$work/few" "$work/stubs"
for tool in sh dirname sed tr env uname mkdir; do ln -s "$(command -v $tool)" "$work/few/$tool"; done
cat >"$work/stubs/dpkg-query" <<'END'
#!/bin/sh
shift 2
for name in "$@"; do
    if [ "$name" = "${MISSING:-}" ]; then echo "un $name"; else echo "ii $name"; fi
done
END
printf '#!/bin/sh\necho "apt-get $*" >>"%s/called"\n[ "${APT:-works}" = works ]\n' "$work" >"$work/stubs/apt-get"
printf '#!/bin/sh\necho "${USER_ID:-1000}"\n' >"$work/stubs/id"
mkdir "$work/sudo"
printf '#!/bin/sh\necho sudo >>"%s/called"\nexec "$@"\n' "$work" >"$work/sudo/sudo"
chmod +x "$work"/stubs/* "$work/sudo/sudo"

# install EXPECTED PATH [NAME=VALUE...]: app/run.sh --install, and with which code it ends
install() {
    expected=$1 path=$2
    shift 2
    : >"$work/called"
    code=0
    env PATH="$path" "$@" sh "$top/app/run.sh" --install >"$work/printed" 2>"$work/said" || code=$?
    [ "$code" -eq "$expected" ] || fail "--install ends with $code in place of $expected:"
}
few="$work/stubs:$work/few"
install 0 "$few"
silent
[ ! -s "$work/called" ] || fail "apt-get was called for nothing:"
install 1 "$few" MISSING=libeigen3-dev
says "as root: apt-get install libeigen3-dev"
install 0 "$work/sudo:$few" MISSING=libeigen3-dev
says "Missing packages: libeigen3-dev"
grep -q '^apt-get install .*libeigen3-dev$' "$work/called" || fail "apt-get was not asked:"
grep -q '^sudo$' "$work/called" || fail "sudo was not asked:"
install 1 "$few" MISSING=cmake USER_ID=0 APT=fails # no network
says "apt-get could not install: cmake"
! grep -q '^sudo$' "$work/called" || fail "root needs no sudo:"

# -- a project like ours, but small
export PATH="$work/stubs:$PATH"
place="$work/a place"
mkdir -p "$place/app/parts"
cp "$top/app/run.sh" "$top/app/build.sh" "$top/app/packages.sh" "$place/app"
cp "$top/CMakePresets.json" "$place"
cat >"$place/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.22)
project(small LANGUAGES CXX)
set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_SOURCE_DIR}/launcher)
file(GLOB parts CONFIGURE_DEPENDS app/parts/*.cpp)
add_executable(deltascope app/main.cpp ${parts})
set_target_properties(deltascope PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/app)
END
# It may press Ctrl-C: a terminal sends SIGINT to every process of the group.
cat >"$place/launcher" <<'END'
#!/bin/sh
here=$(dirname "$0")
if [ -f "$here/stop" ]; then
    rm "$here/stop"
    kill -s INT -- "-$(cat "$here/group")"
fi
exec "$@"
END
chmod +x "$place/launcher"
part() { echo "int part_$1() { return $1; }" >"$place/app/parts/part_$1.cpp"; }
for number in 1 2 3 4 5 6 7 8 9 10 11; do part $number; done
main() { printf '#include <cstdio>\nint part_1();\nint main(int, char** words) { std::printf("%s %%s %%d", words[1], part_1()); }\n' "$1"; }
main first >"$place/app/main.cpp"

# run EXPECTED_CODE EXPECTED_OUTPUT, from another folder
run() {
    code=0
    (cd / && sh "$place/app/run.sh" word) >"$work/printed" 2>"$work/said" || code=$?
    [ "$code" -eq "$1" ] || fail "it ends with $code in place of $1:"
    [ "$(cat "$work/printed")" = "$2" ] || fail "it does not print “$2”:"
}
log="$place/build/app.log"

# -- the first time: a line each tenth, and nothing else
run 0 "first word 1"
[ "$(wc -l <"$work/said")" -eq 10 ] || fail "not ten lines:"
[ "$(head -n 1 "$work/said")" = "Building: 2 of 13, less than a minute left" ] || fail "another first line:"
[ "$(tail -n 1 "$work/said")" = "Building: 13 of 13" ] || fail "another last line:"
grep -q '^-- The CXX compiler identification' "$log" && grep -q '^\[13/13, .* s\] Linking' "$log" || fail "the log is not whole"

# -- nothing to do, then a source changed, added, removed
run 0 "first word 1"
silent
grep -q 'no work to do' "$log" || fail "the log of nothing to do is not there"
main second >"$place/app/main.cpp"
run 0 "second word 1"
part 12
run 0 "second word 1"
grep -q 'part_12' "$log" || fail "a new source is not noticed"
rm "$place/app/parts/part_1.cpp"
run 1 ""
says "part_1"
says "The build failed; the whole log is in $log."
part 1

# -- a source that does not compile: the end of the log, however long that is
{ for number in $(seq 60); do echo "#warning line $number"; done; echo "#error the last line"; } >"$place/app/parts/part_5.cpp"
run 1 ""
says "the last line"
! grep -q 'warning: #warning line 1 ' "$work/said" || fail "all of it is shown:"
[ "$(grep -c 'warning: #warning' "$log")" -eq 60 ] || fail "the log is not whole"
part 5

# -- stopped by Ctrl-C, and gone on with
if env --default-signal=INT true 2>/dev/null && command -v setsid >/dev/null; then
    touch "$place/stop"
    main third >"$place/app/main.cpp"
    code=0
    # shellcheck disable=SC2016 # for the inner shell
    env --default-signal=INT setsid -w sh -c 'echo $$ >"$1/group"; exec sh "$1/app/run.sh" word' sh "$place" \
        >"$work/printed" 2>"$work/said" || code=$?
    [ "$code" -eq 130 ] || fail "Ctrl-C ends it with $code:"
    says "The build was stopped; the same command goes on with it."
    grep -q 'interrupted by user' "$log" || { cat "$log"; fail "the log ends before the build"; }
fi
main third >"$place/app/main.cpp"
run 0 "third word 1"

# -- on a terminal: one line, written anew
if command -v script >/dev/null; then
    main fourth >"$place/app/main.cpp"
    script -qec "sh '$place/app/run.sh' word" /dev/null </dev/null >"$work/printed" 2>&1 || fail "no build on a terminal:"
    [ "$(wc -l <"$work/printed")" -eq 0 ] || fail "more than one line:"
    [ "$(tr '\r' '\n' <"$work/printed" | grep -c '^Building: ')" -eq 2 ] || fail "not two steps:"
    case "$(tr '\r' '\n' <"$work/printed" | tail -n 1)" in
    "fourth word 1") ;;
    *) fail "the line of the build is left:" ;;
    esac
fi

# -- another build in the same folder is waited for
if command -v flock >/dev/null; then
    mkfifo "$work/held" "$work/end" "$work/waits"
    (
        exec 9>"$place/build/app/build.lock"
        flock 9
        echo held >"$work/held"
        read -r _ <"$work/end"
    ) &
    read -r _ <"$work/held"
    main fifth >"$place/app/main.cpp"
    sh "$place/app/run.sh" word >"$work/printed" 2>"$work/waits" &
    waiting=$!
    exec 8<"$work/waits"
    read -r sentence <&8
    [ "$sentence" = "Another build is under way in $place/build/app; waiting for its end." ] || fail "$sentence"
    echo end >"$work/end"
    cat <&8 >"$work/said"
    wait "$waiting" || fail "it does not go on after the other:"
    grep -q '^fifth word 1$' "$work/printed" || [ "$(cat "$work/printed")" = "fifth word 1" ] || fail "not built:"
fi

# -- a copy with its build folder builds its own sources
cp -R "$place" "$work/copy"
main original >"$place/app/main.cpp"
main copied >"$work/copy/app/main.cpp"
place="$work/copy"
run 0 "copied word 1"
run 0 "copied word 1"
silent

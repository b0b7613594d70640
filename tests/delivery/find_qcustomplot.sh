#!/bin/sh
# QCustomPlot is found wherever systems put it: stand-ins of the library in prefixes of their own, each laid out as one
# system does it, and a program that tells which of them it was linked with.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
modules=$(CDPATH='' cd -- "$(dirname -- "$0")/../../app/cmake" && pwd)
for tool in cmake ninja c++; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8
wrong=0

# Two folders that look for it, as the program and its benchmarks do.
mkdir -p project/one project/two
cat >project/CMakeLists.txt <<END
cmake_minimum_required(VERSION 3.22)
project(finding LANGUAGES CXX)
foreach(part Widgets PrintSupport)
  add_library(Qt6::\${part} INTERFACE IMPORTED GLOBAL)
endforeach()
list(APPEND CMAKE_MODULE_PATH "$modules")
add_subdirectory(one)
add_subdirectory(two)
END
for folder in one two; do
    cat >"project/$folder/CMakeLists.txt" <<END
find_package(QCustomPlot REQUIRED)
add_executable($folder ../main.cpp)
target_link_libraries($folder PRIVATE QCustomPlot::QCustomPlot)
END
done
cat >project/main.cpp <<END
#include <qcustomplot.h>
#include <cstdio>
int main() { std::puts(whichOne()); }
END

header() { # FOLDER
    mkdir -p "$1"
    echo 'const char* whichOne();' >"$1/qcustomplot.h"
}
library() { # FILE, WHAT IT SAYS, [FLAGS]
    mkdir -p "${1%/*}"
    echo "const char* whichOne() { return \"$2\"; }" >library.cpp
    # shellcheck disable=SC2086 # a list of flags
    c++ -shared -fPIC -o "$1" library.cpp ${3:-}
}
# The Qt 5 build, which is there on many systems under a name much like the right one.
decoy() { # PREFIX
    mkdir -p qt5 "$1/usr/lib/cmake/QCustomPlot"
    echo 'int qt5;' >qt5.cpp
    c++ -shared -fPIC -Wl,-soname,libQt5Widgets.so.5 -o qt5/libQt5Widgets.so qt5.cpp
    header "$1/usr/include"
    library "$1/usr/lib/libqcustomplot.so" decoy "-Wl,--no-as-needed -Lqt5 -lQt5Widgets"
    echo 'message(FATAL_ERROR "the Qt 5 build was looked for")' >"$1/usr/lib/cmake/QCustomPlot/QCustomPlotConfig.cmake"
}
configure() { # PREFIX, [OPTIONS]
    prefix=$work/$1
    shift
    mkdir -p "$prefix"
    rm -rf build
    PKG_CONFIG_LIBDIR=$prefix/usr/lib/pkgconfig PKG_CONFIG_PATH='' CMAKE_PREFIX_PATH='' cmake -S project -B build -G Ninja \
        -Wno-dev -DCMAKE_FIND_ROOT_PATH="$prefix" -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=ONLY \
        -DCMAKE_FIND_ROOT_PATH_MODE_LIBRARY=ONLY -DCMAKE_FIND_ROOT_PATH_MODE_INCLUDE=ONLY "$@" >log 2>&1
}
finds() { # WHAT IT SAYS, PREFIX, [OPTIONS]
    expected=$1
    shift
    if ! configure "$@" || ! cmake --build build >>log 2>&1; then
        cat log
        echo "$1: nothing is found"
        wrong=1
        return
    fi
    for folder in one two; do
        said=$("build/$folder/$folder")
        [ "$said" = "$expected" ] || { echo "$1: “$said” is found, not “$expected”"; wrong=1; }
    done
}
finds_nothing() { # PREFIX, [OPTIONS]
    if configure "$@"; then
        echo "$1: something is found"
        wrong=1
    elif ! grep -q 'libqcustomplot-dev' log || ! grep -q 'QCUSTOMPLOT_SOURCE_DIR' log; then
        cat log
        echo "$1: the message does not say what to do"
        wrong=1
    fi
}

# Debian, Ubuntu: a config package, beside that of Qt 5.
decoy debian
library debian/usr/lib/libQCustomPlotQt6.so debian
mkdir -p debian/usr/lib/cmake/QCustomPlotQt6
cat >debian/usr/lib/cmake/QCustomPlotQt6/QCustomPlotQt6Config.cmake <<END
if(NOT TARGET QCustomPlotQt6::QCustomPlotQt6)
  add_library(QCustomPlotQt6::QCustomPlotQt6 SHARED IMPORTED)
  set_target_properties(QCustomPlotQt6::QCustomPlotQt6 PROPERTIES IMPORTED_LOCATION $work/debian/usr/lib/libQCustomPlotQt6.so
    INTERFACE_INCLUDE_DIRECTORIES $work/debian/usr/include)
endif()
END
finds debian debian

# Fedora, Arch: pkg-config, in a place that only it knows.
if command -v pkg-config >/dev/null; then
    decoy fedora
    header fedora/opt/include
    library fedora/opt/lib/libqcustomplot-qt6.so fedora
    library fedora/usr/lib/libQCustomPlotQt6.so other # not the header's
    mkdir -p fedora/usr/lib/pkgconfig
    cat >fedora/usr/lib/pkgconfig/qcustomplot-qt6.pc <<END
Name: qcustomplot-qt6
Description: a stand-in
Version: 2.1.1
Libs: -L$work/fedora/opt/lib -lqcustomplot-qt6
Cflags: -I$work/fedora/opt/include
END
    finds fedora fedora
fi

# The plain library, under each of its names.
for name in QCustomPlotQt6 qcustomplot-qt6 qcustomplot2 qcustomplot; do
    header "$name/usr/include"
    library "$name/usr/lib/lib$name.so" "$name"
    finds "$name" "$name"
done

# The upstream sources, also where a package is there.
header source
cat >source/qcustomplot.cpp <<END
#include "qcustomplot.h"
const char* whichOne() { return "source"; }
END
finds source nothing -DQCUSTOMPLOT_SOURCE_DIR="$work/source"
finds source debian -DQCUSTOMPLOT_SOURCE_DIR="$work/source"

finds_nothing nothing
finds_nothing nothing -DQCUSTOMPLOT_SOURCE_DIR="$work/nowhere"
decoy qt5only
finds_nothing qt5only
exit $wrong

# Sourced by app/run.sh and tests/run.sh: makes sure that packages are installed.
# SPDX-License-Identifier: GPL-3.0-or-later

# What the two programs need to build and run, by Debian's names (Debian 12, 13, Ubuntu 24.04).
app_packages="g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqcustomplot-dev libeigen3-dev nlohmann-json3-dev zlib1g-dev libzip-dev libqrencode-dev pkgconf"

# The same by the names of systems where we only name them.
name_packages_elsewhere() {
    case "$(. /etc/os-release 2>/dev/null && echo "$ID $ID_LIKE" || uname -s)" in
    *fedora*) echo "sudo dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qtsvg-devel qt6-qttools-devel qcustomplot-qt6-devel eigen3-devel json-devel zlib-devel libzip-devel qrencode-devel pkgconf" ;;
    *arch*) echo "sudo pacman -S --needed gcc cmake ninja qt6-base qt6-svg qt6-tools eigen nlohmann-json zlib libzip qrencode pkgconf (and qcustomplot-qt6 from the AUR)" ;;
    *Darwin*) echo "brew install cmake ninja qt eigen nlohmann-json libzip qrencode pkgconf (and -DQCUSTOMPLOT_SOURCE_DIR=… with QCustomPlot's sources)" ;;
    *) echo "a C++20 compiler, CMake, Ninja, Qt 6.4 (base, svg, tools), QCustomPlot 2.1 for Qt 6, Eigen 3.4, nlohmann-json 3.11, zlib, libzip, libqrencode, pkg-config (on Windows: vcpkg install qtbase qtsvg qttools qcustomplot eigen3 nlohmann-json zlib libzip libqrencode pkgconf)" ;;
    esac
}

# require_packages NAME...: installs those that are missing, and only those; says which. No package call when none is.
require_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        echo "This is not Debian or Ubuntu; Deltascope needs: $(name_packages_elsewhere)" >&2
        echo "Going on with what is installed." >&2
        return 0
    fi
    missing=""
    # One question for all names: each takes as long as all of them. A name that another package provides is listed too, but
    # not as installed, so the status is asked for.
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii //p' | tr '\n' ' ')"
    for package in "$@"; do
        case "$installed" in
        *" $package "*) ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    echo "Missing packages:$missing" >&2
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Installing them needs root and there is no sudo here; as root: apt-get install$missing" >&2
            return 1
        fi
        as_root="sudo"
    fi
    echo "Installing them with apt-get." >&2
    $as_root apt-get update -q >&2 || echo "apt-get update failed; trying with the lists that are here." >&2
    # shellcheck disable=SC2086 # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2 || {
        echo "apt-get could not install:$missing" >&2
        return 1
    }
}

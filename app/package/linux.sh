# Sourced by app/package.sh: the programs for Linux, as a .deb and with everything inside.
# SPDX-License-Identifier: GPL-3.0-or-later

build_linux() {
    # shellcheck disable=SC2086 # a list of names
    require_packages $app_packages dpkg-dev file gzip patchelf xz-utils qt6-translations-l10n || exit 1
    need_room 2000
    build "$work/linux-build" -S "$top" -B "$work/linux-build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF \
        -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$top=." -DCMAKE_INSTALL_PREFIX=/usr -DDELTASCOPE_COMMIT="$commit" || exit 1
}

package_deb() {
    build_linux
    rm -rf "$work/deb"
    cpack -G DEB --config "$work/linux-build/CPackConfig.cmake" -B "$work/deb" >"$work/deb.log" 2>&1 || {
        cat "$work/deb.log" >&2
        end 1 "The .deb could not be made."
    }
    mv "$work"/deb/*.deb "$out/"
}

plugins="platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland-generic.so iconengines/libqsvgicon.so
    imageformats/libqsvg.so platforminputcontexts/libcomposeplatforminputcontextplugin.so
    platforminputcontexts/libibusplatforminputcontextplugin.so platformthemes/libqxdgdesktopportal.so
    wayland-shell-integration/libxdg-shell.so wayland-decoration-client/libbradient.so"

package_portable() {
    build_linux
    name=deltascope-$version-linux-x64
    root="$work/stage/$name"
    rm -rf "$root" "$work/owners"
    mkdir -p "$root/bin" "$root/lib" "$root/translations"
    for program in deltascope deltascope-cli; do
        strip -o "$root/bin/$program" "$work/linux-build/app/$program"
        # RPATH, not RUNPATH: it holds for the libraries of libraries too, which so stay as Debian built them.
        patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$root/bin/$program"
        sed "s/@PROGRAM@/$program/" "$here/package/start.sh" >"$root/$program"
        chmod +x "$root/$program"
    done
    printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$root/bin/qt.conf"
    copy_plugins "$root"
    copy_libraries "$root"
    cp /usr/share/qt6/translations/qtbase_*.qm "$root/translations/"
    note_package "$root" qt6-translations-l10n "translations/"
    note_package "$root" libeigen3-dev "inside the programs"
    note_package "$root" nlohmann-json3-dev "inside the programs"
    finish_licences "$root"
    mkdir -p "$root/man"
    cp "$top/resources/desktop/deltascope.1" "$top/resources/desktop/deltascope-cli.1" "$root/man/"
    cp "$here/package/readme_linux.txt" "$root/README.txt"
    pack "$name.tar.xz"
}

copy_plugins() {
    from=$(dirname "$(dirname "$(find /usr/lib -path '*/qt6/plugins/platforms/libqxcb.so' | head -n 1)")")
    for plugin in $plugins; do
        [ -e "$from/$plugin" ] || continue # one of Wayland's, where that is not installed
        mkdir -p "$1/plugins/$(dirname "$plugin")"
        cp "$from/$plugin" "$1/plugins/$plugin"
        note_package "$1" "$(package_of "$from/$plugin")" "plugins/$(dirname "$plugin")"
    done
}

# Every library that a program or a plugin needs, but the C library: that is the system's, as the kernel is.
copy_libraries() {
    find "$1/bin" "$1/plugins" -type f -perm -u+x -o -name '*.so' | sort | xargs -r -n 1 ldd 2>/dev/null |
        sed -n 's/^\t\([^ ]*\) => \(\/[^ ]*\) .*/\1 \2/p' | sort -u >"$work/libraries"
    while read -r name_ file; do
        case "$name_" in
        libc.so.* | libm.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libresolv.so.* | libutil.so.* | ld-linux*) continue ;;
        esac
        cp -L "$file" "$1/lib/$name_"
        chmod 644 "$1/lib/$name_"
        note_package "$1" "$(package_of "$file")" "lib/$name_"
    done <"$work/libraries"
}

# Sourced by app/package.sh: the programs for Windows, from Debian's packages and source packages alone. What is not ours is
# built once and kept: $work/windows.
# SPDX-License-Identifier: GPL-3.0-or-later

# What Qt is built without: nothing here uses it.
qt_off="dbus sql network testlib opengl icu glib fontconfig vulkan direct2d direct2d1_1 directwrite directwrite3
    pkg_config system_zlib zstd concurrent xml gif ico jpeg movie graphicsview graphicseffect sessionmanager wizard
    mdiarea columnview undoview calendarwidget lcdnumber dial keysequenceedit fontdialog colordialog errormessage
    textodfwriter islamiccivilcalendar jalalicalendar"

package_windows() {
    # shellcheck disable=SC2086 # a list of names
    require_packages $app_packages g++-mingw-w64-x86-64-posix libz-mingw-w64-dev qt6-base-dev-tools qt6-translations-l10n \
        dpkg-dev zip || exit 1
    [ -z "${DELTASCOPE_CERTIFICATE:-}" ] || require_packages osslsigncode || exit 1
    need_room 4000
    prefix="$work/windows"
    mkdir -p "$prefix" "$work/sources"
    get_sources
    build_libraries
    build_windows
    stage_windows
}

# ---- sources

# The source packages of this Debian, by apt with lists of its own: nothing of the system's is changed.
get_sources() {
    for source in qt6-base qt6-svg qcustomplot libzip qrencode; do
        [ -e "$work/$source/.whole" ] || get_source "$source"
    done
}

get_source() {
    [ -d "$work/apt/debian" ] || make_lists debian "$(. /etc/os-release && echo "$VERSION_CODENAME")"
    rm -rf "$work/$1"
    (cd "$work/sources" && apt_of debian source -q -q --download-only --only-source "$1" >&2) || get_original "$1"
    description=$(find "$work/sources" -maxdepth 1 -name "$1_*.dsc" | sort | tail -n 1)
    if [ -e "$work/sources/$1.original" ]; then
        mkdir "$work/$1"
        tar -xf "$(find "$work/sources" -maxdepth 1 -name "$1_*.orig.tar.*" ! -name '*.asc')" -C "$work/$1" --strip-components=1
    else
        (cd "$work/sources" && dpkg-source --no-check -x "$description" "$work/$1" >&2) || end 1 "The sources of $1 are damaged."
    fi
    [ "$1" != qt6-base ] || mend_qt "$work/$1/src"
    : >"$work/$1/.whole"
}

mend_qt() {
    # Its dialogs for files write the last folders into the registry, whatever a program says of its settings.
    sed -i 's/^    d->saveSettings();$/    static_cast<void>(d);/' "$1/widgets/dialogs/qfiledialog.cpp"
    # Pens of before Windows 8 need Wintab's header, which is not free: Debian's sources have none.
    sed -i 's/QT_CONFIG(tabletevent)/0/' "$1/plugins/platforms/windows/qwindowscontext.cpp"
    sed -i '/include "qwindowstabletsupport.h"/d' "$1/plugins/platforms/windows/qwindowspointerhandler.cpp"
    sed -i 's/CONDITION QT_FEATURE_tabletevent/CONDITION OFF/' "$1/plugins/platforms/windows/CMakeLists.txt"
}

# make_lists NAME SUITE: where a mirror keeps sources
make_lists() {
    mkdir -p "$work/apt/$1.new/lists/partial" "$work/apt/$1.new/sources"
    case "$1" in
    debian) printf 'Types: deb-src\nURIs: http://deb.debian.org/debian\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$2" ;;
    # Read for a file whose SHA-256 Debian has signed, so that no other key is needed.
    ubuntu) printf 'Types: deb-src\nURIs: http://archive.ubuntu.com/ubuntu\nSuites: %s\nComponents: universe\nTrusted: yes\n' "$2" ;;
    esac >"$work/apt/$1.new/sources/$1.sources"
    mv "$work/apt/$1.new" "$work/apt/$1"
    apt_of "$1" update -q -q >&2 || { rm -rf "$work/apt/$1"; end 1 "The lists of Debian's sources cannot be read."; }
}

apt_of() {
    lists="$work/apt/$1"
    shift
    apt-get -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/sources" -o Dir::State::lists="$lists/lists" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
}

# get_original NAME: some mirrors lack a source that Debian lists. Ubuntu 24.04 keeps the same upstream archive; it is taken
# where it is the one that Debian's signed list names.
get_original() {
    say "Debian's mirror has no sources of $1; looking for the same archive in Ubuntu 24.04."
    [ -d "$work/apt/ubuntu" ] || make_lists ubuntu noble
    (cd "$work/sources" && apt_of ubuntu source -q -q --download-only --only-source --tar-only "$1" >&2) ||
        end 1 "The sources of $1 can be had from neither mirror."
    archive=$(find "$work/sources" -maxdepth 1 -name "$1_*.orig.tar.*" ! -name '*.asc')
    sum=$(sha256sum "$archive" | cut -d' ' -f1)
    cache=$(apt_cache_of debian showsrc --only-source "$1")
    case "$cache" in
    *"$sum"*) : >"$work/sources/$1.original" ;;
    *) end 1 "The sources of $1 are not those that Debian names." ;;
    esac
}

apt_cache_of() {
    lists="$work/apt/$1"
    shift
    apt-cache -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$lists/sources" -o Dir::State::lists="$lists/lists" \
        -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= "$@"
}

# ---- libraries

build_libraries() {
    PKG_CONFIG_LIBDIR="$prefix/lib/pkgconfig" # never this system's
    export PKG_CONFIG_LIBDIR
    copy_headers
    # shellcheck disable=SC2046 # options
    cross qt6-base -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_BUILD_EXAMPLES=OFF \
        -DQT_BUILD_TESTS=OFF -DQT_BUILD_TOOLS_WHEN_CROSSCOMPILING=OFF -DINPUT_opengl=no -DINPUT_libjpeg=no \
        -DINPUT_libpng=qt -DINPUT_freetype=qt -DINPUT_harfbuzz=qt -DINPUT_pcre=qt -DINPUT_doubleconversion=qt \
        $(printf -- '-DFEATURE_%s=OFF ' $qt_off)
    cross qt6-svg -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake -DQT_BUILD_EXAMPLES=OFF \
        -DQT_BUILD_TESTS=OFF
    cross libzip -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_WINDOWS_CRYPTO=OFF \
        -DENABLE_COMMONCRYPTO=OFF -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF \
        -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
    sed -i -e 's|^prefix=.*|prefix=${pcfiledir}/../..|' -e 's/^Libs: .*/Libs: -L${libdir} -lzip -lz -ladvapi32/' \
        "$prefix/lib/pkgconfig/libzip.pc"
    cross qrencode -DWITH_TOOLS=NO -DWITH_TESTS=NO
}

# Libraries of headers alone are the same everywhere; Debian's other headers beside them are not.
copy_headers() {
    mkdir -p "$prefix/include" "$prefix/share/cmake" "$prefix/share/eigen3"
    cp -a /usr/include/nlohmann /usr/include/eigen3 "$prefix/include/"
    cp -a /usr/share/cmake/nlohmann_json "$prefix/share/cmake/"
    cp -a /usr/share/eigen3/cmake "$prefix/share/eigen3/"
}

# cross NAME [OPTION...]: builds a library of $work for Windows, once. Its place is inside Qt and so inside the programs:
# not that of this folder, or they would have other bytes in another one.
cross() {
    source=$1
    shift
    [ ! -e "$prefix/.$source" ] || return 0
    say "Building $source for Windows, once."
    build "$work/$source-build" -S "$work/$source" -B "$work/$source-build" -G Ninja \
        -DCMAKE_TOOLCHAIN_FILE="$here/cmake/windows_x64.cmake" -DCMAKE_INSTALL_PREFIX=/windows -DCMAKE_PREFIX_PATH="$prefix" \
        -DCMAKE_BUILD_TYPE=Release -DBUILD_SHARED_LIBS=OFF -DCMAKE_C_FLAGS="-ffile-prefix-map=$work=." \
        -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$work=. -ffp-contract=off" "$@" || exit 1
    DESTDIR="$work" cmake --install "$work/$source-build" >"$work/$source-install.log" 2>&1 ||
        end 1 "$source could not be installed: $work/$source-install.log"
    : >"$prefix/.$source"
}

# ---- the programs

build_windows() {
    build "$work/windows-build" -S "$top" -B "$work/windows-build" -G Ninja \
        -DCMAKE_TOOLCHAIN_FILE="$here/cmake/windows_x64.cmake" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS="-ffile-prefix-map=$top=. -ffile-prefix-map=$work=." -DBUILD_TESTING=OFF \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DQCUSTOMPLOT_SOURCE_DIR="$work/qcustomplot" -DDELTASCOPE_COMMIT="$commit" || exit 1
}

stage_windows() {
    name=deltascope-$version-windows-x64
    root="$work/stage/$name"
    rm -rf "$root"
    mkdir -p "$root"
    for program in deltascope deltascope-cli; do
        x86_64-w64-mingw32-strip -o "$root/$program.exe" "$work/windows-build/app/$program.exe"
        sign "$root/$program.exe"
    done
    for source in qt6-base qt6-svg qcustomplot libzip qrencode; do
        of=$(sed -n '1s/.*(\(.*\)).*/\1/p' "$work/$source/debian/changelog" 2>/dev/null) || of=""
        licence="$work/$source/debian/copyright"
        [ -e "$licence" ] || licence=/usr/share/doc/libqt6svg6/copyright # the same sources, built for this system
        note_licence "$root" "$source" "${of:-$(dpkg-query -W -f='${Version}' libqt6svg6)}" "$licence" "inside the programs"
    done
    for package in libz-mingw-w64-dev libeigen3-dev nlohmann-json3-dev g++-mingw-w64-x86-64-posix mingw-w64-x86-64-dev; do
        note_package "$root" "$package" "inside the programs"
    done
    printf '[Paths]\r\nPrefix = .\r\nTranslations = translations\r\n' >"$root/qt.conf"
    mkdir -p "$root/translations"
    cp /usr/share/qt6/translations/qtbase_*.qm "$root/translations/"
    note_package "$root" qt6-translations-l10n "translations/"
    finish_licences "$root"
    sed 's/$/\r/' "$here/package/readme_windows.txt" >"$root/README.txt"
    pack "$name.zip"
}

sign() {
    [ -n "${DELTASCOPE_CERTIFICATE:-}" ] || return 0
    osslsigncode sign -pkcs12 "$DELTASCOPE_CERTIFICATE" ${DELTASCOPE_PASSWORD_FILE:+-readpass "$DELTASCOPE_PASSWORD_FILE"} \
        -n Deltascope -h sha256 -time "$SOURCE_DATE_EPOCH" -in "$1" -out "$1.signed" >"$work/sign.log" 2>&1 ||
        end 1 "The certificate $DELTASCOPE_CERTIFICATE does not sign: $work/sign.log"
    mv "$1.signed" "$1"
}

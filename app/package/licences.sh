# Sourced by app/package.sh: which package of Debian each file comes from, and what its licence is.
# SPDX-License-Identifier: GPL-3.0-or-later

# package_of FILE: the installed package that it belongs to. All libraries are asked for at once: a question takes as long
# for one file as for all.
package_of() {
    [ -s "$work/owners" ] || dpkg-query -S '*/lib/*.so*' 2>/dev/null | sed -n 's/^\([^ ,:]*\)[^ ]*: .*\(\/lib\/.*\)$/\2 \1/p' |
        sort >"$work/owners"
    for path in "$1" "$(readlink -f "$1")"; do
        owner=$(grep -F -m 1 "/lib/${path#*/lib/} " "$work/owners" | sed 's/.* //')
        [ -z "$owner" ] || { echo "$owner"; return 0; }
    done
    end 1 "No package of Debian holds $1, so that its licence is not known."
}

# note_package FOLDER PACKAGE WHAT: a line in the list and the licence, as Debian writes it down.
note_package() {
    mkdir -p "$1/licences"
    note_licence "$1" "$2" "$(dpkg-query -W -f='${Version}' "$2")" "/usr/share/doc/$2/copyright" "$3"
}

# note_licence FOLDER NAME VERSION FILE WHAT
note_licence() {
    mkdir -p "$1/licences"
    [ -s "$4" ] || end 1 "The licence of $2 is not where it should be: $4."
    cp -L "$4" "$1/licences/$2.txt"
    printf '%s %s: %s (licences/%s.txt)\n' "$2" "$3" "$5" "$2" >>"$1/licences/.list"
}

# finish_licences FOLDER: the list, and what is of this program itself.
finish_licences() {
    cp "$top/LICENSE" "$1/LICENSE.txt"
    cp "$top/resources/fonts/LICENSE.txt" "$1/licences/DejaVu.txt"
    {
        echo "Deltascope $version (commit $commit) is free software under the GNU General Public License, version 3 or"
        echo "later (LICENSE.txt). Inside it are, each under its own licence:"
        echo
        echo "DejaVu fonts: inside the programs (licences/DejaVu.txt)"
        sort -u "$1/licences/.list"
        echo
        echo "Texts of licences that these files only name, and the sources: https://sources.debian.org"
    } >"$1/LICENCES.txt"
    rm "$1/licences/.list"
    # Debian's files name the common ones by their place on a Debian.
    for common in $(grep -rhoE '/usr/share/common-licenses/[A-Za-z0-9.-]*[A-Za-z0-9]' "$1/licences" | sort -u); do
        [ ! -f "$common" ] || cp -L "$common" "$1/licences/$(basename "$common").txt"
    done
}

#!/bin/sh
# The man page of deltascope-cli: what --help says of each command, in the frame of deltascope-cli.1.in.
# `man_page.sh CLI >deltascope-cli.1`, as the build target update_man_page does; a test compares the two. The page is kept
# with the sources, so that a cross build, which cannot run the program, has it.
# SPDX-License-Identifier: GPL-3.0-or-later
set -eu
cli=$1
folder=$(dirname "$0")
export LC_ALL=C.UTF-8

commands=$("$cli" --help | sed -n '/^Examples:/q; s/^  \([a-z][a-z-]*\) .*/\1/p')
[ -n "$commands" ] || { echo "man_page.sh: there are no commands in --help" >&2; exit 1; }
version=$("$cli" --version | sed -n '1s/^[^ ]* //p')

for command in $commands; do
    "$cli" "$command" --help
done | awk -v version="$version" -v frame="$folder/deltascope-cli.1.in" '
    function plain(text) { # as roff takes it for text
        gsub(/\\/, "\\e", text)
        gsub(/-/, "\\-", text)
        return text ~ /^[.\047]/ ? "\\&" text : text
    }
    function joined(text, more) { return text == "" ? more : text " " more }
    function printOption(named, help,   words) { # "--set KEY=VALUE"
        if (help ~ /^[a-z]+ /) help = toupper(substr(help, 1, 1)) substr(help, 2)
        split(named, words, " ")
        if (words[2] == "") printf ".TP\n.B %s\n", plain(words[1])
        else printf ".TP\n.BI %s \" %s\"\n", plain(words[1]), plain(words[2])
        print plain(help) "."
    }
    function printCommands(   c, o, key, shared) {
        for (c = 1; c <= count; ++c) {
            printf ".SS %s\n%s\n", plain(usage[c]), plain(summary[c])
            printf "%s", notes[c]
            shared = ""
            for (o = 1; o <= options[c]; ++o) {
                key = named[c, o] SUBSEP help[c, o]
                if (users[key] == 1) printOption(named[c, o], help[c, o])
                else shared = (shared == "" ? "" : shared ",\n") ".B " plain(substr(named[c, o], 1, index(named[c, o] " ", " ") - 1))
            }
            if (shared != "") { gsub(/,\n/, " ,\n", shared); gsub(/\n\.B /, "\n.BR ", shared); sub(/^\.B /, ".BR ", shared)
                printf ".PP\nAlso, as below:\n%s .\n", shared }
        }
    }
    function printShared(   c, o, key, done) {
        for (c = 1; c <= count; ++c)
            for (o = 1; o <= options[c]; ++o) {
                key = named[c, o] SUBSEP help[c, o]
                if (users[key] > 1 && !(key in done)) { done[key] = 1; printOption(named[c, o], help[c, o]) }
            }
    }
    /^Usage: / { ++count; part = "summary"; usage[count] = $0; sub(/^Usage: deltascope-cli /, "", usage[count])
        sub(/ \[OPTIONS\]$/, "", usage[count]); next }
    part == "summary" && /^$/ { part = "options"; next }
    part == "summary" { summary[count] = joined(summary[count], $0); next }
    part == "options" && /^$/ { part = "notes"; next }
    part == "options" && /^  --/ { o = ++options[count]; row = substr($0, 3); at = match(row, /  +[^ ]/)
        named[count, o] = at ? substr(row, 1, at - 1) : row
        if (at) { sub(/^ +/, "", row); help[count, o] = substr(row, at); sub(/^ +/, "", help[count, o]) }
        next }
    part == "options" { sub(/^ +/, ""); help[count, o] = joined(help[count, o], $0); next }
    part == "notes" { notes[count] = notes[count] (notes[count] == "" ? ".PP\n" : "") plain($0) "\n" }
    END {
        for (c = 1; c <= count; ++c) {
            while (named[c, options[c]] == "--help") --options[c] # the frame has it
            for (o = 1; o <= options[c]; ++o) {
                # What a registry has is listed by --help alone: a new language or format is no new page.
                if (named[c, o] ~ /^--lang / || help[c, o] ~ /: \.png/) sub(/:.*/, "; --help lists them", help[c, o])
                ++users[named[c, o] SUBSEP help[c, o]]
            }
        }
        while ((getline line < frame) > 0)
            if (line == "@COMMANDS@") printCommands()
            else if (line == "@OPTIONS@") printShared()
            else { gsub(/@VERSION@/, version, line); print line }
    }'

# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for deltascope-cli. Commands, options and ids are asked of the program itself, so none is named twice.

# The ids of one kind; of the parameters only those of the option $2.
_deltascope_cli_ids() {
    local row='"id"'
    [[ -n ${2-} ]] && row="\"option\": \"$2\""
    LC_ALL=C "$program" list "$1" --format json 2>/dev/null |
        sed -n "/$row/s/^  {\"id\": \"\([^\"]*\)\".*/\1/p"
}

# The values that the parameter $2 of the option $1 may have, where they have names.
_deltascope_cli_choices() {
    LC_ALL=C "$program" list parameters --format json 2>/dev/null |
        sed -n "/^  {\"id\": \"$2\",.*\"option\": \"$1\"/s/.*\"choices\": \[\([^]]*\)\].*/\1/p" | tr -d '"' | sed 's/, /\n/g'
}

# The help of the command, or of the program.
_deltascope_cli_help() {
    LC_ALL=C "$program" "$@" --help 2>/dev/null
}

# What may stand after the option $1 of $command; says in $files whether names of files may too.
_deltascope_cli_values() {
    case $1 in
    --preset) _deltascope_cli_ids presets ;;
    --set | --view)
        if [[ $cur == *=* ]]; then
            local key=${cur%%=*}
            _deltascope_cli_choices "$1" "$key" | sed "s/^/$key=/"
        else
            _deltascope_cli_ids parameters "$1" | sed 's/$/=/'
        fi
        ;;
    --format) _deltascope_cli_help "$command" | sed -n 's/^  --format \([a-z|]*\).*/\1/p' | tr '|' '\n' ;;
    --lang) _deltascope_cli_help "$command" | sed -n 's/^  --lang .*: //p' | sed 's/, /\n/g' ;;
    --theme) LC_ALL=C deltascope --help 2>/dev/null | sed -n 's/^  --theme ID *\(.*\) or system$/\1/p' | sed 's/, /\n/g' ;;
    esac
}

_deltascope_cli() {
    local program command="" cur previous word what="" option="" typed=${COMP_LINE:0:COMP_POINT}
    local -a words found
    read -ra words <<<"$typed"
    [[ $typed == *[[:space:]] ]] && words+=("")
    program=${words[0]}
    type -P "$program" >/dev/null || program=deltascope-cli
    cur=${words[${#words[@]} - 1]}
    previous=${words[${#words[@]} - 2]}
    [[ ${#words[@]} -gt 2 ]] && command=${words[1]}
    if [[ $cur == --*=* ]]; then # --option=value
        option=${cur%%=*}
        cur=${cur#*=}
    elif [[ $previous == --* ]] &&
        _deltascope_cli_help "$command" | grep -q "^  $previous [A-Za-z]"; then
        option=$previous
    fi

    COMPREPLY=()
    if [[ -z $command ]]; then
        mapfile -t found < <(_deltascope_cli_help | sed -n '/^Examples:/q; s/^  \([a-z-][a-z-]*\) .*/\1/p')
    elif [[ -n $option ]]; then
        mapfile -t found < <(_deltascope_cli_values "$option")
    elif [[ $cur == -* ]]; then
        mapfile -t found < <(_deltascope_cli_help "$command" | sed -n 's/^  \(--[a-z-]*\).*/\1/p')
    elif [[ $previous == "$command" ]]; then
        what=$(_deltascope_cli_help "$command" | sed -n '1s/^Usage: [^ ]* [^ ]* \[*\([A-Z]*\).*/\1/p')
        case $what in
        KIND) mapfile -t found < <(LC_ALL=C "$program" list 2>/dev/null | grep '^[a-z]') ;;
        ID) mapfile -t found < <(_deltascope_cli_ids figures) ;;
        LESSON) mapfile -t found < <(_deltascope_cli_ids lessons) ;;
        esac
    fi
    for word in "${found[@]}"; do
        [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
    done
    [[ -n $option ]] &&
        what=$(_deltascope_cli_help "$command" | sed -n "s/^  $option \([A-Z]*\).*/\1/p")
    case $what in
    FILE | DIR | LESSON)
        if [[ $cur != -* ]]; then
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -f -- "$cur")
            compopt -o filenames 2>/dev/null
        fi
        ;;
    esac
    # Where = parts words, only what follows it is put in.
    if [[ $COMP_WORDBREAKS == *=* && $cur == *=* ]]; then
        COMPREPLY=("${COMPREPLY[@]#"${cur%%=*}="}")
    fi
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
    return 0
}

complete -F _deltascope_cli deltascope-cli

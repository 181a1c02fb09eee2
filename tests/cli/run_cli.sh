#!/bin/sh
# run_cli.sh - replays the command lines of tests/cli/*.cli and compares what they print.
#
# usage: run_cli.sh PROGRAM [--redo] [NAME…]
#
# A .cli file reads like a terminal:
#     # words for the reader
#     $ entente rank tests/fixtures/salon.csv
#     | a line of standard output
#     ! a line of standard error
#     ? 2        (the exit status, where it is not 0)
#     # needs: dot        (the next command is skipped where a program is missing)
# Commands run in the source root under LC_ALL=C, with "entente" on the PATH, nothing on standard input and an empty
# scratch folder $T. Then all runs again under a locale with decimal commas and must print the same. --redo writes the
# results into the files; read the difference before you commit it.
set -u

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
redo=no
[ "${1-}" = --redo ] && redo=yes && shift
here=$(cd "$(dirname "$0")" && pwd)
source=${ENTENTE_SOURCE:-$here/../..}
cd "$source" || exit 99

scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
mkdir "$scratch/bin"
cat > "$scratch/bin/entente" <<END
#!/bin/sh
LC_ALL=\$ENTENTE_LOCALE exec '$program' "\$@"
END
chmod +x "$scratch/bin/entente"
PATH=$scratch/bin:$PATH TERM=dumb LC_ALL=C ENTENTE_LOCALE=C
export PATH TERM LC_ALL ENTENTE_LOCALE
unset NO_COLOR SOURCE_DATE_EPOCH

number=0
failed=0
report() { # ok|"not ok" name
    number=$((number + 1))
    [ "$1" = ok ] || failed=$((failed + 1))
    printf '%s %d - %s\n' "$1" "$number" "$2"
}

# Lines of a file with a mark in front, each ended; the scratch folder by its name.
marked() {
    sed "s|$T|\$T|g" "$2" | awk -v mark="$1" '{ print ($0 == "") ? mark : mark " " $0 }'
}

# One command: its block of results into $scratch/got.
run_command() {
    (eval "$1") > "$scratch/stdout" 2> "$scratch/stderr" < /dev/null
    status=$?
    {
        marked '|' "$scratch/stdout"
        marked '!' "$scratch/stderr"
        [ "$status" = 0 ] || echo "? $status"
    } > "$scratch/got"
}

shortened() { printf '%s' "$command" | cut -c1-100 | tr '#' '_'; }

# Compares the block of the command before this line, if there was one.
finish() {
    [ -n "$command" ] || return
    if [ -n "$missing" ]; then
        cat "$scratch/want" >> "$scratch/new"
        if [ "$redo" = no ] && [ "$ENTENTE_LOCALE" = C ]; then
            number=$((number + 1))
            echo "ok $number - $topic: $(shortened) # SKIP no $missing here"
        fi
        command='' missing=''
        return
    fi
    cat "$scratch/got" >> "$scratch/new"
    if [ "$redo" = no ] && [ "$ENTENTE_LOCALE" = C ]; then
        name="$topic: $(shortened)"
        if cmp -s "$scratch/want" "$scratch/got"; then
            report ok "$name"
        else
            report 'not ok' "$name"
            diff "$scratch/want" "$scratch/got" | sed 's/^/#   /' | head -60
        fi
    fi
    command=
}

replay() { # FILE: runs its commands and writes it anew into $scratch/new
    command='' missing='' needs=''
    T=$(mktemp -d "$scratch/T.XXXXXX")
    export T
    : > "$scratch/new"
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '$ '*)
            finish
            command=${line#??}
            : > "$scratch/want"
            printf '%s\n' "$line" >> "$scratch/new"
            for tool in $needs; do
                command -v "$tool" > /dev/null || missing=$tool
            done
            needs=
            [ -n "$missing" ] || run_command "$command"
            ;;
        '|'* | '!'* | '?'*) printf '%s\n' "$line" >> "$scratch/want" ;;
        *)
            finish
            case $line in '# needs: '*) needs=${line#'# needs: '} ;; esac
            printf '%s\n' "$line" >> "$scratch/new"
            ;;
        esac
    done < "$1"
    finish
}

# A locale with decimal commas: installed, or compiled into the scratch folder.
find_locale() {
    locale -a 2> /dev/null | grep -i -m1 '^de_DE\.utf-\{0,1\}8$' && return
    localedef -i de_DE -f UTF-8 "$scratch/de_DE.UTF-8" > /dev/null 2>&1 && echo de_DE.UTF-8
}
decimal_comma=$(find_locale)
[ -d "$scratch/de_DE.UTF-8" ] && export LOCPATH="$scratch"

if [ $# = 0 ]; then
    set -- "$here"/*.cli
else
    for name; do
        shift
        set -- "$@" "$here/$name.cli"
    done
fi
for file; do
    topic=$(basename "$file" .cli)
    replay "$file"
    if [ "$redo" = yes ]; then
        cmp -s "$scratch/new" "$file" || { cp "$scratch/new" "$file" && echo "rewritten: $file"; }
        continue
    fi
    [ -n "$decimal_comma" ] || continue
    cp "$scratch/new" "$scratch/plain"
    ENTENTE_LOCALE=$decimal_comma
    replay "$file"
    ENTENTE_LOCALE=C
    if cmp -s "$scratch/plain" "$scratch/new"; then
        report ok "$topic: the same under $decimal_comma"
    else
        report 'not ok' "$topic: the same under $decimal_comma"
        diff "$scratch/plain" "$scratch/new" | sed 's/^/#   /' | head -60
    fi
done
[ "$redo" = yes ] && exit 0
if [ -z "$decimal_comma" ]; then
    number=$((number + 1))
    echo "ok $number - all of it under decimal commas # SKIP no locale de_DE.UTF-8 here, and localedef cannot make one"
fi
echo "1..$number"
[ "$failed" = 0 ]

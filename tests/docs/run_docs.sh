#!/bin/sh
# run_docs.sh - what is written about the program is true: options stand in help, manual and completion, examples run.
#
# usage: run_docs.sh PROGRAM [--redo]
#
# In README.md and docs/*.md a line of a ```sh block that starts with "entente " is run, in a scratch folder that has
# corpus/, one folder a page; a ```text block right after it is what the terminal must show; a block after
# "<!-- file: NAME -->" becomes that file; the commands of one after "<!-- status: 1 -->" end with that status. --redo
# writes the ```text blocks anew.
set -u

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
redo=no
[ "${2-}" = --redo ] && redo=yes
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "${ENTENTE_SOURCE:-$here/../..}" && pwd)

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
mkdir "$scratch/bin"
ln -s "$program" "$scratch/bin/entente"
PATH=$scratch/bin:$PATH LC_ALL=C NO_COLOR=1 TERM=xterm SHELL=/bin/sh
export PATH LC_ALL NO_COLOR TERM SHELL
unset SOURCE_DATE_EPOCH

number=0
failed=0
report() { # ok|"not ok" name
    number=$((number + 1))
    [ "$1" = ok ] || failed=$((failed + 1))
    printf '%s %d - %s\n' "$1" "$number" "$2"
}
skip() { # name why
    number=$((number + 1))
    printf 'ok %d - %s # SKIP %s\n' "$number" "$1" "$2"
}
# Compares two lists; says what only one of them has.
agree() { # name file file
    if cmp -s "$2" "$3"; then
        report ok "$1"
    else
        report 'not ok' "$1"
        diff "$2" "$3" | sed 's/^/#   /'
    fi
}

# ---- options: table = completion = help = manual ----

options_agree() {
    sed -n '/^static const Option table/,/^};/s/^ *{"\([a-z-]*\)",.*/\1/p' "$source/src/commands/option.c" |
        sort > "$scratch/table"
    verbs=$(sed -n '/^static const Verb table/,/^};/s/^    {"\([a-z-]*\)",.*/\1/p' "$source/src/commands/verb.c")
    entente completion bash > "$scratch/completion"
    : > "$scratch/all"
    for verb in $verbs; do
        sed -n "/case \${COMP_WORDS\[1\]}/,\$s/^    $verb) .*-W '\([^']*\)'.*/\1/p" "$scratch/completion" |
            tr ' ' '\n' | sed -n 's/^--//p' | sort > "$scratch/completed"
        entente help "$verb" | sed -n 's/^  \(-., \|    \)--\([a-z-]*\).*/\2/p' | sort > "$scratch/helped"
        agree "options of $verb: help and completion" "$scratch/helped" "$scratch/completed"
        cat "$scratch/helped" >> "$scratch/all"
        [ "$verb" = help ] && continue # its --help is the overview
        entente "$verb" --help > "$scratch/long"
        entente help "$verb" > "$scratch/short"
        agree "entente $verb --help and entente help $verb" "$scratch/long" "$scratch/short"
    done
    sort -u "$scratch/all" > "$scratch/some"
    agree 'every option of the table is in the help of some verb' "$scratch/table" "$scratch/some"
    entente help manual | sed -n '/^\.SH OPTIONS/,/^\.SH MEASURES/s/.*\\fB\\-\\-\([a-z\\-]*\)\\fR.*/\1/p' |
        sed 's/\\-/-/g' | sort > "$scratch/manual"
    agree 'every option of the table is in the manual' "$scratch/table" "$scratch/manual"
    entente completion bash | sed -n "s/.*COMP_CWORD\" = 1.*-W '\([^']*\)'.*/\1/p" | tr ' ' '\n' > "$scratch/completed"
    printf '%s\n' "$verbs" > "$scratch/verbs"
    agree 'every verb is completed' "$scratch/verbs" "$scratch/completed"
    entente help manual | sed -n 's/^\.SS entente \([a-z]*\).*/\1/p' > "$scratch/manual"
    agree 'every verb is in the manual' "$scratch/verbs" "$scratch/manual"
    entente help | sed -n 's/^  \([a-z]*\) .*/\1/p' > "$scratch/overview"
    agree 'every verb is in the overview' "$scratch/verbs" "$scratch/overview"
    entente help measures | grep '^[a-z]' > "$scratch/measures"
    entente help manual | sed -n '/^\.SH MEASURES/,/^\.SH EXIT/s/^\\fB\(.*\)\\fR$/\1/p' > "$scratch/manual"
    agree 'every measure is in the manual' "$scratch/measures" "$scratch/manual"
}

# The manual page is good roff and keeps every example on lines of its own.
manual_renders() {
    entente help manual > "$scratch/entente.1"
    name='the manual page renders without warnings'
    if command -v groff > /dev/null; then
        groff -man -Tutf8 -Kutf8 -ww "$scratch/entente.1" 2> "$scratch/warnings" > "$scratch/page"
    elif command -v mandoc > /dev/null; then
        mandoc -W warning "$scratch/entente.1" 2> "$scratch/warnings" > "$scratch/page"
    elif command -v man > /dev/null; then
        man --warnings=w -E UTF-8 -l "$scratch/entente.1" 2> "$scratch/warnings" > "$scratch/page"
    else
        skip "$name" 'neither groff, mandoc nor man here'
        return
    fi
    if [ -s "$scratch/page" ] && [ ! -s "$scratch/warnings" ]; then
        report ok "$name"
    else
        report 'not ok' "$name"
        sed 's/^/#   /' "$scratch/warnings" | head -20
    fi
}

# ---- examples of the verbs ----

new_place() { # a folder with corpus/ and some raw texts/ in it
    place=$(mktemp -d "$scratch/place.XXXXXX")
    ln -s "$source/corpus" "$place/corpus"
    ln -s "$source/tests/fixtures/articles" "$place/texts"
}

examples_run() {
    new_place
    entente help | sed -n 's/^  \([a-z]*\) .*/\1/p' > "$scratch/verbs"
    while read -r verb; do
        entente help "$verb" | sed -n '/^Examples$/,/^$/s/^  \(entente .*\)/\1/p' > "$scratch/examples"
        [ -s "$scratch/examples" ] || report 'not ok' "help $verb shows an example"
        while read -r example; do
            if (cd "$place" && eval "$example") > "$scratch/out" 2> "$scratch/err" < /dev/null; then
                report ok "example: $example"
            else
                report 'not ok' "example: $example"
                sed 's/^/#   /' "$scratch/err" | head -5
            fi
        done < "$scratch/examples"
    done < "$scratch/verbs"
}

# ---- pages ----

# Runs one command as if typed on a terminal; what it shows goes to $scratch/shown.
on_terminal() {
    (cd "$place" && script -qec "$1" /dev/null < /dev/null) > "$scratch/raw"
    status=$?
    tr -d '\r' < "$scratch/raw" >> "$scratch/shown"
    return $status
}

run_block() { # commands of $scratch/block, one a line
    : > "$scratch/shown"
    n_run=0
    while IFS= read -r typed; do
        case $typed in 'entente '*) ;; *) continue ;; esac
        n_run=$((n_run + 1))
        on_terminal "$typed"
        status=$?
        name=$(printf '%s' "$page: $typed" | cut -c1-110 | tr '#' '_')
        if [ $status = "$expected" ]; then
            [ $redo = yes ] || report ok "$name"
        else
            [ $redo = yes ] || report 'not ok' "$name"
            sed 's/^/#   /' "$scratch/raw" | head -8
        fi
    done < "$scratch/block"
}

check_page() { # FILE
    page=${1#"$source"/}
    new_place
    n_run=0 kind='' target='' result=no expected=0
    : > "$scratch/new"
    while IFS= read -r line || [ -n "$line" ]; do
        case $kind in
        '') case $line in
            '```sh') kind='sh' && : > "$scratch/block" ;;
            '```text')
                kind=other
                [ $result = yes ] && [ $n_run -gt 0 ] && kind=text && : > "$scratch/block"
                ;;
            '```'*)
                kind=other
                [ -n "$target" ] && kind='file' && mkdir -p "$place/$(dirname "$target")" && : > "$place/$target"
                ;;
            '<!-- file: '*) target=${line#'<!-- file: '} && target=${target%' -->'} ;;
            '<!-- status: '*) expected=${line#'<!-- status: '} && expected=${expected%' -->'} ;;
            '') ;;
            *) result=no target='' ;;
            esac ;;
        *) case $line in
            '```')
                case $kind in
                sh) run_block && result=yes && expected=0 ;;
                text)
                    cat "$scratch/shown" >> "$scratch/new"
                    line_number=$(($(wc -l < "$scratch/new") + 1))
                    [ $redo = yes ] ||
                        agree "$page: what is shown before line $line_number" "$scratch/block" "$scratch/shown"
                    result=no
                    ;;
                file) target='' ;;
                esac
                kind=''
                ;;
            *) case $kind in
                sh) printf '%s\n' "$line" >> "$scratch/block" ;;
                text) printf '%s\n' "$line" >> "$scratch/block" && continue ;;
                file) printf '%s\n' "$line" >> "$place/$target" ;;
                esac ;;
            esac ;;
        esac
        printf '%s\n' "$line" >> "$scratch/new"
    done < "$1"
    if [ $redo = yes ] && ! cmp -s "$scratch/new" "$1"; then
        cp "$scratch/new" "$1" && echo "rewritten: $page"
    fi
}

# Links from page to page lead somewhere.
links_hold() { # FILE
    page=${1#"$source"/}
    grep -o '](\([^)# ]*\)' "$1" | sed 's/^](//' | grep -v '^[a-z]*:' | sort -u > "$scratch/links"
    missing=
    while read -r link; do
        [ -e "$(dirname "$1")/$link" ] || missing="$missing $link"
    done < "$scratch/links"
    if [ -z "$missing" ]; then
        report ok "$page: links hold"
    else
        report 'not ok' "$page: links lead nowhere:$missing"
    fi
}

pages=$(find "$source/docs" -name '*.md' | sort)
[ -e "$source/README.md" ] && pages="$source/README.md $pages"
if [ $redo = no ]; then
    options_agree
    manual_renders
    examples_run
fi
if command -v script > /dev/null; then
    for page in $pages; do check_page "$page"; done
else
    skip 'commands shown in README.md and docs/' 'no script(1) here to play the terminal'
fi
[ $redo = yes ] && exit 0
for page in $pages "$source/CONTRIBUTING.md" "$source/src/README.md"; do
    [ -e "$page" ] && links_hold "$page"
done
echo "1..$number"
[ "$failed" = 0 ]

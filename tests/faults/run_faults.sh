#!/bin/sh
# run_faults.sh - whatever the system refuses, there is one message, status 3, and no half file.
#
# usage: run_faults.sh PROGRAM      (ENTENTE_FAILING: the library made from failing.c)
set -u

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
cd "${ENTENTE_SOURCE:-$here/../..}" || exit 99
corpus=tests/fixtures/harbour
LC_ALL=C
export LC_ALL

scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

number=0
broken=0
ok() {
    number=$((number + 1))
    echo "ok $number - $1"
}
not_ok() { # name why
    number=$((number + 1))
    broken=$((broken + 1))
    echo "not ok $number - $1"
    printf '%s\n' "$2" | head -n 5 | sed 's/^/# /'
    head -n 10 "$scratch/stderr" 2>/dev/null | sed 's/^/#   /'
}
skip() {
    number=$((number + 1))
    echo "ok $number - $1 # SKIP $2"
}

# run COMMAND… - its status in $status, its words in stdout and stderr of the scratch folder
run() {
    "$@" >"$scratch/stdout" 2>"$scratch/stderr" </dev/null
    status=$?
}

# What is wrong after a failure, or nothing: status, number of messages, half files in the folder.
# $1 the folder that was written to; $2 one that a good run has written, or nothing where no file may be there
wrong_after_failure() {
    [ "$status" = 3 ] || echo "status $status and not 3"
    n_messages=$(grep -c -E '^entente: |: error: ' "$scratch/stderr")
    [ "$n_messages" = 1 ] || echo "$n_messages messages and not one"
    wrong_files "$@"
}
wrong_files() {
    [ -d "$1" ] || return 0
    find "$1" -name '.entente-*' | sed 's/^/left behind: /'
    find "$1" -type f ! -name '.entente-*' | while read -r file; do
        if [ -z "${2:-}" ] || ! cmp -s "$file" "$2/${file#"$1"/}"; then
            echo "half a file: $file"
        fi
    done
}
# expect_failure NAME FOLDER [GOOD]
expect_failure() {
    wrong=$(wrong_after_failure "$2" "${3:-}")
    if [ -z "$wrong" ]; then ok "$1"; else not_ok "$1" "$wrong"; fi
}

# expect_success NAME FILE
expect_success() {
    if [ "$status" = 0 ] && [ -s "$2" ] && ! grep -q thesis "$2"; then ok "$1"; else not_ok "$1" "status $status"; fi
}

# --- every write, flush, close and rename fails once -----------------------------------------------------------------

# failing CALL N PATH ERRNO COMMAND… - runs it with the n-th such call failing; fired=yes where it came to that
failing() {
    rm -f "$scratch/mark"
    call=$1 at=$2 path=$3 reason=$4
    shift 4
    run env ENTENTE_FAIL_CALL="$call" ENTENTE_FAIL_AT="$at" ENTENTE_FAIL_PATH="$path" ENTENTE_FAIL_ERRNO="$reason" \
        ENTENTE_FAIL_MARK="$scratch/mark" LD_PRELOAD="$ENTENTE_FAILING" "$@"
    fired=no
    [ -e "$scratch/mark" ] && fired=yes
    return 0
}

# each_call NAME FILE STEP COMMAND… - fails the first, second, third … call of each kind (after the third every
# STEP-th), until the program, which writes to FILE, makes no more of them.
each_call() {
    name=$1 file=$2 step=$3
    shift 3
    mkdir -p "$scratch/good"
    run "$@" -o "$scratch/good/$file"
    if [ "$status" != 0 ]; then
        not_ok "$name" "does not even work undisturbed: status $status"
        return
    fi
    for kind in open:30 write:28 fsync:5 close:5 rename:18; do
        at=1
        n_fired=0
        wrong=
        while [ "$at" -lt 2000 ]; do
            rm -rf "$scratch/bad"
            mkdir "$scratch/bad"
            failing "${kind%:*}" "$at" "$scratch/bad/" "${kind#*:}" "$@" -o "$scratch/bad/$file"
            if [ "$fired" = no ]; then
                [ "$status" = 0 ] || wrong="status $status without a failing ${kind%:*}"
                break
            fi
            n_fired=$((n_fired + 1))
            wrong=$(wrong_after_failure "$scratch/bad" "$scratch/good")
            [ -z "$wrong" ] || break
            if [ "$at" -ge 3 ]; then at=$((at + step)); else at=$((at + 1)); fi
        done
        if [ -z "$wrong" ] && [ "$n_fired" -gt 0 ]; then
            ok "$name: ${kind%:*} fails ($n_fired times)"
        else
            not_ok "$name: ${kind%:*} fails" "call $at: ${wrong:-it was never made}"
        fi
    done
    rm -rf "$scratch/good" "$scratch/bad"
}

run "$program" rank "$corpus"
if [ "$status" != 0 ]; then
    not_ok "$program works when nothing is wrong" "status $status"
    exit 1
fi
preload_works=no
if [ -n "${ENTENTE_FAILING:-}" ] && [ -e "${ENTENTE_FAILING:-}" ]; then
    failing read 1 "$corpus/" 5 "$program" rank "$corpus"
    preload_works=$fired
fi
if [ "$preload_works" = yes ]; then
    for format in graphml dot json csv; do
        each_call "export .$format" "x.$format" 1 "$program" export "$corpus" --level all
    done
    each_call "draw .svg" x.svg 1 "$program" draw "$corpus" --level all
    each_call "rank -o" x.tsv 1 "$program" rank "$corpus"
    each_call "extract -o" x.tsv 1 "$program" extract "$corpus"
    each_call run x 40 "$program" run "$corpus"

    for at in 1 2 3 5; do
        mkdir -p "$scratch/bad"
        failing read "$at" "$corpus/" 5 "$program" export "$corpus" -o "$scratch/bad/x.graphml"
        expect_failure "reading fails at the $at. read" "$scratch/bad"
    done
    failing open 2 "$corpus/" 13 "$program" run "$corpus" -o "$scratch/bad/run"
    expect_failure "a document may not be opened" "$scratch/bad"
    failing write 1 - 5 "$program" export "$corpus"
    expect_failure "writing to standard output fails" "$scratch/bad"
    failing write 1 - 5 "$program" rank "$corpus" --format table
    expect_failure "writing a table fails" "$scratch/bad"
    rm -rf "$scratch/bad"
else
    skip "system calls fail" "LD_PRELOAD has no effect here"
fi

# --- places that cannot be written -----------------------------------------------------------------------------------

if [ -e /dev/full ]; then
    for verb in rank ties events extract info check "export --as graphml" "export --as json" draw help; do
        operand=$corpus
        [ "$verb" = help ] && operand=
        # shellcheck disable=SC2086 # words on purpose
        "$program" $verb $operand >/dev/full 2>"$scratch/stderr" </dev/null
        status=$?
        expect_failure "$verb > /dev/full" "$scratch/none"
    done
    run "$program" export "$corpus" --as graphml -o /dev/full
    expect_failure "export -o /dev/full" "$scratch/none"
    if [ -c /dev/full ]; then ok "which is still a device"; else not_ok "which is still a device" "it was replaced"; fi
else
    skip "/dev/full" "there is no /dev/full"
fi

"$program" rank "$corpus" >&- 2>"$scratch/stderr" </dev/null
status=$?
expect_failure "standard output is closed" "$scratch/none"

: >"$scratch/file"
run "$program" export "$corpus" -o "$scratch/file/x.graphml"
expect_failure "a file where the folder should be" "$scratch/none"
run "$program" run "$corpus" -o "$scratch/file/x"
expect_failure "run into a file" "$scratch/none"
run "$program" export "$corpus" -o "$scratch/no/such/folder/x.graphml"
expect_failure "no such folder" "$scratch/no"
run "$program" export "$corpus" --as graphml -o "$scratch"
expect_failure "a folder where the file should be" "$scratch/none"

mkdir "$scratch/readonly"
chmod 555 "$scratch/readonly"
if touch "$scratch/readonly/try" 2>/dev/null; then
    rm -f "$scratch/readonly/try"
    skip "read-only folder" "permissions do not bind this user (root)"
else
    run "$program" run "$corpus" -o "$scratch/readonly/x"
    expect_failure "run into a read-only folder" "$scratch/readonly"
    run "$program" export "$corpus" -o "$scratch/readonly/x.graphml"
    expect_failure "export into a read-only folder" "$scratch/readonly"
fi

echo "a thesis" >"$scratch/thesis.graphml"
run "$program" export "$corpus" -o "$scratch/thesis.graphml"
if [ "$status" = 3 ] && grep -q force "$scratch/stderr" && [ "$(cat "$scratch/thesis.graphml")" = "a thesis" ]; then
    ok "another's file is not replaced"
else
    not_ok "another's file is not replaced" "status $status"
fi
run "$program" export "$corpus" -o "$scratch/thesis.graphml" --force
expect_success "--force" "$scratch/thesis.graphml"
run "$program" export "$corpus" -o "$scratch/thesis.graphml"
expect_success "what we wrote we replace" "$scratch/thesis.graphml"
run "$program" export "$corpus" -o "$scratch/x.csv"
run "$program" export "$corpus" -o "$scratch/x.csv"
expect_success "also the tables" "$scratch/x-edges.csv"
run "$program" run "$corpus" -o "$scratch/twice"
run "$program" run "$corpus" -o "$scratch/twice"
expect_success "run twice into one folder" "$scratch/twice/all/network.graphml"

# --- input that cannot be read ---------------------------------------------------------------------------------------

mkdir "$scratch/in" "$scratch/out"
cp "$corpus"/*.xml "$scratch/in"
ln -s nowhere.xml "$scratch/in/dangling.xml"
run "$program" run "$scratch/in" -o "$scratch/out/x"
expect_failure "a document that is not there" "$scratch/out"
rm -rf "$scratch/in/dangling.xml" "$scratch/out"
mkdir "$scratch/out"

document=$(find "$corpus" -name '20*.xml' | sort | head -n 1)
size=$(wc -c <"$document")
cut=1
wrong=
while [ "$cut" -lt "$((size - 1))" ] && [ -z "$wrong" ]; do
    head -c "$cut" "$document" >"$scratch/in/zz.xml"
    run "$program" export "$scratch/in" --as graphml -o "$scratch/out/x.graphml"
    wrong=$(wrong_after_failure "$scratch/out")
    cut=$((cut + size / 23 + 1))
done
if [ -z "$wrong" ]; then ok "a truncated document"; else not_ok "a truncated document" "cut at $cut: $wrong"; fi
rm -f "$scratch/in/zz.xml"

# --- a reader that leaves, a person who does not wait ----------------------------------------------------------------

(
    sleep 1
    "$program" export "$corpus" --as graphml --quiet 2>"$scratch/stderr"
    echo $? >"$scratch/status"
) | :
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$scratch/status" ] && break
    sleep 1
done
if [ "$(cat "$scratch/status")" = 3 ] && [ ! -s "$scratch/stderr" ]; then
    ok "the reader of a pipe has gone: quiet, status 3"
else
    not_ok "the reader of a pipe has gone: quiet, status 3" "status $(cat "$scratch/status")"
fi

interrupted() { # SIGNAL
    n_interrupted=0
    wrong=
    for after in 0.05 0.1 0.2 0.3 0.5 0.8 1.2; do
        rm -rf "$scratch/out"
        mkdir "$scratch/out"
        run timeout --preserve-status -s "$1" "$after" "$program" run "$scratch/big" -o "$scratch/out/x"
        [ "$status" = 130 ] && n_interrupted=$((n_interrupted + 1))
        case $status in
        130 | 0) ;;
        129 | 143) ;; # before main began: the signal's own way to end a program
        *) wrong="status $status after $after seconds" ;;
        esac
        left=$(find "$scratch/out" -name '.entente-*')
        [ -z "$left" ] || wrong="left behind after $after seconds: $left"
    done
    [ "$n_interrupted" -gt 0 ] || wrong="it was never interrupted"
    if [ -z "$wrong" ]; then
        ok "SIG$1 ($n_interrupted times): status 130, nothing left behind"
    else
        not_ok "SIG$1" "$wrong"
    fi
}
if ! command -v python3 >/dev/null || ! command -v timeout >/dev/null; then
    skip "interrupted" "python3 or timeout is missing"
else
    python3 scripts/generate-corpus --events 3000 --actors 600 "$scratch/big"
    interrupted TERM
    interrupted HUP
    # where this whole test was started with SIGINT ignored (in the background of a script), so is the program
    # shellcheck disable=SC2016
    if [ "$(sh -c 'kill -INT $$; echo ignored')" = ignored ]; then
        skip "SIGINT" "the tests were started with it ignored"
    else
        interrupted INT
    fi
fi

echo "1..$number"
[ "$broken" = 0 ]

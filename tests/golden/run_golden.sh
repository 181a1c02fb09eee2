#!/bin/sh
# run_golden.sh - corpus/ gives graphs/: makes everything anew and compares it with what is committed.
#
# usage: run_golden.sh PROGRAM [--redo]
#
# Text files must agree but for the positions that Graphviz chooses; decimal numbers may differ by 1e-8 (spectral
# measures come from iterations); pictures must be there and whole. --redo makes graphs/ anew.
set -u

program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "${ENTENTE_SOURCE:-$here/../..}" && pwd)
if [ "${2-}" = --redo ]; then
    exec "$source/scripts/regenerate-graphs" "$program"
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
export LC_ALL=C
number=0
failed=0
report() { # ok|"not ok" name
    number=$((number + 1))
    [ "$1" = ok ] || failed=$((failed + 1))
    printf '%s %d - %s\n' "$1" "$number" "$2"
}

well_formed() { # FILE, as far as xmllint is there to tell
    command -v xmllint > /dev/null || return 0
    xmllint --noout --nonet "$1"
}

# A picture is whole: its first and last bytes, and well-formed XML.
whole() { # FILE
    case $1 in
    *.svg) grep -q '<svg' "$1" && tail -c 20 "$1" | grep -q '</svg>' && well_formed "$1" ;;
    *.png) head -c 4 "$1" | grep -q PNG && tail -c 12 "$1" | grep -q IEND ;;
    *.pdf) head -c 5 "$1" | grep -q '^%PDF-' && tail -c 10 "$1" | grep -q '%%EOF' ;;
    esac
}

compare_files() { # name expected made
    case $1 in
    *.svg | *.png | *.pdf)
        if whole "$3"; then report ok "$1 is whole"; else report 'not ok' "$1 is whole"; fi
        ;;
    *)
        if cmp -s "$2" "$3" || awk -v made="$3" -f "$here/compare.awk" "$2" > "$scratch/said"; then
            report ok "$1"
        else
            report 'not ok' "$1"
            sed 's/^/#   /' "$scratch/said" | head -20
        fi
        ;;
    esac
}

for name in asean-cyber asean-decade; do
    if ! (cd "$source" && "$program" run -q "corpus/$name" -o "$scratch/$name") \
        > /dev/null 2> "$scratch/said" < /dev/null; then
        report 'not ok' "entente run corpus/$name"
        sed 's/^/#   /' "$scratch/said" | head -20
        continue
    fi
    report ok "entente run corpus/$name"
    # PNG and PDF are not committed: they are not the same bytes everywhere
    list() { find . -mindepth 2 -type f ! -name '*.png' ! -name '*.pdf' | sort; }
    (cd "$scratch/$name" && list) > "$scratch/made"
    (cd "$source/graphs/$name" 2> /dev/null && list) > "$scratch/expected"
    if cmp -s "$scratch/made" "$scratch/expected"; then
        report ok "graphs/$name has all files"
    else
        report 'not ok' "graphs/$name has all files"
        diff "$scratch/expected" "$scratch/made" | sed 's/^/#   /' | head -20
    fi
    while read -r file; do
        [ -e "$scratch/$name/$file" ] &&
            compare_files "graphs/$name/${file#./}" "$source/graphs/$name/$file" "$scratch/$name/$file"
    done < "$scratch/expected"
done
echo "1..$number"
[ "$failed" = 0 ]

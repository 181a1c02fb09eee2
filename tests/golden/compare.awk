# compare.awk - two text files of ours agree: awk -v made=FILE -f compare.awk EXPECTED; says where not, exit 1.
#
# Positions are passed over, since every version of Graphviz lays out in its own way: x and y, and pos in DOT.
# Whole numbers and words must be equal; numbers with a decimal point or exponent may differ by 1e-8 (relative above 1).

function without_positions(line) {
    if (format == "graphml")
        gsub(/<data key="[xy]">[^<]*<\/data>/, "", line)
    else if (format == "gexf")
        gsub(/<viz:position [^>]*>/, "", line)
    else if (format == "json") {
        gsub(/"position":\{[^}]*\}/, "", line)
        gsub(/"[xy]":[-+.0-9eE]+/, "", line)
    } else if (format == "dot")
        gsub(/(^|[^a-z_])(pos|x|y)="?[-+.,!0-9eE ]+"?/, "", line)
    else if (format == "csv" && (column["x"] || column["y"]))
        return csv_without_positions(line)
    return line
}

# Fields of a CSV line into field[1…]; returns how many. No field of ours holds a line end.
function csv_fields(line,    n, i, c, quoted, text) {
    n = 1
    text = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        if (c == "\"")
            quoted = !quoted
        if (c == "," && !quoted) {
            field[n++] = text
            text = ""
        } else
            text = text c
    }
    field[n] = text
    return n
}

function csv_without_positions(line,    n, i, text) {
    n = csv_fields(line)
    text = ""
    for (i = 1; i <= n; i++)
        if (i != column["x"] && i != column["y"])
            text = text "," field[i]
    return text
}

function close_enough(a, b,    d, size) {
    if (a == b)
        return 1
    if (a !~ /[.eE]/ && b !~ /[.eE]/)
        return 0
    d = a - b
    size = a < 0 ? -a : +a
    return (d < 0 ? -d : d) <= 1e-8 * (size > 1 ? size : 1)
}

# Equal but for the last digits of decimal numbers.
function agree(a, b,    number, x, y) {
    number = "[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?"
    while (a != b) {
        if (!match(a, number))
            return 0
        x = substr(a, RSTART, RLENGTH)
        before = substr(a, 1, RSTART - 1)
        a = substr(a, RSTART + RLENGTH)
        if (!match(b, number) || substr(b, 1, RSTART - 1) != before)
            return 0
        y = substr(b, RSTART, RLENGTH)
        b = substr(b, RSTART + RLENGTH)
        if (!close_enough(x, y))
            return 0
    }
    return 1
}

function differ(line, a, b) {
    print "line " line
    print "  expected: " substr(a, 1, 300)
    print "  made:     " substr(b, 1, 300)
    n_different++
}

FNR == 1 {
    format = FILENAME
    sub(/.*\./, "", format)
    if (format == "csv") {
        n = csv_fields($0)
        for (i = 1; i <= n; i++)
            column[field[i]] = i
    }
}

{
    if ((getline other < made) <= 0) {
        differ(FNR, $0, "(the file ends here)")
        exit
    }
    if ($0 == other)
        next
    a = without_positions($0)
    b = without_positions(other)
    if (!agree(a, b)) {
        differ(FNR, a, b)
        if (n_different >= 5)
            exit
    }
}

END {
    if (!n_different && (getline other < made) > 0)
        differ(NR + 1, "(the file ends here)", other)
    exit n_different > 0
}

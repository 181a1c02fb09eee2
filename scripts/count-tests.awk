# count-tests.awk - counts test cases in the output of ctest --verbose and of TAP programs; exit 1 where one failed.
#
# A test that ends badly without having said "not ok" counts as one failure; one that says nothing and ends well, as
# one success.

function shown(text) { sub(/^[0-9]+:? *(- *)?/, "", text); return text }
function where(name) { return run (name == "" ? "" : " " name) }

FNR == 1 {
    run = FILENAME
    sub(/.*test-/, "", run)
    sub(/\.log$/, "", run)
    split("", name)
    split("", n_ok)
    split("", n_not_ok)
    n_files++
}

# "    Start  3: base/test_pool"
/^ *Start +[0-9]+: / {
    number = $2
    sub(/:$/, "", number)
    name[number] = $3
    next
}

# " 3/90 Test  #3: base/test_pool ....   Passed    0.02 sec"
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: / {
    match($0, /#[0-9]+/)
    number = substr($0, RSTART + 1, RLENGTH - 1)
    good = $0 ~ / Passed +[0-9.]+ sec/
    if ($0 ~ /\*\*\*Skipped/)
        skipped[++n_skipped] = where(name[number]) ": skipped as a whole"
    else if (!good && !n_not_ok[number]) {
        reason = $0
        sub(/.*\*\*\*/, "", reason)
        failed[++n_failed] = where(name[number]) ": ended with " reason
    } else if (good && !n_ok[number])
        n_passed++
    next
}

# "3: ok 1 /pool/growth" from ctest, "ok 1 /x" from a program on its own
{
    line = $0
    number = "alone"
    if (match(line, /^[0-9]+: /)) {
        number = substr(line, 1, RLENGTH - 2)
        line = substr(line, RLENGTH + 1)
    } else if (run != "check")
        next
    sub(/^ +/, "", line)
    if (line ~ /^ok .*# *SKIP/ || line ~ /^skip /) {
        sub(/^(ok|skip) +/, "", line)
        sub(/ *# *SKIP */, ": ", line)
        skipped[++n_skipped] = where(name[number]) ": " shown(line)
        n_ok[number]++
    } else if (line ~ /^ok( |$)/) {
        n_passed++
        n_ok[number]++
    } else if (line ~ /^not ok( |$)/) {
        sub(/^not ok */, "", line)
        failed[++n_failed] = where(name[number]) ": " shown(line)
        n_not_ok[number]++
    }
}

/No tests were found/ { failed[++n_failed] = run ": no tests were found" }

END {
    if (n_skipped)
        print "\nskipped"
    for (i = 1; i <= n_skipped; i++)
        print "  " skipped[i]
    if (n_failed)
        print "\nfailed (the whole output is in build/test-*.log)"
    for (i = 1; i <= n_failed; i++)
        print "  " failed[i]
    print ""
    printf "%d passed, %d failed, %d skipped\n", n_passed, n_failed, n_skipped
    exit n_failed > 0 || n_passed == 0
}

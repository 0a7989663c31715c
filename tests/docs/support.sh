# What the document tests share; read by them with `.`, not run. They work in $work, which is removed
# at the end, and count their failures in $work/failed.
#
# shellcheck shell=sh

set -f
work=$(mktemp -d) || exit
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
: >"$work/failed"
: >"$work/checked"
: >"$work/tables"

fail() {
    echo "$document: $*" >&2
    echo failed >>"$work/failed"
}

# The status of the whole test: were there failures, and was anything checked at all?
finish() { # how many claims there must be at least
    checked=$(wc -l <"$work/checked")
    if [ "$checked" -lt "$1" ]; then
        fail "only $checked claims were found, expected $1 or more"
    fi
    [ ! -s "$work/failed" ] || exit 1
    echo "$document: $checked claims hold"
}

# Writes every fenced block behind a line `<!-- file: NAME -->` of the document to FOLDER/NAME.
extract_files() { # folder
    mkdir -p "$1"
    awk -v folder="$1" '
        /^<!-- file: [a-z0-9.-]+ -->$/ { name = $3; next }
        name != "" && /^```/ { if (inside) { close(folder "/" name); name = "" } inside = !inside; next }
        name != "" && inside { print >(folder "/" name) }' "$document"
}

# The rows of the table between `<!-- check: NAME -->` and `<!-- end -->`, the header first, as cells
# parted by tabs, without the line of dashes.
table() { # name
    awk -v begin="<!-- check: $1 -->" '
        $0 == begin { on = 1; next }
        $0 == "<!-- end -->" { on = 0 }
        on && /^\|/ && !/^\|[-| ]*$/ {
            sub(/^\| */, ""); sub(/ *\|$/, "")
            gsub(/ *\| */, "\t"); gsub(/`/, "")
            print
        }' "$document"
}

# A JSON text on standard input as lines `path<TAB>value`: vendors[0].rank<TAB>1.
flatten() {
    awk '
        function skip() { while (substr(text, at, 1) ~ /[ \t\n\r]/) at++ }
        function string(    from, c) {
            from = ++at
            while ((c = substr(text, at, 1)) != "\"" && c != "") at += c == "\\" ? 2 : 1
            return substr(text, from, at++ - from)
        }
        function value(path,    c, name, index_, from) {
            skip()
            c = substr(text, at, 1)
            if (c == "{" || c == "[") {
                at++
                for (index_ = 0; ; index_++) {
                    skip()
                    if (substr(text, at, 1) ~ /[]}]/) { at++; return }
                    if (substr(text, at, 1) == ",") { at++; skip() }
                    if (c == "[") { value(path "[" index_ "]"); continue }
                    name = string()
                    skip(); at++
                    value(path (path == "" ? "" : ".") name)
                }
            }
            if (c == "\"") { print path "\t" string(); return }
            from = at
            while (substr(text, at, 1) ~ /[-+.0-9a-zA-Z]/) at++
            if (at == from) { print "not JSON at character " at; exit 1 }
            print path "\t" substr(text, from, at - from)
        }
        { text = text $0 "\n" }
        END { at = 1; value("") }'
}

# The flattened report of `shortlist score --format json` as facts `kind vendor what<TAB>value`.
facts() {
    awk -F '\t' '
        { value[$1] = $2; path[NR] = $1 }
        END {
            for (i = 1; i <= NR; i++) {
                if (split(path[i], part, /[.\[\]]+/) < 3 || part[1] != "vendors") continue
                vendor = value["vendors[" part[2] "].id"]
                list = "vendors[" part[2] "]." part[3] "[" part[4] "]"
                if (part[3] == "categories" && part[5] == "id") {
                    print "categories " vendor " " value[path[i]] "\t" value[list ".score"]
                    print "weights " value[path[i]] " weight\t" value[list ".weight"]
                } else if (part[3] == "criteria" && part[5] == "id") {
                    points = value[list ".state"] == "open" ? "open" : value[list ".points"]
                    print "points " vendor " " value[path[i]] "\t" points
                    print "contributions " vendor " " value[path[i]] "\t" value[list ".contribution"]
                    print "shares " value[path[i]] " share\t" value[list ".share"]
                    print "answers " vendor " " value[path[i]] "\t" value[list ".answer"]
                    sum[vendor] += value[list ".contribution"]
                } else if (part[3] == "flags" && part[5] == "rule") {
                    flags[vendor] = flags[vendor] (flags[vendor] == "" ? "" : ", ") value[path[i]]
                } else if (part[3] == "unresolved" && part[5] == "rule") {
                    open[vendor] = open[vendor] (open[vendor] == "" ? "" : ", ") value[path[i]]
                } else if (part[3] == "decisions" && part[5] == "on") {
                    print "decisions " vendor " " value[path[i]] " before\t" value[list ".before"]
                    print "decisions " vendor " " value[path[i]] " after\t" value[list ".after"]
                } else if (part[4] == "") {
                    print "ranking " vendor " " part[3] "\t" value[path[i]]
                }
            }
            for (i = 0; (vendor = value["vendors[" i "].id"]) != ""; i++) {
                print "ranking order " i + 1 "\t" vendor
                printf "contributions %s sum\t%.9f\n", vendor, sum[vendor]
                print "flags " vendor " flags, worst first\t" (flags[vendor] == "" ? "none" : flags[vendor])
                print "flags " vendor " unresolved\t" (open[vendor] == "" ? "none" : open[vendor])
            }
        }'
}

# The flattened report of `shortlist panel --format json` as facts. Of an item, which its vendor names,
# every rater has a value, or null.
panel_facts() {
    awk -F '\t' '
        { value[$1] = $2; path[NR] = $1 }
        END {
            for (r = 0; ("raters[" r "].rater") in value; r++) rater[r] = value["raters[" r "].rater"]
            for (i = 0; ("items[" i "].vendor") in value; i++) {
                vendor = value["items[" i "].vendor"]
                for (r in rater) said[rater[r]] = "null"
                for (v = 0; (from = "items[" i "].values[" v "]") ".rater" in value; v++)
                    said[value[from ".rater"]] = value[from ".value"]
                for (r in rater) print "items " vendor " " rater[r] "\t" said[rater[r]]
            }
            for (i = 1; i <= NR; i++) {
                split(path[i], part, /[.\[\]]+/)
                if (part[1] == "agreement") {
                    print "agreement " part[2] " value\t" value[path[i]]
                } else if (part[1] == "items") {
                    vendor = value["items[" part[2] "].vendor"]
                    print "items " vendor " " part[3] "\t" value[path[i]]
                } else if (part[1] == "raters" || part[1] == "without") {
                    name = value[part[1] "[" part[2] "].rater"]
                    print part[1] " " name " " part[3] "\t" value[path[i]]
                }
            }
        }'
}

# Holds a table (as `table` gives it, on standard input) to a file of facts. Cell by cell, the fact
# `KIND row column`, or `KIND column row` where BY is column, must be what the cell says: numbers to four
# decimals, yes and no for truths, none for null.
check_cells() { # name, kind, row or column, facts
    cat >"$work/table"
    [ -s "$work/table" ] || fail "no table \`$1\`"
    echo "$1" >>"$work/tables"
    awk -F '\t' -v kind="$2" -v by="$3" -v name="$1" -v checked="$work/checked" '
        function shown(fact) {
            if (fact == "null") return "none"
            if (fact !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/) return fact
            fact = sprintf("%.4f", fact + (fact < 0 ? -1e-9 : 1e-9))
            sub(/0+$/, "", fact); sub(/\.$/, "", fact)
            return fact == "-0" ? "0" : fact
        }
        function said(cell, fact) { # yes and no for a truth of JSON
            if (fact != "true" && fact != "false") return cell
            return cell == "yes" ? "true" : cell == "no" ? "false" : cell
        }
        FILENAME ~ /facts$/ { fact[$1] = $2; next }
        FNR == 1 { for (i = 2; i <= NF; i++) heading[i] = $i; next }
        {
            for (i = 2; i <= NF; i++) {
                key = kind " " (by == "row" ? $1 " " heading[i] : heading[i] " " $1)
                print key >>checked
                if (!(key in fact))
                    print name ": the program says nothing of " key
                else if (shown(fact[key]) != said($i, fact[key]))
                    print name ": " key ": the document says " $i ", the program " fact[key]
            }
        }' "$4" "$work/table" >"$work/differences"
    if [ -s "$work/differences" ]; then
        fail "$(cat "$work/differences")"
    fi
}

# The same for the table of that name.
check_table() { # name, kind, row or column, facts
    table "$1" >"$work/rows"
    check_cells "$@" <"$work/rows"
}

# Every table with a `check` marker must have been held to something.
check_all_tables() {
    sed -n 's/^<!-- check: \(.*\) -->$/\1/p' "$document" | sort >"$work/markers"
    sort -u "$work/tables" >"$work/tables.sorted"
    unchecked=$(comm -23 "$work/markers" "$work/tables.sorted")
    [ -z "$unchecked" ] || fail "nothing checks the table \`$unchecked\`"
}

# Runs the program on the files of a folder.
run() { # command, folder, arguments...
    command=$1
    folder=$2
    shift 2
    "$SHORTLIST" "$command" --format json "$@" "$folder" 2>"$work/messages" || {
        status=$?
        fail "$command ended with status $status: $(cat "$work/messages")"
    }
}

run_score() { # folder, arguments...
    run score "$@"
}

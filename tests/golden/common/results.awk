# Of a score report, who stands where, and what is said about them. Titles, weights and the
# closing lines have cases of their own.
BEGIN { RS = "" }
/None\.$|Nothing is open\.$/ { next }
/^(Ranking|Excluded|Without the waivers?|Knocked out|Not scored|Not read|Red flags|What could not be judged|What the panel decided|What our raters judged)/ { print $0 "\n" }

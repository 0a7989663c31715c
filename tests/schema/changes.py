"""Files that differ from a seed in one place: another value, or another key."""

import yaml

SCALARS = [
    "", "~", "null", "Null", "'null'", "''", "' '", "' ~ '", "yes", "no", "Yes", "TRUE", "on", "off", "y",
    "'yes'", "' no '", "0", "1", "-1", "+2", "00", "007", "1.5", "1.0", ".5", "5.", "1e0", "1E-2", "0x1",
    "0o1", "1_0", "1:30", "'1,5'", ".inf", ".nan", "100", "100.5", "1e12", "1e13", "9007199254740993",
    "'5 '", "' 5'", "'5\u00a0'", "28 %", "28%", "'2 H'", "14 usd", "2\u202fUSD", "14 EUR", "2026-11-21",
    "' 2026-11-21 '", "2026-02-30", "2028-02-29", "2026-11-21 10:00:00", "n/a", "' N/A '", "na", "none",
    "abc", "Abc", "a b", "a-b", "'a\u00e9'", "voice", "' voice '", "some", "quality", "price", "needs.channels",
    "needs.hours_week", "needs.", "'needs.hours_week '", "lowest", "'highest '", "claimed", "verified", "exclude",
    "fire", "buyer", "yes_no", "number", "note", "'a\\n'", "\"a\\nb\"", "\"\\n\"", "\" yes\\n\"", "'  x'",
    "\"\\u00a0\"", "'" + 70 * "r" + "'", "price > 1", "1 + 1",
]
COLLECTIONS = [
    "[]", "{}", "[a]", "[voice]", "[voice, voice]", "[no]", "[no, off]", "[on]", "[' voice ']", "[~]", "['']",
    "[[a]]", "[1, 2]", "[2, 1]", "['0', 1e2]", "[1]", "[1, 2, 3]", "[1, a]", "[quality, quality]", "[n/a]",
    "{a: 1}", "{a}", "{a: ~}", "{no: 1}", "{value: yes}", "{value: 1, why: x}", "{value: ~, why: x}",
    "{value: n/a, why: x}", "{evidence: claimed, why: x}", "{accept_na: yes, why: x}",
    "{accept_na: yes, value: '', why: x}", "{accept_na: yes, value: 1, why: x}",
    "{accept_na: true, why: x}", "{accept_na: yes, evidence: claimed, why: x}", "{note: x}",
    "{evidence: ~}", "{evidence: verified}", "{expires: 2026-01-01}", "{options: [a], value: a}",
    "{options: [pii, off], value: [pii]}", "{options: [gold, on], value: on}", "{options: [], value: a}",
    "{0: a}", "{0: a, 50: b}", "{-0: 1, 1e1: 2}", "{'0 ': 1, 1: '2'}", "{0x1: 1, 2: 2}", "{1: 101, 2: 5}",
    "{yes: 1, no: 2}", "{TRUE: 1, 'no': '2'}", "{yes: 1}", "{yes: 1, 'Yes': 2}", "{points: {a: 1}}",
    "{curve: {1: 1, 2: 2}}", "{curve: {1: 1}}", "{steps: {1: 1}}", "{best: 1}", "{best: 1, worst: 2}",
    "{best: 1, points: {a: 1}}", "{best: lowest, worst: needs.hours_week}", "{formula: 5}",
    "{steps: {1: 1}, formula: '1'}", "{share_of: []}", "{share_of: [voice]}",
    "{ask: x, type: text}", "{ask: x, type: text, weight: 1}", "{ask: ~, type: yes_no}", "{ask: '', type: yes_no}",
    "{type: yes_no}", "{ask: x, type: number}", "{ask: x, type: number, by: buyer, proof: yes, score: {formula: 1}}",
    "{ask: x, type: rating, by: vendor}", "{ask: x, type: rating, proof: no}", "{ask: x, type: rating, proof: 'Yes'}",
    "{ask: x, type: set, options: [a], score: {points: {}}}", "{ask: x, type: set, score: {points: {}}}",
    "{ask: x, type: choice, options: [a], score: {points: {a: 1}}}", "{ask: x, type: choice, score: {points: {a: 1}}}",
    "{ask: x, type: choice, options: [a], score: {curve: {1: 1, 2: 2}}}", "{ask: x, type: set, score: {share_of: [a]}}",
    "{computed: price, type: number, score: {formula: 1}}", "{computed: price, type: date, score: {formula: 1}}",
    "{computed: price, type: number, proof: 'NO', score: {formula: 1}}",
    "{computed: price, type: number, by: buyer, score: {formula: 1}}",
]
KEYS = ["zzz", "on", "'1'", "1", "null", "''", "yes", "value", "a b", "unit", "options", "weight", "price", "night", "visited", "cost"]


def nodes_of(node, is_key=False):
    yield node, is_key
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from nodes_of(item)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from nodes_of(key, True)
            yield from nodes_of(value)


def replaced(text, node, by):
    return text[: node.start_mark.index] + by + text[node.end_mark.index :]


def changes_of(text):
    """Pairs of what was changed and the changed text. Collections are changed only in braces and
    brackets, or where they are a block: the block's lines go."""
    root = yaml.compose(text, yaml.SafeLoader)
    for node, is_key in list(nodes_of(root))[1:]:
        line = node.start_mark.line + 1
        for by in KEYS if is_key else SCALARS + COLLECTIONS:
            end = "\n" if "\n" in text[node.start_mark.index : node.end_mark.index] else ""
            yield f"line {line}: {by}", replaced(text, node, by + end)


def of_seeds(folder, every):
    """The changed seeds, each by itself and, criteria apart, with the criteria of the seeds: all, or
    every 59th, which is prime to the lengths of the lists above."""
    criteria = folder / "criteria.yaml"
    count = 0
    for seed in sorted(folder.glob("*.yaml")):
        text = seed.read_text("utf-8")
        for name, changed in changes_of(text):
            for beside in [None] if seed == criteria else [None, criteria]:
                count += 1
                if every or count % 59 == 0:
                    yield f"{seed.name}, {name}", changed, beside

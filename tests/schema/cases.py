"""What a schema must reject, and its nearest neighbours that it must accept. The program judges the
same: of what a schema can see, it is the loader's word for word.

In each pair of lists stands first what passes, then what is rejected.
"""

from dataclasses import dataclass


@dataclass
class Case:
    kind: str
    good: bool
    text: str
    criteria: str | None = None


CRITERIA = """shortlist-criteria: 1
needs:
  hours: 168
  urgent: yes
  start: 2027-01-01
  region: north
  tier: {options: [gold, no], value: gold}
  channels: {options: [voice, email], value: [voice]}
categories:
  main:
    minimum: 10
    criteria:
      certified: {ask: Certified, type: yes_no, proof: yes}
      model: {ask: Model, type: choice, options: {no: None, all: All}, score: {points: {no: 0, all: 100}}}
      parts: {ask: Parts, type: set, options: [a, b], score: {share_of: [a]}}
      price: {ask: Price, type: number, unit: "%", range: [0, 400], score: {best: 8, worst: 20}}
      fee: {ask: Fee, type: number, unit: "US$/h [é²]", score: {best: 8, worst: 20}}
      since: {ask: Since, type: date, score: {curve: {-365: 0, 0: 100}}}
      tone: {ask: Tone, type: rating}
      visited: {ask: Visited, type: yes_no, by: buyer}
      remark: {ask: Remark, type: text}
      cost: {type: number, computed: price * 2, score: {formula: cost}}
      night: {ask: Night, type: yes_no, when: needs.hours > 168}
rules:
  dear: {when: price > 20, severity: note, message: dear}
"""

# --- Whole files --------------------------------------------------------------------------------

FILES = {
    "criteria": (
        [CRITERIA, CRITERIA.replace("criteria: 1", "criteria: '1'", 1)],
        [
            CRITERIA.replace("criteria: 1", "criteria: 2", 1),
            CRITERIA.replace("criteria: 1", "criteria: 1.5", 1),
            CRITERIA + "colour: red\n",
            "shortlist-criteria: 1\n",
            "shortlist-criteria: 1\ncategories:\n",
            "shortlist-criteria: 1\ncategories: {}\n",
            "shortlist-criteria: 1\ncategories: {c: }\n",
            "shortlist-criteria: 1\ncategories: {c: {criteria: {}}}\n",
            "shortlist-criteria: 1\ncategories: {c: {criteria: {x: }}}\n",
            CRITERIA.replace("main:", "Main:"),
            CRITERIA.replace("main:", "total:"),
            CRITERIA.replace("tone:", "tone-of-voice:"),
            CRITERIA.replace("dear:", "minimum dear:"),
        ],
    ),
    "answers": (
        ["shortlist-answers: 1\nanswers:\n", "shortlist-answers: 1\nid: 007\nanswers: {a: [x], b: {}}\n"],
        [
            "shortlist-answers: 1\n",
            "shortlist-answers: 1\nanswers: [a]\n",
            "shortlist-answers: 1\nid: Acme\nanswers: {}\n",
            "shortlist-answers: 1\nid:\nanswers: {}\n",
            "shortlist-answers: 1\nvendor: [Acme]\nanswers: {}\n",
            "shortlist-answers: 1\nanswers: {a: {valu: 1}}\n",
            "shortlist-answers: 1\nanswers: {a: {value: 1, evidence: verified}}\n",
            "shortlist-answers: 1\nanswers: {a: {value: 1, evidence: }}\n",
            "shortlist-answers: 1\nanswers: {a: {value: 1, expires: soon}}\n",
            "shortlist-answers: 1\nanswers: {a: {value: 1, expires: 2027-02-30}}\n",
            "shortlist-answers: 1\nanswers: {a: {value: 1, note: {b: c}}}\n",
        ],
    ),
    "ratings": (
        [
            "shortlist-ratings: 1\nrater: 7\nratings:\n",
            "shortlist-ratings: 1\nrater: head of support\nratings: {acme: , bolt: {tone: {evidence: verified}}}\n",
        ],
        [
            "shortlist-ratings: 1\nratings: {}\n",
            "shortlist-ratings: 1\nrater: ' '\nratings: {}\n",
            f"shortlist-ratings: 1\nrater: {65 * 'r'}\nratings: {{}}\n",
            "shortlist-ratings: 1\nrater: me\nratings: {acme: [4]}\n",
            "shortlist-ratings: 1\nrater: me\nratings: {acme: {tone: {value: 4, why: x}}}\n",
            "shortlist-ratings: 1\nrater: me\nratings: {acme: {tone: {evidence: seen}}}\n",
        ],
    ),
    "decisions": (
        [
            "shortlist-decisions: 1\ndecisions:\n",
            "shortlist-decisions: 1\ndate: '2026-11-20 '\ndecisions: {acme: , bolt: {exclude: off}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {waive: {dear: one-off}, exclude: 'no bid'}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {accept_na: yes, value: ~, why: x}}}}\n",
        ],
        [
            "shortlist-decisions: 1\ndecisions: {acme: {exclude: }}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {exclude: ' '}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {exclude: 'Yes '}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {waive: [dear]}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {waive: {dear: }}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {excluded: late}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: 5}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: }}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {value: 5}}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {why: x}}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {value: '~', why: x}}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {accept_na: maybe, why: x}}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {accept_na: yes, value: 5, why: x}}}}\n",
            "shortlist-decisions: 1\ndecisions: {acme: {answers: {a: {accept_na: yes, evidence: claimed, why: x}}}}\n",
        ],
    ),
    "profile": (
        [
            "shortlist-profile: 1\n",
            "shortlist-profile: 1\nneeds:\nweights: {a: 1, b.c: '2'}\nevidence: {claimed: 0.5}\n",
            "shortlist-profile: 1\nneeds: {a: 1, b: [x], c: 'null', d: {options: [x], value: x}}\n",
        ],
        [
            "shortlist-profile: 1\nneeds: {a: }\n",
            "shortlist-profile: 1\nneeds: {a: ''}\n",
            "shortlist-profile: 1\nneeds: {A: 1}\n",
            "shortlist-profile: 1\nneeds: {a: [[x]]}\n",
            "shortlist-profile: 1\nneeds: {a: {value: x}}\n",
            "shortlist-profile: 1\nweights: {a: -1}\n",
            "shortlist-profile: 1\nweights: {a: heavy}\n",
            "shortlist-profile: 1\nweights:\n",
            "shortlist-profile: 1\nevidence: {claimed: 50}\n",
            "shortlist-profile: 1\nevidence: {seen: 1}\n",
        ],
    ),
}

# --- Keys of a criteria file --------------------------------------------------------------------

KEYS = (
    [
        "title: 2026", "title:", "as_of: 2028-02-29", "decimals: 2.0", "decimals: '3'", "missing: exclude",
        "ties: []", "ties: [c]", "rules:", "bands: {0: no, 60: 5}", "bands: {0.0: a, '1e1': b}",
        "evidence: {claimed: 0, documented: '0.5', verified: 1, expired: 0}",
    ],
    [
        "title: [a]", "as_of: 2027-02-30", "as_of: 20261121", "as_of:", "decimals: 1.5", "decimals: 7",
        "decimals: two", "missing: none", "weights_total: -1", "weights_total:", "ties: c", "ties: [c, c]",
        "ties: [C]", "rules: []", "rules: {r: }", "rules: {r: {when: yes, message: m}}",
        "rules: {r: {when: yes, severity: bad, message: m}}",
        "rules: {r: {when: yes, severity: note, message: m, penalty: 101}}",
        "rules: {r: {when: yes, severity: note, message: m, unknown: yes}}",
        "rules: {minimum_c: {when: yes, severity: note, message: m}}",
        "bands: {}", "bands: {low: a}", "bands: {0: }", "evidence: {claimed: 1}", "evidence:",
    ],
)

CRITERION = (
    [
        "{ask: x, type: yes_no}", "{ask: no, type: yes_no, proof: NO}", "{ask: x, type: yes_no, by: buyer, proof: no}",
        "{ask: x, type: yes_no, score: {points: {Yes: 1, 'false': 0}}}",
        "{ask: x, type: text}", "{ask: x, type: rating, by: buyer, levels: {0: no, '5 ': yes}}",
        "{ask: x, type: choice, options: [no, off], score: {points: {no: 0, off: 1}}}",
        "{ask: x, type: choice, score: {points: {a: 0, b: '1'}}}",
        "{ask: x, type: set, options: {a: , b: 5}, score: {share_of: []}}",
        "{ask: x, type: set, options: [a], score: {points: {}}}",
        "{ask: x, type: number, unit: 5, range: ['0', 1e2], score: {best: lowest, worst: '5 '}}",
        "{ask: x, type: number, score: {steps: {0: 100}}}",
        "{type: number, computed: 5, score: {formula: 5}}",
        "{ask: x, type: date, score: {curve: {-1: 0, +1: 100}}}",
    ],
    [
        "{type: yes_no}", "{ask: , type: yes_no}", "{ask: '', type: yes_no}", "{ask: x}", "{ask: x, type: bool}",
        "{ask: x, type: yes_no, unit: h}", "{ask: x, type: yes_no, by: us}", "{ask: x, type: yes_no, proof: maybe}",
        "{ask: x, type: yes_no, weight: -1}", "{ask: x, type: yes_no, weight: 5 %}",
        "{ask: x, type: yes_no, not_applicable: yes}", "{ask: x, type: yes_no, by: buyer, proof: yes}",
        "{ask: x, type: yes_no, score: {points: {yes: 1}}}", "{ask: x, type: yes_no, score: {points: {yes: 1, maybe: 0}}}",
        "{ask: x, type: yes_no, score: {points: {yes: 101, no: 0}}}", "{ask: x, type: yes_no, score: }",
        "{ask: x, type: yes_no, score: {}}", "{ask: x, type: yes_no, score: {curve: {0: 0, 1: 100}}}",
        "{ask: x, type: text, weight: 1}", "{ask: x, type: text, score: {formula: 1}}", "{ask: x, type: text, proof: yes}",
        "{ask: x, type: rating, by: vendor}", "{ask: x, type: rating, proof: yes}", "{ask: x, type: rating, range: [0, 5]}",
        "{ask: x, type: rating, scale: [0]}", "{ask: x, type: rating, scale: 5}", "{ask: x, type: rating, levels: {low: x}}",
        "{ask: x, type: choice, options: [a]}", "{ask: x, type: choice, options: [], score: {points: {a: 1}}}",
        "{ask: x, type: choice, options: [a, a], score: {points: {a: 1}}}",
        "{ask: x, type: choice, options: [A], score: {points: {A: 1}}}",
        "{ask: x, type: choice, options: {'null': x}, score: {points: {'null': 1}}}",
        "{ask: x, type: choice, score: {points: {}}}", "{ask: x, type: choice, score: {share_of: [a]}}",
        "{ask: x, type: set, score: {share_of: [a]}}", "{ask: x, type: set, options: [a], score: {share_of: a}}",
        "{ask: x, type: set, options: [a], score: {share_of: needs.}}",
        "{ask: x, type: number}", "{ask: x, type: number, range: [0, 5, 9], score: {formula: 1}}",
        "{ask: x, type: number, score: {best: 1}}", "{ask: x, type: number, score: {best: 1, worst: cheap}}",
        "{ask: x, type: number, score: {best: 1, worst: 2, formula: 1}}",
        "{ask: x, type: number, score: {curve: {0: 0}}}", "{ask: x, type: number, score: {steps: {}}}",
        "{ask: x, type: number, score: {curve: {a: 0, b: 1}}}", "{ask: x, type: number, score: {points: {a: 1}}}",
        "{ask: x, type: date, score: {steps: {0: 1}}}", "{ask: x, type: date, unit: days, score: {formula: 1}}",
        "{type: date, computed: 5, score: {formula: 5}}", "{type: number, computed: 5, by: buyer, score: {formula: 5}}",
        "{type: number, computed: 5, proof: yes, score: {formula: 5}}", "{type: number, computed: 5}",
    ],
)

# --- With criteria ------------------------------------------------------------------------------

ANSWERS = (
    [
        "certified: Yes", "certified: ' no '", "certified: n/a", "certified: NULL", "certified: {value: true}",
        "model: no", "model: ' all '", "model: {value: N/A}", "parts: []", "parts: [a, a]", "parts: b", "parts: ''",
        "price: 28", "price: 28 %", "price: '28\u202f% '", "price: +2e1", "price: {note: soon}",
        "fee: 5", "fee: '5 us$/H [é²]'",
        "since: 2020-02-29", "since: ' 2020-02-29'", "remark: 5", "remark: ", "night: {any: [thing]}",
    ],
    [
        "certified: maybe", "certified: 1", "certified: [yes]", "certified: {value: maybe}", "certified: {value: {a: b}}",
        "model: some", "model: None", "model: [all]", "model: 5", "parts: [c]", "parts: c", "parts: 'a, b'", "parts: [~]",
        "price: 401", "price: -1", "price: 28 pct", "price: '1,5'", "price: [1]", "price: yes", "price: {value: 401}",
        "fee: 5 US", "fee: '5 US$/h é'",
        "since: 2021-02-30", "since: 21.11.2026", "since: 2020", "remark: [a]",
        "tone: 4", "visited: yes", "cost: 5", "prise: 5",
    ],
)

RATINGS = (
    ["tone: 4", "tone: '5'", "tone: n/a", "visited: no", "certified: {evidence: verified}", "price: 41 %", "remark: good",
     "night: 5", "model: {value: all, note: seen}"],
    ["tone: 6", "tone: good", "tone: {value: 6}", "visited: 1", "cost: 5", "prise: 5", "model: {value: some}", "parts: {a: 1}"],
)

DECISIONS = (
    ["answers: {tone: {value: 3, why: x}}", "answers: {certified: {accept_na: yes, why: x}}", "answers: {night: {value: 5, why: x}}",
     "answers: {remark: {value: 'n/a?', why: x}}", "waive: {dear: x, minimum_main: x}"],
    ["answers: {tone: {value: 6, why: x}}", "answers: {tone: {value: n/a, why: x}}", "answers: {remark: {value: ' N/A', why: x}}",
     "answers: {tone: {accept_na: yes, why: x}}", "answers: {cost: {value: 5, why: x}}", "answers: {prise: {value: 5, why: x}}",
     "waive: {deer: x}", "waive: {minimum_other: x}"],
)

PROFILE = (
    ["needs: {hours: '100'}", "needs: {urgent: NO}", "needs: {start: 2027-02-01}", "needs: {region: 5}", "needs: {tier: no}",
     "needs: {tier: {options: [gold, no], value: no}}", "needs: {channels: []}", "needs: {channels: [email]}",
     "weights: {main: 2, price: 3, main.price: 4}"],
    ["needs: {hours: many}", "needs: {hours: '100 '}", "needs: {urgent: 1}", "needs: {start: soon}", "needs: {region: [a]}",
     "needs: {tier: silver}", "needs: {channels: voice}", "needs: {channels: [fax]}", "needs: {hourz: 1}",
     "needs: {hours: {options: [a], value: a}}", "weights: {remark: 1}", "weights: {main.remark: 1}", "weights: {prise: 1}",
     "weights: {main.prise: 1}"],
)

# --- All ----------------------------------------------------------------------------------------


def both(kind, lists, form, criteria=None):
    for good, bodies in zip((True, False), lists):
        for body in bodies:
            yield Case(kind, good, form.replace("@", body), criteria)


def all_cases():
    for kind, lists in FILES.items():
        yield from both(kind, lists, "@")
    yield from both("criteria", KEYS,
                    "shortlist-criteria: 1\n@\ncategories: {c: {criteria: {x: {ask: x, type: yes_no}}}}\n")
    yield from both("criteria", CRITERION,
                    "shortlist-criteria: 1\ncategories: {c: {criteria: {x: {ask: x, type: yes_no}, y: @}}}\n")
    yield from both("answers", ANSWERS, "shortlist-answers: 1\nid: acme\nanswers: {@}\n", CRITERIA)
    yield from both("ratings", RATINGS, "shortlist-ratings: 1\nrater: me\nratings: {acme: {@}}\n", CRITERIA)
    yield from both("decisions", DECISIONS, "shortlist-decisions: 1\ndecisions: {acme: {@}}\n", CRITERIA)
    yield from both("profile", PROFILE, "shortlist-profile: 1\n@\n", CRITERIA)

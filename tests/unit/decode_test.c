/* Criteria and profiles from YAML: what is read, what is refused and where. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/readers.h"
#include "support/told.h"

struct sheet {
    struct arena arena;
    struct problems problems;
    struct source source;
    struct criteria criteria;
    struct profile profile;
};

static void release(struct sheet *sheet)
{
    problems_release(&sheet->problems);
    arena_release(&sheet->arena);
}

static const char *read_as(struct sheet *sheet, const char *yaml, bool whole)
{
    *sheet = (struct sheet){.source = source_of(yaml)};
    if (strstr(yaml, "shortlist-profile") != NULL) {
        read_profile(&sheet->source, &sheet->arena, &sheet->profile, &sheet->problems);
    } else {
        bool fine =
            read_criteria(&sheet->source, &sheet->arena, &sheet->criteria, &sheet->problems);
        assert_int_equal(fine, sheet->problems.totals[PROBLEM_ERROR] == 0);
    }
    return whole ? told_whole(&sheet->problems, &sheet->arena)
                 : told(&sheet->problems, &sheet->arena);
}

struct example {
    const char *yaml;
    const char *problems;
};

static void check_examples(const struct example *examples, size_t count, bool whole)
{
    for (size_t i = 0; i < count; i++) {
        struct sheet sheet;
        const char *problems = read_as(&sheet, examples[i].yaml, whole);
        if (strcmp(problems, examples[i].problems) != 0)
            print_message("in example %zu:\n%s", i, examples[i].yaml);
        assert_string_equal(problems, examples[i].problems);
        release(&sheet);
    }
}

#define CHECK(examples, whole) check_examples(examples, sizeof examples / sizeof *examples, whole)

/* A file around some lines of its top level, a category, a criterion (line 5) or a rule (line 6).
 */
#define HEAD "shortlist-criteria: 1\n"
#define BODY "categories: {c: {criteria: {x: {ask: q, type: yes_no}}}}\n"
#define TOP(lines) HEAD lines BODY
#define CRITERION(keys)                                                                            \
    HEAD "categories:\n  c:\n    criteria:\n      x: {" keys "}\n      y: {ask: q, type: "         \
         "yes_no}\n"
#define RULE(id, keys) HEAD BODY "rules:\n  " id ": {" keys "}\n"

/* --- What is read ------------------------------------------------------------------------- */

static void test_a_file(void **state)
{
    (void)state;
    struct sheet sheet;
    const char *problems = read_as(&sheet,
                                   HEAD "title: Help desk\n"
                                        "revision: \"2026.1\"\n"
                                        "as_of: 2026-11-21\n"
                                        "decimals: 3\n"
                                        "missing: exclude\n"
                                        "weights_total: 10\n"
                                        "ties: [c, x]\n"
                                        "needs: {hours: 40, words: [a, b, a]}\n"
                                        "evidence: {claimed: 0.5, documented: 0.9, verified: 1, "
                                        "expired: 0}\n"
                                        "bands: {0: stop, 60: go}\n"
                                        "categories:\n"
                                        "  c:\n"
                                        "    title: First\n"
                                        "    weight: 7\n"
                                        "    minimum: 40\n"
                                        "    criteria:\n"
                                        "      x: {ask: Which?, type: set, options: {a: A, b: }, "
                                        "score: {share_of: needs.words}}\n"
                                        "      y: {ask: Sure?, type: yes_no, weight: 2}\n"
                                        "  d:\n"
                                        "    weight: 3\n"
                                        "    criteria:\n"
                                        "      z: {ask: How good?, type: rating}\n"
                                        "rules:\n"
                                        "  r:\n"
                                        "    when: x has a\n"
                                        "    severity: critical\n"
                                        "    message: \"{x}\"\n"
                                        "    penalty: 5\n"
                                        "    unknown: fire\n",
                                   true);
    assert_string_equal(problems, "");
    const struct criteria *criteria = &sheet.criteria;
    assert_true(text_equal(criteria->title, TEXT("Help desk")));
    assert_true(text_equal(criteria->revision, TEXT("2026.1")));
    assert_int_equal(criteria->as_of.day, 20778); /* date -d 2026-11-21 +%s / 86400 */
    assert_int_equal(criteria->as_of.place.line, 4);
    assert_int_equal(criteria->decimals, 3);
    assert_int_equal(criteria->missing, MISSING_EXCLUDE);
    assert_true(criteria->weights_total.value == 10);
    assert_int_equal(criteria->tie_ids.count, 2);
    assert_int_equal(criteria->need_count, 2);
    assert_int_equal(criteria->needs[1].words.count, 2);
    assert_true(criteria->evidence.claimed.value == 0.5);
    assert_int_equal(criteria->evidence.place.line, 10);
    assert_int_equal(criteria->bands.count, 2);
    assert_true(text_equal(criteria->bands.items[1].verdict, TEXT("go")));

    assert_int_equal(criteria->category_count, 2);
    assert_true(text_equal(criteria->categories[0].title, TEXT("First")));
    assert_true(text_equal(criteria->categories[1].title, TEXT("d")));
    assert_true(criteria->categories[0].minimum.value == 40);
    assert_int_equal(criteria->categories[1].minimum.place.line, 0);
    assert_int_equal(criteria->categories[1].first, 2);
    assert_int_equal(criteria->categories[1].count, 1);

    assert_int_equal(criteria->criterion_count, 3);
    const struct criterion *x = criteria_criterion(criteria, TEXT("x"));
    assert_int_equal(x->type, TYPE_SET);
    assert_true(text_equal(x->options.items[0].label, TEXT("A")));
    assert_true(text_equal(x->options.items[1].label, TEXT("b")));
    assert_int_equal(x->score.form, FORM_SHARE_OF);
    assert_true(text_equal(x->score.share_of.need, TEXT("words")));
    assert_true(x->weight.value == 1);
    assert_int_equal(x->weight.place.line, 0);
    const struct criterion *y = criteria_criterion(criteria, TEXT("y"));
    assert_true(y->weight.value == 2);
    assert_int_equal(y->score.form, FORM_POINTS);
    assert_int_equal(y->score.place.line, 0);
    assert_int_equal(y->score.points_list.count, 2);
    const struct criterion *z = criteria_criterion(criteria, TEXT("z"));
    assert_int_equal(z->by, BY_BUYER);
    assert_int_equal(z->category, 1);
    assert_int_equal(z->score.form, FORM_CURVE);
    assert_true(z->range.high == 5);
    assert_true(z->score.curve.items[1].x == 5 && z->score.curve.items[1].points == 100);

    assert_int_equal(criteria->rule_count, 1);
    assert_int_equal(criteria->rules[0].severity, SEVERITY_CRITICAL);
    assert_true(criteria->rules[0].unknown_fires);
    assert_int_equal(criteria->rules[0].message.style, STYLE_DOUBLE);
    assert_int_equal(criteria->rules[0].when.place.column, 11);
    release(&sheet);
}

static void test_defaults(void **state)
{
    (void)state;
    struct sheet sheet;
    assert_string_equal(read_as(&sheet, TOP("rules:\nneeds:\n"), true), "");
    const struct criteria *criteria = &sheet.criteria;
    assert_true(text_equal(criteria->title, TEXT("test")));
    assert_int_equal(criteria->decimals, 2);
    assert_int_equal(criteria->missing, MISSING_ZERO);
    assert_int_equal(criteria->evidence.place.line, 0);
    assert_true(criteria->evidence.expired.value == 1);
    assert_int_equal(criteria->weights_total.place.line, 0);
    assert_true(criteria->categories[0].weight.value == 1);
    assert_true(isinf(criteria->criteria[0].range.high));
    assert_int_equal(criteria->criteria[0].missing, MISSING_UNSTATED);
    release(&sheet);
}

/* Quotes make no difference, but for needs, whose type is that of their value. */
static void test_scalars_by_declared_type(void **state)
{
    (void)state;
    struct sheet sheet;
    assert_string_equal(
        read_as(&sheet, TOP("decimals: '3'\nas_of: \"2026-11-21\"\nrevision: 2026.10\n"), true),
        "");
    assert_int_equal(sheet.criteria.decimals, 3);
    assert_true(text_equal(sheet.criteria.revision, TEXT("2026.10")));
    release(&sheet);
}

/* In quotes they are labels like others. */
static void test_open_labels_are_ids(void **state)
{
    (void)state;
    static const char *const labels[] = {"a", "b", "c", "d", "~", "null"};
    struct sheet sheet;
    assert_string_equal(
        read_as(&sheet,
                CRITERION("ask: q, type: set, score: {share_of: []}, "
                          "options: {a: ~, b: null, c: Null, d: '', e: '~', f: \"null\"}"),
                true),
        "");
    const struct options *options = &sheet.criteria.criteria[0].options;
    assert_int_equal(options->count, sizeof labels / sizeof *labels);
    for (size_t i = 0; i < options->count; i++)
        assert_true(text_equal(options->items[i].label, text_from(labels[i])));
    release(&sheet);
}

static void test_options_from_points(void **state)
{
    (void)state;
    struct sheet sheet;
    assert_string_equal(
        read_as(&sheet, CRITERION("ask: q, type: choice, score: {points: {no: 0, some: 50}}"),
                true),
        "");
    const struct criterion *x = &sheet.criteria.criteria[0];
    assert_int_equal(x->options.count, 2);
    assert_int_equal(x->options.place.line, 0);
    assert_true(text_equal(x->options.items[1].label, TEXT("some")));
    release(&sheet);
}

/* --- Keys --------------------------------------------------------------------------------- */

static void test_keys(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {TOP(""), ""},
        {TOP("titel: x\n"), "2:1 `titel` is not a key of a criteria file [unknown-key]\n"
                            "hint: did you mean `title`?\n"},
        {TOP("colour: x\n"), "2:1 `colour` is not a key of a criteria file [unknown-key]\n"},
        {CRITERION("ask: q, type: yes_no, wieght: 2"),
         "5:33 `wieght` is not a key of a criterion [unknown-key]\n"
         "hint: did you mean `weight`?\n"},
        {CRITERION("ask: q, type: yes_no, points: {yes: 1, no: 0}"),
         "5:33 `points` is not a key of a criterion [unknown-key]\n"
         "hint: it is a key of a score, below `score`\n"},
        {CRITERION("ask: q, type: number, score: {best: 1, worst: 2, weight: 3}"),
         "5:60 `weight` is not a key of a score [unknown-key]\n"
         "hint: it is a key of a criterion: indent it less\n"},
        {CRITERION("ask: q, type: yes_no, weight:2"),
         "5:33 `weight:2` is not a key of a criterion [unknown-key]\n"
         "hint: behind the colon of a key stands a space\n"},
        {CRITERION("ask: q, type: number, score: {formula: min(x, 3)}"),
         "5:57 `3)` is not a key of a score [unknown-key]\n"
         "hint: a comma ends a value between { and }: if it belongs to the value, put the whole of "
         "that in quotes\n"},
        {CRITERION("ask: q, type: number, score: {formula: 'min(x, 3)'}"), ""},
        {TOP("title: a\ntitle: b\n"), "3:1 `title` stands twice [duplicate-key]\n"
                                      "2:1 note: first written here\n"},
        {HEAD, "1:1 a criteria file needs `categories` [missing-key]\n"},
        {HEAD "categories:\n", "2:1 a criteria file needs at least one category [missing-key]\n"},
        {HEAD "categories: {}\n",
         "2:1 a criteria file needs at least one category [missing-key]\n"},
        {HEAD "categories: {c: {}}\n", "2:14 a category needs `criteria` [missing-key]\n"},
        {HEAD "categories: {c: {criteria: {}}}\n",
         "2:14 a category needs at least one criterion [missing-key]\n"},
        {HEAD "categories: {c: }\n", "2:14 `c` has no value [wrong-type]\n"},
        {HEAD "categories:\n  c:\n", "3:3 `c` has no value, but needs a mapping [wrong-type]\n"},
        {HEAD "categories:\n  - c: 1\n",
         "3:3 `categories` must be a mapping from id to its keys, not a list [wrong-type]\n"
         "hint: write keys with a colon, without dashes\n"},
        {RULE("r", ""), "4:3 a rule needs `when` [missing-key]\n"
                        "4:3 a rule needs `severity` [missing-key]\n"
                        "4:3 a rule needs `message` [missing-key]\n"},
    };
    CHECK(examples, true);
}

/* --- Values ------------------------------------------------------------------------------- */

/* A key with a slip is told once, not as missing too; nor is a tag told as a missing value. */
static void test_slips(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {CRITERION("ask: q, type: number, score: {curv: {0: 0, 1: 9}}"),
         "5:41 `curv` is not a key of a score [unknown-key]\n"
         "hint: did you mean `curve`?\n"},
        {CRITERION("ask: q, type: number, score: {best: 1, wrost: 2}"),
         "5:50 `wrost` is not a key of a score [unknown-key]\n"
         "hint: did you mean `worst`?\n"},
        {CRITERION("ask: q, type: number, score: {banana: 1}"),
         "5:33 this score has no form [bad-form]\n"
         "hint: for the type number there is `curve`, `steps`, `best`, `worst`, `formula`\n"
         "5:41 `banana` is not a key of a score [unknown-key]\n"},
        {CRITERION("aks: q, type: yes_no"), "5:11 `aks` is not a key of a criterion [unknown-key]\n"
                                            "hint: did you mean `ask`?\n"},
        {CRITERION("ask: q, tpye: yes_no"),
         "5:19 `tpye` is not a key of a criterion [unknown-key]\n"
         "hint: did you mean `type`?\n"},
        {CRITERION("ask: q, type: number, scroe: {best: 1, worst: 2}"),
         "5:33 `scroe` is not a key of a criterion [unknown-key]\n"
         "hint: did you mean `score`?\n"},
        {RULE("r", "when: !x, severity: note, message: m"),
         "4:13 a tag (!) cannot be used here [yaml-feature]\n"
         "hint: write not x\n"},
        {RULE("r", "severity: note, message: m, when: !x"),
         "4:41 a tag (!) cannot be used here [yaml-feature]\n"
         "hint: write not x\n"},
        {RULE("r", "when: x, severity: note, message: !m y"),
         "4:41 a tag (!) cannot be used here [yaml-feature]\n"
         "hint: write the value out; if it is a text, put it in quotes\n"},
        {RULE("r", "when: !!str x, severity: note, message: m"),
         "4:13 a tag (!) cannot be used here [yaml-feature]\n"
         "hint: write the value out; if it is a text, put it in quotes\n"},
        {RULE("r", "when:x, severity: note, message: m"),
         "4:7 `when:x` is not a key of a rule [unknown-key]\n"
         "hint: behind the colon of a key stands a space\n"},
        {RULE("r", "whenever: x, severity: note"),
         "4:3 a rule needs `when` [missing-key]\n"
         "4:3 a rule needs `message` [missing-key]\n"
         "4:7 `whenever` is not a key of a rule [unknown-key]\n"},
    };
    CHECK(examples, true);
}

static void test_values(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {TOP("decimals: 6\n"), ""},
        {TOP("decimals: 7\n"), "2:11 `decimals` must be between 0 and 6, not 7 [out-of-range]\n"},
        {TOP("decimals: 1.5\n"), "2:11 `decimals` must be a whole number, not 1.5 [bad-number]\n"},
        {TOP("decimals: 1,5\n"),
         "2:11 `1,5` is not written as a decimal number [bad-number]\n"
         "hint: write 1.5 for a fraction, and 1500 without a sign between thousands\n"},
        {TOP("decimals: 2 places\n"), "2:11 `2 places` is not a number [bad-number]\n"
                                      "hint: write the number alone\n"},
        {TOP("decimals: two\n"), "2:11 `two` is not a number [bad-number]\n"
                                 "hint: write a decimal number, as in 12 or 1.5\n"},
        {TOP("decimals: [2]\n"), "2:11 `decimals` must be a number, not a list [wrong-type]\n"},
        {TOP("decimals:\n"), "2:1 `decimals` has no value, but needs a number [wrong-type]\n"},
        {TOP("as_of: 21.11.2026\n"), "2:8 `21.11.2026` is not a date [bad-date]\n"
                                     "hint: write 2026-11-21\n"},
        {TOP("as_of: 2026-02-30\n"), "2:8 `2026-02-30` is not in the calendar [bad-date]\n"},
        {TOP("as_of: 2028-02-29\n"), ""},
        {TOP("missing: zeroo\n"),
         "2:10 `missing` must be zero or exclude, not `zeroo` [unknown-option]\n"
         "hint: did you mean `zero`?\n"},
        {TOP("title: {x} y\n"), "2:12 text goes on behind the closing } [yaml-syntax]\n"
                                "hint: a value that begins with { is read as a mapping; if it is a "
                                "text, put the whole of it in quotes\n"},
        {TOP("title: {x}\n"),
         "2:8 `title` must be a text, not a mapping [wrong-type]\n"
         "hint: a value that begins with { is read as a mapping: put the whole "
         "of it in quotes\n"},
        {TOP("title:\n"), ""},
        {TOP("weights_total: -1\n"),
         "2:16 `weights_total` must be at least 0, not -1 [out-of-range]\n"},
        {CRITERION("ask: q, type: yes_no, proof: maybe"),
         "5:40 `proof` must be yes or no, not `maybe` [wrong-type]\n"},
        {CRITERION("ask: q, type: yes_no, proof: TRUE"), ""},
        {CRITERION("ask: q, type: yes_no, not_applicable: zero"),
         "5:49 `not_applicable` must be exclude, not `zero` [unknown-option]\n"},
        {TOP("ties: c\n"), "2:7 `ties` must be a list, not a single word [wrong-type]\n"
                           "hint: write [c]\n"},
        {TOP("ties: [c, c]\n"), "2:11 `c` stands twice [duplicate-id]\n"
                                "2:8 note: first written here\n"},
        {TOP("ties: [c, [x], ~]\n"),
         "2:11 an item of `ties` must be a word, not a list [wrong-type]\n"
         "2:16 an item of `ties` must be a word, not nothing [wrong-type]\n"},
    };
    CHECK(examples, true);
}

static void test_bands_and_evidence(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {TOP("bands: {0: a, 50: b}\n"), ""},
        {TOP("bands: {10: a, 50: b}\n"), "2:9 bad-bands\n"},
        {TOP("bands: {0: a, 50: b, 50.0: c}\n"), "2:22 bad-bands\n"},
        {TOP("bands: {0: a, 101: b}\n"), "2:15 out-of-range\n"},
        {TOP("bands: {}\n"), "2:1 bad-bands\n"},
        {TOP("bands: {0: }\n"), "2:9 wrong-type\n"},
        {TOP("bands: [a]\n"), "2:8 wrong-type\n"},
        {TOP("bands: {0: a, 0: b}\n"), "2:15 duplicate-key\n"},
        {TOP("evidence: {claimed: 0, documented: 0, verified: 1, expired: 0}\n"), ""},
        {TOP("evidence: {claimed: 0, documented: 0, verified: 1}\n"), "2:1 missing-key\n"},
        {TOP("evidence: {claimed: 80, documented: 0, verified: 1, expired: 0}\n"),
         "2:21 out-of-range\n"},
    };
    CHECK(examples, false);
}

static void test_shares(void **state)
{
    (void)state;
#define CLAIMED(value)                                                                             \
    TOP("evidence: {claimed: " value ", documented: 1, verified: 1, expired: 0}\n")
    static const struct example examples[] = {
        {CLAIMED("70%"), "2:21 `claimed` must be between 0 and 1, not 70% [bad-number]\n"
                         "hint: write 0.7\n"},
        {CLAIMED("70"), "2:21 `claimed` must be between 0 and 1, not 70 [out-of-range]\n"
                        "hint: write 0.7\n"},
        {CLAIMED("1.5"), "2:21 `claimed` must be between 0 and 1, not 1.5 [out-of-range]\n"},
        {CLAIMED("700%"), "2:21 `claimed` must be between 0 and 1, not 700% [bad-number]\n"},
        {CLAIMED("0.7 of it"), "2:21 `0.7 of it` is not a number [bad-number]\n"
                               "hint: write the number alone\n"},
        {CLAIMED("0.7"), ""},
        {CRITERION("ask: q, type: yes_no, weight: 30 %"),
         "5:41 `weight` must be a number alone, not 30 % [bad-number]\n"
         "hint: write 30\n"},
        {CRITERION("ask: q, type: yes_no, proof: on"),
         "5:40 `proof` must be yes or no, not `on` [wrong-type]\n"
         "hint: write yes\n"},
        {CRITERION("ask: q, type: choice, options: {a: Own staff, b: B}, score: {points: {Own "
                   "staff: 1, a: 1, b: 2}}"),
         "5:81 `Own staff` is not an option of `x` [unknown-option]\n"
         "hint: did you mean `a`?\n"},
    };
    CHECK(examples, true);
#undef CLAIMED
}

static void test_needs(void **state)
{
    (void)state;
    static const struct {
        const char *need;
        enum need_type type;
    } cases[] = {
        {"40", NEED_NUMBER},
        {"-0.5", NEED_NUMBER},
        {"'40'", NEED_NUMBER},
        {"yes", NEED_TRUTH},
        {"False", NEED_TRUTH},
        {"2026-11-21", NEED_DATE},
        {"Berlin", NEED_TEXT},
        {"'1,5'", NEED_TEXT},
        {"'2026-02-30'", NEED_TEXT},
        {"40 hours", NEED_TEXT},
        {"[]", NEED_WORDS},
        {"[a, b]", NEED_WORDS},
        {"{options: [a, b], value: a}", NEED_TEXT},
        {"{options: [a, b], value: [b]}", NEED_WORDS},
        {"{options: {no: N, yes: Y}, value: no}", NEED_TEXT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        char yaml[400];
        (void)snprintf(yaml, sizeof yaml, HEAD "needs: {n: %s}\n" BODY, cases[i].need);
        assert_string_equal(read_as(&sheet, yaml, true), "");
        assert_int_equal(sheet.criteria.needs[0].type, cases[i].type);
        release(&sheet);
    }
}

static void test_bad_needs(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {TOP("needs: {n: 1,5}\n"), "2:14 wrong-type\n"},
        {TOP("needs:\n  n: 1,5\n"), "3:6 bad-number\n"},
        {TOP("needs: {n: 017}\n"), "2:12 bad-number\n"},
        {TOP("needs: {n: 2026-02-30}\n"), "2:12 bad-date\n"},
        {TOP("needs: {n: ~}\n"), "2:12 wrong-type\n"},
        {TOP("needs: {n: ''}\n"), "2:12 wrong-type\n"},
        {TOP("needs: {n: [a, ~]}\n"), "2:16 wrong-type\n"},
        {TOP("needs: {n: {a: 1}}\n"), "2:9 missing-key\n2:9 missing-key\n2:13 unknown-key\n"},
        {TOP("needs: {n: {options: [a], value: b}}\n"), "2:34 unknown-option\n"},
        {TOP("needs: {n: {options: [a], value: [a, b]}}\n"), "2:38 unknown-option\n"},
        {TOP("needs: {n: {options: [], value: []}}\n"), "2:13 bad-options\n"},
        {TOP("needs: {total: 1}\n"), "2:9 bad-id\n"},
        {TOP("needs: {n: 1, n: 2}\n"), "2:15 duplicate-key\n"},
        {TOP("needs: [n]\n"), "2:8 wrong-type\n"},
        {TOP("needs: {n: {options: [a], value: {b: c}}}\n"), "2:34 wrong-type\n"},
        {TOP("needs: {n: {options: [a, a], value: a}}\n"), "2:26 duplicate-id\n"},
    };
    CHECK(examples, false);
}

/* --- Criteria ----------------------------------------------------------------------------- */

static void test_ids(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {HEAD "categories: {c-1: {criteria: {x: {ask: q, type: yes_no}}}}\n", "2:14 bad-id\n"},
        {HEAD "categories: {c: {criteria: {X: {ask: q, type: yes_no}}}}\n", "2:29 bad-id\n"},
        {HEAD "categories: {c: {criteria: {no: {ask: q, type: yes_no}}}}\n", "2:29 bad-id\n"},
        {HEAD "categories: {c: {criteria: {c: {ask: q, type: yes_no}}}}\n", "2:29 duplicate-id\n"},
        {HEAD "categories: {c: {criteria: {x: {ask: q, type: yes_no}}},\n"
              "  d: {criteria: {x: {ask: q, type: yes_no}}}}\n",
         "3:18 duplicate-id\n"},
        {HEAD "categories: {c: {criteria: {x: {ask: q, type: yes_no},\n"
              "  x: {ask: q, type: yes_no}}}}\n",
         "3:3 duplicate-key\n"},
        {HEAD "categories: {c: {criteria: {x: {ask: q, type: yes_no}}},\n"
              "  c: {criteria: {y: {ask: q, type: yes_no}}}}\n",
         "3:3 duplicate-key\n"},
        {RULE("no_isdn", "when: x, severity: note, message: m"), ""},
        {RULE("minimum_c", "when: x, severity: note, message: m"), "4:3 bad-id\n"},
        {RULE("minimum", "when: x, severity: note, message: m"), ""},
        {RULE("expired_evidence", "when: x, severity: note, message: m"), "4:3 bad-id\n"},
        {RULE("answer_disputed", "when: x, severity: note, message: m"), "4:3 bad-id\n"},
        {RULE("x", "when: x, severity: note, message: m"), ""},
    };
    CHECK(examples, false);
}

static void test_keys_that_contradict(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {CRITERION("ask: q, type: yes_no, by: buyer"), ""},
        {CRITERION("type: yes_no"), "5:7 missing-key\n"},
        {CRITERION("ask: '', type: yes_no"), "5:7 missing-key\n"},
        {CRITERION("ask: q"), "5:7 missing-key\n"},
        {CRITERION("ask: q, type: boolean"), "5:25 unknown-option\n"},
        {CRITERION("ask: q, type: yes_no, unit: x"), "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: yes_no, options: [a]"), "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: date, range: [0, 1], score: {formula: x}"),
         "5:31 bad-criterion\n"},
        {CRITERION("ask: q, type: number, scale: [0, 1], score: {formula: x}"),
         "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: rating, range: [0, 1]"), "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: rating, scale: [1, 10], levels: {1: a, 10: b}, unit: x"), ""},
        {CRITERION("ask: q, type: rating, levels: {6: a}"), "5:42 out-of-range\n"},
        {CRITERION("ask: q, type: rating, levels: {a: 1}"), "5:42 bad-number\n"},
        {CRITERION("ask: q, type: rating, by: vendor"), "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: rating, proof: yes"), "5:33 bad-criterion\n"},
        {CRITERION("ask: q, type: rating, proof: no"), ""},
        {CRITERION("ask: q, type: yes_no, by: buyer, proof: yes"), "5:44 bad-criterion\n"},
        {CRITERION("ask: q, type: text"), ""},
        {CRITERION("ask: q, type: text, weight: 0"), "5:31 bad-criterion\n"},
        {CRITERION("ask: q, type: text, score: {formula: x}"), "5:31 bad-criterion\n"},
        {CRITERION("type: number, computed: 1, score: {formula: x}"), ""},
        {CRITERION("type: number, computed: 1, range: [0, 1], score: {formula: x}"), ""},
        {CRITERION("type: yes_no, computed: 1"), "5:17 bad-criterion\n"},
        {CRITERION("type: number, computed: 1, by: buyer, score: {formula: x}"),
         "5:38 bad-criterion\n"},
        {CRITERION("type: number, computed: 1, proof: yes, score: {formula: x}"),
         "5:38 bad-criterion\n"},
        {CRITERION("ask: q, type: number, range: [0], score: {formula: x}"), "5:40 wrong-type\n"},
        {CRITERION("ask: q, type: number, range: [2, 1], score: {formula: x}"),
         "5:44 out-of-range\n"},
        {CRITERION("ask: q, type: number, range: [1, 1], score: {formula: x}"),
         "5:44 out-of-range\n"},
    };
    CHECK(examples, false);
}

static void test_options(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {CRITERION("ask: q, type: choice, options: [a, no], score: {points: {a: 1, no: 0}}"), ""},
        {CRITERION("ask: q, type: choice, options: [a, A], score: {points: {a: 1, A: 0}}"),
         "5:46 bad-id\n"},
        {CRITERION("ask: q, type: choice, options: [a, null1], score: {points: {a: 1, null1: 0}}"),
         ""},
        {CRITERION("ask: q, type: choice, options: {a: A, 'null': N}, score: {points: {a: 1, "
                   "'null': 0}}"),
         "5:49 bad-id\n"},
        {CRITERION("ask: q, type: choice, options: [a, a], score: {points: {a: 1}}"),
         "5:46 duplicate-id\n"},
        {CRITERION("ask: q, type: choice, options: {a: A, a: B}, score: {points: {a: 1}}"),
         "5:49 duplicate-key\n"},
        {CRITERION("ask: q, type: set, options: [], score: {share_of: []}"), "5:30 bad-options\n"},
        {CRITERION("ask: q, type: set, score: {share_of: []}"), "5:7 bad-options\n"},
        {CRITERION("ask: q, type: set, options: a, score: {share_of: []}"), "5:39 wrong-type\n"},
        {CRITERION("ask: q, type: set, options: {a: [b]}, score: {share_of: []}"),
         "5:43 wrong-type\n"},
    };
    CHECK(examples, false);
}

static void test_how_many_options(void **state)
{
    (void)state;
    for (int count = 64; count <= 65; count++) {
        struct sheet sheet;
        struct arena arena = {0};
        struct text_buffer yaml = {.arena = &arena};
        buffer_add(&yaml,
                   TEXT(HEAD "categories: {c: {criteria: {x: {ask: q, type: set, options: ["));
        for (int i = 0; i < count; i++)
            buffer_format(&yaml, "%so%d", i == 0 ? "" : ", ", i);
        buffer_add(&yaml, TEXT("], score: {share_of: [o1]}}}}}\n"));
        assert_string_equal(read_as(&sheet, buffer_text(&yaml).ptr, false),
                            count == 64 ? "" : "2:52 bad-options\n");
        release(&sheet);
        arena_release(&arena);
    }
}

/* A file with more of something than there may be. */
static void test_how_many_entries(void **state)
{
    (void)state;
    static const struct {
        const char *begin;
        const char *entry; /* with its number in it */
        const char *end;
        int count;
        const char *problems;
    } cases[] = {
        {HEAD "categories:\n  c:\n    criteria:\n", "      x%d: {ask: q, type: yes_no}\n", "",
         10000, ""},
        {HEAD "categories:\n  c:\n    criteria:\n", "      x%d: {ask: q, type: yes_no}\n", "",
         10001, "2:1 too-large\n"},
        {HEAD BODY "rules:\n", "  r%d: {when: x, severity: note, message: m}\n", "", 10001,
         "4:3 too-large\n"},
        {HEAD BODY "needs:\n", "  n%d: 1\n", "", 10001, "3:1 too-large\n"},
        {HEAD BODY "needs: {n: [", "w%d, ", "w]}\n", 10000, "3:12 too-large\n"},
        {HEAD BODY "ties: [", "x%d, ", "x]\n", 10000, "3:1 too-large\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        struct arena arena = {0};
        struct text_buffer yaml = {.arena = &arena};
        buffer_add(&yaml, text_from(cases[i].begin));
        const char *number = strstr(cases[i].entry, "%d");
        for (int n = 0; n < cases[i].count; n++)
            buffer_format(&yaml, "%.*s%d%s", (int)(number - cases[i].entry), cases[i].entry, n,
                          number + 2);
        buffer_add(&yaml, text_from(cases[i].end));
        assert_string_equal(read_as(&sheet, buffer_text(&yaml).ptr, false), cases[i].problems);
        release(&sheet);
        arena_release(&arena);
    }
}

/* What could not be read is guessed at, so that what refers to it causes no further problems. */
static void test_guesses(void **state)
{
    (void)state;
    static const struct {
        const char *criterion;
        enum answer_type type;
    } cases[] = {
        {"ask: q, type: chioce, options: [a]", TYPE_CHOICE},
        {"ask: q, levels: {1: a}", TYPE_RATING},
        {"ask: q, type: nmber, score: {best: 1, worst: 2}", TYPE_NUMBER},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct sheet sheet;
        char yaml[300];
        (void)snprintf(yaml, sizeof yaml, CRITERION("%s"), cases[i].criterion);
        (void)read_as(&sheet, yaml, false);
        assert_int_equal(sheet.problems.count, 1);
        assert_int_equal(sheet.criteria.criteria[0].type, cases[i].type);
        release(&sheet);
    }
    struct sheet sheet;
    (void)read_as(&sheet, TOP("needs: {a: 2026-02-30, b: [~], d: {value: x}}\n"), false);
    assert_int_equal(sheet.criteria.need_count, 3);
    assert_int_equal(sheet.criteria.needs[0].type, NEED_DATE);
    assert_int_equal(sheet.criteria.needs[1].type, NEED_WORDS);
    release(&sheet);
}

static void test_forms(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {CRITERION("ask: q, type: yes_no, score: {points: {YES: 1, false: 2}}"), ""},
        {CRITERION("ask: q, type: yes_no, score: {points: {yes: 1}}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: yes_no, score: {points: {yes: 1, true: 1, no: 0}}"),
         "5:58 duplicate-key\n"},
        {CRITERION("ask: q, type: yes_no, score: {points: {yes: 1, no: 0, perhaps: 2}}"),
         "5:65 unknown-option\n"},
        {CRITERION("ask: q, type: choice, options: [a, b], score: {points: {a: 1}}"),
         "5:58 bad-form\n"},
        {CRITERION("ask: q, type: choice, options: [a, b], score: {points: {a: 1, b: 1, d: 1}}"),
         "5:79 unknown-option\n"},
        {CRITERION("ask: q, type: set, options: [a, b], score: {points: {a: 1}}"), ""},
        {CRITERION("ask: q, type: set, options: [a, b], score: {points: {a: 101}}"),
         "5:67 out-of-range\n"},
        {CRITERION("ask: q, type: set, options: [a, b], score: {points: {a: }}"),
         "5:64 wrong-type\n"},
        {CRITERION("ask: q, type: set, options: [a, b], score: {share_of: a}"),
         "5:65 wrong-type\n"},
        {CRITERION("ask: q, type: number, score: {curve: {0: 0, 10: 100}}"), ""},
        {CRITERION("ask: q, type: number, score: {curve: {0: 0}}"), "5:41 bad-curve\n"},
        {CRITERION("ask: q, type: number, score: {curve: {0: 0, 0.0: 100}}"), "5:55 bad-curve\n"},
        {CRITERION("ask: q, type: number, score: {curve: {5: 0, 1: 100, 9: 1}}"),
         "5:55 bad-curve\n"},
        {CRITERION("ask: q, type: number, score: {curve: {a: 0, 1: 100}}"), "5:49 bad-number\n"},
        {CRITERION("ask: q, type: number, score: {curve: {0:0, 1:100}}"),
         "5:49 wrong-type\n5:54 wrong-type\n"},
        {CRITERION("ask: q, type: number, score: {steps: {0: 0}}"), ""},
        {CRITERION("ask: q, type: number, score: {steps: {}}"), "5:41 bad-curve\n"},
        {CRITERION("ask: q, type: number, score: {best: 1, worst: 0}"), ""},
        {CRITERION("ask: q, type: number, score: {best: 1}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {worst: 1}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {best: 1, worst: 1.0}"), "5:57 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {best: lowest, worst: lowest}"),
         "5:62 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {best: lowest, worst: highest}"), ""},
        {CRITERION("ask: q, type: number, score: {best: needs.a, worst: needs.a}"), ""},
        {CRITERION("ask: q, type: number, score: {best: least, worst: 1}"), "5:47 wrong-type\n"},
        {CRITERION("ask: q, type: number, score: {best: 1 USD, worst: 1}"), "5:47 bad-number\n"},
        {CRITERION("ask: q, type: number, score: {best: 2027-01-01, worst: 1}"),
         "5:47 bad-number\n"},
        {CRITERION("ask: q, type: date, score: {best: 2027-01-01, worst: 2028-01-01}"),
         "5:39 bad-form\n"},
        {CRITERION("ask: q, type: date, score: {curve: {-365: 0, 0: 100}}"), ""},
        {CRITERION("ask: q, type: date, score: {steps: {-365: 0, 0: 100}}"), "5:39 bad-form\n"},
        {CRITERION("ask: q, type: yes_no, score: {formula: 1}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {points: {a: 1}}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {formula: 1, steps: {0: 0}}"), "5:41 bad-form\n"},
        {CRITERION("ask: q, type: number, score: {}"), "5:33 bad-form\n"},
        {CRITERION("ask: q, type: number, score: 5"), "5:40 wrong-type\n"},
        {CRITERION("ask: q, type: number"), "5:7 missing-key\n"},
        {CRITERION("ask: q, type: choice, options: [a]"), "5:7 missing-key\n"},
    };
    CHECK(examples, false);
}

static void test_comments_behind_phrases(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {HEAD BODY "rules:\n  r:\n    when: x # y\n    severity: note # fine\n    message: m\n",
         "5:12 comment-in-text\n"},
        {HEAD BODY "rules:\n  r:\n    when: 'x' # y\n    severity: note\n    message: a#b\n", ""},
        {HEAD BODY
         "rules:\n  r:\n    when: x\n      # y\n    severity: note\n    message: call #1\n",
         "8:18 comment-in-text\n"},
        {HEAD BODY "rules:\n  r:\n    when:\n      x and\n      x # y\n    severity: note\n"
                   "    message: m\n",
         "7:8 comment-in-text\n"},
        /* Set off by two blanks it is meant as a comment. */
        {HEAD BODY "rules:\n  r:\n    when: x  # y\n    severity: note\n    message: a   # b\n",
         ""},
    };
    CHECK(examples, false);
}

static void test_comments_behind_texts(void **state)
{
    (void)state;
#define ENTRIES(lines) HEAD "categories:\n  c:\n    criteria:\n      x:\n" lines
#define QUESTION "        ask: q\n        type: yes_no\n"
    static const struct example examples[] = {
        {TOP("title: Lot #3\n"), "2:11 comment-in-text\n"},
        {TOP("title: Lot 3  # the third\n"), ""},
        {TOP("revision: \"Lot #3\"\n"), ""},
        {TOP("title: #3\n"), "2:7 comment-in-text\n"},
        {TOP("title: # to come\n"), ""},
        {TOP("title: ~ # to come\n"), ""},
        {TOP("title: !x y #3\n"), "2:8 yaml-feature\n"},
        {TOP("bands:\n  0: stop #1\n  60: go\n"), "3:10 comment-in-text\n"},
        {TOP("needs:\n  site: Building #3\n  hours: 40 # in a week\n  tags: [a, b] # all\n"),
         "3:17 comment-in-text\n"},
        {ENTRIES("        ask: Which # do they give?\n        type: yes_no\n"),
         "6:19 comment-in-text\n"},
        {ENTRIES(QUESTION "        why: Guideline #6\n        weight: 2 # of 5\n"),
         "8:23 comment-in-text\n"},
        {ENTRIES(QUESTION "        help: At site #1\n        source: RFP #2\n"),
         "8:22 comment-in-text\n9:20 comment-in-text\n"},
        {ENTRIES(
             "        ask: q\n        type: rating\n        levels:\n          0: as bad as #1\n"),
         "9:23 comment-in-text\n"},
        {ENTRIES("        ask: q\n        type: choice\n        options:\n          a: Plan #1\n"
                 "          b: Plan 2\n        score: {points: {a: 0, b: 100}}\n"),
         "9:18 comment-in-text\n"},
        {HEAD BODY "rules:\n  r:\n    when: x\n    severity: note\n    message: m\n"
                   "    advice: Ask for form #7\n",
         "8:25 comment-in-text\n"},
        {"shortlist-profile: 1\ntitle: Lot #3\n", "2:11 comment-in-text\n"},
    };
    CHECK(examples, false);
}

static void test_weights(void **state)
{
    (void)state;
#define WEIGHTS(total, c, x, d)                                                                    \
    HEAD total "categories:\n"                                                                     \
               "  c: {weight: " c ", criteria: {x: {ask: q, type: yes_no, weight: " x "}}}\n"      \
               "  d: {weight: " d ", criteria: {y: {ask: q, type: yes_no, weight: 0},"             \
               " t: {ask: q, type: text}}}\n"
    static const struct example examples[] = {
        {WEIGHTS("", "1", "1", "1"), ""},
        {WEIGHTS("weights_total: 100\n", "99.9", "1", "0.1"), ""},
        {WEIGHTS("weights_total: 100\n", "99.9", "1", "0.2"), "2:16 bad-weights\n"},
        {WEIGHTS("", "0", "1", "0"), "3:3 bad-weights\n"},
        {WEIGHTS("", "1", "0", "1"), "3:3 bad-weights\n"},
        {WEIGHTS("", "0", "1", "1"), "3:3 bad-weights\n"},
        {WEIGHTS("", "1e12", "1", "1"), ""},
        {WEIGHTS("", "1e13", "1", "1"), "3:15 out-of-range\n"},
    };
    CHECK(examples, false);
}

/* --- Files -------------------------------------------------------------------------------- */

static void test_kinds(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"'shortlist-criteria': '1'\n" BODY, ""},
        {"{\"shortlist-criteria\": 1, \"categories\": {\"c\": {\"criteria\": {\"x\": "
         "{\"ask\": \"q\", \"type\": \"yes_no\"}}}}}",
         ""},
        {"", "0:0 there is nothing in this file [empty-file]\n"},
        {"# nothing\n", "0:0 there is nothing in this file [empty-file]\n"},
        {"~\n", "1:1 there is nothing in this document [empty-file]\n"},
        {"hello\n", "1:1 the first key does not say what this file is [unknown-kind]\n"
                    "hint: begin it with shortlist-answers: 1, shortlist-criteria: 1, "
                    "shortlist-profile: 1, shortlist-ratings: 1 or shortlist-decisions: 1\n"},
        {"shortlist-criterias: 1\n",
         "1:1 the first key does not say what this file is [unknown-kind]\n"
         "hint: did you mean `shortlist-criteria`?\n"},
        {"title: x\nshortlist-criteria: 1\n",
         "2:1 `shortlist-criteria` must be the first key of the file [unknown-kind]\n"},
        {"shortlist-criteria: 2\ncolour: blue\n",
         "1:21 `shortlist-criteria` of version 2 cannot be read [unknown-version]\n"
         "hint: this program reads version 1; a later one may read this file\n"},
        {"shortlist-criteria: one\n",
         "1:21 `shortlist-criteria` of version one cannot be read [unknown-version]\n"
         "hint: this program reads version 1: write shortlist-criteria: 1\n"},
        {"shortlist-criteria 1\ntitle: x\n",
         "1:1 behind `shortlist-criteria` a colon is missing [yaml-syntax]\n"
         "hint: write shortlist-criteria: 1\n"},
        {"shortlist-criteria 1\n",
         "1:1 behind `shortlist-criteria` a colon is missing [yaml-syntax]\n"
         "hint: write shortlist-criteria: 1\n"},
        {"shortlisted 1\ntitle: x\n",
         "2:6 a key cannot stand here: the lines above belong to one text [yaml-syntax]\n"
         "hint: begin it in the column of the keys that it belongs to\n"
         "1:1 note: the text begins here\n"},
        {"shortlist-criteria:\n",
         "1:1 `shortlist-criteria` needs its version [unknown-version]\n"
         "hint: this program reads version 1: write shortlist-criteria: 1\n"},
        {TOP("") "---\n" TOP(""), "3:1 another document begins here, but this is a criteria file, "
                                  "which holds one [extra-document]\n"},
        {"shortlist-answers: 1\nanswers: {}\n",
         "1:1 this document is an answers file, in a criteria file [kind-changes]\n"},
    };
    CHECK(examples, true);
}

static void test_profiles(void **state)
{
    (void)state;
    struct sheet sheet;
    assert_string_equal(read_as(&sheet,
                                "shortlist-profile: 1\n"
                                "needs: {hours: 168, words: [a]}\n"
                                "weights: {c: 25, c.x: 3}\n"
                                "evidence: {claimed: 0.5}\n",
                                true),
                        "");
    assert_int_equal(sheet.profile.needs.count, 2);
    assert_int_equal(sheet.profile.weights.count, 2);
    assert_true(text_equal(sheet.profile.weights.items[1].id.text, TEXT("c.x")));
    assert_true(sheet.profile.evidence.claimed.value == 0.5);
    assert_int_equal(sheet.profile.evidence.verified.place.line, 0);
    assert_true(text_equal(sheet.profile.title, TEXT("test")));
    release(&sheet);

#define PROFILE(lines) "shortlist-profile: 1\n" lines
    static const struct example examples[] = {
        {PROFILE(""), ""},
        {PROFILE("weights: {c: -1}\n"), "2:14 out-of-range\n"},
        {PROFILE("weights: {c: many}\n"), "2:14 bad-number\n"},
        {PROFILE("weights: {c: 1, c: 2}\n"), "2:17 duplicate-key\n"},
        {PROFILE("weights: [c]\n"), "2:10 wrong-type\n"},
        {PROFILE("evidence: {claimed: 2}\n"), "2:21 out-of-range\n"},
        {PROFILE("rules: {}\n"), "2:1 unknown-key\n"},
        {PROFILE("needs: {n: {value: [a]}}\n"), "2:9 missing-key\n"},
        {PROFILE("needs:\n  n: 2026-02-30\n  m: ~\n"), "4:6 wrong-type\n"},
    };
    CHECK(examples, false);
}

/* A broken value causes no second problem. */
static void test_one_problem_each(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {TOP("title: *x\n"), "2:8 yaml-feature\n"},
        {CRITERION("ask: q, type: !x number, score: {best: 1, worst: 2}"), "5:25 yaml-feature\n"},
        {CRITERION("ask: q, type: choice, options: *x, score: {points: {a: 1, b: 2}}"),
         "5:42 yaml-feature\n"},
        {CRITERION("ask: q, type: number, score: {curve: {1: 2, *x : 3}}"), "5:55 yaml-feature\n"},
    };
    CHECK(examples, false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_scalars_by_declared_type),
        cmocka_unit_test(test_open_labels_are_ids),
        cmocka_unit_test(test_options_from_points),
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_slips),
        cmocka_unit_test(test_shares),
        cmocka_unit_test(test_bands_and_evidence),
        cmocka_unit_test(test_needs),
        cmocka_unit_test(test_bad_needs),
        cmocka_unit_test(test_ids),
        cmocka_unit_test(test_keys_that_contradict),
        cmocka_unit_test(test_options),
        cmocka_unit_test(test_how_many_options),
        cmocka_unit_test(test_how_many_entries),
        cmocka_unit_test(test_guesses),
        cmocka_unit_test(test_forms),
        cmocka_unit_test(test_comments_behind_phrases),
        cmocka_unit_test(test_comments_behind_texts),
        cmocka_unit_test(test_weights),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_profiles),
        cmocka_unit_test(test_one_problem_each),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

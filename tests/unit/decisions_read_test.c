/* Decisions files: what is read, what is refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/buyer_files.h"
#include "support/told.h"

#define HEAD "shortlist-decisions: 1\n"
#define DECISIONS(text) HEAD "decisions: {" text "}\n"
#define OF_ACME(text) DECISIONS("acme: {answers: {" text "}}")
#define WAIVED(text) DECISIONS("acme: {waive: {" text "}}")

static void read_one(struct buyer_files *files, const char *yaml)
{
    read_buyer_files(files, (struct buyer_setting){0}, NULL, (const char *const[]){yaml, NULL});
}

static const struct decision *find(const struct buyer_files *files, uint32_t vendor,
                                   enum decision_kind kind, uint32_t subject)
{
    const struct decision *decision = decisions_find(&files->decisions, vendor, kind, subject);
    assert_non_null(decision);
    return decision;
}

/* --- What is read ------------------------------------------------------------------------- */

static void test_a_file(void **state)
{
    (void)state;
    struct buyer_files files;
    read_one(&files, "shortlist-decisions: 1\n"
                     "by: Evaluation panel\n"
                     "date: 2026-11-18\n"
                     "decisions:\n"
                     "  acme:\n"
                     "    answers:\n"
                     "      tone: {value: 3, why: \"call 4: the agent has left since\"}\n"
                     "      attrition:\n"
                     "        value: 41 %\n"
                     "        evidence: documented\n"
                     "        source: ref2.txt\n"
                     "        why: |\n"
                     "          vendor confirmed\n"
                     "      iso: {accept_na: yes, why: no card data in scope}\n"
                     "      remark: {value: fine, why: as heard}\n"
                     "    waive:\n"
                     "      high_attrition: one-off closure\n"
                     "      minimum_c: ' a pilot '\n"
                     "  bolt:\n"
                     "    exclude: withdrew on 12 November\n");
    assert_string_equal(told_whole(&files.problems, &files.arena), "");
    assert_int_equal(files.decisions.count, 7);
    assert_true(files.decisions.accepts_na);
    const struct decision *tone = find(&files, ACME, DECIDED_ANSWER, TONE);
    assert_int_equal(tone->cell.mark, STATE_ANSWERED);
    assert_true(tone->cell.value.number == 3);
    assert_true(text_equal(tone->why, TEXT("call 4: the agent has left since")));
    assert_true(text_equal(tone->by, TEXT("Evaluation panel")));
    assert_true(tone->has_date);
    /* date -u -d 2026-11-18 +%s, divided by 86400 */
    assert_int_equal(tone->date, 20775);
    assert_int_equal(tone->place.line, 7);
    assert_int_equal(tone->place.column, 7);
    const struct decision *attrition = find(&files, ACME, DECIDED_ANSWER, ATTRITION);
    assert_int_equal(mark_state(attrition->cell.mark), STATE_ANSWERED);
    assert_int_equal(mark_evidence(attrition->cell.mark), EVIDENCE_DOCUMENTED);
    assert_true(text_equal(attrition->source, TEXT("ref2.txt")));
    assert_true(text_equal(attrition->why, TEXT("vendor confirmed")));
    assert_int_equal(find(&files, ACME, DECIDED_ANSWER, ISO)->cell.mark, STATE_NA);
    assert_true(
        text_equal(find(&files, ACME, DECIDED_ANSWER, REMARK)->cell.value.text, TEXT("fine")));
    const struct decision *waived = find(&files, ACME, WAIVED_RULE, 0);
    assert_true(text_equal(waived->why, TEXT("one-off closure")));
    assert_int_equal(waived->place.line, 17);
    assert_true(text_equal(find(&files, ACME, WAIVED_MINIMUM, 0)->why, TEXT("a pilot")));
    const struct decision *excluded = find(&files, BOLT, EXCLUDED_VENDOR, 0);
    assert_true(text_equal(excluded->why, TEXT("withdrew on 12 November")));
    release_buyer_files(&files);
}

/* Neither who decided nor when need be said. */
static void test_what_is_kept(void **state)
{
    (void)state;
    static const struct {
        const char *decisions;
        size_t kept;
    } cases[] = {
        {"", 0},
        {"acme: ~", 0},
        {"acme: {}", 0},
        {"acme: {answers: ~, waive: ~}", 0},
        {"acme: {answers: {attrition: {evidence: verified, why: seen}}}", 1},
        {"acme: {answers: {tone: {value: 0, why: w}, hours: {value: 1, why: w}}}", 2},
        {"acme: {answers: {gone: {value: 3, why: w}}}", 0},
        {"crash: {answers: {tone: {value: 3, why: w}}, exclude: late}", 0},
        {"acme: {exclude: late, waive: {high_attrition: w}}", 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buyer_files files;
        char yaml[200];
        (void)snprintf(yaml, sizeof yaml, DECISIONS("%s"), cases[i].decisions);
        read_one(&files, yaml);
        assert_string_equal(told_whole(&files.problems, &files.arena), "");
        assert_int_equal(files.decisions.count, cases[i].kept);
        for (size_t d = 0; d < files.decisions.count; d++) {
            assert_int_equal(files.decisions.items[d].by.len, 0);
            assert_false(files.decisions.items[d].has_date);
        }
        release_buyer_files(&files);
    }
}

/* --- What is refused ---------------------------------------------------------------------- */

#define CHECK_IN(examples, ...)                                                                    \
    check_buyer_examples(AS_DECISIONS, examples, sizeof examples / sizeof *examples,               \
                         (struct buyer_setting){__VA_ARGS__})
#define CHECK(examples) CHECK_IN(examples, 0)

#define NO_REASON(what)                                                                            \
    what " has no reason [no-reason]\n"                                                            \
         "hint: say why it was decided: every report shows the reason\n"

static void test_reasons(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("tone: {value: 3, why: w}"), ""},
        {OF_ACME("tone: {value: 3}"), "2:30 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, why: }"), "2:47 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, why: ~}"), "2:52 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, why: ' '}"), "2:52 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, why: \"\\n\"}"), "2:52 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, why: yes}"), "2:52 " NO_REASON("the decision about `tone`")},
        {OF_ACME("tone: {value: 3, wy: w}"), "2:47 `wy` is not a key of a decision [unknown-key]\n"
                                             "hint: did you mean `why`?\n"},
        {OF_ACME("tone: {value: 3, why: [w]}"),
         "2:52 `why` must be a text, not a list [wrong-type]\n"
         "hint: a value that begins with [ is read as a list: put the whole of it in quotes\n"},
        {WAIVED("high_attrition: once"), ""},
        {WAIVED("high_attrition: "), "2:28 " NO_REASON("the waiver of `high_attrition`")},
        {WAIVED("high_attrition: ''"), "2:28 " NO_REASON("the waiver of `high_attrition`")},
        {WAIVED("high_attrition: Yes"), "2:44 " NO_REASON("the waiver of `high_attrition`")},
        {DECISIONS("acme: {exclude: late}"), ""},
        {DECISIONS("acme: {exclude: }"), "2:20 " NO_REASON("the exclusion of `acme`")},
        {DECISIONS("acme: {exclude: no}"), "2:29 " NO_REASON("the exclusion of `acme`")},
        {DECISIONS("acme: {exclude: true}"), "2:29 " NO_REASON("the exclusion of `acme`")},
        {DECISIONS("acme: {exclude: {why: w}}"),
         "2:29 `exclude` must be a text, not a mapping [wrong-type]\n"
         "hint: write the reason itself: exclude: the reason\n"},
        {HEAD "decisions:\n  acme:\n    exclude:\n      why: late\n",
         "5:7 `exclude` must be a text, not a mapping [wrong-type]\n"
         "hint: write the reason itself: exclude: the reason\n"},
        {WAIVED("high_attrition: {why: w}"),
         "2:44 `high_attrition` must be a text, not a mapping [wrong-type]\n"
         "hint: write the reason itself: high_attrition: the reason\n"},
        /* Nothing has a value: rather a text in braces. */
        {DECISIONS("acme: {exclude: {late}}"),
         "2:29 `exclude` must be a text, not a mapping [wrong-type]\n"
         "hint: a value that begins with { is read as a mapping: put the whole of it in quotes\n"},
        {DECISIONS("acme: {exclude: {}}"),
         "2:29 `exclude` must be a text, not a mapping [wrong-type]\n"
         "hint: a value that begins with { is read as a mapping: put the whole of it in quotes\n"},
    };
    CHECK(examples);
}

/* The reason under another name: told once, and with its right one. */
static void test_other_words_for_why(void **state)
{
    (void)state;
#define NO_KEY(word) "2:47 `" word "` is not a key of a decision [unknown-key]\n"
    static const struct buyer_example examples[] = {
        {OF_ACME("tone: {value: 3, reason: w}"), NO_KEY("reason") "hint: did you mean `why`?\n"},
        {OF_ACME("tone: {value: 3, Reason: w}"), NO_KEY("Reason") "hint: did you mean `why`?\n"},
        {OF_ACME("tone: {value: 3, because: w}"), NO_KEY("because") "hint: did you mean `why`?\n"},
        {OF_ACME("tone: {value: 3, note: w}"), NO_KEY("note") "hint: did you mean `why`?\n"},
        {OF_ACME("tone: {value: 3, note: n, why: w}"), NO_KEY("note")},
        {OF_ACME("tone: {value: 3, weight: 2}"),
         "2:30 " NO_REASON("the decision about `tone`") NO_KEY("weight")},
    };
    CHECK(examples);
}

/* --- Comments that may be none ------------------------------------------------------------ */

#define COMMENT                                                                                    \
    " what follows the # is a comment, no part of the value [comment-in-text]\n"                   \
    "hint: put the whole value in quotes, or set the comment off by two blanks\n"
#define LOST "hint: a # behind a blank begins a comment: put the text that holds it in quotes\n"

static void test_comments(void **state)
{
    (void)state;
#define ACME HEAD "decisions:\n  acme:\n"
#define TONE ACME "    answers:\n      tone:\n        value: 3 # of 5\n"
    static const struct buyer_example examples[] = {
        {ACME "    waive:\n      high_attrition: letter #18 of November\n", "5:29" COMMENT},
        {ACME "    waive:\n      high_attrition: 'letter #18 of November'\n", ""},
        {ACME "    waive:\n      high_attrition: once  # see the minutes\n", ""},
        {ACME "    waive:\n      high_attrition: #18 of November\n",
         "5:7 " NO_REASON("the waiver of `high_attrition`") LOST},
        {ACME "    waive:\n      high_attrition: # to come\n",
         "5:7 " NO_REASON("the waiver of `high_attrition`")},
        {ACME "    exclude: letter #18\n", "4:20" COMMENT},
        {ACME "    exclude:\n", "4:5 " NO_REASON("the exclusion of `acme`")},
        {TONE "        why: call #4\n", "7:18" COMMENT},
        {TONE "        why: a call\n        source: call #4\n", "8:21" COMMENT},
        {TONE "        why: a call\n        source: call-#4\n", ""},
        {ACME "    answers:\n      remark:\n        value: better than #2\n        why: heard\n",
         "6:27" COMMENT},
        {HEAD "by: Panel #2\ndecisions: {}\n", "2:10" COMMENT},
        {ACME "    waive: {high_attrition: letter #18}\n",
         "4:12 the { that opens here is not closed [yaml-syntax]\n"
         "5:1 note: a comma or } was expected here\n" LOST},
    };
    CHECK(examples);
}

/* Exactly one of a value and an accepted n/a; evidence beside a value or alone. */
static void test_what_is_decided(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("attrition: {value: 3, evidence: verified, why: w}"), ""},
        {OF_ACME("attrition: {evidence: verified, why: w}"), ""},
        {OF_ACME("iso: {accept_na: yes, why: w}"), ""},
        {OF_ACME("iso: {accept_na: yes, value: ~, why: w}"), ""},
        {OF_ACME("iso: {accept_na: yes, value: yes, why: w}"),
         "2:36 `accept_na` cannot stand beside `value` [bad-decision]\n"},
        {OF_ACME("iso: {accept_na: yes, evidence: claimed, why: w}"),
         "2:36 `accept_na` cannot stand beside `evidence` [bad-decision]\n"},
        {OF_ACME("iso: {why: w, source: s}"),
         "2:30 nothing is decided about `iso` [bad-decision]\n"
         "hint: give a value, or evidence, or accept_na: yes\n"},
        {OF_ACME("iso: {value: ~, why: w}"),
         "2:30 nothing is decided about `iso` [bad-decision]\n"
         "hint: give a value, or evidence, or accept_na: yes\n"},
        {OF_ACME("iso: {valu: yes, why: w}"),
         "2:36 `valu` is not a key of a decision [unknown-key]\n"
         "hint: did you mean `value`?\n"},
        {OF_ACME("iso: {accept_na: no, why: w}"),
         "2:36 `accept_na` can only be yes [bad-decision]\n"
         "hint: leave it out where the n/a is not accepted\n"},
        {OF_ACME("iso: {accept_na: n/a, why: w}"),
         "2:47 `accept_na` must be yes or no, not `n/a` [wrong-type]\n"},
        {OF_ACME("iso: {value: n/a, why: w}"),
         "2:43 the value decided for `iso` cannot be n/a [bad-decision]\n"
         "hint: accept_na: yes accepts an n/a of the vendor\n"},
        {OF_ACME("tone: {value: N/A, why: w}"),
         "2:44 the value decided for `tone` cannot be n/a [bad-decision]\n"},
        {OF_ACME("iso: yes"), "2:35 `iso` must be a mapping, not a text [wrong-type]\n"
                              "hint: write it with its reason: {value: …, why: …}\n"},
        {OF_ACME("iso: "), "2:30 `iso` has no value, but needs a mapping [wrong-type]\n"
                           "hint: write it with its reason: {value: …, why: …}\n"},
        {OF_ACME("iso: [yes]"), "2:35 `iso` must be a mapping, not a list [wrong-type]\n"},
    };
    CHECK(examples);
}

static void test_values(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("tone: {value: 6, why: w}"),
         "2:44 `tone` must be between 0 and 5, not 6 [out-of-range]\n"},
        {OF_ACME("attrition: {value: none, why: w}"),
         "2:49 `none` is not a number [bad-number]\n"
         "hint: accept_na: yes accepts an n/a of the vendor\n"},
        {OF_ACME("iso: {evidence: seen, why: w}"),
         "2:46 `evidence` must be claimed, documented or verified, not `seen` [unknown-option]\n"},
        {HEAD "date: soon\ndecisions: {}\n", "2:7 `soon` is not a date [bad-date]\n"
                                             "hint: write YYYY-MM-DD: 2026-11-21\n"},
        {HEAD "by: [x]\ndecisions: {}\n",
         "2:5 `by` must be a text, not a list [wrong-type]\n"
         "hint: a value that begins with [ is read as a list: put the whole of it in quotes\n"},
    };
    CHECK(examples);
}

static void test_accepted_na(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {DECISIONS("acme: {answers: {iso: {accept_na: yes, why: w}}}"), ""},
        {DECISIONS("acme: {answers: {attrition: {accept_na: yes, why: w}}}"),
         "2:42 `attrition` of `acme` is not n/a: it is answered [bad-decision]\n"
         "hint: correct an answer with `value`, not with `accept_na`\n"},
        {DECISIONS("bolt: {answers: {iso: {accept_na: yes, why: w}}}"),
         "2:36 `iso` of `bolt` is not n/a: it is open [bad-decision]\n"},
        {DECISIONS("acme: {answers: {tone: {accept_na: yes, why: w}}}"),
         "2:37 `tone` is the buyer's: no vendor can have said n/a to it [bad-decision]\n"},
        {DECISIONS("crash: {answers: {iso: {accept_na: yes, why: w}}}"), ""},
    };
    CHECK(examples);
}

static void test_keys(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("atrition: {value: 3, why: w}"),
         "2:30 `atrition` is no criterion of test [unknown-criterion]\n"
         "hint: did you mean `attrition`?\n"},
        {OF_ACME("cost: {value: 3, why: w}"),
         "2:30 `cost` is computed from other answers [not-asked]\n"
         "hint: decide about the answers that it is computed from\n"},
        /* Of a criterion that is dropped the value is not looked at, but the rest is. */
        {OF_ACME("gone: {value: nonsense, why: w}"), ""},
        {OF_ACME("gone: {value: 3}"),
         "2:30 the decision about `gone` has no reason [no-reason]\n"
         "hint: say why it was decided: every report shows the reason\n"},
        {OF_ACME("tone: {value: 3, why: w}, tone: {value: 3, why: w}"),
         "2:56 `tone` stands twice [duplicate-key]\n"
         "2:30 note: first written here\n"},
        {WAIVED("high_attrition: w, high_attrition: w"),
         "2:47 `high_attrition` stands twice [duplicate-key]\n"
         "2:28 note: first written here\n"},
        {DECISIONS("acme: {exclude: w, exclude: w}"),
         "2:32 `exclude` stands twice [duplicate-key]\n"
         "2:20 note: first written here\n"},
        {DECISIONS("acme: {exclude: w}, acme: {}"), "2:33 `acme` stands twice [duplicate-key]\n"
                                                    "2:13 note: first written here\n"},
        {DECISIONS("acme: {exclud: w}"),
         "2:20 `exclud` is not a key of the decisions about a vendor [unknown-key]\n"
         "hint: did you mean `exclude`?\n"},
        {DECISIONS("acme: {tone: {value: 3, why: w}}"),
         "2:20 `tone` is not a key of the decisions about a vendor [unknown-key]\n"},
        {DECISIONS("acme: {why: w, exclude: w}"),
         "2:20 `why` is not a key of the decisions about a vendor [unknown-key]\n"
         "hint: it is a key of a decision, below `answers`\n"},
        {DECISIONS("acme: out"), "2:19 `acme` must be a mapping, not a text [wrong-type]\n"},
        {DECISIONS("acme: {answers: [tone]}"),
         "2:29 `answers` must be a mapping from criteria, not a list [wrong-type]\n"},
        {DECISIONS("acme: {waive: [high_attrition]}"),
         "2:27 `waive` must be a mapping from rules to reasons, not a list [wrong-type]\n"
         "hint: write each rule with its reason: high_attrition: one-off closure of a site\n"},
        {HEAD "decisions: [acme]\n",
         "2:12 `decisions` must be a mapping from vendor ids, not a list [wrong-type]\n"},
        {HEAD, "1:1 a decisions file needs `decisions` [missing-key]\n"},
        {HEAD "decisions: {}\nrater: ann\n",
         "3:1 `rater` is not a key of a decisions file [unknown-key]\n"},
    };
    CHECK(examples);
}

static void test_waivers(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {WAIVED("high_attrition: w"), ""},
        {WAIVED("minimum_c: w"), ""},
        {WAIVED("high_atrition: w"), "2:28 `high_atrition` is no rule of test [unknown-rule]\n"
                                     "hint: did you mean `high_attrition`?\n"},
        {WAIVED("something_else: w"), "2:28 `something_else` is no rule of test [unknown-rule]\n"},
        {WAIVED("minimum_e: w"), "2:28 `minimum_e` is no rule of test [unknown-rule]\n"
                                 "hint: did you mean `minimum_c`?\n"},
        {WAIVED("minimum_d: w"),
         "2:28 the category `d` has no minimum that could be waived [unknown-rule]\n"},
        {WAIVED("expired_evidence: w"),
         "2:28 `expired_evidence` is a built-in flag, which cannot be waived [unknown-rule]\n"
         "hint: decide about the evidence of the criterion that it names\n"},
        {WAIVED("raters_disagree: w"),
         "2:28 `raters_disagree` is a built-in flag, which cannot be waived [unknown-rule]\n"
         "hint: decide the value of the criterion that it names\n"},
        {WAIVED("raters_conflict: w"),
         "2:28 `raters_conflict` is a built-in flag, which cannot be waived [unknown-rule]\n"
         "hint: decide the value of the criterion that it names\n"},
        {WAIVED("answer_disputed: w"),
         "2:28 `answer_disputed` is a built-in flag, which cannot be waived [unknown-rule]\n"
         "hint: decide the value of the criterion that it names\n"},
        {WAIVED("not_applicable_claimed: w"),
         "2:28 `not_applicable_claimed` is a built-in flag, which cannot be waived [unknown-rule]\n"
         "hint: accept the n/a of the criterion that it names: accept_na: yes\n"},
        {WAIVED("high_attrition:once"),
         "2:28 `high_attrition:once` is no rule of test [unknown-rule]\n"
         "hint: behind the colon of a key stands a space\n"
         "2:28 " NO_REASON("the waiver of `high_attrition:once`")},
    };
    CHECK(examples);
}

static void test_vendors(void **state)
{
    (void)state;
    static const struct buyer_example unknown[] = {
        {DECISIONS("acm: {exclude: late}"),
         "2:13 no vendor `acm` is among the answers [unknown-vendor]\n"
         "hint: did you mean `acme`?\n"},
        {DECISIONS("somebody: {exclude: }"),
         "2:13 no vendor `somebody` is among the answers [unknown-vendor]\n"
         "2:24 " NO_REASON("the exclusion of `somebody`")},
        {DECISIONS("tone: {exclude: late}"),
         "2:13 no vendor `tone` is among the answers [unknown-vendor]\n"
         "hint: vendors come first, then criteria\n"},
        {DECISIONS("crash: {exclude: late}"), ""},
        {DECISIONS("crash: {waive: {x: w}}"), "2:29 `x` is no rule of test [unknown-rule]\n"},
    };
    static const struct buyer_example silent[] = {{DECISIONS("somebody: {exclude: late}"), ""}};
    CHECK(unknown);
    CHECK_IN(silent, .not_all_taken = true);
    CHECK_IN(silent, .answers = "shortlist-answers: 1\nid: somebody\nanswers: {a");
}

/* --- Several files ------------------------------------------------------------------------ */

static void test_two_decisions(void **state)
{
    (void)state;
    static const struct {
        const char *first;
        const char *second;
        const char *problems;
    } cases[] = {
        {OF_ACME("tone: {value: 3, why: w}"), OF_ACME("iso: {accept_na: yes, why: w}"), ""},
        {OF_ACME("tone: {value: 3, why: w}"),
         DECISIONS("bolt: {answers: {tone: {value: 3, why: w}}}"), ""},
        {OF_ACME("tone: {value: 3, why: w}"), OF_ACME("tone: {value: 3, why: w}"),
         "2:30 `tone` of `acme` is decided already [two-decisions]\n"
         "2:30 note: the first decision stands here\n"},
        {OF_ACME("attrition: {value: 3, why: w}"),
         OF_ACME("attrition: {evidence: claimed, why: w}"),
         "2:30 `attrition` of `acme` is decided already [two-decisions]\n"
         "2:30 note: the first decision stands here\n"},
        {WAIVED("high_attrition: w"), WAIVED("minimum_c: w"), ""},
        {WAIVED("high_attrition: w"), WAIVED("high_attrition: w"),
         "2:28 `high_attrition` is waived for `acme` already [two-decisions]\n"
         "2:28 note: the first decision stands here\n"},
        {WAIVED("minimum_c: w"), WAIVED("minimum_c: w"),
         "2:28 `minimum_c` is waived for `acme` already [two-decisions]\n"
         "2:28 note: the first decision stands here\n"},
        {DECISIONS("bolt: {exclude: a}"), DECISIONS("acme: {exclude: b}"), ""},
        {DECISIONS("bolt: {exclude: a}"), DECISIONS("bolt: {exclude: b}"),
         "2:20 `bolt` is excluded already [two-decisions]\n"
         "2:20 note: the first decision stands here\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buyer_files files;
        read_buyer_files(&files, (struct buyer_setting){0}, NULL,
                         (const char *const[]){cases[i].first, cases[i].second, NULL});
        assert_string_equal(told_whole(&files.problems, &files.arena), cases[i].problems);
        if (files.problems.count > 0) {
            const struct problem *problem = &files.problems.items[0];
            assert_true(text_equal(problem->place.source->name, TEXT("2.yaml")));
            assert_true(text_equal(problem->notes->place.source->name, TEXT("1.yaml")));
        }
        release_buyer_files(&files);
    }
}

/* Evidence for what nobody has answered or rated changes nothing, and is left out with a note. */
static void test_idle_decisions(void **state)
{
    (void)state;
#define EVIDENCE(id) "{" id ": {evidence: verified, why: seen}}"
    static const struct {
        const char *decisions;
        const char *problems;
        size_t kept;
    } cases[] = {
        {"acme: {answers: " EVIDENCE("attrition") "}", "", 1},
        {"bolt: {answers: " EVIDENCE("attrition") "}",
         "2:30 the evidence for `attrition` of `bolt` changes nothing: there is no answer "
         "[idle-decision]\n",
         0},
        {"acme: {answers: " EVIDENCE("iso") "}",
         "2:30 the evidence for `iso` of `acme` changes nothing: the answer is n/a "
         "[idle-decision]\n",
         0},
        {"acme: {answers: " EVIDENCE("tone") "}", "", 1},
        {"bolt: {answers: " EVIDENCE("tone") "}",
         "2:30 the evidence for `tone` of `bolt` changes nothing: nobody has rated it "
         "[idle-decision]\n",
         0},
        {"bolt: {exclude: late, answers: " EVIDENCE("hours") "}",
         "2:45 the evidence for `hours` of `bolt` changes nothing: nobody has rated it "
         "[idle-decision]\n",
         1},
        {"bolt: {answers: {iso: {value: yes, evidence: verified, why: seen}}}", "", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buyer_files files;
        char yaml[300];
        (void)snprintf(yaml, sizeof yaml, DECISIONS("%s"), cases[i].decisions);
        read_buyer_files(&files, (struct buyer_setting){0},
                         (const char *const[]){"shortlist-ratings: 1\nrater: ann\nratings: {acme: "
                                               "{tone: 3}, bolt: {tone: n/a}}\n",
                                               NULL},
                         (const char *const[]){yaml, NULL});
        assert_string_equal(told_whole(&files.problems, &files.arena), cases[i].problems);
        assert_int_equal(files.problems.totals[PROBLEM_NOTE], files.problems.count);
        assert_int_equal(files.decisions.count, cases[i].kept);
        release_buyer_files(&files);
    }
}

/* --- Without criteria --------------------------------------------------------------------- */

/* Where the criteria have errors, a file is read by itself. */
static void test_unchecked(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {DECISIONS("a: {answers: {x: {value: [y], why: w}}, waive: {z: w}, exclude: w}"), ""},
        {DECISIONS("a: {answers: {x: {value: 1}}}"), "2:27 " NO_REASON("the decision about `x`")},
        {DECISIONS("a: {answers: {x: {why: w}}}"),
         "2:27 nothing is decided about `x` [bad-decision]\n"
         "hint: give a value, or evidence, or accept_na: yes\n"},
        {DECISIONS("a: {answers: {x: {accept_na: yes, value: 1, why: w}}}"),
         "2:31 `accept_na` cannot stand beside `value` [bad-decision]\n"},
        {DECISIONS("a: {answers: {x: {value: 1, why: w}, x: 1}}"),
         "2:50 `x` stands twice [duplicate-key]\n"
         "2:27 note: first written here\n"},
        {DECISIONS("a: {waive: {z: }}"), "2:25 " NO_REASON("the waiver of `z`")},
    };
    CHECK_IN(examples, .unchecked = true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file),         cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_reasons),        cmocka_unit_test(test_other_words_for_why),
        cmocka_unit_test(test_comments),       cmocka_unit_test(test_what_is_decided),
        cmocka_unit_test(test_values),         cmocka_unit_test(test_accepted_na),
        cmocka_unit_test(test_keys),           cmocka_unit_test(test_waivers),
        cmocka_unit_test(test_vendors),        cmocka_unit_test(test_two_decisions),
        cmocka_unit_test(test_idle_decisions), cmocka_unit_test(test_unchecked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

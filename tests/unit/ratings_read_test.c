/* Ratings files: what is read, what is refused and where. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/buyer_files.h"
#include "support/told.h"

#define HEAD "shortlist-ratings: 1\nrater: ann\n"
#define RATINGS(text) HEAD "ratings: {" text "}\n"
#define OF_ACME(text) RATINGS("acme: {" text "}")

static void read_one(struct buyer_files *files, const char *yaml)
{
    read_buyer_files(files, (struct buyer_setting){0}, (const char *const[]){yaml, NULL}, NULL);
}

/* The only rating of a cell. */
static const struct rating *rating_of(const struct buyer_files *files, uint32_t vendor,
                                      uint32_t criterion)
{
    size_t count = 0;
    const struct rating *rating = ratings_of(&files->ratings, vendor, criterion, &count);
    assert_int_equal(count, 1);
    return rating;
}

/* --- What is read ------------------------------------------------------------------------- */

static void test_a_file(void **state)
{
    (void)state;
    struct buyer_files files;
    read_one(&files, "shortlist-ratings: 1\n"
                     "rater: ' Head of support '\n"
                     "ratings:\n"
                     "  bolt:\n"
                     "    tone: 4\n"
                     "    hours: {value: 30, note: two calls}\n"
                     "    remark: \"slow\\nat first\"\n"
                     "  acme:\n"
                     "    model: some\n"
                     "    parts: [b, a, b]\n"
                     "    since: 2020-02-29\n"
                     "    iso: {evidence: verified, note: saw the certificate}\n"
                     "    attrition: {value: 41 %, evidence: claimed}\n"
                     "    tone: N/A\n");
    assert_string_equal(told_whole(&files.problems, &files.arena), "");
    const struct ratings *ratings = &files.ratings;
    assert_int_equal(ratings->rater_count, 1);
    assert_true(text_equal(ratings->raters[0].name, TEXT("Head of support")));
    assert_int_equal(ratings->raters[0].place.line, 2);
    assert_int_equal(ratings->count, 9);
    assert_true(rating_of(&files, BOLT, TONE)->cell.value.number == 4);
    assert_int_equal(rating_of(&files, BOLT, TONE)->cell.mark, STATE_ANSWERED);
    assert_true(rating_of(&files, BOLT, HOURS)->cell.value.number == 30);
    assert_true(text_equal(rating_of(&files, BOLT, HOURS)->note, TEXT("two calls")));
    assert_true(
        text_equal(rating_of(&files, BOLT, REMARK)->cell.value.text, TEXT("slow\nat first")));
    assert_int_equal(rating_of(&files, ACME, MODEL)->cell.value.option, 1);
    assert_int_equal(rating_of(&files, ACME, PARTS)->cell.value.set, 3);
    /* date -u -d 2020-02-29 +%s, divided by 86400 */
    assert_int_equal(rating_of(&files, ACME, SINCE)->cell.value.day, 18321);
    const struct rating *iso = rating_of(&files, ACME, ISO);
    assert_int_equal(mark_state(iso->cell.mark), STATE_OPEN);
    assert_int_equal(mark_evidence(iso->cell.mark), EVIDENCE_VERIFIED);
    assert_true(text_equal(iso->note, TEXT("saw the certificate")));
    const struct rating *attrition = rating_of(&files, ACME, ATTRITION);
    assert_int_equal(mark_state(attrition->cell.mark), STATE_ANSWERED);
    assert_int_equal(mark_evidence(attrition->cell.mark), EVIDENCE_CLAIMED);
    assert_true(attrition->cell.value.number == 41);
    assert_int_equal(rating_of(&files, ACME, TONE)->cell.mark, STATE_NA);
    release_buyer_files(&files);
}

static void test_several_raters(void **state)
{
    (void)state;
    struct buyer_files files;
    read_buyer_files(&files, (struct buyer_setting){0},
                     (const char *const[]){
                         "shortlist-ratings: 1\nrater: zoe\nratings: {acme: {tone: 1}}\n",
                         "shortlist-ratings: 1\nrater: Ann\nratings: {}\n",
                         "shortlist-ratings: 1\nrater: ben\nratings: {acme: {tone: 5}}\n", NULL},
                     NULL);
    assert_string_equal(told(&files.problems, &files.arena), "");
    assert_int_equal(files.ratings.rater_count, 3);
    size_t count = 0;
    const struct rating *tone = ratings_of(&files.ratings, ACME, TONE, &count);
    assert_int_equal(count, 2);
    assert_true(text_equal(files.ratings.raters[tone[0].rater].name, TEXT("ben")));
    assert_true(text_equal(files.ratings.raters[tone[1].rater].name, TEXT("zoe")));
    assert_true(tone[0].cell.value.number == 5);
    release_buyer_files(&files);
}

/* A rating that says nothing is none. */
static void test_what_is_kept(void **state)
{
    (void)state;
    static const struct {
        const char *ratings;
        size_t kept;
    } cases[] = {
        {"acme: {tone: ~}", 0},
        {"acme: {tone: }", 0},
        {"acme: {tone: {}}", 0},
        {"acme: {tone: {value: ~}}", 0},
        {"acme: {tone: {value: ~, note: ''}}", 0},
        {"acme: {tone: {note: will follow}}", 1},
        {"acme: {tone: {evidence: claimed}}", 1},
        {"acme: {tone: n/a}", 1},
        {"acme: {tone: 0}", 1},
        {"acme: {gone: 3, tone: 3}", 1},
        {"acme: {gone: {value: [], x: y}}", 0},
        {"acme: {}", 0},
        {"acme: ~", 0},
        {"crash: {tone: 3}", 0},
        {"", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buyer_files files;
        char yaml[200];
        (void)snprintf(yaml, sizeof yaml, RATINGS("%s"), cases[i].ratings);
        read_one(&files, yaml);
        assert_string_equal(told_whole(&files.problems, &files.arena), "");
        assert_int_equal(files.ratings.rater_count, 1);
        assert_int_equal(files.ratings.count, cases[i].kept);
        release_buyer_files(&files);
    }
}

/* --- What is refused ---------------------------------------------------------------------- */

#define CHECK_IN(examples, ...)                                                                    \
    check_buyer_examples(AS_RATINGS, examples, sizeof examples / sizeof *examples,                 \
                         (struct buyer_setting){__VA_ARGS__})
#define CHECK(examples) CHECK_IN(examples, 0)

static void test_values(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("tone: 5"), ""},
        {OF_ACME("tone: 6"), "3:24 `tone` must be between 0 and 5, not 6 [out-of-range]\n"},
        {OF_ACME("tone: good"), "3:24 `good` is not a number [bad-number]\n"
                                "hint: write a decimal number, as in 12 or 1.5\n"},
        {OF_ACME("tone: none"), "3:24 `none` is not a number [bad-number]\n"
                                "hint: write n/a to abstain\n"},
        {OF_ACME("tone: [4]"), "3:24 `tone` must be a single value, not a list [wrong-type]\n"},
        {OF_ACME("iso: perhaps"), "3:23 `iso` must be yes or no, not `perhaps` [wrong-type]\n"},
        {OF_ACME("attrition: 401"),
         "3:29 `attrition` must be between 0 and 400, not 401 [out-of-range]\n"},
        {OF_ACME("attrition: 4 USD"), "3:29 `attrition` is asked in %, not in `USD` [wrong-unit]\n"
                                      "hint: behind the number may stand %, or nothing\n"},
        {OF_ACME("model: {value: soem}"),
         "3:33 `soem` is not an option of `model` [unknown-option]\n"
         "hint: did you mean `some`?\n"},
        {OF_ACME("iso: {evidence: verified}"), ""},
        {OF_ACME("tone: {evidence: documented}"), ""},
        {OF_ACME("iso: {evidence: verifed}"),
         "3:34 `evidence` must be claimed, documented or verified, not `verifed` "
         "[unknown-option]\n"
         "hint: did you mean `verified`?\n"},
        {OF_ACME("tone: {value: 3, why: x}"),
         "3:35 `why` is not a key of a rating [unknown-key]\n"},
        {OF_ACME("tone: {value: 3, value: 4}"), "3:35 `value` stands twice [duplicate-key]\n"
                                                "3:25 note: first written here\n"},
    };
    CHECK(examples);
}

static void test_criteria(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {OF_ACME("ton: 3"), "3:18 `ton` is no criterion of test [unknown-criterion]\n"
                            "hint: did you mean `tone`?\n"},
        {OF_ACME("tone:3"), "3:18 `tone:3` is no criterion of test [unknown-criterion]\n"
                            "hint: behind the colon of a key stands a space\n"},
        {OF_ACME("cost: 3"), "3:18 `cost` is computed from other answers [not-asked]\n"
                             "hint: rate the answers that it is computed from\n"},
        {OF_ACME("gone: 3"), ""},
        {OF_ACME("tone: 3, iso: yes, tone: 4"), "3:37 `tone` stands twice [duplicate-key]\n"
                                                "3:18 note: first written here\n"},
        {RATINGS("acme: {tone: 3}, acme: {tone: 4}"), "3:28 `acme` stands twice [duplicate-key]\n"
                                                      "3:11 note: first written here\n"},
        {RATINGS("acme: {tone: 3}, bolt: {tone: 4}"), ""},
        {RATINGS("acme: [tone]"),
         "3:17 `acme` must be a mapping from criteria, not a list [wrong-type]\n"},
        {HEAD "ratings: [acme]\n",
         "3:10 `ratings` must be a mapping from vendor ids, not a list [wrong-type]\n"},
        {HEAD "ratings:\n", ""},
        {HEAD, "1:1 a ratings file needs `ratings` [missing-key]\n"},
        {HEAD "ratings: {}\nnote: x\n", "4:1 `note` is not a key of a ratings file [unknown-key]\n"
                                        "hint: it is a key of a rating, below `ratings`\n"},
        {HEAD "ratings: {}\n---\n" HEAD "ratings: {}\n",
         "4:1 another document begins here, but this is a ratings file, which holds one "
         "[extra-document]\n"},
        {HEAD "ratings: {acme: {tone: &a 3}}\n",
         "3:24 an anchor (&) cannot be used here [yaml-feature]\n"
         "hint: write the value out; if it is a text, put it in quotes\n"},
    };
    CHECK(examples);
}

/* Most of what a rater rates is not in these criteria: told once, however many the vendors are. */
static void test_other_criteria(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {RATINGS("acme: {u: 1, v: 2, w: 3, tone: wrong}, bolt: {u: 1, v: 2, w: 3, x: 4}"),
         "3:11 3 of 4 ratings are of no criterion of test [other-criteria]\n"
         "hint: were they written for other criteria?\n"},
        {RATINGS("acme: {u: 1, v: 2, tone: 3, iso: yes}"),
         "3:18 `u` is no criterion of test [unknown-criterion]\n"
         "3:24 `v` is no criterion of test [unknown-criterion]\n"},
    };
    CHECK(examples);
}

static void test_vendors(void **state)
{
    (void)state;
    static const struct buyer_example unknown[] = {
        {RATINGS("acm: {tone: 9}"),
         "3:11 no vendor `acm` is among the answers: what is said of it is left out "
         "[rated-unknown]\n"
         "hint: did you mean `acme`?\n"
         "3:23 `tone` must be between 0 and 5, not 9 [out-of-range]\n"},
        {RATINGS("crush: {}"), "3:11 no vendor `crush` is among the answers: what is said of it is "
                               "left out [rated-unknown]\n"
                               "hint: did you mean `crash`?\n"},
        {RATINGS("somebody: {tone: 3}"),
         "3:11 no vendor `somebody` is among the answers: what is said of it is left out "
         "[rated-unknown]\n"},
        {RATINGS("crash: {tone: 9}"),
         "3:25 `tone` must be between 0 and 5, not 9 [out-of-range]\n"},
    };
    static const struct buyer_example silent[] = {{RATINGS("somebody: {tone: 3}"), ""}};
    CHECK(unknown);
    CHECK_IN(silent, .not_all_taken = true);
    /* Whose id is it? That of the only document cannot be told. */
    CHECK_IN(silent, .answers = "shortlist-answers: 1\nid: somebody\nanswers: {a");
    CHECK_IN(silent, .answers = "shortlist-answers: 1\nid: Somebody\nanswers: {}\n");
}

static void test_an_unknown_vendor_is_no_error(void **state)
{
    (void)state;
    struct buyer_files files;
    read_one(&files, RATINGS("somebody: {tone: 3}"));
    assert_int_equal(files.problems.totals[PROBLEM_WARNING], 1);
    assert_int_equal(files.problems.totals[PROBLEM_ERROR], 0);
    release_buyer_files(&files);
}

/* Criteria where vendors are due; a vendor that is called like a criterion is a vendor. */
static void test_criteria_before_vendors(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {RATINGS("tone: {acme: 4}"),
         "3:11 no vendor `tone` is among the answers: what is said of it is left out "
         "[rated-unknown]\n"
         "hint: vendors come first, then criteria\n"
         "3:18 `acme` is no criterion of test [unknown-criterion]\n"},
        {RATINGS("tones: {tone: 4}"),
         "3:11 no vendor `tones` is among the answers: what is said of it is left out "
         "[rated-unknown]\n"},
    };
    static const struct buyer_example named[] = {{RATINGS("tone: {tone: 4}"), ""}};
    CHECK(examples);
    CHECK_IN(named, .answers = "shortlist-answers: 1\nid: tone\nanswers: {}\n");
}

/* By rater, then vendor: what a report can tell about them. Vendors that were not read are not
 * meant, nor is anybody while it is not sure who is there. */
static void test_who_is_left_out(void **state)
{
    (void)state;
    static const char *const ratings[] = {
        "shortlist-ratings: 1\nrater: zoe\nratings: {nobody: {}, acme: {tone: 1}}\n",
        RATINGS("somebody: {tone: 3}, crash: {tone: 3}, nobody: {tone: 3}"),
        "shortlist-ratings: 1\nrater: ben\nratings: {bolt: {tone: 1}}\n",
        NULL,
    };
    static const struct {
        const char *vendor;
        const char *rater;
    } expected[] = {{"nobody", "ann"}, {"somebody", "ann"}, {"nobody", "zoe"}};
    struct buyer_files files;
    read_buyer_files(&files, (struct buyer_setting){0}, ratings, NULL);
    assert_int_equal(files.ratings.left_out_count, 3);
    for (size_t i = 0; i < files.ratings.left_out_count; i++) {
        const struct left_out *left_out = &files.ratings.left_out[i];
        const struct rater *rater = &files.ratings.raters[left_out->rater];
        assert_true(text_equal(left_out->vendor, text_from(expected[i].vendor)));
        assert_true(text_equal(rater->name, text_from(expected[i].rater)));
    }
    release_buyer_files(&files);
    read_buyer_files(&files, (struct buyer_setting){.not_all_taken = true}, ratings, NULL);
    assert_int_equal(files.ratings.left_out_count, 0);
    release_buyer_files(&files);
    read_buyer_files(&files, (struct buyer_setting){.unchecked = true}, ratings, NULL);
    assert_int_equal(files.ratings.left_out_count, 0);
    release_buyer_files(&files);
}

/* --- Comments that may be none ------------------------------------------------------------ */

#define COMMENT                                                                                    \
    " what follows the # is a comment, no part of the value [comment-in-text]\n"                   \
    "hint: put the whole value in quotes, or set the comment off by two blanks\n"

static void test_comments(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {"shortlist-ratings: 1\nrater: Evaluator #1\nratings: {}\n", "2:17" COMMENT},
        {"shortlist-ratings: 1\nrater: 'Evaluator #1'\nratings: {}\n", ""},
        {"shortlist-ratings: 1\nrater: ann  # of support\nratings: {}\n", ""},
        {"shortlist-ratings: 1\nrater: #1\nratings: {}\n",
         "2:1 `rater` has no value, but needs a text [wrong-type]\n"
         "hint: a # behind a blank begins a comment: put the text that holds it in quotes\n"},
        {HEAD "ratings:\n  acme:\n    tone:\n      value: 4 # of 5\n      note: client #3 agrees\n",
         "7:19" COMMENT},
        {HEAD "ratings:\n  acme:\n    tone:\n      note: #3 agrees\n", "6:12" COMMENT},
        {HEAD "ratings:\n  acme:\n    remark: as client #3 said\n    hours: 4 # a day\n",
         "5:22" COMMENT},
        {HEAD "ratings:\n  acme:\n    remark: #3 said so\n", "5:12" COMMENT},
        {HEAD "ratings:\n  acme:\n    remark: ~ # nothing\n    hours: # to come\n", ""},
        {HEAD "ratings:\n  acme:\n    tone: {value: 5, note: client #3 confirms}\n    hours: 4\n",
         "5:11 the { that opens here is not closed [yaml-syntax]\n"
         "6:5 note: a comma or } was expected here\n"
         "hint: a # behind a blank begins a comment: put the text that holds it in quotes\n"},
    };
    CHECK(examples);
}

/* --- Raters ------------------------------------------------------------------------------- */

#define BY(rater) "shortlist-ratings: 1\nrater: " rater "\nratings: {}\n"
#define TEN "aaaaaaaaaa"
#define HIDDEN "hint: type the name anew, in letters and signs that can be seen\n"
#define UNSEEN(code) " the rater's name holds " code ", which cannot be seen [bad-rater]\n" HIDDEN

static void test_names(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {BY("Ann O'Hara (head of support)"), ""},
        {BY("\xe6\x9d\xb1\xe4\xba\xac"), ""},
        {BY("17"), ""},
        {BY("''"), "2:8 the rater's name is empty [bad-rater]\n"
                   "hint: write a name or a role: rater: head-of-support\n"},
        {BY("\" \\t\""), "2:8 the rater's name is empty [bad-rater]\n"
                         "hint: write a name or a role: rater: head-of-support\n"},
        {BY(TEN TEN TEN TEN TEN TEN "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"), ""},
        {BY(TEN TEN TEN TEN TEN TEN "aaaaa"),
         "2:8 the rater's name is longer than 64 characters [bad-rater]\n"
         "hint: write a short name or a role\n"},
        {BY("\"a\\e[31mnn\""), "2:10" UNSEEN("U+001B")},
        {BY("\"ann\\0\""), "2:12" UNSEEN("U+0000")},
        {BY("\"ann\\x7f\""), "2:12" UNSEEN("U+007F")},
        {BY("\"ann\\x9b\""), "2:12" UNSEEN("U+009B")},
        {BY("\"a\\nb\""), "2:10" UNSEEN("U+000A")},
        {BY("\"a\\rb\""), "2:10" UNSEEN("U+000D")},
        {BY("\"a\\Nb\""), "2:10" UNSEEN("U+0085")},
        {BY("\"a\\Lb\""), "2:10" UNSEEN("U+2028")},
        {BY("\"a\\u202eb\""), "2:10" UNSEEN("U+202E")},
        {BY("\"a\\u2066b\""), "2:10" UNSEEN("U+2066")},
        {BY("\"a\\u200fb\""), "2:10" UNSEEN("U+200F")},
        {BY("\"a\\u061cb\""), "2:10" UNSEEN("U+061C")},
        {BY("a\xe2\x80\xaa"), "2:9" UNSEEN("U+202A")},
        {BY("~"), "2:1 `rater` has no value, but needs a text [wrong-type]\n"},
        {BY("[ann]"), "2:8 `rater` must be a text, not a list [wrong-type]\n"
                      "hint: a value that begins with [ is read as a list: put the whole of it in "
                      "quotes\n"},
        {"shortlist-ratings: 1\nratings: {}\n", "1:1 a ratings file needs `rater` [missing-key]\n"},
    };
    CHECK(examples);
}

/* What a refused rater said is checked all the same, but not kept. */
static void test_two_files_of_one_rater(void **state)
{
    (void)state;
    struct buyer_files files;
    read_buyer_files(&files, (struct buyer_setting){0},
                     (const char *const[]){
                         OF_ACME("tone: 3"),
                         "shortlist-ratings: 1\nrater: 'ann '\nratings: {acme: {tone: 9}}\n",
                         "shortlist-ratings: 1\nrater: Anna\nratings: {bolt: {tone: 4}}\n", NULL},
                     NULL);
    assert_string_equal(told_whole(&files.problems, &files.arena),
                        "2:8 the rater `ann` has a file already [two-raters]\n"
                        "2:8 note: the first one is named here\n"
                        "hint: a rater appears once: put both in one file, or name the other\n"
                        "3:24 `tone` must be between 0 and 5, not 9 [out-of-range]\n");
    assert_true(text_equal(files.problems.items[0].place.source->name, TEXT("2.yaml")));
    assert_true(text_equal(files.problems.items[0].notes->place.source->name, TEXT("1.yaml")));
    assert_int_equal(files.ratings.rater_count, 2);
    assert_int_equal(files.ratings.count, 2);
    release_buyer_files(&files);
}

/* Neither capital letters nor the width of blanks tell two raters apart. */
static void test_one_rater_under_two_names(void **state)
{
    (void)state;
    static const struct {
        const char *first;
        const char *second;
        bool same;
    } cases[] = {
        {"ann", "Ann", true},
        {"Head of support", "head  of\xc2\xa0support", true},
        {"Head of support", "\"\xe2\x80\xaf Head of support\"", true},
        {"Head of support", "Head  of support team", false},
        {"Head of support", "Headof support", false},
        {"Head of", "Head of x", false},
        {"ann", "anna", false},
        {"ann", "a nn", false},
        {"head-of-support", "head of support", false},
        {"\xc3\x84nn", "\xc3\xa4nn", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buyer_files files;
        read_buyer_files(&files, (struct buyer_setting){0}, NULL, NULL);
        struct buyer_reader reader;
        struct source sources[2];
        buyer_reader_begin(&reader, &files.criteria, &files.answers, true, &files.problems);
        for (size_t s = 0; s < 2; s++) {
            sources[s] = source_of(text_format(&files.arena,
                                               "shortlist-ratings: 1\nrater: %s\nratings: {}\n",
                                               s == 0 ? cases[i].first : cases[i].second)
                                       .ptr);
            read_ratings(&reader, &sources[s], &files.ratings);
        }
        buyer_reader_end(&reader);
        assert_int_equal(files.ratings.rater_count, cases[i].same ? 1 : 2);
        assert_string_equal(told(&files.problems, &files.arena),
                            cases[i].same ? "2:8 two-raters\n" : "");
        release_buyer_files(&files);
    }
}

static void test_what_is_told_of_two_names(void **state)
{
    (void)state;
    struct buyer_files files;
    read_buyer_files(&files, (struct buyer_setting){0},
                     (const char *const[]){BY("Ann Low"), BY("ann  low"), NULL}, NULL);
    assert_string_equal(told_whole(&files.problems, &files.arena),
                        "2:8 the rater `ann  low` has a file already, as `Ann Low` [two-raters]\n"
                        "2:8 note: the first one is named here\n"
                        "hint: a rater appears once: put both in one file, or name the other\n");
    release_buyer_files(&files);
}

static void test_how_many_raters(void **state)
{
    (void)state;
    struct buyer_files files;
    struct buyer_reader reader;
    read_buyer_files(&files, (struct buyer_setting){0}, NULL, NULL);
    buyer_reader_begin(&reader, &files.criteria, &files.answers, true, &files.problems);
    for (int rater = 0; rater <= RATERS_LIMIT; rater++) {
        struct source source = source_of(
            text_format(&files.arena, "shortlist-ratings: 1\nrater: r%d\nratings: {}\n", rater)
                .ptr);
        assert_int_equal(files.problems.totals[PROBLEM_ERROR], 0);
        read_ratings(&reader, &source, &files.ratings);
    }
    assert_int_equal(files.ratings.rater_count, RATERS_LIMIT);
    assert_string_equal(told_whole(&files.problems, &files.arena),
                        "2:8 there are more than 1000 raters [too-large]\n");
    buyer_reader_end(&reader);
    release_buyer_files(&files);
}

/* --- Without criteria --------------------------------------------------------------------- */

/* Where the criteria have errors, a file is read by itself. */
static void test_unchecked(void **state)
{
    (void)state;
    static const struct buyer_example examples[] = {
        {RATINGS("somebody: {anything: goes}"), ""},
        {RATINGS("a: {x: 1, x: 2}"), "3:21 `x` stands twice [duplicate-key]\n"
                                     "3:15 note: first written here\n"},
        {RATINGS("a: {x: {valu: 1}}"), "3:19 `valu` is not a key of a rating [unknown-key]\n"
                                       "hint: did you mean `value`?\n"},
        {RATINGS("a: [x]"), "3:14 `a` must be a mapping from criteria, not a list [wrong-type]\n"},
        {BY("''"), "2:8 the rater's name is empty [bad-rater]\n"
                   "hint: write a name or a role: rater: head-of-support\n"},
    };
    CHECK_IN(examples, .unchecked = true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_file),
        cmocka_unit_test(test_several_raters),
        cmocka_unit_test(test_what_is_kept),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_criteria),
        cmocka_unit_test(test_other_criteria),
        cmocka_unit_test(test_vendors),
        cmocka_unit_test(test_an_unknown_vendor_is_no_error),
        cmocka_unit_test(test_criteria_before_vendors),
        cmocka_unit_test(test_who_is_left_out),
        cmocka_unit_test(test_comments),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_two_files_of_one_rater),
        cmocka_unit_test(test_one_rater_under_two_names),
        cmocka_unit_test(test_what_is_told_of_two_names),
        cmocka_unit_test(test_how_many_raters),
        cmocka_unit_test(test_unchecked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

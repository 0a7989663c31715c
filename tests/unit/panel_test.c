/* The panel: a small one worked out by hand in every figure, and its edges. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/panel.h"
#include "support/fixture.h"

/* Service weighs 3/4, of which tone has 1/4 and cover 3/4; price weighs 1/4. So tone has 3/16 of
 * the total and cover 9/16. */
static const char criteria[] =
    "shortlist-criteria: 1\n"
    "title: Panel\n"
    "categories:\n"
    "  service:\n"
    "    title: Service\n"
    "    weight: 3\n"
    "    criteria:\n"
    "      tone: {ask: q, type: rating, scale: [1, 5], weight: 1}\n"
    "      cover: {ask: q, type: rating, scale: [0, 10], weight: 3}\n"
    "      charm: {ask: q, type: rating, weight: 0}\n"
    "      gone: {ask: q, type: rating, when: 1 > 2, weight: 5}\n"
    "      remark: {ask: q, type: text, by: buyer}\n"
    "      half_tone: {type: number, computed: tone / 2, weight: 0,"
    " score: {best: 5, worst: 0}}\n"
    "  commercial:\n"
    "    title: Commercial\n"
    "    weight: 1\n"
    "    criteria:\n"
    "      price: {ask: q, type: number, score: {best: 0, worst: 100}}\n"
    "      staff: {ask: q, type: number, by: buyer, weight: 0, score: {best: 100, worst: 0}}\n"
    "rules:\n"
    "  thin: {when: staff < 10, severity: knockout, message: m}\n";

static const char answers[] = "shortlist-answers: 1\nvendor: Acme\nanswers: {price: 40}\n"
                              "---\nshortlist-answers: 1\nvendor: Brio\nanswers: {price: 50}\n"
                              "---\nshortlist-answers: 1\nvendor: Core\nanswers: {price: 0}\n";

#define RATER(name) "shortlist-ratings: 1\nrater: " name "\nratings: "

/*
 *          tone (1 to 5)        cover (0 to 10)
 *          ann  ben  cid        ann  ben  cid
 *   acme    4    3    -          8    6    1
 *   brio    5    2    4          9   n/a   7
 *   core    3    3    3          -    5    -
 */
static const char *const three_raters[] = {
    RATER("ann") "{acme: {tone: 4, cover: 8}, brio: {tone: 5, cover: 9}, core: {tone: 3}}",
    RATER("ben") "{acme: {tone: 3, cover: 6}, brio: {tone: 2, cover: n/a},"
                 " core: {tone: 3, cover: 5}}",
    RATER("cid") "{acme: {cover: 1}, brio: {tone: 4, cover: 7}, core: {tone: 3}}",
    NULL,
};

enum { ANN, BEN, CID };

static void make(struct fixture *fixture, struct panel *panel, const char *const *ratings,
                 const char *decisions)
{
    fixture_judge_panel(fixture, criteria, answers, ratings, decisions);
    panel_make(panel, &fixture->evaluation, &fixture->inputs.answers, &fixture->inputs.decisions,
               &fixture->settlement, &fixture->arena);
}

/* "tone.acme cover.core" of some items. */
static struct text items_of(struct fixture *fixture, const struct panel *panel,
                            const uint32_t *positions, size_t count)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    for (size_t i = 0; i < count; i++) {
        const struct panel_item *item = &panel->items[positions == NULL ? i : positions[i]];
        buffer_format(&buffer, "%s%.*s.%.*s", i > 0 ? " " : "",
                      TEXT_ARG(fixture->inputs.criteria.criteria[item->criterion].id.text),
                      TEXT_ARG(fixture->inputs.answers.vendors[item->vendor].id));
    }
    return buffer_text(&buffer);
}

static struct text all_items(struct fixture *fixture, const struct panel *panel)
{
    return items_of(fixture, panel, NULL, panel->item_count);
}

static struct text topics(struct fixture *fixture, const struct panel *panel)
{
    return items_of(fixture, panel, panel->moderation, panel->moderation_count);
}

static struct text winners_of(struct fixture *fixture, const struct winners *winners)
{
    struct text_buffer buffer = {.arena = &fixture->arena};
    for (size_t i = 0; i < winners->count; i++)
        buffer_format(&buffer, "%s%.*s", i > 0 ? " " : "",
                      TEXT_ARG(fixture->inputs.answers.vendors[winners->vendors[i]].id));
    return buffer_text(&buffer);
}

/*
 * Distances to the mean of the others, as shares of the scale:
 *
 *   tone.brio    ann (5 - 3) / 4 = .5,      ben (2 - 4.5) / 4 = -.625,  cid (4 - 3.5) / 4 = .125
 *   tone.core    none: two and more are equally far
 *   cover.acme   ann (8 - 3.5) / 10 = .45,  ben (6 - 4.5) / 10 = .15,   cid (1 - 7) / 10 = -.6
 *
 * Stakes are 100 * spread_share * share: of cover.acme 100 * .7 * 9/16 = 39.375.
 */
static void items_by_hand(void **state)
{
    (void)state;
    static const struct {
        double values[3];
        size_t count;
        double lowest, highest, mean;
        double spread, spread_share, share, stakes;
        uint32_t outlier;
        bool disagree;
    } expected[] = {
        {{4, 3, (double)NAN}, 2, 3, 4, 3.5, 1, 0.25, 0.1875, 4.6875, NOWHERE, false},
        {{5, 2, 4}, 3, 2, 5, 11.0 / 3, 3, 0.75, 0.1875, 14.0625, BEN, true},
        {{3, 3, 3}, 3, 3, 3, 3, 0, 0, 0.1875, 0, NOWHERE, false},
        {{8, 6, 1}, 3, 1, 8, 5, 7, 0.7, 0.5625, 39.375, CID, true},
        {{9, (double)NAN, 7}, 2, 7, 9, 8, 2, 0.2, 0.5625, 11.25, NOWHERE, false},
        {{(double)NAN, 5, (double)NAN}, 1, 5, 5, 5, 0, 0, 0.5625, 0, NOWHERE, false},
    };
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters, NULL);
    assert_text(all_items(&fixture, &panel),
                "tone.acme tone.brio tone.core cover.acme cover.brio cover.core");
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct panel_item *item = &panel.items[i];
        for (size_t r = 0; r < 3; r++)
            assert_number(item->values[r], expected[i].values[r]);
        assert_int_equal(item->rated.count, expected[i].count);
        assert_number(item->rated.lowest, expected[i].lowest);
        assert_number(item->rated.highest, expected[i].highest);
        assert_number(item->rated.mean, expected[i].mean);
        assert_number(item->spread, expected[i].spread);
        assert_number(item->spread_share, expected[i].spread_share);
        assert_number(item->share, expected[i].share);
        assert_number(item->stakes, expected[i].stakes);
        assert_int_equal(item->outlier, expected[i].outlier);
        assert_int_equal(item->disagree, expected[i].disagree);
        assert_null(item->decision);
    }
    assert_text(topics(&fixture, &panel), "cover.acme tone.brio cover.brio tone.acme");
    fixture_release(&fixture);
}

/*
 * The distances above, and of two raters: tone.acme ann +.25, ben -.25; cover.brio ann +.2, cid
 * -.2. So ann (.25 + .5 + 0 + .45 + .2) / 5 = .28, ben (-.25 - .625 + 0 + .15) / 4 = -.18125, cid
 * (.125 + 0 - .6 - .2) / 4 = -.16875. Nobody else judged cover.core.
 */
static void raters_by_hand(void **state)
{
    (void)state;
    static const struct panel_rater expected[] = {
        [ANN] = {5, 0, 5, 0.28, 0, 3},
        [BEN] = {5, 1, 4, -0.18125, 1, 3},
        [CID] = {4, 0, 4, -0.16875, 1, 3},
    };
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters, NULL);
    assert_int_equal(panel.rater_count, 3);
    for (size_t r = 0; r < 3; r++) {
        assert_int_equal(panel.raters[r].judged, expected[r].judged);
        assert_int_equal(panel.raters[r].abstained, expected[r].abstained);
        assert_int_equal(panel.raters[r].compared, expected[r].compared);
        assert_number(panel.raters[r].leniency, expected[r].leniency);
        assert_int_equal(panel.raters[r].outlier, expected[r].outlier);
        assert_int_equal(panel.raters[r].outlier_of, expected[r].outlier_of);
    }
    fixture_release(&fixture);
}

/*
 * As shares of the scales, the units that two or more judged: (.75 .5) (1 .25 .75) (.5 .5 .5)
 * (.8 .6 .1) (.9 .7), thirteen values. With Q the sum of squared distances from the mean, the
 * units give 2 m Q / (m - 1) of 1/8 + 7/8 + 0 + 39/50 + 2/25 = 93/50, all values Q = 1969/2600.
 * Alpha is 1 - (93/50 / 13) / (2 * 1969/2600 / 12) = -263/1969.
 *
 * As ranks: (9.5 4.5) (13 2 9.5) (4.5 4.5 4.5) (11 7 1) (12 8), giving 50 + 379/2 + 0 + 152 + 32 =
 * 847/2 and Q = 353/2. Alpha is 1 - (847/2 / 13) / (2 * 353/2 / 12) = -493/4589.
 *
 * All three judged tone.brio, tone.core and cover.acme. Their ranks are 3 1 2 by ann, 1 2 3 by ben
 * and 3 2 1 by cid, the sums 7 5 6, S = 2 and W = 12 * 2 / (9 * 24) = 1/9.
 */
static void agreement_by_hand(void **state)
{
    (void)state;
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters, NULL);
    assert_number(panel.alpha_interval, -263.0 / 1969);
    assert_number(panel.alpha_ordinal, -493.0 / 4589);
    assert_number(panel.w, 1.0 / 9);
    assert_int_equal(panel.w_units, 3);
    fixture_release(&fixture);
}

/*
 * Totals are 3/4 of service, which is (tone + 3 cover) / 4 in points, and 1/4 of price (60, 50 and
 * 100). An open rating is left out.
 *
 *              acme                     brio                        core
 *   all        62.5, 50  -> 54.84       66.67, 80   -> 70           50, 50 -> 62.5
 *   not ann    50, 35    -> 44.06       50, 70      -> 61.25        50, 50 -> 62.5
 *   not ben    75, 45    -> 54.38       87.5, 80    -> 73.91        50, -  -> 62.5
 *   not cid    62.5, 70  -> 66.09       62.5, 90    -> 74.84        50, 50 -> 62.5
 */
static void winners_by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *winner;
        double total;
        double lead;
        bool changes;
    } expected[] = {
        [ANN] = {"core", 62.5, 1.25, true},
        [BEN] = {"brio", 73.91, 11.41, false},
        [CID] = {"brio", 74.84, 8.75, false},
    };
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters, NULL);
    assert_text(winners_of(&fixture, &panel.winners), "brio");
    assert_number(panel.winners.total, 70);
    assert_number(panel.winners.lead, 7.5);
    for (uint32_t r = 0; r < 3; r++) {
        const struct panel_without *without = &panel.without[r];
        assert_int_equal(without->rater, r);
        assert_text(winners_of(&fixture, &without->winners), expected[r].winner);
        assert_number(without->winners.total, expected[r].total);
        assert_number(without->winners.lead, expected[r].lead);
        assert_int_equal(without->changes, expected[r].changes);
    }
    fixture_release(&fixture);
}

/* Every cell, the computed ones too, and what decisions replaced are as before. */
static void all_is_left_as_it_was(void **state)
{
    (void)state;
    struct fixture fixture;
    struct panel panel;
    fixture_judge_panel(&fixture, criteria, answers, three_raters,
                        "shortlist-decisions: 1\ndecisions:\n"
                        "  acme: {answers: {cover: {value: 7, why: w}}}\n");
    struct answers *cells = &fixture.inputs.answers;
    size_t criterion_count = fixture.inputs.criteria.criterion_count;
    struct cell *before = arena_array(&fixture.arena, struct cell, criterion_count * 3);
    for (uint32_t i = 0; i < criterion_count * 3; i++)
        before[i] = answers_cell(cells, i % 3, i / 3);
    size_t settled = fixture.settlement.count;
    uint32_t half_tone = fixture_criterion(&fixture, "half_tone");
    assert_number(cells->columns[half_tone].numbers[0], 1.75); /* (4 + 3) / 2 / 2 */

    panel_make(&panel, &fixture.evaluation, cells, &fixture.inputs.decisions, &fixture.settlement,
               &fixture.arena);
    for (uint32_t i = 0; i < criterion_count * 3; i++) {
        const struct cell after = answers_cell(cells, i % 3, i / 3);
        assert_int_equal(after.mark, before[i].mark);
        if (mark_answered(after.mark))
            assert_true(value_equal(cells->columns[i / 3].type, &after.value, &before[i].value));
    }
    assert_int_equal(fixture.settlement.count, settled);
    assert_number(fixture.inputs.decisions.items[0].before.value.number, 5); /* (8 + 6 + 1) / 3 */
    fixture_release(&fixture);
}

static void what_is_decided_needs_no_talk(void **state)
{
    (void)state;
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters,
         "shortlist-decisions: 1\ndecisions:\n"
         "  acme: {answers: {cover: {value: 7, why: w}}, waive: {thin: w}}\n");
    assert_text(all_items(&fixture, &panel),
                "tone.acme tone.brio tone.core cover.acme cover.brio cover.core");
    assert_text(topics(&fixture, &panel), "tone.brio cover.brio tone.acme");
    assert_ptr_equal(panel.items[3].decision, &fixture.inputs.decisions.items[0]);
    assert_number(panel.items[3].rated.mean, 5);
    assert_null(panel.items[0].decision);
    fixture_release(&fixture);
}

/* Neither its items nor the abstention about it. */
static void an_excluded_vendor_is_left_out(void **state)
{
    (void)state;
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, three_raters,
         "shortlist-decisions: 1\ndecisions:\n  brio: {exclude: withdrew}\n");
    assert_text(all_items(&fixture, &panel), "tone.acme tone.core cover.acme cover.core");
    assert_int_equal(panel.raters[BEN].abstained, 0);
    assert_text(winners_of(&fixture, &panel.winners), "core");
    fixture_release(&fixture);
}

/* charm weighs nothing, and is last; gone is dropped; facts and texts are no items. */
static void items_are_ratings_that_are_asked(void **state)
{
    (void)state;
    static const char *const ratings[] = {
        RATER("ann") "{acme: {charm: 0, gone: 1, staff: 20, remark: r, tone: 1}}",
        RATER("ben") "{acme: {charm: 5, gone: 4, staff: 20, remark: s, tone: 2}}", NULL};
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, ratings, NULL);
    assert_text(all_items(&fixture, &panel), "tone.acme charm.acme");
    assert_text(topics(&fixture, &panel), "tone.acme charm.acme");
    assert_number(panel.items[1].share, 0);
    assert_number(panel.items[1].stakes, 0);
    assert_number(panel.items[1].spread_share, 1);
    fixture_release(&fixture);
}

static void the_outlier_of_an_item(void **state)
{
    (void)state;
    static const struct {
        const char *tones[5];
        uint32_t outlier;
    } cases[] = {
        {{"1"}, NOWHERE},
        {{"1", "5"}, NOWHERE},
        {{"1", "1", "5"}, 2},
        {{"5", "1.1", "1"}, 0},
        {{"1", "3", "5"}, NOWHERE},
        {{"1.1", "1.2", "1.3"}, NOWHERE}, /* equally far on paper */
        {{"1", "1", "5", "5"}, NOWHERE},
        {{"3", "n/a", "3", "4"}, 3},
        {{"3", "n/a", "4", "n/a"}, NOWHERE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct panel panel;
        struct arena arena = {0};
        const char *ratings[5] = {NULL};
        for (int r = 0; r < 4 && cases[i].tones[r] != NULL; r++)
            ratings[r] =
                text_format(&arena, RATER("r%d") "{acme: {tone: %s}}", r, cases[i].tones[r]).ptr;
        make(&fixture, &panel, ratings, NULL);
        assert_int_equal(panel.items[0].outlier, cases[i].outlier);
        for (uint32_t r = 0; r < panel.rater_count; r++)
            assert_int_equal(panel.raters[r].outlier, r == cases[i].outlier);
        fixture_release(&fixture);
        arena_release(&arena);
    }
}

/* dan counted Brio's staff: without him Brio is not knocked out. He rates nothing, so that W is
 * still over the three who do. */
static void a_rater_of_facts_may_decide_the_award(void **state)
{
    (void)state;
    const char *ratings[] = {three_raters[ANN], three_raters[BEN], three_raters[CID],
                             RATER("dan") "{brio: {staff: 9}}", NULL};
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, ratings, NULL);
    assert_text(winners_of(&fixture, &panel.winners), "core");
    assert_text(winners_of(&fixture, &panel.without[3].winners), "brio");
    assert_true(panel.without[3].changes);
    assert_int_equal(panel.raters[3].judged, 0);
    assert_number(panel.raters[3].leniency, (double)NAN);
    assert_number(panel.w, 1.0 / 9);
    assert_int_equal(panel.w_units, 3);
    fixture_release(&fixture);
}

/* Of price alone Acme has 60, Brio 50 and Core 100. */
static void a_panel_of_nobody(void **state)
{
    (void)state;
    struct fixture fixture;
    struct panel panel;
    fixture_judge_panel(&fixture, criteria, answers, NULL, NULL);
    fixture.evaluation.ratings = NULL;
    panel_make(&panel, &fixture.evaluation, &fixture.inputs.answers, NULL, NULL, &fixture.arena);
    assert_int_equal(panel.rater_count, 0);
    assert_int_equal(panel.item_count, 0);
    assert_int_equal(panel.moderation_count, 0);
    assert_number(panel.alpha_interval, (double)NAN);
    assert_number(panel.alpha_ordinal, (double)NAN);
    assert_number(panel.w, (double)NAN);
    assert_text(winners_of(&fixture, &panel.winners), "core");
    assert_number(panel.winners.lead, 40);
    fixture_release(&fixture);
}

/* A panel of one: nobody to compare with, and without ann nobody has judged. */
static void a_panel_of_one(void **state)
{
    (void)state;
    static const char *const ratings[] = {RATER("ann") "{acme: {tone: 5, cover: 10}}", NULL};
    struct fixture fixture;
    struct panel panel;
    make(&fixture, &panel, ratings, NULL);
    assert_int_equal(panel.moderation_count, 0);
    assert_int_equal(panel.raters[0].compared, 0);
    assert_number(panel.raters[0].leniency, (double)NAN);
    assert_number(panel.alpha_interval, (double)NAN);
    assert_number(panel.w, (double)NAN);
    /* Acme with it 3/4 * 100 + 1/4 * 60 = 90; Core has its price, as without ann. */
    assert_text(winners_of(&fixture, &panel.winners), "core");
    assert_number(panel.winners.lead, 10);
    assert_number(panel.without[0].winners.lead, 40);
    fixture_release(&fixture);
}

/* Winners by rank: none, one alone, and several that share it. */
static void winners_share_the_first_rank(void **state)
{
    (void)state;
    static const struct {
        const char *ratings[2];
        const char *winners;
        double total;
        double lead;
    } cases[] = {
        {{RATER("ann") "{acme: {staff: 1}, brio: {staff: 1}, core: {staff: 1}}"},
         "",
         (double)NAN,
         (double)NAN},
        {{RATER("ann") "{acme: {staff: 1}, brio: {staff: 1}}"}, "core", 100, (double)NAN},
        /* Acme has 3/4 * 100 + 1/4 * 60 = 90, Brio has its price, 50. Core's tone earns 46.67, so
         * that it has 3/4 * 346.67 / 4 + 25, rounded 90 as well. */
        {{RATER("ann") "{acme: {tone: 5, cover: 10}, core: {tone: 2.8668, cover: 10}}"},
         "acme core",
         90,
         40},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture;
        struct panel panel;
        make(&fixture, &panel, cases[i].ratings, NULL);
        assert_text(winners_of(&fixture, &panel.winners), cases[i].winners);
        assert_number(panel.winners.total, cases[i].total);
        assert_number(panel.winners.lead, cases[i].lead);
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_by_hand),
        cmocka_unit_test(raters_by_hand),
        cmocka_unit_test(agreement_by_hand),
        cmocka_unit_test(winners_by_hand),
        cmocka_unit_test(all_is_left_as_it_was),
        cmocka_unit_test(what_is_decided_needs_no_talk),
        cmocka_unit_test(an_excluded_vendor_is_left_out),
        cmocka_unit_test(items_are_ratings_that_are_asked),
        cmocka_unit_test(the_outlier_of_an_item),
        cmocka_unit_test(a_rater_of_facts_may_decide_the_award),
        cmocka_unit_test(a_panel_of_nobody),
        cmocka_unit_test(a_panel_of_one),
        cmocka_unit_test(winners_share_the_first_rank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

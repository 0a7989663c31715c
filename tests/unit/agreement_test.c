/* Krippendorff's alpha and Kendall's W, against published figures and by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/agreement.h"
#include "support/fixture.h"

enum { UNITS = 20, RATERS = 5 };

/* A table of judgements: a row a rater, a digit a unit, a point where the rater said nothing. */
struct table {
    const char *rows[RATERS];
    double values[UNITS * RATERS];
    struct agreement agreement;
};

static struct agreement *read_table(struct table *table)
{
    size_t raters = 0;
    while (raters < RATERS && table->rows[raters] != NULL)
        raters++;
    size_t units = raters > 0 ? strlen(table->rows[0]) : 0;
    assert_true(units <= UNITS);
    for (size_t r = 0; r < raters; r++) {
        assert_int_equal(strlen(table->rows[r]), units);
        for (size_t u = 0; u < units; u++) {
            char digit = table->rows[r][u];
            table->values[u * raters + r] = digit == '.' ? (double)NAN : digit - '0';
        }
    }
    table->agreement = (struct agreement){table->values, units, raters};
    return &table->agreement;
}

/*
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C to E: four
 * observers, twelve units, of which the last has one value and does not count. He gives .815 for
 * ordinal and .849 for interval; exactly, in fractions over all pairs, 108577/133160 and 951/1120.
 */
static void alpha_of_four_observers_is_krippendorffs(void **state)
{
    (void)state;
    struct table table = {
        {"123321412...", "1233224125.3", ".3332342251.", "12332441251."}, {0}, {0}};
    const struct agreement *agreement = read_table(&table);
    assert_number(agreement_alpha(agreement, ALPHA_ORDINAL), 108577.0 / 133160);
    assert_number(agreement_alpha(agreement, ALPHA_INTERVAL), 951.0 / 1120);
}

/* The example of the article "Krippendorff's alpha" in Wikipedia: three coders, fifteen units of
 * which three have fewer than two values. It gives .811 for interval; exactly 643/793. */
static void alpha_of_three_coders_is_the_published_one(void **state)
{
    (void)state;
    struct table table = {{".....34121133.3", "1.213343.......", "..21344.21133.4"}, {0}, {0}};
    assert_number(agreement_alpha(read_table(&table), ALPHA_INTERVAL), 643.0 / 793);
}

/*
 * Two raters, units (1,2) (3,3) (2,4): of the values 1 2 3 3 2 4 the mean is 2.5 and the squared
 * distances 2.25 + .25 + .25 + .25 + .25 + 2.25 = 5.5, so that 2 * 5.5 / 5 = 2.2 is expected. The
 * ordered pairs within units differ by 1 + 1 and 4 + 4, observed 10 / 6. Alpha is 1 - (10/6) / 2.2
 * = 8/33.
 * As ranks 1 2.5 4.5 4.5 2.5 6 about 3.5: 6.25 + 1 + 1 + 1 + 1 + 6.25 = 16.5, expected 6.6;
 * observed (2 * 2.25 + 2 * 12.25) / 6 = 29/6. Alpha is 1 - (29/6) / 6.6 = 53/198.
 */
static void alpha_by_hand(void **state)
{
    (void)state;
    struct table table = {{"132", "234"}, {0}, {0}};
    const struct agreement *agreement = read_table(&table);
    assert_number(agreement_alpha(agreement, ALPHA_INTERVAL), 8.0 / 33);
    assert_number(agreement_alpha(agreement, ALPHA_ORDINAL), 53.0 / 198);
}

static void alpha_at_its_ends(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *rows[RATERS];
        double interval;
        double ordinal;
    } cases[] = {
        {"nobody", {NULL}, (double)NAN, (double)NAN},
        {"no unit", {"", ""}, (double)NAN, (double)NAN},
        {"one rater", {"123"}, (double)NAN, (double)NAN},
        {"never the same unit", {"12..", "..34"}, (double)NAN, (double)NAN},
        {"all values equal", {"333", "333"}, (double)NAN, (double)NAN},
        {"equal where they can be compared", {"33.", "335"}, (double)NAN, (double)NAN},
        {"perfect", {"1234", "1234", "12.4"}, 1, 1},
        /* The only pair there is, is what chance would give. */
        {"one unit, two values", {"1", "3"}, 0, 0},
        /* 0 9 9 0 about 4.5: expected 2 * 81 / 3 = 54, observed 4 * 81 / 4 = 81. So with ranks. */
        {"opposite", {"09", "90"}, -0.5, -0.5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].name);
        struct table table = {{NULL}, {0}, {0}};
        memcpy(table.rows, cases[i].rows, sizeof table.rows);
        const struct agreement *agreement = read_table(&table);
        assert_number(agreement_alpha(agreement, ALPHA_INTERVAL), cases[i].interval);
        assert_number(agreement_alpha(agreement, ALPHA_ORDINAL), cases[i].ordinal);
    }
}

/* Moving and stretching all values changes neither: the figures of alpha_by_hand again. */
static void alpha_does_not_depend_on_the_scale(void **state)
{
    (void)state;
    double values[] = {1, 2, 3, 3, 2, 4};
    for (size_t i = 0; i < 6; i++)
        values[i] = 1e6 + values[i] / 8;
    const struct agreement agreement = {values, 3, 2};
    assert_number(agreement_alpha(&agreement, ALPHA_INTERVAL), 8.0 / 33);
    assert_number(agreement_alpha(&agreement, ALPHA_ORDINAL), 53.0 / 198);
}

/* 0.1 + 0.2 is 0.3 on paper: all equal, and equal ranks. */
static void what_is_equal_on_paper_is_equal(void **state)
{
    (void)state;
    size_t units;
    const double same[] = {0.3, 0.1 + 0.2, 0.3, 0.3};
    assert_number(agreement_alpha(&(struct agreement){same, 2, 2}, ALPHA_INTERVAL), (double)NAN);
    assert_number(agreement_alpha(&(struct agreement){same, 2, 2}, ALPHA_ORDINAL), (double)NAN);
    assert_number(agreement_w(&(struct agreement){same, 2, 2}, &units), (double)NAN);
    const double tied[] = {0.3, 0.3, 0.1 + 0.2, 0.3, 0.9, 0.9};
    assert_number(agreement_w(&(struct agreement){tied, 3, 2}, &units), 1);
    assert_number(agreement_alpha(&(struct agreement){tied, 3, 2}, ALPHA_ORDINAL), 1);
}

static void alpha_has_a_meaning(void **state)
{
    (void)state;
    static const struct {
        double alpha;
        enum alpha_meaning meaning;
    } cases[] = {
        {(double)NAN, ALPHA_UNDEFINED}, {-0.2, ALPHA_UNRELIABLE},  {0.6664, ALPHA_UNRELIABLE},
        {2.0 / 3, ALPHA_TENTATIVE},     {0.7994, ALPHA_TENTATIVE}, {0.7996, ALPHA_RELIABLE},
        {0.8, ALPHA_RELIABLE},          {1, ALPHA_RELIABLE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(alpha_meaning(cases[i].alpha), cases[i].meaning);
}

/*
 * The data set `anxiety` of the R package irr 0.84.1, three raters of twenty people, with many
 * ties. kendall(anxiety, TRUE) gives 0.54; KendallW of DescTools gives 0.5396569. Exactly, S is
 * 3004, the ties are 402 + 690 + 582 and W is 12 * 3004 / (9 * 7980 - 3 * 1674) = 6008/11133.
 */
static void w_of_three_raters_is_the_published_one(void **state)
{
    (void)state;
    struct table table = {
        {"33345523522615221243", "36462424332333221334", "21443216111233113322"}, {0}, {0}};
    size_t units;
    assert_number(agreement_w(read_table(&table), &units), 6008.0 / 11133);
    assert_int_equal(units, 20);
}

/*
 * Without ties: four judges rank three competitors with sums 7, 9, 8 about 8, S = 2 and
 * W = 12 * 2 / (16 * 24) = 1/16.
 */
static void w_by_hand(void **state)
{
    (void)state;
    struct table table = {{"132", "123", "231", "312"}, {0}, {0}};
    size_t units;
    assert_number(agreement_w(read_table(&table), &units), 1.0 / 16);
    assert_int_equal(units, 3);
}

static void w_at_its_ends(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const char *rows[RATERS];
        double w;
        size_t units;
    } cases[] = {
        {"nobody", {NULL}, (double)NAN, 0},
        {"one rater", {"123"}, (double)NAN, 3},
        {"one unit", {"1", "2"}, (double)NAN, 1},
        {"never the same unit", {"12..", "..34"}, (double)NAN, 0},
        {"all values equal", {"333", "333"}, (double)NAN, 3},
        {"perfect, on other scales", {"123", "579"}, 1, 3},
        {"opposite", {"123", "321"}, 0, 3},
        /* Only the units that both judged: 1 2 and 3 4. */
        {"missing values", {"1.29", "374."}, 1, 2},
        /* One rater ties everything: ranks 1 2 3 and 2 2 2 give S = 2, the ties are 24, and
         * W is 12 * 2 / (4 * 24 - 2 * 24) = 1/2. */
        {"one without an opinion", {"123", "555"}, 0.5, 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        print_message("%s\n", cases[i].name);
        struct table table = {{NULL}, {0}, {0}};
        memcpy(table.rows, cases[i].rows, sizeof table.rows);
        size_t units = 99;
        assert_number(agreement_w(read_table(&table), &units), cases[i].w);
        assert_int_equal(units, cases[i].units);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_of_four_observers_is_krippendorffs),
        cmocka_unit_test(alpha_of_three_coders_is_the_published_one),
        cmocka_unit_test(alpha_by_hand),
        cmocka_unit_test(alpha_at_its_ends),
        cmocka_unit_test(alpha_does_not_depend_on_the_scale),
        cmocka_unit_test(what_is_equal_on_paper_is_equal),
        cmocka_unit_test(alpha_has_a_meaning),
        cmocka_unit_test(w_of_three_raters_is_the_published_one),
        cmocka_unit_test(w_by_hand),
        cmocka_unit_test(w_at_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

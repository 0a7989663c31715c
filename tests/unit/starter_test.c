/* What a new evaluation begins with: a copied profile, and the words for what is judged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/input/readers.h"
#include "../../src/render/remarks.h"
#include "../../src/render/subjects.h"
#include "shortlist/starter.h"
#include "support/fixture.h"
#include "support/reports.h"
#include "support/told.h"

/* --- A copied profile ---------------------------------------------------------------------- */

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "title: Small\n"
    "needs:\n"
    "  # At most this many.\n"
    "  limit: 40   # people\n"
    "  tier: {options: {gold: Gold, silver: Silver}, value: gold}\n"
    "categories:\n"
    "  work: {title: Work, weight: 1, criteria: {a: {ask: q, type: yes_no}}}\n";

/* Criteria with a profile merged into them. */
struct merged {
    struct arena arena;
    struct problems problems;
    struct source criteria_source;
    struct source profile_source;
    struct criteria criteria;
    struct profile profile;
};

static void merge(struct merged *merged, const char *profile_yaml)
{
    struct merge merge;
    *merged = (struct merged){0};
    merged->criteria_source = source_of(criteria_yaml);
    merged->profile_source = source_of(profile_yaml);
    assert_true(read_criteria(&merged->criteria_source, &merged->arena, &merged->criteria,
                              &merged->problems));
    read_profile(&merged->profile_source, &merged->arena, &merged->profile, &merged->problems);
    merge_begin(&merge, &merged->criteria, &merged->arena);
    merge_profile(&merge, &merged->profile, &merged->problems);
    merge_finish(&merge, &merged->problems);
    assert_string_equal(told_whole(&merged->problems, &merged->arena), "");
}

static void release(struct merged *merged)
{
    problems_release(&merged->problems);
    arena_release(&merged->arena);
}

static char *copy_of(const char *profile_yaml)
{
    struct merged merged;
    struct sink sink;
    const char *reason;
    merge(&merged, profile_yaml);
    sink_open_memory(&sink, &merged.arena);
    starter_profile_copy(&merged.criteria, &merged.profile, &sink);
    sink_finish(&sink, &reason);
    struct text text = buffer_text(&sink.text);
    char *copy = strndup(text.ptr, text.len);
    release(&merged);
    return copy;
}

#define HEAD "shortlist-profile: 1\n"
#define OTHERS                                                                                     \
    "  # The other needs of the criteria, with the values that they have. To\n"                    \
    "  # state one, take the # and the space behind it from its line.\n"
#define LIMIT "  # At most this many.\n  # people\n  # limit: 40\n"
#define TIER "  # Allowed: gold (Gold), silver (Silver)\n  # tier: gold\n"

static void a_copied_profile_has_the_other_needs(void **state)
{
    static const struct {
        const char *profile;
        const char *copy;
    } cases[] = {
        /* All are stated: the same bytes. */
        {HEAD "needs: {limit: 3, tier: silver}", HEAD "needs: {limit: 3, tier: silver}"},
        /* Below its own needs, and below what is said of them there. */
        {HEAD "needs:\n  tier: silver\n  # or gold\n\n# What counts.\nweights: {work: 2}\n",
         HEAD "needs:\n  tier: silver\n  # or gold\n\n" OTHERS "\n" LIMIT
              "\n# What counts.\nweights: {work: 2}\n"},
        /* What follows is kept apart. */
        {HEAD "needs:   # ours\n\n  limit: 3\nweights: {work: 2}\n",
         HEAD "needs:   # ours\n\n  limit: 3\n\n" OTHERS "\n" TIER "\nweights: {work: 2}\n"},
        /* The last line has no end. */
        {HEAD "needs:\n  limit: 3", HEAD "needs:\n  limit: 3\n\n" OTHERS "\n" TIER},
        /* A need of several lines. */
        {HEAD "needs:\n  tier:\n    options: [gold, silver]\n\n    # best\n    value: gold\n"
              "# end\n",
         HEAD
         "needs:\n  tier:\n    options: [gold, silver]\n\n    # best\n    value: gold\n\n" OTHERS
         "\n" LIMIT "\n# end\n"},
        {HEAD "needs:\n  tier: {value: silver,\noptions: [\n  gold, silver]\n}\n", HEAD
         "needs:\n  tier: {value: silver,\noptions: [\n  gold, silver]\n}\n\n" OTHERS "\n" LIMIT},
        /* Nothing can follow within braces. */
        {HEAD "needs: {limit: 3}\n",
         HEAD "needs: {limit: 3}\n\n"
              "# The other needs of the criteria, with the values that they have. To state\n"
              "# one, write it beside those above.\n"
              "\n# Allowed: gold (Gold), silver (Silver)\n#   tier: gold\n"},
        {HEAD "needs: {\n  limit: 3\n}\n",
         HEAD "needs: {\n  limit: 3\n}\n\n"
              "# The other needs of the criteria, with the values that they have. To state\n"
              "# one, write it beside those above.\n"
              "\n# Allowed: gold (Gold), silver (Silver)\n#   tier: gold\n"},
        {HEAD "title: Ours\n",
         HEAD "title: Ours\n\n"
              "# The needs of the criteria, with the values that they have. To state some,\n"
              "# take the # and the space behind it from the line `needs:` and from theirs.\n"
              "\n# needs:\n"
              "\n# At most this many.\n# people\n#   limit: 40\n"
              "\n# Allowed: gold (Gold), silver (Silver)\n#   tier: gold\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *copy = copy_of(cases[i].profile);
        assert_string_equal(copy, cases[i].copy);
        free(copy);
    }
}

/* As the comment says: the # and the space behind it are taken away. */
static void what_is_a_comment_can_be_made_a_need(void **state)
{
    static const struct {
        const char *profile;
        const char *lines[2]; /* of the copy */
    } cases[] = {
        {HEAD "needs:\n    tier: silver\nweights: {work: 2}\n", {"# limit: 40", "# limit: 40"}},
        {HEAD "needs:\n  limit: 3\n", {"# tier: gold", "# tier: gold"}},
        {HEAD "title: Ours\n", {"# needs:", "#   limit: 40"}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct merged merged;
        char *copy = copy_of(cases[i].profile);
        for (size_t l = 0; l < 2; l++) {
            char *line = strstr(copy, cases[i].lines[l]);
            if (line != NULL)
                memmove(line, line + 2, strlen(line + 2) + 1);
        }
        print_message("%s", copy);
        merge(&merged, copy);
        assert_true(criteria_need(&merged.criteria, TEXT("limit"))->replaced ||
                    criteria_need(&merged.criteria, TEXT("tier"))->replaced);
        assert_int_equal(merged.profile.needs.count, i < 2 ? 2 : 1);
        release(&merged);
        free(copy);
    }
}

static void comments_beside_a_value_are_read(void **state)
{
    static const struct {
        const char *line;
        uint32_t end; /* the column behind the value */
        const char *remark;
    } cases[] = {
        {"a: 1   # people", 5, "people"}, {"a: {value: [x]} # people", 14, "people"},
        {"a:   # people", 2, "people"},   {"a: 1", 5, ""},
        {"{a: 1, b: 2} # of b", 6, ""},   {"a: 1 # shortlist: ignore unused-need", 5, ""},
        {"  # of the next line", 1, ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        const struct source source = {.name = TEXT("f"), .bytes = text_from(cases[i].line)};
        const struct place place = {
            .source = &source, .line = 1, .column = 1, .end_line = 1, .end_column = cases[i].end};
        assert_text(remark_beside(&place, &arena), cases[i].remark);
        arena_release(&arena);
    }
}

/* --- What is judged ------------------------------------------------------------------------ */

static void a_pack_tells_what_is_judged(void **state)
{
    static const struct {
        const char *pack;
        const char *asking;
    } cases[] = {
        {"readiness", "Answer for yourselves"},
        {"criteria/readiness.yaml", "Answer for yourselves"},
        {"pilot-exit", "Collect the figures"},
        {"quarterly-review", "Collect the figures of a quarter"},
        {"bpo-support", "Ask the vendors"},
        {"bpo-support-short", "Ask the vendors"},
        {"our/pilot-exit-2.yaml", "Ask the vendors"},
        {"readiness/criteria.yaml", "Ask the vendors"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(subject_of(text_from(cases[i].pack))->asking, cases[i].asking);
}

/* The step of the buyer's own people goes by what the criteria leave to them. */
static void the_readme_goes_by_who_is_asked(void **state)
{
    static const struct {
        const char *criterion;
        const char *step;
    } cases[] = {
        {"type: rating", "## 3. Judge\n"},
        {"type: yes_no, by: buyer", "## 3. Add what only you know\n"},
        {"type: yes_no, proof: yes", "## 3. Look for proof\n"},
        {"type: yes_no", "## 3. Look at the answers again\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture = {0};
        char yaml[400];
        struct sink sink;
        const char *reason;
        (void)snprintf(yaml, sizeof yaml,
                       "shortlist-criteria: 1\n"
                       "title: Small\n"
                       "evidence: {claimed: 0.5, documented: 1, verified: 1, expired: 0}\n"
                       "categories: {c: {title: C, weight: 1, criteria: {a: {ask: q, %s}}}}\n",
                       cases[i].criterion);
        fixture_link(&fixture, yaml);
        sink_open_memory(&sink, &fixture.arena);
        starter_readme(&(struct starter){.criteria = &fixture.inputs.criteria, .pack = TEXT("x")},
                       &sink);
        sink_finish(&sink, &reason);
        assert_says(buffer_text(&sink.text), cases[i].step);
        fixture_release(&fixture);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copied_profile_has_the_other_needs),
        cmocka_unit_test(what_is_a_comment_can_be_made_a_need),
        cmocka_unit_test(comments_beside_a_value_are_read),
        cmocka_unit_test(a_pack_tells_what_is_judged),
        cmocka_unit_test(the_readme_goes_by_who_is_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

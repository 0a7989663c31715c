/* A small tender for tests of what conditions can come out as. */
#include "tender.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

const char tender_needs[] = "  budget: 15\n"
                            "  big: no\n"
                            "  start: 2026-12-01\n"
                            "  city: Lisbon\n"
                            "  grade: {options: [silver, gold], value: gold}\n"
                            "  media: {options: [voice, email, chat], value: [voice, chat]}\n";

static const char criteria[] =
    "evidence: {claimed: 0.4, documented: 0.8, verified: 1, expired: 0}\n"
    "categories:\n"
    "  people:\n"
    "    criteria:\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      tier: {ask: q, type: choice, score: {points: {bronze: 0, silver: 50, gold: 100}}}\n"
    "      channels:\n"
    "        {ask: q, type: set, options: [voice, email, chat], score: {share_of: needs.media}}\n"
    "      reach: {ask: q, type: set, score: {points: {chat: 70, fax: 20, voice: 40}}}\n"
    "      tone: {ask: q, type: rating}\n"
    "      founded: {ask: q, type: date, score: {curve: {-3650: 100, 0: 0}}}\n"
    "      country: {ask: q, type: text}\n"
    "  commercial:\n"
    "    criteria:\n"
    "      attrition:\n"
    "        {ask: q, type: number, range: [0, 400], score: {curve: {10: 100, 30: 50, 60: 0}}}\n"
    "      price: {ask: q, type: number, score: {best: 8, worst: 20}}\n"
    "      seats: {ask: q, type: number, range: [1, 50], score: {steps: {10: 40, 30: 100}}}\n"
    "      cost: {type: number, computed: attrition * 2, score: {best: 0, worst: 800}}\n"
    "      fair:\n"
    "        {ask: q, type: number, range: [0, 20], proof: yes, score: {formula: 100 - 2 * fair}}\n"
    "      cheap: {ask: q, type: number, range: [0, 10], score: {best: lowest, worst: 10}}\n"
    "      site: {ask: q, type: number, range: [0, 10], missing: exclude,\n"
    "        score: {curve: {0: 0, 5: 100, 10: 0}}}\n"
    "rules:\n"
    "  watch:\n"
    "    when: bids(tone) + bids(attrition) + bids(price) + bids(seats) + bids(cost) < 0\n"
    "    severity: note\n"
    "    message: never\n";

void tender_init_for(struct fixture *fixture, const char *needs)
{
    char text[sizeof criteria + 1024];
    snprintf(text, sizeof text, "shortlist-criteria: 1\ntitle: t\nneeds:\n%s%s", needs, criteria);
    fixture_link(fixture, text);
    assert_int_equal(fixture->problems.totals[PROBLEM_ERROR], 0);
}

void tender_init(struct fixture *fixture)
{
    tender_init_for(fixture, tender_needs);
}

const struct expr *tender_condition(struct fixture *fixture, const char *text)
{
    struct source *source = arena_new(&fixture->arena, struct source);
    *source = (struct source){.name = TEXT("rule"), .bytes = text_from(text)};
    struct phrase phrase = {
        .text = text_from(text), .place = source_place(source, 0), .style = STYLE_PLAIN};
    struct expr_rules rules = {VALUE_TRUTH, STAGE_SCORES, NOWHERE, "the rule"};
    const struct expr *expr = expr_compile(&fixture->inputs.arena, &phrase,
                                           &fixture->inputs.criteria, &rules, &fixture->problems);
    if (expr == NULL)
        fail_msg("%s: %.*s", text, TEXT_ARG(fixture->problems.items[0].message));
    return expr;
}

struct text tender_id(const struct fixture *fixture, uint32_t criterion)
{
    return fixture->inputs.criteria.criteria[criterion].id.text;
}

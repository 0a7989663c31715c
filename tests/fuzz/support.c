/* What the fuzz targets share. */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/input/buyer.h"
#include "shortlist/compare.h"
#include "shortlist/link.h"
#include "shortlist/panel.h"
#include "shortlist/profile.h"
#include "shortlist/render.h"
#include "shortlist/sink.h"
#include "shortlist/unicode.h"
#include "shortlist/waivers.h"

const char fixed_criteria[] =
    "shortlist-criteria: 1\n"
    "title: Fuzzed\n"
    "as_of: 2026-11-21\n"
    "decimals: 2\n"
    "ties: [service, price]\n"
    "needs:\n"
    "  channels: [voice, email]\n"
    "  hours: 40\n"
    "  start: 2026-12-01\n"
    "  site: Berlin\n"
    "  phone: no\n"
    "  zero: 0\n"
    "  class: {options: [pii, phi], value: pii}\n"
    "evidence: {claimed: 0.8, documented: 1, verified: 1, expired: 0.5}\n"
    "bands: {0: weak, 60: fair, 80: strong}\n"
    "categories:\n"
    "  service:\n"
    "    title: Service\n"
    "    weight: 60\n"
    "    minimum: 10\n"
    "    criteria:\n"
    "      staffed: {ask: q, type: set, options: {voice: Telephone, email: E-mail, chat: Chat}, "
    "score: {share_of: needs.channels}}\n"
    "      extras: {ask: q, type: set, options: [a, b, c], score: {points: {a: 60, b: 60, c: 0}}}\n"
    "      model: {ask: q, type: choice, options: {no: None, script: By script, free: Freely}, "
    "score: {points: {no: 0, script: 50, free: 100}}}\n"
    "      certified: {ask: q, type: yes_no, proof: yes, not_applicable: exclude}\n"
    "      attrition: {ask: q, type: number, unit: '%', range: [0, 400], "
    "score: {curve: {10: 100, 30: 50, 60: 0}}}\n"
    "      tier: {ask: q, type: number, score: {steps: {1: 20, 5: 100}}}\n"
    "      since: {ask: q, type: date, score: {curve: {-3650: 100, 0: 0}}}\n"
    "      tone: {ask: q, type: rating}\n"
    "      found: {ask: q, type: number, by: buyer, score: {best: 50, worst: 0}}\n"
    "      verdict: {ask: q, type: text, by: buyer}\n"
    "      remarks: {ask: q, type: text}\n"
    "      headset: {ask: q, type: yes_no, when: needs.phone}\n"
    "      perhaps: {ask: q, type: yes_no, when: not needs.phone, missing: exclude}\n"
    "  money:\n"
    "    title: Commercial\n"
    "    weight: 40\n"
    "    criteria:\n"
    "      price: {ask: q, type: number, unit: USD, score: {best: lowest, worst: 50}}\n"
    "      size: {ask: q, type: number, score: {best: needs.hours, worst: 0}}\n"
    "      cost: {type: number, computed: price * needs.hours, weight: 0, "
    "score: {best: 320, worst: 800}}\n"
    "      fair: {ask: q, type: number, score: {formula: 100 * lowest(price) / fair}}\n"
    "rules:\n"
    "  probe: {when: attrition > 40, severity: warning, message: 'lost {attrition} %', "
    "penalty: 1.5}\n"
    "  early: {when: not certified, severity: knockout, message: out}\n"
    "  late: {when: price > 2 * mean(price), severity: critical, unknown: fire, "
    "message: '{price} of {mean(price)}', advice: Ask., penalty: 5}\n"
    "  last: {when: total < 50 or score(money) < 20, severity: note, message: '{total}'}\n";

const char fixed_vendors[] =
    "shortlist-answers: 1\n"
    "id: full\n"
    "answers: {staffed: [voice, chat], extras: [a, b], model: free, certified: {value: yes, "
    "evidence: documented, expires: 2026-11-20}, attrition: 28, tier: 5, since: 2020-02-29, "
    "remarks: none, perhaps: yes, price: 14.5, size: 30, fair: 20}\n"
    "---\n"
    "shortlist-answers: 1\n"
    "id: partly\n"
    "answers: {staffed: [], model: n/a, certified: n/a, attrition: 0, since: 2026-11-22, "
    "remarks: 'Zo\xc3\xab', price: 9, size: 0, fair: ~}\n"
    "---\n"
    "shortlist-answers: 1\n"
    "id: silent\n"
    "answers: {}\n";

const char fixed_ratings[] =
    "shortlist-ratings: 1\n"
    "rater: zoe\n"
    "ratings:\n"
    "  full: {tone: 4.5, found: 30, verdict: brisk, certified: {evidence: verified}, "
    "attrition: {value: 41, note: a call}}\n"
    "  partly: {tone: 1, found: n/a, price: {evidence: claimed}}\n";

const char fixed_decisions[] =
    "shortlist-decisions: 1\n"
    "by: the panel\n"
    "date: 2026-11-18\n"
    "decisions:\n"
    "  full: {answers: {attrition: {value: 41, evidence: documented, why: confirmed}}}\n"
    "  partly:\n"
    "    answers: {certified: {accept_na: yes, why: no card data}}\n"
    "    waive: {last: a pilot}\n"
    "  silent: {exclude: late}\n";

void must(bool holds, const char *words)
{
    if (holds)
        return;
    (void)fprintf(stderr, "it does not hold that %s\n", words);
    abort();
}

struct text text_of_bytes(const uint8_t *bytes, size_t size)
{
    return size == 0 ? TEXT("") : (struct text){(const char *)bytes, size};
}

/* --- Reading ------------------------------------------------------------------------------ */

bool trial_read_criteria(struct trial *trial, struct text bytes)
{
    trial->criteria_source = (struct source){.name = TEXT("criteria.yaml"), .bytes = bytes};
    return read_criteria(&trial->criteria_source, &trial->arena, &trial->criteria,
                         &trial->problems);
}

bool trial_link(struct trial *trial)
{
    struct merge merge;
    merge_begin(&merge, &trial->criteria, &trial->arena);
    merge_finish(&merge, &trial->problems);
    link_criteria(&trial->criteria, AS_OF, &trial->arena, &trial->problems);
    return trial->problems.totals[PROBLEM_ERROR] == 0;
}

void trial_read_answers(struct trial *trial, struct text bytes)
{
    struct answer_reader reader;
    trial->answers_source = (struct source){.name = TEXT("acme.yaml"), .bytes = bytes};
    answers_init(&trial->answers, &trial->criteria);
    answer_reader_begin(&reader, &trial->criteria, &trial->answers, AS_OF, &trial->problems);
    read_answers(&reader, &trial->answers_source);
    answer_reader_end(&reader);
    answers_sort(&trial->answers);
    if (refuse_two_vendors(&trial->answers, &trial->problems))
        answers_sort(&trial->answers);
}

bool trial_read_buyer(struct trial *trial, const struct text *ratings, size_t count,
                      struct text decisions)
{
    struct buyer_reader reader;
    const size_t *errors = &trial->problems.totals[PROBLEM_ERROR];
    const size_t errors_before = *errors;
    buyer_reader_begin(&reader, &trial->criteria, &trial->answers, true, &trial->problems);
    for (size_t i = 0; i < count; i++) {
        must(i < BUYER_FILES, "there are no more ratings files than there is room");
        trial->ratings_sources[i] =
            (struct source){.name = TEXT("rater.yaml"), .bytes = ratings[i]};
        read_ratings(&reader, &trial->ratings_sources[i], &trial->ratings);
    }
    ratings_sort(&trial->ratings);
    trial->decisions_source = (struct source){.name = TEXT("panel.yaml"), .bytes = decisions};
    if (decisions.len > 0)
        read_decisions(&reader, &trial->decisions_source, &trial->decisions);
    decisions_sort(&trial->decisions);
    refuse_two_decisions(&reader, &trial->decisions);
    bool fine = *errors == errors_before;
    if (fine)
        drop_idle_decisions(&reader, &trial->ratings, &trial->decisions);
    buyer_reader_end(&reader);
    return fine;
}

/* --- Settling ----------------------------------------------------------------------------- */

/* Every cell that is not computed, [vendor * criterion_count + criterion]. */
static struct cell *copy_cells(struct trial *trial)
{
    const size_t criteria = trial->criteria.criterion_count;
    struct cell *cells = arena_array(&trial->arena, struct cell, trial->answers.count * criteria);
    for (uint32_t v = 0; v < trial->answers.count; v++) {
        for (uint32_t c = 0; c < criteria; c++)
            cells[v * criteria + c] = answers_cell(&trial->answers, v, c);
    }
    return cells;
}

static void check_cells(const struct trial *trial, const struct cell *cells)
{
    const size_t criteria = trial->criteria.criterion_count;
    for (uint32_t v = 0; v < trial->answers.count; v++) {
        for (uint32_t c = 0; c < criteria; c++) {
            const struct criterion *criterion = &trial->criteria.criteria[c];
            const struct cell *before = &cells[v * criteria + c];
            const struct cell after = answers_cell(&trial->answers, v, c);
            if (criterion->by == BY_NOBODY)
                continue;
            must(before->mark == after.mark, "unsettling puts back what the vendor said");
            must(!mark_answered(after.mark) ||
                     value_equal(criterion->type, &before->value, &after.value),
                 "unsettling puts back the values");
        }
    }
}

/* --- Reports ------------------------------------------------------------------------------ */

static void check_text(struct text report)
{
    size_t offset = 0;
    must(unicode_valid(report, &offset), "a report is UTF-8");
    for (size_t i = 0; i < report.len; i++) {
        unsigned char byte = (unsigned char)report.ptr[i];
        must((byte >= 0x20 && byte != 0x7f) || byte == '\n', "a report has no control bytes");
    }
}

/* Newlines may stand between the tokens of JSON, no control byte in its strings. */
static void check_json(struct text report)
{
    bool in_string = false;
    check_text(report);
    for (size_t i = 0; i < report.len; i++) {
        char byte = report.ptr[i];
        if (in_string && byte == '\\')
            i++;
        else if (byte == '"')
            in_string = !in_string;
        must(!in_string || byte != '\n', "strings of JSON have no control bytes");
    }
    must(!in_string, "strings of JSON end");
}

/* Cells hold what the files do, control bytes too; every quote is closed. */
static void check_csv(struct text report)
{
    size_t offset = 0;
    bool in_quotes = false;
    must(unicode_valid(report, &offset), "a report is UTF-8");
    for (size_t i = 0; i < report.len; i++)
        in_quotes ^= report.ptr[i] == '"';
    must(!in_quotes, "cells of CSV end");
}

static void check_report(const struct renderer *renderer, struct text report)
{
    if (strcmp(renderer->name, "json") == 0)
        check_json(report);
    else if (strcmp(renderer->name, "csv") == 0)
        check_csv(report);
    else
        check_text(report);
}

/* What is rendered, beside the report itself. */
struct subjects {
    struct comparison comparison;
    struct panel panel;
    uint32_t last; /* vendor */
};

enum { REPORTS = 4 };

static void write_report(int kind, const struct renderer *renderer, const struct report *report,
                         const struct subjects *subjects, struct sink *sink)
{
    if (kind == 0)
        renderer->score(report, sink);
    else if (kind == 1)
        renderer->explain(report, subjects->last, sink);
    else if (kind == 2)
        renderer->compare(report, &subjects->comparison, sink);
    else
        renderer->panel(report, &subjects->panel, sink);
}

static void render(struct trial *trial, const struct renderer *renderer,
                   const struct evaluation *evaluation, const struct waivers *waivers,
                   const struct subjects *subjects)
{
    static const struct report_file files[] = {{"criteria", {"criteria.yaml", 13}, NULL}};
    struct report report = {.evaluation = evaluation,
                            .waivers = waivers,
                            .version = SHORTLIST_VERSION,
                            .files = files,
                            .file_count = 1,
                            .width = 80,
                            .cards = true};
    struct sink sink;
    const char *reason;
    for (int kind = 0; kind < REPORTS; kind++) {
        sink_open_memory(&sink, &trial->arena);
        write_report(kind, renderer, &report, subjects, &sink);
        struct text text = buffer_text(&sink.text);
        must(text.len > 0, "a report says something");
        check_report(renderer, text);
        sink_finish(&sink, &reason);
    }
}

static void render_all(struct trial *trial, const struct evaluation *evaluation)
{
    struct waivers waivers;
    struct subjects subjects = {.last = (uint32_t)trial->answers.count - 1};
    waivers_make(&waivers, evaluation, &trial->answers, &trial->arena);
    evaluation_note_waivers(evaluation, &trial->problems);
    compare_vendors(&subjects.comparison, evaluation, 0, subjects.last, &trial->arena);
    panel_make(&subjects.panel, evaluation, &trial->answers, &trial->decisions, &trial->settlement,
               &trial->arena);
    for (size_t i = 0; i < renderer_count; i++)
        render(trial, &renderers[i], evaluation, &waivers, &subjects);
    waivers_release(&waivers);
}

void trial_report(struct trial *trial, size_t chunk)
{
    struct evaluation evaluation;
    if (trial->answers.count == 0)
        return;
    const struct cell *cells = copy_cells(trial);
    settle(&trial->settlement, &trial->answers, &trial->criteria, &trial->ratings,
           &trial->decisions, NOWHERE);
    evaluate(&evaluation, &trial->criteria, &trial->answers, AS_OF,
             &(struct evaluation_options){.chunk = chunk,
                                          .ratings = &trial->ratings,
                                          .decisions = &trial->decisions,
                                          .settlement = &trial->settlement});
    render_all(trial, &evaluation);
    evaluation_release(&evaluation);
    unsettle(&trial->settlement, &trial->answers);
    check_cells(trial, cells);
}

void trial_release(struct trial *trial)
{
    struct sink sink;
    const char *reason;
    sink_open_memory(&sink, &trial->arena);
    problems_sort(&trial->problems);
    problems_print(&trial->problems, &sink, (struct problem_style){.excerpts = true});
    check_text(buffer_text(&sink.text));
    sink_finish(&sink, &reason);
    settlement_release(&trial->settlement);
    decisions_release(&trial->decisions);
    ratings_release(&trial->ratings);
    answers_release(&trial->answers);
    problems_release(&trial->problems);
    arena_release(&trial->arena);
}

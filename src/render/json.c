/* The reports of score and explain as JSON. Keys keep the order in which they stand here. */
#include "json.h"

#include <math.h>

#include "json_answer.h"
#include "json_decisions.h"
#include "json_files.h"
#include "json_ratings.h"
#include "json_stamps.h"
#include "shown.h"

/* --- One vendor ---------------------------------------------------------------------------- */

static void standing(struct json_writer *json, const struct evaluation *evaluation,
                     const struct result *result)
{
    json_key(json, "rank");
    json_count_or_null(json, result->rank);
    json_key(json, "tied");
    json_truth(json, result->tied);
    json_key(json, "status");
    json_string(json, vendor_status_words[result->status]);
    json_key(json, "conditional");
    json_truth(json, result->conditional);
    json_key(json, "verdict");
    json_text_or_null(json, verdict_of(evaluation, result));
    json_key_number(json, "score", result->total);
    json_key_number(json, "unrounded", result->unrounded);
    json_key_number(json, "low", result->low);
    json_key_number(json, "high", result->high);
    json_key_number(json, "penalty", result->penalty);
    json_key(json, "asked");
    json_count(json, result->asked);
    json_key(json, "answered");
    json_count(json, result->answered);
}

static void categories(struct json_writer *json, const struct criteria *criteria,
                       const struct card *card)
{
    json_key(json, "categories");
    json_begin_array(json, JSON_LINES);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->dropped)
            continue;
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "id", category->id.text);
        json_key_text(json, "title", category->title);
        json_key_number(json, "weight", category->weight.value);
        json_key_number(json, "share", card->categories[c].share);
        json_key_number(json, "score", card->categories[c].score);
        json_key_number(json, "contribution", card->categories[c].contribution);
        json_end_object(json);
    }
    json_end_array(json);
}

/* What an object of a vendor says beside what every one does. */
enum { WITH_CRITERIA = 1, WITH_RATERS = 2 };

static void criterion(struct json_writer *json, const struct evaluation *evaluation,
                      const struct card *card, uint32_t position, unsigned parts)
{
    const struct criteria *criteria = evaluation->criteria;
    const struct criterion *asked = &criteria->criteria[position];
    const struct card_criterion *shown = &card->criteria[position];
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "id", asked->id.text);
    json_key_text(json, "category", criteria->categories[asked->category].id.text);
    json_key(json, "state");
    json_string(json, state_word(shown->state));
    json_key(json, "answer");
    json_answer(json, evaluation, card->vendor, position);
    json_key_number(json, "points", shown->points);
    json_key_number(json, "weight", asked->weight.value);
    json_key_number(json, "share", shown->share);
    json_key_number(json, "contribution", shown->contribution);
    json_key(json, "evidence");
    json_evidence(json, shown->evidence);
    json_key_number(json, "low", shown->low);
    json_key_number(json, "high", shown->high);
    if (parts & WITH_RATERS) {
        json_key(json, "raters");
        json_ratings(json, evaluation, shown->ratings, shown->rating_count);
    }
    json_end_object(json);
}

static void all_criteria(struct json_writer *json, const struct evaluation *evaluation,
                         const struct card *card, unsigned parts)
{
    const struct criteria *criteria = evaluation->criteria;
    json_key(json, "criteria");
    json_begin_array(json, JSON_LINES);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        if (!criteria->criteria[c].dropped)
            criterion(json, evaluation, card, c, parts);
    }
    json_end_array(json);
}

static void flags(struct json_writer *json, const struct criteria *criteria,
                  const struct card *card)
{
    json_key(json, "flags");
    json_begin_array(json, JSON_LINES);
    for (uint32_t f = 0; f < card->result->flag_count; f++) {
        const struct card_flag *flag = &card->flags[f];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "rule", flag->rule);
        json_key(json, "criterion");
        if (flag->criterion == NOWHERE)
            json_null(json);
        else
            json_text(json, criteria->criteria[flag->criterion].id.text);
        json_key(json, "severity");
        json_string(json, severity_words[flag->severity]);
        json_key_text(json, "message", flag->message);
        json_key_text(json, "advice", flag->advice);
        json_key_number(json, "penalty", flag->penalty);
        json_key(json, "waived");
        json_text_or_null(json, flag->waiver != NULL ? flag->waiver->why : TEXT(""));
        json_end_object(json);
    }
    json_end_array(json);
}

static void unresolved(struct json_writer *json, const struct criteria *criteria,
                       const struct card *card)
{
    json_key(json, "unresolved");
    json_begin_array(json, JSON_LINES);
    for (uint32_t u = 0; u < card->result->unresolved_count; u++) {
        const struct card_unresolved *waiting = &card->unresolved[u];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "rule", waiting->rule->id.text);
        json_key(json, "severity");
        json_string(json, severity_words[waiting->rule->severity]);
        json_key(json, "waiting_for");
        json_begin_array(json, JSON_COMPACT);
        for (size_t c = 0; c < waiting->count; c++)
            json_text(json, criteria->criteria[waiting->waiting_for[c]].id.text);
        json_end_array(json);
        json_end_object(json);
    }
    json_end_array(json);
}

static void empty_array(struct json_writer *json, const char *key)
{
    json_key(json, key);
    json_begin_array(json, JSON_COMPACT);
    json_end_array(json);
}

/* The card is made in `scratch`. */
static void vendor_object(struct json_writer *json, const struct report *report, uint32_t vendor,
                          unsigned parts, struct arena *scratch)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct vendor *from = &evaluation->answers->vendors[vendor];
    struct card card;
    card_make(&card, evaluation, vendor, scratch);
    json_begin_object(json, JSON_LINES);
    json_key_text(json, "id", from->id);
    json_key_text(json, "vendor", from->name);
    json_key_text(json, "file", from->file->name);
    standing(json, evaluation, card.result);
    categories(json, evaluation->criteria, &card);
    if (parts & WITH_CRITERIA)
        all_criteria(json, evaluation, &card, parts);
    flags(json, evaluation->criteria, &card);
    unresolved(json, evaluation->criteria, &card);
    json_decisions(json, "decisions", report, &card);
    json_end_object(json);
}

static void unread_object(struct json_writer *json, const struct report *report,
                          const struct unread_vendor *vendor)
{
    static const char *const numbers[] = {"score",   "unrounded", "low",     "high",
                                          "penalty", "asked",     "answered"};
    json_begin_object(json, JSON_LINES);
    json_key_text(json, "id", vendor->id);
    json_key_text(json, "vendor", vendor->name);
    json_key_text(json, "file", vendor->file->name);
    json_key_number(json, "rank", (double)NAN);
    json_key(json, "tied");
    json_truth(json, false);
    json_key(json, "status");
    json_string(json, vendor_status_words[STATUS_UNREAD]);
    json_key(json, "conditional");
    json_truth(json, false);
    json_key(json, "verdict");
    json_null(json);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        json_key_number(json, numbers[i], (double)NAN);
    empty_array(json, "categories");
    if (!report->no_criteria)
        empty_array(json, "criteria");
    empty_array(json, "flags");
    empty_array(json, "unresolved");
    empty_array(json, "decisions");
    json_end_object(json);
}

/* --- The ranking without the waivers -------------------------------------------------------- */

static void without_waivers(struct json_writer *json, const struct report *report)
{
    const struct evaluation *without = &report->waivers->without;
    if (!waivers_change_anything(report))
        return;
    json_key(json, "without_waivers");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 0; i < without->answers->count; i++) {
        uint32_t vendor = without->order[i];
        const struct result *result = &without->results[vendor];
        if (!shown_without_waivers(report, vendor))
            continue;
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "id", without->answers->vendors[vendor].id);
        json_key(json, "rank");
        json_count_or_null(json, result->rank);
        json_key(json, "status");
        json_string(json, vendor_status_words[result->status]);
        json_key_number(json, "score", result->total);
        json_end_object(json);
    }
    json_end_array(json);
}

/* --- The reports --------------------------------------------------------------------------- */

void json_score(const struct report *report, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    struct json_writer json = {.sink = sink};
    struct arena scratch = {0};
    size_t shown = shown_vendors(report);

    json_begin_object(&json, JSON_LINES);
    json_key(&json, "shortlist");
    json_string(&json, report->version);
    json_files(&json, report);
    json_stamps(&json, report);
    json_key(&json, "vendors");
    json_begin_array(&json, JSON_LINES);
    for (size_t i = 0; i < shown; i++) {
        vendor_object(&json, report, evaluation->order[i], report->no_criteria ? 0 : WITH_CRITERIA,
                      &scratch);
        arena_clear(&scratch);
    }
    for (size_t i = 0; report->top == 0 && i < evaluation->answers->unread_count; i++)
        unread_object(&json, report, &evaluation->answers->unread[i]);
    json_end_array(&json);
    without_waivers(&json, report);
    json_end_object(&json);
    json_finish(&json);
    arena_release(&scratch);
}

void json_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    struct json_writer json = {.sink = sink};
    struct arena scratch = {0};
    vendor_object(&json, report, vendor, report->no_criteria ? 0 : WITH_CRITERIA | WITH_RATERS,
                  &scratch);
    json_finish(&json);
    arena_release(&scratch);
}

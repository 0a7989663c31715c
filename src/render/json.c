/* The reports of score and explain as JSON. Keys keep the order in which they stand here. */
#include "json.h"

#include <math.h>

#include "json_answer.h"
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

static const char *state_word(enum answer_state state)
{
    switch (state) {
    case STATE_ANSWERED:
        return "answered";
    case STATE_NA:
        return "not_applicable";
    case STATE_OPEN:
        break;
    }
    return "open";
}

static void criterion(struct json_writer *json, const struct evaluation *evaluation,
                      const struct card *card, uint32_t position)
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
    json_text_or_null(json, text_from(evidence_words[shown->evidence]));
    json_key_number(json, "low", shown->low);
    json_key_number(json, "high", shown->high);
    json_end_object(json);
}

static void all_criteria(struct json_writer *json, const struct evaluation *evaluation,
                         const struct card *card)
{
    const struct criteria *criteria = evaluation->criteria;
    json_key(json, "criteria");
    json_begin_array(json, JSON_LINES);
    for (uint32_t c = 0; c < criteria->criterion_count; c++) {
        if (!criteria->criteria[c].dropped)
            criterion(json, evaluation, card, c);
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
        json_null(json);
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
                          struct arena *scratch)
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
    if (!report->no_criteria)
        all_criteria(json, evaluation, &card);
    flags(json, evaluation->criteria, &card);
    unresolved(json, evaluation->criteria, &card);
    empty_array(json, "decisions");
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

/* --- The reports --------------------------------------------------------------------------- */

static void file_keys(struct json_writer *json, const struct report_file *file)
{
    json_key_text(json, "file", file->path);
    json_key(json, "sha256");
    json_text_or_null(json, file->sha256 != NULL ? text_from(file->sha256) : TEXT(""));
}

static void files(struct json_writer *json, const struct report *report)
{
    const struct criteria *criteria = report->evaluation->criteria;
    json_key(json, "criteria");
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "title", criteria->title);
    json_key(json, "revision");
    json_text_or_null(json, criteria->revision);
    if (report->file_count > 0)
        file_keys(json, &report->files[0]);
    json_end_object(json);
    json_key(json, "inputs");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 1; i < report->file_count; i++) {
        json_begin_object(json, JSON_COMPACT);
        json_key(json, "role");
        json_string(json, report->files[i].role);
        file_keys(json, &report->files[i]);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_score(const struct report *report, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    struct json_writer json = {.sink = sink};
    struct arena scratch = {0};
    size_t shown = shown_vendors(report);

    json_begin_object(&json, JSON_LINES);
    json_key(&json, "shortlist");
    json_string(&json, report->version);
    files(&json, report);
    json_stamps(&json, report);
    json_key(&json, "vendors");
    json_begin_array(&json, JSON_LINES);
    for (size_t i = 0; i < shown; i++) {
        vendor_object(&json, report, evaluation->order[i], &scratch);
        arena_clear(&scratch);
    }
    for (size_t i = 0; report->top == 0 && i < evaluation->answers->unread_count; i++)
        unread_object(&json, report, &evaluation->answers->unread[i]);
    json_end_array(&json);
    json_end_object(&json);
    json_finish(&json);
    arena_release(&scratch);
}

void json_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    struct json_writer json = {.sink = sink};
    struct arena scratch = {0};
    vendor_object(&json, report, vendor, &scratch);
    json_finish(&json);
    arena_release(&scratch);
}

/* The report of compare as JSON. Keys keep the order in which they stand here. */
#include "json.h"

#include <math.h>

#include "json_answer.h"
#include "json_decisions.h"
#include "json_stamps.h"
#include "shown.h"

static void vendor(struct json_writer *json, const char *key, const struct evaluation *evaluation,
                   const struct card *card)
{
    const struct vendor *from = &evaluation->answers->vendors[card->vendor];
    json_key(json, key);
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "id", from->id);
    json_key_text(json, "vendor", from->name);
    json_key_number(json, "score", card->result->total);
    json_key(json, "rank");
    json_count_or_null(json, card->result->rank);
    json_key(json, "status");
    json_string(json, vendor_status_words[card->result->status]);
    json_key(json, "verdict");
    json_text_or_null(json, verdict_of(evaluation, card->result));
    json_end_object(json);
}

static void categories(struct json_writer *json, const struct criteria *criteria,
                       const struct comparison *comparison)
{
    size_t count = comparison->comparable ? comparison->category_count : 0;
    json_key(json, "categories");
    json_begin_array(json, JSON_LINES);
    for (size_t c = 0; c < count; c++) {
        const struct comparison_category *category = &comparison->categories[c];
        const struct category *asked = &criteria->categories[category->category];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "id", asked->id.text);
        json_key_text(json, "title", asked->title);
        json_key_number(json, "a", category->a);
        json_key_number(json, "b", category->b);
        json_key_number(json, "difference", category->difference);
        json_end_object(json);
    }
    json_end_array(json);
}

static void all_criteria(struct json_writer *json, const struct evaluation *evaluation,
                         const struct comparison *comparison)
{
    const struct criteria *criteria = evaluation->criteria;
    size_t count = comparison->comparable ? comparison->criterion_count : 0;
    json_key(json, "criteria");
    json_begin_array(json, JSON_LINES);
    for (size_t c = 0; c < count; c++) {
        const struct comparison_criterion *criterion = &comparison->criteria[c];
        const struct criterion *asked = &criteria->criteria[criterion->criterion];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "id", asked->id.text);
        json_key_text(json, "category", criteria->categories[asked->category].id.text);
        json_key_number(json, "a", criterion->a);
        json_key_number(json, "b", criterion->b);
        json_key_number(json, "difference", criterion->difference);
        json_key(json, "answer_a");
        json_answer(json, evaluation, comparison->a.vendor, criterion->criterion);
        json_key(json, "answer_b");
        json_answer(json, evaluation, comparison->b.vendor, criterion->criterion);
        json_end_object(json);
    }
    json_end_array(json);
}

/* The other parts of the difference: null where there is none. */
static void terms(struct json_writer *json, const struct comparison *comparison)
{
    const double none = (double)NAN;
    bool any = comparison->comparable;
    json_key_number(json, "penalties", any ? comparison->penalties : none);
    json_key_number(json, "floor", any ? comparison->floor : none);
    json_key_number(json, "rounding", any ? comparison->rounding : none);
}

void json_compare(const struct report *report, const struct comparison *comparison,
                  struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    const uint32_t vendors[] = {comparison->a.vendor, comparison->b.vendor};
    struct json_writer json = {.sink = sink};
    json_begin_object(&json, JSON_LINES);
    json_key(&json, "shortlist");
    json_string(&json, report->version);
    json_stamps_of_vendors(&json, report, vendors, vendors[0] == vendors[1] ? 1 : 2);
    vendor(&json, "a", evaluation, &comparison->a);
    vendor(&json, "b", evaluation, &comparison->b);
    json_key_number(&json, "difference", comparison->difference);
    categories(&json, evaluation->criteria, comparison);
    all_criteria(&json, evaluation, comparison);
    terms(&json, comparison);
    json_decisions(&json, "decisions_a", report, &comparison->a);
    json_decisions(&json, "decisions_b", report, &comparison->b);
    json_end_object(&json);
    json_finish(&json);
}

/* The report of panel as JSON. Keys keep the order in which they stand here. */
#include "json.h"

#include <math.h>

#include "json_files.h"
#include "json_ratings.h"
#include "json_stamps.h"
#include "panel_open.h"
#include "to_decide.h"

static void raters(struct json_writer *json, const struct evaluation *evaluation,
                   const struct panel *panel, const struct panel_open *open)
{
    json_key(json, "raters");
    json_begin_array(json, JSON_LINES);
    for (size_t r = 0; r < panel->rater_count; r++) {
        const struct panel_rater *rater = &panel->raters[r];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "rater", evaluation->ratings->raters[r].name);
        json_key(json, "judged");
        json_count(json, rater->judged);
        json_key(json, "abstained");
        json_count(json, rater->abstained);
        json_key(json, "open");
        json_count(json, open->by_rater[r]);
        json_key(json, "compared");
        json_count(json, rater->compared);
        json_key_number(json, "leniency", rater->leniency);
        json_key(json, "outlier");
        json_count(json, rater->outlier);
        json_key(json, "outlier_of");
        json_count(json, rater->outlier_of);
        json_end_object(json);
    }
    json_end_array(json);
}

/* --- Items ---------------------------------------------------------------------------------- */

static void cell_keys(struct json_writer *json, const struct evaluation *evaluation,
                      uint32_t vendor, uint32_t criterion)
{
    json_key_text(json, "vendor", evaluation->answers->vendors[vendor].id);
    json_key_text(json, "criterion", evaluation->criteria->criteria[criterion].id.text);
}

static void values(struct json_writer *json, const struct evaluation *evaluation,
                   const struct panel_item *item)
{
    size_t count;
    const struct rating *ratings =
        ratings_of(evaluation->ratings, item->vendor, item->criterion, &count);
    json_key(json, "values");
    json_ratings(json, evaluation, ratings, count);
}

static void outlier(struct json_writer *json, const struct evaluation *evaluation,
                    const struct panel_item *item)
{
    json_key(json, "outlier");
    if (item->outlier == NOWHERE)
        json_null(json);
    else
        json_text(json, evaluation->ratings->raters[item->outlier].name);
}

static double decided(const struct panel_item *item)
{
    if (item->decision == NULL || !decision_gives_value(item->decision))
        return (double)NAN;
    return item->decision->cell.value.number;
}

static void items(struct json_writer *json, const struct evaluation *evaluation,
                  const struct panel *panel)
{
    json_key(json, "items");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        json_begin_object(json, JSON_COMPACT);
        cell_keys(json, evaluation, item->vendor, item->criterion);
        values(json, evaluation, item);
        json_key_number(json, "mean", item->rated.mean);
        json_key_number(json, "lowest", item->rated.lowest);
        json_key_number(json, "highest", item->rated.highest);
        json_key_number(json, "spread", item->spread);
        json_key_number(json, "spread_share", item->spread_share);
        json_key_number(json, "share", item->share);
        json_key_number(json, "stakes", item->stakes);
        outlier(json, evaluation, item);
        json_key(json, "disagree");
        json_truth(json, item->disagree);
        json_key_number(json, "decided", decided(item));
        json_end_object(json);
    }
    json_end_array(json);
}

static void moderation(struct json_writer *json, const struct evaluation *evaluation,
                       const struct panel *panel)
{
    json_key(json, "moderation");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 0; i < panel->moderation_count; i++) {
        const struct panel_item *item = &panel->items[panel->moderation[i]];
        json_begin_object(json, JSON_COMPACT);
        cell_keys(json, evaluation, item->vendor, item->criterion);
        json_key_number(json, "stakes", item->stakes);
        json_end_object(json);
    }
    json_end_array(json);
}

static void to_decide(struct json_writer *json, const struct evaluation *evaluation)
{
    struct to_decide decide;
    to_decide_gather(&decide, evaluation);
    json_key(json, "to_decide");
    json_begin_array(json, JSON_LINES);
    for (size_t i = 0; i < decide.count; i++) {
        const struct open_decision *open = &decide.items[i];
        json_begin_object(json, JSON_COMPACT);
        cell_keys(json, evaluation, open->card->vendor, open->flag->criterion);
        json_key_text(json, "flag", open->flag->rule);
        json_key_text(json, "message", open->flag->message);
        json_end_object(json);
    }
    json_end_array(json);
    to_decide_release(&decide);
}

/* --- Agreement and award -------------------------------------------------------------------- */

static const char *meaning_word(enum alpha_meaning meaning)
{
    switch (meaning) {
    case ALPHA_RELIABLE:
        return "reliable";
    case ALPHA_TENTATIVE:
        return "tentative";
    case ALPHA_UNRELIABLE:
        return "unreliable";
    case ALPHA_UNDEFINED:
        break;
    }
    return "undefined";
}

static void agreement(struct json_writer *json, const struct panel *panel)
{
    json_key(json, "agreement");
    json_begin_object(json, JSON_COMPACT);
    json_key_number(json, "alpha_interval", panel->alpha_interval);
    json_key_number(json, "alpha_ordinal", panel->alpha_ordinal);
    json_key(json, "meaning");
    json_string(json, meaning_word(alpha_meaning(panel->alpha_interval)));
    json_key_number(json, "kendall_w", panel->w);
    json_key(json, "kendall_items");
    json_count(json, panel->w_units);
    json_end_object(json);
}

static void winner_keys(struct json_writer *json, const struct evaluation *evaluation,
                        const struct winners *winners)
{
    json_key(json, "vendors");
    json_begin_array(json, JSON_COMPACT);
    for (size_t i = 0; i < winners->count; i++)
        json_text(json, evaluation->answers->vendors[winners->vendors[i]].id);
    json_end_array(json);
    json_key_number(json, "score", winners->total);
    json_key_number(json, "lead", winners->lead);
}

static void award(struct json_writer *json, const struct evaluation *evaluation,
                  const struct panel *panel)
{
    json_key(json, "winner");
    json_begin_object(json, JSON_COMPACT);
    winner_keys(json, evaluation, &panel->winners);
    json_end_object(json);
    json_key(json, "without");
    json_begin_array(json, JSON_LINES);
    for (size_t r = 0; r < panel->rater_count; r++) {
        const struct panel_without *without = &panel->without[r];
        json_begin_object(json, JSON_COMPACT);
        json_key_text(json, "rater", evaluation->ratings->raters[without->rater].name);
        winner_keys(json, evaluation, &without->winners);
        json_key(json, "changes");
        json_truth(json, without->changes);
        json_end_object(json);
    }
    json_end_array(json);
}

void json_panel(const struct report *report, const struct panel *panel, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    struct json_writer json = {.sink = sink};
    struct arena scratch = {0};
    struct panel_open open = panel_open_count(evaluation, panel->rater_count, &scratch);
    json_begin_object(&json, JSON_LINES);
    json_key(&json, "shortlist");
    json_string(&json, report->version);
    json_files(&json, report);
    json_stamps(&json, report);
    raters(&json, evaluation, panel, &open);
    items(&json, evaluation, panel);
    moderation(&json, evaluation, panel);
    to_decide(&json, evaluation);
    agreement(&json, panel);
    award(&json, evaluation, panel);
    json_end_object(&json);
    json_finish(&json);
    arena_release(&scratch);
}

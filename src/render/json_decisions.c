/* What the panel decided, as JSON. Keys keep the order in which they stand here. */
#include "json_decisions.h"

#include "json_answer.h"
#include "shown.h"
#include "shortlist/date.h"

/* Before `before` and `after`; `on` is what the entry is on. */
static void begin_entry(struct json_writer *json, struct text on, const struct decision *decision)
{
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "on", on);
    json_key_text(json, "why", decision->why);
    json_key(json, "before");
}

static void end_entry(struct json_writer *json, const struct decision *decision)
{
    char date[DATE_SIZE];
    json_key(json, "by");
    json_text_or_null(json, decision->by);
    json_key(json, "date");
    if (decision->has_date) {
        date_print(decision->date, date);
        json_string(json, date);
    } else {
        json_null(json);
    }
    json_key(json, "source");
    json_text_or_null(json, decision->source);
    json_end_object(json);
}

static void decided_value(struct json_writer *json, const struct criterion *criterion,
                          const struct decision *decision)
{
    enum answer_state state = mark_state(decision->cell.mark);
    if (state == STATE_OPEN)
        return;
    begin_entry(json, criterion->id.text, decision);
    json_said(json, criterion, &decision->before);
    json_key(json, "after");
    if (state == STATE_NA)
        json_string(json, "not_applicable");
    else
        json_cell(json, criterion, &decision->cell);
    end_entry(json, decision);
}

static void decided_evidence(struct json_writer *json, const struct criterion *criterion,
                             const struct decision *decision, struct arena *arena)
{
    enum evidence_level level = mark_evidence(decision->cell.mark);
    if (level == EVIDENCE_UNSTATED)
        return;
    begin_entry(json, text_format(arena, "%.*s.evidence", TEXT_ARG(criterion->id.text)), decision);
    if (decision->before.mark & MARK_EXPIRED)
        json_string(json, "expired");
    else
        json_evidence(json, mark_evidence(decision->before.mark));
    json_key(json, "after");
    json_evidence(json, level);
    end_entry(json, decision);
}

/* The ranks without the waiver and with it: the same where it had nothing to waive. */
static void waiver(struct json_writer *json, const struct report *report, const struct card *card,
                   const struct decision *decision, struct arena *arena)
{
    const struct waiver_effect *effect = waivers_effect(report->waivers, decision);
    uint32_t rank = card->result->rank;
    begin_entry(json, decided_on(arena, report->evaluation->criteria, decision), decision);
    json_count_or_null(json, effect != NULL ? effect->rank_without : rank);
    json_key(json, "after");
    json_count_or_null(json, rank);
    end_entry(json, decision);
}

static void exclusion(struct json_writer *json, const struct report *report,
                      const struct decision *decision, struct arena *arena)
{
    begin_entry(json, decided_on(arena, report->evaluation->criteria, decision), decision);
    json_null(json);
    json_key(json, "after");
    json_string(json, vendor_status_words[STATUS_EXCLUDED]);
    end_entry(json, decision);
}

void json_decisions(struct json_writer *json, const char *key, const struct report *report,
                    const struct card *card)
{
    const struct criterion *criteria = report->evaluation->criteria->criteria;
    struct arena arena = {0};
    json_key(json, key);
    json_begin_array(json, card->decision_count > 0 ? JSON_LINES : JSON_COMPACT);
    for (size_t d = 0; d < card->decision_count; d++) {
        const struct decision *decision = &card->decisions[d];
        switch (decision->kind) {
        case DECIDED_ANSWER:
            decided_value(json, &criteria[decision->subject], decision);
            decided_evidence(json, &criteria[decision->subject], decision, &arena);
            break;
        case WAIVED_RULE:
        case WAIVED_MINIMUM:
            waiver(json, report, card, decision, &arena);
            break;
        case EXCLUDED_VENDOR:
            exclusion(json, report, decision, &arena);
            break;
        }
    }
    json_end_array(json);
    arena_release(&arena);
}

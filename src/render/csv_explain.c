/* The report of explain as CSV: a row a criterion, then the flags and what else makes the score,
 * what is unresolved, and the decisions. */
#include "csv_reports.h"

#include "sheet_row.h"
#include "shown.h"

enum cell_of_row {
    ID,
    VENDOR,
    ROW,
    CATEGORY,
    CRITERION,
    QUESTION,
    STATE,
    ANSWER,
    UNIT,
    POINTS,
    WEIGHT,
    SHARE,
    CONTRIBUTION,
    LOST,
    LOW,
    HIGH,
    EVIDENCE,
    EXPIRES,
    SOURCE,
    NOTE,
    RATERS,
    RATER_NOTES,
    RULE,
    SEVERITY,
    MESSAGE,
    ADVICE,
    PENALTY,
    WAIVED,
    WAITING_FOR,
    DECIDED,
    BEFORE,
    AFTER,
    WHY,
    BY,
    DATE,
    COLUMNS
};

static const char *const names[COLUMNS] = {
    [ID] = "id",
    [VENDOR] = "vendor",
    [ROW] = "row",
    [CATEGORY] = "category",
    [CRITERION] = "criterion",
    [QUESTION] = "question",
    [STATE] = "state",
    [ANSWER] = "answer",
    [UNIT] = "unit",
    [POINTS] = "points",
    [WEIGHT] = "weight",
    [SHARE] = "share",
    [CONTRIBUTION] = "contribution",
    [LOST] = "lost",
    [LOW] = "low",
    [HIGH] = "high",
    [EVIDENCE] = "evidence",
    [EXPIRES] = "expires",
    [SOURCE] = "source",
    [NOTE] = "note",
    [RATERS] = "raters",
    [RATER_NOTES] = "rater_notes",
    [RULE] = "rule",
    [SEVERITY] = "severity",
    [MESSAGE] = "message",
    [ADVICE] = "advice",
    [PENALTY] = "penalty",
    [WAIVED] = "waived",
    [WAITING_FOR] = "waiting_for",
    [DECIDED] = "decided",
    [BEFORE] = "before",
    [AFTER] = "after",
    [WHY] = "why",
    [BY] = "by",
    [DATE] = "date",
};

/* One vendor and the row that is being filled. */
struct explained {
    const struct report *report;
    const struct evaluation *evaluation;
    const struct criteria *criteria;
    const struct card *card;
    struct sheet_row row;
};

/* What every row says. */
static void begin(struct explained *explained, const char *kind)
{
    const struct vendor *vendor = &explained->evaluation->answers->vendors[explained->card->vendor];
    row_word(&explained->row, ID, vendor->id);
    row_text(&explained->row, VENDOR, vendor->name);
    row_string(&explained->row, ROW, kind);
}

static void name_criterion(struct explained *explained, const struct criterion *criterion)
{
    const struct category *category = &explained->criteria->categories[criterion->category];
    row_word(&explained->row, CATEGORY, category->id.text);
    row_word(&explained->row, CRITERION, criterion->id.text);
}

/* --- Criteria ----------------------------------------------------------------------------- */

/* "Ana: 4 (verified)"; nothing of a rater who only left a note. */
static void add_rater(struct text_buffer *list, const struct explained *explained,
                      const struct criterion *criterion, const struct rating *rating)
{
    enum evidence_level level = mark_evidence(rating->cell.mark);
    struct text said = csv_said(list->arena, criterion, &rating->cell);
    if (mark_state(rating->cell.mark) == STATE_OPEN && level == EVIDENCE_UNSTATED)
        return;
    buffer_add(list, list->len > 0 ? TEXT("; ") : TEXT(""));
    buffer_add(list, explained->evaluation->ratings->raters[rating->rater].name);
    buffer_add(list, TEXT(":"));
    if (mark_state(rating->cell.mark) != STATE_OPEN) {
        buffer_add_char(list, ' ');
        buffer_add(list, said);
    }
    if (level != EVIDENCE_UNSTATED)
        buffer_format(list, " (%s)", evidence_words[level]);
}

static void add_note(struct text_buffer *list, const struct explained *explained,
                     const struct rating *rating)
{
    if (rating->note.len == 0)
        return;
    buffer_add(list, list->len > 0 ? TEXT("; ") : TEXT(""));
    buffer_add(list, explained->evaluation->ratings->raters[rating->rater].name);
    buffer_add(list, TEXT(": "));
    buffer_add(list, rating->note);
}

static void raters(struct explained *explained, const struct criterion *criterion,
                   const struct card_criterion *shown)
{
    struct text_buffer said = {.arena = &explained->row.arena};
    struct text_buffer notes = {.arena = &explained->row.arena};
    for (size_t r = 0; r < shown->rating_count; r++) {
        add_rater(&said, explained, criterion, &shown->ratings[r]);
        add_note(&notes, explained, &shown->ratings[r]);
    }
    row_text(&explained->row, RATERS, buffer_text(&said));
    row_text(&explained->row, RATER_NOTES, buffer_text(&notes));
}

static void statement(struct sheet_row *row, const struct statement *statement)
{
    if (statement == NULL)
        return;
    if (statement->has_expires)
        row_date(row, EXPIRES, statement->expires);
    row_text(row, SOURCE, statement->source);
    row_text(row, NOTE, statement->note);
}

static void criterion_row(struct explained *explained, uint32_t position)
{
    struct sheet_row *row = &explained->row;
    const struct criterion *criterion = &explained->criteria->criteria[position];
    const struct card_criterion *shown = &explained->card->criteria[position];
    const struct cell cell =
        answers_cell(explained->evaluation->answers, explained->card->vendor, position);
    begin(explained, "criterion");
    name_criterion(explained, criterion);
    row_text(row, QUESTION, criterion->ask);
    row_string(row, STATE, state_word(shown->state));
    row_value(row, ANSWER, criterion, &cell);
    row_text(row, UNIT, criterion->unit);
    row_number(row, POINTS, shown->points);
    row_number(row, WEIGHT, criterion->weight.value);
    row_number(row, SHARE, shown->share);
    row_number(row, CONTRIBUTION, shown->contribution);
    row_number(row, LOST, shown->lost);
    row_number(row, LOW, shown->low);
    row_number(row, HIGH, shown->high);
    row_string(row, EVIDENCE, evidence_words[shown->evidence]);
    statement(row, shown->statement);
    raters(explained, criterion, shown);
    row_write(row);
}

/* --- What else makes the score ------------------------------------------------------------ */

static void flag_row(struct explained *explained, const struct card_flag *flag)
{
    struct sheet_row *row = &explained->row;
    begin(explained, "flag");
    if (flag->criterion != NOWHERE)
        name_criterion(explained, &explained->criteria->criteria[flag->criterion]);
    row_word(row, RULE, flag->rule);
    row_string(row, SEVERITY, severity_words[flag->severity]);
    row_text(row, MESSAGE, flag->message);
    row_text(row, ADVICE, flag->advice);
    row_number(row, PENALTY, flag->penalty);
    row_number(row, CONTRIBUTION, flag->waiver == NULL ? -flag->penalty : 0);
    if (flag->waiver != NULL)
        row_text(row, WAIVED, flag->waiver->why);
    row_write(row);
}

static void term_row(struct explained *explained, const char *kind, double contribution)
{
    begin(explained, kind);
    row_number(&explained->row, CONTRIBUTION, contribution);
    row_write(&explained->row);
}

static void unresolved_row(struct explained *explained, const struct card_unresolved *unresolved)
{
    struct sheet_row *row = &explained->row;
    struct text_buffer open = {.arena = &row->arena};
    begin(explained, "unresolved");
    for (size_t c = 0; c < unresolved->count; c++) {
        buffer_add(&open, c > 0 ? TEXT(";") : TEXT(""));
        buffer_add(&open, explained->criteria->criteria[unresolved->waiting_for[c]].id.text);
    }
    row_word(row, RULE, unresolved->rule->id.text);
    row_string(row, SEVERITY, severity_words[unresolved->rule->severity]);
    row_text(row, WAITING_FOR, buffer_text(&open));
    row_write(row);
}

/* --- Decisions ---------------------------------------------------------------------------- */

static void begin_decision(struct explained *explained, const char *decided,
                           const struct decision *decision)
{
    struct sheet_row *row = &explained->row;
    begin(explained, "decision");
    row_string(row, DECIDED, decided);
    row_text(row, WHY, decision->why);
    row_text(row, BY, decision->by);
    row_text(row, SOURCE, decision->source);
    if (decision->has_date)
        row_date(row, DATE, decision->date);
}

static void decided_value(struct explained *explained, const struct decision *decision)
{
    struct sheet_row *row = &explained->row;
    const struct criterion *criterion = &explained->criteria->criteria[decision->subject];
    enum answer_state state = mark_state(decision->cell.mark);
    if (state == STATE_OPEN)
        return;
    begin_decision(explained, "answer", decision);
    name_criterion(explained, criterion);
    row_said(row, BEFORE, criterion, &decision->before);
    if (state == STATE_NA)
        row_string(row, AFTER, state_word(STATE_NA));
    else
        row_value(row, AFTER, criterion, &decision->cell);
    row_write(row);
}

static void decided_evidence(struct explained *explained, const struct decision *decision)
{
    struct sheet_row *row = &explained->row;
    enum evidence_level level = mark_evidence(decision->cell.mark);
    enum evidence_level before = mark_evidence(decision->before.mark);
    bool expired = decision->before.mark & MARK_EXPIRED;
    if (level == EVIDENCE_UNSTATED)
        return;
    begin_decision(explained, "evidence", decision);
    name_criterion(explained, &explained->criteria->criteria[decision->subject]);
    row_string(row, BEFORE, expired ? "expired" : evidence_words[before]);
    row_string(row, AFTER, evidence_words[level]);
    row_write(row);
}

static void rank_cell(struct sheet_row *row, enum cell_of_row column, uint32_t rank)
{
    if (rank > 0)
        row_number(row, column, rank);
}

/* The ranks without the waiver and with it: the same where it had nothing to waive. */
static void waiver_row(struct explained *explained, const struct decision *decision)
{
    struct sheet_row *row = &explained->row;
    const struct waiver_effect *effect = waivers_effect(explained->report->waivers, decision);
    uint32_t rank = explained->card->result->rank;
    begin_decision(explained, "waiver", decision);
    row_word(row, RULE, decided_on(&row->arena, explained->criteria, decision));
    rank_cell(row, BEFORE, effect != NULL ? effect->rank_without : rank);
    rank_cell(row, AFTER, rank);
    row_write(row);
}

static void decision_rows(struct explained *explained, const struct decision *decision)
{
    switch (decision->kind) {
    case DECIDED_ANSWER:
        decided_value(explained, decision);
        decided_evidence(explained, decision);
        break;
    case WAIVED_RULE:
    case WAIVED_MINIMUM:
        waiver_row(explained, decision);
        break;
    case EXCLUDED_VENDOR:
        begin_decision(explained, "exclusion", decision);
        row_string(&explained->row, AFTER, vendor_status_words[STATUS_EXCLUDED]);
        row_write(&explained->row);
        break;
    }
}

/* --- The report --------------------------------------------------------------------------- */

/* Where the criteria have bands: what the vendor comes to. */
static void verdict_row(struct explained *explained)
{
    if (explained->criteria->bands.count == 0)
        return;
    begin(explained, "verdict");
    row_text(&explained->row, ANSWER, verdict_of(explained->evaluation, explained->card->result));
    row_write(&explained->row);
}

static void all_rows(struct explained *explained, const struct comparison *with_itself)
{
    const struct card *card = explained->card;
    for (uint32_t c = 0; c < explained->criteria->criterion_count; c++) {
        if (!explained->criteria->criteria[c].dropped)
            criterion_row(explained, c);
    }
    for (uint32_t f = 0; f < card->result->flag_count; f++)
        flag_row(explained, &card->flags[f]);
    if (with_itself->comparable) {
        term_row(explained, "floor", with_itself->terms_a.floor);
        term_row(explained, "rounding", with_itself->terms_a.rounding);
    }
    verdict_row(explained);
    for (uint32_t u = 0; u < card->result->unresolved_count; u++)
        unresolved_row(explained, &card->unresolved[u]);
    for (size_t d = 0; d < card->decision_count; d++)
        decision_rows(explained, &card->decisions[d]);
}

void csv_explain(const struct report *report, uint32_t vendor, struct sink *sink)
{
    struct csv_writer csv;
    struct comparison with_itself; /* which has the terms of the total */
    struct arena arena = {0};
    struct explained explained = {
        .report = report,
        .evaluation = report->evaluation,
        .criteria = report->evaluation->criteria,
        .card = &with_itself.a,
    };
    compare_vendors(&with_itself, report->evaluation, vendor, vendor, &arena);
    csv_begin(&csv, csv_style_of(report), sink);
    row_begin(&explained.row, &csv, names, COLUMNS);
    all_rows(&explained, &with_itself);
    row_release(&explained.row);
    csv_finish(&csv);
    arena_release(&arena);
}

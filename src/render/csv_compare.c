/* The report of compare as CSV: a row a criterion, and what else the difference is made of. */
#include "csv_reports.h"

#include "sheet_row.h"
#include "shown.h"

enum cell_of_row {
    A,
    B,
    ROW,
    CATEGORY,
    CRITERION,
    QUESTION,
    UNIT,
    WEIGHT,
    STATE_A,
    STATE_B,
    ANSWER_A,
    ANSWER_B,
    EVIDENCE_A,
    EVIDENCE_B,
    POINTS_A,
    POINTS_B,
    CONTRIBUTION_A,
    CONTRIBUTION_B,
    DIFFERENCE,
    COLUMNS
};

static const char *const names[COLUMNS] = {
    [A] = "a",
    [B] = "b",
    [ROW] = "row",
    [CATEGORY] = "category",
    [CRITERION] = "criterion",
    [QUESTION] = "question",
    [UNIT] = "unit",
    [WEIGHT] = "weight",
    [STATE_A] = "state_a",
    [STATE_B] = "state_b",
    [ANSWER_A] = "answer_a",
    [ANSWER_B] = "answer_b",
    [EVIDENCE_A] = "evidence_a",
    [EVIDENCE_B] = "evidence_b",
    [POINTS_A] = "points_a",
    [POINTS_B] = "points_b",
    [CONTRIBUTION_A] = "contribution_a",
    [CONTRIBUTION_B] = "contribution_b",
    [DIFFERENCE] = "difference",
};

/* The two and the row that is being filled. */
struct compared {
    const struct evaluation *evaluation;
    const struct comparison *comparison;
    struct sheet_row row;
};

/* What every row says. */
static void begin(struct compared *compared, const char *kind, double a, double b,
                  double difference)
{
    struct sheet_row *row = &compared->row;
    const struct vendor *vendors = compared->evaluation->answers->vendors;
    row_word(row, A, vendors[compared->comparison->a.vendor].id);
    row_word(row, B, vendors[compared->comparison->b.vendor].id);
    row_string(row, ROW, kind);
    row_number(row, CONTRIBUTION_A, a);
    row_number(row, CONTRIBUTION_B, b);
    row_number(row, DIFFERENCE, difference);
}

/* What one of the two has of a criterion: its columns of B stand one behind those of A. */
static void vendor_cells(struct compared *compared, const struct card *card, uint32_t position,
                         size_t behind)
{
    struct sheet_row *row = &compared->row;
    const struct criterion *criterion = &compared->evaluation->criteria->criteria[position];
    const struct card_criterion *shown = &card->criteria[position];
    const struct cell cell = answers_cell(compared->evaluation->answers, card->vendor, position);
    row_string(row, STATE_A + behind, state_word(shown->state));
    row_value(row, ANSWER_A + behind, criterion, &cell);
    row_string(row, EVIDENCE_A + behind, evidence_words[shown->evidence]);
    row_number(row, POINTS_A + behind, shown->points);
}

static void criterion_row(struct compared *compared, const struct comparison_criterion *found)
{
    struct sheet_row *row = &compared->row;
    const struct criteria *criteria = compared->evaluation->criteria;
    const struct criterion *criterion = &criteria->criteria[found->criterion];
    begin(compared, "criterion", found->a, found->b, found->difference);
    row_word(row, CATEGORY, criteria->categories[criterion->category].id.text);
    row_word(row, CRITERION, criterion->id.text);
    row_text(row, QUESTION, criterion->ask);
    row_text(row, UNIT, criterion->unit);
    row_number(row, WEIGHT, criterion->weight.value);
    vendor_cells(compared, &compared->comparison->a, found->criterion, 0);
    vendor_cells(compared, &compared->comparison->b, found->criterion, 1);
    row_write(row);
}

static void term_row(struct compared *compared, const char *kind, double a, double b,
                     double difference)
{
    begin(compared, kind, a, b, difference);
    row_write(&compared->row);
}

/* Where the criteria have bands: what each of the two comes to. */
static void verdict_row(struct compared *compared)
{
    const struct comparison *comparison = compared->comparison;
    if (compared->evaluation->criteria->bands.count == 0)
        return;
    begin(compared, "verdict", 0, 0, 0); /* every row adds up */
    row_text(&compared->row, ANSWER_A, verdict_of(compared->evaluation, comparison->a.result));
    row_text(&compared->row, ANSWER_B, verdict_of(compared->evaluation, comparison->b.result));
    row_write(&compared->row);
}

static void all_rows(struct compared *compared)
{
    const struct comparison *comparison = compared->comparison;
    const struct comparison_terms *a = &comparison->terms_a;
    const struct comparison_terms *b = &comparison->terms_b;
    for (size_t c = 0; c < comparison->criterion_count; c++)
        criterion_row(compared, &comparison->criteria[c]);
    term_row(compared, "penalties", a->penalty, b->penalty, comparison->penalties);
    term_row(compared, "floor", a->floor, b->floor, comparison->floor);
    term_row(compared, "rounding", a->rounding, b->rounding, comparison->rounding);
    verdict_row(compared);
}

void csv_compare(const struct report *report, const struct comparison *comparison,
                 struct sink *sink)
{
    struct csv_writer csv;
    struct compared compared = {.evaluation = report->evaluation, .comparison = comparison};
    csv_begin(&csv, csv_style_of(report), sink);
    row_begin(&compared.row, &csv, names, COLUMNS);
    if (comparison->comparable)
        all_rows(&compared);
    row_release(&compared.row);
    csv_finish(&csv);
}

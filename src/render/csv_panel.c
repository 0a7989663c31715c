/* The report of panel as CSV: a row a judgement, beside what the raters together make of it. */
#include "csv_reports.h"

#include "sheet_row.h"

enum cell_of_row {
    ID,
    VENDOR,
    CATEGORY,
    CRITERION,
    QUESTION,
    RATER,
    VALUE,
    EVIDENCE,
    NOTE,
    DISTANCE,
    OUTLIER,
    MEAN,
    LOWEST,
    HIGHEST,
    SPREAD,
    SPREAD_SHARE,
    SHARE,
    STAKES,
    DISAGREE,
    DECIDED,
    COLUMNS
};

static const char *const names[COLUMNS] = {
    [ID] = "id",
    [VENDOR] = "vendor",
    [CATEGORY] = "category",
    [CRITERION] = "criterion",
    [QUESTION] = "question",
    [RATER] = "rater",
    [VALUE] = "value",
    [EVIDENCE] = "evidence",
    [NOTE] = "note",
    [DISTANCE] = "distance",
    [OUTLIER] = "outlier",
    [MEAN] = "mean",
    [LOWEST] = "lowest",
    [HIGHEST] = "highest",
    [SPREAD] = "spread",
    [SPREAD_SHARE] = "spread_share",
    [SHARE] = "share",
    [STAKES] = "stakes",
    [DISAGREE] = "disagree",
    [DECIDED] = "decided",
};

static void item_cells(struct sheet_row *row, const struct panel *panel,
                       const struct panel_item *item)
{
    const struct evaluation *evaluation = panel->evaluation;
    const struct vendor *vendor = &evaluation->answers->vendors[item->vendor];
    const struct criterion *criterion = &evaluation->criteria->criteria[item->criterion];
    row_word(row, ID, vendor->id);
    row_text(row, VENDOR, vendor->name);
    row_word(row, CATEGORY, evaluation->criteria->categories[criterion->category].id.text);
    row_word(row, CRITERION, criterion->id.text);
    row_text(row, QUESTION, criterion->ask);
    row_number(row, MEAN, item->rated.mean);
    row_number(row, LOWEST, item->rated.lowest);
    row_number(row, HIGHEST, item->rated.highest);
    row_number(row, SPREAD, item->spread);
    row_number(row, SPREAD_SHARE, item->spread_share);
    row_number(row, SHARE, item->share);
    row_number(row, STAKES, item->stakes);
    row_truth(row, DISAGREE, item->disagree);
    if (item->decision != NULL)
        row_value(row, DECIDED, criterion, &item->decision->cell);
}

static void judgement_row(struct sheet_row *row, const struct panel *panel,
                          const struct panel_item *item, const struct rating *rating)
{
    const struct evaluation *evaluation = panel->evaluation;
    item_cells(row, panel, item);
    row_text(row, RATER, evaluation->ratings->raters[rating->rater].name);
    row_said(row, VALUE, &evaluation->criteria->criteria[item->criterion], &rating->cell);
    row_string(row, EVIDENCE, evidence_words[mark_evidence(rating->cell.mark)]);
    row_text(row, NOTE, rating->note);
    row_number(row, DISTANCE, panel_distance(panel, item, rating->rater));
    row_truth(row, OUTLIER, item->outlier == rating->rater);
    row_write(row);
}

void csv_panel(const struct report *report, const struct panel *panel, struct sink *sink)
{
    struct csv_writer csv;
    struct sheet_row row;
    csv_begin(&csv, csv_style_of(report), sink);
    row_begin(&row, &csv, names, COLUMNS);
    for (size_t i = 0; i < panel->item_count; i++) {
        const struct panel_item *item = &panel->items[i];
        size_t count;
        const struct rating *ratings =
            ratings_of(panel->evaluation->ratings, item->vendor, item->criterion, &count);
        for (size_t r = 0; r < count; r++)
            judgement_row(&row, panel, item, &ratings[r]);
    }
    row_release(&row);
    csv_finish(&csv);
}

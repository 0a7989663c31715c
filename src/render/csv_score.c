/* The report of score as CSV: a row a vendor, in one pass over the order of the report. */
#include "csv_reports.h"

#include "csv_writer.h"
#include "shown.h"

/* The first columns of a row; the categories follow, then the findings. */
static const char *const standing_names[] = {"rank",  "id",  "vendor", "status",
                                             "score", "low", "high"};
static const char *const finding_names[] = {"notes",     "warnings",   "criticals",
                                            "knockouts", "unresolved", "flags"};
static const char verdict_name[] = "verdict";
static const char waived_name[] = "waived";

enum { STANDING_NAMES = sizeof standing_names / sizeof *standing_names };
enum { FINDING_NAMES = sizeof finding_names / sizeof *finding_names };

/* What stays the same from row to row. */
struct sheet {
    struct csv_writer csv;
    const struct evaluation *evaluation;
    const struct criteria *criteria;
    struct progress *progress;
    bool verdicts;                /* has the column */
    bool waivers;                 /* has the column */
    struct vendor_points *points; /* NULL without --wide */
    double *points_read;          /* [criterion] */
    struct text statuses[STATUS_UNREAD + 1];
    struct text flags[FLAG_KINDS]; /* the ids of the built-in ones */
    struct text *minimums;         /* [category]: the ids of their flags */
    struct arena arena;
};

static bool has_waivers(const struct decisions *decisions)
{
    for (size_t d = 0; decisions != NULL && d < decisions->count; d++) {
        enum decision_kind kind = decisions->items[d].kind;
        if (kind == WAIVED_RULE || kind == WAIVED_MINIMUM)
            return true;
    }
    return false;
}

static void sheet_open(struct sheet *sheet, const struct report *report, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    const struct criteria *criteria = evaluation->criteria;
    csv_begin(&sheet->csv, csv_style_of(report), sink);
    sheet->evaluation = evaluation;
    sheet->criteria = criteria;
    sheet->progress = report->progress;
    sheet->verdicts = criteria->bands.count > 0;
    sheet->waivers = has_waivers(evaluation->decisions);
    sheet->points = report->wide ? vendor_points_open(evaluation) : NULL;
    sheet->arena = (struct arena){0};
    sheet->points_read = arena_array(&sheet->arena, double, criteria->criterion_count);
    sheet->minimums = arena_array(&sheet->arena, struct text, criteria->category_count);
    for (int status = 0; status <= STATUS_UNREAD; status++)
        sheet->statuses[status] = text_from(vendor_status_words[status]);
    for (int kind = 0; kind < FLAG_KINDS; kind++)
        sheet->flags[kind] = text_from(flag_ids[kind]);
    for (size_t c = 0; c < criteria->category_count; c++)
        sheet->minimums[c] = text_format(&sheet->arena, "%.*s%.*s", TEXT_ARG(minimum_prefix),
                                         TEXT_ARG(criteria->categories[c].id.text));
}

static void sheet_close(struct sheet *sheet)
{
    csv_finish(&sheet->csv);
    if (sheet->points != NULL)
        vendor_points_close(sheet->points);
    arena_release(&sheet->arena);
}

/* --- The header --------------------------------------------------------------------------- */

static bool is_among(struct text id, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (text_equal(id, text_from(names[i])))
            return true;
    }
    return false;
}

static bool is_own_name(struct text name)
{
    return is_among(name, standing_names, STANDING_NAMES) ||
           is_among(name, finding_names, FINDING_NAMES) ||
           text_equal(name, text_from(verdict_name)) || text_equal(name, text_from(waived_name));
}

/* The column of a category or criterion is called by its id, with `behind` where a column of every
 * sheet is called so. */
static void name_column(struct sheet *sheet, struct text id, const char *behind)
{
    const struct criteria *criteria = sheet->criteria;
    struct text name = id;
    if (is_own_name(id)) {
        name = text_format(&sheet->arena, "%.*s%s", TEXT_ARG(id), behind);
        while (criteria_category(criteria, name) != NULL ||
               criteria_criterion(criteria, name) != NULL)
            name = text_format(&sheet->arena, "%.*s_", TEXT_ARG(name));
    }
    csv_word(&sheet->csv, name);
}

static void name_columns(struct sheet *sheet, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        csv_word(&sheet->csv, text_from(names[i]));
}

static void header(struct sheet *sheet)
{
    const struct criteria *criteria = sheet->criteria;
    name_columns(sheet, standing_names, STANDING_NAMES);
    for (size_t c = 0; c < criteria->category_count; c++) {
        if (!criteria->categories[c].dropped)
            name_column(sheet, criteria->categories[c].id.text, "_score");
    }
    name_columns(sheet, finding_names, FINDING_NAMES);
    if (sheet->verdicts)
        csv_word(&sheet->csv, text_from(verdict_name));
    if (sheet->waivers)
        csv_word(&sheet->csv, text_from(waived_name));
    for (size_t c = 0; sheet->points != NULL && c < criteria->criterion_count; c++) {
        if (!criteria->criteria[c].dropped)
            name_column(sheet, criteria->criteria[c].id.text, "_points");
    }
    csv_end_row(&sheet->csv);
}

/* --- A row -------------------------------------------------------------------------------- */

static struct text flag_id(const struct sheet *sheet, const struct flag *flag)
{
    if (flag->kind == FLAG_RULE)
        return sheet->criteria->rules[flag->subject].id.text;
    if (flag->kind == FLAG_MINIMUM)
        return sheet->minimums[flag->subject];
    return sheet->flags[flag->kind];
}

/* The ids of the flags that are waived, or of those that are not: `count` of them. */
static void flags(struct sheet *sheet, const struct result *result, bool waived, size_t count)
{
    csv_begin_list(&sheet->csv, count);
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &sheet->evaluation->flags[result->first_flag + f];
        if (flag->waived == waived)
            csv_item(&sheet->csv, flag_id(sheet, flag));
    }
    csv_end_list(&sheet->csv);
}

/* How many of its flags of each severity are waived, or are not; returns how many in all. */
static size_t count_flags(const struct sheet *sheet, const struct result *result, bool waived,
                          size_t counts[SEVERITIES])
{
    size_t all = 0;
    for (uint32_t f = 0; f < result->flag_count; f++) {
        const struct flag *flag = &sheet->evaluation->flags[result->first_flag + f];
        counts[flag->severity] += flag->waived == waived;
        all += flag->waived == waived;
    }
    return all;
}

static void findings(struct sheet *sheet, const struct result *result)
{
    size_t counts[SEVERITIES] = {0};
    size_t all = count_flags(sheet, result, false, counts);
    for (size_t severity = 0; severity < SEVERITIES; severity++)
        csv_count(&sheet->csv, counts[severity]);
    csv_count(&sheet->csv, result->unresolved_count);
    flags(sheet, result, false, all);
}

static void waived_flags(struct sheet *sheet, const struct result *result)
{
    size_t counts[SEVERITIES] = {0};
    flags(sheet, result, true, count_flags(sheet, result, true, counts));
}

static void standing(struct sheet *sheet, uint32_t vendor, const struct result *result)
{
    struct csv_writer *csv = &sheet->csv;
    const struct vendor *from = &sheet->evaluation->answers->vendors[vendor];
    if (result->rank > 0)
        csv_count(csv, result->rank);
    else
        csv_empty(csv, 1);
    csv_word(csv, from->id);
    csv_text(csv, from->name);
    csv_word(csv, sheet->statuses[result->status]);
    csv_number(csv, result->total);
    csv_number(csv, result->low);
    csv_number(csv, result->high);
}

static void category_scores(struct sheet *sheet, uint32_t vendor)
{
    size_t count = sheet->criteria->category_count;
    const double *scores = sheet->evaluation->category_scores + vendor * count;
    for (size_t c = 0; c < count; c++) {
        if (!sheet->criteria->categories[c].dropped)
            csv_number(&sheet->csv, scores[c]);
    }
}

static void points(struct sheet *sheet, uint32_t vendor)
{
    vendor_points_read(sheet->points, vendor, sheet->points_read);
    for (size_t c = 0; c < sheet->criteria->criterion_count; c++) {
        if (!sheet->criteria->criteria[c].dropped)
            csv_number(&sheet->csv, sheet->points_read[c]);
    }
}

static void vendor_row(struct sheet *sheet, uint32_t vendor)
{
    const struct result *result = &sheet->evaluation->results[vendor];
    standing(sheet, vendor, result);
    category_scores(sheet, vendor);
    if (result->status == STATUS_EXCLUDED)
        csv_empty(&sheet->csv, FINDING_NAMES);
    else
        findings(sheet, result);
    if (sheet->verdicts)
        csv_text(&sheet->csv, verdict_of(sheet->evaluation, result));
    if (sheet->waivers)
        waived_flags(sheet, result);
    if (sheet->points != NULL)
        points(sheet, vendor);
    csv_end_row(&sheet->csv);
}

static size_t behind_the_status(const struct sheet *sheet)
{
    size_t cells = STANDING_NAMES - 4; /* rank, id, vendor, status */
    cells += (size_t)FINDING_NAMES + sheet->verdicts + sheet->waivers;
    for (size_t c = 0; c < sheet->criteria->category_count; c++)
        cells += !sheet->criteria->categories[c].dropped;
    for (size_t c = 0; sheet->points != NULL && c < sheet->criteria->criterion_count; c++)
        cells += !sheet->criteria->criteria[c].dropped;
    return cells;
}

static void unread_row(struct sheet *sheet, const struct unread_vendor *vendor)
{
    csv_empty(&sheet->csv, 1);
    csv_text(&sheet->csv, vendor->id);
    csv_text(&sheet->csv, vendor->name);
    csv_word(&sheet->csv, sheet->statuses[STATUS_UNREAD]);
    csv_empty(&sheet->csv, behind_the_status(sheet));
    csv_end_row(&sheet->csv);
}

/* --- Fetching ----------------------------------------------------------------------------- */

/* In order of rank the vendors lie all over the memory, and waiting for it would cost more than the
 * printing: what the rows to come need is asked for while others are written. */
enum { FETCH_RESULTS = 16, FETCH_FINDINGS = 8 }; /* rows ahead */

enum { CACHE_LINE = 64 };

static void fetch(const void *from, size_t size)
{
    const char *bytes = from;
    for (size_t at = 0; at < size; at += CACHE_LINE)
        __builtin_prefetch(bytes + at);
    if (size > 0)
        __builtin_prefetch(bytes + size - 1);
    /* gcc leaves out calls of what does nothing but this. */
    __asm__ volatile("");
}

static void fetch_result(const struct sheet *sheet, uint32_t vendor)
{
    const struct evaluation *evaluation = sheet->evaluation;
    size_t categories = sheet->criteria->category_count;
    fetch(&evaluation->results[vendor], sizeof *evaluation->results);
    fetch(&evaluation->category_scores[vendor * categories],
          categories * sizeof *evaluation->category_scores);
    fetch(&evaluation->answers->vendors[vendor], sizeof *evaluation->answers->vendors);
}

static void fetch_findings(const struct sheet *sheet, uint32_t vendor)
{
    const struct evaluation *evaluation = sheet->evaluation;
    const struct result *result = &evaluation->results[vendor];
    const struct vendor *from = &evaluation->answers->vendors[vendor];
    if (result->flag_count > 0)
        fetch(&evaluation->flags[result->first_flag],
              result->flag_count * sizeof *evaluation->flags);
    fetch(from->id.ptr, from->id.len);
    fetch(from->name.ptr, from->name.len);
}

static void vendor_rows(struct sheet *sheet, size_t shown)
{
    enum { TOLD_EVERY = 1024 };
    const uint32_t *order = sheet->evaluation->order;
    for (size_t i = 0; i < shown; i++) {
        if (i % TOLD_EVERY == 0)
            progress_tell(sheet->progress, "writing", i, shown);
        if (i + FETCH_RESULTS < shown)
            fetch_result(sheet, order[i + FETCH_RESULTS]);
        if (i + FETCH_FINDINGS < shown)
            fetch_findings(sheet, order[i + FETCH_FINDINGS]);
        vendor_row(sheet, order[i]);
    }
}

/* --- The report --------------------------------------------------------------------------- */

void csv_score(const struct report *report, struct sink *sink)
{
    const struct evaluation *evaluation = report->evaluation;
    size_t shown = shown_vendors(report);
    struct sheet sheet;
    sheet_open(&sheet, report, sink);
    header(&sheet);
    vendor_rows(&sheet, shown);
    for (size_t i = 0; report->top == 0 && i < evaluation->answers->unread_count; i++)
        unread_row(&sheet, &evaluation->answers->unread[i]);
    sheet_close(&sheet);
}

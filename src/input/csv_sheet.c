/* Tables that people fill in. */
#include "csv_sheet.h"

#include "shortlist/criteria.h"
#include "tree.h"
#include "values.h"

bool sheet_read(struct csv_table *sheet, struct source *source, char delimiter, struct arena *arena,
                struct problems *problems)
{
    if (source->bytes.len > DOCUMENT_LIMIT) {
        problem_add(problems, PROBLEM_TOO_LARGE, source_whole(source),
                    "the sheet is larger than 10 MiB");
        return false;
    }
    if (!csv_table_read(sheet, source, delimiter, arena, problems))
        return false;
    if (sheet->count <= NODE_LIMIT / 2)
        return true;
    problem_add(problems, PROBLEM_TOO_LARGE, source_whole(source),
                "the sheet has more than 100,000 rows");
    return false;
}

struct text sheet_cell(const struct csv_table *sheet, const struct csv_row *row, size_t column)
{
    return column < sheet->header.count ? trim_space(row->cells[column]) : TEXT("");
}

bool sheet_is_open(const struct csv_table *sheet, const struct csv_row *row, size_t column)
{
    return is_open_word(sheet_cell(sheet, row, column));
}

struct place sheet_place(const struct csv_table *sheet, const struct csv_row *row, size_t column)
{
    return csv_cell_place(sheet->source, sheet->header.delimiter, row, column);
}

/* Bytes as a CSV file of the layout that its header has, to fixed criteria; for a table of ratings,
 * to fixed answers. */
#include "support.h"

#include "../../src/input/buyer.h"
#include "../../src/input/csv_layouts.h"

static enum csv_layout tell_layout(struct trial *trial, const struct source *source)
{
    struct csv_header header = {0};
    enum csv_layout layout = CSV_UNKNOWN;
    bool has_header = csv_header_read(source, 0, &trial->arena, &header);
    if (has_header)
        layout = csv_layout_of(&header);
    if (has_header && layout == CSV_UNKNOWN)
        refuse_layout(&trial->problems, source, &header, 0);
    return layout;
}

static void read_csv_answers(struct trial *trial, enum csv_layout layout)
{
    struct answer_reader reader;
    const size_t *errors = &trial->problems.totals[PROBLEM_ERROR];
    answers_init(&trial->answers, &trial->criteria);
    answer_reader_begin(&reader, &trial->criteria, &trial->answers, AS_OF, &trial->problems);
    if (layout == CSV_QUESTIONNAIRE)
        read_questionnaire(&reader, &trial->answers_source, 0);
    else
        read_answers_table(&reader, &trial->answers_source, 0);
    answer_reader_end(&reader);
    answers_sort(&trial->answers);
    must(*errors == 0 || layout == CSV_ANSWERS_TABLE || trial->answers.unread_count == 1,
         "a questionnaire with errors is an unread vendor");
    if (refuse_two_vendors(&trial->answers, &trial->problems))
        answers_sort(&trial->answers);
}

/* False when there were errors. */
static bool read_csv_ratings(struct trial *trial, struct source *source)
{
    struct buyer_reader reader;
    const size_t *errors = &trial->problems.totals[PROBLEM_ERROR];
    const size_t errors_before = *errors;
    trial_read_answers(trial, text_from(fixed_vendors));
    buyer_reader_begin(&reader, &trial->criteria, &trial->answers, true, &trial->problems);
    read_ratings_table(&reader, source, 0, &trial->ratings);
    buyer_reader_end(&reader);
    const struct text zoe = text_from(fixed_ratings);
    return trial_read_buyer(trial, &zoe, 1, text_from(fixed_decisions)) && *errors == errors_before;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct trial trial = {0};
    struct source source = {.name = TEXT("acme.csv"), .bytes = text_of_bytes(bytes, size)};
    must(trial_read_criteria(&trial, text_from(fixed_criteria)) && trial_link(&trial),
         "the fixed criteria are without errors");
    const enum csv_layout layout = tell_layout(&trial, &source);
    trial.answers_source = source;
    if (layout == CSV_RATINGS_TABLE) {
        if (read_csv_ratings(&trial, &source))
            trial_report(&trial, 0);
    } else if (layout != CSV_UNKNOWN) {
        read_csv_answers(&trial, layout);
        trial_report(&trial, 0);
    }
    trial_release(&trial);
    return 0;
}

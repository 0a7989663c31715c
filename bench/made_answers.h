/* Makes vendors that do not exist as columns in memory, for the programs that judge them there. */
#ifndef BENCH_MADE_ANSWERS_H
#define BENCH_MADE_ANSWERS_H

#include <inttypes.h>
#include <stdio.h>

#include "random.h"
#include "shortlist/answers.h"
#include "write_value.h"

static inline uint8_t random_mark(const struct criterion *criterion, struct random *random)
{
    if (random_one_in(random, 20))
        return STATE_OPEN;
    unsigned mark = STATE_ANSWERED;
    if (criterion->proof) {
        mark |= (unsigned)random_below(random, EVIDENCE_DOCUMENTED + 1) << MARK_EVIDENCE_SHIFT;
        mark |= random_one_in(random, 10) ? MARK_EXPIRED : 0u;
    }
    return (uint8_t)mark;
}

static inline void fill_cell(struct column *column, const struct criterion *criterion,
                             size_t vendor, int32_t as_of, struct random *random)
{
    size_t options = criterion->options.count;
    switch (column->type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        column->numbers[vendor] = draw_number(criterion, random);
        break;
    case TYPE_DATE:
        column->days[vendor] = as_of - 730 + (int32_t)random_below(random, 1460);
        break;
    case TYPE_YES_NO:
        column->options[vendor] = (uint8_t)random_below(random, 2);
        break;
    case TYPE_CHOICE:
        column->options[vendor] = (uint8_t)random_below(random, options);
        break;
    case TYPE_SET:
        column->sets[vendor] = random_bits(random) >> (OPTIONS_LIMIT - options);
        break;
    case TYPE_TEXT:
        column->texts[vendor] = TEXT("as agreed");
        break;
    case ANSWER_TYPES:
        break;
    }
}

/* Draws legal answers of `count` vendors to every question that vendors are asked, one in twenty
 * open. The caller releases the answers. */
static inline void make_answers(struct answers *answers, const struct criteria *criteria,
                                uint32_t count, int32_t as_of)
{
    struct random random = random_from(1);
    answers_init(answers, criteria);
    for (uint32_t v = 0; v < count; v++) {
        char id[32];
        snprintf(id, sizeof(id), VENDOR_ID, v);
        struct vendor vendor = {.id = text_from(id), .name = text_from(id)};
        answers_add_vendor(answers, &vendor);
        for (size_t c = 0; c < criteria->criterion_count; c++) {
            const struct criterion *criterion = &criteria->criteria[c];
            if (criterion->by != BY_VENDOR)
                continue;
            answers->columns[c].marks[v] = random_mark(criterion, &random);
            fill_cell(&answers->columns[c], criterion, v, as_of, &random);
        }
    }
}

#endif

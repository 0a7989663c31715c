/* The checks of answers, a row each. */
#include "answers_review.h"

static const struct {
    enum problem_code code;
    void (*check)(struct answers_review *review);
} checks[] = {
    {PROBLEM_OPEN_ANSWERS, check_open_answers},
    {PROBLEM_SAME_ANSWERS, check_same_answers},
    {PROBLEM_SAME_TEXT, check_same_texts},
    {PROBLEM_EXPIRED_EVIDENCE, check_expired_evidence},
    {PROBLEM_OUTLYING_NUMBER, check_outlying_numbers},
    {PROBLEM_NO_DIFFERENCE, check_differences},
};

bool vendor_excluded(const struct answers_review *review, uint32_t vendor)
{
    return review->evaluation->results[vendor].status == STATUS_EXCLUDED;
}

struct place vendor_place(const struct answers_review *review, uint32_t vendor)
{
    const struct vendor *found = &review->answers->vendors[vendor];
    return (struct place){found->file, found->line, found->column, found->line, found->column, 0};
}

bool vendors_answer(const struct criterion *criterion)
{
    return criterion->by == BY_VENDOR && !criterion->dropped;
}

void check_answers(const struct evaluation *evaluation, struct problems *problems)
{
    struct answers_review review = {
        .evaluation = evaluation,
        .criteria = evaluation->criteria,
        .answers = evaluation->answers,
        .problems = problems,
    };
    review.copied = arena_array(&review.arena, uint8_t, evaluation->answers->count);
    for (size_t c = 0; c < sizeof checks / sizeof *checks; c++) {
        review.code = checks[c].code;
        checks[c].check(&review);
        arena_clear(&review.scratch);
    }
    arena_release(&review.scratch);
    arena_release(&review.arena);
}

bool check_is_of_answers(enum problem_code code)
{
    for (size_t c = 0; c < sizeof checks / sizeof *checks; c++) {
        if (checks[c].code == code)
            return true;
    }
    return false;
}

/* What single vendors leave open, and evidence of theirs that has expired. */
#include "answers_review.h"
#include "ids.h"
#include "shares.h"
#include "shortlist/date.h"

void check_open_answers(struct answers_review *review)
{
    for (uint32_t v = 0; v < review->answers->count; v++) {
        size_t asked = review->evaluation->results[v].asked;
        uint32_t *open;
        char share[SHARE_SIZE];
        if (vendor_excluded(review, v) || asked == 0)
            continue;
        size_t count = open_questions(review->evaluation, v, &open, &review->scratch);
        arena_clear(&review->scratch);
        if (3 * count <= asked)
            continue;
        problem_add(review->problems, review->code, vendor_place(review, v),
                    "`%.*s` leaves %zu of %zu questions open (%s)",
                    TEXT_ARG(review->answers->vendors[v].id), count, asked,
                    share_print((double)count / (double)asked, share));
        problem_hint(review->problems, "`shortlist template` writes the questions: ask for the "
                                       "rest before the vendors are compared");
    }
}

static void add_expired(struct ids *ids, const struct answers_review *review, uint32_t vendor,
                        uint32_t criterion)
{
    struct text id = review->criteria->criteria[criterion].id.text;
    const struct statement *statement = answers_statement(review->answers, vendor, criterion);
    char date[DATE_SIZE];
    if (statement == NULL || !statement->has_expires) {
        ids_add(ids, id);
        return;
    }
    date_print(statement->expires, date);
    ids_add_with(ids, id, date);
}

void check_expired_evidence(struct answers_review *review)
{
    const struct evaluation *evaluation = review->evaluation;
    for (uint32_t v = 0; v < review->answers->count; v++) {
        const struct result *result = &evaluation->results[v];
        struct ids ids = {.list = {.arena = &review->scratch}};
        for (uint32_t f = 0; f < result->flag_count; f++) {
            const struct flag *flag = &evaluation->flags[result->first_flag + f];
            if (flag->kind == FLAG_EXPIRED)
                add_expired(&ids, review, v, flag->subject);
        }
        if (ids.count == 0)
            continue;
        problem_add(review->problems, review->code, vendor_place(review, v),
                    "evidence of `%.*s` has expired: %.*s",
                    TEXT_ARG(review->answers->vendors[v].id), TEXT_ARG(ids_text(&ids)));
        problem_hint(review->problems, "ask for the renewed document, with its new date");
        arena_clear(&review->scratch);
    }
}

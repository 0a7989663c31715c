/* What raters said as JSON. */
#include "json_ratings.h"

#include "json_answer.h"

static void word(struct json_writer *json, const struct evaluation *evaluation,
                 const struct rating *rating)
{
    enum evidence_level level = mark_evidence(rating->cell.mark);
    json_begin_object(json, JSON_COMPACT);
    json_key_text(json, "rater", evaluation->ratings->raters[rating->rater].name);
    json_key(json, "value");
    json_said(json, &evaluation->criteria->criteria[rating->criterion], &rating->cell);
    json_key(json, "note");
    json_text_or_null(json, rating->note);
    if (level != EVIDENCE_UNSTATED) {
        json_key(json, "evidence");
        json_evidence(json, level);
    }
    json_end_object(json);
}

void json_ratings(struct json_writer *json, const struct evaluation *evaluation,
                  const struct rating *ratings, size_t count)
{
    json_begin_array(json, JSON_COMPACT);
    for (size_t r = 0; r < count; r++)
        word(json, evaluation, &ratings[r]);
    json_end_array(json);
}

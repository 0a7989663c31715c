/* The flags that every set of criteria has. */
#include "shortlist/flags.h"

const char *const flag_ids[FLAG_KINDS] = {
    [FLAG_RULE] = "",
    [FLAG_MINIMUM] = "",
    [FLAG_EXPIRED] = "expired_evidence",
    [FLAG_CONFLICT] = "raters_conflict",
    [FLAG_DISPUTED] = "answer_disputed",
    [FLAG_DISAGREE] = "raters_disagree",
    [FLAG_NA_CLAIMED] = "not_applicable_claimed",
};

const enum severity flag_severities[FLAG_KINDS] = {
    [FLAG_MINIMUM] = SEVERITY_KNOCKOUT, [FLAG_EXPIRED] = SEVERITY_WARNING,
    [FLAG_CONFLICT] = SEVERITY_WARNING, [FLAG_DISPUTED] = SEVERITY_WARNING,
    [FLAG_DISAGREE] = SEVERITY_NOTE,    [FLAG_NA_CLAIMED] = SEVERITY_NOTE,
};

const struct text minimum_prefix = {"minimum_", 8};

enum flag_kind flag_built_in_find(struct text id)
{
    for (int kind = FLAG_MINIMUM + 1; kind < FLAG_KINDS; kind++) {
        if (text_equal(id, text_from(flag_ids[kind])))
            return (enum flag_kind)kind;
    }
    return FLAG_KINDS;
}

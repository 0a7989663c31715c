/*
 * The model of what the buyer asks: the words the files use, lookups by id, and what an id may be.
 */
#include "shortlist/criteria.h"

const char *const answer_type_words[ANSWER_TYPES + 1] = {
    "yes_no", "choice", "set", "number", "rating", "date", "text", NULL,
};

const char *const need_type_names[] = {
    "a number", "yes or no", "a date", "a text", "a list of words",
};

const char *const severity_words[SEVERITIES + 1] = {
    "note", "warning", "critical", "knockout", NULL,
};

static struct option yes_no_items[] = {
    {.id = {"no", 2}, .label = {"no", 2}},
    {.id = {"yes", 3}, .label = {"yes", 3}},
};

const struct options yes_no_options = {.items = yes_no_items, .count = 2};

/* --- Options ------------------------------------------------------------------------------ */

/* At most 64 of them: a scan is as fast as any index. */
uint8_t options_find(const struct options *options, struct text id)
{
    for (size_t i = 0; i < options->count; i++) {
        if (text_equal(options->items[i].id, id))
            return (uint8_t)i;
    }
    return NO_OPTION;
}

uint8_t options_find_label(const struct options *options, struct text label)
{
    for (size_t i = 0; i < options->count; i++) {
        if (text_equal_fold(options->items[i].label, label))
            return (uint8_t)i;
    }
    return NO_OPTION;
}

struct text options_nearest(const struct options *options, struct text word)
{
    struct nearest nearest = {.word = word};
    uint8_t labelled = options_find_label(options, word);
    if (labelled != NO_OPTION)
        return options->items[labelled].id;
    for (size_t i = 0; i < options->count; i++)
        nearest_offer(&nearest, options->items[i].id);
    return nearest.best;
}

int truth_parse(struct text text)
{
    if (text_equal_fold(text, TEXT("yes")) || text_equal_fold(text, TEXT("true")))
        return 1;
    if (text_equal_fold(text, TEXT("no")) || text_equal_fold(text, TEXT("false")))
        return 0;
    return -1;
}

bool is_open_word(struct text text)
{
    return text.len == 0 || text_equal(text, TEXT("~")) || text_equal_fold(text, TEXT("null"));
}

/* --- Score forms -------------------------------------------------------------------------- */

static bool end_asks_cohort(const struct score_end *end)
{
    return end->kind == END_LOWEST || end->kind == END_HIGHEST;
}

bool score_asks_cohort(const struct score *score)
{
    return score->form == FORM_BEST_WORST &&
           (end_asks_cohort(&score->best) || end_asks_cohort(&score->worst));
}

/* --- Lookups ------------------------------------------------------------------------------ */

struct need *criteria_need(const struct criteria *criteria, struct text id)
{
    uint32_t position;
    return names_find(&criteria->need_names, id, &position) ? &criteria->needs[position] : NULL;
}

struct category *criteria_category(const struct criteria *criteria, struct text id)
{
    uint32_t position;
    return names_find(&criteria->category_names, id, &position) ? &criteria->categories[position]
                                                                : NULL;
}

struct criterion *criteria_criterion(const struct criteria *criteria, struct text id)
{
    uint32_t position;
    return names_find(&criteria->criterion_names, id, &position) ? &criteria->criteria[position]
                                                                 : NULL;
}

enum missing criterion_missing(const struct criteria *criteria, const struct criterion *criterion)
{
    if (criterion->missing != MISSING_UNSTATED)
        return criterion->missing;
    return criterion->by == BY_BUYER ? MISSING_EXCLUDE : criteria->missing;
}

bool criterion_can_count(const struct criteria *criteria, const struct criterion *criterion)
{
    return !criterion->dropped && criterion->type != TYPE_TEXT && criterion->weight.value > 0 &&
           criteria->categories[criterion->category].weight.value > 0;
}

bool criteria_count(const struct criteria *criteria)
{
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        if (criterion_can_count(criteria, &criteria->criteria[c]))
            return true;
    }
    return false;
}

/* --- Ids ---------------------------------------------------------------------------------- */

const char *const reserved_words[] = {
    "and",   "or",    "not",   "in",  "has", "has_all", "has_any",
    "needs", "as_of", "total", "yes", "no",  "null",    NULL,
};

static bool is_reserved_word(struct text id)
{
    for (size_t i = 0; reserved_words[i] != NULL; i++) {
        if (text_equal(id, text_from(reserved_words[i])))
            return true;
    }
    return false;
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

const char *id_shape_fault(struct text id)
{
    if (id.len == 0)
        return "it is empty";
    if (id.len > ID_LIMIT)
        return "it is longer than 64 characters";
    if (!is_lower(id.ptr[0]))
        return "it must begin with a small letter, a to z";
    for (size_t i = 1; i < id.len; i++) {
        char c = id.ptr[i];
        if (!is_lower(c) && !(c >= '0' && c <= '9') && c != '_')
            return "it may hold small letters, digits and _ only";
    }
    return NULL;
}

const char *id_fault(struct text id)
{
    const char *fault = id_shape_fault(id);
    if (fault == NULL && is_reserved_word(id))
        fault = "it is a word of the rule language";
    return fault;
}

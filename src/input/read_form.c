/* Score forms: exactly one a criterion, fit for its type, and whole in itself. */
#include "readers.h"

#include "shortlist/date.h"
#include "shortlist/keys.h"
#include "shortlist/number.h"
#include "shortlist/profile.h"
#include "values.h"

static const struct form {
    const char *key;
    enum score_form form;
} forms[] = {
    {"points", FORM_POINTS},     {"curve", FORM_CURVE},     {"steps", FORM_STEPS},
    {"share_of", FORM_SHARE_OF}, {"best", FORM_BEST_WORST}, {"worst", FORM_BEST_WORST},
    {"formula", FORM_FORMULA},
};

enum { FORM_KEYS = sizeof(forms) / sizeof(forms[0]) };

/* The row of a form in the key table, which knows the types that it is for. */
static const struct key *form_row(struct text key)
{
    const struct key *row = keys_score.keys;
    while (!text_equal(key, text_from(row->name)))
        row++;
    return row;
}

static bool is_for(const struct form *form, enum answer_type type)
{
    return (form_row(text_from(form->key))->types & 1 << type) != 0;
}

static void hint_forms(struct decoder *decoder, enum answer_type type)
{
    struct text_buffer list = {.arena = decoder->arena};
    for (size_t i = 0; i < FORM_KEYS; i++) {
        if (!is_for(&forms[i], type))
            continue;
        if (list.len > 0)
            buffer_add(&list, TEXT(", "));
        buffer_format(&list, "`%s`", forms[i].key);
    }
    problem_hint(decoder->problems, "for the type %s there is %.*s", answer_type_words[type],
                 TEXT_ARG(buffer_text(&list)));
}

/* --- Points by answer --------------------------------------------------------------------- */

static const struct points_entry *find_points(const struct points_list *list, struct text answer)
{
    for (size_t i = 0; i < list->count; i++) {
        if (text_equal(list->items[i].answer.text, answer))
            return &list->items[i];
    }
    return NULL;
}

/* Where no options are declared, the answers that have points are the options. */
static void take_options(struct decoder *decoder, struct criterion *criterion)
{
    const struct points_list *list = &criterion->score.points_list;
    struct options *options = &criterion->options;
    check_option_count(decoder, criterion->score.place, list->count);
    options->count = list->count > OPTIONS_LIMIT ? OPTIONS_LIMIT : list->count;
    options->items = arena_array(decoder->arena, struct option, options->count);
    for (size_t i = 0; i < options->count; i++) {
        const struct word *answer = &list->items[i].answer;
        options->items[i] = (struct option){answer->text, answer->text, answer->place};
        check_option_id(decoder, answer->text, answer->place);
    }
}

static void check_points_of_options(struct decoder *decoder, const struct yaml_node *key,
                                    const struct criterion *criterion)
{
    const struct points_list *list = &criterion->score.points_list;
    const struct options *options = &criterion->options;
    for (size_t i = 0; i < list->count; i++) {
        const struct word *answer = &list->items[i].answer;
        if (options_find(options, answer->text) != NO_OPTION)
            continue;
        problem_add(decoder->problems, PROBLEM_UNKNOWN_OPTION, answer->place,
                    "`%.*s` is not an option of `%.*s`", TEXT_ARG(answer->text),
                    TEXT_ARG(criterion->id.text));
        problem_suggest(decoder->problems, options_nearest(options, answer->text));
    }
    for (size_t i = 0; criterion->type == TYPE_CHOICE && i < options->count; i++) {
        const struct option *option = &options->items[i];
        if (find_points(list, option->id) != NULL)
            continue;
        problem_add(decoder->problems, PROBLEM_BAD_FORM, key->place,
                    "`points` leaves out the option `%.*s`", TEXT_ARG(option->id));
        problem_note(decoder->problems, option->place, "the option stands here");
    }
}

static void check_points_of_yes_no(struct decoder *decoder, const struct yaml_node *key,
                                   struct criterion *criterion)
{
    const struct points_list *list = &criterion->score.points_list;
    const struct word *seen[2] = {NULL, NULL};
    for (size_t i = 0; i < list->count; i++) {
        const struct word *answer = &list->items[i].answer;
        int truth = truth_parse(answer->text);
        if (truth < 0) {
            problem_add(decoder->problems, PROBLEM_UNKNOWN_OPTION, answer->place,
                        "`%.*s` is neither yes nor no", TEXT_ARG(answer->text));
            hint_truth(decoder->problems, answer->text);
        } else if (seen[truth] != NULL) {
            problem_add(decoder->problems, PROBLEM_DUPLICATE_KEY, answer->place,
                        "`%.*s` stands twice", TEXT_ARG(answer->text));
            problem_note(decoder->problems, seen[truth]->place, "first written here");
        } else {
            seen[truth] = answer;
        }
    }
    for (size_t i = 0; i < 2; i++) {
        if (seen[i] == NULL)
            problem_add(decoder->problems, PROBLEM_BAD_FORM, key->place, "`points` leaves out `%s`",
                        i == 0 ? "no" : "yes");
    }
}

static void check_points(struct decoder *decoder, const struct yaml_node *key,
                         struct criterion *criterion)
{
    if (node_value_of(key)->kind != YAML_MAP)
        return;
    if (criterion->type == TYPE_YES_NO) {
        check_points_of_yes_no(decoder, key, criterion);
        return;
    }
    if (criterion->options.place.line == 0)
        take_options(decoder, criterion);
    if (criterion->options.count > 0)
        check_points_of_options(decoder, key, criterion);
}

/* --- The other forms ---------------------------------------------------------------------- */

static void check_knots(struct decoder *decoder, const struct yaml_node *key)
{
    const struct yaml_node *value = node_value_of(key);
    const double least = form_row(key->text)->low;
    if (value->kind == YAML_MAP && value->count < least)
        problem_add(decoder->problems, PROBLEM_BAD_CURVE, key->place, "`%.*s` needs at least %s",
                    TEXT_ARG(key->text), least == 1 ? "one knot" : "two knots");
}

static void refuse_date_end(struct decoder *decoder, const struct yaml_node *score,
                            struct text name)
{
    const struct yaml_node *end = node_find(score, name);
    int32_t day = 0;
    if (end == NULL || end->kind != YAML_SCALAR || date_parse(end->text, &day) != DATE_FINE)
        return;
    problem_bad_number(decoder->problems, end->place, end->text, NUMBER_FINE);
}

static void check_ends(struct decoder *decoder, const struct yaml_node *score,
                       const struct yaml_node *key, const struct criterion *criterion)
{
    const struct score_end *best = &criterion->score.best;
    const struct score_end *worst = &criterion->score.worst;
    refuse_date_end(decoder, score, TEXT("best"));
    refuse_date_end(decoder, score, TEXT("worst"));
    if (best->place.line == 0 || worst->place.line == 0) {
        if (is_misspelt(&keys_score, score, best->place.line == 0 ? "best" : "worst"))
            return;
        problem_add(decoder->problems, PROBLEM_BAD_FORM, key->place, "`%.*s` needs `%s` beside it",
                    TEXT_ARG(key->text), best->place.line == 0 ? "best" : "worst");
        return;
    }
    bool equal = best->kind == worst->kind && best->kind != END_NEED;
    if (equal && best->kind == END_NUMBER)
        equal = number_equal(best->value, worst->value);
    if (equal) {
        problem_add(decoder->problems, PROBLEM_BAD_FORM, worst->place,
                    "`best` and `worst` are the same");
        problem_note(decoder->problems, best->place, "the best stands here");
    }
}

static void check_form(struct decoder *decoder, const struct yaml_node *score,
                       const struct yaml_node *key, struct criterion *criterion)
{
    switch (criterion->score.form) {
    case FORM_POINTS:
        check_points(decoder, key, criterion);
        break;
    case FORM_CURVE:
    case FORM_STEPS:
        check_knots(decoder, key);
        break;
    case FORM_BEST_WORST:
        check_ends(decoder, score, key, criterion);
        break;
    case FORM_NONE:
    case FORM_SHARE_OF:
    case FORM_FORMULA:
        break;
    }
}

/* --- Which form --------------------------------------------------------------------------- */

static void use_default(struct decoder *decoder, struct criterion *criterion)
{
    struct score *score = &criterion->score;
    if (criterion->type == TYPE_YES_NO) {
        struct points_entry *items = arena_array(decoder->arena, struct points_entry, 2);
        items[0] = (struct points_entry){{TEXT("yes"), {0}}, 100};
        items[1] = (struct points_entry){{TEXT("no"), {0}}, 0};
        score->form = FORM_POINTS;
        score->points_list = (struct points_list){items, 2};
    } else {
        struct knot *knots = arena_array(decoder->arena, struct knot, 2);
        knots[0] = (struct knot){.x = criterion->scale.low, .points = 0};
        knots[1] = (struct knot){.x = criterion->scale.high, .points = 100};
        score->form = FORM_CURVE;
        score->curve = (struct knots){knots, 2};
    }
}

static bool has_misspelt_form(const struct yaml_node *score)
{
    bool any = false;
    for (size_t i = 0; i < FORM_KEYS; i++)
        any = any || is_misspelt(&keys_score, score, forms[i].key);
    return any;
}

/* The key of the form, which is noted in the score; NULL, with a problem, where it is not one. */
static const struct yaml_node *
choose_form(struct decoder *decoder, const struct yaml_node *score_key, struct criterion *criterion)
{
    const struct yaml_node *chosen = NULL;
    for (size_t i = 0; i < FORM_KEYS; i++) {
        const struct yaml_node *key =
            node_find_key(node_value_of(score_key), text_from(forms[i].key));
        if (key == NULL || (chosen != NULL && criterion->score.form == forms[i].form))
            continue;
        if (chosen != NULL) {
            problem_add(decoder->problems, PROBLEM_BAD_FORM, key->place,
                        "a score has one form, and `%.*s` stands here already",
                        TEXT_ARG(chosen->text));
            problem_note(decoder->problems, chosen->place, "it stands here");
            return NULL;
        }
        if (!is_for(&forms[i], criterion->type)) {
            problem_add(decoder->problems, PROBLEM_BAD_FORM, key->place,
                        "`%s` is not for the type %s", forms[i].key,
                        answer_type_words[criterion->type]);
            hint_forms(decoder, criterion->type);
            return NULL;
        }
        chosen = key;
        criterion->score.form = forms[i].form;
    }
    if (chosen == NULL && !has_misspelt_form(node_value_of(score_key))) {
        problem_add(decoder->problems, PROBLEM_BAD_FORM, score_key->place,
                    "this score has no form");
        hint_forms(decoder, criterion->type);
    }
    return chosen;
}

void read_form(struct decoder *decoder, const struct yaml_node *key, const struct yaml_node *map,
               struct criterion *criterion)
{
    const struct yaml_node *score = node_find_key(map, TEXT("score"));
    const struct yaml_node *form = NULL;
    bool has_default = criterion->type == TYPE_YES_NO || criterion->type == TYPE_RATING;
    if (criterion->type == TYPE_TEXT)
        return; /* a score beside it is refused with the other keys */
    if (score != NULL && node_value_of(score)->kind == YAML_MAP) {
        form = choose_form(decoder, score, criterion);
    } else if (score == NULL && has_default) {
        use_default(decoder, criterion);
    } else if (score == NULL && !is_misspelt(&keys_criterion, map, "score")) {
        problem_add(decoder->problems, PROBLEM_MISSING_KEY, key->place,
                    "a criterion of type %s needs `score`", answer_type_words[criterion->type]);
        hint_forms(decoder, criterion->type);
    }
    if (form != NULL)
        check_form(decoder, score + 1, form, criterion);
    bool has_options = criterion->type == TYPE_CHOICE || criterion->type == TYPE_SET;
    if (has_options && criterion->options.count == 0 && criterion->options.place.line == 0 &&
        criterion->score.form != FORM_POINTS && node_find(map, TEXT("options")) == NULL &&
        !is_misspelt(&keys_criterion, map, "options"))
        problem_add(decoder->problems, PROBLEM_BAD_OPTIONS, key->place,
                    "a criterion of type %s needs `options`", answer_type_words[criterion->type]);
}

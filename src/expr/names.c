/* What words and needs stand for, and what to say about a name that nothing has. */
#include "node.h"

#include "shortlist/names.h"

struct place node_place(const struct linker *linker, const struct node *node)
{
    return problem_place(linker->problems, linker->phrase, node->from, node->to);
}

struct text node_source(const struct linker *linker, const struct node *node)
{
    return text_slice(linker->phrase->text, node->from, node->to);
}

/* Whether its answers are computed from others. */
static bool is_computed(const struct criterion *criterion)
{
    return criterion->computed.place.line != 0;
}

const struct criterion *named_criterion(const struct linker *linker, const struct node *node)
{
    return node->kind == NODE_WORD ? criteria_criterion(linker->criteria, node->word) : NULL;
}

const struct need *named_need(const struct linker *linker, const struct node *node)
{
    return node->kind == NODE_NEED ? criteria_need(linker->criteria, node->word) : NULL;
}

enum fixed_word { WORD_NO, WORD_YES, WORD_AS_OF, WORD_TOTAL, FIXED_WORDS };

static enum fixed_word fixed_word(struct text word)
{
    static const char *const words[] = {
        [WORD_NO] = "no", [WORD_YES] = "yes", [WORD_AS_OF] = "as_of", [WORD_TOTAL] = "total"};
    enum fixed_word fixed = WORD_NO;
    while (fixed < FIXED_WORDS && !text_equal(word, text_from(words[fixed])))
        fixed++;
    return fixed;
}

bool names_anything(const struct linker *linker, struct text word)
{
    return fixed_word(word) != FIXED_WORDS || criteria_criterion(linker->criteria, word) != NULL;
}

/* --- Stages ----------------------------------------------------------------------------------- */

void read_stage(struct linker *linker, const struct node *node, enum stage stage)
{
    static const char *const reads[] = {
        [STAGE_NEEDS] = "needs",
        [STAGE_ANSWERS] = "answers",
        [STAGE_COHORT] = "the cohort",
        [STAGE_SCORES] = "points and scores",
    };
    static const char *const allowed[] = {
        [STAGE_NEEDS] = "needs",
        [STAGE_ANSWERS] = "needs and answers",
        [STAGE_COHORT] = "needs, answers and the cohort",
        [STAGE_SCORES] = "everything",
    };
    if (linker->stage < stage)
        linker->stage = stage;
    if (stage <= linker->rules.latest)
        return;
    linker->failed = true;
    problem_add(linker->problems, PROBLEM_RULE_STAGE, node_place(linker, node),
                "%s may read only %s, but `%.*s` reads %s", linker->rules.what,
                allowed[linker->rules.latest], TEXT_ARG(node_source(linker, node)), reads[stage]);
}

/* Computed criteria are filled in the order of the file, so each may read only those above it. */
static void read_criterion(struct linker *linker, const struct node *node,
                           const struct criterion *criterion)
{
    uint32_t position = (uint32_t)(criterion - linker->criteria->criteria);
    if (!is_computed(criterion) || position < linker->rules.computed_before)
        return;
    linker->failed = true;
    if (position == linker->rules.computed_before) {
        problem_add(linker->problems, PROBLEM_RULE_STAGE, node_place(linker, node),
                    "`%.*s` cannot be computed from itself", TEXT_ARG(criterion->id.text));
        return;
    }
    problem_add(linker->problems, PROBLEM_RULE_STAGE, node_place(linker, node),
                "`%.*s` is computed further down", TEXT_ARG(criterion->id.text));
    problem_note(linker->problems, criterion->id.place,
                 "%s may use only computed criteria above its own", linker->rules.what);
}

/* --- Unknown names ---------------------------------------------------------------------------- */

/* Words that stand for nothing here, and what does. */
static const struct {
    const char *word;
    const char *hint;
} foreign_words[] = {
    {"true", "write `yes`"},
    {"false", "write `no`"},
    {"null", "an open answer is `not answered(id)`"},
    {"none", "an open answer is `not answered(id)`, an empty set `count(id) == 0`"},
    {"open", "an open answer is `not answered(id)`"},
    {"empty", "an open answer is `not answered(id)`, an empty set `count(id) == 0`"},
    {"today", "write `as_of`"},
    {"now", "write `as_of`"},
};

/* Notes the first criterion that has a word as an option; false when none has. */
static bool note_option(struct linker *linker, struct text word, const struct options *but)
{
    const struct criteria *criteria = linker->criteria;
    for (size_t c = 0; c < criteria->criterion_count; c++) {
        const struct criterion *criterion = &criteria->criteria[c];
        uint8_t option = options_find(&criterion->options, word);
        if (&criterion->options == but || option == NO_OPTION)
            continue;
        problem_note(linker->problems, criterion->options.items[option].place,
                     "`%.*s` is an option of `%.*s`", TEXT_ARG(word), TEXT_ARG(criterion->id.text));
        return true;
    }
    return false;
}

/* Hints at what a word names where a criterion is meant; false when it names nothing. */
static bool hint_at_other_meaning(struct linker *linker, struct text word)
{
    for (size_t i = 0; i < sizeof foreign_words / sizeof *foreign_words; i++) {
        if (text_equal(word, text_from(foreign_words[i].word))) {
            problem_hint(linker->problems, "%s", foreign_words[i].hint);
            return true;
        }
    }
    if (criteria_need(linker->criteria, word) != NULL)
        problem_hint(linker->problems, "`%.*s` is a need: write `needs.%.*s`", TEXT_ARG(word),
                     TEXT_ARG(word));
    else if (criteria_category(linker->criteria, word) != NULL)
        problem_hint(linker->problems, "`%.*s` is a category: write `score(%.*s)`", TEXT_ARG(word),
                     TEXT_ARG(word));
    else if (function_find(CALL, word) != NULL)
        problem_hint(linker->problems, "`%.*s` is a function: write `%.*s(…)`", TEXT_ARG(word),
                     TEXT_ARG(word));
    else
        return note_option(linker, word, NULL);
    return true;
}

static void unknown_criterion(struct linker *linker, const struct node *node, bool value)
{
    struct nearest nearest = {.word = node->word};
    problem_add(linker->problems, PROBLEM_UNKNOWN_NAME, node_place(linker, node),
                "unknown criterion `%.*s`", TEXT_ARG(node->word));
    if (!linker->problems->last_kept || hint_at_other_meaning(linker, node->word))
        return;
    nearest_offer(&nearest, names_nearest(&linker->criteria->criterion_names, node->word));
    if (value) {
        nearest_offer(&nearest, TEXT("total"));
        nearest_offer(&nearest, TEXT("as_of"));
    }
    problem_suggest(linker->problems, nearest.best);
}

/* Other names of functions. */
static const struct {
    const char *word;
    const char *function;
} synonyms[] = {
    {"average", "mean"}, {"avg", "mean"},         {"minimum", "lowest"}, {"maximum", "highest"},
    {"std", "stddev"},   {"stdev", "stddev"},     {"len", "count"},      {"length", "count"},
    {"size", "count"},   {"is_open", "answered"},
};

/* The function whose name, or other name, is nearest. */
static struct text nearest_function(struct text word)
{
    struct nearest nearest = {.word = word};
    for (size_t i = 0; i < function_count; i++) {
        if (function_table[i].placing == CALL)
            nearest_offer(&nearest, text_from(function_table[i].name));
    }
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        nearest_offer(&nearest, text_from(synonyms[i].word));
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++) {
        if (text_equal(nearest.best, text_from(synonyms[i].word)))
            return text_from(synonyms[i].function);
    }
    return nearest.best;
}

void unknown_function(struct linker *linker, const struct node *node)
{
    problem_add(
        linker->problems, PROBLEM_UNKNOWN_NAME,
        problem_place(linker->problems, linker->phrase, node->from, node->from + node->word.len),
        "unknown function `%.*s`", TEXT_ARG(node->word));
    if (!linker->problems->last_kept)
        return;
    if (text_equal(node->word, TEXT("if")))
        problem_hint(linker->problems, "`when` needs no `if`: write the condition alone");
    else if (names_anything(linker, node->word))
        problem_hint(linker->problems, "`%.*s` stands without parentheses", TEXT_ARG(node->word));
    else
        problem_suggest(linker->problems, nearest_function(node->word));
}

void unknown_option(struct linker *linker, const struct node *node, const struct bearer *bearer)
{
    struct text word = node->word;
    struct text name = bearer_name(linker, bearer);
    problem_add(linker->problems, PROBLEM_UNKNOWN_OPTION, node_place(linker, node),
                "`%.*s` is not an option of `%.*s`", TEXT_ARG(word), TEXT_ARG(name));
    if (!linker->problems->last_kept)
        return;
    uint8_t labelled = options_find_label(bearer->options, word);
    if (labelled != NO_OPTION)
        problem_suggest(linker->problems, bearer->options->items[labelled].id);
    else
        problem_suggest(linker->problems, options_nearest(bearer->options, word));
    const struct criterion *other = named_criterion(linker, node);
    if (other != NULL && (other->type == TYPE_CHOICE || other->type == TYPE_SET))
        problem_hint(linker->problems, "`%.*s` is a criterion, and two of them cannot be compared",
                     TEXT_ARG(word));
    else if (other != NULL)
        problem_hint(linker->problems,
                     "`%.*s` is a criterion, but beside `%.*s` a word is an option", TEXT_ARG(word),
                     TEXT_ARG(name));
    else
        note_option(linker, word, bearer->options);
}

/* --- What names stand for --------------------------------------------------------------------- */

static void make_truth(struct node *node, bool truth)
{
    node->kind = NODE_CONSTANT;
    node->type = VALUE_TRUTH;
    node->byte = truth;
}

static void make_answer(struct linker *linker, struct node *node, const struct criterion *criterion)
{
    static const enum value_type types[] = {
        [TYPE_YES_NO] = VALUE_TRUTH,  [TYPE_CHOICE] = VALUE_OPTION, [TYPE_SET] = VALUE_SET,
        [TYPE_NUMBER] = VALUE_NUMBER, [TYPE_RATING] = VALUE_NUMBER, [TYPE_DATE] = VALUE_DATE,
        [TYPE_TEXT] = VALUE_TEXT,
    };
    node->kind = NODE_ANSWER;
    node->type = types[criterion->type];
    node->options = &criterion->options;
    node->position = (uint32_t)(criterion - linker->criteria->criteria);
    read_stage(linker, node, STAGE_ANSWERS);
    read_criterion(linker, node, criterion);
}

bool resolve_word(struct linker *linker, struct node *node)
{
    const struct criterion *criterion = named_criterion(linker, node);
    enum fixed_word fixed = fixed_word(node->word);
    switch (fixed) {
    case WORD_NO:
    case WORD_YES:
        make_truth(node, fixed == WORD_YES);
        return true;
    case WORD_AS_OF:
        node->kind = NODE_AS_OF;
        node->type = VALUE_DATE;
        return true;
    case WORD_TOTAL:
        node->kind = NODE_TOTAL;
        node->type = VALUE_NUMBER;
        read_stage(linker, node, STAGE_SCORES);
        return true;
    case FIXED_WORDS:
        break;
    }
    if (criterion != NULL)
        make_answer(linker, node, criterion);
    else
        unknown_criterion(linker, node, true);
    return criterion != NULL;
}

static void unknown_need(struct linker *linker, const struct node *node)
{
    problem_add(linker->problems, PROBLEM_UNKNOWN_NAME, node_place(linker, node),
                "unknown need `%.*s`", TEXT_ARG(node->word));
    if (!linker->problems->last_kept)
        return;
    if (criteria_criterion(linker->criteria, node->word) != NULL)
        problem_hint(linker->problems, "`%.*s` is a criterion: write it without `needs.`",
                     TEXT_ARG(node->word));
    else
        problem_suggest(linker->problems, names_nearest(&linker->criteria->need_names, node->word));
}

bool resolve_need(struct linker *linker, struct node *node)
{
    static const enum value_type types[] = {
        [NEED_NUMBER] = VALUE_NUMBER, [NEED_TRUTH] = VALUE_TRUTH, [NEED_DATE] = VALUE_DATE,
        [NEED_TEXT] = VALUE_TEXT,     [NEED_WORDS] = VALUE_WORDS,
    };
    const struct need *need = named_need(linker, node);
    if (need == NULL) {
        unknown_need(linker, node);
        return false;
    }
    node->kind = NODE_CONSTANT;
    node->need = need;
    node->type = types[need->type];
    node->value = need->type == NEED_DATE ? need->day : need->number;
    node->byte = need->truth;
    node->text = need->text;
    node->words = need->words;
    node->options = need->options.count > 0 ? &need->options : NULL;
    return true;
}

void resolve_literal(struct node *node)
{
    node->type = node->kind == NODE_NUMBER ? VALUE_NUMBER
                 : node->kind == NODE_DATE ? VALUE_DATE
                                           : VALUE_TEXT;
    node->kind = NODE_CONSTANT;
    node->text = node->word;
}

/* --- Ids in calls ----------------------------------------------------------------------------- */

/* The id that a call takes, or NULL and a problem when something else stands there. */
static const struct node *call_id(struct linker *linker, const struct node *call, const char *what)
{
    const struct node *id = call->operands[0];
    if (id->kind == NODE_WORD)
        return id;
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, id),
                "`%s` takes the id of a %s", call->function->name, what);
    if (id->kind == NODE_NEED)
        problem_hint(linker->problems, "needs are the buyer's own and always known");
    return NULL;
}

const struct criterion *resolve_criterion_id(struct linker *linker, struct node *call)
{
    const struct node *id = call_id(linker, call, "criterion");
    if (id == NULL)
        return NULL;
    const struct criterion *criterion = named_criterion(linker, id);
    if (criterion == NULL) {
        unknown_criterion(linker, id, false);
        return NULL;
    }
    read_criterion(linker, id, criterion);
    call->position = (uint32_t)(criterion - linker->criteria->criteria);
    call->operand_count = 0;
    return criterion;
}

bool resolve_category_id(struct linker *linker, struct node *call)
{
    const struct node *id = call_id(linker, call, "category");
    if (id == NULL)
        return false;
    const struct category *category = criteria_category(linker->criteria, id->word);
    if (category != NULL) {
        call->position = (uint32_t)(category - linker->criteria->categories);
        call->operand_count = 0;
        return true;
    }
    problem_add(linker->problems, PROBLEM_UNKNOWN_NAME, node_place(linker, id),
                "unknown category `%.*s`", TEXT_ARG(id->word));
    if (!linker->problems->last_kept)
        return false;
    if (named_criterion(linker, id) != NULL)
        problem_hint(linker->problems, "`%.*s` is a criterion: write `points(%.*s)`",
                     TEXT_ARG(id->word), TEXT_ARG(id->word));
    else
        problem_suggest(linker->problems,
                        names_nearest(&linker->criteria->category_names, id->word));
    return false;
}

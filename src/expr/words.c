/*
 * Expressions in words, for people who do not read the rule language: "attrition_annual_pct is
 * above 40, and iso_27001 is no". Ids stay ids, for they lead to the question. `not` is worked
 * inwards until a comparison has words for it.
 */
#include <string.h>

#include "node.h"
#include "show.h"

/* What is said of two operands: the words between them, and those for "it is not so". */
struct phrasing {
    const char *name;
    const char *words;
    const char *denied;
    const char *of_dates; /* where they differ; or NULL */
    const char *of_dates_denied;
};

static const struct phrasing comparisons[] = {
    {"==", " is ", " is not ", NULL, NULL},
    {"!=", " is not ", " is ", NULL, NULL},
    {"<", " is below ", " is at least ", " is before ", " is on or after "},
    {"<=", " is at most ", " is above ", " is on or before ", " is after "},
    {">", " is above ", " is at most ", " is after ", " is on or before "},
    {">=", " is at least ", " is below ", " is on or after ", " is before "},
    {"in", " is one of ", " is none of ", NULL, NULL},
    {"has", " includes ", " does not include ", NULL, NULL},
    {"has_all", " includes all of ", " does not include all of ", NULL, NULL},
    {"has_any", " includes any of ", " includes none of ", NULL, NULL},
};

/* What is said of one criterion. */
static const struct phrasing states[] = {
    {"answered", " is answered", " is not answered", NULL, NULL},
    {"documented", " is documented", " is not documented", NULL, NULL},
    {"verified", " is verified", " is not verified", NULL, NULL},
    {"expired", " has expired evidence", " has no expired evidence", NULL, NULL},
};

/* What stands before, and behind, the id or the operands of a function. */
struct measure {
    const char *name;
    const char *before;
    const char *behind;
};

static const struct measure measures[] = {
    {"abs", "the size of ", ""},
    {"min", "the smallest of ", ""},
    {"max", "the largest of ", ""},
    {"days", "the days from the as-of date to ", ""},
    {"count", "the number of ", ""},
    {"points", "the points of ", ""},
    {"score", "the score of ", ""},
    {"lowest", "the lowest ", " of all bids"},
    {"highest", "the highest ", " of all bids"},
    {"mean", "the mean ", " of all bids"},
    {"median", "the median ", " of all bids"},
    {"stddev", "the standard deviation of ", " over all bids"},
    {"bids", "the number of bids with ", ""},
    {"others_lowest", "the lowest ", " of the other bids"},
    {"others_mean", "the mean ", " of the other bids"},
    {"others_median", "the median ", " of the other bids"},
};

/* What a claim stands among: `and` and `or` within each other go in parentheses. */
enum joiner { JOINED_BY_NOTHING, JOINED_BY_AND, JOINED_BY_OR };

struct writer {
    struct text_buffer buffer;
    const struct criteria *criteria;
};

static void write_claim(struct writer *writer, const struct node *node, bool denied,
                        enum joiner around);
static void write_value(struct writer *writer, const struct node *node, enum binding around);

static void add(struct writer *writer, const char *words)
{
    buffer_add(&writer->buffer, text_from(words));
}

/* The row of an operator or a function, which the table has. */
static const struct phrasing *phrasing_of(const struct phrasing *table, const struct node *call)
{
    while (strcmp(table->name, call->function->name) != 0)
        table++;
    return table;
}

/* --- Leaves ------------------------------------------------------------------------------- */

/* In quotes where several words would run into those around them. */
static void write_label(struct writer *writer, struct text label)
{
    /* In quotes what would run into the words around it. */
    bool parted = label.len == 0 || memchr(label.ptr, ' ', label.len) != NULL ||
                  memchr(label.ptr, ',', label.len) != NULL || text_equal(label, TEXT("yes")) ||
                  text_equal(label, TEXT("no"));
    const char *quote = parted ? "\"" : "";
    buffer_format(&writer->buffer, "%s%.*s%s", quote, TEXT_ARG(label), quote);
}

/* Before an item of several: ", ", and " or " before the last. */
static void part_item(struct writer *writer, size_t at, size_t count, const char *last)
{
    if (at > 0)
        add(writer, at + 1 < count ? ", " : last);
}

static void write_set(struct writer *writer, const struct node *node, const char *last)
{
    size_t count = 0;
    size_t at = 0;
    for (uint64_t rest = node->members; rest != 0; rest &= rest - 1)
        count++;
    for (size_t option = 0; option < node->options->count; option++) {
        if (!(node->members >> option & 1))
            continue;
        part_item(writer, at++, count, last);
        write_label(writer, node->options->items[option].label);
    }
}

static void write_words(struct writer *writer, const struct words *words,
                        const struct options *options, const char *last)
{
    for (size_t i = 0; i < words->count; i++) {
        part_item(writer, i, words->count, last);
        write_label(writer, label_of(options, words->items[i].text));
    }
}

static void write_operands(struct writer *writer, const struct node *node, const char *last)
{
    for (size_t i = 0; i < node->operand_count; i++) {
        part_item(writer, i, node->operand_count, last);
        write_value(writer, node->operands[i], BINDS_SUM);
    }
}

static void write_constant(struct writer *writer, const struct node *node)
{
    if (node->need != NULL) {
        buffer_format(&writer->buffer, "our %.*s", TEXT_ARG(node->need->id.text));
        return;
    }
    switch (node->type) {
    case VALUE_NUMBER:
        show_number(&writer->buffer, node->value);
        break;
    case VALUE_DATE:
        show_date(&writer->buffer, node->value);
        break;
    case VALUE_TRUTH:
        add(writer, node->byte == TRUTH_TRUE ? "yes" : "no");
        break;
    case VALUE_OPTION:
        write_label(writer, node->options->items[node->byte].label);
        break;
    case VALUE_TEXT:
        write_label(writer, label_of(node->options, node->text));
        break;
    case VALUE_SET:
        write_set(writer, node, " and ");
        break;
    case VALUE_WORDS:
        write_words(writer, &node->words, node->options, " and ");
        break;
    }
}

/* The right side of `in`, `has_all` and `has_any`; the left one may know the labels. */
static void write_several(struct writer *writer, const struct node *call, const char *last)
{
    const struct node *node = call->operands[1];
    bool literal = node->kind == NODE_CONSTANT && node->need == NULL;
    if (node->kind == NODE_LIST && node->operand_count > 0)
        write_operands(writer, node, last);
    else if (literal && node->type == VALUE_SET && node->members != 0)
        write_set(writer, node, last);
    else if (literal && node->type == VALUE_WORDS && node->words.count > 0)
        write_words(writer, &node->words, call->operands[0]->options, last);
    else if (node->kind == NODE_LIST || literal)
        add(writer, "nothing");
    else
        write_value(writer, node, BINDS_SUM);
}

/* The id of the criterion or category that a call is about. */
static struct text subject_of(const struct writer *writer, const struct node *call)
{
    return call->function->operands == OPERANDS_CATEGORY
               ? writer->criteria->categories[call->position].id.text
               : writer->criteria->criteria[call->position].id.text;
}

/* --- Claims: what holds or does not ------------------------------------------------------- */

/* An answer or a need that is yes or no. */
static void write_truth(struct writer *writer, const struct node *node, bool denied)
{
    bool literal = node->kind == NODE_CONSTANT && node->need == NULL;
    if (literal) {
        add(writer, (node->byte == TRUTH_TRUE) != denied ? "always" : "never");
        return;
    }
    write_value(writer, node, BINDS_NOTHING);
    add(writer, denied ? " is no" : " is yes");
}

static void write_joined(struct writer *writer, const struct node *call, bool denied,
                         enum joiner around)
{
    /* not (a and b) says: not a, or not b */
    bool both = (call->function->binding == BINDS_AND) != denied;
    enum joiner joiner = both ? JOINED_BY_AND : JOINED_BY_OR;
    bool parted = around != JOINED_BY_NOTHING && around != joiner;
    add(writer, parted ? "(" : "");
    write_claim(writer, call->operands[0], denied, joiner);
    add(writer, both ? ", and " : ", or ");
    write_claim(writer, call->operands[1], denied, joiner);
    add(writer, parted ? ")" : "");
}

static void write_comparison(struct writer *writer, const struct node *call, bool denied)
{
    const struct phrasing *phrasing = phrasing_of(comparisons, call);
    const char *words = denied ? phrasing->denied : phrasing->words;
    if (phrasing->of_dates != NULL && call->operands[0]->type == VALUE_DATE)
        words = denied ? phrasing->of_dates_denied : phrasing->of_dates;
    write_value(writer, call->operands[0], BINDS_COMPARISON);
    add(writer, words);
    if (call->function->operands == OPERANDS_IN || call->function->operands == OPERANDS_MEMBERS)
        write_several(writer, call,
                      strcmp(call->function->name, "has_all") == 0 ? " and " : " or ");
    else
        write_value(writer, call->operands[1], BINDS_COMPARISON);
}

/* Of a comparison of a condition with yes or no as they are written. */
static bool is_of_literal(const struct node *call)
{
    return compares_truths(call) && constant_side(call)->need == NULL;
}

static bool says_no(const struct node *call)
{
    bool unequal = strcmp(call->function->name, "!=") == 0;
    return (constant_side(call)->byte == TRUTH_TRUE) == unequal;
}

static void write_claim(struct writer *writer, const struct node *node, bool denied,
                        enum joiner around)
{
    if (node->kind != NODE_CALL) {
        write_truth(writer, node, denied);
    } else if (node->function->binding == BINDS_NOT) {
        write_claim(writer, node->operands[0], !denied, around);
    } else if (node->function->operands == OPERANDS_TRUTHS) {
        write_joined(writer, node, denied, around);
    } else if (is_of_literal(node)) {
        write_claim(writer, other_side(node), denied != says_no(node), around);
    } else if (node->function->placing == INFIX) {
        write_comparison(writer, node, denied);
    } else {
        const struct phrasing *state = phrasing_of(states, node);
        buffer_add(&writer->buffer, subject_of(writer, node));
        add(writer, denied ? state->denied : state->words);
    }
}

/* --- Values ------------------------------------------------------------------------------- */

static void write_arithmetic(struct writer *writer, const struct node *call)
{
    enum binding binding = call->function->binding;
    write_value(writer, call->operands[0], binding);
    buffer_format(&writer->buffer, " %s ", call->function->name);
    /* a - (b - c): the right operand keeps its parentheses. */
    write_value(writer, call->operands[1], (enum binding)(binding + 1));
}

static void write_measure(struct writer *writer, const struct node *call)
{
    const struct measure *measure = measures;
    while (strcmp(measure->name, call->function->name) != 0)
        measure++;
    add(writer, measure->before);
    if (call->operand_count > 1)
        write_operands(writer, call, " and ");
    else if (call->operand_count > 0)
        write_value(writer, call->operands[0], BINDS_ATOM);
    else
        buffer_add(&writer->buffer, subject_of(writer, call));
    add(writer, measure->behind);
}

/* `around`: how tightly what it stands in binds; what binds looser goes in parentheses. */
static void write_call(struct writer *writer, const struct node *call, enum binding around)
{
    bool claim = call->type == VALUE_TRUTH;
    /* Words run on: "the smallest of a and b * 2" must not be said of the smallest, times 2. */
    bool measured = call->function->placing == CALL;
    bool parted = claim || (measured ? around >= BINDS_SUM : call->function->binding < around);
    add(writer, parted ? "(" : "");
    if (claim) {
        write_claim(writer, call, false, JOINED_BY_NOTHING);
    } else if (call->function->placing == INFIX) {
        write_arithmetic(writer, call);
    } else if (call->function->placing == PREFIX) {
        add(writer, "-");
        write_value(writer, call->operands[0], BINDS_UNARY);
    } else {
        write_measure(writer, call);
    }
    add(writer, parted ? ")" : "");
}

static void write_value(struct writer *writer, const struct node *node, enum binding around)
{
    switch (node->kind) {
    case NODE_CALL:
        write_call(writer, node, around);
        break;
    case NODE_ANSWER:
        buffer_add(&writer->buffer, writer->criteria->criteria[node->position].id.text);
        break;
    case NODE_AS_OF:
        add(writer, "the as-of date");
        break;
    case NODE_TOTAL:
        add(writer, "the total");
        break;
    default:
        write_constant(writer, node);
        break;
    }
}

struct text expr_words(const struct expr *expr, const struct criteria *criteria,
                       struct arena *arena)
{
    struct writer writer = {.buffer = {.arena = arena}, .criteria = criteria};
    if (expr->root->type == VALUE_TRUTH)
        write_claim(&writer, expr->root, false, JOINED_BY_NOTHING);
    else
        write_value(&writer, expr->root, BINDS_NOTHING);
    return buffer_text(&writer.buffer);
}

/* The rule language once more, as plainly as it can be said. */
#include "expr_reference.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../../src/expr/node.h"
#include "shortlist/number.h"

static const struct reference unknown = {.known = false};

static struct reference of_number(double number)
{
    return isfinite(number) ? (struct reference){.known = true, .number = number} : unknown;
}

static struct reference of_truth(bool truth)
{
    return (struct reference){.known = true, .truth = truth};
}

static struct reference value_of(const struct node *node, const struct expr_context *context,
                                 size_t vendor);

static bool is(const struct node *node, const char *name)
{
    return strcmp(node->function->name, name) == 0;
}

/* --- Leaves ----------------------------------------------------------------------------------- */

static struct reference value_of_constant(const struct node *node)
{
    return (struct reference){
        .known = true,
        .number = node->value,
        .truth = node->byte == 1,
        .option = node->byte,
        .members = node->members,
        .text = node->text,
    };
}

static struct reference value_of_answer(const struct node *node, const struct expr_context *context,
                                        size_t vendor)
{
    const struct column *column = &context->answers->columns[node->position];
    struct reference value = {.known = true};
    if (context->criteria->criteria[node->position].dropped ||
        mark_state(column->marks[vendor]) != STATE_ANSWERED)
        return unknown;
    if (node->type == VALUE_NUMBER)
        value.number = column->numbers[vendor];
    else if (node->type == VALUE_DATE)
        value.number = column->days[vendor];
    else if (node->type == VALUE_TRUTH)
        value.truth = column->options[vendor] == 1;
    else if (node->type == VALUE_OPTION)
        value.option = column->options[vendor];
    else if (node->type == VALUE_SET)
        value.members = column->sets[vendor];
    else
        value.text = column->texts[vendor];
    return value;
}

/* --- Logic and comparisons -------------------------------------------------------------------- */

static struct reference value_of_logic(const struct node *node, struct reference left,
                                       struct reference right)
{
    if (is(node, "not"))
        return left.known ? of_truth(!left.truth) : unknown;
    bool decides = is(node, "or");
    if ((left.known && left.truth == decides) || (right.known && right.truth == decides))
        return of_truth(decides);
    return left.known && right.known ? of_truth(!decides) : unknown;
}

static bool are_equal(enum value_type type, struct reference left, struct reference right)
{
    if (type == VALUE_NUMBER)
        return number_equal(left.number, right.number);
    if (type == VALUE_DATE)
        return !(left.number < right.number) && !(left.number > right.number);
    if (type == VALUE_TRUTH)
        return left.truth == right.truth;
    if (type == VALUE_OPTION)
        return left.option == right.option;
    return text_equal(left.text, right.text);
}

static struct reference value_of_comparison(const struct node *node, struct reference left,
                                            struct reference right)
{
    if (!left.known || !right.known)
        return unknown;
    bool equal = are_equal(node->operands[0]->type, left, right);
    if (is(node, "=="))
        return of_truth(equal);
    if (is(node, "!="))
        return of_truth(!equal);
    if (is(node, "<"))
        return of_truth(!equal && left.number < right.number);
    if (is(node, "<="))
        return of_truth(equal || left.number < right.number);
    if (is(node, ">"))
        return of_truth(!equal && left.number > right.number);
    return of_truth(equal || left.number > right.number);
}

/* --- Lists and sets, by the names of their members -------------------------------------------- */

static bool words_hold(const struct words *words, struct text word)
{
    bool holds = false;
    for (size_t i = 0; i < words->count; i++)
        holds = holds || text_equal(words->items[i].text, word);
    return holds;
}

/* The members of a set or list, as words. */
static struct words members_of(const struct node *node, struct reference value,
                               struct word room[64])
{
    struct words words = {.items = room};
    if (node->type == VALUE_WORDS)
        return node->words;
    for (size_t i = 0; i < node->options->count; i++) {
        if (value.members >> i & 1)
            room[words.count++].text = node->options->items[i].id;
    }
    return words;
}

static struct reference value_of_in(const struct node *node, struct reference left)
{
    const struct node *list = node->operands[1];
    enum value_type type = node->operands[0]->type;
    bool found = false;
    if (!left.known)
        return unknown;
    if (type == VALUE_OPTION)
        return of_truth(list->members >> left.option & 1);
    if (type == VALUE_TEXT)
        return of_truth(words_hold(&list->words, left.text));
    for (size_t i = 0; i < list->operand_count; i++)
        found = found || are_equal(type, left, value_of_constant(list->operands[i]));
    return of_truth(found);
}

static struct reference value_of_membership(const struct node *node, struct reference left,
                                            struct reference right)
{
    struct word held_room[64];
    struct word wanted_room[64];
    if (!left.known || !right.known)
        return unknown;
    struct words held = members_of(node->operands[0], left, held_room);
    if (is(node, "has")) {
        const struct node *option = node->operands[1];
        bool is_option = option->type == VALUE_OPTION;
        return of_truth(
            words_hold(&held, is_option ? option->options->items[right.option].id : right.text));
    }
    struct words wanted = members_of(node->operands[1], right, wanted_room);
    size_t found = 0;
    for (size_t i = 0; i < wanted.count; i++)
        found += words_hold(&held, wanted.items[i].text);
    return of_truth(is(node, "has_all") ? found == wanted.count : found > 0);
}

/* --- Arithmetic and functions ----------------------------------------------------------------- */

static struct reference value_of_arithmetic(const struct node *node, struct reference left,
                                            struct reference right)
{
    if (!left.known || !right.known)
        return unknown;
    if (is(node, "+"))
        return of_number(left.number + right.number);
    if (is(node, "*"))
        return of_number(left.number * right.number);
    if (is(node, "-"))
        return of_number(left.number - right.number);
    if (fabs(right.number) > 0)
        return of_number(left.number / right.number);
    return unknown;
}

static struct reference value_of_extreme(const struct node *node,
                                         const struct expr_context *context, size_t vendor)
{
    struct reference best = value_of(node->operands[0], context, vendor);
    for (size_t i = 1; i < node->operand_count; i++) {
        struct reference other = value_of(node->operands[i], context, vendor);
        if (!best.known || !other.known)
            return unknown;
        if (is(node, "min") ? other.number < best.number : other.number > best.number)
            best = other;
    }
    return best;
}

static struct reference value_of_mark(const struct node *node, uint8_t mark)
{
    bool answered = mark_state(mark) == STATE_ANSWERED;
    bool expired = (mark & MARK_EXPIRED) != 0;
    enum evidence_level level = mark_evidence(mark);
    if (is(node, "answered"))
        return of_truth(answered);
    if (is(node, "expired"))
        return of_truth(answered && expired);
    if (is(node, "verified"))
        return of_truth(answered && !expired && level == EVIDENCE_VERIFIED);
    return of_truth(answered && !expired &&
                    (level == EVIDENCE_VERIFIED || level == EVIDENCE_DOCUMENTED));
}

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Over the values that count, sorted anew for every vendor. */
static struct reference value_of_cohort(const struct node *node, const struct expr_context *context,
                                        size_t vendor)
{
    const struct column *column = &context->answers->columns[node->position];
    bool others = strncmp(node->function->name, "others_", 7) == 0;
    const char *figure = others ? node->function->name + 7 : node->function->name;
    double values[1024];
    size_t count = 0;
    double sum = 0;
    double squares = 0;
    for (size_t v = 0; v < context->answers->count; v++) {
        if (context->cohort->members[v] && mark_state(column->marks[v]) == STATE_ANSWERED &&
            !(others && v == vendor)) {
            values[count++] = column->numbers[v];
            sum += column->numbers[v];
        }
    }
    if (strcmp(figure, "bids") == 0)
        return of_number((double)count);
    if (count == 0)
        return unknown;
    qsort(values, count, sizeof *values, compare_numbers);
    double mean = sum / (double)count;
    for (size_t i = 0; i < count; i++)
        squares += (values[i] - mean) * (values[i] - mean);
    if (strcmp(figure, "lowest") == 0)
        return of_number(values[0]);
    if (strcmp(figure, "highest") == 0)
        return of_number(values[count - 1]);
    if (strcmp(figure, "mean") == 0)
        return of_number(mean);
    if (strcmp(figure, "stddev") == 0)
        return of_number(sqrt(squares / (double)count));
    return of_number((values[(count - 1) / 2] + values[count / 2]) / 2);
}

static struct reference value_of_count(const struct node *operand, struct reference value)
{
    struct word room[64];
    return value.known ? of_number((double)members_of(operand, value, room).count) : unknown;
}

static struct reference value_of_id_call(const struct node *node,
                                         const struct expr_context *context, size_t vendor)
{
    if (is(node, "score"))
        return context->criteria->categories[node->position].dropped
                   ? unknown
                   : of_number(context->scores->scores[node->position][vendor]);
    if (context->criteria->criteria[node->position].dropped)
        return unknown;
    if (is(node, "points"))
        return of_number(context->scores->points[node->position][vendor]);
    if (node->function->result == VALUE_TRUTH)
        return value_of_mark(node, context->answers->columns[node->position].marks[vendor]);
    return value_of_cohort(node, context, vendor);
}

/* An operand that is no list. */
static struct reference operand_of(const struct node *node, size_t index,
                                   const struct expr_context *context, size_t vendor)
{
    if (index >= node->operand_count)
        return unknown;
    if (node->operands[index]->kind == NODE_LIST)
        return unknown;
    return value_of(node->operands[index], context, vendor);
}

static struct reference value_of_call(const struct node *node, const struct expr_context *context,
                                      size_t vendor)
{
    if (node->operand_count == 0)
        return value_of_id_call(node, context, vendor);
    struct reference left = operand_of(node, 0, context, vendor);
    struct reference right = operand_of(node, 1, context, vendor);
    if (is(node, "and") || is(node, "or") || is(node, "not"))
        return value_of_logic(node, left, right);
    if (is(node, "in"))
        return value_of_in(node, left);
    if (is(node, "has") || is(node, "has_all") || is(node, "has_any"))
        return value_of_membership(node, left, right);
    if (is(node, "min") || is(node, "max"))
        return value_of_extreme(node, context, vendor);
    if (is(node, "count"))
        return value_of_count(node->operands[0], left);
    if (is(node, "abs"))
        return left.known ? of_number(fabs(left.number)) : unknown;
    if (is(node, "days"))
        return left.known ? of_number(left.number - context->as_of) : unknown;
    if (is(node, "-") && node->operand_count == 1)
        return left.known ? of_number(-left.number) : unknown;
    if (node->function->result == VALUE_NUMBER)
        return value_of_arithmetic(node, left, right);
    return value_of_comparison(node, left, right);
}

static struct reference value_of(const struct node *node, const struct expr_context *context,
                                 size_t vendor)
{
    switch (node->kind) {
    case NODE_CALL:
        return value_of_call(node, context, vendor);
    case NODE_ANSWER:
        return value_of_answer(node, context, vendor);
    case NODE_AS_OF:
        return of_number(context->as_of);
    case NODE_TOTAL:
        return of_number(context->scores->totals[vendor]);
    default:
        return value_of_constant(node);
    }
}

struct reference reference_value(const struct expr *expr, const struct expr_context *context,
                                 size_t vendor)
{
    return value_of(expr->root, context, vendor);
}

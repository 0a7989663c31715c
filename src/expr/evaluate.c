/* Evaluation: the leaves of the tree and the entry points. */
#include "batch.h"

#include <string.h>

#include "shortlist/silence.h"

/* --- Arrays ----------------------------------------------------------------------------------- */

struct batch batch_of(const struct expr_context *context, size_t first, size_t index, size_t count)
{
    return (struct batch){
        .context = context,
        .vendor = first + index,
        .index = index,
        .count = count,
        .blocks = (count + BLOCK - 1) / BLOCK,
    };
}

double *new_numbers(const struct batch *batch)
{
    return arena_array(batch->context->scratch, double, batch->blocks *BLOCK);
}

uint8_t *new_bytes(const struct batch *batch)
{
    return arena_array(batch->context->scratch, uint8_t, lanes_of(batch));
}

static uint64_t *new_sets(const struct batch *batch)
{
    return arena_array(batch->context->scratch, uint64_t, lanes_of(batch));
}

static struct text *new_texts(const struct batch *batch)
{
    return arena_array(batch->context->scratch, struct text, lanes_of(batch));
}

static bool is_whole(const struct batch *batch)
{
    return batch->count == lanes_of(batch);
}

struct vector borrowed_numbers(const struct batch *batch, const double *numbers)
{
    if (is_whole(batch))
        return (struct vector){.numbers = numbers};
    double *padded = new_numbers(batch);
    memcpy(padded, numbers, batch->count * sizeof *padded);
    return (struct vector){.numbers = padded};
}

/* --- One value for all ------------------------------------------------------------------------ */

struct vector constant_numbers(const struct batch *batch, double value)
{
    double *numbers = new_numbers(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        numbers[i] = value;
    return (struct vector){.numbers = numbers};
}

struct vector constant_truths(const struct batch *batch, uint8_t truth)
{
    uint8_t *truths = new_bytes(batch);
    memset(truths, truth, lanes_of(batch));
    return (struct vector){.bytes = truths};
}

static struct vector constant_sets(const struct batch *batch, uint64_t members)
{
    uint64_t *sets = new_sets(batch);
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        sets[i] = members;
    return (struct vector){.sets = sets, .bytes = constant_truths(batch, 1).bytes};
}

static struct vector constant_texts(const struct batch *batch, struct text text)
{
    struct text *texts = new_texts(batch);
    for (size_t i = 0; i < batch->count; i++)
        texts[i] = text.ptr == NULL ? TEXT("") : text;
    return (struct vector){.texts = texts};
}

static struct vector evaluate_constant(const struct batch *batch, const struct node *node)
{
    switch (node->type) {
    case VALUE_NUMBER:
    case VALUE_DATE:
        return constant_numbers(batch, node->value);
    case VALUE_TRUTH:
    case VALUE_OPTION:
        return constant_truths(batch, node->byte);
    case VALUE_SET:
        return constant_sets(batch, node->members);
    default:
        return constant_texts(batch, node->text);
    }
}

/* --- Answers ---------------------------------------------------------------------------------- */

bool is_dropped(const struct batch *batch, const struct node *node)
{
    return batch->context->criteria->criteria[node->position].dropped;
}

/* Vendors mostly answer: a column without gaps is used as it stands. */
static bool all_answered(const struct batch *batch, const uint8_t *marks)
{
    uint8_t gaps = 0;
    size_t lanes = lanes_of(batch);
    for (size_t i = 0; i < lanes; i++)
        gaps |= (uint8_t)(!mark_answered(marks[i]));
    return gaps == 0;
}

static inline void test_answered(const uint8_t *marks, size_t count, uint8_t *restrict answered)
{
    for (size_t i = 0; i < count; i++)
        answered[i] = mark_answered(marks[i]);
}

static void take_answered(const struct batch *batch, const uint8_t *marks, uint8_t *answered)
{
    if (is_whole(batch))
        test_answered(marks, lanes_of(batch), answered);
    else
        test_answered(marks, batch->count, answered);
}

static struct vector answered_numbers(const struct batch *batch, const struct column *column)
{
    const uint8_t *marks = column->marks + batch->vendor;
    const double *values = column->numbers + batch->vendor;
    if (is_whole(batch) && all_answered(batch, marks))
        return (struct vector){.numbers = values};
    double *numbers = new_numbers(batch);
    memcpy(numbers, values, batch->count * sizeof *numbers);
    silence_numbers(numbers, marks, batch->count);
    return (struct vector){.numbers = numbers};
}

static struct vector answered_dates(const struct batch *batch, const struct column *column)
{
    const uint8_t *marks = column->marks + batch->vendor;
    const int32_t *days = column->days + batch->vendor;
    double *numbers = new_numbers(batch);
    for (size_t i = 0; i < batch->count; i++)
        numbers[i] = (double)days[i];
    silence_numbers(numbers, marks, batch->count);
    return (struct vector){.numbers = numbers};
}

static inline void take_bytes(const uint8_t *marks, const uint8_t *options, size_t count,
                              uint8_t unknown, uint8_t *restrict bytes)
{
    for (size_t i = 0; i < count; i++) {
        uint8_t option = options[i];
        bytes[i] = mark_answered(marks[i]) ? option : unknown;
    }
}

static struct vector answered_bytes(const struct batch *batch, const struct column *column,
                                    uint8_t unknown)
{
    const uint8_t *marks = column->marks + batch->vendor;
    const uint8_t *options = column->options + batch->vendor;
    uint8_t *bytes = new_bytes(batch);
    if (is_whole(batch))
        take_bytes(marks, options, lanes_of(batch), unknown, bytes);
    else
        take_bytes(marks, options, batch->count, unknown, bytes);
    return (struct vector){.bytes = bytes};
}

static struct vector answered_sets(const struct batch *batch, const struct column *column)
{
    const uint8_t *marks = column->marks + batch->vendor;
    uint64_t *sets = new_sets(batch);
    uint8_t *known = new_bytes(batch);
    memcpy(sets, column->sets + batch->vendor, batch->count * sizeof *sets);
    take_answered(batch, marks, known);
    return (struct vector){.sets = sets, .bytes = known};
}

static struct vector answered_texts(const struct batch *batch, const struct column *column)
{
    const uint8_t *marks = column->marks + batch->vendor;
    const struct text *answers = column->texts + batch->vendor;
    struct text *texts = new_texts(batch);
    for (size_t i = 0; i < batch->count; i++) {
        if (mark_answered(marks[i]))
            texts[i] = answers[i].ptr == NULL ? TEXT("") : answers[i];
    }
    return (struct vector){.texts = texts};
}

/* Every answer unknown, in any type. */
static struct vector unknown_answers(const struct batch *batch, enum value_type type)
{
    switch (type) {
    case VALUE_TRUTH:
        return constant_truths(batch, TRUTH_UNKNOWN);
    case VALUE_OPTION:
        return constant_truths(batch, NO_OPTION);
    case VALUE_SET:
        return (struct vector){.sets = new_sets(batch), .bytes = new_bytes(batch)};
    case VALUE_TEXT:
        return (struct vector){.texts = new_texts(batch)};
    default:
        return constant_numbers(batch, UNKNOWN_NUMBER);
    }
}

static struct vector evaluate_answer(const struct batch *batch, const struct node *node)
{
    if (is_dropped(batch, node))
        return unknown_answers(batch, node->type);
    const struct column *column = &batch->context->answers->columns[node->position];
    switch (node->type) {
    case VALUE_TRUTH:
        return answered_bytes(batch, column, TRUTH_UNKNOWN);
    case VALUE_OPTION:
        return answered_bytes(batch, column, NO_OPTION);
    case VALUE_DATE:
        return answered_dates(batch, column);
    case VALUE_SET:
        return answered_sets(batch, column);
    case VALUE_TEXT:
        return answered_texts(batch, column);
    default:
        return answered_numbers(batch, column);
    }
}

/* --- Nodes ------------------------------------------------------------------------------------ */

static struct vector values_of(struct batch *batch, const struct node *node)
{
    switch (node->kind) {
    case NODE_ANSWER:
        return evaluate_answer(batch, node);
    case NODE_AS_OF:
        return constant_numbers(batch, batch->context->as_of);
    case NODE_TOTAL:
        return borrowed_numbers(batch, batch->context->scores->totals + batch->index);
    case NODE_CALL:
        return node->function->evaluate(batch, node);
    default:
        return evaluate_constant(batch, node);
    }
}

bool is_unknown(const struct vector *vector, enum value_type type)
{
    switch (type) {
    case VALUE_TRUTH:
        return vector->bytes[0] == TRUTH_UNKNOWN;
    case VALUE_OPTION:
        return vector->bytes[0] == NO_OPTION;
    case VALUE_SET:
        return vector->bytes[0] == 0;
    case VALUE_TEXT:
        return vector->texts[0].ptr == NULL;
    default:
        return isnan(vector->numbers[0]);
    }
}

struct vector node_values(struct batch *batch, const struct node *node)
{
    struct vector vector = values_of(batch, node);
    if (batch->unknown != NULL)
        batch->unknown[node->number] = is_unknown(&vector, node->type);
    return vector;
}

void expr_numbers(const struct expr *expr, const struct expr_context *context, size_t first,
                  size_t count, double *values)
{
    struct batch batch = batch_of(context, first, 0, count);
    struct vector vector = node_values(&batch, expr->root);
    memcpy(values, vector.numbers, count * sizeof *values);
}

void expr_truths(const struct expr *expr, const struct expr_context *context, size_t first,
                 size_t count, uint8_t *values)
{
    struct batch batch = batch_of(context, first, 0, count);
    struct vector vector = node_values(&batch, expr->root);
    memcpy(values, vector.bytes, count * sizeof *values);
}

/* The one table of operators and functions. A new one is a row here, its evaluation, and what it
 * can come out as. */
#include "batch.h"
#include "outcomes.h"

/* clang-format off */
#define OUTCOME_VALUE_TRUTH(name)  .assume = assume_##name
#define OUTCOME_VALUE_NUMBER(name) .span = span_##name

#define BINARY(spelling, binding, operands, result, name)                                          \
    {spelling, INFIX, binding, operands, 2, 2, result, STAGE_NEEDS, evaluate_##name,               \
     OUTCOME_##result(name)}

#define UNARY(spelling, binding, operands, result, name)                                           \
    {spelling, PREFIX, binding, operands, 1, 1, result, STAGE_NEEDS, evaluate_##name,              \
     OUTCOME_##result(name)}

#define FUNCTION(name, operands, least, most, result, stage)                                       \
    {#name, CALL, BINDS_NOTHING, operands, least, most, result, stage, evaluate_##name,            \
     OUTCOME_##result(name)}

#define COHORT(name, outcome)                                                                      \
    {#name, CALL, BINDS_NOTHING, OPERANDS_COHORT, 1, 1, VALUE_NUMBER, STAGE_COHORT,                \
     evaluate_##name, OUTCOME_VALUE_NUMBER(outcome)}

const struct function function_table[] = {
    BINARY("or",      BINDS_OR,         OPERANDS_TRUTHS,  VALUE_TRUTH,  or),
    BINARY("and",     BINDS_AND,        OPERANDS_TRUTHS,  VALUE_TRUTH,  and),
    UNARY("not",      BINDS_NOT,        OPERANDS_TRUTHS,  VALUE_TRUTH,  not),
    BINARY("==",      BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  equal),
    BINARY("!=",      BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  unequal),
    BINARY("<",       BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  less),
    BINARY("<=",      BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  at_most),
    BINARY(">",       BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  greater),
    BINARY(">=",      BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  at_least),
    BINARY("in",      BINDS_COMPARISON, OPERANDS_IN,      VALUE_TRUTH,  in),
    BINARY("has",     BINDS_COMPARISON, OPERANDS_HAS,     VALUE_TRUTH,  has),
    BINARY("has_all", BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  has_all),
    BINARY("has_any", BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  has_any),
    BINARY("+",       BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, add),
    BINARY("-",       BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, subtract),
    BINARY("*",       BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, multiply),
    BINARY("/",       BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, divide),
    UNARY("-",        BINDS_UNARY,      OPERANDS_NUMBERS, VALUE_NUMBER, negate),

    FUNCTION(abs,           OPERANDS_NUMBERS,   1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(min,           OPERANDS_NUMBERS,   2, ANY_COUNT, VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(max,           OPERANDS_NUMBERS,   2, ANY_COUNT, VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(days,          OPERANDS_DATE,      1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(count,         OPERANDS_COUNTABLE, 1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(answered,      OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(documented,    OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(verified,      OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(expired,       OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    COHORT(lowest,        figure),
    COHORT(highest,       figure),
    COHORT(mean,          mean),
    COHORT(median,        figure),
    COHORT(stddev,        stddev),
    COHORT(bids,          bids),
    COHORT(others_lowest, figure),
    COHORT(others_mean,   mean),
    COHORT(others_median, figure),
    FUNCTION(points,        OPERANDS_POINTS,    1, 1,         VALUE_NUMBER, STAGE_SCORES),
    FUNCTION(score,         OPERANDS_CATEGORY,  1, 1,         VALUE_NUMBER, STAGE_SCORES),
};
/* clang-format on */

const size_t function_count = sizeof function_table / sizeof *function_table;

const struct function *function_find(enum placing placing, struct text name)
{
    for (size_t i = 0; name.len > 0 && i < function_count; i++) {
        const struct function *function = &function_table[i];
        if (function->placing == placing && function->name[0] == name.ptr[0] &&
            text_equal(name, text_from(function->name)))
            return function;
    }
    return NULL;
}

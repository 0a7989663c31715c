/* The one table of operators and functions. A new one is a row here and its evaluation. */
#include "batch.h"

/* clang-format off */
#define BINARY(spelling, binding, operands, result, evaluate)                                      \
    {spelling, INFIX, binding, operands, 2, 2, result, STAGE_NEEDS, evaluate}

#define UNARY(spelling, binding, operands, result, evaluate)                                       \
    {spelling, PREFIX, binding, operands, 1, 1, result, STAGE_NEEDS, evaluate}

#define FUNCTION(name, operands, least, most, result, stage)                                       \
    {#name, CALL, BINDS_NOTHING, operands, least, most, result, stage, evaluate_##name}

const struct function function_table[] = {
    BINARY("or",      BINDS_OR,         OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_or),
    BINARY("and",     BINDS_AND,        OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_and),
    UNARY("not",      BINDS_NOT,        OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_not),
    BINARY("==",      BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  evaluate_equal),
    BINARY("!=",      BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  evaluate_unequal),
    BINARY("<",       BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_less),
    BINARY("<=",      BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_at_most),
    BINARY(">",       BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_greater),
    BINARY(">=",      BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_at_least),
    BINARY("in",      BINDS_COMPARISON, OPERANDS_IN,      VALUE_TRUTH,  evaluate_in),
    BINARY("has",     BINDS_COMPARISON, OPERANDS_HAS,     VALUE_TRUTH,  evaluate_has),
    BINARY("has_all", BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  evaluate_has_all),
    BINARY("has_any", BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  evaluate_has_any),
    BINARY("+",       BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_add),
    BINARY("-",       BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_subtract),
    BINARY("*",       BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_multiply),
    BINARY("/",       BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_divide),
    UNARY("-",        BINDS_UNARY,      OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_negate),

    FUNCTION(abs,           OPERANDS_NUMBERS,   1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(min,           OPERANDS_NUMBERS,   2, ANY_COUNT, VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(max,           OPERANDS_NUMBERS,   2, ANY_COUNT, VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(days,          OPERANDS_DATE,      1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(count,         OPERANDS_COUNTABLE, 1, 1,         VALUE_NUMBER, STAGE_NEEDS),
    FUNCTION(answered,      OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(documented,    OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(verified,      OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(expired,       OPERANDS_ANSWER,    1, 1,         VALUE_TRUTH,  STAGE_ANSWERS),
    FUNCTION(lowest,        OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(highest,       OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(mean,          OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(median,        OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(stddev,        OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(bids,          OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(others_lowest, OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(others_mean,   OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(others_median, OPERANDS_COHORT,    1, 1,         VALUE_NUMBER, STAGE_COHORT),
    FUNCTION(points,        OPERANDS_POINTS,    1, 1,         VALUE_NUMBER, STAGE_SCORES),
    FUNCTION(score,         OPERANDS_CATEGORY,  1, 1,         VALUE_NUMBER, STAGE_SCORES),
};
/* clang-format on */

const size_t function_count = sizeof function_table / sizeof *function_table;

const struct function *function_find(enum placing placing, struct text name)
{
    for (size_t i = 0; i < function_count; i++) {
        if (function_table[i].placing == placing &&
            text_equal(name, text_from(function_table[i].name)))
            return &function_table[i];
    }
    return NULL;
}

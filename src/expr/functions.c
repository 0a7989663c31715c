/* The one table of operators and functions. A new one is a row here and its evaluation. */
#include "batch.h"

#define OPERATOR(spelling, placing, binding, operands, result, evaluate)                           \
    {                                                                                              \
        spelling, placing, binding, operands, (placing) == INFIX ? 2 : 1,                          \
            (placing) == INFIX ? 2 : 1, result, STAGE_NEEDS, evaluate                              \
    }

#define FUNCTION(name, operands, least, most, result, stage)                                       \
    {                                                                                              \
#name, CALL, BINDS_NOTHING, operands, least, most, result, stage, evaluate_##name          \
    }

/* clang-format off */
const struct function function_table[] = {
    OPERATOR("or",     INFIX,  BINDS_OR,         OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_or),
    OPERATOR("and",    INFIX,  BINDS_AND,        OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_and),
    OPERATOR("not",    PREFIX, BINDS_NOT,        OPERANDS_TRUTHS,  VALUE_TRUTH,  evaluate_not),
    OPERATOR("==",     INFIX,  BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  evaluate_equal),
    OPERATOR("!=",     INFIX,  BINDS_COMPARISON, OPERANDS_EQUAL,   VALUE_TRUTH,  evaluate_unequal),
    OPERATOR("<",      INFIX,  BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_less),
    OPERATOR("<=",     INFIX,  BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_at_most),
    OPERATOR(">",      INFIX,  BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_greater),
    OPERATOR(">=",     INFIX,  BINDS_COMPARISON, OPERANDS_ORDER,   VALUE_TRUTH,  evaluate_at_least),
    OPERATOR("in",     INFIX,  BINDS_COMPARISON, OPERANDS_IN,      VALUE_TRUTH,  evaluate_in),
    OPERATOR("has",    INFIX,  BINDS_COMPARISON, OPERANDS_HAS,     VALUE_TRUTH,  evaluate_has),
    OPERATOR("has_all", INFIX,  BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  evaluate_has_all),
    OPERATOR("has_any", INFIX,  BINDS_COMPARISON, OPERANDS_MEMBERS, VALUE_TRUTH,  evaluate_has_any),
    OPERATOR("+",      INFIX,  BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_add),
    OPERATOR("-",      INFIX,  BINDS_SUM,        OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_subtract),
    OPERATOR("*",      INFIX,  BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_multiply),
    OPERATOR("/",      INFIX,  BINDS_TERM,       OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_divide),
    OPERATOR("-",      PREFIX, BINDS_UNARY,      OPERANDS_NUMBERS, VALUE_NUMBER, evaluate_negate),

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

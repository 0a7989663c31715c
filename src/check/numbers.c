/*
 * Numbers far from those of the other vendors: more than five times the median absolute deviation
 * from the median, which one number alone moves little. F. R. Hampel, The influence curve and its
 * role in robust estimation, 1974; B. Iglewicz, D. C. Hoaglin, How to detect and handle outliers,
 * 1993, whose limit of 3.5 for the modified z-score is 5.2 of these deviations.
 */
#include <math.h>
#include <stdlib.h>

#include "answers_review.h"
#include "shortlist/memory.h"
#include "shortlist/number.h"

enum { FEWEST_NUMBERS = 5, FARTHEST = 5 /* deviations */ };

struct answered_number {
    double value;
    uint32_t vendor;
};

static int compare_numbers(const void *left, const void *right)
{
    const struct answered_number *a = left;
    const struct answered_number *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->vendor > b->vendor) - (a->vendor < b->vendor);
}

static int compare_doubles(const void *left, const void *right)
{
    const double *a = left;
    const double *b = right;
    return (*a > *b) - (*a < *b);
}

/* Halves are added, for sums overflow. */
static double median_of(const double *sorted, size_t count)
{
    return sorted[(count - 1) / 2] / 2 + sorted[count / 2] / 2;
}

static void tell_outlying(struct answers_review *review, uint32_t criterion,
                          const struct answered_number *number, double median)
{
    const struct criterion *asked = &review->criteria->criteria[criterion];
    char value[NUMBER_SIZE];
    char middle[NUMBER_SIZE];
    number_plain(number->value, value);
    number_plain(median, middle);
    problem_add(review->problems, review->code, vendor_place(review, number->vendor),
                "`%.*s` answers `%.*s` with %s, far from the others: the median is %s",
                TEXT_ARG(review->answers->vendors[number->vendor].id), TEXT_ARG(asked->id.text),
                value, middle);
    problem_hint(review->problems, "ask whether it is meant in %.*s and as the question defines it",
                 TEXT_ARG(asked->unit.len > 0 ? asked->unit : TEXT("the same unit")));
}

/* `numbers` are sorted; `sorted` is room for as many. */
static void check_sorted(struct answers_review *review, uint32_t criterion,
                         const struct answered_number *numbers, size_t count, double *sorted)
{
    for (size_t i = 0; i < count; i++)
        sorted[i] = numbers[i].value;
    double median = median_of(sorted, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = fabs(numbers[i].value - median);
    qsort(sorted, count, sizeof *sorted, compare_doubles);
    double usual = median_of(sorted, count);
    for (size_t i = 0; usual > 0 && i < count; i++) {
        if (fabs(numbers[i].value - median) > FARTHEST * usual)
            tell_outlying(review, criterion, &numbers[i], median);
    }
}

static void check_numbers_of(struct answers_review *review, uint32_t criterion)
{
    const struct column *column = &review->answers->columns[criterion];
    struct answered_number *numbers = memory_new(review->answers->count, sizeof *numbers);
    double *sorted = memory_new(review->answers->count, sizeof *sorted);
    size_t count = 0;
    for (uint32_t v = 0; v < review->answers->count; v++) {
        if (mark_answered(column->marks[v]) && !vendor_excluded(review, v))
            numbers[count++] = (struct answered_number){column->numbers[v], v};
    }
    if (count >= FEWEST_NUMBERS) {
        qsort(numbers, count, sizeof *numbers, compare_numbers);
        check_sorted(review, criterion, numbers, count, sorted);
    }
    memory_free(sorted);
    memory_free(numbers);
}

void check_outlying_numbers(struct answers_review *review)
{
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (vendors_answer(criterion) && criterion->type == TYPE_NUMBER)
            check_numbers_of(review, c);
    }
}

/* Processor time of this program, and the middle of many times. */
#ifndef BENCH_PROCESSOR_TIME_H
#define BENCH_PROCESSOR_TIME_H

#include <stdlib.h>
#include <time.h>

/* In µs. */
static inline double processor_time(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

static inline int compare_times(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

/* Sorts the times. */
static inline double median_time(double *times, size_t count)
{
    qsort(times, count, sizeof *times, compare_times);
    return times[count / 2];
}

#endif

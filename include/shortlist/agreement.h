/*
 * How well raters agree: Krippendorff's alpha and Kendall's W.
 *
 * Sources: K. Krippendorff, Content Analysis, 3rd ed. 2013, ch. 12, and "Computing Krippendorff's
 * Alpha-Reliability" (2011); M. G. Kendall and B. Babington Smith, "The Problem of m Rankings",
 * Annals of Mathematical Statistics 10 (1939), with the correction for ties of M. G. Kendall, Rank
 * Correlation Methods (1948), ch. 6.
 *
 * Two values are equal as in every comparison (number_equal of number.h): 0.3 on a scale to 0.5 is
 * as high as 6 on a scale to 10.
 */
#ifndef SHORTLIST_AGREEMENT_H
#define SHORTLIST_AGREEMENT_H

#include <stddef.h>

/* values[unit * raters + rater], NaN where a rater said nothing of a unit. */
struct agreement {
    const double *values;
    size_t units;
    size_t raters;
};

enum alpha_metric {
    ALPHA_INTERVAL, /* squared differences of values */
    ALPHA_ORDINAL,  /* squared differences of ranks, those of equal values being the mean */
};

/*
 * 1 - observed / expected disagreement, over the units that two raters or more judged; 1 is perfect
 * agreement, 0 what chance would give. NaN where nothing can be compared, or all values are equal.
 */
double agreement_alpha(const struct agreement *agreement, enum alpha_metric metric);

/*
 * 12 S / (m^2 (n^3 - n) - m T) over the n units that all m raters judged, 0..1, T being the sum of
 * t^3 - t over the groups of t equal values of each rater. `*units` is n. NaN with fewer than two
 * raters or two such units, or where every rater gave all of them the same.
 */
double agreement_w(const struct agreement *agreement, size_t *units);

/* What an alpha means, in Krippendorff's words: from .800 reliable, from .667 tentative. Judged by
 * the three decimals that are shown. */
enum alpha_meaning { ALPHA_UNDEFINED, ALPHA_UNRELIABLE, ALPHA_TENTATIVE, ALPHA_RELIABLE };

enum alpha_meaning alpha_meaning(double alpha);

#endif

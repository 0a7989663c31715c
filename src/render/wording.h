/* How the reports for people put things. Texts that are made live in the page's scratch. */
#ifndef SHORTLIST_RENDER_WORDING_H
#define SHORTLIST_RENDER_WORDING_H

#include "page.h"
#include "shortlist/evaluation.h"
#include "shortlist/scorecard.h"

/* A vendor's name, and its id in parentheses, or empty where it says no more than the name. */
struct text vendor_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor);
struct text vendor_id_words(struct page *page, struct text name, struct text id);

/* Writes both: the name strong, the id faint. */
void vendor_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                  uint32_t vendor);

/* "1 vendor", "2 vendors". */
struct text count_words(struct page *page, size_t count, const char *one, const char *many);

/* Of one vendor: "2 of 3 judgements are open", "none of our 3 judgements has been made". */
struct text judgement_words(struct page *page, size_t open, size_t all);

/* Of several: "7 of 64 judgements are open", "none of our 3 judgements has been made for any of 5
 * vendors". */
struct text judgements_words(struct page *page, const struct standing *standing);

/* How many names or ids are given in a row: twelve on a terminal, elsewhere all. */
size_t most_named(const struct page *page);

/* "tone, clarity and 3 more": the ids of criteria, as many as are given in a row. */
struct text criteria_words(struct page *page, const struct criteria *criteria,
                           const uint32_t *positions, size_t count);

/* "11 questions open"; empty when none is. */
struct text open_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor);

/* A cell in words; a computed number or a mean with no more decimals than a reader wants. */
struct text cell_words(struct page *page, const struct criterion *criterion,
                       const struct cell *cell);

/* An answer in the same words. */
struct text answer_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor,
                         uint32_t criterion);

/* A score with the decimals of the criteria; "-" for none. */
struct text score_words(struct page *page, const struct evaluation *evaluation, double score);

/* Columns that the widest score takes. */
size_t score_columns(const struct evaluation *evaluation);

/* Decimals of contributions: at least two, or small ones would all be shown as 0. */
int detail_decimals(const struct evaluation *evaluation);

/* "Ranking", "Knocked out", …: the heading above those of a status. */
const char *status_title(const struct result *result);

/* "1", or "2=" for a shared rank. */
struct text rank_words(struct page *page, const struct result *result);

/* "71.20 to 79.50 once everything is answered"; empty when nothing is open. */
struct text range_words(struct page *page, const struct evaluation *evaluation,
                        const struct result *result);

/* "tied with Acme and Brio"; empty when it is not. */
struct text tie_words(struct page *page, const struct evaluation *evaluation, uint32_t vendor);

/* "same score as Acme, placed by the tie-break on security, price_hour"; empty when not so. */
struct text tie_break_words(struct page *page, const struct evaluation *evaluation,
                            uint32_t vendor);

/*
 * The reasons of a knock-out, one after the other: begin with `*at` 0. False, and `*reason` as it
 * was, when there is no more.
 */
bool next_reason(struct page *page, const struct card *card, uint32_t *at, struct text *reason);

/* The ids of the knock-outs that are not judged yet: "a, b". */
struct text open_knockouts(struct page *page, const struct evaluation *evaluation,
                           const struct result *result);

/* "conditional: may still be knocked out by RULE"; empty when it is not. */
struct text conditional_words(struct page *page, const struct evaluation *evaluation,
                              const struct result *result);

/* "-5 points", or empty for no penalty. */
struct text penalty_words(struct page *page, double penalty);

/* A weight, with at most two decimals where it is the long fraction that sharing out left. */
struct text weight_words(struct page *page, double weight);

/* "13.2 %" of a share in 0..1. */
struct text share_words(struct page *page, double share);

/* "a, b and c" from ids, the buyer's own criteria marked as ours. */
struct text waiting_words(struct page *page, const struct evaluation *evaluation,
                          const struct card_unresolved *unresolved);

/* Writes what a criterion asks, with its id. */
void criterion_write(struct page *page, size_t hanging, const struct criterion *criterion);

const char *severity_title(enum severity severity); /* "KNOCK-OUT", "CRITICAL", … */
const char *severity_sign(const struct page *page, enum severity severity);
enum ink severity_ink(enum severity severity);

#endif

/* The parts that the reports for people are put together from. Those that are no tables go into the
 * Markdown reports too: page.h knows the difference. */
#ifndef SHORTLIST_RENDER_PRINT_H
#define SHORTLIST_RENDER_PRINT_H

#include "findings.h"
#include "page.h"
#include "shortlist/render.h"
#include "shortlist/scorecard.h"

/* Where the scores by category are shown. */
enum category_scores {
    SCORES_LEFT_OUT,
    SCORES_BY_VENDOR,   /* columns beside the ranking, a row a vendor */
    SCORES_BY_CATEGORY, /* columns beside the weights, a row a category */
};

/* The ranking, the knocked out with their reasons, the unscored, the unread. */
void print_ranking(struct page *page, const struct report *report, const struct findings *findings,
                   enum category_scores scores);

/* "71.20 to 79.50 once everything is answered; 3 questions open": what is to be said of a score;
 * empty where it is nothing. */
struct text remark_words(struct page *page, const struct evaluation *evaluation,
                         const struct card *card);

/* Says that what is open may still change the order of the ranked among the first `shown`. */
void print_overlap(struct page *page, const struct evaluation *evaluation, size_t shown);

/* How many vendors there are and what became of them; the stamps. */
void print_summary(struct page *page, const struct report *report);

/* Where there is room for the scores by category. */
enum category_scores category_scores_place(struct page *page, const struct report *report,
                                           size_t shown);

/* Whether there is room beside the ranking for a column a category. */
bool ranking_has_room(struct page *page, const struct report *report, size_t shown);

/* Weights and shares, with the scores by category where they are to stand here. */
void print_weights(struct page *page, const struct report *report, size_t shown,
                   enum category_scores scores);

/* Whether there is room beside the weights for a column a vendor. */
bool weights_have_room(struct page *page, const struct report *report, size_t shown);

/* How many of the vendors shown have a score; those behind them in the order have none. */
size_t scored_vendors(const struct evaluation *evaluation, size_t shown);

/*
 * The heading of a column for a category: the beginning of its id, or its number where two ids
 * begin alike (keys_are_numbers). The list of weights says what they stand for.
 */
bool keys_are_numbers(const struct criteria *criteria, size_t columns);
struct text category_key(struct page *page, const struct criteria *criteria, size_t category,
                         size_t columns, bool number);

/* Columns of a score by category and of its key. */
size_t category_columns(const struct evaluation *evaluation);

/* Red flags of the vendors in the findings, worst first, then those that are waived; of one vendor
 * without its name. */
void print_flags(struct page *page, const struct report *report, const struct findings *findings);
void print_flags_of_card(struct page *page, const struct report *report, const struct card *card);

/* What the raters noted about an answer, a line each: "Ana Petrov: reference call with Harrow". */
void print_notes(struct page *page, size_t indent, const struct evaluation *evaluation,
                 uint32_t vendor, uint32_t criterion);

/* Where the ranking would be another one without the panel's waivers. */
void print_without_waivers(struct page *page, const struct report *report);

/* What the panel decided about vendors, in their order; nothing where it decided nothing. With
 * `effects` also what waivers changed, for reports that do not list the flags. */
void print_decisions(struct page *page, const struct report *report, const uint32_t *vendors,
                     size_t count, bool effects);

/* Waivers of what has not fired, which explain can show beside no flag. */
void print_decisions_besides(struct page *page, const struct report *report,
                             const struct card *card);

/* What a decision is on, and what it put in place of what. */
void decision_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                    const struct decision *decision);

/* Who judged how much, and which judgements are open; nothing where nobody has rated anything. */
void print_judging(struct page *page, const struct report *report);

/* The evidence that raters stated and that counts instead of what the vendors state. */
void print_raters_evidence(struct page *page, const struct evaluation *evaluation);

/* What could not be judged, and the questions to ask. */
void print_open(struct page *page, const struct report *report, const struct findings *findings);
void print_unresolved(struct page *page, size_t indent, const struct evaluation *evaluation,
                      const struct card *card);

/* Columns for the titles of categories, as wide as the widest of those that are not too wide. */
size_t title_columns(struct page *page, const struct criteria *criteria);

/* The tables of a scorecard, and one thing that the panel decided about its vendor, without the
 * reason. */
void print_card_categories(struct page *page, const struct evaluation *evaluation,
                           const struct card *card);
void print_card_picks(struct page *page, const struct evaluation *evaluation,
                      const struct card *card, const struct scorecard *scorecard);
void print_card_decision(struct page *page, const struct evaluation *evaluation,
                         const struct decision *decision, bool first);

/*
 * The name of a vendor; its rank, score, and what is to be said of them; how the penalties came off
 * `sum`, the sum before them; the reasons when it is knocked out. Each on a line of its own.
 */
void print_headline(struct page *page, const struct evaluation *evaluation,
                    const struct judgements *judgements, const struct card *card, double sum);

/* What is evaluated, for whom: how every report begins. */
void print_title(struct page *page, const struct report *report);
void print_title_of(struct page *page, const struct criteria *criteria, const struct text *profiles,
                    size_t profile_count);

/* The needs and their values; nothing where there are none. */
void print_needs(struct page *page, const struct criteria *criteria);

/* The value of a need: "voice, email"; its words by label. */
struct text need_words(struct page *page, const struct need *need);

/* Who leads, and what the numbers do not say of the two. */
void print_lead(struct page *page, const struct evaluation *evaluation,
                const struct comparison *comparison);

/* An answer, what it rests on, and whose word it is: "28 %, documented, as decided". */
void compared_answer_write(struct page *page, size_t hanging, const struct evaluation *evaluation,
                           const struct card *card, uint32_t position);

/* How many criteria make no difference; nothing where none does. */
void print_no_difference(struct page *page, size_t count);

/*
 * The heads of columns for vendors: the ids, cut where they are too wide; letters where that would
 * leave two alike, and then a legend below the table says whose they are.
 */
struct heads {
    const struct text *ids;
    size_t count;
    const size_t *columns; /* of each */
    bool letters;
};

struct heads heads_make(struct page *page, const struct text *ids, const size_t *columns,
                        size_t count);
struct text heads_text(struct page *page, const struct heads *heads, size_t vendor);
void heads_legend(struct page *page, size_t indent, const struct heads *heads);

/* What a closing is about. */
struct closing {
    const uint32_t *vendors; /* those that the report is about; NULL: all */
    size_t vendor_count;
    bool parts; /* the report shows parts of a total, each rounded */
};

/* Stamps, as-of date, files by role. */
void print_closing(struct page *page, const struct report *report, const struct closing *closing);

#endif

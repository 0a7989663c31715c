/* How the reports for people put what the panel decided. Texts that are made live in the page's
 * scratch. */
#ifndef SHORTLIST_RENDER_DECISION_WORDS_H
#define SHORTLIST_RENDER_DECISION_WORDS_H

#include "page.h"
#include "shown.h"
#include "shortlist/evaluation.h"
#include "shortlist/waivers.h"

/*
 * What a decision about an answer put in place of what: "41 % instead of 28 % that the vendor
 * states", "evidence verified instead of documented"; "waived" and "excluded" of the others.
 */
struct text decided_words(struct page *page, const struct evaluation *evaluation,
                          const struct decision *decision);

/* "Evaluation panel, 2026-11-18"; empty where the file says neither. */
struct text signature_words(struct page *page, const struct decision *decision);

/* "vendor confirmed (Evaluation panel, 2026-11-18; source: ref2.txt)"; the signature only where it
 * is asked for. */
struct text reason_words(struct page *page, const struct decision *decision, bool with_signature);

/* "rank 3 instead of 2, score 61.65 instead of 66.65"; empty when both are the same. */
struct text held_words(struct page *page, const struct evaluation *evaluation,
                       const struct held *held, const struct held *instead);

/* What a waiver changed: "rank 3 instead of 2", "the same rank and score". */
struct text without_waiver_words(struct page *page, const struct evaluation *evaluation,
                                 const struct waiver_effect *effect);

/* "ranked because the panel waives no_iso", the knock-outs of a ranked vendor that are waived;
 * empty when there is none. Of a card with its flags. */
struct text ranked_by_waiver_words(struct page *page, const struct card *card);

#endif

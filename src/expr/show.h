/* Values as people read them: numbers shortest, options by label, sets joined by commas. */
#ifndef SHORTLIST_EXPR_SHOW_H
#define SHORTLIST_EXPR_SHOW_H

#include <stdint.h>

#include "shortlist/criteria.h"
#include "shortlist/text.h"

void show_number(struct text_buffer *buffer, double number);
void show_date(struct text_buffer *buffer, double days);

/* The members, or "none". */
void show_set(struct text_buffer *buffer, const struct options *options, uint64_t members);
void show_words(struct text_buffer *buffer, const struct options *options,
                const struct words *words);

/* The label of a word, where the options (or NULL) declare one. */
struct text label_of(const struct options *options, struct text word);

#endif

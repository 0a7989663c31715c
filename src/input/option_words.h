/*
 * The words that a cell of a table may say, ids and labels of options, for looking up millions of
 * them: a hash table over the first eight bytes of each, which most words do not exceed; of longer
 * ones all bytes count.
 */
#ifndef SHORTLIST_INPUT_OPTION_WORDS_H
#define SHORTLIST_INPUT_OPTION_WORDS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/text.h"

/* What a word means, in a slot. */
struct option_word {
    uint64_t head; /* see word_head, long_head */
    uint32_t text; /* the whole word: option_words.texts */
    uint16_t len;
    uint8_t taken; /* 1 + the state of an answer: 0 is a free slot */
    uint8_t option;
};

struct option_words {
    struct option_word *slots; /* open addressing */
    size_t mask;               /* how many slots there are, a power of two, less one */
    unsigned shift;            /* which bits of a head make its slot */
    unsigned other_shift;
    bool has_long; /* words of more than eight bytes */
    const struct text *texts;
};

/*
 * The words of a choice or a set: ids, and labels as they are written, of which ids win; or those
 * of a yes_no. Everything lives in the arena, or where the options do. Words that say that a
 * question is open, or n/a, are never an option's; `with_states`: the usual ones are there with
 * that meaning.
 */
struct option_words option_words_make(const struct options *options, bool with_states,
                                      struct arena *arena);
struct option_words truth_words_make(struct arena *arena);

/* [n]: the first n bytes of eight. */
extern const uint64_t head_masks[9];

/* The first eight bytes as a number, of a shorter word filled up with zeros. Eight bytes from its
 * first one on must be there to be read. Words of all lengths follow each other: no branch. */
static inline uint64_t word_head(const char *word, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)word;
    uint64_t head = (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 |
                    (uint64_t)bytes[3] << 24 | (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 |
                    (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
    return head & head_masks[len < 8 ? len : 8];
}

/* The head of a word of at most seven letters. */
#define WORD_HEAD(word) word_head(word "\0\0\0\0\0\0\0", sizeof(word) - 1)

/* The same of a longer word: all its bytes. */
uint64_t long_head(const char *word, size_t len);

static inline size_t word_slot(const struct option_words *words, uint64_t head)
{
    return (size_t)(head ^ head >> words->shift ^ head >> words->other_shift) & words->mask;
}

/* The meaning of a word, of which the bytes are as word_head wants them; or NULL. */
static inline const struct option_word *option_words_find(const struct option_words *words,
                                                          const char *word, size_t len)
{
    /* Where there are no long words, a long one is none of them by its length. */
    const uint64_t head = len > 8 && words->has_long ? long_head(word, len) : word_head(word, len);
    size_t at = word_slot(words, head);
    for (; words->slots[at].taken != 0; at = (at + 1) & words->mask) {
        const struct option_word *slot = &words->slots[at];
        if (slot->head == head && slot->len == len &&
            (len <= 8 || memcmp(words->texts[slot->text].ptr, word, len) == 0))
            return slot;
    }
    return NULL;
}

#endif

/* Making tables of words. */
#include "option_words.h"

#include "shortlist/answers.h"
#include "values.h"

const uint64_t head_masks[9] = {
    0,
    UINT64_C(0xff),
    UINT64_C(0xffff),
    UINT64_C(0xffffff),
    UINT64_C(0xffffffff),
    UINT64_C(0xffffffffff),
    UINT64_C(0xffffffffffff),
    UINT64_C(0xffffffffffffff),
    UINT64_C(0xffffffffffffffff),
};

/* Every bit spread over many. The factors are those of 32 bits in xxHash (Y. Collet); the products
 * of halves do not overflow. */
static uint64_t spread(uint64_t bits)
{
    const uint64_t low = (bits & UINT32_MAX) * UINT64_C(0x9e3779b1);
    const uint64_t high = (bits >> 32) * UINT64_C(0x85ebca77);
    return low ^ (high >> 32 | (high & UINT32_MAX) << 32);
}

uint64_t long_head(const char *word, size_t len)
{
    uint64_t head = len;
    for (; len > 8; word += 8, len -= 8)
        head = spread(head ^ word_head(word, 8));
    /* Only the bytes that are left. */
    char rest[8] = {0};
    memcpy(rest, word, len);
    return spread(spread(head ^ word_head(rest, len)));
}

/* Words before they have their slots. */
struct meanings {
    struct text *texts;
    struct option_word *words;
    size_t count;
};

enum {
    STATES = 9,       /* see add_states */
    LONGEST = 64 * 64 /* words beyond it are looked up elsewhere */
};

static struct meanings meanings_for(size_t count, struct arena *arena)
{
    return (struct meanings){
        .texts = arena_array(arena, struct text, count),
        .words = arena_array(arena, struct option_word, count),
    };
}

static void add_meaning(struct meanings *meanings, struct text text, enum answer_state state,
                        uint8_t option)
{
    char padded[8] = {0};
    if (text.len > LONGEST)
        return;
    if (text.len > 0)
        memcpy(padded, text.ptr, text.len < sizeof(padded) ? text.len : sizeof(padded));
    const size_t at = meanings->count++;
    meanings->texts[at] = text;
    meanings->words[at] = (struct option_word){
        .head = text.len > 8 ? long_head(text.ptr, text.len) : word_head(padded, text.len),
        .text = (uint32_t)at,
        .len = (uint16_t)text.len,
        .taken = (uint8_t)(1 + state),
        .option = option,
    };
}

/* Of equal words the first added is found. False when another word has taken its slot. */
static bool take_slot(struct option_words *words, const struct option_word *word)
{
    size_t first = word_slot(words, word->head);
    size_t at = first;
    for (; words->slots[at].taken != 0; at = (at + 1) & words->mask) {
        if (text_equal(words->texts[words->slots[at].text], words->texts[word->text]))
            return true;
    }
    words->slots[at] = *word;
    return at == first;
}

/* Fills the slots, and returns how many words do not stand where they are looked for first. */
static size_t fill(struct option_words *words, const struct meanings *meanings)
{
    size_t displaced = 0;
    memset(words->slots, 0, (words->mask + 1) * sizeof(*words->slots));
    for (size_t i = 0; i < meanings->count; i++)
        displaced += take_slot(words, &meanings->words[i]) ? 0 : 1;
    return displaced;
}

/* The shifts by which most words, for a few words all of them, have slots of their own. Where there
 * are hundreds of words a few shifts must do. */
static void find_shifts(struct option_words *words, const struct meanings *meanings)
{
    enum { SLOTS_FILLED = 32 * 1024 };
    struct option_words tried = *words;
    size_t fewest = SIZE_MAX;
    size_t filled = 0;
    for (tried.shift = 1; tried.shift < 32; tried.shift++) {
        for (tried.other_shift = 9; tried.other_shift < 64; tried.other_shift += 5) {
            size_t displaced = fill(&tried, meanings);
            if (displaced < fewest) {
                fewest = displaced;
                *words = tried;
            }
            filled += words->mask + 1;
            if (displaced == 0 || filled >= SLOTS_FILLED)
                return;
        }
    }
}

static struct option_words make_words(const struct meanings *meanings, struct arena *arena)
{
    size_t slots = 16;
    while (slots < 8 * meanings->count)
        slots *= 2;
    struct option_words words = {
        .slots = arena_array(arena, struct option_word, slots),
        .mask = slots - 1,
        .texts = meanings->texts,
    };
    for (size_t i = 0; i < meanings->count; i++)
        words.has_long |= meanings->words[i].len > 8;
    find_shifts(&words, meanings);
    (void)fill(&words, meanings);
    return words;
}

/* Nothing and ~ say so, and as people write them null and n/a; csv_node knows all other cases. */
static void add_states(struct meanings *meanings)
{
    static const char *const open[] = {"", "~", "null", "Null", "NULL"};
    static const char *const not_applicable[] = {"n/a", "N/A", "N/a", "n/A"};
    for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++)
        add_meaning(meanings, text_from(open[i]), STATE_OPEN, 0);
    for (size_t i = 0; i < sizeof(not_applicable) / sizeof(not_applicable[0]); i++)
        add_meaning(meanings, text_from(not_applicable[i]), STATE_NA, 0);
}

/* A word of an option, unless csv_node makes something else of a cell with it: an open question,
 * n/a, or a word without the blanks around it, which is no option's. */
static void add_option(struct meanings *meanings, struct text word, size_t option)
{
    bool is_state = is_open_word(word) || text_equal_fold(word, TEXT("n/a"));
    if (!is_state && trim_space(word).len == word.len)
        add_meaning(meanings, word, STATE_ANSWERED, (uint8_t)option);
}

struct option_words option_words_make(const struct options *options, bool with_states,
                                      struct arena *arena)
{
    struct meanings meanings = meanings_for(STATES + 2 * options->count, arena);
    if (with_states)
        add_states(&meanings);
    for (size_t i = 0; i < options->count; i++)
        add_option(&meanings, options->items[i].id, i);
    for (size_t i = 0; i < options->count; i++)
        add_option(&meanings, options->items[i].label, i);
    return make_words(&meanings, arena);
}

struct option_words truth_words_make(struct arena *arena)
{
    /* As people and spreadsheets write them; truth_parse knows all other cases. */
    static const char *const usual[2][6] = {
        {"no", "No", "NO", "false", "False", "FALSE"},
        {"yes", "Yes", "YES", "true", "True", "TRUE"},
    };
    enum { WORDS = sizeof(usual[0]) / sizeof(usual[0][0]) };
    struct meanings meanings = meanings_for(STATES + 2 * WORDS, arena);
    add_states(&meanings);
    for (uint8_t truth = 0; truth < 2; truth++) {
        for (size_t i = 0; i < WORDS; i++)
            add_meaning(&meanings, text_from(usual[truth][i]), STATE_ANSWERED, truth);
    }
    return make_words(&meanings, arena);
}

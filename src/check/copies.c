/*
 * Bids that were copied: vendors whose answers are the same, and vendors whose words are. Vendors
 * are sorted by a fingerprint of what they say, so that not every pair is compared.
 */
#include <stdlib.h>

#include "answers_review.h"
#include "shortlist/memory.h"
#include "shortlist/unicode.h"

enum {
    /* Fewer answers may be the same by chance. So may any number of them where every good vendor
     * says yes: some must be numbers, dates or texts. */
    FEWEST_ANSWERS = 5,
    FEWEST_FREE_ANSWERS = 2,
    SHORTEST_TEXT = 40 /* characters; what is shorter may be the obvious words */
};

/* Its own word, whatever was decided since. */
static struct cell own_cell(const struct answers_review *review, uint32_t vendor,
                            uint32_t criterion)
{
    const struct settlement *settlement = review->evaluation->settlement;
    const struct cell *own = NULL;
    if (settlement != NULL && settlement->count > 0)
        own = settlement_own(settlement, vendor, criterion);
    struct cell cell = own != NULL ? *own : answers_cell(review->answers, vendor, criterion);
    if (mark_answered(cell.mark) && review->criteria->criteria[criterion].type == TYPE_TEXT)
        cell.value.text = text_trim(cell.value.text);
    return cell;
}

/* --- Fingerprints ----------------------------------------------------------------------------- */

/* What a vendor said, as one number: bytes as the coefficients of a polynomial modulo a prime. R.
 * M. Karp, M. O. Rabin, Efficient randomized pattern-matching algorithms, 1987. */
struct fingerprint {
    uint32_t vendor;
    uint64_t value;
};

static const uint64_t fingerprint_prime = (UINT64_C(1) << 55) - 55;

static void add_bytes(struct fingerprint *fingerprint, const void *bytes, size_t count)
{
    const unsigned char *byte = bytes;
    for (size_t i = 0; i < count; i++)
        fingerprint->value = (fingerprint->value * 257 + byte[i] + 1) % fingerprint_prime;
}

static void add_value(struct fingerprint *fingerprint, enum answer_type type,
                      const union value *value)
{
    double number = 0;
    switch (type) {
    case TYPE_NUMBER:
    case TYPE_RATING:
        number = value->number + 0.0; /* -0 is 0 */
        add_bytes(fingerprint, &number, sizeof number);
        break;
    case TYPE_DATE:
        add_bytes(fingerprint, &value->day, sizeof value->day);
        break;
    case TYPE_SET:
        add_bytes(fingerprint, &value->set, sizeof value->set);
        break;
    case TYPE_TEXT:
        add_bytes(fingerprint, value->text.ptr, value->text.len);
        break;
    case TYPE_YES_NO:
    case TYPE_CHOICE:
    case ANSWER_TYPES:
        add_bytes(fingerprint, &value->option, sizeof value->option);
        break;
    }
}

static bool is_free(enum answer_type type)
{
    return type == TYPE_NUMBER || type == TYPE_DATE || type == TYPE_TEXT;
}

/* False where it gave too few answers. */
static bool take_fingerprint(const struct answers_review *review, uint32_t vendor,
                             struct fingerprint *fingerprint)
{
    size_t given = 0;
    size_t free_given = 0;
    *fingerprint = (struct fingerprint){.vendor = vendor};
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        enum answer_type type = review->criteria->criteria[c].type;
        if (!vendors_answer(&review->criteria->criteria[c]))
            continue;
        struct cell cell = own_cell(review, vendor, c);
        uint8_t state = (uint8_t)mark_state(cell.mark);
        add_bytes(fingerprint, &state, sizeof state);
        if (!mark_answered(cell.mark))
            continue;
        given++;
        free_given += is_free(type);
        add_value(fingerprint, type, &cell.value);
    }
    return given >= FEWEST_ANSWERS && free_given >= FEWEST_FREE_ANSWERS;
}

static int compare_fingerprints(const void *left, const void *right)
{
    const struct fingerprint *a = left;
    const struct fingerprint *b = right;
    if (a->value != b->value)
        return a->value < b->value ? -1 : 1;
    return (a->vendor > b->vendor) - (a->vendor < b->vendor);
}

/* --- The same answers ------------------------------------------------------------------------- */

/* How many answers two vendors gave, all of them the same; 0 where any differs. */
static size_t same_answers(const struct answers_review *review, uint32_t a, uint32_t b)
{
    size_t same = 0;
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (!vendors_answer(criterion))
            continue;
        struct cell of_a = own_cell(review, a, c);
        struct cell of_b = own_cell(review, b, c);
        if (mark_state(of_a.mark) != mark_state(of_b.mark))
            return 0;
        if (!mark_answered(of_a.mark))
            continue;
        if (!value_equal(criterion->type, &of_a.value, &of_b.value))
            return 0;
        same++;
    }
    return same;
}

static void tell_same_answers(struct answers_review *review, uint32_t first, uint32_t vendor,
                              size_t count)
{
    const struct vendor *vendors = review->answers->vendors;
    review->copied[vendor] = 1;
    problem_add(review->problems, review->code, vendor_place(review, vendor),
                "all %zu answers of `%.*s` are those of `%.*s`", count,
                TEXT_ARG(vendors[vendor].id), TEXT_ARG(vendors[first].id));
    problem_note(review->problems, vendor_place(review, first), "the other vendor");
    problem_hint(review->problems, "ask whether one vendor bids twice, whether the bids were "
                                   "agreed, or whether a file was mixed up");
}

void check_same_answers(struct answers_review *review)
{
    size_t count = 0;
    struct fingerprint *prints = memory_new(review->answers->count, sizeof *prints);
    for (uint32_t v = 0; v < review->answers->count; v++)
        count += !vendor_excluded(review, v) && take_fingerprint(review, v, &prints[count]);
    if (count > 1)
        qsort(prints, count, sizeof *prints, compare_fingerprints);
    for (size_t first = 0, i = 1; i < count; i++) {
        if (prints[i].value != prints[first].value) {
            first = i;
            continue;
        }
        size_t same = same_answers(review, prints[first].vendor, prints[i].vendor);
        if (same > 0)
            tell_same_answers(review, prints[first].vendor, prints[i].vendor, same);
    }
    memory_free(prints);
}

/* --- The same text ---------------------------------------------------------------------------- */

struct wording {
    struct text text;
    uint32_t vendor;
};

static int compare_wordings(const void *left, const void *right)
{
    const struct wording *a = left;
    const struct wording *b = right;
    int order = text_compare(a->text, b->text);
    return order != 0 ? order : (a->vendor > b->vendor) - (a->vendor < b->vendor);
}

static void tell_same_text(struct answers_review *review, uint32_t first, uint32_t vendor,
                           uint32_t criterion)
{
    const struct vendor *vendors = review->answers->vendors;
    problem_add(review->problems, review->code, vendor_place(review, vendor),
                "`%.*s` answers `%.*s` in the very words of `%.*s`", TEXT_ARG(vendors[vendor].id),
                TEXT_ARG(review->criteria->criteria[criterion].id.text),
                TEXT_ARG(vendors[first].id));
    problem_note(review->problems, vendor_place(review, first), "the other vendor");
    problem_hint(review->problems, "ask both who wrote it");
}

/* `told[vendor]` is set where something was told of a vendor: once is enough. */
static void check_texts_of(struct answers_review *review, uint32_t criterion, uint8_t *told)
{
    size_t count = 0;
    struct wording *wordings = memory_new(review->answers->count, sizeof *wordings);
    for (uint32_t v = 0; v < review->answers->count; v++) {
        struct cell cell = own_cell(review, v, criterion);
        if (vendor_excluded(review, v) || !mark_answered(cell.mark) ||
            unicode_count(cell.value.text) < SHORTEST_TEXT)
            continue;
        wordings[count++] = (struct wording){cell.value.text, v};
    }
    if (count > 1)
        qsort(wordings, count, sizeof *wordings, compare_wordings);
    for (size_t first = 0, i = 1; i < count; i++) {
        uint32_t vendor = wordings[i].vendor;
        if (!text_equal(wordings[first].text, wordings[i].text))
            first = i;
        else if (!told[vendor])
            tell_same_text(review, wordings[first].vendor, vendor, criterion);
        if (first != i)
            told[vendor] = 1;
    }
    memory_free(wordings);
}

void check_same_texts(struct answers_review *review)
{
    uint8_t *told = arena_array(&review->scratch, uint8_t, review->answers->count);
    for (uint32_t v = 0; v < review->answers->count; v++)
        told[v] = review->copied[v];
    for (uint32_t c = 0; c < review->criteria->criterion_count; c++) {
        const struct criterion *criterion = &review->criteria->criteria[c];
        if (vendors_answer(criterion) && criterion->type == TYPE_TEXT)
            check_texts_of(review, c, told);
    }
}

/*
 * The vendors' answers: one typed column a criterion, over the vendors; after answers_sort the
 * vendors stand in byte order of id. What is rare (expiry, source, note) is kept as sparse
 * statements beside the columns.
 *
 * Shapes: columns[criterion].marks[vendor], and one array of values a column, by type. Columns of
 * computed criteria are filled by rules. `struct answers` owns its memory: answers_release.
 */
#ifndef SHORTLIST_ANSWERS_H
#define SHORTLIST_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/criteria.h"

enum answer_state {
    STATE_OPEN,     /* unanswered */
    STATE_NA,       /* the vendor says "does not apply" */
    STATE_ANSWERED, /* the column holds a value */
};

enum evidence_level { EVIDENCE_UNSTATED, EVIDENCE_CLAIMED, EVIDENCE_DOCUMENTED, EVIDENCE_VERIFIED };

/* "", "claimed", "documented", "verified"; NULL-terminated. */
extern const char *const evidence_words[];

/* A mark is one byte: the state, the stated evidence, and what follows. */
enum {
    MARK_STATE = 0x03,
    MARK_EVIDENCE = 0x0c,
    MARK_EVIDENCE_SHIFT = 2,
    MARK_EXPIRED = 0x10,  /* `expires` lies before as-of */
    MARK_EXCLUDED = 0x20, /* a computed criterion that waits for the buyer: open, but not counted */
    /* Set by settle.h: */
    MARK_CONTESTED = 0x40, /* raters contradict each other or the vendor, and nobody has decided */
    MARK_ACCEPTED = 0x80,  /* an n/a that a decision accepts: it leaves both sums */
};

static inline enum answer_state mark_state(uint8_t mark)
{
    return (enum answer_state)(mark & MARK_STATE);
}

static inline bool mark_answered(uint8_t mark)
{
    return mark_state(mark) == STATE_ANSWERED;
}

/* An n/a that a decision accepts. */
static inline bool mark_accepted(uint8_t mark)
{
    return (mark & MARK_ACCEPTED) != 0;
}

static inline enum evidence_level mark_evidence(uint8_t mark)
{
    return (enum evidence_level)((mark & MARK_EVIDENCE) >> MARK_EVIDENCE_SHIFT);
}

/* How many members a set has: bits by halves (Knuth, TAOCP 4A, 7.1.3), without a call or a branch,
 * so that sets go many at a time. */
static inline unsigned set_count(uint64_t set)
{
    const uint64_t pairs = UINT64_C(0x5555555555555555);
    const uint64_t fours = UINT64_C(0x3333333333333333);
    const uint64_t bytes = UINT64_C(0x0f0f0f0f0f0f0f0f);
    set -= set >> 1 & pairs;
    set = (set & fours) + (set >> 2 & fours);
    set = (set + (set >> 4)) & bytes;
    set += set >> 8;
    set += set >> 16;
    set += set >> 32;
    return set & 0x7f;
}

/* What an answer says, by the type of its criterion. */
union value {
    double number;    /* number, rating */
    int32_t day;      /* date */
    uint8_t option;   /* yes_no, choice */
    uint64_t set;     /* set */
    struct text text; /* text */
};

/* One answer outside its column; the value is meant only where the mark says answered. */
struct cell {
    uint8_t mark;
    union value value;
};

/* Whether two values of a type are the same: numbers as in every comparison (number_equal). */
bool value_equal(enum answer_type type, const union value *a, const union value *b);

struct column {
    enum answer_type type;
    uint8_t *marks;
    /* One of these, by type; what stands at an unanswered cell is unspecified but initialised. */
    double *numbers;    /* number, rating */
    int32_t *days;      /* date */
    uint8_t *options;   /* yes_no (0 no, 1 yes), choice */
    uint64_t *sets;     /* set: a bit an option */
    struct text *texts; /* text */
};

/* What a document of answers says before its answers, as written: absent texts are empty. */
struct vendor_header {
    struct text name;
    struct word id;
};

/* The long form of an answer, beside its value. */
struct long_answer {
    int evidence; /* enum evidence_level */
    struct stated_date expires;
    struct text source;
    struct text note;
};

struct vendor {
    struct text id;
    struct text name;
    const struct source *file;
    uint32_t line; /* where its document begins, or its id stands */
    uint32_t column;
};

/* A vendor whose file has errors; never scored. */
struct unread_vendor {
    struct text id;
    struct text name;
    const struct source *file;
    uint32_t line; /* as of a vendor; 0 where the document could not be read that far */
    uint32_t column;
    size_t errors;
};

struct statement {
    uint32_t vendor;
    uint32_t criterion;
    bool has_expires;
    int32_t expires;
    struct text source;
    struct text note;
};

struct answers {
    struct vendor *vendors;
    size_t count;
    size_t opened; /* cells [0, opened) of the columns are initialised */
    size_t capacity;
    struct column *columns;
    size_t column_count;
    struct statement *statements; /* sorted by vendor, criterion after answers_sort */
    size_t statement_count;
    size_t statement_capacity;
    struct unread_vendor *unread; /* sorted by id after answers_sort */
    size_t unread_count;
    size_t unread_capacity;
    struct arena texts; /* ids, names, and the bytes of text answers */
};

void answers_init(struct answers *answers, const struct criteria *criteria);
void answers_release(struct answers *answers);

/* Makes room for `count` vendors in all, so that the columns need not grow until then. Only a hint:
 * memory that no vendor comes to use is given back by answers_sort. */
void answers_reserve(struct answers *answers, size_t count);

/* Adds a vendor, all criteria open, and returns its position. The texts are copied. Vendors and
 * statements are added before answers_sort, and the columns may move then: no pointer into them
 * lasts over an addition. */
uint32_t answers_add_vendor(struct answers *answers, const struct vendor *vendor);

/*
 * For many vendors, of which the cells come before the vendors. answers_make_room makes room for
 * `count` more, with all criteria open, and returns true when the columns have moved: cells may
 * then be written behind those of the last vendor, one row a vendor to come. answers_add_written
 * adds a vendor, whose texts must lie in `texts`, to the cells of a written row: the rows are added
 * in their order, and one may be left out. answers_open_written opens what is left of `count` rows.
 */
bool answers_make_room(struct answers *answers, size_t count);
uint32_t answers_add_written(struct answers *answers, const struct vendor *vendor, size_t row);
void answers_open_written(struct answers *answers, size_t end);

/* Takes back the vendor added last, with its statements. */
void answers_drop_last(struct answers *answers);

/* Takes out the vendors of which gone[vendor] is 1; the others keep their order. */
void answers_remove(struct answers *answers, const uint8_t *gone);

/* Each copies the texts. Statements are added vendor by vendor. */
void answers_add_statement(struct answers *answers, const struct statement *statement);
void answers_add_unread(struct answers *answers, const struct unread_vendor *unread);

/* Puts vendors, with their cells and statements, in byte order of id (of equals the first added
 * first), and trims the memory. */
void answers_sort(struct answers *answers);

/* What was stated about an answer beyond its value, or NULL. After answers_sort. */
const struct statement *answers_statement(const struct answers *answers, uint32_t vendor,
                                          uint32_t criterion);

/* One cell, and what puts it back. Texts are not copied: they must live as long as the answers. */
struct cell answers_cell(const struct answers *answers, uint32_t vendor, uint32_t criterion);
void answers_put(struct answers *answers, uint32_t vendor, uint32_t criterion,
                 const struct cell *cell);

/* The position of a vendor id, or NOWHERE. After answers_sort. */
uint32_t answers_vendor(const struct answers *answers, struct text id);

#endif

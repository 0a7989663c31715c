/*
 * A small world for tests of the rule language: criteria of every type and five vendors whose
 * answers show every state. It is built by hand, so that these tests need no files.
 *
 * Needs: budget 15, zero 0, nothing -1, big no, small yes, start 2026-12-01, city "Lisbon",
 * grade gold (of silver, gold), media voice, chat (free), zones eu, us (of eu, us, apac),
 * faxes voice, fax (free), nobody (an empty list).
 *
 *                        a            b           c     d    e
 *  people (10)
 *   iso       yes_no     yes (1)      no (2)      open  n/a  open    1 documented  2 documented,
 * expired tier      choice     gold (3)     bronze (4)  open  n/a  open    3 verified    4
 * verified, expired channels  set        voice,email  none        open  n/a  open    labels
 * Telephone, E-mail, Live chat regions   set        us, eu       mars        open  n/a  open
 * declared in the order us, eu, mars reach     set        chat, voice  email       open  n/a  open
 * chat, voice, email, fax tone      rating     4            2.5         open  open open    by the
 * buyer founded   date       2020-01-31   2026-11-22  open  n/a  open country   text       PT
 * (empty)     open  n/a  open word      choice     no           maybe       open  n/a  open    of
 * yes, no, maybe commercial (20) price     number     490 (5)      700         open  n/a  0       5
 * claimed size      number     40           0           open  n/a  open    n/a is excluded cost
 * computed   980          1400        open  open 0       price * 2 deep      computed   1020 1400
 * open  open open    cost + size fair      number     1            2           open  n/a  3 100 *
 * lowest(size) / (price - 490) cheap     number     1            2           open  n/a  3 best:
 * lowest, worst: 10 free (0): spare, a number of weight 0, answered 7 by all away (5), dropped:
 * gone, a number, answered 5 by all
 *
 * As of 2026-11-21. The cohort is a, b, c.
 */
#ifndef SUPPORT_EXPR_WORLD_H
#define SUPPORT_EXPR_WORLD_H

#include "shortlist/expr.h"

enum { WORLD_VENDORS = 5 };

struct world {
    struct arena arena;
    struct arena scratch;
    struct criteria criteria;
    struct answers answers;
    struct cohort cohort;
    struct chunk_scores scores;
    struct expr_context context; /* with all of the above */
    struct source source;        /* of the expression compiled last */
    struct problems problems;
};

void world_init(struct world *world);
void world_release(struct world *world);

/* The column of a criterion; fails the test when there is none. */
uint32_t world_position(const struct world *world, const char *id);

/* A phrase that is all of its source, written plainly. It becomes world->source. */
struct phrase world_phrase(struct world *world, const char *text);

/* NULL, and world->problems, when it is wrong. Anything may be read but a type must be yielded. */
const struct expr *world_compile(struct world *world, enum value_type type, const char *text);

/* The same with other rules. */
const struct expr *world_compile_as(struct world *world, const struct expr_rules *rules,
                                    const char *text);

/* Compiles; fails the test, and prints the problems, when it is wrong. */
const struct expr *world_expr(struct world *world, enum value_type type, const char *text);

/* Measures the cohort anew: columns of numbers over members[vendor]. */
void world_measure(struct world *world);

/*
 * The problems so far as one text, a line each, and forgets them:
 * "code first-last: message (hint) [line:column message of a note]"; columns are of the phrase.
 */
const char *world_problems(struct world *world);

#endif

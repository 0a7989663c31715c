/*
 * Comments that may be none: in YAML ` #` begins a comment, also where its author meant the sign,
 * and what follows is lost without a word.
 */
#ifndef SHORTLIST_INPUT_COMMENTS_H
#define SHORTLIST_INPUT_COMMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/problem.h"
#include "shortlist/source.h"
#include "shortlist/text.h"
#include "tree.h"

/* Looks behind one scalar after the other, in the order of the file. */
struct comment_finder {
    bool has_any; /* the source holds a # at all */
    struct line_finder lines;
    uint32_t number;  /* of the line that is looked at; 0: none yet */
    struct text line; /* empty when there is no # in it */
    uint32_t column;  /* the place in it that was looked at last */
    size_t offset;    /* the same in bytes */
};

void comment_finder_begin(struct comment_finder *finder, const struct source *source);

/*
 * Whether a plain scalar is followed by a comment that may have been a part of it. Who sets it off
 * by two blanks or more, as style guides for YAML ask, means a comment; so does who has a blank
 * behind the # where there is no value at all.
 */
bool comment_follows(struct comment_finder *finder, const struct place *scalar);

/* The warning where such a comment cuts a text short. */
void warn_of_comment(struct problems *problems, const struct yaml_node *scalar);

/* To the newest problem, which says that there is no value: the hint that such a comment took the
 * whole of it. True when it did. */
bool hint_lost_value(struct problems *problems, const struct yaml_node *scalar);

/*
 * To the newest problem, which says that a bracket is not closed: the hint that a comment took the
 * rest of its line, or what stood behind the scalar that was read last (kind YAML_BAD: none).
 */
void hint_lost_bracket(struct problems *problems, struct place bracket,
                       const struct yaml_node *scalar);

/* To the newest problem, which says that a line does not fit: the hint that such a comment ended
 * the text that it goes on with. */
void hint_lost_line(struct problems *problems, const struct yaml_node *scalar);

#endif

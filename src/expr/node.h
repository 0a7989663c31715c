/*
 * The tree of an expression: made by parse.c as it is written, completed by resolve.c in place
 * (names become positions, words become values), read by evaluate.c, visit.c, wait.c, message.c.
 * Everything lives in the arena of the compilation.
 */
#ifndef SHORTLIST_EXPR_NODE_H
#define SHORTLIST_EXPR_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/expr.h"

struct batch;
struct domains;
struct span;
struct vector;
struct node;

/* --- Functions and operators ------------------------------------------------------------------ */

enum placing { INFIX, PREFIX, CALL };

/* How tightly an operator holds its operands, loosest first. Comparisons never chain. */
enum binding {
    BINDS_NOTHING, /* functions */
    BINDS_OR,
    BINDS_AND,
    BINDS_NOT,
    BINDS_COMPARISON,
    BINDS_SUM,
    BINDS_TERM,
    BINDS_UNARY,
    BINDS_ATOM,
};

/* How the operands are understood; resolve.c has one function for each. */
enum operands {
    OPERANDS_TRUTHS,
    OPERANDS_NUMBERS,
    OPERANDS_EQUAL,   /* two values of one type */
    OPERANDS_ORDER,   /* two numbers or two dates */
    OPERANDS_IN,      /* a value and a list */
    OPERANDS_HAS,     /* a set or words, and one option */
    OPERANDS_MEMBERS, /* a set or words, and a list, words or set */
    OPERANDS_DATE,
    OPERANDS_COUNTABLE, /* a set or words */
    OPERANDS_ANSWER,    /* the id of any criterion */
    OPERANDS_POINTS,    /* the id of a criterion that earns points */
    OPERANDS_COHORT,    /* the id of a criterion that is a number */
    OPERANDS_CATEGORY,  /* the id of a category */
};

enum { ANY_COUNT = 255 };

/* A row of the one table in functions.c. */
struct function {
    const char *name;
    enum placing placing;
    enum binding binding;
    enum operands operands;
    unsigned char least; /* how many operands */
    unsigned char most;
    enum value_type result;
    enum stage stage; /* what it reads itself, its operands aside */
    struct vector (*evaluate)(struct batch *batch, const struct node *node);
    /* What it can come out as (outcomes.h): of truths the first, of numbers the second. */
    bool (*assume)(struct domains *domains, const struct node *node, bool wanted);
    struct span (*span)(struct domains *domains, const struct node *node);
};

extern const struct function function_table[];
extern const size_t function_count;

/* NULL when there is none. */
const struct function *function_find(enum placing placing, struct text name);

/* --- Nodes ------------------------------------------------------------------------------------ */

enum node_kind {
    /* As written; resolve.c leaves only lists of numbers and dates, and calls. */
    NODE_NUMBER,
    NODE_DATE,
    NODE_STRING,
    NODE_WORD,
    NODE_NEED,
    NODE_LIST,
    NODE_CALL, /* of a function or an operator */
    /* Once resolved: */
    NODE_CONSTANT,
    NODE_ANSWER, /* this vendor's answer to a criterion */
    NODE_AS_OF,
    NODE_TOTAL,
};

struct node {
    enum node_kind kind;
    enum value_type type; /* once resolved; of a list's items */
    uint32_t number;      /* its place among the nodes of the expression */
    uint32_t height;      /* 1 for a leaf */
    size_t from;          /* its bytes in the phrase, without parentheses around it */
    size_t to;
    struct text word; /* NODE_WORD, NODE_STRING; the name of a need or function */

    /* NODE_CALL; operands also NODE_LIST. A call over an id has no operands once resolved. */
    const struct function *function; /* NULL: there is none of that name */
    struct node **operands;
    size_t operand_count;
    uint32_t position; /* NODE_ANSWER, calls over an id: of the criterion or category */

    /* Of has_all and has_any over two criteria: by option of the right one, the same option of the
     * left one, or NO_OPTION. */
    const uint8_t *translation;

    const struct need *need; /* NODE_CONSTANT: the need whose value it is, or NULL */

    /* NODE_CONSTANT, NODE_NUMBER, NODE_DATE, by type: */
    double value;     /* number; date, in days */
    uint8_t byte;     /* truth; option of a choice */
    uint64_t members; /* set: a bit an option */
    struct text text;
    struct words words;

    /* What an option or a set counts in, and what the words of a need may be. NULL: free. */
    const struct options *options;
};

struct expr {
    const struct node *root;
    enum stage stage;
    uint32_t node_count;
};

/* --- Compiling -------------------------------------------------------------------------------- */

/*
 * Reads bytes [from, to) of the phrase. NULL, and the first problem added, when they are no
 * expression. `*count` is the number of nodes.
 */
struct node *parse_phrase(struct arena *arena, const struct phrase *phrase, size_t from, size_t to,
                          struct problems *problems, uint32_t *count);

/* What the linking of one expression needs to know. */
struct linker {
    struct arena *arena;
    const struct phrase *phrase;
    const struct criteria *criteria;
    struct expr_rules rules;
    struct problems *problems;
    enum stage stage; /* the latest that was read so far */
    bool failed;      /* a problem was added that leaves the types as they are */
    size_t errors;    /* of `problems` before this phrase */
};

/* Whether so many problems of this phrase were told that more would not be kept. A long list of
 * wrong names is then passed over, for each costs a search among all that are right. */
bool enough_problems(const struct linker *linker);

/* Of a problem about a node that is about to be added: see problem_place. */
struct place node_place(const struct linker *linker, const struct node *node);

/* A node as it is written, without parentheses around it. */
struct text node_source(const struct linker *linker, const struct node *node);

/* "a number", "a condition", … */
const char *value_type_name(enum value_type type);

/*
 * Completes the tree from this node down. False, and problems added, when something is wrong; all
 * operands are looked at, but an operator says nothing more about one that failed.
 */
bool resolve_node(struct linker *linker, struct node *node);

/* A comparison of a condition with yes or no, one of which may be a need. */
bool compares_truths(const struct node *node);

/* Of a comparison with a constant: that, and what is compared with it. */
const struct node *constant_side(const struct node *node);
const struct node *other_side(const struct node *node);

/* Adds the problem of a resolved node that is of another type than `who` needs; else true. */
bool expect_type(struct linker *linker, const struct node *node, enum value_type wanted,
                 const char *who);

/* The operators over lists and sets (resolve_sets.c). */
bool resolve_in(struct linker *linker, struct node *call);
bool resolve_has(struct linker *linker, struct node *call);
bool resolve_membership(struct linker *linker, struct node *call);

/* Compiles bytes [from, to) of the phrase; the type is not checked when `any_type`. */
const struct expr *compile_part(struct linker *linker, size_t from, size_t to, bool any_type);

/* --- Names and options (names.c, options.c) --------------------------------------------------- */

/* What an unresolved bare word names, or NULL. */
const struct criterion *named_criterion(const struct linker *linker, const struct node *node);
const struct need *named_need(const struct linker *linker, const struct node *node);

/* Turns a word, a need or a literal into what it stands for where no choice is beside it. */
bool resolve_word(struct linker *linker, struct node *node);
bool resolve_need(struct linker *linker, struct node *node);
void resolve_literal(struct node *node);

/* The criterion or category of a call that takes an id; NULL, false: a problem was added. */
const struct criterion *resolve_criterion_id(struct linker *linker, struct node *call);
bool resolve_category_id(struct linker *linker, struct node *call);

/* Notes that a node reads something of a stage; adds a problem when it is known only later. */
void read_stage(struct linker *linker, const struct node *node, enum stage stage);

/* Whether a bare word has a meaning where no choice is beside it. */
bool names_anything(const struct linker *linker, struct text word);

void unknown_function(struct linker *linker, const struct node *node);

/* Adds the problem of a bare word beside a list whose options nobody declared. */
void unquoted_word(struct linker *linker, const struct node *node);

/* A list, or a need that is one. */
bool is_list(const struct linker *linker, const struct node *node);

/* A choice, a set or a need with options: what gives a bare word beside it its meaning. */
struct bearer {
    const struct options *options; /* NULL: the operand is none of these */
    const struct criterion *criterion;
    const struct need *need;
};

struct bearer bearer_of(const struct linker *linker, const struct node *node);

/* As it is written: `regions`, `needs.regions`. */
struct text bearer_name(const struct linker *linker, const struct bearer *bearer);

/* Adds the problem of a word or string that is none of the bearer's options. */
void unknown_option(struct linker *linker, const struct node *node, const struct bearer *bearer);

/*
 * Turns the operand beside a bearer into one of its options: an option of a choice or set, a text
 * for a need. What can be no option (a number, a call) is resolved as anywhere else.
 */
bool resolve_beside(struct linker *linker, struct node *node, const struct bearer *bearer);

/* Turns a list, or a need that is one, into a set of the bearer's options, or words for a need. */
bool resolve_members(struct linker *linker, struct node *node, const struct bearer *bearer);

/* The list right of `in`, or beside words, where no options say what a word means. */
bool resolve_list(struct linker *linker, struct node *node, enum value_type type);

/* --- Visiting (visit.c) ----------------------------------------------------------------------- */

/* The criteria of which a cohort function is taken. */
void visit_cohort(const struct node *node, void (*found)(void *context, uint32_t criterion),
                  void *context);

/* --- Members (members.c) ---------------------------------------------------------------------- */

bool words_have(const struct words *words, struct text word);

/* What a set of the right criterion is among the options of the left one; `*lost` when the left has
 * no such option for a member. */
uint64_t translate_set(const uint8_t *translation, uint64_t members, bool *lost);

#endif

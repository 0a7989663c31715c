/* One reader a kind of file: from the bytes of a source to the model. None touches the disk. */
#ifndef SHORTLIST_INPUT_READERS_H
#define SHORTLIST_INPUT_READERS_H

#include <stdbool.h>
#include <stdint.h>

#include "criterion_keys.h"
#include "decode.h"
#include "shortlist/answers.h"
#include "shortlist/arena.h"
#include "shortlist/criteria.h"
#include "shortlist/load.h"
#include "shortlist/problem.h"
#include "shortlist/profile.h"
#include "tree.h"

/*
 * Each fills its struct from the only document of the source, whose bytes must stay as long as the
 * struct does; everything lives in the arena. What could not be read has its default.
 * read_criteria is false when there was an error.
 */
bool read_criteria(const struct source *source, struct arena *arena, struct criteria *criteria,
                   struct problems *problems);
void read_profile(const struct source *source, struct arena *arena, struct profile *profile,
                  struct problems *problems);

/* --- Values ------------------------------------------------------------------------------- */

struct value_reader {
    struct problems *problems;
    struct arena *scratch;    /* for what problems say */
    const char *silence_hint; /* what to write where somebody wrote "none", "n.a." and the like */
};

/*
 * A scalar or a list by the type of its criterion, within its range and options; `key` is the key
 * that it belongs to. The mark holds the state alone: open, with a problem, for what was refused.
 * Texts stay where the node has them.
 */
struct cell read_value(const struct value_reader *reader, const struct criterion *criterion,
                       const struct yaml_node *key, const struct yaml_node *value);

/* --- Answers ------------------------------------------------------------------------------ */

struct answer_reader {
    const struct criteria *criteria; /* NULL: faulty, answers are read by themselves only */
    struct answers *answers;
    struct problems *problems;
    int32_t as_of;
    struct arena scratch; /* of one document */
    struct value_reader values;
    struct criterion_keys keys;
    struct progress *progress; /* who watches a long file, or NULL */
};

/* The reader keeps its place in memory. answer_reader_end frees. */
void answer_reader_begin(struct answer_reader *reader, const struct criteria *criteria,
                         struct answers *answers, int32_t as_of, struct problems *problems);
void answer_reader_end(struct answer_reader *reader);

/*
 * Adds the vendors of all documents of a source to the answers. A vendor whose document has errors
 * is kept as unread. The bytes of the source can go afterwards; of a long file they go while it is
 * read.
 */
void read_answers(struct answer_reader *reader, struct source *source);

/*
 * The same of a questionnaire, a CSV file with a row a question: one vendor. The delimiter is told
 * from the header unless it is given (0: not).
 */
void read_questionnaire(struct answer_reader *reader, struct source *source, char delimiter);

/*
 * The vendors of a table, a CSV file with a row each, of any length. The delimiter is told from the
 * header unless it is given (0: not).
 */
void read_answers_table(struct answer_reader *reader, struct source *source, char delimiter);

/*
 * After answers_sort: vendors with the same id become unread, with problems that name both places.
 * True when there were any; the answers must then be sorted again.
 */
bool refuse_two_vendors(struct answers *answers, struct problems *problems);

/* --- Parts -------------------------------------------------------------------------------- */

/* The root of the only document, of the kind, or NULL and a problem. */
struct yaml_node *read_single(const struct source *source, enum file_role kind, struct arena *arena,
                              struct problems *problems);

/* The needs of criteria and profiles: `value` belongs to `key`. Faulty ones may be kept, so that
 * what refers to them causes no further problems. */
void read_needs(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value,
                bool keep_faulty, struct needs_list *needs);

/* One criterion from its mapping: all that can be judged without the others. */
void read_criterion(struct decoder *decoder, const struct yaml_node *key, struct yaml_node *value,
                    struct criterion *criterion);

/* The score form of a criterion, of which `map` is the mapping, once its other keys are read. */
void read_form(struct decoder *decoder, const struct yaml_node *key, const struct yaml_node *map,
               struct criterion *criterion);

/* Whether the program raises a flag of this name itself (read_waivers.c). */
bool is_built_in_flag(struct text id);

/* The answers of one vendor as a tree: what a document of the kind holds. */
struct answers_document {
    struct yaml_node *root;
    bool is_single;       /* in its source, of which the vendor's id may then be made */
    const char *id_hint;  /* how to state an id */
    size_t errors_before; /* how many there were when the reading of it began */
};

/* Adds the vendor of a document; as unread when there were errors since its reading began. */
void read_answers_document(struct answer_reader *reader, const struct answers_document *document);

/* A vendor that cannot be read, with what is known of it; NULL: nothing but the source. */
void add_unread_vendor(struct answer_reader *reader, const struct source *source,
                       const struct vendor *vendor, size_t errors);

/* One answer into the column of a criterion. */
void read_answer(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                 const struct yaml_node *key, struct yaml_node *value);

/* What may be stated of an answer: keys of the long form and columns of tables, which end in them
 * behind a point. */
enum stated_part { STATED_EVIDENCE, STATED_EXPIRES, STATED_SOURCE, STATED_NOTE, STATED_PARTS };
extern const char *const stated_parts[STATED_PARTS];

/* Of the long form, what stands beside the value. */
struct long_answer read_statement(struct answer_reader *reader, const struct yaml_node *key,
                                  struct yaml_node *map);

/* The mark of an answer with what is stated of it: evidence and expiry count with an answer only.
 */
uint8_t stated_mark(const struct answer_reader *reader, uint8_t mark,
                    const struct long_answer *answer);

/* What is kept of it beside the columns. */
void keep_statement(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                    const struct long_answer *answer);

/* A cell into the column of its criterion; its text is copied, and then that of the column. */
void keep_answer(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                 struct cell *cell);

/* The problem of an answer to a criterion that vendors are not asked. */
void refuse_unasked(struct answer_reader *reader, const struct criterion *criterion,
                    const struct yaml_node *key);

/* The same without a criterion to check it against. */
void check_answer(struct answer_reader *reader, const struct yaml_node *key,
                  struct yaml_node *value);

#endif

/*
 * Problems: everything wrong with the input, collected as values, sorted by place, printed once
 * by the command. The catalogue gives each its code and severity.
 */
#ifndef SHORTLIST_PROBLEM_H
#define SHORTLIST_PROBLEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "shortlist/arena.h"
#include "shortlist/number.h"
#include "shortlist/sink.h"
#include "shortlist/source.h"
#include "shortlist/text.h"

/* Worst first. */
enum problem_severity { PROBLEM_ERROR, PROBLEM_WARNING, PROBLEM_NOTE, PROBLEM_SEVERITIES };

/*
 * The catalogue: enumerator, code as printed, severity, what it means (one line). A new problem is
 * one row here and its use.
 */
#define PROBLEM_CATALOGUE(X)                                                                       \
    X(CANNOT_READ, "cannot-read", ERROR, "a file or folder cannot be read")                        \
    X(NO_CRITERIA, "no-criteria", ERROR, "no criteria file is among the inputs")                   \
    X(TWO_CRITERIA, "two-criteria", ERROR, "more than one criteria file is among the inputs")      \
    X(NO_ANSWERS, "no-answers", ERROR, "no answers are among the inputs")                          \
    X(NOT_ANSWERS, "not-answers", ERROR, "a file given with -a is not an answers file")            \
    X(EMPTY_FILE, "empty-file", ERROR, "a file or document holds nothing")                         \
    X(NOT_TEXT, "not-text", ERROR, "a file that is no text: a PDF, a spreadsheet")                 \
    X(NOT_UTF8, "not-utf8", ERROR, "the text is not UTF-8")                                        \
    X(YAML_SYNTAX, "yaml-syntax", ERROR, "the file is not YAML")                                   \
    X(YAML_FEATURE, "yaml-feature", ERROR, "an anchor, alias, merge key or tag")                   \
    X(CSV_SYNTAX, "csv-syntax", ERROR, "a quote or a character out of place in CSV")               \
    X(RAGGED_ROW, "ragged-row", ERROR, "a row with more or fewer cells than the header")           \
    X(TOO_LARGE, "too-large", ERROR, "a limit on size, depth or count is passed")                  \
    X(UNKNOWN_KIND, "unknown-kind", ERROR, "a file of no kind that can be read")                   \
    X(UNKNOWN_VERSION, "unknown-version", ERROR, "a format version that this program cannot read") \
    X(KIND_CHANGES, "kind-changes", ERROR, "a file holds documents of different kinds")            \
    X(EXTRA_DOCUMENT, "extra-document", ERROR, "a second document in a file that may hold one")    \
    X(UNKNOWN_KEY, "unknown-key", ERROR, "a key that the format does not have")                    \
    X(MISSING_KEY, "missing-key", ERROR, "a key that the format requires")                         \
    X(DUPLICATE_KEY, "duplicate-key", ERROR, "a key that stands twice in one mapping")             \
    X(WRONG_TYPE, "wrong-type", ERROR, "a value of another type than the one asked for")           \
    X(BAD_NUMBER, "bad-number", ERROR, "a number that is not written as a decimal number")         \
    X(WRONG_UNIT, "wrong-unit", ERROR, "a number followed by another unit than the declared one")  \
    X(BAD_DATE, "bad-date", ERROR, "a date that is not YYYY-MM-DD or not in the calendar")         \
    X(OUT_OF_RANGE, "out-of-range", ERROR, "a number outside the range it must keep")              \
    X(BAD_ID, "bad-id", ERROR, "an id that breaks the rules for ids")                              \
    X(DUPLICATE_ID, "duplicate-id", ERROR, "an id that is used twice")                             \
    X(UNKNOWN_OPTION, "unknown-option", ERROR, "a word that is none of the options")               \
    X(BAD_OPTIONS, "bad-options", ERROR, "options that are missing, too many or not allowed")      \
    X(BAD_FORM, "bad-form", ERROR, "a score form that does not fit its criterion")                 \
    X(BAD_CURVE, "bad-curve", ERROR, "knots that do not rise, or too few of them")                 \
    X(BAD_WEIGHTS, "bad-weights", ERROR, "weights that are all zero or miss their total")          \
    X(BAD_BANDS, "bad-bands", ERROR, "bands that do not rise or leave 0 uncovered")                \
    X(BAD_CRITERION, "bad-criterion", ERROR, "keys of a criterion that contradict each other")     \
    X(UNKNOWN_NAME, "unknown-name", ERROR, "a name that nothing in the file has")                  \
    X(NEED_TYPE, "need-type", ERROR, "a need replaced by a value of another type")                 \
    X(NOT_READ, "not-read", WARNING, "a file of a folder that seems meant is passed over")         \
    X(UNREAD_COLUMN, "unread-column", WARNING,                                                     \
      "a column that nearly has the name of one that is read")                                     \
    X(THOUSANDS, "thousands", WARNING, "a number like 12.000, which is read as 12")                \
    X(COMMENT_IN_TEXT, "comment-in-text", WARNING, "a # that ends a text or an expression")        \
    X(RULE_SYNTAX, "rule-syntax", ERROR, "an expression that cannot be read")                      \
    X(RULE_TYPE, "rule-type", ERROR, "an expression that mixes types")                             \
    X(RULE_STAGE, "rule-stage", ERROR, "an expression that reads what is not known yet")           \
    X(RULE_UNKNOWN, "rule-unknown", ERROR, "a condition over needs that has no value")             \
    X(UNKNOWN_CRITERION, "unknown-criterion", ERROR,                                               \
      "an answer, a rating or a decision about no criterion of the file")                          \
    X(OTHER_CRITERIA, "other-criteria", ERROR, "answers or ratings written for other criteria")    \
    X(NOT_ASKED, "not-asked", ERROR,                                                               \
      "a vendor's answer to a buyer's criterion, or anybody's word on a computed one")             \
    X(SELF_VERIFIED, "self-verified", ERROR, "a vendor that calls its own evidence verified")      \
    X(TWO_VENDORS, "two-vendors", ERROR, "two vendors with one id")                                \
    X(BAD_RATER, "bad-rater", ERROR,                                                               \
      "a rater's name that is empty, too long or holds control characters")                        \
    X(TWO_RATERS, "two-raters", ERROR, "two ratings files of one rater")                           \
    X(RATED_UNKNOWN, "rated-unknown", WARNING, "ratings of a vendor without answers")              \
    X(DIFFERENT_RATERS, "different-raters", WARNING, "vendors were judged by different raters")    \
    X(UNKNOWN_VENDOR, "unknown-vendor", ERROR, "a decision about a vendor without answers")        \
    X(UNKNOWN_RULE, "unknown-rule", ERROR, "a waiver of no rule or minimum of the criteria")       \
    X(NO_REASON, "no-reason", ERROR, "a decision without its reason")                              \
    X(BAD_DECISION, "bad-decision", ERROR, "a decision that cannot hold")                          \
    X(TWO_DECISIONS, "two-decisions", ERROR, "two decisions about one thing")                      \
    X(IDLE_DECISION, "idle-decision", NOTE, "a decision that changes nothing")                     \
    X(IDLE_WAIVER, "idle-waiver", NOTE, "a waiver of a rule that did not fire")                    \
    X(NOT_COMPARED, "not-compared", NOTE, "files that no criteria were there to compare with")     \
    X(UNUSED_IGNORE, "unused-ignore", WARNING, "a comment that silences nothing")                  \
    X(TINY_WEIGHT, "tiny-weight", WARNING, "criteria or a category under 1 % of the total")        \
    X(DOMINANT_CRITERION, "dominant-criterion", WARNING, "one criterion over half of the total")   \
    X(SHIFTED_SHARES, "shifted-shares", WARNING,                                                   \
      "a profile that shifts shares, without `weights_total`")                                     \
    X(EQUAL_POINTS, "equal-points", WARNING, "points that are equal for every answer")             \
    X(UNREACHABLE_KNOT, "unreachable-knot", WARNING, "a knot that no answer reaches")              \
    X(OPTION_WITHOUT_POINTS, "option-without-points", WARNING,                                     \
      "options of a set that `points` leaves out")                                                 \
    X(DEPENDS_ON_BIDS, "depends-on-bids", WARNING,                                                 \
      "a score that other bids move: a decoy can change the order")                                \
    X(REWARDS_SILENCE, "rewards-silence", WARNING,                                                 \
      "`missing: exclude` where a vendor may keep silent")                                         \
    X(NEVER_HOLDS, "never-holds", WARNING, "a condition, or a part of one, that can never hold")   \
    X(ALWAYS_HOLDS, "always-holds", WARNING, "a condition, or a part of one, that always holds")   \
    X(SAME_CONDITION, "same-condition", WARNING, "two rules with the same condition")              \
    X(COUNTS_TWICE, "counts-twice", WARNING, "a penalty for what has lost its points already")     \
    X(UNPROVEN_KNOCKOUT, "unproven-knockout", WARNING, "a knock-out on a vendor's unproven word")  \
    X(MUTE_MESSAGE, "mute-message", WARNING, "a message that names nothing its condition uses")    \
    X(UNUSED_NEED, "unused-need", WARNING, "a need that nothing uses")                             \
    X(NO_WHY, "no-why", WARNING, "a criterion without `why`, where most have one")                 \
    X(NO_SOURCE, "no-source", WARNING, "a criterion without `source`, where most have one")        \
    X(OPEN_ANSWERS, "open-answers", WARNING, "a vendor that leaves many questions open")           \
    X(SAME_ANSWERS, "same-answers", WARNING, "two vendors with the same answers")                  \
    X(SAME_TEXT, "same-text", WARNING, "two vendors with the same text")                           \
    X(EXPIRED_EVIDENCE, "expired-evidence", WARNING, "evidence that has expired")                  \
    X(OUTLYING_NUMBER, "outlying-number", WARNING, "a number far from those of the other vendors") \
    X(NO_DIFFERENCE, "no-difference", WARNING, "a criterion that scores all vendors alike")

enum problem_code {
#define PROBLEM_ENUMERATOR(name, code, severity, meaning) PROBLEM_##name,
    PROBLEM_CATALOGUE(PROBLEM_ENUMERATOR)
#undef PROBLEM_ENUMERATOR
        PROBLEM_CODES
};

/* A copied source line, empty when there is none; of a long line the part around the place. */
struct excerpt {
    struct text text;
    uint32_t column; /* of its first character in the line */
};

struct problem_note {
    struct place place; /* line 0 and no source: a hint without a place */
    struct text message;
    struct excerpt excerpt;
    struct problem_note *next;
};

struct problem {
    enum problem_code code;
    struct place place;
    struct text message;
    struct excerpt excerpt;
    struct problem_note *notes; /* in the order added */
    size_t order;               /* of collection, to keep equals stable */
};

enum { PROBLEMS_KEPT = 100 }; /* of a severity, of a source; the rest is counted */

/* All problems of a run. `struct problems problems = {0};` is none; problems_release frees. */
struct problems {
    struct arena arena;
    struct problem *items;
    size_t count;
    size_t capacity;
    size_t totals[PROBLEM_SEVERITIES]; /* by severity, those not kept included */
    struct problem_tally *tallies;     /* how many are kept and not, by name of source */
    size_t tally_count;
    size_t tally_capacity;
    const struct source *last_source; /* whose tally is the last one used */
    size_t last_tally;
    bool last_kept;               /* whether the newest problem was kept: notes to it follow suit */
    struct line_finder last_line; /* of that problem: the next one often stands behind it */
    const bool *muted;       /* [code]: warnings and notes that nobody wants to know; or NULL */
    struct ignores *ignores; /* comments of the sources that had a warning: see ignore.h */
};

void problems_release(struct problems *problems);

const char *problem_code_name(enum problem_code code);
enum problem_severity problem_severity(enum problem_code code);
const char *problem_meaning(enum problem_code code);               /* for the documentation */
const char *problem_severity_word(enum problem_severity severity); /* "error", "warning", "note" */

/*
 * True when a further problem of the source would only be counted: no need then to find out its
 * exact place, or what may have been meant.
 */
bool problems_full(const struct problems *problems, const struct source *source);

/* The place of bytes [from, to) of a phrase, for a problem that is about to be added; the whole
 * phrase when that problem would only be counted, for finding the bytes takes time. */
struct place problem_place(const struct problems *problems, const struct phrase *phrase,
                           size_t from, size_t to);

/* Adds a problem; the source line of the place is copied. A message is cut at 2,000 bytes. */
__attribute__((format(printf, 4, 5))) void problem_add(struct problems *problems,
                                                       enum problem_code code, struct place place,
                                                       const char *format, ...);

/* Adds to the newest problem a second place with its message. */
__attribute__((format(printf, 3, 4))) void
problem_note(struct problems *problems, struct place place, const char *format, ...);

/* Adds to the newest problem a hint: what to do about it. */
__attribute__((format(printf, 2, 3))) void problem_hint(struct problems *problems,
                                                        const char *format, ...);

/* Adds the hint "did you mean `best`?" when best is not empty. */
void problem_suggest(struct problems *problems, struct text best);

/* The problem of a word that should be a number, with what to do about it; NUMBER_FINE: more than a
 * number stands there. */
void problem_bad_number(struct problems *problems, struct place place, struct text written,
                        enum number_fault fault);

/* How many errors a source has, those not kept included. */
size_t problems_errors(const struct problems *problems, const struct source *source);

/* The code of that name, or PROBLEM_CODES; the nearest name, or an empty text. */
enum problem_code problem_code_find(struct text name);
struct text problem_code_nearest(struct text name);

/* Sorts by source name, line, column, then order of collection. */
void problems_sort(struct problems *problems);

struct problem_style {
    bool excerpts; /* the source line with a caret below */
    bool color;
    bool errors_only; /* leave out warnings and notes */
    bool no_totals;   /* leave out the closing count: whoever asks closes with another line */
};

/*
 * Prints all, one line each: `file:line:col: error: message [code]`, then notes and hints; then a
 * closing count where more than one error stands. Everything from a file is made visible
 * (unicode_visible).
 */
void problems_print(const struct problems *problems, struct sink *sink, struct problem_style style);

/* "3 errors, 1 warning, 2 notes": what there is of each severity; empty when there is nothing. */
struct text problem_counts(const size_t counts[static PROBLEM_SEVERITIES], struct arena *arena);

/* "9,900 more problems are not shown": those of a source that were only counted; empty when all
 * were kept. */
struct text problems_not_shown(const struct problems *problems, const struct source *source,
                               bool errors_only, struct arena *arena);

#endif

/*
 * Makes a criteria file with mistakes on standard output: so many lines, and so many errors of
 * mixed kinds, spread evenly over criteria and rules. The same arguments give the same bytes.
 *
 * Each category has twelve criteria and each criterion a rule; the rules stand at the end, as in
 * any such file. A mistake takes the place of one line and costs one error.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "program.h"
#include "random.h"
#include "write_value.h"

enum { CRITERIA_OF_CATEGORY = 12 };

/* The lines in which a mistake can be. */
enum line { LINE_WEIGHT, LINE_SCORE, LINE_WHY, LINE_WHEN, LINE_MESSAGE, LINE_PENALTY };

/* --- Kinds of criteria, kinds of mistakes: `@` stands for the number of the criterion ------------
 */

struct kind {
    const char *two_lines; /* that only this type has */
    const char *type;
    const char *score;
    const char *condition; /* of the rule about it */
};

static const struct kind kinds[] = {
    {"proof: yes\n        when: needs.cards", "type: yes_no", "score: {points: {yes: 100, no: 20}}",
     "when: not answer_@"},
    {"unit: EUR\n        range: [0, 200]", "type: number",
     "score: {curve: {10: 100, 40: 50, 90: 0}}", "when: answer_@ > 40 and needs.seats > 10"},
    {"options: {none: No, some: In part, all: Everywhere}\n        proof: yes", "type: choice",
     "score: {points: {none: 0, some: 60, all: 100}}", "when: answer_@ in [none, some]"},
    {"options: {voice: Telephone, email: E-mail, chat: Live chat}\n        proof: yes", "type: set",
     "score: {share_of: needs.channels}", "when: not (answer_@ has_all needs.channels)"},
};

enum { KINDS = sizeof kinds / sizeof kinds[0] };

struct mistake {
    enum line line;
    const char *written; /* instead of that line */
};

static const struct mistake criterion_mistakes[] = {
    {LINE_WEIGHT, "wieght: 2"},                         /* an unknown key */
    {LINE_WEIGHT, "weight: 1,5"},                       /* a bad number */
    {LINE_WHY, "why: [Nobody knows, and nobody asks]"}, /* a list where a text is due */
    {LINE_WEIGHT, "weight: -2"},                        /* out of range */
    {LINE_SCORE,
     "score: {formula: needs.seat * 2}"},         /* no such need, or a form that does not fit */
    {LINE_WHY, "reason: It is asked every year"}, /* an unknown key that resembles none */
};

static const struct mistake rule_mistakes[] = {
    {LINE_WHEN, "when: anwser_@ > 40"},                /* an unknown name */
    {LINE_WHEN, "when: needs.seats > 10 and or yes"},  /* no expression */
    {LINE_WHEN, "when: needs.seats > needs.channels"}, /* types that do not mix */
    {LINE_PENALTY, "penalty: five"},                   /* a bad number */
    {LINE_MESSAGE, "message: \"shows {answr_@}\""},    /* an unknown name in a message */
    {LINE_WHEN, "when: needs.channel has voice"},      /* an unknown need */
    {LINE_PENALTY, "penality: 5"},                     /* an unknown key */
    {LINE_WHEN, "when: median(answer_@, 2) > 1"},      /* too many arguments */
};

/* Where the mistakes fall. */
struct plan {
    size_t places; /* where one could be made: criteria, then rules */
    size_t errors;
    size_t place;   /* the next one */
    size_t made[2]; /* in criteria, in rules: their kinds go in turn */
};

static const struct mistake *next_mistake(struct plan *plan, bool rule)
{
    size_t before = plan->place * plan->errors / plan->places;
    size_t after = ++plan->place * plan->errors / plan->places;
    if (before == after)
        return NULL;
    size_t turn = plan->made[rule]++;
    if (rule)
        return &rule_mistakes[turn % (sizeof rule_mistakes / sizeof rule_mistakes[0])];
    return &criterion_mistakes[turn % (sizeof criterion_mistakes / sizeof criterion_mistakes[0])];
}

/* --- Writing -------------------------------------------------------------------------------- */

struct writer {
    size_t lines;
    size_t number;                 /* of the criterion */
    const struct mistake *mistake; /* of what is being written, or NULL */
    struct random random;
};

static void write_template(struct writer *writer, const char *indent, const char *template)
{
    fputs(indent, stdout);
    for (; *template != '\0'; template ++) {
        writer->lines += *template == '\n';
        if (*template == '@')
            printf("%04zu", writer->number);
        else
            putchar(*template);
    }
    putchar('\n');
    writer->lines++;
}

static void write_line(struct writer *writer, const char *indent, enum line line,
                       const char *template)
{
    bool wrong = writer->mistake != NULL && writer->mistake->line == line;
    write_template(writer, indent, wrong ? writer->mistake->written : template);
}

static void write_words(struct writer *writer, const char *indent, const char *key, size_t count,
                        const char *end)
{
    printf("%s%s: Which ", indent, key);
    write_text(count, &writer->random);
    puts(end);
    writer->lines++;
}

static void write_criterion(struct writer *writer)
{
    static const char indent[] = "        ";
    const struct kind *kind = &kinds[writer->number % KINDS];
    write_template(writer, "      ", "answer_@:");
    write_words(writer, indent, "ask", 7, "?");
    write_words(writer, indent, "help", 12, ".");
    write_template(writer, indent, kind->type);
    write_template(writer, indent, kind->two_lines);
    write_line(writer, indent, LINE_WEIGHT, "weight: 3");
    write_line(writer, indent, LINE_SCORE, kind->score);
    write_line(writer, indent, LINE_WHY, "why: What is not asked is not answered");
    write_words(writer, indent, "source", 5, "");
}

static void write_rule(struct writer *writer)
{
    static const char indent[] = "    ";
    const struct kind *kind = &kinds[writer->number % KINDS];
    write_template(writer, "  ", "rule_@:");
    write_line(writer, indent, LINE_WHEN, kind->condition);
    write_template(writer, indent, "severity: warning");
    write_line(writer, indent, LINE_MESSAGE,
               "message: \"says {answer_@}, of {needs.seats} seats\"");
    write_line(writer, indent, LINE_PENALTY, "penalty: 0.5");
}

static void write_category(struct writer *writer, struct plan *plan)
{
    printf("  category_%04zu:\n    title: ", writer->number);
    write_text(3, &writer->random);
    puts("\n    weight: 4\n    criteria:");
    writer->lines += 4;
    for (int c = 0; c < CRITERIA_OF_CATEGORY; c++, writer->number++) {
        writer->mistake = next_mistake(plan, false);
        write_criterion(writer);
    }
}

static const char head[] = "shortlist-criteria: 1\n"
                           "title: A file that nobody has proofread\n"
                           "as_of: 2026-11-21\n"
                           "evidence: {claimed: 0.7, documented: 0.9, verified: 1, expired: 0}\n"
                           "needs:\n"
                           "  cards: yes\n"
                           "  seats: 12\n"
                           "  channels:\n"
                           "    options: [voice, email, chat]\n"
                           "    value: [voice, email]\n"
                           "categories:";

enum {
    HEAD_LINES = 12, /* with the line of the rules */
    CATEGORY_LINES = 4 + CRITERIA_OF_CATEGORY * (10 + 5)
};

static void write_criteria(size_t lines, size_t errors, uint32_t seed)
{
    struct writer writer = {.random = random_from(seed)};
    size_t categories = (lines - HEAD_LINES) / CATEGORY_LINES;
    size_t criteria = categories * CRITERIA_OF_CATEGORY;
    struct plan plan = {.places = 2 * criteria, .errors = errors};
    write_template(&writer, "", head);
    for (size_t c = 0; c < categories; c++)
        write_category(&writer, &plan);
    write_template(&writer, "", "rules:");
    for (writer.number = 0; writer.number < criteria; writer.number++) {
        writer.mistake = next_mistake(&plan, true);
        write_rule(&writer);
    }
    while (writer.lines < lines)
        write_template(&writer, "", "  # nothing more");
}

/* --- The command line --------------------------------------------------------------------- */

enum { LINES, ERRORS, SEED, COUNTS };

static const struct program program = {
    .usage = "make_criteria [-l LINES] [-e ERRORS] [-s SEED]",
    .options = {[LINES] = {'l', HEAD_LINES + CATEGORY_LINES, 99999},
                [ERRORS] = {'e', 0, 9999},
                [SEED] = {'s', 0, UINT32_MAX}},
};

int main(int argc, char **argv)
{
    uint32_t counts[COUNTS] = {[LINES] = 5000, [ERRORS] = 200, [SEED] = 1};
    if (!read_arguments(&program, argc, argv, counts))
        return STATUS_USAGE;
    write_criteria(counts[LINES], counts[ERRORS], counts[SEED]);
    return exit_status(true);
}

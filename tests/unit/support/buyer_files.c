/* Ratings and decisions from strings. */
#include "buyer_files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "told.h"

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "categories:\n"
    "  c:\n"
    "    minimum: 40\n"
    "    criteria:\n"
    "      tone: {ask: q, type: rating}\n"
    "      hours: {ask: q, type: number, by: buyer, score: {best: 1, worst: 9}}\n"
    "      remark: {ask: q, type: text, by: buyer}\n"
    "      iso: {ask: q, type: yes_no, proof: yes}\n"
    "      attrition: {ask: q, type: number, unit: '%', range: [0, 400], "
    "score: {curve: {10: 100, 60: 0}}}\n"
    "  d:\n"
    "    criteria:\n"
    "      model: {ask: q, type: choice, options: [none, some, all], "
    "score: {points: {none: 0, some: 50, all: 100}}}\n"
    "      parts: {ask: q, type: set, options: [a, b], score: {share_of: [a]}}\n"
    "      since: {ask: q, type: date, score: {curve: {-10: 1, 0: 2}}}\n"
    "      gone: {ask: q, type: number, score: {best: 1, worst: 9}}\n"
    "      cost: {type: number, computed: hours * 2, score: {best: 1, worst: 9}}\n"
    "rules:\n"
    "  high_attrition: {when: attrition > 40, severity: critical, message: m}\n";

static const char answers_yaml[] =
    "shortlist-answers: 1\nid: acme\nanswers: {iso: n/a, attrition: 28}\n---\n"
    "shortlist-answers: 1\nid: bolt\nanswers: {}\n---\n"
    "shortlist-answers: 1\nid: crash\nanswers: {attrition: wrong}\n";

static void read_vendors(struct buyer_files *files, const char *yaml)
{
    struct problems unheard = {0};
    struct answer_reader reader;
    files->answers_source = source_of(yaml);
    answers_init(&files->answers, &files->criteria);
    answer_reader_begin(&reader, &files->criteria, &files->answers, 20778, &unheard);
    read_answers(&reader, &files->answers_source);
    answer_reader_end(&reader);
    answers_sort(&files->answers);
    problems_release(&unheard);
}

static struct source *add_source(struct buyer_files *files, size_t *count, const char *bytes)
{
    assert_true(*count < sizeof files->sources / sizeof *files->sources);
    struct source *source = &files->sources[(*count)++];
    *source = source_of(bytes);
    source->name = text_format(&files->arena, "%zu.yaml", *count);
    return source;
}

void read_buyer_files(struct buyer_files *files, struct buyer_setting setting,
                      const char *const *ratings, const char *const *decisions)
{
    struct buyer_reader reader;
    size_t count = 0;
    *files = (struct buyer_files){.criteria_source = source_of(criteria_yaml)};
    assert_true(
        read_criteria(&files->criteria_source, &files->arena, &files->criteria, &files->problems));
    files->criteria.criteria[GONE].dropped = true;
    read_vendors(files, setting.answers != NULL ? setting.answers : answers_yaml);
    buyer_reader_begin(&reader, setting.unchecked ? NULL : &files->criteria, &files->answers,
                       !setting.not_all_taken, &files->problems);
    for (; ratings != NULL && *ratings != NULL; ratings++)
        read_ratings(&reader, add_source(files, &count, *ratings), &files->ratings);
    ratings_sort(&files->ratings);
    for (; decisions != NULL && *decisions != NULL; decisions++)
        read_decisions(&reader, add_source(files, &count, *decisions), &files->decisions);
    decisions_sort(&files->decisions);
    refuse_two_decisions(&reader, &files->decisions);
    if (files->problems.totals[PROBLEM_ERROR] == 0)
        drop_idle_decisions(&reader, &files->ratings, &files->decisions);
    buyer_reader_end(&reader);
}

void release_buyer_files(struct buyer_files *files)
{
    ratings_release(&files->ratings);
    decisions_release(&files->decisions);
    answers_release(&files->answers);
    problems_release(&files->problems);
    arena_release(&files->arena);
}

void check_buyer_examples(enum buyer_kind kind, const struct buyer_example *examples, size_t count,
                          struct buyer_setting setting)
{
    for (size_t i = 0; i < count; i++) {
        struct buyer_files files;
        const char *const one[] = {examples[i].yaml, NULL};
        read_buyer_files(&files, setting, kind == AS_RATINGS ? one : NULL,
                         kind == AS_DECISIONS ? one : NULL);
        const char *problems = told_whole(&files.problems, &files.arena);
        if (strcmp(problems, examples[i].problems) != 0)
            print_message("in example %zu:\n%s", i, examples[i].yaml);
        assert_string_equal(problems, examples[i].problems);
        release_buyer_files(&files);
    }
}

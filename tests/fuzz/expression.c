/*
 * Bytes as an expression or a template, in the place that the first byte names, judged for three
 * vendors: one answers, one does so in part, one is silent.
 *
 *   w  `when` of a rule      m  `message` of a rule       n  `when` of a criterion
 *   f  `formula` of a score  c  `computed` of a criterion
 */
#include "support.h"

#include <string.h>

#include "shortlist/unicode.h"

/* The phrase of the criteria that a letter stands for, or NULL. */
static struct phrase *find_phrase(struct criteria *criteria, char letter)
{
    struct criterion *criterion = NULL;
    switch (letter) {
    case 'w':
        return &criteria->rules[0].when;
    case 'm':
        return &criteria->rules[0].message;
    case 'n':
        criterion = criteria_criterion(criteria, TEXT("perhaps"));
        return &criterion->when;
    case 'f':
        criterion = criteria_criterion(criteria, TEXT("fair"));
        return &criterion->score.formula;
    case 'c':
        criterion = criteria_criterion(criteria, TEXT("cost"));
        return &criterion->computed;
    default:
        return NULL;
    }
}

/* A phrase that is all of its source, written plainly. */
static struct phrase phrase_of(const struct source *source)
{
    struct place place = source_place(source, 0);
    struct place end = source_place(source, source->bytes.len);
    place.end_line = end.line;
    place.end_column = end.column;
    return (struct phrase){.text = source->bytes, .place = place, .style = STYLE_PLAIN};
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct trial trial = {0};
    struct text text = text_of_bytes(bytes, size);
    size_t offset = 0;
    /* What comes out of YAML is UTF-8, and of a phrase a NUL is refused before. */
    if (text.len == 0 || !unicode_valid(text, &offset) || memchr(text.ptr, '\0', text.len) != NULL)
        return 0;
    must(trial_read_criteria(&trial, text_from(fixed_criteria)),
         "the fixed criteria are without errors");
    struct source source = {.name = TEXT("phrase"), .bytes = text_slice(text, 1, text.len)};
    struct phrase *phrase = find_phrase(&trial.criteria, text.ptr[0]);
    if (phrase != NULL) {
        *phrase = phrase_of(&source);
        if (trial_link(&trial)) {
            trial_read_answers(&trial, text_from(fixed_vendors));
            must(trial.answers.count == 3, "the three vendors are read");
            trial_report(&trial, 2);
        }
    }
    trial_release(&trial);
    return 0;
}

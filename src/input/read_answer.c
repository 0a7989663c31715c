/* One answer: a value or its long form, into the typed column of its criterion. */
#include "readers.h"

#include "shortlist/keys.h"

const char *const stated_parts[STATED_PARTS] = {"evidence", "expires", "source", "note"};

/* --- The long form ------------------------------------------------------------------------ */

struct long_answer read_statement(struct answer_reader *reader, const struct yaml_node *key,
                                  struct yaml_node *map)
{
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    struct long_answer answer = {0};
    struct yaml_node *evidence = node_find(map, TEXT("evidence"));
    if (evidence != NULL && evidence->kind == YAML_SCALAR &&
        text_equal(evidence->text, text_from(evidence_words[EVIDENCE_VERIFIED]))) {
        problem_add(reader->problems, PROBLEM_SELF_VERIFIED, evidence->place,
                    "`verified` is the buyer's word: nobody grades himself");
        problem_hint(reader->problems, "write documented and name the document as its source");
        evidence->kind = YAML_BAD;
    }
    decode_table(&decoder, &keys_answer, key->place, map, &answer);
    return answer;
}

void keep_statement(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                    const struct long_answer *answer)
{
    const struct statement statement = {
        .vendor = vendor,
        .criterion = criterion,
        .has_expires = answer->expires.place.line != 0,
        .expires = answer->expires.day,
        .source = answer->source,
        .note = answer->note,
    };
    if (statement.has_expires || statement.source.len > 0 || statement.note.len > 0)
        answers_add_statement(reader->answers, &statement);
}

uint8_t stated_mark(const struct answer_reader *reader, uint8_t mark,
                    const struct long_answer *answer)
{
    bool expired = answer->expires.place.line != 0 && answer->expires.day < reader->as_of;
    if (!mark_answered(mark))
        return mark;
    return (uint8_t)(mark | (unsigned)answer->evidence << MARK_EVIDENCE_SHIFT |
                     (expired ? (unsigned)MARK_EXPIRED : 0U));
}

static struct cell read_long_answer(struct answer_reader *reader, uint32_t vendor,
                                    uint32_t criterion, const struct yaml_node *key,
                                    struct yaml_node *map)
{
    struct cell cell = {0}; /* open */
    const struct long_answer answer = read_statement(reader, key, map);
    const struct yaml_node *value = node_find(map, TEXT("value"));
    if (value != NULL)
        cell = read_value(&reader->values, &reader->criteria->criteria[criterion], key, value);
    cell.mark = stated_mark(reader, cell.mark, &answer);
    keep_statement(reader, vendor, criterion, &answer);
    return cell;
}

/* --- Into the column ---------------------------------------------------------------------- */

void keep_answer(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                 struct cell *cell)
{
    struct answers *answers = reader->answers;
    if (answers->columns[criterion].type == TYPE_TEXT && mark_answered(cell->mark))
        cell->value.text = text_copy(&answers->texts, cell->value.text);
    answers_put(answers, vendor, criterion, cell);
}

void read_answer(struct answer_reader *reader, uint32_t vendor, uint32_t criterion,
                 const struct yaml_node *key, struct yaml_node *value)
{
    struct cell cell;
    if (value->kind == YAML_MAP)
        cell = read_long_answer(reader, vendor, criterion, key, value);
    else
        cell = read_value(&reader->values, &reader->criteria->criteria[criterion], key, value);
    keep_answer(reader, vendor, criterion, &cell);
}

void check_answer(struct answer_reader *reader, const struct yaml_node *key,
                  struct yaml_node *value)
{
    if (value->kind == YAML_MAP)
        (void)read_statement(reader, key, value);
}

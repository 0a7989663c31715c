/* One decision about an answer: a value, an accepted n/a, or evidence; with its reason. */
#include "buyer.h"

#include "shortlist/keys.h"

/* What a decision says, by key; NULL where it says nothing. */
struct sayings {
    const struct yaml_node *value;
    const struct yaml_node *accept_na;
    const struct yaml_node *evidence;
};

static const struct yaml_node *said(const struct yaml_node *map, struct text name)
{
    const struct yaml_node *key = node_find_key(map, name);
    if (key == NULL)
        return NULL;
    const struct yaml_node *value = node_value_of(key);
    bool is_open = value->kind == YAML_SCALAR && is_open_word(text_trim(value->text));
    return is_open ? NULL : key;
}

/* --- The reason --------------------------------------------------------------------------- */

static struct text read_why(const struct buyer_reader *reader, const struct yaml_node *key)
{
    static const char what[] = "the decision about";
    const struct yaml_node *map = node_value_of(key);
    const struct yaml_node *why = node_find_key(map, TEXT("why"));
    if (why != NULL)
        return read_reason(reader, why, what, key->text);
    if (!is_misspelt(&keys_decision, map, "why"))
        refuse_no_reason(reader, key->place, what, key->text);
    return TEXT("");
}

/* --- An accepted n/a ---------------------------------------------------------------------- */

/* The answer must be n/a, as far as it is known. */
static void check_na(const struct deciding *deciding, uint32_t criterion,
                     const struct yaml_node *accept_na)
{
    const struct buyer_reader *reader = deciding->reader;
    const struct criterion *asked = &reader->criteria->criteria[criterion];
    if (asked->by == BY_BUYER) {
        problem_add(reader->problems, PROBLEM_BAD_DECISION, accept_na->place,
                    "`%.*s` is the buyer's: no vendor can have said n/a to it",
                    TEXT_ARG(asked->id.text));
        return;
    }
    if (deciding->vendor == NOWHERE)
        return;
    uint8_t mark = reader->answers->columns[criterion].marks[deciding->vendor];
    if (mark_state(mark) == STATE_NA)
        return;
    problem_add(reader->problems, PROBLEM_BAD_DECISION, accept_na->place,
                "`%.*s` of `%.*s` is not n/a: it is %s", TEXT_ARG(asked->id.text),
                TEXT_ARG(deciding->vendor_id), mark_answered(mark) ? "answered" : "open");
    if (mark_answered(mark))
        problem_hint(reader->problems, "correct an answer with `value`, not with `accept_na`");
}

/* --- A value ------------------------------------------------------------------------------ */

static struct cell read_decided_value(const struct buyer_reader *reader, uint32_t criterion,
                                      const struct yaml_node *key, const struct yaml_node *value)
{
    const struct criterion *asked = &reader->criteria->criteria[criterion];
    struct cell cell = read_value(&reader->values, asked, key, value);
    if (mark_state(cell.mark) != STATE_NA)
        return cell;
    problem_add(reader->problems, PROBLEM_BAD_DECISION, value->place,
                "the value decided for `%.*s` cannot be n/a", TEXT_ARG(asked->id.text));
    if (asked->by == BY_VENDOR)
        problem_hint(reader->problems, "accept_na: yes accepts an n/a of the vendor");
    return cell;
}

/* --- The whole ---------------------------------------------------------------------------- */

/* Keys that go together, and one of them at least. */
static void check_sayings(const struct buyer_reader *reader, const struct yaml_node *key,
                          const struct sayings *sayings, bool has_errors)
{
    bool is_none =
        sayings->value == NULL && sayings->accept_na == NULL && sayings->evidence == NULL;
    if (sayings->accept_na != NULL && (sayings->value != NULL || sayings->evidence != NULL)) {
        problem_add(reader->problems, PROBLEM_BAD_DECISION, sayings->accept_na->place,
                    "`accept_na` cannot stand beside `%s`",
                    sayings->value != NULL ? "value" : "evidence");
    } else if (is_none && !has_errors) {
        problem_add(reader->problems, PROBLEM_BAD_DECISION, key->place,
                    "nothing is decided about `%.*s`", TEXT_ARG(key->text));
        problem_hint(reader->problems, "give a value, or evidence, or accept_na: yes");
    }
}

static void decide(const struct deciding *deciding, uint32_t criterion, const struct yaml_node *key,
                   struct yaml_node *map)
{
    const struct buyer_reader *reader = deciding->reader;
    const size_t *errors = &reader->problems->totals[PROBLEM_ERROR];
    const size_t errors_before = *errors;
    struct decoder decoder = {.problems = reader->problems, .arena = reader->values.scratch};
    struct long_decision written = {0};
    struct cell cell = {0};
    decode_table(&decoder, &keys_decision, key->place, map, &written);
    bool has_errors = *errors > errors_before;
    const struct sayings sayings = {said(map, TEXT("value")), said(map, TEXT("accept_na")),
                                    said(map, TEXT("evidence"))};
    written.why = read_why(reader, key);
    check_sayings(reader, key, &sayings, has_errors);
    if (sayings.accept_na != NULL && !written.accept_na && !has_errors) {
        problem_add(reader->problems, PROBLEM_BAD_DECISION, sayings.accept_na->place,
                    "`accept_na` can only be yes");
        problem_hint(reader->problems, "leave it out where the n/a is not accepted");
    }
    if (criterion == NOWHERE)
        return;
    if (sayings.value != NULL)
        cell = read_decided_value(reader, criterion, key, node_value_of(sayings.value));
    else if (sayings.accept_na != NULL)
        check_na(deciding, criterion, sayings.accept_na);
    if (*errors > errors_before)
        return;
    if (written.accept_na)
        cell.mark = STATE_NA;
    cell.mark |= (uint8_t)(written.evidence << MARK_EVIDENCE_SHIFT);
    const struct decision decision = {
        .kind = DECIDED_ANSWER,
        .subject = criterion,
        .cell = cell,
        .why = written.why,
        .source = written.source,
    };
    add_decision(deciding, key, decision, reader->criteria->criteria[criterion].type);
}

void read_decision(const struct deciding *deciding, uint32_t criterion, struct yaml_node *key)
{
    struct problems *problems = deciding->reader->problems;
    struct decoder decoder = {.problems = problems};
    struct yaml_node *map = node_value_of(key);
    if (decode_collection(&decoder, key, map, YAML_MAP, "a mapping"))
        decide(deciding, criterion, key, map);
    else if (map->kind == YAML_SCALAR)
        problem_hint(problems, "write it with its reason: {value: …, why: …}");
}

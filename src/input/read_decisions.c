/* Decisions: what the buyer's panel decided, vendor by vendor, each with its reason. */
#include "buyer.h"

#include "comments.h"
#include "shortlist/keys.h"
#include "values.h"

/* --- What all decisions share ------------------------------------------------------------- */

void add_decision(const struct deciding *deciding, const struct yaml_node *key,
                  struct decision decision, enum answer_type type)
{
    if (deciding->vendor == NOWHERE)
        return;
    decision.vendor = deciding->vendor;
    decision.by = deciding->header->by;
    decision.has_date = deciding->header->date.place.line != 0;
    decision.date = deciding->header->date.day;
    decision.place = key->place;
    decisions_add(deciding->decisions, &decision, type);
}

void refuse_no_reason(const struct buyer_reader *reader, struct place place, const char *what,
                      struct text about)
{
    problem_add(reader->problems, PROBLEM_NO_REASON, place, "%s `%.*s` has no reason", what,
                TEXT_ARG(about));
    problem_hint(reader->problems, "say why it was decided: every report shows the reason");
}

/* `{why: …}` in the place of the reason; what has no value is rather a text in braces. */
static bool refuse_mapping(const struct buyer_reader *reader, const struct yaml_node *key)
{
    struct decoder decoder = {.problems = reader->problems};
    const struct yaml_node *value = node_value_of(key);
    if (value->kind != YAML_MAP || value->count == 0 || node_is_open(node_value(value, 0)))
        return false;
    refuse_shape(&decoder, key, value, "a text");
    problem_hint(reader->problems, "write the reason itself: %.*s: the reason",
                 TEXT_ARG(key->text));
    return true;
}

struct text read_reason(const struct buyer_reader *reader, const struct yaml_node *key,
                        const char *what, struct text about)
{
    struct decoder decoder = {.problems = reader->problems};
    const struct yaml_node *value = node_value_of(key);
    if (refuse_mapping(reader, key) ||
        (!node_is_open(value) && !decode_quotable(&decoder, key, value)))
        return TEXT("");
    struct text reason = trim_space(value->text);
    if (!node_is_open(value) && reason.len > 0 && truth_parse(reason) < 0)
        return reason;
    refuse_no_reason(reader, value->text.len > 0 ? value->place : key->place, what, about);
    hint_lost_value(reader->problems, value);
    return TEXT("");
}

/* --- One vendor --------------------------------------------------------------------------- */

static void read_pairs(const struct deciding *deciding, struct yaml_node *map)
{
    struct buyer_reader *reader = deciding->reader;
    uint32_t position;
    struct yaml_node *key;
    criterion_keys_open(&reader->keys, map, &reader->scratch);
    while ((key = criterion_keys_next(&reader->keys, &position)) != NULL) {
        const struct criterion *criterion = &reader->criteria->criteria[position];
        if (criterion->by == BY_NOBODY)
            refuse_computed(reader, key, "decide about the answers that it is computed from");
        else
            read_decision(deciding, criterion->dropped ? NOWHERE : position, key);
    }
}

static void check_pairs(const struct deciding *deciding, struct yaml_node *map)
{
    node_refuse_duplicates(map, deciding->reader->problems);
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            read_decision(deciding, NOWHERE, node_key(map, i));
    }
}

static void read_decided_answers(const struct deciding *deciding, struct yaml_node *key)
{
    struct decoder decoder = {.problems = deciding->reader->problems};
    struct yaml_node *map = node_value_of(key);
    if (node_is_open(map) ||
        !decode_collection(&decoder, key, map, YAML_MAP, "a mapping from criteria"))
        return;
    if (deciding->reader->criteria == NULL)
        check_pairs(deciding, map);
    else
        read_pairs(deciding, map);
}

static void read_exclusion(const struct deciding *deciding, const struct yaml_node *key)
{
    const struct decision decision = {
        .kind = EXCLUDED_VENDOR,
        .why = read_reason(deciding->reader, key, "the exclusion of", deciding->vendor_id),
    };
    if (decision.why.len > 0)
        add_decision(deciding, key, decision, TYPE_YES_NO);
}

static void read_vendor(struct deciding *deciding, const struct yaml_node *vendors,
                        struct yaml_node *key)
{
    struct buyer_reader *reader = deciding->reader;
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    struct yaml_node *map = node_value_of(key);
    deciding->vendor = buyer_vendor(reader, vendors, key, PROBLEM_UNKNOWN_VENDOR);
    deciding->vendor_id = key->text;
    if (node_is_open(map) || !decode_collection(&decoder, key, map, YAML_MAP, "a mapping"))
        return;
    decode_table(&decoder, &keys_decided, key->place, map, NULL);
    struct yaml_node *answers = node_find_key(map, TEXT("answers"));
    if (answers != NULL)
        read_decided_answers(deciding, answers);
    struct yaml_node *waive = node_find_key(map, TEXT("waive"));
    if (waive != NULL)
        read_waivers(deciding, waive);
    struct yaml_node *exclude = node_find_key(map, TEXT("exclude"));
    if (exclude != NULL)
        read_exclusion(deciding, exclude);
}

void read_decisions(struct buyer_reader *reader, const struct source *source,
                    struct decisions *decisions)
{
    struct decisions_header header = {0};
    struct deciding deciding = {.reader = reader, .decisions = decisions, .header = &header};
    arena_clear(&reader->scratch);
    reader->values.silence_hint = "accept_na: yes accepts an n/a of the vendor";
    struct yaml_node *root =
        read_single(source, ROLE_DECISIONS, &reader->scratch, reader->problems);
    if (root == NULL)
        return;
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    decode_table(&decoder, &keys_decisions, root->place, root, &header);
    struct yaml_node *vendors = buyer_vendors(reader, root, TEXT("decisions"));
    for (size_t i = 0; vendors != NULL && i < vendors->count; i++) {
        if (node_key(vendors, i)->kind == YAML_SCALAR)
            read_vendor(&deciding, vendors, node_key(vendors, i));
    }
}

/* --- All files together ------------------------------------------------------------------- */

static bool is_same_thing(const struct decision *a, const struct decision *b)
{
    return a->vendor == b->vendor && a->kind == b->kind && a->subject == b->subject;
}

static void refuse_second(const struct buyer_reader *reader, const struct decision *first,
                          const struct decision *second)
{
    const struct criteria *criteria = reader->criteria;
    struct problems *problems = reader->problems;
    struct text vendor = reader->answers->vendors[second->vendor].id;
    switch (second->kind) {
    case DECIDED_ANSWER:
        problem_add(problems, PROBLEM_TWO_DECISIONS, second->place,
                    "`%.*s` of `%.*s` is decided already",
                    TEXT_ARG(criteria->criteria[second->subject].id.text), TEXT_ARG(vendor));
        break;
    case WAIVED_RULE:
        problem_add(problems, PROBLEM_TWO_DECISIONS, second->place,
                    "`%.*s` is waived for `%.*s` already",
                    TEXT_ARG(criteria->rules[second->subject].id.text), TEXT_ARG(vendor));
        break;
    case WAIVED_MINIMUM:
        problem_add(problems, PROBLEM_TWO_DECISIONS, second->place,
                    "`minimum_%.*s` is waived for `%.*s` already",
                    TEXT_ARG(criteria->categories[second->subject].id.text), TEXT_ARG(vendor));
        break;
    case EXCLUDED_VENDOR:
        problem_add(problems, PROBLEM_TWO_DECISIONS, second->place, "`%.*s` is excluded already",
                    TEXT_ARG(vendor));
        break;
    }
    problem_note(problems, first->place, "the first decision stands here");
}

void refuse_two_decisions(const struct buyer_reader *reader, const struct decisions *decisions)
{
    for (size_t first = 0, i = 1; i < decisions->count; i++) {
        if (is_same_thing(&decisions->items[first], &decisions->items[i]))
            refuse_second(reader, &decisions->items[first], &decisions->items[i]);
        else
            first = i;
    }
}

/* Whether anybody has given a value that evidence can be about. */
static bool has_value(const struct buyer_reader *reader, const struct ratings *ratings,
                      const struct decision *decision)
{
    const struct column *column = &reader->answers->columns[decision->subject];
    size_t count = 0;
    const struct rating *found = ratings_of(ratings, decision->vendor, decision->subject, &count);
    bool any = mark_answered(column->marks[decision->vendor]);
    for (size_t i = 0; i < count; i++)
        any = any || mark_answered(found[i].cell.mark);
    return any;
}

static void note_idle(const struct buyer_reader *reader, const struct decision *decision)
{
    const struct criterion *criterion = &reader->criteria->criteria[decision->subject];
    const struct column *column = &reader->answers->columns[decision->subject];
    bool is_na = mark_state(column->marks[decision->vendor]) == STATE_NA;
    problem_add(reader->problems, PROBLEM_IDLE_DECISION, decision->place,
                "the evidence for `%.*s` of `%.*s` changes nothing: %s",
                TEXT_ARG(criterion->id.text),
                TEXT_ARG(reader->answers->vendors[decision->vendor].id),
                criterion->by == BY_BUYER ? "nobody has rated it"
                : is_na                   ? "the answer is n/a"
                                          : "there is no answer");
}

void drop_idle_decisions(const struct buyer_reader *reader, const struct ratings *ratings,
                         struct decisions *decisions)
{
    size_t kept = 0;
    for (size_t i = 0; i < decisions->count; i++) {
        const struct decision *decision = &decisions->items[i];
        bool is_about_evidence =
            decision->kind == DECIDED_ANSWER && mark_state(decision->cell.mark) == STATE_OPEN;
        if (is_about_evidence && !has_value(reader, ratings, decision))
            note_idle(reader, decision);
        else
            decisions->items[kept++] = *decision;
    }
    decisions->count = kept;
}

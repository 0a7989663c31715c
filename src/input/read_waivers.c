/* Waivers: rules and minimums that do not hold for a vendor, each with the reason. */
#include "buyer.h"

#include "hints.h"
#include "shortlist/flags.h"

/* --- Built-in flags ----------------------------------------------------------------------- */

/* They are settled where they arise, not waived. */
static const char *const remedies[FLAG_KINDS + 1] = {
    [FLAG_EXPIRED] = "decide about the evidence of the criterion that it names",
    [FLAG_CONFLICT] = "decide the value of the criterion that it names",
    [FLAG_DISPUTED] = "decide the value of the criterion that it names",
    [FLAG_DISAGREE] = "decide the value of the criterion that it names",
    [FLAG_NA_CLAIMED] = "accept the n/a of the criterion that it names: accept_na: yes",
};

/* What is to be done about a built-in flag, or NULL. */
static const char *remedy_of(struct text id)
{
    return remedies[flag_built_in_find(id)];
}

bool is_built_in_flag(struct text id)
{
    return flag_built_in_find(id) != FLAG_KINDS;
}

/* --- What is waived ----------------------------------------------------------------------- */

/* The category of minimum_CATEGORY, or NULL. */
static const struct category *category_of(const struct criteria *criteria, struct text id)
{
    if (!text_starts(id, minimum_prefix))
        return NULL;
    return criteria_category(criteria, text_slice(id, minimum_prefix.len, id.len));
}

/* The nearest among the rules and the minimums there are. */
static struct text nearest_rule(struct buyer_reader *reader, struct text id)
{
    const struct criteria *criteria = reader->criteria;
    struct nearest nearest = {.word = id};
    for (size_t r = 0; r < criteria->rule_count; r++)
        nearest_offer(&nearest, criteria->rules[r].id.text);
    for (size_t c = 0; c < criteria->category_count; c++) {
        const struct category *category = &criteria->categories[c];
        if (category->minimum.place.line != 0)
            nearest_offer(&nearest, text_format(&reader->scratch, "minimum_%.*s",
                                                TEXT_ARG(category->id.text)));
    }
    return nearest.best;
}

static void refuse_rule(struct buyer_reader *reader, const struct yaml_node *map,
                        const struct yaml_node *key)
{
    struct problems *problems = reader->problems;
    const struct category *category = category_of(reader->criteria, key->text);
    const char *remedy = remedy_of(key->text);
    if (remedy != NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_RULE, key->place,
                    "`%.*s` is a built-in flag, which cannot be waived", TEXT_ARG(key->text));
        problem_hint(problems, "%s", remedy);
        return;
    }
    if (category != NULL) {
        problem_add(problems, PROBLEM_UNKNOWN_RULE, key->place,
                    "the category `%.*s` has no minimum that could be waived",
                    TEXT_ARG(category->id.text));
        return;
    }
    problem_add(problems, PROBLEM_UNKNOWN_RULE, key->place, "`%.*s` is no rule of %.*s",
                TEXT_ARG(key->text), TEXT_ARG(reader->criteria->file->name));
    if (problems->last_kept && !hint_odd_key(problems, map, key))
        problem_suggest(problems, nearest_rule(reader, key->text));
}

/* Fills in what a key waives; else false and a problem. */
static bool find_waived(struct buyer_reader *reader, const struct yaml_node *map,
                        const struct yaml_node *key, struct decision *decision)
{
    const struct category *category = category_of(reader->criteria, key->text);
    if (names_find(&reader->rules, key->text, &decision->subject)) {
        decision->kind = WAIVED_RULE;
        return true;
    }
    if (category != NULL && category->minimum.place.line != 0) {
        decision->kind = WAIVED_MINIMUM;
        decision->subject = (uint32_t)(category - reader->criteria->categories);
        return true;
    }
    refuse_rule(reader, map, key);
    return false;
}

/* --- Reading ------------------------------------------------------------------------------ */

static void read_waiver(const struct deciding *deciding, const struct yaml_node *map,
                        const struct yaml_node *key)
{
    struct buyer_reader *reader = deciding->reader;
    struct decision decision = {0};
    bool is_known = reader->criteria != NULL && find_waived(reader, map, key, &decision);
    decision.why = read_reason(reader, key, "the waiver of", key->text);
    if (is_known && decision.why.len > 0)
        add_decision(deciding, key, decision, TYPE_YES_NO);
}

void read_waivers(const struct deciding *deciding, struct yaml_node *key)
{
    struct problems *problems = deciding->reader->problems;
    struct decoder decoder = {.problems = problems};
    struct yaml_node *map = node_value_of(key);
    if (node_is_open(map))
        return;
    if (!decode_collection(&decoder, key, map, YAML_MAP, "a mapping from rules to reasons")) {
        if (map->kind != YAML_BAD)
            problem_hint(problems, "write each rule with its reason: high_attrition: one-off "
                                   "closure of a site");
        return;
    }
    node_refuse_duplicates(map, problems);
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR)
            read_waiver(deciding, map, node_key(map, i));
    }
}

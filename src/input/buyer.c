/* The vendors that the buyer's files name. */
#include "buyer.h"

#include "hints.h"
#include "vendor_ids.h"

/* Whether the id of an unread vendor is what its file says, and one that can be used. */
static bool has_sure_id(const struct unread_vendor *unread)
{
    return unread->line != 0 && vendor_id_fault(unread->id) == NULL;
}

/* A vendor is not missed when any file, or any unread document, may be its own. */
static bool has_all_vendors(const struct answers *answers, bool all_taken)
{
    bool all = all_taken && answers->count + answers->unread_count > 0;
    for (size_t u = 0; u < answers->unread_count; u++)
        all = all && has_sure_id(&answers->unread[u]);
    return all;
}

void buyer_reader_begin(struct buyer_reader *reader, const struct criteria *criteria,
                        const struct answers *answers, bool all_taken, struct problems *problems)
{
    *reader = (struct buyer_reader){
        .criteria = criteria,
        .answers = answers,
        .problems = problems,
        .has_all_vendors = has_all_vendors(answers, all_taken),
        .values = {.problems = problems, .scratch = &reader->scratch},
    };
    criterion_keys_begin(&reader->keys, criteria, BY_BUYER, problems);
    if (criteria != NULL && criteria->rule_count > 0)
        reader->rules = names_index(&reader->arena, &criteria->rules[0].id.text,
                                    criteria->rule_count, sizeof(*criteria->rules));
}

void buyer_reader_end(struct buyer_reader *reader)
{
    criterion_keys_end(&reader->keys);
    arena_release(&reader->scratch);
    arena_release(&reader->arena);
    *reader = (struct buyer_reader){0};
}

/* --- Vendors ------------------------------------------------------------------------------ */

struct yaml_node *buyer_vendors(const struct buyer_reader *reader, const struct yaml_node *root,
                                struct text name)
{
    struct decoder decoder = {.problems = reader->problems};
    struct yaml_node *key = node_find_key(root, name);
    if (key == NULL || node_is_open(node_value_of(key)) ||
        !decode_collection(&decoder, key, node_value_of(key), YAML_MAP,
                           "a mapping from vendor ids"))
        return NULL;
    node_refuse_duplicates(node_value_of(key), reader->problems);
    return node_value_of(key);
}

static bool is_unread(const struct answers *answers, struct text id)
{
    const struct unread_vendor *unread = answers->unread;
    if (answers->unread_count == 0)
        return false;
    size_t at = names_place(&unread[0].id, answers->unread_count, sizeof(*unread), id);
    return at < answers->unread_count && text_equal(unread[at].id, id);
}

static struct text nearest_vendor(const struct answers *answers, struct text id)
{
    struct nearest nearest = {.word = id};
    for (size_t v = 0; v < answers->count; v++)
        nearest_offer(&nearest, answers->vendors[v].id);
    for (size_t u = 0; u < answers->unread_count; u++)
        nearest_offer(&nearest, answers->unread[u].id);
    return nearest.best;
}

static void tell_unknown(const struct buyer_reader *reader, const struct yaml_node *map,
                         const struct yaml_node *key, enum problem_code code)
{
    problem_add(reader->problems, code, key->place, "no vendor `%.*s` is among the answers%s",
                TEXT_ARG(key->text),
                code == PROBLEM_RATED_UNKNOWN ? ": what is said of it is left out" : "");
    if (!reader->problems->last_kept || hint_odd_key(reader->problems, map, key))
        return;
    if (criteria_criterion(reader->criteria, key->text) != NULL)
        problem_hint(reader->problems, "vendors come first, then criteria");
    else
        problem_suggest(reader->problems, nearest_vendor(reader->answers, key->text));
}

bool buyer_lacks_vendor(const struct buyer_reader *reader, struct text id)
{
    return reader->criteria != NULL && reader->has_all_vendors &&
           answers_vendor(reader->answers, id) == NOWHERE && !is_unread(reader->answers, id);
}

uint32_t buyer_vendor(const struct buyer_reader *reader, const struct yaml_node *map,
                      const struct yaml_node *key, enum problem_code code)
{
    if (reader->criteria == NULL)
        return NOWHERE;
    uint32_t vendor = answers_vendor(reader->answers, key->text);
    if (vendor == NOWHERE && buyer_lacks_vendor(reader, key->text))
        tell_unknown(reader, map, key, code);
    return vendor;
}

/* --- Criteria ----------------------------------------------------------------------------- */

void refuse_computed(const struct buyer_reader *reader, const struct yaml_node *key,
                     const char *hint)
{
    problem_add(reader->problems, PROBLEM_NOT_ASKED, key->place,
                "`%.*s` is computed from other answers", TEXT_ARG(key->text));
    problem_hint(reader->problems, "%s", hint);
}

/*
 * Words beside a choice, a set or a need with options: there a bare word or a string is one of its
 * options. Lists likewise; without such a neighbour they hold literals.
 */
#include "node.h"

struct bearer bearer_of(const struct linker *linker, const struct node *node)
{
    const struct criterion *criterion = named_criterion(linker, node);
    const struct need *need = named_need(linker, node);
    struct bearer bearer = {0};
    if (criterion != NULL && (criterion->type == TYPE_CHOICE || criterion->type == TYPE_SET))
        bearer = (struct bearer){.options = &criterion->options, .criterion = criterion};
    if (need != NULL && need->options.count > 0)
        bearer = (struct bearer){.options = &need->options, .need = need};
    return bearer;
}

struct text bearer_name(const struct linker *linker, const struct bearer *bearer)
{
    return bearer->criterion != NULL
               ? bearer->criterion->id.text
               : text_format(linker->arena, "needs.%.*s", TEXT_ARG(bearer->need->id.text));
}

static void make_option(struct node *node, const struct bearer *bearer, uint8_t option)
{
    node->kind = NODE_CONSTANT;
    node->type = bearer->criterion != NULL ? VALUE_OPTION : VALUE_TEXT;
    node->byte = option;
    node->text = bearer->options->items[option].id;
    node->options = bearer->options;
}

/* A word of a need, as an option of a criterion. */
static uint8_t option_of_need(struct linker *linker, const struct node *node,
                              const struct bearer *bearer, struct text word, struct place place)
{
    uint8_t option = options_find(bearer->options, word);
    if (option != NO_OPTION)
        return option;
    struct text name = bearer_name(linker, bearer);
    problem_add(linker->problems, PROBLEM_UNKNOWN_OPTION, node_place(linker, node),
                "`%.*s` in %.*s is not an option of `%.*s`", TEXT_ARG(word),
                TEXT_ARG(node_source(linker, node)), TEXT_ARG(name));
    problem_suggest(linker->problems, options_nearest(bearer->options, word));
    problem_note(linker->problems, place, "`%.*s` stands here", TEXT_ARG(word));
    return NO_OPTION;
}

bool resolve_beside(struct linker *linker, struct node *node, const struct bearer *bearer)
{
    const struct need *need = named_need(linker, node);
    uint8_t option = NO_OPTION;
    if (node->kind == NODE_WORD || node->kind == NODE_STRING) {
        option = options_find(bearer->options, node->word);
        if (option == NO_OPTION)
            unknown_option(linker, node, bearer);
    } else if (need != NULL && need->type == NEED_TEXT && bearer->criterion != NULL) {
        option = option_of_need(linker, node, bearer, need->text, need->place);
        node->need = need;
    } else {
        return resolve_node(linker, node);
    }
    if (option != NO_OPTION)
        make_option(node, bearer, option);
    return option != NO_OPTION;
}

/* --- Lists ------------------------------------------------------------------------------------ */

/* Turns a need that is a list, or a list, into the set of a criterion's options. */
static void make_set(struct node *node, const struct bearer *bearer, uint64_t members)
{
    node->kind = NODE_CONSTANT;
    node->type = VALUE_SET;
    node->members = members;
    node->options = bearer->options;
}

static void make_words(struct linker *linker, struct node *list)
{
    struct word *items = arena_array(linker->arena, struct word, list->operand_count);
    for (size_t i = 0; i < list->operand_count; i++)
        items[i].text = list->operands[i]->text;
    list->words = (struct words){.items = items, .count = list->operand_count};
    list->kind = NODE_CONSTANT;
    list->type = VALUE_WORDS;
}

static bool resolve_need_members(struct linker *linker, struct node *node, const struct need *need,
                                 const struct bearer *bearer)
{
    bool good = true;
    uint64_t members = 0;
    if (bearer->criterion == NULL)
        return resolve_need(linker, node);
    for (size_t i = 0; i < need->words.count && !enough_problems(linker); i++) {
        const struct word *word = &need->words.items[i];
        struct place place = word->place.line != 0 ? word->place : need->place;
        uint8_t option = option_of_need(linker, node, bearer, word->text, place);
        good &= option != NO_OPTION;
        if (option != NO_OPTION)
            members |= (uint64_t)1 << option;
    }
    make_set(node, bearer, members);
    node->need = need;
    return good;
}

static bool resolve_list_members(struct linker *linker, struct node *list,
                                 const struct bearer *bearer)
{
    bool good = true;
    uint64_t members = 0;
    for (size_t i = 0; i < list->operand_count && !enough_problems(linker); i++) {
        struct node *item = list->operands[i];
        if (item->kind != NODE_WORD && item->kind != NODE_STRING) {
            struct text name = bearer_name(linker, bearer);
            good = false;
            problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, item),
                        "`%.*s` is not an option of `%.*s`", TEXT_ARG(node_source(linker, item)),
                        TEXT_ARG(name));
            problem_hint(linker->problems, "an option that looks like a number stands in quotes");
        } else if (!resolve_beside(linker, item, bearer)) {
            good = false;
        } else {
            members |= (uint64_t)1 << item->byte;
        }
    }
    if (bearer->criterion != NULL)
        make_set(list, bearer, members);
    else
        make_words(linker, list);
    return good;
}

bool is_list(const struct linker *linker, const struct node *node)
{
    const struct need *need = named_need(linker, node);
    return node->kind == NODE_LIST || (need != NULL && need->type == NEED_WORDS);
}

bool resolve_members(struct linker *linker, struct node *node, const struct bearer *bearer)
{
    if (node->kind == NODE_LIST)
        return resolve_list_members(linker, node, bearer);
    return resolve_need_members(linker, node, named_need(linker, node), bearer);
}

void unquoted_word(struct linker *linker, const struct node *node)
{
    problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, node),
                "nothing says what the word `%.*s` means here", TEXT_ARG(node->word));
    problem_hint(linker->problems,
                 "quote it to compare it as a text: \"%.*s\"; or declare the options of the need",
                 TEXT_ARG(node->word));
}

/* An item of a list of literals. */
static bool resolve_item(struct linker *linker, struct node *item, enum value_type type)
{
    static const enum value_type types[] = {
        [NODE_NUMBER] = VALUE_NUMBER,
        [NODE_DATE] = VALUE_DATE,
        [NODE_STRING] = VALUE_TEXT,
    };
    if (item->kind == NODE_WORD && type == VALUE_TEXT) {
        unquoted_word(linker, item);
        return false;
    }
    if (item->kind == NODE_WORD || types[item->kind] != type) {
        problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, item),
                    "`%.*s` cannot be an item here: each must be %s",
                    TEXT_ARG(node_source(linker, item)), value_type_name(type));
        if (item->kind == NODE_WORD)
            problem_hint(linker->problems, "a list holds literals; join comparisons with `or`");
        return false;
    }
    resolve_literal(item);
    return true;
}

bool resolve_list(struct linker *linker, struct node *node, enum value_type type)
{
    bool good = true;
    if (node->kind == NODE_NEED && type == VALUE_TEXT)
        return resolve_need(linker, node);
    if (node->kind == NODE_NEED) {
        problem_add(linker->problems, PROBLEM_RULE_TYPE, node_place(linker, node),
                    "`%.*s` is a list of words, which %s cannot be in",
                    TEXT_ARG(node_source(linker, node)), value_type_name(type));
        return false;
    }
    for (size_t i = 0; i < node->operand_count && !enough_problems(linker); i++)
        good &= resolve_item(linker, node->operands[i], type);
    node->type = type;
    if (type == VALUE_TEXT && good)
        make_words(linker, node);
    return good;
}

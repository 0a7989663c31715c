/* Cells of a table as nodes. */
#include "csv_nodes.h"

#include "values.h"

/* --- Options ------------------------------------------------------------------------------ */

/* By id, else by label, exactly; or NO_OPTION. */
static uint8_t find_option(const struct options *options, struct text word)
{
    uint8_t option = options_find(options, word);
    for (size_t i = 0; option == NO_OPTION && i < options->count; i++) {
        if (text_equal(options->items[i].label, word))
            option = (uint8_t)i;
    }
    return option;
}

static struct text option_id(const struct options *options, uint8_t option, struct text otherwise)
{
    return option == NO_OPTION ? otherwise : options->items[option].id;
}

/* --- Lists -------------------------------------------------------------------------------- */

static size_t next_separator(struct text list, size_t at)
{
    while (at < list.len && !parts_members(list.ptr[at]))
        at++;
    return at;
}

static size_t count_parts(struct text list)
{
    size_t count = 1;
    for (size_t at = 0; at < list.len; at++)
        count += parts_members(list.ptr[at]);
    return count;
}

/* Into how many parts the labels of options fall at most. */
static size_t most_parts(const struct options *options)
{
    size_t most = 1;
    for (size_t i = 0; i < options->count; i++) {
        size_t parts = count_parts(options->items[i].label);
        most = parts > most ? parts : most;
    }
    return most;
}

/* The item that begins at `*at`: the longest run of parts that is an option, else one part. `*at`
 * goes to the separator behind it. */
static struct text next_item(const struct options *options, struct text list, size_t longest,
                             size_t *at)
{
    size_t start = *at;
    size_t end = next_separator(list, start);
    struct text first = trim_space(text_slice(list, start, end));
    struct text item = option_id(options, find_option(options, first), first);
    *at = end;
    for (size_t parts = 2; parts <= longest && end < list.len; parts++) {
        end = next_separator(list, end + 1);
        uint8_t option = find_option(options, trim_space(text_slice(list, start, end)));
        if (option != NO_OPTION)
            *at = end;
        item = option_id(options, option, item);
    }
    return item;
}

static void add_item(struct yaml_node *list, struct text text)
{
    list->items[list->count++] = (struct yaml_node){.text = text, .place = list->place};
}

static void split(struct yaml_node *node, struct text list, const struct options *options,
                  struct arena *arena)
{
    size_t longest = most_parts(options);
    node->items = arena_array(arena, struct yaml_node, count_parts(list));
    for (size_t at = 0; at <= list.len; at++) {
        struct text item = next_item(options, list, longest, &at);
        if (item.len > 0)
            add_item(node, item);
    }
    /* Nothing but separators: no list that anybody means. */
    if (node->count == 0 && list.len > 0)
        add_item(node, list);
}

static void make_list(struct yaml_node *node, const struct options *options, struct arena *arena)
{
    struct text text = node->text;
    uint8_t option = find_option(options, text);
    bool has_brackets = text_starts(text, TEXT("[")) && text_ends(text, TEXT("]"));
    *node = (struct yaml_node){.kind = YAML_LIST, .place = node->place};
    if (option == NO_OPTION && text_equal_fold(text, TEXT("none")))
        return;
    if (option == NO_OPTION && has_brackets)
        text = trim_space(text_slice(text, 1, text.len - 1));
    split(node, text, options, arena);
}

/* --- Cells -------------------------------------------------------------------------------- */

void csv_node(struct yaml_node *node, struct text cell, struct place place,
              const struct criterion *criterion, struct arena *arena)
{
    *node = (struct yaml_node){.text = trim_space(cell), .place = place};
    if (criterion == NULL || is_open_word(node->text) || text_equal_fold(node->text, TEXT("n/a")))
        return;
    const struct options *options = &criterion->options;
    if (criterion->type == TYPE_CHOICE)
        node->text = option_id(options, find_option(options, node->text), node->text);
    else if (criterion->type == TYPE_SET)
        make_list(node, options, arena);
}

/* --- Trees -------------------------------------------------------------------------------- */

void map_make(struct yaml_node *map, struct place place, size_t pairs, struct arena *arena)
{
    *map = (struct yaml_node){
        .kind = YAML_MAP,
        .place = place,
        .items = arena_array(arena, struct yaml_node, 2 * pairs),
    };
}

struct yaml_node *map_add(struct yaml_node *map, struct text name, struct place place)
{
    struct yaml_node *key = node_key(map, map->count++);
    key[0] = (struct yaml_node){.text = name, .place = place};
    key[1] = (struct yaml_node){.text = {name.ptr, 0}, .place = place};
    return node_value_of(key);
}

/* A profile to begin with, made from what the criteria need. */
#include "comment.h"
#include "json_writer.h"
#include "needs_section.h"
#include "pack_parts.h"
#include "remarks.h"
#include "shortlist/number.h"
#include "shortlist/starter.h"
#include "shortlist/unicode.h"

/* --- Values -------------------------------------------------------------------------------- */

/* A word that reads back as itself: plain where nothing could take it for something else, else as
 * JSON has it, which YAML reads too. */
static void write_word(struct sink *sink, struct text word)
{
    struct json_writer json = {.sink = sink};
    bool plain = id_shape_fault(word) == NULL && truth_parse(word) < 0 && !is_open_word(word);
    if (plain)
        sink_text(sink, word);
    else
        json_text(&json, word);
}

static void write_value(struct sink *sink, const struct need *need)
{
    if (need->type == NEED_TEXT) {
        write_word(sink, need->text);
        return;
    }
    if (need->type != NEED_WORDS) {
        sink_text(sink, need->text);
        return;
    }
    sink_char(sink, '[');
    for (size_t w = 0; w < need->words.count; w++) {
        sink_string(sink, w > 0 ? ", " : "");
        write_word(sink, need->words.items[w].text);
    }
    sink_char(sink, ']');
}

/* --- Needs --------------------------------------------------------------------------------- */

/* What the criteria say of a need, and the words that it may hold. */
static void write_remarks(const struct comment *comment, const struct need *need)
{
    const struct place *place = &need->id.place;
    comment_text(comment, 0, 0, remark_above(place->source, place->line, comment->arena));
    comment_text(comment, 0, 0, remark_beside(place, comment->arena));
    comment_text(comment, 0, 0, remark_beside(&need->place, comment->arena));
    if (need->options.count > 0)
        comment_text(comment, 0, 2,
                     text_format(comment->arena, "Allowed: %.*s",
                                 TEXT_ARG(options_words(&need->options, comment->arena))));
}

/* "seats: 10", behind what begins the line. */
static void write_need(struct sink *sink, size_t indent, const char *before,
                       const struct need *need)
{
    sink_repeat(sink, " ", indent);
    sink_format(sink, "%s%.*s: ", before, TEXT_ARG(need->id.text));
    write_value(sink, need);
    sink_char(sink, '\n');
}

static void write_needs(const struct criteria *criteria, struct sink *sink, struct arena *arena)
{
    const struct comment comment = {sink, arena, 2};
    if (criteria->need_count == 0)
        return;
    sink_string(sink, "\nneeds:\n");
    for (size_t n = 0; n < criteria->need_count; n++) {
        write_remarks(&comment, &criteria->needs[n]);
        write_need(sink, comment.indent, "", &criteria->needs[n]);
    }
}

/* --- Weights ------------------------------------------------------------------------------- */

static void write_weight(const struct category *category, struct sink *sink, struct arena *arena)
{
    char weight[NUMBER_SIZE];
    struct text title = unicode_visible(arena, category->title);
    number_plain(category->weight.value, weight);
    sink_format(sink, "#   %.*s: %s", TEXT_ARG(category->id.text), weight);
    if (title.len > 0)
        sink_format(sink, "  # %.*s", TEXT_ARG(title));
    sink_char(sink, '\n');
}

static void write_weights(const struct criteria *criteria, struct sink *sink, struct arena *arena)
{
    const struct comment comment = {sink, arena, 0};
    sink_char(sink, '\n');
    comment_string(&comment,
                   "The weights of the categories, as the criteria have them. To change some, "
                   "take the # and the space behind it from the line `weights:` and from theirs, "
                   "and leave out the others.");
    if (criteria->weights_total.place.line > 0)
        comment_string(&comment, "Those that are left out share what is left of the whole, in "
                                 "their old proportion.");
    comment_string(&comment, "A single criterion is named with its category: category.criterion");
    comment_gap(&comment);
    sink_string(sink, "# weights:\n");
    for (size_t c = 0; c < criteria->category_count; c++)
        write_weight(&criteria->categories[c], sink, arena);
}

void starter_profile(const struct criteria *criteria, struct sink *sink)
{
    struct arena arena = {0};
    const struct comment comment = {sink, &arena, 0};
    sink_string(sink, "shortlist-profile: 1\ntitle: Our needs\n\n");
    comment_string(&comment, "What this evaluation needs, where it differs from the criteria. "
                             "Lines that say the same as the criteria may go.");
    write_needs(criteria, sink, &arena);
    write_weights(criteria, sink, &arena);
    arena_release(&arena);
}

/* --- A profile that is there ---------------------------------------------------------------- */

static bool leaves_needs(const struct criteria *criteria)
{
    for (size_t n = 0; n < criteria->need_count; n++) {
        if (!criteria->needs[n].replaced)
            return true;
    }
    return false;
}

/* Each need that the profile leaves alone, as a comment. */
static void write_other_needs(const struct criteria *criteria, const struct comment *comment,
                              const char *before)
{
    for (size_t n = 0; n < criteria->need_count; n++) {
        if (criteria->needs[n].replaced)
            continue;
        sink_char(comment->sink, '\n');
        write_remarks(comment, &criteria->needs[n]);
        write_need(comment->sink, comment->indent, before, &criteria->needs[n]);
    }
}

/* Below the profile's own needs, where taking away a # is enough. */
static void write_below(const struct criteria *criteria, const struct comment *comment)
{
    comment_string(comment, "The other needs of the criteria, with the values that they have. To "
                            "state one, take the # and the space behind it from its line.");
    write_other_needs(criteria, comment, "# ");
}

/* At the end of the file. */
static void write_behind(const struct criteria *criteria, bool has_needs,
                         const struct comment *comment)
{
    if (has_needs) {
        comment_string(comment, "The other needs of the criteria, with the values that they have. "
                                "To state one, write it beside those above.");
    } else {
        comment_string(comment, "The needs of the criteria, with the values that they have. To "
                                "state some, take the # and the space behind it from the line "
                                "`needs:` and from theirs.");
        sink_string(comment->sink, "\n# needs:\n");
    }
    write_other_needs(criteria, comment, "#   ");
}

/* Writes bytes, the last line of which is ended. */
static void write_lines(struct sink *sink, struct text lines)
{
    sink_text(sink, lines);
    if (lines.len > 0 && lines.ptr[lines.len - 1] != '\n')
        sink_char(sink, '\n');
}

void starter_profile_copy(const struct criteria *criteria, const struct profile *profile,
                          struct sink *sink)
{
    const struct text bytes = profile->file->bytes;
    struct arena arena = {0};
    if (!leaves_needs(criteria)) {
        sink_text(sink, bytes);
        return;
    }
    const struct needs_section section = needs_section_of(profile);
    const struct comment comment = {sink, &arena, section.indent};
    const size_t split = section.in_lines ? section.end : bytes.len;
    const struct text rest = text_slice(bytes, split, bytes.len);
    write_lines(sink, text_slice(bytes, 0, split));
    sink_char(sink, '\n');
    if (section.in_lines)
        write_below(criteria, &comment);
    else
        write_behind(criteria, profile->needs.count > 0, &comment);
    if (rest.len > 0 && rest.ptr[0] != '\n' && rest.ptr[0] != '\r')
        sink_char(sink, '\n');
    sink_text(sink, rest);
    arena_release(&arena);
}

/* Ratings: what one evaluator of the buyer judged and found, vendor by vendor. */
#include "buyer.h"

#include "shortlist/keys.h"
#include "shortlist/unicode.h"
#include "values.h"

/* One rater's file. */
struct sheet {
    struct buyer_reader *reader;
    struct ratings *ratings;
    uint32_t rater;  /* NOWHERE: nothing is kept */
    uint32_t vendor; /* NOWHERE: the same */
    bool is_foreign; /* told: it was written for other criteria */
};

/* --- The rater ---------------------------------------------------------------------------- */

enum { RATER_LONGEST = 64 }; /* characters */

/* Whoever is told apart by what nobody sees may be anybody. */
static bool refuse_hidden(const struct buyer_reader *reader, const struct yaml_node *name,
                          struct text rater)
{
    const struct phrase phrase = {name->text, name->place, (enum scalar_style)name->style};
    size_t at = 0;
    size_t size = 0;
    int32_t code = 0;
    if (!unicode_next_hidden(rater, &at, &size, &code))
        return false;
    at += (size_t)(rater.ptr - name->text.ptr);
    struct place place = problem_place(reader->problems, &phrase, at, at + size);
    place.cell = name->place.cell;
    problem_add(reader->problems, PROBLEM_BAD_RATER, place,
                "the rater's name holds U+%04X, which cannot be seen", (unsigned)code);
    problem_hint(reader->problems, "type the name anew, in letters and signs that can be seen");
    return true;
}

static bool refuse_name(const struct buyer_reader *reader, const struct yaml_node *name,
                        struct text rater)
{
    if (rater.len == 0) {
        problem_add(reader->problems, PROBLEM_BAD_RATER, name->place, "the rater's name is empty");
        problem_hint(reader->problems, "write a name or a role: rater: head-of-support");
        return true;
    }
    if (refuse_hidden(reader, name, rater))
        return true;
    if (unicode_count(rater) <= RATER_LONGEST)
        return false;
    problem_add(reader->problems, PROBLEM_BAD_RATER, name->place,
                "the rater's name is longer than %d characters", RATER_LONGEST);
    problem_hint(reader->problems, "write a short name or a role");
    return true;
}

/* Whether the rater has a file already, or there are too many raters. */
static bool refuse_rater(const struct sheet *sheet, const struct yaml_node *name, struct text rater)
{
    struct problems *problems = sheet->reader->problems;
    const struct ratings *ratings = sheet->ratings;
    for (size_t r = 0; r < ratings->rater_count; r++) {
        const struct text first = ratings->raters[r].name;
        if (!is_same_name(first, rater))
            continue;
        bool is_same_file = ratings->raters[r].place.source == name->place.source;
        if (is_same_file)
            problem_add(problems, PROBLEM_TWO_RATERS, name->place,
                        "the rater `%.*s` stands in this file already, as `%.*s`", TEXT_ARG(rater),
                        TEXT_ARG(first));
        else if (text_equal(first, rater))
            problem_add(problems, PROBLEM_TWO_RATERS, name->place,
                        "the rater `%.*s` has a file already", TEXT_ARG(rater));
        else
            problem_add(problems, PROBLEM_TWO_RATERS, name->place,
                        "the rater `%.*s` has a file already, as `%.*s`", TEXT_ARG(rater),
                        TEXT_ARG(first));
        problem_note(problems, ratings->raters[r].place, "the first one is named here");
        problem_hint(problems, "%s",
                     is_same_file
                         ? "write the name alike in every row"
                         : "a rater appears once: put both in one file, or name the other");
        return true;
    }
    if (ratings->rater_count < RATERS_LIMIT)
        return false;
    problem_add(problems, PROBLEM_TOO_LARGE, name->place, "there are more than %d raters",
                RATERS_LIMIT);
    return true;
}

/* The position of a new rater, or NOWHERE when the name cannot be taken. */
static uint32_t add_rater(const struct sheet *sheet, const struct yaml_node *root,
                          const struct ratings_header *header)
{
    const struct yaml_node *name = node_find(root, TEXT("rater"));
    if (header->rater.place.line == 0)
        return NOWHERE; /* told already */
    const struct rater rater = {.name = trim_blanks(header->rater.text),
                                .place = header->rater.place};
    if (refuse_name(sheet->reader, name, rater.name) || refuse_rater(sheet, name, rater.name))
        return NOWHERE;
    return ratings_add_rater(sheet->ratings, &rater);
}

/* --- Ratings ------------------------------------------------------------------------------ */

static struct long_rating read_long(const struct buyer_reader *reader, const struct yaml_node *key,
                                    struct yaml_node *map)
{
    struct decoder decoder = {.problems = reader->problems, .arena = reader->values.scratch};
    struct long_rating rating = {0};
    decode_table(&decoder, &keys_rating, key->place, map, &rating);
    return rating;
}

static void read_rating(const struct sheet *sheet, uint32_t criterion, struct yaml_node *key)
{
    const struct buyer_reader *reader = sheet->reader;
    const struct criterion *asked = &reader->criteria->criteria[criterion];
    struct yaml_node *value = node_value_of(key);
    struct long_rating more = {0};
    struct rating rating = {
        .vendor = sheet->vendor,
        .criterion = criterion,
        .rater = sheet->rater,
    };
    if (value->kind == YAML_MAP) {
        more = read_long(reader, key, value);
        value = node_find(value, TEXT("value"));
    }
    if (value != NULL)
        rating.cell = read_value(&reader->values, asked, key, value);
    rating.cell.mark |= (uint8_t)(more.evidence << MARK_EVIDENCE_SHIFT);
    rating.note = more.note;
    bool says_nothing = rating.cell.mark == STATE_OPEN && rating.note.len == 0;
    if (says_nothing || rating.rater == NOWHERE)
        return;
    sheet->ratings->raters[rating.rater].has_spoken = true;
    if (rating.vendor != NOWHERE)
        ratings_add(sheet->ratings, &rating, asked->type);
}

void refuse_foreign_ratings(const struct buyer_reader *reader, struct place place)
{
    problem_add(reader->problems, PROBLEM_OTHER_CRITERIA, place,
                "%zu of %u ratings are of no criterion of %.*s", reader->keys.unknown,
                (unsigned)reader->keys.map->count, TEXT_ARG(reader->criteria->file->name));
    problem_hint(reader->problems, "were they written for other criteria?");
}

void refuse_computed_rating(const struct buyer_reader *reader, const struct yaml_node *key)
{
    refuse_computed(reader, key, "rate the answers that it is computed from");
}

static void read_pairs(struct sheet *sheet, const struct yaml_node *owner, struct yaml_node *map)
{
    struct buyer_reader *reader = sheet->reader;
    uint32_t position;
    struct yaml_node *key;
    criterion_keys_open(&reader->keys, map, &reader->scratch);
    if (criterion_keys_foreign(&reader->keys)) {
        /* Once a file: all its vendors will be alike. */
        if (!sheet->is_foreign)
            refuse_foreign_ratings(reader, owner->place);
        sheet->is_foreign = true;
        return;
    }
    while ((key = criterion_keys_next(&reader->keys, &position)) != NULL) {
        const struct criterion *criterion = &reader->criteria->criteria[position];
        if (criterion->by == BY_NOBODY)
            refuse_computed_rating(reader, key);
        else if (!criterion->dropped)
            read_rating(sheet, position, key);
        else if (sheet->rater != NOWHERE)
            sheet->ratings->raters[sheet->rater].has_spoken = true;
    }
}

static void check_pairs(const struct buyer_reader *reader, struct yaml_node *map)
{
    node_refuse_duplicates(map, reader->problems);
    for (size_t i = 0; i < map->count; i++) {
        if (node_key(map, i)->kind == YAML_SCALAR && node_value(map, i)->kind == YAML_MAP)
            (void)read_long(reader, node_key(map, i), node_value(map, i));
    }
}

static void read_vendor(struct sheet *sheet, const struct yaml_node *vendors, struct yaml_node *key)
{
    struct decoder decoder = {.problems = sheet->reader->problems};
    struct yaml_node *map = node_value_of(key);
    sheet->vendor = buyer_vendor(sheet->reader, vendors, key, PROBLEM_RATED_UNKNOWN);
    if (sheet->rater != NOWHERE && buyer_lacks_vendor(sheet->reader, key->text))
        ratings_leave_out(sheet->ratings, key->text, sheet->rater);
    if (node_is_open(map) ||
        !decode_collection(&decoder, key, map, YAML_MAP, "a mapping from criteria"))
        return;
    if (sheet->reader->criteria == NULL)
        check_pairs(sheet->reader, map);
    else
        read_pairs(sheet, key, map);
}

void read_rater(struct buyer_reader *reader, struct yaml_node *root, struct ratings *ratings)
{
    struct sheet sheet = {.reader = reader, .ratings = ratings};
    struct ratings_header header = {0};
    reader->values.silence_hint = "write n/a to abstain";
    struct decoder decoder = {.problems = reader->problems, .arena = &reader->scratch};
    decode_table(&decoder, &keys_ratings, root->place, root, &header);
    sheet.rater = add_rater(&sheet, root, &header);
    struct yaml_node *vendors = buyer_vendors(reader, root, TEXT("ratings"));
    for (size_t i = 0; vendors != NULL && i < vendors->count; i++) {
        if (node_key(vendors, i)->kind == YAML_SCALAR)
            read_vendor(&sheet, vendors, node_key(vendors, i));
    }
}

void read_ratings(struct buyer_reader *reader, const struct source *source, struct ratings *ratings)
{
    arena_clear(&reader->scratch);
    struct yaml_node *root = read_single(source, ROLE_RATINGS, &reader->scratch, reader->problems);
    if (root != NULL)
        read_rater(reader, root, ratings);
}

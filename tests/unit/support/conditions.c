/* Random conditions over the tender. */
#include "conditions.h"

#include "shortlist/text.h"

/* What conditions are about: few words each, so that the same criterion is met again. */
struct theme {
    const char *const *numbers; /* both lists end in NULL */
    const char *const *tests;
};

static const char *const all_numbers[] = {
    "attrition",
    "attrition",
    "seats",
    "price",
    "cost",
    "fair",
    "tone",
    "site",
    "needs.budget",
    "count(channels)",
    "count(reach)",
    "days(founded)",
    "points(attrition)",
    "points(channels)",
    "points(tier)",
    "points(iso)",
    "points(seats)",
    "points(cost)",
    "points(cheap)",
    "points(fair)",
    "points(founded)",
    "points(reach)",
    "points(site)",
    "lowest(attrition)",
    "mean(seats)",
    "stddev(attrition)",
    "bids(price)",
    "others_mean(cost)",
    "highest(tone)",
    "median(price)",
    "others_lowest(seats)",
    "score(people)",
    "total",
    NULL,
};

static const char *const all_tests[] = {
    "iso",
    "iso == no",
    "iso == needs.big",
    "needs.big",
    "yes",
    "tier == gold",
    "tier != silver",
    "tier == needs.grade",
    "needs.grade == silver",
    "country == \"PT\"",
    "country != \"ES\"",
    "channels has voice",
    "channels has_all reach",
    "needs.media has_any reach",
    "reach has fax",
    "needs.media has voice",
    "answered(attrition)",
    "documented(iso)",
    "founded < as_of",
    "founded == needs.start",
    "as_of > 2026-11-20",
    "attrition in [50]",
    NULL,
};

static const char *const set_numbers[] = {
    "count(channels)", "count(reach)",       "points(channels)",
    "points(reach)",   "count(needs.media)", NULL,
};

static const char *const set_tests[] = {
    "channels has voice",
    "channels has email",
    "channels has_all [voice, chat]",
    "channels has_all needs.media",
    "channels has_any [email]",
    "channels has_any needs.media",
    "channels has_all reach",
    "channels has_any reach",
    "reach has_all channels",
    "reach has fax",
    "reach has_any channels",
    "reach has_any [fax, voice]",
    "reach has_all [fax]",
    "needs.media has_all channels",
    "needs.media has_any reach",
    "channels has_all channels",
    "reach has_any reach",
    "answered(reach)",
    NULL,
};

static const char *const word_numbers[] = {"points(tier)", "points(iso)", NULL};

static const char *const word_tests[] = {
    "iso",
    "iso != yes",
    "iso == needs.big",
    "tier == gold",
    "tier != silver",
    "bronze == tier",
    "tier == needs.grade",
    "tier in [gold, silver]",
    "tier in []",
    "country == \"PT\"",
    "country != \"ES\"",
    "country in [\"ES\", \"PT\"]",
    "country in [\"PT\"]",
    "country == needs.city",
    "needs.city in [\"PT\", \"Lisbon\"]",
    "country == country",
    "documented(iso)",
    "verified(iso)",
    "expired(iso)",
    "answered(iso)",
    "answered(tier)",
    "documented(tier)",
    NULL,
};

static const char *const date_numbers[] = {"days(founded)", "points(founded)", "-days(founded)",
                                           NULL};

static const char *const date_tests[] = {
    "founded < as_of",
    "founded >= 2026-11-21",
    "founded == needs.start",
    "founded > needs.start",
    "founded in [2026-11-20, 2026-11-23]",
    "founded != 2026-11-22",
    "days(founded) > 0.5",
    "days(needs.start) < 3",
    "answered(founded)",
    NULL,
};

static const char *const number_numbers[] = {
    "attrition", "points(attrition)", "site",       "points(site)", "fair", "points(fair)", "cost",
    "price",     "points(price)",     "-attrition", NULL,
};

static const char *const number_tests[] = {
    "price in [8, 14, 20]",
    "attrition in [0, 400, 500]",
    "attrition in [50]",
    "site in [2, 5]",
    "answered(site)",
    "expired(attrition)",
    "answered(price)",
    "fair in [5, 10]",
    NULL,
};

static const struct theme themes[] = {
    {all_numbers, all_tests},   {set_numbers, set_tests},       {word_numbers, word_tests},
    {date_numbers, date_tests}, {number_numbers, number_tests},
};

struct writer {
    struct chance *chance;
    const struct theme *theme;
    struct text_buffer buffer;
};

static void put(struct writer *writer, const char *text)
{
    buffer_add(&writer->buffer, text_from(text));
}

static void put_one(struct writer *writer, const char *const *words)
{
    size_t count = 0;
    while (words[count] != NULL)
        count++;
    put(writer, words[below(writer->chance, count)]);
}

/* Constants stand at the ends of ranges and at knots. */
static void write_number(struct writer *writer, size_t depth)
{
    static const char *const constants[] = {
        "0",
        "1",
        "2",
        "-1",
        "5",
        "6",
        "10",
        "20",
        "30",
        "50",
        "60",
        "100",
        "200",
        "400",
        "500",
        "399.9999999",
        "50.0001",
        "1e308",
        "50.0000000001",
    };
    static const char *const infix[] = {" + ", " - ", " * ", " / "};
    static const char *const calls[] = {"min(", "max("};
    switch (depth == 0 ? below(writer->chance, 3) : below(writer->chance, 7)) {
    case 0:
    case 1:
        put_one(writer, writer->theme->numbers);
        break;
    case 3:
        put(writer, "(");
        write_number(writer, depth - 1);
        put(writer, PICK(writer->chance, infix));
        write_number(writer, depth - 1);
        put(writer, ")");
        break;
    case 4:
        put(writer, PICK(writer->chance, calls));
        write_number(writer, depth - 1);
        put(writer, ", ");
        write_number(writer, depth - 1);
        put(writer, ")");
        break;
    case 5:
        put(writer, below(writer->chance, 2) ? "abs(" : "-(");
        write_number(writer, depth - 1);
        put(writer, ")");
        break;
    default:
        put(writer, PICK(writer->chance, constants));
        break;
    }
}

static void write_condition(struct writer *writer, size_t depth)
{
    static const char *const relations[] = {" == ", " != ", " < ", " <= ", " > ", " >= "};
    static const char *const joins[] = {") and (", ") or (", ") and ("};
    size_t way = below(writer->chance, depth == 0 ? 3 : 8);
    if (way == 0) {
        put_one(writer, writer->theme->tests);
    } else if (way < 3) {
        write_number(writer, below(writer->chance, 2));
        put(writer, PICK(writer->chance, relations));
        write_number(writer, below(writer->chance, 2));
    } else if (way == 3) {
        put(writer, "not (");
        write_condition(writer, depth - 1);
        put(writer, ")");
    } else if (way == 4) {
        put(writer, "(");
        write_condition(writer, depth - 1);
        put(writer, below(writer->chance, 2) ? ") == no" : ") != needs.big");
    } else {
        put(writer, "(");
        write_condition(writer, depth - 1);
        put(writer, PICK(writer->chance, joins));
        write_condition(writer, depth - 1);
        put(writer, ")");
    }
}

const char *random_condition(struct chance *chance, struct arena *arena)
{
    struct writer writer = {
        .chance = chance, .theme = &PICK(chance, themes), .buffer = {.arena = arena}};
    write_condition(&writer, 3);
    return buffer_text(&writer.buffer).ptr;
}

/* The JSON Schemas: what each shape of a key becomes, and what criteria add. That they agree with
 * the loader is the business of tests/schema/run. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/keys.h"
#include "shortlist/schema.h"
#include "support/fixture.h"
#include "support/reports.h"

/* --- Schemas as texts --------------------------------------------------------------------- */

static struct text write(const char *kind, const struct criteria *criteria, struct arena *arena)
{
    struct sink sink;
    const char *reason;
    sink_open_memory(&sink, arena);
    schema_write(schema_find(kind), criteria, &sink);
    struct text text = text_copy(arena, buffer_text(&sink.text));
    assert_true(sink_finish(&sink, &reason));
    return text;
}

struct example {
    const char *kind;
    const char *says;
};

static void check(const struct example *examples, size_t count, const struct criteria *criteria)
{
    struct arena arena = {0};
    for (size_t i = 0; i < count; i++)
        assert_says(write(examples[i].kind, criteria, &arena), examples[i].says);
    arena_release(&arena);
}

#define CHECK(examples, criteria)                                                                  \
    check(examples, sizeof(examples) / sizeof((examples)[0]), criteria)

/* --- Kinds -------------------------------------------------------------------------------- */

static void test_each_kind_of_file_has_a_schema(void **state)
{
    (void)state;
    const size_t prefix = strlen("shortlist-");
    for (size_t k = 0; file_kind_keys[k] != NULL; k++) {
        assert_true(k < schema_kind_count);
        assert_string_equal(schema_kinds[k].word, file_kind_keys[k] + prefix);
        assert_string_equal(schema_kinds[k].table->keys[0].name, file_kind_keys[k]);
        assert_ptr_equal(schema_find(schema_kinds[k].word), &schema_kinds[k]);
    }
    assert_null(file_kind_keys[schema_kind_count]);
    assert_null(schema_find("answer"));
    assert_null(schema_find(""));
}

/* Of the tables below it too. */
static void assert_keys(struct text text, const struct key_table *table, struct arena *arena)
{
    for (size_t i = 0; i < table->count; i++) {
        const struct key *row = &table->keys[i];
        assert_says(text, text_format(arena, "\"%s\": {", row->name).ptr);
        if (strchr(row->doc, '"') == NULL)
            assert_says(text, text_format(arena, "\"description\": \"%s\"", row->doc).ptr);
        if (row->table != NULL)
            assert_keys(text, row->table, arena);
    }
}

static void test_each_key_is_described(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t k = 0; k < schema_kind_count; k++) {
        struct text text = write(schema_kinds[k].word, NULL, &arena);
        assert_says(text, "\"$schema\": \"http://json-schema.org/draft-07/schema#\"");
        assert_keys(text, schema_kinds[k].table, &arena);
        assert_silent(text, "\"definitions\"");
    }
    arena_release(&arena);
}

/* --- Shapes ------------------------------------------------------------------------------- */

#define NUMBER "[-+]?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?"
#define NUMBER_TEXT "{\"type\": \"string\", \"pattern\": \"^[ \\\\t]*" NUMBER "[ \\\\t]*$\"}"
#define ANY_TEXT "[{\"type\": \"string\"}, {\"not\": {\"type\": [\"object\", \"array\"]}}]"
#define FILLED_TEXT                                                                                \
    "[{\"type\": \"string\"}, {\"not\": {\"type\": [\"object\", \"array\", \"null\"]}}]"
#define TRUTH "([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])"
#define ID "[a-z][a-z0-9_]{0,63}"

/* What each shape takes beside a plain text is what YAML makes of an unquoted one. */
static void test_shapes(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"criteria", "\"anyOf\": [{\"const\": 1}, {\"type\": \"string\", \"pattern\": \"^1$\"}], "
                     "\"default\": 1}"},
        {"criteria", "default: the file's name\", \"anyOf\": " ANY_TEXT "}"},
        {"criteria", "the condition under which it fires\", \"anyOf\": " FILLED_TEXT "}"},
        {"criteria",
         "\"type\": [\"integer\", \"string\"], \"oneOf\": [{\"type\": \"integer\", \"minimum\": 0, "
         "\"maximum\": 6}, " NUMBER_TEXT "]}"},
        {"criteria",
         "points off the total; default 0\", \"type\": [\"number\", \"string\"], \"oneOf\": "
         "[{\"type\": \"number\", \"minimum\": 0, \"maximum\": 100}, " NUMBER_TEXT "]}"},
        {"criteria",
         "evidence factor\", \"anyOf\": [{\"enum\": [\"yes\", \"no\"]}, {\"if\": "
         "{\"type\": \"boolean\"}, \"else\": {\"type\": \"string\", \"pattern\": \"^" TRUTH
         "$\"}}]}"},
        {"criteria", "\"enum\": [\"note\", \"warning\", \"critical\", \"knockout\"]}"},
        {"criteria", "\"enum\": [\"fire\"]}"},
        {"criteria", "break a tie, in turn\", \"type\": \"array\", \"items\": {\"if\": {\"type\": "
                     "\"boolean\"}, \"else\": {\"type\": \"string\", \"pattern\": \"^" ID
                     "$\"}}, \"if\": {\"items\": {\"type\": \"string\"}}, \"then\": "
                     "{\"uniqueItems\": true}}"},
        {"criteria", "\"minItems\": 2, \"maxItems\": 2}"},
        {"criteria", "\"minItems\": 1, \"maxItems\": 64"},
        {"criteria", "\"minProperties\": 1, \"maxProperties\": 64"},
        {"criteria", "\"pattern\": \"^needs[.]" ID "$\""},
        {"criteria", "{\"enum\": [\"lowest\", \"highest\"]}"},
        {"criteria", "\"propertyNames\": {\"title\": \"id\", \"pattern\": \"^" ID
                     "$\", \"not\": {\"anyOf\": [{\"enum\": [\"and\", \"or\", \"not\","},
        {"criteria", "\"null\"]}, {\"type\": \"string\", \"pattern\": \"^minimum_\"}]}}"},
        {"answers",
         "\"pattern\": \"^[a-z0-9][a-z0-9_-]{0,63}(T00:00:00[.]000Z)?$\"}, {\"not\": {\"type\": "
         "[\"object\", \"array\", \"string\", \"null\"]}}]}"},
        {"answers", "\"enum\": [\"claimed\", \"documented\"]}"},
        {"ratings", "\"enum\": [\"claimed\", \"documented\", \"verified\"]}"},
        {"decisions",
         "\"anyOf\": [{\"enum\": [\"yes\", \"no\"]}, {\"if\": {\"type\": \"boolean\"}"},
        {"decisions", "\"required\": [\"why\"]"},
        {"profile", "\"minimum\": 0, \"maximum\": 1000000000000}"},
    };
    CHECK(examples, NULL);
}

/* The first count of properties behind a key. */
static void assert_fewest(struct text text, const char *key, const char *fewest)
{
    const char *at = strstr(text.ptr, key);
    assert_non_null(at);
    at = strstr(at, "\"minProperties\": ");
    assert_non_null(at);
    assert_int_equal(strncmp(at, fewest, strlen(fewest)), 0);
}

/* A curve has two knots at least, steps one. */
static void test_counts_of_knots(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct text text = write("criteria", NULL, &arena);
    assert_fewest(text, "\"curve\": {\"description\"", "\"minProperties\": 2}");
    assert_fewest(text, "\"steps\": {\"description\"", "\"minProperties\": 1}");
    arena_release(&arena);
}

/* From the types in the key tables: a yes_no has no unit and no curve. */
static void test_keys_by_type(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"criteria",
         "\"const\": \"yes_no\"}}}, \"then\": {\"properties\": {\"options\": false, "
         "\"unit\": false, \"range\": false, \"scale\": false, \"levels\": false, "
         "\"score\": {\"properties\": {\"curve\": false, \"steps\": false, "
         "\"share_of\": false, \"best\": false, \"worst\": false, \"formula\": false, "},
        {"criteria", "\"const\": \"text\"}}}, \"then\": {\"properties\": {\"options\": false, "
                     "\"unit\": false, \"range\": false, \"scale\": false, \"levels\": false, "
                     "\"weight\": false, \"score\": false, \"proof\": false}}}"},
        {"criteria", "\"dependencies\": {\"points\": {\"maxProperties\": 1}, \"curve\": "
                     "{\"maxProperties\": 1}, \"steps\": {\"maxProperties\": 1}, \"share_of\": "
                     "{\"maxProperties\": 1}, \"best\": [\"worst\"], \"worst\": [\"best\"], "
                     "\"formula\": {\"maxProperties\": 1}}"},
    };
    CHECK(examples, NULL);
}

/* --- Schemas for criteria ----------------------------------------------------------------- */

static const char criteria_yaml[] =
    "shortlist-criteria: 1\n"
    "title: Calls\n"
    "needs:\n"
    "  hours: 168\n"
    "  urgent: yes\n"
    "  tier: {options: {gold: Gold, on: On}, value: gold}\n"
    "  channels: [voice, email]\n"
    "categories:\n"
    "  main:\n"
    "    title: The main things\n"
    "    weight: 5\n"
    "    minimum: 40\n"
    "    criteria:\n"
    "      sure: {ask: Are you sure?, type: yes_no}\n"
    "      model: {ask: Which model?, help: The one in use., type: choice,\n"
    "              options: {no: None, all: All of it}, score: {points: {no: 0, all: 100}}}\n"
    "      parts: {ask: Which parts?, type: set, options: [a, b], score: {share_of: [a]}}\n"
    "      price: {ask: The price?, type: number, unit: 'US$ (c)', range: [0, 1e300],\n"
    "              score: {best: 1, worst: 2}}\n"
    "      since: {ask: Since when?, type: date, score: {curve: {-1: 0, 0: 1}}}\n"
    "      tone: {ask: The tone?, type: rating, levels: {0: poor}}\n"
    "      remark: {ask: A remark?, type: text}\n"
    "      cost: {type: number, computed: price, score: {formula: cost}}\n"
    "      night: {ask: At night?, type: yes_no, when: needs.hours > 168}\n"
    "      'on': {ask: On?, type: yes_no}\n"
    "rules:\n"
    "  dear: {when: price > 5, severity: note, message: \"{price} is dear\"}\n";

#define OPEN "(~|[Nn][Uu][Ll][Ll])"
#define MAP "{\"type\": \"object\"}]"

static void test_answers_by_criterion(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"answers", "\"title\": \"an answers file for Calls\""},
        {"answers",
         "\"description\": \"Are you sure?\\n\\nYes or no.\",\n          \"anyOf\": "
         "[{\"enum\": [\"no\", \"yes\", \"n/a\", null]}, {\"if\": {\"type\": "
         "\"boolean\"}, \"else\": {\"type\": \"string\", \"pattern\": \"^[ \\\\t]*(" TRUTH
         "|[Nn]/[Aa]|" OPEN ")?[ \\\\t]*$\"}}, " MAP},
        {"answers",
         "\"Which model?\\n\\nThe one in use.\\n\\nOne of:\\n- no: None\\n- all: All of it\""},
        {"answers",
         "[{\"enum\": [\"no\", \"all\", \"n/a\", null]}, {\"if\": {\"const\": false}, "
         "\"else\": {\"type\": \"string\", \"pattern\": \"^[ \\\\t]*(no|all|[Nn]/[Aa]|" OPEN
         ")?[ \\\\t]*$\"}}, " MAP},
        {"answers", "\"Which parts?\\n\\nAny of, as a list:\\n- a\\n- b\""},
        {"answers", "{\"type\": \"array\", \"items\": {\"enum\": [\"a\", \"b\"]}}"},
        {"answers", "\"The price?\\n\\nA number in US$ (c), from 0 to 1e300.\""},
        {"answers", "[{\"type\": \"number\", \"minimum\": 0}, {\"type\": \"string\", "},
        {"answers", "([Uu][Ss]\\\\$ \\\\([Cc]\\\\))?[ \\\\t\\\\u00a0\\\\u202f]*|[Nn]/[Aa]|"},
        {"answers", "\"Since when?\\n\\nA date: YYYY-MM-DD.\""},
        {"answers", "{\"$ref\": \"#/definitions/answer\"}"},
        {"answers", "\"definitions\": {\n    \"answer\": {"},
    };
    struct fixture fixture;
    fixture_link(&fixture, criteria_yaml);
    assert_int_equal(fixture.problems.count, 0);
    CHECK(examples, &fixture.inputs.criteria);
    fixture_release(&fixture);
}

/* Vendors answer their own criteria; the buyer speaks of all but the computed. What is dropped is
 * taken in silence, and `on` may come as true. */
static void test_whose_criteria(void **state)
{
    (void)state;
    struct fixture fixture;
    struct arena arena = {0};
    fixture_link(&fixture, criteria_yaml);
    const struct criteria *criteria = &fixture.inputs.criteria;
    static const struct {
        const char *kind;
        const char *id;
        bool stands;
    } cases[] = {
        {"answers", "sure", true},   {"answers", "tone", false},  {"answers", "cost", false},
        {"answers", "night", false}, {"ratings", "sure", true},   {"ratings", "tone", true},
        {"ratings", "cost", false},  {"decisions", "tone", true}, {"decisions", "cost", false},
        {"profile", "cost", true},   {"profile", "night", true},  {"profile", "remark", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text text = write(cases[i].kind, criteria, &arena);
        const char *key = text_format(&arena, "\"%s\": {", cases[i].id).ptr;
        if (cases[i].stands)
            assert_says(text, key);
        else
            assert_silent(text, key);
    }
    static const char *const kinds[] = {"answers", "ratings", "decisions"};
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        assert_says(write(kinds[i], criteria, &arena),
                    "\"patternProperties\": {\"^(night|true)$\": true},");
    arena_release(&arena);
    fixture_release(&fixture);
}

static void test_decisions_by_criterion(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"decisions", "\"value\": {\"anyOf\": [{\"enum\": [\"no\", \"yes\", null]},"},
        {"decisions", "\"not\": {\"pattern\": \"^[ \\\\t]*[Nn]/[Aa][ \\\\t]*$\", \"not\": "},
        {"decisions", "\"accept_na\": false"},
        {"decisions", "\"dear\": {\"description\": \"{price} is dear\", "},
        {"decisions",
         "\"minimum_main\": {\"description\": \"the minimum of The main things: 40\", "},
        {"ratings", "\"The tone?\\n\\nA number, from 0 to 5.\\n- 0: poor\""},
    };
    struct fixture fixture;
    fixture_link(&fixture, criteria_yaml);
    CHECK(examples, &fixture.inputs.criteria);
    fixture_release(&fixture);
}

static void test_profiles_by_name(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"profile", "\"description\": \"a number, so far 168\""},
        {"profile", "\"description\": \"yes or no, so far yes\""},
        {"profile", "\"description\": \"a text, so far gold\\n- gold: Gold\\n- on: On\""},
        {"profile",
         "{\"enum\": [\"gold\", \"on\"]}, {\"if\": {\"const\": true}, \"else\": {\"type\": "
         "\"string\", \"pattern\": \"^(gold|on)$\"}}, " MAP},
        {"profile", "\"description\": \"a list of words, so far [voice, email]\""},
        {"profile",
         "\"main\": {\"description\": \"a category's weight, so far 5: The main things\""},
        {"profile", "\"^(main[.](sure|model|parts|price|since|tone|cost|night|on)|true)$\": {"},
    };
    struct fixture fixture;
    fixture_link(&fixture, criteria_yaml);
    CHECK(examples, &fixture.inputs.criteria);
    fixture_release(&fixture);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_kind_of_file_has_a_schema),
        cmocka_unit_test(test_each_key_is_described),
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_counts_of_knots),
        cmocka_unit_test(test_keys_by_type),
        cmocka_unit_test(test_answers_by_criterion),
        cmocka_unit_test(test_whose_criteria),
        cmocka_unit_test(test_decisions_by_criterion),
        cmocka_unit_test(test_profiles_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

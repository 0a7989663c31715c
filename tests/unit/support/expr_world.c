/* A small world for tests of the rule language. */
#include "expr_world.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "shortlist/date.h"
#include "shortlist/memory.h"

/* --- Needs ------------------------------------------------------------------------------------ */

static int32_t day(const char *date)
{
    int32_t value = 0;
    assert_int_equal(date_parse(text_from(date), &value), DATE_FINE);
    return value;
}

/* Splits "a|b=Label of b|c"; a NULL is nothing. */
static struct options options_of(struct world *world, const char *list, uint32_t line)
{
    struct options options = {0};
    if (list == NULL)
        return options;
    options.items = arena_array(&world->arena, struct option, OPTIONS_LIMIT);
    while (*list != '\0') {
        size_t length = strcspn(list, "|");
        size_t id = strcspn(list, "=|");
        struct option *option = &options.items[options.count++];
        option->id = (struct text){list, id};
        option->label = id < length ? (struct text){list + id + 1, length - id - 1} : option->id;
        option->place = (struct place){.line = line, .column = (uint32_t)options.count};
        list += length + (list[length] == '|');
    }
    return options;
}

static struct words words_of(struct world *world, const char *list, uint32_t line)
{
    struct options options = options_of(world, list, line);
    struct words words = {.count = options.count};
    words.items = arena_array(&world->arena, struct word, options.count);
    for (size_t i = 0; i < options.count; i++)
        words.items[i] = (struct word){options.items[i].id, options.items[i].place};
    return words;
}

static const struct {
    const char *id;
    enum need_type type;
    double number; /* also the truth */
    const char *text;
    const char *options;
} needs[] = {
    {"budget", NEED_NUMBER, 15, NULL, NULL},
    {"zero", NEED_NUMBER, 0, NULL, NULL},
    {"nothing", NEED_NUMBER, -1, NULL, NULL},
    {"big", NEED_TRUTH, 0, NULL, NULL},
    {"small", NEED_TRUTH, 1, NULL, NULL},
    {"start", NEED_DATE, 0, "2026-12-01", NULL},
    {"city", NEED_TEXT, 0, "Lisbon", NULL},
    {"grade", NEED_TEXT, 0, "gold", "silver|gold=Gold plan"},
    {"media", NEED_WORDS, 0, "voice|chat", NULL},
    {"zones", NEED_WORDS, 0, "eu|us", "eu=Europe|us=America|apac"},
    {"faxes", NEED_WORDS, 0, "voice|fax", NULL},
    {"nobody", NEED_WORDS, 0, "", NULL},
    {"blank", NEED_TEXT, 0, NULL, NULL},
};

static void add_needs(struct world *world)
{
    struct criteria *criteria = &world->criteria;
    criteria->need_count = sizeof needs / sizeof *needs;
    criteria->needs = arena_array(&world->arena, struct need, criteria->need_count);
    for (size_t i = 0; i < criteria->need_count; i++) {
        uint32_t line = 100 + (uint32_t)i;
        struct need *need = &criteria->needs[i];
        need->id.text = text_from(needs[i].id);
        need->type = needs[i].type;
        need->number = needs[i].number;
        need->truth = needs[i].number > 0;
        need->options = options_of(world, needs[i].options, line);
        need->place = (struct place){.line = line, .column = 1};
        if (needs[i].type == NEED_DATE)
            need->day = day(needs[i].text);
        else if (needs[i].type == NEED_WORDS)
            need->words = words_of(world, needs[i].text, line);
        else if (needs[i].text != NULL)
            need->text = text_from(needs[i].text);
    }
    criteria->need_names = names_index(&world->arena, &criteria->needs->id.text,
                                       criteria->need_count, sizeof *criteria->needs);
}

/* --- Criteria --------------------------------------------------------------------------------- */

enum { PEOPLE, COMMERCIAL, FREE, AWAY, CATEGORIES };

static const struct {
    const char *id;
    double weight;
} categories[CATEGORIES] = {{"people", 10}, {"commercial", 20}, {"free", 0}, {"away", 5}};

/* Answers as a file would hold them; "-" is open, "~" is n/a. A mark of evidence may precede: d
 * documented, v verified, c claimed, D and V the same but expired; then a colon. */
static const struct {
    const char *id;
    uint32_t category;
    enum answer_type type;
    double weight;
    const char *options;
    const char *computed;
    const char *answers[WORLD_VENDORS];
} rows[] = {
    {"iso", PEOPLE, TYPE_YES_NO, 1, NULL, NULL, {"d:yes", "D:no", "-", "~", "-"}},
    {"tier",
     PEOPLE,
     TYPE_CHOICE,
     1,
     "bronze|silver|gold=Gold plan",
     NULL,
     {"v:gold", "V:bronze", "-", "~", "-"}},
    {"channels",
     PEOPLE,
     TYPE_SET,
     1,
     "voice=Telephone|email=E-mail|chat=Live chat",
     NULL,
     {"voice|email", "", "-", "~", "-"}},
    {"regions", PEOPLE, TYPE_SET, 1, "us|eu|mars", NULL, {"us|eu", "mars", "-", "~", "-"}},
    {"reach",
     PEOPLE,
     TYPE_SET,
     1,
     "chat|voice|email|fax",
     NULL,
     {"chat|voice", "email", "-", "~", "-"}},
    {"tone", PEOPLE, TYPE_RATING, 1, NULL, NULL, {"4", "2.5", "-", "-", "-"}},
    {"founded", PEOPLE, TYPE_DATE, 1, NULL, NULL, {"2020-01-31", "2026-11-22", "-", "~", "-"}},
    {"country", PEOPLE, TYPE_TEXT, 0, NULL, NULL, {"PT", "", "-", "~", "-"}},
    {"word", PEOPLE, TYPE_CHOICE, 1, "yes|no|maybe", NULL, {"no", "maybe", "-", "~", "-"}},
    {"price", COMMERCIAL, TYPE_NUMBER, 1, NULL, NULL, {"c:490", "700", "-", "~", "0"}},
    {"size", COMMERCIAL, TYPE_NUMBER, 1, NULL, NULL, {"40", "0", "-", "~", "-"}},
    {"cost", COMMERCIAL, TYPE_NUMBER, 1, NULL, "price * 2", {"980", "1400", "-", "-", "0"}},
    {"deep", COMMERCIAL, TYPE_NUMBER, 1, NULL, "cost + size", {"1020", "1400", "-", "-", "-"}},
    {"fair", COMMERCIAL, TYPE_NUMBER, 1, NULL, NULL, {"1", "2", "-", "~", "3"}},
    {"cheap", COMMERCIAL, TYPE_NUMBER, 1, NULL, NULL, {"1", "2", "-", "~", "3"}},
    {"spare", FREE, TYPE_NUMBER, 0, NULL, NULL, {"7", "7", "7", "7", "7"}},
    {"gone", AWAY, TYPE_NUMBER, 1, NULL, NULL, {"5", "5", "5", "5", "5"}},
};

enum { ROWS = sizeof rows / sizeof *rows };

static void add_categories(struct world *world)
{
    struct criteria *criteria = &world->criteria;
    criteria->category_count = CATEGORIES;
    criteria->categories = arena_array(&world->arena, struct category, CATEGORIES);
    for (size_t i = 0; i < CATEGORIES; i++) {
        criteria->categories[i].id.text = text_from(categories[i].id);
        criteria->categories[i].weight.value = categories[i].weight;
    }
    criteria->categories[AWAY].dropped = true;
    criteria->category_names = names_index(&world->arena, &criteria->categories->id.text,
                                           CATEGORIES, sizeof *criteria->categories);
}

static void add_criterion(struct world *world, size_t row)
{
    uint32_t line = 1000 + (uint32_t)row;
    struct category *category = &world->criteria.categories[rows[row].category];
    struct criterion *criterion = &world->criteria.criteria[row];
    *criterion = (struct criterion){
        .id = {text_from(rows[row].id), {.line = line, .column = 1}},
        .category = rows[row].category,
        .type = rows[row].type,
        .options = options_of(world, rows[row].options, line),
        .weight.value = rows[row].weight,
        .by = rows[row].type == TYPE_RATING ? BY_BUYER : BY_VENDOR,
        .dropped = rows[row].category == AWAY,
    };
    if (rows[row].computed != NULL) {
        criterion->by = BY_NOBODY;
        criterion->computed.place.line = line;
    }
    if (category->count++ == 0)
        category->first = row;
}

static void add_criteria(struct world *world)
{
    struct criteria *criteria = &world->criteria;
    criteria->criterion_count = ROWS;
    criteria->criteria = arena_array(&world->arena, struct criterion, ROWS);
    for (size_t row = 0; row < ROWS; row++)
        add_criterion(world, row);
    criteria->criterion_names =
        names_index(&world->arena, &criteria->criteria->id.text, ROWS, sizeof *criteria->criteria);
}

/* What needs the criteria to be complete. */
static void link_world(struct world *world)
{
    struct criterion *criteria = world->criteria.criteria;
    for (uint32_t row = 0; row < ROWS; row++) {
        struct expr_rules rules = {VALUE_NUMBER, STAGE_ANSWERS, row, "`computed`"};
        if (rows[row].computed != NULL)
            criteria[row].computed_expr = world_compile_as(world, &rules, rows[row].computed);
    }
    struct criterion *fair = &criteria[world_position(world, "fair")];
    fair->score.form = FORM_FORMULA;
    fair->score.expr = world_expr(world, VALUE_NUMBER, "100 * lowest(size) / (price - 490)");
    fair->uses_cohort = true;
    struct criterion *cheap = &criteria[world_position(world, "cheap")];
    cheap->score.form = FORM_BEST_WORST;
    cheap->score.best.kind = END_LOWEST;
    cheap->uses_cohort = true;
    criteria[world_position(world, "size")].na_excluded = true;
    world->criteria.categories[COMMERCIAL].uses_cohort = true;
}

/* --- Answers ---------------------------------------------------------------------------------- */

static uint8_t evidence_mark(char letter)
{
    switch (letter) {
    case 'c':
        return EVIDENCE_CLAIMED << MARK_EVIDENCE_SHIFT;
    case 'd':
        return EVIDENCE_DOCUMENTED << MARK_EVIDENCE_SHIFT;
    case 'D':
        return MARK_EXPIRED | EVIDENCE_DOCUMENTED << MARK_EVIDENCE_SHIFT;
    case 'v':
        return EVIDENCE_VERIFIED << MARK_EVIDENCE_SHIFT;
    default:
        return MARK_EXPIRED | EVIDENCE_VERIFIED << MARK_EVIDENCE_SHIFT;
    }
}

static void set_value(struct world *world, struct column *column, size_t row, uint32_t vendor,
                      const char *answer)
{
    const struct options *options = &world->criteria.criteria[row].options;
    struct words words;
    switch (column->type) {
    case TYPE_YES_NO:
        column->options[vendor] = strcmp(answer, "yes") == 0;
        break;
    case TYPE_CHOICE:
        column->options[vendor] = options_find(options, text_from(answer));
        break;
    case TYPE_SET:
        words = words_of(world, answer, 1);
        for (size_t i = 0; i < words.count; i++)
            column->sets[vendor] |= (uint64_t)1 << options_find(options, words.items[i].text);
        break;
    case TYPE_DATE:
        column->days[vendor] = day(answer);
        break;
    case TYPE_TEXT:
        column->texts[vendor] = *answer == '\0' ? (struct text){0} : text_from(answer);
        break;
    default:
        column->numbers[vendor] = atof(answer);
        break;
    }
}

static void set_answer(struct world *world, size_t row, uint32_t vendor)
{
    struct column *column = &world->answers.columns[row];
    const char *answer = rows[row].answers[vendor];
    if (strcmp(answer, "-") == 0)
        return;
    column->marks[vendor] = *answer == '~' ? STATE_NA : STATE_ANSWERED;
    if (answer[0] != '\0' && answer[1] == ':') {
        column->marks[vendor] |= evidence_mark(answer[0]);
        answer += 2;
    }
    if (*answer != '~')
        set_value(world, column, row, vendor, answer);
}

static void add_answers(struct world *world)
{
    static const char *const ids[WORLD_VENDORS] = {"a", "b", "c", "d", "e"};
    answers_init(&world->answers, &world->criteria);
    for (uint32_t vendor = 0; vendor < WORLD_VENDORS; vendor++) {
        struct vendor added = {.id = text_from(ids[vendor]), .name = text_from(ids[vendor])};
        answers_add_vendor(&world->answers, &added);
    }
    for (size_t row = 0; row < ROWS; row++) {
        for (uint32_t vendor = 0; vendor < WORLD_VENDORS; vendor++)
            set_answer(world, row, vendor);
    }
}

/* --- Cohort and scores ------------------------------------------------------------------------ */

static int compare_numbers(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;
    return (a > b) - (a < b);
}

static void measure_column(struct world *world, size_t row, struct cohort_column *measured)
{
    const struct column *column = &world->answers.columns[row];
    double *values = arena_array(&world->arena, double, world->answers.count);
    double squares = 0;
    *measured = (struct cohort_column){.sorted = values};
    for (size_t vendor = 0; vendor < world->answers.count; vendor++) {
        if (!world->cohort.members[vendor] || mark_state(column->marks[vendor]) != STATE_ANSWERED)
            continue;
        values[measured->bids++] = column->numbers[vendor];
        measured->sum += column->numbers[vendor];
    }
    size_t bids = measured->bids;
    if (bids == 0)
        return;
    qsort(values, bids, sizeof *values, compare_numbers);
    measured->lowest = values[0];
    measured->highest = values[bids - 1];
    measured->mean = measured->sum / (double)bids;
    measured->median = values[(bids - 1) / 2] / 2 + values[bids / 2] / 2;
    for (size_t i = 0; i < bids; i++)
        squares += (values[i] - measured->mean) * (values[i] - measured->mean);
    measured->stddev = sqrt(squares / (double)bids);
}

void world_measure(struct world *world)
{
    for (size_t row = 0; row < ROWS; row++) {
        if (rows[row].type == TYPE_NUMBER || rows[row].type == TYPE_RATING)
            measure_column(world, row, &world->cohort.columns[row]);
    }
}

/* Points are 10 times the criterion's place plus the vendor's, unknown where nothing was answered,
 * and of fair for all but b. Scores: people 80, 20, ?, ?, 40; commercial 55, 65, ?, ?, 0; free
 * none. Totals: 63.33, 50, ?, ?, 13.33. */
static void add_scores(struct world *world)
{
    static const double people[] = {80, 20, (double)NAN, (double)NAN, 40};
    static const double commercial[] = {55, 65, (double)NAN, (double)NAN, 0};
    static const double nothing[] = {(double)NAN, (double)NAN, (double)NAN, (double)NAN,
                                     (double)NAN};
    static const double totals[] = {63.33, 50, (double)NAN, (double)NAN, 13.33};
    const double **points = arena_array(&world->arena, const double *, ROWS);
    const double **scores = arena_array(&world->arena, const double *, CATEGORIES);
    for (size_t row = 0; row < ROWS; row++) {
        double *values = arena_array(&world->arena, double, WORLD_VENDORS);
        for (size_t vendor = 0; vendor < WORLD_VENDORS; vendor++) {
            uint8_t mark = world->answers.columns[row].marks[vendor];
            values[vendor] = mark_state(mark) == STATE_ANSWERED ? 10 * (double)row + (double)vendor
                                                                : (double)NAN;
        }
        points[row] = values;
        if (strcmp(rows[row].id, "fair") == 0)
            values[0] = values[4] = (double)NAN;
    }
    scores[PEOPLE] = people;
    scores[COMMERCIAL] = commercial;
    scores[FREE] = nothing;
    scores[AWAY] = nothing;
    world->scores = (struct chunk_scores){points, scores, totals};
}

void world_init(struct world *world)
{
    *world = (struct world){0};
    add_needs(world);
    add_categories(world);
    add_criteria(world);
    add_answers(world);
    uint8_t *members = arena_array(&world->arena, uint8_t, WORLD_VENDORS);
    members[0] = members[1] = members[2] = 1;
    world->cohort.members = members;
    world->cohort.columns = arena_array(&world->arena, struct cohort_column, ROWS);
    world_measure(world);
    add_scores(world);
    world->context = (struct expr_context){
        .criteria = &world->criteria,
        .answers = &world->answers,
        .as_of = day("2026-11-21"),
        .cohort = &world->cohort,
        .scores = &world->scores,
        .scratch = &world->scratch,
    };
    link_world(world);
}

void world_release(struct world *world)
{
    problems_release(&world->problems);
    answers_release(&world->answers);
    arena_release(&world->scratch);
    arena_release(&world->arena);
}

uint32_t world_position(const struct world *world, const char *id)
{
    const struct criterion *criterion = criteria_criterion(&world->criteria, text_from(id));
    assert_non_null(criterion);
    return (uint32_t)(criterion - world->criteria.criteria);
}

/* --- Compiling -------------------------------------------------------------------------------- */

struct phrase world_phrase(struct world *world, const char *text)
{
    world->source = (struct source){.name = TEXT("rule"), .bytes = text_from(text)};
    struct place place = source_place(&world->source, 0);
    struct place end = source_place(&world->source, strlen(text));
    place.end_line = end.line;
    place.end_column = end.column;
    return (struct phrase){.text = text_from(text), .place = place, .style = STYLE_PLAIN};
}

const struct expr *world_compile_as(struct world *world, const struct expr_rules *rules,
                                    const char *text)
{
    struct phrase phrase = world_phrase(world, text);
    return expr_compile(&world->arena, &phrase, &world->criteria, rules, &world->problems);
}

const struct expr *world_compile(struct world *world, enum value_type type, const char *text)
{
    struct expr_rules rules = {type, STAGE_SCORES, NOWHERE, "the rule"};
    return world_compile_as(world, &rules, text);
}

const struct expr *world_expr(struct world *world, enum value_type type, const char *text)
{
    const struct expr *expr = world_compile(world, type, text);
    if (expr == NULL)
        fail_msg("%s\n%s", text, world_problems(world));
    return expr;
}

const char *world_problems(struct world *world)
{
    struct text_buffer buffer = {.arena = &world->arena};
    for (size_t i = 0; i < world->problems.count; i++) {
        const struct problem *problem = &world->problems.items[i];
        if (i > 0)
            buffer_add_char(&buffer, '\n');
        buffer_format(&buffer, "%s %u-%u: %.*s", problem_code_name(problem->code),
                      problem->place.column, problem->place.end_column, TEXT_ARG(problem->message));
        for (const struct problem_note *note = problem->notes; note != NULL; note = note->next) {
            if (note->place.line == 0)
                buffer_format(&buffer, " (%.*s)", TEXT_ARG(note->message));
            else
                buffer_format(&buffer, " [%u:%u %.*s]", note->place.line, note->place.column,
                              TEXT_ARG(note->message));
        }
    }
    const char *problems = buffer.len == 0 ? "" : buffer_text(&buffer).ptr;
    problems_release(&world->problems);
    world->problems = (struct problems){0};
    return problems;
}

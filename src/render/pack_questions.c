/* Of a criteria pack: each criterion with its question and how its points are earned; the rules. */
#include <math.h>

#include "form_words.h"
#include "pack_parts.h"
#include "template_words.h"
#include "wording.h"
#include "shortlist/link.h"

/* --- Criteria ------------------------------------------------------------------------------ */

/* "a number (%), from 0 to 400" */
static struct text type_words(struct page *page, const struct criterion *criterion)
{
    static const char *const words[ANSWER_TYPES] = {
        [TYPE_YES_NO] = "yes or no",      [TYPE_CHOICE] = "one of a list",
        [TYPE_SET] = "several of a list", [TYPE_NUMBER] = "a number",
        [TYPE_RATING] = "a rating",       [TYPE_DATE] = "a date",
        [TYPE_TEXT] = "a text",
    };
    struct text_buffer buffer = {.arena = &page->scratch};
    struct text bounds = bounds_words(&criterion->range, &page->scratch);
    bool bounded = criterion->type == TYPE_NUMBER || criterion->type == TYPE_RATING;
    buffer_add(&buffer, text_from(words[criterion->type]));
    if (criterion->unit.len > 0)
        buffer_format(&buffer, " (%.*s)", TEXT_ARG(criterion->unit));
    if (bounded && bounds.len > 0)
        buffer_format(&buffer, ", %.*s", TEXT_ARG(bounds));
    return buffer_text(&buffer);
}

static const char *party_words(const struct criterion *criterion)
{
    if (criterion->by == BY_NOBODY)
        return "; computed";
    if (criterion->by == BY_BUYER)
        return criterion->type == TYPE_RATING ? "; by our evaluators" : "; found out by us";
    return "";
}

/* What becomes of the sums while it is open, where this criterion says so itself. */
static const char *missing_words(const struct criterion *criterion)
{
    switch (criterion->missing) {
    case MISSING_ZERO:
        return "; open, it earns nothing";
    case MISSING_EXCLUDE:
        return "; open, it leaves the sums";
    case MISSING_UNSTATED:
        break;
    }
    return "";
}

static void about(const struct pack_page *pack, uint32_t position)
{
    struct page *page = pack->page;
    const struct criterion *criterion = &pack->criteria->criteria[position];
    struct text_buffer buffer = {.arena = &page->scratch};
    buffer_format(&buffer, "%.*s: %.*s%s", TEXT_ARG(criterion->id.text),
                  TEXT_ARG(type_words(page, criterion)), party_words(criterion));
    if (criterion->dropped)
        buffer_add(&buffer, TEXT("; left out with these needs"));
    else if (!criterion_can_count(pack->criteria, criterion))
        buffer_add(&buffer, TEXT("; for information"));
    else
        buffer_format(&buffer, "; weight %.*s, %.*s of the total",
                      TEXT_ARG(weight_words(page, criterion->weight.value)),
                      TEXT_ARG(share_words(page, pack->shares.criteria[position])));
    if (criterion->proof)
        buffer_add(&buffer, TEXT("; proof is asked for"));
    buffer_add(&buffer, text_from(missing_words(criterion)));
    if (criterion->na_excluded)
        buffer_add(&buffer, TEXT("; n/a leaves the sums"));
    pack_line(page, "", buffer_text(&buffer));
}

/* What may be answered, where the points do not say it. */
static struct text labels_words(struct page *page, const struct criterion *criterion)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    bool listed = criterion->type == TYPE_CHOICE && criterion->score.form == FORM_POINTS;
    if (listed || (criterion->type != TYPE_CHOICE && criterion->type != TYPE_SET))
        return TEXT("");
    for (size_t o = 0; o < criterion->options.count; o++)
        buffer_format(&buffer, "%s%.*s", o > 0 ? "; " : "",
                      TEXT_ARG(criterion->options.items[o].label));
    return buffer_text(&buffer);
}

static struct text levels_words(struct page *page, const struct levels *levels)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    char value[NUMBER_SIZE];
    for (size_t i = 0; i < levels->count; i++) {
        number_plain(levels->items[i].value, value);
        buffer_format(&buffer, "%s%s: %.*s", i > 0 ? "; " : "", value,
                      TEXT_ARG(levels->items[i].text));
    }
    return buffer_text(&buffer);
}

static struct text points_words(const struct pack_page *pack, uint32_t position)
{
    const struct criteria *criteria = pack->criteria;
    const struct criterion *criterion = &criteria->criteria[position];
    struct arena *arena = &pack->page->scratch;
    if (criterion->score.form != FORM_FORMULA)
        return form_words(arena, criteria, position, NULL);
    return text_format(arena, "%.*s; at least 0, at most 100",
                       TEXT_ARG(formula_words(criterion, criteria, arena)));
}

static void one_criterion(const struct pack_page *pack, uint32_t position)
{
    struct page *page = pack->page;
    const struct criterion *criterion = &pack->criteria->criteria[position];
    struct text ask = criterion->ask.len > 0 ? criterion->ask : criterion->id.text;
    page_to(page, PACK_INDENT);
    page_flow(page, PACK_WORDS, page_prose(page, ask), INK_STRONG);
    page_end(page);
    about(pack, position);
    pack_line(page, "Only where ", when_words(criterion, pack->criteria, &page->scratch));
    pack_line(page, "It is ", computed_words(criterion, pack->criteria, &page->scratch));
    pack_line(page, "Of: ", labels_words(page, criterion));
    pack_line(page, "Steps: ", levels_words(page, &criterion->levels));
    pack_line(page, "Points: ", points_words(pack, position));
    pack_line(page, "Help: ", criterion->help);
    pack_line(page, "Why: ", criterion->why);
    pack_line(page, "Source: ", criterion->source);
    page_forget(page);
}

static void one_category(const struct pack_page *pack, size_t position)
{
    struct page *page = pack->page;
    const struct category *category = &pack->criteria->categories[position];
    char minimum[NUMBER_SIZE];
    pack_heading(page, category->title);
    page_to_paragraph(page, PACK_INDENT);
    page_flow(page, PACK_INDENT,
              text_format(&page->scratch, "%.*s: weight %.*s, %.*s of the total",
                          TEXT_ARG(category->id.text),
                          TEXT_ARG(weight_words(page, category->weight.value)),
                          TEXT_ARG(share_words(page, pack->shares.categories[position]))),
              INK_FAINT);
    if (category->minimum.place.line > 0) {
        number_plain(category->minimum.value, minimum);
        page_flow(page, PACK_INDENT,
                  text_format(&page->scratch, "; a score below %s knocks the vendor out", minimum),
                  INK_FAINT);
    }
    page_end(page);
    for (size_t c = category->first; c < category->first + category->count; c++)
        one_criterion(pack, (uint32_t)c);
}

void pack_questions(const struct pack_page *pack)
{
    for (size_t c = 0; c < pack->criteria->category_count; c++)
        one_category(pack, c);
}

/* --- Rules --------------------------------------------------------------------------------- */

static void one_rule(const struct pack_page *pack, const struct rule *rule)
{
    struct page *page = pack->page;
    struct text penalty = penalty_words(page, rule->penalty.value);
    page_to(page, PACK_INDENT);
    page_flow(page, PACK_WORDS,
              text_format(&page->scratch, "%s %s ", severity_sign(page, rule->severity),
                          severity_title(rule->severity)),
              severity_ink(rule->severity));
    page_flow(page, PACK_WORDS, rule->id.text, INK_STRONG);
    if (penalty.len > 0)
        page_flow(page, PACK_WORDS, text_format(&page->scratch, " (%.*s)", TEXT_ARG(penalty)),
                  INK_PLAIN);
    page_end(page);
    pack_line(page, "When ",
              text_format(&page->scratch, "%.*s%s",
                          TEXT_ARG(rule_words(rule, pack->criteria, &page->scratch)),
                          rule->unknown_fires ? "; also while that is not known" : ""));
    pack_line(page, "Says: ", rule->message.text);
    pack_line(page, "Advice: ", rule->advice);
    page_forget(page);
}

void pack_rules(const struct pack_page *pack)
{
    if (pack->criteria->rule_count == 0)
        return;
    page_heading(pack->page, "Rules");
    for (size_t r = 0; r < pack->criteria->rule_count; r++)
        one_rule(pack, &pack->criteria->rules[r]);
}

/* The key tables of criteria files, and the list of all. */
#include "key_rows.h"

#include "shortlist/criteria.h"

static const char *const missing_words[] = {"zero", "exclude", NULL};
static const char *const party_words[] = {"vendor", "buyer", NULL};
static const char *const exclude_word[] = {"exclude", NULL};
static const char *const fire_word[] = {"fire", NULL};

const char *const file_kind_keys[] = {
    "shortlist-criteria", "shortlist-profile",   "shortlist-answers",
    "shortlist-ratings",  "shortlist-decisions", NULL,
};

static const struct key need_keys[] = {
    {
        .name = "options",
        .shape = SHAPE_OPTIONS,
        .offset = offsetof(struct need, options),
        .required = true,
        .doc = "the words that the value may hold",
    },
    {
        .name = "value",
        .shape = SHAPE_NEED,
        .required = true,
        .doc = "one of the options, or a list of them",
    },
};

const struct key_table keys_need = {
    .name = "a need",
    .keys = need_keys,
    .count = KEY_COUNT(need_keys),
    .place_offset = NO_PLACE,
};

#define FACTOR(member, is_required, text)                                                          \
    {                                                                                              \
        .name = #member, .shape = SHAPE_NUMBER,                                                    \
        .offset = offsetof(struct evidence_factors, member), .required = (is_required), .low = 0,  \
        .high = 1, .doc = (text)                                                                   \
    }

#define FACTORS(is_required)                                                                       \
    FACTOR(claimed, is_required, "the share of its points that a claim without proof keeps"),      \
        FACTOR(documented, is_required, "the same for an answer with a document"),                 \
        FACTOR(verified, is_required, "the same for what the buyer has verified"),                 \
        FACTOR(expired, is_required, "the same where the document has expired")

static const struct key evidence_keys[] = {FACTORS(true)};
static const struct key factor_keys[] = {FACTORS(false)};

static const struct key_table keys_evidence = {
    .name = "the evidence section",
    .keys = evidence_keys,
    .count = KEY_COUNT(evidence_keys),
    .place_offset = offsetof(struct evidence_factors, place),
};

const struct key_table keys_factors = {
    .name = "the evidence section of a profile",
    .keys = factor_keys,
    .count = KEY_COUNT(factor_keys),
    .place_offset = offsetof(struct evidence_factors, place),
};

static const struct key score_keys[] = {
    {
        .name = "points",
        .shape = SHAPE_POINTS,
        .offset = offsetof(struct score, points_list),
        .types = ON_YES_NO | ON_CHOICE | ON_SET,
        .doc = "yes_no, choice, set: the points of each answer or member, 0 to 100",
    },
    {
        .name = "curve",
        .shape = SHAPE_KNOTS,
        .offset = offsetof(struct score, curve),
        .low = 2,
        .types = ON_NUMBER | ON_RATING | ON_DATE,
        .doc = "number, rating, date: points by value, straight lines between the knots",
    },
    {
        .name = "steps",
        .shape = SHAPE_KNOTS,
        .offset = offsetof(struct score, steps),
        .low = 1,
        .types = ON_NUMBER | ON_RATING,
        .doc = "number, rating: the points of the greatest knot that the answer reaches",
    },
    {
        .name = "share_of",
        .shape = SHAPE_SHARE,
        .offset = offsetof(struct score, share_of),
        .types = ON_SET,
        .doc = "set: the share of this list that the answer has; a list or needs.NAME",
    },
    {
        .name = "best",
        .shape = SHAPE_END,
        .offset = offsetof(struct score, best),
        .types = ON_NUMBER,
        .doc = "number: what earns 100; a number, needs.NAME, lowest or highest; with `worst`",
    },
    {
        .name = "worst",
        .shape = SHAPE_END,
        .offset = offsetof(struct score, worst),
        .types = ON_NUMBER,
        .doc = "number: what earns 0; a number, needs.NAME, lowest or highest; with `best`",
    },
    {
        .name = "formula",
        .shape = SHAPE_PHRASE,
        .offset = offsetof(struct score, formula),
        .types = ON_NUMBER | ON_RATING | ON_DATE,
        .doc = "number, rating, date: an expression that gives the points",
    },
};

const struct key_table keys_score = {
    .name = "a score",
    .keys = score_keys,
    .count = KEY_COUNT(score_keys),
    .place_offset = offsetof(struct score, place),
};

static const struct key criterion_keys[] = {
    {
        .name = "ask",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criterion, ask),
        .doc = "the question; required unless the criterion is computed",
    },
    {
        .name = "help",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criterion, help),
        .doc = "what exactly is meant, for those who answer",
    },
    {
        .name = "type",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct criterion, type),
        .required = true,
        .words = answer_type_words,
        .first_choice = TYPE_YES_NO,
        .doc = "what an answer is",
    },
    {
        .name = "options",
        .shape = SHAPE_OPTIONS,
        .offset = offsetof(struct criterion, options),
        .types = ON_CHOICE | ON_SET,
        .doc = "choice, set: a list of ids, or a map from id to label; may be left out where "
               "`points` names them",
    },
    {
        .name = "unit",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criterion, unit),
        .types = ON_NUMBER | ON_RATING,
        .doc = "number, rating: may follow the number in an answer",
    },
    {
        .name = "range",
        .shape = SHAPE_BOUNDS,
        .offset = offsetof(struct criterion, range),
        .types = ON_NUMBER,
        .doc = "number: the lowest and the highest answer that is possible",
    },
    {
        .name = "scale",
        .shape = SHAPE_BOUNDS,
        .offset = offsetof(struct criterion, scale),
        .low = -SCALE_LIMIT,
        .high = SCALE_LIMIT,
        .types = ON_RATING,
        .doc = "rating: its ends; default [0, 5]",
    },
    {
        .name = "levels",
        .shape = SHAPE_LEVELS,
        .offset = offsetof(struct criterion, levels),
        .types = ON_RATING,
        .doc = "rating: what single steps mean",
    },
    {
        .name = "weight",
        .shape = SHAPE_NUMBER,
        .offset = offsetof(struct criterion, weight),
        .low = 0,
        .high = WEIGHT_LIMIT,
        .types = ON_SCORED,
        .doc = "among the criteria of its category; default 1; 0: shown, not counted",
    },
    {
        .name = "score",
        .shape = SHAPE_TABLE,
        .offset = offsetof(struct criterion, score),
        .table = &keys_score,
        .types = ON_SCORED,
        .doc = "how an answer earns points, by exactly one form; yes_no and rating have a default",
    },
    {
        .name = "by",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct criterion, by),
        .words = party_words,
        .first_choice = BY_VENDOR,
        .doc = "who answers; default vendor; a rating is always the buyer's",
    },
    {
        .name = "proof",
        .shape = SHAPE_TRUTH,
        .offset = offsetof(struct criterion, proof),
        .types = ON_SCORED,
        .doc = "yes: its points are multiplied by the evidence factor",
    },
    {
        .name = "missing",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct criterion, missing),
        .words = missing_words,
        .first_choice = MISSING_ZERO,
        .doc = "what silence does; outranks the file's",
    },
    {
        .name = "not_applicable",
        .shape = SHAPE_FLAG,
        .offset = offsetof(struct criterion, na_excluded),
        .words = exclude_word,
        .doc = "exclude: \"n/a\" leaves the criterion out; default: n/a is open",
    },
    {
        .name = "when",
        .shape = SHAPE_PHRASE,
        .offset = offsetof(struct criterion, when),
        .doc = "a condition over needs; false drops the criterion for this buyer",
    },
    {
        .name = "computed",
        .shape = SHAPE_PHRASE,
        .offset = offsetof(struct criterion, computed),
        .doc = "number: an expression over answers and needs; never asked",
    },
    {
        .name = "why",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criterion, why),
        .doc = "why it matters",
    },
    {
        .name = "source",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criterion, source),
        .doc = "where the criterion comes from",
    },
};

const struct key_table keys_criterion = {
    .name = "a criterion",
    .keys = criterion_keys,
    .count = KEY_COUNT(criterion_keys),
    .place_offset = NO_PLACE,
};

static const struct key category_keys[] = {
    {
        .name = "title",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct category, title),
        .doc = "its name in reports; default: its id",
    },
    {
        .name = "weight",
        .shape = SHAPE_NUMBER,
        .offset = offsetof(struct category, weight),
        .low = 0,
        .high = WEIGHT_LIMIT,
        .doc = "among the categories; default 1",
    },
    {
        .name = "minimum",
        .shape = SHAPE_NUMBER,
        .offset = offsetof(struct category, minimum),
        .low = 0,
        .high = 100,
        .doc = "a category score below this knocks the vendor out",
    },
    {
        .name = "criteria",
        .shape = SHAPE_ENTRIES,
        .required = true,
        .table = &keys_criterion,
        .doc = "its criteria by id",
    },
};

const struct key_table keys_category = {
    .name = "a category",
    .keys = category_keys,
    .count = KEY_COUNT(category_keys),
    .place_offset = NO_PLACE,
};

static const struct key rule_keys[] = {
    {
        .name = "when",
        .shape = SHAPE_PHRASE,
        .offset = offsetof(struct rule, when),
        .required = true,
        .doc = "the condition under which it fires",
    },
    {
        .name = "severity",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct rule, severity),
        .required = true,
        .words = severity_words,
        .first_choice = SEVERITY_NOTE,
        .doc = "how bad that is; knockout disqualifies",
    },
    {
        .name = "message",
        .shape = SHAPE_PHRASE,
        .offset = offsetof(struct rule, message),
        .required = true,
        .doc = "what to tell; {criterion}, {needs.NAME} and {function(…)} show values",
    },
    {
        .name = "advice",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct rule, advice),
        .doc = "what to do about it",
    },
    {
        .name = "penalty",
        .shape = SHAPE_NUMBER,
        .offset = offsetof(struct rule, penalty),
        .low = 0,
        .high = 100,
        .doc = "points off the total; default 0",
    },
    {
        .name = "unknown",
        .shape = SHAPE_FLAG,
        .offset = offsetof(struct rule, unknown_fires),
        .words = fire_word,
        .doc = "fire: it also fires while its condition is unknown",
    },
};

const struct key_table keys_rule = {
    .name = "a rule",
    .keys = rule_keys,
    .count = KEY_COUNT(rule_keys),
    .place_offset = NO_PLACE,
};

static const struct key criteria_keys[] = {
    {
        .name = "shortlist-criteria",
        .shape = SHAPE_KIND,
        .required = true,
        .doc = "the format version: 1; must be the first key",
    },
    {
        .name = "title",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criteria, title),
        .doc = "the name of the evaluation; default: the file's name",
    },
    {
        .name = "revision",
        .shape = SHAPE_TEXT,
        .offset = offsetof(struct criteria, revision),
        .doc = "echoed in every report",
    },
    {
        .name = "as_of",
        .shape = SHAPE_DATE,
        .offset = offsetof(struct criteria, as_of),
        .doc = "the day on which everything is judged; default: today; --as-of outranks it",
    },
    {
        .name = "decimals",
        .shape = SHAPE_COUNT,
        .offset = offsetof(struct criteria, decimals),
        .low = 0,
        .high = 6,
        .doc = "totals and category scores are rounded to this; default 2",
    },
    {
        .name = "missing",
        .shape = SHAPE_CHOICE,
        .offset = offsetof(struct criteria, missing),
        .words = missing_words,
        .first_choice = MISSING_ZERO,
        .doc = "what a vendor's silence does: it earns 0 (default), or is left out",
    },
    {
        .name = "weights_total",
        .shape = SHAPE_NUMBER,
        .offset = offsetof(struct criteria, weights_total),
        .low = 0,
        .high = WEIGHT_LIMIT,
        .doc = "what the weights of the categories must add up to",
    },
    {
        .name = "ties",
        .shape = SHAPE_IDS,
        .offset = offsetof(struct criteria, tie_ids),
        .doc = "categories or criteria that break a tie, in turn",
    },
    {
        .name = "needs",
        .shape = SHAPE_NEEDS,
        .table = &keys_need,
        .doc = "what the buyer needs, by id; a profile may replace each one",
    },
    {
        .name = "evidence",
        .shape = SHAPE_TABLE,
        .offset = offsetof(struct criteria, evidence),
        .table = &keys_evidence,
        .doc = "the share of its points that an answer keeps, for criteria with `proof: yes`",
    },
    {
        .name = "bands",
        .shape = SHAPE_BANDS,
        .offset = offsetof(struct criteria, bands),
        .doc = "verdicts for totals, each from that score up; the first from 0",
    },
    {
        .name = "categories",
        .shape = SHAPE_ENTRIES,
        .required = true,
        .table = &keys_category,
        .doc = "the categories by id",
    },
    {
        .name = "rules",
        .shape = SHAPE_ENTRIES,
        .table = &keys_rule,
        .doc = "red flags and knock-outs by id",
    },
};

const struct key_table keys_criteria = {
    .name = "a criteria file",
    .keys = criteria_keys,
    .count = KEY_COUNT(criteria_keys),
    .place_offset = NO_PLACE,
};

const struct key_table *const all_key_tables[] = {
    &keys_criteria, &keys_need,    &keys_evidence, &keys_category,  &keys_criterion,
    &keys_score,    &keys_rule,    &keys_profile,  &keys_factors,   &keys_answers,
    &keys_answer,   &keys_ratings, &keys_rating,   &keys_decisions, &keys_decided,
    &keys_decision, NULL,
};

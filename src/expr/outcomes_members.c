/* What has, has_all and has_any leave possible of sets. */
#include "outcomes.h"

bool narrow_set(struct domains *domains, uint32_t criterion, const struct domain *answer)
{
    struct possible possible = domains->now[criterion];
    struct domain *set = &possible.answer;
    *set = *answer;
    double least = (double)set_count(set->must);
    double most = (double)set_count(set->may);
    set->count = span_common(set->count, (struct span){least, most});
    if (set->count.high <= least)
        set->may = set->must;
    if (set->count.low >= most)
        set->must = set->may;
    return narrow(domains, criterion, &possible) && (answer->must & ~answer->may) == 0 &&
           !span_is_none(set->count);
}

/* The members that a set has in any case, and those that it may have. */
struct members {
    uint64_t must;
    uint64_t may;
};

static struct members members_of(const struct domains *domains, const struct node *node)
{
    if (node->kind == NODE_ANSWER) {
        const struct domain *answer = &domains->now[node->position].answer;
        return (struct members){answer->must, answer->may};
    }
    if (is_free(domains, node))
        return (struct members){0, UINT64_MAX};
    return (struct members){node->members, node->members};
}

/* Adds to what a set must have, and takes from what it may have. */
static bool keep_members(struct domains *domains, const struct node *node, uint64_t must,
                         uint64_t not_may)
{
    if (node->kind != NODE_ANSWER)
        return true;
    struct domain answer = domains->now[node->position].answer;
    answer.must |= must;
    answer.may &= ~not_may;
    return narrow_set(domains, node->position, &answer);
}

static bool is_single(uint64_t members)
{
    return members != 0 && (members & (members - 1)) == 0;
}

bool assume_has(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *holder = node->operands[0];
    const struct node *option = node->operands[1];
    if (holder->type == VALUE_WORDS || is_free(domains, option))
        return true;
    uint64_t bit = (uint64_t)1 << option->byte;
    return keep_members(domains, holder, wanted ? bit : 0, wanted ? 0 : bit);
}

/* The right side of has_all and has_any, among the options of the left one. */
struct wanted_members {
    struct members members;
    bool must_lose; /* it must have an option that the left one lacks */
    bool may_lose;
};

static struct wanted_members wanted_members(const struct domains *domains, const struct node *node)
{
    struct wanted_members wanted = {.members = members_of(domains, node->operands[1])};
    if (node->translation == NULL)
        return wanted;
    wanted.members.must = translate_set(node->translation, wanted.members.must, &wanted.must_lose);
    wanted.members.may = translate_set(node->translation, wanted.members.may, &wanted.may_lose);
    return wanted;
}

/* Needs that may be any, and the same answer on both sides, say nothing of single options. */
static bool is_plain(const struct domains *domains, const struct node *node)
{
    const struct node *left = node->operands[0];
    const struct node *right = node->operands[1];
    bool same = left->kind == NODE_ANSWER && right->kind == NODE_ANSWER &&
                left->position == right->position;
    return !same && left->type == VALUE_SET && !is_free(domains, left);
}

bool assume_has_all(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *left = node->operands[0];
    const struct node *right = node->operands[1];
    if (!is_plain(domains, node))
        return wanted || left->kind != NODE_ANSWER || right->kind != NODE_ANSWER;
    struct members held = members_of(domains, left);
    struct wanted_members asked = wanted_members(domains, node);
    if (wanted)
        return (asked.members.must & ~held.may) == 0 && !asked.must_lose &&
               keep_members(domains, left, asked.members.must, 0);
    uint64_t missing = asked.members.may & ~held.must;
    if (missing == 0 && !asked.may_lose)
        return false;
    bool one = is_single(missing) && !asked.may_lose;
    return keep_members(domains, left, 0, one ? missing : 0);
}

bool assume_has_any(struct domains *domains, const struct node *node, bool wanted)
{
    const struct node *left = node->operands[0];
    const struct node *right = node->operands[1];
    struct members held = members_of(domains, left);
    struct wanted_members asked = wanted_members(domains, node);
    if (left->type == VALUE_WORDS)
        return true;
    if (wanted) {
        uint64_t common = held.may & asked.members.may;
        return common != 0 && keep_members(domains, left, is_single(common) ? common : 0, 0);
    }
    if ((held.must & asked.members.must) != 0)
        return false;
    return keep_members(domains, left, 0, asked.members.must) &&
           keep_members(domains, right, 0, node->translation == NULL ? held.must : 0);
}

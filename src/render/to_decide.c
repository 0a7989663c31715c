/* What the panel has to decide besides the values that lie apart. */
#include "to_decide.h"

bool awaits_decision(const struct evaluation *evaluation, const struct card *card,
                     const struct card_flag *flag)
{
    size_t position = card->result->first_flag + (size_t)(flag - card->flags);
    switch ((enum flag_kind)evaluation->flags[position].kind) {
    case FLAG_DISPUTED:
    case FLAG_CONFLICT:
    case FLAG_EXPIRED:
    case FLAG_NA_CLAIMED:
        return true;
    case FLAG_DISAGREE:
    case FLAG_RULE:
    case FLAG_MINIMUM:
    case FLAG_KINDS:
        break;
    }
    return false;
}

static void list_severity(struct to_decide *decide, const struct evaluation *evaluation,
                          enum severity severity)
{
    for (size_t i = 0; i < decide->findings.count; i++) {
        const struct card *card = &decide->findings.cards[i];
        for (uint32_t f = 0; f < card->result->flag_count; f++) {
            const struct card_flag *flag = &card->flags[f];
            if (flag->severity == severity && awaits_decision(evaluation, card, flag))
                decide->items[decide->count++] = (struct open_decision){card, flag};
        }
    }
}

void to_decide_gather(struct to_decide *decide, const struct evaluation *evaluation)
{
    size_t flags = 0;
    *decide = (struct to_decide){0};
    findings_gather(&decide->findings, evaluation, evaluation->answers->count);
    for (size_t i = 0; i < decide->findings.count; i++)
        flags += decide->findings.cards[i].result->flag_count;
    decide->items = arena_array(&decide->findings.arena, struct open_decision, flags);
    for (int level = SEVERITIES - 1; level >= 0; level--)
        list_severity(decide, evaluation, (enum severity)level);
}

void to_decide_release(struct to_decide *decide)
{
    findings_release(&decide->findings);
}

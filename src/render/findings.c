/* Flags and unresolved rules, gathered. */
#include "findings.h"

/* What the card holds, without the room it needed to be made. */
static void keep(struct findings *findings, size_t place, const struct card *card)
{
    struct arena *arena = &findings->arena;
    struct card *kept = &findings->cards[place];
    size_t flags = card->result->flag_count;
    size_t unresolved = card->result->unresolved_count;

    kept->flags = arena_array(arena, struct card_flag, flags);
    for (size_t f = 0; f < flags; f++) {
        kept->flags[f] = card->flags[f];
        kept->flags[f].rule = text_copy(arena, card->flags[f].rule);
        kept->flags[f].message = text_copy(arena, card->flags[f].message);
    }
    kept->unresolved = arena_array(arena, struct card_unresolved, unresolved);
    for (size_t u = 0; u < unresolved; u++) {
        const struct card_unresolved *from = &card->unresolved[u];
        struct card_unresolved *to = &kept->unresolved[u];
        *to = *from;
        to->waiting_for = arena_array(arena, uint32_t, from->count);
        for (size_t c = 0; c < from->count; c++)
            to->waiting_for[c] = from->waiting_for[c];
    }
}

void findings_gather(struct findings *findings, const struct evaluation *evaluation, size_t shown)
{
    struct arena scratch = {0};
    *findings = (struct findings){.count = shown};
    findings->cards = arena_array(&findings->arena, struct card, shown);
    for (size_t i = 0; i < shown; i++) {
        uint32_t vendor = evaluation->order[i];
        const struct result *result = &evaluation->results[vendor];
        findings->cards[i] = (struct card){.vendor = vendor, .result = result};
        if (result->flag_count == 0 && result->unresolved_count == 0)
            continue;
        struct card card;
        card_make_flags(&card, evaluation, vendor, &scratch);
        keep(findings, i, &card);
        arena_clear(&scratch);
    }
    arena_release(&scratch);
}

void findings_release(struct findings *findings)
{
    arena_release(&findings->arena);
}

/* Bytes as a ratings file, beside that of another rater and a panel's decisions. */
#include "support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct trial trial = {0};
    const struct text ratings[] = {text_from(fixed_ratings), text_of_bytes(bytes, size)};
    must(trial_read_criteria(&trial, text_from(fixed_criteria)) && trial_link(&trial),
         "the fixed criteria are without errors");
    trial_read_answers(&trial, text_from(fixed_vendors));
    if (trial_read_buyer(&trial, ratings, 2, text_from(fixed_decisions)))
        trial_report(&trial, 2);
    trial_release(&trial);
    return 0;
}

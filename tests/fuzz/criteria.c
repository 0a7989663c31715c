/* Bytes as a criteria file, judged for one vendor that answers nothing. */
#include "support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct trial trial = {0};
    if (trial_read_criteria(&trial, text_of_bytes(bytes, size)) && trial_link(&trial)) {
        trial_read_answers(&trial, TEXT("shortlist-answers: 1\nid: silent\nanswers: {}\n"));
        trial_report(&trial, 0);
    }
    trial_release(&trial);
    return 0;
}

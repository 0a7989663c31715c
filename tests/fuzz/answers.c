/* Bytes as an answers file, to fixed criteria of every type and form. */
#include "support.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct trial trial = {0};
    must(trial_read_criteria(&trial, text_from(fixed_criteria)) && trial_link(&trial),
         "the fixed criteria are without errors");
    trial_read_answers(&trial, text_of_bytes(bytes, size));
    trial_report(&trial, 0);
    trial_release(&trial);
    return 0;
}

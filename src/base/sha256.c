/* SHA-256 in hexadecimal. The one place that knows libmd. */
#include "shortlist/sha256.h"

#include <sys/types.h>

#include <sha2.h>

_Static_assert(SHA256_SIZE == SHA256_DIGEST_STRING_LENGTH, "a digest and its NUL fit exactly");

void sha256_print(struct text text, char out[static SHA256_SIZE])
{
    const char *bytes = text.len > 0 ? text.ptr : "";
    (void)SHA256Data((const uint8_t *)bytes, text.len, out);
}

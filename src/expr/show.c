/* Values as people read them: numbers shortest, options by label, sets joined by commas. */
#include "show.h"

#include "shortlist/date.h"
#include "shortlist/number.h"

/* Adds one more of several, after a comma but for the first. */
static void add_item(struct text_buffer *buffer, struct text item, bool *first)
{
    if (!*first)
        buffer_add(buffer, TEXT(", "));
    *first = false;
    buffer_add(buffer, item);
}

void show_number(struct text_buffer *buffer, double number)
{
    char digits[NUMBER_SIZE];
    size_t length = number_plain(number, digits);
    buffer_add(buffer, (struct text){digits, length});
}

void show_date(struct text_buffer *buffer, double days)
{
    char date[DATE_SIZE];
    date_print((int32_t)days, date);
    buffer_add(buffer, text_from(date));
}

void show_set(struct text_buffer *buffer, const struct options *options, uint64_t members)
{
    bool first = true;
    for (size_t option = 0; option < options->count; option++) {
        if (members >> option & 1)
            add_item(buffer, options->items[option].label, &first);
    }
    if (first)
        buffer_add(buffer, TEXT("none"));
}

struct text label_of(const struct options *options, struct text word)
{
    uint8_t option = options == NULL ? NO_OPTION : options_find(options, word);
    return option == NO_OPTION ? word : options->items[option].label;
}

void show_words(struct text_buffer *buffer, const struct options *options,
                const struct words *words)
{
    bool first = true;
    for (size_t i = 0; i < words->count; i++)
        add_item(buffer, label_of(options, words->items[i].text), &first);
    if (first)
        buffer_add(buffer, TEXT("none"));
}

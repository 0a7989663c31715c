/* Cells of an answers table into typed columns, as fast as they come. */
#include "table_reading.h"

#include "csv_nodes.h"
#include "shortlist/date.h"
#include "shortlist/memory.h"

/* --- Single cells; each is true when the cell is plainly right, and not empty --------------- */

static inline bool is_not_applicable(struct text cell)
{
    return cell.len == 3 && cell.ptr[1] == '/' && text_equal_fold(cell, TEXT("n/a"));
}

/* 12.000 may have been meant as twelve thousand. */
static inline bool ends_like_thousands(struct text number)
{
    const char *end = number.ptr + number.len;
    return number.len > 4 && end[-1] == '0' && end[-2] == '0' && end[-3] == '0' && end[-4] == '.';
}

static bool is_unit_behind(const struct criterion *asked, struct text cell, size_t used)
{
    return text_equal_fold(text_trim(text_slice(cell, used, cell.len)), asked->unit) &&
           !ends_like_thousands(text_slice(cell, 0, used));
}

static inline bool take_number(const struct criterion *asked, const struct bounds *range,
                               struct text cell, double *number)
{
    size_t used = 0;
    if (number_parse(cell, number, &used) != NUMBER_FINE || *number < range->low ||
        *number > range->high)
        return false;
    return used == cell.len ? !ends_like_thousands(cell) : is_unit_behind(asked, cell, used);
}

/* The bytes that are not zero, each as its high bit. */
static inline uint64_t nonzero_bytes(uint64_t word)
{
    const uint64_t low_bits = UINT64_C(0x7f7f7f7f7f7f7f7f);
    return ((word & low_bits) + low_bits) | word;
}

/* The bytes that part members, see parts_members, each as its high bit. */
static inline uint64_t separators(uint64_t head)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    uint64_t others = nonzero_bytes(head ^ ones * ',') & nonzero_bytes(head ^ ones * ';') &
                      nonzero_bytes(head ^ ones * '|');
    return ~others & ones * 0x80;
}

/* The length of the member at the beginning of what is left of a cell. */
static inline size_t member_length(const char *at, size_t left)
{
    size_t len = 8;
    uint64_t found = separators(word_head(at, 8));
    if (found != 0)
        len = (size_t)__builtin_ctzll(found) / 8;
    for (; found == 0 && len < left && !parts_members(at[len]);)
        len++;
    return len < left ? len : left;
}

/* Members that are nothing but options, with at most a blank before each. */
static inline bool take_members(const struct option_words *words, struct text cell, uint64_t *set)
{
    const char *at = cell.ptr;
    const char *end = cell.ptr + cell.len;
    *set = 0;
    while (at < end) {
        at += *at == ' ';
        size_t len = member_length(at, (size_t)(end - at));
        const struct option_word *word = option_words_find(words, at, len);
        if (word == NULL)
            return false;
        *set |= UINT64_C(1) << word->option;
        at += len + 1;
    }
    return true;
}

static inline bool take_set(const struct table_column *column, struct text cell, uint64_t *set)
{
    if (column->has_split_labels)
        return false;
    if (take_members(&column->words, cell, set))
        return true;
    *set = 0;
    return text_equal(cell, TEXT("[]")) || text_equal(cell, TEXT("none"));
}

static bool is_plain_text(struct text cell)
{
    return !may_have_blanks(cell) && !is_open_word(cell) && !is_not_applicable(cell);
}

/* --- What is stated of answers ------------------------------------------------------------ */

static bool take_evidence(struct text cell, struct long_answer *said)
{
    if (text_equal(cell, TEXT("documented")))
        said->evidence = EVIDENCE_DOCUMENTED;
    else if (text_equal(cell, TEXT("claimed")))
        said->evidence = EVIDENCE_CLAIMED;
    return said->evidence != EVIDENCE_UNSTATED;
}

static bool take_expiry(struct text cell, struct long_answer *said)
{
    said->expires.place.line = 1; /* it is stated */
    return date_parse(cell, &said->expires.day) == DATE_FINE;
}

bool table_take_stated(enum stated_part part, struct text cell, struct long_answer *said)
{
    if (part == STATED_EVIDENCE)
        return take_evidence(cell, said);
    if (part == STATED_EXPIRES)
        return take_expiry(cell, said);
    if (!is_plain_text(cell))
        return false;
    *(part == STATED_SOURCE ? &said->source : &said->note) = cell;
    return true;
}

/* --- Columns of a block ------------------------------------------------------------------- */

/* A column of the block: its cells lie `stride` apart. */
struct block_column {
    struct table_reading *table;
    const struct table_column *plan;
    const struct text *cells;
    size_t stride;
    size_t count;
    uint8_t *marks;
    uint32_t column;
};

static void put_aside(const struct block_column *block, size_t row)
{
    struct table_reading *table = block->table;
    if (table->odd_count == table->odd_capacity) {
        table->odd_capacity = memory_grown(table->odd_capacity, table->odd_count + 1);
        table->odd = memory_resize(table->odd, table->odd_capacity, sizeof(*table->odd));
    }
    table->odd[table->odd_count++] = (struct odd_cell){(uint32_t)row, block->column};
}

/* What is neither an answer nor nothing. */
static void mark_unusual(const struct block_column *block, size_t row, struct text cell)
{
    if (is_not_applicable(cell))
        block->marks[row] = STATE_NA;
    else
        put_aside(block, row);
}

static inline void take_word(const struct block_column *block, const struct option_words *words,
                             size_t row, struct text cell, uint8_t *options)
{
    const struct option_word *word = option_words_find(words, cell.ptr, cell.len);
    if (word == NULL) {
        put_aside(block, row);
        return;
    }
    options[row] = word->option;
    block->marks[row] = (uint8_t)(word->taken - 1);
}

static void take_words(const struct block_column *block, uint8_t *options)
{
    const struct option_words words = block->plan->words;
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride)
        take_word(block, &words, r, *cell, options);
}

/* Most are `yes`, `no` or nothing, and of these no branch could be foretold. */
static void take_truths(const struct block_column *block, uint8_t *options)
{
    const struct option_words *words = &block->plan->words;
    const uint64_t yes = WORD_HEAD("yes");
    const uint64_t no = WORD_HEAD("no");
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride) {
        const uint64_t head = word_head(cell->ptr, cell->len);
        if ((head == yes) | (head == no) | (head == 0)) {
            options[r] = head == yes;
            block->marks[r] = head == 0 ? STATE_OPEN : STATE_ANSWERED;
            continue;
        }
        take_word(block, words, r, *cell, options);
    }
}

static void take_numbers(const struct block_column *block, double *numbers)
{
    const struct criterion *asked = block->plan->asked;
    const struct bounds range = asked->range;
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride) {
        if (cell->len == 0)
            continue;
        if (take_number(asked, &range, *cell, &numbers[r]))
            block->marks[r] = STATE_ANSWERED;
        else
            mark_unusual(block, r, *cell);
    }
}

static void take_sets(const struct block_column *block, uint64_t *sets)
{
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride) {
        if (cell->len == 0)
            continue;
        if (take_set(block->plan, *cell, &sets[r]))
            block->marks[r] = STATE_ANSWERED;
        else
            mark_unusual(block, r, *cell);
    }
}

static void take_dates(const struct block_column *block, int32_t *days)
{
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride) {
        if (cell->len == 0)
            continue;
        if (date_parse(*cell, &days[r]) == DATE_FINE)
            block->marks[r] = STATE_ANSWERED;
        else
            mark_unusual(block, r, *cell);
    }
}

static void take_texts(const struct block_column *block, struct text *texts)
{
    struct arena *arena = &block->table->reader->answers->texts;
    const struct text *cell = block->cells;
    for (size_t r = 0; r < block->count; r++, cell += block->stride) {
        if (cell->len == 0)
            continue;
        if (is_plain_text(*cell)) {
            texts[r] = text_copy(arena, *cell);
            block->marks[r] = STATE_ANSWERED;
        } else {
            mark_unusual(block, r, *cell);
        }
    }
}

static void take_column(const struct block_column *block, uint32_t first)
{
    const struct column *cells = &block->plan->cells;
    switch (cells->type) {
    case TYPE_YES_NO:
        take_truths(block, cells->options + first);
        break;
    case TYPE_CHOICE:
        take_words(block, cells->options + first);
        break;
    case TYPE_NUMBER:
    case TYPE_RATING:
        take_numbers(block, cells->numbers + first);
        break;
    case TYPE_SET:
        take_sets(block, cells->sets + first);
        break;
    case TYPE_DATE:
        take_dates(block, cells->days + first);
        break;
    case TYPE_TEXT:
        take_texts(block, cells->texts + first);
        break;
    case ANSWER_TYPES:
        break;
    }
}

void table_take_answers(struct table_reading *table, uint32_t first)
{
    struct block_column block = {
        .table = table,
        .stride = table->header.count,
        .count = table->row_count,
    };
    for (uint32_t c = 0; c < table->header.count; c++) {
        block.plan = &table->columns[c];
        if (block.plan->asked == NULL)
            continue;
        block.column = c;
        block.cells = table->cells + c;
        block.marks = block.plan->cells.marks + first;
        take_column(&block, first);
    }
}

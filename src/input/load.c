/* From files to the model: each file is told by its kind, read by its reader, and merged. */
#include "shortlist/load.h"

#include <stdlib.h>

#include "buyer.h"
#include "csv_layouts.h"
#include "files.h"
#include "kinds.h"
#include "readers.h"
#include "values.h"
#include "shortlist/file.h"

/* --- Reading bytes ------------------------------------------------------------------------ */

static bool read_bytes(struct inputs *inputs, const char *path, struct source *source,
                       struct problems *problems)
{
    const char *reason = NULL;
    if (file_read(path, FILE_LIMIT, &source->bytes, &reason)) {
        source->from_file = true;
        return true;
    }
    problem_add(problems, PROBLEM_CANNOT_READ, source_whole(source), "the file cannot be read: %s",
                reason);
    inputs->system_failed = true;
    inputs->files_refused = true;
    return false;
}

static void release_bytes(struct source *source)
{
    file_free(source->bytes);
    source->bytes = (struct text){0};
}

/* --- Telling kinds ------------------------------------------------------------------------ */

/* What a file is: by the header of a CSV, else by the first key. */
static enum file_role peek(const struct source *source, char delimiter)
{
    if (!csv_is(source, delimiter))
        return kind_peek(source);
    switch (csv_layout_with(source, delimiter)) {
    case CSV_ANSWERS_TABLE:
    case CSV_QUESTIONNAIRE:
        return ROLE_ANSWERS;
    case CSV_RATINGS_TABLE:
        return ROLE_RATINGS;
    case CSV_UNKNOWN:
        break;
    }
    return FILE_ROLES;
}

static bool refuse_role(const struct source *source, enum file_role role, const char *option,
                        const char *wanted, struct problems *problems)
{
    problem_add(problems, PROBLEM_UNKNOWN_KIND, source_whole(source), "%s takes %s: this is %s",
                option, wanted, kind_name(role));
    return true;
}

/* What the buyer's own people say may have been put beside what the vendors sent. */
static void refuse_among_answers(const struct found_file *file, const struct source *source,
                                 enum file_role role, struct problems *problems)
{
    problem_add(problems, PROBLEM_NOT_ANSWERS, source_whole(source),
                "this is %s: among answers (-a) nothing else is read", kind_name(role));
    if (role == ROLE_RATINGS || role == ROLE_DECISIONS)
        problem_hint(problems, "if it is your own, %sname it without -a",
                     file->in_answers_folder ? "move it out of that folder and " : "");
}

/* Adds why the first document is of no kind. */
static void tell_unknown(struct source *source, char delimiter, struct problems *problems)
{
    struct arena scratch = {0};
    if (csv_is(source, delimiter))
        refuse_csv(problems, source, delimiter);
    else
        read_single(source, ROLE_ANSWERS, &scratch, problems);
    arena_release(&scratch);
}

/* Whether a file cannot be what it claims to be, with the problem. `*role` may become answers. */
static bool refuse_file(const struct found_file *file, struct source *source, char delimiter,
                        enum file_role *role, struct problems *problems)
{
    if (file->answers_only && (*role == FILE_ROLES || *role == ROLE_ANSWERS)) {
        /* Its reader tells what is wrong, and whose answers are missing. */
        *role = ROLE_ANSWERS;
    } else if (file->answers_only) {
        refuse_among_answers(file, source, *role, problems);
        return true;
    }
    if (*role == FILE_ROLES) {
        tell_unknown(source, delimiter, problems);
        return true;
    }
    if (file->as_criteria && *role != ROLE_CRITERIA)
        return refuse_role(source, *role, "-c", kind_name(ROLE_CRITERIA), problems);
    if (file->as_profile && *role != ROLE_PROFILE)
        return refuse_role(source, *role, "-p", kind_name(ROLE_PROFILE), problems);
    return false;
}

/* Reads a file as far as to know what it is, and adds it to the inputs when it can be used. `*kept`
 * is the one file of answers whose bytes are held, though they could be read again; or NULL. */
static void open_file(struct inputs *inputs, const struct input_options *options,
                      const struct found_file *found, struct source **kept,
                      struct problems *problems)
{
    struct source *source = source_new(&inputs->arena, found->path);
    if (!read_bytes(inputs, found->path, source, problems))
        return;
    enum file_role role = peek(source, options->delimiter);
    if (refuse_file(found, source, options->delimiter, &role, problems)) {
        inputs->files_refused = true;
        release_bytes(source);
        return;
    }
    source->may_ignore = options->alone && role != ROLE_ANSWERS;
    struct input_file *file = &inputs->files[inputs->file_count++];
    *file = (struct input_file){
        .role = role,
        .path = found->path,
        .answers_only = found->answers_only,
        .order = found->order,
        .source = source,
    };
    /* Answers may be read again: what is scored is hashed then. */
    if (options->hash && role != ROLE_ANSWERS)
        sha256_print(source->bytes, file->sha256);
    /* Thousands of vendors would fill the memory; their files are read again, one at a time. Of a
     * single file, which may be large, the bytes are kept. */
    if (role == ROLE_ANSWERS && found->is_regular) {
        if (*kept != NULL)
            release_bytes(*kept);
        *kept = source;
    }
}

/* By role; profiles in the order they apply in, all others by path, as they are already. */
static int compare_files(const void *left, const void *right)
{
    const struct input_file *a = left;
    const struct input_file *b = right;
    if (a->role != b->role)
        return a->role < b->role ? -1 : 1;
    if (a->role == ROLE_PROFILE)
        return (a->order > b->order) - (a->order < b->order);
    return text_compare(a->source->name, b->source->name);
}

static void open_files(struct inputs *inputs, const struct input_options *options,
                       struct problems *problems)
{
    struct found_files found;
    struct source *kept = NULL;
    files_find(&found, options, &inputs->arena, problems);
    inputs->files_refused = found.has_empty_folder || found.failed;
    inputs->system_failed = found.failed;
    inputs->files = arena_array(&inputs->arena, struct input_file, found.count);
    for (size_t i = 0; i < found.count; i++)
        open_file(inputs, options, &found.items[i], &kept, problems);
    found_files_release(&found);
    qsort(inputs->files, inputs->file_count, sizeof(*inputs->files), compare_files);
}

/* --- Criteria and profiles ---------------------------------------------------------------- */

/* The files of a role stand together: where they begin, and how many they are. */
static struct input_file *files_of(const struct inputs *inputs, enum file_role role, size_t *count)
{
    size_t first = 0;
    while (first < inputs->file_count && inputs->files[first].role < role)
        first++;
    *count = 0;
    while (first + *count < inputs->file_count && inputs->files[first + *count].role == role)
        ++*count;
    return &inputs->files[first];
}

static void refuse_no_criteria(struct problems *problems)
{
    problem_add(problems, PROBLEM_NO_CRITERIA, (struct place){0},
                "no criteria file is among the inputs");
    problem_hint(problems, "give one, or name an installed pack: -c NAME");
}

static void refuse_two_criteria(const struct input_file *files, size_t count,
                                struct problems *problems)
{
    problem_add(problems, PROBLEM_TWO_CRITERIA, source_whole(files[1].source),
                "there can be one criteria file, and this is the second");
    for (size_t i = 0; i < count; i++) {
        if (i != 1)
            problem_note(problems, source_whole(files[i].source), "this is another");
    }
}

static void open_criteria(struct inputs *inputs, bool alone, struct problems *problems)
{
    size_t count = 0;
    const struct input_file *files = files_of(inputs, ROLE_CRITERIA, &count);
    inputs->has_criteria = count > 0;
    if (count == 0 && !inputs->files_refused && !alone)
        refuse_no_criteria(problems);
    if (count > 1 && !alone)
        refuse_two_criteria(files, count, problems);
    if (count == 0)
        return;
    inputs->criteria_faulty =
        !read_criteria(files[0].source, &inputs->arena, &inputs->criteria, problems) || count > 1;
    inputs->other_count = alone ? count - 1 : 0;
    inputs->others = arena_array(&inputs->arena, struct criteria, inputs->other_count);
    for (size_t i = 0; i < inputs->other_count; i++)
        read_criteria(files[i + 1].source, &inputs->arena, &inputs->others[i], problems);
}

static struct source *option_source(struct arena *arena, const char *option, const char *value)
{
    struct source *source = arena_new(arena, struct source);
    source->name = text_format(arena, "%s %s", option, value);
    source->bytes = text_from(value);
    return source;
}

static void merge_all(struct inputs *inputs, const struct input_options *options,
                      struct problems *problems)
{
    struct merge merge;
    struct arena *arena = &inputs->arena;
    merge_begin(&merge, &inputs->criteria, arena);
    for (size_t i = 0; i < inputs->profile_count; i++)
        merge_profile(&merge, &inputs->profiles[i], problems);
    for (size_t i = 0; i < options->needs.count; i++)
        merge_need_option(&merge, option_source(arena, "--need", options->needs.items[i]),
                          problems);
    for (size_t i = 0; i < options->weights.count; i++)
        merge_weight_option(&merge, option_source(arena, "--weight", options->weights.items[i]),
                            problems);
    merge_finish(&merge, problems);
}

/* Of the needs as they are used, whether declared or replaced: a text may look like that. */
static void warn_of_needs(const struct criteria *criteria, struct problems *problems)
{
    for (size_t i = 0; i < criteria->need_count; i++) {
        const struct need *need = &criteria->needs[i];
        if (need->type == NEED_NUMBER && looks_like_thousands(need->text))
            warn_of_thousands(problems, need->text, need->place);
    }
}

static void open_profiles(struct inputs *inputs, struct problems *problems)
{
    const struct input_file *files = files_of(inputs, ROLE_PROFILE, &inputs->profile_count);
    inputs->profiles = arena_array(&inputs->arena, struct profile, inputs->profile_count);
    for (size_t i = 0; i < inputs->profile_count; i++)
        read_profile(files[i].source, &inputs->arena, &inputs->profiles[i], problems);
}

void inputs_open(struct inputs *inputs, const struct input_options *options,
                 struct problems *problems)
{
    open_files(inputs, options, problems);
    open_criteria(inputs, options->alone, problems);
    open_profiles(inputs, problems);
    if (inputs->has_criteria && !inputs->criteria_faulty) {
        merge_all(inputs, options, problems);
        warn_of_needs(&inputs->criteria, problems);
    }
    inputs->what_if = options->needs.count > 0 || options->weights.count > 0;
    inputs->as_of = options->today;
    if (inputs->criteria.as_of.place.line != 0)
        inputs->as_of = inputs->criteria.as_of.day;
    if (options->has_as_of)
        inputs->as_of = options->as_of;
}

/* --- Answers ------------------------------------------------------------------------------ */

static void read_layout(struct answer_reader *reader, struct source *source, char delimiter)
{
    if (!csv_is(source, delimiter)) {
        read_answers(reader, source);
        return;
    }
    switch (csv_layout_with(source, delimiter)) {
    case CSV_ANSWERS_TABLE:
        read_answers_table(reader, source, delimiter);
        return;
    case CSV_QUESTIONNAIRE:
        read_questionnaire(reader, source, delimiter);
        return;
    case CSV_RATINGS_TABLE:
    case CSV_UNKNOWN:
        break;
    }
    const size_t errors_before = reader->problems->totals[PROBLEM_ERROR];
    tell_unknown(source, delimiter, reader->problems);
    add_unread_vendor(reader, source, NULL,
                      reader->problems->totals[PROBLEM_ERROR] - errors_before);
}

static void read_answers_file(struct inputs *inputs, struct answer_reader *reader,
                              struct input_file *file, const struct input_options *options)
{
    /* Bytes that cannot be read again were kept. */
    if (file->source->bytes.ptr == NULL &&
        !read_bytes(inputs, file->path, file->source, reader->problems))
        return;
    if (options->hash)
        sha256_print(file->source->bytes, file->sha256);
    read_layout(reader, file->source, options->delimiter);
    release_bytes(file->source);
}

/* The criteria that all else is checked against, or NULL. */
static const struct criteria *sound_criteria(const struct inputs *inputs)
{
    return inputs->has_criteria && !inputs->criteria_faulty ? &inputs->criteria : NULL;
}

static void read_vendors(struct inputs *inputs, const struct input_options *options,
                         struct problems *problems)
{
    static const struct criteria no_criteria;
    const struct criteria *criteria = sound_criteria(inputs);
    struct answer_reader reader;
    size_t count = 0;
    struct input_file *files = files_of(inputs, ROLE_ANSWERS, &count);
    answers_init(&inputs->answers, criteria != NULL ? criteria : &no_criteria);
    answer_reader_begin(&reader, criteria, &inputs->answers, inputs->as_of, problems);
    reader.progress = count == 1 ? options->progress : NULL;
    for (size_t i = 0; i < count; i++) {
        if (count > 1)
            progress_tell(options->progress, "reading", i, count);
        read_answers_file(inputs, &reader, &files[i], options);
    }
    answer_reader_end(&reader);
    if (count == 0 && !inputs->files_refused && !options->alone) {
        problem_add(problems, PROBLEM_NO_ANSWERS, (struct place){0},
                    "no answers are among the inputs");
        problem_hint(problems, "give the vendors' answers files, or the folder they lie in");
    }
    answers_sort(&inputs->answers);
    if (refuse_two_vendors(&inputs->answers, problems))
        answers_sort(&inputs->answers);
}

/* --- Ratings and decisions ---------------------------------------------------------------- */

static void read_buyer(struct inputs *inputs, char delimiter, struct problems *problems)
{
    const size_t *errors = &problems->totals[PROBLEM_ERROR];
    const size_t errors_before = *errors;
    struct buyer_reader reader;
    size_t count = 0;
    buyer_reader_begin(&reader, sound_criteria(inputs), &inputs->answers, !inputs->files_refused,
                       problems);
    const struct input_file *files = files_of(inputs, ROLE_RATINGS, &count);
    for (size_t i = 0; i < count; i++) {
        if (csv_is(files[i].source, delimiter))
            read_ratings_table(&reader, files[i].source, delimiter, &inputs->ratings);
        else
            read_ratings(&reader, files[i].source, &inputs->ratings);
    }
    ratings_sort(&inputs->ratings);
    files = files_of(inputs, ROLE_DECISIONS, &count);
    for (size_t i = 0; i < count; i++)
        read_decisions(&reader, files[i].source, &inputs->decisions);
    decisions_sort(&inputs->decisions);
    refuse_two_decisions(&reader, &inputs->decisions);
    inputs->buyer_faulty = *errors > errors_before;
    if (!inputs->buyer_faulty)
        drop_idle_decisions(&reader, &inputs->ratings, &inputs->decisions);
    buyer_reader_end(&reader);
}

/* Once all problems that point into them are told. */
static void release_ratings(struct inputs *inputs)
{
    size_t count = 0;
    const struct input_file *files = files_of(inputs, ROLE_RATINGS, &count);
    for (size_t i = 0; i < count; i++)
        release_bytes(files[i].source);
}

void inputs_read_answers(struct inputs *inputs, const struct input_options *options,
                         struct problems *problems)
{
    read_vendors(inputs, options, problems);
    read_buyer(inputs, options->delimiter, problems);
    if (!options->alone)
        release_ratings(inputs);
}

void inputs_release(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->file_count; i++)
        release_bytes(inputs->files[i].source);
    decisions_release(&inputs->decisions);
    ratings_release(&inputs->ratings);
    answers_release(&inputs->answers);
    arena_release(&inputs->arena);
    *inputs = (struct inputs){0};
}

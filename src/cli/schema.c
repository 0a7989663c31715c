/* shortlist schema: the JSON Schema of a kind of file, or of the files for certain criteria. */
#include "shortlist/schema.h"

#include "commands.h"
#include "messages.h"
#include "run.h"
#include "shortlist/names.h"

/* "criteria, profile, answers, ratings, decisions" */
static const char *all_kinds(struct arena *arena)
{
    struct text_buffer words = {.arena = arena};
    for (size_t k = 0; k < schema_kind_count; k++)
        buffer_format(&words, "%s%s", k > 0 ? ", " : "", schema_kinds[k].word);
    return buffer_text(&words).ptr;
}

static void unknown_kind(const struct request *request, const char *word)
{
    struct nearest nearest = {.word = text_from(word)};
    for (size_t k = 0; k < schema_kind_count; k++)
        nearest_offer(&nearest, text_from(schema_kinds[k].word));
    if (nearest.best.len > 0)
        usage_error("unknown kind of file `%s`; did you mean `%s`?", visible(word, request->arena),
                    nearest.best.ptr);
    else
        usage_error("unknown kind of file `%s`; there are %s", visible(word, request->arena),
                    all_kinds(request->arena));
}

/* The kind that is asked for, or NULL after a message. */
static const struct schema_kind *asked_kind(const struct request *request)
{
    const struct paths *words = &request->positional;
    if (words->count == 0) {
        usage_error("`schema` needs a kind of file: %s", all_kinds(request->arena));
        return NULL;
    }
    const struct schema_kind *kind = schema_find(words->items[0]);
    if (kind == NULL) {
        unknown_kind(request, words->items[0]);
        return NULL;
    }
    if (words->count > 1) {
        usage_error("`schema` takes one word, the kind of file; name criteria with -c");
        return NULL;
    }
    return kind;
}

/* Whether the options go with the kind; else a message. */
static bool check_options(const struct request *request, const struct schema_kind *kind)
{
    const struct input_options *input = &request->input;
    bool has_others = input->profiles.count + input->needs.count > 0 || input->has_as_of;
    if (input->criteria != NULL && kind->long_form == NULL) {
        usage_error("`schema %s` is the same for all criteria: leave out -c", kind->word);
        return false;
    }
    if (input->criteria == NULL && has_others) {
        usage_error("-p, --need and --as-of go with criteria only: name them with -c");
        return false;
    }
    return true;
}

static void write_schema(const struct run *run, const void *kind, struct sink *sink)
{
    schema_write(kind, run->inputs.has_criteria ? &run->inputs.criteria : NULL, sink);
}

enum exit_status command_schema(const struct request *request)
{
    struct run run = {.request = request};
    enum exit_status status = EXIT_DONE;
    const struct schema_kind *kind = asked_kind(request);
    if (kind == NULL || !check_options(request, kind))
        return EXIT_USAGE;
    if (request->input.criteria != NULL)
        status = run_read_criteria(&run, request);
    if (status == EXIT_DONE)
        status = run_write(&run, write_schema, kind);
    run_release(&run);
    return status;
}

/* A profile, and what is common to files of one document. */
#include "readers.h"

#include "kinds.h"
#include "shortlist/file.h"
#include "shortlist/keys.h"

struct yaml_node *read_single(const struct source *source, enum file_role kind, struct arena *arena,
                              struct problems *problems)
{
    struct yaml_node *root = NULL;
    struct documents *documents = documents_open(source, problems);
    enum document_result result = documents_next(documents, arena, &root);
    if (result == DOCUMENTS_END)
        problem_add(problems, PROBLEM_EMPTY_FILE, source_whole(source),
                    "there is nothing in this file");
    if (result == DOCUMENT_READ && documents_more(documents)) {
        problem_add(problems, PROBLEM_EXTRA_DOCUMENT, documents_start(documents),
                    "another document begins here, but this is %s, which holds one",
                    kind_name(kind));
    }
    documents_close(documents);
    return result == DOCUMENT_READ && kind_check(problems, root, kind) ? root : NULL;
}

void read_profile(const struct source *source, struct arena *arena, struct profile *profile,
                  struct problems *problems)
{
    struct decoder decoder = {.problems = problems, .arena = arena};
    *profile = (struct profile){.file = source};
    struct yaml_node *root = read_single(source, ROLE_PROFILE, arena, problems);
    if (root != NULL) {
        decode_table(&decoder, &keys_profile, root->place, root, profile);
        struct yaml_node *needs = node_find_key(root, TEXT("needs"));
        if (needs != NULL)
            read_needs(&decoder, needs, node_value_of(needs), false, &profile->needs);
    }
    if (profile->title.len == 0)
        profile->title = file_stem(source->name);
}

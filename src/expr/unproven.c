/* Which answers a condition takes on the vendor's word. */
#include "node.h"
#include "shortlist/memory.h"

enum {
    ASKED_PROOF = 1, /* documented() or verified() stands in the condition */
    MET = 2,         /* its answer is read */
};

struct meeting {
    uint8_t *marks;       /* [criterion]: of the above */
    struct unproven *met; /* the criteria that are read, each once, as they are met */
    size_t count;
    size_t capacity;
};

static bool asks_proof(const struct function *function)
{
    return text_equal(text_from(function->name), TEXT("documented")) ||
           text_equal(text_from(function->name), TEXT("verified"));
}

static void meet(struct meeting *meeting, struct unproven met)
{
    if (meeting->marks[met.criterion] & MET)
        return;
    meeting->marks[met.criterion] |= MET;
    if (meeting->count == meeting->capacity) {
        meeting->capacity = memory_grown(meeting->capacity, meeting->count + 1);
        meeting->met = memory_resize(meeting->met, meeting->capacity, sizeof *meeting->met);
    }
    meeting->met[meeting->count++] = met;
}

/* `computed` is where the condition reads what is computed by these nodes; NULL: they are its own.
 */
static void meet_all(struct meeting *meeting, const struct node *node,
                     const struct unproven *computed)
{
    struct unproven met = {node->position, node->from, node->to};
    bool call = node->kind == NODE_CALL;
    if (computed != NULL) {
        met.from = computed->from;
        met.to = computed->to;
    }
    if (node->kind == NODE_ANSWER || (call && node->function->operands == OPERANDS_POINTS))
        meet(meeting, met);
    if (call && node->function->operands == OPERANDS_ANSWER && asks_proof(node->function))
        meeting->marks[node->position] |= ASKED_PROOF;
    for (size_t i = 0; i < node->operand_count; i++)
        meet_all(meeting, node->operands[i], computed);
}

void expr_visit_unproven(const struct expr *condition, const struct criteria *criteria,
                         void (*found)(void *context, const struct unproven *unproven),
                         void *context)
{
    struct meeting meeting = {.marks = memory_new(criteria->criterion_count, 1)};
    meet_all(&meeting, condition->root, NULL);
    for (size_t i = 0; i < meeting.count; i++) {
        struct unproven met = meeting.met[i];
        const struct expr *computed = criteria->criteria[met.criterion].computed_expr;
        if (computed != NULL)
            meet_all(&meeting, computed->root, &met);
    }
    for (size_t i = 0; i < meeting.count; i++) {
        const struct criterion *criterion = &criteria->criteria[meeting.met[i].criterion];
        bool asked = meeting.marks[meeting.met[i].criterion] & ASKED_PROOF;
        if (criterion->by == BY_VENDOR && !criterion->proof && !asked)
            found(context, &meeting.met[i]);
    }
    memory_free(meeting.met);
    memory_free(meeting.marks);
}

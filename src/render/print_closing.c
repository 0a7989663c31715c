/* How every text report ends: stamps in words, the as-of date, the files by role. */
#include "print.h"

#include <string.h>

#include "stamps.h"
#include "wording.h"
#include "shortlist/date.h"

enum {
    LABEL_COLUMNS = 13, /* of "Provisional", the longest, with the space behind it */
    FILES_NAMED = 12,   /* of one role, on a terminal; elsewhere all are named */
    CONDITIONAL_NAMED = 12
};

static void labelled(struct page *page, const char *label, struct text text)
{
    page_label(page, text_from(label), LABEL_COLUMNS);
    page_flow(page, LABEL_COLUMNS, text, INK_PLAIN);
    page_end(page);
}

static void say_provisional(struct page *page, const struct report *report,
                            const struct standing *standing)
{
    size_t unread = report->evaluation->answers->unread_count;
    if (standing->open_judgements > 0) {
        struct text open = judgements_words(page, standing);
        labelled(
            page, "Provisional",
            text_format(&page->scratch, "%.*s. An open one counts for nothing.", TEXT_ARG(open)));
    }
    if (unread > 0) {
        struct text files = count_words(page, unread, "vendor has", "vendors have");
        labelled(page, "Provisional",
                 text_format(&page->scratch,
                             "%.*s errors in the answers. The others are ranked without.",
                             TEXT_ARG(files)));
    }
    if (standing->open_judgements == 0 && unread == 0)
        labelled(page, "Provisional", TEXT("asked for, though every vendor could be read."));
}

static void say_what_if(struct page *page, const struct report *report)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    for (size_t i = 0; i < report->change_count; i++) {
        struct text change = page_prose(page, text_from(report->changes[i]));
        buffer_format(&buffer, "%s%.*s", i > 0 ? ", " : "", TEXT_ARG(change));
    }
    if (buffer.len == 0)
        buffer_add(&buffer, TEXT("needs or weights were changed on the command line"));
    buffer_add(&buffer, TEXT(". This is not the evaluation as the files have it."));
    labelled(page, "What-if", buffer_text(&buffer));
}

static void say_conditional(struct page *page, const struct evaluation *evaluation,
                            const uint32_t *vendors, const struct standing *standing)
{
    struct text_buffer buffer = {.arena = &page->scratch};
    size_t named = 0;
    size_t all = standing->conditional;
    for (size_t i = 0; i < standing->vendors; i++) {
        const struct result *result = &evaluation->results[vendors[i]];
        if (!result->conditional)
            continue;
        if (page->width > 0 && all > CONDITIONAL_NAMED && named == CONDITIONAL_NAMED)
            break;
        buffer_format(&buffer, "%s%.*s, by %.*s", named++ > 0 ? "; " : "",
                      TEXT_ARG(evaluation->answers->vendors[vendors[i]].id),
                      TEXT_ARG(open_knockouts(page, evaluation, result)));
    }
    if (named < all)
        buffer_format(&buffer, "; and %zu more", all - named);
    buffer_add(&buffer, all == 1 ? TEXT(": ranked, but may still be knocked out.")
                                 : TEXT(": ranked, but each may still be knocked out."));
    labelled(page, "Conditional", buffer_text(&buffer));
}

static void say_stamps(struct page *page, const struct report *report,
                       const struct closing *closing)
{
    const struct evaluation *evaluation = report->evaluation;
    bool all = closing->vendors == NULL;
    const uint32_t *vendors = all ? evaluation->order : closing->vendors;
    size_t count = all ? evaluation->answers->count : closing->vendor_count;
    struct stamps stamps = stamps_of_vendors(report, vendors, count);
    if (stamps.what_if)
        say_what_if(page, report);
    if (stamps.provisional)
        say_provisional(page, report, &stamps.standing);
    if (stamps.conditional)
        say_conditional(page, evaluation, vendors, &stamps.standing);
}

/* The length of the folder that all paths begin with, its slash included. */
static size_t common_folder(const struct report_file *files, size_t count)
{
    size_t common = files[0].path.len;
    for (size_t i = 1; i < count; i++) {
        size_t same = 0;
        while (same < common && same < files[i].path.len &&
               files[i].path.ptr[same] == files[0].path.ptr[same])
            same++;
        common = same;
    }
    while (common > 0 && files[0].path.ptr[common - 1] != '/')
        common--;
    return common;
}

static const char *role_title(const char *role, size_t count)
{
    static const struct {
        const char *role, *one, *many;
    } titles[] = {
        {"criteria", "Criteria", "Criteria"},    {"profile", "Profile", "Profiles"},
        {"answers", "Answers", "Answers"},       {"ratings", "Ratings", "Ratings"},
        {"decisions", "Decisions", "Decisions"},
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        if (strcmp(titles[i].role, role) == 0)
            return count == 1 ? titles[i].one : titles[i].many;
    }
    return role;
}

/* Files of one role: the folder they share is said once. */
static void say_files(struct page *page, const struct report_file *files, size_t count)
{
    size_t folder = count > 1 ? common_folder(files, count) : 0;
    size_t named = page->width > 0 && count > FILES_NAMED ? FILES_NAMED : count;
    page_label(page, text_from(role_title(files[0].role, count)), LABEL_COLUMNS);
    if (count > 1) {
        struct text shared = page_visible(page, text_slice(files[0].path, 0, folder));
        page_flow(page, LABEL_COLUMNS,
                  folder > 0
                      ? text_format(&page->scratch, "%zu files in %.*s: ", count, TEXT_ARG(shared))
                      : text_format(&page->scratch, "%zu files: ", count),
                  INK_PLAIN);
    }
    for (size_t i = 0; i < named; i++) {
        struct text rest = text_slice(files[i].path, folder, files[i].path.len);
        struct text path = page_visible(page, rest);
        page_flow(page, LABEL_COLUMNS,
                  text_format(&page->scratch, "%.*s%s", TEXT_ARG(path), i + 1 < count ? ", " : ""),
                  INK_PLAIN);
    }
    if (named < count)
        page_flow(page, LABEL_COLUMNS, text_format(&page->scratch, "and %zu more", count - named),
                  INK_PLAIN);
    page_end(page);
}

void print_closing(struct page *page, const struct report *report, const struct closing *closing)
{
    char date[DATE_SIZE];
    date_print(report->evaluation->as_of, date);
    page_quiet_heading(page, "About this report");
    say_stamps(page, report, closing);
    labelled(page, "As of", text_from(date));
    for (size_t i = 0; i < report->file_count;) {
        size_t count = 1;
        while (i + count < report->file_count &&
               strcmp(report->files[i].role, report->files[i + count].role) == 0)
            count++;
        say_files(page, &report->files[i], count);
        i += count;
    }
    labelled(page, "Weights",
             TEXT("a share is a weight over the sum of the weights. Where nothing of a vendor "
                  "counts in a category, its other categories share that part."));
    if (closing->parts)
        labelled(page, "Rounding",
                 TEXT("parts are rounded one by one, so they may not add up to the last digit; "
                      "the total is exact."));
    labelled(page, "Made by", text_format(&page->scratch, "shortlist %s", report->version));
}

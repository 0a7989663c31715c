/* Where a source lies, seen from the root of a checkout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/render/checkout.h"
#include "support/fixture.h"

static void paths_are_given_from_the_root(void **state)
{
    (void)state;
    static const struct {
        const char *folder;
        const char *root;
        const char *name;
        enum lies lies;
        const char *path;
    } cases[] = {
        {"/w", "", "a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/w", "", "vendors/a.yaml", LIES_IN_CHECKOUT, "vendors/a.yaml"},
        {"/w", "", "./vendors//a.yaml", LIES_IN_CHECKOUT, "vendors/a.yaml"},
        {"/w", "", "vendors/../a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/w", "", "vendors/", LIES_IN_CHECKOUT, "vendors"},
        {"/w", "", ".", LIES_IN_CHECKOUT, "."},
        {"/w", "", "..a/...", LIES_IN_CHECKOUT, "..a/..."},
        {"/w", "", "../w/a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/w", "", "/w/a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/w/", "", "//w/./a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/", "", "tmp/a.yaml", LIES_IN_CHECKOUT, "tmp/a.yaml"},
        {"/w", "", "../a.yaml", LIES_ELSEWHERE, "/a.yaml"},
        {"/w", "", "../../../a.yaml", LIES_ELSEWHERE, "/a.yaml"},
        {"/w", "", "..", LIES_ELSEWHERE, "/"},
        {"/w", "", "/tmp/a.yaml", LIES_ELSEWHERE, "/tmp/a.yaml"},
        {"/w", "", "/wa.yaml", LIES_ELSEWHERE, "/wa.yaml"},
        {"/w/sub", "", "../a.yaml", LIES_ELSEWHERE, "/w/a.yaml"},
        /* the checkout begins above the current folder */
        {"/w/sub", "/w", "a.yaml", LIES_IN_CHECKOUT, "sub/a.yaml"},
        {"/w/sub", "/w", "../a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"/w/sub", "/w/", "/w", LIES_IN_CHECKOUT, "."},
        {"/w/sub", "/w", "../../a.yaml", LIES_ELSEWHERE, "/a.yaml"},
        /* the current folder is unknown */
        {"", "", "./a.yaml", LIES_IN_CHECKOUT, "a.yaml"},
        {"", "", "../a.yaml", LIES_ELSEWHERE, "../a.yaml"},
        {"", "", "a/../../../b.yaml", LIES_ELSEWHERE, "../../b.yaml"},
        {"", "", "..", LIES_ELSEWHERE, ".."},
        {"", "", "/tmp/a.yaml", LIES_ELSEWHERE, "/tmp/a.yaml"},
        /* no file */
        {"/w", "", "-", LIES_NOWHERE, "-"},
        {"/w", "", "--need hours=x", LIES_NOWHERE, "--need hours=x"},
        {"/w", "", "-a.yaml", LIES_IN_CHECKOUT, "-a.yaml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        const struct problem_report report = {.folder = text_from(cases[i].folder),
                                              .root = text_from(cases[i].root)};
        struct whereabouts found = checkout_find(&report, text_from(cases[i].name), &arena);
        assert_text(found.path, cases[i].path);
        assert_int_equal(found.lies, cases[i].lies);
        arena_release(&arena);
    }
}

/* RFC 3986: letters, digits and - . _ ~ stand for themselves, and here slashes part segments. */
static void what_a_uri_cannot_hold_is_percent_encoded(void **state)
{
    (void)state;
    const struct {
        struct text path;
        const char *uri;
    } cases[] = {
        {TEXT("vendors/A-z_0.9~.yaml"), "vendors/A-z_0.9~.yaml"},
        {TEXT("a b:c"), "a%20b%3Ac"},
        {TEXT("100%.yaml?x#y"), "100%25.yaml%3Fx%23y"},
        {TEXT("Caf\xC3\xA9"), "Caf%C3%A9"},
        {TEXT("\xFF\x1B\0"), "%FF%1B%00"}, /* not UTF-8 */
        {TEXT(""), ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena = {0};
        assert_text(checkout_uri(cases[i].path, &arena), cases[i].uri);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_are_given_from_the_root),
        cmocka_unit_test(what_a_uri_cannot_hold_is_percent_encoded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

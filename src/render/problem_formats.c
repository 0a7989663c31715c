/* The table of formats for problems: a new one is a file of its own and a row here. */
#include "problems.h"

const struct problem_format problem_formats[] = {
    {"text", "for people: a line each, and the line at fault", problems_text},
    {"json", "for programs", problems_json},
    {"github", "annotations of a GitHub Actions run", problems_github},
    {"sarif", "SARIF 2.1.0, for code scanning and editors", problems_sarif},
    {"junit", "JUnit XML, a test case a file", problems_junit},
};

const size_t problem_format_count = sizeof problem_formats / sizeof *problem_formats;

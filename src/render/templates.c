/* The table of the formats of templates. */
#include "shortlist/template.h"

#include "template_csv.h"
#include "template_yaml.h"

const struct template_format template_formats[] = {
    {"yaml", "questions as comments, answers below them (the default)", yaml_questions,
     yaml_ratings},
    {"csv", "for spreadsheets: a row a question; of a sheet for ratings, a row a vendor",
     csv_questions, csv_ratings},
};

const size_t template_format_count = sizeof(template_formats) / sizeof(template_formats[0]);

/*
 * The least a program that reads CSV with libcsv can do: run its parser over each file named, as
 * strict as shortlist does, with callbacks that do nothing. The yardstick for tables of answers.
 */
#include <stdio.h>
#include <stdlib.h>

#include <csv.h>

enum { PIECE = 64 * 1024 };

static void pass_field(void *bytes, size_t len, void *context)
{
    (void)bytes;
    (void)len;
    (void)context;
}

static void pass_row(int last, void *context)
{
    (void)last;
    (void)context;
}

static _Noreturn void give_up(const char *path, struct csv_parser *parser)
{
    fprintf(stderr, "%s: %s\n", path, csv_strerror(csv_error(parser)));
    exit(1);
}

static size_t pass(const char *path)
{
    static char piece[PIECE];
    struct csv_parser parser;
    FILE *file = fopen(path, "rb");
    if (file == NULL || csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0) {
        perror(path);
        exit(1);
    }
    setvbuf(file, NULL, _IONBF, 0);
    size_t bytes = 0;
    size_t len;
    while ((len = fread(piece, 1, PIECE, file)) > 0) {
        if (csv_parse(&parser, piece, len, pass_field, pass_row, NULL) != len)
            give_up(path, &parser);
        bytes += len;
    }
    if (ferror(file) || csv_fini(&parser, pass_field, pass_row, NULL) != 0)
        give_up(path, &parser);
    csv_free(&parser);
    fclose(file);
    return bytes;
}

int main(int argc, char **argv)
{
    size_t bytes = 0;
    for (int i = 1; i < argc; i++)
        bytes += pass(argv[i]);
    printf("%zu bytes\n", bytes);
    return 0;
}

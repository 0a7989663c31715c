/*
 * The least a program that reads YAML can do: read each file named, run libyaml's event parser over
 * its bytes and throw the events away. The yardstick for the times of shortlist.
 */
#include <stdio.h>
#include <stdlib.h>

#include <yaml.h>

static unsigned char *read_whole(const char *path, size_t *len)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    long size = ftell(file);
    rewind(file);
    unsigned char *bytes = size < 0 ? NULL : malloc((size_t)size + 1);
    if (bytes == NULL || fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    *len = (size_t)size;
    return bytes;
}

static unsigned long count_events(const char *path)
{
    size_t len;
    unsigned char *bytes = read_whole(path, &len);
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        exit(1);
    yaml_parser_set_input_string(&parser, bytes, len);
    unsigned long count = 0;
    yaml_event_type_t type = YAML_NO_EVENT;
    while (type != YAML_STREAM_END_EVENT) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            fprintf(stderr, "%s: line %zu: %s\n", path, parser.problem_mark.line + 1,
                    parser.problem);
            exit(1);
        }
        type = event.type;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    free(bytes);
    return count;
}

int main(int argc, char **argv)
{
    unsigned long count = 0;
    for (int i = 1; i < argc; i++)
        count += count_events(argv[i]);
    printf("%lu events\n", count);
    return 0;
}

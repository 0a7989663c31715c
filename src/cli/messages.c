/* The program's own words on standard error. */
#include "messages.h"

#include <stdarg.h>
#include <stdio.h>

#include "shortlist/unicode.h"

__attribute__((format(printf, 2, 0))) static void say(const char *before, const char *format,
                                                      va_list arguments)
{
    fprintf(stderr, "shortlist: %s", before);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say("", format, arguments);
    va_end(arguments);
    fputs("`shortlist help` lists the commands, `shortlist help COMMAND` their options.\n", stderr);
}

void program_note(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say("note: ", format, arguments);
    va_end(arguments);
}

void program_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say("", format, arguments);
    va_end(arguments);
}

const char *visible(const char *argument, struct arena *arena)
{
    return text_copy(arena, unicode_visible(arena, text_from(argument))).ptr;
}

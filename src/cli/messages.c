/* The program's own words on standard error. */
#include "messages.h"

#include <stdarg.h>
#include <stdio.h>

#include "shortlist/unicode.h"

__attribute__((format(printf, 1, 0))) static void say(const char *format, va_list arguments)
{
    fputs("shortlist: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

void usage_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    fputs("`shortlist help` lists the commands, `shortlist help COMMAND` their options.\n", stderr);
}

void program_error(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}

const char *visible(const char *argument, struct arena *arena)
{
    return text_copy(arena, unicode_visible(arena, text_from(argument))).ptr;
}

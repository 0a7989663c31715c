/* What the environment says about how to write: colour, width, the date. */
#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { SECONDS_A_DAY = 86400, LEAST_WIDTH = 40, MOST_WIDTH = 10000 };

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value != NULL && *value != '\0';
}

bool terminal_is(int fd)
{
    return isatty(fd) == 1;
}

bool terminal_color(int fd, enum color_choice choice)
{
    if (choice != COLOR_AUTO)
        return choice == COLOR_ALWAYS;
    if (is_set("NO_COLOR"))
        return false;
    if (is_set("CLICOLOR_FORCE") && strcmp(getenv("CLICOLOR_FORCE"), "0") != 0)
        return true;
    const char *term = getenv("TERM");
    return terminal_is(fd) && term != NULL && strcmp(term, "dumb") != 0;
}

/* A whole number in [low, high], or -1. */
static long long whole_number(const char *text, long long low, long long high)
{
    if (text == NULL || *text == '\0' || strlen(text) > 18 ||
        text[strspn(text, "0123456789")] != '\0')
        return -1;
    long long value = strtoll(text, NULL, 10);
    return value < low || value > high ? -1 : value;
}

size_t terminal_width(int fd)
{
    struct winsize size;
    long long columns = whole_number(getenv("COLUMNS"), 1, MOST_WIDTH);
    if (columns < 0 && terminal_is(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        columns = size.ws_col;
    if (columns < 0)
        return 0;
    return columns < LEAST_WIDTH ? LEAST_WIDTH : (size_t)columns;
}

bool terminal_today(int32_t *day)
{
    const long long last_day = 2932896; /* 9999-12-31 */
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    long long seconds = is_set("SOURCE_DATE_EPOCH")
                            ? whole_number(epoch, 0, last_day * SECONDS_A_DAY)
                            : (long long)time(NULL);
    *day = (int32_t)(seconds / SECONDS_A_DAY);
    return seconds >= 0;
}

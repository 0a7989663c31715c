/*
 * Feeds each file of the folders on the command line to a fuzz target, without libFuzzer:
 *
 *   NAME-replay FOLDER...
 *
 * Each in a process of its own, so that all are tried and the failing ones named. The last line is
 * `N passed, N failed`.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support.h"

enum { SECONDS_LIMIT = 60, PATH_SIZE = 4096, FIRST_SIZE = 4096 };

static _Noreturn void give_up(const char *path)
{
    perror(path);
    exit(2);
}

/* The bytes end where the memory does, so that reading beyond them is seen. */
static uint8_t *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    size_t capacity = FIRST_SIZE;
    uint8_t *bytes = malloc(capacity);
    size_t count = 0;
    *size = 0;
    if (file == NULL || bytes == NULL)
        give_up(path);
    while ((count = fread(bytes + *size, 1, capacity - *size, file)) > 0) {
        *size += count;
        capacity = *size * 2 + FIRST_SIZE;
        if ((bytes = realloc(bytes, capacity)) == NULL)
            give_up(path);
    }
    (void)fclose(file);
    if ((bytes = realloc(bytes, *size > 0 ? *size : 1)) == NULL)
        give_up(path);
    return bytes;
}

static bool passes(const char *path)
{
    int status = 0;
    (void)fflush(stdout);
    pid_t child = fork();
    if (child < 0)
        give_up(path);
    if (child == 0) {
        size_t size = 0;
        uint8_t *bytes = read_file(path, &size);
        alarm(SECONDS_LIMIT);
        LLVMFuzzerTestOneInput(bytes, size);
        free(bytes);
        exit(0);
    }
    if (waitpid(child, &status, 0) < 0)
        give_up(path);
    if (status != 0)
        printf("%s: failed, wait status %d\n", path, status);
    return status == 0;
}

static void replay_folder(const char *folder, size_t *passed, size_t *failed)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, alphasort);
    if (count < 0)
        give_up(folder);
    for (int i = 0; i < count; i++) {
        char path[PATH_SIZE];
        if (entries[i]->d_name[0] != '.') {
            (void)snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
            *(passes(path) ? passed : failed) += 1;
        }
        free(entries[i]);
    }
    free(entries);
}

int main(int count, char **arguments)
{
    size_t passed = 0;
    size_t failed = 0;
    for (int i = 1; i < count; i++)
        replay_folder(arguments[i], &passed, &failed);
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed > 0;
}

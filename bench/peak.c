/*
 * Runs one command and prints what it took: wall clock time in µs, processor time in µs, and peak
 * memory (resident set) in KiB. What the command prints goes to /dev/null.
 *
 * A process begins with the memory of the one that forked it, so that figures below that of this
 * small program (about 1 MiB) could not be seen.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000LL + time.tv_nsec / 1000;
}

static long long microseconds(struct timeval time)
{
    return time.tv_sec * 1000000LL + time.tv_usec;
}

static _Noreturn void become(char **command)
{
    int null = open("/dev/null", O_WRONLY);
    if (null >= 0 && dup2(null, STDOUT_FILENO) >= 0)
        execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: peak COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    long long begun = now();
    pid_t child = fork();
    if (child == 0)
        become(argv + 1);
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("peak");
        return 3;
    }
    long long wall = now() - begun;
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%lld %lld %ld\n", wall, microseconds(usage.ru_utime) + microseconds(usage.ru_stime),
           usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

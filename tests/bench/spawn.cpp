// SPDX-License-Identifier: MIT
// spawn ROUNDS < COMMANDS: runs every command (a line of words between tabs; the first is the program, with its folder)
// once a round, in turn, and prints `command nanoseconds processor-nanoseconds kilobytes
// status` for each run. A program of its own, because
// a child of python3 would show python3's memory as its peak.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

namespace {

long long nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
}

long long of(const timeval& time) { return time.tv_sec * 1'000'000'000LL + time.tv_usec * 1'000LL; }

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> words(1);
  for (const char letter : line) {
    if (letter == '\t')
      words.emplace_back();
    else
      words.back() += letter;
  }
  return words;
}

void run(std::size_t number, std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const long long began = nanoseconds();
  const pid_t child = fork();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_RDWR);
    for (int stream = 0; stream < 3; ++stream) dup2(nowhere, stream);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  int status = 0;
  rusage used{};
  wait4(child, &status, 0, &used);
  std::printf("%zu %lld %lld %ld %d\n", number, nanoseconds() - began, of(used.ru_utime) + of(used.ru_stime),
              used.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::vector<std::string>> commands;
  for (std::string line; std::getline(std::cin, line);) commands.push_back(words_of(line));
  const int rounds = argc > 1 ? std::atoi(argv[1]) : 1;
  for (int round = 0; round < rounds; ++round)
    for (std::size_t number = 0; number < commands.size(); ++number) run(number, commands[number]);
}

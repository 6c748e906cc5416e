// SPDX-License-Identifier: MIT
// For tests/save/save.py: update-counter FILE TIMES [--wait SECONDS] [--break-lock] [--pause]
// adds one to `counter` and `mirror` of a file, TIMES times, as a recording command does: lock, read, edit, verify,
// save.
// --pause writes "read" and waits for a line of standard input between reading and saving.
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "libthrive/findings/say.hpp"
#include "libthrive/system/replace.hpp"
#include "libthrive/yaml/edit.hpp"

using namespace thrive;

namespace {

struct Options {
  std::string file;
  int times = 1;
  bool pause = false;
  system::LockOptions lock;
};

Options read_options(int count, char** arguments) {
  Options options{arguments[1], std::atoi(arguments[2]), false, {}};
  for (int at = 3; at < count; ++at) {
    const std::string_view option = arguments[at];
    if (option == "--pause") options.pause = true;
    if (option == "--break-lock") options.lock.break_stale = true;
    if (option == "--wait" && at + 1 < count) options.lock.wait_seconds = std::atof(arguments[++at]);
  }
  return options;
}

bool update(const Options& options, text::Diagnostics& problems) {
  const auto lock = system::FileLock::acquire(options.file, options.lock, problems);
  if (!lock) return false;
  system::FileState state;
  auto source = system::read_file(options.file, problems, &state);
  if (!source) return false;
  const auto document = yaml::parse(*source, problems);
  if (!document) return false;
  if (options.pause) {
    std::puts("read");
    std::fflush(stdout);
    std::getchar();
  }
  const std::string_view before = document->node(document->find({"counter"})).value;
  std::int64_t number = 0;
  std::from_chars(before.data(), before.data() + before.size(), number);
  const text::Value next(number + 1);
  yaml::Refusal refusal;
  const auto edited = yaml::apply(*document,
                                  {{yaml::Edit::Action::set, {"counter"}, {}, next, yaml::Layout::block},
                                   {yaml::Edit::Action::set, {"mirror"}, {}, next, yaml::Layout::block}},
                                  refusal);
  if (!edited) {
    problems.error("edit-refused", refusal.place, refusal.message, refusal.hint);
    return false;
  }
  return system::replace_file(*lock, *source, state, edited->bytes, problems);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const Options options = read_options(count, arguments);
  for (int round = 0; round < options.times; ++round) {
    text::Diagnostics problems;
    const bool done = update(options, problems);
    for (const text::Diagnostic& problem : findings::in_words(problems).in_file_order())
      std::fprintf(stderr, "%s\n", text::format(problem).c_str());
    if (!done) return 2;
  }
  return 0;
}

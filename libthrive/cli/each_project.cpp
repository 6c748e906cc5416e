// SPDX-License-Identifier: MIT
#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "libthrive/cli/session.hpp"

namespace thrive::cli {

namespace {

/// Does `work` for every position below `count`, on all processors. The first exception is thrown again at the end.
void on_all_processors(std::size_t count, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next{0};
  std::exception_ptr thrown;
  std::mutex lock;
  const auto help = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard<std::mutex> held(lock);
      if (!thrown) thrown = std::current_exception();
    }
  };
  const std::size_t processors = std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
  std::vector<std::thread> helpers;
  for (std::size_t i = 1; i < std::min(processors, count); ++i) helpers.emplace_back(help);
  help();
  for (std::thread& helper : helpers) helper.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace

void Session::each_project(const std::function<void(std::size_t, const project::Project&, text::Diagnostics&)>& look) {
  const std::vector<std::string>& all = paths();
  if (std::count(all.begin(), all.end(), "-") > 1) throw LateUsageError("standard input ('-') can be read only once");
  std::vector<text::Diagnostics> found(all.size());
  on_all_processors(all.size(), [&](std::size_t position) {
    const auto opened = project::open(all[position], found[position]);
    if (opened) look(position, *opened, found[position]);
  });
  for (text::Diagnostics& each : found) problems().append(std::move(each));
}

}  // namespace thrive::cli

// SPDX-License-Identifier: MIT
#include "libthrive/system/processors.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace thrive::system {

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
  for (std::size_t i = 1; i < std::min(processors, count); ++i) {
    try {
      helpers.emplace_back(help);
    } catch (const std::system_error&) {
      break;  // the system allows no more threads: those that are there do the work, and this one at least
    }
  }
  help();
  for (std::thread& helper : helpers) helper.join();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace thrive::system

// SPDX-License-Identifier: MIT
#include "libthrive/system/cleanup.hpp"

#include <unistd.h>

#include <array>
#include <climits>
#include <csignal>
#include <cstring>
#include <mutex>

namespace thrive::system {

namespace {

// Only what a signal handler may touch: fixed memory and flags that change in one step.
struct Slot {
  volatile std::sig_atomic_t used = 0;
  std::array<char, PATH_MAX> path{};
};
constexpr int slot_count = 64;
std::array<Slot, slot_count> slots;
std::mutex slots_mutex;
constexpr std::array<int, 3> handled_signals = {SIGINT, SIGTERM, SIGHUP};

extern "C" void remove_files_and_die(int signal) {
  for (Slot& slot : slots)
    if (slot.used != 0) ::unlink(slot.path.data());
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

/// A signal that somebody ignores (nohup) or handles stays theirs.
void install_handlers() {
  struct sigaction action {};
  action.sa_handler = remove_files_and_die;
  sigemptyset(&action.sa_mask);
  for (const int signal : handled_signals) sigaddset(&action.sa_mask, signal);
  for (const int signal : handled_signals) {
    struct sigaction present {};
    if (sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_DFL) sigaction(signal, &action, nullptr);
  }
  // Beyond a file size limit the write is to fail with a message instead of killing the process.
  struct sigaction present {};
  if (sigaction(SIGXFSZ, nullptr, &present) == 0 && present.sa_handler == SIG_DFL) std::signal(SIGXFSZ, SIG_IGN);
}

}  // namespace

struct SignalsHeld::Mask {
  sigset_t signals;
};

SignalsHeld::SignalsHeld() : before_(new Mask) {
  sigset_t held;
  sigemptyset(&held);
  for (const int signal : handled_signals) sigaddset(&held, signal);
  pthread_sigmask(SIG_BLOCK, &held, &before_->signals);
}

SignalsHeld::~SignalsHeld() {
  pthread_sigmask(SIG_SETMASK, &before_->signals, nullptr);
  delete before_;
}

int register_for_removal(const std::string& path) {
  static std::once_flag installed;
  std::call_once(installed, install_handlers);
  if (path.size() >= PATH_MAX) return -1;
  const std::lock_guard guard(slots_mutex);
  for (int index = 0; index < slot_count; ++index) {
    Slot& slot = slots[static_cast<std::size_t>(index)];
    if (slot.used != 0) continue;
    std::memcpy(slot.path.data(), path.c_str(), path.size() + 1);
    slot.used = 1;
    return index;
  }
  return -1;
}

void forget(int slot) {
  if (slot < 0) return;
  const std::lock_guard guard(slots_mutex);
  slots[static_cast<std::size_t>(slot)].used = 0;
}

}  // namespace thrive::system

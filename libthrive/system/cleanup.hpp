// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace thrive::system {

/// Holds back SIGINT, SIGTERM and SIGHUP while it lives, so that making a file and registering it are one step.
class SignalsHeld {
 public:
  SignalsHeld();
  ~SignalsHeld();
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  struct Mask;
  Mask* before_;
};

/// A file that must not outlive the process (a lock, a half-written copy): removed by `remove`, or by the handler of
/// SIGINT, SIGTERM and SIGHUP, which then lets the signal do what it always does. Returns a slot; -1 when all are
/// taken, and then only `remove` removes it.
int register_for_removal(const std::string& path);
/// Forgets a registered file without removing it.
void forget(int slot);

}  // namespace thrive::system

// SPDX-License-Identifier: MIT
#include "libthrive/versions/text_merge.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "libthrive/system/cleanup.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

/// Files that are gone when this is.
class Scratch {
 public:
  Scratch() = default;
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      std::error_code failed;
      fs::remove(paths_[i], failed);
      system::forget(slots_[i]);
    }
  }

  /// The name of a new file that holds these bytes; empty when it cannot be written.
  std::string hold(std::string_view bytes) {
    std::error_code failed;
    const fs::path folder = fs::temp_directory_path(failed);
    if (failed) return {};
    for (int number = 0; number < 10'000; ++number) {
      const std::string path = (folder / ("thrive-merge-" + std::to_string(number))).string();
      const system::SignalsHeld held;
      const int error = system::write_new(path, bytes);
      if (error == EEXIST) continue;
      if (error != 0) return {};
      paths_.push_back(path);
      slots_.push_back(system::register_for_removal(path));
      return path;
    }
    return {};
  }

 private:
  std::vector<std::string> paths_;
  std::vector<int> slots_;
};

}  // namespace

std::string whole_between_markers(const Texts& texts, const Markers& markers) {
  return between_markers(markers, texts.ours, texts.base, texts.theirs);
}

TextMerge merge_lines(const Texts& texts, const Markers& markers) {
  constexpr int most_conflicts = 127;  // what git reports at most; above that it failed
  Scratch scratch;
  const std::string ours = scratch.hold(texts.ours), base = scratch.hold(texts.base),
                    theirs = scratch.hold(texts.theirs);
  if (!ours.empty() && !base.empty() && !theirs.empty()) {
    const auto ran =
        system::run_program("git",
                            {"merge-file", "-p", "--diff3", "--marker-size=" + std::to_string(markers.size), "-L",
                             markers.ours, "-L", markers.base, "-L", markers.theirs, ours, base, theirs},
                            3 * system::most_bytes);
    if (ran && ran->status <= most_conflicts)
      return {ran->status == 0 ? TextMerge::How::clean : TextMerge::How::conflicts, ran->said};
  }
  return {TextMerge::How::no_git, whole_between_markers(texts, markers)};
}

}  // namespace thrive::versions

// SPDX-License-Identifier: MIT
#include "libthrive/versions/text_merge.hpp"

#include <filesystem>

#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

/// A folder with a few files, gone when this is.
class Scratch {
 public:
  Scratch() : folder_(system::make_private_folder()) {}
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() {
    std::error_code failed;
    if (!folder_.empty()) fs::remove_all(folder_, failed);
  }

  /// The path of a new file that holds these bytes; empty when it cannot be written.
  std::string hold(const char* name, std::string_view bytes) const {
    const std::string path = folder_ + '/' + name;
    return folder_.empty() || system::write_new(path, bytes) != 0 ? std::string() : path;
  }

 private:
  std::string folder_;
};

}  // namespace

std::string whole_between_markers(const Texts& texts, const Markers& markers) {
  return between_markers(markers, texts.ours, texts.base, texts.theirs);
}

TextMerge merge_lines(const Texts& texts, const Markers& markers) {
  constexpr int most_conflicts = 127;  // what git reports at most; above that it failed
  const Scratch scratch;
  const std::string ours = scratch.hold("ours", texts.ours), base = scratch.hold("base", texts.base),
                    theirs = scratch.hold("theirs", texts.theirs);
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

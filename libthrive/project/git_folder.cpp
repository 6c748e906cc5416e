// SPDX-License-Identifier: MIT
#include "libthrive/project/git_folder.hpp"

#include <string_view>

#include "libthrive/system/files.hpp"
#include "libthrive/text/blanks.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

std::string only_line_of(const fs::path& file) {
  const auto bytes = system::read_bytes(file.string());
  return bytes ? std::string(text::trimmed(*bytes)) : std::string();
}

/// What stands behind a key at the beginning of a line; empty when it does not begin so.
std::string behind(std::string_view key, const std::string& line) {
  return line.starts_with(key) ? std::string(text::trimmed(std::string_view(line).substr(key.size()))) : std::string();
}

}  // namespace

std::optional<GitFolder> git_folder(const std::string& folder) {
  std::error_code failed;
  GitFolder found;
  found.top = fs::weakly_canonical(folder, failed);
  while (!failed && !fs::exists(found.top / ".git", failed)) {
    if (found.top == found.top.parent_path()) return std::nullopt;
    found.top = found.top.parent_path();
  }
  if (failed) return std::nullopt;
  found.own = found.top / ".git";
  if (!fs::is_directory(found.own, failed)) {
    const std::string elsewhere = behind("gitdir:", only_line_of(found.own));
    if (elsewhere.empty()) return std::nullopt;
    found.own = found.top / elsewhere;
  }
  const std::string common = only_line_of(found.own / "commondir");
  found.common = common.empty() ? found.own : found.own / common;
  return found;
}

std::string GitFolder::head() const {
  const std::string head = only_line_of(own / "HEAD");
  const std::string branch = behind("ref:", head);
  if (branch.empty()) return head;
  const std::string commit = only_line_of(common / branch);
  if (!commit.empty()) return commit;
  const auto packed = system::read_bytes((common / "packed-refs").string());
  const std::size_t at = packed ? packed->find(" " + branch + "\n") : std::string::npos;
  if (at == std::string::npos) return {};
  const std::size_t begin = at == 0 ? 0 : packed->rfind('\n', at - 1) + 1;
  return packed->substr(begin, at - begin);
}

std::string GitFolder::head_before() const {
  const std::string record = only_line_of(own / "logs" / "HEAD");
  const std::size_t begin = record.rfind('\n') + 1;
  return record.substr(begin, record.find(' ', begin) - begin);
}

}  // namespace thrive::project

// SPDX-License-Identifier: MIT
#include "libthrive/project/saving/journal.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "libthrive/records/scalars.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view journal_name = ".thrive-save";
constexpr std::string_view head =
    "# Several files are being saved together. If nobody is at work, the next command that records ends it.\n";

std::string journal_of(const std::string& folder) { return (fs::path(folder) / journal_name).string(); }

/// True for `.NAME.XXXXXX` beside NAME, as a temporary file is called.
bool is_temporary_of(const std::string& temporary, const std::string& target) {
  const fs::path from(temporary), to(target);
  const std::string name = from.filename().string(), beginning = "." + to.filename().string() + ".";
  return from.parent_path() == to.parent_path() && name.size() == beginning.size() + 6 && name.starts_with(beginning);
}

/// One line: the temporary file, a tab, the file.
bool read_line(std::string_view line, PendingFile& file) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return false;
  file.temporary = line.substr(0, tab);
  file.target = line.substr(tab + 1);
  return records::stays_inside(file.target) && records::stays_inside(file.temporary) &&
         is_temporary_of(file.temporary, file.target);
}

}  // namespace

std::vector<PendingFile> pending_files(const std::string& folder) {
  const auto bytes = system::read_bytes(journal_of(folder));
  if (!bytes || !bytes->starts_with(head)) return {};
  std::vector<PendingFile> files;
  std::string_view rest = std::string_view(*bytes).substr(head.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (!read_line(rest.substr(0, end), files.emplace_back())) return {};
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return files;
}

int begin_save(const std::string& folder, const std::vector<PendingFile>& files) {
  std::string bytes(head);
  for (const PendingFile& file : files) bytes += file.temporary + "\t" + file.target + "\n";
  return system::write_through(journal_of(folder), bytes);
}

int finish_save(const std::string& folder) {
  const std::vector<PendingFile> files = pending_files(folder);
  for (const PendingFile& file : files) {
    const std::string temporary = (fs::path(folder) / file.temporary).string();
    const std::string target = (fs::path(folder) / file.target).string();
    if (!system::exists(temporary)) continue;  // in its place already
    if (const int error = system::rename_over(temporary, target); error != 0) return error;
    system::flush_folder(fs::path(target).parent_path().string());
  }
  std::error_code failed;
  if (!files.empty()) fs::remove(journal_of(folder), failed);
  return failed.value();
}

std::string where_now(const std::string& folder, const std::string& file, const std::vector<PendingFile>& pending) {
  if (pending.empty()) return file;
  std::error_code failed;
  const fs::path top = fs::canonical(folder, failed);
  const fs::path real = fs::canonical(file, failed);
  for (const PendingFile& one : pending) {
    if (real != (top / one.target).lexically_normal()) continue;
    std::string temporary = (fs::path(folder) / one.temporary).string();
    if (system::exists(temporary)) return temporary;
  }
  return file;
}

}  // namespace thrive::project

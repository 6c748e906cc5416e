// SPDX-License-Identifier: MIT
#include "libthrive/export/folder.hpp"

#include <filesystem>
#include <system_error>

#include "libthrive/findings/say.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/replace.hpp"

namespace thrive::exports {

namespace {

namespace fs = std::filesystem;

bool may_take_export(const std::string& folder, text::Diagnostics& problems) {
  std::error_code failed;
  if (!fs::exists(folder, failed)) fs::create_directories(folder, failed);
  if (!fs::is_directory(folder, failed)) {
    const std::string why = failed ? system::reason(failed.value()) : "something else has that name";
    findings::say(problems, {"export-needs-a-folder", text::whole_file(folder), {{"reason", why}}});
    return false;
  }
  if (fs::is_empty(folder, failed) || fs::exists(fs::path(folder) / descriptor_name, failed)) return true;
  findings::say(problems, {"export-into-other-files", text::whole_file(folder), {{"file", descriptor_name}}});
  return false;
}

bool write_or_remove(const std::string& path, const std::optional<std::string>& bytes, text::Diagnostics& problems) {
  std::error_code failed;
  if (bytes) return system::write_file(path, *bytes, problems);
  fs::remove(path, failed);
  if (failed)
    findings::say(problems,
                  {"export-needs-a-folder", text::whole_file(path), {{"reason", system::reason(failed.value())}}});
  return !failed;
}

}  // namespace

bool write_to(const std::string& folder, const std::vector<ExportedFile>& files, text::Diagnostics& problems) {
  if (!may_take_export(folder, problems)) return false;
  for (const ExportedFile& file : files)
    if (!write_or_remove(folder + "/" + file.name, file.bytes, problems)) return false;
  return true;
}

}  // namespace thrive::exports

// SPDX-License-Identifier: MIT
#include "libthrive/data/data_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "libthrive/data/embedded.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/system/processes.hpp"

namespace thrive::data {

namespace {

namespace fs = std::filesystem;

/// Folders whose files go before the built-in ones, the first one first.
const std::vector<fs::path>& replacement_folders() {
  static const std::vector<fs::path> folders = [] {
    std::vector<fs::path> found;
    if (const char* named = std::getenv("THRIVE_DATA"); named != nullptr && *named != '\0') found.emplace_back(named);
    std::error_code failed;
    if (const fs::path programs = system::own_folder(); !programs.empty()) {
      const fs::path installed = programs.parent_path() / "share" / "thrive";
      if (fs::is_directory(installed, failed)) found.push_back(installed);
    }
    return found;
  }();
  return folders;
}

}  // namespace

std::optional<text::Source> replaced_data_file(std::string_view name) {
  for (const fs::path& folder : replacement_folders()) {
    const std::string path = (folder / name).string();
    if (auto bytes = system::read_bytes(path)) return text::Source(path, std::move(*bytes));
  }
  return std::nullopt;
}

text::Source data_file(std::string_view name) {
  if (auto replaced = replaced_data_file(name)) return std::move(*replaced);
  return text::Source("built-in " + std::string(name), std::string(file(name)));
}

std::vector<std::string> data_file_names(std::string_view folder) {
  std::vector<std::string> names;
  for (const std::string_view name : data::names())
    if (name.starts_with(folder)) names.emplace_back(name);
  for (const fs::path& replacement : replacement_folders()) {
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(replacement / folder, failed))
      if (entry.path().extension() == ".yaml") names.push_back(std::string(folder) + entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<std::string> data_words(std::string_view folder) {
  constexpr std::size_t ending = std::string_view(".yaml").size();
  std::vector<std::string> words = data_file_names(folder);
  for (std::string& word : words) word = word.substr(folder.size(), word.size() - folder.size() - ending);
  return words;
}

}  // namespace thrive::data

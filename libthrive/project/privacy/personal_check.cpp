// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_check.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "libthrive/project/privacy/personal_data.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/tables/encoding.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// The name of a file in a project's folder, as messages write it.
std::string name_in(const std::string& folder, const std::string& file) {
  return folder == "." ? file : (fs::path(folder) / file).string();
}

/// The data files that lie in a folder and in its `data`, sorted.
std::set<std::string> data_files_in(const std::string& folder) {
  std::set<std::string> files;
  std::error_code failed;
  for (const char* below : {"", "data"})
    for (fs::directory_iterator entry(fs::path(folder) / below, failed), end; !failed && entry != end;
         entry.increment(failed))
      if (entry->path().extension() == ".csv")
        files.insert(name_in(folder, (fs::path(below) / entry->path().filename()).string()));
  return files;
}

bool is_folder(const std::string& path) {
  std::error_code failed;
  return path != "-" && fs::is_directory(path, failed);
}

/// The data files that measures name and the ones that lie beside a folder project, each once, sorted.
std::set<std::string> data_files_of(const Opened& project) {
  std::set<std::string> files;
  if (is_folder(project.path())) files = data_files_in(project.folder());
  for (const auto& [id, measure] : project.model().measures)
    if (stays_inside(measure.data)) files.insert(name_in(project.folder(), measure.data));
  return files;
}

/// Instruments that assessments name as files; one that is a file of the project too is looked through as such.
std::set<std::string> instrument_files_of(const Opened& project) {
  std::set<std::string> files;
  const Opened::Content& content = project.content();
  for (const auto& [file, instrument] : content.instrument_files) files.insert(name_in(content.folder, file));
  for (const std::string& file : content.broken_instrument_files) files.insert(name_in(content.folder, file));
  std::set<fs::path> looked_through;
  for (const yaml::Document& document : content.documents)
    looked_through.insert(fs::path(document.source().name()).lexically_normal());
  std::erase_if(files, [&looked_through](const std::string& file) {
    return looked_through.contains(fs::path(file).lexically_normal());
  });
  return files;
}

/// Values whose text is not the file's bytes: quoted text with escapes, text folded over lines. What looks like
/// personal data only there is reported at the value.
void warn_of_hidden_data(const yaml::Document& document, const Allowed& allowed, text::Diagnostics& problems) {
  for (yaml::NodeId id = 0; id < document.size(); ++id) {
    if (!document.is_unescaped(id)) continue;
    const std::string_view value = document.node(id).value;
    if (!find_personal_data(document.source().text(document.node(id).text)).empty()) continue;
    std::string words(value);
    std::replace(words.begin(), words.end(), '\n', ' ');  // a number may be broken over two lines
    const text::Source hidden("", std::move(words));
    text::Diagnostics found;
    warn_of_personal_data(hidden, allowed, found);
    for (text::Diagnostic datum : found.entries()) {
      datum.place = document.place(id);
      problems.add(std::move(datum));
    }
  }
}

void look_through(const yaml::Document& document, const Allowed& allowed, text::Diagnostics& problems) {
  warn_of_personal_data(document.source(), allowed, problems);
  warn_of_hidden_data(document, allowed, problems);
}

/// A file that is not YAML, as text; one in another encoding than UTF-8 as what it says.
void look_through_as_text(const text::Source& source, const Allowed& allowed, text::Diagnostics& problems) {
  auto decoded = text::decode(source.bytes());
  const bool was_other = decoded && !decoded->was.empty();
  warn_of_personal_data(was_other ? text::Source(source.name(), std::move(decoded->utf8)) : source, allowed, problems);
}

/// Instruments have been read before, and what is wrong with their YAML has been said.
void look_through_instruments(const std::set<std::string>& files, const Allowed& allowed, text::Diagnostics& problems) {
  for (const std::string& file : files) {
    auto bytes = system::read_bytes(file);
    if (!bytes) continue;
    const text::Source source(file, std::move(*bytes));
    text::Diagnostics said_already;
    if (const auto document = yaml::parse(source, said_already))
      look_through(*document, allowed, problems);
    else
      look_through_as_text(source, allowed, problems);
  }
}

void look_through_data(const std::string& folder, const std::set<std::string>& files, const Allowed& allowed,
                       text::Diagnostics& problems) {
  for (const std::string& file : files) {
    if (is_outside(folder, file)) continue;
    auto bytes = system::read_bytes(file);
    if (!bytes) continue;  // a missing file is reported with its measure
    const text::Source source(file, std::move(*bytes));
    warn_of_personal_data(source, allowed, problems);
    warn_of_personal_columns(source, problems);
  }
}

/// The lines of `allow:` and what is indented below it, in text that is not YAML.
std::string_view allow_lines(std::string_view text) {
  std::size_t begin = std::string_view::npos, indentation = 0;
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::size_t first = text.find_first_not_of(" \t\r", line);
    const bool is_blank = first == std::string_view::npos || first >= end;
    if (begin == std::string_view::npos) {
      if (!is_blank && text.substr(first).starts_with("allow:")) {
        begin = line;
        indentation = first - line;
      }
    } else if (!is_blank && first - line <= indentation && text[first] != '-') {
      return text.substr(begin, line - begin);
    }
    line = end + 1;
  }
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

}  // namespace

void check_personal_data(const Opened& project, text::Diagnostics& problems) {
  Allowed allowed;
  for (const model::Allowance& allowance : project.model().project.allow) allowed.add(allowance.text);
  for (const yaml::Document& document : project.content().documents) look_through(document, allowed, problems);
  look_through_instruments(instrument_files_of(project), allowed, problems);
  look_through_data(project.folder(), data_files_of(project), allowed, problems);
}

void check_personal_data_unread(const std::string& path, const Examined& examined, text::Diagnostics& problems) {
  Allowed allowed;
  for (const yaml::Document& document : examined.documents)
    if (const yaml::NodeId list = document.find({"project", "allow"}); list != yaml::no_node)
      allowed.add(document.source().text(document.node(list).text));
  for (const text::Source& source : examined.not_yaml) allowed.add(allow_lines(source.bytes()));
  for (const yaml::Document& document : examined.documents) look_through(document, allowed, problems);
  for (const text::Source& source : examined.not_yaml) look_through_as_text(source, allowed, problems);
  if (is_folder(path)) look_through_data(path, data_files_in(path), allowed, problems);
}

}  // namespace thrive::project

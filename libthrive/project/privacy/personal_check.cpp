// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_check.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/project/privacy/files_for_git.hpp"
#include "libthrive/project/privacy/personal_warnings.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/tables/encoding.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/personal/personal_data.hpp"

namespace thrive::project {

namespace {

namespace fs = std::filesystem;

/// The name of a file in a project's folder, as messages write it.
std::string name_in(const std::string& folder, const std::string& file) {
  return folder == "." ? file : (fs::path(folder) / file).string();
}

std::string plain_name(const std::string& file) { return fs::path(file).lexically_normal().generic_string(); }

/// The folder that goes into git with a PROJECT: itself, or the one that its thrive.yaml stands in; empty for text on
/// standard input, and for one file among others.
std::string folder_for_git(const std::string& path) {
  std::error_code failed;
  if (path == "-") return {};
  if (fs::is_directory(path, failed)) return path;
  if (fs::path(path).filename() != "thrive.yaml") return {};
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// A file's ending in small letters, without what programs put behind it for a copy: data.CSV.bak is a `.csv`.
std::string ending_of(const std::string& file) {
  std::string name = text::lower_case(fs::path(file).filename().string());
  bool is_copy = true;
  while (is_copy) {
    is_copy = false;
    for (const std::string_view copy : {"~", ".bak", ".orig", ".old", ".rej", ".tmp", ".copy", ".save", ".swp"})
      if (name.ends_with(copy) && name.size() > copy.size()) {
        name.erase(name.size() - copy.size());
        is_copy = true;
      }
  }
  return name.substr(std::min(name.rfind('.'), name.size()));
}

/// UTF-16 without a byte order mark: every second byte of plain text is zero.
enum class Zeros { none, even, odd, anywhere };

Zeros zeros_in(std::string_view bytes) {
  const std::string_view beginning = bytes.substr(0, 8000);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < beginning.size(); ++at) zeros[at % 2] += beginning[at] == '\0';
  if (zeros[0] + zeros[1] == 0) return Zeros::none;
  const std::size_t most = beginning.size() / 2;
  if (zeros[0] == 0 && zeros[1] * 10 >= most * 7) return Zeros::odd;
  if (zeros[1] == 0 && zeros[0] * 10 >= most * 7) return Zeros::even;
  return Zeros::anywhere;
}

/// What a file says as text, in UTF-8; nothing when it is no text, such as a picture.
std::optional<std::string> as_text(std::string bytes) {
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF")) {
    const Zeros zeros = zeros_in(bytes);
    if (zeros == Zeros::anywhere) return std::nullopt;
    if (zeros != Zeros::none) return text::utf8_from_utf16(bytes, zeros == Zeros::even);
  }
  auto decoded = text::decode(bytes);
  if (decoded && !decoded->was.empty()) return std::move(decoded->utf8);
  return bytes;
}

/// Values whose text is not the file's bytes: quoted text with escapes, text folded over lines. What looks like
/// personal data only there is reported at the value.
void warn_of_hidden_data(const yaml::Document& document, const Allowed& allowed, text::Diagnostics& problems) {
  for (yaml::NodeId id = 0; id < document.size(); ++id) {
    if (!document.is_unescaped(id)) continue;
    const std::string_view value = document.node(id).value;
    if (!text::find_personal_data(document.source().text(document.node(id).text)).empty()) continue;
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

/// Any file that is no part of the project: as YAML where it is that, else as text, and a table by its headings too.
void look_through_file(const std::string& file, const Allowed& allowed, text::Diagnostics& problems) {
  auto bytes = system::read_bytes(file);
  if (!bytes) return;  // what cannot be read is said where it is needed
  auto text = as_text(std::move(*bytes));
  if (!text) return;
  const text::Source source(file, std::move(*text));
  const std::string ending = ending_of(file);
  if (ending == ".yaml" || ending == ".yml") {
    text::Diagnostics said_elsewhere;
    if (const auto document = yaml::parse(source, said_elsewhere)) return look_through(*document, allowed, problems);
  }
  warn_of_personal_data(source, allowed, problems);
  const std::string_view first_line = std::string_view(source.bytes()).substr(0, source.bytes().find('\n'));
  const bool is_table = ending == ".csv" || ending == ".tsv" || ending == ".tab" || ending == ".psv" ||
                        (ending == ".txt" && first_line.find('\t') != std::string_view::npos);
  if (is_table) warn_of_personal_columns(source, problems);
}

/// Looks through the files that would get into git with a project, and others that it names, each once.
class Search {
 public:
  Search(const Allowed& allowed, text::Diagnostics& problems) : allowed_(allowed), problems_(problems) {}

  /// A file of the project itself, which has been looked through.
  void leave_out(const std::string& file) { seen_.insert(plain_name(file)); }

  void look_through_folder(const std::string& folder) {
    const FilesForGit found = files_for_git(folder);
    for (const std::string& entry : found.entries) warn_of_personal_name(entry, allowed_, problems_);
    for (const std::string& file : found.files) look_through(file);
    if (!found.is_whole)
      findings::say(problems_, {"search-not-whole", text::whole_file(folder), {{"files", most_without_git}}});
  }

  /// A file that the project names, unless it leads outside.
  void look_through_named(const std::string& folder, const std::string& file) {
    if (stays_inside(file) && !is_outside(folder, name_in(folder, file))) look_through(name_in(folder, file));
  }

 private:
  void look_through(const std::string& file) {
    if (seen_.insert(plain_name(file)).second) look_through_file(file, allowed_, problems_);
  }

  const Allowed& allowed_;
  text::Diagnostics& problems_;
  std::set<std::string> seen_;
};

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
  const Opened::Content& content = project.content();
  Search search(allowed, problems);
  for (const yaml::Document& document : content.documents) {
    look_through(document, allowed, problems);
    search.leave_out(document.source().name());
  }
  if (!content.has_folder) return;
  if (const std::string folder = folder_for_git(project.path()); !folder.empty()) search.look_through_folder(folder);
  for (const auto& [file, instrument] : content.instrument_files) search.look_through_named(content.folder, file);
  for (const std::string& file : content.broken_instrument_files) search.look_through_named(content.folder, file);
  for (const auto& [id, measure] : project.model().measures) search.look_through_named(content.folder, measure.data);
}

void check_personal_data_unread(const std::string& path, const Examined& examined, text::Diagnostics& problems) {
  Allowed allowed;
  for (const yaml::Document& document : examined.documents)
    if (const yaml::NodeId list = document.find({"project", "allow"}); list != yaml::no_node)
      allowed.add(document.source().text(document.node(list).text));
  for (const text::Source& source : examined.not_yaml) allowed.add(allow_lines(source.bytes()));
  Search search(allowed, problems);
  for (const yaml::Document& document : examined.documents) {
    look_through(document, allowed, problems);
    search.leave_out(document.source().name());
  }
  for (const text::Source& source : examined.not_yaml) {
    const auto text = as_text(source.bytes());
    if (text) warn_of_personal_data(text::Source(source.name(), *text), allowed, problems);
    search.leave_out(source.name());
  }
  if (const std::string folder = folder_for_git(path); !folder.empty()) search.look_through_folder(folder);
}

}  // namespace thrive::project

// SPDX-License-Identifier: MIT
#include "libthrive/versions/merge.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "libthrive/project/reading/content.hpp"
#include "libthrive/versions/lines.hpp"
#include "libthrive/versions/taken.hpp"
#include "libthrive/versions/written.hpp"

namespace thrive::versions {

namespace {

using yaml::Document;

/// What is wrong with a version, without the lines it stands on.
using Errors = std::multiset<std::pair<std::string, std::string>>;

/// One file on its way.
struct File {
  const Texts& texts;
  std::optional<Document> base{};
  std::optional<Document> ours{};
  std::optional<Document> theirs{};
  std::set<yaml::Path> doubtful{};
  std::optional<Join> join{};
  std::optional<Document> made{};  // with ours where people must decide

  bool can_be_joined() const { return base && ours && theirs; }
  Three roots() const { return {root(*base), root(*ours), root(*theirs)}; }
  static At root(const Document& document) { return {&document, document.root()}; }
};

std::optional<Document> read(const std::string& name, const std::string& bytes) {
  if (has_markers(bytes)) return std::nullopt;
  text::Diagnostics problems;
  auto document = yaml::parse(text::Source(name, bytes), problems);
  const bool is_group =
      document && (document->root() == yaml::no_node || document->node(document->root()).kind != yaml::Kind::sequence);
  if (!is_group || problems.has_errors()) return std::nullopt;
  return document;
}

/// Everything that `thrive check` calls an error in the texts of a project that need no other file.
std::vector<text::Diagnostic> problems_in(const std::vector<std::pair<std::string, std::string>>& files,
                                          const Demand& demand) {
  std::vector<text::Source> sources;
  for (const auto& [name, bytes] : files) sources.emplace_back(name, bytes);
  text::Diagnostics problems;
  const project::Examined examined = project::examine_texts(std::move(sources), problems);
  if (examined.content && demand) demand(project::Opened(examined.content), problems);
  std::vector<text::Diagnostic> errors;
  for (const text::Diagnostic& problem : problems.entries())
    if (problem.severity == text::Severity::error) errors.push_back(problem);
  return errors;
}

/// Joins all files, writes them, and looks again at whatever is wrong with the result.
class Merging {
 public:
  Merging(const std::vector<Texts>& texts, const Markers& markers, const Demand& demand)
      : markers_(markers), demand_(demand) {
    for (const Texts& one : texts) {
      File& file = files_.emplace_back(File{one});
      file.base = read(one.name, one.base);
      file.ours = read(one.name, one.ours);
      file.theirs = read(one.name, one.theirs);
    }
  }

  Merged run() {
    Merged merged;
    renumber(merged);
    for (File& file : files_)
      if (file.can_be_joined()) make(file);
    constexpr int most_looks = 5;
    for (int look = 0; look < most_looks && finds_new_errors(); ++look) {
      if (!doubt_what_is_wrong() || look + 1 == most_looks) {
        give_up();
        break;
      }
    }
    for (File& file : files_) merged.files.push_back(finished(file));
    return merged;
  }

 private:
  void renumber(Merged& merged) {
    std::vector<Three> roots;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < files_.size(); ++i)
      if (files_[i].can_be_joined()) {
        roots.push_back(files_[i].roots());
        positions.push_back(i);
      }
    merged.renumbered = renumberings(meant_by_project(), roots);
    if (merged.renumbered.empty()) return;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < roots.size(); ++i)
      texts.push_back(renumbered_text(meant_by_project(), roots[i], i, merged.renumbered));
    for (std::size_t i = 0; i < roots.size(); ++i) {
      File& file = files_[positions[i]];
      if (texts[i] != file.texts.theirs) file.theirs = read(file.texts.name, texts[i]);
    }
    for (Renumbered& one : merged.renumbered) one.file = positions[one.file];
  }

  void make(File& file) const {
    file.join = join(meant_by_project(), file.roots(), file.doubtful);
    const std::string& base = file.base->source().bytes();
    const bool is_theirs = file.ours->source().bytes() == base && file.doubtful.empty();
    const bool is_ours = file.theirs->source().bytes() == base && file.doubtful.empty();
    // A version that one side left as it was: the other's bytes, comments and all.
    file.made = is_theirs ? file.theirs : is_ours ? file.ours : written(*file.ours, file.join->root);
    // A version that has nothing yet becomes the other one as it is.
    const bool was_empty = file.ours->root() == yaml::no_node;
    if (!file.made && was_empty && file.join->conflicts.empty()) file.made = *file.theirs;
  }

  using Texts_ = std::vector<std::pair<std::string, std::string>>;

  Texts_ texts_of(const std::optional<Document> File::*version) const {
    Texts_ texts;
    for (const File& file : files_)
      if (file.*version && !(file.*version)->source().bytes().empty())
        texts.emplace_back(file.texts.name, (file.*version)->source().bytes());
    return texts;
  }

  static Errors as_errors(const std::vector<text::Diagnostic>& problems) {
    Errors errors;
    for (const text::Diagnostic& problem : problems) errors.emplace(problem.code, problem.message);
    return errors;
  }

  /// Errors of the result that neither version had.
  bool finds_new_errors() {
    new_errors_.clear();
    const auto found = problems_in(texts_of(&File::made), demand_);
    if (found.empty()) return false;
    if (!known_errors_) {
      known_errors_ = as_errors(problems_in(texts_of(&File::ours), demand_));
      known_errors_->merge(as_errors(problems_in(texts_of(&File::theirs), demand_)));
    }
    Errors known = *known_errors_;
    for (const text::Diagnostic& problem : found)
      if (!known.contains({problem.code, problem.message})) new_errors_.push_back(problem);
    return !new_errors_.empty();
  }

  /// Makes conflicts of the entries that the errors are about. False when one is about nothing that was joined.
  bool doubt_what_is_wrong() {
    bool finds_all = true;
    std::set<File*> changed;
    for (const text::Diagnostic& error : new_errors_) {
      File* const file = file_of(error);
      const auto path = file == nullptr ? std::nullopt : doubtful_path(*file, error.place.from);
      if (!path || !file->doubtful.insert(*path).second)
        finds_all = false;
      else
        changed.insert(file);
    }
    for (File* file : changed) make(*file);
    return finds_all || !changed.empty();
  }

  File* file_of(const text::Diagnostic& error) {
    for (File& file : files_)
      if (file.made && file.texts.name == error.place.file) return &file;
    return nullptr;
  }

  /// The outermost entry around a place of the result that one version does not have, else the innermost that the two
  /// do not have alike; nothing when they have all of it alike.
  static std::optional<yaml::Path> doubtful_path(const File& file, text::Position place) {
    yaml::Path path;
    Meant meant = meant_by_project();
    At made = File::root(*file.made), ours = File::root(*file.ours), theirs = File::root(*file.theirs);
    std::optional<yaml::Path> innermost;
    while (has_entries(meant, made)) {
      const std::vector<Entry> entries = entries_of(meant, made);
      std::size_t inside = Slot::none;
      for (std::size_t i = 0; i < entries.size(); ++i)
        if (begin_of(entries[i]) <= place) inside = i;
      if (inside == Slot::none) break;
      const std::string name = name_of(entries[inside], inside);
      ours = entry_named(meant, ours, name);
      theirs = entry_named(meant, theirs, name);
      path.push_back(name);
      meant = entries[inside].meant;
      made = entries[inside].value;
      if (ours.is_there() != theirs.is_there()) return path;
      if (is_same(meant, ours, theirs)) break;
      innermost = path;
    }
    return innermost;
  }

  static At entry_named(const Meant& meant, At at, const std::string& name) {
    if (!has_entries(meant, at)) return {};
    const std::vector<Entry> entries = entries_of(meant, at);
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (name_of(entries[i], i) == name) return entries[i].value;
    return {};
  }

  static text::Position begin_of(const Entry& entry) {
    const yaml::NodeId node = entry.key_node == yaml::no_node ? entry.value.node : entry.key_node;
    return entry.value.document->place(node).from;
  }

  void give_up() {
    for (File& file : files_) file.made.reset();
  }

  std::optional<MergedFile> finished(const File& file) const {
    if (!file.made || !file.join) return std::nullopt;
    MergedFile result{file.made->source().bytes()};
    if (!file.join->conflicts.empty()) {
      auto text = with_markers(*file.made, *file.join, markers_);
      if (!text) return std::nullopt;
      result.bytes = std::move(*text);
    }
    result.joined = taken(File::root(*file.ours), file.join->root);
    for (const Conflict& conflict : file.join->conflicts)
      result.conflicts.push_back({yaml::format(conflict.path), value_of(conflict.meant, conflict.sides.base),
                                  value_of(conflict.meant, conflict.sides.ours),
                                  value_of(conflict.meant, conflict.sides.theirs), conflict.sides.ours.is_there(),
                                  conflict.sides.theirs.is_there()});
    return result;
  }

  const Markers& markers_;
  const Demand& demand_;
  std::vector<File> files_;
  std::optional<Errors> known_errors_;
  std::vector<text::Diagnostic> new_errors_;
};

}  // namespace

Merged merge(const std::vector<Texts>& files, const Markers& markers, const Demand& demand) {
  return Merging(files, markers, demand).run();
}

bool is_sound(const Texts& versions, const std::string& result, const Demand& demand) {
  if (!read(versions.name, result)) return false;
  Errors known;
  for (const std::string* bytes : {&versions.ours, &versions.theirs})
    for (const text::Diagnostic& problem : problems_in({{versions.name, *bytes}}, demand))
      known.emplace(problem.code, problem.message);
  const auto found = problems_in({{versions.name, result}}, demand);
  return std::all_of(found.begin(), found.end(), [&](const text::Diagnostic& problem) {
    return known.contains({problem.code, problem.message});
  });
}

bool says_thrive(std::string_view bytes) {
  for (std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < bytes.size(); at = next_line(bytes, at))
    if (bytes.substr(at).starts_with("thrive:")) return true;
  return false;
}

}  // namespace thrive::versions

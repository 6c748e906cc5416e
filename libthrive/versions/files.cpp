// SPDX-License-Identifier: MIT
#include "libthrive/versions/files.hpp"

#include <cerrno>
#include <filesystem>
#include <set>

#include "libthrive/project/renumbered.hpp"
#include "libthrive/system/files.hpp"
#include "libthrive/versions/rows.hpp"
#include "libthrive/versions/text_merge.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

/// One file in three versions, and where ours lies.
struct Trio {
  Texts texts;
  std::string file;
  bool is_data = false;
  bool is_in_base = true, is_in_ours = true, is_in_theirs = true;

  /// True when one version left the file as it was, or both made the same of it.
  bool is_settled() const {
    return texts.ours == texts.theirs || texts.base == texts.ours || texts.base == texts.theirs;
  }
};

std::optional<std::string> bytes_of(const std::string& path, text::Diagnostics& problems) {
  if (path == "/dev/null") return std::string();  // what git shows for a version that is not there
  auto bytes = system::read_bytes(path);
  if (!bytes)
    problems.error("cannot-read", text::whole_file(path), "cannot be read: " + system::reason_not_read(errno));
  return bytes;
}

/// The files of a project in a folder: its YAML, and the figures in `data`.
std::set<std::string> names_in(const std::string& folder) {
  std::set<std::string> names;
  const auto add = [&](const std::string& below, std::string_view extension) {
    std::error_code failed;
    for (fs::directory_iterator entry(fs::path(folder) / below, failed), end; !failed && entry != end;
         entry.increment(failed)) {
      const std::string name = entry->path().filename().string();
      if (entry->path().extension() == extension && !name.starts_with('.') && entry->is_regular_file(failed))
        names.insert(below.empty() ? name : below + "/" + name);
    }
  };
  add("", ".yaml");
  add("data", ".csv");
  return names;
}

/// True when a folder holds a file that says it is a project, other than the one that is asked about.
bool holds_project(const fs::path& folder, const fs::path& except) {
  std::error_code failed;
  for (fs::directory_iterator entry(folder.empty() ? fs::path(".") : folder, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const fs::path& path = entry->path();
    if (path.extension() != ".yaml" || path.filename() == except.filename()) continue;
    if (path.filename().string().starts_with('.')) continue;
    const auto bytes = system::read_bytes(path.string());
    if (bytes && says_thrive(*bytes)) return true;
  }
  return false;
}

/// Reads, joins and writes.
class MergingFiles {
 public:
  MergingFiles(const MergeRequest& request, text::Diagnostics& problems) : request_(request), problems_(problems) {}

  std::optional<MergeOutcome> run() {
    if (!read()) return std::nullopt;
    if (request_.writes_ours && !leave_markers()) return std::nullopt;
    MergeOutcome outcome;
    join(outcome);
    if (request_.writes_ours && !write(outcome)) return std::nullopt;
    if (request_.writes_ours && !request_.path.empty()) keep_renumbered(outcome);
    return outcome;
  }

 private:
  bool read() {
    std::error_code failed;
    const bool are_folders = fs::is_directory(request_.ours, failed);
    for (const std::string* other : {&request_.base, &request_.theirs})
      if (fs::is_directory(*other, failed) != are_folders) {
        problems_.error("cannot-read", text::whole_file(*other),
                        "is no " + std::string(are_folders ? "folder" : "file") + ", as '" + request_.ours + "' is",
                        "give three files or three folders");
        return false;
      }
    return are_folders ? read_folders() : read_files();
  }

  bool read_files() {
    auto base = bytes_of(request_.base, problems_), ours = bytes_of(request_.ours, problems_),
         theirs = bytes_of(request_.theirs, problems_);
    if (!base || !ours || !theirs) return false;
    const std::string name = request_.path.empty() ? request_.ours : request_.path;
    three_.push_back({{name, std::move(*base), std::move(*ours), std::move(*theirs)}, request_.ours, request_.is_data});
    return true;
  }

  bool read_folders() {
    std::set<std::string> names = names_in(request_.base);
    names.merge(names_in(request_.ours));
    names.merge(names_in(request_.theirs));
    for (const std::string& name : names) {
      Trio three{{name, {}, {}, {}}, (fs::path(request_.ours) / name).string(), name.ends_with(".csv")};
      const auto one = [&](const std::string& folder, std::string& bytes, bool& is_there) {
        const std::string path = (fs::path(folder) / name).string();
        is_there = system::exists(path);
        if (!is_there) return true;
        auto found = bytes_of(path, problems_);
        if (found) bytes = std::move(*found);
        return found.has_value();
      };
      if (!one(request_.base, three.texts.base, three.is_in_base) ||
          !one(request_.ours, three.texts.ours, three.is_in_ours) ||
          !one(request_.theirs, three.texts.theirs, three.is_in_theirs))
        return false;
      three_.push_back(std::move(three));
    }
    return true;
  }

  bool leave_markers() {
    for (const Trio& three : three_)
      if (!three.is_settled() && !put(three, whole_between_markers(three.texts, request_.markers))) {
        system::write_in_place(three.file, three.texts.ours);
        return false;
      }
    return true;
  }

  bool put(const Trio& three, const std::string& bytes) {
    const int error = three.is_in_ours || system::exists(three.file) ? system::write_in_place(three.file, bytes)
                                                                     : system::write_new(three.file, bytes);
    if (error != 0)
      problems_.error("cannot-write", text::whole_file(three.file), "cannot be written: " + system::reason(error));
    return error == 0;
  }

  bool is_of_project() const {
    for (const Trio& three : three_)
      if (!three.is_data)
        for (const std::string* bytes : {&three.texts.base, &three.texts.ours, &three.texts.theirs})
          if (says_thrive(*bytes)) return true;
    if (!request_.path.empty()) return holds_project(fs::path(request_.path).parent_path(), request_.path);
    for (const std::string* file : {&request_.base, &request_.ours, &request_.theirs})
      if (holds_project(fs::path(*file).parent_path(), *file)) return true;
    return false;
  }

  void join(MergeOutcome& outcome) {
    std::vector<Texts> texts;
    const bool is_of_project = this->is_of_project();
    for (const Trio& three : three_)
      if (!three.is_data && is_of_project) texts.push_back(three.texts);
    Merged merged = merge(texts, request_.markers, request_.demand);
    std::size_t next = 0;
    std::vector<std::size_t> positions;  // of the parts of the project among all files
    for (const Trio& three : three_) {
      const bool is_part = !three.is_data && is_of_project;
      auto by_key = is_part         ? std::move(merged.files[next++])
                    : three.is_data ? merge_rows(three.texts, request_.markers)
                                    : std::nullopt;
      if (is_part) positions.push_back(outcome.files.size());
      outcome.files.push_back(joined(three, is_part, std::move(by_key)));
    }
    // What was not joined by key has kept its ids.
    for (Renumbered& one : merged.renumbered) {
      one.file = positions[one.file];
      if (outcome.files[one.file].how == JoinedFile::How::by_key) outcome.renumbered.push_back(std::move(one));
    }
  }

  JoinedFile joined(const Trio& three, bool is_part, std::optional<MergedFile> by_key) const {
    JoinedFile file{three.texts.name, three.texts.ours};
    const bool lost_one = !three.is_in_ours || !three.is_in_theirs;
    if (three.is_in_base && lost_one && three.is_settled()) {
      file.is_removed = three.is_in_ours || three.is_in_theirs;
      return file;
    }
    if (by_key && !(three.is_in_base && lost_one)) {
      file.merged = std::move(*by_key);
      file.has_conflicts = !file.merged.conflicts.empty();
      return file;
    }
    if (three.is_settled()) {
      file.how = JoinedFile::How::by_lines;
      file.merged.bytes = three.texts.base == three.texts.ours ? three.texts.theirs : three.texts.ours;
      return file;
    }
    return by_lines(three, is_part, std::move(file));
  }

  JoinedFile by_lines(const Trio& three, bool is_part, JoinedFile file) const {
    TextMerge text = merge_lines(three.texts, request_.markers);
    file.how = JoinedFile::How::by_lines;
    file.is_without_git = text.how == TextMerge::How::no_git;
    file.has_conflicts = text.how != TextMerge::How::clean;
    const bool could_be_joined = is_part && can_be_read(three.texts);
    if (could_be_joined) file.how = JoinedFile::How::in_doubt;
    if (could_be_joined && !file.has_conflicts && !is_sound(three.texts, text.bytes, request_.demand)) {
      file.has_conflicts = true;
      text.bytes = whole_between_markers(three.texts, request_.markers);
      file.how = JoinedFile::How::whole;
    }
    if (file.is_without_git) file.how = JoinedFile::How::whole;
    file.merged.bytes = std::move(text.bytes);
    return file;
  }

  /// True for three versions without markers that are YAML.
  static bool can_be_read(const Texts& texts) {
    for (const std::string* bytes : {&texts.base, &texts.ours, &texts.theirs}) {
      text::Diagnostics problems;
      if (has_markers(*bytes) || !yaml::parse(text::Source(texts.name, *bytes), problems) || problems.has_errors())
        return false;
    }
    return true;
  }

  /// A file by itself cannot take the references of others with it: `thrive check` will ask about them.
  void keep_renumbered(const MergeOutcome& outcome) const {
    std::vector<project::RenumberedId> ids;
    for (const Renumbered& one : outcome.renumbered) ids.push_back({request_.path, one.kind, one.from, one.to});
    project::keep_renumbered(ids);
  }

  bool write(const MergeOutcome& outcome) {
    bool is_written = true;
    for (std::size_t i = 0; i < three_.size(); ++i) {
      const JoinedFile& file = outcome.files[i];
      std::error_code failed;
      if (file.is_removed)
        fs::remove(three_[i].file, failed);
      else if (file.merged.bytes != three_[i].texts.ours || !three_[i].is_settled())
        is_written = put(three_[i], file.merged.bytes) && is_written;
    }
    return is_written;
  }

  const MergeRequest& request_;
  text::Diagnostics& problems_;
  std::vector<Trio> three_;
};

}  // namespace

std::optional<MergeOutcome> merge_files(const MergeRequest& request, text::Diagnostics& problems) {
  return MergingFiles(request, problems).run();
}

}  // namespace thrive::versions

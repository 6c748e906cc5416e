// SPDX-License-Identifier: MIT
#include "libthrive/versions/version_files.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

#include "libthrive/findings/say.hpp"
#include "libthrive/system/files.hpp"

namespace thrive::versions {

namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

bool is_of_interest(const fs::path& path) { return path.extension() == ".yaml" || path.extension() == ".csv"; }

std::string inside(const std::string& folder, const std::string& name) {
  return folder.empty() || folder == "." ? name : (fs::path(folder) / name).string();
}

ReadFile reader_of(const std::string& folder) {
  return [folder](const std::string& name) { return system::read_bytes(inside(folder, name)); };
}

/// The same for a folder inside a version.
ReadFile reader_below(const ReadFile& read, const std::string& folder) {
  return [read, folder](const std::string& name) { return read(inside(folder, name)); };
}

std::vector<std::string> names_below(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, failed), end;
       !failed && entry != end; entry.increment(failed)) {
    if (is_hidden(entry->path())) {
      if (entry->is_directory(failed)) entry.disable_recursion_pending();
    } else if (is_of_interest(entry->path()) && !entry->is_directory(failed)) {
      names.push_back(entry->path().lexically_relative(folder).string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::binary_search(names.begin(), names.end(), name);
}

/// The YAML files of one folder inside the versions, in either.
struct Folder {
  std::vector<std::string> names;
  bool differs = false;
};

bool differs(const Files& a, const Files& b, const std::string& name) {
  if (has(a.names, name) != has(b.names, name)) return true;
  return a.read(name) != b.read(name);
}

std::size_t projects_in(const std::vector<yaml::Document>& documents) {
  return static_cast<std::size_t>(std::count_if(documents.begin(), documents.end(), begins_project));
}

/// Adds a pair of what the named files say in both versions.
bool add_pair(const Files& a, const Files& b, const std::string& name, const std::string& folder,
              std::vector<yaml::Document> in_a, std::vector<yaml::Document> in_b, Pairs& pairs,
              text::Diagnostics& problems) {
  Pair pair;
  const std::string id = name.ends_with(".yaml") ? fs::path(name).stem().string() : "instrument";
  auto version_a = read_version(std::move(in_a), id, problems);
  auto version_b = read_version(std::move(in_b), id, problems);
  if (!version_a || !version_b) return false;
  pair.name = name;
  pair.folder = folder;
  pair.a = std::move(*version_a);
  pair.b = std::move(*version_b);
  pair.read_a = reader_below(a.read, folder);
  pair.read_b = reader_below(b.read, folder);
  pair.are_folders = a.is_folder && b.is_folder;
  pairs.pairs.push_back(std::move(pair));
  return true;
}

std::vector<yaml::Document> take_parts(std::vector<yaml::Document>& documents, const std::string& folder,
                                       std::vector<std::string>& alone) {
  std::vector<yaml::Document> parts;
  for (yaml::Document& document : documents) {
    if (part_of(document) == Part::project)
      parts.push_back(std::move(document));
    else
      alone.push_back(inside(folder, fs::path(document.source().name()).filename().string()));
  }
  return parts;
}

/// The files of a folder that are one project together, and others with their namesakes.
bool pair_folder(const Files& a, const Files& b, const std::string& folder, const Folder& files, Pairs& pairs,
                 text::Diagnostics& problems) {
  auto in_a = documents_of(a, files.names, problems);
  auto in_b = documents_of(b, files.names, problems);
  if (!in_a || !in_b) return false;
  std::vector<std::string> alone;
  if (projects_in(*in_a) <= 1 && projects_in(*in_b) <= 1) {
    auto parts_a = take_parts(*in_a, folder, alone), parts_b = take_parts(*in_b, folder, alone);
    if ((!parts_a.empty() || !parts_b.empty()) &&
        !add_pair(a, b, folder, folder, std::move(parts_a), std::move(parts_b), pairs, problems))
      return false;
  } else {
    alone = files.names;
  }
  std::sort(alone.begin(), alone.end());
  alone.erase(std::unique(alone.begin(), alone.end()), alone.end());
  for (const std::string& name : alone) {
    if (!differs(a, b, name)) continue;
    auto one = documents_of(a, {name}, problems), other = documents_of(b, {name}, problems);
    if (!one || !other) return false;
    const auto is_other = [](const std::vector<yaml::Document>& documents) {
      return !documents.empty() && part_of(documents.front()) == Part::other;
    };
    if (is_other(*one) || is_other(*other))
      pairs.other_files.push_back(name);
    else if (!add_pair(a, b, name, folder, std::move(*one), std::move(*other), pairs, problems))
      return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<yaml::Document>> documents_of(const Files& files, const std::vector<std::string>& names,
                                                        text::Diagnostics& problems) {
  std::vector<yaml::Document> documents;
  for (const std::string& name : names) {
    if (!has(files.names, name)) continue;
    auto bytes = files.read(name);
    if (!bytes) {
      findings::say(problems, {"diff-unreadable", text::whole_file(inside(files.label, name)), {}});
      return std::nullopt;
    }
    const std::string shown = files.is_folder ? inside(files.label, name) : files.label;
    auto document = yaml::parse(text::Source(shown, std::move(*bytes)), problems);
    if (!document || problems.has_errors()) return std::nullopt;
    documents.push_back(std::move(*document));
  }
  return documents;
}

std::optional<Files> files_at(const std::string& path, text::Diagnostics& problems) {
  std::error_code failed;
  Files files;
  files.label = path;
  if (fs::is_directory(path, failed)) {
    files.is_folder = true;
    files.names = names_below(path);
    files.read = reader_of(path);
    return files;
  }
  if (path == "/dev/null") return files;
  const auto source = system::read_source(path, problems);
  if (!source) return std::nullopt;
  const std::string name = path == "-" ? path : fs::path(path).filename().string();
  const std::string folder = fs::path(path).parent_path().string();
  files.names = {name};
  const ReadFile beside = reader_of(folder);
  files.read = [name, bytes = source->bytes(), beside](const std::string& wanted) -> std::optional<std::string> {
    return wanted == name ? std::optional(std::string(bytes)) : beside(wanted);
  };
  return files;
}

std::optional<Pairs> pair_files(const Files& a, const Files& b, text::Diagnostics& problems) {
  Pairs pairs;
  auto in_a = documents_of(a, a.names, problems), in_b = documents_of(b, b.names, problems);
  if (!in_a || !in_b) return std::nullopt;
  for (const auto& documents : {std::cref(*in_a), std::cref(*in_b)}) {
    if (documents.get().empty() || part_of(documents.get().front()) != Part::other) continue;
    findings::say(problems, {"diff-no-part", text::whole_file(documents.get().front().source().name()), {}});
    return std::nullopt;
  }
  if (!add_pair(a, b, "", "", std::move(*in_a), std::move(*in_b), pairs, problems)) return std::nullopt;
  return pairs;
}

std::optional<Pairs> pair_folders(const Files& a, const Files& b, text::Diagnostics& problems) {
  Pairs pairs;
  std::vector<std::string> names;
  std::set_union(a.names.begin(), a.names.end(), b.names.begin(), b.names.end(), std::back_inserter(names));
  std::map<std::string, Folder> folders;
  for (const std::string& name : names) {
    if (name.ends_with(".csv")) {
      if (differs(a, b, name)) pairs.figure_files.push_back(name);
      continue;
    }
    Folder& folder = folders[fs::path(name).parent_path().string()];
    folder.names.push_back(name);
    folder.differs = folder.differs || differs(a, b, name);
  }
  const bool has_figures = !pairs.figure_files.empty();
  for (const auto& [folder, files] : folders) {
    // Figures belong to the project around them: it is read for their names, unit and limits.
    if ((files.differs || has_figures) && !pair_folder(a, b, folder, files, pairs, problems)) return std::nullopt;
  }
  return pairs;
}

}  // namespace thrive::versions

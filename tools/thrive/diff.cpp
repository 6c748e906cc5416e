// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "libthrive/measures/analysis.hpp"
#include "libthrive/measures/request.hpp"
#include "libthrive/measures/rule_set.hpp"
#include "libthrive/project/saving/difference.hpp"
#include "libthrive/records/shape.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/versions/attention.hpp"
#include "libthrive/versions/describe/describe_difference.hpp"
#include "libthrive/versions/figures.hpp"
#include "libthrive/versions/layout.hpp"
#include "libthrive/versions/revision.hpp"
#include "libthrive/versions/sentences.hpp"
#include "tools/thrive/commands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct DiffOptions {
  std::vector<std::string> versions;
  std::optional<std::string> since;
  std::vector<std::string> sections;
  std::string only;
  bool is_brief = false;
  bool counts_style = false;
};

/// What git hands to a program that shows differences: PATH OLD-FILE OLD-HASH OLD-MODE NEW-FILE NEW-HASH NEW-MODE, and
/// of a renamed file the new name and what git says of it.
struct FromGit {
  std::string path;
  std::string old_file;
  std::string new_file;
  std::string new_path;
};

constexpr std::size_t of_git = 7, of_git_renamed = 9;

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(',', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What of all changes was asked for.
struct Wanted {
  std::vector<std::string> sections;
  std::vector<std::string> kinds;

  bool has(const versions::Change& change) const {
    const auto is_in = [](const std::vector<std::string>& list, std::string_view word) {
      return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
    };
    // An entry with another id was changed.
    const bool is_renamed = change.kind == versions::Change::Kind::renamed;
    return is_in(sections, change.section()) && is_in(kinds, is_renamed ? "changed" : versions::kind_word(change.kind));
  }
};

/// Checks the words of --section and --only; a mistake comes back in words.
std::string read_wanted(const DiffOptions& options, Wanted& wanted) {
  const std::vector<std::string> known = records::shape_of<model::Project>().names();
  for (const std::string& section : options.sections) {
    if (std::find(known.begin(), known.end(), section) == known.end()) {
      const std::string hint = text::did_you_mean(section, known);
      return "--section '" + section + "' is no section of a project" + (hint.empty() ? hint : "; " + hint);
    }
    wanted.sections.push_back(section);
  }
  if (options.only.empty()) return {};
  for (const std::string& kind : split_at_commas(options.only)) {
    if (kind != "added" && kind != "removed" && kind != "changed")
      return "--only takes added, removed and changed, with commas between, not '" + kind + "'";
    wanted.kinds.push_back(kind);
  }
  return {};
}

/// The standard deviation that the chart of a measure works with.
versions::SigmaOf sigma_by_chart(cli::Session& session) {
  return [&session](const model::Measure& measure, const model::Series& series) -> std::optional<double> {
    const measures::Request as_the_measure_says;
    const std::string file = "rules/" + measures::rule_set_name(as_the_measure_says, measure) + ".yaml";
    const auto tree = session.data(file);
    text::Diagnostics unusable;
    const auto rules = tree ? measures::read_rule_set(*tree, file, unusable) : std::nullopt;
    const auto settings = rules ? measures::settings_for(as_the_measure_says, measure, *rules, unusable) : std::nullopt;
    if (!settings) return std::nullopt;
    const measures::Analysis analysis = measures::analyse(series, *settings);
    return analysis.segments.empty() ? std::nullopt : analysis.segments.back().sigma;
  };
}

text::SmallNumbers stricter(const model::Project& a, const model::Project& b) {
  return {std::max(model::small_numbers(a.project).under, model::small_numbers(b.project).under)};
}

/// Everything that differs in a pair, with its sentences.
versions::Differences compare_pair(const versions::Pair& pair, const versions::SigmaOf& sigma_of, text::Date today,
                                   versions::Pairs& pairs) {
  versions::Differences told{pair.name, versions::differences(pair.a.model, pair.b.model)};
  std::vector<versions::Change> figures =
      versions::figure_changes(pair, sigma_of, pairs.figure_files, pairs.other_files);
  const auto behind = std::find_if(told.changes.rbegin(), told.changes.rend(), [](const versions::Change& change) {
    const std::vector<std::string> names = records::shape_of<model::Project>().names();
    const auto place = [&](const std::string& name) { return std::find(names.begin(), names.end(), name); };
    return place(change.section()) <= place("measures");
  });
  told.changes.insert(behind.base(), std::make_move_iterator(figures.begin()), std::make_move_iterator(figures.end()));
  versions::join_steps(told.changes);
  versions::mark_attention(told.changes, pair, today);
  const versions::Telling telling{&pair.a.model, &pair.b.model, stricter(pair.a.model, pair.b.model)};
  for (versions::Change& change : told.changes) change.sentence = versions::sentence_of(change, telling);
  return told;
}

/// Compares all pairs, and the files of figures that no project among them names.
versions::Told compare_all(versions::Pairs& pairs, const versions::Files& a, const versions::Files& b,
                           const DiffOptions& options, const Wanted& wanted, cli::Session& session) {
  versions::Told told;
  told.a = a.label;
  told.b = b.label;
  told.is_brief = options.is_brief;
  const versions::SigmaOf sigma_of = sigma_by_chart(session);
  std::size_t layout = 0;
  for (const versions::Pair& pair : pairs.pairs) {
    told.projects.push_back(compare_pair(pair, sigma_of, session.today(), pairs));
    if (const auto& said = pair.b.model.project.classification; said && told.classification.empty())
      told.classification = *said;
    if (options.counts_style) layout += versions::lines_of_layout(pair.a.documents, pair.b.documents);
  }
  if (options.counts_style) told.lines_of_layout = layout;
  if (wanted.sections.empty() && wanted.kinds.empty()) told.other_files = pairs.other_files;
  versions::Differences of_files;
  for (const std::string& name : pairs.figure_files) {
    auto changes = versions::file_changes(a, b, name, sigma_of);
    if (changes)
      std::move(changes->begin(), changes->end(), std::back_inserter(of_files.changes));
    else if (wanted.sections.empty() && wanted.kinds.empty())
      told.other_files.push_back(name);
  }
  if (!of_files.changes.empty()) told.projects.push_back(std::move(of_files));
  for (versions::Differences& project : told.projects)
    project.changes.erase(std::remove_if(project.changes.begin(), project.changes.end(),
                                         [&](const versions::Change& change) { return !wanted.has(change); }),
                          project.changes.end());
  if (told.projects.size() == 1) told.projects.front().name.clear();
  if (!wanted.sections.empty()) told.narrowed.push_back("in " + text::join_in_words(wanted.sections));
  if (!wanted.kinds.empty()) told.narrowed.push_back("what was " + text::join_in_words(wanted.kinds));
  return told;
}

/// `is_one_of_many`: git shows one file after the other, so a blank line goes behind each.
void write_told(const versions::Told& told, bool is_one_of_many, cli::Session& session) {
  cli::Result result;
  result.document = [&told] { return versions::describe_difference(told); };
  if (is_one_of_many) result.text = [&told] { return report::to_text(versions::describe_difference(told)) + '\n'; };
  result.json = [&told] { return versions::difference_contract(told); };
  session.write(result);
}

bool is_figures(const versions::Files& files) {
  return files.names.size() == 1 && files.names.front().ends_with(".csv");
}

/// Two versions of whatever kind. Nothing, with problems added, where they cannot be compared.
std::optional<versions::Pairs> pairs_of(const versions::Files& a, const versions::Files& b,
                                        text::Diagnostics& problems) {
  if (a.is_folder && b.is_folder) return versions::pair_folders(a, b, problems);
  if (!is_figures(a) && !is_figures(b)) return versions::pair_files(a, b, problems);
  return versions::Pairs{};
}

/// A file of figures under one name in both versions.
versions::Files under_name(const versions::Files& files, const std::string& name) {
  versions::Files renamed = files;
  if (files.names.empty()) return renamed;
  renamed.names = {name};
  renamed.read = [read = files.read, own = files.names.front()](const std::string&) { return read(own); };
  return renamed;
}

Exit compare_versions(versions::Files a, versions::Files b, const DiffOptions& options, const Wanted& wanted,
                      cli::Session& session) {
  if (a.is_folder != b.is_folder)
    return session.usage_error("'" + a.label + "' and '" + b.label + "' must be two files or two folders");
  auto pairs = pairs_of(a, b, session.problems());
  if (!pairs) return Exit::trouble;
  if (!a.is_folder && (is_figures(a) || is_figures(b))) {
    const std::string name = (b.names.empty() ? a : b).names.front();
    a = under_name(a, name);
    b = under_name(b, name);
    if (a.names.empty() || b.names.empty() || a.read(name) != b.read(name)) pairs->figure_files = {name};
  }
  const versions::Told told = compare_all(*pairs, a, b, options, wanted, session);
  if (session.problems().has_errors()) return Exit::trouble;
  write_told(told, false, session);
  return told.has_difference() ? Exit::findings : Exit::ok;
}

Exit compare_since(const DiffOptions& options, const Wanted& wanted, cli::Session& session) {
  if (options.versions.size() > 1) return session.usage_error("--since takes one PROJECT, or the one around you");
  std::string project;
  if (!options.versions.empty()) {
    project = options.versions.front();
  } else if (const auto found = project::find()) {
    project = *found;
  } else {
    return session.usage_error("there is no project here; name a PROJECT");
  }
  if (project == "-") return session.usage_error("standard input has no revisions; name a PROJECT");
  auto now = versions::files_now(project, session.problems());
  if (!now) return Exit::trouble;
  auto then = versions::files_at_revision(project, *options.since, session.problems());
  return then ? compare_versions(std::move(*then), std::move(*now), options, wanted, session) : Exit::trouble;
}

/// One file as git hands it over: a copy, or the file itself, of which only the bytes count.
std::optional<versions::Files> file_of_git(const std::string& file, const std::string& path,
                                           text::Diagnostics& problems) {
  auto files = versions::files_at(file, problems);
  if (!files) return std::nullopt;
  const std::string name = std::filesystem::path(path).filename().string();
  if (files->names.empty()) {
    files->read = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
    return files;
  }
  files->read = [read = files->read, own = files->names.front(),
                 name](const std::string& wanted) -> std::optional<std::string> {
    return wanted == name ? read(own) : std::nullopt;
  };
  files->names = {name};
  files->label = path;
  return files;
}

std::string bytes_of(const versions::Files& files) {
  return files.names.empty() ? std::string() : files.read(files.names.front()).value_or(std::string());
}

/// What cannot be compared by meaning is shown line by line, so that git diff shows every file.
void write_lines(const FromGit& git, const versions::Files& a, const versions::Files& b, cli::Session& session) {
  cli::Result result;
  const std::string lines = project::unified_difference(git.path, bytes_of(a), bytes_of(b));
  const auto document = [&] {
    report::Document shown;
    shown.title = git.path;
    shown.paragraph("Not a part of a project, or not one that can be read: line by line.");
    return shown.verbatim(lines);
  };
  result.document = document;
  result.text = [&] { return report::to_text(document()) + '\n'; };
  result.json = [&] {
    versions::Told told;
    told.a = told.b = git.path;
    told.other_files = {git.path};
    return versions::difference_contract(told);
  };
  session.write(result);
}

/// git stops at any status but 0, with the other files not shown.
Exit answer_git(const FromGit& git, const DiffOptions& options, const Wanted& wanted, cli::Session& session) {
  text::Diagnostics problems;
  const auto a = file_of_git(git.old_file, git.path, problems);
  const auto b = file_of_git(git.new_file, git.path, problems);
  if (!a || !b) {
    session.problems().append(std::move(problems));
    return Exit::trouble;
  }
  const bool are_figures = git.path.ends_with(".csv");
  auto pairs = are_figures ? std::optional<versions::Pairs>(versions::Pairs{}) : versions::pair_files(*a, *b, problems);
  if (!pairs) {
    write_lines(git, *a, *b, session);
    return Exit::ok;
  }
  if (are_figures) pairs->figure_files = {b->names.empty() ? a->names.front() : b->names.front()};
  versions::Told told = compare_all(*pairs, *a, *b, options, wanted, session);
  if (are_figures && !told.other_files.empty()) {
    write_lines(git, *a, *b, session);
    return Exit::ok;
  }
  told.a = git.old_file == "/dev/null" ? git.old_file : git.path;
  told.b = git.new_file == "/dev/null" ? git.new_file : git.new_path.empty() ? git.path : git.new_path;
  told.title = git.new_path.empty() ? git.path : git.path + " is now " + git.new_path;
  write_told(told, true, session);
  return Exit::ok;
}

/// git names the path alone where it is not merged yet.
Exit answer_unmerged(const std::string& path, cli::Session& session) {
  cli::Result result;
  const auto document = [&] {
    report::Document shown;
    shown.title = path;
    return shown.paragraph("Not merged yet: there is no one version to compare with.");
  };
  result.document = document;
  result.text = [&] { return report::to_text(document()) + '\n'; };
  result.json = [&] {
    versions::Told told;
    told.a = told.b = path;
    return versions::difference_contract(told);
  };
  session.write(result);
  return Exit::ok;
}

bool is_asked_by_git() { return std::getenv("GIT_DIFF_PATH_TOTAL") != nullptr; }

Exit run_diff(const DiffOptions& options, cli::Session& session) {
  Wanted wanted;
  if (std::string mistake = read_wanted(options, wanted); !mistake.empty()) return session.usage_error(mistake);
  const std::vector<std::string>& given = options.versions;
  if (options.since) return compare_since(options, wanted, session);
  if (given.size() == of_git || given.size() == of_git_renamed)
    return answer_git({given[0], given[1], given[4], given.size() == of_git ? std::string() : given[7]}, options,
                      wanted, session);
  if (given.size() == 1 && is_asked_by_git()) return answer_unmerged(given[0], session);
  if (given.size() != 2) return session.usage_error("name two versions, or --since REV and a PROJECT");
  auto a = versions::files_at(given[0], session.problems());
  auto b = versions::files_at(given[1], session.problems());
  if (!a || !b) return Exit::trouble;
  return compare_versions(std::move(*a), std::move(*b), options, wanted, session);
}

}  // namespace

void declare_diff(cli::Command& command) {
  const auto options = std::make_shared<DiffOptions>();
  command
      .takes("VERSION", options->versions,
             "two files or two folders, the older first; with --since one PROJECT, or the one around you; or what git "
             "hands to a program that shows differences",
             false)
      .option("--since", "REV", options->since, "compare with the project as git has it at a revision")
      .option("--section", "NAME", options->sections, "only this section, such as gaps; may be given several times")
      .option("--only", "KINDS", options->only, "only what was added, removed or changed; several with commas")
      .flag("--brief", options->is_brief, "how many changes each section has, and not which")
      .flag("--style", options->counts_style, "count the lines that differ in layout alone, too")
      .writes({Format::text, Format::markdown, Format::html, Format::json})
      .dated()
      .example("thrive diff old.yaml thrive.yaml", "what changed between two files")
      .example("thrive diff --since HEAD --section gaps", "what changed in the gap sheets since the last commit")
      .run([options](cli::Session& session) { return run_diff(*options, session); });
}

// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/project/saving/difference.hpp"
#include "libthrive/text/personal/personal_data.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/versions/words.hpp"
#include "tools/thrive/commands.hpp"
#include "tools/thrive/demands.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct MergeOptions {
  std::vector<std::string> versions;
  bool writes_ours = false;
  bool is_data = false;
  int marker_size = 7;
  std::string path;
  std::string ours_name = "ours";
  std::string theirs_name = "theirs";
};

versions::MergeRequest request_of(const MergeOptions& options, const project::Demands& demands,
                                  const cli::Session& session) {
  versions::MergeRequest request;
  request.base = options.versions[0];
  request.ours = options.versions[1];
  request.theirs = options.versions[2];
  request.path = options.path;
  request.is_data = options.is_data;
  request.writes_ours = options.writes_ours;
  request.markers.size = options.marker_size;
  request.markers.ours = options.ours_name;
  request.markers.theirs = options.theirs_name;
  request.demand = [today = session.today(), &demands](const project::Opened& project, text::Diagnostics& problems) {
    if (demands.of_project) demands.of_project(project, today, problems);
  };
  return request;
}

/// The joined file; of folders what would change in OURS, as a difference.
std::string result_in_text(const versions::MergeOutcome& outcome, bool is_folder) {
  if (!is_folder) return outcome.files.front().merged.bytes;
  std::string text;
  for (const versions::JoinedFile& file : outcome.files)
    text += project::unified_difference(file.name, file.ours, file.is_removed ? std::string() : file.merged.bytes);
  return text;
}

Exit run_merge(const MergeOptions& options, cli::Session& session) {
  if (options.versions.size() != 3) return session.usage_error("give three files or three folders: BASE OURS THEIRS");
  if (options.marker_size < 1 || options.marker_size > 1000)
    return session.usage_error("--marker-size is a number from 1 to 1000");
  // Without what the subjects demand there is still something to join; git must never be left with OURS alone.
  const project::Demands demands = demands_of_subjects(session).value_or(project::Demands{});
  const auto outcome = versions::merge_files(request_of(options, demands, session), session.problems());
  if (!outcome) return Exit::trouble;
  for (const std::string& line : versions::in_words(*outcome)) session.say_as("thrive merge", line);
  cli::Result result;
  const bool is_folder = outcome->files.size() != 1 || outcome->files.front().name != options.versions[1];
  result.text = [&] { return result_in_text(*outcome, is_folder && options.path.empty()); };
  result.json = [&] { return versions::contract(*outcome); };
  if (!options.writes_ours || session.format() == Format::json) session.write(result);
  const auto any = [&](auto test) { return std::any_of(outcome->files.begin(), outcome->files.end(), test); };
  if (any([](const versions::JoinedFile& file) { return file.is_without_git; })) return Exit::trouble;
  return any([](const versions::JoinedFile& file) { return file.has_conflicts; }) ? Exit::findings : Exit::ok;
}

}  // namespace

void declare_merge(cli::Command& command) {
  const auto options = std::make_shared<MergeOptions>();
  command.takes_no_project()
      .takes("VERSION", options->versions, "three files or three folders: BASE, OURS and THEIRS")
      .flag("--write-ours", options->writes_ours, "write OURS in place, as git asks for it")
      .option("--marker-size", "N", options->marker_size, "the length of conflict markers; 7 when left out")
      .option("--path", "NAME", options->path, "the name of the file in the repository, for messages")
      .option("--ours-name", "NAME", options->ours_name, "what the marker above OURS says")
      .option("--theirs-name", "NAME", options->theirs_name, "what the marker below THEIRS says")
      .flag("--data", options->is_data, "join CSV files by the date in their first column")
      .writes({Format::text, Format::json})
      .example("thrive merge base.yaml ours.yaml theirs.yaml", "print the joined file")
      .example("thrive merge -f json base/ ours/ theirs/", "say what would come together of three folders")
      .run([options](cli::Session& session) { return run_merge(*options, session); });
}

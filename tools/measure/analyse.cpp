// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/false_alarms.hpp"
#include "libthrive/report/render.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// Many measures, each read, analysed, written and forgotten: a thousand take no more memory than one.
struct OneByOne {
  cli::Pieces pieces;
  std::function<std::string(const measures::Read&)> written;
};

/// The forms of an analysis that can be written one measure after the other; a page cannot.
std::optional<OneByOne> one_by_one(Format format, const model::Project& project) {
  OneByOne result;
  if (format == Format::text) {
    const std::string classification = project.project.classification.value_or("");
    result.pieces.before = report::to_text(measures::head_of_analyses(classification));
    result.written = [](const measures::Read& read) {
      return report::to_text_part(measures::describe_one_of_many(read));
    };
  } else if (format == Format::csv) {
    result.pieces.before = report::to_csv(measures::data_table({}));
    result.written = [](const measures::Read& read) { return report::to_csv_rows(measures::data_table({read})); };
  } else if (format == Format::json) {
    text::JsonFrame frame = measures::analyses_frame();
    result.pieces.before = std::move(frame.before);
    result.pieces.between = std::move(frame.between);
    result.pieces.after = std::move(frame.after);
    result.written = measures::analysis_json;
  } else {
    return std::nullopt;
  }
  return result;
}

Exit write_one_by_one(OneByOne parts, const Reading& reading, const project::Opened& project,
                      const std::vector<std::string>& ids, cli::Session& session) {
  const measures::FalseAlarmTable table = read_false_alarms(session);
  DatedRules book(session);
  parts.pieces.count = ids.size();
  parts.pieces.make = [&](std::size_t position, text::Diagnostics& problems) {
    auto read = read_measure(reading, project, ids[position], book, problems);
    if (!read) return std::string();
    read->analysis.false_alarm_percent = measures::false_alarm_percent(read->analysis, table);
    return parts.written(*read);
  };
  return session.write(parts.pieces) ? Exit::ok : Exit::trouble;
}

Exit write_together(std::optional<std::vector<measures::Read>> all, bool one, cli::Session& session) {
  if (!all) return Exit::trouble;
  add_false_alarms(*all, session);
  cli::Result result;
  result.document = [&] { return measures::describe_analyses(*all); };
  result.table = [&] { return measures::data_table(*all); };
  result.json_text = [&] { return measures::analyses_json(*all, one); };
  session.write(result);
  return Exit::ok;
}

}  // namespace

void declare_analyse(cli::Command& command) {
  const auto reading = std::make_shared<Reading>();
  add_reading_options(command, *reading);
  add_series_options(command, *reading);
  command.dated()
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json})
      .example("measure analyse --measure triage-wait", "what the figures say, and how sure that is")
      .example("measure analyse --series waits.csv --better lower -f json", "read a file without a project")
      .run([reading](cli::Session& session) {
        refuse_ignored(*reading, session);
        if (!reading->series.empty()) return write_together(read_file(*reading, session), true, session);
        const auto project = session.project();
        if (!project) return Exit::trouble;
        const auto ids = measures::wanted(project->model(), reading->measures, session.problems());
        if (auto parts = one_by_one(session.format(), project->model()); parts && ids.size() > 1)
          return write_one_by_one(std::move(*parts), *reading, *project, ids, session);
        return write_together(read_measures(*reading, *project, ids, session), reading->measures.size() == 1, session);
      });
}

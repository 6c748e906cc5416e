// SPDX-License-Identifier: MIT
#include "libthrive/planning/entry/read_tasks.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "libthrive/findings/say.hpp"
#include "libthrive/records/from_text.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::planning {

namespace {

using records::Edit;
using text::Value;

/// What `plan list -f csv` adds for its readers.
const std::set<std::string> worked_out = {"phase", "status", "days_late"};
/// Fields that a sheet gives as several words, parted by semicolons.
const std::set<std::string> lists = {"after", "serves", "qif"};

const std::vector<std::string>& columns() {
  static const std::vector<std::string> all = {"id",          "name", "step",     "owner",   "start",   "end",
                                               "after",       "done", "serves",   "started", "stopped", "reason",
                                               "waiting_for", "risk", "evidence", "qif",     "moved"};
  return all;
}

tables::KnownColumns known_columns() {
  tables::KnownColumns known;
  known.add_key("name", {"task", "title", "what"}).add_key("start", {"begins", "from", "start date"});
  known.add("id").add("step", {"phase step"}).add("owner", {"who", "role", "owner role"});
  known.add("end", {"ends", "to", "end date", "finish"}).add("after", {"depends on", "predecessors"});
  known.add("done", {"done on", "completed"});
  for (const std::string& column : columns()) known.add(column);
  for (const std::string& column : worked_out) known.add(column);
  return known;
}

bool knows_all_columns(const tables::Heading& heading, text::Diagnostics& problems) {
  bool all = true;
  for (std::size_t column = 0; column < heading.titles.size(); ++column) {
    const tables::Title& title = heading.titles[column];
    if (title.text.empty() || !title.column.empty()) continue;
    const std::string near = text::did_you_mean(title.text, columns());
    problems.error("unknown-column", heading.place(column),
                   "unknown column '" + text::without_controls(title.text) + "'",
                   near.empty() ? "columns are " + text::join_in_words(columns()) : near);
    all = false;
  }
  return all;
}

WrittenTask task_in(const tables::Row& row, const tables::Heading& heading) {
  WrittenTask task;
  task.place = row.place();
  for (std::size_t column = 0; column < std::min(row.size(), heading.titles.size()); ++column) {
    const std::string& field = heading.titles[column].column;
    if (row.text(column).empty() || worked_out.contains(field)) continue;
    task.cells.push_back({field, std::string(row.text(column)), row.place(column)});
  }
  return task;
}

/// `a; b` as the format writes a list.
std::string as_list(std::string_view words) {
  std::string list = "[";
  for (const char letter : words) list += letter == ';' ? ',' : letter;
  return list + "]";
}

}  // namespace

const WrittenTask::Cell* WrittenTask::find(std::string_view field) const {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const Cell& cell) { return cell.field == field; });
  return found == cells.end() ? nullptr : &*found;
}

std::vector<WrittenTask> read_tasks(const tables::Input& input, text::Diagnostics& problems) {
  tables::Table sheet(input, known_columns(), problems);
  const tables::Heading& heading = sheet.heading();
  std::vector<WrittenTask> tasks;
  const bool names_any = heading.find("name") || heading.find("id");
  if (!names_any && sheet.is_good()) {
    problems.error("sheet-of-what", text::whole_file(sheet.file()), "the first row names no column 'name'",
                   "'plan list -f csv' writes a sheet of tasks");
    sheet.say_how_it_was_read();
    return tasks;
  }
  const bool is_readable = knows_all_columns(heading, problems) && !tables::refuse_twice_named(heading, {}, problems);
  for (tables::Row row; sheet.next(row);) {
    if (!is_readable) continue;
    tables::refuse_unnamed_cell(heading, row, problems);
    WrittenTask task = task_in(row, heading);
    if (!task.cells.empty()) tasks.push_back(std::move(task));
  }
  return tasks;
}

namespace {

/// Writes tasks down, one row after the other.
class TaskRecorder {
 public:
  TaskRecorder(const model::Project& project, const model::Vocabulary& vocabulary, bool updates,
               text::Diagnostics& problems)
      : project_(project), vocabulary_(vocabulary), updates_(updates), problems_(problems) {
    if (project.plan) taken_ = project.plan->tasks.ids();
  }

  void take(const WrittenTask& task) {
    const std::string id = id_of(task);
    if (id.empty()) return;
    const auto record = record_of(task);
    if (!record) return;
    const model::PlanTask* there = project_.plan ? project_.plan->tasks.find(id) : nullptr;
    if (!rows_.insert(id).second) return refuse(task, id, "twice", {});
    if (there != nullptr) return meet_again(task, id, *there, *record);
    for (const char* field : {"name", "step", "start", "end"})
      if (record->find(field) == nullptr)
        problems_.error("missing-field", task.place, fmt::format("'{}' is missing in plan task '{}'", field, id));
    result_.changes.push_back({Edit::Kind::insert, {"plan", "tasks"}, id, *record});
  }

  RecordedTasks finish() {
    result_.changes.insert(result_.changes.end(), result_.update.changes.begin(), result_.update.changes.end());
    return std::move(result_);
  }

 private:
  std::string id_of(const WrittenTask& task) {
    const WrittenTask::Cell* cell = task.find("id");
    if (cell == nullptr) {
      for (int number = 1;; ++number)
        if (std::string id = fmt::format("t{:02}", number);
            std::find(taken_.begin(), taken_.end(), id) == taken_.end()) {
          taken_.push_back(id);
          return id;
        }
    }
    if (!records::is_id(cell->words)) {
      const std::string better = records::suggested_id(cell->words);
      problems_.error("bad-id", cell->place,
                      fmt::format("'{}' cannot be an id: ids are letters, digits, '-', '_' and '.'",
                                  text::without_controls(cell->words)),
                      better.empty() ? std::string() : "write " + better);
      return {};
    }
    taken_.push_back(cell->words);
    return cell->words;
  }

  /// The value that a cell stands for; nothing, with the reason among the problems.
  std::optional<Value> value_of(const std::string& field, const std::string& words, const text::Place& place) {
    const records::RecordShape& shape = records::shape_of<model::PlanTask>();
    const auto known = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const records::Field& one) { return one.name == field; });
    records::Unfit unfit;
    auto value = records::from_text(*known->shape, known->rule, field, words, vocabulary_, unfit);
    if (!value) problems_.error(unfit.code, place, unfit.message, unfit.hint);
    return value;
  }

  std::optional<Value> record_of(const WrittenTask& task) {
    const std::size_t errors = problems_.in_file_order().size();
    Value record = Value::map();
    for (const WrittenTask::Cell& cell : task.cells) {
      if (cell.field == "id" || cell.field == "reason") continue;
      std::string words = lists.contains(cell.field) ? as_list(cell.words) : cell.words;
      if (cell.field == "stopped") {
        const WrittenTask::Cell* reason = task.find("reason");
        if (reason == nullptr) {
          problems_.error("missing-field", cell.place, "'reason' is missing beside 'stopped'");
          continue;
        }
        auto date = text::parse_date(cell.words);
        if (!date) {
          problems_.error("not-a-date", cell.place,
                          fmt::format("'{}' of 'stopped' is not a date", text::without_controls(cell.words)),
                          "write it as 2024-03-20");
          continue;
        }
        record.set("stopped", Value().set("date", Value::day(cell.words)).set("reason", reason->words));
        continue;
      }
      if (auto value = value_of(cell.field, words, cell.place)) record.set(cell.field, std::move(*value));
    }
    if (task.find("reason") != nullptr && task.find("stopped") == nullptr)
      problems_.error("missing-field", task.find("reason")->place, "'stopped' is missing beside 'reason'");
    if (problems_.in_file_order().size() > errors && problems_.has_errors()) return std::nullopt;
    check_days(task, record);
    return record;
  }

  void check_days(const WrittenTask& task, const Value& record) {
    const Value* start = record.find("start");
    const Value* end = record.find("end");
    if (start == nullptr || end == nullptr || !start->as_text() || !end->as_text()) return;
    const auto from = text::parse_date(*start->as_text()), to = text::parse_date(*end->as_text());
    if (!from || !to || *to >= *from) return;
    findings::say(problems_, {"task-ends-before-start",
                              task.find("end")->place,
                              {{"case", "recording"},
                               {"start", text::format_date_in_words(*from)},
                               {"end", text::format_date_in_words(*to)}}});
  }

  void meet_again(const WrittenTask& task, const std::string& id, const model::PlanTask& there, const Value& record) {
    records::Update update =
        records::update_of(records::to_value(there, records::Fullness::full), record, {"plan", "tasks", id});
    if (update.empty()) {
      ++result_.there_already;
      return;
    }
    if (!updates_) return refuse(task, id, "differs", update.as_refusal());
    result_.update.append(std::move(update));
  }

  void refuse(const WrittenTask& task, const std::string& id, const char* how, const std::string& differences) {
    findings::say(problems_,
                  {"plan-task-there-already", task.place, {{"case", how}, {"task", id}, {"differences", differences}}});
  }

  const model::Project& project_;
  const model::Vocabulary& vocabulary_;
  bool updates_;
  text::Diagnostics& problems_;
  std::vector<std::string> taken_;
  std::set<std::string> rows_;
  RecordedTasks result_;
};

}  // namespace

RecordedTasks record_tasks(const std::vector<WrittenTask>& tasks, const model::Project& project,
                           const model::Vocabulary& vocabulary, bool updates, text::Diagnostics& problems) {
  TaskRecorder recorder(project, vocabulary, updates, problems);
  for (const WrittenTask& task : tasks) recorder.take(task);
  return recorder.finish();
}

}  // namespace thrive::planning

// SPDX-License-Identifier: MIT
#include "libthrive/improvement/entry/diagram_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "libthrive/findings/say.hpp"
#include "libthrive/records/scalars.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::improvement {

namespace {

using Level = DiagramRow::Level;

std::optional<Level> level_named(std::string_view word) {
  const std::string level = text::kebab(word);
  if (level == "aim" || level == "0" || level == "goal" || level == "outcome") return Level::aim;
  for (const char* driver :
       {"primary", "primary-driver", "secondary", "secondary-driver", "tertiary", "driver", "1", "2"})
    if (level == driver) return Level::driver;
  for (const char* idea : {"idea", "change", "change-idea", "ideas", "change-ideas", "intervention", "3"})
    if (level == idea) return Level::idea;
  return std::nullopt;
}

std::vector<std::string> parts_of(std::string_view cell) {
  std::vector<std::string> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(';'), cell.size());
    std::string part(cell.substr(0, end));
    part.erase(0, std::min(part.find_first_not_of(' '), part.size()));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

/// Gives rows their ids and parents, and makes the changes.
class DiagramTaker {
 public:
  DiagramTaker(const std::vector<DiagramRow>& rows, const model::Project& project, text::Diagnostics& problems)
      : rows_(rows), project_(project), problems_(problems) {
    if (project.drivers)
      for (const auto& driver : project.drivers->nodes) know(Level::driver, driver.id, driver.value.name);
    for (const auto& idea : project.ideas) know(Level::idea, idea.id, idea.value.text);
  }

  TakenDiagram take() {
    for (const DiagramRow& row : rows_) ids_.push_back(row.level == Level::aim ? "aim" : id_of(row));
    for (std::size_t at = 0; at < rows_.size(); ++at) {
      if (is_there(rows_[at], ids_[at]))
        ++taken_.there_already;
      else
        write(rows_[at], ids_[at]);
    }
    return std::move(taken_);
  }

 private:
  void know(Level level, const std::string& id, const std::string& words) {
    used_.insert(id);
    ids_by_text_.emplace(std::pair(level, text::kebab(words)), id);
  }

  /// The id of the box that a row is about: its own, that of the same text, or the next free one.
  std::string id_of(const DiagramRow& row) {
    const auto known = ids_by_text_.find({row.level, text::kebab(row.text)});
    std::string id = !row.id.empty() ? row.id : known != ids_by_text_.end() ? known->second : free_id(row.level);
    if (!records::is_id(id))
      findings::say(problems_, {"bad-diagram-row", row.place, {{"case", "id"}, {"id", id}, {"text", row.text}}});
    know(row.level, id, row.text);
    return id;
  }

  std::string free_id(Level level) const {
    for (int number = 1;; ++number) {
      std::string id = (level == Level::driver ? "d" : "c") + std::to_string(number);
      if (!used_.contains(id)) return id;
    }
  }

  bool is_there(const DiagramRow& row, const std::string& id) const {
    if (row.level == Level::aim)
      return project_.drivers && project_.drivers->aim && project_.drivers->aim->text == row.text;
    if (row.level == Level::driver) return project_.drivers && project_.drivers->nodes.contains(id);
    return project_.ideas.contains(id);
  }

  /// The ids of what a row drives.
  std::vector<std::string> goals_of(const DiagramRow& row) {
    std::vector<std::string> goals;
    for (const std::string& parent : row.parents) {
      const auto by_text = ids_by_text_.find({Level::driver, text::kebab(parent)});
      if (row.level == Level::driver && is_aim(parent))
        goals.emplace_back("aim");
      else if (is_driver(parent))
        goals.push_back(parent);
      else if (by_text != ids_by_text_.end())
        goals.push_back(by_text->second);
      else
        findings::say(problems_,
                      {"bad-diagram-row", row.place, {{"case", "parent"}, {"parent", parent}, {"text", row.text}}});
    }
    if (goals.empty() && row.level == Level::driver && row.parents.empty()) goals.emplace_back("aim");
    return goals;
  }

  bool is_aim(const std::string& parent) const {
    if (text::kebab(parent) == "aim") return true;
    const auto says = [&](const DiagramRow& row) { return row.level == Level::aim && row.text == parent; };
    return std::any_of(rows_.begin(), rows_.end(), says) ||
           (project_.drivers && project_.drivers->aim && project_.drivers->aim->text == parent);
  }

  bool is_driver(const std::string& id) const {
    if (project_.drivers && project_.drivers->nodes.contains(id)) return true;
    for (std::size_t at = 0; at < ids_.size(); ++at)
      if (rows_[at].level == Level::driver && ids_[at] == id) return true;
    return false;
  }

  void write(const DiagramRow& row, const std::string& id) {
    if (row.level == Level::aim) {
      if (project_.drivers && project_.drivers->aim)
        return findings::say(problems_, {"bad-diagram-row", row.place, {{"case", "aim"}, {"text", row.text}}});
      if (has_aim_)
        return findings::say(problems_, {"bad-diagram-row", row.place, {{"case", "two-aims"}, {"text", row.text}}});
      has_aim_ = true;
      taken_.changes.push_back({records::Edit::Kind::set, {"drivers", "aim", "text"}, {}, row.text});
    } else {
      if (!written_.insert(id).second)
        return findings::say(problems_,
                             {"bad-diagram-row", row.place, {{"case", "twice"}, {"id", id}, {"text", row.text}}});
      const bool is_driver = row.level == Level::driver;
      text::Value entry = text::Value::map();
      entry.set(is_driver ? "name" : "text", row.text).set("drives", text::Value::list_of(goals_of(row)));
      std::vector<std::string> section =
          is_driver ? std::vector<std::string>{"drivers", "nodes"} : std::vector<std::string>{"ideas"};
      taken_.changes.push_back({records::Edit::Kind::insert, std::move(section), id, std::move(entry), true, true});
    }
    ++taken_.added;
  }

  const std::vector<DiagramRow>& rows_;
  const model::Project& project_;
  text::Diagnostics& problems_;
  TakenDiagram taken_;
  std::vector<std::string> ids_;
  std::set<std::string> used_;
  std::set<std::string> written_;
  std::map<std::pair<Level, std::string>, std::string> ids_by_text_;
  bool has_aim_ = false;
};

}  // namespace

tables::KnownColumns columns_of_diagram() {
  tables::KnownColumns columns;
  columns.add_key("level").add_key("text", {"name", "title"}).add("parent", {"drives"}).add("id");
  return columns;
}

std::vector<DiagramRow> diagram_rows(tables::Table& sheet, text::Diagnostics& problems) {
  std::vector<DiagramRow> rows;
  const auto& titles = sheet.heading().titles;
  const auto column = [&](std::string_view name) -> std::optional<std::size_t> {
    for (std::size_t at = 0; at < titles.size(); ++at)
      if (titles[at].column == name) return at;
    return std::nullopt;
  };
  const auto level = column("level"), parent = column("parent"), words = column("text"), id = column("id");
  if (!level || !words) {
    if (sheet.is_good())
      findings::say(problems, {"bad-diagram-row", text::whole_file(sheet.file()), {{"case", "columns"}, {"text", ""}}});
    sheet.say_how_it_was_read();
    return rows;
  }
  tables::Row row;
  while (sheet.next(row)) {
    if (row.is_blank()) continue;
    DiagramRow read;
    read.place = row.place(*level);
    read.text = std::string(row.text(*words));
    if (parent) read.parents = parts_of(row.text(*parent));
    if (id) read.id = std::string(row.text(*id));
    const auto named = level_named(row.text(*level));
    if (!named || read.text.empty()) {
      findings::say(problems,
                    {"bad-diagram-row",
                     read.place,
                     {{"case", named ? "empty" : "level"}, {"level", row.text(*level)}, {"text", read.text}}});
      continue;
    }
    read.level = *named;
    rows.push_back(std::move(read));
  }
  return rows;
}

TakenDiagram take_diagram(const std::vector<DiagramRow>& rows, const model::Project& project,
                          text::Diagnostics& problems) {
  return DiagramTaker(rows, project, problems).take();
}

}  // namespace thrive::improvement

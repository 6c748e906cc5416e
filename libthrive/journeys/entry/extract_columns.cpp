// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/extract_columns.hpp"

#include <algorithm>

#include "libthrive/findings/say.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::journeys {

namespace {

constexpr std::size_t most_titles_named = 20;

/// Every title that is wanted.
std::vector<std::string> wanted_titles(const ExtractQuestion& question) {
  std::vector<std::string> titles;
  const model::ExtractColumns& columns = question.columns;
  for (const model::DateColumn& column : model::date_columns)
    if (columns.*column.title) titles.push_back(*(columns.*column.title));
  for (const auto& title : {columns.id, columns.person, columns.close_reason, columns.age})
    if (title) titles.push_back(*title);
  for (const WatchedColumn& watched : question.watched) titles.push_back(watched.title);
  for (const auto& [title, values] : question.scope) titles.push_back(title);
  return titles;
}

std::size_t titles_in(const tables::Row& row, const std::vector<std::string>& titles) {
  return static_cast<std::size_t>(std::count_if(titles.begin(), titles.end(), [&](const std::string& title) {
    for (std::size_t cell = 0; cell < row.size(); ++cell)
      if (row.text(cell) == title) return true;
    return false;
  }));
}

/// Looks titles up in the heading.
class Heading {
 public:
  Heading(const tables::Row& row, text::Diagnostics& problems) : row_(row), problems_(problems) {}

  std::size_t need(const std::string& title) {
    std::optional<std::size_t> found;
    for (std::size_t cell = 0; cell < row_.size(); ++cell) {
      if (row_.text(cell) != title) continue;
      if (found) report("twice", cell, title);
      if (found) return *found;
      found = cell;
    }
    if (!found) report("missing", 0, title);
    return found.value_or(0);
  }
  std::optional<std::size_t> find(const std::optional<std::string>& title) {
    if (!title) return std::nullopt;
    return need(*title);
  }
  bool is_good() const { return is_good_; }

 private:
  void report(const char* what, std::size_t cell, const std::string& title) {
    is_good_ = false;
    std::vector<std::string> known;
    for (std::size_t at = 0; at < row_.size(); ++at)
      if (!row_.text(at).empty()) known.emplace_back(row_.text(at));
    const bool is_missing = std::string_view(what) == "missing";
    const std::string near = is_missing ? text::nearest_name(title, known) : std::string();
    if (known.size() > most_titles_named) known.resize(most_titles_named);
    findings::say(problems_,
                  {"extract-columns",
                   row_.place(cell),
                   {{"case", what}, {"title", title}, {"near", near}, {"known", text::Value::list_of(known)}}});
  }

  const tables::Row& row_;
  text::Diagnostics& problems_;
  bool is_good_ = true;
};

}  // namespace

std::optional<FoundColumns> find_extract_columns(const std::vector<tables::Row>& start, const std::string& file,
                                                 const ExtractQuestion& question, text::Diagnostics& problems) {
  if (start.empty()) {
    findings::say(problems, {"extract-empty", text::whole_file(file)});
    return std::nullopt;
  }
  const std::vector<std::string> wanted = wanted_titles(question);
  const auto best = std::max_element(start.begin(), start.end(), [&](const tables::Row& a, const tables::Row& b) {
    return titles_in(a, wanted) < titles_in(b, wanted);
  });
  FoundColumns found;
  found.rows_above = static_cast<std::size_t>(best - start.begin());
  Heading heading(*best, problems);
  for (std::size_t role = 0; role < model::date_role_count; ++role)
    found.days[role] = heading.find(question.columns.*model::date_columns[role].title);
  found.id = heading.find(question.columns.id);
  found.person = heading.find(question.columns.person);
  found.close_reason = heading.find(question.columns.close_reason);
  found.age = heading.find(question.columns.age);
  for (const WatchedColumn& watched : question.watched) found.watched.push_back(heading.need(watched.title));
  for (const auto& [title, values] : question.scope) found.scope.push_back(heading.need(title));
  if (!heading.is_good()) return std::nullopt;
  return found;
}

}  // namespace thrive::journeys

// SPDX-License-Identifier: MIT
#include <map>
#include <set>

#include "libthrive/model/extract_roles.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/privacy/personal_columns.hpp"
#include "libthrive/project/rules/rules.hpp"

namespace thrive::project {

namespace {

/// Looks at one definition of waits.
class ExtractCheck {
 public:
  ExtractCheck(const Opened& project, const std::string& id, const model::Extract& extract, text::Diagnostics& problems)
      : project_(project), id_(id), extract_(extract), problems_(problems) {}

  void check() {
    need_column("start", model::word(extract_.start), model::role_of(extract_.start));
    for (const model::DateRole role : model::roles_needed(extract_.stop))
      need_column("stop", model::word(extract_.stop), role);
    if (model::word(extract_.start) == model::word(extract_.stop))
      say(project_, problems_, {"extract-stop-is-start", path("stop"), {{"word", model::word(extract_.stop)}}});
    check_titles();
    if (extract_.spell_days && !extract_.columns.person)
      say(project_, problems_, {"spells-without-person", path("spell_days")});
    check_splits();
  }

 private:
  Path path(const char* field) const { return {"extracts", id_, field}; }

  void need_column(const char* part, std::string_view word, model::DateRole role) {
    if (extract_.columns.*model::date_columns[static_cast<std::size_t>(role)].title) return;
    say(project_, problems_,
        {"extract-without-column", path("columns"), {{"part", part}, {"word", word}, {"role", model::name_of(role)}}});
  }

  /// One title for two roles makes waits of 0 days that nobody had.
  void check_titles() {
    std::map<std::string, std::string_view> roles;
    for (const model::DateColumn& column : model::date_columns) {
      const std::optional<std::string>& title = extract_.columns.*column.title;
      if (!title) continue;
      const auto [first, is_new] = roles.try_emplace(*title, column.name);
      if (!is_new)
        say(project_, problems_,
            {"extract-column-twice",
             {"extracts", id_, "columns", std::string(column.name)},
             {{"title", *title}, {"one", first->second}, {"other", column.name}}});
    }
  }

  void refuse_personal(const std::string& title, const Path& path) {
    const bool is_key = model::is_key_of_extract(extract_.columns, title);
    if (is_key || is_about_one_person(title))
      say(project_, problems_, {"personal-split", path, {{"case", is_key ? "key" : "title"}, {"title", title}}});
  }

  void check_splits() {
    std::set<std::string> known;
    for (std::size_t i = 0; i < extract_.split_by.size(); ++i) {
      const Path path{"extracts", id_, "split_by", std::to_string(i)};
      refuse_personal(extract_.split_by[i], path);
      if (!known.insert(extract_.split_by[i]).second)
        say(project_, problems_, {"split-twice", path, {{"title", extract_.split_by[i]}}});
    }
    for (const auto& [title, values] : extract_.scope) refuse_personal(title, {"extracts", id_, "scope", title});
    for (const auto& [title, values] : extract_.values)
      if (!known.contains(title))
        say(project_, problems_, {"values-without-split", {"extracts", id_, "values", title}, {{"title", title}}});
  }

  const Opened& project_;
  const std::string& id_;
  const model::Extract& extract_;
  text::Diagnostics& problems_;
};

void check_computed(const Opened& project, const std::string& id, const model::Measure& measure,
                    text::Diagnostics& problems) {
  const model::Computed& computed = *measure.computed;
  if (measure.frequency != model::Frequency::weekly && measure.frequency != model::Frequency::four_weekly)
    say(project, problems,
        {"computed-frequency", {"measures", id, "frequency"}, {{"frequency", model::word(measure.frequency)}}});
  const bool is_percent = measure.unit && (*measure.unit == "percent" || *measure.unit == "%");
  if (measure.unit && is_percent != (computed.statistic == model::WaitStatistic::share_within))
    say(project, problems,
        {"computed-unit",
         {"measures", id, "unit"},
         {{"case", is_percent ? "percent" : "other"},
          {"statistic", model::word(computed.statistic)},
          {"unit", *measure.unit}}});
  const model::Extract* extract = project.model().extracts.find(computed.extract);
  for (const auto& [title, values] : computed.only) {
    const bool is_key = extract != nullptr && model::is_key_of_extract(extract->columns, title);
    if (is_key || is_about_one_person(title))
      say(project, problems,
          {"personal-split",
           {"measures", id, "computed", "only", title},
           {{"case", is_key ? "key" : "title"}, {"title", title}}});
  }
}

}  // namespace

void check_extracts(const Opened& project, text::Diagnostics& problems) {
  for (const auto& [id, extract] : project.model().extracts) ExtractCheck(project, id, extract, problems).check();
  std::map<std::string, std::string> written_by;
  for (const auto& [id, measure] : project.model().measures) {
    if (!measure.computed) continue;
    check_computed(project, id, measure, problems);
    const auto [first, is_new] = written_by.try_emplace(measure.data, id);
    if (!is_new)
      say(project, problems,
          {"computed-data-twice", {"measures", id, "data"}, {{"file", measure.data}, {"other", first->second}}});
  }
}

}  // namespace thrive::project

// SPDX-License-Identifier: MIT
#include "libthrive/standing/describe/describe_status.hpp"

#include <fmt/core.h>

#include "libthrive/planning/tasks.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/standing/describe/chain_words.hpp"
#include "libthrive/standing/draw/draw_chain.hpp"

namespace thrive::standing {

namespace {

std::string name_of(const Reported& reported, const std::string& item) {
  const std::string title = reported.title ? reported.title(item) : std::string();
  return title.empty() ? item : item + " " + title;
}

report::Table chain_table(const Reported& reported) {
  report::Table table;
  table.columns = {{"Priority"}, {"Notes"}, {"Heard"}, {"Score"},   {"Sheet"}, {"Gaps"},
                   {"Recs"},     {"Ideas"}, {"Ramps"}, {"Measure"}, {"Kept"},  {"Stops at"}};
  for (std::size_t at = 0; at < reported.chain.rows.size(); ++at) {
    const ChainRow& row = reported.chain.rows[at];
    std::vector<report::Cell>& cells = table.rows.emplace_back();
    cells.push_back(fmt::format("{} {}", at + 1, name_of(reported, row.item)));
    for (const std::string& cell : cells_of(row)) cells.push_back(cell);
  }
  return table;
}

std::string reached_in_words(Reached reached) {
  switch (reached) {
    case Reached::nothing:
      return "No priorities are agreed yet, and nothing is mapped, scored or ranked.";
    case Reached::mapped:
      return "No priorities are agreed yet. The last step reached: the pathway is mapped.";
    case Reached::scored:
      return "No priorities are agreed yet. The last step reached: the items are scored.";
    case Reached::ranked:
      break;
  }
  return "No priorities are agreed yet. The last step reached: tables have ranked.";
}

void add_chain(report::Document& document, const Reported& reported) {
  document.heading(1, "From what was seen to what is kept");
  if (reported.chain.rows.empty()) {
    document.paragraph(reached_in_words(reported.chain.reached));
    return;
  }
  report::Figure figure;
  figure.svg = draw_chain(reported);
  figure.alternative = "The chain of each agreed priority; the table below says the same.";
  figure.text = chain_in_text(reported);
  figure.caption = "The chain of each priority";
  figure.caption_in_picture = true;
  document.figure(std::move(figure));
  document.table(chain_table(reported));
  if (const std::string words = without_test_in_words(reported.chain); !words.empty()) document.paragraph(words);
  document.paragraph(
      "Notes: problems seen (+ good practice). Gaps: lines / answered by a recommendation. Recs: recommendations / "
      "with "
      "owner and date / answered by an idea or, in a project without ideas, adopted. Ideas: all / under test or "
      "decided "
      "/ parked. Ramps: (cycles open/closed). Kept: adopted cycles / with owner, agenda and rhythm / with an overdue "
      "look. A third number that is 0 is left out; ~ is the median of tables.");
}

std::string heading_of(When when, int within) {
  switch (when) {
    case When::overdue:
      return "Overdue";
    case When::week:
      return within < 6 ? fmt::format("Up to {} ahead", report::count_of(static_cast<std::size_t>(within), "day"))
                        : "This week";
    case When::later:
      return within % 7 == 0 ? fmt::format("Next {} weeks", within / 7) : fmt::format("Next {} days", within);
    case When::undated:
      break;
  }
  return "Nobody has a date for";
}

std::string what_of(const Reported& reported, const DateAhead& each) {
  return each.owner.empty() ? each.what
                            : fmt::format("{} ({})", each.what, planning::role_of(reported.project, each.owner));
}

std::string where_of(const Reported& reported, const DateAhead& each) {
  const text::Place place = reported.place(each.path);
  return fmt::format("{}:{}", place.file, place.from.line);
}

void add_group(report::Document& document, const Reported& reported, When when) {
  report::Table table;
  if (when == When::undated)
    table.columns = {{"For"}, {"What"}, {"Where"}};
  else
    table.columns = {{"Date"}, {"For"}, {"Days", report::Align::right}, {"What"}, {"Where"}};
  for (const DateAhead& each : reported.ahead.dates) {
    if (each.when != when) continue;
    if (when == When::undated)
      table.rows.push_back({each.id, what_of(reported, each), where_of(reported, each)});
    else
      table.rows.push_back({text::format_date(*each.date), each.id,
                            std::to_string(each.days < 0 ? -each.days : each.days), what_of(reported, each),
                            where_of(reported, each)});
  }
  if (table.rows.empty()) return;
  document.heading(2, heading_of(when, reported.within));
  document.table(std::move(table));
}

void add_next(report::Document& document, const Reported& reported) {
  document.heading(1, "What is next");
  for (const When when : {When::overdue, When::week, When::later, When::undated}) add_group(document, reported, when);
  if (reported.ahead.dates.empty())
    document.paragraph(fmt::format("Nothing {}is overdue or has a date in the next {}.",
                                   reported.owner.empty() ? "" : "of '" + reported.owner + "' ",
                                   report::count_of(static_cast<std::size_t>(reported.within), "day")));
  if (reported.ahead.beyond == 0) return;
  const int days = text::days_between(reported.today, *reported.ahead.next_beyond);
  document.paragraph(fmt::format("{} further ahead; the next is on {} (--within {}).",
                                 report::count_of(reported.ahead.beyond, "date lies", "dates lie"),
                                 text::format_date_in_words(*reported.ahead.next_beyond), days));
}

void add_findings(report::Document& document, const Reported& reported) {
  if (reported.findings.empty()) return;
  document.heading(1, "Worth a talk");
  std::vector<std::string> lines;
  for (const text::Diagnostic& finding : reported.findings)
    lines.push_back(fmt::format("{}:{}: {}: {}{}{} [{}]", finding.place.file, finding.place.from.line,
                                text::name(finding.severity), finding.message, finding.hint.empty() ? "" : "; ",
                                finding.hint, finding.code));
  document.items(std::move(lines));
}

std::vector<report::Cell> row_of_date(const Reported& reported, const DateAhead& each) {
  const text::Place place = reported.place(each.path);
  return {"next",
          each.id,
          each.date ? text::format_date(*each.date) : "",
          std::string(model::word(each.when)),
          each.kind,
          each.what,
          each.owner,
          place.file,
          std::to_string(place.from.line)};
}

}  // namespace

report::Document describe_status(const Reported& reported) {
  report::Document document;
  document.title =
      reported.shows_next && !reported.shows_chain ? "What is next, and what is late" : "Where the project stands";
  document.subtitle =
      fmt::format("{}. As of {}.", reported.project.project.name, text::format_date_in_words(reported.today));
  document.classification = reported.project.project.classification.value_or("");
  if (reported.shows_chain) add_chain(document, reported);
  if (reported.shows_next) add_next(document, reported);
  if (reported.shows_findings) add_findings(document, reported);
  return document;
}

report::Table table_of_status(const Reported& reported) {
  report::Table table;
  table.columns = {{"part"}, {"id"}, {"date"}, {"state"}, {"kind"}, {"what"}, {"owner"}, {"file"}, {"line"}};
  if (reported.shows_chain)
    for (std::size_t at = 0; at < reported.chain.rows.size(); ++at) {
      const ChainRow& row = reported.chain.rows[at];
      const text::Place place = reported.place({"priorities", "agreed", "order", std::to_string(at)});
      std::string what;
      static constexpr const char* names[] = {"notes",           "heard", "score", "sheet",   "gaps",
                                              "recommendations", "ideas", "ramps", "measure", "kept"};
      const std::vector<std::string> cells = cells_of(row);
      for (std::size_t cell = 0; cell < std::size(names); ++cell)
        what += fmt::format("{}{}: {}", cell == 0 ? "" : "; ", names[cell], cells[cell]);
      table.rows.push_back({"chain", row.item, "", row.stops_at ? std::string(model::word(*row.stops_at)) : "",
                            "priority", what, "", place.file, std::to_string(place.from.line)});
    }
  if (reported.shows_next)
    for (const DateAhead& each : reported.ahead.dates) table.rows.push_back(row_of_date(reported, each));
  if (reported.shows_findings)
    for (const text::Diagnostic& finding : reported.findings)
      table.rows.push_back({"finding", finding.code, "", std::string(text::name(finding.severity)), "", finding.message,
                            "", finding.place.file, std::to_string(finding.place.from.line)});
  return table;
}

}  // namespace thrive::standing

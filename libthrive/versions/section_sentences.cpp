// SPDX-License-Identifier: MIT
//
// The patterns of sections: what a change in them means to the people who meet about it.
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <set>

#include "libthrive/records/to_value.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/names.hpp"
#include "libthrive/versions/sentences.hpp"
#include "libthrive/versions/value_words.hpp"

namespace thrive::versions {

namespace {

using Steps = std::vector<std::string>;
using Texts = std::vector<std::string>;

std::string text_of(const text::Value& value, std::string_view key) {
  const text::Value* found = value.find(key);
  return found == nullptr || found->as_text() == nullptr ? std::string() : *found->as_text();
}

Texts texts_of_list(const text::Value& value) {
  Texts texts;
  if (const text::Value::List* list = value.as_list())
    for (const text::Value& item : *list)
      if (item.as_text() != nullptr) texts.push_back(*item.as_text());
  return texts;
}

std::string score_words(const text::Value& value) {
  const text::Value* score = value.as_map() == nullptr ? &value : value.find("score");
  if (score == nullptr || score->is_null()) return "nothing";
  return score->as_integer() != nullptr ? std::to_string(*score->as_integer()) : "unknown";
}

/// `31 January 2025`; the text itself where it is no day.
std::string day_words(const std::string& text) {
  const auto date = text::parse_date(text);
  return date ? text::format_date_in_words(*date) : text;
}

/// `31 January`, and with the year where the day it is held against has another.
std::string day_beside(const std::string& text, const std::string& other) {
  const std::string words = day_words(text);
  return text.substr(0, 4) == other.substr(0, 4) && words.size() > 5 ? words.substr(0, words.size() - 5) : words;
}

// Priorities.

std::string place_in(const Texts& order, const std::string& item) {
  const auto at = std::find(order.begin(), order.end(), item);
  return place_words(static_cast<std::size_t>(at - order.begin()) + 1);
}

bool holds(const Texts& order, const std::string& item) {
  return std::find(order.begin(), order.end(), item) != order.end();
}

/// Who came in for whom, and who changed places among those that stayed.
std::string order_words(const Texts& before, const Texts& after) {
  Texts came, went, stayed_before, stayed_after, parts;
  for (const std::string& item : after) (holds(before, item) ? stayed_after : came).push_back(item);
  for (const std::string& item : before) (holds(after, item) ? stayed_before : went).push_back(item);
  for (std::size_t i = 0; i < came.size(); ++i) {
    parts.push_back(fmt::format("{} came in ({}){}", came[i], place_in(after, came[i]),
                                i < went.size() ? " for " + went[i] : std::string()));
  }
  for (std::size_t i = came.size(); i < went.size(); ++i) parts.push_back(went[i] + " went out");
  if (stayed_before != stayed_after) {
    for (std::size_t i = 0; i < stayed_after.size(); ++i)
      if (stayed_after[i] != stayed_before[i])
        parts.push_back(fmt::format("{} is {} (was {})", stayed_after[i], place_in(after, stayed_after[i]),
                                    place_in(before, stayed_after[i])));
  }
  return text::join(parts, ", ");
}

/// Reasons that were given with a new order.
std::string reasons_given(const Change& change) {
  std::string given;
  for (const Change& also : change.also)
    if (also.after.as_text() != nullptr)
      given += fmt::format("{} {}: {}", given.empty() ? " Reason for" : ";", also.path.back(),
                           in_quotes(*also.after.as_text()));
  return given.empty() ? given : given + '.';
}

std::string priorities_sentence(const Change& change) {
  const Steps& path = change.path;
  if (is_path(path, {"priorities", "agreed", "order"}) && change.kind == Change::Kind::changed)
    return fmt::format("The agreed order changed: {}.{}",
                       order_words(texts_of_list(change.before), texts_of_list(change.after)), reasons_given(change));
  if (is_path(path, {"priorities", "agreed", "dissent", "*"})) {
    if (change.kind == Change::Kind::added)
      return fmt::format("Dissent noted: {}.", in_quotes(*change.after.as_text()));
    if (change.kind == Change::Kind::removed)
      return fmt::format("Dissent taken out: {}.", in_quotes(*change.before.as_text()));
    return fmt::format("Dissent now reads {}, was {}.", in_quotes(*change.after.as_text()),
                       in_quotes(*change.before.as_text()));
  }
  return {};
}

// Assessment.

/// ` (baseline 1)`: what was agreed for the item in the assessment before this one.
std::string earlier_score(const model::Project& project, const std::string& id, const std::string& item) {
  const model::Assessment* now = project.assessments.find(id);
  std::string said;
  std::optional<text::Date> latest;
  for (const auto& [other, assessment] : project.assessments) {
    const model::AgreedScore* agreed = assessment.agreed.find(item);
    if (now == nullptr || agreed == nullptr || assessment.date >= now->date || (latest && assessment.date < *latest))
      continue;
    latest = assessment.date;
    said = fmt::format(" ({} {})", other, agreed->score.points ? std::to_string(*agreed->score.points) : "unknown");
  }
  return said;
}

std::string because(const text::Value& value) {
  const std::string reason = text_of(value, "reason");
  return reason.empty() ? reason : ", because " + in_quotes(reason);
}

std::string assessment_sentence(const Change& change, const Telling& telling) {
  const Steps& path = change.path;
  const bool is_changed = change.kind == Change::Kind::changed;
  if (is_path(path, {"assessments", "*", "agreed", "*"})) {
    if (change.kind == Change::Kind::added)
      return fmt::format("{}: item {} agreed at {}{}{}.", path[1], path[3], score_words(change.after),
                         earlier_score(*telling.b, path[1], path[3]), because(change.after));
    return fmt::format("{}: item {} is no longer agreed (was {}).", path[1], path[3], score_words(change.before));
  }
  if (is_path(path, {"assessments", "*", "agreed", "*", "score"}) && is_changed)
    return fmt::format("{}: item {} agreed at {} (was {}).", path[1], path[3], score_words(change.after),
                       score_words(change.before));
  if (is_path(path, {"assessments", "*", "tables", "*"}) && change.kind == Change::Kind::added) {
    const text::Value* scores = change.after.find("scores");
    const std::size_t count = scores == nullptr || scores->as_map() == nullptr ? 0 : scores->as_map()->size();
    const std::string others = record_words(*change.record, change.after, telling.small, {"scores"});
    return fmt::format("{}: table {} handed in {}{}.", path[1], path[3], report::count_of(count, "score"),
                       others.empty() ? others : " (" + others + ')');
  }
  if (is_path(path, {"assessments", "*", "tables", "*", "scores", "*"}) && change.kind == Change::Kind::added) {
    const std::string others = record_words(*change.record, change.after, telling.small, {"score"});
    return fmt::format("{}: table {} scored item {} at {}{}.", path[1], path[3], path[5], score_words(change.after),
                       change.after.as_map() == nullptr || others.empty() ? std::string() : " (" + others + ')');
  }
  if (is_path(path, {"assessments", "*", "tables", "*", "scores", "*", "score"}) && is_changed)
    return fmt::format("{}: table {} scored item {} at {} (was {}).", path[1], path[3], path[5],
                       score_words(change.after), score_words(change.before));
  return {};
}

// Gaps.

std::string line_text(const text::Value& line) {
  return in_quotes(line.as_text() != nullptr ? *line.as_text() : text_of(line, "text"));
}

std::string line_marks(const text::Value& line) {
  const std::string voice = text_of(line, "voice"), from = text_of(line, "from");
  std::string marks;
  if (!voice.empty()) {
    const std::string whose = plain_name(voice);
    marks = fmt::format(
        ", marked as the view of {}", std::string(voice).find('-') == std::string::npos ? whose : [&] {
          std::string words = whose;
          std::replace(words.begin(), words.end(), '-', ' ');
          return words;
        }());
  }
  if (!from.empty()) marks += ", from " + from;
  return marks;
}

std::string gaps_sentence(const Change& change) {
  const Steps& path = change.path;
  const bool is_line = path.size() >= 4 && (path[2] == "in_place" || path[2] == "in_development" || path[2] == "gaps");
  if (!is_line) return {};
  const std::string column = plain_name(path[2]);
  if (path.size() == 4 && change.kind == Change::Kind::added)
    return fmt::format("{}: one line added to {}{}: {}.", path[1], column, line_marks(change.after),
                       line_text(change.after));
  if (path.size() == 4 && change.kind == Change::Kind::removed)
    return fmt::format("{}: one line taken out of {}{}: {}.", path[1], column, line_marks(change.before),
                       line_text(change.before));
  if (path.back() == "text" && change.kind == Change::Kind::changed)
    return fmt::format("{}: a line of {} now reads {}, was {}.", path[1], column, in_quotes(*change.after.as_text()),
                       in_quotes(*change.before.as_text()));
  return {};
}

// Pathway.

std::string pathway_sentence(const Change& change, const Telling& telling) {
  const Steps& path = change.path;
  if (path.size() < 4 || path[2] != "flows") return {};
  const bool is_flow = path.size() == 4 && change.record != nullptr;
  const text::Value& said = change.kind == Change::Kind::removed ? change.before : change.after;
  if (is_flow) {
    std::string others = record_words(*change.record, said, telling.small, {"from", "to", "kind"});
    const std::string kind = text_of(said, "kind");
    if (!kind.empty()) others = others.empty() ? kind : kind + ", " + others;
    return fmt::format("{}: {} {} to {}{}{}.", path[1], change.kind == Change::Kind::added ? "new flow" : "flow",
                       text_of(said, "from"), text_of(said, "to"), others.empty() ? others : " (" + others + ')',
                       change.kind == Change::Kind::added ? "" : " taken out");
  }
  if (path.back() != "per_year" || change.kind == Change::Kind::removed) return {};
  const auto* flow = static_cast<const model::Flow*>(change.owner_b);
  const std::string what = flow->counts == model::Counted::visits ? " visits" : "";
  const std::string after = value_words(*change.field, change.after, telling.small);
  const std::string before = value_words(*change.field, change.before, telling.small);
  return fmt::format("{}: flow {} to {} now {}{} a year ({}).", path[1], flow->from, flow->to, after, what,
                     change.kind == Change::Kind::added ? "not recorded before" : "was " + before);
}

// Ramps.

std::string held_words(const model::Study& study) {
  std::size_t held = 0, partly = 0;
  for (const model::Held one : study.predictions_held) {
    held += one == model::Held::yes;
    partly += one == model::Held::partly;
  }
  const std::size_t all = study.predictions_held.size();
  if (all == 0) return {};
  std::string words =
      fmt::format(": {} of {} {} held", count_words(held), count_words(all), all == 1 ? "prediction" : "predictions");
  if (partly > 0) words += fmt::format(", {} partly", count_words(partly));
  return words;
}

std::string details(const Change& change, const Telling& telling, const std::vector<std::string_view>& said_already) {
  const std::string others = record_words(*change.record, change.after, telling.small, said_already);
  return others.empty() ? others : " (" + others + ')';
}

std::string act_words(const Change& change, const Telling& telling) {
  const std::string decision = text_of(change.after, "decision"), reason = text_of(change.after, "reason");
  const std::string next = text_of(change.after, "next");
  return fmt::format("{}: decided{}{}{}{}.", change.path[3], decision.empty() ? "" : " to " + decision,
                     next.empty() ? "" : ", next " + next, reason.empty() ? "" : ", because " + in_quotes(reason),
                     details(change, telling, {"decision", "reason", "next"}));
}

std::string sustain_words(const Change& change) {
  const auto& sustain = *static_cast<const model::Sustain*>(change.b);
  Texts parts;
  if (sustain.owner) parts.push_back(*sustain.owner);
  if (sustain.agenda) parts.push_back("on " + in_quotes(*sustain.agenda));
  if (sustain.look_every_weeks)
    parts.push_back(*sustain.look_every_weeks == 1 ? "every week"
                                                   : fmt::format("every {} weeks", *sustain.look_every_weeks));
  if (sustain.next_look) parts.push_back("next look " + text::format_date_in_words(*sustain.next_look));
  if (!sustain.looks.empty()) parts.push_back(report::count_of(sustain.looks.size(), "look"));
  return fmt::format("{}: plan for keeping added{}.", change.path[3],
                     parts.empty() ? "" : " (" + text::join(parts, ", ") + ')');
}

std::string ramps_sentence(const Change& change, const Telling& telling) {
  const Steps& path = change.path;
  if (change.kind != Change::Kind::added || path.size() < 5 || path[2] != "cycles") return {};
  const std::string& cycle = path[3];
  const std::string_view stage = path[4];
  if (path.size() == 6 && stage == "act" && path[5] == "sustain") return sustain_words(change);
  if (path.size() != 5 || change.record == nullptr) return {};
  if (stage == "plan") return fmt::format("{} was planned{}.", cycle, details(change, telling, {}));
  if (stage == "do") {
    const auto& done = *static_cast<const model::Do*>(change.b);
    const char* how = !done.as_planned ? "" : *done.as_planned ? " as planned" : ", not as planned";
    return fmt::format("{} was carried out{}{}.", cycle, how,
                       details(change, telling, {"as_planned", "predictions_hash"}));
  }
  if (stage == "study")
    return fmt::format("{} was studied{}{}.", cycle, held_words(*static_cast<const model::Study*>(change.b)),
                       details(change, telling, {"predictions_held"}));
  return stage == "act" ? act_words(change, telling) : std::string();
}

// Plan.

std::string plan_sentence(const Change& change) {
  const Steps& path = change.path;
  if (path.size() != 4 || path[1] != "tasks") return {};
  if (path[3] == "end" && change.kind == Change::Kind::changed) {
    const std::string &before = *change.before.as_text(), &after = *change.after.as_text();
    const std::string reason = change.also.empty() ? std::string() : text_of(change.also.front().after, "reason");
    return fmt::format("{} moved from {} to {}{}.", path[2], day_beside(before, after), day_words(after),
                       reason.empty() ? reason : ", reason: " + in_quotes(reason));
  }
  if (path[3] == "done" && change.kind == Change::Kind::added)
    return fmt::format("{} done ({}).", path[2], day_words(*change.after.as_text()));
  return {};
}

// Measures.

std::string target_words(const text::Value& target) {
  const text::Value* value = target.find("value");
  std::string words = "nothing";
  if (value != nullptr && value->as_integer() != nullptr)
    words = number_words(static_cast<double>(*value->as_integer()));
  if (value != nullptr && value->as_number() != nullptr) words = number_words(*value->as_number());
  const std::string by = text_of(target, "by");
  return by.empty() ? words : words + " by " + day_words(by);
}

std::string measures_sentence(const Change& change) {
  const Steps& path = change.path;
  if (is_path(path, {"measures", "*", "rebase", "*"}) && change.kind != Change::Kind::changed) {
    const bool is_new = change.kind == Change::Kind::added;
    const text::Value& said = is_new ? change.after : change.before;
    return fmt::format("{}: limits {} {}, reason: {}.", path[1], is_new ? "start anew on" : "no longer start anew on",
                       text_of(said, "at"), in_quotes(text_of(said, "reason")));
  }
  if (is_path(path, {"measures", "*", "target"}) && change.kind != Change::Kind::changed)
    return change.kind == Change::Kind::added
               ? fmt::format("{}: target set at {}.", path[1], target_words(change.after))
               : fmt::format("{}: target taken out (was {}).", path[1], target_words(change.before));
  return {};
}

}  // namespace

void join_steps(std::vector<Change>& changes) {
  std::vector<Change> joined;
  std::vector<bool> is_joined(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) {
    Change& change = changes[i];
    const bool is_move = is_path(change.path, {"plan", "tasks", "*", "end"});
    const bool is_order = is_path(change.path, {"priorities", "agreed", "order"});
    if ((!is_move && !is_order) || change.kind != Change::Kind::changed) continue;
    const Texts before = texts_of_list(change.before), after = texts_of_list(change.after);
    for (std::size_t j = 0; j < changes.size(); ++j) {
      Change& other = changes[j];
      if (other.kind != Change::Kind::added || is_joined[j] || j == i) continue;
      const bool belongs_to_move = is_move && is_path(other.path, {"plan", "tasks", "*", "moved", "*"}) &&
                                   other.path[2] == change.path[2] &&
                                   text_of(other.after, "from") == *change.before.as_text() &&
                                   text_of(other.after, "to") == *change.after.as_text();
      const bool belongs_to_order = is_order && is_path(other.path, {"priorities", "agreed", "reasons", "*"}) &&
                                    holds(before, other.path[3]) != holds(after, other.path[3]);
      if (!belongs_to_move && !belongs_to_order) continue;
      is_joined[j] = true;
      change.also.push_back(other);
    }
  }
  for (std::size_t i = 0; i < changes.size(); ++i)
    if (!is_joined[i]) joined.push_back(std::move(changes[i]));
  changes = std::move(joined);
}

std::string sentence_of_section(const Change& change, const Telling& telling) {
  const std::string& section = change.section();
  if (change.kind == Change::Kind::renamed || change.field == nullptr) return {};
  if (section == "priorities") return priorities_sentence(change);
  if (section == "assessments") return assessment_sentence(change, telling);
  if (section == "gaps") return gaps_sentence(change);
  if (section == "pathways") return pathway_sentence(change, telling);
  if (section == "ramps") return ramps_sentence(change, telling);
  if (section == "plan") return plan_sentence(change);
  if (section == "measures") return measures_sentence(change);
  return {};
}

}  // namespace thrive::versions

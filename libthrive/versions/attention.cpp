// SPDX-License-Identifier: MIT
#include "libthrive/versions/attention.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/text/fingerprint.hpp"
#include "libthrive/versions/figures.hpp"
#include "libthrive/versions/sentences.hpp"

namespace thrive::versions {

namespace {

/// The steps of a path up to a number of them, and everything below.
bool is_below(const std::vector<std::string>& path, const std::vector<std::string_view>& like) {
  if (path.size() < like.size()) return false;
  return is_path({path.begin(), path.begin() + static_cast<std::ptrdiff_t>(like.size())}, like);
}

const model::Cycle* cycle_of(const model::Project& project, const Change& change) {
  const model::Ramp* ramp = project.ramps.find(change.path[1]);
  return ramp == nullptr ? nullptr : ramp->cycles.find(change.path[3]);
}

/// Doing had begun when the older version was written, or the newer one's own fingerprint says that it had.
bool changes_a_prediction(const Change& change, const Pair& pair) {
  const bool is_prediction = is_below(change.path, {"ramps", "*", "cycles", "*", "plan", "predictions"});
  const bool is_whole_plan =
      is_path(change.path, {"ramps", "*", "cycles", "*", "plan"}) && change.kind != Change::Kind::renamed;
  if (!is_prediction && !is_whole_plan) return false;
  const model::Cycle *before = cycle_of(pair.a.model, change), *after = cycle_of(pair.b.model, change);
  if (is_whole_plan) {
    const text::Value& said = change.kind == Change::Kind::added ? change.after : change.before;
    if (said.find("predictions") == nullptr) return false;
  }
  if (before != nullptr && before->do_) return true;
  if (after == nullptr || !after->do_ || !after->do_->predictions_hash) return false;
  return *after->do_->predictions_hash !=
         text::fingerprint(after->plan ? after->plan->predictions : std::vector<std::string>{});
}

bool rescores_without_date(const Change& change, const Pair& pair) {
  const bool is_score =
      is_path(change.path, {"assessments", "*", "agreed", "*", "score"}) ||
      (is_path(change.path, {"assessments", "*", "agreed", "*"}) && change.kind == Change::Kind::removed);
  if (!is_score) return false;
  const model::Assessment* before = pair.a.model.assessments.find(change.path[1]);
  const model::Assessment* after = pair.b.model.assessments.find(change.path[1]);
  return before != nullptr && after != nullptr && before->date == after->date;
}

bool takes_out_dissent(const Change& change) {
  if (is_path(change.path, {"priorities", "agreed"}) && change.kind == Change::Kind::removed)
    return change.before.find("dissent") != nullptr;
  return is_path(change.path, {"priorities", "agreed", "dissent", "*"}) && change.kind != Change::Kind::added;
}

/// Looser in any of what a program can watch; of words alone nobody but a reader can say.
bool is_looser(const model::StopRule& before, const model::StopRule& after) {
  const bool had_figures = before.above || before.below;
  if (had_figures) {
    if (before.measure != after.measure && before.measure) return true;
    if (before.above && (!after.above || *after.above > *before.above)) return true;
    if (before.below && (!after.below || *after.below < *before.below)) return true;
    if (after.points > before.points) return true;
  }
  return before.text != after.text;
}

bool loosens_stop_rule(const Change& change, const Pair& pair) {
  if (!is_below(change.path, {"ramps", "*", "stop_rule"}) || change.kind == Change::Kind::renamed) return false;
  const model::Ramp *before = pair.a.model.ramps.find(change.path[1]), *after = pair.b.model.ramps.find(change.path[1]);
  if (before == nullptr || !before->stop_rule || after == nullptr) return false;
  if (!after->stop_rule) return true;
  model::StopRule only = *before->stop_rule;
  const std::string& field = change.path.back();
  if (field == "text") only.text = after->stop_rule->text;
  if (field == "measure") only.measure = after->stop_rule->measure;
  if (field == "above") only.above = after->stop_rule->above;
  if (field == "below") only.below = after->stop_rule->below;
  if (field == "points") only.points = after->stop_rule->points;
  return is_looser(*before->stop_rule, only);
}

/// The last figure up to a day.
std::optional<double> last_until(const model::Series& series, text::Date day) {
  std::optional<double> last;
  for (const model::SeriesPoint& point : series.points)
    if (point.date <= day && point.value) last = point.value;
  return last;
}

bool was_missed(const model::Measure& measure, double target, text::Date day, const Pair& pair, text::Date today) {
  if (day >= today || measure.better == model::Better::neither) return false;
  auto series = series_in(pair.read_b, measure);
  if (!series) series = series_in(pair.read_a, measure);
  const auto last = series ? last_until(*series, day) : std::nullopt;
  if (!last) return false;
  return measure.better == model::Better::lower ? *last > target : *last < target;
}

bool moves_a_missed_target(const Change& change, const Pair& pair, text::Date today) {
  const bool is_target = is_below(change.path, {"measures", "*", "target"});
  const bool is_dated = is_below(change.path, {"measures", "*", "targets", "*"});
  if ((!is_target && !is_dated) || change.kind == Change::Kind::renamed) return false;
  const model::Measure* before = pair.a.model.measures.find(change.path[1]);
  if (before == nullptr) return false;
  if (is_target)
    return before->target && before->target->by &&
           was_missed(*before, before->target->value, *before->target->by, pair, today);
  const bool is_whole = change.path.size() == 4;
  const void* record = is_whole ? change.a : change.owner_a;
  if (record == nullptr) return false;
  const auto& target = *static_cast<const model::DatedTarget*>(record);
  return target.until && was_missed(*before, target.value, *target.until, pair, today);
}

}  // namespace

void mark_attention(std::vector<Change>& changes, const Pair& pair, text::Date today) {
  for (Change& change : changes) {
    if (change.attention) continue;
    if (changes_a_prediction(change, pair))
      change.attention = "pdsa-prediction-changed";
    else if (rescores_without_date(change, pair))
      change.attention = "diff-score-changed";
    else if (takes_out_dissent(change))
      change.attention = "diff-dissent-deleted";
    else if (loosens_stop_rule(change, pair))
      change.attention = "diff-stop-rule-loosened";
    else if (moves_a_missed_target(change, pair, today))
      change.attention = "diff-target-moved";
  }
}

std::string reason_to_look(const Change& change) {
  findings::Facts facts{{"case", "differs"}, {"cycle", change.id()}, {"entry", change.id()}};
  return findings::in_words({*change.attention, change.path, std::move(facts)}).message;
}

}  // namespace thrive::versions

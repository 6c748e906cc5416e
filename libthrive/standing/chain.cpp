// SPDX-License-Identifier: MIT
#include "libthrive/standing/chain.hpp"

#include <algorithm>

#include "libthrive/assessment/item_statistics.hpp"
#include "libthrive/standing/serving.hpp"

namespace thrive::standing {

namespace {

bool names_item(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

void count_notes(const Facts& facts, ChainRow& row) {
  for (const auto& observation : facts.project.observations)
    if (names_item(observation.value.principles, row.item))
      ++(observation.value.kind == "good-practice" ? row.good_practice : row.notes);
  if (!facts.project.themes) return;
  row.heard = 0;
  for (const auto& theme : facts.project.themes->heard)
    if (theme.value.tone != model::Tone::positive && names_item(theme.value.items, row.item)) ++*row.heard;
}

std::optional<ItemScore> score_in(const model::Assessment& assessment, const std::string& item) {
  if (const model::AgreedScore* agreed = assessment.agreed.find(item)) {
    if (agreed->score.points) return ItemScore{static_cast<double>(*agreed->score.points), false};
    return std::nullopt;  // that nobody knows is an answer
  }
  std::vector<double> scores;
  for (const auto& table : assessment.tables)
    if (const model::TableScore* given = table.value.scores.find(item); given != nullptr && given->score.points)
      scores.push_back(*given->score.points);
  if (const auto median = assessment::median(std::move(scores))) return ItemScore{*median, true};
  return std::nullopt;
}

/// The assessments up to the day by date, those of one date in the order of the file.
std::vector<const model::Assessment*> assessments_by_date(const Facts& facts) {
  std::vector<const model::Assessment*> all;
  for (const auto& assessment : facts.project.assessments)
    if (assessment.value.date <= facts.today) all.push_back(&assessment.value);
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
  return all;
}

void read_scores(const std::vector<const model::Assessment*>& all, ChainRow& row) {
  if (all.empty()) return;
  const auto is_same = [&](const model::Assessment* each) { return each->instrument == all.back()->instrument; };
  const model::Assessment* first = *std::find_if(all.begin(), all.end(), is_same);
  row.score_from = score_in(*first, row.item);
  if (first != all.back()) row.score_to = score_in(*all.back(), row.item);
}

bool is_answered(const model::Project& project, const std::string& item, const std::string& id) {
  for (const auto& idea : project.ideas)
    for (const std::string& link : idea.value.answers)
      if (is_answer_to(link, item, id)) return true;
  return false;
}

void read_sheet(const Facts& facts, ChainRow& row) {
  const model::GapSheet* sheet = facts.project.gaps.find(row.item);
  if (sheet == nullptr) return;
  row.sheet = sheet->status;
  row.gaps = sheet->gaps.size();
  for (const model::GapLine& line : sheet->gaps) {
    const auto names_it = [&](const auto& each) { return each.value.gap == line.text; };
    row.gaps_answered += std::any_of(sheet->recommendations.begin(), sheet->recommendations.end(), names_it);
  }
  for (const auto& [id, recommendation] : sheet->recommendations) {
    if (is_dropped(recommendation, facts.today)) continue;
    ++row.recommendations;
    row.recommendations_ready += recommendation.owner.has_value() && recommendation.by.has_value();
    const bool is_adopted = recommendation.adopted && recommendation.adopted->date <= facts.today;
    row.recommendations_answered += facts.project.ideas.empty() ? is_adopted : is_answered(facts.project, row.item, id);
  }
}

void read_ideas(const Facts& facts, const std::vector<std::string>& ideas, ChainRow& row) {
  row.ideas = ideas.size();
  for (const std::string& id : ideas) {
    const model::Idea& idea = *facts.project.ideas.find(id);
    row.ideas_tested += is_tested(facts, id);
    row.ideas_parked += idea.parked && idea.parked->date <= facts.today;
  }
}

std::optional<text::Date> first_begun(const ramps::RampState& ramp, text::Date today) {
  std::optional<text::Date> first;
  for (const ramps::CycleState& cycle : ramp.cycles)
    if (cycle.cycle->start <= today && (!first || cycle.cycle->start < *first)) first = cycle.cycle->start;
  return first;
}

MeasureShown shown_since(const Facts& facts, const std::string& measure, std::optional<text::Date> since) {
  MeasureShown found{measure, Shown::not_enough, 0};
  const auto chart = facts.charts.find(measure);
  if (!since || chart == facts.charts.end()) return found;
  const ramps::DataSince data = ramps::data_since(chart->second, *since, facts.thresholds.points_to_judge);
  found.points = data.points;
  if (!data.is_enough || !data.is_judged) return found;
  found.shown = Shown::none;
  std::optional<text::Date> latest;
  for (const measures::SignalEvent& signal : data.signals) {
    const bool improves = signal.reading == measures::Reading::improvement;
    if (!improves && signal.reading != measures::Reading::concern) continue;
    if (latest && signal.to < *latest) continue;
    latest = signal.to;
    found.shown = improves ? Shown::improvement : Shown::concern;
  }
  return found;
}

/// Each measure once, since the earliest of the first cycles of its ramps.
void read_measures(const Facts& facts, const std::vector<std::size_t>& serving, ChainRow& row) {
  std::vector<std::pair<std::string, std::optional<text::Date>>> since;
  for (const std::size_t at : serving) {
    const ramps::RampState& ramp = facts.ramps[at];
    if (!ramp.ramp->measure) continue;
    const auto first = first_begun(ramp, facts.today);
    const auto known =
        std::find_if(since.begin(), since.end(), [&](const auto& each) { return each.first == *ramp.ramp->measure; });
    if (known == since.end())
      since.emplace_back(*ramp.ramp->measure, first);
    else if (first && (!known->second || *first < *known->second))
      known->second = first;
  }
  for (const auto& [measure, first] : since) row.measures.push_back(shown_since(facts, measure, first));
}

/// The first cycle that was adopted and is not kept up.
void read_kept(const Facts& facts, const ramps::CycleState& cycle, ChainRow& row) {
  if (!cycle.cycle->act || cycle.cycle->act->decision != model::Decision::adopt) return;
  ++row.adopted;
  row.kept += is_kept(*cycle.cycle);
  const bool is_overdue = cycle.look_days_over > facts.thresholds.look_grace_days;
  row.looks_overdue += is_overdue;
  if ((is_overdue || !is_kept(*cycle.cycle)) && row.stops_in.empty()) row.stops_in = cycle.id;
}

void read_ramps(const Facts& facts, const std::vector<std::size_t>& serving, ChainRow& row) {
  for (const std::size_t at : serving) {
    const ramps::RampState& ramp = facts.ramps[at];
    row.ramps.push_back(ramp.id);
    row.is_tested = row.is_tested || has_begun(ramp, facts.today);
    bool is_open = false;
    for (const ramps::CycleState& cycle : ramp.cycles) {
      if (cycle.is_open) {
        is_open = true;
        ++row.open_cycles;
        if (row.testing.empty() && cycle.cycle->start <= facts.today) row.testing = cycle.id;
      } else {
        ++row.closed_cycles;
        read_kept(facts, cycle, row);
      }
    }
    row.ramp_is_open.push_back(is_open);
  }
  read_measures(facts, serving, row);
}

std::optional<Station> first_break(const ChainRow& row, const Thresholds& thresholds) {
  if (!row.score_from && !row.score_to) return Station::score;
  if (!row.sheet) return Station::sheet;
  if (row.recommendations_ready == 0) return Station::recommendations;
  if (row.ideas == 0) return Station::ideas;
  if (!row.is_tested) return Station::ramps;
  const auto is_enough = [&](const MeasureShown& each) {
    return each.points >= static_cast<std::size_t>(thresholds.points_to_judge);
  };
  if (std::none_of(row.measures.begin(), row.measures.end(), is_enough)) return Station::measure;
  if (!row.stops_in.empty()) return Station::kept;
  return std::nullopt;
}

ChainRow row_of(const Facts& facts, const std::vector<const model::Assessment*>& assessments, const std::string& item) {
  ChainRow row;
  row.item = item;
  count_notes(facts, row);
  read_scores(assessments, row);
  read_sheet(facts, row);
  const std::vector<std::string> ideas = ideas_serving(facts.project, item);
  read_ideas(facts, ideas, row);
  read_ramps(facts, ramps_serving(facts, item, ideas), row);
  row.stops_at = first_break(row, facts.thresholds);
  return row;
}

Reached reached_by(const model::Project& project) {
  if (project.priorities && !project.priorities->tables.empty()) return Reached::ranked;
  if (!project.assessments.empty()) return Reached::scored;
  if (!project.pathways.empty() || !project.observations.empty()) return Reached::mapped;
  return Reached::nothing;
}

}  // namespace

std::vector<std::string> Chain::without_test() const {
  std::vector<std::string> items;
  for (const ChainRow& row : rows)
    if (!row.is_tested) items.push_back(row.item);
  return items;
}

bool Chain::is_broken() const {
  return std::any_of(rows.begin(), rows.end(), [](const ChainRow& row) { return row.stops_at.has_value(); });
}

bool is_kept(const model::Cycle& cycle) {
  if (!cycle.act || !cycle.act->sustain) return false;
  const model::Sustain& sustain = *cycle.act->sustain;
  return sustain.owner && sustain.agenda && sustain.look_every_weeks;
}

Chain chain_of(const Facts& facts) {
  Chain chain;
  const auto& priorities = facts.project.priorities;
  if (!priorities || !priorities->agreed || priorities->agreed->order.empty()) {
    chain.reached = reached_by(facts.project);
    return chain;
  }
  const std::vector<const model::Assessment*> assessments = assessments_by_date(facts);
  for (const std::string& item : priorities->agreed->order) chain.rows.push_back(row_of(facts, assessments, item));
  if (const auto& date = priorities->agreed->date; date && *date <= facts.today)
    chain.weeks_since_agreed = text::days_between(*date, facts.today) / 7;
  return chain;
}

}  // namespace thrive::standing

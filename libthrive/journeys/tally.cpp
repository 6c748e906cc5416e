// SPDX-License-Identifier: MIT
#include "libthrive/journeys/tally.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace thrive::journeys {

namespace {

using DayTotals = std::vector<std::int64_t>;

void add_to(DayTotals& sums, const DayTotals& more) {
  if (sums.size() < more.size()) sums.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
}

void add_to(NamedCounts& counts, const NamedCounts& more) {
  for (const auto& added : more) {
    const auto known =
        std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == added.first; });
    if (known == counts.end())
      counts.push_back(added);
    else
      known->second += added.second;
  }
}

void add_to(std::optional<Count>& count, const std::optional<Count>& more) {
  if (!more) return;
  if (!count) count = Count();
  *count += *more;
}

void add_to(Quality& quality, const Quality& more) {
  for (const WayOut& way : ways_out) quality.*way.count += more.*way.count;
  quality.rows += more.rows;
  quality.conflicting_duplicates += more.conflicting_duplicates;
  quality.second_before_first += more.second_before_first;
  quality.analysed += more.analysed;
  quality.after_cut_off += more.after_cut_off;
  quality.stop_after_closed += more.stop_after_closed;
  add_to(quality.closed_without_reason, more.closed_without_reason);
  add_to(quality.age_impossible, more.age_impossible);
  add_to(quality.unreadable_dates, more.unreadable_dates);
  add_to(quality.implausible_dates, more.implausible_dates);
  add_to(quality.unknown, more.unknown);
}

/// Counts waits one by one.
class Counter {
 public:
  Counter(const Episodes& episodes, Tally& tally, std::size_t splits) : episodes_(episodes), tally_(tally) {
    month_of_day_.resize(believed_days + 1);
    week_of_day_.resize(believed_days + 1);
    for (int back = 0; back <= believed_days; ++back) {
      const std::chrono::year_month_day date(tally.cut_off - std::chrono::days(back));
      const auto at = static_cast<std::size_t>(back);
      month_of_day_[at] =
          12 * static_cast<int>(date.year()) + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
      week_of_day_[at] = weeks_before(tally.cut_off, at);
    }
    for (std::size_t column = 0; column < splits; ++column)
      groups_.emplace_back(episodes.watched[column].values.size() + 1);
    reasons_.resize(episodes.reasons.size() + 1);
  }

  void add(const Episode& episode) {
    tally_.waits.add(episode.outcome, episode.wait());
    for (std::size_t column = 0; column < groups_.size(); ++column)
      groups_[column][episodes_.code(episode, column)].add(episode.outcome, episode.wait());
    if (episode.outcome == Outcome::left) ++reasons_[episode.reason];
    add_to_cohort(episode);
    add_to_days(episode);
    add_second_wait(episode);
  }

  void finish() {
    for (std::size_t column = 0; column < groups_.size(); ++column) {
      const Watched& watched = episodes_.watched[column];
      SplitTally split;
      split.by = watched.title;
      split.unknown = std::move(groups_[column][0]);
      for (std::size_t code = 1; code < groups_[column].size(); ++code)
        if (groups_[column][code].total() > 0)
          split.groups.emplace(watched.values[code - 1], std::move(groups_[column][code]));
      tally_.splits.push_back(std::move(split));
    }
    tally_.left_without_reason = reasons_[0];
    for (std::size_t code = 1; code < reasons_.size(); ++code)
      if (reasons_[code] > 0) tally_.reasons[episodes_.reasons[code - 1]] += reasons_[code];
  }

 private:
  static std::size_t back(Day day) { return static_cast<std::size_t>(-day); }

  DayCounts& day(Day day) {
    if (back(day) >= tally_.days.size()) tally_.days.resize(back(day) + 1);
    return tally_.days[back(day)];
  }

  void add_to_cohort(const Episode& episode) {
    const bool in_time = episode.wait() <= tally_.last_day;
    const bool seen = in_time && episode.outcome == Outcome::completed;
    if (episode.start + tally_.last_day <= 0) {
      ++tally_.matured;
      tally_.matured_seen += seen ? 1 : 0;
    }
    const int month = month_of_day_[back(episode.start)];
    if (cohort_ == nullptr || month != cohort_month_) {
      cohort_ = &tally_.cohorts[month];
      cohort_month_ = month;
    }
    ++cohort_->all;
    cohort_->seen += seen ? 1 : 0;
    cohort_->left += in_time && episode.outcome == Outcome::left ? 1 : 0;
  }

  void add_to_days(const Episode& episode) {
    ++day(episode.start).started;
    if (episode.outcome == Outcome::waiting) return;
    DayCounts& last = day(episode.end);
    last.days_waited += episode.wait();
    if (episode.outcome == Outcome::left) {
      ++last.left;
      return;
    }
    ++last.stopped;
    last.within += episode.wait() <= tally_.last_day ? 1 : 0;
    const std::size_t week = week_of_day_[back(episode.end)];
    if (week >= tally_.stops_by_week.size()) tally_.stops_by_week.resize(week + 1);
    tally_.stops_by_week[week].push_back(static_cast<std::uint16_t>(episode.wait()));
  }

  /// From the first to the second contact, where closing after one contact is leaving.
  void add_second_wait(const Episode& episode) {
    if (!tally_.has_second_wait || episode.first_contact == no_day) return;
    const Day start = episode.first_contact, stop = episode.second_contact, closed = episode.closed;
    if (closed != no_day && closed < start) return;
    if (stop != no_day && (closed == no_day || stop <= closed))
      tally_.second_waits.add(Outcome::completed, stop - start);
    else if (closed != no_day)
      tally_.second_waits.add(Outcome::left, closed - start);
    else
      tally_.second_waits.add(Outcome::waiting, -start);
  }

  const Episodes& episodes_;
  Tally& tally_;
  std::vector<int> month_of_day_;
  std::vector<std::size_t> week_of_day_;
  std::vector<std::vector<WaitCounts>> groups_;
  std::vector<std::int64_t> reasons_;
  CohortCounts* cohort_ = nullptr;
  int cohort_month_ = 0;
};

}  // namespace

void WaitCounts::add(const WaitCounts& more) {
  for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) add_to(by_day_[outcome], more.by_day_[outcome]);
}

std::int64_t WaitCounts::total(Outcome outcome) const {
  return std::accumulate(of(outcome).begin(), of(outcome).end(), std::int64_t{0});
}

std::int64_t WaitCounts::total() const {
  return total(Outcome::completed) + total(Outcome::waiting) + total(Outcome::left);
}

std::int64_t WaitCounts::up_to(Outcome outcome, int wait) const {
  const auto end = std::min(of(outcome).size(), static_cast<std::size_t>(std::max(wait + 1, 0)));
  return std::accumulate(of(outcome).begin(), of(outcome).begin() + static_cast<std::ptrdiff_t>(end), std::int64_t{0});
}

std::size_t WaitCounts::days() const {
  std::size_t longest = 0;
  for (const auto& days : by_day_) longest = std::max(longest, days.size());
  return longest;
}

void Tally::add(const Tally& more) {
  add_to(quality, more.quality);
  waits.add(more.waits);
  matured += more.matured;
  matured_seen += more.matured_seen;
  for (const auto& [month, cohort] : more.cohorts) {
    CohortCounts& sum = cohorts[month];
    sum.all += cohort.all;
    sum.seen += cohort.seen;
    sum.left += cohort.left;
  }
  for (const auto& [reason, count] : more.reasons) reasons[reason] += count;
  left_without_reason += more.left_without_reason;
  second_waits.add(more.second_waits);
  for (std::size_t at = 0; at < splits.size() && at < more.splits.size(); ++at) {
    for (const auto& [value, group] : more.splits[at].groups) splits[at].groups[value].add(group);
    splits[at].unknown.add(more.splits[at].unknown);
  }
  if (days.size() < more.days.size()) days.resize(more.days.size());
  for (std::size_t at = 0; at < more.days.size(); ++at) {
    days[at].started += more.days[at].started;
    days[at].stopped += more.days[at].stopped;
    days[at].within += more.days[at].within;
    days[at].left += more.days[at].left;
    days[at].days_waited += more.days[at].days_waited;
  }
  if (stops_by_week.size() < more.stops_by_week.size()) stops_by_week.resize(more.stops_by_week.size());
  for (std::size_t at = 0; at < more.stops_by_week.size(); ++at)
    stops_by_week[at].insert(stops_by_week[at].end(), more.stops_by_week[at].begin(), more.stops_by_week[at].end());
}

std::size_t weeks_before(text::Date cut_off, std::size_t days_before) {
  const text::Date day = cut_off - std::chrono::days(static_cast<int>(days_before));
  return static_cast<std::size_t>(text::days_between(text::monday_of(day), text::monday_of(cut_off)) / 7);
}

Tally tallied(const Episodes& episodes, Quality quality, int last_day, std::size_t splits) {
  Tally tally;
  tally.cut_off = episodes.cut_off;
  tally.last_day = last_day;
  tally.quality = std::move(quality);
  tally.has_second_wait = episodes.has_second_wait;
  Counter counter(episodes, tally, splits);
  for (const Episode& episode : episodes.all) counter.add(episode);
  counter.finish();
  return tally;
}

}  // namespace thrive::journeys

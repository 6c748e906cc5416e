// SPDX-License-Identifier: MIT
#include "libthrive/journeys/event_tally.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/journeys/case_order.hpp"
#include "libthrive/journeys/pair_numbers.hpp"

namespace thrive::journeys {

namespace {

/// Counts some of the cases of a log.
class CaseCounter {
 public:
  CaseCounter(const EventLog& log, const CaseOrder& order, TieRule rule, const AllowedSteps* steps)
      : order_(order), events_(log, rule, steps), rule_(rule), pairs_(log.activities.size()) {
    tally_.ticks_per_second = log.ticks_per_second;
    tally_.activities = log.activities;
    tally_.last_times.resize(log.activities.size());
    tally_.has_own_variants = !log.start_of.empty() || rule == TieRule::concurrent;
  }

  void count(std::size_t of_case) {
    events_.take(order_, of_case, tally_.ties);
    if (events_.is_left_out()) return;
    const std::vector<Event>& events = events_.in_order();
    sequence_.assign(2, 0);
    for (std::size_t i = 0; i < events.size(); ++i) {
      sequence_.push_back(events[i].activity);
      if (i + 1 == events.size()) break;
      if (rule_ == TieRule::concurrent && events[i].is_tied_with(events[i + 1]))
        sequence_.push_back(no_order);
      else
        waits_of(events[i].activity, events[i + 1].activity).push_back(events[i + 1].start - events[i].time);
    }
    tally_.last_times[events.back().activity].push_back(events.back().time);
    const std::vector<Event>& completed = events_.by_completion();
    sequence_[0] = completed.front().activity;
    sequence_[1] = completed.back().activity;
    tally_.ways.add(sequence_);
    tally_.durations.push_back(completed.back().time - completed.front().time);
    if (!tally_.has_own_variants) return;
    sequence_.clear();
    for (const Event& event : completed) sequence_.push_back(event.activity);
    tally_.variants.add(sequence_);
  }

  EventTally take() { return std::move(tally_); }

 private:
  std::vector<std::int64_t>& waits_of(std::uint32_t from, std::uint32_t to) {
    const std::size_t number = pairs_.number_of(from, to);
    if (number == tally_.waits.size()) tally_.waits.push_back({from, to, {}});
    return tally_.waits[number].ticks;
  }

  const CaseOrder& order_;
  CaseEvents events_;
  TieRule rule_;
  PairNumbers pairs_;
  std::vector<std::uint32_t> sequence_;
  EventTally tally_;
};

void append(std::vector<std::int64_t>& into, std::vector<std::int64_t> more, std::int64_t factor) {
  if (factor != 1)
    for (std::int64_t& ticks : more) ticks *= factor;
  if (into.empty())
    into = std::move(more);
  else
    into.insert(into.end(), more.begin(), more.end());
}

/// Counts all times in ticks that are so many times finer.
void make_finer(EventTally& tally, std::int64_t factor) {
  if (factor == 1) return;
  tally.ticks_per_second *= factor;
  for (PairWaits& pair : tally.waits)
    for (std::int64_t& ticks : pair.ticks) ticks *= factor;
  for (std::vector<std::int64_t>& times : tally.last_times)
    for (std::int64_t& ticks : times) ticks *= factor;
  for (std::int64_t& ticks : tally.durations) ticks *= factor;
}

/// Adds sequences whose numbers are others here, but for `kept` numbers that mean no activity.
void add_sequences(Sequences& into, const Sequences& more, const std::vector<std::uint32_t>& here) {
  std::vector<std::uint32_t> sequence;
  for (std::size_t i = 0; i < more.size(); ++i) {
    sequence.clear();
    for (const std::uint32_t number : more[i]) sequence.push_back(number == no_order ? no_order : here[number]);
    into.add(sequence, more.count(i));
  }
}

/// The numbers that another tally's activities have here; new ones are added.
std::vector<std::uint32_t> numbers_here(EventTally& into, const std::vector<std::string>& activities) {
  std::vector<std::uint32_t> here;
  for (std::size_t i = 0; i < activities.size(); ++i) {
    const bool at_same_place = i < into.activities.size() && into.activities[i] == activities[i];
    const auto found = at_same_place ? into.activities.begin() + static_cast<std::ptrdiff_t>(i)
                                     : std::find(into.activities.begin(), into.activities.end(), activities[i]);
    here.push_back(static_cast<std::uint32_t>(found - into.activities.begin()));
    if (found == into.activities.end()) into.activities.push_back(activities[i]);
  }
  into.last_times.resize(into.activities.size());
  return here;
}

}  // namespace

EventTally tally_of(EventLog log, TieRule rule, const AllowedSteps* steps, const AtOnce& at_once) {
  const CaseOrder order(log);
  constexpr std::size_t cases_worth_a_thread = 5000;
  const std::size_t parts = log.cases < 2 * cases_worth_a_thread ? 1 : 2;
  std::vector<EventTally> tallies(parts);
  at_once(parts, [&](std::size_t part) {
    CaseCounter counter(log, order, rule, steps);
    for (std::size_t of_case = log.cases * part / parts; of_case < log.cases * (part + 1) / parts; ++of_case)
      counter.count(of_case);
    tallies[part] = counter.take();
  });
  const LogRows rows = log.rows;
  log = {};
  EventTally whole = std::move(tallies.front());
  for (std::size_t part = 1; part < parts; ++part) add(whole, std::move(tallies[part]));
  whole.rows = rows;
  return whole;
}

void add(EventTally& into, EventTally more) {
  into.rows += more.rows;
  into.ties += more.ties;
  into.has_own_variants = into.has_own_variants || more.has_own_variants;
  if (into.ticks_per_second < more.ticks_per_second) make_finer(into, more.ticks_per_second);
  const std::int64_t factor = into.ticks_per_second / more.ticks_per_second;
  const std::vector<std::uint32_t> here = numbers_here(into, more.activities);
  add_sequences(into.ways, more.ways, here);
  add_sequences(into.variants, more.variants, here);
  PairNumbers pairs(into.activities.size());
  for (const PairWaits& pair : into.waits) pairs.number_of(pair.from, pair.to);
  for (PairWaits& pair : more.waits) {
    const std::size_t number = pairs.number_of(here[pair.from], here[pair.to]);
    if (number == into.waits.size()) into.waits.push_back({here[pair.from], here[pair.to], {}});
    append(into.waits[number].ticks, std::move(pair.ticks), factor);
  }
  for (std::size_t i = 0; i < more.last_times.size(); ++i)
    append(into.last_times[here[i]], std::move(more.last_times[i]), factor);
  append(into.durations, std::move(more.durations), factor);
}

}  // namespace thrive::journeys

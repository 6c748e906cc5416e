// SPDX-License-Identifier: MIT
#include "libthrive/journeys/gate.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/journeys/spells.hpp"

namespace thrive::journeys {

namespace {

using model::DateRole;

/// Of two days the one that is there; of both the earlier.
Day earlier(Day one, Day other) {
  if (one == no_day || other == no_day) return std::max(one, other);  // no_day is below every other
  return std::min(one, other);
}

/// The code that is said of rows with one fault: of the first few one by one, of more how many.
constexpr std::string_view fault_of_row(std::string_view code) { return code; }

class Gate {
 public:
  Gate(Quality& quality, const ClockRule& rule) : quality_(quality), rule_(rule) {}

  Gated pass(Referrals&& all) {
    Referrals received = with_receipt(std::move(all));
    if (rule_.spell_days) {
      const std::size_t before = received.rows.size();
      received = joined_into_spells(std::move(received), *rule_.spell_days);
      quality_.joined += static_cast<std::int64_t>(before - received.rows.size());
    }
    if (received.has_reasons && !quality_.closed_without_reason) quality_.closed_without_reason = Count();
    if (received.has_ages && !quality_.age_impossible) quality_.age_impossible = Count();
    Gated gated;
    gated.episodes.has_second_wait = received.has_role[static_cast<std::size_t>(DateRole::second_contact)] &&
                                     rule_.stop != model::ClockStop::second_contact;
    for (std::size_t row = 0; row < received.rows.size(); ++row) take(received, row, gated.episodes);
    std::vector<std::int64_t> unknown(received.watched.size(), 0);
    for (const Episode& episode : gated.episodes.all)
      for (std::size_t column = 0; column < unknown.size(); ++column)
        unknown[column] += received.code(episode.row, column) == 0 ? 1 : 0;
    for (std::size_t column = 0; column < unknown.size(); ++column)
      quality_.unknown.emplace_back(received.watched[column].title, unknown[column]);
    quality_.analysed += static_cast<std::int64_t>(gated.episodes.all.size());
    gated.episodes.cut_off = received.cut_off;
    gated.episodes.watched = std::move(received.watched);
    gated.episodes.codes = std::move(received.codes);
    gated.episodes.reasons = std::move(received.reasons);
    gated.episodes.has_reasons = received.has_reasons;
    gated.faults = std::move(faults_);
    return gated;
  }

 private:
  bool leave(Count Quality::*count, std::string_view code, const Referral& referral) {
    quality_.*count += 1;
    auto fault = std::find_if(faults_.begin(), faults_.end(), [&](const Fault& known) { return known.code == code; });
    if (fault == faults_.end()) fault = faults_.insert(faults_.end(), {code, {}, 0});
    ++fault->count;
    if (fault->lines.size() < faults_told) fault->lines.push_back(referral.line);
    return false;
  }

  /// True for a referral that was received by the cut-off and not closed before. Puts its contacts in order.
  bool is_received(Referral& referral) {
    const Day received = referral.day(DateRole::received);
    if (received == no_day) return leave(&Quality::received_missing, fault_of_row("received-missing"), referral);
    if (received == later_day)
      return leave(&Quality::received_after_cut_off, fault_of_row("received-after-cut-off"), referral);
    const Day closed = referral.day(DateRole::closed);
    if (closed != no_day && closed < received)
      return leave(&Quality::closed_before_received, fault_of_row("closed-before-received"), referral);
    Day& first = referral.day(DateRole::first_contact);
    Day& second = referral.day(DateRole::second_contact);
    if (second == no_day) return true;
    if (first == no_day || second < first) {
      if (first != no_day) quality_.second_before_first += 1;
      std::swap(first, second);
    }
    return true;
  }

  /// The referrals that were received, in their places: the others are closed up over.
  Referrals with_receipt(Referrals&& all) {
    const std::size_t watched = all.watched.size();
    std::size_t kept = 0;
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
      if (!is_received(all.rows[row])) continue;
      if (kept != row) {
        all.rows[kept] = all.rows[row];
        for (std::size_t column = 0; column < watched; ++column)
          all.codes[kept * watched + column] = all.codes[row * watched + column];
      }
      ++kept;
    }
    all.rows.resize(kept);
    all.codes.resize(kept * watched);
    return std::move(all);
  }

  Day start_of(const Referral& referral) const { return referral.day(model::role_of(rule_.start)); }

  Day stop_of(const Referral& referral) const {
    const Day first = referral.day(DateRole::first_contact);
    const Day contact = earlier(first, referral.day(DateRole::indirect));
    switch (rule_.stop) {
      case model::ClockStop::decision:
        return referral.day(DateRole::decision);
      case model::ClockStop::first_contact:
        return first;
      case model::ClockStop::first_contact_or_indirect:
        return contact;
      case model::ClockStop::second_contact:
        return referral.day(DateRole::second_contact);
      case model::ClockStop::care_plan:
        return referral.day(DateRole::care_plan);
      case model::ClockStop::baseline_outcome:
        return referral.day(DateRole::baseline_outcome);
      case model::ClockStop::full: {
        const Day outcome = referral.day(DateRole::baseline_outcome), plan = referral.day(DateRole::care_plan);
        if (contact == no_day || outcome == no_day || plan == no_day) return no_day;
        return std::max({contact, outcome, plan});
      }
    }
    return no_day;
  }

  bool take(const Referrals& referrals, std::size_t row, Episodes& episodes) {
    const Referral& referral = referrals.rows[row];
    const Day start = start_of(referral);
    if (start == no_day) {
      quality_.not_started += 1;
      return false;
    }
    const Day received = referral.day(DateRole::received);
    const Day first = referral.day(DateRole::first_contact);
    const Day contact = earlier(first, referral.day(DateRole::indirect));
    if (contact != no_day && contact < received)
      return leave(&Quality::contact_before_referral, fault_of_row("contact-before-referral"), referral);
    const Day stop = stop_of(referral);
    if (stop != no_day && stop < start)
      return leave(&Quality::stop_before_start, fault_of_row("stop-before-start"), referral);
    const Day closed = referral.day(DateRole::closed);
    if (closed != no_day && closed < start)
      return leave(&Quality::closed_before_start, fault_of_row("closed-before-start"), referral);
    Episode episode;
    episode.start = start;
    episode.first_contact = first;
    episode.second_contact = referral.day(DateRole::second_contact);
    episode.closed = closed;
    episode.row = static_cast<std::uint32_t>(row);
    episode.end = 0;
    if (stop != no_day && (closed == no_day || stop <= closed)) {
      episode.outcome = Outcome::completed;
      episode.end = stop;
    } else if (closed != no_day) {
      episode.outcome = Outcome::left;
      episode.end = closed;
      episode.reason = referral.reason;
    }
    count(referral, stop);
    episodes.all.push_back(episode);
    return true;
  }

  /// What is counted of a referral that stays.
  void count(const Referral& referral, Day stop) {
    const Day closed = referral.day(DateRole::closed);
    if (referral.later != 0) quality_.after_cut_off += 1;
    if (closed != no_day && stop != no_day && stop > closed) quality_.stop_after_closed += 1;
    if (closed != no_day && quality_.closed_without_reason && referral.reason == 0)
      *quality_.closed_without_reason += 1;
    if (quality_.age_impossible && referral.had_impossible_age) *quality_.age_impossible += 1;
  }

  Quality& quality_;
  const ClockRule& rule_;
  std::vector<Fault> faults_;
};

}  // namespace

Gated pass_gate(Referrals&& referrals, const ClockRule& rule, Quality& quality) {
  return Gate(quality, rule).pass(std::move(referrals));
}

}  // namespace thrive::journeys

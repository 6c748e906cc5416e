// SPDX-License-Identifier: MIT
#include "libthrive/journeys/spells.hpp"

#include <algorithm>

namespace thrive::journeys {

namespace {

using model::DateRole;

/// A spell while referrals are added to it, the earliest first.
class Spell {
 public:
  Spell(const Referrals& from, std::size_t row) : from_(from), whole_(from.rows[row]) {
    codes_.resize(from.watched.size(), 0);
    add_codes(row);
    contacts_ = {whole_.day(DateRole::first_contact), whole_.day(DateRole::second_contact)};
    end_ = whole_.day(DateRole::closed);
    is_open_ = end_ == no_day;
    later_ = whole_.later;
    is_open_to_the_end_ = is_open_ && !whole_.is_later(DateRole::closed);
  }

  bool takes(const Referral& next, int spell_days) const {
    return is_open_ || next.day(DateRole::received) <= end_ + spell_days;
  }

  void add(std::size_t row) {
    const Referral& next = from_.rows[row];
    add_codes(row);
    contacts_.push_back(next.day(DateRole::first_contact));
    contacts_.push_back(next.day(DateRole::second_contact));
    for (const DateRole role :
         {DateRole::decision, DateRole::indirect, DateRole::care_plan, DateRole::baseline_outcome}) {
      Day& earliest = whole_.day(role);
      const Day day = next.day(role);
      if (day != no_day && (earliest == no_day || day < earliest)) earliest = day;
    }
    const Day closed = next.day(DateRole::closed);
    if (closed == no_day) {
      is_open_ = true;
    } else if (closed >= end_) {
      end_ = closed;
      whole_.reason = next.reason;
    }
    later_ = static_cast<std::uint8_t>(later_ | next.later);
    is_open_to_the_end_ = is_open_to_the_end_ || (closed == no_day && !next.is_later(DateRole::closed));
    whole_.had_impossible_age = whole_.had_impossible_age || next.had_impossible_age;
  }

  void finish(Referrals& into) {
    std::sort(contacts_.begin(), contacts_.end());
    const auto first = std::find_if(contacts_.begin(), contacts_.end(), [](Day day) { return day != no_day; });
    whole_.day(DateRole::first_contact) = first == contacts_.end() ? no_day : *first;
    whole_.day(DateRole::second_contact) = contacts_.end() - first < 2 ? no_day : first[1];
    whole_.day(DateRole::closed) = is_open_ ? no_day : end_;
    if (is_open_) whole_.reason = 0;
    keep_later_days();
    into.rows.push_back(whole_);
    into.codes.insert(into.codes.end(), codes_.begin(), codes_.end());
  }

 private:
  /// A day behind the cut-off counts where it would be the one that is kept.
  void keep_later_days() {
    const unsigned later = later_;
    const auto was_later = [later](DateRole role) { return ((later >> static_cast<unsigned>(role)) & 1U) != 0; };
    whole_.later = 0;
    for (const DateRole role :
         {DateRole::decision, DateRole::indirect, DateRole::care_plan, DateRole::baseline_outcome})
      if (was_later(role) && whole_.day(role) == no_day) whole_.set_later(role);
    const bool has_later_contact = was_later(DateRole::first_contact) || was_later(DateRole::second_contact);
    if (has_later_contact && whole_.day(DateRole::second_contact) == no_day) whole_.set_later(DateRole::second_contact);
    if (was_later(DateRole::closed) && !is_open_to_the_end_) whole_.set_later(DateRole::closed);
  }

  void add_codes(std::size_t row) {
    for (std::size_t column = 0; column < codes_.size(); ++column)
      if (codes_[column] == 0) codes_[column] = from_.code(row, column);
  }

  const Referrals& from_;
  Referral whole_;
  std::vector<std::uint8_t> codes_;
  std::vector<Day> contacts_;
  Day end_ = no_day;  // the latest closing so far
  bool is_open_ = false;
  bool is_open_to_the_end_ = false;  // one of them has no closing, not even one behind the cut-off
  std::uint8_t later_ = 0;           // of all its referrals
};

/// The rows of persons, each person's together and in the order of receipt.
std::vector<std::uint32_t> rows_by_person(const Referrals& referrals) {
  std::vector<std::uint32_t> order(referrals.rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Referral& one = referrals.rows[a];
    const Referral& other = referrals.rows[b];
    if (one.person != other.person) return one.person < other.person;
    const Day received = one.day(DateRole::received), later = other.day(DateRole::received);
    return received != later ? received < later : a < b;
  });
  return order;
}

}  // namespace

Referrals joined_into_spells(Referrals&& referrals, int spell_days) {
  const Referrals from = std::move(referrals);
  Referrals into;
  into.cut_off = from.cut_off;
  into.watched = from.watched;
  into.reasons = from.reasons;
  into.has_role = from.has_role;
  into.has_reasons = from.has_reasons;
  into.has_ages = from.has_ages;
  const std::vector<std::uint32_t> order = rows_by_person(from);
  for (std::size_t at = 0; at < order.size();) {
    Spell spell(from, order[at]);
    const std::uint32_t person = from.rows[order[at]].person;
    for (++at; at < order.size(); ++at) {
      const Referral& next = from.rows[order[at]];
      if (person == 0 || next.person != person || !spell.takes(next, spell_days)) break;
      spell.add(order[at]);
    }
    spell.finish(into);
  }
  return into;
}

}  // namespace thrive::journeys

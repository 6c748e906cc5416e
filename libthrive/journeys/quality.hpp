// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "libthrive/journeys/count.hpp"

namespace thrive::journeys {

/// How many of something, by a name.
using NamedCounts = std::vector<std::pair<std::string, Count>>;

/// Where every row of an extract went. The lines of `ways_out` and `analysed` add up to `rows`.
struct Quality {
  Count rows;
  Count not_referrals;
  Count duplicates;
  Count conflicting_duplicates;  // of the duplicates
  Count out_of_scope;
  Count received_missing;
  Count received_after_cut_off;
  Count closed_before_received;
  Count second_before_first;  // the two contacts were swapped; stays in
  Count joined;
  Count not_started;
  Count contact_before_referral;
  Count stop_before_start;
  Count closed_before_start;
  Count analysed;

  // Counted, and left in.
  Count after_cut_off;
  Count stop_after_closed;
  std::optional<Count> closed_without_reason;  // nothing without a column of reasons
  std::optional<Count> age_impossible;         // nothing without a column of ages
  NamedCounts unreadable_dates;                // by role
  NamedCounts implausible_dates;               // by role
  NamedCounts unknown;                         // by column that is split by

  /// Rows that are referrals in scope, each once.
  std::int64_t in_scope() const { return rows.people - not_referrals.people - duplicates.people - out_of_scope.people; }
  /// Rows in scope that had to be left out because something in them cannot be right.
  std::int64_t faulty() const {
    return received_missing.people + closed_before_received.people + contact_before_referral.people +
           stop_before_start.people + closed_before_start.people;
  }
};

/// A line of the gate.
struct WayOut {
  std::string_view name;
  Count Quality::*count;
  std::string_view words;  // for people, lower case
};

/// The ways by which rows leave before anything is worked out, in their order.
inline constexpr std::array<WayOut, 11> ways_out = {{
    {"not_referrals", &Quality::not_referrals, "lines that are no referral, such as totals"},
    {"duplicates", &Quality::duplicates, "second rows of a referral"},
    {"out_of_scope", &Quality::out_of_scope, "out of scope"},
    {"received_missing", &Quality::received_missing, "without a day of receipt"},
    {"received_after_cut_off", &Quality::received_after_cut_off, "received after the cut-off"},
    {"closed_before_received", &Quality::closed_before_received, "closed before they were received"},
    {"joined", &Quality::joined, "joined to an earlier referral of the same spell"},
    {"not_started", &Quality::not_started, "whose wait has not started"},
    {"contact_before_referral", &Quality::contact_before_referral, "with a contact before they were received"},
    {"stop_before_start", &Quality::stop_before_start, "whose wait stops before it starts"},
    {"closed_before_start", &Quality::closed_before_start, "closed before the wait starts"},
}};

}  // namespace thrive::journeys

// SPDX-License-Identifier: MIT
//
// Every value of the reference profiles. Each was computed by at least two independent programs that agreed; the
// conventions are in tests/cases/consensus/README.md.
#include <doctest/doctest.h>

#include "libthrive/priorities/agreement.hpp"
#include "libthrive/priorities/methods/kemeny.hpp"
#include "libthrive/priorities/methods/paths.hpp"
#include "libthrive/priorities/methods/weak_kemeny.hpp"
#include "libthrive/priorities/scores.hpp"
#include "tests/unit/priorities/cases.hpp"

using namespace thrive::priorities;
using namespace thrive::tests;
using nlohmann::json;

namespace {

std::vector<std::vector<std::string>> named_groups(const Profile& profile, const std::vector<Group>& groups) {
  std::vector<std::vector<std::string>> result;
  for (const Group& group : groups) result.push_back(names(profile, group));
  return result;
}

void check_scores(const Profile& profile, const std::vector<double>& scores, const json& expected) {
  REQUIRE(expected.size() == scores.size());
  for (ItemIndex item = 0; item < scores.size(); ++item)
    CHECK(scores[item] == doctest::Approx(expected[profile.items[item]].get<double>()).epsilon(1e-12));
}

void check_cut(const Profile& profile, const Cut& found, const json& expected) {
  CHECK(names(profile, found.certain) == expected["top_k_certain"].get<std::vector<std::string>>());
  CHECK(names(profile, found.tied_at_cut) == expected["top_k_tied_at_cut"].get<std::vector<std::string>>());
}

void check_method(const Profile& profile, const std::vector<double>& scores, const json& expected) {
  check_scores(profile, scores, expected["scores"]);
  const std::vector<Group> order = order_by_score(scores);
  CHECK(named_groups(profile, order) == expected["ranking"].get<std::vector<std::vector<std::string>>>());
  check_cut(profile, cut(order, profile.choose), expected);
}

Profile without(Profile profile, std::size_t table) {
  profile.ballots.erase(profile.ballots.begin() + static_cast<std::ptrdiff_t>(table));
  return profile;
}

template <class Score>
void check_without_tables(const Profile& profile, Score score, const json& expected) {
  if (!expected.contains("leave_one_table_out")) return;
  const json& runs = expected["leave_one_table_out"];
  for (std::size_t table = 0; table < runs.size(); ++table) {
    const Profile rest = without(profile, table);
    check_cut(profile, cut(order_by_score(score(rest)), profile.choose), runs[table]);
  }
}

template <class Number>
void check_square(const Square<Number>& found, const json& expected) {
  for (ItemIndex a = 0; a < found.size(); ++a)
    for (ItemIndex b = 0; b < found.size(); ++b)
      if (a != b) CHECK(static_cast<double>(found(a, b)) == expected[a][b].get<double>());
}

void check_optional(std::optional<double> found, const json& expected) {
  REQUIRE(found.has_value() == !expected.is_null());
  if (found) CHECK(*found == doctest::Approx(expected.get<double>()).epsilon(1e-12));
}

std::optional<double> mean_of_pairs(const Profile& profile, double (*figure)(const Ballot&, const Ballot&)) {
  double sum = 0;
  double pairs = 0;
  for (std::size_t a = 0; a < profile.ballots.size(); ++a)
    for (std::size_t b = a + 1; b < profile.ballots.size(); ++b) {
      sum += figure(profile.ballots[a], profile.ballots[b]);
      ++pairs;
    }
  return pairs == 0 ? std::nullopt : std::optional<double>(sum / pairs);
}

}  // namespace

TEST_CASE("priorities: points and Borda scores agree with the reference profiles") {
  for (const json& reference : consensus_cases()) {
    CAPTURE(reference["id"].get<std::string>());
    const Profile profile = profile_of(reference);
    const json& borda = reference["expected"]["borda"];
    check_method(profile, points(profile), borda["points"]);
    check_method(profile, average_borda(compare_pairs(profile), profile.weight_parts), borda["average"]);
    check_method(profile, positional_scores(profile, FirstPlace::listed), borda["modified"]);
    if (reference["top_k"].is_null()) {
      // Complete lists: position q earns n - q + 1 under `points`, n - q when the last place earns nothing.
      for (ItemIndex item = 0; item < profile.items.size(); ++item)
        CHECK(positional_scores(profile, FirstPlace::items)[item] <= points(profile)[item]);
    }
    check_scores(profile, positional_scores(profile, FirstPlace::items), borda["zero_unlisted"]["scores"]);
    check_without_tables(profile, points, borda["points"]);
    check_without_tables(
        profile, [](const Profile& rest) { return average_borda(compare_pairs(rest), rest.weight_parts); },
        borda["average"]);
  }
}

TEST_CASE("priorities: head-to-head methods agree with the reference profiles") {
  for (const json& reference : consensus_cases()) {
    CAPTURE(reference["id"].get<std::string>());
    const Profile profile = profile_of(reference);
    const json& expected = reference["expected"];
    const Pairwise pairs = compare_pairs(profile);
    check_square(pairs.above, expected["pairwise_above"]);
    check_method(profile, copeland(pairs), expected["copeland"]);
    const auto winner = condorcet_winner(pairs);
    REQUIRE(winner.has_value() == !expected["condorcet_winner"].is_null());
    if (winner) CHECK(profile.items[*winner] == expected["condorcet_winner"].get<std::string>());
    CHECK(names(profile, smith_set(pairs)) == expected["smith_set"].get<std::vector<std::string>>());
    for (const auto& [key, strength] :
         {std::pair{"winning_votes", WinStrength::winning_votes}, std::pair{"margins", WinStrength::margins}}) {
      const Schulze found = schulze(pairs, strength);
      check_square(found.paths, expected["schulze"][key]["path_strength"]);
      CHECK(names(profile, found.winners) == expected["schulze"][key]["winners"].get<std::vector<std::string>>());
      CHECK(named_groups(profile, found.order) ==
            expected["schulze"][key]["ranking"].get<std::vector<std::vector<std::string>>>());
    }
    const RankedPairs locked = ranked_pairs(pairs);
    CHECK(names(profile, locked.order) == expected["ranked_pairs"]["order"].get<std::vector<std::string>>());
    std::vector<std::vector<std::string>> skipped;
    for (const auto& [a, b] : locked.skipped) skipped.push_back(names(profile, {a, b}));
    CHECK(skipped == expected["ranked_pairs"]["skipped_pairs"].get<std::vector<std::vector<std::string>>>());
  }
}

TEST_CASE("priorities: all optimal Kemeny orders agree with the reference profiles") {
  for (const json& reference : consensus_cases()) {
    CAPTURE(reference["id"].get<std::string>());
    const Profile profile = profile_of(reference);
    const json& expected = reference["expected"]["kemeny_linear"];
    const Kemeny found = kemeny(compare_pairs(profile), mentions(profile), profile.choose);
    CHECK(found.proven);
    CHECK(static_cast<double>(found.cost) == expected["cost_reversals"].get<double>());
    REQUIRE(found.orders);
    const std::string count = expected["n_optimal"].is_string() ? expected["n_optimal"].get<std::string>()
                                                                : std::to_string(expected["n_optimal"].get<long>());
    CHECK(found.orders->count.decimal() == count);
    for (ItemIndex item = 0; item < profile.items.size(); ++item) {
      CHECK(found.orders->best_position[item] == expected["best_position"][profile.items[item]].get<std::size_t>());
      CHECK(found.orders->worst_position[item] == expected["worst_position"][profile.items[item]].get<std::size_t>());
    }
    CHECK(names(profile, found.orders->always_chosen) == expected["always_in_top_k"].get<std::vector<std::string>>());
    CHECK(names(profile, found.orders->sometimes_chosen) ==
          expected["sometimes_in_top_k"].get<std::vector<std::string>>());
    std::vector<std::vector<std::string>> above;
    for (const auto& [a, b] : found.orders->always_above) above.push_back(names(profile, {a, b}));
    std::vector<std::vector<std::string>> expected_above = expected["always_above"];
    std::sort(above.begin(), above.end());
    std::sort(expected_above.begin(), expected_above.end());
    CHECK(above == expected_above);
    if (expected.contains("optimal_orders") && !expected["optimal_orders"].is_null()) {
      std::vector<std::vector<std::string>> orders;
      for (const auto& order : found.orders->listed) orders.push_back(names(profile, order));
      CHECK(orders == expected["optimal_orders"].get<std::vector<std::vector<std::string>>>());
    }
  }
}

TEST_CASE("priorities: Kemeny orders with ties agree with the reference profiles") {
  std::size_t looked_at = 0;
  for (const json& reference : consensus_cases()) {
    if (!reference["expected"].contains("kemeny_weak_p_half")) continue;
    CAPTURE(reference["id"].get<std::string>());
    const json& expected = reference["expected"]["kemeny_weak_p_half"];
    const Profile profile = profile_of(reference);
    std::vector<ItemIndex> items;
    for (ItemIndex item = 0; item < profile.items.size(); ++item) items.push_back(item);
    const auto found = weak_kemeny(compare_pairs(profile), items, 16);
    REQUIRE(found);
    CHECK(static_cast<double>(found->doubled_cost) / 2 == expected["cost"].get<double>());
    CHECK(found->optimal_orders == expected["n_optimal"].get<std::uint64_t>());
    ++looked_at;
  }
  CHECK(looked_at >= 5);
}

TEST_CASE("priorities: agreement between tables agrees with the reference profiles") {
  for (const json& reference : consensus_cases()) {
    CAPTURE(reference["id"].get<std::string>());
    const Profile profile = profile_of(reference);
    const json& expected = reference["expected"].contains("agreement") ? reference["expected"]["agreement"] : json();
    if (expected.is_null()) continue;
    const Agreement found = agreement(profile, 0.9);
    check_optional(found.kendall_w, expected["kendall_w_ties"]);
    check_optional(found.mean_tau_b, expected["mean_tau_b"]);
    check_optional(found.mean_tau_x, expected["mean_tau_x"]);
    check_optional(found.mean_average_overlap, expected["mean_average_overlap"]);
    check_optional(found.mean_rbo, expected["mean_rbo_ext_p09"]);
    if (found.mean_tau_b) CHECK(found.undefined_tau_b == expected["n_undefined_tau_b"].get<std::size_t>());
    // The second method: the mean over pairs, by hand.
    check_optional(mean_of_pairs(profile, tau_x), expected["mean_tau_x"]);
  }
}

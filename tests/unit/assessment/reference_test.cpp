// SPDX-License-Identifier: MIT
//
// Ratings with values that at least two independent programs agreed on (see tests/cases/consensus).
#include <doctest/doctest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/assessment/agreement.hpp"
#include "libthrive/assessment/change.hpp"
#include "libthrive/assessment/item_statistics.hpp"
#include "tests/unit/support.hpp"

using namespace thrive::assessment;
using nlohmann::json;

namespace {

void check_same(const std::optional<double>& ours, const json& expected) {
  REQUIRE(ours.has_value() == !expected.is_null());
  if (ours) CHECK(*ours == doctest::Approx(expected.get<double>()).epsilon(1e-12));
}

std::vector<std::optional<int>> optional_numbers(const json& numbers) {
  std::vector<std::optional<int>> result;
  for (const json& number : numbers)
    result.push_back(number.is_null() ? std::nullopt : std::optional<int>(number.get<int>()));
  return result;
}

void check_items(const Ratings& ratings, const RatingScale& scale, const json& expected) {
  for (std::size_t item = 0; item < expected.size(); ++item) {
    std::vector<int> given;
    for (const auto& rater : ratings)
      if (rater[item]) given.push_back(*rater[item]);
    const ItemStatistics ours = describe_item(given, scale);
    CHECK(ours.n == expected[item]["n"].get<std::size_t>());
    CHECK(ours.counts == expected[item]["counts"].get<std::vector<std::size_t>>());
    if (given.empty()) continue;
    check_same(ours.median, expected[item]["median"]);
    check_same(ours.lower_quartile, expected[item]["q1_type7"]);
    check_same(ours.upper_quartile, expected[item]["q3_type7"]);
    check_same(ours.interquartile_range, expected[item]["iqr_type7"]);
    check_same(ours.percent_thrive_like, expected[item]["pct_thrive_like"]);
    check_same(ours.leik_dispersion, expected[item]["leik_dispersion"]);
  }
}

void check_change(const json& data, const json& expected) {
  const json &before = data["baseline"], &after = data["followup"];  // halves occur: they can be medians
  std::vector<double> changes;
  for (std::size_t item = 0; item < before.size(); ++item)
    if (!before[item].is_null() && !after[item].is_null())
      changes.push_back(after[item].get<double>() - before[item].get<double>());
  const ChangeTests ours = test_changes(changes);
  CHECK(ours.zeros == expected["n_zero"].get<std::size_t>());
  CHECK(ours.n + ours.zeros == expected["n_pairs"].get<std::size_t>());
  check_same(ours.w_plus, expected["W_plus"]);
  check_same(ours.w_minus, expected["W_minus"]);
  check_same(ours.p_exact, expected["p_exact"]);
  check_same(ours.p_exact_pratt, expected["p_exact_pratt"]);
  check_same(ours.p_sign, expected["p_sign"]);
  check_same(ours.rank_biserial, expected["rank_biserial"]);
  check_same(ours.hodges_lehmann, expected["hodges_lehmann"]);
}

}  // namespace

TEST_CASE("ratings: every reference case, every value") {
  std::size_t cases = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(thrive::tests::source_path("tests/cases/consensus/ratings"))) {
    const json data = json::parse(thrive::tests::read_file(entry.path().string()));
    CAPTURE(entry.path().filename().string());
    Ratings ratings;
    for (const json& rater : data["ratings"]) ratings.push_back(optional_numbers(rater));
    const RatingScale scale{1, data["scale_max"].get<int>(), 3};
    const json& expected = data["expected"];
    check_items(ratings, scale, expected["items"]);
    const KrippendorffAlpha alpha = krippendorff_alpha(ratings, scale);
    check_same(alpha.nominal, expected["krippendorff_alpha"]["nominal"]);
    check_same(alpha.ordinal, expected["krippendorff_alpha"]["ordinal"]);
    check_same(alpha.interval, expected["krippendorff_alpha"]["interval"]);
    const GwetAgreement gwet = gwet_agreement(ratings, scale);
    check_same(gwet.ac1, expected["gwet"]["AC1"]);
    check_same(gwet.ac2_linear, expected["gwet"]["AC2_linear"]);
    check_same(gwet.ac2_quadratic, expected["gwet"]["AC2_quadratic"]);
    const KendallConcordance concordance = kendall_concordance(ratings);
    check_same(concordance.w, expected["kendall_w_ties"]);
    CHECK(concordance.items_used == expected["kendall_w_items_used"].get<std::size_t>());
    check_change(data, expected["change"]);
    ++cases;
  }
  CHECK(cases >= 7);
}

// Worked by hand from the definitions.
TEST_CASE("ratings: straddle, gap and isolated") {
  const RatingScale scale;
  CHECK(describe_item({1, 2, 3, 4}, scale).straddles);
  CHECK_FALSE(describe_item({2, 2, 2, 3}, scale).straddles);                 // one table only on one side
  CHECK_FALSE(describe_item({2, 2, 2, 2, 2, 2, 2, 3, 3}, scale).straddles);  // two, but under a quarter
  CHECK(describe_item({2, 2, 2, 2, 2, 2, 3, 3}, scale).straddles);           // exactly a quarter
  CHECK(describe_item({1, 3}, scale).has_gap);
  CHECK_FALSE(describe_item({2, 3}, scale).has_gap);
  CHECK(describe_item({1, 1, 1, 3}, scale).isolated == std::size_t{3});
  CHECK_FALSE(describe_item({1, 1, 4, 4}, scale).isolated.has_value());
  CHECK_FALSE(describe_item({1, 1, 1, 1, 3, 3}, scale).isolated.has_value());  // two are not alone
  CHECK_FALSE(describe_item({}, scale).median.has_value());
}

// R: exactRankTests::wilcox.exact on five moves of one step in one direction gives 0.0625 = 2^(1 - 5).
TEST_CASE("changes: so few moves cannot reach a small p") {
  const ChangeTests tests = test_changes({1, 1, 1, 1, 1, 0, 0});
  CHECK(tests.p_exact == doctest::Approx(0.0625));
  CHECK(tests.smallest_p == doctest::Approx(0.0625));
  const ChangeTests none = test_changes({0, 0});
  CHECK(none.p_exact == 1);
  CHECK_FALSE(none.rank_biserial.has_value());
}

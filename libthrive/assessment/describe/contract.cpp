// SPDX-License-Identifier: MIT
#include "libthrive/assessment/describe/contract.hpp"

namespace thrive::assessment {

namespace {

using text::Value;

Value answer_value(const model::TableScore* answer) {
  if (answer == nullptr) return {};
  return answer->score.points ? Value(*answer->score.points) : Value("unknown");
}

Value agreed_value(const model::AgreedScore* agreed) {
  if (agreed == nullptr) return {};
  return agreed->score.points ? Value(*agreed->score.points) : Value("unknown");
}

Value item_value(const ScoredItem& item) {
  Value scores = Value::map(), evidence = Value::map();
  for (const TableAnswer& given : item.answers) {
    scores.set(given.table, answer_value(given.answer));
    if (given.answer != nullptr && given.answer->evidence) evidence.set(given.table, *given.answer->evidence);
  }
  const ItemStatistics& statistics = item.statistics;
  Value value;
  value.set("id", item.id).set("title", item.item->title).set("level", item.item->level);
  value.set("principles", Value::list_of(item.item->principles))
      .set("scores", std::move(scores))
      .set("n", statistics.n);
  value.set("counts", Value::list_of(statistics.counts)).set("median", statistics.median);
  value.set("mean", statistics.mean);
  value.set("q1", statistics.lower_quartile)
      .set("q3", statistics.upper_quartile)
      .set("iqr", statistics.interquartile_range);
  value.set("percent_thrive_like", statistics.percent_thrive_like).set("leik_dispersion", statistics.leik_dispersion);
  value.set("straddles", statistics.straddles)
      .set("gap", statistics.has_gap)
      .set("isolated", Value::list_of(item.isolated));
  value.set("agreed", agreed_value(item.agreed));
  value.set("agreed_reason", item.agreed != nullptr ? Value(item.agreed->reason) : Value());
  return value.set("evidence", std::move(evidence));
}

Value groups_value(const std::vector<Group>& groups) {
  Value value = Value::map();
  for (const Group& group : groups)
    value.set(group.id, Value()
                            .set("items", group.items)
                            .set("thrive_like", group.thrive_like)
                            .set("median", group.median)
                            .set("mean", group.mean));
  return value;
}

Value agreement_value(const Scoring& scoring) {
  Value alpha, gwet, agreement;
  alpha.set("nominal", scoring.alpha.nominal)
      .set("ordinal", scoring.alpha.ordinal)
      .set("interval", scoring.alpha.interval);
  gwet.set("ac1", scoring.gwet.ac1)
      .set("ac2_linear", scoring.gwet.ac2_linear)
      .set("ac2_quadratic", scoring.gwet.ac2_quadratic);
  agreement.set("krippendorff_alpha", std::move(alpha)).set("gwet", std::move(gwet));
  return agreement.set("kendall_w", scoring.concordance.w).set("kendall_w_items", scoring.concordance.items_used);
}

Value tests_value(const ChangeTests& tests) {
  Value value;
  value.set("n", tests.n).set("zeros", tests.zeros).set("w_plus", tests.w_plus).set("w_minus", tests.w_minus);
  value.set("p_exact", tests.p_exact).set("p_exact_pratt", tests.p_exact_pratt).set("p_sign", tests.p_sign);
  value.set("smallest_p", tests.smallest_p).set("rank_biserial", tests.rank_biserial);
  return value.set("hodges_lehmann", tests.hodges_lehmann);
}

}  // namespace

text::Value score_contract(const Scoring& scoring) {
  Value items = Value::list();
  for (const ScoredItem& item : scoring.items) items.push(item_value(item));
  Value contract;
  contract.set("format", 1)
      .set("command", "assess score")
      .set("assessment", scoring.id)
      .set("instrument", scoring.instrument);
  contract.set("date", text::format_date(scoring.date)).set("tables", Value::list_of(scoring.tables));
  contract.set("items", std::move(items)).set("levels", groups_value(scoring.levels));
  contract.set("principles", groups_value(scoring.principles))
      .set("thrive_like", scoring.thrive_like)
      .set("of", scoring.of);
  contract.set("based_on", model::word(scoring.basis));
  return contract.set("agreement", agreement_value(scoring));
}

text::Value compare_contract(const Comparison& comparison) {
  Value items = Value::list();
  for (const ItemChange& item : comparison.items)
    items.push(Value().set("id", item.id).set("from", item.from).set("to", item.to).set("change", item.change));
  Value contract;
  contract.set("format", 1)
      .set("command", "assess compare")
      .set("from", comparison.from->id)
      .set("to", comparison.to->id);
  contract.set("items", std::move(items))
      .set("up", comparison.up)
      .set("same", comparison.same)
      .set("down", comparison.down);
  contract.set("newly_thrive_like", Value::list_of(comparison.newly_thrive_like))
      .set("slipped", Value::list_of(comparison.slipped));
  return contract.set("tests", tests_value(comparison.tests));
}

text::Value sites_contract(const std::vector<std::pair<std::string, Scoring>>& sites) {
  Value list = Value::list();
  for (const auto& [site, scoring] : sites) {
    Value levels = Value::map();
    for (const Group& level : scoring.levels) levels.set(level.id, Value::list_of(counts_of_level(scoring, level.id)));
    list.push(Value()
                  .set("site", site)
                  .set("assessment", scoring.id)
                  .set("date", text::format_date(scoring.date))
                  .set("thrive_like", scoring.thrive_like)
                  .set("of", scoring.of)
                  .set("counts_by_level", std::move(levels)));
  }
  return Value().set("format", 1).set("command", "assess compare").set("sites", std::move(list));
}

}  // namespace thrive::assessment

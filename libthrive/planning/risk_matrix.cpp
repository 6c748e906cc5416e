// SPDX-License-Identifier: MIT
#include "libthrive/planning/risk_matrix.hpp"

#include <algorithm>
#include <charconv>

#include "libthrive/findings/say.hpp"

namespace thrive::planning {

namespace {

std::optional<int> score_in(const text::Value* held) {
  const std::string* digits = held == nullptr ? nullptr : held->as_text();
  int value = 0;
  if (digits == nullptr) return std::nullopt;
  const auto [end, error] = std::from_chars(digits->data(), digits->data() + digits->size(), value);
  const bool is_score = error == std::errc() && end == digits->data() + digits->size() && value >= 1 && value <= 25;
  return is_score ? std::optional(value) : std::nullopt;
}

void refuse_score(const text::Value* held, const std::vector<std::string>& path, const PlaceOf& place,
                  text::Diagnostics& problems) {
  const std::string* given = held == nullptr ? nullptr : held->as_text();
  std::string name;
  for (const std::string& step : path) name += (name.empty() ? "" : ".") + step;
  findings::say(problems, {"invalid-threshold",
                           place(path),
                           {{"threshold", name}, {"given", given == nullptr ? text::Value() : text::Value(*given)}}});
}

}  // namespace

const RiskBand& RiskMatrix::band_of(int score) const {
  const RiskBand* found = &bands.front();
  for (const RiskBand& band : bands)
    if (band.from <= score) found = &band;
  return *found;
}

std::optional<RiskMatrix> read_risk_matrix(const text::Value& tree, const PlaceOf& place, text::Diagnostics& problems) {
  RiskMatrix matrix;
  bool is_good = true;
  const text::Value* bands = tree.find("bands");
  if (bands == nullptr || bands->as_map() == nullptr || bands->as_map()->empty()) {
    refuse_score(nullptr, {"bands"}, place, problems);
    return std::nullopt;
  }
  for (const auto& [id, band] : *bands->as_map()) {
    const std::optional<int> from = score_in(band.find("from"));
    if (!from) refuse_score(band.find("from"), {"bands", id, "from"}, place, problems);
    is_good = is_good && from;
    const text::Value* name = band.find("name");
    const std::string* words = name == nullptr ? nullptr : name->as_text();
    matrix.bands.push_back({id, words == nullptr ? id : *words, from.value_or(1)});
  }
  std::stable_sort(matrix.bands.begin(), matrix.bands.end(),
                   [](const RiskBand& a, const RiskBand& b) { return a.from < b.from; });
  const std::optional<int> answered = score_in(tree.find("answered-from"));
  if (!answered) refuse_score(tree.find("answered-from"), {"answered-from"}, place, problems);
  if (!is_good || !answered) return std::nullopt;
  matrix.answered_from = *answered;
  return matrix;
}

}  // namespace thrive::planning

// SPDX-License-Identifier: MIT
#include "libthrive/pathway/picture/picture_people.hpp"

#include <vector>

#include "libthrive/pathway/people.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

/// The sums over the flows that lead to a service, by kind, and over those that leave it.
struct Around {
  Sum come;  // of any kind but 'return'
  Sum back;
  Sum out;
  std::size_t coming = 0, backing = 0, leaving = 0;  // flows
};

Around around(const PicturePart& part, std::string_view service, const text::SmallNumbers& small) {
  Around result;
  for (const FlowOfPicture& entry : part.flows) {
    if (entry.change == Change::removed) continue;
    const model::Flow& flow = *entry.flow;
    if (flow.to == service) {
      const bool is_return = flow.kind == "return";
      (is_return ? result.back : result.come).add(flow, small);
      ++(is_return ? result.backing : result.coming);
    }
    if (flow.from == service) result.out.add(flow, small), ++result.leaving;
  }
  return result;
}

std::string visits_of(const Sum& sum) { return report::number(sum.visits) + " visits"; }

/// `1,420 set out`; visits beside the people, or instead of them.
std::string told(const Sum& sum, std::string_view word, const text::SmallNumbers& small) {
  const std::string action = word.empty() ? std::string() : " " + std::string(word);
  if (sum.known()) {
    const std::string people = report::people_total(sum, small) + action;
    return sum.visit_flows == 0 ? people : people + " and " + visits_of(sum);
  }
  if (sum.visit_flows > 0) return visits_of(sum);
  return word.empty() ? "people not recorded" : std::string(word) + " not recorded";
}

Sum together(Sum one, const Sum& other) {
  one.total += other.total;
  one.shown += other.shown;
  one.recorded += other.recorded;
  one.missing += other.missing;
  one.hidden += other.hidden;
  one.visits += other.visits;
  one.visit_flows += other.visit_flows;
  return one;
}

}  // namespace

std::string people_at(const PicturePart& part, std::string_view service, bool is_start,
                      const text::SmallNumbers& small) {
  const Around sums = around(part, service, small);
  if (sums.coming + sums.backing + sums.leaving == 0) return "no flow on this map";
  const Sum in = together(sums.come, sums.back);
  const bool sets_out = sums.leaving > 0 && (is_start || sums.coming + sums.backing == 0);
  const Sum& only = sets_out ? sums.out : in;
  const bool is_alone = !sets_out || sums.coming + sums.backing == 0;
  if (is_alone && !only.known() && only.visit_flows == 0) return "people a year not recorded";
  if (is_alone) return told(only, sets_out ? "set out" : "", small) + " a year";
  std::vector<std::string> parts{told(sums.out, "set out", small)};
  if (sums.coming > 0) parts.push_back(told(sums.come, "come", small));
  if (sums.backing > 0) parts.push_back(told(sums.back, "back", small));
  const std::string words = text::join(parts, ", ");
  return words.ends_with("not recorded") ? words : words + " a year";
}

void count_people(PictureFlow& line, const model::Flow& flow, const text::SmallNumbers& small) {
  line.counts_visits = flow.counts_visits();
  line.is_few = small.hides(flow.people_per_year());
  if (line.counts_visits) line.number = report::number(*flow.per_year);
  if (!flow.people_per_year()) return;
  line.number = report::people_number(*flow.per_year, small);
  if (!line.is_few) line.people = flow.per_year;
}

std::string number_in_words(const PictureFlow& line, std::string_view people) {
  if (line.counts_visits) return line.number + " visits";
  if (line.number.empty()) return people.empty() ? "number not recorded" : std::string(people) + " not recorded";
  return people.empty() ? line.number : line.number + " " + std::string(people);
}

}  // namespace thrive::pathway

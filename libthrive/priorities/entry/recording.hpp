// SPDX-License-Identifier: MIT
//
// What may go into the project: lists that tables hand in, and what the room agrees.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/entry/handed_in.hpp"
#include "libthrive/records/update.hpp"
#include "libthrive/text/date.hpp"

namespace thrive::priorities {

/// A table's list as it will stand in the project.
struct RecordedList {
  std::string table;
  model::TableRanking ranking;
  bool is_new = true;      // the project does not name the table yet
  records::Update update;  // of a table that is there: what it takes to get there
};

/// What becomes of a table's list when the project has another one of it.
enum class Known {
  refused,
  replaced,  // by what is given; a detail that is not given stays
  updated    // the same, and a table that hands in nothing keeps its list
};

/// A detail of a table's list that can be taken away by its name.
enum class ListDetail { people, weight, not_discussed };

/// How lists meet those that are there.
struct Meeting {
  Known known = Known::refused;
  std::vector<ListDetail> without{};  // what goes of a list that is replaced and gives no other
};

/// What to write for checked, named lists. What a list does not give stays as the project has it. A list that is there
/// already is left out; one that takes something away from what its table has is an error that says what, unless it may
/// change. So is a list of items that, as the project says and nobody has taken back, the table did not discuss.
std::vector<RecordedList> lists_to_record(const model::Priorities& priorities, const std::vector<HandedIn>& lists,
                                          const Meeting& meeting, text::Diagnostics& problems);

/// A detail of an agreement that can be taken away by its name.
enum class AgreedDetail { reasons, dissent, by };

/// What somebody says that the room agreed, as it was written.
struct WrittenAgreement {
  std::string order;                 // "S3 > S2 > M6"
  std::vector<std::string> reasons;  // "P5=because of ..."
  std::vector<std::string> dissent;
  std::optional<std::string> by;
  std::optional<text::Date> date;
  std::vector<AgreedDetail> without{};  // what goes of the agreement that is there
};

/// The agreement as it will stand in the project: what is written put over what the project has in `there`, a null
/// pointer when it has none. What is not written stays, further dissent is added, and a first agreement is of `today`.
/// It is checked: every item a candidate and named once, no ties, a reason for every item that came in against
/// the count (and for those left out, when more were left out than came in). Nothing, with problems, otherwise. A list
/// shorter or longer than the rules say is a warning.
std::optional<model::AgreedPriorities> check_agreement(const WrittenAgreement& written,
                                                       const model::AgreedPriorities* there, text::Date today,
                                                       const Consensus& consensus, const ListRules& rules,
                                                       text::Diagnostics& problems);

}  // namespace thrive::priorities

namespace thrive::model {

template <>
struct Names<priorities::ListDetail> {
  static constexpr std::string_view title = "detail of a table's list";
  static constexpr std::pair<priorities::ListDetail, std::string_view> values[] = {
      {priorities::ListDetail::people, "people"},
      {priorities::ListDetail::weight, "weight"},
      {priorities::ListDetail::not_discussed, "not-discussed"}};
};

template <>
struct Names<priorities::AgreedDetail> {
  static constexpr std::string_view title = "detail of an agreement";
  static constexpr std::pair<priorities::AgreedDetail, std::string_view> values[] = {
      {priorities::AgreedDetail::reasons, "reasons"},
      {priorities::AgreedDetail::dissent, "dissent"},
      {priorities::AgreedDetail::by, "by"}};
};

}  // namespace thrive::model

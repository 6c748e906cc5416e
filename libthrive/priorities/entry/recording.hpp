// SPDX-License-Identifier: MIT
//
// What may go into the project: lists that tables hand in, and what the room agrees.
#pragma once

#include <functional>
#include <optional>
#include <string>
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
  bool is_new = true;  // the project does not name the table yet
};

/// What becomes of a table's list when the project has another one of it.
enum class Known {
  refused,
  replaced,  // by what comes in, whole
  updated    // blanks are filled, other details change, nothing is erased
};

/// What to write for checked, named lists. A table that the project awaits keeps its people and weight. A list that is
/// there already is left out; another list of the same table is an error that says what differs, unless it may change.
/// What is updated goes to `update`, for its words alone.
std::vector<RecordedList> lists_to_record(const model::Priorities& priorities, const std::vector<HandedIn>& lists,
                                          Known known, records::Update& update, text::Diagnostics& problems);

/// What somebody says that the room agreed, as it was written.
struct WrittenAgreement {
  std::string order;                 // "S3 > S2 > M6"
  std::vector<std::string> reasons;  // "P5=because of ..."
  std::vector<std::string> dissent;
  std::optional<std::string> by;
  text::Date date{};
};

/// The agreement, checked: every item a candidate and named once, no ties, a reason for every item that came in against
/// the count (and for those left out, when more were left out than came in). Nothing, with problems, otherwise. A list
/// shorter or longer than the rules say is a warning.
std::optional<model::AgreedPriorities> check_agreement(const WrittenAgreement& written, const Consensus& consensus,
                                                       const ListRules& rules, text::Diagnostics& problems);

}  // namespace thrive::priorities

// SPDX-License-Identifier: MIT
//
// From the tables' variants of a pathway to one map that the room can agree on.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/pathway/comparison.hpp"

namespace thrive::pathway {

/// One table's variant.
struct TableMap {
  std::string pathway;
  std::string table;  // its name; the pathway's id when it has none
};

/// What a table recorded for one detail of a flow, in words.
struct SaidByTable {
  std::string table;
  std::string value;
  std::optional<double> people{};  // where the detail is a count of people
};

/// A detail of a flow on which tables differ.
struct DifferentDetail {
  std::string field;  // "per_year", "kind", "wait.median_days" ...
  std::vector<SaidByTable> said;
};

/// One flow that a table or the common map draws.
struct SharedFlow {
  FlowIds flow;
  std::vector<std::string> tables;         // that drew it
  bool is_on_common_map = false;           // the original of the variants has it
  model::Flow merged;                      // details on which all tables that recorded them say the same
  std::vector<DifferentDetail> different;  // details that `merged` leaves out
};

/// All tables' flows together.
struct Agreement {
  std::string common;      // the pathway that the variants are variants of
  bool is_agreed = false;  // the room has put a date on it
  std::vector<TableMap> tables;
  /// Disputed flows first, the ones nearest to half of the tables at the very front; then those that all tables drew;
  /// then those of the common map that no table drew. Otherwise in the order of the tables' files.
  std::vector<SharedFlow> flows;
  std::size_t disputed() const;
  /// Mean kappa over all pairs of tables; nothing when it cannot be worked out for any.
  std::optional<double> mean_kappa;
};

/// The pathway whose variants to bring together: the one asked for, else the first that has variants; empty when none.
std::string common_pathway(const model::Project& project, const std::string& asked);
Agreement agreement(const model::Project& project, const std::string& common);

/// Flows that at least so many tables drew and that the common map does not have yet: what can be added to it. What is
/// on the common map stays as it is, whoever drew it.
std::vector<model::Flow> flows_to_add(const Agreement& agreement, std::size_t at_least);

}  // namespace thrive::pathway

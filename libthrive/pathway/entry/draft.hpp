// SPDX-License-Identifier: MIT
//
// What people typed, or wrote into a sheet, on its way into the project: words with their places, and the records that
// they make. The columns are the fields of the records' descriptions; there is no second list of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/pathway/entry/resolve.hpp"
#include "libthrive/tables/table.hpp"

namespace thrive::pathway {

/// One field of a draft in the words it was given in.
struct DraftField {
  std::string name;  // as in the project file; "id" for the entry's key
  std::string text;
  text::Place place;
};

/// One row of a sheet, or what the options of a command say.
struct Draft {
  std::vector<DraftField> fields;
  text::Place place;
  /// Adds a field; an empty text is left out, because it says nothing.
  void add(std::string name, std::string text, text::Place at = {});
  const DraftField* find(std::string_view name) const;
};

enum class DraftKind { service, flow, observation, pathway };

/// The fields that a kind of draft may have, "id" among them where entries have one. Those of a flow's wait stand for
/// themselves, `median_days` and so on; a pathway's flows are drafts of their own.
std::vector<std::string> draft_fields(DraftKind kind);

/// The first field of a draft that its kind does not have, such as the sector of a flow; empty when there is none.
std::string stray_field(const Draft& draft, DraftKind kind);

/// Adds `FIELD=VALUE` to a draft. Returns what is wrong with it, for a message; empty when nothing is.
std::string add_setting(const std::string& setting, DraftKind kind, Draft& draft);

/// What the columns of a sheet may be called: the fields of services, flows and observations, and the other names that
/// sheets have for them.
tables::KnownColumns columns_of_drafts();

/// Tells from its columns what the rows of a sheet are: flows have `from` and `to`, observations `at`, services `name`.
/// An error when they are none of them.
std::optional<DraftKind> kind_of(const tables::Table& sheet, text::Diagnostics& problems);

/// The rows of a sheet as drafts. Columns are found by name, case and `_`/`-`/blank ignored; an unknown column is an
/// error with the nearest name, an empty cell says nothing.
std::vector<Draft> drafts_of(tables::Table& sheet, DraftKind kind, text::Diagnostics& problems);

/// Reads the words of drafts: numbers, dates, yes and no, terms of the vocabulary by id, name or alias, lists
/// separated by `;` or `,`. Everything wrong is an error at its place. References to services are not looked up here.
model::Service service_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems);
model::Flow flow_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems);
model::Observation observation_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems);
/// A pathway without flows.
model::Pathway pathway_of(const Draft& draft, const model::Vocabulary& vocabulary, text::Diagnostics& problems);

}  // namespace thrive::pathway

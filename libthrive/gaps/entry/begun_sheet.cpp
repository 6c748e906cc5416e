// SPDX-License-Identifier: MIT
#include "libthrive/gaps/entry/begun_sheet.hpp"

#include <utility>

#include "libthrive/records/to_value.hpp"

namespace thrive::gaps {

records::Edit begin_sheet(const std::string& priority, const model::GapSheet& sheet) {
  text::Value value = text::Value::map();
  value.set("status", std::string(model::word(sheet.status)));
  const text::Value written = records::to_value(sheet);
  if (const auto* fields = written.as_map())
    for (const auto& [key, field] : *fields) value.set(key, field);
  return {records::Edit::Kind::insert, {"gaps"}, priority, std::move(value)};
}

std::vector<records::Edit> changes_of(const Draft& draft) {
  std::vector<records::Edit> changes;
  if (draft.is_new) {
    model::GapSheet sheet;
    sheet.ideal = draft.ideal;
    for (const DraftedLine& drafted : draft.lines)
      (drafted.column == LineColumn::in_place ? sheet.in_place : sheet.gaps).push_back(drafted.line);
    changes.push_back(begin_sheet(draft.priority, sheet));
    return changes;
  }
  if (draft.ideal) changes.push_back({records::Edit::Kind::set, {"gaps", draft.priority, "ideal"}, {}, *draft.ideal});
  for (const DraftedLine& drafted : draft.lines)
    changes.push_back({records::Edit::Kind::append,
                       {"gaps", draft.priority, std::string(key_of(drafted.column))},
                       {},
                       records::to_value(drafted.line)});
  return changes;
}

}  // namespace thrive::gaps

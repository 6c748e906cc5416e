// SPDX-License-Identifier: MIT
#include "libthrive/findings/forms.hpp"
#include "libthrive/gaps/describe/describe.hpp"
#include "libthrive/records/to_value.hpp"

namespace thrive::gaps {

namespace {

using text::Value;

Value started(std::string_view command) {
  return Value().set("format", 1).set("command", "gap " + std::string(command));
}

}  // namespace

text::Value sheets_contract(const Reported& reported, const std::vector<std::string>& priorities) {
  Value sheets = Value::list();
  for (const std::string& priority : priorities) {
    const model::Item* item = reported.instrument == nullptr ? nullptr : reported.instrument->items.find(priority);
    const model::GapSheet* sheet = reported.project.gaps.find(priority);
    Value value;
    value.set("priority", priority).set("title", item == nullptr ? Value() : Value(item->title));
    value.set("sheet", sheet == nullptr ? Value() : records::to_value(*sheet, records::Fullness::full));
    sheets.push(std::move(value));
  }
  return started("sheet").set("sheets", std::move(sheets));
}

text::Value checks_contract(const std::vector<text::Diagnostic>& findings) {
  Value list = Value::list();
  for (const text::Diagnostic& finding : findings) list.push(findings::as_json(finding));
  return started("check").set("findings", std::move(list));
}

text::Value training_contract(const std::vector<ModuleNeeds>& modules) {
  Value list = Value::list();
  for (const ModuleNeeds& module : modules) {
    Value needs = Value::list();
    for (const Need& need : module.needs)
      needs.push(Value()
                     .set("priority", need.priority)
                     .set("text", need.need->text)
                     .set("who", need.need->who)
                     .set("people", need.need->people)
                     .set("module_named", need.module_was_named));
    list.push(Value()
                  .set("module", module.module.empty() ? Value() : Value(module.module))
                  .set("name", module.name)
                  .set("people", static_cast<std::int64_t>(module.people.total))
                  .set("needs_without_people", module.people.missing)
                  .set("needs", std::move(needs)));
  }
  return started("training").set("modules", std::move(list));
}

}  // namespace thrive::gaps

// SPDX-License-Identifier: MIT
#include "libthrive/measures/entry/import.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::measures {

std::optional<ImportTarget> import_target(const model::Project& project, const std::string& measure, text::Date today,
                                          text::Diagnostics& problems) {
  const model::Measure* found = project.measures.find(measure);
  if (found == nullptr) {
    problems.error("unknown-measure", {}, "unknown measure '" + measure + "'",
                   text::did_you_mean(measure, project.measures.ids()));
    return std::nullopt;
  }
  ImportTarget target;
  target.id = measure;
  target.name = found->name;
  target.file = found->data;
  target.frequency = found->frequency;
  target.percent = found->unit == "percent" || found->unit == "%";
  target.ratio = found->denominator.has_value();
  if (found->target) target.aimed_at = found->target->value;
  target.provisional = found->provisional;
  target.today = today;
  return target;
}

}  // namespace thrive::measures

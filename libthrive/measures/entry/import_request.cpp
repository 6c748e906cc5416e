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
  target.today = today;
  return target;
}

bool add_conditions(ImportRequest& request, const std::vector<std::string>& where, text::Diagnostics& problems) {
  for (const std::string& condition : where) {
    const std::size_t equals = condition.find('=');
    if (equals == std::string::npos || equals == 0) {
      problems.error("import-condition", {}, "'" + condition + "' is not COLUMN=VALUE", "write --where team=North");
      return false;
    }
    request.where.push_back({condition.substr(0, equals), condition.substr(equals + 1)});
  }
  return true;
}

}  // namespace thrive::measures

// SPDX-License-Identifier: MIT
#include "libthrive/gaps/training.hpp"

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::gaps {

namespace {

std::size_t words_found(const std::string& text, const model::Term& module) {
  const std::string folded = text::kebab(text);
  std::size_t found = folded.find(text::kebab(module.name)) != std::string::npos ? 1 : 0;
  for (const std::string& word : module.detail("words"))
    if (folded.find(text::kebab(word)) != std::string::npos) ++found;
  return found;
}

std::string suggested_module(const model::TrainingNeed& need, const model::Vocabulary& vocabulary) {
  std::string best;
  std::size_t most = 0;
  for (const model::Term& module : vocabulary.terms("training-modules")) {
    const std::size_t found = words_found(need.text, module);
    if (found <= most) continue;
    most = found;
    best = module.id;
  }
  return best;
}

}  // namespace

std::vector<ModuleNeeds> training_needs(const model::Project& project, const model::Vocabulary& vocabulary) {
  std::vector<ModuleNeeds> modules;
  for (const model::Term& module : vocabulary.terms("training-modules"))
    modules.push_back({module.id, module.name, {}, {}});
  modules.push_back({"", "No module of the Academy", {}, {}});
  const text::SmallNumbers small = model::small_numbers(project.project);
  for (const auto& sheet : project.gaps)
    for (const model::TrainingNeed& need : sheet.value.training) {
      Need found = {sheet.id, &need, need.module.value_or(""), need.module.has_value()};
      if (!need.module) found.module = suggested_module(need, vocabulary);
      auto module = std::find_if(modules.begin(), modules.end(),
                                 [&found](const ModuleNeeds& known) { return known.module == found.module; });
      if (module == modules.end()) module = modules.end() - 1;
      module->people.add(need.people ? std::optional<double>(*need.people) : std::nullopt, small);
      module->needs.push_back(std::move(found));
    }
  std::erase_if(modules, [](const ModuleNeeds& module) { return module.needs.empty(); });
  return modules;
}

}  // namespace thrive::gaps

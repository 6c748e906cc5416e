// SPDX-License-Identifier: MIT
#include "libthrive/project/editing/correction.hpp"

namespace thrive::project {

namespace {

std::optional<Correction> complain(std::string& complaint, std::string words) {
  complaint = std::move(words);
  return std::nullopt;
}

bool has_empty_step(std::string_view path) {
  return path.empty() || path.front() == '/' || path.back() == '/' || path.find("//") != std::string_view::npos;
}

}  // namespace

std::optional<Correction> parse_correction(Correction::Action action, std::string_view typed, std::string& complaint) {
  const bool takes_value = action != Correction::Action::remove;
  const std::size_t equals = takes_value ? typed.find('=') : std::string_view::npos;
  if (takes_value && equals == std::string_view::npos)
    return complain(
        complaint, action == Correction::Action::rename ? "has no '='; write PATH=ID" : "has no '='; write PATH=VALUE");
  Correction correction{action, std::string(typed.substr(0, equals)), {}};
  if (equals != std::string_view::npos) correction.value = typed.substr(equals + 1);
  if (has_empty_step(correction.path))
    return complain(complaint, "is no path; join section, id and field by '/', such as services/gp/wte");
  if (correction.value.empty() && action == Correction::Action::rename) return complain(complaint, "has no new id");
  if (correction.value.empty() && action == Correction::Action::add) return complain(complaint, "adds nothing");
  return correction;
}

}  // namespace thrive::project

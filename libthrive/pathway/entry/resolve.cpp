// SPDX-License-Identifier: MIT
#include "libthrive/pathway/entry/resolve.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/pathway/notes.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::pathway {

namespace {

using Services = model::Keyed<model::Service>;

/// The ids of the services that have a name, compared as vocabulary terms are.
std::vector<std::string> ids_named(const Services& services, std::string_view name) {
  const std::string wanted = text::kebab(name);
  std::vector<std::string> ids;
  for (const auto& [id, service] : services)
    if (text::kebab(id) == wanted || text::kebab(service.name) == wanted) ids.push_back(id);
  return ids;
}

std::vector<std::string> ids_and_names(const Services& services) {
  std::vector<std::string> known = services.ids();
  for (const auto& [id, service] : services) known.push_back(service.name);
  return known;
}

}  // namespace

bool Resolver::is_unknown_service(std::string_view typed, const Services& also) const {
  return !project_.services.contains(typed) && !also.contains(typed) && ids_named(project_.services, typed).empty() &&
         ids_named(also, typed).empty();
}

std::string Resolver::service(std::string_view typed, const text::Place& place, const Services* also) {
  if (project_.services.contains(typed) || (also && also->contains(typed))) return std::string(typed);
  std::vector<std::string> ids = ids_named(project_.services, typed);
  std::vector<std::string> known = ids_and_names(project_.services);
  if (also) {
    for (std::string& id : ids_named(*also, typed)) ids.push_back(std::move(id));
    for (std::string& name : ids_and_names(*also)) known.push_back(std::move(name));
  }
  if (ids.size() == 1) return ids.front();
  if (!reported_.insert(std::string(typed)).second) return {};  // one mistake, said once
  if (ids.size() > 1) {
    problems_.error("ambiguous-service", place,
                    fmt::format("'{}' may be any of {} services", text::without_controls(typed), ids.size()),
                    fmt::format("use the id: {}", text::join_in_words(ids)));
  } else {
    problems_.error("unknown-service", place, fmt::format("unknown service '{}'", text::without_controls(typed)),
                    text::did_you_mean(typed, known));
  }
  return {};
}

std::vector<std::string> Resolver::services(const std::vector<std::string>& typed) {
  std::vector<std::string> ids;
  for (const std::string& name : typed)
    if (std::string id = service(name); !id.empty()) ids.push_back(std::move(id));
  return ids;
}

std::string Resolver::spot(std::string_view typed, const text::Place& place, const Services* also) {
  const auto flow = split_flow(typed);
  if (!flow) return service(typed, place, also);
  const std::string from = service(flow->first, place, also);
  const std::string to = service(flow->second, place, also);
  return from.empty() || to.empty() ? std::string() : from + " -> " + to;
}

std::string Resolver::pathway(std::string_view typed) {
  if (typed.empty()) return project_.pathways.empty() ? std::string() : project_.pathways[0].id;
  if (project_.pathways.contains(typed)) return std::string(typed);
  const std::string near = text::did_you_mean(typed, project_.pathways.ids());
  problems_.error("unknown-pathway", {}, fmt::format("unknown pathway '{}'", text::without_controls(typed)),
                  near.empty() ? "'pathway-map add pathway' makes one" : near);
  return {};
}

}  // namespace thrive::pathway

// SPDX-License-Identifier: MIT
//
// What is to be added to a project, checked against what is there: all of it, or nothing.
#pragma once

#include <string>
#include <vector>

#include "libthrive/pathway/entry/draft.hpp"
#include "libthrive/records/update.hpp"

namespace thrive::pathway {

/// Drafts of every kind, in the order to look at them: services first, because the others name them.
struct Drafts {
  std::vector<Draft> services;
  std::vector<Draft> pathways;
  std::vector<Draft> flows;
  std::vector<Draft> observations;
  std::string pathway;        // that the flows belong to; empty: the project's first, or `current` when it has none
  bool draw_again = false;    // a flow may be drawn although one between the same services is there
  bool add_services = false;  // a flow may name a service that is not there, which is then added
  bool update = false;        // what the project has already takes the details that are given
  bool ids_by_table = false;  // a note of one table alone has an id that begins with it
};

/// New entries, complete and with ids.
struct Additions {
  model::Keyed<model::Service> services;
  model::Keyed<model::Pathway> pathways;  // without flows
  std::string pathway;
  bool is_new_pathway = false;
  std::vector<model::Flow> flows;
  model::Keyed<model::Observation> observations;
  std::size_t there_already = 0;  // rows that say nothing that the project does not
  records::Update update;         // details of what is there already
  std::size_t size() const { return services.size() + pathways.size() + flows.size() + observations.size(); }
};

/// Makes entries of drafts. Services may be named by id or by name, the new ones among them too. A row that says
/// nothing that the project does not is left out, and what it leaves blank says nothing; one that says a detail
/// otherwise is an error that names it, or, with `update`, fills the blanks and changes what differs. A second flow
/// between the same two services is an error unless `draw_again` is set. With an error nothing may be added.
Additions additions_of(const Drafts& drafts, const model::Project& project, const model::Vocabulary& vocabulary,
                       text::Diagnostics& problems);

/// An id made of a name: lower-case letters without accents, digits and `-`, at most 40 characters, new among the ids
/// given.
std::string id_from_name(std::string_view name, const std::vector<std::string>& taken);
/// The next id of the kind `o07` behind those that are there; with other letters, of the kind `a-07`.
std::string next_observation_id(const std::vector<std::string>& taken, std::string_view letters = "o");

}  // namespace thrive::pathway

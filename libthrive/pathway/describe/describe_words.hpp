// SPDX-License-Identifier: MIT
//
// How services, flows and figures are named in sentences.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"

namespace thrive::pathway {

/// The name of a service, its blanks and line breaks made single blanks; the id when it has no name.
std::string name_of(const Graph& graph, Node node);
/// `A, B and C`; of more than `most` services the first ones `and 12 more`.
std::string names_of(const Graph& graph, const std::vector<Node>& nodes, std::size_t most = 8);
/// `A -> B -> C`.
std::string route_of(const Graph& graph, const std::vector<Node>& route);
/// `A to B`.
std::string flow_of(const Graph& graph, Node from, Node to);
std::pair<std::string, std::string> flow_ids(const Graph& graph, Node from, Node to);
/// `1,420 people`, `1 person`.
std::string people(double count);
/// `16 weeks`, `9 days`, `less than a day`: weeks from 14 days on, to the nearest whole one.
std::string days_in_words(double days);
/// `41%`, `less than 1%`.
std::string percent(double share);
/// A first letter in upper case, where it is one of a to z.
std::string capital(std::string text);

}  // namespace thrive::pathway

// SPDX-License-Identifier: MIT
//
// How services, flows and figures are named in sentences.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libthrive/pathway/graph.hpp"
#include "libthrive/pathway/people.hpp"

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
/// `1,420 people`, `1 person`, `fewer than 5 people`.
std::string people(double count, const text::SmallNumbers& small);
/// The people of several flows: `1,420 people`, `at least 1,420 people` where some flows have no number, `more than
/// 1,420 people` where some are hidden.
std::string people(const Sum& sum, const text::SmallNumbers& small);
/// A difference or a product of counts, which would give a hidden one away: `not shown` when any of them is hidden.
std::string derived(const std::optional<double>& value, bool has_hidden, int decimals = 0);
/// `16 weeks`, `9 days`, `less than a day`: weeks from 14 days on, to the nearest whole one.
std::string days_in_words(double days);
/// `41%`, `less than 1%`.
std::string percent(double share);
/// A first letter in upper case, where it is one of a to z.
std::string capital(std::string text);

}  // namespace thrive::pathway

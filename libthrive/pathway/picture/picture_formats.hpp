// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/pathway/picture/picture.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::pathway {

/// Graphviz: lanes as clusters, for people who have Graphviz and want to change the picture.
std::string picture_dot(const Picture& picture);
/// Mermaid flowchart: lanes as subgraphs, for wikis and Markdown viewers.
std::string picture_mermaid(const Picture& picture);
/// GraphML with names, lanes, people and waits as attributes, for Gephi, yEd and networkx.
std::string picture_graphml(const Picture& picture);
/// One row a flow.
report::Table picture_table(const Picture& picture);
/// The map in sentences, lane by lane and service by service, to be read aloud.
report::Document picture_document(const Picture& picture);

}  // namespace thrive::pathway

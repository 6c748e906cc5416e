// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thrive::project {

/// An id that stands in the text of a reference: all of it, or a part such as one half of `spa -> gp`.
struct Mention {
  std::string kind;  // what the id is of: "service", "item", "observation" ...
  std::string id;
  std::size_t begin = 0;  // of the id within the text
};

/// The ids in the text of a reference of some kind (see Rule::refers_to). A place names services, and the flow between
/// them; a source is `o05`, `score M6` or `descriptor M6 4`; of every other kind the text is the id.
std::vector<Mention> mentions_in(std::string_view kind, std::string_view text);

/// `spa -> gp`: what a flow is called among the things that can be named.
std::string flow_name(std::string_view from, std::string_view to);

}  // namespace thrive::project

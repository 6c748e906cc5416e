// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"

namespace thrive::pathway {

/// Finds what people mean when they type a service or a pathway: an id, or a name where only one service has it.
/// Case and blanks do not count. What cannot be found, and a name that several services share, is an error with the
/// nearest name or the ids to choose from; each name is reported once.
class Resolver {
 public:
  Resolver(const model::Project& project, text::Diagnostics& problems) : project_(project), problems_(problems) {}

  /// True for a name that means no service at all.
  bool is_unknown_service(std::string_view typed, const model::Keyed<model::Service>& also) const;
  /// The id of a service; empty, with an error at `place`, when it cannot be told. Services in `also` are known too.
  std::string service(std::string_view typed, const text::Place& place = {},
                      const model::Keyed<model::Service>* also = nullptr);
  std::vector<std::string> services(const std::vector<std::string>& typed);
  /// A place to comment on: a service, or a flow written `FROM -> TO`, as the project writes it: ids, `a -> b`.
  std::string spot(std::string_view typed, const text::Place& place = {},
                   const model::Keyed<model::Service>* also = nullptr);
  /// The id of a pathway; the project's first when nothing was typed. Empty, without an error, when nothing was typed
  /// and the project has none.
  std::string pathway(std::string_view typed);

 private:
  const model::Project& project_;
  text::Diagnostics& problems_;
  std::set<std::string> reported_;  // names that mean no service, or several
};

}  // namespace thrive::pathway

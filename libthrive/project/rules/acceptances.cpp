// SPDX-License-Identifier: MIT
#include "libthrive/findings/words.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::project {

void check_acceptances(const Opened& project, text::Diagnostics& problems) {
  const auto& accept = project.model().accept;
  for (std::size_t i = 0; i < accept.size(); ++i) {
    if (findings::words(accept[i].code) != nullptr) continue;
    std::vector<std::string> known;
    for (const findings::Words* about : findings::all_words()) known.push_back(about->code);
    say(project, problems,
        {"unknown-code",
         {"accept", std::to_string(i), "code"},
         {{"code", accept[i].code}, {"near", text::nearest_name(accept[i].code, known)}}});
  }
}

}  // namespace thrive::project

// SPDX-License-Identifier: MIT
#include "libthrive/versions/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thrive;
using How = versions::JoinedFile::How;

TEST_CASE("Merge: what was joined by lines is said, and why") {
  versions::MergeOutcome outcome;
  versions::JoinedFile file;
  file.name = "gaps.yaml";
  file.how = How::in_doubt;
  file.has_conflicts = true;
  outcome.files.push_back(file);
  CHECK(versions::in_words(outcome) ==
        std::vector<std::string>{
            "gaps.yaml: could not be joined by key safely; git has joined its lines and left conflicts "
            "[joined-as-text]"});
  outcome.files[0].how = How::by_lines;
  CHECK(versions::in_words(outcome).empty());
}

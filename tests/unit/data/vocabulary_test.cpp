// SPDX-License-Identifier: MIT

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/data/embedded.hpp"
#include "libthrive/model/ramps.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

namespace {

model::Vocabulary built_in(text::Diagnostics& problems) {
  return project::read_vocabulary({"vocabulary.yaml", std::string(data::file("vocabulary.yaml"))}, problems);
}

model::Vocabulary built_in() {
  text::Diagnostics problems;
  return built_in(problems);
}

/// Every spelling by which a term can be found, folded as `find` folds it.
std::set<std::string> spellings(const model::Term& term) {
  std::set<std::string> result = {text::kebab(term.id), text::kebab(term.name)};
  for (const std::string& alias : term.aliases) result.insert(text::kebab(alias));
  return result;
}

}  // namespace

TEST_CASE("the built-in vocabulary loads without a diagnostic") {
  text::Diagnostics problems;
  const model::Vocabulary vocabulary = built_in(problems);
  CHECK(problems.empty());
  CHECK(vocabulary.lists().size() == 27);
}

TEST_CASE("every list has a title, and every term a name, a meaning and an id of its own in kebab-case") {
  const model::Vocabulary vocabulary = built_in();
  for (const model::Vocabulary::List& list : vocabulary.lists()) {
    CAPTURE(list.id);
    CHECK(list.title != list.id);
    CHECK_FALSE(list.terms.empty());
    std::set<std::string> ids;
    for (const model::Term& term : list.terms) {
      CAPTURE(term.id);
      CHECK(ids.insert(term.id).second);
      CHECK(text::kebab(term.id) == term.id);
      CHECK_FALSE(term.name.empty());
      CHECK_FALSE(term.meaning.empty());
      for (const auto& [key, lines] : term.details) {
        const auto captured_key = key;  // clang 14 captures no structured bindings
        CAPTURE(captured_key);
        CHECK_FALSE(lines.empty());
        for (const std::string& line : lines) CHECK_FALSE(line.empty());
      }
    }
  }
}

TEST_CASE("no spelling belongs to two terms of a list, and every spelling finds its term") {
  const model::Vocabulary vocabulary = built_in();
  for (const model::Vocabulary::List& list : vocabulary.lists()) {
    std::map<std::string, std::string> owners;
    for (const model::Term& term : list.terms) {
      for (const std::string& spelling : spellings(term)) {
        CAPTURE(list.id);
        CAPTURE(spelling);
        CHECK_MESSAGE(owners.emplace(spelling, term.id).second, "also a word for ", owners[spelling]);
        const model::Term* found = vocabulary.find(list.id, spelling);
        REQUIRE(found != nullptr);
        CHECK(found->id == term.id);
      }
    }
  }
}

// The framework's own terms, counted by hand in the published slides: five groupings, eight principles, three levels,
// four perspectives with 2, 4, 4 and 7 questions, three kinds of observation, eight kinds of service, five statements.
TEST_CASE("the framework's terms are all there, in their order") {
  const model::Vocabulary vocabulary = built_in();
  CHECK(vocabulary.ids("groupings") == std::vector<std::string>{"thriving", "getting-advice", "getting-help",
                                                                "getting-more-help", "getting-risk-support"});
  CHECK(vocabulary.ids("principles") ==
        std::vector<std::string>{"common-language", "needs-led", "shared-decision-making", "prevention-promotion",
                                 "partnership-working", "outcome-informed", "reducing-stigma", "accessibility"});
  CHECK(vocabulary.ids("levels") == std::vector<std::string>{"macro", "meso", "micro"});
  CHECK(vocabulary.ids("observation-kinds") ==
        std::vector<std::string>{"good-practice", "quality-problem", "duplication"});
  CHECK(vocabulary.ids("categories").size() == 9);  // the workshop's eight, and the edges of the map
  CHECK(vocabulary.ids("young-person-statements").size() == 5);
  std::vector<std::size_t> questions;
  for (const model::Term& term : vocabulary.terms("perspectives")) questions.push_back(term.detail("questions").size());
  CHECK(questions == std::vector<std::size_t>{2, 4, 4, 7});
}

TEST_CASE("the spellings of the source documents are understood") {
  const model::Vocabulary vocabulary = built_in();
  const auto id = [&](std::string_view list, std::string_view word) -> std::string {
    const model::Term* term = vocabulary.find(list, word);
    return term == nullptr ? "nothing" : term->id;
  };
  CHECK(id("groupings", "Getting Advice and Signposting") == "getting-advice");
  CHECK(id("groupings", "more_help") == "getting-more-help");
  CHECK(id("groupings", "risk") == "getting-risk-support");
  CHECK(id("principles", "prevention_promotion") == "prevention-promotion");
  CHECK(id("categories", "voluntary_sector") == "voluntary");
  CHECK(id("categories", "Support for carers") == "carer-support");
  CHECK(id("sectors", "social_care") == "social-care");
  CHECK(id("perspectives", "Evidenced based interventions") == "evidence-based-interventions");
  CHECK(id("observation-kinds", "duplication_inefficiency") == "duplication");
  CHECK(id("flow-kinds", "self_referral") == "self-referral");
  CHECK(id("training-modules", "Getting Advice: assessment and signposting") == "getting-advice");
  CHECK(id("groupings", "tier 3") == "nothing");
}

TEST_CASE("the details that the tools read are there") {
  const model::Vocabulary vocabulary = built_in();
  const auto every = [&](std::string_view list, std::string_view key) {
    for (const model::Term& term : vocabulary.terms(list)) {
      CAPTURE(term.id);
      CHECK_FALSE(term.detail(key).empty());
    }
  };
  every("groupings", "letter");
  every("principles", "points");
  every("categories", "examples");
  every("perspectives", "questions");
  every("observation-kinds", "sign");
  every("training-modules", "words");
  every("young-person-statements", "ask");
}

TEST_CASE("the decisions of the vocabulary are those that the program acts on") {
  std::vector<std::string> words;
  for (const auto& [decision, word] : model::Names<model::Decision>::values) words.emplace_back(word);
  CHECK(built_in().ids("decisions") == words);
}

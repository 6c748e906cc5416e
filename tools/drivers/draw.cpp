// SPDX-License-Identifier: MIT
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/improvement/draw/draw_diagram.hpp"
#include "libthrive/improvement/draw/graphs.hpp"
#include "libthrive/text/names.hpp"
#include "tools/drivers/commands.hpp"
#include "tools/drivers/opened.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

const std::vector<std::string> columns = {"aim", "primary", "secondary", "ideas", "tests"};

/// The columns that a comma-separated list names; the word that is none in `wrong`.
improvement::Shown shown_columns(const std::string& list, std::string& wrong) {
  improvement::Shown shown;
  if (list.empty()) return shown;
  std::vector<std::string> wanted;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    std::string word = list.substr(begin, end - begin);
    word.erase(0, std::min(word.find_first_not_of(' '), word.size()));
    word.erase(word.find_last_not_of(' ') + 1);
    if (std::find(columns.begin(), columns.end(), word) == columns.end()) wrong = word.empty() ? "''" : word;
    wanted.push_back(std::move(word));
    begin = end + 1;
  }
  const auto has = [&](const char* name) { return std::find(wanted.begin(), wanted.end(), name) != wanted.end(); };
  shown.aim = has("aim");
  shown.primary = has("primary");
  shown.secondary = has("secondary");
  shown.ideas = has("ideas");
  shown.tests = has("tests");
  return shown;
}

}  // namespace

void declare_draw(cli::Command& command) {
  struct DrawOptions {
    std::string columns, paper;
    bool no_state = false;
  };
  const auto options = std::make_shared<DrawOptions>();
  command
      .option("--columns", "LIST", options->columns,
              "only these: aim, primary, secondary, ideas and tests, with commas")
      .flag("--no-state", options->no_state, "without what has become of ideas and what measures say")
      .choice("--paper", {"a3"}, options->paper, "svg: the size of this page, on its side")
      .writes({Format::svg, Format::text, Format::markdown, Format::html, Format::dot, Format::mermaid})
      .dated()
      .example("drivers draw -o theory.svg examples/thornmere", "the diagram")
      .example("drivers draw --columns aim,primary,secondary --no-state -f text examples/thornmere",
               "the theory alone, as an outline")
      .run([options](cli::Session& session) {
        std::string wrong;
        improvement::Shown shown = shown_columns(options->columns, wrong);
        if (!wrong.empty())
          return session.usage_error("--columns: there is no column '" + wrong + "'; the columns are " +
                                     text::join(columns, ", "));
        if (!options->paper.empty() && session.format() != Format::svg)
          return session.usage_error("--paper is for the picture alone: -f svg");
        shown.state = !options->no_state;
        const auto knowledge = known(session);
        const auto project = knowledge ? session.project() : std::nullopt;
        if (!project) return Exit::trouble;
        const auto opened = open(*project, *knowledge, session.today(), session.problems());
        const auto sentences = improvement::sentences_of(opened->judged().open);
        const improvement::Worked& worked = *opened->worked;
        cli::Result result;
        result.svg = [&] { return improvement::draw_diagram(worked, shown, sentences, !options->paper.empty()); };
        result.text = [&] {
          return improvement::outline(worked, shown) +
                 (shown.state ? improvement::last_sentence(worked) + "\n" : std::string());
        };
        result.document = [&] { return improvement::diagram_document(worked, shown, sentences); };
        result.dot = [&] { return improvement::diagram_as_dot(worked, shown); };
        result.mermaid = [&] { return improvement::diagram_as_mermaid(worked, shown); };
        session.write(result);
        return Exit::ok;
      });
}

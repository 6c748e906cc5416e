// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <memory>
#include <string>
#include <vector>

#include "libthrive/findings/explanations.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

void declare_explain(cli::Command& command) {
  struct Options {
    std::vector<std::string> codes;
    bool all = false;
  };
  const auto options = std::make_shared<Options>();
  command.takes_no_project()
      .takes("CODE", options->codes, "the word in brackets behind a message", false)
      .flag("-a,--all", options->all, "explain every check")
      .writes({Format::text, Format::json})
      .example("thrive explain unknown-service", "say what a message means and what to do")
      .example("thrive explain --all -f json", "every check, for a program")
      .run([options](cli::Session& session) {
        if (options->codes.empty() == !options->all) return session.usage_error("name a CODE, or give --all");
        const auto found = findings::find_words(options->codes, session.problems());
        if (session.problems().has_errors()) return Exit::trouble;
        cli::Result result;
        result.text = [&] { return findings::words_as_text(found); };
        result.json = [&] { return findings::words_as_json(found); };
        session.write(result);
        return Exit::ok;
      });
}

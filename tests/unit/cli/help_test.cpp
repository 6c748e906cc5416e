// SPDX-License-Identifier: MIT
#include "libthrive/cli/help.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

using namespace thrive;
using namespace thrive::cli;

TEST_CASE("a command's help") {
  std::string id, better = "lower";
  std::vector<std::string> tables;
  const auto declaration = std::make_shared<Command::Declaration>();
  declaration->tool = "sample";
  declaration->name = "try";
  declaration->summary = "try things out";
  Command command(declaration);
  command.word("ID", {}, id, "what to try");
  command.option("-t,--table", "ID", tables, "which table");
  command.choice("--better", {"lower", "higher", "neither"}, better, "which way is better");
  command.writes({Format::text, Format::json}).example("sample try a", "tries a");
  add_common_options(*declaration);
  CHECK(help_of(*declaration) ==
        "Usage: sample try ID [options] [PROJECT]\n"
        "try things out\n"
        "\n"
        "Arguments:\n"
        "  ID       what to try\n"
        "  PROJECT  file, folder or - (standard input); left out: nearest thrive.yaml\n"
        "\n"
        "Options:\n"
        "  -t, --table ID       which table (may be repeated)\n"
        "      --better BETTER  which way is better: lower, higher or neither (default:\n"
        "                       lower)\n"
        "  -f, --format FORMAT  write as: text or json (default: text)\n"
        "  -o, --output FILE    write to FILE; its extension chooses the form\n"
        "  -q, --quiet          print nothing, leave only the exit status\n"
        "      --color COLOR    colours: auto, always or never (default: auto)\n"
        "  -h, --help           show this help\n"
        "\n"
        "Examples:\n"
        "  $ sample try a\n"
        "      tries a\n");
}

TEST_CASE("a tool's help fits 24 lines of 80 columns, even with a dozen commands") {
  ToolPage page{
      "pathway-map", "services and flows, what the workshop saw, and where young people get stuck", {}, {}, {}};
  for (int i = 0; i < 10; ++i)
    page.commands.push_back({"command-" + std::to_string(i), "does something that takes a line to say"});
  page.examples = {{"pathway-map analyse", ""}, {"pathway-map draw -o map.svg", ""}};
  const auto lines = report::lines_of(help_of(page));
  CHECK(lines.size() <= 24);
  for (const std::string& line : lines) CHECK(text::display_width(line) <= 80);
}

TEST_CASE("long help is wrapped, and no line but the first starts with a dash") {
  bool set = false;
  const auto declaration = std::make_shared<Command::Declaration>();
  Command(declaration)
      .flag("--all", set, "an explanation that goes on and on and then names another option that is --since");
  for (const std::string& line : report::lines_of(help_of(*declaration))) {
    CHECK(text::display_width(line) <= 80 + 10);
    const std::size_t first = line.find_first_not_of(' ');
    if (first != std::string::npos && line[first] == '-') CHECK(line.find("--all") != std::string::npos);
  }
}

TEST_CASE("a long example is broken outside its quotes, as a shell would read it") {
  const auto declaration = std::make_shared<Command::Declaration>();
  Command(declaration)
      .example("pdsa act --cycle r3c4 --decision adopt --reason 'It works for everybody' --owner 'team manager'",
               "ends it");
  CHECK(help_of(*declaration)
            .ends_with("Examples:\n"
                       "  $ pdsa act --cycle r3c4 --decision adopt --reason 'It works for everybody' \\\n"
                       "      --owner 'team manager'\n"
                       "      ends it\n"));
}

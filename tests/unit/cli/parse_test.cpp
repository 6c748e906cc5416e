// SPDX-License-Identifier: MIT
#include "libthrive/cli/parse.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

using namespace thrive;
using namespace thrive::cli;

namespace {

/// A command with one option of every kind.
struct Sample {
  std::shared_ptr<Command::Declaration> declaration = std::make_shared<Command::Declaration>();
  bool all = false;
  std::string pathway = "current";
  std::optional<std::string> note{};
  int count = 5;
  std::optional<double> target{};
  std::optional<text::Date> since{};
  std::vector<std::string> tables{};
  std::string better = "lower";

  Sample() {
    declaration->tool = "sample";
    declaration->name = "try";
    Command command(declaration);
    command.flag("-a,--all", all, "everything");
    command.option("-p,--pathway", "ID", pathway, "which pathway");
    command.option("--note", "TEXT", note, "a note");
    command.option("--count", "N", count, "how many");
    command.option("--target", "X", target, "the target");
    command.option("-s,--since", "DATE", since, "from this day");
    command.option("--table", "ID", tables, "which table");
    command.choice("--better", {"lower", "higher", "getting-help"}, better, "which way is better");
    command.writes({Format::text, Format::json, Format::html, Format::markdown});
    add_common_options(*declaration);
  }

  /// The mistake in a command line, or empty.
  std::string mistake(const std::vector<std::string>& words) {
    const std::optional<UsageError> error = parse(*declaration, words);
    return error ? error->message : std::string{};
  }
};

}  // namespace

TEST_CASE("options of every kind are taken over") {
  Sample sample;
  CHECK(sample.mistake({"-a", "--pathway=target", "--note", "two words", "--count", "-3", "--target", "-1.5",
                        "-s2024-06-17", "--table", "A", "--table", "B", "--better", "higher", "-q", "x.yaml"}) == "");
  CHECK(sample.all);
  CHECK(sample.pathway == "target");
  CHECK(sample.note == "two words");
  CHECK(sample.count == -3);
  CHECK(sample.target == -1.5);
  CHECK(text::format_date(sample.since.value()) == "2024-06-17");
  CHECK(sample.tables == std::vector<std::string>{"A", "B"});
  CHECK(sample.better == "higher");
  CHECK(sample.declaration->quiet);
  CHECK(sample.declaration->paths == std::vector<std::string>{"x.yaml"});
}

TEST_CASE("the last of two values counts, so that cron lines can append") {
  Sample sample;
  CHECK(sample.mistake({"-f", "json", "--pathway", "a", "-f", "text", "--pathway", "b"}) == "");
  CHECK(sample.declaration->format_word == "text");
  CHECK(sample.pathway == "b");
}

TEST_CASE("values may be empty, start with a dash, or look like lists") {
  Sample sample;
  CHECK(sample.mistake({"--note=", "x.yaml"}) == "");
  CHECK(sample.note == "");
  CHECK(sample.declaration->paths == std::vector<std::string>{"x.yaml"});
  Sample other;
  CHECK(other.mistake({"--note", "-not an option", "--table", "[a,b]"}) == "");
  CHECK(other.note == "-not an option");
  CHECK(other.tables == std::vector<std::string>{"[a,b]"});
}

TEST_CASE("a repeated option does not swallow the project behind it") {
  Sample sample;
  CHECK(sample.mistake({"--table", "A", "x.yaml"}) == "");
  CHECK(sample.tables == std::vector<std::string>{"A"});
  CHECK(sample.declaration->paths == std::vector<std::string>{"x.yaml"});
}

TEST_CASE("words may be written with capitals, blanks and underscores") {
  Sample sample;
  CHECK(sample.mistake({"--better", "Getting_Help"}) == "");
  CHECK(sample.better == "getting-help");
}

TEST_CASE("everything behind -- is an argument, and - is one too") {
  Sample sample;
  CHECK(sample.mistake({"--", "--all"}) == "");
  CHECK(sample.declaration->paths == std::vector<std::string>{"--all"});
  CHECK(!sample.all);
  Sample other;
  CHECK(other.mistake({"-"}) == "");
  CHECK(other.declaration->paths == std::vector<std::string>{"-"});
}

TEST_CASE("mistakes are said in our words, with what was probably meant") {
  CHECK(Sample().mistake({"--pathwya", "x"}) == "unknown option '--pathwya'; did you mean '--pathway'?");
  CHECK(Sample().mistake({"--zzz"}) == "unknown option '--zzz'");
  CHECK(Sample().mistake({"-z"}) == "unknown option '-z'");
  CHECK(Sample().mistake({"--zzz=\x1b[2J"}) == "unknown option '--zzz'");
  CHECK(Sample().mistake({"--pathway"}) == "option '--pathway' needs a value");
  CHECK(Sample().mistake({"--all=false"}) == "option '--all' takes no value");
  CHECK(Sample().mistake({"--count", "many"}) == "value 'many' of '--count' is no whole number");
  CHECK(Sample().mistake({"--count", "5 "}) == "value '5 ' of '--count' is no whole number");
  CHECK(Sample().mistake({"--count", "99999999999"}) == "value '99999999999' of '--count' is no whole number");
  CHECK(Sample().mistake({"--target", "inf"}) == "value 'inf' of '--target' is no number");
  CHECK(Sample().mistake({"--since", "17/6/2024"}) ==
        "value '17/6/2024' of '--since' is no date; write it as YYYY-MM-DD, such as 2024-06-17");
  CHECK(Sample().mistake({"--better", "highr"}) ==
        "value of '--better' 'highr' is unknown, choose lower, higher or getting-help; did you mean 'higher'?");
  CHECK(Sample().mistake({"a.yaml", "b.yaml"}) == "unexpected argument 'b.yaml': one PROJECT is enough");
  CHECK(Sample().mistake({""}) == "the name of PROJECT is empty");
}

TEST_CASE("the form comes from -f, else from the name of the output, else it is the first") {
  Sample first, by_name, by_option, unknown;
  CHECK(first.mistake({}) == "");
  CHECK(first.declaration->format_word == "text");
  CHECK(by_name.mistake({"-o", "Report.HTML"}) == "");
  CHECK(by_name.declaration->format_word == "html");
  CHECK(by_option.mistake({"-o", "report.html", "-f", "json"}) == "");
  CHECK(by_option.declaration->format_word == "json");
  CHECK(unknown.mistake({"-o", "report.v2"}) == "");
  CHECK(unknown.declaration->format_word == "text");
  CHECK(Sample().mistake({"-o", "map.svg"}) ==
        "'sample try' cannot write svg, which the name 'map.svg' asks for; choose with --format");
  CHECK(Sample().mistake({"--part"}) == "--part goes with markdown or html, not text");
  CHECK(Sample().mistake({"--part", "-f", "html"}) == "");
}

TEST_CASE("--help wins over mistakes") {
  Sample sample;
  CHECK(sample.mistake({"--zzz", "--help", "--count", "many"}) == "");
  CHECK(sample.declaration->help);
}

TEST_CASE("words before the project") {
  std::string kind, id;
  const auto declaration = std::make_shared<Command::Declaration>();
  Command command(declaration);
  command.word("KIND", {"service", "flow"}, kind, "what to add").word("ID", {}, id, "its id").takes_projects();
  CHECK(parse(*declaration, {"service", "spa", "a.yaml", "b.yaml"}) == std::nullopt);
  CHECK(kind == "service");
  CHECK(id == "spa");
  CHECK(declaration->paths == std::vector<std::string>{"a.yaml", "b.yaml"});
  CHECK(parse(*declaration, {})->message == "KIND is missing: service or flow");
  CHECK(parse(*declaration, {"flow"})->message == "ID is missing");
  CHECK(parse(*declaration, {"servce", "x"})->message ==
        "KIND 'servce' is unknown, choose service or flow; did you mean 'service'?");
  CHECK(parse(*declaration, {"flow", "x", "-", "-"})->message == "standard input ('-') can be read only once");
}

TEST_CASE("arguments that are no projects") {
  std::vector<std::string> codes;
  const auto declaration = std::make_shared<Command::Declaration>();
  Command(declaration).takes("CODE", codes, "codes of checks");
  CHECK(parse(*declaration, {"a", "b"}) == std::nullopt);
  CHECK(codes == std::vector<std::string>{"a", "b"});
  CHECK(parse(*declaration, {})->message == "CODE is missing");
  const auto none = std::make_shared<Command::Declaration>();
  Command(none).takes_no_project();
  CHECK(parse(*none, {"x"})->message == "unexpected argument 'x'");
}

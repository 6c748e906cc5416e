// SPDX-License-Identifier: MIT
// Every line of the input is a word of a command line: it is understood, or refused with a message in our words.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "libthrive/cli/parse.hpp"
#include "libthrive/text/unicode.hpp"

using namespace thrive;

namespace {

std::vector<std::string> words_of(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> words{""};
  for (std::size_t i = 0; i < size; ++i) {
    const char c = static_cast<char>(data[i]);
    if (c == '\n') {
      words.emplace_back();
    } else if (c != '\0') {  // no argument of a program can hold one
      words.back() += c;
    }
  }
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  bool all = false;
  std::string pathway, kind, id;
  std::optional<double> target;
  std::optional<text::Date> since;
  std::vector<std::string> tables;
  const auto declaration = std::make_shared<cli::Command::Declaration>();
  declaration->tool = "fuzz";
  cli::Command command(declaration);
  command.flag("-a,--all", all, "everything").option("-p,--pathway", "ID", pathway, "which pathway");
  command.option("--target", "X", target, "the target").option("--since", "DATE", since, "from this day");
  command.option("--table", "ID", tables, "which table").choice("--kind", {"one", "two"}, kind, "which kind");
  command.word("ID", {}, id, "what to look at").takes_projects();
  command.writes({cli::Format::text, cli::Format::html, cli::Format::json}).records().dated();
  cli::add_common_options(*declaration);
  const std::optional<cli::UsageError> error = cli::parse(*declaration, words_of(data, size));
  if (!error) return 0;
  if (error->message.empty() || !text::is_valid_utf8(error->message)) std::abort();
  for (const char c : error->message)
    if (static_cast<unsigned char>(c) < 0x20) std::abort();
  return 0;
}

// SPDX-License-Identifier: MIT
// How a result becomes text, and where it goes.
#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "libthrive/cli/format.hpp"
#include "libthrive/cli/output.hpp"
#include "libthrive/cli/session.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/system/replace.hpp"
#include "libthrive/system/streams.hpp"
#include "libthrive/text/harmless.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::cli {

namespace {

/// The result of one of the functions, which the command must have: what it says it writes is what it can write.
template <class Made>
Made made(const std::function<Made()>& make, Format format) {
  if (!make) throw std::logic_error(fmt::format("format '{}' is declared but not made", name(format)));
  return make();
}

/// `map.md` -> `map-1.svg`; the pictures of a Markdown file lie beside it.
std::string picture_name(const std::string& output, std::size_t number) {
  const std::size_t slash = output.rfind('/');
  const std::size_t point = output.rfind('.');
  const bool has_extension = point != std::string::npos && (slash == std::string::npos || point > slash + 1);
  return fmt::format("{}-{}.svg", has_extension ? output.substr(0, point) : output, number);
}

void refuse_inputs(const std::string& name, Session::State& state) {
  for (const std::string& path : state.paths) state.inputs.add_project(path);
  if (state.inputs.holds(name))
    throw LateUsageError(
        fmt::format("'{}' is a file that was read; choose another name for --output", text::without_controls(name)));
}

/// Writes a result where nothing that was read is lost.
void write_file(const std::string& name, const std::string& text, Session::State& state) {
  refuse_inputs(name, state);
  if (!system::write_file(name, text, state.problems)) throw NotWritten();
}

std::string without_folder(const std::string& file) { return file.substr(file.rfind('/') + 1); }

/// Markdown cannot hold a picture. With `-o` each figure becomes a file beside the page, without it stays in words.
std::string markdown(const report::Document& document, Session::State& state) {
  const Command::Declaration& command = state.command;
  std::vector<std::string> links;
  if (!command.output.empty() && command.output != "-") {
    for (const report::Block& block : document.blocks) {
      const report::Figure* figure = std::get_if<report::Figure>(&block);
      if (figure == nullptr || figure->svg.empty()) continue;
      const std::string file = picture_name(command.output, links.size() + 1);
      write_file(file, figure->svg, state);
      links.push_back(without_folder(file));
    }
  }
  return report::to_markdown(document, command.part ? 1 : 0, links);
}

std::string html(const report::Document& document, bool part) {
  return part ? report::to_html_part(document) : report::to_html(document);
}

/// The columns of the terminal that reads, as COLUMNS says, within reason; 80 for files, pipes and mail, so that the
/// same input gives the same bytes there.
std::size_t text_width(const Command::Declaration& command) {
  constexpr std::size_t usual = 80, narrowest = 40, widest = 200;
  const bool is_for_terminal = (command.output.empty() || command.output == "-") && system::is_terminal(1);
  const char* columns = is_for_terminal ? std::getenv("COLUMNS") : nullptr;
  if (columns == nullptr) return usual;
  std::size_t wanted = 0;
  const char* const end = columns + std::strlen(columns);
  const auto [last, error] = std::from_chars(columns, end, wanted);
  if (error != std::errc() || last != end || wanted == 0) return usual;
  return std::clamp(wanted, narrowest, widest);
}

std::string rendered(const Result& result, Format format, Session::State& state) {
  const Command::Declaration& command = state.command;
  switch (format) {
    case Format::text:
      return result.text ? result.text() : report::to_text(made(result.document, format), text_width(command));
    case Format::markdown:
      return markdown(made(result.document, format), state);
    case Format::html:
      return result.html ? result.html() : html(made(result.document, format), command.part);
    case Format::csv:
      return result.csv ? result.csv() : report::to_csv(made(result.table, format));
    case Format::json:
      return result.json_text ? result.json_text() : text::to_json(made(result.json, format));
    case Format::svg:
      return made(result.svg, format);
    case Format::dot:
      return made(result.dot, format);
    case Format::mermaid:
      return made(result.mermaid, format);
    case Format::graphml:
      return made(result.graphml, format);
    case Format::sarif:
    case Format::junit:
    case Format::github:
    case Format::gitlab:
      if (result.for_checkers) return result.for_checkers(format);
      return {};
    case Format::ics:
      return made(result.ics, format);
  }
  return {};
}

}  // namespace

Format Session::format() const { return format_from_name(state_.command.format_word).value_or(Format::text); }

void Session::write(const Result& result) {
  const Command::Declaration& command = state_.command;
  const bool to_file = !command.output.empty() && command.output != "-";
  if (command.quiet && !to_file) return;
  const std::string text = rendered(result, format(), state_);
  if (to_file) {
    write_file(command.output, text, state_);
  } else {
    write_standard_output(system::is_terminal(1) ? text::harmless(text) : text);
  }
}

namespace {

using Write = std::function<bool(std::string_view)>;

/// Makes all pieces, so that every problem is found, and hands them on in order as long as there is none. True when
/// all were written.
bool write_pieces(const Pieces& pieces, Session& session, const Write& write) {
  constexpr std::size_t at_a_time = 64;
  std::vector<std::string> made(std::min(at_a_time, pieces.count));
  bool is_whole = !session.problems().has_errors() && write(pieces.before);
  bool is_first = true;
  for (std::size_t first = 0; first < pieces.count; first += at_a_time) {
    const std::size_t count = std::min(at_a_time, pieces.count - first);
    session.at_once(count, [&](std::size_t position, text::Diagnostics& problems) {
      made[position] = pieces.make(first + position, problems);
    });
    is_whole = is_whole && !session.problems().has_errors();
    for (std::size_t i = 0; i < count && is_whole; ++i) {
      if (made[i].empty()) continue;  // nothing could be made there, which has been said
      is_whole = (is_first || write(pieces.between)) && write(made[i]);
      is_first = false;
    }
  }
  return is_whole && write(pieces.after);
}

/// Standard output that waits with the first 8 MB: whether a result of usual length is whole is known before any of it
/// goes out.
class PatientOutput {
 public:
  bool write(std::string_view made) {
    const std::string shown = system::is_terminal(1) ? text::harmless(made) : std::string();
    const std::string_view text = system::is_terminal(1) ? std::string_view(shown) : made;
    constexpr std::size_t patience = std::size_t{8} << 20;
    if (held_.size() + text.size() <= patience && !has_begun_) {
      held_ += text;
      return true;
    }
    finish();
    write_standard_output(text);
    return true;
  }
  void finish() {
    has_begun_ = true;
    write_standard_output(std::exchange(held_, {}));
  }

 private:
  std::string held_;
  bool has_begun_ = false;
};

}  // namespace

bool Session::write(const Pieces& pieces) {
  const Command::Declaration& command = state_.command;
  const bool to_file = !command.output.empty() && command.output != "-";
  if (!to_file) {
    PatientOutput output;
    const bool is_whole =
        write_pieces(pieces, *this, [&](std::string_view text) { return command.quiet || output.write(text); });
    if (is_whole && !command.quiet) output.finish();
    return is_whole;
  }
  refuse_inputs(command.output, state_);
  bool is_whole = false;
  const bool is_written = system::write_file(
      command.output, [&](const Write& write) { return is_whole = write_pieces(pieces, *this, write); },
      state_.problems);
  if (!is_written && !problems().has_errors()) throw NotWritten();
  return is_written && is_whole;
}

}  // namespace thrive::cli

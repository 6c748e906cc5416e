// SPDX-License-Identifier: MIT
#include "tools/thrive/commands.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/findings/say.hpp"
#include "libthrive/report/render.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

/// Adds a part to the body of a page; a whole page cannot be a part of another.
bool read_part(cli::Session& session, const std::string& path, std::vector<std::string>& parts) {
  const auto source = session.read(path);
  if (!source) return false;
  const std::string_view start = std::string_view(source->bytes()).substr(0, 64);
  if (start.find("<!doctype") != start.npos || start.find("<html") != start.npos) {
    findings::say(session.problems(), {"not-a-part", text::whole_file(path)});
    return false;
  }
  parts.emplace_back(source->bytes());
  return true;
}

}  // namespace

void declare_bind(cli::Command& command) {
  struct Options {
    std::string title;
    std::string subtitle;
    std::vector<std::string> parts;
  };
  const auto options = std::make_shared<Options>();
  command.takes_no_project()
      .takes("PART", options->parts, "a file made with -f html --part, in the order to bind them")
      .option("-t,--title", "TITLE", options->title, "what stands on top of the page")
      .option("--subtitle", "TEXT", options->subtitle, "a line below it")
      .writes({Format::html})
      .example("thrive bind -t 'Report' map.html scores.html -o report.html", "join parts into one page")
      .example("thrive bind -t 'Report' --subtitle 'Spring 2025' parts/*.html -o report.html",
               "with a line below the title")
      .run([options](cli::Session& session) {
        if (options->title.empty()) return session.usage_error("give the page a --title");
        std::vector<std::string> parts;
        for (const std::string& part : options->parts)
          if (!read_part(session, part, parts)) return Exit::trouble;
        cli::Result result;
        result.html = [&] { return report::html_page(options->title, options->subtitle, parts); };
        session.write(result);
        return Exit::ok;
      });
}

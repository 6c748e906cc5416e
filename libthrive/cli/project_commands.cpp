// SPDX-License-Identifier: MIT
#include "libthrive/cli/project_commands.hpp"

#include <memory>

#include "libthrive/findings/explanations.hpp"
#include "libthrive/project/check.hpp"
#include "libthrive/project/show.hpp"
#include "libthrive/project/starter.hpp"
#include "libthrive/records/schema.hpp"
#include "libthrive/report/render.hpp"

namespace thrive::cli {

namespace {

/// Adds a part to the body of a page; a whole page cannot be a part of another.
bool read_part(Session& session, const std::string& path, std::vector<std::string>& parts) {
  const auto source = session.read(path);
  if (!source) return false;
  const std::string_view start = std::string_view(source->bytes()).substr(0, 64);
  if (start.find("<!doctype") != start.npos || start.find("<html") != start.npos) {
    session.problems().error("not-a-part", text::whole_file(path), "this is a whole page, not a part of one",
                             "make it with -f html --part");
    return false;
  }
  parts.emplace_back(source->bytes());
  return true;
}

}  // namespace

void declare_init(Command& command) {
  struct Options {
    std::string name = "Our i-THRIVE work";
    std::vector<std::string> folders;
  };
  const auto options = std::make_shared<Options>();
  command.takes_no_project()
      .takes("FOLDER", options->folders, "where to start it; this folder when left out", false)
      .option("--name", "NAME", options->name, "what the project is called")
      .example("thrive init thornmere --name 'Thornmere i-THRIVE'", "start a project in a new folder")
      .example("mkdir plan && cd plan && thrive init", "start it in the folder you are in")
      .run([options](Session& session) {
        if (options->folders.empty()) options->folders.emplace_back(".");
        for (const std::string& folder : options->folders)
          if (!project::write_starter(folder, options->name, session.problems())) return Exit::trouble;
        return Exit::ok;
      });
}

void declare_check(Command& command) {
  command.takes_projects()
      .writes({Format::text, Format::json, Format::sarif, Format::junit})
      .dated()
      .example("thrive check", "say what is wrong with the project around you")
      .example("thrive check -f sarif -o findings.sarif */thrive.yaml", "check many projects for a code-review page")
      .run([](Session& session) {
        const auto checked = project::check_all(session.paths(), session.today());
        Result result;
        result.text = [&] { return project::findings_as_text(checked); };
        result.json = [&] { return project::findings_as_json(checked); };
        result.sarif = [&] { return project::findings_as_sarif(checked); };
        result.junit = [&] { return project::findings_as_junit(checked); };
        session.write(result);
        return project::has_unreadable(checked) ? Exit::trouble
               : project::has_findings(checked) ? Exit::findings
                                                : Exit::ok;
      });
}

void declare_show(Command& command) {
  command.writes({Format::json})
      .example("thrive show | jq -r '.services[].name'", "list the names of all services")
      .example("thrive show plan.yaml -o plan.json", "keep it for another program")
      .run([](Session& session) {
        const auto project = session.project();
        if (!project) return Exit::trouble;
        Result result;
        result.json = [&] { return project::shown(*project); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_schema(Command& command) {
  const auto is_part = std::make_shared<bool>(false);
  command.takes_no_project()
      .writes({Format::json})
      .flag("--of-part", *is_part, "for one file of a folder, which need not hold everything")
      .example("thrive schema -o thrive.schema.json", "make the schema that editors check with as you type")
      .example("thrive schema | jq -r '.properties | keys[]'", "list the sections of a project")
      .run([is_part](Session& session) {
        Result result;
        result.json = [&] { return records::json_schema(project::built_in_vocabulary(), *is_part); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_explain(Command& command) {
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
      .run([options](Session& session) {
        if (options->codes.empty() == !options->all) return session.usage_error("name a CODE, or give --all");
        const auto found = project::find_explanations(options->codes, session.problems());
        if (session.problems().has_errors()) return Exit::trouble;
        Result result;
        result.text = [&] { return project::explanations_as_text(found); };
        result.json = [&] { return project::explanations_as_json(found); };
        session.write(result);
        return Exit::ok;
      });
}

void declare_bind(Command& command) {
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
      .run([options](Session& session) {
        if (options->title.empty()) return session.usage_error("give the page a --title");
        std::vector<std::string> parts;
        for (const std::string& part : options->parts)
          if (!read_part(session, part, parts)) return Exit::trouble;
        Result result;
        result.html = [&] { return report::html_page(options->title, options->subtitle, parts); };
        session.write(result);
        return Exit::ok;
      });
}

}  // namespace thrive::cli

// SPDX-License-Identifier: MIT
#include "tools/measure/commands.hpp"

#include <memory>
#include <string>

#include "libthrive/measures/describe/contract.hpp"
#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/draw/draw.hpp"
#include "tools/measure/reading.hpp"

using namespace thrive;

void declare_chart(cli::Command& command) {
  struct Options : Reading {
    bool all = false;
    measures::Theme theme = measures::Theme::colour;
  };
  const auto options = std::make_shared<Options>();
  add_reading_options(command, *options);
  add_series_options(command, *options);
  command.flag("--all", options->all, "one page with every measure: icons and sentences, then every chart")
      .choice("--theme", options->theme, "colours, or black and grey (default: colour)")
      .dated()
      .writes({cli::Format::text, cli::Format::svg, cli::Format::html, cli::Format::markdown, cli::Format::csv,
               cli::Format::json})
      .example("measure chart --measure triage-wait -o triage-wait.svg", "a chart for a board paper")
      .example("measure chart --all -o measures.html", "every measure on one page")
      .run([options](cli::Session& session) {
        refuse_ignored(*options, session);
        auto all = read_all(*options, session);
        if (!all) return cli::Exit::trouble;
        if (session.format() == cli::Format::svg && all->size() != 1)
          return session.usage_error("a picture shows one measure: name it with --measure, or use -f html");
        add_false_alarms(*all, session);
        cli::Result result;
        result.document = [&] { return measures::describe_charts(*all, options->all, options->theme); };
        result.text = [&] { return measures::charts_in_text(*all); };
        result.svg = [&] { return measures::draw_chart(all->front(), options->theme); };
        result.table = [&] { return measures::data_table(*all); };
        result.json_text = [&] { return measures::analyses_json(*all, all->size() == 1); };
        session.write(result);
        return cli::Exit::ok;
      });
}

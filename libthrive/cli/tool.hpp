// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/cli/exit.hpp"
#include "libthrive/model/words.hpp"
#include "libthrive/project/opened.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/date.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::cli {

enum class Format { text, markdown, html, csv, json, svg, dot, mermaid, graphml, sarif, junit, github, gitlab, ics };

/// The forms that a result can take; a command declares which it has by filling these in. Only the one asked for is
/// made.
struct Result {
  std::function<report::Document()> document{};  // text, markdown, html
  std::function<report::Table()> table{};        // csv
  std::function<text::Value()> json{};
  std::function<std::string()> svg{};
  std::function<std::string()> dot{};
  std::function<std::string()> mermaid{};
  std::function<std::string()> graphml{};
  std::function<std::string()> text{};                // instead of the document's text form
  std::function<std::string()> csv{};                 // instead of the table
  std::function<std::string()> html{};                // instead of the document's page
  std::function<std::string()> json_text{};           // instead of the tree
  std::function<std::string(Format)> for_checkers{};  // sarif, junit, github, gitlab
  std::function<std::string()> ics{};
};

/// A long result that is made and written piece by piece, so that it takes no memory however long it is.
struct Pieces {
  std::string before;  // what stands in front of all pieces, between two of them, and behind the last
  std::string between{};
  std::string after{};
  std::size_t count = 0;
  /// Makes one piece, in several threads at once. The problems that each adds come in the order of the positions.
  std::function<std::string(std::size_t position, text::Diagnostics& problems)> make{};
};

/// What a command has to say of one PROJECT.
struct Answer {
  Result result{};
  std::vector<text::Diagnostic> findings{};  // of a command that judges: what its exit status goes by
  std::vector<text::Diagnostic> accepted{};  // those that the project lets stand for a while
  bool ends_in_findings = false;             // exit status 1 whatever the findings, as of what was looked for
};
/// Asks a command about one open project; nothing, with the reason among the problems, when there is no answer. Runs in
/// several threads at once.
using Ask = std::function<std::optional<Answer>(const project::Opened& project, text::Diagnostics& problems)>;

/// A data file of the toolkit, and where its keys stand: of a key that is missing, the section it belongs in.
struct DataFile {
  text::Value tree;  // every scalar is text
  std::function<text::Place(const std::vector<std::string>& path)> place;
};

/// A file beside the project that a command edits; see Session::record_file.
struct FileToRecord {
  std::string file;
  std::string start;  // what a file that does not exist yet begins as
  std::function<std::optional<std::string>(const text::Source&)> decide{};
};

/// What a command's body works with: the options that every command has, the streams, and the problems found.
class Session {
 public:
  text::Diagnostics& problems();
  /// The day that counts as today: `--as-of`, else the machine's date.
  text::Date today() const;
  /// True when `--as-of` was given.
  bool has_as_of() const;
  /// True when a PROJECT was named, or is found: for commands that can do without.
  bool has_project() const;
  /// Opens the PROJECT, found when it was left out. Nothing when it has errors: return Exit::trouble then.
  std::optional<project::Opened> project();
  /// Opens another project that an option names.
  std::optional<project::Opened> project(const std::string& path);
  /// Does `work` for every position below `count`, on all processors; it runs in several threads at once. The problems
  /// that each adds come in the order of the positions.
  void at_once(std::size_t count, const std::function<void(std::size_t position, text::Diagnostics& problems)>& work);
  /// Opens every PROJECT, on all processors, and hands each to `look` with its position; problems that `look` adds go
  /// with those of opening it, in the order of the projects. `look` runs in several threads at once.
  void each_project(const std::function<void(std::size_t position, const project::Opened& project,
                                             text::Diagnostics& problems)>& look);
  /// Does `work` for every position as above; its problems go to `found`, so that it may itself be asked of one project
  /// of several.
  static void at_once(std::size_t count,
                      const std::function<void(std::size_t position, text::Diagnostics& problems)>& work,
                      text::Diagnostics& found);
  /// Asks every PROJECT and writes all answers as one result: of one project as they are, of several a section, a first
  /// column or an object each. JSON names the project of every object. A project that cannot be read is reported, and
  /// the others are answered; then the exit status is Exit::trouble. Else it is that of the findings. `command` is its
  /// name in JSON, SARIF and JUnit.
  Exit answer_each(std::string_view command, const Ask& ask);
  /// The PROJECT arguments of a command that takes several.
  const std::vector<std::string>& paths() const;
  /// Writes a result in the format asked for, to standard output or `-o`.
  void write(const Result& result);
  /// The same for a result in pieces. False when there were errors while they were made: then no file is written, and
  /// nothing to standard output unless more than 8 MB of it had gone out already.
  bool write(const Pieces& pieces);
  /// Edits the PROJECT: in place, or from standard input to standard output, or as a difference with `-n`. Says what
  /// was done in `summary` on standard error unless `-q`.
  Exit record(const std::function<bool(const project::Opened&, project::Changes&)>& decide,
              std::string_view summary = {});
  /// Edits a file beside the project, such as a measure's data, as `record` edits the project: under its lock, in one
  /// step, or as a difference with `-n`. A file that does not exist begins as `start`. `decide` gives the new bytes, or
  /// nothing with its reason among the problems.
  Exit record_file(const project::Opened& project, const std::string& file, const std::string& start,
                   const std::function<std::optional<std::string>(const text::Source&)>& decide);
  /// The same for several files at once: either each of them holds its new bytes afterwards, or none does.
  Exit record_files(const project::Opened& project, const std::vector<FileToRecord>& files);
  /// What a run said on standard error besides problems: `TOOL: words`, not with `-q`.
  void say(const std::string& words);
  /// The same in the name of a command, for those that others run: `thrive merge: words`.
  void say_as(std::string_view command, const std::string& words);
  /// The bytes of a file that an earlier run left, empty when there is none yet; nothing, with a problem, when it
  /// cannot be read.
  std::optional<std::string> remembered(const std::string& path);
  /// Leaves bytes for the next run, in one step. False with a problem when they cannot be written.
  bool remember(const std::string& path, const std::string& bytes);
  bool quiet() const;
  Format format() const;
  /// True when `-f` or `-o` was given, and when `-n` was: for commands that write a result or an edit.
  bool has_format() const;
  bool is_dry_run() const;
  /// The file that `-o` names; empty for standard output.
  const std::string& output_file() const;
  /// Reads a whole file, or standard input for `-`. Nothing, with a problem added, when it cannot be read.
  std::optional<text::Source> read(const std::string& path);
  /// Opens a table of text, or standard input for `-`, to be read a block at a time; only what comes through a pipe is
  /// held. Nothing, with a problem added, when it cannot be read.
  std::optional<tables::Input> table(const std::string& path);
  /// The figures in a CSV file. Nothing, with problems added, when it cannot be used.
  std::optional<model::Series> series(const std::string& path, const project::SeriesColumns& columns);
  /// A data file of the toolkit, such as "rules/nhs.yaml", as a tree in which every scalar is text. Nothing, with its
  /// problems added, when there is none or when a replaced one cannot be read.
  std::optional<text::Value> data(const std::string& name);
  /// The same with the places of its keys.
  std::optional<DataFile> data_with_places(const std::string& name);
  /// The exit status that findings make: Exit::findings when one is as grave as --fail-on says, else Exit::ok.
  Exit status_of(const std::vector<text::Diagnostic>& findings) const;
  /// A usage mistake when an option was given that has no part in what `mode`, another option, does; those of every
  /// command and of its forms always have one. Options that would be ignored are refused.
  void only_with(std::string_view mode, const std::vector<std::string_view>& options) const;
  /// The same for options that say more about another one, which was not given.
  void goes_with(std::string_view main, const std::vector<std::string_view>& options) const;
  /// A usage mistake found after parsing, such as two options that exclude each other: message, exit status 2.
  Exit usage_error(std::string message);

  struct State;
  explicit Session(State& state) : state_(state) {}

 private:
  State& state_;
};

/// One option as it was given, of several that share a list.
struct Given {
  std::string option;  // its long name, without the dashes
  std::string value;
};

/// One command of a tool: its options, what it takes, what it prints, and its body.
class Command {
 public:
  // Declarations. `names` as "-s,--since"; `value` is how the help names the argument; help starts in lower case, no
  // full stop.
  Command& flag(std::string names, bool& set, std::string help);
  Command& option(std::string names, std::string value, std::string& into, std::string help);
  Command& option(std::string names, std::string value, std::optional<std::string>& into, std::string help);
  Command& option(std::string names, std::string value, int& into, std::string help);
  Command& option(std::string names, std::string value, std::optional<int>& into, std::string help);
  Command& option(std::string names, std::string value, double& into, std::string help);
  Command& option(std::string names, std::string value, std::optional<double>& into, std::string help);
  Command& option(std::string names, std::string value, std::optional<text::Date>& into, std::string help);
  /// May be given several times.
  Command& option(std::string names, std::string value, std::vector<std::string>& into, std::string help);
  Command& option(std::string names, std::string value, std::vector<text::Date>& into, std::string help);
  /// The same for several options that share a list, which keeps the order in which they were given.
  Command& option(std::string names, std::string value, std::vector<Given>& into, std::string help);
  /// The option declared last is given once: of several the last one counts.
  Command& once();
  /// One of a few words, such as those that data name.
  Command& choice(std::string names, std::vector<std::string> words, std::string& into, std::string help);
  /// Yes or no in two words, the first of which is yes; nothing when it is left out.
  Command& choice(std::string names, std::string yes, std::string no, std::optional<bool>& into, std::string help);
  /// One of the words of a closed list; what `into` holds is the default.
  template <model::Named E>
  Command& choice(std::string names, E& into, std::string help) {
    const std::string usual(model::word(into));
    return choice_of(
        std::move(names), model::words<E>(), [&into](const std::string& word) { into = *model::named<E>(word); },
        std::move(help), usual);
  }
  /// The same; nothing when it is left out.
  template <model::Named E>
  Command& choice(std::string names, std::optional<E>& into, std::string help) {
    return choice_of(
        std::move(names), model::words<E>(), [&into](const std::string& word) { into = model::named<E>(word); },
        std::move(help));
  }
  /// The same; may be given several times.
  template <model::Named E>
  Command& choice(std::string names, std::vector<E>& into, std::string help) {
    choice_of(
        std::move(names), model::words<E>(),
        [&into](const std::string& word) { into.push_back(*model::named<E>(word)); }, std::move(help));
    return may_be_repeated();
  }
  /// A word of the vocabulary's list: help offers those that the toolkit has; a project may have words of its own, so
  /// that only whoever has opened it can refuse one.
  Command& term(std::string names, std::string_view list, std::string& into, std::string help);
  /// The same; may be given several times.
  Command& term(std::string names, std::string_view list, std::vector<std::string>& into, std::string help);
  /// A word before PROJECT, such as the `services` of `pathway-map list services`.
  Command& word(std::string name, std::vector<std::string> words, std::string& into, std::string help);
  /// The same of a closed list.
  template <model::Named E>
  Command& word(std::string name, E& into, std::string help) {
    return word_of(
        std::move(name), model::words<E>(), [&into](const std::string& word) { into = *model::named<E>(word); },
        std::move(help));
  }
  /// Takes no PROJECT, one, or one or more. One is the default.
  Command& takes_no_project();
  Command& takes_projects();
  /// Positional arguments that are no projects, such as the codes of `thrive explain`.
  Command& takes(std::string name, std::vector<std::string>& into, std::string help, bool required = true);
  /// The formats it can write; the first is the default. Adds -f and -o.
  Command& writes(std::vector<Format> formats);
  /// It edits the project: adds -n, --lock-wait, --break-lock.
  Command& records();
  /// Adds --as-of.
  Command& dated();
  /// It judges: adds --fail-on, which says how grave a finding must be to make exit status 1.
  Command& judges(text::Severity fail_on = text::Severity::warning);
  /// A line for the help and the page: a command that works, and what it does.
  Command& example(std::string line, std::string what);
  Command& run(std::function<Exit(Session&)> body);

  struct Declaration;
  explicit Command(std::shared_ptr<Declaration> declaration) : declaration_(std::move(declaration)) {}

 private:
  using Take = std::function<void(const std::string& word)>;
  Command& choice_of(std::string names, std::vector<std::string> words, Take take, std::string help,
                     std::string_view usual = {});
  Command& word_of(std::string name, std::vector<std::string> words, Take take, std::string help);
  Command& may_be_repeated();

  std::shared_ptr<Declaration> declaration_;
};

/// One executable.
class Tool {
 public:
  Tool(std::string name, std::string summary);
  ~Tool();
  /// Adds a command; `declare` is called only for the command that was asked for (or for help), so that a start stays
  /// cheap.
  void command(std::string name, std::string summary, std::function<void(Command&)> declare);
  /// `TOOL NAME ...` runs the tool NAME that lies beside this program: for `thrive`.
  void runs_siblings();
  /// Parses, runs, reports problems, flushes. Returns the exit status.
  int run(int argc, char** argv);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace thrive::cli

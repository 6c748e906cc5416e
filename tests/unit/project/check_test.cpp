// SPDX-License-Identifier: MIT
#include "libthrive/project/check.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

using namespace thrive;
namespace fs = std::filesystem;

namespace {

const text::Date today = *text::parse_date("2026-01-01");

/// A folder of its own that goes when the test ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("thrive-check-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "data");
  }
  ~Folder() { fs::remove_all(path_); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string name() const { return path_.string(); }

 private:
  fs::path path_;
};

std::string codes(const findings::Checked& checked) {
  std::string all;
  for (const text::Diagnostic& finding : checked.findings) all += (all.empty() ? "" : " ") + finding.code;
  return all;
}

}  // namespace

TEST_CASE("many projects are checked on all processors, and reported in the order they were given") {
  const Folder folder;
  std::vector<std::string> paths;
  for (int i = 0; i < 60; ++i) {
    const std::string name = "p" + std::to_string(i) + ".yaml";
    const std::string services = i % 3 == 0 ? "services: {a: {nam: A}}\n" : "";
    paths.push_back(folder.write(name, "thrive: 1\nproject: {name: x}\n" + services));
  }
  paths.push_back(folder.name() + "/nothing.yaml");
  const auto checked = project::check_all(paths, today);
  REQUIRE(checked.size() == 61);
  for (std::size_t i = 0; i < 60; ++i) {
    CHECK(checked[i].path == paths[i]);
    CHECK(codes(checked[i]) == (i % 3 == 0 ? "missing-field unknown-key" : ""));
    CHECK(checked[i].is_readable);
  }
  CHECK_FALSE(checked[60].is_readable);
  CHECK(findings::has_unreadable(checked));
  CHECK(findings::count(checked[0].findings, text::Severity::error) == 2);
}

TEST_CASE("a check looks into comments, values, data files and the figures") {
  const Folder folder;
  folder.write("thrive.yaml",
               "thrive: 1\n# ring 01632 960 123\nproject:\n  name: x\n  note: \"jo\\x40example.org\"\n"
               "  classification: >\n    seen by 943 476\n    5919 twice\n"
               "  allow: [{text: LS1 4AP, reason: the town hall}]\n  locality: LS1 4AP\n"
               "pathways: {now: {agreed: 2026-01-02}}\n"
               "measures:\n  m: {name: m, data: data/m.csv}\n  gone: {name: g, data: data/gone.csv}\n");
  folder.write("data/m.csv", "date,value\n2024-01-01,1\n2024-01-01,x\n");
  folder.write("data/forgotten.csv", "dob,value\n,\n");
  CHECK(codes(project::check(folder.name(), today)) ==
        "phone-number email-address nhs-number date-in-future data-file-missing date-given-twice not-a-number "
        "personal-column");
  CHECK(codes(project::check(folder.name() + "/thrive.yaml", today)).ends_with("personal-column"));
  folder.write("alone.yaml", "thrive: 1\nproject: {name: x}\n");
  CHECK(codes(project::check(folder.name() + "/alone.yaml", today)).empty());  // one file among others
}

TEST_CASE("a data file that a link leads out of the project is refused") {
  const Folder folder;
  folder.write("thrive.yaml", "thrive: 1\nproject: {name: x}\nmeasures: {m: {name: m, data: data/m.csv}}\n");
  const fs::path link = fs::path(folder.name()) / "data" / "m.csv";
  fs::create_symlink("/etc/hostname", link);
  CHECK(codes(project::check(folder.name(), today)) == "data-file-outside");
}

TEST_CASE("findings as JSON have the keys of the contract, null where there is nothing") {
  findings::Checked one{"p.yaml", "", true, {}};
  one.findings.push_back({text::Severity::error,
                          "a-code",
                          {"p.yaml", {3, 5}},
                          "it is wrong",
                          "",
                          {"services", "a"},
                          {{"key", "nam"}, {"count", 2}}});
  one.findings.push_back({text::Severity::warning, "b-code", {}, "it is odd", "look"});
  CHECK(text::to_json(findings::as_json({one, {"q.yaml", "Q", true, {}}}, "thrive check")) == R"({
  "format": 1,
  "command": "thrive check",
  "projects": [
    {
      "path": "p.yaml",
      "project": {
        "path": "p.yaml",
        "name": null
      },
      "findings": [
        {
          "code": "a-code",
          "severity": "error",
          "file": "p.yaml",
          "line": 3,
          "column": 5,
          "message": "it is wrong",
          "hint": null,
          "facts": {
            "key": "nam",
            "count": 2
          },
          "path": [
            "services",
            "a"
          ]
        },
        {
          "code": "b-code",
          "severity": "warning",
          "file": null,
          "line": null,
          "column": null,
          "message": "it is odd",
          "hint": "look",
          "facts": {},
          "path": null
        }
      ],
      "accepted": []
    },
    {
      "path": "q.yaml",
      "project": {
        "path": "q.yaml",
        "name": "Q"
      },
      "findings": [],
      "accepted": []
    }
  ],
  "errors": 1,
  "warnings": 1,
  "notes": 0
}
)");
}

TEST_CASE("SARIF and JUnit escape what they hold") {
  findings::Checked one{"a b&.yaml", "", true, {}};
  one.findings.push_back(
      {text::Severity::error, "unknown-key", {"a b&.yaml", {3, 5}}, "unknown key '<x>\x1b[31m'", "\"y\""});
  const std::string junit = findings::as_junit({one, {"clean.yaml", "", true, {}}}, "thrive check");
  CHECK(junit.find("<testsuite name=\"a b&amp;.yaml\" tests=\"1\" failures=\"1\"") != std::string::npos);
  CHECK(junit.find("&lt;x&gt;") != std::string::npos);
  CHECK(junit.find('\x1b') == std::string::npos);
  CHECK(junit.find("tests=\"2\" failures=\"1\"") != std::string::npos);
  CHECK(junit.find("<testcase classname=\"thrive check\" name=\"no findings\"/>") != std::string::npos);
  const std::string sarif = findings::as_sarif({one}, "thrive check", {});
  CHECK(sarif.find("\"uri\": \"a%20b%26.yaml\"") != std::string::npos);
  CHECK(sarif.find("\"startLine\": 3") != std::string::npos);
  CHECK(sarif.find("\"ruleId\": \"unknown-key\"") != std::string::npos);
  CHECK(sarif.find("\"fullDescription\"") != std::string::npos);  // the words of thrive explain
}

TEST_CASE("SARIF has what its strictest readers ask for") {
  findings::Checked folder{".", {}, true};
  folder.findings.push_back({text::Severity::error, "no-project-files", {}, "there is no project file", ""});
  folder.accepted.push_back(
      {text::Severity::warning, "file-not-read", {"b.yml", {}}, "not read", "accepted until then"});
  findings::Checked other{"/srv/plans/north", {}, true};
  other.findings.push_back({text::Severity::note, "a-code-of-nobody", {"/srv/plans/north", {}}, "odd", ""});
  const std::string sarif = findings::as_sarif({folder, other}, "thrive check", {});
  CHECK(sarif.find("\"uri\": \"thrive.yaml\"") != std::string::npos);
  CHECK(sarif.find("\"uri\": \"file:///srv/plans/north/thrive.yaml\"") != std::string::npos);
  CHECK(sarif.find("\"informationUri\": \"https://") != std::string::npos);
  CHECK(sarif.find("\"defaultConfiguration\": {\n                \"level\": \"error\"") != std::string::npos);
  CHECK(sarif.find("\"ruleIndex\": 2") != std::string::npos);
  CHECK(sarif.find("\"justification\": \"accepted until then\"") != std::string::npos);
  const std::string junit = findings::as_junit({folder}, "thrive check");
  CHECK(junit.find("tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"1\"") != std::string::npos);
  CHECK(junit.find("<skipped message=\"not read; accepted until then\"/>") != std::string::npos);
}

TEST_CASE("personal data are found in a file that is not YAML, each once and at its place") {
  const Folder folder;
  folder.write("thrive.yaml", "thrive: 1\nproject: {name: Example}\n");
  folder.write("notes.yaml", "services:\n  spa: {name: 'SPA\n  gp: {name: GP, note: jo@example.org}\n# 943 476 5919\n");
  folder.write("data/extra.csv", "date,value\n2024-01-01,943 476 5919\n");
  const findings::Checked checked = project::check(folder.name(), today);
  const auto found = [&](const std::string& file, std::size_t line, std::size_t column, const std::string& code) {
    return std::count_if(checked.findings.begin(), checked.findings.end(), [&](const text::Diagnostic& finding) {
      return finding.place == text::Place{folder.name() + "/" + file, {line, column}} && finding.code == code;
    });
  };
  CHECK(checked.findings.front().severity == text::Severity::error);  // the quote that is never closed
  CHECK(found("notes.yaml", 3, 24, "email-address") == 1);
  CHECK(found("notes.yaml", 4, 3, "nhs-number") == 1);
  CHECK(found("data/extra.csv", 2, 12, "nhs-number") == 1);
  CHECK(checked.findings.size() == 4);
}

TEST_CASE("a slip in the YAML brings no warnings of what is allowed, in this file or another") {
  const Folder folder;
  folder.write("thrive.yaml",
               "thrive: 1\nproject:\n  allow:\n    - {text: jo@example.org, reason: invented}\n\n  name: [Example\n"
               "# jo@example.org and 943 476 5919\n");
  CHECK(codes(project::check(folder.name(), today)).ends_with(" nhs-number"));
  CHECK(codes(project::check(folder.name(), today)).find("email") == std::string::npos);
  folder.write("thrive.yaml", "thrive: 1\nproject: {name: E, allow: [{text: jo@example.org, reason: invented}]}\n");
  folder.write("notes.yaml", "services: {spa\n# jo@example.org\n");
  CHECK(codes(project::check(folder.name(), today)).find("email") == std::string::npos);
}

TEST_CASE("personal data are found in text that is not UTF-8") {
  const Folder folder;
  std::string wide = "\xff\xfe";
  for (const char c : std::string("thrive: 1 # jo@example.org\n")) wide += std::string(1, c) + '\0';
  folder.write("thrive.yaml", wide);
  CHECK(codes(project::check(folder.name(), today)).find("email-address") != std::string::npos);
}

TEST_CASE("personal data are found in instruments that assessments name as files, each once") {
  const std::string instrument =
      "scale: {min: 1, max: 2, thrive_like_from: 2}\n"
      "items: {A1: {level: macro, title: Ask jo@example.org, descriptors: {1: a, 2: b}}}\n";
  const std::string project =
      "thrive: 1\nproject: {name: E}\nassessments: {base: {date: 2024-01-01, instrument: data/ours.yaml, tables: "
      "{}}}\n";
  const Folder folder;
  const std::string file = folder.write("thrive.yaml", project);
  folder.write("data/ours.yaml", instrument);
  CHECK(codes(project::check(file, today)) == "email-address");
  CHECK(codes(project::check(folder.name(), today)) == "email-address");
  folder.write("data/ours.yaml", instrument + "title: 'no end\n");
  CHECK(codes(project::check(file, today)) == "email-address unclosed-quote");
  // A copy of the YAML escape: the value says more than the bytes do.
  folder.write("data/ours.yaml", "note: \"jo\\x40example.org\"\n" + instrument);
  const std::string hidden = codes(project::check(file, today));
  CHECK(hidden.find("email-address") != hidden.rfind("email-address"));
}

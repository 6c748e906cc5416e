// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes when the test ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("thrive-update-" + std::to_string(::getpid()))) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  std::string name() const { return path_.string(); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::string read(const std::string& name) const { return tests::read_file(file(name)); }

 private:
  fs::path path_;
};

const char* const head = "thrive: 1\nproject: {name: x}\n";

}  // namespace

TEST_CASE("an update changes the line it must and leaves every other byte alone") {
  const Folder folder;
  const std::string before =
      "thrive: 1  # version\nproject: {name: x}\nservices:\n    spa:   # ours\n        name: SPA\n        wte: 7.0\n";
  folder.write("thrive.yaml", before);
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.file("thrive.yaml"), {},
      [](const project::Opened& open, project::Changes& changes) {
        CHECK(open.model().services.find("spa")->wte == 7);
        changes.set({"services", "spa", "wte"}, 7.5);
        return true;
      },
      problems);
  REQUIRE(outcome);
  CHECK(outcome->changed);
  std::string after = before;
  after.replace(after.find("7.0"), 3, "7.5");
  CHECK(folder.read("thrive.yaml") == after);
  CHECK_FALSE(fs::exists(folder.file("thrive.yaml.lock")));
}

TEST_CASE("in a folder an edit goes to the file that holds the entry, a new one to the last file of its section") {
  const Folder folder;
  folder.write("thrive.yaml", head);
  folder.write("a.yaml", "services:\n  gp: {name: GP}\n");
  folder.write("b.yaml", "services:\n  spa: {name: SPA}\n");
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.name(), {},
      [](const project::Opened&, project::Changes& changes) {
        changes.set({"services", "gp", "name"}, "Surgery");
        changes.insert({"services"}, "hub", text::Value::map().set("name", "Hub"));
        changes.set({"services", "hub", "start"}, true);
        changes.insert({"observations"}, "o1",
                       text::Value::map()
                           .set("at", "hub")
                           .set("perspective", "operations")
                           .set("kind", "duplication")
                           .set("text", "Twice"));
        return true;
      },
      problems);
  for (const text::Diagnostic& problem : problems.entries()) MESSAGE(text::format(problem));
  REQUIRE(outcome);
  CHECK(folder.read("a.yaml") == "services:\n  gp: {name: Surgery}\n");
  CHECK(folder.read("b.yaml").find("hub") != std::string::npos);
  CHECK(folder.read("b.yaml").find("start: true") != std::string::npos);
  CHECK(folder.read("thrive.yaml").find("observations:") != std::string::npos);
  CHECK(project::open(folder.name(), problems)->model().services.find("hub")->start);
}

TEST_CASE("a change that would make the project wrong is refused, and nothing is written") {
  const Folder folder;
  const std::string before = std::string(head) + "services:\n  gp: {name: GP}\n";
  folder.write("thrive.yaml", before);
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.file("thrive.yaml"), {},
      [](const project::Opened&, project::Changes& changes) {
        changes.insert({"observations"}, "o1",
                       text::Value::map()
                           .set("at", "gpp")
                           .set("perspective", "operations")
                           .set("kind", "duplication")
                           .set("text", "Twice"));
        return true;
      },
      problems);
  CHECK_FALSE(outcome);
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries().front().message ==
        "nothing was changed, as the project would then be wrong: there is no service 'gpp'");
  CHECK(problems.entries().front().hint == "did you mean 'gp'?");
  CHECK(folder.read("thrive.yaml") == before);
}

TEST_CASE("a dry run shows the difference and saves nothing") {
  const Folder folder;
  const std::string before = std::string(head) + "services:\n  gp: {name: GP}\n";
  folder.write("thrive.yaml", before);
  text::Diagnostics problems;
  project::UpdateOptions options;
  options.dry_run = true;
  const std::string name = folder.file("thrive.yaml");
  const auto outcome = project::update(
      name, options,
      [](const project::Opened&, project::Changes& changes) {
        changes.set({"services", "gp", "name"}, "Surgery");
        return true;
      },
      problems);
  REQUIRE(outcome);
  CHECK(outcome->difference == "--- " + name + "\n+++ " + name +
                                   "\n@@ -1,4 +1,4 @@\n thrive: 1\n project: {name: x}\n services:\n"
                                   "-  gp: {name: GP}\n+  gp: {name: Surgery}\n");
  CHECK(folder.read("thrive.yaml") == before);
}

TEST_CASE("a project with errors is not edited") {
  const Folder folder;
  folder.write("thrive.yaml", "thrive: 1\n");
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.file("thrive.yaml"), {}, [](const project::Opened&, project::Changes&) { return true; }, problems);
  CHECK_FALSE(outcome);
  CHECK(problems.entries().front().code == "missing-field");
}

TEST_CASE("updates of one folder at the same time all arrive") {
  const Folder folder;
  folder.write("thrive.yaml", head);
  folder.write("a.yaml", "services:\n  gp: {name: GP}\n");
  folder.write("b.yaml", "observations: {}\n");
  const auto work = [&folder](int worker) {
    for (int round = 0; round < 6; ++round) {
      const std::string id = "s" + std::to_string(worker) + "-" + std::to_string(round);
      text::Diagnostics problems;
      project::UpdateOptions options;
      options.lock_wait_seconds = 60;
      project::update(
          folder.name(), options,
          [&id](const project::Opened&, project::Changes& changes) {
            changes.insert({"services"}, id, text::Value::map().set("name", id), yaml::Layout::one_line);
            return true;
          },
          problems);
    }
  };
  std::vector<std::thread> workers;
  for (int worker = 0; worker < 4; ++worker) workers.emplace_back(work, worker);
  for (std::thread& worker : workers) worker.join();
  text::Diagnostics problems;
  const auto project = project::open(folder.name(), problems);
  REQUIRE(project);
  CHECK(project->model().services.size() == 25);
  CHECK_FALSE(fs::exists(folder.file("a.yaml.lock")));
}

TEST_CASE("a change to a file that may not be written is refused, and the others stay as they were") {
  if (::geteuid() == 0) return;  // root may write everything
  const Folder folder;
  folder.write("thrive.yaml", head);
  folder.write("a.yaml", "services:\n  gp: {name: GP}\n");
  folder.write("b.yaml", "observations: {}\n");
  fs::permissions(folder.file("b.yaml"), fs::perms::owner_read);
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.name(), {},
      [](const project::Opened&, project::Changes& changes) {
        changes.set({"services", "gp", "name"}, "Surgery");
        changes.insert({"observations"}, "o1",
                       text::Value::map()
                           .set("at", "gp")
                           .set("perspective", "operations")
                           .set("kind", "duplication")
                           .set("text", "Twice"));
        return true;
      },
      problems);
  CHECK_FALSE(outcome);
  CHECK(folder.read("a.yaml") == "services:\n  gp: {name: GP}\n");
}

TEST_CASE("when the second of two files cannot be saved, the first gets its old bytes back") {
  const Folder folder;
  const std::string a = "services:\n  gp: {name: GP}\n";
  folder.write("thrive.yaml", head);
  folder.write("a.yaml", a);
  folder.write("b.yaml", "services:\n  spa: {name: SPA}\n");
  text::Diagnostics problems;
  const auto outcome = project::update(
      folder.name(), {},
      [&](const project::Opened&, project::Changes& changes) {
        changes.set({"services", "gp", "name"}, "Surgery");
        changes.set({"services", "spa", "name"}, "Single point of access");
        // An editor that knows nothing of the lock saves the second file in between.
        folder.write("b.yaml", "services:\n  spa: {name: SPA}  # seen\n");
        return true;
      },
      problems);
  CHECK_FALSE(outcome);
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries().front().code == "changed-meanwhile");
  CHECK(folder.read("a.yaml") == a);
  CHECK(folder.read("b.yaml") == "services:\n  spa: {name: SPA}  # seen\n");
  CHECK_FALSE(fs::exists(folder.file("a.yaml.lock")));
}

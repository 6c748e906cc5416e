// SPDX-License-Identifier: MIT
// What ships with the toolkit is read by its own reader, without a word of complaint.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "libthrive/data/embedded.hpp"
#include "libthrive/yaml/document.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;

namespace {

/// The YAML files below a folder of the source tree, sorted.
std::vector<std::string> yaml_files(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::source_path(folder)))
    if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

void check_reads(const std::string& name, std::string bytes) {
  CAPTURE(name);
  text::Diagnostics problems;
  const auto document = yaml::parse({name, std::move(bytes)}, problems);
  CHECK(document.has_value());
  for (const text::Diagnostic& problem : problems.entries()) FAIL_CHECK(text::format(problem));
}

}  // namespace

TEST_CASE("every built-in data file reads without a diagnostic") {
  int files = 0;
  for (const std::string_view name : data::names()) {
    if (!name.ends_with(".yaml")) continue;
    check_reads(std::string(name), std::string(data::file(name)));
    ++files;
  }
  CHECK(files >= 2);  // the vocabulary and the instrument at least
}

TEST_CASE("every example reads without a diagnostic") {
  const std::vector<std::string> files = yaml_files("examples");
  CHECK(files.size() >= 11);  // ten files of Thornmere and the smallest project
  for (const std::string& file : files) check_reads(file, tests::read_file(file));
}

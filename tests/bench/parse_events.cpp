// SPDX-License-Identifier: MIT
// parse_events FILE [COUNT]: the yardstick. Reads a file with yaml-cpp's event parser and throws the events away; then
// writes and flushes COUNT files of that size to the disk, as an edit must.
#include <fcntl.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace {

/// Counts what comes, so that nothing is left out as useless.
struct Count : YAML::EventHandler {
  long events = 0;
  void OnDocumentStart(const YAML::Mark&) override { ++events; }
  void OnDocumentEnd() override { ++events; }
  void OnNull(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override { ++events; }
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override { ++events; }
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnSequenceEnd() override { ++events; }
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    ++events;
  }
  void OnMapEnd() override { ++events; }
};

std::string read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

bool write_and_flush(const std::string& path, const std::string& bytes) {
  const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0644);
  const bool written = file >= 0 && ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
                       ::fsync(file) == 0 && ::close(file) == 0;
  return written && ::unlink(path.c_str()) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::string bytes = read(argv[1]);
  std::istringstream input(bytes);
  YAML::Parser parser(input);
  Count count;
  while (parser.HandleNextDocument(count)) continue;
  const int copies = argc > 2 ? std::atoi(argv[2]) : 0;
  for (int copy = 0; copy < copies; ++copy)
    if (!write_and_flush(std::string(argv[1]) + "." + std::to_string(copy), bytes)) return 2;
  return count.events > 0 ? 0 : 1;
}

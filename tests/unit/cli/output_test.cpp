// SPDX-License-Identifier: MIT
#include "libthrive/cli/output.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/unit/support.hpp"

using namespace thrive;
namespace fs = std::filesystem;

namespace {

/// An empty folder that is removed again.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "thrive-output-XXXXXX").string();
    path = ::mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path); }
  std::string file(const std::string& name) const { return (path / name).string(); }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

}  // namespace

TEST_CASE("a file is written whole, and nothing else is left in the folder") {
  const Folder folder;
  cli::write_file(folder.file("a.txt"), "one\n");
  cli::write_file(folder.file("a.txt"), "two\n");
  CHECK(tests::read_file(folder.file("a.txt")) == "two\n");
  CHECK(folder.count() == 1);
}

TEST_CASE("mode and links of an existing file stay") {
  const Folder folder;
  cli::write_file(folder.file("a.txt"), "one\n");
  ::chmod(folder.file("a.txt").c_str(), 0640);
  fs::create_symlink("a.txt", folder.file("link"));
  cli::write_file(folder.file("link"), "two\n");
  CHECK(fs::is_symlink(folder.file("link")));
  CHECK(tests::read_file(folder.file("a.txt")) == "two\n");
  CHECK((fs::status(folder.file("a.txt")).permissions() & fs::perms::mask) == fs::perms(0640));
}

TEST_CASE("what cannot be written is refused with the reason, and leaves nothing behind") {
  const Folder folder;
  fs::create_directory(folder.file("folder"));
  CHECK_THROWS_WITH_AS(cli::write_file(folder.file("folder"), "x"),
                       ("cannot write '" + folder.file("folder") + "': Is a directory").c_str(), cli::OutputError);
  CHECK_THROWS_WITH_AS(cli::write_file(folder.file("none/a.txt"), "x"),
                       ("cannot write '" + folder.file("none/a.txt") + "': No such file or directory").c_str(),
                       cli::OutputError);
  CHECK_THROWS_WITH_AS(cli::write_file("/dev/full", "x"), "cannot write '/dev/full': No space left on device",
                       cli::OutputError);
  CHECK(folder.count() == 1);
}

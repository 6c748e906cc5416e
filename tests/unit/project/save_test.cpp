// SPDX-License-Identifier: MIT
#include "libthrive/system/replace.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "libthrive/findings/say.hpp"
#include "tests/unit/support.hpp"

using namespace thrive;
namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes with the test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "thrive-save-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(file(name), std::ios::binary) << bytes;
    return file(name);
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }

 private:
  std::string path_;
};

/// Reads, and replaces by `bytes`, as an editing command does.
bool edit(const std::string& path, const std::string& bytes, text::Diagnostics& problems) {
  const auto lock = system::FileLock::acquire(path, {}, problems);
  if (!lock) return false;
  system::FileState state;
  const auto source = system::read_file(path, problems, &state);
  return source && system::replace_file(*lock, *source, state, bytes, problems);
}

}  // namespace

TEST_CASE("a replaced file keeps its mode, its link, and leaves nothing beside it") {
  const Folder folder;
  const std::string file = folder.write("project.yaml", "a: 1\n");
  ::chmod(file.c_str(), 0640);
  fs::create_symlink("project.yaml", folder.file("first"));
  fs::create_symlink("first", folder.file("second"));
  text::Diagnostics problems;
  CHECK(edit(folder.file("second"), "a: 2\n", problems));
  CHECK(problems.empty());
  CHECK(tests::read_file(file) == "a: 2\n");
  CHECK(fs::is_symlink(folder.file("second")));
  CHECK(fs::is_symlink(folder.file("first")));
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  CHECK(folder.count() == 3);
}

TEST_CASE("equal bytes write nothing") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  struct stat before {};
  struct stat after {};
  REQUIRE(::stat(file.c_str(), &before) == 0);
  text::Diagnostics problems;
  CHECK(edit(file, "a: 1\n", problems));
  REQUIRE(::stat(file.c_str(), &after) == 0);
  CHECK(before.st_ino == after.st_ino);
}

TEST_CASE("a file that another program changed is left alone") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  text::Diagnostics problems;
  const auto lock = system::FileLock::acquire(file, {}, problems);
  REQUIRE(lock);
  system::FileState state;
  const auto source = system::read_file(file, problems, &state);
  REQUIRE(source);
  SUBCASE("other bytes of the same length") { folder.write("p.yaml", "a: 7\n"); }
  SUBCASE("more bytes") { folder.write("p.yaml", "a: 1\nb: 2\n"); }
  SUBCASE("another file in its place") {
    folder.write("other", "a: 9\n");
    fs::rename(folder.file("other"), file);
  }
  const std::string theirs = tests::read_file(file);
  CHECK_FALSE(system::replace_file(*lock, *source, state, "a: 2\n", problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].code == "changed-meanwhile");
  CHECK(tests::read_file(file) == theirs);
  CHECK(folder.count() == 2);  // the file and our lock
}

TEST_CASE("a lock that is held is waited for, then its owner is named") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  text::Diagnostics problems;
  auto first = system::FileLock::acquire(file, {}, problems);
  REQUIRE(first);
  CHECK_FALSE(system::FileLock::acquire(file, {0.05, false}, problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].code == "file-locked");
  CHECK(findings::in_words(problems).entries()[0].message.find(std::to_string(::getpid())) != std::string::npos);
  const system::FileLock moved = std::move(*first);
  first.reset();
  CHECK(fs::exists(file + ".lock"));  // the moved one holds it
}

TEST_CASE("a lock goes with its object") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  text::Diagnostics problems;
  { CHECK(system::FileLock::acquire(file, {}, problems)); }
  CHECK_FALSE(fs::exists(file + ".lock"));
}

TEST_CASE("a lock that nobody holds is taken over, whoever signed it") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  char host[256] = "";
  ::gethostname(host, sizeof host - 1);
  for (const std::string& line : {std::string(), "2147483646 " + std::string(host) + " 2026-01-01T00:00:00Z\n",
                                  std::to_string(::getpid()) + " " + std::string(host) + " 2026-01-01T00:00:00Z\n",
                                  std::string("1 some-container 2026-01-01T00:00:00Z\n"), std::string(600, 'x')}) {
    folder.write("p.yaml.lock", line);
    text::Diagnostics problems;
    CHECK_MESSAGE(system::FileLock::acquire(file, {0, false}, problems), line);
    CHECK(problems.empty());
    CHECK_FALSE(fs::exists(file + ".lock"));
  }
}

TEST_CASE("a lock that somebody holds is never taken, whatever is written in it") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  folder.write("p.yaml.lock", "2147483646 some-container 2026-01-01T00:00:00Z\n");
  const int holder = ::open((file + ".lock").c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(::flock(holder, LOCK_EX) == 0);
  text::Diagnostics problems;
  CHECK_FALSE(system::FileLock::acquire(file, {0, false}, problems));
  CHECK_FALSE(system::FileLock::acquire(file, {0, true}, problems));  // nor when it may be broken
  REQUIRE(problems.entries().size() == 2);
  CHECK(problems.entries()[0].code == "file-locked");
  CHECK(problems.entries()[1].code == "file-locked");
  ::close(holder);
  CHECK(system::FileLock::acquire(file, {0, false}, problems));
}

TEST_CASE("on a shared folder the lock of another machine is taken over only when asked to") {
  const Folder folder;
  const std::string file = folder.write("p.yaml", "a: 1\n");
  folder.write("p.yaml.lock", "2147483646 some-other-machine 2026-01-01T00:00:00Z\n");
  system::LockOptions options{0, false};
  options.is_shared = true;
  text::Diagnostics problems;
  CHECK_FALSE(system::FileLock::acquire(file, options, problems));
  REQUIRE(problems.entries().size() == 1);
  CHECK(problems.entries()[0].code == "file-locked");
  CHECK(findings::in_words(problems).entries()[0].hint.find("--break-lock") != std::string::npos);
  CHECK(fs::exists(file + ".lock"));
  options.break_stale = true;
  CHECK(system::FileLock::acquire(file, options, problems));
}

TEST_CASE("a file that is not there yet can be locked") {
  const Folder folder;
  text::Diagnostics problems;
  system::LockOptions options{0, false};
  CHECK_FALSE(system::FileLock::acquire(folder.file("new.csv"), options, problems));
  options.may_be_new = true;
  {
    const auto lock = system::FileLock::acquire(folder.file("new.csv"), options, problems);
    REQUIRE(lock);
    CHECK_FALSE(system::FileLock::acquire(folder.file("new.csv"), options, problems));
  }
  CHECK(folder.count() == 0);
  CHECK_FALSE(system::FileLock::acquire(folder.file("no/such/folder"), options, problems));
}

TEST_CASE("a pipe or a device is not read, and does not hang") {
  const Folder folder;
  const std::string pipe = folder.file("pipe");
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  text::Diagnostics problems;
  CHECK_FALSE(system::read_bytes(pipe));
  CHECK_FALSE(system::read_file(pipe, problems));
  CHECK_FALSE(system::read_file("/dev/zero", problems));
  REQUIRE(problems.entries().size() == 2);
  CHECK(findings::in_words(problems).entries()[0].message == "this is a pipe or a device, not a file");
}

TEST_CASE("what cannot be read or edited says why") {
  const Folder folder;
  text::Diagnostics problems;
  CHECK_FALSE(system::read_file(folder.file("missing.yaml"), problems));
  CHECK_FALSE(system::read_file(folder.file(""), problems));
  CHECK_FALSE(system::FileLock::acquire(folder.file("missing.yaml"), {}, problems));
  CHECK_FALSE(system::FileLock::acquire(folder.file(""), {}, problems));
  REQUIRE(problems.entries().size() == 4);
  CHECK(problems.entries()[0].code == "cannot-read");
  CHECK(findings::in_words(problems).entries()[1].message == "this is a folder, not a file");
  CHECK(problems.entries()[2].code == "cannot-read");
  CHECK(problems.entries()[3].code == "not-a-file");
}

TEST_CASE("a new file is written in one step with the usual mode") {
  const Folder folder;
  text::Diagnostics problems;
  const mode_t mask = ::umask(027);
  CHECK(system::write_file(folder.file("report.md"), "# A\n", problems));
  ::umask(mask);
  struct stat status {};
  REQUIRE(::stat(folder.file("report.md").c_str(), &status) == 0);
  CHECK((status.st_mode & 07777) == 0640);
  CHECK(system::write_file(folder.file("report.md"), "# B\n", problems));
  CHECK(tests::read_file(folder.file("report.md")) == "# B\n");
  CHECK(folder.count() == 1);
  CHECK_FALSE(system::write_file(folder.file("no/such/folder.md"), "x", problems));
  CHECK(problems.entries().at(0).code == "cannot-write");
  CHECK_FALSE(system::write_file("/dev/full", "x", problems));
  CHECK(findings::in_words(problems).entries().at(1).message.find("No space left") != std::string::npos);
}

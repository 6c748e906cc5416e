// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/model/vocabulary.hpp"
#include "libthrive/project/series.hpp"
#include "libthrive/records/edit.hpp"
#include "libthrive/records/to_value.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/text/value.hpp"
#include "libthrive/yaml/document.hpp"
#include "libthrive/yaml/edit.hpp"

namespace thrive::project {

using model::Series;
using model::Vocabulary;
using yaml::Path;

/// An open project: what its files say, and where each thing stands in them.
class Opened {
 public:
  const model::Project& model() const;
  const model::Vocabulary& vocabulary() const;
  /// The PROJECT argument as it was given, or found.
  const std::string& path() const;
  /// The folder that data files are looked for in; "." for standard input.
  const std::string& folder() const;

  /// Where a thing stands; of a path that does not exist, its nearest ancestor that does.
  text::Place place(const Path& path) const;
  /// Where the key of an entry stands, for "service 'x' ..." messages.
  text::Place place_of_key(const Path& path) const;

  /// A built-in instrument, one of this project, or a file named in the project; null pointer when there is none.
  const model::Instrument* instrument(std::string_view name) const;
  /// The latest assessment by date; the later one in the file when two share a date. Empty when there is none.
  std::string latest_assessment() const;
  /// The figures of a measure, sorted by date. Problems in the CSV are added with their line; a file that cannot be
  /// used gives nothing.
  std::optional<model::Series> series(std::string_view measure, text::Diagnostics& problems) const;

  /// The parts it is made of; for the files of this folder.
  struct Content;
  const Content& content() const { return *content_; }
  explicit Opened(std::shared_ptr<const Content> content);

 private:
  std::shared_ptr<const Content> content_;
};

/// Finds the project when no PROJECT was given: `thrive.yaml`, or the folder that holds it, in the current folder or
/// the nearest parent; nothing when there is none.
std::optional<std::string> find();

/// Opens a file, a folder, or `-`. Everything wrong with it is added to `problems`: YAML, fields, references. Nothing
/// comes back when there was an error.
std::optional<Opened> open(const std::string& path, text::Diagnostics& problems);

/// Opens project text that is already in memory, for tests and fuzzing. `files` are name and bytes.
std::optional<Opened> open_texts(const std::vector<text::Source>& files, text::Diagnostics& problems);

/// The changes that a recording command wants: collected first, applied together.
class Changes {
 public:
  /// Gives a field a value; makes the entry that holds it when it is missing.
  void set(Path path, text::Value value, yaml::Layout layout = yaml::Layout::block);
  /// Adds to the end of a list.
  void append(Path list, text::Value value, yaml::Layout layout = yaml::Layout::block);
  /// Adds an entry to a keyed section.
  void insert(Path mapping, std::string key, text::Value value, yaml::Layout layout = yaml::Layout::block);
  void remove(Path path);
  /// Gives a key another name, where it stands.
  void rename(Path path, std::string key);
  /// An edit that was made elsewhere.
  void add(yaml::Edit edit) { edits_.push_back(std::move(edit)); }
  /// What a subject's entry room decided.
  void add(const std::vector<records::Edit>& changes);
  bool empty() const { return edits_.empty(); }
  const std::vector<yaml::Edit>& edits() const { return edits_; }

 private:
  std::vector<yaml::Edit> edits_;
};

struct UpdateOptions {
  bool dry_run = false;          // print the difference, change nothing
  bool break_lock = false;       // take over the lock of a process that no longer runs
  double lock_wait_seconds = 5;  // how long to wait for somebody else's lock
};

struct UpdateOutcome {
  bool changed = false;
  std::string difference;  // unified diff of every file, for a dry run
  std::string edited;      // the whole edited project, when it was read from standard input
};

/// Reads the project under its lock, lets `decide` say what to change, applies and verifies the edits, checks that the
/// edited project still opens without errors, and saves. Each edit goes to the file that holds the entry; a new entry
/// to the last file that holds its section. `decide` returns false, with its reason in `problems`, when it will not go
/// on. Nothing comes back when anything went wrong; then no file was changed.
std::optional<UpdateOutcome> update(const std::string& path, const UpdateOptions& options,
                                    const std::function<bool(const Opened&, Changes&)>& decide,
                                    text::Diagnostics& problems);

/// A record as plain data for an edit, and the whole project for `thrive show`; see libthrive/records/to_value.hpp.
using records::to_value;

}  // namespace thrive::project

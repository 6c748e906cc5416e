// SPDX-License-Identifier: MIT
//
// One version of a project, or of some of its files, as far as it can be compared with another: nothing is demanded of
// it that one file of a folder does not have.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/project.hpp"
#include "libthrive/text/diagnostics.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::versions {

/// The bytes of a file, by its name inside the version; nothing when there is none.
using ReadFile = std::function<std::optional<std::string>(const std::string& name)>;

/// The files of one version.
struct Files {
  std::string label;               // what the version is called: the argument, or the revision
  std::vector<std::string> names;  // sorted; inside its folder
  ReadFile read;
  bool is_folder = false;  // all files of a folder: what is not there is not in this version
};

/// What a file of YAML is to the toolkit.
enum class Part { project, instrument, other };
Part part_of(const yaml::Document& document);

/// True for a document that says `thrive:`, with which every project begins.
bool begins_project(const yaml::Document& document);

/// What the documents of one version say.
struct Version {
  std::vector<yaml::Document> documents;
  model::Project model;
};

/// Reads documents that are parts of a project, or one that is an instrument, which gets the id given. Sections that
/// others hold may be missing, and so may what they refer to. Nothing, with its problems added, when a field is wrong.
std::optional<Version> read_version(std::vector<yaml::Document> documents, const std::string& id,
                                    text::Diagnostics& problems);

/// One project, or one file, in both versions.
struct Pair {
  std::string name;    // of the folder or the file inside the versions; empty where there is one pair only
  std::string folder;  // in which its files are, inside the versions
  Version a;
  Version b;
  ReadFile read_a;  // files by the names that the project has for them
  ReadFile read_b;
  bool are_folders = false;
};

/// What is compared with what, and the names of files that differ and of which only that can be said.
struct Pairs {
  std::vector<Pair> pairs;
  std::vector<std::string> other_files;
  std::vector<std::string> figure_files;  // CSV files that differ
};

/// Two files.
std::optional<Pairs> pair_files(const Files& a, const Files& b, text::Diagnostics& problems);
/// Two folders: the files of each folder in them that belong to one project together, others with their namesakes.
/// Files that are the same to the last byte are not read where nothing beside them differs.
std::optional<Pairs> pair_folders(const Files& a, const Files& b, text::Diagnostics& problems);

/// The files of a folder and of the folders in it, *.yaml and *.csv, hidden ones left out; or one file. Nothing, with a
/// problem added, when there is none.
std::optional<Files> files_at(const std::string& path, text::Diagnostics& problems);

}  // namespace thrive::versions

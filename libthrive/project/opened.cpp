// SPDX-License-Identifier: MIT
#include "libthrive/project/opened.hpp"

#include <cerrno>
#include <filesystem>

#include "libthrive/model/figures.hpp"
#include "libthrive/project/found.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/records/moved.hpp"
#include "libthrive/system/files.hpp"

namespace thrive::project {

namespace {

/// The node of a path in one document as far as it goes, and how many steps that was.
struct Reached {
  yaml::NodeId node = yaml::no_node;
  std::size_t steps = 0;
};

Reached reach(const yaml::Document& document, const Path& path) {
  Reached reached{document.root(), 0};
  if (reached.node == yaml::no_node) return reached;
  for (const std::string& step : path) {
    const yaml::Node& node = document.node(reached.node);
    yaml::NodeId next = yaml::no_node;
    if (node.kind == yaml::Kind::mapping) next = document.child(reached.node, step);
    if (node.kind == yaml::Kind::sequence) next = document.find_item(reached.node, step);
    if (next == yaml::no_node) break;
    reached.node = next;
    ++reached.steps;
  }
  return reached;
}

/// How far a path leads in one document: as it is, or where its section stood before.
Reached reach_anywhere(const yaml::Document& document, const Path& path) {
  const Reached now = reach(document, path);
  const Path old = records::old_path(path);
  if (old.empty() || now.steps == path.size()) return now;
  Reached before = reach(document, old);
  if (before.node == yaml::no_node || before.steps <= now.steps + 1) return now;
  --before.steps;  // a path is one step longer where its section stood before
  return before;
}

}  // namespace

Opened::Opened(std::shared_ptr<const Content> content) : content_(std::move(content)) {}

const model::Project& Opened::model() const { return content_->model; }
const model::Vocabulary& Opened::vocabulary() const { return *content_->vocabulary; }
const std::string& Opened::path() const { return content_->path; }
const std::string& Opened::folder() const { return content_->folder; }

text::Place Opened::place(const Path& path) const {
  const yaml::Document* nearest = nullptr;
  Reached best;
  for (const yaml::Document& document : content_->documents) {
    const Reached reached = reach_anywhere(document, path);
    if (reached.node == yaml::no_node || (nearest != nullptr && reached.steps <= best.steps)) continue;
    nearest = &document;
    best = reached;
  }
  return nearest == nullptr ? text::whole_file(content_->path) : nearest->place(best.node);
}

text::Place Opened::place_of_key(const Path& path) const {
  if (path.empty()) return place(path);
  const Path parent(path.begin(), path.end() - 1);
  for (const yaml::Document& document : content_->documents) {
    const Reached reached = reach_anywhere(document, parent);
    if (reached.steps != parent.size() || reached.node == yaml::no_node) continue;
    const yaml::NodeId key = document.key_node(reached.node, path.back());
    if (key != yaml::no_node) return document.place(key);
  }
  return place(path);
}

const model::Instrument* Opened::instrument(std::string_view name) const {
  if (const model::Instrument* own = content_->model.instruments.find(name)) return own;
  const auto file = content_->instrument_files.find(name);
  if (file != content_->instrument_files.end()) return &file->second;
  return name.find('/') == std::string_view::npos ? built_in_instrument(name) : nullptr;
}

std::string Opened::latest_assessment() const {
  std::string latest;
  std::optional<text::Date> date;
  for (const auto& [id, assessment] : content_->model.assessments) {
    if (date && assessment.date < *date) continue;
    latest = id;
    date = assessment.date;
  }
  return latest;
}

std::optional<model::Series> Opened::series(std::string_view measure, text::Diagnostics& problems) const {
  const model::Measure* found = content_->model.measures.find(measure);
  if (found == nullptr) return std::nullopt;
  const Path here{"measures", std::string(measure), "data"};
  const std::string path =
      content_->folder == "." ? found->data : (std::filesystem::path(content_->folder) / found->data).string();
  std::optional<std::string> bytes;
  errno = ENOENT;
  if (content_->has_folder && stays_inside(found->data)) {
    if (is_outside(content_->folder, path)) {
      say(*this, problems, {"data-file-outside", here, {{"case", "link"}, {"file", found->data}}});
      return std::nullopt;
    }
    bytes = system::read_bytes(path);
  }
  if (!bytes && errno == ENOENT) {
    say(*this, problems, {"data-file-missing", here, {{"file", path}, {"measure", std::string(measure)}}});
    return std::nullopt;
  }
  if (!bytes) {
    say(*this, problems, {"data-file-unreadable", here, {{"file", path}, {"reason", system::reason_not_read(errno)}}});
    return std::nullopt;
  }
  SeriesColumns columns;
  columns.multiply = model::multiplied_by(*found);
  columns.is_share = model::is_percent(found->unit);
  return read_series(tables::input_of(text::Source(path, std::move(*bytes))), columns, tables::Manner::strict,
                     problems);
}

}  // namespace thrive::project

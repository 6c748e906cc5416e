// SPDX-License-Identifier: MIT
#include "libthrive/measures/subject.hpp"

#include <algorithm>

#include "libthrive/text/names.hpp"

namespace thrive::measures {

namespace {

std::vector<Note> notes_of(const model::Series& series) {
  std::vector<Note> notes;
  for (const model::SeriesPoint& point : series.points)
    if (!point.note.empty()) notes.push_back({point.date, point.note});
  return notes;
}

}  // namespace

Subject subject_of(const model::Project& project, const std::string& measure, const model::Series& series) {
  Subject subject;
  subject.id = measure;
  if (const model::Measure* found = project.measures.find(measure)) subject.measure = *found;
  subject.source = subject.measure.source.value_or(subject.measure.data);
  subject.classification = project.project.classification.value_or("");
  subject.small = model::small_numbers(project.project);
  for (const auto& [ramp_id, ramp] : project.ramps) {
    if (ramp.measure != measure) continue;
    for (const auto& [id, cycle] : ramp.cycles)
      subject.cycles.push_back({id, cycle.name, cycle.start, cycle.end, ramp_id});
  }
  std::stable_sort(subject.cycles.begin(), subject.cycles.end(),
                   [](const CycleMark& a, const CycleMark& b) { return a.start < b.start; });
  subject.notes = notes_of(series);
  return subject;
}

Subject subject_of_file(const std::string& path, double scale, const model::Series& series) {
  Subject subject;
  subject.id = path;
  subject.measure.name = path;
  subject.measure.data = path;
  subject.source = path;
  if (scale == 100) subject.measure.unit = "percent";
  subject.has_frequency = false;
  subject.scale = scale;
  subject.notes = notes_of(series);
  return subject;
}

std::vector<std::string> wanted(const model::Project& project, const std::vector<std::string>& asked,
                                text::Diagnostics& problems) {
  const std::vector<std::string> known = project.measures.ids();
  if (asked.empty()) return known;
  std::vector<std::string> found;
  for (const std::string& id : asked) {
    if (project.measures.contains(id)) {
      found.push_back(id);
    } else {
      problems.error("unknown-measure", {}, "unknown measure '" + id + "'", text::did_you_mean(id, known));
    }
  }
  return found;
}

}  // namespace thrive::measures

// SPDX-License-Identifier: MIT
#include "libthrive/journeys/entry/faults.hpp"

#include "libthrive/findings/say.hpp"

namespace thrive::journeys {

namespace {

void say_how_many_more(const std::string& code, const std::string& column, const std::string& file, std::size_t count,
                       text::Diagnostics& problems) {
  if (count == 0) return;
  findings::say(problems, {code, text::whole_file(file), {{"case", "more"}, {"more", count}, {"column", column}}});
}

}  // namespace

void Faults::add(const char* code, const tables::Row& row, std::size_t cell, const std::string& column) {
  for (Kind& kind : kinds_) {
    if (kind.code != code || kind.column != column) continue;
    ++kind.count;
    if (kind.places.size() < faults_told) kind.places.push_back(row.place(cell));
    return;
  }
  kinds_.push_back({code, column, {row.place(cell)}, 1});
}

void Faults::say(const std::string& file, text::Diagnostics& problems) const {
  for (const Kind& kind : kinds_) {
    for (const text::Place& place : kind.places)
      findings::say(problems, {kind.code, place, {{"case", "one"}, {"column", kind.column}}});
    say_how_many_more(kind.code, kind.column, file, kind.count - kind.places.size(), problems);
  }
}

void say_faults(const std::string& file, const std::vector<Fault>& faults, text::Diagnostics& problems) {
  for (const Fault& fault : faults) {
    const std::string code(fault.code);
    for (const std::uint32_t line : fault.lines)
      findings::say(problems, {code, text::Place{file, {line, 1}}, {{"case", "one"}}});
    say_how_many_more(code, {}, file, static_cast<std::size_t>(fault.count) - fault.lines.size(), problems);
  }
}

}  // namespace thrive::journeys

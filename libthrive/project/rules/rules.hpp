// SPDX-License-Identifier: MIT
//
// What must be true between the parts of a project. Each rule adds what it finds with a code, a place and a hint;
// nothing is changed.
#pragma once

#include <string_view>
#include <vector>

#include "libthrive/project/opened.hpp"
#include "libthrive/project/reading/reader.hpp"
#include "libthrive/records/scalars.hpp"

namespace thrive::project {

/// Every name that refers to something: services, flows, items, instruments, pathways, measures, cycles, ideas.
void check_references(const Opened& project, const std::vector<Name>& references, text::Diagnostics& problems);

/// All rules below.
void check_sections(const Opened& project, text::Diagnostics& problems);

/// Variants that go in a circle, flows drawn twice, waits whose ninth tenth is below their middle.
void check_pathways(const Opened& project, text::Diagnostics& problems);
/// Scales, descriptors, scores and votes outside the scale, votes and seats.
void check_assessments(const Opened& project, text::Diagnostics& problems);
/// Rankings that name an item twice, what is no candidate, agreed priorities that nobody scored.
void check_priorities(const Opened& project, text::Diagnostics& problems);
/// Sheets for what is no agreed priority, drafted lines whose source is gone.
void check_gaps(const Opened& project, text::Diagnostics& problems);
/// Baselines given in two ways, dates given twice, targets that no percentage can reach.
void check_measures(const Opened& project, text::Diagnostics& problems);
/// Columns that a definition of waits needs and does not name, splits by what is about one person, computed measures
/// that cannot be computed.
void check_extracts(const Opened& project, text::Diagnostics& problems);
/// Cycles that end before they start, that follow themselves, that two ramps claim.
void check_ramps(const Opened& project, text::Diagnostics& problems);
/// Drivers that go in a circle, or from which no way leads to the aim.
void check_drivers(const Opened& project, text::Diagnostics& problems);
/// Counts of reasons that do not add up, or are dated with what is no date.
void check_causes(const Opened& project, text::Diagnostics& problems);
/// Sections that stand where they stood in an earlier version of the format.
void check_moved_sections(const Opened& project, text::Diagnostics& problems);
/// Codes in `accept` that no check has.
void check_acceptances(const Opened& project, text::Diagnostics& problems);
/// Counts of people that readers do not see, one finding for each file. Only `thrive check` asks: the files go to other
/// people as they are, and everything that is printed for readers hides them.
void check_small_numbers(const Opened& project, text::Diagnostics& problems);
/// Services without a sector where others have one. Only `thrive check` asks.
void check_sectors(const Opened& project, text::Diagnostics& problems);
/// Dates of agreements and workshops that lie behind `today`. Only `thrive check` asks, as only it knows the day.
void check_dates(const Opened& project, text::Date today, text::Diagnostics& problems);

/// The items that can be priorities: the listed candidates, else those of the latest assessment's instrument; those of
/// the built-in instrument when there is no assessment.
std::vector<std::string> candidate_items(const Opened& project);

using records::stays_inside;
/// True when a file that exists lies outside a folder once links are followed.
bool is_outside(const std::string& folder, const std::string& path);

}  // namespace thrive::project

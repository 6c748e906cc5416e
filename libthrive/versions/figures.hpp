// SPDX-License-Identifier: MIT
//
// What differs between the figures of two versions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/model/measures.hpp"
#include "libthrive/model/series.hpp"
#include "libthrive/versions/difference.hpp"
#include "libthrive/versions/version.hpp"

namespace thrive::versions {

/// The standard deviation that the chart of a measure works with, in the unit of its figures; nothing when it has none.
using SigmaOf = std::function<std::optional<double>(const model::Measure& measure, const model::Series& series)>;

/// The figures of a measure in one version; nothing when its file is not there or is no table of figures.
std::optional<model::Series> series_in(const ReadFile& read, const model::Measure& measure);

/// What differs between two series of one measure: all new dates as one change, each corrected figure, all dates that
/// are gone as one. `sigma` is that of the older version; figures that moved by more are told apart, those that were
/// still provisional are not. The frequency says what a new date is called.
std::vector<Change> series_changes(const std::string& id, const model::Measure& measure, const model::Series& a,
                                   const model::Series& b, const std::optional<double>& sigma);

/// The changes of all figures of a pair. Names of files that were looked at are taken out of `files`, which are of the
/// whole version; those that differ and are no table of figures in one of the versions go to `unreadable`.
std::vector<Change> figure_changes(const Pair& pair, const SigmaOf& sigma_of, std::vector<std::string>& files,
                                   std::vector<std::string>& unreadable);

/// The changes in files of figures that no measure of the versions names: by the name of the file. Nothing when one of
/// them is no table of figures.
std::optional<std::vector<Change>> file_changes(const Files& a, const Files& b, const std::string& name,
                                                const SigmaOf& sigma_of);

}  // namespace thrive::versions

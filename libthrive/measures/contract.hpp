// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::measures {

/// What `measure analyse -f json` prints of one series, without `format` and `command`.
text::Value to_value(const Analysis& analysis, const Subject& subject);
/// `measure analyse -f csv`: one row a point.
report::Table data_table(const Analysis& analysis, const Subject& subject);
/// Of one signal, for `measure signals -f json`.
text::Value to_value(const SignalNews& news);
report::Table signals_table(const std::vector<SignalNews>& news);
/// Of one suggestion, for `measure suggest-rebase -f json`.
text::Value to_value(const RebaseSuggestion& suggestion, const Subject& subject);

}  // namespace thrive::measures

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/measures/describe/describe.hpp"
#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/json_writer.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::measures {

/// What `measure analyse -f json` prints: of one measure alone, or of several under `measures`.
std::string analyses_json(const std::vector<Read>& all, bool one);
/// The same for many measures, one by one: what stands around them, and each.
text::JsonFrame analyses_frame();
std::string analysis_json(const Read& read);
/// `measure analyse -f csv`: one row a point.
report::Table data_table(const std::vector<Read>& all);
/// `measure signals -f json` and `-f csv`.
struct SignalsTold {
  std::vector<SignalNews> fresh;
  std::vector<SignalNews> going_on;  // that began before the date that was asked for
  std::vector<Unheard> unheard;
};
text::Value signals_value(const SignalsTold& told);
report::Table signals_table(const std::vector<SignalNews>& news);
/// `measure suggest-rebase -f json`.
text::Value suggestions_value(const std::vector<Suggested>& all);

}  // namespace thrive::measures

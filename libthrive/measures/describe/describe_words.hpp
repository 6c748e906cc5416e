// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"

namespace thrive::measures {

/// "mean" or "median": what the centre line is.
std::string_view centre_word(Chart chart);
/// "9 points in a row below the mean": what a rule saw.
std::string evidence_in_words(const FiredRule& fired, const Analysis& analysis, const std::optional<std::string>& unit);
/// The same with its dates: "9 points in a row below the mean, 15 July to 9 September 2024 (7 are enough)".
std::string rule_in_words(const FiredRule& fired, const Analysis& analysis, const std::optional<std::string>& unit);
/// The same of a signal, whatever it is: a rule that fired, or runs that are too few or too many.
std::string signal_in_words(const SignalEvent& signal, const Analysis& analysis,
                            const std::optional<std::string>& unit);
/// What a chart must say beside its verdict, in sentences: that it plots something else than the measure's value, that
/// limits rest on a handful of points, that a period is not over.
std::vector<std::string> cautions_in_words(const Analysis& analysis);
/// What people wrote about a measure, each field a line: definition, what is counted, targets, reasons, note.
std::vector<std::string> measure_in_words(const Subject& subject);
/// Rule set, chart, baseline, source, dates: what stands below a chart.
std::string caption(const Analysis& analysis, const Subject& subject);
/// "nhs 2023-12", with lengths of one's own.
std::string rules_in_words(const RuleSet& rules);
/// "XmR chart".
std::string chart_in_words(Chart chart);
/// "5 March 2024 to 7 May 2024", the year once when it is the same.
std::string dates_in_words(text::Date from, text::Date to);

}  // namespace thrive::measures

// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"

namespace thrive::measures {

/// A figure with its unit: "3.6 days", "41.4 %".
std::string figure(double value, int decimals, const std::optional<std::string>& unit);
/// "mean" or "median": what the centre line is.
std::string_view centre_word(Chart chart);
/// "9 points in a row below the mean": what a rule saw.
std::string evidence_in_words(const FiredRule& fired, const Analysis& analysis, const std::optional<std::string>& unit);
/// The same with its dates: "9 points in a row below the mean, 15 July to 9 September 2024 (7 are enough)".
std::string rule_in_words(const FiredRule& fired, const Analysis& analysis, const std::optional<std::string>& unit);
/// The same of a signal, whatever it is: a rule that fired, or runs that are too few or too many.
std::string signal_in_words(const SignalEvent& signal, const Analysis& analysis,
                            const std::optional<std::string>& unit);
/// "Improvement (low)": beside the variation icon.
std::string variation_in_words(Variation variation);
/// "Reliably meets the target": beside the assurance icon.
std::string assurance_in_words(Assurance assurance);
/// What the measure earns in one or two sentences: is it changing, how do we know, will it meet its target. Never says
/// why.
std::string verdict(const Analysis& analysis, const Subject& subject);
/// "4 in 5 stable series of 156 points would show at least one signal under these rules": the honest line.
std::string false_alarms_in_words(const Analysis& analysis);
/// Rule set, chart, baseline, source, dates: what stands below a chart.
std::string caption(const Analysis& analysis, const Subject& subject);
/// "nhs 2023-12", with lengths of one's own.
std::string rules_in_words(const RuleSet& rules);
/// "XmR chart".
std::string chart_in_words(Chart chart);
/// "5 March 2024 to 7 May 2024", the year once when it is the same.
std::string dates_in_words(text::Date from, text::Date to);

}  // namespace thrive::measures

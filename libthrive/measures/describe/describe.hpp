// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "libthrive/measures/rebase_suggestion.hpp"
#include "libthrive/measures/signal_list.hpp"
#include "libthrive/measures/subject.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::measures {

/// In colours, or black and grey for a printer that has none: shapes tell the same in both.
enum class Theme { colour, mono };

}  // namespace thrive::measures

namespace thrive::model {

template <>
struct Names<measures::Theme> {
  static constexpr std::string_view title = "theme";
  static constexpr std::pair<measures::Theme, std::string_view> values[] = {{measures::Theme::colour, "colour"},
                                                                            {measures::Theme::mono, "mono"}};
};

}  // namespace thrive::model

namespace thrive::measures {

/// A series with what was found in it.
struct Read {
  Subject subject;
  Analysis analysis;
};

/// `measure analyse`: data checks first, then the verdict, the evidence, limits, runs and false alarms.
report::Document describe_analyses(const std::vector<Read>& all);
/// The same in parts, for many measures: what stands in front of all, and one of them.
report::Document head_of_analyses(const std::string& classification);
report::Document describe_one_of_many(const Read& read);
/// `measure list`: one row a measure. Ages are in days on `today`.
report::Document describe_list(const std::vector<Read>& all, text::Date today);
report::Table list_table(const std::vector<Read>& all, text::Date today);
text::Value list_value(const std::vector<Read>& all, text::Date today);
/// `measure signals`: one line each.
std::string signals_text(const std::vector<SignalNews>& news, bool several_projects);
/// `measure suggest-rebase`.
struct Suggested {
  Subject subject;
  const Analysis* analysis = nullptr;  // of the measure, as long as that is held
  std::optional<RebaseSuggestion> suggestion;
  NoSuggestion why_not;
};
std::vector<Suggested> suggest_rebases(const std::vector<Read>& all);
/// Why there is none, in words.
std::string why_not_in_words(const Suggested& suggested);
report::Document describe_suggestions(const std::vector<Suggested>& all);
/// `measure chart`: the picture with its words, as a figure of a page.
report::Figure figure_of(const Read& read, Theme theme);
/// `measure chart`: every chart with its words; with `overview` the icon table first, and the sentence each measure
/// earns.
report::Document describe_charts(const std::vector<Read>& all, bool overview, Theme theme);
/// The same for a terminal.
std::string charts_in_text(const std::vector<Read>& all);

}  // namespace thrive::measures

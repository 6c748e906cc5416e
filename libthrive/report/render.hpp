// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libthrive/report/document.hpp"
#include "libthrive/text/small_numbers.hpp"

namespace thrive::report {

/// For a terminal or an e-mail: at most `width` columns, Unicode width right, no colour, no escapes.
std::string to_text(const Document& document, std::size_t width = 80);
/// The same for what follows in a document whose beginning has been written.
std::string to_text_part(const Document& document, std::size_t width = 80);
/// GitHub-flavoured Markdown. Headings start `shift` levels further down, so that parts can be joined. Figures become
/// their caption and text form unless `pictures` names, figure by figure that has an SVG, where the caller has put it.
std::string to_markdown(const Document& document, int shift = 0, const std::vector<std::string>& pictures = {});
/// A self-contained page: style inside, pictures inline, no scripts, no network, headings in order, tables with scopes,
/// printable on A4.
std::string to_html(const Document& document);
/// The same without head and frame, for `thrive bind`.
std::string to_html_part(const Document& document, int shift = 1);
/// A page around parts made by `to_html_part`: with a list of contents when there are several, and the classification
/// of the parts on top of every printed page when all that have one have the same.
std::string html_page(std::string_view title, std::string_view subtitle, const std::vector<std::string>& parts);
/// RFC 4180 with a header line and LF; a text cell that a spreadsheet would take for a formula gets a leading
/// apostrophe.
std::string to_csv(const Table& table);
/// The rows alone, for a table whose header line has been written.
std::string to_csv_rows(const Table& table);

/// A number for reading: at most `decimals` digits behind the point, trailing zeros kept, thousands with a comma, a
/// true minus sign never ("-"), "not recorded" when missing.
std::string number(double value, int decimals = 0);
std::string number(std::optional<double> value, int decimals = 0, std::string_view missing = "not recorded");
/// A count of people as a reader may see it: "1,420", "fewer than 5", "not recorded".
std::string people_number(double count, const text::SmallNumbers& small, int decimals = 0);
std::string people_number(std::optional<double> count, const text::SmallNumbers& small, int decimals = 0,
                          std::string_view missing = "not recorded");
/// A total of counts that a reader may see one by one: "1,420", "at least 1,420" where some are not recorded, "more
/// than 1,420" where some are hidden, so that none can be worked out; "not recorded" when all are missing.
std::string people_total(const text::PeopleTotal& total, const text::SmallNumbers& small);
/// How long people wait, from the median: "half wait less than a day", "half wait 9 days or longer", "half wait 62
/// weeks or longer" where the days make whole weeks, two at least.
std::string half_wait(double median_days);
/// "1 table", "3 tables".
std::string count_of(std::size_t count, std::string_view one, std::string_view many = {});

// Escapes, each for its place.
std::string escape_html(std::string_view text);
std::string escape_xml_attribute(std::string_view text);
std::string escape_markdown(std::string_view text);
std::string escape_dot(std::string_view text);
std::string escape_mermaid(std::string_view text);
std::string escape_csv(std::string_view text);

}  // namespace thrive::report

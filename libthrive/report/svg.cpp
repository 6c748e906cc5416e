// SPDX-License-Identifier: MIT
#include "libthrive/report/svg.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

#include "libthrive/report/render.hpp"

namespace thrive::report {

namespace {

std::string start_of(std::string_view element, const Svg::Attributes& attributes) {
  std::string tag = "<" + std::string(element);
  for (const auto& [name, value] : attributes) {
    tag += ' ';
    tag += name;
    tag += "=\"";
    tag += escape_xml_attribute(value);
    tag += '"';
  }
  return tag;
}

/// The attributes that say where an element is, then those that the caller has.
Svg::Attributes placed(Svg::Attributes place, const Svg::Attributes& attributes) {
  place.insert(place.end(), attributes.begin(), attributes.end());
  return place;
}

}  // namespace

Svg::Svg(double width, double height, std::string_view title, std::string_view description, const Attributes& root) {
  Attributes attributes = {{"xmlns", "http://www.w3.org/2000/svg"},
                           {"width", coordinate(width)},
                           {"height", coordinate(height)},
                           {"viewBox", fmt::format("0 0 {} {}", coordinate(width), coordinate(height))},
                           {"role", "img"},
                           {"font-family", "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"}};
  for (const auto& wanted : root) {
    const auto known = std::find_if(attributes.begin(), attributes.end(),
                                    [&wanted](const auto& attribute) { return attribute.first == wanted.first; });
    if (known == attributes.end()) {
      attributes.push_back(wanted);
    } else {
      known->second = wanted.second;
    }
  }
  open("svg", attributes);
  text_ += fmt::format("<title>{}</title>\n", escape_html(title));
  if (!description.empty()) text_ += fmt::format("<desc>{}</desc>\n", escape_html(description));
}

Svg& Svg::open(std::string_view element, const Attributes& attributes) {
  text_ += start_of(element, attributes) + ">\n";
  open_.emplace_back(element);
  return *this;
}

Svg& Svg::close() {
  if (open_.empty()) throw std::logic_error("an SVG element is closed that was never opened");
  text_ += "</" + open_.back() + ">\n";
  open_.pop_back();
  return *this;
}

Svg& Svg::element(std::string_view element, const Attributes& attributes) {
  text_ += start_of(element, attributes) + "/>\n";
  return *this;
}

Svg& Svg::text(double x, double y, std::string_view words, const Attributes& attributes) {
  text_ += start_of("text", placed({{"x", coordinate(x)}, {"y", coordinate(y)}}, attributes));
  text_ += '>' + escape_xml_attribute(words) + "</text>\n";
  return *this;
}

Svg& Svg::line(double x1, double y1, double x2, double y2, const Attributes& attributes) {
  return element(
      "line", placed({{"x1", coordinate(x1)}, {"y1", coordinate(y1)}, {"x2", coordinate(x2)}, {"y2", coordinate(y2)}},
                     attributes));
}

Svg& Svg::rectangle(double x, double y, double width, double height, const Attributes& attributes) {
  return element(
      "rect",
      placed({{"x", coordinate(x)}, {"y", coordinate(y)}, {"width", coordinate(width)}, {"height", coordinate(height)}},
             attributes));
}

Svg& Svg::circle(double x, double y, double radius, const Attributes& attributes) {
  return element("circle",
                 placed({{"cx", coordinate(x)}, {"cy", coordinate(y)}, {"r", coordinate(radius)}}, attributes));
}

Svg& Svg::path(std::string_view data, const Attributes& attributes) {
  return element("path", placed({{"d", std::string(data)}}, attributes));
}

Svg& Svg::comment(std::string_view words) {
  // XML allows no two dashes inside a comment, and none at its end.
  std::string harmless;
  for (const char c : escape_xml_attribute(words)) {
    if (c == '-' && harmless.ends_with('-')) harmless += ' ';
    harmless += c;
  }
  text_ += "<!-- " + harmless + " -->\n";
  return *this;
}

Svg& Svg::explain(std::string_view words) {
  text_ += "<title>" + escape_html(words) + "</title>\n";
  return *this;
}

Svg& Svg::style(std::string_view rules) {
  text_ += "<style>\n" + std::string(rules) + (rules.ends_with('\n') ? "" : "\n") + "</style>\n";
  return *this;
}

std::string Svg::finish() {
  while (!open_.empty()) close();
  return std::move(text_);
}

namespace {

/// Two decimals at most, without zeros at the end.
std::string of_hundredths(std::int64_t hundredths) {
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string digits = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  if (const std::int64_t rest = size % 100; rest != 0) {
    digits += '.';
    digits += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) digits += static_cast<char>('0' + rest % 10);
  }
  return digits;
}

}  // namespace

std::string coordinate(double value) {
  if (!std::isfinite(value)) throw std::logic_error("an SVG coordinate is no number");
  // A picture has thousands of these, so they are rounded as whole numbers; but not where the product with 100, itself
  // rounded, lies too near to the middle between two hundredths to say on which side the value is.
  constexpr double largest = 1e9;
  constexpr double too_near = 1e-4;
  const double hundredths = value * 100;
  const double below = std::floor(hundredths);
  if (std::abs(value) < largest && std::abs(hundredths - below - 0.5) > too_near)
    return of_hundredths(static_cast<std::int64_t>(hundredths - below > 0.5 ? below + 1 : below));
  std::string digits = fmt::format("{:.2f}", value);
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

}  // namespace thrive::report

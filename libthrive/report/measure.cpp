// SPDX-License-Identifier: MIT
// How wide words are in a picture, without asking any font of the machine.
#include <algorithm>
#include <array>

#include "libthrive/report/svg.hpp"
#include "libthrive/report/wrap.hpp"
#include "libthrive/text/unicode.hpp"

namespace thrive::report {

namespace {

// Advance widths of DejaVu Sans in thousandths of the font size, from the font file (hmtx). It is the widest of the
// common sans-serif faces, so that words measured here fit in Arial or Liberation Sans too.
constexpr std::array<short, 95> ascii_widths{
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
constexpr std::array<short, 224> latin_widths{
    318, 401, 636, 636, 636, 636, 337, 500, 500, 1000, 471,  612,  838, 361, 1000, 500, 500, 838, 401, 401, 500,
    636, 636, 318, 500, 401, 471, 612, 969, 969, 969,  531,  684,  684, 684, 684,  684, 684, 974, 698, 632, 632,
    632, 632, 295, 295, 295, 295, 775, 748, 787, 787,  787,  787,  787, 838, 787,  732, 732, 732, 732, 611, 605,
    630, 613, 613, 613, 613, 613, 613, 982, 550, 615,  615,  615,  615, 278, 278,  278, 278, 612, 634, 612, 612,
    612, 612, 612, 838, 612, 634, 634, 634, 634, 592,  635,  592,  684, 613, 684,  613, 684, 613, 698, 550, 698,
    550, 698, 550, 698, 550, 770, 635, 775, 635, 632,  615,  632,  615, 632, 615,  632, 615, 632, 615, 775, 635,
    775, 635, 775, 635, 775, 635, 752, 634, 916, 695,  295,  278,  295, 278, 295,  278, 295, 278, 295, 278, 590,
    556, 295, 278, 656, 579, 579, 557, 278, 557, 278,  557,  375,  557, 342, 562,  284, 748, 634, 748, 634, 748,
    634, 813, 748, 634, 787, 612, 787, 612, 787, 612,  1070, 1023, 695, 411, 695,  411, 695, 411, 635, 521, 635,
    521, 635, 521, 635, 521, 611, 392, 611, 392, 611,  392,  732,  634, 732, 634,  732, 634, 732, 634, 732, 634,
    732, 634, 989, 818, 611, 592, 611, 685, 525, 685,  525,  685,  525, 352};

constexpr double bold_factor = 1.13;  // DejaVu Sans Bold against DejaVu Sans over English text

/// Thousandths of the font size that a character takes.
double advance(char32_t code) {
  if (code >= 0x20 && code < 0x7F) return ascii_widths[code - 0x20];
  if (code >= 0xA0 && code < 0x180) return latin_widths[code - 0xA0];
  switch (text::display_width(code)) {
    case 0:
      return 0;
    case 2:
      return 1000;
    default:
      break;
  }
  if (code == 0x2018 || code == 0x2019) return 318;
  if (code == 0x201C || code == 0x201D) return 518;
  if (code == 0x2013) return 500;
  if (code == 0x2014 || code == 0x2026) return 1000;
  const bool is_symbol = code >= 0x2190 && code < 0x2C00;  // arrows, mathematics, shapes
  return is_symbol ? 838 : 690;
}

/// How many bytes of a word fit `thousandths` of the font size; at least one character, with the marks that belong to
/// it.
std::size_t prefix_that_fits(std::string_view word, double thousandths) {
  double used = 0;
  std::size_t at = 0;
  while (at < word.size()) {
    const text::Character character = text::next_character(word, at);
    const double width = advance(character.code);
    if (at > 0 && width > 0 && used + width > thousandths) break;
    used += width;
    at += character.length;
  }
  return at;
}

double thousandths_of(std::string_view utf8) {
  double thousandths = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const text::Character character = text::next_character(utf8, at);
    thousandths += advance(character.code);
    at += character.length;
  }
  return thousandths;
}

double in_units(double thousandths, double font_size, bool bold) {
  return thousandths * font_size / 1000 * (bold ? bold_factor : 1);
}

}  // namespace

double text_width(std::string_view utf8, double font_size, bool bold) {
  return in_units(thousandths_of(utf8), font_size, bold);
}

std::vector<std::string> wrap_text(std::string_view words, double width, double font_size, bool bold) {
  std::vector<std::string> lines;
  for (const std::string& original : lines_of(text::without_controls(words, true))) {
    std::string line;
    double used = 0;
    for (std::string_view piece : pieces_of(original)) {
      const bool after_blank = piece.data() > original.data() && piece.data()[-1] == ' ';
      const std::string_view blank = line.empty() || !after_blank ? "" : " ";
      const double longer = used + thousandths_of(blank) + thousandths_of(piece);
      if (in_units(longer, font_size, bold) <= width) {
        line += blank;
        line += piece;
        used = longer;
        continue;
      }
      if (!line.empty()) lines.push_back(std::move(line));
      const double room = width * 1000 / font_size / (bold ? bold_factor : 1);
      for (std::size_t bytes = prefix_that_fits(piece, room); bytes < piece.size();
           bytes = prefix_that_fits(piece, room)) {
        lines.emplace_back(piece.substr(0, bytes));
        piece.remove_prefix(bytes);
      }
      line = piece;
      used = thousandths_of(piece);
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace thrive::report

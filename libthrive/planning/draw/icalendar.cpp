// SPDX-License-Identifier: MIT
#include "libthrive/planning/draw/icalendar.hpp"

#include <fmt/core.h>

#include "libthrive/text/names.hpp"

namespace thrive::planning {

std::string escape_icalendar(std::string_view text) {
  std::string result;
  for (const char letter : text) {
    if (letter == '\\' || letter == ';' || letter == ',') result += '\\';
    if (letter == '\n')
      result += "\\n";
    else if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f)
      result += letter;
    else if (letter == '\t')
      result += ' ';
  }
  return result;
}

std::string fold_icalendar(std::string_view line) {
  constexpr std::size_t most = 75;
  std::string result;
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t length = 1;
    while (at + length < line.size() && (static_cast<unsigned char>(line[at + length]) & 0xc0) == 0x80) ++length;
    if (width + length > most) {
      result += "\r\n ";
      width = 1;
    }
    result += line.substr(at, length);
    width += length;
    at += length;
  }
  return result + "\r\n";
}

namespace {

/// 20250131
std::string digits_of(text::Date date) {
  std::string digits;
  for (const char letter : text::format_date(date))
    if (letter != '-') digits += letter;
  return digits;
}

/// 20250326T140000, so many minutes after midnight, which may be on a later day.
std::string local_time(text::Date date, int minute) {
  const text::Date day = date + std::chrono::days(minute / 1440);
  return fmt::format("{}T{:02}{:02}00", digits_of(day), minute % 1440 / 60, minute % 60);
}

class Writer {
 public:
  Writer(const model::Project& project, text::Date today, CalendarForm form)
      : form_(form), stamp_(digits_of(today) + "T000000Z"), place_(place_of(project)) {}

  void line(std::string_view name, std::string_view value) {
    text_ += fold_icalendar(fmt::format("{}:{}", name, value));
  }
  void words(std::string_view name, std::string_view value) {
    if (!value.empty()) line(name, escape_icalendar(value));
  }

  void item(const CalendarItem& item) {
    const bool is_event = form_ == CalendarForm::events;
    line("BEGIN", is_event ? "VEVENT" : "VTODO");
    line("UID", fmt::format("{}@{}.thrive", item.id, place_));
    line("DTSTAMP", stamp_);
    if (is_event)
      when(item);
    else
      due(item);
    words("SUMMARY", item.summary);
    words("DESCRIPTION", item.description);
    words("LOCATION", item.where);
    if (is_event) {
      line("STATUS", "CONFIRMED");
    } else {
      line("STATUS", item.is_done ? "COMPLETED" : "NEEDS-ACTION");
      line("PERCENT-COMPLETE", item.is_done ? "100" : "0");
    }
    line("END", is_event ? "VEVENT" : "VTODO");
  }

  std::string finish() { return std::move(text_); }

 private:
  /// The place as part of a name on the internet: small letters, digits and dashes.
  static std::string place_of(const model::Project& project) {
    std::string place;
    for (const char letter : text::kebab(project.project.locality.value_or(project.project.name)))
      if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-') place += letter;
    return place.empty() ? "project" : place;
  }

  void when(const CalendarItem& item) {
    if (item.minute) {
      line("DTSTART", local_time(item.date, *item.minute));
      if (item.minutes) line("DTEND", local_time(item.date, *item.minute + *item.minutes));
      return;
    }
    line("DTSTART;VALUE=DATE", digits_of(item.date));
    line("DTEND;VALUE=DATE", digits_of(item.date + std::chrono::days(1)));
    line("TRANSP", "TRANSPARENT");
  }

  void due(const CalendarItem& item) {
    if (item.minute)
      line("DUE", local_time(item.date, *item.minute));
    else
      line("DUE;VALUE=DATE", digits_of(item.date));
  }

  CalendarForm form_;
  std::string stamp_;
  std::string place_;
  std::string text_;
};

}  // namespace

std::string icalendar(const model::Project& project, const std::vector<CalendarItem>& items, text::Date today,
                      CalendarForm form) {
  Writer writer(project, today, form);
  writer.line("BEGIN", "VCALENDAR");
  writer.line("VERSION", "2.0");
  writer.line("PRODID", "-//THRIVE toolkit//plan calendar//EN");
  writer.line("CALSCALE", "GREGORIAN");
  writer.line("METHOD", "PUBLISH");
  for (const CalendarItem& item : items) writer.item(item);
  writer.line("END", "VCALENDAR");
  return writer.finish();
}

}  // namespace thrive::planning

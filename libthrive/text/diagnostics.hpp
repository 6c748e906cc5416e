// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "libthrive/text/source.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::text {

/// error: the input cannot be used as it is. warning: it can, and somebody should look. note: worth knowing.
enum class Severity { error, warning, note };

/// A stretch of one named source: where a diagnostic points.
struct Place {
  std::string file;
  Position from;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One thing that is wrong or worth knowing, and where.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string code;                    // kebab-case, explained by `thrive explain CODE`
  Place place;                         // file may be empty: then the message stands alone
  std::string message;                 // what is wrong; lower case, no full stop, the subject in 'quotes'
  std::string hint;                    // what to do about it; may be empty
  std::vector<std::string> path = {};  // where it stands in the project; empty when it is about no part of one
  Value::Map facts = {};               // what the message says, by name, so that no program reads sentences
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Puts words such as `[NHS number]` in the place of what looks like personal data, in everything that a diagnostic
/// says: it ends up in logs, in mail and on the pages of other programs.
void withhold_personal_data(Diagnostic& diagnostic);

/// The problems found so far, in the order they were found. No personal data get in.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  void error(std::string code, Place place, std::string message, std::string hint = {});
  void warning(std::string code, Place place, std::string message, std::string hint = {});
  void note(std::string code, Place place, std::string message, std::string hint = {});
  void append(Diagnostics other);

  bool empty() const { return entries_.empty(); }
  bool has_errors() const;
  std::size_t count(Severity severity) const;
  const std::vector<Diagnostic>& entries() const { return entries_; }
  /// Sorted by file (in order of first appearance), line and column; equal places keep their order.
  std::vector<Diagnostic> in_file_order() const;

 private:
  std::vector<Diagnostic> entries_;
};

/// `FILE:LINE:COLUMN: error: message [code]`, with `; hint` behind the message when there is one.
/// Control characters in the text are made harmless, so that a file cannot drive the terminal.
std::string format(const Diagnostic& diagnostic);

std::string_view name(Severity severity);

/// A place at the start of a file, for problems that concern the whole of it.
Place whole_file(std::string file);
/// The place of a span in a source.
Place place_of(const Source& source, Span span);

}  // namespace thrive::text

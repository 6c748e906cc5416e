// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "libthrive/text/source.hpp"
#include "libthrive/yaml/document.hpp"

namespace thrive::yaml {

/// What yaml-cpp tells about a file, one thing after the other.
struct Event {
  enum class Type : std::uint8_t { null, scalar, sequence, mapping, end };
  Type type = Type::end;
  bool is_flow = false;      // of a collection
  bool is_quoted = false;    // of a scalar: quotes or block, not plain
  std::uint32_t offset = 0;  // of the mark, in bytes from the start of the file; ends have none
  std::string value = {};
};

/// Why yaml-cpp, or a guard around it, refuses a file.
struct EventError {
  std::uint32_t offset = 0;
  std::string code;
  text::Value::Map facts;
};

/// Reads the one document of a file with yaml-cpp's event parser and hands each event to `take`, which stops it by
/// saying no; false then, and when the file is refused, with the reason in `error`. Anchors, aliases, tags, a second
/// document, too many or too deep nodes and the endless loop of yaml-cpp 0.7.0 on a stray comma are refused. An empty
/// file has no events.
bool read_events(const text::Source& source, const Limits& limits, EventError& error,
                 const std::function<bool(Event&&)>& take);
/// All of them.
std::optional<std::vector<Event>> read_events(const text::Source& source, const Limits& limits, EventError& error);

}  // namespace thrive::yaml

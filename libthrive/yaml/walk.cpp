// SPDX-License-Identifier: MIT
#include "libthrive/yaml/walk.hpp"

#include <algorithm>
#include <utility>

#include "libthrive/text/problem.hpp"
#include "libthrive/text/unicode.hpp"
#include "libthrive/yaml/events.hpp"
#include "libthrive/yaml/scalars.hpp"

namespace thrive::yaml {

namespace {

/// The bytes are not what the events say.
struct Mismatch {
  std::uint32_t at = 0;
};

/// One cursor over the events and one over the bytes, moving together.
class Walk {
 public:
  Walk(DocumentBuilder& builder, const std::vector<Event>& events)
      : builder_(builder), events_(events), bytes_(builder.source().bytes().c_str()) {}

  void run() {
    const auto size = static_cast<std::uint32_t>(builder_.source().bytes().size());
    if (builder_.source().has_byte_order_mark()) at_ = line_ = asked_ = 3;
    skip_trivia();
    if (is_marker("---")) at_ += 3;
    if (events_.empty())
      add_empty({no_node, 0, -1});
    else
      read_node({no_node, 0, -1});
    skip_trivia();
    if (is_marker("...")) {
      at_ += 3;
      skip_trivia();
    }
    if (at_ != size || event_ != events_.size()) throw Mismatch{at_};
  }

 private:
  struct Slot {
    NodeId parent = no_node;
    std::uint32_t indicator = 0;
    int indent = -1;  // the column of the block collection around
    bool in_flow = false;
    bool is_key = false;
  };

  char here() const { return bytes_[at_]; }
  const Event& event() const {
    if (event_ >= events_.size()) throw Mismatch{at_};
    return events_[event_];
  }

  /// Remembers the last answer: a file of one long line would otherwise be searched again for every node.
  std::uint32_t line_start(std::uint32_t at) {
    const std::uint32_t first = builder_.source().has_byte_order_mark() ? 3 : 0;
    if (at < asked_) line_ = asked_ = first;
    for (; asked_ < at; ++asked_)
      if (bytes_[asked_] == '\n') line_ = asked_ + 1;
    return line_;
  }
  int column_of(std::uint32_t at) { return static_cast<int>(at - line_start(at)); }

  bool is_marker(std::string_view marker) {
    return column_of(at_) == 0 && std::string_view(bytes_ + at_).starts_with(marker) &&
           is_blank_or_end(bytes_[at_ + 3]);
  }

  void skip_blanks() {
    while (is_blank(here())) ++at_;
  }

  void skip_trivia() {
    while (true) {
      skip_blanks();
      if (here() == '#' && (column_of(at_) == 0 || is_blank(bytes_[at_ - 1])))
        while (here() != '\n' && here() != '\0') ++at_;
      if (here() != '\n' && here() != '\r') return;
      ++at_;
    }
  }

  void demand(char expected) {
    if (here() != expected) throw Mismatch{at_};
    ++at_;
  }

  NodeId add(const Slot& slot, Node node) {
    const bool counts = slot.is_key || (slot.parent != no_node && builder_.kind(slot.parent) == Kind::sequence);
    node.indicator = slot.indicator;
    return builder_.add(slot.parent, node, counts);
  }

  void add_empty(const Slot& slot) {
    const std::uint32_t at = slot.parent == no_node ? at_ : slot.indicator + 1;
    add(slot, {Kind::null, Style::plain, {at, at}, slot.indicator, column_of(at)});
  }

  /// yaml-cpp marks an empty value with the place of whatever comes next.
  bool is_empty_value() const {
    const Event& null = events_[event_];
    if (null.type != Event::Type::null) return false;
    std::size_t next = event_ + 1;
    while (next < events_.size() && events_[next].type == Event::Type::end) ++next;
    if (next < events_.size() && events_[next].offset == null.offset) return true;
    std::uint32_t end = null.offset;
    while (!is_blank_or_end(bytes_[end]) && !is_flow_indicator(bytes_[end]) && bytes_[end] != ':') ++end;
    return !is_null_word({bytes_ + null.offset, end - null.offset});
  }

  void read_node(const Slot& slot) {
    if (is_empty_value()) {
      ++event_;
      return add_empty(slot);
    }
    skip_trivia();
    const Event& here_event = event();
    if (here_event.type == Event::Type::null || here_event.type == Event::Type::scalar) return read_scalar(slot);
    if (here_event.offset != at_) throw Mismatch{at_};
    ++event_;
    const bool is_sequence = here_event.type == Event::Type::sequence;
    const NodeId collection = add(slot, {is_sequence ? Kind::sequence : Kind::mapping,
                                         here_event.is_flow ? Style::flow : Style::block,
                                         {at_, at_},
                                         slot.indicator,
                                         column_of(at_)});
    if (!here_event.is_flow)
      is_sequence ? read_block_sequence(collection) : read_block_mapping(collection);
    else if (is_sequence)
      read_flow_sequence(collection, slot.indent);
    else
      read_flow_mapping(collection, slot.indent);
    if (event().type != Event::Type::end) throw Mismatch{at_};
    ++event_;
  }

  void read_block_sequence(NodeId sequence) {
    const int column = builder_.column(sequence);
    while (event().type != Event::Type::end) {
      skip_trivia();
      if (column_of(at_) != column) throw Mismatch{at_};
      const std::uint32_t dash = at_;
      demand('-');
      if (!is_blank_or_end(here())) throw Mismatch{at_};
      read_node({sequence, dash, column});
    }
    builder_.end_at_last_child(sequence);
  }

  void read_block_mapping(NodeId mapping) {
    const int column = builder_.column(mapping);
    while (event().type != Event::Type::end) {
      skip_trivia();
      if (column_of(at_) != column) throw Mismatch{at_};
      read_key({mapping, 0, column, false, true});
      skip_blanks();
      const std::uint32_t colon = at_;
      demand(':');
      if (!is_blank_or_end(here())) throw Mismatch{at_};
      read_node({mapping, colon, column});
    }
    builder_.end_at_last_child(mapping);
  }

  void read_key(const Slot& slot) {
    if (event().type != Event::Type::scalar && event().type != Event::Type::null) throw Mismatch{at_};
    if (is_empty_value()) throw Mismatch{at_};
    const std::uint32_t start = at_;
    read_scalar(slot);
    if (std::find(bytes_ + start, bytes_ + at_, '\n') != bytes_ + at_ && !slot.in_flow) throw Mismatch{at_};
  }

  void read_flow_sequence(NodeId sequence, int indent) {
    demand('[');
    while (event().type != Event::Type::end) {
      skip_trivia();
      const bool is_pair = event().type == Event::Type::mapping && here() != '{';
      if (is_pair)
        read_pair({sequence, 0, indent, true});
      else if (is_empty_value())
        throw Mismatch{at_};  // yaml-cpp 0.7.0 takes `[a, , b]`
      else
        read_node({sequence, 0, indent, true});
      end_entry(']');
    }
    skip_trivia();
    demand(']');
    builder_.end_at(sequence, at_);
  }

  /// `[key: value]`: a mapping of one entry without brackets of its own.
  void read_pair(const Slot& slot) {
    ++event_;
    const NodeId mapping = add(slot, {Kind::mapping, Style::flow, {at_, at_}, 0, column_of(at_)});
    read_key({mapping, 0, slot.indent, true, true});
    skip_trivia();
    const std::uint32_t colon = at_;
    demand(':');
    read_node({mapping, colon, slot.indent, true});
    builder_.end_at(mapping, std::max(at_, colon + 1));
    if (event().type != Event::Type::end) throw Mismatch{at_};
    ++event_;
  }

  void read_flow_mapping(NodeId mapping, int indent) {
    demand('{');
    while (event().type != Event::Type::end) {
      skip_trivia();
      read_key({mapping, 0, indent, true, true});
      const std::uint32_t behind_key = at_;
      skip_trivia();
      if (here() == ':') {
        const std::uint32_t colon = at_++;
        read_node({mapping, colon, indent, true});
      } else {
        at_ = behind_key;
        if (!is_empty_value()) throw Mismatch{at_};
        ++event_;
        add_empty({mapping, behind_key - 1, indent, true});
      }
      end_entry('}');
    }
    skip_trivia();
    demand('}');
    builder_.end_at(mapping, at_);
  }

  void end_entry(char closing) {
    skip_trivia();
    if (here() == ',')
      ++at_;
    else if (here() != closing)
      throw Mismatch{at_};
  }

  void read_scalar(const Slot& slot) {
    const Event& scalar = event();
    if (scalar.offset != at_) throw Mismatch{at_};
    ++event_;
    Node node{scalar.type == Event::Type::null && !slot.is_key ? Kind::null : Kind::scalar,
              Style::plain,
              {at_, at_},
              0,
              column_of(at_)};
    if (scalar.type == Event::Type::null)
      read_null_word();
    else if (!scalar.is_quoted)
      read_plain(scalar.value);
    else if (here() == '"' || here() == '\'')
      node.style = here() == '"' ? Style::double_quoted : Style::single_quoted;
    else
      node.style = here() == '>' ? Style::folded : Style::literal;
    if (node.style == Style::double_quoted || node.style == Style::single_quoted) {
      node.value = read_quoted(scalar.value);
      node.text.end = at_;
    } else if (node.style == Style::plain) {
      node.text.end = at_;
      const std::string_view text(bytes_ + node.text.begin, at_ - node.text.begin);
      node.value = text == scalar.value || scalar.type == Event::Type::null ? text : builder_.keep(scalar.value);
    } else {
      node.value = builder_.keep(read_block(slot.indent, scalar.value, node.text.end));
    }
    add(slot, node);
  }

  void read_null_word() {
    while (!is_blank_or_end(here()) && !is_flow_indicator(here()) && here() != ':') ++at_;
  }

  /// Plain text ends where its value is used up; a line break with its blanks stands for a blank or for line breaks.
  void read_plain(const std::string& value) {
    for (std::size_t used = 0; used < value.size();) {
      if (here() == value[used] && here() != '\n') {
        ++at_;
        ++used;
        continue;
      }
      if (value[used] != ' ' && value[used] != '\n') throw Mismatch{at_};
      std::size_t breaks = 0;
      while (is_blank(here()) || here() == '\n' || here() == '\r') {
        if (here() == '\n') ++breaks;
        ++at_;
      }
      const std::size_t meant = value[used] == ' ' ? 1 : value.find_first_not_of('\n', used) - used;
      if (breaks != (value[used] == ' ' ? 1 : meant + 1)) throw Mismatch{at_};
      used += meant;
    }
  }

  std::string_view read_quoted(const std::string& value) {
    const char quote = here();
    const std::uint32_t begin = ++at_;
    while (here() != quote || (quote == '\'' && bytes_[at_ + 1] == '\'')) {
      if (here() == '\0') throw Mismatch{begin - 1};
      at_ += here() == quote || (quote == '"' && here() == '\\' && bytes_[at_ + 1] != '\0') ? 2 : 1;
    }
    const std::string_view inner(bytes_ + begin, at_ - begin);
    ++at_;
    std::string read;
    BadEscape bad;
    if (quote == '\'')
      read = read_single_quoted(inner);
    else if (!read_double_quoted(inner, read, bad))
      throw Mismatch{begin + static_cast<std::uint32_t>(bad.offset)};
    // yaml-cpp 0.7.0 writes the escapes \N and \_ as single bytes that are not UTF-8
    if (read != value && text::is_valid_utf8(value)) throw Mismatch{begin};
    return read == inner ? inner : builder_.keep(std::move(read));
  }

  /// The lines below `|` or `>`, up to the first with text that is indented less; `end` becomes the end of the last
  /// one. Gives their text, which must be `value`.
  std::string read_block(int indent, const std::string& value, std::uint32_t& end) {
    const std::uint32_t sign = at_;
    const BlockHeader header = read_block_header();
    const bool keeps = header.chomping == '+';
    int indentation = header.indentation == 0 ? 0 : std::max(indent, 0) + header.indentation;
    end = at_;
    to_next_line();
    const std::uint32_t first_line = at_;
    for (std::uint32_t line = at_; here() != '\0'; line = at_) {
      while (here() == ' ' && (indentation == 0 || static_cast<int>(at_ - line) < indentation)) ++at_;
      const int column = static_cast<int>(at_ - line);
      const bool is_empty = is_line_end(here());
      const bool is_behind = !is_empty && column <= (indentation == 0 ? indent : indentation - 1);
      if (is_behind) {
        at_ = line;
        break;
      }
      if (indentation == 0 && !is_empty) indentation = column;
      while (!is_line_end(here())) ++at_;
      if (!is_empty || keeps) end = at_;
      to_next_line();
    }
    std::string read = read_block_lines(
        {bytes_ + first_line, at_ - first_line},
        indentation == 0 && indent >= 0 ? std::string::npos : static_cast<std::size_t>(indentation), header);
    if (!is_same_block(read, value, header.folded)) throw Mismatch{sign};
    return read;
  }

  /// The characters behind `|` or `>`.
  BlockHeader read_block_header() {
    if (here() != '|' && here() != '>') throw Mismatch{at_};
    BlockHeader header;
    header.folded = here() == '>';
    for (++at_; !is_blank_or_end(here()); ++at_) {
      if (here() == '+' || here() == '-')
        header.chomping = here();
      else if (here() >= '1' && here() <= '9')
        header.indentation = here() - '0';
      else
        throw Mismatch{at_};
    }
    return header;
  }

  void to_next_line() {
    while (here() != '\n' && here() != '\0') ++at_;
    if (here() == '\n') ++at_;
  }

  DocumentBuilder& builder_;
  const std::vector<Event>& events_;
  const char* bytes_;
  std::uint32_t at_ = 0;
  std::uint32_t line_ = 0;  // start of the line of `asked_`
  std::uint32_t asked_ = 0;
  std::size_t event_ = 0;
};

}  // namespace

bool read_with_yaml_cpp(DocumentBuilder& builder, const Limits& limits, text::Diagnostics& problems) {
  const auto place = [&](std::uint32_t at) { return text::place_of(builder.source(), {at, at}); };
  EventError error;
  const auto events = read_events(builder.source(), limits, error);
  if (!events) {
    problems.add(text::problem(error.code, place(error.offset), error.facts));
    return false;
  }
  try {
    Walk(builder, *events).run();
    return true;
  } catch (const Mismatch& mismatch) {
    problems.add(text::problem("yaml-syntax", place(mismatch.at), {{"case", "disagreement"}}));
    return false;
  }
}

}  // namespace thrive::yaml

// SPDX-License-Identifier: MIT
#include "libthrive/yaml/manner.hpp"

#include <algorithm>
#include <array>

namespace thrive::yaml {

namespace {

/// Counts small numbers, and names the one that was seen most often; the smaller of equals.
class Votes {
 public:
  void add(int number) {
    if (number >= 0 && number < static_cast<int>(counts_.size())) ++counts_[static_cast<std::size_t>(number)];
  }
  int winner(int otherwise) const {
    const auto most = std::max_element(counts_.begin(), counts_.end());
    return *most == 0 ? otherwise : static_cast<int>(most - counts_.begin());
  }

 private:
  std::array<int, 17> counts_{};
};

struct Evidence {
  Votes steps;
  Votes list_offsets;
  Votes dash_gaps;
  int single_quotes = 0;
  int double_quotes = 0;
  int plain_dates = 0;
  int quoted_dates = 0;
  int short_lists = 0;
  int long_lists = 0;
  int quoted_keys = 0;
  int other_keys = 0;
};

bool holds_only_scalars(const Document& document, const Node& sequence) {
  for (NodeId item = sequence.first; item != no_node; item = document.node(item).next)
    if (document.node(item).first != no_node) return false;
  return sequence.first != no_node;
}

void look_at_keys(const Document& document, const Node& mapping, Evidence& evidence) {
  for (NodeId key = mapping.first; key != no_node; key = document.node(document.node(key).next).next)
    ++(document.node(key).style == Style::double_quoted ? evidence.quoted_keys : evidence.other_keys);
}

void look_at_collection(const Document& document, const Node& node, Evidence& evidence) {
  const bool is_sequence = node.kind == Kind::sequence;
  if (!is_sequence) look_at_keys(document, node, evidence);
  if (is_sequence && holds_only_scalars(document, node))
    ++(node.style == Style::flow ? evidence.short_lists : evidence.long_lists);
  if (node.style != Style::block || node.parent == no_node) return;
  const Node& parent = document.node(node.parent);
  const int offset = node.column - parent.column;
  if (parent.kind == Kind::sequence) {
    const auto between = document.source().text({parent.text.begin, node.text.begin});
    if (between.find('\n') == std::string_view::npos) evidence.dash_gaps.add(offset);
  } else if (is_sequence) {
    evidence.list_offsets.add(offset);
  } else {
    evidence.steps.add(offset);
  }
}

void look_at_scalar(const Node& node, Evidence& evidence) {
  const bool quoted = node.style == Style::single_quoted || node.style == Style::double_quoted;
  if (node.style == Style::single_quoted) ++evidence.single_quotes;
  if (node.style == Style::double_quoted) ++evidence.double_quotes;
  if (is_date(node.value)) ++(quoted ? evidence.quoted_dates : evidence.plain_dates);
}

}  // namespace

Manner learn_manner(const Document& document) {
  Evidence evidence;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Node& node = document.node(id);
    if (node.kind == Kind::sequence || node.kind == Kind::mapping)
      look_at_collection(document, node, evidence);
    else
      look_at_scalar(node, evidence);
  }
  Manner manner;
  manner.line_end = document.source().line_ending() == text::LineEnding::crlf ? "\r\n" : "\n";
  manner.step = std::max(evidence.steps.winner(manner.step), 1);
  manner.list_offset = evidence.list_offsets.winner(manner.step);
  manner.dash_gap = std::max(evidence.dash_gaps.winner(manner.dash_gap), 2);
  if (evidence.double_quotes > evidence.single_quotes) manner.quote = '"';
  manner.quotes_dates = evidence.quoted_dates > evidence.plain_dates;
  manner.quotes_everything = evidence.quoted_keys > evidence.other_keys;
  manner.short_lists_on_one_line = evidence.short_lists > evidence.long_lists;
  return manner;
}

}  // namespace thrive::yaml

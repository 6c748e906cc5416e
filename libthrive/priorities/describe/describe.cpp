// SPDX-License-Identifier: MIT
#include "libthrive/priorities/describe/describe.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "libthrive/priorities/describe/describe_parts.hpp"
#include "libthrive/report/render.hpp"
#include "libthrive/text/names.hpp"

namespace thrive::priorities {

namespace {

using report::Align;
using report::Document;

bool contains(const std::vector<ItemIndex>& items, ItemIndex item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

std::vector<ItemIndex> listed_items(const Consensus& consensus) {
  std::vector<ItemIndex> items;
  for (ItemIndex item = 0; item < consensus.profile.items.size(); ++item)
    if (consensus.mentions[item] > 0) items.push_back(item);
  return by_points(consensus, std::move(items));
}

std::string places_given(const Profile& profile, ItemIndex item) {
  std::string places;
  for (const Ballot& ballot : profile.ballots) {
    if (!places.empty()) places += ' ';
    places += ballot.position[item] == 0 ? std::string("-") : std::to_string(ballot.position[item]);
  }
  return places;
}

std::string result_of(const Consensus& consensus, ItemIndex item) {
  const Chosen& chosen = consensus.chosen;
  const std::string_view standing = model::word(consensus.standing[item]);
  if (contains(chosen.cut.certain, item)) return fmt::format("in, {}", standing);
  for (const TieBreak& broken : chosen.by_tie_break)
    if (broken.item == item) return "in by tie-break";
  if (contains(chosen.undecided, item)) return "the room decides";
  return std::string(standing);
}

report::Table result_table(const Consensus& consensus, const ItemNames& names) {
  const Profile& profile = consensus.profile;
  report::Table table;
  table.columns = {{"Place", Align::right},
                   {"Item"},
                   {"Points", Align::right},
                   {"Listed by", Align::right},
                   {"First", Align::right},
                   {"Places"},
                   {"Result"}};
  const std::vector<std::string> ranks = ranks_of(order_by_score(consensus.points), profile.items.size());
  for (const ItemIndex item : listed_items(consensus)) {
    std::vector<report::Cell> row = {ranks[item],
                                     with_title(profile, names, item),
                                     figure(consensus.points[item]),
                                     std::to_string(consensus.mentions[item]),
                                     std::to_string(consensus.firsts[item]),
                                     places_given(profile, item),
                                     result_of(consensus, item)};
    row[1].strong = row[6].text.starts_with("in");
    table.rows.push_back(std::move(row));
  }
  return table;
}

void say_result(Document& document, const Consensus& consensus, const ItemNames& names) {
  const Profile& profile = consensus.profile;
  document.paragraph(rule_sentence(consensus) + " " + returns_sentence(profile));
  const std::vector<ItemIndex> in = by_points(consensus, consensus.chosen.in());
  if (profile.ballots.empty()) {
    document.paragraph("No table has returned a list yet.");
    return;
  }
  document.paragraph((in.empty() ? std::string("Nothing is in for certain") : "In: " + items_in_words(profile, in)) +
                     ". " + headline(consensus) + ".");
  document.table(result_table(consensus, names));
  std::vector<std::string> tables;
  for (const Ballot& ballot : profile.ballots) tables.push_back(ballot.table);
  std::vector<ItemIndex> unlisted;
  for (ItemIndex item = 0; item < profile.items.size(); ++item)
    if (consensus.mentions[item] == 0) unlisted.push_back(item);
  std::string legend = fmt::format("Places: what {} gave, in this order; - is not listed.", tables_in_words(tables));
  if (!unlisted.empty()) legend += fmt::format(" Listed by no table: {}.", items_in_words(profile, unlisted));
  document.paragraph(legend);
}

void say_tie(Document& document, const Consensus& consensus) {
  const std::vector<std::string> sentences = tie_sentences(consensus);
  if (sentences.empty()) return;
  document.heading(1, "The tie at the cut");
  document.items(sentences);
}

void say_live(Document& document, const Consensus& consensus) {
  const std::vector<std::string> sentences = live_sentences(consensus);
  if (sentences.empty() || consensus.method != model::ConsensusMethod::points) return;
  document.heading(1, "While tables are still out");
  document.items(sentences);
}

void say_why(Document& document, const Consensus& consensus) {
  const Profile& profile = consensus.profile;
  document.heading(1, "Why");
  std::vector<std::string> lines;
  for (const ItemIndex item : by_points(consensus, consensus.chosen.in()))
    lines.push_back(fmt::format("{}, {}", profile.items[item], why_in(consensus, item)));
  for (const ItemIndex item : next_out(consensus))
    lines.push_back(fmt::format("{} {}", profile.items[item], why_missed(consensus, item)));
  document.items(lines);
}

void say_how_sure(Document& document, const Consensus& consensus) {
  document.heading(1, "How sure is this");
  std::vector<std::string> lines;
  if (const std::string margin = margin_sentence(consensus); !margin.empty()) lines.push_back(margin);
  std::size_t changed = 0;
  for (const WithoutTable& run : consensus.without_table)
    if (const std::string sentence = without_table_sentence(consensus, run); !sentence.empty()) {
      lines.push_back(sentence);
      ++changed;
    }
  if (changed == 0 && !consensus.without_table.empty()) lines.push_back("Leaving out any one table changes nothing.");
  if (const std::string people = people_sentence(consensus); !people.empty()) lines.push_back(people);
  if (const std::string cycle = cycle_sentence(consensus); !cycle.empty()) lines.push_back(cycle);
  document.items(lines);
  if (const auto table = contested_table(consensus); !table.rows.empty()) document.table(table);
  if (!consensus.bootstrap.empty())
    document.paragraph(
        fmt::format("Resamples: how often the item is in when {} tables are drawn from these again, {} "
                    "times (seed {}). A share, not a confidence interval.",
                    consensus.profile.ballots.size(), report::number(static_cast<double>(consensus.options.resamples)),
                    consensus.options.seed));
}

void say_minority(Document& document, const Consensus& consensus, const ItemNames& names) {
  const std::vector<std::string> sentences = minority_sentences(consensus, names);
  if (sentences.empty()) return;
  document.heading(1, "Minority report");
  document.items(sentences);
}

void say_other_methods(Document& document, const Consensus& consensus, bool all) {
  document.heading(1, "Other ways of counting");
  document.items(method_sentences(consensus));
  document.paragraph(kemeny_sentence(consensus));
  if (!all) return;
  document.table(ranks_table(consensus));
  document.items(method_details(consensus));
}

void say_agreement(Document& document, const Consensus& consensus, bool all) {
  std::vector<std::string> sentences = agreement_sentences(consensus);
  if (sentences.empty()) return;
  if (!all && sentences.size() > 2) sentences.resize(2);
  document.heading(1, "How much the tables agree");
  for (const std::string& sentence : sentences) document.paragraph(sentence);
}

}  // namespace

Heading heading_of(const model::Project& project) {
  return {project.project.name, project.project.classification.value_or("")};
}

report::Document describe_consensus(const Consensus& consensus, const ItemNames& names, const Heading& heading,
                                    const std::optional<model::AgreedPriorities>& agreed,
                                    const DescribeOptions& options) {
  Document document;
  document.title = "Priorities: what the tables' lists come to";
  document.subtitle = heading.project;
  document.classification = heading.classification;
  if (agreed) say_agreed(document, consensus, names, *agreed);
  if (agreed) document.heading(1, "What was counted");
  say_result(document, consensus, names);
  if (consensus.profile.ballots.empty()) return document;
  say_tie(document, consensus);
  say_live(document, consensus);
  say_why(document, consensus);
  say_how_sure(document, consensus);
  say_minority(document, consensus, names);
  say_other_methods(document, consensus, options.all_methods);
  say_agreement(document, consensus, options.all_methods);
  return document;
}

}  // namespace thrive::priorities

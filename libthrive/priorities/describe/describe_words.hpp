// SPDX-License-Identifier: MIT
//
// Facts of a consensus as sentences to read out in the room.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/item_names.hpp"

namespace thrive::priorities {

/// "first", "second", ... "tenth", "11th".
std::string ordinal(std::size_t number);
/// "one", "two", ... "ten", "11".
std::string number_word(std::size_t number);
/// Points without needless decimals: 13, 4.5, 3.33.
std::string figure(double value);
/// "1 point", "4.5 points".
std::string points_in_words(double points);
/// A weight counted in parts of the profile's weights.
std::string weight_figure(const Profile& profile, std::int64_t parts);
/// "table A", "tables A, B and C".
std::string tables_in_words(const std::vector<std::string>& tables);
/// Ids of items, "S1, S2 and S3".
std::string items_in_words(const Profile& profile, const std::vector<ItemIndex>& items);
/// "S1 (13)" and so on, best first, by points.
std::vector<ItemIndex> by_points(const Consensus& consensus, std::vector<ItemIndex> items);

/// How the lists were added up, to be said to the room.
std::string rule_sentence(const Consensus& consensus);
/// Who returned a list, who did not, who is awaited.
std::string returns_sentence(const Profile& profile);
/// "3 firm, 4 contesting the last 2 places".
std::string headline(const Consensus& consensus);
/// "first at tables A and B; fifth at table C; in 3 of 4 lists".
std::string places_sentence(const Profile& profile, ItemIndex item);
/// "beats every other item head to head except S2 (1 to 1, 1 neither)".
std::string head_to_head_sentence(const Consensus& consensus, ItemIndex item);
/// Why an item is in.
std::string why_in(const Consensus& consensus, ItemIndex item);
/// Why the first one out is out; empty when the gap does not exist.
std::string why_missed(const Consensus& consensus, ItemIndex item);
/// The tie at the cut, rule by rule, each with its figures; none when there was no tie.
std::vector<std::string> tie_sentences(const Consensus& consensus);
/// A cycle among the contested items in words; empty when there is none.
std::string cycle_sentence(const Consensus& consensus);
/// What changes without one table: "without table A, P5 replaces S1"; empty when nothing does.
std::string without_table_sentence(const Consensus& consensus, const WithoutTable& run);
/// What changes when tables count by their people; empty when that is not known or the same for all.
std::string people_sentence(const Consensus& consensus);
/// How close it was.
std::string margin_sentence(const Consensus& consensus);
/// How much the tables agree, with what chance alone would give.
std::vector<std::string> agreement_sentences(const Consensus& consensus);
/// What the exact Kemeny search found, or where it stopped.
std::string kemeny_sentence(const Consensus& consensus);
/// What is settled while tables are still out; none when nobody is awaited.
std::vector<std::string> live_sentences(const Consensus& consensus);

}  // namespace thrive::priorities

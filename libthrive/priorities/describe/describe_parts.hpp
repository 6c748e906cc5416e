// SPDX-License-Identifier: MIT
//
// Parts of the report on a consensus that are long enough to stand alone.
#pragma once

#include <string>
#include <vector>

#include "libthrive/priorities/consensus.hpp"
#include "libthrive/priorities/describe/describe_words.hpp"
#include "libthrive/report/document.hpp"

namespace thrive::priorities {

/// "1", "2=", "2=", "4": by item, from groups, best first.
std::vector<std::string> ranks_of(const std::vector<Group>& order, std::size_t items);
/// The id, and the title when it is known.
std::string with_title(const Profile& profile, const ItemNames& names, ItemIndex item);
/// Listed items just below the cut: those tied at the cut and not in, else the best of the others.
std::vector<ItemIndex> next_out(const Consensus& consensus);

/// Contested items with what each reading says of them.
report::Table contested_table(const Consensus& consensus);
/// One sentence a method: agrees, or what differs.
std::vector<std::string> method_sentences(const Consensus& consensus);
/// Ranks of the listed items under every method.
report::Table ranks_table(const Consensus& consensus);
/// Winners, cycles and skipped pairs of the head-to-head methods.
std::vector<std::string> method_details(const Consensus& consensus);
/// What the result leaves out, a sentence each.
std::vector<std::string> minority_sentences(const Consensus& consensus, const ItemNames& names);
/// Who agreed and when, and whether it is what was counted.
std::string who_agreed(const Consensus& consensus, const model::AgreedPriorities& agreed);
/// Why items came in or were left out against the count, further reasons, and dissent: a sentence each.
std::vector<std::string> reason_sentences(const Consensus& consensus, const model::AgreedPriorities& agreed);
/// The room's list beside the computed one, with reasons, dissent, who and when.
void say_agreed(report::Document& document, const Consensus& consensus, const ItemNames& names,
                const model::AgreedPriorities& agreed);

}  // namespace thrive::priorities

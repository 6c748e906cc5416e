// SPDX-License-Identifier: MIT
//
// How many people a box and a line of a picture tell of: always those of the whole pathway.
#pragma once

#include <string>
#include <string_view>

#include "libthrive/pathway/picture/picture_part.hpp"

namespace thrive::pathway {

/// People a year who come to a service: "1,420 a year", "3,400 visits a year". Of a place where journeys start those
/// who set out, and beside them those who come or are sent back there: "1,000 set out, 100 back a year".
std::string people_at(const PicturePart& part, std::string_view service, bool is_start,
                      const text::SmallNumbers& small);

/// Fills what a line tells of the number of its flow.
void count_people(PictureFlow& line, const model::Flow& flow, const text::SmallNumbers& small);

/// The number of a line with what it counts: "1,420 people", "fewer than 5 people", "3,400 visits", "people not
/// recorded"; `people` is the word for them, or empty.
std::string number_in_words(const PictureFlow& line, std::string_view people);

}  // namespace thrive::pathway

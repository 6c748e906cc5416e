// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/journeys/referrals.hpp"

namespace thrive::journeys {

/// Joins the referrals of one person that are open together, or of which the next was received at most `spell_days`
/// after the last was closed. A spell is received when its first referral was; its contacts are the earliest two of
/// all, its other days the earliest; it is closed when all are, on the latest day and for that row's reason; a value is
/// the first that is known. Referrals without a known person stay by themselves.
Referrals joined_into_spells(Referrals&& referrals, int spell_days);

}  // namespace thrive::journeys

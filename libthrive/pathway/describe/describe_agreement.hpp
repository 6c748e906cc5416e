// SPDX-License-Identifier: MIT
#pragma once

#include "libthrive/pathway/agreement.hpp"
#include "libthrive/report/document.hpp"
#include "libthrive/text/value.hpp"

namespace thrive::pathway {

/// The agenda for bringing the tables' maps together: what is disputed first, with who drew it and who did not.
report::Document describe_agreement(const model::Project& project, const Agreement& agreement);
/// A row a flow: from, to, tables, number, status, differences.
report::Table agreement_table(const model::Project& project, const Agreement& agreement);
/// The JSON of `pathway-map agree`.
text::Value agreement_contract(const Agreement& agreement);

}  // namespace thrive::pathway

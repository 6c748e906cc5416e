// SPDX-License-Identifier: MIT
//
// A theory in words, as a table, and for other programs.
#pragma once

#include "libthrive/improvement/describe/contract.hpp"
#include "libthrive/improvement/describe/describe_list.hpp"
#include "libthrive/improvement/describe/describe_sheet.hpp"
#include "libthrive/improvement/describe/describe_words.hpp"
#include "libthrive/improvement/describe/outline.hpp"

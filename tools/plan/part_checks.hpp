// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "libthrive/cli/tool.hpp"
#include "tools/plan/opened.hpp"

// What plan people, plan messages and plan risks share.

/// What a command of a part checks.
enum class Part { people, messages, risks };

/// Answers `plan PART list` and its likes with what `make` gives, and `plan PART check` with the findings of that part.
thrive::cli::Exit answer_part(
    thrive::cli::Session& session, const std::string& what, const std::string& name, Part part,
    const std::function<thrive::cli::Result(const std::shared_ptr<const OpenedPlan>& opened)>& make);

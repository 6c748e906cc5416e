// SPDX-License-Identifier: MIT
//
// The check of an edited document, given results that no right edit would make. Each pair of texts is a slip that the
// editor could make one day; the check has to see every one of them.
#include "libthrive/yaml/verify.hpp"

#include <doctest/doctest.h>

#include "libthrive/yaml/edit.hpp"
#include "libthrive/yaml/manner.hpp"

using namespace thrive;
using namespace thrive::yaml;
using Action = Edit::Action;

namespace {

Document read(const std::string& bytes) {
  text::Diagnostics problems;
  auto document = parse(text::Source("t.yaml", bytes), problems);
  REQUIRE(document);
  return *document;
}

bool accepted(const std::string& before, const std::string& after, const Edit& edit) {
  return is_edited(read(before), read(after), edit);
}

std::string edited(const std::string& before, const Edit& edit) {
  Refusal refusal;
  const auto result = apply(read(before), {edit}, refusal);
  REQUIRE(result);
  return result->bytes;
}

bool is_clean(const std::string& bytes) {
  text::Diagnostics problems;
  return parse(text::Source("t.yaml", bytes), problems).has_value() && !problems.has_errors();
}

}  // namespace

TEST_CASE("yaml: the check of an edit refuses a neighbour that lost or gained something") {
  const Edit set_b{Action::set, {"b"}, {}, 2};
  CHECK(accepted("a: [1, 2]\nb: 1\n", "a: [1, 2]\nb: 2\n", set_b));
  CHECK_FALSE(accepted("a: [1, 2]\nb: 1\n", "a: [1]\nb: 2\n", set_b));
  CHECK_FALSE(accepted("a: [1]\nb: 1\n", "a: [1, 2]\nb: 2\n", set_b));
  CHECK_FALSE(accepted("a: 1\nb: 1\n", "a: '1'\nb: 2\n", set_b));                  // other quotes
  CHECK_FALSE(accepted("a: 1\nb: 1\n", "c: 1\nb: 2\n", set_b));                    // another key
  CHECK_FALSE(accepted("a: 1\nb: 1\n", "a: 1\nb: 2\nc: 3\n", set_b));              // one more entry
  CHECK_FALSE(accepted("b: 1\nc: 3\n", "b: 2\n", set_b));                          // one less
  CHECK_FALSE(accepted("a: \"x\\ty\"\nb: 1\n", "a: \"x\\x09y\"\nb: 2\n", set_b));  // the same text, written otherwise
  CHECK_FALSE(accepted("a: [1]\nb: 1\n", "a:\n  - 1\nb: 2\n", set_b));             // brackets gone
  CHECK_FALSE(accepted("b: 1\n", "b: '2'\n", set_b));                              // text where a number was meant
}

TEST_CASE("yaml: the check of an edit refuses an item, an entry or a removal that is not the one that was meant") {
  const Edit first{Action::set, {"a", "0"}, {}, 5};
  CHECK(accepted("a: [1, 2]\n", "a: [5, 2]\n", first));
  CHECK_FALSE(accepted("a: [1, 2]\n", "a: [5, 2, 3]\n", first));
  CHECK_FALSE(accepted("a: [1, 2]\n", "a: [5]\n", first));
  const Edit append{Action::append, {"a"}, {}, 3};
  CHECK(accepted("a: [1]\n", "a: [1, 3]\n", append));
  CHECK_FALSE(accepted("a: [1]\n", "a: [1, 4]\n", append));
  CHECK_FALSE(accepted("a: [1]\n", "a: [1, 3, 3]\n", append));
  const Edit insert{Action::insert, {}, "c", 3};
  CHECK(accepted("a: 1\n", "a: 1\nc: 3\n", insert));
  CHECK_FALSE(accepted("a: 1\n", "a: 1\nd: 3\n", insert));
  CHECK_FALSE(accepted("a: 1\n", "a: 1\nc: 3\nd: 4\n", insert));
  const Edit remove{Action::remove, {"b"}};
  CHECK(accepted("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n", remove));
  CHECK_FALSE(accepted("a: 1\nb: 2\nc: 3\n", "a: 1\nb: 2\n", remove));
  CHECK_FALSE(accepted("a: 1\nb: 2\nc: 3\n", "a: 1\n", remove));
  CHECK_FALSE(accepted("a: 1\nb: 2\nc: 3\n", "a: 1\nc: 4\n", remove));
}

TEST_CASE("yaml: a value says what was meant only with every entry and every item of it") {
  const Document document = read("a: 1\nb: [1, 2]\n");
  const auto map = [](text::Value list) { return text::Value::map().set("a", 1).set("b", std::move(list)); };
  CHECK(says(document, document.root(), map(text::Value::List{1, 2})));
  CHECK_FALSE(says(document, document.root(), map(text::Value::List{1})));
  CHECK_FALSE(says(document, document.root(), map(text::Value::List{1, 3})));
  CHECK_FALSE(says(document, document.root(), text::Value::map().set("a", 1)));
  CHECK_FALSE(says(document, document.root(), text::Value::map().set("a", 1).set("c", text::Value::List{1, 2})));
}

TEST_CASE("yaml: what is said about the next entry stays with it") {
  CHECK(edited("a: 1\n# about b\nb: 2\n", {Action::remove, {"a"}}) == "# about b\nb: 2\n");
  CHECK(edited("a: 1\n  # about a\nb: 2\n", {Action::remove, {"a"}}) == "b: 2\n");
  // A comment above that is not in the entry's column belongs to what stands before it.
  CHECK(edited("a: 1\n    # about a\nb: 2\nc: 3\n", {Action::remove, {"b"}}) == "a: 1\n    # about a\nc: 3\n");
  CHECK(edited("a: 1\n# about b\nb: 2\nc: 3\n", {Action::remove, {"b"}}) == "a: 1\nc: 3\n");
  // No line break at the end, before or after, and no half of a Windows one.
  CHECK(edited("a: 1\r\nb: 2", {Action::remove, {"b"}}) == "a: 1");
  // Equal items: the first of them is the one that stays, with its comment.
  CHECK(edited("l:\n  - x  # one\n  - x  # two\n", {Action::set, {"l"}, {}, text::Value::List{"x"}}) ==
        "l:\n  - x  # one\n");
}

TEST_CASE("yaml: the habits of a file are counted") {
  const Manner manner = learn_manner(read("a:\n    b:\n    -   c: 1\n        d: 2\ne:\n    f: \"x\"\n    g: \"y\"\n"));
  CHECK(manner.step == 4);
  CHECK(manner.list_offset == 0);
  CHECK(manner.dash_gap == 4);
  CHECK(manner.quote == '"');
  CHECK_FALSE(manner.quotes_dates);
  CHECK(learn_manner(read("a: '2024-01-02'\nb: '2024-01-03'\nc: 2024-01-04\n")).quotes_dates);
  CHECK_FALSE(learn_manner(read("a: '2024-01-02'\nb: 2024-01-03\n")).quotes_dates);
}

TEST_CASE("yaml: control characters are refused to the last of them") {
  CHECK_FALSE(is_clean("a: x\xC2\x80y\n"));  // U+0080, the first of the second set
  CHECK_FALSE(is_clean("a: x\xC2\x9Fy\n"));  // U+009F, the last
  CHECK(is_clean("a: x\xC2\xA0y\n"));        // U+00A0, a no-break space
  CHECK_FALSE(is_clean("a: x\x7Fy\n"));
}

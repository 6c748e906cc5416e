// SPDX-License-Identifier: MIT
// The only file that knows yaml-cpp.
#include "libthrive/yaml/events.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <istream>
#include <streambuf>
#include <utility>

namespace thrive::yaml {

namespace {

/// Thrown through yaml-cpp to stop it.
struct Refused {};

/// The bytes of a source as a stream, without a copy.
class BytesBuffer : public std::streambuf {
 public:
  explicit BytesBuffer(const std::string& bytes) {
    char* const begin = const_cast<char*>(bytes.data());  // a get area is never written to
    setg(begin, begin, begin + bytes.size());
  }
};

class Teller : public YAML::EventHandler {
 public:
  Teller(const text::Source& source, const Limits& limits, EventError& error, const std::function<bool(Event&&)>& take)
      : limits_(limits), error_(error), take_(take), skipped_(source.has_byte_order_mark() ? 3 : 0) {}

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ > 0) refuse(mark, "second-document", "event");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    check(mark, anchor, "");
    tell({Event::Type::null, false, false, offset(mark)});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "alias", "event"); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    check(mark, anchor, tag);
    tell({Event::Type::scalar, false, tag == "!", offset(mark), value});
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    start(Event::Type::sequence, mark, tag, anchor, style);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    start(Event::Type::mapping, mark, tag, anchor, style);
  }
  void OnMapEnd() override { end(); }

 private:
  void start(Event::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
             YAML::EmitterStyle::value style) {
    check(mark, anchor, tag);
    if (++depth_ > limits_.depth) refuse(mark, "too-deep", "event");
    tell({type, style == YAML::EmitterStyle::Flow, false, offset(mark)});
  }

  void end() {
    --depth_;
    tell({});
  }

  void tell(Event&& event) {
    ++told_;
    if (!take_(std::move(event))) throw Refused{};
  }

  void check(const YAML::Mark& mark, YAML::anchor_t anchor, const std::string& tag) {
    if (anchor != 0) refuse(mark, "anchor", "event");
    if (!tag.empty() && tag != "!" && tag != "?") refuse(mark, "tag", "event");
    if (told_ > 2 * std::size_t{limits_.nodes}) refuse(mark, "too-many-entries", "event");
  }

  [[noreturn]] void refuse(const YAML::Mark& mark, const char* code, const char* wording) {
    error_ = {offset(mark), code, {{"case", wording}}};
    throw Refused{};
  }

  std::uint32_t offset(const YAML::Mark& mark) const {
    return static_cast<std::uint32_t>(mark.pos < 0 ? 0 : mark.pos) + skipped_;
  }

  const Limits& limits_;
  EventError& error_;
  const std::function<bool(Event&&)>& take_;
  std::size_t told_ = 0;
  std::uint32_t skipped_;  // yaml-cpp counts from behind the byte order mark
  int documents_ = 0;
  int depth_ = 0;
};

}  // namespace

bool read_events(const text::Source& source, const Limits& limits, EventError& error,
                 const std::function<bool(Event&&)>& take) {
  Teller teller(source, limits, error, take);
  BytesBuffer buffer(source.bytes());
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    // A second call says whether anything follows; the teller refuses a second document, which also ends the endless
    // loop of 0.7.0.
    if (parser.HandleNextDocument(teller)) parser.HandleNextDocument(teller);
  } catch (const Refused&) {
    return false;
  } catch (const YAML::Exception& exception) {
    error.offset = static_cast<std::uint32_t>(exception.mark.pos < 0 ? 0 : exception.mark.pos);
    error.code = "yaml-syntax";
    error.facts = {{"case", "yaml-cpp"}, {"reason", exception.msg}};
    return false;
  }
  return true;
}

std::optional<std::vector<Event>> read_events(const text::Source& source, const Limits& limits, EventError& error) {
  std::vector<Event> events;
  events.reserve(source.bytes().size() / 8 + 16);
  const bool is_read = read_events(source, limits, error, [&events](Event&& event) {
    events.push_back(std::move(event));
    return true;
  });
  if (!is_read) return std::nullopt;
  return events;
}

}  // namespace thrive::yaml

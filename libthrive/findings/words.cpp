// SPDX-License-Identifier: MIT
#include "libthrive/findings/words.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "libthrive/data/data_files.hpp"
#include "libthrive/data/embedded.hpp"
#include "libthrive/findings/read_words.hpp"
#include "libthrive/findings/say.hpp"

namespace thrive::findings {

namespace {

constexpr std::string_view folder = "checks/";

std::string area_of_file(std::string_view file) {
  return std::string(file.substr(folder.size(), file.rfind('.') - folder.size()));
}

std::vector<std::string> area_files() {
  std::vector<std::string> files;
  for (const std::string_view name : data::names())
    if (name.starts_with(folder)) files.emplace_back(name);
  return files;
}

/// The built-in file that has the code; found by its bytes, so that the others need not be read.
std::optional<std::string> file_with(std::string_view code) {
  const std::string key = "\n" + std::string(code) + ":\n";
  for (std::string& file : area_files())
    if (data::file(file).find(key) != std::string_view::npos) return std::move(file);
  return std::nullopt;
}

/// A site's own file in the place of a built-in one. An installed copy that nobody changed is none.
std::optional<text::Source> own_words(const std::string& file) {
  auto replaced = data::replaced_data_file(file);
  if (replaced && replaced->bytes() == data::file(file)) replaced.reset();
  return replaced;
}

/// The words read so far. Entries stay where they are once they have been read.
class Store {
 public:
  const Words* find(std::string_view code) {
    const std::lock_guard lock(mutex_);
    if (const auto known = by_code_.find(code); known != by_code_.end()) return known->second.get();
    const std::optional<std::string> file = file_with(code);
    if (!file || read_.contains(*file)) return nullptr;
    read_area(*file);
    const auto known = by_code_.find(code);
    return known == by_code_.end() ? nullptr : known->second.get();
  }

  const std::vector<const Words*>& all() {
    const std::lock_guard lock(mutex_);
    if (!all_.empty()) return all_;
    for (const std::string& file : area_files()) {
      if (!read_.contains(file)) read_area(file);
      all_.insert(all_.end(), in_order_[file].begin(), in_order_[file].end());
    }
    return all_;
  }

  void read_replaced() {
    const std::lock_guard lock(mutex_);
    for (const std::string& file : area_files())
      if (!read_.contains(file) && own_words(file)) read_area(file);
  }

  text::Diagnostics problems() {
    text::Diagnostics said;
    std::vector<Finding> refused;
    {
      const std::lock_guard lock(mutex_);
      said = unreadable_;
      refused = refused_;
    }
    for (const Finding& finding : refused) say(said, finding);
    return said;
  }

 private:
  void read_area(const std::string& file) {
    read_.insert(file);
    text::Diagnostics none;  // a built-in file has no mistakes: the tests read them all
    std::vector<Finding> sound;
    const std::string area = area_of_file(file);
    std::vector<Words> area_words =
        read_words(text::Source("built-in " + file, std::string(data::file(file))), area, none, sound);
    if (auto own = own_words(file)) replace_words(std::move(*own), area_words, unreadable_, refused_);
    for (Words& entry : area_words) {
      auto kept = std::make_unique<const Words>(std::move(entry));
      in_order_[file].push_back(kept.get());
      by_code_.emplace(kept->code, std::move(kept));
    }
  }

  std::mutex mutex_;
  std::map<std::string, std::unique_ptr<const Words>, std::less<>> by_code_;
  std::map<std::string, std::vector<const Words*>, std::less<>> in_order_;
  std::set<std::string, std::less<>> read_;
  std::vector<const Words*> all_;
  text::Diagnostics unreadable_;
  std::vector<Finding> refused_;
};

Store& store() {
  static Store words;
  return words;
}

}  // namespace

text::Severity severity_of(const Words& about, const Facts& facts) {
  for (const auto& [name, fact] : facts)
    if (name == "case" && fact.as_text() != nullptr)
      for (const auto& [word, severity] : about.severity_of_case)
        if (word == *fact.as_text()) return severity;
  return about.severity;
}

std::string severity_in_words(const Words& about) {
  std::string words(text::name(about.severity));
  for (const auto& [word, severity] : about.severity_of_case)
    if (words.find(text::name(severity)) == std::string::npos) words += " or " + std::string(text::name(severity));
  return words;
}

const Words* words(std::string_view code) { return store().find(code); }

const std::vector<const Words*>& all_words() { return store().all(); }

void read_replaced_words() { store().read_replaced(); }

text::Diagnostics word_problems() { return store().problems(); }

}  // namespace thrive::findings

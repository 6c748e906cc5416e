// SPDX-License-Identifier: MIT
#include <map>
#include <memory>
#include <mutex>

#include "libthrive/data/data_files.hpp"
#include "libthrive/project/reading/content.hpp"
#include "libthrive/project/reading/vocabulary_file.hpp"

namespace thrive::project {

namespace {

constexpr std::string_view instruments_folder = "instruments/";

std::unique_ptr<const model::Instrument> read_built_in(std::string_view name) {
  const text::Source source = data::data_file(std::string(instruments_folder) + std::string(name) + ".yaml");
  if (source.bytes().empty()) return nullptr;
  text::Diagnostics problems;  // a test reads every built-in instrument; a broken replacement counts as not there
  const auto document = yaml::parse(source, problems);
  if (!document) return nullptr;
  auto instrument = read_instrument(*document, built_in_vocabulary(), problems);
  return instrument ? std::make_unique<const model::Instrument>(std::move(*instrument)) : nullptr;
}

}  // namespace

const model::Instrument* built_in_instrument(std::string_view name) {
  static std::mutex guard;
  static std::map<std::string, std::unique_ptr<const model::Instrument>, std::less<>> known;
  const std::lock_guard<std::mutex> hold(guard);
  const auto found = known.find(name);
  if (found != known.end()) return found->second.get();
  return known.emplace(std::string(name), read_built_in(name)).first->second.get();
}

std::vector<std::string> built_in_instrument_names() { return data::data_words(instruments_folder); }

}  // namespace thrive::project

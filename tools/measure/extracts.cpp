// SPDX-License-Identifier: MIT
#include "tools/measure/extracts.hpp"

#include "libthrive/findings/say.hpp"
#include "libthrive/journeys/entry/faults.hpp"
#include "libthrive/project/rules/rules.hpp"
#include "libthrive/text/names.hpp"

using namespace thrive;

std::optional<ChosenExtract> chosen_extract(const project::Opened& project, const std::string& id,
                                            cli::Session& session) {
  const auto& extracts = project.model().extracts;
  const text::Place place = project.place({"extracts"});
  if (extracts.empty()) {
    findings::say(session.problems(), {"unknown-extract", place, {{"case", "none"}}});
    return std::nullopt;
  }
  if (id.empty()) {
    if (extracts.size() == 1) return ChosenExtract{extracts[0].id, extracts[0].value};
    findings::say(session.problems(),
                  {"unknown-extract", place, {{"case", "several"}, {"known", text::Value::list_of(extracts.ids())}}});
    return std::nullopt;
  }
  if (const model::Extract* extract = extracts.find(id)) return ChosenExtract{id, *extract};
  findings::say(session.problems(), {"unknown-extract",
                                     place,
                                     {{"case", "unknown"},
                                      {"extract", id},
                                      {"near", text::nearest_name(id, extracts.ids())},
                                      {"known", text::Value::list_of(extracts.ids())}}});
  return std::nullopt;
}

bool stays_outside(const project::Opened& project, const std::string& file, cli::Session& session) {
  if (file == "-" || project.path() == "-" || project::is_outside(project.folder(), file)) return true;
  findings::say(session.problems(), {"extract-in-project", text::whole_file(file)});
  return false;
}

journeys::SuppressionRule usual_rule(const project::Opened& project, const model::Extract& definition) {
  if (definition.suppress) return journeys::rule_of(*definition.suppress);
  constexpr int usual = 5;
  const bool is_stricter = model::small_numbers(project.model().project).under > usual;
  return is_stricter ? journeys::SuppressionRule::lt10 : journeys::SuppressionRule::mhsds;
}

journeys::ExtractQuestion question_of(const model::Extract& definition, text::Date cut_off) {
  journeys::ExtractQuestion question;
  question.columns = definition.columns;
  question.scope = definition.scope;
  question.start = definition.start;
  question.cut_off = cut_off;
  question.has_spells = definition.spell_days.has_value();
  for (const std::string& title : definition.split_by) {
    const auto* shown_as = definition.values.find(title);
    question.watched.push_back({title, shown_as == nullptr ? model::Keyed<std::string>() : *shown_as, {}});
  }
  return question;
}

std::optional<GatedExtract> read_gated(const std::string& file, const journeys::ExtractQuestion& question,
                                       const model::Extract& definition, cli::Session& session) {
  const auto input = session.table(file);
  if (!input) return std::nullopt;
  auto read = journeys::read_extract(*input, question, session.problems());
  if (!read) return std::nullopt;
  constexpr int days_until_stale = 14;
  if (read->newest && text::days_between(*read->newest, question.cut_off) > days_until_stale)
    findings::say(session.problems(), {"stale-extract",
                                       text::whole_file(input->name),
                                       {{"days", text::days_between(*read->newest, question.cut_off)},
                                        {"as-of", text::format_date(question.cut_off)}}});
  GatedExtract gated;
  if (question.keeps_keys) gated.referrals = read->referrals;
  gated.quality = std::move(read->quality);
  journeys::Gated passed = journeys::pass_gate(
      std::move(read->referrals), {definition.start, definition.stop, definition.spell_days}, gated.quality);
  journeys::say_faults(input->name, passed.faults, session.problems());
  gated.episodes = std::move(passed.episodes);
  return gated;
}

cli::Exit judged(const journeys::Quality& quality, double max_faults, const std::string& file, cli::Session& session) {
  const auto in_scope = static_cast<double>(quality.in_scope()), faulty = static_cast<double>(quality.faulty());
  if (in_scope == 0 || 100 * faulty <= max_faults * in_scope) return cli::Exit::ok;
  findings::say(session.problems(), {"too-many-faults",
                                     text::whole_file(file == "-" ? "<stdin>" : file),
                                     {{"percent", 100 * faulty / in_scope}, {"most", max_faults}}});
  return cli::Exit::findings;
}

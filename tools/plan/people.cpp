// SPDX-License-Identifier: MIT
//
// plan people: who has an interest.
#include <memory>

#include "libthrive/planning/describe/describe_people.hpp"
#include "libthrive/planning/draw/draw_people.hpp"
#include "tools/plan/commands.hpp"
#include "tools/plan/part_checks.hpp"
#include "tools/plan/recorded.hpp"

using namespace thrive;
using cli::Exit;
using cli::Format;

namespace {

struct PeopleOptions {
  std::string what, id, name, kind, level, owner, meeting, engage;
  std::optional<int> power, interest, stance, needed;
  std::optional<text::Date> asked, until;
  bool replaces = false, without_stance = false;
};

TypedEntry typed(const PeopleOptions& options) {
  TypedEntry entry("stakeholders", options.id);
  entry.say("name", options.name);
  entry.say("kind", options.kind);
  entry.say("level", options.level);
  entry.say("power", options.power);
  entry.say("interest", options.interest);
  entry.say("stance", options.stance);
  entry.say("needed", options.needed);
  entry.say("asked", options.asked);
  entry.say("owner", options.owner);
  entry.say("meeting", options.meeting);
  entry.say("engage", options.engage);
  entry.say("until", options.until);
  return entry;
}

cli::Result people_result(const std::shared_ptr<const OpenedPlan>& opened, const PeopleOptions& options) {
  const auto stance = options.without_stance ? planning::Stance::left_out : planning::Stance::told;
  const int weeks = opened->thresholds.reached_weeks;
  cli::Result result;
  if (options.what == "sheet") {
    result.document = [=] { return planning::people_sheet(opened->reported()); };
  } else if (options.what == "draw") {
    result.svg = [=] { return planning::draw_people(opened->project.model(), stance); };
    result.document = [=] { return planning::people_picture(opened->project.model(), stance); };
  } else {
    result.document = [=] { return planning::describe_people(opened->reported(), stance, weeks); };
  }
  result.table = [=] { return planning::table_of_people(opened->reported(), stance, weeks); };
  result.json = [=] { return planning::people_contract(opened->reported(), stance, weeks); };
  return result;
}

}  // namespace

void declare_people(cli::Command& command) {
  const auto options = std::make_shared<PeopleOptions>();
  command.word("WHAT", {"list", "draw", "check", "record", "sheet"}, options->what, "what to do")
      .option("--id", "ID", options->id, "record: the id")
      .option("--name", "TEXT", options->name, "record: the role or the group; never a name")
      .term("--kind", "stakeholder-kinds", options->kind, "record: what kind of stakeholder")
      .term("--level", "levels", options->level, "record: the level of the system")
      .option("--power", "N", options->power, "record: how much they can do, 1 to 5")
      .option("--interest", "N", options->interest, "record: how much it matters to them, 1 to 5")
      .option("--stance", "N", options->stance, "record: how they stand, -2 to 2")
      .option("--needed", "N", options->needed, "record: how they need to stand, -2 to 2")
      .option("--asked", "DATE", options->asked, "record: when their stance was last talked about")
      .option("--owner", "ROLE", options->owner, "record: who keeps in touch")
      .option("--meeting", "ID", options->meeting, "record: the meeting where they are met")
      .option("--engage", "TEXT", options->engage, "record: how they are brought in")
      .option("--until", "DATE", options->until, "record: the last day of the role")
      .flag("--replace", options->replaces, "record: change what differs of one that is there")
      .flag("--without-stance", options->without_stance, "list and draw without how people stand, to show to others")
      .writes({Format::text, Format::markdown, Format::html, Format::csv, Format::json, Format::svg})
      .records()
      .judges()
      .dated()
      .example("plan people list --without-stance --as-of 2025-02-17", "by quarter, for people outside the team")
      .example("plan people draw --without-stance -o people.svg", "power and interest as a picture")
      .example(
          "plan people record --id heads --name 'Chair of the heads forum' --kind education --power 4 --interest 4 -n",
          "a new entry; what would change")
      .run([options](cli::Session& session) {
        if (options->what == "record") {
          session.only_with("people record",
                            {"id", "name", "kind", "level", "power", "interest", "stance", "needed", "asked", "owner",
                             "meeting", "engage", "until", "replace", "dry-run", "lock-wait", "break-lock"});
          return record_typed(session, options->id, typed(*options), options->replaces);
        }
        session.only_with("people " + options->what,
                          options->what == "list" || options->what == "draw"
                              ? std::vector<std::string_view>{"without-stance", "format", "output", "part", "as-of"}
                          : options->what == "check"
                              ? std::vector<std::string_view>{"format", "output", "part", "as-of", "fail-on"}
                              : std::vector<std::string_view>{"format", "output", "part"});
        return answer_part(session, options->what, "people", Part::people,
                           [&](const auto& opened) { return people_result(opened, *options); });
      });
}

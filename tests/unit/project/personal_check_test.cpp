// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <string>

#include "libthrive/project/privacy/ignored.hpp"
#include "libthrive/project/privacy/personal_columns.hpp"
#include "libthrive/project/privacy/personal_warnings.hpp"

using namespace thrive;

TEST_CASE("what is allowed is compared without blanks, hyphens and case") {
  project::Allowed allowed;
  CHECK_FALSE(allowed.covers("LS1 4AP"));
  allowed.add("LS1 4AP");
  allowed.add("0800 123 4567");
  CHECK(allowed.covers("ls14ap"));
  CHECK(allowed.covers("0800-123-4567"));
  CHECK_FALSE(allowed.covers("LS1 4AQ"));
  text::Diagnostics problems;
  project::warn_of_personal_data(text::Source("p.yaml", "a: LS1 4AP\nb: LS1 4AQ\n"), allowed, problems);
  REQUIRE(problems.entries().size() == 1);
  CHECK(text::format(problems.entries().front()) ==
        "p.yaml:2:4: warning: this looks like a postcode; take it out; if it is meant, list it under project: allow: "
        "with the reason [postcode]");
}

TEST_CASE("columns about single people are named") {
  text::Diagnostics problems;
  project::warn_of_personal_columns(text::Source("d.csv", "\"NHS Number\",date,Surname,value\n"), problems);
  REQUIRE(problems.entries().size() == 2);
  CHECK(problems.entries()[0].place.from.column == 1);
  CHECK(problems.entries()[1].place.from.column == 19);
}

TEST_CASE("headings are judged by their words, however they are joined") {
  for (const std::string heading : {"DateOfBirth",
                                    "Date of birth",
                                    "date_of_birth",
                                    "D.O.B.",
                                    "DOB",
                                    "BirthDate",
                                    "Post code",
                                    "POSTCODE",
                                    "PostCode",
                                    "home postcode",
                                    "Patient",
                                    "MRN",
                                    "Hospital No",
                                    "Hospital number",
                                    "NHS No.",
                                    "nhsNumber",
                                    "NHSNumber",
                                    "NHS number (10 digits)",
                                    "Client name",
                                    "patient_name",
                                    "Name of patient",
                                    "Home Address",
                                    "Address line 1",
                                    "e-mail",
                                    "Email address",
                                    "carer email",
                                    "Mobile",
                                    "Phone no",
                                    "parent phone",
                                    "Surname",
                                    "FirstName",
                                    "first-name",
                                    "Full name",
                                    "name",
                                    "Child ID",
                                    "RiO number",
                                    "UPN",
                                    "Case no",
                                    "clinician name"})
    CHECK_MESSAGE(project::is_about_one_person(heading), heading);
  for (const std::string heading : {"date",
                                    "value",
                                    "numerator",
                                    "denominator",
                                    "note",
                                    "week",
                                    "patients",
                                    "Number of patients",
                                    "patients seen",
                                    "Service name",
                                    "team_name",
                                    "site",
                                    "school name",
                                    "postcode district",
                                    "Postcode sector",
                                    "births",
                                    "Phone contacts",
                                    "telephone appointments",
                                    "email referrals",
                                    "IP address",
                                    "Referrals",
                                    "no of referrals",
                                    "median days",
                                    "provider name",
                                    "age band",
                                    "ward",
                                    "Sector",
                                    "patient experience"})
    CHECK_MESSAGE(!project::is_about_one_person(heading), heading);
}

TEST_CASE("what git leaves out is known by its patterns") {
  project::Ignored ignored;
  ignored.add("# extracts\n*.xlsx\n/data/*\n!/data/README.md\nbuild/\nnotes/**/draft?.md\n\n[a-c]x\n", "");
  ignored.add("local.csv\n/only-here\n", "sub");
  CHECK(ignored.covers("a.xlsx", false));
  CHECK(ignored.covers("deep/below/a.xlsx", false));
  CHECK(ignored.covers("data/x.csv", false));
  CHECK_FALSE(ignored.covers("other/data/x.csv", false));
  CHECK_FALSE(ignored.covers("data/README.md", false));
  CHECK(ignored.covers("sub/build", true));
  CHECK_FALSE(ignored.covers("sub/build", false));
  CHECK(ignored.covers("notes/draft1.md", false));
  CHECK(ignored.covers("notes/a/b/draft2.md", false));
  CHECK_FALSE(ignored.covers("notes/a/draft12.md", false));
  CHECK(ignored.covers("bx", false));
  CHECK_FALSE(ignored.covers("dx", false));
  CHECK(ignored.covers("sub/local.csv", false));
  CHECK_FALSE(ignored.covers("local.csv", false));
  CHECK(ignored.covers("sub/only-here", false));
  CHECK_FALSE(ignored.covers("sub/deeper/only-here", false));
}

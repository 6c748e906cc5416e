// SPDX-License-Identifier: MIT
#include "libthrive/project/privacy/personal_data.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thrive;
using project::PersonalKind;

namespace {

/// What is found, as `kind:text` with a blank between two.
std::string found(const std::string& text) {
  static const char* const names[] = {"nhs", "email", "phone", "postcode", "birth"};
  std::string all;
  for (const project::PersonalDatum& datum : project::find_personal_data(text)) {
    if (!all.empty()) all += '|';
    all += std::string(names[static_cast<int>(datum.kind)]) + ":" +
           text.substr(datum.span.begin, datum.span.end - datum.span.begin);
  }
  return all;
}

}  // namespace

TEST_CASE("the check digit of NHS numbers is modulus 11") {
  // 943 476 5919 and 401 023 2137 are the published examples of NHS England's data dictionary and its guidance;
  // the first worked by hand: 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299, 299 mod 11 = 2, 11 - 2 = 9.
  CHECK(project::is_nhs_number("9434765919"));
  CHECK(project::is_nhs_number("4010232137"));
  for (char last = '0'; last <= '8'; ++last) CHECK_FALSE(project::is_nhs_number(std::string("943476591") + last));
  CHECK_FALSE(project::is_nhs_number("943476591"));
  CHECK_FALSE(project::is_nhs_number("0000000000"));
  CHECK_FALSE(project::is_nhs_number("4444444444"));
  // Exactly one check digit fits nine digits, or none when it would be ten.
  int without = 0;
  for (int n = 400000000; n < 400001000; ++n) {
    int fitting = 0;
    for (int digit = 0; digit < 10; ++digit)
      fitting += project::is_nhs_number(std::to_string(n) + std::to_string(digit));
    CHECK(fitting <= 1);
    without += fitting == 0;
  }
  CHECK(without > 80);  // one in eleven
  CHECK(without < 101);
}

TEST_CASE("NHS numbers are found however they are spaced") {
  CHECK(found("9434765919") == "nhs:9434765919");
  CHECK(found("see 943 476 5919.") == "nhs:943 476 5919");
  CHECK(found("943-476-5919,x") == "nhs:943-476-5919");
  CHECK(found("943  476  5919") == "nhs:943  476  5919");
  CHECK(found("943 - 476 - 5919") == "nhs:943 - 476 - 5919");
  CHECK(found("943\xC2\xA0"
              "476\xC2\xA0"
              "5919") ==
        "nhs:943\xC2\xA0"
        "476\xC2\xA0"
        "5919");
  CHECK(found("94 34 76 59 19") == "nhs:94 34 76 59 19");
  CHECK(found("9 4 3 4 7 6 5 9 1 9") == "nhs:9 4 3 4 7 6 5 9 1 9");
  CHECK(found("9434 765 919") == "nhs:9434 765 919");
  CHECK(found("NHS:9434765919;") == "nhs:9434765919");
  CHECK(found("in 2024 943 476 5919 and 12") == "nhs:943 476 5919");
  CHECK(found("943 476 5919 401 023 2137") == "nhs:943 476 5919|nhs:401 023 2137");
}

TEST_CASE("other numbers are no NHS numbers") {
  CHECK(found("9434765918") == "");   // the check digit is wrong
  CHECK(found("94347659190") == "");  // eleven digits
  CHECK(found("x9434765919") == "");  // part of a word, such as a fingerprint
  CHECK(found("9434765919ab") == "");
  CHECK(found("3.9434765919") == "");  // decimals
  CHECK(found("9434765919.5") == "");
  CHECK(found("943,476,5919") == "");  // three numbers of a list
  CHECK(found("[943, 476, 5919]") == "");
  CHECK(found("2024-03-20 12") == "");  // a day and an hour
}

TEST_CASE("e-mail addresses are found, and what only has an @ is not") {
  CHECK(found("write to jo.bloggs@example.nhs.uk, please") == "email:jo.bloggs@example.nhs.uk");
  CHECK(found("<a+b_c@x-y.org>") == "email:a+b_c@x-y.org");
  CHECK(found("JO@EXAMPLE.COM.") == "email:JO@EXAMPLE.COM");
  CHECK(found("@young-advisers") == "");
  CHECK(found("a@b") == "");
  CHECK(found("3 @ 4.50") == "");
  CHECK(found("x@y.z") == "");
}

TEST_CASE("UK phone numbers are found in their usual forms") {
  CHECK(found("020 7946 0958") == "phone:020 7946 0958");
  CHECK(found("01632 960123") == "phone:01632 960123");
  CHECK(found("(01632) 960 123") == "phone:(01632) 960 123");
  CHECK(found("07700900123") == "phone:07700900123");
  CHECK(found("+44 7700 900123") == "phone:+44 7700 900123");
  CHECK(found("+44 (0)1632 960 123") == "phone:+44 (0)1632 960 123");
  CHECK(found("0044 1632 960123") == "phone:0044 1632 960123");
  CHECK(found("01204 96012") == "phone:01204 96012");
  CHECK(found("0.16329601234") == "");
  CHECK(found("0412345678") == "");
  CHECK(found("2024-01-08") == "");
  CHECK(found("1420, 2310") == "");
}

TEST_CASE("postcodes of areas that exist are found, and ids that look alike are not") {
  CHECK(found("LS1 4AP") == "postcode:LS1 4AP");
  CHECK(found("EC1A 1BB") == "postcode:EC1A 1BB");
  CHECK(found("M60 1NW") == "postcode:M60 1NW");
  CHECK(found("SW1A1AA") == "postcode:SW1A1AA");
  CHECK(found("near ls1 4ap") == "postcode:ls1 4ap");
  CHECK(found("W1A 0AX") == "postcode:W1A 0AX");
  CHECK(found("ZZ99 3VZ") == "");  // the code for no fixed address
  CHECK(found("QX1 4AP") == "");   // no such area
  CHECK(found("LS1 4AC") == "");   // C is never in the inward part
  CHECK(found("M6 2nd table") == "");
  CHECK(found("s3 4th") == "");
  CHECK(found("[S3, M6, S2, P3, P5]") == "");
  CHECK(found("r1c1 r1c2 o05") == "");
  CHECK(found("LS14APX") == "");
}

TEST_CASE("a date is one of birth when words of birth stand in front of it") {
  CHECK(found("DOB 04/03/2009") == "birth:04/03/2009");
  CHECK(found("dob: 2009-03-04") == "birth:2009-03-04");
  CHECK(found("d.o.b. 4.3.09") == "birth:4.3.09");
  CHECK(found("date of birth is 4 March 2009") == "birth:4 March 2009");
  CHECK(found("born on the 4th of March 2009, she") == "birth:4th of March 2009");
  CHECK(found("born 4 Mar") == "birth:4 Mar");
  CHECK(found("started 2009-03-04") == "");
  CHECK(found("born in Thornmere. The review was on 4 March 2024") == "");
  CHECK(found("stubborn 04/03/2009") == "");
}

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

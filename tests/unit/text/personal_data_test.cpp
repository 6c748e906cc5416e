// SPDX-License-Identifier: MIT
#include "libthrive/text/personal/personal_data.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thrive;

namespace {

/// What is found, as `kind:text` with a blank between two.
std::string found(const std::string& words) {
  static const char* const names[] = {"nhs", "email", "phone", "postcode", "birth"};
  std::string all;
  for (const text::PersonalDatum& datum : text::find_personal_data(words)) {
    if (!all.empty()) all += '|';
    all += std::string(names[static_cast<int>(datum.kind)]) + ":" +
           words.substr(datum.span.begin, datum.span.end - datum.span.begin);
  }
  return all;
}

}  // namespace

TEST_CASE("the check digit of NHS numbers is modulus 11") {
  // 943 476 5919 and 401 023 2137 are the published examples of NHS England's data dictionary and its guidance;
  // the first worked by hand: 9*10+4*9+3*8+4*7+7*6+6*5+5*4+9*3+1*2 = 299, 299 mod 11 = 2, 11 - 2 = 9.
  CHECK(text::is_nhs_number("9434765919"));
  CHECK(text::is_nhs_number("4010232137"));
  for (char last = '0'; last <= '8'; ++last) CHECK_FALSE(text::is_nhs_number(std::string("943476591") + last));
  CHECK_FALSE(text::is_nhs_number("943476591"));
  CHECK_FALSE(text::is_nhs_number("0000000000"));
  CHECK_FALSE(text::is_nhs_number("4444444444"));
  // Exactly one check digit fits nine digits, or none when it would be ten.
  int without = 0;
  for (int n = 400000000; n < 400001000; ++n) {
    int fitting = 0;
    for (int digit = 0; digit < 10; ++digit) fitting += text::is_nhs_number(std::to_string(n) + std::to_string(digit));
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

TEST_CASE("NHS numbers are found glued to words, with other signs, and as spreadsheets write them") {
  CHECK(found("x9434765919") == "nhs:9434765919");
  CHECK(found("nhs_9434765919_old") == "nhs:9434765919");
  CHECK(found("943.476.5919") == "nhs:943.476.5919");
  CHECK(found("943/476/5919") == "nhs:943/476/5919");
  CHECK(found("943_476_5919") == "nhs:943_476_5919");
  CHECK(found("94347 65919") == "nhs:94347 65919");
  CHECK(found("9434765919.0") == "nhs:9434765919");
  CHECK(found("943\xE2\x80\x89"
              "476\xE2\x80\x8B\xE2\x80\x91"
              "5919 ends") ==
        "nhs:943\xE2\x80\x89"
        "476\xE2\x80\x8B\xE2\x80\x91"
        "5919");
  CHECK(found("\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x93"
              "4765919") ==
        "nhs:\xEF\xBC\x99\xEF\xBC\x94\xEF\xBC\x93"
        "4765919");
}

TEST_CASE("other numbers are no NHS numbers") {
  CHECK(found("9434765918") == "");                        // the check digit is wrong
  CHECK(found("94347659190") == "");                       // eleven digits
  CHECK(found("a94f8fe5cc9434765919c0873d391e98") == "");  // within a fingerprint
  CHECK(found("3.9434765919") == "");                      // decimals
  CHECK(found("9434765919.5") == "");
  CHECK(found("943,476,5919") == "");  // three numbers of a list
  CHECK(found("[943, 476, 5919]") == "");
  CHECK(found("2024-03-20 12") == "");  // a day and an hour
  CHECK(found("3 2 3 4 4 2 3 3 2 1 4 2") == "");
  CHECK(found("12.345.67.890") == "");
  CHECK(found("1 420 300 104") == "");  // thousands
}

TEST_CASE("e-mail addresses are found, and what only has an @ is not") {
  CHECK(found("write to jo.bloggs@example.nhs.uk, please") == "email:jo.bloggs@example.nhs.uk");
  CHECK(found("<a+b_c@x-y.org>") == "email:a+b_c@x-y.org");
  CHECK(found("JO@EXAMPLE.COM.") == "email:JO@EXAMPLE.COM");
  CHECK(found("@young-advisers") == "");
  CHECK(found("a@b") == "");
  CHECK(found("3 @ 4.50") == "");
  CHECK(found("x@y.z") == "");
  CHECK(found("zo\xC3\xAB@ex\xC3\xA4mple.org") == "email:zo\xC3\xAB@ex\xC3\xA4mple.org");
  CHECK(found("jo (at) example.org") == "email:jo (at) example.org");
  CHECK(found("git@example.org:plan.git") == "");
  CHECK(found("logo@2x.png") == "");
  CHECK(found("tool@1.2.3") == "");
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
  CHECK(found("447700900123") == "phone:447700900123");
  CHECK(found("07700.900.123") == "phone:07700.900.123");
  CHECK(found("07700/900/123") == "phone:07700/900/123");
  CHECK(found("tel07700900123x") == "phone:07700900123");
  CHECK(found("0161 496 0123 0161 496 0456") == "phone:0161 496 0123|phone:0161 496 0456");
  CHECK(found("0161 000 000") == "");  // a sum of money
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
  CHECK(found("(M1 1AE)") == "postcode:M1 1AE");
  CHECK(found("+E1 6AN") == "postcode:E1 6AN");
  CHECK(found("M1  1AE") == "postcode:M1  1AE");
  CHECK(found("m1\xC2\xA0"
              "1ae") ==
        "postcode:m1\xC2\xA0"
        "1ae");
  CHECK(found("`b12 2aa`") == "");
  CHECK(found("code b12 2aa") == "");
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
  for (const std::string date : {"04-Mar-2009", "04/03/2009", "March 4, 2009", "4/3/09", "2009-03-04", "20090304",
                                 "4th of Mar '09", "2009 March 4"})
    for (const std::string words : {"dob ", "birthdate ", "born ", "D O B ", "D.o.B. ",
                                    "date_of_birth: ", "clientDateOfBirth=", "DOB (dd/mm/yyyy): "})
      CHECK_MESSAGE(found(words + date) == "birth:" + date, words << date);
  CHECK(found("04/03/2009 (DOB)") == "birth:04/03/2009");
  CHECK(found("4 March 2009 is her date of birth.") == "birth:4 March 2009");
  CHECK(found("the service was born 2019-04-01") == "");
  CHECK(found("birthday cards 12 May") == "");
  CHECK(found("the date of birth was taken out on 2024-05-02") == "");
  CHECK(found("2024-05-02 DOB taken out") == "");
  CHECK(found("started 2009-03-04") == "");
  CHECK(found("born in Thornmere. The review was on 4 March 2024") == "");
  CHECK(found("stubborn 04/03/2009") == "");
}

TEST_CASE("names have other signs where texts have blanks") {
  CHECK(text::find_personal_data("M1_1AE").empty());
  CHECK(text::find_personal_data_in_name("M1_1AE.csv").size() == 1);
  CHECK(text::find_personal_data_in_name("dob-4-March-2009.txt").size() == 1);
  CHECK(text::find_personal_data_in_name("triage-wait.csv").empty());
  CHECK(text::find_personal_data_in_name("2024-03-20-workshop.md").empty());
}

TEST_CASE("a text without its personal data says what was there") {
  CHECK(text::without_personal_data("unknown key '943 476 5919' in (M1 1AE), jo@example.org") ==
        "unknown key '[NHS number]' in ([postcode]), [e-mail address]");
  CHECK(text::without_personal_data("born-March-4-2009") == "born-[date of birth]");
  CHECK(text::without_personal_data("nothing here") == "nothing here");
}

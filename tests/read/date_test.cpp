// SPDX-License-Identifier: MIT
#include "seed/read/date.h"

#include "tests/catch.h"

using namespace attache;

TEST_CASE("dates as files write them become ISO 8601") {
  const std::vector<std::pair<std::string, std::string>> dates = {
      {"2005-09-17", "2005-09-17"},
      {"2005-09", "2005-09"},
      {"2005", "2005"},
      {"2005-09-17T10:00:00Z", "2005-09-17"},
      {"2005/09/17", "2005-09-17"},
      {"2004-3-5", "2004-03-05"},
      {"2004/3/15 10:00", "2004-03-15"},
      {"17-9-2005", "2005-09-17"},
      {"09-17-2005", "2005-09-17"},
      {"17/9/2005 10:00", "2005-09-17"},
      {"5/5/2005", "2005-05-05"},
      {"25.IX.2007", "2007-09-25"},
      {"1. V. 1990", "1990-05-01"},
      {"3/XII/1985", "1985-12-03"},
      {"12-I-2001 10:00", "2001-01-12"},
      {"7 VIII 1976", "1976-08-07"},
      {"20050917", "2005-09-17"},
      {"D:20050917101500+02'00'", "2005-09-17"},
      {"17 September 2005", "2005-09-17"},
      {"Saturday, September 17, 2005", "2005-09-17"},
      {"Sept. 2005", "2005-09"},
      {" 2005-09-17 ", "2005-09-17"},
      {"Sat, 17 Sep 2005 10:00:00 GMT", "2005-09-17"}};
  for (const auto& [written, iso] : dates) {
    INFO(written);
    CHECK(iso_date(written) == iso);
  }
  for (const std::string no : {"", "yesterday", "03/04/2005", "12-05-2003", "2004-5", "2004-3/5",
                               "2005-13-01", "2005-02-29", "2005-00", "20051301", "May", "17",
                               "31.II.2005", "25.IIX.2007", "25.IX.07", "IX.2007"}) {
    INFO(no);
    CHECK(iso_date(no).empty());
  }
}

TEST_CASE("ISO dates are checked against the calendar") {
  for (const std::string yes : {"2005", "2005-02", "2004-02-29"}) CHECK(is_iso_date(yes));
  for (const std::string no :
       {"2005-2-1", "05", "2005-02-29", "2005-9", "2005/09/17", "2005-09-17T10:00"})
    CHECK_FALSE(is_iso_date(no));
}

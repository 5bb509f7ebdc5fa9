// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

TextOrigin origin_of(std::string_view text) { return test::rows_of(text, {}).origin; }

std::string date_of(const std::string& head, const std::string& foot = {}) {
  std::string prose;
  for (int i = 0; i < 60; ++i)
    prose += "The talks of 4 May 1999 in the capital were held in a good spirit by both sides.\n";
  return origin_of(head + "\n\n" + prose + "\n" + foot + "\n").date;
}

}  // namespace

TEST_CASE("a text's own words tell whose it is") {
  CHECK(origin_of("My country, Fiji, is small. We are proud of it.").country == "FJI");
  CHECK(origin_of("We in Malta know the sea. Our ports are open.").country == "MLT");
  CHECK(origin_of("Embassy of Peru in France\n\nThe ambassador received guests.").country == "PER");
  CHECK(origin_of("Permanent Mission of the Republic of Kenya to the United Nations\n\nA note.")
            .country == "KEN");
  CHECK(origin_of("Ministry of Foreign Affairs of Latvia\n\nThe policy rests on law.").country ==
        "LVA");
  CHECK(origin_of("Mr. OLSEN (Norway): The session opens at a hard time.").country == "NOR");
  CHECK(
      origin_of("Statement by H.E. Mr. Jan Berg, Minister for Foreign Affairs of Finland\n\nPeace "
                "is near.")
          .country == "FIN");
}

TEST_CASE("the letterhead of a government's house or department is its state's") {
  CHECK(origin_of("U.S. Department of State\nOffice of the Spokesperson\n\nIran is far.").country ==
        "USA");
  CHECK(origin_of("The White House\n\nOffice of the Press Secretary\n\nIran is far.").country ==
        "USA");
  CHECK(origin_of("Iran is far. The White House said so. The Kremlin did not.").country.empty());
}

TEST_CASE("a ministry and the seat of its government show the state, a dateline's place does not") {
  const auto country = [](const std::string& head) {
    return origin_of(head + "\n\nDear Minister,\n\nThe talks were held in a good spirit.\n")
        .country;
  };
  CHECK(country("FOREIGN OFFICE\nLONDON, S.W.1\n\n14th June, 1949") == "GBR");
  CHECK(country("DEPARTMENT OF STATE\nWASHINGTON\n\nMay 4, 1971") == "USA");
  CHECK(country("Department of External Affairs, Ottawa") == "CAN");
  CHECK(country("Ministry of Foreign Affairs\nPolitical Department\nOslo, 3 May 1999") == "NOR");
  CHECK(country("Quai d'Orsay, Paris\n7 May 1999") == "FRA");
  CHECK(country("Auswaertiges Amt, Berlin") == "DEU");
  CHECK(country("MINIST\u00c8RE DES AFFAIRES \u00c9TRANG\u00c8RES\nParis, le 7 mars 2007") ==
        "FRA");
  CHECK(country("Prime Minister's Office\nHelsinki") == "FIN");
  for (const char* none : {"London, 14 June 1949", "Washington, May 4, 1971",
                           "The Ministry of Foreign Affairs\n\nParis talks with the French side",
                           "Department of History, London"})
    CHECK(country(none).empty());
}

TEST_CASE("a note verbale is whose compliments it presents") {
  CHECK(
      origin_of("No. 45/3\n\nThe Embassy of the Republic of Kenya presents its compliments to the "
                "Ministry of Foreign Affairs of Japan.\n\nMinistry of Foreign Affairs,\nTokyo\n")
          .country == "KEN");
}

TEST_CASE("months in Roman numerals and of other languages give the date") {
  CHECK(date_of("Rome, 24.IV.1971") == "1971-04-24");
  CHECK(date_of("Rome, 24. IV. 1971") == "1971-04-24");
  CHECK(date_of("Rome, 24 IV 1971") == "1971-04-24");
  CHECK(date_of("A TREATY", "Done at Rome, 24.II.2003") == "2003-02-24");
  CHECK(date_of("Gen\u00e8ve, le 7 mars 2007") == "2007-03-07");
  CHECK(date_of("Madrid, 24 de abril de 1985") == "1985-04-24");
  CHECK(date_of("Berlin, 12. M\u00e4rz 1998") == "1998-03-12");
  CHECK(date_of("A TREATY", "Fait \u00e0 Gen\u00e8ve, le 1er ao\u00fbt 1991") == "1991-08-01");
  CHECK(date_of("The Hague, 5-6.XII.1991") == "1991-12");
  for (const char* none : {"Oslo, 30.II.2005", "Rome, 24.XIII.2005", "Oslo, le 31 juin 2005"})
    CHECK(date_of(none).empty());
}

TEST_CASE("the day of what is commemorated, answered or referred to is not the document's") {
  for (const char* head :
       {"Joint statement on the fiftieth anniversary of the Treaty signed on 4 April 1949",
        "Fiftieth Anniversary of the Treaty of 4 April 1949",
        "Statement issued on the fiftieth anniversary of the\nTreaty signed on\n4 April 1949",
        "Re: your letter dated 12 June 1998", "Subject: Meeting of 3 May 1961"}) {
    CAPTURE(head);
    CHECK(date_of(head).empty());
    CHECK(date_of(head, "Brussels, 23 April 1999") == "1999-04-23");
  }
  CHECK(date_of("Address at the commemoration of the end of the war, Oslo, 8 May 1995") ==
        "1995-05-08");
}

TEST_CASE("a text that is nobody's or two states' has no country") {
  for (const char* text :
       {"The situation in Mali is grave. The Council calls upon Mali to act. Mali must act.",
        "The Government of Chile and the Government of Peru have agreed on the border.",
        "Mr. OLSEN (Norway): We agree.\n\nMr. SILVA (Brazil): We disagree.\n",
        "France voted in favour. Japan abstained.", "We are a member of NATO.", ""})
    CHECK(origin_of(text).country.empty());
}

TEST_CASE("what is given is not looked for in the text") {
  CHECK(test::rows_of("My country, Fiji, is small.", {"AZE", "2004"}).origin.country.empty());
  CHECK(test::rows_of("Paris, 3 May 1999\n\nWe met.", {"AZE", "2004"}).origin.date.empty());
}

TEST_CASE("a state that is found speaks as a given one does") {
  const std::string text = "My country, Fiji, is small. We are a member of the Commonwealth.";
  const auto found = test::rows_of(text, {});
  const auto given = test::rows_of(text, {"FJI", ""});
  REQUIRE(found.organizations.size() == given.organizations.size());
  REQUIRE_FALSE(found.organizations.empty());
  CHECK(found.organizations[0].country == "FJI");
  CHECK(found.organizations[0].role == given.organizations[0].role);
}

TEST_CASE("the date stands in a line of the head or the foot") {
  CHECK(date_of("Distr.: General\n24 February 1971\nENGLISH\nOriginal: FRENCH") == "1971-02-24");
  CHECK(date_of("New York, 7th March 2007") == "2007-03-07");
  CHECK(date_of("Geneva, March 7, 2007") == "2007-03-07");
  CHECK(date_of("October 2014") == "2014-10");
  CHECK(date_of("Held at Headquarters, New York,\non Thursday, 3 October 1985, at 10.30 a.m.") ==
        "1985-10-03");
  CHECK(date_of("Resolution adopted by the General Assembly on 24 October 2005") == "2005-10-24");
  CHECK(date_of("Letter dated 12 June 1998 from the Permanent Representative") == "1998-06-12");
  CHECK(date_of("Vienna, 3-5 October 1985") == "1985-10");
  CHECK(date_of("Berlin, 3.10.1990") == "1990-10-03");
  CHECK(date_of("A title", "Done at Vienna on 18 April 1961") == "1961-04-18");
  CHECK(date_of("A title",
                "DONE at Vienna, this eighteenth day of April one thousand nine hundred and "
                "sixty-one.") == "1961-04-18");
  CHECK(date_of("A title", "Oslo, 2 June 1980") == "1980-06-02");
}

TEST_CASE("the closing formula of a treaty opens a sentence inside its paragraph") {
  CHECK(date_of("A TREATY",
                "It shall be deposited in the archives. DONE at Lima, on the 4th day of "
                "April, 1949.") == "1949-04-04");
  CHECK(
      date_of("A TREATY", "It was deposited. The work was done at Lima on 4 April 1949.").empty());
}

TEST_CASE("dates in prose, of other things, or of no calendar are not the document's") {
  CHECK(date_of("A title").empty());
  CHECK(date_of("Entered into force on 3 May 1980").empty());
  CHECK(date_of("Oslo, 31 June 2005").empty());
  CHECK(date_of("Last updated: 3 May 2020").empty());
  CHECK(date_of("On 3 May 1980 we met in the capital of our neighbours for talks.").empty());
  CHECK(date_of("We met in the town of Bergen\non 3 May 1980 for two hours of talks with").empty());
}

TEST_CASE("stamps of a paper's release and declassification are not its date") {
  for (const char* stamp :
       {"Approved For Release 2003/07/17", "Approved for Release: 2003/07/17 : CIA-RDP79",
        "APPROVED FOR RELEASE\nDATE: 17 July 2003",
        "Sanitized Copy Approved for Release 2010/08/12", "Released in full 5 May 2009",
        "RELEASE IN PART B6, 5 May 2009", "Approved for public release\n5 May 2009",
        "Declassified\n5 May 2009", "Cleared for release on 5 May 2009",
        "Downgraded to Secret 5 May 2009"}) {
    INFO(stamp);
    CHECK(date_of(stamp).empty());
    CHECK(date_of(std::string(stamp) + "\n\nWashington, 3 March 1971") == "1971-03-03");
  }
  CHECK(date_of("For Immediate Release\nSeptember 23, 2014") == "2014-09-23");
  CHECK(date_of("Approved by the Cabinet\n5 May 2009") == "2009-05-05");
  CHECK(date_of("Agreement between Fiji and Peru\n5 May 2009") == "2009-05-05");
}

TEST_CASE("figures that two readers read differently are no date") {
  for (const char* both : {"New York, 12-05-2003", "12/05/2003", "Date: 03/04/2005"})
    CHECK(date_of(both).empty());
  CHECK(date_of("25-12-2003") == "2003-12-25");
  CHECK(date_of("12-25-2003") == "2003-12-25");
  CHECK(date_of("5/5/2003") == "2003-05-05");
  CHECK(date_of("2004-3-5") == "2004-03-05");
}

TEST_CASE("a date in a heading is the paper's where the paper's name says so") {
  CHECK(date_of("Remarks at the Council's briefing on fishing, 3 May 2016") == "2016-05-03");
  CHECK(date_of("Lecture by Ambassador Berg on 21 September 2011 in Bergen") == "2011-09-21");
  CHECK(date_of("Minutes of the conference held in Lima on Tuesday, 15 April 1958") ==
        "1958-04-15");
  CHECK(date_of("Interview with the Minister on fishing, broadcast on 3 May 1966") == "1966-05-03");
  CHECK(date_of("Ceasefire Agreement of 14 May 1997") == "1997-05-14");
  CHECK(date_of("Embargoed until 10.00 on 4 June 2002") == "2002-06-04");
}

TEST_CASE("the day of what a heading speaks of is not the paper's") {
  for (const char* head :
       {"Statement on the floods of 11 September 2001", "Report about the war of 3 May 1961",
        "Carrying out Decision 1701 of 11 August 2006", "Speech\nDate of birth: 5 May 1944",
        "Speech\nLocal Date: Thursday, 06-Sep-2001", "Date received: 5 May 2004",
        "Remarks on the treaty signed on 4 April 1949"}) {
    CAPTURE(head);
    CHECK(date_of(head).empty());
    CHECK(date_of(head, "Brussels, 23 April 1998") == "1998-04-23");
  }
  CHECK(date_of("Doorstop, Adelaide, Friday, 31 August 2001", "Date: 6 September 2001") ==
        "2001-08-31");
}

TEST_CASE("fields in small letters tell the date, and what kind of date they name") {
  CHECK(date_of("speaker: Jan Berg\ndate: 2014-03-05\nvenue: Oslo") == "2014-03-05");
  CHECK(date_of("Publication date: 5 March 2014") == "2014-03-05");
  CHECK(date_of("Date of adoption: 5 March 2014") == "2014-03-05");
}

TEST_CASE("a treaty's closing formula counts before lines to sign on, signatures and annexes") {
  std::string lines, names, annex;
  for (int i = 0; i < 12; ++i) {
    lines += "For Iceland\n....................................\n";
    names += "For the Government of Iceland: the Minister for Foreign Trade, Jan Berg\n\n";
    annex += "Fish, oils and other products of the sea are free of all duties of customs.\n\n";
  }
  const std::string done = "Done at Bern, this 27th day of June 2016, in one original.\n\n";
  CHECK(date_of("A TREATY", done + lines) == "2016-06-27");
  CHECK(date_of("A TREATY", done + names + names) == "2016-06-27");
  CHECK(date_of("A TREATY", done + "ANNEX\n\n" + annex + annex) == "2016-06-27");
  CHECK(date_of("Oslo, 3 May 2015", done + annex + annex) == "2015-05-03");
}

TEST_CASE("of a year or month that is given the text may tell the day") {
  CHECK(test::rows_of("Paris, 3 May 2004\n\nWe met.", {"", "2004"}).origin.date == "2004-05-03");
  CHECK(test::rows_of("Paris, 3 May 2004\n\nWe met.", {"", "2004-05"}).origin.date ==
        "2004-05-03");
  CHECK(test::rows_of("Paris, 3 May 2004\n\nWe met.", {"", "2004-06"}).origin.date.empty());
  CHECK(test::rows_of("Paris, May 2004\n\nWe met.", {"", "2004-05-03"}).origin.date.empty());
}

TEST_CASE("letterheads in a text that says we") {
  const auto country = [](const std::string& head) {
    return origin_of(head + "\n\nWe want peace, and our policy is dialogue. We are ready.\n")
        .country;
  };
  CHECK(country("Government of Nepal\nMinistry of Trade") == "NPL");
  CHECK(country("Ministry of Trade\nGovernment of Nepal") == "NPL");
  CHECK(country("Norwegian Ministry of Defence") == "NOR");
  CHECK(country("ROYAL DANISH MINISTRY OF FOREIGN AFFAIRS") == "DNK");
  CHECK(country("Croatian Foreign Ministry\nZagreb") == "HRV");
  CHECK(country("Royal Thai Embassy, London") == "THA");
  CHECK(country("British Embassy Kabul") == "GBR");
  CHECK(country("The Permanent Delegation of Canada to NATO") == "CAN");
  CHECK(country("Mission of Japan to the United Nations in Geneva") == "JPN");
  CHECK(country("Consulate General of Peru in Geneva") == "PER");
  CHECK(country("Office of the President of the Republic of Finland") == "FIN");
  CHECK(country("Federal Foreign Office\nBerlin") == "DEU");
  CHECK(country("U.S. Embassy in Poland\nWarsaw") == "USA");
  CHECK(country("REPUBLIC OF CHINA (TAIWAN)\nMINISTRY OF FOREIGN AFFAIRS") == "TWN");
  CHECK(country("PRIME MINISTER OF AUSTRALIA\nMedia release") == "AUS");
}

TEST_CASE("whom a text speaks to or of is not whose it is") {
  for (const char* text :
       {"To the Embassy of Norway\n\nThe Ministry of Foreign Affairs presents its compliments to "
        "the Embassy of Norway and has the honour to inform the Embassy of Norway of a visit.",
        "Joint Statement by France and Germany\n\nFrance reaffirms its support. France welcomes "
        "the step. We stand together. France will contribute. France is ready.",
        "AGREEMENT\nbetween Kenya and Uganda\n\nKenya reaffirms its aims. Kenya welcomes trade. "
        "Kenya supports our work. We agree. Kenya will contribute.",
        "Peru's foreign policy has changed. Peru supports trade. Peru reaffirms its aims. We "
        "must help Peru, and we should do it now.",
        "My state, Georgia, grows fruit. We in Georgia are proud of our governor."}) {
    CAPTURE(text);
    CHECK(origin_of(text).country.empty());
  }
}

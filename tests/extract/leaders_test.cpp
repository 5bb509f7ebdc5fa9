// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using test::names;
using test::Names;
using test::office;
using test::rows_of;

TEST_CASE("a title or an office before a name makes a leader") {
  CHECK(names("I congratulate Mr. Ferenc Kovalszky on his wise words.") ==
        Names{"Ferenc Kovalszky"});
  CHECK(names("We heard President Nyambura Odhiambo yesterday.") == Names{"Nyambura Odhiambo"});
  CHECK(names("His Excellency President Tomas Vrba opened the debate.") == Names{"Tomas Vrba"});
  CHECK(office("We met Foreign Minister Tomas Vrba in Vienna.", "Tomas Vrba") ==
        "Foreign Minister");
  CHECK(office("We met the Estonian Foreign Minister Tomas Vrba.", "Tomas Vrba") ==
        "Estonian Foreign Minister");
}

TEST_CASE("particles, initials, hyphens and capitals belong to a name") {
  CHECK(names("We thank Mr. Johan van der Merwijk for it.") == Names{"Johan van der Merwijk"});
  CHECK(names("We thank Mr. J. P. Okonkwor for it.") == Names{"J. P. Okonkwor"});
  CHECK(names("We thank Ambassador Haya Al-Sabbari for it.") == Names{"Haya Al-Sabbari"});
  CHECK(names("President Anna-Maria O'Dwyer spoke.") == Names{"Anna-Maria O'Dwyer"});
  CHECK(names("Prime Minister Pedro QUIRANTE spoke.") == Names{"Pedro QUIRANTE"});
}

TEST_CASE("a name that a line breaks is one name") {
  CHECK(names("The Assembly met in autumn and heard many speakers there.\nWe thank the President "
              "of the Assembly at its last, Mr. Johan\n"
              "Merwijk, for the manner in which he conducted our work in\nthe autumn, and we hope "
              "that he will come back.") == Names{"Johan Merwijk"});
}

TEST_CASE("a ruler's number belongs to the name, letters of rank do not") {
  CHECK(names("His Majesty King Olaf III spoke.") == Names{"Olaf III"});
  CHECK(names("The Minister, Mr. Paul Mbessa T.D., spoke.") == Names{"Paul Mbessa"});
}

TEST_CASE("an office stands on either side of the name") {
  CHECK(office("The Minister for Foreign Affairs of Gabon, Mr. Paul Mbessa, spoke.",
               "Paul Mbessa") == "Minister for Foreign Affairs of Gabon");
  CHECK(office("Mr. Paul Mbessa, Minister for Foreign Affairs of Gabon, spoke.", "Paul Mbessa") ==
        "Minister for Foreign Affairs of Gabon");
  CHECK(office("Paul Mbessa, the former Prime Minister, spoke.", "Paul Mbessa") ==
        "former Prime Minister");
}

TEST_CASE("the office's state or body is known") {
  const auto rows = rows_of(
      "The President of Ghana, Mr. Kofi Asantewor, met the Secretary-General of the Commonwealth, "
      "Ms. Ann Terrow.");
  const auto* president = test::leader_row(rows, "Kofi Asantewor");
  REQUIRE(president != nullptr);
  CHECK(president->country == "GHA");
  const auto* secretary = test::leader_row(rows, "Ann Terrow");
  REQUIRE(secretary != nullptr);
  CHECK(!secretary->body.empty());
}

TEST_CASE("a plural office has several holders") {
  CHECK(names("Presidents Vrba and Mbessa signed it.") == Names{"Vrba", "Mbessa"});
  CHECK(names("Presidents Vrba of Chile, Mbessa of Gabon and Terrow of Malta signed it.") ==
        Names{"Vrba", "Mbessa", "Terrow"});
  CHECK(names("Messrs. Vrba and Mbessa signed it.") == Names{"Vrba", "Mbessa"});
}

TEST_CASE("a verb tells the office of the person before it") {
  CHECK(office(
            "We congratulate Mr. Paul Mbessa on his election as President of the General Assembly.",
            "Paul Mbessa") == "President of the General Assembly");
  CHECK(names("Paul Mbessa and Maria Terrow serve as State Secretaries.") ==
        Names{"Paul Mbessa", "Maria Terrow"});
  CHECK(office("The King appointed Paul Mbessa as Prime Minister.", "Paul Mbessa") ==
        "Prime Minister");
}

TEST_CASE("persons who are only spoken to, and offices without a name, make no row") {
  CHECK(names("Mr. President, we welcome this. Madam President, thank you.").empty());
  CHECK(names("The President of the General Assembly and the Secretary-General spoke.").empty());
  CHECK(names("The report of the Secretary-General. The Assembly took note.").empty());
  CHECK(names("Excellencies, Ladies and Gentlemen, the Prime Minister will speak.").empty());
  CHECK(names("The major Powers and Sri Lanka joined the General Agreement.").empty());
  CHECK(names("The Presidents of Costa Rica, El Salvador and Guatemala met.").empty());
}

TEST_CASE("things that bear a person's name make no row") {
  CHECK(names("The Nelson Mandela Foundation and the Brezhnev six-point plan were named.").empty());
  CHECK(names("They met at Ho Chi Minh City.").empty());
}

TEST_CASE("a possessive is still a person") {
  CHECK(names("We follow with concern how Putin's war has spread.") == Names{"Putin"});
}

TEST_CASE("a surname refers back to the full name, whatever the order") {
  const std::string text =
      "We thank Mr. Paul Mbessa for his work. Mr. Mbessa led us well, and Mbessa will be missed.";
  const auto rows = rows_of(text);
  REQUIRE(rows.leaders.size() == 1);
  CHECK(rows.leaders[0].name == "Paul Mbessa");
  CHECK(rows.leaders[0].citations.size() == 3);
  CHECK(names("Mr. Mbessa came. It was Mr. Paul Mbessa who spoke.") == Names{"Paul Mbessa"});
}

TEST_CASE("two persons of one surname stay apart") {
  CHECK(names("President Paul Mbessa received Ambassador Maria Mbessa.") ==
        Names{"Paul Mbessa", "Maria Mbessa"});
}

TEST_CASE("a label gives an office to the name behind it") {
  CHECK(office("Minister of Foreign Affairs: Phandu Skelemani", "Phandu Skelemani") ==
        "Minister of Foreign Affairs");
  CHECK(names("Minister of Foreign Affairs: Open Questions").empty());
}

TEST_CASE("an office ends at a blank line, and the label of a signature is no name") {
  const char* signatures =
      "Jan Jones\nPresident of the Republic of Mali\n\nFor the Government of Norway:\nPer Olsen, "
      "Minister for Foreign Affairs\n\n(Signed) Carl Traore\n";
  CHECK(names(signatures) == Names{"Jan Jones", "Per Olsen", "Carl Traore"});
  CHECK(office(signatures, "Jan Jones") == "President of the Republic of Mali");
  CHECK(office(signatures, "Per Olsen") == "Minister for Foreign Affairs");
}

TEST_CASE("a known person is found by initials") {
  CHECK(names("The treaty that H. D. Deve Gowda signed holds.") == Names{"H. D. Deve Gowda"});
}

TEST_CASE("a signature names its person and the office below or behind it") {
  CHECK(
      office("Done.\n\nA. SMITHSON President of the Republic of Chad  B. JONESON President of the "
             "Republic of Niger",
             "B. JONESON") == "President of the Republic of Niger");
  CHECK(office("A. SMITHSON\nPresident of the Republic of Chad\n\nB. JONESON\nPresident of the "
               "Republic of Niger",
               "A. SMITHSON") == "President of the Republic of Chad");
  CHECK(office("(Signed) Anna Whitova Minister for Foreign Affairs", "Anna Whitova") ==
        "Minister for Foreign Affairs");
  CHECK(office("Yours sincerely,\n\nEisaku Satoru.\n\nPrime Minister of Japan.", "Eisaku Satoru") ==
        "Prime Minister of Japan");
  CHECK(names("We agree to this course.\n\nLYONSWORTH\n\n1 Document 138.") == Names{"LYONSWORTH"});
  CHECK(names("General Assembly\nMinister for Foreign Affairs").empty());
}

TEST_CASE("one person may hold two offices, and one office may be one of many") {
  CHECK(office("Vice President and Foreign Minister Carla Mbekison arrived.", "Carla Mbekison") ==
        "Vice President and Foreign Minister");
  CHECK(office("The President and Prime Minister Metason came.", "Metason") == "Prime Minister");
  CHECK(office("The case was written by Rufus Brown, one of the Judges of the Court.",
               "Rufus Brown") == "one of the Judges of the Court");
  CHECK(office("Robert Menziesson, Prime Minister and Minister for External Affairs, spoke.",
               "Robert Menziesson") == "Prime Minister and Minister for External Affairs");
}

TEST_CASE("a long title ends where the name begins") {
  CHECK(
      office("Special Presidential Envoy for the Global Coalition To Counter ISIL Brett Harlandson "
             "arrived.",
             "Brett Harlandson") ==
      "Special Presidential Envoy for the Global Coalition To Counter ISIL");
  CHECK(office("Assistant Secretary of State for European Affairs Wess Mitchumer met them.",
               "Wess Mitchumer") == "Assistant Secretary of State for European Affairs");
  CHECK(names("Prime Minister Omar al-Bakri arrived.") == Names{"Omar al-Bakri"});
}

TEST_CASE("capitals and labels name speakers and surnames") {
  CHECK(names("JAWADI (Iraq): The session opens.") == Names{"JAWADI"});
  CHECK(names("MR. CARNEYSON: Good afternoon.") == Names{"CARNEYSON"});
  CHECK(names("THE PRESIDENT: Thank you all.").empty());
  CHECK(names("MODERATOR: Thanks so much.").empty());
  CHECK(names("In 2007, Mohamed BACARI effected the secession.") == Names{"Mohamed BACARI"});
  CHECK(names("MACARTHUR TO CONVEY TO KIM").empty());
  const auto rows = rows_of("MR. CARNEYSON: We met President Tomas Vrba.");
  REQUIRE(rows.leaders.size() == 2);
  CHECK(rows.leaders[0].speaker);
  CHECK_FALSE(rows.leaders[1].speaker);
}

TEST_CASE("what a person says tells a surname, and a place says nothing") {
  CHECK(names("Hodgesson replied that the Dutch would not agree.") == Names{"Hodgesson"});
  CHECK(names("A message has been received from Dignamon.") == Names{"Dignamon"});
  CHECK(names("Kampala replied that it would not agree.").empty());
}

TEST_CASE("no title makes a profession, an organ, a book or an island a person") {
  CHECK(names("Chief Geologist and Chief Statistician posts. The General Assembly met.").empty());
  CHECK(names("He read \"Nelson Mandela: A Biography\" at Mandela Square.").empty());
  CHECK(names("They met on Prince Edward Island.").empty());
}

namespace {
std::string office_type(std::string_view text) {
  const auto rows = rows_of(text);
  return rows.leaders.empty() ? "no row" : rows.leaders[0].office_type;
}
}  // namespace

TEST_CASE("offices have a normal form beside their words") {
  CHECK(office_type("We met Foreign Minister Tomas Vrba.") == "foreign-minister");
  CHECK(office_type("Tomas Vrba, Minister of Foreign Affairs of Gabon, came.") ==
        "foreign-minister");
  CHECK(office_type("Secretary of State for Foreign Affairs Tomas Vrba came.") ==
        "foreign-minister");
  CHECK(office_type("Deputy Foreign Minister Tomas Vrba came.") == "deputy-foreign-minister");
  CHECK(office_type("President Tomas Vrba came.") == "head-of-state");
  CHECK(office_type("The President of the General Assembly, Mr. Tomas Vrba, came.") ==
        "president-of-the-general-assembly");
  CHECK(office_type("Prime Minister Tomas Vrba came.") == "head-of-government");
  CHECK(office_type("Tomas Vrba, adviser to the President, came.").empty());
  CHECK(office_type("The Secretary-General, Mr. Tomas Vrba, came.") == "secretary-general");
  CHECK(office_type("The Vice-President, Mr. Tomas Vrba, came.") == "deputy-head-of-state");
  CHECK(office_type("General Tomas Vrba came.") == "military");
  for (const char* office : {"Attorney General", "Attorney-General", "Director-General",
                             "Governor-General", "General Secretary", "President-elect"}) {
    INFO(office);
    CHECK(office_type("The " + std::string(office) + ", Mr. Tomas Vrba, came.").empty());
  }
}

TEST_CASE("an office abroad is not the host's") {
  const auto rows = rows_of("Mr. Alvin Moreno, minister to Spain, was recalled.");
  REQUIRE(rows.leaders.size() == 1);
  CHECK(rows.leaders[0].country.empty());
  const auto more = rows_of("President Tomas Vrba of Gabon spoke.");
  REQUIRE(more.leaders.size() == 1);
  CHECK(more.leaders[0].country == "GAB");
}

TEST_CASE("the first of a profession holds no office") {
  for (const char* profession : {"Economist", "Geologist", "Architect", "Scientist"}) {
    INFO(profession);
    CHECK(rows_of("Chief " + std::string(profession) + " Gita Rao wrote a book.").leaders.empty());
  }
}

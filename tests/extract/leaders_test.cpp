// SPDX-License-Identifier: MIT
#include <set>

#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;
using test::rows_of;

namespace {

std::set<std::string> names(std::string_view text) {
  std::set<std::string> found;
  for (const auto& row : rows_of(text).leaders) found.insert(row.name);
  return found;
}

using Names = std::set<std::string>;

std::string office(std::string_view text, std::string_view name) {
  const auto rows = rows_of(text);
  const auto* row = test::leader_row(rows, name);
  return row == nullptr ? "no such row" : row->office;
}

}  // namespace

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

TEST_CASE("a known person is found by initials") {
  CHECK(names("The treaty that H. D. Deve Gowda signed holds.") == Names{"H. D. Deve Gowda"});
}

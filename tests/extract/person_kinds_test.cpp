// SPDX-License-Identifier: MIT
// Persons as releases, briefings, country profiles and diplomatic papers name them.
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using test::Names;
using test::names;
using test::Offices;
using test::offices;

TEST_CASE("a nomination names who is to hold an office, and who held it") {
  CHECK(names("Margaret Brennick, of Ohio, to be Ambassador Extraordinary and Plenipotentiary to "
              "the Kingdom of Norway.") == Names{"Margaret Brennick"});
  CHECK(names("Thaddeus Okwell, of Maryland, a Career Member of the Senior Foreign Service, Class "
              "of Counselor, to be Ambassador to the Republic of Malawi.") ==
        Names{"Thaddeus Okwell"});
  CHECK(names("Lena W. Hartog, of Iowa, to be Under Secretary of State, vice Paul Dernier, "
              "resigned.") == Names{"Lena W. Hartog", "Paul Dernier"});
  CHECK(names("The President will nominate Kestrel Joan Dunmore to serve as Deputy Administrator "
              "of the Agency.") == Names{"Kestrel Joan Dunmore"});
  CHECK(names("The delegates of Ohio, of all ages, hope to be heard.") == Names{});
}

TEST_CASE("a letter's closing stands before who signs it") {
  CHECK(names("I shall write again.\n\nI am, Yours sincerely, P.T. HARLAND") ==
        Names{"P.T. HARLAND"});
  CHECK(names("I have the honor to be, Sir, your obedient servant,\n\nTHOMAS F. BRACKEN\n") ==
        Names{"THOMAS F. BRACKEN"});
  CHECK(names("You will be told.\n\nSincerely,\n\nAnders Holt\n") == Names{"Anders Holt"});
  CHECK(names("I sincerely hope so. Respectfully submitted to Congress.") == Names{});
}

TEST_CASE("the head of a dispatch names officers in brackets behind their posts") {
  CHECK(offices("The Ambassador in Italy (Brenner) to the Secretary of State\n\nNothing is new.") ==
        Offices{{"Brenner", "Ambassador in Italy"}});
  CHECK(offices("The Secretary of State to the Ambassador in Turkey (Wexler)\n\nNo action.") ==
        Offices{{"Wexler", "Ambassador in Turkey"}});
  CHECK(offices("The Charg\xC3\xA9 in Bolivia (Cooper) to the Secretary of State") ==
        Offices{{"Cooper", "Charg\xC3\xA9 in Bolivia"}});
  CHECK(names("The Foreign Minister (Labour) and the Minister (Geneva) left.") == Names{});
}

TEST_CASE("trades and offices in companies make no leader") {
  CHECK(names("J. K. Alder, General Manager of the Union Bank, called.") == Names{});
  CHECK(names("Sir Edward Tarn, Managing Director of the Northern Steel Co. Ltd., spoke.") ==
        Names{});
  CHECK(names("Sir Arthur Mossel, a British businessman, took part.") == Names{});
  CHECK(names("Sir Patrick Dunne, consulting engineer, came.") == Names{});
  CHECK(offices("Sir Henry Barrow, President of the Board of Trade, wrote.") ==
        Offices{{"Henry Barrow", "President of the Board of Trade"}});
  CHECK(names("The Chief Proprietor and the Chief Curator spoke.") == Names{});
}

TEST_CASE("what a speaker's label is followed by is no name") {
  CHECK(names("THE VICE PRESIDENT:  Hello, everyone.  It is good to be here.") == Names{});
  CHECK(names("THE PRESIDENT:  Folks, thank you.\n\nAIDE:  Thank you, everybody.\n") == Names{});
  CHECK(offices("Foreign Minister: Jan Kavanek\n") == Offices{{"Jan Kavanek", "Foreign Minister"}});
}

TEST_CASE("a given name behind \"Sir\" refers back to the full name") {
  CHECK(names("Sir Laurence Petrie opened it. Summing up, Sir Laurence agreed.") ==
        Names{"Laurence Petrie"});
  CHECK(names("Sir Earle Page met Lord Swift.") == Names{"Earle Page", "Swift"});
}

TEST_CASE("in a list an office belongs to the name before it") {
  CHECK(offices("He saw Warren Hughes, Assistant Secretary of State, Carl Bolen, newly appointed "
                "Counsellor, and others.")
            .at("Warren Hughes") == "Assistant Secretary of State");
}

TEST_CASE("nicknames, second surnames and names like a state's are parts of a name") {
  CHECK(names("R.B. (Rob) Cutler, British Home Secretary, left.") == Names{"R.B. (Rob) Cutler"});
  CHECK(names("James \"Jim\" Farrow, Secretary of Agriculture, left.") ==
        Names{"James \"Jim\" Farrow"});
  CHECK(names("Eduardo FREI Ruiz-Tagle was elected president.") ==
        Names{"Eduardo FREI Ruiz-Tagle"});
  CHECK(names("Roger Israel Zakhov, Nominee for Ambassador to Malta, left.") ==
        Names{"Roger Israel Zakhov"});
  CHECK(names("In Jordan Kaladar protested. Chad and Niger were named.") == Names{});
  CHECK(names("Mr Mohd. Yusof Hassan spoke for all.") == Names{"Mohd. Yusof Hassan"});
}

TEST_CASE("a surname joined to another one is one, too") {
  CHECK(names("Mr. Evander, Tangeman and Cilentano will attend.") ==
        Names{"Evander", "Tangeman", "Cilentano"});
  CHECK(names("Mr. Brown and Canada, Mr. Marlow and Parliament agreed.") ==
        Names{"Brown", "Marlow"});
}

TEST_CASE("two initials and a surname are a person, hours are none") {
  CHECK(offices("A. S. Wattle then acted as Ambassador, and N. E. Archman stayed.") ==
        Offices{{"A. S. Wattle", "Ambassador"}, {"N. E. Archman", ""}});
  CHECK(names("It began at 1:45 P.M. EDT, in Washington, D.C. Nobody came.") == Names{});
}

TEST_CASE("whom one tells, asks or talks with is a person") {
  CHECK(names("Please discuss this with Fordman, Beasleyson and Makinen.") ==
        Names{"Fordman", "Beasleyson", "Makinen"});
  CHECK(names("The Department informed Crosswell that Kampala would not agree.") ==
        Names{"Crosswell"});
}

TEST_CASE("an acronym or a company behind a name is no part of it") {
  CHECK(names("It was told that the Biden FAA hired them.") == Names{});
  CHECK(names("The largest General Motors plant is in Ohio.") == Names{});
  CHECK(names("Guilherme POSSER DA COSTA (MLSTP) came second.") ==
        Names{"Guilherme POSSER DA COSTA"});
}

TEST_CASE("in a list each person has the office that stands before the name") {
  CHECK(offices("I greet the President of the Senate, Mr. Anders Holmqvist, the Secretary-General, "
                "Mr. Pablo Quirante, and all guests.") ==
        Offices{{"Anders Holmqvist", "President of the Senate"},
                {"Pablo Quirante", "Secretary-General"}});
  CHECK(offices("They elected Mr. Holmqvist, President, Mr. Quirante, Vice-President, and Mr. "
                "Tellander, Rapporteur.") == Offices{{"Holmqvist", "President"},
                                                     {"Quirante", "Vice-President"},
                                                     {"Tellander", "Rapporteur"}});
}

TEST_CASE("an office of several is each one's in the singular") {
  CHECK(offices("We met Presidents Anders Holmqvist, Pablo Quirante and Olof Tellander.") ==
        Offices{{"Anders Holmqvist", "President"},
                {"Pablo Quirante", "President"},
                {"Olof Tellander", "President"}});
  CHECK(offices("We thank the co-chairs, Anders Holmqvist and Pablo Quirante.") ==
        Offices{{"Anders Holmqvist", "co-chair"}, {"Pablo Quirante", "co-chair"}});
}

TEST_CASE("what one is called is no office") {
  CHECK(offices("We stand by comrade Pablo Quirante.") == Offices{{"Pablo Quirante", ""}});
  CHECK(names("The Chief Whips meeting is over.") == Names{});
}

TEST_CASE("a long office and a name with a pilgrim's title are whole") {
  CHECK(offices("The Special Representative of the Secretary-General and Head of the United "
                "Nations Multidimensional Integrated Stabilization Mission in Mali, Mr. El-Hadj "
                "Moussa Kourtou, spoke.") ==
        Offices{{"El-Hadj Moussa Kourtou",
                 "Special Representative of the Secretary-General and Head of the United Nations "
                 "Multidimensional Integrated Stabilization Mission in Mali"}});
}

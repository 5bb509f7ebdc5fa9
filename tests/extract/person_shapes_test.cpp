// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/extract/said.h"

using namespace attache;
using test::Names;
using test::names;
using test::Offices;
using test::offices;

TEST_CASE("words of the language behind an office or a rank are no surname") {
  CHECK(names("Prime Minister Instructions on Trade\n\nThey were sent out.") == Names{});
  CHECK(names("Foreign Minister Remarks at the Opening\n\nIt rained.") == Names{});
  CHECK(names("We follow the advice of the General Chiefs of Staff.") == Names{});
  CHECK(names("The Admiral Staffs met in the General Headquarters.") == Names{});
  CHECK(names("President Speeches and Interviews\n\nThe page was last changed in May.") == Names{});
  CHECK(names("General Provisions apply.") == Names{});
  CHECK(names("Ambassador Lovett and Secretary Hull met General Marshall.").size() == 3);
}

TEST_CASE("a shortened word is no name") {
  CHECK(names("I've asked our allies to join us.") == Names{});
  CHECK(names("They've told us, and We'll reply.") == Names{});
  CHECK(names("It was told by Don\xE2\x80\x99t Panic.") == Names{});
  CHECK(names("President Sean O'Hara and Prime Minister Lia D'Agosti spoke.") ==
        Names{"Sean O'Hara", "Lia D'Agosti"});
}

TEST_CASE("an apostrophe may be a letter of a name") {
  CHECK(names("PRESIDENT UMARO YAR' ADUBA: Thank you very much.") == Names{"UMARO YAR' ADUBA"});
  CHECK(names("We greet President Mariam Sa\xE2\x80\x99 Adula of that State.") ==
        Names{"Mariam Sa\xE2\x80\x99 Adula"});
  CHECK(names("Minister Ahmed 'Abdirov spoke to us.") == Names{"Ahmed 'Abdirov"});
  CHECK(names("President Gonzales' party won.") == Names{"Gonzales"});
  CHECK(names("They call him 'President Kowak' Tadeusz of old.") == Names{"Kowak"});
}

TEST_CASE("initials without full stops belong to the surname behind them") {
  CHECK(names("(Ms P M Hollander): Mr Chairman, I rise.") == Names{"P M Hollander"});
  CHECK(names("The Chair called upon Mr A J Jordan to speak.") == Names{"A J Jordan"});
  CHECK(names("Commissioner Mrs L N Swede spoke.") == Names{"L N Swede"});
  CHECK(names("Ms. T. H. Finn replied.") == Names{"T. H. Finn"});
  CHECK(names("The Foreign Minister (Mr R G Caseley) replied.") == Names{"R G Caseley"});
  CHECK(names("The Chair gave the floor to Ms K M.") == Names{});
}

TEST_CASE("an office stands before the article of a title") {
  CHECK(offices("It was said by the Minister of Trade the Hon. J. B. Chiflan in Lagos.") ==
        Offices{{"J. B. Chiflan", "Minister of Trade"}});
  CHECK(offices("We met the Minister of External Affairs, the Right Hon. F. W. Dodgeson, there.") ==
        Offices{{"F. W. Dodgeson", "Minister of External Affairs"}});
  CHECK(offices("We honour the Governor of the Bank, the late Mr. Babat Oke, who died.") ==
        Offices{{"Babat Oke", "Governor of the Bank"}});
  CHECK(offices("We heard NATO General Secretary Mr Woermer in Brussels.") ==
        Offices{{"Woermer", "NATO General Secretary"}});
}

TEST_CASE("who is spoken to is not who is named next") {
  CHECK(offices("Thank you, dear Madam Federal Chancellor, Mr Teltower, ladies and gentlemen!") ==
        Offices{{"Teltower", ""}});
  CHECK(offices("Mr. President, Secretary-General, Mr. Kovalsky, guests, I begin.") ==
        Offices{{"Kovalsky", ""}});
  CHECK(offices("Mister Chairman, Mrs Olenska, friends, we are late.") == Offices{{"Olenska", ""}});
  CHECK(offices("The Secretary-General, Mr. Kovalsky, said so.") ==
        Offices{{"Kovalsky", "Secretary-General"}});
  CHECK(offices("Mrs Adubayo, leaders of parties, members, I greet you.") ==
        Offices{{"Adubayo", ""}});
}

TEST_CASE("signatures in columns have the offices below them") {
  const Offices both{{"Anna Virtanen", "Minister of Foreign Affairs of Finland"},
                     {"Juan Pereda", "Minister of Defence of Bolivia"}};
  CHECK(offices("Done at Oslo, in duplicate.\n\n"
                "Anna Virtanen                 Juan Pereda\n"
                "Minister of Foreign Affairs   Minister of Defence\n"
                "of Finland                    of Bolivia\n\nThe annex follows here.\n") == both);
  CHECK(offices("Done at Oslo.\n\nAnna\nVirtanen                       \nJuan Pereda\n\n"
                "Minister of Foreign Affairs             Minister\nof Defence\n\n"
                "of\nFinland           of Bolivia\n\nWitnessed by:        Witnessed by:\n") ==
        both);
  CHECK(
      offices("Done.\n\nA. B. SMITHSON\tC. D. JONESKY\nPresident of Chad\tPresident of Niger\n") ==
      Offices{{"A. B. SMITHSON", "President of Chad"}, {"C. D. JONESKY", "President of Niger"}});
}

TEST_CASE("two names that the lexicon knows for one person are one person") {
  CHECK(names("Madiba, Nelson Mandela, remains an example.") == Names{"Nelson Mandela"});
  CHECK(names("Quaid-e-Azam Muhammad Ali Jinnah spoke to the people.") ==
        Names{"Muhammad Ali Jinnah"});
  CHECK(names("Madiba is gone. We remember Nelson Mandela.").size() == 1);
}

TEST_CASE("a king and a prince of one house are two where one sentence names both") {
  CHECK(offices("After they met King Faruk, President Olsen and Crown Prince Omar bin Faruk "
                "talked.")
            .size() == 3);
  CHECK(names("President Ana Olsen came. The guests greeted President Olsen.").size() == 1);
}

// SPDX-License-Identifier: MIT
#include "seed/text/segment.h"

#include <string>

#include "seed/text/line_lists.h"
#include "seed/text/note_marks.h"
#include "tests/catch.h"

using namespace attache;

namespace {

struct Fixture {
  Vocabulary vocabulary;
  SentenceRules rules;

  Fixture() {
    for (const char* mark : {".", ",", "'s"}) vocabulary.intern(mark);
    for (const char* word : {"the", "we", "in", "it", "this", "he"})
      vocabulary.add_classes(vocabulary.intern(word), WordClass::determiner);
    abbreviation("mr", Abbreviation::title);
    abbreviation("no", Abbreviation::number);
    abbreviation("etc", Abbreviation::inner);
    for (const char* word : {"rt", "hon", "wm", "ing"}) abbreviation(word, Abbreviation::title);
    abbreviation("art", Abbreviation::number);
    abbreviation("marshal", Abbreviation::none);
    for (const char* word : {"osce", "pay", "cop", "article"}) vocabulary.intern(word);
    rules.add(vocabulary.find("cop"), Joint::numbered_name);
    rules.add(vocabulary.find("article"), Joint::numbered);
    vocabulary.add_classes(vocabulary.intern("was"), WordClass::auxiliary);
    vocabulary.add_classes(vocabulary.intern("of"), WordClass::preposition);
    vocabulary.add_classes(vocabulary.intern("and"), WordClass::coordinator);
  }
  void abbreviation(const char* word, Abbreviation kind) {
    rules.set(vocabulary.intern(word), kind);
  }
  std::vector<Sentence> cut(std::string_view text, bool marked_up = false) {
    std::vector<Token> tokens;
    tokenize(text, vocabulary, tokens);
    drop_page_numbers(tokens, text);
    drop_note_marks(tokens, text, vocabulary, rules);
    std::vector<Sentence> sentences;
    segment(text, tokens, vocabulary, rules, sentences, {}, marked_up);
    return sentences;
  }
  std::vector<std::string> texts(std::string_view text, bool marked_up = false) {
    std::vector<std::string> out;
    for (const auto& sentence : cut(text, marked_up)) out.emplace_back(slice(text, sentence.span));
    return out;
  }
};

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("sentences end at full stops, not at abbreviations, initials or decimals") {
  Fixture f;
  CHECK(f.texts("Mr. Smith came. He spoke.") == List{"Mr. Smith came.", "He spoke."});
  CHECK(f.texts("We met Mr. (ret.) Carter then.") == List{"We met Mr. (ret.) Carter then."});
  CHECK(f.texts("Resolution No. 242 stands. We hold it.") ==
        List{"Resolution No. 242 stands.", "We hold it."});
  CHECK(f.texts("J. F. Kennedy and H.E. Mr. Ban met.") ==
        List{"J. F. Kennedy and H.E. Mr. Ban met."});
  CHECK(f.texts("It grew 3.5 per cent. We saw it.") == List{"It grew 3.5 per cent.", "We saw it."});
  CHECK(f.texts("The U.S. Senate met in the U.S. We left.") ==
        List{"The U.S. Senate met in the U.S.", "We left."});
  CHECK(f.texts("Oil, gas, etc. are sold. Why? Who knows!") ==
        List{"Oil, gas, etc. are sold.", "Why?", "Who knows!"});
}

TEST_CASE("closing quotes and brackets belong to the sentence before them") {
  Fixture f;
  CHECK(f.texts("He said \u201cwe go.\u201d The rest stayed.") ==
        List{"He said \u201cwe go.\u201d", "The rest stayed."});
  CHECK(f.texts("(It rained.) The day ended.") == List{"(It rained.)", "The day ended."});
}

TEST_CASE("hard-wrapped lines join, blank lines cut") {
  Fixture f;
  const std::string text =
      "The aim of our policy is to keep the peace in\nthe region and to work with all of the "
      "states\nof the world for the good of the peoples "
      "of\nthe region. It is old.\n\nIn this we trust\nas we always did";
  const auto sentences = f.texts(text);
  REQUIRE(sentences.size() == 3);
  CHECK(sentences[1] == "It is old.");
  CHECK(sentences[2] == "In this we trust\nas we always did");
}

TEST_CASE("a page number on a line of its own does not cut a sentence") {
  Fixture f;
  const std::string text = "We work for the\n\n- 12 -\n\ngood of all.";
  CHECK(f.texts(text) == List{text});
}

TEST_CASE("list items are sentences of their own, without their markers") {
  Fixture f;
  const auto sentences = f.cut("Aims\n- keep peace;\n- build trust.\n(a) one thing\n2. The other");
  REQUIRE(sentences.size() == 5);
  CHECK(sentences[0].heading);
  CHECK(sentences[1].item);
  CHECK(sentences[1].bullet);
  CHECK(sentences[4].item);
  CHECK_FALSE(sentences[4].bullet);
  CHECK(f.texts("Aims\n- keep peace;")[1] == "keep peace;");
}

TEST_CASE("every token but list markers is in exactly one sentence, in order") {
  Fixture f;
  for (const char* text : {"", ".", "...", "A", "\n\n\n", "a.b.c. D", "1.\n2.\n", "(a)\n(b)",
                           "- \n-", "Mr.", "U.S."}) {
    std::uint32_t at = 0;
    for (const auto& sentence : f.cut(text)) {
      CHECK(sentence.first >= at);
      CHECK(sentence.last > sentence.first);
      at = sentence.last;
    }
  }
}

TEST_CASE("a sentence without an end is cut behind a comma, and where none stands, at all events") {
  Fixture f;
  std::string commas, words;
  for (int i = 0; i < 1000; ++i) commas += "peace, ";
  for (int i = 0; i < 3000; ++i) words += "peace ";
  for (const auto& text : {commas, words}) {
    const auto sentences = f.cut(text);
    REQUIRE(sentences.size() > 1);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      CHECK(sentences[s].last - sentences[s].first <= 1024);
      CHECK_FALSE(sentences[s].heading);
      if (s > 0) CHECK(sentences[s].first == sentences[s - 1].last);
    }
    CHECK(sentences.back().last == (text == commas ? 2000 : 3000));
  }
  const auto first = f.texts(commas).front();
  CHECK(first.ends_with("peace,"));
}

TEST_CASE("a long sentence that ends is whole") {
  Fixture f;
  std::string text = "We";
  for (int i = 0; i < 700; ++i) text += " seek";
  text += " peace. It is so.";
  CHECK(f.cut(text).size() == 2);
}

TEST_CASE("a run of stops is one end, whatever follows") {
  Fixture f;
  const std::string stops(500, '.');
  CHECK(f.texts("We seek peace" + stops + " It is so.") ==
        List{"We seek peace" + stops, "It is so."});
  CHECK(f.texts("We seek peace" + stops + " and so on.") ==
        List{"We seek peace" + stops + " and so on."});
}

TEST_CASE("initials, Roman numbers and quoted questions end no sentence") {
  Fixture f;
  for (const char* text :
       {"We thank Marshal E. I. Petrov for it.", "We met M. J. Savage there.", "See Art. V of it.",
        "See Art. I of it.", "\"What is peace?\" asked the man.", "\u201cNever!\u201d said he.",
        "He (who would?) went on.", "A. SMITH President of it",
        "The late Wm. Brown and the Rt. Hon. E. G. Smith met Ing. R. Alvarez."})
    CHECK(f.texts(text) == List{text});
  CHECK(f.texts("We saw you and I. Then we left.").size() == 2);
  CHECK(f.texts("It is in the U.S. The end came.") == List{"It is in the U.S.", "The end came."});
  for (const char* text : {"Vitamin C. We need it.", "King George V. We saw him."})
    CHECK(f.texts(text).size() == 2);
}

TEST_CASE("initials of one signature take no letter from another") {
  Fixture f;
  CHECK(f.texts("G. EYADEMA President of it\n\nH. E. BROWN\n\nF. X. SMITH\n").front() ==
        "G. EYADEMA President of it");
}

TEST_CASE("lines of signatures begin with initials, lines of lists with letters") {
  Fixture f;
  f.rules.add(f.vocabulary.intern("aims"), Joint::no_surname);
  CHECK(f.texts(
            "A. SMITH President of Chad\n\nB. JONES Minister of Mali\n\nC. Olsonov, Minister\n\nI. "
            "PETROV\n\nV. SIDOROV\n") == List{"A. SMITH President of Chad",
                                              "B. JONES Minister of Mali", "C. Olsonov, Minister",
                                              "I. PETROV", "V. SIDOROV"});
  CHECK(f.texts("A. Aims\nWe seek peace.\n\nB. SMITH Papers\nWe seek it.\n") ==
        List{"Aims", "We seek peace.", "SMITH Papers", "We seek it."});
}

TEST_CASE("a sentence ends before the mark of a note, and no word takes it in") {
  Fixture f;
  CHECK(
      f.texts("It is so.[1] We go. They pay.1 We go. They pay.[2, 3] It is.\u00b9\u00b2 We go.") ==
      List{"It is so.", "We go.", "They pay.", "We go.", "They pay.", "It is.", "We go."});
  CHECK(f.texts("It is so.[4]We go.") == List{"It is so.", "We go."});
  CHECK(
      f.texts("It is so.(9) We go. They joined in 2005.6 We did not. It grew by 1,200.6 We") ==
      List{"It is so.", "We go.", "They joined in 2005.", "We did not.", "It grew by 1,200.6 We"});
  CHECK(f.texts("It made 2005.6 GW").size() == 1);
  CHECK(f.texts("We left.2, 3 They stayed.4-6 We pay.vi They stayed.a We go.") ==
        List{"We left.", "They stayed.", "We pay.", "They stayed.", "We go."});
  CHECK(f.texts("It grew.2, 3 per cent") == List{"It grew.2, 3 per cent"});
  CHECK(f.texts("See Art.1 We") == List{"See Art.1 We"});
  CHECK(f.texts("It grew.5 per cent") == List{"It grew.5 per cent"});
  std::vector<Token> tokens;
  const std::string_view text = "OSCE1 OSCE\u00b9 COP27 G20 article5 km\u00b2 pay1 unknown1";
  tokenize(text, f.vocabulary, tokens);
  CHECK(drop_note_marks(tokens, text, f.vocabulary, f.rules).size() == 3);
  List words;
  for (const auto& token : tokens) words.emplace_back(slice(text, token.span()));
  CHECK(words ==
        List{"OSCE", "OSCE", "COP27", "G20", "article5", "km", "\u00b2", "pay", "unknown1"});
}

TEST_CASE("numbers that count on within a paragraph mark items") {
  Fixture f;
  const auto sentences = f.cut("Our aims: 1. To trade 2. To build. 3. To grow.");
  REQUIRE(sentences.size() == 4);
  CHECK(sentences[1].item);
  CHECK(f.texts("Our aims: 1. To trade 2. To build. 3. To grow.") ==
        List{"Our aims:", "To trade", "To build.", "To grow."});
  CHECK(f.texts("1. We trade. 2. We build.") == List{"We trade.", "We build."});
  CHECK(f.texts("See article 1. The other is article 2. The end.").size() == 3);
  CHECK(f.texts("One thing. (b) The other.") == List{"One thing.", "The other."});
  CHECK(f.texts("a) One thing. b) The other. ii) The third.") ==
        List{"One thing.", "The other.", "The third."});
}

TEST_CASE("a line's end is a space where the words or the other lines say so") {
  Fixture f;
  // Two lines: what an article, a preposition or "and" ends goes on.
  CHECK(f.texts("We thank the\nMinister.").size() == 1);
  CHECK(f.texts("The friends of\nPeter came.").size() == 1);
  // A heading, an address and verse stay apart.
  CHECK(f.texts("Foreign policy\nWe seek peace.").size() == 2);
  CHECK(f.texts("Peter Olsen\nMinister of Trade\nNorland").size() == 3);
  CHECK(f.texts("Mr. President,\nThis year was good.").size() == 2);
  // Lines of 120 bytes that go on in lower case are wrapped lines.
  const std::string half(110, 'x');
  const auto wide = f.texts(half + " we\nseek " + half + "\nNorthern " + half + "\nand peace.");
  CHECK(wide.size() == 1);
  // What was lost behind an article is not made up.
  CHECK(f.texts("We saw the\nIn this we trust.").size() == 2);
}

TEST_CASE("a dash within a sentence may open a line; one that opens an item does") {
  Fixture f;
  CHECK(
      f.texts("we seek what is known to all of us here\nand good to all of the many peoples that\n"
              "we know \u2014 and to the whole of our people\n\u2014 as the peace of nations.")
          .size() == 1);
  CHECK(f.texts("we seek what is good for all of us and\nof our people, namely these aims here:\n"
                "\u2014 peace among all of the nations and\nthe states;\n\u2014 trade.")
            .size() == 3);
}

TEST_CASE("a name that is known reaches over a line's end") {
  Fixture f;
  const std::string_view text = "We seek an Atomic Energy\nAgency here.";
  std::vector<Token> tokens;
  tokenize(text, f.vocabulary, tokens);
  std::vector<Sentence> sentences;
  segment(text, tokens, f.vocabulary, f.rules, sentences, {5});
  CHECK(sentences.size() == 1);
  segment(text, tokens, f.vocabulary, f.rules, sentences);
  CHECK(sentences.size() == 2);
}

TEST_CASE("a number, a label or a name behind an abbreviation goes on with it") {
  Fixture f;
  for (const char* word : {"para", "subpara", "doc", "res", "annex"})
    f.abbreviation(word, Abbreviation::number);
  for (const char* word : {"ca", "km", "mar", "ph"}) f.abbreviation(word, Abbreviation::inner);
  for (const char* word : {"sub", "vice"}) f.vocabulary.intern(word);
  for (const char* word : {"min", "mass", "pres"})
    f.rules.set_capital(f.vocabulary.intern(word), Abbreviation::inner);
  f.vocabulary.add_classes(f.vocabulary.intern("will"), WordClass::modal);
  f.vocabulary.add_classes(f.vocabulary.intern("then"), WordClass::adverb);
  for (const char* text :
       {"It is in para. (a) of it.", "See sub-para. (iv) of it.", "See Doc. No. 5 of it.",
        "See Sub-para. 3 of it.", "It was ca. 1990.", "Vice-Pres. Olsen and Min. Ivanov met.",
        "The U.N. No. 5 is here.", "In Art. V. of it.", "The people of No. Ireland met."})
    CHECK(f.texts(text) == List{text});
  CHECK(f.texts("He left on 3 Mar. Will the others?") ==
        List{"He left on 3 Mar.", "Will the others?"});
  CHECK(f.texts("It was 3 km. Then none.") == List{"It was 3 km.", "Then none."});
  CHECK(f.texts("They read Art. V. The text is short.") ==
        List{"They read Art. V.", "The text is short."});
  CHECK(f.texts("A Ph.D. He had none.") == List{"A Ph.D.", "He had none."});
  // In small letters it is a word.
  CHECK(f.texts("It gains mass. Then it falls.").size() == 2);
  CHECK(f.texts("It gains mass. Ivanov left.").size() == 2);
  CHECK(f.texts("Kim Sang-min. Ivanov left.").size() == 2);
}

TEST_CASE("what stands in brackets between sentences is one, and reported words are none") {
  Fixture f;
  f.vocabulary.add_classes(f.vocabulary.intern("asked"), WordClass::verb_ed);
  CHECK(f.texts("We pay. (Applause) We go on.") == List{"We pay.", "(Applause)", "We go on."});
  CHECK(f.texts("We pay. [Long applause] Peter rose.") ==
        List{"We pay.", "[Long applause]", "Peter rose."});
  CHECK(f.texts("(Acting) President Olsen came.").size() == 1);
  CHECK(f.texts("Is it war? asked the Minister.").size() == 1);
  CHECK(f.texts("Is it war? We asked.").size() == 2);
}

TEST_CASE("a marker behind an opening quotation mark is the item's") {
  Fixture f;
  CHECK(f.texts("It says:\n\n\u201c1. We pay.\n\n\u201c(b) We go.\u201d") ==
        List{"It says:", "We pay.", "We go.\u201d"});
  CHECK(f.texts("It says:\n\n\u201cWe pay.\u201d").back() == "\u201cWe pay.\u201d");
}

TEST_CASE("a short line above a blank one goes on with nothing") {
  Fixture f;
  CHECK(f.texts("Aims\n\nwe want peace.") == List{"Aims", "we want peace."});
  const std::string_view text = "Ministry of Foreign Affairs\n\nMinister opens embassy";
  std::vector<Token> tokens;
  tokenize(text, f.vocabulary, tokens);
  std::vector<Sentence> sentences;
  segment(text, tokens, f.vocabulary, f.rules, sentences, {4});
  CHECK(sentences.size() == 2);
  // An article ends no heading.
  CHECK(f.texts("We work for the\n\ngood of all.").size() == 1);
}

TEST_CASE("blank lines between all lines part no paragraphs") {
  Fixture f;
  CHECK(f.texts("The men paid the respect that was due to Mr.\n\nBoutros Ghali and to all of the "
                "members of\n\nSecretariat, who had served under the rule of the\n\nUnited "
                "Nations for many years. It was then\n\nHelsinki that they left for.\n\nThe rest "
                "of the men who had come there\n\nstayed.")
            .size() == 3);
}

TEST_CASE("a short line in the midst of a sentence that began within a line goes on") {
  Fixture f;
  const std::string half(110, 'x');
  CHECK(f.texts("We seek " + half + "\nand " + half + ".\nThe rest. It was paid to President\n" +
                "Nujoma and others.")
            .back() == "It was paid to President\nNujoma and others.");
  CHECK(f.texts("It began in 1990-\n1991 and cost $4-\n5 m.").size() == 1);
}

TEST_CASE("paragraphs that mark-up has told are joined only where a page has torn them") {
  Fixture f;
  const std::string text =
      "It was so in the year 2004\n\nwe left in 2010 for trade,\n\npeace and\n\norder";
  CHECK(f.texts(text).size() == 1);
  CHECK(f.texts(text, true) ==
        List{"It was so in the year 2004", "we left in 2010 for trade,", "peace and", "order"});
  const std::string torn = "It was signed by the King of the\n\nrealm in 1999.";
  CHECK(f.texts(torn, true) == List{torn});
  const std::string page = "We work for peace and trade\n\n12\n\nin our region.";
  CHECK(f.texts(page, true) == List{page});
}

TEST_CASE("an item or definition goes on in lines that lie further in") {
  Fixture f;
  CHECK(f.texts("- to sign the\n  treaty of\n  Paris and to keep\n  its rules with Arab\n  States\n"
                "- to trade\n") ==
        List{"to sign the\n  treaty of\n  Paris and to keep\n  its rules with Arab\n  States",
             "to trade"});
  CHECK(f.texts("Term: a state that takes part in the\n      work of the Arab\n      League and "
                "pays\n      its dues\nOther: this\n")
            .size() == 2);
  // Lines below a short item are lines of their own.
  CHECK(f.texts("1. Aims\n   Peace\n   Trade\n2. Means\n").size() == 4);
}

TEST_CASE("a paragraph whose first line is indented goes on behind it") {
  Fixture f;
  CHECK(f.texts(
            "   The head of the\nstate, Mr. John\nSmith, spoke to\nall of us.\n   The King, Paul\n"
            "Brown, was here.\n   It is of the\nold world.\n") ==
        List{"The head of the\nstate, Mr. John\nSmith, spoke to\nall of us.",
             "The King, Paul\nBrown, was here.", "It is of the\nold world."});
}

TEST_CASE("lines that are filled to one width go on wherever the next word had no room") {
  Fixture f;
  const std::string text =
      "1. It was for the whole\nworld that the Economic\nCommunity and the Atomic\n"
      "Agency in this old town\nwere built with the many\nstates\n2. Aims\n3. Means\n4. "
      "Ways\n5. Peace\n6. Trade\n7. Law\n8. Order\n9. Aid\n10. Help\n";
  CHECK(f.texts(text).size() == 10);
}

TEST_CASE("markers of items in cells of their own, of definitions, and in wrapped mark-up") {
  Fixture f;
  CHECK(f.texts("1. | We support it.\n2. | We keep it.\n") ==
        List{"We support it.", "We keep it."});
  CHECK(f.texts("Term\n: a state of it\n") == List{"Term", "a state of it"});
  CHECK(f.texts("- it was for\nthe old\n1. item of\nthe list\n2. other\n", true) ==
        List{"it was for\nthe old", "item of\nthe list", "other"});
}

TEST_CASE("a sentence with a verb goes on behind a preposition at its line's end") {
  Fixture f;
  f.vocabulary.add_classes(f.vocabulary.intern("by"), WordClass::preposition | WordClass::adverb);
  std::string text;
  for (int i = 0; i < 10; ++i) text += "It is so.\n";
  text += "It was in the old town by\nGeneva.\n";
  CHECK(f.texts(text).back() == "It was in the old town by\nGeneva.");
}

TEST_CASE("items of a list whose semicolons end lines are sentences, and prose with one is not") {
  Fixture f;
  CHECK(
      f.texts("They agreed:\nto end the war\nof years; and\nto open trade;\nto meet.\n\nDone.") ==
      List{"They agreed:", "to end the war\nof years; and", "to open trade;", "to meet.", "Done."});
  // Also where lines are wrapped, and go on in small letters.
  const std::string prose =
      "we have asked for peace in this region for many years in which\n"
      "nobody has listened to what those who live here have to say on\n"
      "it, and we ask for it once more today before all of the people\n"
      "who have come here to listen to what we say.\n\n";
  CHECK(f.texts(prose + "the parties to this treaty have agreed on the following:\n"
                        "to end the war of years, as the law of nations would have it\n"
                        "done; and\nto open trade.")
            .size() == 4);
  CHECK(f.texts(prose + "we said this: we have asked for peace for a very long time now;\n"
                        "and we ask for it again; we shall go on to do so.")
            .size() == 2);
  CHECK(f.texts(prose + "we have asked for peace for a very long time on all the sides:\n"
                        "on this one; on that one;\nand on the third one.")
            .size() == 2);
}

TEST_CASE("an item goes on over a line that ends with a preposition, or before its semicolon") {
  Fixture f;
  CHECK(f.texts("(a) The meeting of\nNorville\n(b) The other") ==
        List{"The meeting of\nNorville", "The other"});
  CHECK(f.texts("(a) The new Berg\nHouse;\n(b) The old Olsen\nHouse.\n") ==
        List{"The new Berg\nHouse;", "The old Olsen\nHouse."});
  // Items without semicolons end where their lines do.
  CHECK(f.texts("- The new house\n- The old one\nNorlandia lives.") ==
        List{"The new house", "The old one", "Norlandia lives."});
}

TEST_CASE("drawn lines stand in no sentence and part those around them") {
  Fixture f;
  std::vector<Token> tokens;
  for (const char* line : {"---", "_____", "* * *", "==========", "- - -", "\u2014\u2014\u2014"}) {
    const std::string text = std::string("We met\n") + line + "\nthe others.";
    tokenize(text, f.vocabulary, tokens);
    drop_drawn_lines(tokens, text);
    INFO(line);
    REQUIRE(tokens.size() == 5);
    CHECK(tokens[2].blank);
  }
  const std::string kept = "We met\n- the others\n-- and more";
  tokenize(kept, f.vocabulary, tokens);
  const std::size_t all = tokens.size();
  drop_drawn_lines(tokens, kept);
  CHECK(tokens.size() == all);
}

TEST_CASE("a line that ends open goes on, though the next one begins like an item") {
  Fixture f;
  f.rules.add(f.vocabulary.intern("section"), Joint::numbered);
  const auto one = [&](const std::string& text) { return f.texts(text).size() == 1; };
  CHECK(one("It was set out in rules (c),\n(d) and (e) of the whole."));
  CHECK(one("It was set out in rules (2) and\n(3) of the whole."));
  CHECK(f.texts("It was said in section\nI. We agree.") ==
        List{"It was said in section\nI.", "We agree."});
  CHECK(one("It was the law of Queen Anne\nV. Norlandia has it."));
  CHECK(one("It was done by King John\nX. had died."));
  CHECK(f.texts("It was not said in the last rule,\n2. Norlandia has said it.").front() ==
        "It was not said in the last rule,\n2.");
  // Labels that count on are those of lists, and a line that ends is no open one.
  CHECK(f.texts("We agree on the law,\n(a) of peace, and\n(b) of trade.") ==
        List{"We agree on the law,", "of peace, and", "of trade."});
}

TEST_CASE("one word behind another sentence on its line goes on, and so does a comma") {
  Fixture f;
  f.vocabulary.add_classes(f.vocabulary.intern("as"), WordClass::subordinator);
  f.vocabulary.add_classes(f.vocabulary.intern("might"), WordClass::modal);
  f.vocabulary.add_classes(f.vocabulary.intern("i"), WordClass::pronoun);
  CHECK(f.texts("He spoke. As\nI said, it was so.") == List{"He spoke.", "As\nI said, it was so."});
  CHECK(f.texts("He spoke. Might\nI, at last, go?").size() == 2);
  CHECK(f.texts("As he of the old and the new house said here,\nI go on.").size() == 1);
  CHECK(f.texts("Rule 1. Scope\nRule 2. Aims").size() > 2);
}

TEST_CASE("a sentence ends behind a small abbreviation where a name and its verb follow another") {
  Fixture f;
  f.vocabulary.add_classes(f.vocabulary.intern("voted"), WordClass::verb_ed);
  CHECK(f.texts("It was the law etc. Norlandia voted.") ==
        List{"It was the law etc.", "Norlandia voted."});
  CHECK(f.texts("The law etc. Norlandia voted.").size() == 1);
  CHECK(f.texts("The law, the court, etc. Norlandia voted.").size() == 2);
  CHECK(f.texts("It was law at 5 p.m. Norlandia voted.").size() == 2);
  CHECK(f.texts("It was law at 5 p.m. Monday.").size() == 1);
  CHECK(f.texts("It was law in all, e.g. Norlandia voted.").size() == 1);
  CHECK(f.texts("It was the law etc. Norlandia Day.").size() == 1);
  CHECK(f.texts("It was in Springfield, D.C. Anna Olsen voted.").size() == 2);
  CHECK(f.texts("It was the D.C. Council voted.").size() == 1);
}

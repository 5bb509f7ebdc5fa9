// SPDX-License-Identifier: MIT
// Pages whose lines stand where the tests put them: paragraphs, columns, notes, heads and feet.
#include <array>
#include <sstream>

#include "tests/catch.h"
#include "tests/read/pdf_writer.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

using Page = std::vector<PdfText>;

std::string text_of(const std::vector<Page>& pages) {
  return read_built(pdf_of(pages), "a.pdf").text;
}

void add_lines(Page& page, int left, int top, int step, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    page.push_back({left, top, line});
    top += step;
  }
}

/// Lines of at most so many bytes.
std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  std::vector<std::string> lines(1);
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > width)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
  }
  return lines;
}

const std::vector<std::string> left_lines = {
    "The Government of Norlandia holds that",    "peace in the region rests on the law,",
    "and that every state, large or small, may", "call upon the Court where it is wronged",
    "by a neighbour. It has done so twice, and", "it has kept to what the Court has said on"};
const std::vector<std::string> right_lines = {
    "both of these occasions, though it did not", "win either. The same is asked of others",
    "who have signed the Charter as we have. We", "shall go on to support the Court, with all",
    "the means that a small state has at hand,",  "and to pay what it is asked in due time."};
const std::string both_columns =
    "The Government of Norlandia holds that peace in the region rests on the law, and that every "
    "state, large or small, may call upon the Court where it is wronged by a neighbour. It has "
    "done so twice, and it has kept to what the Court has said on both of these occasions, though "
    "it did not win either. The same is asked of others who have signed the Charter as we have. We "
    "shall go on to support the Court, with all the means that a small state has at hand, and to "
    "pay what it is asked in due time.";

}  // namespace

TEST_CASE("PDF: a paragraph stays one whatever its leading") {
  for (const int leading : {12, 14, 17, 19, 23, 27}) {
    Page page;
    add_lines(page, 72, 100, 14,
              {"The Government has acted in all of these matters as it said that it would, and",
               "it will go on to do so in the years to come, with those who want the same as we",
               "do and against no one."});
    add_lines(page, 72, 160, leading,
              {"We strengthen the International Atomic Energy",
               "Agency in what it does for the "
               "safety of all, and we have received Vice",
               "President Brown in the capital; we "
               "also met the Foreign",
               "Minister of Norlandia at the seat of the Agency."});
    add_lines(page, 72, 160 + 4 * leading + 14, 14,
              {"The third paragraph is set as the first one was, in lines that are as far apart as",
               "those were, and it ends here."});
    INFO(leading);
    CHECK(text_of({page}) ==
          "The Government has acted in all of these matters as it said that it would, and it will "
          "go on to do so in the years to come, with those who want the same as we do and against "
          "no one.\n\n"
          "We strengthen the International Atomic Energy Agency in what it does for the safety of "
          "all, and we have received Vice President Brown in the capital; we also met the Foreign "
          "Minister of Norlandia at the seat of the Agency.\n\n"
          "The third paragraph is set as the first one was, in lines that are as far apart as "
          "those were, and it ends here.\n");
  }
}

TEST_CASE("PDF: what stands at the edges of pages goes, and a sentence runs on over them") {
  const auto page = [](int number, Page lines) {
    lines.push_back({500, 40, "A/60/PV." + std::to_string(12)});
    lines.push_back({72, 54, "Sixtieth session"});
    lines.push_back({60, 800, "25-10739 (E)"});
    lines.push_back({280, 800, std::to_string(number) + "/3"});
    lines.push_back({500, 815, "*2510739*"});
    return lines;
  };
  CHECK(text_of({page(1, {{72, 120, "The Assembly asks all states to strengthen the"},
                          {72, 134, "International Atomic Energy"}}),
                 page(2, {{72, 120, "Agency, which has done much, and to give it the influ-"}}),
                 page(3, {{72, 120, "ence that it needs."}})}) ==
        "The Assembly asks all states to strengthen the International Atomic Energy Agency, which "
        "has done much, and to give it the influence that it needs.\n");
}

TEST_CASE("PDF: heads that name chapters go by the page numbers beside them") {
  const std::vector<std::string> heads = {"14 Of war", "15 Of peace", "16 Of trade"};
  const std::vector<std::string> lines = {"The sentence of this book goes on",
                                          "over its pages, and", "in the end it ends."};
  std::vector<Page> pages;
  for (std::size_t i = 0; i < heads.size(); ++i)
    pages.push_back({{72, 50, heads[i]}, {72, 120, lines[i]}});
  CHECK(text_of(pages) ==
        "The sentence of this book goes on over its pages, and in the end it ends.\n");
}

TEST_CASE("PDF: a sentence that begins pages with the same line is no head") {
  const auto pages = [](const std::vector<std::string>& heads, const std::string& line) {
    return std::vector<Page>{
        {{72, 40, heads[0]}, {72, 90, line}, {72, 104, "reaffirm our commitment to peace."}},
        {{72, 40, heads[1]}, {72, 90, line}, {72, 104, "resolve to strengthen the Union."}}};
  };
  for (const std::string line :
       {"We, the Ministers of the Member States of the Union, meeting here and now,",
        "We, the Ministers, meeting in the capital of Norlandia in the year of the Union to",
        "We, the Ministers,", "Norlandia and Sudland"}) {
    INFO(line);
    const std::string text = line + " reaffirm our commitment to peace.\n\n" + line +
                             " resolve to strengthen the Union.\n";
    CHECK(text_of(pages({"Norlandia White Paper 1", "Norlandia White Paper 2"}, line)) == text);
  }
}

TEST_CASE("PDF: a head over a sentence of the page before goes, however near it stands") {
  std::vector<Page> pages;
  for (const std::string line : {"which the Union holds to be the", "law of the sea and of the",
                                 "trade of all who sail upon it."})
    pages.push_back({{72, 50, "Norlandia White Paper"}, {72, 64, line}});
  pages[0][1].text = "We strengthen the Court,";
  pages[0].push_back({72, 800, "Ministry of Norlandia"});
  pages[1].push_back({72, 800, "Ministry of Norlandia"});
  for (std::size_t i = 0; i < 2; ++i) pages[i].push_back({72, 812, "mfa.norlandia.example"});
  CHECK(text_of(pages) ==
        "We strengthen the Court, law of the sea and of the trade of all who sail upon it.\n");
}

TEST_CASE("PDF: articles and numbered paragraphs at the tops of pages are no heads") {
  CHECK(text_of({{{72, 60, "Article 5"}, {72, 90, "States keep the peace."}},
                 {{72, 60, "Article 7"}, {72, 90, "States keep the law."}}}) ==
        "Article 5\n\nStates keep the peace.\n\nArticle 7\n\nStates keep the law.\n");
}

TEST_CASE("PDF: columns are read one after the other, below a heading across both") {
  for (const int lower : {0, 6}) {  // the right column's lines stand on other heights
    Page page = {
        {72, 100, "A heading that runs across the whole of the page above the columns", 14}};
    add_lines(page, 60, 150, 14, left_lines);
    add_lines(page, 320, 150 + lower, 14, right_lines);
    INFO(lower);
    CHECK(text_of({page}) ==
          "A heading that runs across the whole of the page above the columns\n\n" + both_columns +
              "\n");
  }
}

TEST_CASE("PDF: three columns, on heights of their own, and what is left of them on a last page") {
  const std::vector<std::string> lines = wrapped(both_columns, 27);
  const std::size_t third = (lines.size() + 2) / 3;
  for (const int lower : {0, 4}) {
    Page page = {{60, 90, "White Paper on Peace", 18}};
    for (std::size_t column = 0; column < 3; ++column) {
      const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(column * third);
      const auto end = column < 2 ? begin + static_cast<std::ptrdiff_t>(third) : lines.end();
      add_lines(page, 60 + 165 * static_cast<int>(column), 120 + lower * static_cast<int>(column),
                14, {begin, end});
    }
    INFO(lower);
    CHECK(text_of({page}) == "White Paper on Peace\n\n" + both_columns + "\n");
  }
  Page first, last;
  add_lines(first, 72, 120, 14, left_lines);
  add_lines(first, 320, 120, 14, right_lines);
  add_lines(
      last, 72, 120, 14,
      {"It is in this that all of the small states", "have put what they hope for, and it is to"});
  add_lines(last, 320, 120, 14, {"this that we are bound as well as they."});
  CHECK(text_of({first, last}) ==
        both_columns +
            "\n\nIt is in this that all of the small states have put what they hope for, and it "
            "is to this that we are bound as well as they.\n");
}

TEST_CASE("PDF: a heading of larger type in one column leaves the columns apart") {
  Page page;
  add_lines(page, 72, 120, 14, left_lines);
  page.push_back({306, 148, "2. Peace and the law", 15});
  add_lines(page, 306, 176, 14, {right_lines.begin(), right_lines.end() - 1});
  const std::string text = text_of({page});
  CHECK(text.find("large or small, may call upon the Court where it is wronged by a neighbour.") !=
        std::string::npos);
}

TEST_CASE("PDF: a capital that reaches down over lines is the first letter of its word") {
  for (const auto& [capital, first, begins] : std::vector<std::array<std::string, 3>>{
           {"N", "orlandia joined the law of the region in all", "Norlandia"},
           {"I", "n the year of this law all of us joined", "In the year"},
           {"I", "thank all of those who joined us then", "I thank all"},
           {"A", "law was made that all of us have to keep", "A law was"}}) {
    Page page = {{72, 70, "Policy Review", 20}, {72, 128, capital, 44}};
    add_lines(page, capital == "I" ? 88 : 106, 100, 14,
              {first, "that it does, and has since then been of",
               "help to the members. It goes on with it"});
    add_lines(page, 72, 142, 14,
              {"as it has done for years, and the law is known to all.",
               "The Court is known to the region."});
    const std::string text = text_of({page});
    INFO(text);
    CHECK(text.find(begins) != std::string::npos);
    CHECK(text.find("of help to the members. It goes on with it as it has") != std::string::npos);
  }
}

TEST_CASE("PDF: parties that sign side by side are read one after the other") {
  for (const int lower : {0, 14}) {  // the right one begins on the second line
    Page page = {{72, 80, "Done at Oslo, this 4th day of May 2004."}};
    add_lines(page, 72, 120, 14,
              {"For the Republic of Norlandia:", "Peter Olsen", "Minister of Trade"});
    add_lines(page, 340, 120 + lower, 14, {"For Soutland:", "Anna Berg", "Minister of Finance"});
    const std::string text = text_of({page});
    INFO(text);
    CHECK(text.find("Norlandia: Anna") == std::string::npos);
    const auto olsen = text.find("Peter Olsen"), trade = text.find("Minister of Trade"),
               south = text.find("For Soutland:"), berg = text.find("Anna Berg");
    CHECK((olsen < trade && trade < south && south < berg && berg != std::string::npos));
    CHECK(text.find("Minister of Trade\n\nFor Soutland:") != std::string::npos);
  }
}

TEST_CASE("PDF: small numbered lines below a text that breaks off are notes without raised marks") {
  Page page;
  add_lines(page, 72, 100, 14, left_lines);
  page.push_back({72, 200, "7 See the Annual Report of that year, in which all is told.", 8});
  page.push_back({72, 212, "8 Ibid., the chapter on the law.", 8});
  add_lines(page, 320, 100, 14, right_lines);
  CHECK(text_of({page}) ==
        both_columns +
            "\n\n[7] See the Annual Report of that year, in which all is told.\n\n"
            "[8] Ibid., the chapter on the law.\n");
}

TEST_CASE("PDF: a line of small type below a title is no raised mark of it") {
  const Page page = {{72, 100, "White Paper on Foreign Policy", 24},
                     {72, 113, "Oslo, 4 May 2004", 8},
                     {72, 150, "We seek the peace of the whole of the region.", 11}};
  CHECK(
      text_of({page}) ==
      "White Paper on Foreign Policy\n\nOslo, 4 May 2004\n\nWe seek the peace of the whole of the "
      "region.\n");
}

TEST_CASE("PDF: a table is no pair of columns") {
  Page page;
  const std::vector<std::string> states = {"Norlandia", "Sudlandia", "Estlandia", "Westlandia"};
  for (std::size_t i = 0; i < states.size(); ++i) {
    const int top = 150 + 14 * static_cast<int>(i);
    page.push_back({72, top, states[i]});
    page.push_back({250, top, "NATO"});
    page.push_back({400, top, "199" + std::to_string(i)});
  }
  CHECK(text_of({page}) ==
        "Norlandia NATO 1990\n\nSudlandia NATO 1991\n\nEstlandia NATO 1992\n\nWestlandia NATO "
        "1993\n");
}

TEST_CASE("PDF: sideways text is read upright, on turned pages and on others") {
  const std::vector<std::string> lines = {"The Government of Norlandia supports the work",
                                          "of the Court, and it has joined the African",
                                          "Union in the year of its foundation."};
  const std::string whole =
      "The Government of Norlandia supports the work of the Court, and it has joined the African "
      "Union in the year of its foundation.\n";
  for (const int rotate : {0, 90, 180, 270}) {
    Page sideways, upright;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const int step = 14 * static_cast<int>(i);
      sideways.push_back({200 + step, 700, lines[i], 11, true});
      upright.push_back({72, 200 + step, lines[i]});
    }
    INFO(rotate);
    CHECK(read_built(pdf_of({sideways}, "", rotate), "a.pdf").text == whole);
    CHECK(read_built(pdf_of({upright}, "", rotate), "a.pdf").text == whole);
    upright.push_back({300, 700, "A stamp on the side", 11, true});
    CHECK(read_built(pdf_of({upright}, "", rotate), "a.pdf").text ==
          whole + "\nA stamp on the side\n");
  }
}

TEST_CASE("PDF: notes stand behind the text, and their marks part from the words") {
  const Page first = {{72, 120, "The state is a member of the OSCE"},
                      {246, 116, "1", 7},
                      {254, 120, "and of the Council"},
                      {72, 134, "of Europe. It has signed the Charter, which it holds to be"},
                      {72, 760, "1", 5},
                      {76, 764, "See the Charter of Paris, which was", 8},
                      {72, 774, "signed in 1990.", 8},
                      {72, 784, "2", 5},
                      {76, 788, "A second note goes", 8}};
  const Page second = {{72, 120, "good law in all of its parts."},
                       {72, 780, "on here, on the next page.", 8}};
  CHECK(
      text_of({first, second}) ==
      "The state is a member of the OSCE and of the Council of Europe. It has signed the Charter, "
      "which it holds to be good law in all of its parts.\n\n"
      "[1] See the Charter of Paris, which was signed in 1990.\n\n"
      "[2] A second note goes on here, on the next page.\n");
}

TEST_CASE("PDF: raised letters and powers stay with their words") {
  CHECK(text_of({{{72, 120, "On the 24"},
                  {120, 116, "th", 7},
                  {128, 120, "of May 300 km"},
                  {199, 116, "2", 7},
                  {206, 120, "were given back."}}}) ==
        "On the 24th of May 300 km² were given back.\n");
}

TEST_CASE("PDF: titles are for people; a work file's name gives way to the largest lines") {
  const std::vector<Page> pages = {{{72, 100, "White Paper on the", 20},
                                    {72, 124, "Foreign Policy of Norlandia", 20},
                                    {72, 170, "The Government supports the Court in all it does."},
                                    {72, 184, "It has said so before, and it says so again now."}}};
  for (const char* name :
       {"Microsoft Word - draft 3 FINAL.doc", "untitled", "Untitled-1", "wp_cover.indd", "Layout 1",
        "Document1", "N0548760", "PowerPoint Presentation", "C:\\\\Users\\\\x\\\\paper", "", "-",
        "paper v2.docx", "<hi rend=x>A</hi>"})
    CHECK(read_built(pdf_of(pages, "/Title (" + std::string(name) + ")"), "a.pdf")
              .metadata.heading == "White Paper on the Foreign Policy of Norlandia");
  CHECK(read_built(pdf_of(pages, "/Title (A Word on Peace)"), "a.pdf").metadata.title ==
        "A Word on Peace");
}

TEST_CASE("PDF: compounds keep their hyphens at line ends where lines are not hyphenated") {
  Page page;
  std::vector<std::string> lines(60, "a line of common words that ends with no hyphen and goes on");
  lines[10] = "and all of the peoples of the world, who are fair-";
  lines[11] = "minded and who want to live in a common peace, know";
  add_lines(page, 72, 60, 12, lines);
  CHECK(text_of({page}).find("who are fair-minded and") != std::string::npos);
}

TEST_CASE("PDF: in lines that are hyphenated a prefix before its own vowel keeps the hyphen") {
  const auto read = [](const char* first, const char* second) {
    Page page;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < 30; ++i) {
      lines.emplace_back("the peoples of the world who want to live in common accord-");
      lines.emplace_back("ance with what they have declared and signed some days ago");
    }
    lines[10] = std::string("and all of the peoples of the world who want now to ") + first;
    lines[11] = std::string(second) + " and who want to live in peace with all others of it";
    add_lines(page, 72, 60, 12, lines);
    return text_of({page});
  };
  CHECK(read("re-", "evaluate").find("re-evaluate and") != std::string::npos);
  CHECK(read("pre-", "empt").find("pre-empt and") != std::string::npos);
  CHECK(read("de-", "escalate").find("de-escalate and") != std::string::npos);
  CHECK(read("cease-", "fire").find("cease-fire and") != std::string::npos);
  CHECK(read("post-", "pone").find("postpone and") != std::string::npos);
  CHECK(read("cross-", "ing").find("crossing and") != std::string::npos);
  CHECK(read("four-", "teen").find("fourteen and") != std::string::npos);
  CHECK(read("self-", "less").find("selfless and") != std::string::npos);
  CHECK(read("re-", "solve").find("resolve and") != std::string::npos);
}

TEST_CASE("PDF: text that comes again at the same place on another page is no head") {
  const auto page = [](const std::string& first) {
    Page result;
    add_lines(result, 72, 60, 14,
              {first + " The Government of Norlandia has for many years said in all of this that",
               "it will keep to its word in each of the bodies in which it has a seat, and",
               "that it asks no more than this of all of those that sit beside it in them."});
    add_lines(result, 72, 130, 14, std::vector<std::string>(20, "We hold to what we have said."));
    return result;
  };
  const std::string text = text_of({page("8."), page("17.")});
  for (const char* number : {"8.", "17."})
    CHECK(text.find(std::string(number) +
                    " The Government of Norlandia has for many years said in all of this that it "
                    "will keep to its word in each of the bodies in which it has a seat, and that "
                    "it asks no more than this of all of those that sit beside it in them.") !=
          std::string::npos);
}

TEST_CASE("PDF: what a sentence counts is no list, wherever its lines begin") {
  Page page;
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < 8; ++i)
    lines.emplace_back(
        "of the peoples of the world who want to live in peace with all of them and");
  lines.emplace_back("who have declared: (a) that they will keep to all of what they have signed;");
  lines.emplace_back("(b) that they will bring their disputes before the Court without any delay;");
  lines.emplace_back(
      "(c) that they want no weapons of any kind, and (d) that they will talk on to");
  lines.emplace_back("one another.");
  add_lines(page, 72, 60, 12, lines);
  CHECK(text_of({page}).find("signed; (b) that they will bring their disputes before the Court "
                             "without any delay; (c) that they want") != std::string::npos);
  Page list;
  lines.resize(8);
  lines.emplace_back("who have declared what follows:");
  lines.emplace_back("(a) that they will keep to all of what they have signed on that day before;");
  lines.emplace_back("(b) that they will bring their disputes before the Court without any delay;");
  lines.emplace_back("(c) that they want no weapons of any kind.");
  add_lines(list, 72, 60, 12, lines);
  CHECK(text_of({list}).find("before;\n\n(b) that") != std::string::npos);
}

TEST_CASE("PDF: a dash at the beginning of a line stands within the sentence") {
  const auto read = [](const std::string& before, const std::string& line) {
    Page page;
    std::vector<std::string> lines(
        10, "of the peoples of the world who want to live in peace with all of them and");
    lines[4] = before;
    lines[5] = line;
    add_lines(page, 72, 60, 12, lines);
    return text_of({page});
  };
  CHECK(read("of the peoples of the world who want to live in peace with them as of now",
             "\x97 I myself was there in those days \x97 and who asked for that with all of it")
            .find("as of now \u2014 I myself was") != std::string::npos);
  CHECK(read("of the peoples of the world who want to live in peace with them as of now",
             "\x97"
             "as I did in each of those days\x97"
             "and who asked for that with all of it and")
            .find("as of now\u2014as I did in") != std::string::npos);
}

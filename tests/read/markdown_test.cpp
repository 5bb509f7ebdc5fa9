// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::string words(const std::string& markdown) { return read_built(markdown, "a.md").text; }

/// The bytes of the file that a phrase of the text came from.
std::string in_file(const std::string& markdown, const std::string& phrase) {
  const Document document = read_built(markdown, "a.md");
  const std::size_t at = document.text.find(phrase);
  REQUIRE(at != std::string::npos);
  const Span text{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + phrase.size())};
  const Span file = document.map.to_source(text);
  return markdown.substr(file.begin, file.end - file.begin);
}

}  // namespace

TEST_CASE("front matter becomes metadata and is no text") {
  const std::string file =
      "---\ntitle: \"Our: aims\"\ncountry: AZE\ndate: 2005-09-17\nlang: en\nurl: "
      "https://x.example/\ntags: [a]\n---\n\nPeace is our aim.\n";
  const Document document = read_built(file, "a.md");
  CHECK(document.text == "Peace is our aim.\n");
  CHECK(document.metadata.title == "Our: aims");
  CHECK(document.metadata.country == "AZE");
  CHECK(document.metadata.date == "2005-09-17");
  CHECK(document.metadata.language == "en");
  CHECK(document.metadata.source == "https://x.example/");
  CHECK(document.media_type == "text/markdown");
  CHECK(in_file(file, "our aim") == "our aim");
}

TEST_CASE("a rule at the beginning is no front matter") {
  CHECK(words("---\n\nPeace.\n") == "Peace.\n");
}

TEST_CASE("mark-up is left out and the words stay where they are in the file") {
  const std::string file =
      "# Aims\nWe **support** the [United *Nations*](https://un.org \"t\") and "
      "`peace`![x](y.png).\n\n* trade\n* law\n\n> quoted\n";
  CHECK(words(file) ==
        "Aims\n\nWe support the United Nations and peace.\n\n- trade\n- law\n\nquoted\n");
  CHECK(in_file(file, "support") == "support");
  CHECK(in_file(file, "United Nations") == "United *Nations");
  CHECK(in_file(file, "Aims") == "Aims");
  CHECK(in_file(file, "law") == "law");
}

TEST_CASE("what tags raise is no part of the word before it, but an exponent or ordinal") {
  CHECK(words("the OSCE<sup>1</sup> and NATO<sup>[2]</sup>.<sup>3</sup> We pay.\n") ==
        "the OSCE and NATO. We pay.\n");
  CHECK(words("7<sup>th</sup> May, 5 km<sup>2</sup>, 10<sup>6</sup>\n") ==
        "7th May, 5 km\u00B2, 10\u2076\n");
  CHECK(words("it<sup>4</sup> and\n\n<sup>5\n\n1990 was good\n") ==
        "it and\n\n1990 was good\n");  // one that is left open hides nothing behind its paragraph
}

TEST_CASE("what only looks like mark-up stays") {
  CHECK(words("snake_case 2 * 3 a < b [sic] #1 C# !\n") ==
        "snake_case 2 * 3 a < b [sic] #1 C# !\n");
  CHECK(words("\\*not\\* x\n") == "*not* x\n");
}

TEST_CASE("every place of the text leads into the file, line ends that were put in too") {
  const std::string file = "Before.\n# Aims";
  const Document document = read_built(file, "a.md");
  CHECK(document.text == "Before.\n\nAims\n");
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    const Span span = document.map.to_source(Span{at, at + 1});
    CHECK(span.begin <= span.end);
    CHECK(span.end <= file.size());
  }
}

TEST_CASE("headings of both kinds stand alone") {
  CHECK(words("Before.\n## Aims ##\nText.\n") == "Before.\n\nAims\n\nText.\n");
  CHECK(words("Aims\n====\nText.\n") == "Aims\n\nText.\n");
}

TEST_CASE("fences, rules, comments, references and note marks vanish") {
  CHECK(words("a[^1] b\n\n***\n<!-- c --><b>d</b>\n\n[1]: http://x\n```\n# e\n```\n") ==
        "a b\n\nd\n\n# e\n");
}

TEST_CASE("a tag parts words or not, as it does on a page") {
  CHECK(words("NATO<br>the EU, H<sub>2</sub>O\n") == "NATO\nthe EU, H2O\n");
  CHECK(words("<div>Aims</div><p>Trade</p>\n") == "Aims\n\nTrade\n");
}

TEST_CASE("references to characters are the characters, and lead back to where they stand") {
  const std::string file = "C&ocirc;te d&rsquo;Ivoire&nbsp;&#38; Togo &unknown; x\n";
  CHECK(words(file) == "Côte d’Ivoire\u00a0& Togo &unknown; x\n");
  CHECK(in_file(file, "Côte") == "C&ocirc;te");
  CHECK(in_file(file, "Togo") == "Togo");
}

TEST_CASE("what is struck out is left out") {
  CHECK(words("We ~~join~~ leave.\n") == "We  leave.\n");
  CHECK(words("We ~~**join** us~~ leave.\n") == "We  leave.\n");
}

TEST_CASE("single tildes lower what they hold, as pandoc has it") {
  CHECK(words("CO~2~ and CH~4~, P~**10**~ and ~~CO~2~~~ N~2~O.\n")
            .starts_with("CO2 and CH4, P10 and "));
  CHECK(words("H~2~O is ~5 km off, ~6 km at most.\n") == "H2O is ~5 km off, ~6 km at most.\n");
}

TEST_CASE("lists keep their marks and numbers, and lists in lists their lines") {
  CHECK(words("1. one\n2. two\n   * a\n   * b\n3. three\n") ==
        "1. one\n2. two\n- a\n- b\n3. three\n");
}

TEST_CASE("the rows of a table are lines of cells, however many columns it has") {
  CHECK(words("| body | role |\n|---|---|\n| NATO | member |\n") ==
        "body | role\n\nNATO | member\n");
  std::string wide, ruler;
  for (int i = 0; i < 5000; ++i) wide += "|a", ruler += "|-";
  CHECK(words(wide + "\n" + ruler + "\n|b\n|c\n").find("|b") != std::string::npos);
}

TEST_CASE("marks of notes vanish, the words of the notes stay") {
  CHECK(words("We joined.[^1]\n\n[^1]: In 1992, as observers.\n") ==
        "We joined.\n\n[1] In 1992, as observers.\n");
}

TEST_CASE("notes stand behind the text in the order of their marks, whatever their words") {
  // CommonMark would take a note of one word for the address of a link.
  CHECK(words("We joined.[^1] We lead.[^2]\n\n[^2]: Ibid.\n[^1]: A/60/825\n\nOur aims.\n") ==
        "We joined. We lead.\n\nOur aims.\n\n[1] A/60/825\n\n[2] Ibid.\n");
  const std::string file =
      "We joined.[^seas]\n\n[^seas]: In *1992*.\n\n    As observers.\n\nOur [aims][a].\n\n[a]: "
      "http://x\n";
  CHECK(words(file) == "We joined.\n\nOur aims.\n\n[1] In 1992.\n\nAs observers.\n");
  CHECK(in_file(file, "As observers") == "As observers");
  CHECK(in_file(file, "aims") == "aims");
  CHECK(words("```\n[^1]: code\n```\n") == "[^1]: code\n");
}

TEST_CASE("carets raise what they hold, as pandoc has it") {
  CHECK(words("The 2^nd^ of 5 km^2^ is x^y and ^this^.\n") ==
        "The 2nd of 5 km\u00B2 is x^y and ^this^.\n");
}

TEST_CASE("a long line of brackets takes no long time") {
  const std::string brackets(1u << 20, '[');
  CHECK(words(brackets).size() == brackets.size() + 1);  // and a line end
}

TEST_CASE("what links refer to over and over is bounded, whether a link or a picture") {
  const std::string use = GENERATE("[a] ", "![a] ");
  const bool in_title = GENERATE(false, true);
  const auto text = [&](std::size_t bytes, std::size_t uses) {
    std::string words(bytes, 't');
    words = "[a]: http://" + (in_title ? "x \"" + words + "\"" : words) + "\n\n";
    for (std::size_t i = 0; i < uses; ++i) words += use;
    return words;
  };
  CHECK_NOTHROW(read_built(text(1000, 900), "a.md"));
  CHECK_THROWS_WITH(read_built(text(50'000, 12'000), "a.md"),
                    Catch::Matchers::StartsWith("a.md: its links repeat"));
}

TEST_CASE(
    "Markdown under another name is known by clear signs, and plain text is not taken for it") {
  CHECK(read_built("# A\n\ntext\n\n## B\n", "a.txt").media_type == "text/markdown");
  CHECK(read_built("---\ntitle: x\n---\nText\n", "a").media_type == "text/markdown");
  CHECK(read_built("Item # 1\n- a\n- b\n* c\n", "a.txt").media_type == "text/plain");
}

TEST_CASE("Markdown: marks of letters are left out, and what tags strike out") {
  CHECK(words("We joined the EU^note 1^ and NATO^1^. The 2^nd^ of 5 km^2^ stays.\n") ==
        "We joined the EU and NATO. The 2nd of 5 km² stays.\n");
  CHECK(words("We joined the AU<sup>1a</sup>, ILO<sup>fn4</sup> and EFTA<sup>(a)</sup>. The "
              "7<sup>th</sup> stays.\n") == "We joined the AU, ILO and EFTA. The 7th stays.\n");
  CHECK(words("We <del>never</del> left. <S>Not</S> so <strike>old</strike> now.\n") ==
        "We  left.  so  now.\n");
  CHECK(words("We <s>joined and <strong>left</strong>.\n\nWe came.\n") ==
        "We joined and left.\n\nWe came.\n");
}

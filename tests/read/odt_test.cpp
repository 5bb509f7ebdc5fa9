// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/office_files.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

std::string text_of(const std::string& body, const std::string& styles = "") {
  return read_built(odt(body, {}, styles), "a.odt").text;
}

std::string note(const std::string& mark, const std::string& text) {
  return "<t:note><t:note-citation>" + mark + "</t:note-citation><t:note-body>" + text +
         "</t:note-body></t:note>";
}

const std::string letters =
    "<s:style s:name='Gone'><s:text-properties t:display='none'/></s:style>"
    "<s:style s:name='Heir' s:parent-style-name='Gone'><s:text-properties/></s:style>"
    "<s:style s:name='Up'><s:text-properties s:text-position='super 58%'/></s:style>";

}  // namespace

TEST_CASE("ODT: notes stand behind the text, and part the words around their marks") {
  CHECK(text_of("<t:p>The OSCE" + note("1", "<t:p>First.</t:p><t:p>More.</t:p>") + "and NATO." +
                note("i", "<t:p>End.</t:p>") + " We lead.</t:p><t:p>Law.</t:p>") ==
        "The OSCE and NATO. We lead.\n\nLaw.\n\n[1] First.\n\nMore.\n\n[i] End.\n");
}

TEST_CASE("ODT: hidden text is left out, raised marks part words") {
  CHECK(text_of("<t:p>We <t:span t:style-name='Heir'>never </t:span>joined the OSCE"
                "<t:span t:style-name='Up'>1</t:span> on the 7<t:span t:style-name='Up'>th</t:span>"
                ".</t:p><t:p t:style-name='Gone'>Secret.</t:p>"
                "<t:section t:display='none'><t:p>Secret.</t:p></t:section>",
                letters) == "We joined the OSCE on the 7th.\n");
}

TEST_CASE("ODT: what is struck through is left out") {
  const std::string struck =
      "<s:style s:name='Out'><s:text-properties s:text-line-through-style='solid'/></s:style>"
      "<s:style s:name='In' s:parent-style-name='Out'><s:text-properties "
      "s:text-line-through-style='none'/></s:style>";
  CHECK(text_of("<t:p>We <t:span t:style-name='Out'>left </t:span><t:span t:style-name='In'>joined "
                "</t:span>NATO.</t:p>",
                struck) == "We joined NATO.\n");
}

TEST_CASE("ODT: characters of symbol fonts are the characters that are printed") {
  const std::string fonts =
      "<s:style s:name='Sym'><s:text-properties s:font-name='Symbol'/></s:style>"
      "<s:style s:name='Dings'><s:text-properties s:font-family=\"'Wingdings'\"/></s:style>"
      "<s:style s:name='Heir' s:parent-style-name='Dings'/>";
  CHECK(text_of("<t:p>Aid of <t:span t:style-name='Sym'>\uF0B3</t:span>5 m. <t:span "
                "t:style-name='Heir'>\uF0FC</t:span></t:p>",
                fonts) == "Aid of \u22655 m. \u2713\n");
}

TEST_CASE("ODT: paragraphs of cells and items stay paragraphs") {
  CHECK(text_of("<table:table><table:table-row><table:table-cell><t:p>We joined.</t:p><t:p>We "
                "lead.</t:p></table:table-cell><table:table-cell><t:p>2004</t:p>"
                "</table:table-cell></table:table-row></table:table>"
                "<t:list><t:list-item><t:p>trade</t:p><t:p>and law</t:p></t:list-item>"
                "<t:list-item><t:p>peace</t:p></t:list-item></t:list>") ==
        "We joined.\n\nWe lead.\n\n2004\n\n- trade\n\nand law\n\n- peace\n");
}

TEST_CASE("ODT: a text box stands behind the paragraph that holds it") {
  CHECK(text_of("<t:p>We joined <d:frame><d:text-box><t:p>A box.</t:p></d:text-box></d:frame>NATO."
                "</t:p><t:p>We lead.</t:p>") == "We joined NATO.\n\nA box.\n\nWe lead.\n");
}

TEST_CASE("ODT: lists go on counting where they say so") {
  const std::string styles =
      "<t:list-style s:name='L2'><t:list-level-style-number t:level='1' s:num-format='a'/>"
      "<t:list-level-style-bullet t:level='2'/></t:list-style>";
  const std::string item = "<t:list-item><t:p>x</t:p></t:list-item>";
  CHECK(text_of("<t:list t:style-name='L2'>" + item + "<t:list-item><t:p>x</t:p><t:list>" + item +
                    "</t:list></t:list-item></t:list><t:p>y</t:p>"
                    "<t:list t:style-name='L2' t:continue-numbering='true'>" +
                    item + "</t:list>",
                styles) == "a. x\nb. x\n- x\n\ny\n\nc. x\n");
}

TEST_CASE("ODT: one XML file that holds all parts is read as well") {
  const std::string flat =
      "<?xml version='1.0'?><office:document xmlns:office='o' xmlns:text='t' "
      "office:mimetype='application/vnd.oasis.opendocument.text'><office:meta><dc:title>Aims"
      "</dc:title></office:meta><office:body><office:text><text:p>Peace.</text:p></office:text>"
      "</office:body></office:document>";
  const Document document = read_built(flat, "a.fodt");
  CHECK(document.text == "Peace.\n");
  CHECK(document.metadata.title == "Aims");
  CHECK(document.media_type == "application/vnd.oasis.opendocument.text");
}

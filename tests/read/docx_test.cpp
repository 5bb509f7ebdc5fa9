// SPDX-License-Identifier: MIT
#include "tests/catch.h"
#include "tests/read/office_files.h"
#include "tests/read/reading.h"

using namespace attache;

namespace {

const std::string raised = "<w:vertAlign w:val='superscript'/>";
const std::string hidden = "<w:vanish/>";

std::string text_of(const std::string& body, const Members& more = {}) {
  return read_built(docx(body, more), "a.docx").text;
}

std::string in_paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string field_mark(const std::string& type) {
  return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
}

std::string note(const std::string& id, const std::string& text) {
  return "<w:footnote w:id='" + id + "'>" + paragraph(text) + "</w:footnote>";
}

std::string footnotes(const std::string& notes) {
  return "<w:footnotes xmlns:w='w'><w:footnote w:id='-1' w:type='separator'>" + paragraph("line") +
         "</w:footnote>" + notes + "</w:footnotes>";
}

std::string styles(const std::string& inner) {
  return "<w:styles xmlns:w='w'>" + inner + "</w:styles>";
}

std::string relation(const std::string& kind, const std::string& target) {
  return "<Relationship Id='r" + kind +
         "' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind +
         "' Target='" + target + "'/>";
}

std::string relations(const std::string& inner) {
  return "<Relationships xmlns='r'>" + inner + "</Relationships>";
}

}  // namespace

TEST_CASE("DOCX: the parts are those that the relationships name") {
  const std::string main =
      "<x:document xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main'>"
      "<x:body><x:p><x:r><x:t>Peace.</x:t><x:footnoteReference x:id='2'/>"
      "</x:r></x:p></x:body></x:document>";
  const auto read = [&](const std::string& target, const std::string& name,
                        const std::string& kind = "officeDocument") {
    const std::string folder = name.substr(0, name.rfind('/') + 1);
    const std::string own = folder + "_rels/" + name.substr(folder.size()) + ".rels";
    return read_built(archive_of("zip", "none",
                                 {{"[Content_Types].xml", "<Types/>"},
                                  {"_rels/.rels", relations(relation(kind, target))},
                                  {name, main},
                                  {own, relations(relation("footnotes", "my%20notes.xml"))},
                                  {folder + "my notes.xml", footnotes(note("2", "Law."))}}),
                      "a.docx")
        .text;
  };
  CHECK(read("word/document2.xml", "word/document2.xml") == "Peace.\n\n[1] Law.\n");
  CHECK(read("/word/document.xml", "word/document.xml") == "Peace.\n\n[1] Law.\n");
  CHECK(read("./text/../text/Main.xml", "text/main.xml") == "Peace.\n\n[1] Law.\n");
  CHECK(read("word\\document.xml", "word\\document.xml") == "Peace.\n");
}

TEST_CASE("DOCX: a main part that only the list of contents names") {
  const std::string bytes = archive_of(
      "zip", "none",
      {{"[Content_Types].xml",
        "<Types><Override PartName='/word/text.xml' ContentType='application/"
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"},
       {"word/text.xml", "<d><body>" + paragraph("Peace.") + "</body></d>"}});
  CHECK(read_built(bytes, "a.docx").text == "Peace.\n");
}

TEST_CASE("DOCX: notes stand behind the text in the order of their marks") {
  const std::string mark = "<w:r><w:footnoteReference w:id='3'/></w:r>";
  const std::string other = "<w:r><w:footnoteReference w:id='2'/></w:r>";
  const std::string end = "<w:r><w:endnoteReference w:id='2'/></w:r>";
  const std::string custom =
      "<w:r><w:footnoteReference w:id='4' w:customMarkFollows='1'/></w:r>" + run("†", raised);
  CHECK(text_of(in_paragraph(run("We joined the OSCE") + mark + run("and NATO.") + other +
                             run(" We lead") + custom + run(".") + end),
                {{"word/footnotes.xml",
                  footnotes(note("2", "Second.") + "<w:footnote w:id='3'>" + paragraph("First.") +
                            paragraph("More.") + "</w:footnote>" + note("4", "Third.") +
                            note("5", "Cited nowhere."))},
                 {"word/endnotes.xml", "<w:endnotes xmlns:w='w'><w:endnote w:id='2'>" +
                                           paragraph("End.") + "</w:endnote></w:endnotes>"}}) ==
        "We joined the OSCE and NATO. We lead.\n\n[1] First.\n\nMore.\n\n[2] Second.\n\n"
        "[*] Third.\n\n[i] End.\n");
}

TEST_CASE("DOCX: raised marks part words, raised letters belong to theirs") {
  const auto one = [](const std::string& before, const std::string& mark,
                      const std::string& behind) {
    return text_of(in_paragraph(run(before) + run(mark, raised) + run(behind)));
  };
  CHECK(one("the OSCE", "1", " and") == "the OSCE and\n");
  CHECK(one("the OSCE", "1", "and") == "the OSCE and\n");
  CHECK(one("the OSCE", "12, 13", ".") == "the OSCE.\n");
  CHECK(one("in 2004", "[3]", " we") == "in 2004 we\n");
  CHECK(one("We joined NATO.", "4", " It") == "We joined NATO. It\n");
  CHECK(one("the Union", "*", ".") == "the Union.\n");
  CHECK(one("the Union", "a", ".") == "the Union.\n");
  CHECK(one("the Union", "iv", ".") == "the Union.\n");
  CHECK(one("the 7", "th", " of May") == "the 7th of May\n");
  CHECK(one("M", "me", " Curie") == "Mme Curie\n");
  CHECK(one("the XXI", "e", " century") == "the XXIe century\n");
  CHECK(one("5 km", "2", " of") == "5 km² of\n");
  CHECK(one("10", "6", " of") == "10⁶ of\n");
  CHECK(one("the isotope ", "235", "U") == "the isotope 235U\n");
  CHECK(one("", "1", " See the Charter.") == "[1] See the Charter.\n");
  CHECK(text_of(in_paragraph(run("OSCE") + run("1", raised) + run("2", raised) + run(" is"))) ==
        "OSCE is\n");
}

TEST_CASE("DOCX: formulas are words on one line") {
  const auto formula = [](const std::string& math) {
    return text_of(in_paragraph(run("It is ") + "<m:oMath xmlns:m='m'>" + math + "</m:oMath>" +
                                run(" of all.")));
  };
  const auto part = [](const std::string& name, const std::string& text) {
    return "<m:" + name + "><m:r><m:t>" + text + "</m:t></m:r></m:" + name + ">";
  };
  CHECK(formula("<m:f><m:fPr><m:type m:val='bar'/></m:fPr>" + part("num", "3") + part("den", "4") +
                "</m:f>") == "It is 3/4 of all.\n");
  CHECK(formula("<m:sSup>" + part("e", "10") + part("sup", "6") + "</m:sSup>") ==
        "It is 10\u2076 of all.\n");
  CHECK(formula("<m:sSub>" + part("e", "CO") + part("sub", "2") + "</m:sSub>") ==
        "It is CO2 of all.\n");
  CHECK(formula("<m:nary><m:naryPr><m:chr m:val='\u2211'/></m:naryPr>" + part("sub", "1") +
                part("sup", "n") + part("e", "x") + "</m:nary>") ==
        "It is \u2211(1, n) x of all.\n");
  CHECK(formula("<m:rad><m:deg/>" + part("e", "2 &amp; 3") + "</m:rad>") ==
        "It is \u221A(2 & 3) of all.\n");
}

TEST_CASE("DOCX: hidden text is left out, also where a style hides it") {
  const std::string sheet = styles(
      "<w:style w:type='character' w:styleId='Base'><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='Inner'><w:basedOn w:val='Base'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='Note'><w:rPr><w:vanish w:val='true'/></w:rPr>"
      "</w:style><w:style w:type='character' w:styleId='Mark'><w:rPr>" +
      raised + "</w:rPr></w:style>");
  CHECK(text_of(in_paragraph(run("We ") + run("never ", hidden) +
                             run("not ", "<w:rStyle w:val='Inner'/>") +
                             run("joined ", "<w:vanish w:val='0'/>") + run("NATO") +
                             run("1", "<w:rStyle w:val='Mark'/>") + run(".")) +
                    in_paragraph(run("Secret. ") + run("Open.", "<w:vanish w:val='false'/>"),
                                 "<w:pStyle w:val='Note'/>"),
                {{"word/styles.xml", sheet}}) == "We joined NATO.\n\nOpen.\n");
}

TEST_CASE("DOCX: what is struck through is left out, and its paragraph stays one") {
  const std::string sheet =
      styles("<w:style w:type='character' w:styleId='Gone'><w:rPr><w:strike/></w:rPr></w:style>");
  CHECK(text_of(
            in_paragraph(run("We ") + run("left ", "<w:strike/>") + run("shun ", "<w:dstrike/>") +
                         run("hate ", "<w:rStyle w:val='Gone'/>") +
                         run("joined ", "<w:strike w:val='0'/><w:dstrike w:val='false'/>") +
                         run("NATO.")) +
                in_paragraph(run("We lead."), "<w:rPr><w:strike/></w:rPr>") + paragraph("We stay."),
            {{"word/styles.xml", sheet}}) == "We joined NATO.\n\nWe lead.\n\nWe stay.\n");
}

TEST_CASE("DOCX: deleted text is out, inserted in, moved text stands once") {
  CHECK(text_of(in_paragraph(
            run("We ") + "<w:del><w:r><w:delText>left</w:delText></w:r></w:del><w:ins>" +
            run("joined") + "</w:ins><w:moveFrom>" + run(" gladly") + "</w:moveFrom>" +
            run(" NATO") + "<w:moveTo>" + run(" gladly") + "</w:moveTo>" + run("."))) ==
        "We joined NATO gladly.\n");
  CHECK(text_of("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph("gone") +
                "</w:tc></w:tr><w:tr><w:tc>" + paragraph("kept") + "</w:tc></w:tr></w:tbl>") ==
        "kept\n");
}

TEST_CASE("DOCX: a paragraph whose end was deleted or is hidden goes on in the next") {
  const std::string next = paragraph("Energy Agency.");
  for (const char* mark : {"<w:del w:id='1'/>", "<w:moveFrom/>", "<w:vanish/>"})
    CHECK(text_of(in_paragraph(run("the International Atomic "),
                               "<w:rPr>" + std::string(mark) + "</w:rPr>") +
                  next) == "the International Atomic Energy Agency.\n");
  CHECK(text_of("<w:tbl><w:tr><w:tc>" + in_paragraph(run("Peace."), "<w:rPr><w:del/></w:rPr>") +
                "</w:tc></w:tr></w:tbl>" + paragraph("Law.")) == "Peace.\n\nLaw.\n");
}

TEST_CASE("DOCX: paragraphs of a cell stay paragraphs") {
  const auto cell = [](const std::string& inner) { return "<w:tc>" + inner + "</w:tc>"; };
  CHECK(text_of("<w:tbl><w:tr>" + cell(paragraph("We joined NATO.") + paragraph("We lead.")) +
                cell(paragraph("2004")) + "</w:tr><w:tr>" + cell(paragraph("NATO")) +
                cell(paragraph("member") + "<w:p/>") + "<w:sdt><w:sdtContent>" +
                cell(paragraph("2004")) + "</w:sdtContent></w:sdt></w:tr></w:tbl>") ==
        "We joined NATO.\n\nWe lead.\n\n2004\n\nNATO | member | 2004\n");
  CHECK(text_of("<w:tbl><w:tr>" +
                cell("<w:tbl><w:tr>" + cell(paragraph("a")) + cell(paragraph("b")) +
                     "</w:tr></w:tbl><w:p/>") +
                cell(paragraph("c")) + "</w:tr></w:tbl>") == "a | b\n\nc\n");
}

TEST_CASE("DOCX: a text box is read once, behind its paragraph") {
  const auto box = [](const std::string& text) {
    return "<w:txbxContent>" + paragraph(text) + "</w:txbxContent>";
  };
  CHECK(text_of(in_paragraph(run("We joined ") +
                             "<w:r><mc:AlternateContent><mc:Choice><w:drawing>" + box("A box.") +
                             "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box("A box.") +
                             "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run("NATO.")) +
                paragraph("We lead.")) == "We joined NATO.\n\nA box.\n\nWe lead.\n");
  CHECK(text_of(in_paragraph("<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>" +
                             box("Old box.") + "</mc:Fallback></mc:AlternateContent></w:r>")) ==
        "Old box.\n");
}

TEST_CASE("DOCX: fields give what they came out as") {
  const std::string instruction = "<w:r><w:instrText> REF a </w:instrText></w:r>";
  CHECK(text_of(in_paragraph(run("In ") + field_mark("begin") + instruction + field_mark("begin") +
                             instruction + field_mark("separate") + run("inner") +
                             field_mark("end") + field_mark("separate") + run("2004") +
                             field_mark("end") + run(" we joined.")) +
                in_paragraph("<w:fldSimple w:instr='DATE'>" + run("May") + "</w:fldSimple>")) ==
        "In 2004 we joined.\n\nMay\n");
  CHECK(text_of(in_paragraph(field_mark("begin") + run("We joined."))) == "We joined.\n");
}

TEST_CASE("DOCX: hyphens, tabs and breaks") {
  CHECK(text_of(in_paragraph("<w:r><w:t>Organi</w:t><w:softHyphen/><w:t>zation\u00AD al</w:t>"
                             "<w:tab/><w:t>Vice</w:t><w:noBreakHyphen/><w:t>President</w:t>"
                             "<w:br/><w:t>Brown</w:t></w:r>")) ==
        "Organization al Vice-President\nBrown\n");
}

TEST_CASE("DOCX: characters of symbol fonts are the characters that are printed") {
  const auto symbol = [](const char* font, const char* code) {
    return std::string("<w:r><w:sym w:font='") + font + "' w:char='" + code + "'/></w:r>";
  };
  CHECK(text_of(in_paragraph(run("Aid of ") + symbol("Symbol", "F0B3") + run("5 m. ") +
                             symbol("Symbol", "61") + symbol("Wingdings", "F0FC") +
                             symbol("Calibri", "20AC") + symbol("Nobody", "F0B3"))) ==
        "Aid of \u22655 m. \u03B1\u2713\u20AC\uFFFD\n");
  CHECK(text_of(in_paragraph("<w:r><w:rPr><w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/></w:rPr>"
                             "<w:t>\uF0A3</w:t></w:r>" +
                             run("5 m."))) == "\u22645 m.\n");
}

TEST_CASE("DOCX: numbers of lists are those that are printed") {
  const auto level = [](const char* index, const char* format, const char* words) {
    return std::string("<w:lvl w:ilvl='") + index + "'><w:start w:val='1'/><w:numFmt w:val='" +
           format + "'/><w:lvlText w:val='" + words + "'/></w:lvl>";
  };
  const std::string numbering =
      "<w:numbering><w:abstractNum w:abstractNumId='0'>" + level("0", "decimal", "%1.") +
      level("1", "lowerLetter", "(%2)") +
      "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
      "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>"
      "<w:startOverride w:val='5'/></w:lvlOverride></w:num></w:numbering>";
  const auto item = [](const char* list, const char* at, const char* text) {
    return paragraph(text, std::string("<w:numPr><w:ilvl w:val='") + at + "'/><w:numId w:val='" +
                               list + "'/></w:numPr>");
  };
  CHECK(text_of(item("1", "0", "one") + item("1", "1", "in") + item("1", "1", "in") +
                    item("1", "0", "two") + item("1", "1", "in") + item("2", "0", "five") +
                    item("2", "0", "six"),
                {{"word/numbering.xml", numbering}}) ==
        "1. one\n(a) in\n(b) in\n2. two\n(a) in\n5. five\n6. six\n");
}

TEST_CASE("DOCX: a table of contents is left out") {
  const std::string sheet =
      styles("<w:style w:styleId='Inhalt1'><w:name w:val='toc 1'/></w:style>");
  CHECK(text_of("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
                "</w:docPartObj></w:sdtPr><w:sdtContent>" +
                    paragraph("Aims 3") + "</w:sdtContent></w:sdt>" +
                    paragraph("Means 4", "<w:pStyle w:val='Inhalt1'/>") + paragraph("Aims"),
                {{"word/styles.xml", sheet}}) == "Aims\n");
}

TEST_CASE("DOCX and ODT: text is kept however deep it stands") {
  constexpr std::size_t levels = 100'000;
  const auto nested = [](const std::string& name, const std::string& inner) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += "<" + name + ">";
    text += inner;
    for (std::size_t i = 0; i < levels; ++i) text += "</" + name + ">";
    return text;
  };
  for (const char* name : {"w:sdt", "w:tbl", "w:tc", "w:ins", "w:r"})
    CHECK(read_built(docx(nested(name, paragraph("Deep.")), {}, "store"), "a.docx").text ==
          "Deep.\n");
  CHECK(read_built(docx(nested("w:p", run("Deep.")), {}, "store"), "a.docx").text == "Deep.\n");
  CHECK(read_built(odt(nested("t:section", "<t:p>Deep.</t:p>")), "a.odt").text == "Deep.\n");
  CHECK(read_built(odt("<t:p>" + nested("t:span", "Deep.") + "</t:p>"), "a.odt").text == "Deep.\n");
}

TEST_CASE("DOCX: documents inside stand where they are referred to") {
  const std::string type =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk";
  const auto relation = [&](const std::string& id, const std::string& target) {
    return "<Relationship Id='" + id + "' Type='" + type + "' Target='" + target + "'/>";
  };
  const auto refer = [](const std::string& id) {
    return "<w:altChunk r:id='" + id + "' xmlns:r='r'/>";
  };
  const std::string relations = "<Relationships>" + relation("a", "a.html") +
                                relation("b", "b.docx") + relation("c", "/word/c.txt") +
                                relation("d", "d.rtf") + relation("e", "e.html") +
                                "</Relationships>";
  const Document document =
      read_built(docx(paragraph("First.") + refer("a") + paragraph("Then.") + refer("b") +
                          refer("c") + refer("d") + refer("e") + refer("f"),
                      {{"word/_rels/document.xml.rels", relations},
                       {"word/a.html", "<html><body><h1>Aims</h1><p>We joined.</p></body></html>"},
                       {"word/b.docx", docx(paragraph("Inside."))},
                       {"word/c.txt", "Plain\nwords."},
                       {"word/d.rtf", "{\\rtf1 x}"}}),
                 "a.docx");
  CHECK(document.text == "First.\n\nAims\n\nWe joined.\n\nThen.\n\nInside.\n\nPlain\nwords.\n");
  REQUIRE(document.remarks.size() == 2);
  CHECK(document.remarks[0].starts_with("its part word/d.rtf is not read: an RTF file"));
  CHECK(document.remarks[1] == "its part word/e.html is missing");
}

TEST_CASE("DOCX: the prompt of an empty control is no text") {
  const auto control = [](const std::string& properties) {
    return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + paragraph("Click here.") +
           "</w:sdtContent></w:sdt>";
  };
  CHECK(read_built(docx(paragraph("Text.") + control("<w:showingPlcHdr/>")), "a.docx").text ==
        "Text.\n");
  CHECK(read_built(docx(control("<w:showingPlcHdr w:val='0'/>")), "a.docx").text ==
        "Click here.\n");
}

TEST_CASE("DOCX: a drop cap is the first letter of its word") {
  const std::string capital = "<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr>" +
                              run("N", "<w:position w:val='-9'/><w:sz w:val='120'/>") + "</w:p>";
  CHECK(text_of(capital + paragraph("orlandia joined NATO.") + paragraph("We left.")) ==
        "Norlandia joined NATO.\n\nWe left.\n");
}

TEST_CASE("DOCX: letters that mark notes stand in no word, and ordinals and powers do") {
  const std::string up = "<w:vertAlign w:val='superscript'/>";
  const auto read = [&](const std::string& word, const std::string& raised) {
    return text_of("<w:p>" + run("We joined " + word) + run(raised, up) + run(" then.") + "</w:p>");
  };
  for (const char* mark :
       {"note 1", "1a", "fn4", "n. 15", "ibid.", "A", "a,b", "(a)", "[a]", "ii"}) {
    INFO(mark);
    CHECK(read("the EFTA", mark) == "We joined the EFTA then.\n");
  }
  CHECK(read("the 7", "th") == "We joined the 7th then.\n");
  CHECK(read("M", "lle") == "We joined Mlle then.\n");
  CHECK(read("5 km", "2") == "We joined 5 km² then.\n");
  CHECK(read("Gov", "t") == "We joined Govt then.\n");
  CHECK(text_of("<w:p>" + run("a", up) + run("Statute of the Court.") + "</w:p>") ==
        "[a] Statute of the Court.\n");
}

TEST_CASE("DOCX: a mark that the author typed stands once, before its note") {
  const std::string notes =
      "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
      "<w:footnote w:id='7'>" +
      paragraph("\u2020 A note of the author.") + "</w:footnote><w:footnote w:id='8'>" +
      paragraph("1990 was the year.") + "</w:footnote></w:footnotes>";
  const auto refer = [](const char* id, const std::string& typed) {
    return std::string("<w:r><w:footnoteReference w:id='") + id + "'" +
           (typed.empty() ? "" : " w:customMarkFollows='1'") + "/>" +
           (typed.empty() ? "" : "<w:t>" + typed + "</w:t>") + "</w:r>";
  };
  CHECK(text_of("<w:p>" + run("We joined") + refer("7", "\u2020") + run(" the OSCE") +
                    refer("8", "") + run(".") + "</w:p>",
                {{"word/footnotes.xml", notes}}) ==
        "We joined the OSCE.\n\n[\u2020] A note of the author.\n\n[1] 1990 was the year.\n");
}

TEST_CASE("DOCX: the words of diagrams, charts and drawn letters are paragraphs of their own") {
  const auto drawing = [](const std::string& what) {
    return "<w:p>" + run("We met.") + "<w:r><w:drawing><a:graphic>" + what +
           "</a:graphic></w:drawing></w:r>" + run(" We spoke.") + "</w:p>";
  };
  const Members parts = {
      {"word/_rels/document.xml.rels", relations(relation("diagramData", "diagrams/data7.xml") +
                                                 relation("chart", "charts/c.xml"))},
      {"word/diagrams/data7.xml",
       "<d:dataModel><d:ptLst><d:pt><d:t><a:p><a:r><a:t>We joined</a:t></a:r><a:r><a:t> NATO."
       "</a:t></a:r></a:p><a:p><a:r><a:t>We left.</a:t></a:r></a:p></d:t></d:pt><d:pt/>"
       "</d:ptLst></d:dataModel>"},
      {"word/charts/c.xml",
       "<c:chartSpace><c:title><a:p><a:r><a:t>Our aid</a:t></a:r></a:p></c:title><c:cat>"
       "<c:strCache><c:pt><c:v>Mali</c:v></c:pt><c:pt><c:v>Fiji</c:v></c:pt></c:strCache></c:cat>"
       "<c:val><c:numCache><c:pt><c:v>7</c:v></c:pt></c:numCache></c:val></c:chartSpace>"}};
  CHECK(text_of(drawing("<d:relIds r:dm='rdiagramData'/>"), parts) ==
        "We met. We spoke.\n\nWe joined NATO.\n\nWe left.\n");
  CHECK(text_of(drawing("<c:chart r:id='rchart'/>"), parts) ==
        "We met. We spoke.\n\nOur aid\n\nMali | Fiji\n");
  CHECK(text_of(drawing("<v:textpath string='Peace and law'/>")) ==
        "We met. We spoke.\n\nPeace and law\n");
  CHECK(text_of("<w:p>" + run("We met.") +
                "<w:r><w:rPr><w:vanish/></w:rPr><w:pict>"
                "<v:textpath string='Draft'/></w:pict></w:r></w:p>") == "We met.\n");
}

TEST_CASE("DOCX: hidden rows are left out, and a drop cap may be a word") {
  const auto row = [](const std::string& properties) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr><w:tc>" + paragraph("Mali.") +
           "</w:tc></w:tr>";
  };
  CHECK(text_of("<w:tbl>" + row("") + row("<w:hidden/>") + row("<w:hidden w:val='0'/>") +
                "</w:tbl>") == "Mali.\n\nMali.\n");
  const std::string capital =
      "<w:p><w:pPr><w:framePr w:dropCap='drop' w:lines='3'/></w:pPr>" + run("I") + "</w:p>";
  CHECK(text_of(capital + paragraph("thank you.")) == "I thank you.\n");
  CHECK(text_of(capital + paragraph("t is so.")) == "It is so.\n");
}

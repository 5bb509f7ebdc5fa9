// SPDX-License-Identifier: MIT
#include "cli/report/html_text.h"

#include <sstream>

#include "cli/report/marked_text.h"
#include "schema/knowledge_base.h"
#include "tests/catch.h"

using namespace attache;

TEST_CASE("text can't become a tag, an attribute or a character reference") {
  CHECK(html_text("<script>alert(\"1\")</script> & 'x' &lt;") ==
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; &amp;lt;");
}

TEST_CASE("what nobody would see is left out, and lines are not broken") {
  CHECK(html_text("a\nb\tc\r\nd") == "a b c  d");
  CHECK(html_text(std::string("x\0y\x1b[31m\x7f", 9)) == "xy[31m");
  CHECK(html_text("\u202Eturned\u2066 zero\u200Bwidth\uFEFF") == "turned zerowidth");
  CHECK(html_text("Şəhər, Нет, 東京, café") == "Şəhər, Нет, 東京, café");
}

TEST_CASE("bytes that are not UTF-8 are the replacement character") {
  CHECK(html_text("a\xff\xc3z") == "a\uFFFD\uFFFDz");
}

TEST_CASE("only addresses of the web are linked to") {
  CHECK(is_web_address("https://example.org/a?b=1&c"));
  CHECK(is_web_address("http://example.org"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("data:text/html,x"));
  CHECK_FALSE(is_web_address("HTTPS example"));
  CHECK_FALSE(is_web_address("https://example.org/ two words"));
  CHECK_FALSE(is_web_address("https://ex\x01mple.org"));
  CHECK_FALSE(is_web_address(""));
}

TEST_CASE("numbers are grouped and nouns counted") {
  CHECK(grouped_number(0) == "0");
  CHECK(grouped_number(999) == "999");
  CHECK(grouped_number(1000) == "1,000");
  CHECK(grouped_number(1234567) == "1,234,567");
  CHECK(grouped_number(-1234) == "-1,234");
  CHECK(counted(1, "row") == "1 row");
  CHECK(counted(2000, "row") == "2,000 rows");
}

namespace {

std::string marked(std::string_view text, const std::vector<MarkedSpan>& spans) {
  std::ostringstream out;
  Sink sink(out);
  HtmlWriter html(sink);
  const std::vector<RowLabel> labels{{0, "N1", "a \"norm\""}, {2, "O1", "UN"}};
  write_segments(html, text, segments_of(0, static_cast<std::int64_t>(text.size()), spans, {}),
                 labels);
  sink.flush();
  return out.str();
}

}  // namespace

TEST_CASE("marks nest by table and each row that ends has its link") {
  CHECK(
      marked("a <b> c", {{2, 7, 0, 0}, {2, 5, 2, 1}}) ==
      "a <mark class=\"principles\"><mark class=\"organizations\">&lt;b&gt;</mark></mark>"
      "<sup><a class=\"label organizations\" href=\"#O1\" title=\"UN\">O1</a></sup>"
      "<mark class=\"principles\"> c</mark>"
      "<sup><a class=\"label principles\" href=\"#N1\" title=\"a &quot;norm&quot;\">N1</a></sup>");
}

TEST_CASE("a span that ends inside a character is damage") {
  CHECK_THROWS_AS(marked("é", {{0, 1, 0, 0}}), KnowledgeBaseError);
}

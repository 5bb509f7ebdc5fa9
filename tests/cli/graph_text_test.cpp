// SPDX-License-Identifier: MIT
#include "cli/output/graph_text.h"

#include "tests/catch.h"

using namespace attache;

namespace {

Graph hostile() {
  const std::string name = "A \"B\" <C> & 'D' \\N &lt;\x01\xff\n";
  return {{{"state:X", "state", name, ""}, {"body:y", "body", "Y", "regional"}},
          {{"e", "state:X", "body:y", "member", 2, 3, "1990", "1999-01"}}};
}

bool has_control(const std::string& text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) < 32 && c != '\n') return true;
  return text.find('\xff') != std::string::npos;
}

}  // namespace

TEST_CASE("GraphML escapes what XML would read") {
  const std::string text = graphml_of(hostile());
  CHECK(text.find("A &quot;B&quot; &lt;C&gt; &amp; &#39;D&#39; \\N &amp;lt;") != std::string::npos);
  CHECK(text.find("<data key=\"documents\">2</data>") != std::string::npos);
  CHECK_FALSE(has_control(text));
}

TEST_CASE("DOT escapes quotes, backslashes and entities") {
  const std::string text = dot_of(hostile());
  CHECK(text.find("A \\\"B\\\" <C> &amp; 'D' \\\\N &amp;lt;") != std::string::npos);
  CHECK(text.find("\"state:X\" -> \"body:y\" [label=\"member\", role=\"member\", documents=2") !=
        std::string::npos);
  CHECK_FALSE(has_control(text));
}

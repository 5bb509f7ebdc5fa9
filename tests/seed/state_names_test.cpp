// SPDX-License-Identifier: MIT
#include "seed/state_names.h"

#include "tests/catch.h"

using namespace attache;

namespace {

std::string in_capitals(std::string name) {
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return name;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// With something in the middle of its first word.
std::string broken(const std::string& name, const std::string& by) {
  return name.size() < 4 ? name : name.substr(0, 3) + by + name.substr(3);
}

}  // namespace

TEST_CASE("no name of a state is missed by the look at what a text begins words with") {
  const StateNames names;
  std::size_t found = 0;
  for (const std::string& iso3 : names.all()) {
    for (const std::string& name : names.of(iso3)) {
      for (const std::string& written :
           {name, in_capitals(name), replaced(name, " ", "\n"), replaced(name, " ", "  \r\n"),
            replaced(name, "'", "\u2019"), replaced(name, " ", "\u00A0"), replaced(name, "-", " "),
            broken(name, "\u00AD"), broken(name, "-\n"), replaced(name, "and", "&"),
            "\u201C" + name + "\u201D", "(" + name + ")", "7" + name, "Anglo-" + name,
            replaced(name, " ", " the "), replaced(name, " ", ", ")}) {
        const std::string text = "We met in " + written + "\u2019s capital.";
        INFO(text);
        if (names.in(text).empty()) continue;
        ++found;
        REQUIRE(names.may_be_in(text));
      }
    }
  }
  CHECK(found > 5000);
}

TEST_CASE("a look tells sentences that name no state") {
  const StateNames names;
  for (const char* text :
       {"", "We uphold the sovereignty of all states.", "The United Nations must be reformed.",
        "The Security Council\u2019s resolution \u2013 of 2004 \u2013 is \u201Cbinding\u201D.",
        "The Secretary-General's report on the caf\u00E9s of the United\nNations."}) {
    INFO(text);
    CHECK(names.in(text).empty());
    CHECK_FALSE(names.may_be_in(text));
  }
  for (const char* text :
       {"Kenya", "the United States", "THE UNITED KINGDOM", "the U.S. and others",
        "the former Yugoslavia", "C\u00F4te d\u2019Ivoire", "eSwatini"}) {
    INFO(text);
    CHECK(names.may_be_in(text));
  }
}

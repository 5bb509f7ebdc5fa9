// SPDX-License-Identifier: MIT
// Language is data: the extractor's code should hold few words of English.
#include <regex>

#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

/// String literals that are words in lower case ("former", "as well as"), comments left out. Data's
/// own keywords count, too: they are few.
std::size_t words_in(const std::string& code) {
  static const std::regex comment("//[^\n]*|#include[^\n]*");
  static const std::regex literal("\"[a-z][a-z' -]*[a-z]\"");
  const std::string bare = std::regex_replace(code, comment, "");
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(bare.begin(), bare.end(), literal), {}));
}

bool is_extractor(const std::string& path) {
  return house::is_cpp(path) &&
         path != "seed/syntax/relation_names.cpp" &&  // names of Universal Dependencies, no words
         (path.rfind("seed/extract/", 0) == 0 ||
          (path.rfind("seed/syntax/", 0) == 0 && path.find("/train/") == std::string::npos));
}

/// Whoever takes words out lowers the number; nobody raises it.
constexpr std::size_t most_words = 60;

}  // namespace

TEST_CASE("the extractor's code holds no more words of English than it did") {
  std::size_t words = 0;
  for (const auto& file : house::source_files()) {
    if (is_extractor(file.path)) words += words_in(file.bytes);
  }
  CHECK(words <= most_words);
}

TEST_CASE("a word is a literal in lower case, outside comments") {
  CHECK(words_in("is(t, \"former\"); // \"not this\"\n#include \"seed/a.h\"\n") == 1);
  CHECK(words_in("word(t, {\"as well as\", \"of\"})") == 2);
  CHECK(words_in("is(t, \"(\"); f(\"A\"); g(\"x\");") == 0);
}

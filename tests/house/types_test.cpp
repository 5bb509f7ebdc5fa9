// SPDX-License-Identifier: MIT
// A type has one definition: two headers with a type of the same name would each be right alone,
// and the linker would take what is generated for one of them for both.
#include <map>
#include <regex>

#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

/// Headers by the types that they define, with the namespace: "attache::Span".
std::multimap<std::string, std::string> types_of(const std::vector<house::SourceFile>& files) {
  static const std::regex opening(R"(^namespace ([\w:]+) \{.*)");
  static const std::regex definition(R"(^(?:class|struct|enum class|union) (\w+)[^;]*)");
  std::multimap<std::string, std::string> types;
  for (const auto& file : files) {
    if (!house::has_ending(file.path, ".h") || file.path.rfind("tests/", 0) == 0) continue;
    std::string space;
    for (const std::string& line : house::lines_of(file.bytes)) {
      std::smatch match;
      if (std::regex_match(line, match, opening)) space = match[1];
      if (std::regex_match(line, match, definition))
        types.emplace(space + "::" + match[1].str(), file.path);
    }
  }
  return types;
}

std::vector<std::string> twice(const std::vector<house::SourceFile>& files) {
  const auto types = types_of(files);
  std::vector<std::string> found;
  for (auto at = types.begin(); at != types.end(); at = types.upper_bound(at->first))
    if (types.count(at->first) > 1) found.push_back(at->first + " in " + at->second);
  return found;
}

}  // namespace

TEST_CASE("no two headers define a type of the same name") {
  for (const std::string& words : twice(house::source_files())) FAIL_CHECK(words);
}

TEST_CASE("a type that stands in two headers is found, a declaration is none") {
  const std::string open = "namespace attache {\n";
  CHECK(twice({{"a.h", open + "struct A {\n"}, {"b.h", open + "class A final : B {\n"}}).size() ==
        1);
  CHECK(twice({{"a.h", open + "struct A {\n"}, {"b.h", open + "struct A;\n"}}).empty());
  CHECK(
      twice({{"a.h", open + "struct A {\n"}, {"b.h", "namespace attache::reader {\nstruct A {\n"}})
          .empty());
}

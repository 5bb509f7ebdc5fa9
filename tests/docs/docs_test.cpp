// SPDX-License-Identifier: MIT
#include <regex>
#include <set>

#include "cli/app.h"
#include "cli/manual.h"
#include "cli/output/format.h"
#include "schema/tables.h"
#include "tests/catch.h"
#include "tests/house/source_tree.h"

namespace {

/// The pages that must name everything a user can type or see.
struct Page {
  std::string path;
  std::string text;
};

/// A manual page without the escapes that troff wants: `\-\-db` is `--db`, `\fB` and `\fR` are
/// nothing.
std::string without_troff(const std::string& text) {
  const std::string dashes = std::regex_replace(text, std::regex(R"(\\-)"), "-");
  return std::regex_replace(dashes, std::regex(R"(\\f(\[\w*\]|\(\w\w|\w)|\\&)"), "");
}

std::vector<Page> pages() {
  const std::filesystem::path docs = std::filesystem::path(ATTACHE_SOURCE_DIR) / "docs";
  return {{"docs/cli.md", house::read_bytes(docs / "cli.md")},
          {"docs/attache.1", without_troff(house::read_bytes(docs / "attache.1"))}};
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

/// Whether `text` has `word` with nothing of a word at either side.
bool has_word(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool starts = at == 0 || !is_word(text[at - 1]);
    const std::size_t end = at + word.size();
    if (starts && (end == text.size() || !is_word(text[end]))) return true;
  }
  return false;
}

void expect_named(const std::string& kind, const std::string& word) {
  for (const Page& page : pages()) {
    INFO(page.path << " must name the " << kind << " " << word);
    CHECK(has_word(page.text, word));
  }
}

/// All option names of a command and what is below it.
void collect_options(const CLI::App& app, std::set<std::string>& names) {
  for (const CLI::Option* option : app.get_options({})) {
    for (const std::string& name : option->get_lnames()) names.insert("--" + name);
    for (const std::string& name : option->get_snames()) names.insert("-" + name);
  }
  for (const CLI::App* below : app.get_subcommands({})) collect_options(*below, names);
}

}  // namespace

TEST_CASE("the pages name every command") {
  const auto line = attache::make_command_line();
  const auto commands = line->root->get_subcommands({});
  REQUIRE(commands.size() > 5);
  for (const CLI::App* command : commands) expect_named("command", command->get_name());
}

TEST_CASE("the table of commands has every command") {
  const auto line = attache::make_command_line();
  const std::string page = pages().front().text;
  const std::size_t begin = page.find("| command | what it does |");
  const std::string table = page.substr(begin, page.find("\n\n", begin) - begin);
  for (const CLI::App* command : line->root->get_subcommands({})) {
    CAPTURE(command->get_name());
    const bool linked = table.find("| [`" + command->get_name() + "`](#") != std::string::npos;
    const bool plain = table.find("| `" + command->get_name() + "` |") != std::string::npos;
    CHECK((linked || plain));
  }
}

TEST_CASE("the pages name every option") {
  const auto line = attache::make_command_line();
  std::set<std::string> names;
  collect_options(*line->root, names);
  REQUIRE(names.size() > 20);
  for (const std::string& name : names) expect_named("option", name);
}

TEST_CASE("the pages name every output format") {
  for (const auto& format : attache::formats()) expect_named("format", std::string(format.name));
}

TEST_CASE("the pages name every table") {
  for (const auto& table : attache::tables()) expect_named("table", std::string(table.name));
}

TEST_CASE("the pages name every exit code that the help names") {
  const std::string help = attache::make_command_line()->root->help();
  static const std::regex form(R"(^  (\d+) {2,}\S.*)");
  int codes = 0;
  for (const std::string& line : house::lines_of(help.substr(help.find("Exit codes:")))) {
    std::smatch match;
    if (!std::regex_match(line, match, form)) continue;
    ++codes;
    expect_named("exit code", match[1]);
  }
  CHECK(codes == 7);
}

TEST_CASE(
    "the manual page has the sections that one looks for, and names the variables of the page") {
  const std::string page = attache::manual_page(*attache::make_command_line()->root, "1");
  for (const char* section :
       {"ENVIRONMENT", "FILES", "EXIT STATUS", "SEE ALSO", "EXAMPLES", "SYNOPSIS"})
    CHECK(page.find(std::string(".SH ") + section + "\n") != std::string::npos);
  CHECK(page.find("cite REF...\n") != std::string::npos);
  std::set<std::string> named;
  for (const auto& item : attache::manual_environment()) {
    expect_named("variable", std::string(item.name));
    named.insert(std::string(item.name));
  }
  const std::string docs = pages().front().text;
  const std::size_t from = docs.find("## Environment"), to = docs.find("## Exit codes");
  REQUIRE(from < to);
  static const std::regex variable("`([A-Z][A-Z_]+)`");
  const std::string part = docs.substr(from, to - from);
  for (std::sregex_iterator at(part.begin(), part.end(), variable), end; at != end; ++at)
    CHECK((named.contains((*at)[1]) || (*at)[1] == "USER" || (*at)[1] == "UTF"));
}

TEST_CASE("a word is not found inside another") {
  CHECK(has_word("use `--db FILE`", "--db"));
  CHECK_FALSE(has_word("use --db-file", "--db"));
  CHECK_FALSE(has_word("130 is not", "30"));
  CHECK(without_troff(R"(\fB\-\-db\fR \fIFILE\fR)") == "--db FILE");
}

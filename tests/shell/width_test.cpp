// SPDX-License-Identifier: MIT
// On a terminal nothing is wider than the screen, whatever is asked and whatever documents hold.
#include <sstream>

#include "cli/output/terminal.h"
#include "tests/catch.h"
#include "tests/shell/process.h"

namespace {

/// Chinese and Korean take two columns a character, marks that combine none; addresses and
/// compounds have no space.
constexpr const char* speech =
    "\u6211\u56fd\u662f\u8054\u5408\u56fd\u7684\u521b\u59cb\u6210\u5458\u56fd\uff0c\u575a\u6301"
    "\u72ec\u7acb\u81ea\u4e3b\u7684\u548c\u5e73\u5916\u4ea4\u653f\u7b56\u3002 "
    "\ub300\ud55c\ubbfc\uad6d\uc740 \ud3c9\ud654\ub97c \uc6d0\ud55c\ub2e4.\n\n"
    "Kenya is a member of the African Union and a founder of the Intergovernmental Authority on "
    "Development. We uphold the sovereignty and the territorial integrity of all States, and the "
    "peaceful settlement of disputes. We condemn every violation of human rights. Our priority is "
    "the complete elimination of nuclear weapons by a convention that all States observe. Foreign "
    "Minister Joseph Otieno-M\u0301u\u0301thaiga-wa-Ndungu\u0303 met the Prime Minister of Uganda. "
    "E\u0301thiopia and So\u0308malia are our neighbours. See "
    "https://example.org/a/very/long/address/that/no/line/has/room/for?and=a&query=that-goes-on. "
    "Donaudampfschifffahrtsgesellschaftskapitaensmuetzenabzeichenverordnung.\n";

void seed(const shell::Sandbox& sandbox) {
  sandbox.write("a-speech-with-a-name-that-is-long-enough-to-be-wider-than-a-column.txt", speech);
  sandbox.write("results.ndjson",
                "{\"id\":\"a-record-that-failed-when-it-was-extracted\",\"error\":{\"code\":"
                "\"no-text\",\"reason\":\"has neither a text in 'text' nor a path\"}}\n");
  sandbox.write("b.txt", "Uganda is a member of NATO. We uphold human rights.\n");
  const shell::Result result = sandbox.run(
      "attache -q seed --country KEN --date 2004-09-24 --title "
      "'\u5916\u4ea4\u90e8\u957f\u5728\u8054\u5408\u56fd\u5927\u4f1a\u7b2c\u4e94\u5341\u4e5d\u5c4a"
      "\u4f1a\u8bae\u4e0a\u7684\u8bb2\u8bdd' --source "
      "'https://example.org/records/of/the/general/assembly/fifty-ninth/session/of/2004' a-*.txt; "
      "attache -q seed --country UGA --date 2001 b.txt; "
      "attache -q review amend b/organizations/nato --set role=observer --by ana --why 'the "
      "Council of Ministers decided otherwise, as the communique of the same day says'; "
      "attache -q review sample 2 --table principles");
  REQUIRE(result.err.empty());
  REQUIRE(result.code == 0);
}

constexpr unsigned short widths[] = {40, 60, 80};

/// What a terminal does with it left out: colours, and the clearing of a line.
std::string shown(const std::string& line) {
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] != '\x1b') {
      out += line[at];
      continue;
    }
    at = line.find_first_of("mK", at);
    if (at == std::string::npos) break;
  }
  return out;
}

/// What stands there one after the other: progress clears the line and is drawn again.
std::vector<std::string> drawn(const std::string& line) {
  const std::string clear = "\x1b[K";
  std::vector<std::string> all;
  std::size_t at = 0;
  for (std::size_t end; (end = line.find(clear, at)) != std::string::npos; at = end + clear.size())
    all.push_back(line.substr(at, end - at));
  all.push_back(line.substr(at));
  return all;
}

/// A reference alone in its line, which is not broken however narrow the screen is.
bool is_reference(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" '");
  const std::string word = line.substr(first, line.find_last_not_of("?,.;' ") - first + 1);
  return word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos;
}

std::string too_wide(const std::string& text, std::size_t width) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    for (const std::string& one : drawn(line))
      if (attache::display_width(shown(one)) > width && !is_reference(shown(one))) return one;
  return {};
}

/// How often the words stand in the text, each time whole.
std::size_t times(const std::string& text, const std::string& words) {
  std::size_t count = 0;
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
  return count;
}

constexpr const char* long_slug =
    "a-speech-with-a-name-that-is-long-enough-to-be-wider-than-a-column";

/// Each command, and what goes wrong with it. Formats that programs read are not broken: `graph`
/// and `report` write files, `extract`, `completion` and `manual` are left out.
std::vector<std::string> lines() {
  const std::string slug = long_slug;
  std::vector<std::string> all{
      "",
      "--help",
      "--version",
      "--version --verbose",
      "help review amend",
      "seed --force b.txt",
      "seed --stats --force b.txt",
      "seed none.txt a-name/of/a/file/that/is/not/there/and/is/wider/than/the/screen.txt",
      "seed --refresh",
      "load loaded.db results.ndjson none-that-is-there-and-wider-than-the-screen.ndjson b.txt",
      "split --shards 2 -o lists b.txt "
      "none-that-is-there-and-wider-than-the-screen-of-any-terminal.txt",
      "merge merged.db none-that-is-there-and-wider-than-the-screen-of-any-terminal.db",
      "publish postgresql://127.0.0.1:1/a-database-that-is-not-there-and-wider-than-the-screen",
      "principles",
      "principles --evidence",
      "principles --evidence --columns all",
      "principles --count-by norm,country --share",
      "priorities",
      "priorities --evidence --columns sentence_text,ref",
      "organizations",
      "organizations --role nonsense",
      "organizations --with-rejected --columns all",
      "leaders",
      "leaders --columns all",
      "documents",
      "documents --columns all",
      "vocabulary",
      "vocabulary norms",
      "vocabulary countries",
      "vocabulary bodies -n 40",
      "trend --norm sovereignty",
      "trend --norm human-rights --country KEN --country UGA --by decade",
      "compare KEN UGA",
      "diff b " + slug,
      "diff b " + slug + " --columns all",
      "diff b",
      "compare KEN UGA --table sentences --columns all",
      "mentions",
      "mentions UGA",
      "coverage",
      "graph -o g.dot --force",
      "graph -o g.svg",
      "report -o r.html --force",
      "search uphold",
      "search uphold --columns all",
      "--color always search uphold",
      "search peace -war NOT sovereignty",
      "search NOT peace",
      "show " + slug,
      "show " + slug + " --text",
      "show " + slug + "/principles/sovereignty",
      "--color always show " + slug + "/principles/sovereignty",
      "show " + slug + "/principles/nonsense",
      "show " + slug + "/sentence/0",
      "show b/organizations/nato",
      "sql 'SELECT * FROM documents'",
      "sql 'SELECT nonsense FROM documents WHERE nonsense = nonsense AND nonsense = nonsense'",
      "sql 'SELECT 1 AS a_column_whose_name_is_longer_than_the_screen_is_wide_and_then_some_more'",
      "review list --status orphaned",
      "explain b/organizations/nato",
      "explain " + slug,
      "explain nonsense-that-is-no-document-and-longer-than-the-screen-is-wide",
      "explain --tree --sentence 'We know that the man whom the minister who came from the town "
      "met said that peace which lasts is what the people who live there want.'",
      "explain --sentence 'We have never been a member of NATO.'",
      "review list",
      "review list --columns all",
      "review precision",
      "review sample 2 --table principles --sample s",
      "review accept b",
      "review accept nonsense",
      "review export d.csv --force",
      "review export d.csv",
      "review import d.csv",
      "crosscheck",
      "cite " + slug,
      "cite " + slug + "/principles/sovereignty",
      "check",
      "check --format table",
      "remove --dry-run b",
      "remove b",
      "export out --force",
      "export out",
      "mentions nonsense",
      "sql 'DELETE FROM documents'",
      "organizations --nonsense",
      "--db none.db documents"};
  return all;
}

}  // namespace

TEST_CASE("nothing is wider than a terminal of 40, 60 or 80 columns") {
  const shell::Sandbox sandbox;
  seed(sandbox);
  for (const unsigned short width : widths) {
    for (const std::string& line : lines()) {
      const shell::Result result = sandbox.run_on_terminal("attache " + line, width);
      INFO(width << " columns: attache " << line << "\n" << result.out);
      CHECK(too_wide(result.out, width) == "");
    }
  }
}

TEST_CASE("a slug or reference is not broken, however narrow the terminal") {
  const shell::Sandbox sandbox;
  seed(sandbox);
  const std::string slug = "a-speech-with-a-name-that-is-long-enough-to-be-wider-than-a";
  const std::string ref = slug + "/principles/sovereignty";
  const std::vector<std::string> commands = {
      "principles --norm sovereignty --columns norm,ref",
      "show " + ref,
      "search uphold sovereignty --columns ref,snippet",
      "principles --norm sovereignty",
      "principles --norm sovereignty --evidence --columns ref,sentence_text",
      "documents --columns document,sha256",
      "sql 'SELECT ref FROM principles_listing'"};
  for (const unsigned short width : std::initializer_list<unsigned short>{30, 40, 60}) {
    for (const std::string& line : commands) {
      const shell::Result result = sandbox.run_on_terminal("attache " + line, width);
      INFO(width << " columns: attache " << line << "\n" << result.out);
      CHECK(times(result.out, slug) > 0);
      CHECK(times(result.out, "a-speech") == times(result.out, slug));
    }
  }
}

TEST_CASE("the help of every command fits terminals of 40, 60 and 80 columns") {
  const shell::Sandbox sandbox;
  const std::string help = sandbox.run("attache --help").out;
  std::istringstream lines(help.substr(help.find("Subcommands:") + 13));
  std::vector<std::string> commands{"review accept", "review amend", "review list", "review import",
                                    "review sample"};
  for (std::string line; std::getline(lines, line) && line.starts_with("  ");)
    if (line[2] != ' ') commands.push_back(line.substr(2, line.find(' ', 2) - 2));
  REQUIRE(commands.size() > 20);
  for (const unsigned short width : widths)
    for (const std::string& command : commands) {
      const shell::Result result = sandbox.run_on_terminal("attache help " + command, width);
      INFO(width << " columns: attache help " << command << "\n" << result.out);
      CHECK(too_wide(result.out, width) == "");
    }
}

TEST_CASE("every command is tried on a narrow terminal, but those whose output programs read") {
  const shell::Sandbox sandbox;
  const std::string help = sandbox.run("attache --help").out;
  std::istringstream names(help.substr(help.find("Subcommands:") + 13));
  std::string tried;
  for (const std::string& line : lines()) tried += " " + line;
  for (std::string line; std::getline(names, line) && line.starts_with("  ");) {
    const std::string name = line.substr(2, line.find(' ', 2) - 2);
    if (name.empty() || name == "extract" || name == "completion" || name == "manual") continue;
    INFO(name);
    CHECK(tried.find(" " + name) != std::string::npos);
  }
}

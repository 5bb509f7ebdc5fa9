// SPDX-License-Identifier: MIT
// What the columns of the lexicon's files take: the built-in files, and what users lay over them.
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "seed/lexicon/column_rules.h"
#include "seed/lexicon/table_check.h"
#include "tests/catch.h"
#include "tests/extract/engine.h"

using namespace attache;

namespace {

namespace fs = std::filesystem;

std::string header_of(const std::string& name) {
  for (const CsvTable& table : test::knowledge().lexicon.tables) {
    if (table.name != name) continue;
    std::string header;
    for (const std::string& column : table.columns) header += (header.empty() ? "" : ",") + column;
    return header;
  }
  return {};
}

/// A folder of its own, gone with it.
class Folder {
 public:
  Folder()
      : path_(fs::temp_directory_path() /
              ("attache-columns-" + std::to_string(::getpid()) + '-' + std::to_string(next_++))) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "frames");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  void write(const std::string& file, const std::string& bytes) const {
    std::ofstream(path_ / file, std::ios::binary) << bytes;
  }
  const fs::path& path() const { return path_; }

  /// What is told of it as a lexicon, its own path left out; "" where it is taken.
  std::string told() const {
    try {
      load_lexicon(embedded_lexicon(), path_);
    } catch (const DataError& error) {
      return without_path(error.what());
    }
    return {};
  }
  /// The same of a folder of rules.
  std::string told_of_rules() const {
    auto lexicon = load_lexicon(embedded_lexicon());
    try {
      load_rules(embedded_rules(), path_, lexicon);
      load_frames(embedded_frames(), path_, lexicon);
    } catch (const DataError& error) {
      return without_path(error.what());
    }
    return {};
  }

 private:
  std::string without_path(std::string what) const {
    const std::string begin = path_.string() + '/';
    if (what.starts_with(begin)) what.erase(0, begin.size());
    return what;
  }

  static inline int next_ = 0;
  fs::path path_;
};

/// What is told of rows that a user adds to a table.
std::string told_of(const std::string& table, const std::string& rows) {
  const Folder folder;
  folder.write(table + ".csv", header_of(table) + '\n' + rows + '\n');
  return folder.told();
}

bool begins(const std::string& told, const std::string& words) {
  if (told.starts_with(words)) return true;
  WARN(told);
  return false;
}

std::string told_of_rules(const std::string& file, const std::string& toml) {
  const Folder folder;
  folder.write(file, toml);
  return folder.told_of_rules();
}

}  // namespace

TEST_CASE("every column of every built-in file has its rule, in the file's order") {
  const auto rules = column_rules();
  for (const CsvTable& table : test::knowledge().lexicon.tables) {
    std::vector<std::string> columns;
    for (const ColumnRule& rule : rules_of(rules, table.name)) columns.push_back(rule.column);
    CAPTURE(table.name);
    CHECK(columns == table.columns);
  }
}

TEST_CASE("the built-in files hold what their columns take") {
  const auto& tables = test::knowledge().lexicon.tables;
  const auto rules = column_rules();
  for (const CsvTable& table : tables) {
    CAPTURE(table.name);
    CHECK_NOTHROW(check_table(table, false, tables, rules));
  }
}

TEST_CASE("a cell that can't be is told with its line, its column and what may stand there") {
  CHECK(begins(told_of("bodies", "x-b,Xenon Board,,regionl,,1949,,"),
               "bodies.csv:2: kind 'regionl' is not what body_kinds.csv has in its column slug: "
               "agency, alliance, "));
  CHECK(begins(told_of("bodies", "x-b,Xenon Board,,regional,nosuch,1949,,"),
               "bodies.csv:2: parent 'nosuch' is not what bodies.csv has in its column slug; "
               "'attache vocabulary bodies' lists it"));
  CHECK(told_of("bodies", "x-b,Xenon Board,,regional,,next year,,") ==
        "bodies.csv:2: founded 'next year' is not a date: 1949, 1949-04 or 1949-04-04");
  CHECK(told_of("bodies", "x-b,Xenon Board,,regional,,1990,1949,") ==
        "bodies.csv:2: dissolved '1949' is before founded '1990'");
  CHECK(
      told_of("bodies", "X b!,Xenon Board,,regional,,1949,,") ==
      "bodies.csv:2: slug 'X b!' is not a slug: lower-case letters and digits, joined by hyphens");
  CHECK(told_of("bodies", "x-b,,,regional,,1949,,") ==
        "bodies.csv:2: name is empty; it takes words, with letters or digits");
  CHECK(told_of("bodies", "x-b,Xenon,,court,,,,\nx-c,Argon,,court,,,,\nx-b,Neon,,court,,,,") ==
        "bodies.csv:4: slug 'x-b' stands in line 2 already");
  CHECK(told_of("bodies", "x-b,Xe\x1B[31mnon,,court,,,,") ==
        "bodies.csv:2: name holds a control character; take it out");
  CHECK(begins(told_of("offices", "arch hetman,kingly,both"),
               "offices.csv:2: level 'kingly' is not one of head-of-state, head-of-government, "));
  CHECK(begins(told_of("office_types", "arch hetman,head-of-state,maybe"),
               "office_types.csv:2: of_body 'maybe' is not what office_types.csv has in its column "
               "type: "));
  CHECK(begins(told_of("persons", "Rufus Firefly,Hetman,ZZZ,1990,"),
               "persons.csv:2: country 'ZZZ' is not what countries.csv has in its column iso3"));
  CHECK(
      begins(told_of("persons", "Rufus Firefly,Hetman,KEN,abc,"), "persons.csv:2: from 'abc' is"));
  CHECK(begins(told_of("norm_instruments", "neutrality,nosuch,1,1990"),
               "norm_instruments.csv:2: instrument 'nosuch' is not what instruments.csv has"));
  for (const char* weight : {"heavy", "0", "10", "1.5", "99999999999", "-1"})
    CHECK(told_of("theme_words", std::string("development,wherries,") + weight) ==
          "theme_words.csv:2: weight '" + std::string(weight) +
              "' is not a whole number from 1 to 9");
  CHECK(told_of("theme_words", "development,wherries,").empty());
  CHECK(
      begins(told_of("words", "house,noun nown"),
             "words.csv:2: classes 'noun nown' is not some of these, with spaces between: det, "));
  CHECK(begins(told_of("identifier_schemes", "vdem,V-Dem,[0-9,,"),
               "identifier_schemes.csv:2: form '[0-9' is not a regular expression"));
}

TEST_CASE("codes of states are theirs alone, but for those of former states") {
  CHECK(begins(told_of("countries", "frd,FD,Freedonia,,,,,"),
               "countries.csv:2: iso3 'frd' is not a code of three capital letters"));
  CHECK(begins(told_of("countries", "FRD,KE,Freedonia,,,,,"),
               "countries.csv:2: iso2 'KE' is KEN's (Kenya)"));
  CHECK(told_of("countries", "FRD,KE,Freedonia,,,1900,1950,").empty());
  CHECK(told_of("countries", "FRD,,Freedonia,,,,,").empty());
  CHECK(told_of("countries", "KEN,KE,Kenia,,,,,").empty());
}

TEST_CASE("conditions of ambiguous names are of their form") {
  const auto told = [](const std::string& when) {
    return told_of("body_ambiguities", "The Board,nato," + when + ",");
  };
  for (const char* good : {"role", "otherwise", "since:1990", "before:2004", "country:KEN UGA",
                           "document:nato united-nations", "article:nato", "near:trade|tariffs"})
    CHECK(told(good).empty());
  CHECK(begins(told("since:later"), "body_ambiguities.csv:2: when 'since:later' needs a year"));
  CHECK(begins(told("country:Kenya"), "body_ambiguities.csv:2: when 'country:Kenya' needs codes"));
  CHECK(begins(told("document:nosuch"), "body_ambiguities.csv:2: when 'document:nosuch' needs"));
  CHECK(begins(told("near:"), "body_ambiguities.csv:2: when 'near:' needs words"));
  CHECK(begins(told("role:x"), "body_ambiguities.csv:2: when 'role:x' takes nothing"));
  CHECK(begins(told("sometimes"), "body_ambiguities.csv:2: when 'sometimes' is none of role, "));
}

TEST_CASE("a file that is no UTF-8 or has another header is told so") {
  const auto told = [](const std::string& bytes) {
    const Folder folder;
    folder.write("themes.csv", bytes);
    return folder.told();
  };
  CHECK(told(std::string("\xFF\xFE"
                         "s\0l\0",
                         6)) == "themes.csv:1: is UTF-16; save it as UTF-8");
  CHECK(told(std::string("slug,name,scope\na\0b,c,d\n", 24)) ==
        "themes.csv:2: has a NUL byte; save it as UTF-8 text");
  CHECK(told("slug,name,scope\nseas,Seas,\nsky,Caf\xE9,\n") ==
        "themes.csv:3: is not UTF-8 there; save it as UTF-8");
  CHECK(told("slug;name;scope\nseas;Seas, oceans;\n") ==
        "themes.csv:1: its columns are separated by ';', not by commas; the header must be "
        "slug,name,scope");
  CHECK(told("name,slug\nSeas,seas\n") ==
        "themes.csv:1: the header must be slug,name,scope, and is name,slug");
  CHECK(told("") == "themes.csv:1: has no header; the header must be slug,name,scope");
  CHECK(told("\xEF\xBB\xBFslug,name,scope\r\nseas,Seas,\r\n").empty());
}

TEST_CASE("the built-in files laid over themselves change nothing") {
  const Folder folder;
  for (const EmbeddedFile& file : embedded_lexicon())
    folder.write(std::string(file.name), std::string(file.bytes));
  const Lexicon lexicon = load_lexicon(embedded_lexicon(), folder.path());
  const auto& tables = test::knowledge().lexicon.tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    CAPTURE(tables[i].name);
    CHECK(lexicon.tables[i].rows.size() == tables[i].rows.size());
    CHECK(std::none_of(lexicon.tables[i].rows.begin(), lexicon.tables[i].rows.end(),
                       [](const CsvRow& row) { return row.own; }));
  }
}

TEST_CASE("a wording that is no pattern is told with its file and line") {
  for (const auto& [table, row] : std::map<std::string, std::string>{
           {"norm_wordings", "neutrality,(side|sides,strong"}, {"theme_words", "health,(pill,1"}}) {
    const Folder folder;
    folder.write(table + ".csv", header_of(table) + '\n' + row + '\n');
    auto lexicon = load_lexicon(embedded_lexicon(), folder.path());
    std::string told;
    try {
      load_rules(embedded_rules(), {}, lexicon);
    } catch (const DataError& error) {
      told = error.what();
    }
    CHECK(begins(told, (folder.path() / (table + ".csv")).string() + ":2: "));
  }
}

TEST_CASE("a name in a user's lexicon is the user's body's, whatever it was") {
  const auto body_of = [](const Folder& folder, const std::string& text) {
    auto lexicon = load_lexicon(embedded_lexicon(), folder.path());
    const auto rules = load_rules(embedded_rules(), {}, lexicon);
    const auto frames = load_frames(embedded_frames(), {}, lexicon);
    const Grammar& grammar = test::knowledge().grammar;
    const auto rows = extract(text, {"KEN", "2005"}, {lexicon, rules, frames, grammar});
    return rows.organizations.empty() ? std::string() : rows.organizations.front().body;
  };
  const std::string row = ",,regional,,1949,,\n";
  // A built-in name, an acronym, an alias, an ambiguous name.
  for (const std::string name : {"United Nations", "NATO", "World Body", "European Council"}) {
    const Folder folder;
    folder.write("bodies.csv", header_of("bodies") + "\nxenon-board," + name + row);
    CAPTURE(name);
    CHECK(body_of(folder, "We spoke to the " + name + ".") == "xenon-board");
  }
  const Folder folder;
  folder.write("bodies.csv", header_of("bodies") + "\nxenon-board,Xenon Board" + row);
  folder.write("body_aliases.csv", header_of("body_aliases") +
                                       "\nxenon-board,NATO,exact\nxenon-board,United Nations,fold\n"
                                       "xenon-board,European Council,fold\n");
  for (const std::string name : {"NATO", "United Nations", "European Council"})
    CHECK(body_of(folder, "We spoke to the " + name + ".") == "xenon-board");
}

TEST_CASE("cues that could never make a row are told with their line") {
  const auto cue = [](const std::string& rest, const std::string& id = "organizations.x",
                      const std::string& example = "We met the [[board]].") {
    return told_of_rules("organizations.toml",
                         "[[cue]]\nid = \"" + id + "\"\neffect = \"member\"\nexample = \"" +
                             example + "\"\nmotivation = \"for a test\"\n" + rest);
  };
  CHECK(cue("patterns = [\"we met\"]\n").empty());
  CHECK(begins(cue("patterns = [\"we met\"]\n", "organizations.two words"),
               "organizations.toml:1: id 'organizations.two words' must be"));
  CHECK(begins(cue("patterns = [\"we met\"]\n", "x"), "organizations.toml:1: id 'x' must be"));
  CHECK(begins(cue("patterns = [\"we met\"]\n", "organizations.x", "We met the board."),
               "organizations.toml:1: the example of 'organizations.x' marks no object"));
  CHECK(begins(cue("patterns = [\"we met\"]\nside = \"capture\"\n"),
               "organizations.toml:1: the pattern 'we met' marks no object"));
  CHECK(begins(cue("patterns = [\"we met {...4}\"]\n"),
               "organizations.toml:1: the pattern 'we met {...4}' has braces"));
  CHECK(begins(cue("patterns = [\"we met\"]\nkind = \"military\"\n"),
               "organizations.toml:1: kind 'military' is none of agency, alliance, "));
  const std::string twice =
      "[[cue]]\nid = \"leaders.x\"\neffect = \"holds\"\npatterns = [\"a\"]\nexample = \"a [[b]]\"\n"
      "motivation = \"for a test\"\n";
  CHECK(told_of_rules("leaders.toml", twice + twice) ==
        "leaders.toml:7: the id 'leaders.x' is taken already");
  CHECK(begins(told_of_rules("priorities.toml",
                             "[[cue]]\nid = \"priorities.x\"\neffect = \"aim\"\nside = \"tree\"\n"
                             "places = [\"objekt\"]\npatterns = [\"toil~\"]\n"
                             "example = \"We toil for [[peace]].\"\nmotivation = \"for a test\"\n"),
               "priorities.toml:1: place 'objekt' is none of infinitive, object, "));
}

TEST_CASE("frames that could never give a role are told with their line") {
  const auto frame = [](const std::string& head, const std::string& unit) {
    return told_of_rules("frames/mine.toml",
                         "[[frame]]\n" + head + "\nunits = [\n  { " + unit + " },\n]\n");
  };
  const std::string known = "name = \"membership\"",
                    sample = ", example = \"Kenya is in [[GUAM]].\"";
  CHECK(frame(known, "verb = \"enlist\", body = \"in\"" + sample).empty());
  CHECK(frame("name = \"greasing\"\nasserted = \"partner\"",
              "verb = \"grease\", body = \"object\"" + sample)
            .empty());
  CHECK(begins(frame("name = \"greasing\"", "verb = \"grease\", body = \"object\"" + sample),
               "frames/mine.toml:1: the frame 'greasing' is new and gives no role"));
  CHECK(begins(frame("name = \"greasing\"\nasserted = \"greaser\"",
                     "verb = \"grease\", body = \"object\"" + sample),
               "frames/mine.toml:3: asserted 'greaser' is none of candidate, chair, "));
  CHECK(begins(frame(known, "verb = \"enlist\", body = \"objekt\"" + sample),
               "frames/mine.toml:4: place 'objekt' is none of subject, object, "));
  CHECK(begins(frame(known, "verb = \"enlist\", body = \"\"" + sample),
               "frames/mine.toml:4: a unit needs verb, noun or predicate, body and example"));
  CHECK(begins(frame(known, "verb = \"enlist\", noun = \"enlistment\", body = \"in\"" + sample),
               "frames/mine.toml:4: a unit is a verb, a noun or a predicate"));
  CHECK(begins(frame(known, "verb = \"sign up\", body = \"to\"" + sample),
               "frames/mine.toml:4: 'sign up' is several words"));
  CHECK(begins(frame(known, "verb = \"enlist\", body = \"in\", kind = \"club\"" + sample),
               "frames/mine.toml:4: kind 'club' is none of agency, "));
  CHECK(begins(frame(known, "verb = \"enlist\", body = \"in\", example = \"Kenya is in GUAM.\""),
               "frames/mine.toml:4: the example marks no body"));
}

TEST_CASE("a folder without a file that is read is told") {
  const Folder folder;
  CHECK(folder.told().find("has no file whose name ends in .csv") != std::string::npos);
  CHECK(folder.told_of_rules().find("has a file whose name ends in .toml") != std::string::npos);
}

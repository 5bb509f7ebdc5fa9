// SPDX-License-Identifier: MIT
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include "cli/output/escape.h"

#include "cli/manual.h"
#include "schema/tables.h"
#include "tests/catch.h"
#include "tests/cli/in_process.h"

using in_process::Result;
using in_process::run;

namespace {

/// One line, `attache: ...`.
bool is_one_message(const std::string& err) {
  return err.starts_with("attache: ") && std::count(err.begin(), err.end(), '\n') == 1 &&
         err.back() == '\n';
}

/// Takes so many bytes and then refuses, as a full disk does.
class FullBuffer : public std::streambuf {
 public:
  explicit FullBuffer(int code) : code_(code) {}

 protected:
  int_type overflow(int_type) override {
    errno = code_;
    return traits_type::eof();
  }

 private:
  int code_;
};

Result run_into_refusal(const std::vector<std::string>& args, int code) {
  std::istringstream in;
  FullBuffer buffer(code);
  std::ostream out(&buffer);
  std::ostringstream err;
  const attache::Streams streams{in, out, err, false, false, false, 0};
  const int exit_code = attache::run(args, streams, in_process::environment_of({}));
  return {exit_code, "", err.str()};
}

}  // namespace

TEST_CASE("wrong usage is exit code 2 and one line on standard error, whatever CLI11 calls it") {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"nonsense"},
      {"--nonsense"},
      {"organizations", "--nonsense"},
      {"organizations", "one", "two"},
      {"organizations", "--role"},
      {"organizations", "--limit", "many"},
      {"organizations", "--limit", "-1"},
      {"organizations", "--format", "xml"},
      {"organizations", "--csv", "--tsv"},
      {"organizations", "--json", "--no-header"},
      {"organizations", "--markdown", "--escape-formulas"},
      {"--color", "sometimes", "organizations"},
      {"seed", "--jobs", "0", "x"},
      {"seed", "--encoding", "ebcdic", "x"},
      {"extract", "--format", "csv"},
      {"export"},
      {"completion"},
      {"completion", "tcsh"},
      {"organizations"},  // nowhere to look: no HOME
  };
  for (const auto& args : wrong) {
    const Result result = run(args);
    INFO(CLI::detail::join(args, " ") << "\n" << result.err);
    CHECK(result.code == 2);
    CHECK(is_one_message(result.err));
    CHECK(result.out.empty());
  }
}

TEST_CASE("a misspelt word is answered with the nearest right one") {
  CHECK(run({"organisations"}).err ==
        "attache: unknown command 'organisations'; did you mean 'organizations'?\n");
  CHECK(run({"leaders", "--ofice", "x"}).err ==
        "attache: unknown option '--ofice'; did you mean '--office'?\n");
  CHECK(run({"leaders", "--ofice=x"}).err ==
        "attache: unknown option '--ofice'; did you mean '--office'?\n");
  CHECK(run({"--colour", "never"}).err ==
        "attache: unknown option '--colour'; did you mean '--color'?\n");
}

TEST_CASE("help and version are results, not errors") {
  for (const std::vector<std::string>& args : {std::vector<std::string>{"--help"},
                                               {"-h"},
                                               {"--version"},
                                               {"organizations", "--help"},
                                               {"seed", "-h"}}) {
    const Result result = run(args);
    INFO(CLI::detail::join(args, " "));
    CHECK(result.code == 0);
    CHECK(result.err.empty());
    CHECK(result.out.size() > 40);
    CHECK(result.out.back() == '\n');
  }
}

TEST_CASE("the help of every command has an example that begins with attache") {
  const auto line = attache::make_command_line();
  for (const attache::Command& command : line->commands) {
    INFO(command.app->get_name());
    const std::string help = command.app->help();
    const std::size_t examples = help.find("Examples:\n");
    REQUIRE(examples != std::string::npos);
    CHECK(help.find("attache " + command.app->get_name(), examples) != std::string::npos);
  }
}

TEST_CASE("every table is a command, and every filter of it an option") {
  const auto line = attache::make_command_line();
  for (const attache::TableInfo& table : attache::tables()) {
    const CLI::App* app = line->root->get_subcommand(std::string(table.name));
    for (const attache::FilterInfo& filter : table.filters) {
      CHECK(app->get_option_no_throw("--" + std::string(filter.flag)) != nullptr);
    }
  }
}

TEST_CASE("a file that is no knowledge base is exit code 3") {
  const std::string file =
      (std::filesystem::temp_directory_path() / "attache-app-test.txt").string();
  std::ofstream(file) << "not a database, but long enough to have a header of one hundred bytes if "
                         "it were, which it "
                         "is not, as anybody can see";
  for (const std::string command : {"organizations", "seed"}) {
    const Result result = run({command, "--db", file});
    INFO(result.err);
    CHECK(result.code == 3);
    CHECK(is_one_message(result.err));
    CHECK(result.err.find(file) != std::string::npos);
  }
  std::filesystem::remove(file);
}

TEST_CASE("a missing knowledge base says how to make one") {
  const Result result = run({"organizations", "--db", "/nonexistent/x.db"});
  CHECK(result.code == 3);
  CHECK(result.err.find("attache seed") != std::string::npos);
}

TEST_CASE("names in messages can't act on the terminal") {
  const Result result = run({"extract", "no\x1b[2Jfile"});
  CHECK(result.code == 1);
  CHECK(result.err.find('\x1b') == std::string::npos);
  CHECK(result.err.find("no\\x1b[2Jfile") != std::string::npos);
}

TEST_CASE("a closed pipe ends quietly, a full disk does not") {
  const Result closed = run_into_refusal({"--help"}, EPIPE);
  CHECK(closed.code == 0);
  CHECK(closed.err.empty());
  const Result full = run_into_refusal({"--help"}, ENOSPC);
  CHECK(full.code == 1);
  CHECK(full.err == "attache: the results can't be written: No space left on device\n");
}

TEST_CASE("the committed manual page is what the program says of itself") {
  std::ifstream in(std::string(ATTACHE_SOURCE_DIR) + "/docs/attache.1");
  std::ostringstream committed;
  committed << in.rdbuf();
  INFO("renew it with: attache manual > docs/attache.1");
  const bool current = committed.str() == run({"manual"}).out;
  CHECK(current);
}

namespace {

/// Files that are gone with their test.
struct Scratch {
  Scratch() {
    std::string name = std::filesystem::temp_directory_path() / "attache-cli-XXXXXX";
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path = name;
  }
  ~Scratch() {
    std::error_code error;
    std::filesystem::remove_all(path, error);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  std::string operator/(const std::string& name) const { return path + "/" + name; }
  std::string path;
};

std::vector<std::vector<std::string>> lines_with(const std::string& db, const std::string& text) {
  return {{"--db", text, "documents"},
          {"--db", text, "extract", "-"},
          {"--color", text, "documents"},
          {text},
          {"--" + text},
          {"--" + text + "=1", "documents"},
          {"--db", db, "documents", text},
          {"--db", db, "documents", "--columns", text},
          {"--db", db, "documents", "--format", text},
          {"--db", db, "documents", "--limit", text},
          {"--db", db, "documents", "--title", text},
          {"--db", db, "documents", "--country", text},
          {"--db", db, "documents", "--sort", text},
          {"--db", db, "organizations", "--role", text},
          {"--db", db, "organizations", "--document", text},
          {"--db", db, "search", text},
          {"--db", db, "search", "--fts", text},
          {"--db", db, "search", "--mark", text, "x"},
          {"--db", db, "search", "--document", text, "x"},
          {"--db", db, "show", text},
          {"--db", db, "show", "--text", text + "/x"},
          {"--db", db, "check", text},
          {"--db", db, "export", text},
          {"--db", db, "seed", text},
          {"--db", db, "seed", "--manifest", text},
          {"--db", db, "seed", "--name-pattern", text, "x"},
          {"--db", db, "seed", "--lexicon", text, "x"},
          {"--db", db, "seed", "--country", text, "x"},
          {"--db", db, "seed", "--date", text, "x"},
          {"extract", text},
          {"extract", "--rules", text, "-"},
          {"extract", "--lexicon", text, "-"},
          {"extract", "--country", text, "-"},
          {"explain", text},
          {"explain", "-", text},
          {"completion", text}};
}

}  // namespace

TEST_CASE("whatever a name holds and however long it is, it is no fault of ours and one line") {
  const Scratch scratch;
  const std::string db = scratch / "a.db";
  std::ofstream(scratch / "a.txt") << "Georgia is a member of NATO.";
  REQUIRE(in_process::run({"--db", db, "seed", scratch / "a.txt"}).code == 0);
  const std::string kinds[] = {std::string(5000, 'n'), std::string(1000000, 'n'),
                               std::string(300, '/') + std::string(300, 'n'),
                               "/a\nb\x1b[31m\xff\xfe\u202e\r" + std::string(600, '\n')};
  for (const std::string& text : kinds) {
    for (const auto& line : lines_with(db, text)) {
      const auto result = in_process::run(line);
      INFO(line[0].substr(0, 20) << " " << line.back().substr(0, 20) << ": "
                                 << result.err.substr(0, 300));
      CHECK(result.code != 70);
      // A note may come before what failed; none is longer than a line.
      std::istringstream lines(result.err);
      std::size_t count = 0;
      for (std::string told; std::getline(lines, told); ++count) {
        CHECK(told.size() <= 1020);
        CHECK(attache::printable(told) == told);
      }
      CHECK(count <= 2);
      if (result.code != 0) CHECK(count >= 1);
    }
  }
}

TEST_CASE("raw on a terminal has to be asked for twice") {
  const Scratch scratch;
  const std::string db = scratch / "a.db";
  std::ofstream(scratch / "a.txt") << "Georgia is a member of NATO.";
  REQUIRE(in_process::run({"--db", db, "seed", scratch / "a.txt"}).code == 0);
  for (const char* command : {"documents", "organizations"}) {
    const auto refused = in_process::run({"--db", db, command, "--csv", "--raw"}, "", {}, true);
    CHECK(refused.code == 2);
    CHECK(refused.out.empty());
    CHECK(refused.err.find("--color never") != std::string::npos);
    CHECK(in_process::run({"--db", db, command, "--csv", "--raw", "--color", "never"}, "", {}, true)
              .code == 0);
    CHECK(in_process::run({"--db", db, command, "--csv", "--raw"}).code == 0);
  }
}

TEST_CASE("a title is stored with its first five hundred characters, and known again") {
  const Scratch scratch;
  const std::string db = scratch / "a.db";
  std::string title;
  for (int i = 0; i < 100000; ++i) title += "\u00e9";
  std::ofstream(scratch / "m.csv") << "path,title\nb.txt," << title << "\n";
  std::ofstream(scratch / "b.txt") << "We want peace.";
  REQUIRE(in_process::run({"--db", db, "seed", "--manifest", scratch / "m.csv"}).code == 0);
  const auto titles =
      in_process::run({"--db", db, "documents", "--columns", "title", "--no-header"});
  CHECK(titles.out == title.substr(0, 1000) + "\n");
  const auto again = in_process::run({"--db", db, "seed", "--manifest", scratch / "m.csv"});
  CHECK(again.err.find("1 unchanged") != std::string::npos);
}

TEST_CASE("each group adds the commands that it names") {
  for (const attache::CommandGroup& group : attache::command_groups) {
    CLI::App root;
    std::vector<attache::Command> commands;
    group.add(root, commands);
    std::string names;
    for (const attache::Command& command : commands)
      names += (names.empty() ? "" : " ") + command.app->get_name();
    CHECK(names == group.names);
  }
}

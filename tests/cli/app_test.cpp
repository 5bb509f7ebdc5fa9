// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>

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

TEST_CASE("extract reads standard input without a file or with -") {
  const std::string text = "My country is a member of the United Nations.\n";
  const Result named = run({"extract", "-"}, text);
  CHECK(named.code == 0);
  CHECK(named.out.starts_with("{\"document\":\"-\",\"country\":null,\"date\":null,"));
  CHECK(named.out.ends_with("}\n"));
  CHECK(run({"extract"}, text).out == named.out);
  CHECK(run({"extract", "--date", ""}, text).out == named.out);
  CHECK(run({"extract", "--format", "json"}, text).out == "[\n" + named.out + "]\n");
}

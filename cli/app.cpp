// SPDX-License-Identifier: MIT
#include "cli/app.h"

#include <algorithm>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <system_error>

#include "cli/error.h"
#include "cli/help_text.h"
#include "cli/output/escape.h"
#include "cli/query_words.h"
#include "cli/refused_value.h"
#include "cli/usage_words.h"
#include "schema/knowledge_base.h"
#include "schema/select.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/read/read.h"

namespace attache {
namespace {

/// The exit codes; docs/cli.md shows them to users.
enum ExitCode {
  done = 0,
  not_met = 1,
  wrong_usage = 2,
  unusable_base = 3,
  unreadable_input = 4,
  our_fault = 70,
  interrupted = 130
};

/// Commands that tell of all others.
constexpr std::string_view whole_line = "completion manual help";

constexpr unsigned longest_wait = 31'536'000;  // a year
constexpr std::chrono::seconds before_telling{1};

constexpr const char* root_footer =
    "Examples:\n"
    "  attache seed                                   the bundled document\n"
    "  attache organizations --role member\n"
    "  attache principles --evidence --csv > principles.csv\n"
    "  attache extract speech.txt | jq '.leaders[].name'\n"
    "\n"
    "The knowledge base: --db FILE, else $ATTACHE_DB, else $XDG_DATA_HOME/attache/attache.db\n"
    "(~/.local/share/attache/attache.db).\n"
    "\n"
    "Exit codes:\n"
    "  0    done\n"
    "  1    something asked for was not met: -e and no row, a document that failed, results that "
    "can't be written\n"
    "  2    wrong usage\n"
    "  3    the knowledge base can't be used\n"
    "  4    input can't be read\n"
    "  70   a fault of attache itself\n"
    "  130  interrupted\n";

void add_global_options(CommandLine& line) {
  CLI::App& root = *line.root;
  root.add_option("--db", line.db,
                  "The knowledge base's file, or postgresql://... of a published one")
      ->type_name("FILE");
  root.add_option("--wait", line.wait,
                  "How long to wait for another program that has the knowledge base (60; 0 is not "
                  "at all)")
      ->type_name("SECONDS")
      ->check(CLI::Range(0U, longest_wait));
  root.add_option("--color", line.colour, "Colour: auto, always or never (auto heeds NO_COLOR)")
      ->type_name("WHEN")
      ->transform(CLI::IsMember({"auto", "always", "never"}, CLI::ignore_case));
  root.add_flag("-q,--quiet", line.quiet, "No summaries and no progress on standard error");
  CLI::Option* verbose = root.add_flag(
      "--verbose", line.verbose, "With --version: also what confines the reader of documents");
  verbose->needs(root.set_version_flag("-V,--version", version_text,
                                       "Print the versions of attache and its libraries"));
}

/// How long a knowledge base that is busy was waited for.
std::string told_wait(const KnowledgeBaseError& error, const CommandLine& line) {
  if (error.kind() != KnowledgeBaseError::Kind::busy) return "";
  const auto seconds = std::chrono::round<std::chrono::seconds>(line.waited).count();
  return " (waited " + std::to_string(seconds) + (seconds == 1 ? " second" : " seconds") +
         "; --wait SECONDS changes that)";
}

/// Waits as long as --wait says, and tells after a second that, and for whom, it waits.
Patience patience_of(CommandLine& line, const Session& session) {
  return [&line, &session, told = false](std::chrono::milliseconds waited) mutable {
    line.waited = waited;
    if (waited >= std::chrono::seconds(line.wait)) return false;
    if (waited >= before_telling && !told) {
      told = true;
      session.note("attache: waiting for another program that has " + session.database().string() +
                   "; Ctrl-C ends the wait");
    }
    return true;
  };
}

struct Failure {
  int code;
  std::string words;  ///< empty: nothing to say
};

/// The one place that turns an exception into words and an exit code. The order matters: derived
/// types first.
Failure explain(const std::exception_ptr& exception, const CommandLine& line,
                const std::vector<std::string>& args) {
  const std::vector<std::string> behind(std::find(args.begin(), args.end(), "--"), args.end());
  try {
    std::rethrow_exception(exception);
  } catch (const CLI::ExtrasError&) {
    return {wrong_usage, explain_extras(line, behind)};
  } catch (const CLI::RequiredError& error) {
    // What is missing may be there, taken for an option.
    const bool extras = !line.root->remaining(true).empty();
    return {wrong_usage, extras ? explain_extras(line, behind)
                                : std::string(error.what()) + "; " + see_help(line)};
  } catch (const CLI::ValidationError& error) {
    const std::string words = refused_value(error.what(), help_of(line));
    return {wrong_usage,
            words.empty() ? plain_refusal(error.what()) + "; " + see_help(line) : words};
  } catch (const CLI::ParseError& error) {
    return {wrong_usage, plain_refusal(error.what()) + "; " + see_help(line)};
  } catch (const UsageError& error) {
    return {wrong_usage, error.what()};
  } catch (const SelectionError& error) {
    return {wrong_usage, error.what()};
  } catch (const KnowledgeBaseError& error) {
    return {unusable_base, error.what() + told_wait(error, line)};
  } catch (const ReadError& error) {
    return {unreadable_input, error.what()};
  } catch (const DataError& error) {
    return {unreadable_input, error.what()};
  } catch (const OutputError& error) {
    // A reader that has seen enough (`| head`) is no failure.
    if (error.code() == EPIPE) return {done, ""};
    return {not_met, error.what()};
  } catch (const Interrupted& error) {
    return {interrupted, error.what()};
  } catch (const std::filesystem::filesystem_error& error) {
    // Names that no file can have (too long, a loop of links) and folders that can't be read.
    return {unreadable_input, error.path1().string() + ": " + error.code().message()};
  } catch (const std::system_error& error) {
    return {not_met, "the system refused what is needed: " + error.code().message() +
                         "; try again once other programs have ended"};
  } catch (const std::bad_alloc&) {
    return {our_fault, "out of memory"};
  } catch (const std::exception& error) {
    return {our_fault, std::string("internal error: ") + error.what() + "; please report it"};
  } catch (...) {
    return {our_fault, "internal error of unknown kind; please report it"};
  }
}

ColourChoice colour_choice(const std::string& word) {
  static const std::map<std::string, ColourChoice> choices = {{"auto", ColourChoice::automatic},
                                                              {"always", ColourChoice::always},
                                                              {"never", ColourChoice::never}};
  return choices.at(word);
}

/// A command line with those of the commands for which `is_wanted` holds.
template <typename IsWanted>
std::unique_ptr<CommandLine> make_line(const IsWanted& is_wanted) {
  auto line = std::make_unique<CommandLine>();
  line->root =
      std::make_unique<CLI::App>("A command-line knowledge base for foreign policy", "attache");
  CLI::App& root = *line->root;
  root.set_help_flag("-h,--help", "Print this help");
  root.require_subcommand(0, 1);
  root.footer(root_footer);
  add_global_options(*line);
  for (const CommandGroup& group : command_groups)
    if (is_wanted(group)) group.add(root, line->commands);
  return line;
}

bool is_among(std::string_view name, std::string_view names) {
  const std::size_t at = (" " + std::string(names) + " ").find(" " + std::string(name) + " ");
  return !name.empty() && at != std::string::npos;
}

void parse_words(CommandLine& line, const std::vector<std::string>& args) {
  std::vector<std::string> words = with_arguments_apart(*line.root, args);
  std::reverse(words.begin(), words.end());
  line.root->parse(std::move(words));
}

/// The line with the commands that the words name, parsed: to make the options of all takes longer
/// than most queries. Null where it does not say what to do, which the whole line can tell.
std::unique_ptr<CommandLine> parsed_part(const std::vector<std::string>& args) {
  auto line = make_line([&](const CommandGroup& group) {
    return std::any_of(args.begin(), args.end(),
                       [&](const std::string& word) { return is_among(word, group.names); });
  });
  try {
    if (!line->commands.empty()) parse_words(*line, args);
  } catch (const CLI::Error&) {
    return nullptr;
  }
  const Command* command = chosen_command(*line);
  return command == nullptr || is_among(command->app->get_name(), whole_line) ? nullptr
                                                                              : std::move(line);
}

/// Parses unless that is done; help and version go to `out`. Returns the command to run, or nullptr
/// where all is said.
const Command* parse(CommandLine& line, const std::vector<std::string>& args, Sink& out,
                     std::size_t width) {
  try {
    if (!line.root->parsed()) parse_words(line, args);
  } catch (const CLI::CallForHelp&) {
    out.append(fitted_help(line.root->help(), width));
    return nullptr;
  } catch (const CLI::CallForVersion& version) {
    out.append(fitted_help(std::string(version.what()) + "\n", width));
    if (line.verbose) out.append(fitted_help(confinement_text() + "\n", width));
    return nullptr;
  }
  const Command* command = chosen_command(line);
  if (command == nullptr) throw UsageError("no command given; see 'attache --help'");
  if (line.db.empty() && line.root->get_option("--db")->count() > 0)
    throw UsageError("--db: names no file; give the path of one");
  return command;
}

int run_parsed(CommandLine& line, const std::vector<std::string>& args, const Streams& streams,
               const Environment& environment, Sink& out) {
  int code = done;
  const std::size_t width = output_width(streams, environment);
  if (const Command* command = parse(line, args, out, width)) {
    Session session{streams, environment, out, line.db, colour_choice(line.colour), line.quiet};
    session.patience = patience_of(line, session);
    code = command->run(session);
  }
  out.flush();
  return code;
}

/// What was written before a failure still goes out, unless that is what failed.
void flush_quietly(Sink& out) {
  try {
    out.flush();
  } catch (const OutputError&) {
    out.discard();
  }
}

}  // namespace

CLI::App* add_command(CLI::App& root, const std::string& name, const std::string& help,
                      const std::string& examples) {
  CLI::App* app = root.add_subcommand(name, help);
  app->fallthrough();
  app->require_subcommand(0, 1);
  std::string footer = "Examples:\n";
  for (std::size_t at = 0; at < examples.size();) {
    const std::size_t end = std::min(examples.find('\n', at), examples.size());
    footer += "  " + examples.substr(at, end - at) + "\n";
    at = end + 1;
  }
  app->footer(footer + "\nGlobal options, exit codes: attache --help\n");
  return app;
}

std::unique_ptr<CommandLine> make_command_line() {
  return make_line([](const CommandGroup&) { return true; });
}

int run(const std::vector<std::string>& args, const Streams& streams,
        const Environment& environment) {
  Sink out(streams.out);
  auto line = parsed_part(args);
  if (line == nullptr) line = make_command_line();
  try {
    return run_parsed(*line, args, streams, environment, out);
  } catch (...) {
    const Failure failure = explain(std::current_exception(), *line, args);
    flush_quietly(out);
    if (!failure.words.empty()) tell(streams, environment, "attache: " + failure.words);
    return failure.code;
  }
}

}  // namespace attache

// SPDX-License-Identifier: MIT
// The manual page, written from the command line itself; docs/attache.1 is its output and a test
// compares the two.
#include "cli/manual.h"

#include <sstream>
#include <vector>

namespace attache {
namespace {

/// Text for troff: hyphens that can be copied, and no line that is taken for a request.
std::string troff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

void append_option(std::ostringstream& out, const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames())
    names += (names.empty() ? "\\fB" : ", \\fB") + troff("-" + name) + "\\fR";
  for (const std::string& name : option.get_lnames())
    names += (names.empty() ? "\\fB" : ", \\fB") + troff("--" + name) + "\\fR";
  const std::string type = option.get_type_name();
  const std::string value = type.substr(0, type.find(':'));
  if (!option.nonpositional()) names = "\\fI" + troff(option.get_name()) + "\\fR";
  if (option.get_items_expected_max() > 0 && !value.empty())
    names += " \\fI" + troff(value) + "\\fR";
  out << ".TP\n" << names << "\n" << troff(option.get_description()) << "\n";
}

void append_options(std::ostringstream& out, const CLI::App& app) {
  for (const CLI::Option* option : app.get_options({})) {
    // --help is the same everywhere and stands with the global options.
    const bool help = option == app.get_help_ptr() && app.get_parent() != nullptr;
    if (!help) append_option(out, *option);
  }
}

/// The lines below a heading of the footer, as far as they are indented.
std::vector<std::string> lines_below(const CLI::App& app, const std::string& heading) {
  std::istringstream lines(app.get_footer());
  std::vector<std::string> below;
  bool found = false;
  for (std::string line; std::getline(lines, line);) {
    if (found && !line.starts_with("  ")) break;
    if (found) below.push_back(line.substr(2));
    found = found || line == heading;
  }
  return below;
}

void append_examples(std::ostringstream& out, const CLI::App& app) {
  out << ".SH EXAMPLES\n.EX\n";
  for (const std::string& line : lines_below(app, "Examples:")) out << troff(line) << "\n";
  out << ".EE\n";
}

void append_item(std::ostringstream& out, const std::string& name, const std::string& text) {
  out << ".TP\n\\fB" << troff(name) << "\\fR\n" << troff(text) << "\n";
}

/// The codes as the help has them, "2    wrong usage".
void append_exit_status(std::ostringstream& out, const CLI::App& app) {
  out << ".SH EXIT STATUS\n";
  for (const std::string& line : lines_below(app, "Exit codes:")) {
    const std::size_t end = line.find(' ');
    append_item(out, line.substr(0, end), line.substr(line.find_first_not_of(' ', end)));
  }
}

void append_section(std::ostringstream& out, const char* heading,
                    std::span<const ManualItem> items) {
  out << ".SH " << heading << "\n";
  for (const ManualItem& item : items)
    append_item(out, std::string(item.name), std::string(item.text));
}

constexpr const char* see_also =
    ".SH SEE ALSO\n\\fBsqlite3\\fR(1), \\fBjq\\fR(1), \\fBman\\fR(1)\n.PP\n"
    "The pages that are installed with attache, in the folder share/doc/attache/docs below its "
    "prefix: cli.md (the command line), data\\-model.md (tables and columns), reading.md (what is "
    "read of a file), rules.md (lexicon and rules).\n";

std::string without_last_paragraph(std::string text) {
  const std::size_t end = text.rfind("\n\n");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

/// REF..., [TEXT]: in brackets what may be left out, as in the help's line of usage.
std::string argument_of(const CLI::Option& option) {
  const std::string name = option.get_name() + (option.get_items_expected_max() > 1 ? "..." : "");
  return option.get_required() ? name : "[" + name + "]";
}

void append_command(std::ostringstream& out, const CLI::App& app, const std::string& above) {
  const std::string name = above + " " + app.get_name();
  out << ".SS " << troff(name);
  for (const CLI::Option* option : app.get_options({}))
    if (!option->nonpositional()) out << " " << troff(argument_of(*option));
  out << "\n" << troff(app.get_description()) << ".\n";
  append_options(out, app);
  std::istringstream lines(without_last_paragraph(app.get_footer()));
  std::string heading;
  std::getline(lines, heading);
  out << ".PP\n" << troff(heading) << "\n.PP\n.EX\n";
  for (std::string line; std::getline(lines, line);) out << troff(line) << "\n";
  out << ".EE\n";
  for (const CLI::App* part : app.get_subcommands({})) append_command(out, *part, name);
}

}  // namespace

std::string manual_page(const CLI::App& root, const std::string& version) {
  std::ostringstream out;
  out << ".\\\" Written by `attache manual`; do not edit.\n"
      << ".TH ATTACHE 1 \"\" \"attache " << troff(version) << "\" \"User Commands\"\n"
      << ".SH NAME\nattache \\- " << troff("a command-line knowledge base for foreign policy")
      << "\n"
      << ".SH SYNOPSIS\n\\fBattache\\fR [\\fIOPTIONS\\fR] \\fICOMMAND\\fR ...\n"
      << ".SH DESCRIPTION\nReads foreign\\-policy documents in English and stores the principles, "
         "priorities, "
         "organizations and leaders that they name, each with the sentence, the bytes and the "
         "words that say so, in "
         "one SQLite file that is queried by commands.\n"
      << ".SH GLOBAL OPTIONS\n";
  append_options(out, root);
  out << ".SH COMMANDS\n";
  for (const CLI::App* command : root.get_subcommands({})) append_command(out, *command, "attache");
  append_examples(out, root);
  append_section(out, "ENVIRONMENT", manual_environment());
  append_section(out, "FILES", manual_files());
  append_exit_status(out, root);
  out << see_also;
  return out.str();
}

}  // namespace attache

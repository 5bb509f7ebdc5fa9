// SPDX-License-Identifier: MIT
// The manual page, written from the command line itself; docs/attache.1 is its output and a test
// compares the two.
#include "cli/manual.h"

#include <sstream>

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

/// The lines of a footer: a heading and indented lines below it.
void append_footer(std::ostringstream& out, const CLI::App& app, bool sections) {
  std::istringstream lines(app.get_footer());
  bool block = false;
  for (std::string line; std::getline(lines, line);) {
    const bool heading = !line.empty() && line.front() != ' ' && line.back() == ':';
    if (heading) {
      if (block) out << ".EE\n";
      out << (sections ? ".SH " : ".PP\n") << troff(line) << "\n.EX\n";
      block = true;
    } else if (block || sections) {
      out << troff(line) << "\n";
    }
  }
  if (block) out << ".EE\n";
}

std::string without_last_paragraph(std::string text) {
  const std::size_t end = text.rfind("\n\n");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

void append_command(std::ostringstream& out, const CLI::App& app, const std::string& above) {
  const std::string name = above + " " + app.get_name();
  out << ".SS " << troff(name);
  for (const CLI::Option* option : app.get_options({})) {
    if (!option->nonpositional()) out << " [" << option->get_name() << "]";
  }
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
  append_footer(out, root, true);
  return out.str();
}

}  // namespace attache

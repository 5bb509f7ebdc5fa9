// SPDX-License-Identifier: MIT
#include "cli/help_text.h"

#include <algorithm>
#include <sstream>

#include "cli/output/terminal.h"

namespace attache {
namespace {

constexpr std::size_t step = 4;  ///< by which what goes on is indented

std::size_t indent_of(const std::string& line) {
  const std::size_t at = line.find_first_not_of(' ');
  return at == std::string::npos ? 0 : at;
}

/// Where the second column of a line begins: behind two spaces or more. npos where there is none.
std::size_t second_column(const std::string& line, std::size_t indent) {
  const std::size_t gap = line.find("  ", indent);
  return gap == std::string::npos ? gap : line.find_first_not_of(' ', gap);
}

void append(std::string& out, const std::string& head, std::size_t indent, const std::string& text,
            std::size_t width) {
  std::string margin = head;
  const std::size_t room = width > indent ? width - indent : 1;
  for (const std::string& line : wrap(text, room)) {
    out += margin + line + "\n";
    margin.assign(indent, ' ');
  }
}

/// Two columns, the second below the first where it would be narrower than the first.
void append_columns(std::string& out, const std::string& line, std::size_t indent,
                    std::size_t second, std::size_t width) {
  const std::size_t below = indent + step;
  if (second <= width / 2)
    return append(out, line.substr(0, second), second, line.substr(second), width);
  const std::size_t end = line.find_last_not_of(' ', second - 1) + 1;
  append(out, std::string(indent, ' '), below, line.substr(indent, end - indent), width);
  append(out, std::string(below, ' '), below, line.substr(second), width);
}

/// Spaces at which a shell's line may be continued: not those in quotes.
std::vector<std::size_t> open_spaces(const std::string& line) {
  std::vector<std::size_t> spaces;
  char quote = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (quote != 0) quote = line[at] == quote ? 0 : quote;
    else if (line[at] == '\'' || line[at] == '"') quote = line[at];
    else if (line[at] == ' ') spaces.push_back(at);
  }
  return spaces;
}

/// How far what goes on is indented: less where its first word would not fit.
std::size_t indent_before(const std::string& rest, std::size_t indent, std::size_t width) {
  const std::vector<std::size_t> spaces = open_spaces(rest);
  const std::size_t word = spaces.empty() ? rest.size() : spaces.front() + 2;
  return std::min(indent, width > word ? width - word : 0);
}

/// A command, continued behind backslashes.
void append_command(std::string& out, std::string line, std::size_t indent, std::size_t width) {
  while (line.size() > width) {
    std::size_t at = 0;
    for (const std::size_t space : open_spaces(line))
      if (space > indent + step && (at == 0 || space + 2 <= width)) at = space;
    if (at == 0) break;
    out += line.substr(0, at) + " \\\n";
    const std::string rest = line.substr(at + 1);
    line = std::string(indent_before(rest, indent + step, width), ' ') + rest;
  }
  out += line + "\n";
}

}  // namespace

std::string fitted_help(const std::string& help, std::size_t width) {
  if (width == 0) return help;
  std::string out;
  bool examples = false;
  std::istringstream lines(help);
  for (std::string line; std::getline(lines, line);) {
    examples = line == "Examples:" || (examples && !line.empty());
    std::size_t indent = indent_of(line);
    const std::size_t second = second_column(line, indent);
    if (line.size() <= width) {
      out += line + "\n";
    } else if (second != std::string::npos) {
      append_columns(out, line, indent, second, width);
    } else if (examples) {
      append_command(out, line, indent, width);
    } else {
      const std::string text = line.substr(indent);
      if (indent > width / 2) indent = 2 + step;
      append(out, std::string(indent, ' '), indent == 0 ? 2 : indent, text, width);
    }
  }
  return out;
}

std::string help_text(const CLI::App& app, const std::string& above, std::size_t width) {
  return fitted_help(app.help(above), width);
}

}  // namespace attache

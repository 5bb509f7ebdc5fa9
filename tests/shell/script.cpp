// SPDX-License-Identifier: MIT
#include "tests/shell/script.h"

#include <sstream>
#include <stdexcept>

namespace shell {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

[[noreturn]] void fail(const std::string& file, std::size_t line, const std::string& what) {
  throw std::runtime_error(file + ":" + std::to_string(line) + ": " + what);
}

/// What follows the mark and its space.
std::string rest(const std::string& line) { return line.size() > 2 ? line.substr(2) : ""; }

void add_line(std::vector<Step>& steps, const std::string& line, std::size_t number,
              const std::string& file) {
  if (line.empty() || line.front() == '#') return;
  if (line.front() == '$') return void(steps.push_back({number, rest(line), "", "", 0}));
  if (steps.empty()) fail(file, number, "no command yet");
  Step& step = steps.back();
  switch (line.front()) {
    case '>': step.command += "\n" + rest(line); break;
    case '|': step.out += rest(line) + "\n"; break;
    case '!': step.err += rest(line) + "\n"; break;
    case '?': step.code = std::stoi(rest(line)); break;
    default: fail(file, number, "a line begins with # $ > | ! or ?");
  }
}

bool match_lines(const std::vector<std::string>& text, std::size_t at,
                 const std::vector<std::string>& expected, std::size_t from) {
  if (from == expected.size()) return at == text.size();
  if (expected[from] == "...") {
    for (std::size_t next = at; next <= text.size(); ++next) {
      if (match_lines(text, next, expected, from + 1)) return true;
    }
    return false;
  }
  return at < text.size() && text[at] == expected[from] &&
         match_lines(text, at + 1, expected, from + 1);
}

}  // namespace

std::vector<Step> read_script(const std::string& text, const std::string& file) {
  std::vector<Step> steps;
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) add_line(steps, line, ++number, file);
  if (steps.empty()) fail(file, number, "no command at all");
  return steps;
}

std::vector<Step> read_console_blocks(const std::string& text, const std::string& file) {
  std::vector<Step> steps;
  bool inside = false;
  bool begun = false;  // a command of this block has been seen
  std::size_t number = 0;
  for (const std::string& line : lines_of(text)) {
    ++number;
    if (line == "```console") {
      inside = true;
      begun = false;
    } else if (inside && line == "```") {
      inside = false;
    } else if (inside && line.starts_with("$ ")) {
      steps.push_back({number, line.substr(2), "", "", 0});
      begun = true;
    } else if (inside && begun && line.starts_with("> ") && steps.back().out.empty()) {
      steps.back().command += "\n" + line.substr(2);
    } else if (inside && begun) {
      steps.back().out += line + "\n";
    } else if (inside) {
      fail(file, number, "output before a command");
    }
  }
  if (inside) fail(file, number, "a console block does not end");
  return steps;
}

bool matches(const std::string& text, const std::string& expected) {
  if (!text.empty() && text.back() != '\n') return text == expected;
  return match_lines(lines_of(text), 0, lines_of(expected), 0);
}

}  // namespace shell

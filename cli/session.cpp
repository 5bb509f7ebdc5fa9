// SPDX-License-Identifier: MIT
#include "cli/session.h"

#include <charconv>
#include <cstdlib>

#include "cli/error.h"
#include "cli/output/escape.h"
#include "cli/output/terminal.h"

namespace attache {

std::optional<std::string> process_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets variables
  if (value == nullptr || *value == '\0') return std::nullopt;
  return std::string(value);
}

bool Session::coloured() const {
  if (colour != ColourChoice::automatic) return colour == ColourChoice::always;
  if (!streams.out_terminal || environment("NO_COLOR")) return false;
  return environment("TERM").value_or("") != "dumb";
}

namespace {

/// COLUMNS where it is a number, else what the terminal says.
unsigned width_or(unsigned terminal, const Environment& environment, bool is_terminal) {
  if (const auto columns = environment("COLUMNS")) {
    unsigned value = 0;
    const auto result = std::from_chars(columns->data(), columns->data() + columns->size(), value);
    if (result.ec == std::errc() && result.ptr == columns->data() + columns->size() && value > 0)
      return value;
  }
  return is_terminal ? terminal : 0;
}

}  // namespace

unsigned output_width(const Streams& streams, const Environment& environment) {
  return width_or(streams.width, environment, streams.out_terminal);
}

std::string fitted(const Streams& streams, const Environment& environment,
                   const std::string& words) {
  const unsigned width = width_or(streams.err_width, environment, streams.err_terminal);
  std::string out;
  for (const std::string& line : wrap_hanging(one_line(words), streams.err_terminal ? width : 0, 2))
    out += (out.empty() ? "" : "\n") + line;
  return out;
}

void tell(const Streams& streams, const Environment& environment, const std::string& words) {
  streams.err << fitted(streams, environment, words) + "\n" << std::flush;
}

void Session::note(const std::string& line) const {
  if (!quiet) tell(streams, environment, line);
}

void Session::remind(const std::string& line) const { tell(streams, environment, line); }

void Session::complain(const std::string& line) const {
  tell(streams, environment, "attache: " + line);
}

unsigned Session::width() const { return output_width(streams, environment); }

std::filesystem::path Session::database() const { return resolve_database(db, environment); }

KeptFiles Session::kept() const {
  try {
    return KeptFiles(database());
  } catch (const UsageError&) {
    return KeptFiles({});
  }
}

std::filesystem::path resolve_database(const std::string& option, const Environment& environment) {
  if (!option.empty()) return option;
  if (const auto file = environment("ATTACHE_DB")) return *file;
  // The XDG base directory specification has relative paths ignored.
  if (const auto data = environment("XDG_DATA_HOME"); data && data->front() == '/') {
    return std::filesystem::path(*data) / "attache" / "attache.db";
  }
  if (const auto home = environment("HOME")) {
    return std::filesystem::path(*home) / ".local" / "share" / "attache" / "attache.db";
  }
  throw UsageError(
      "no place for the knowledge base: HOME is not set; give --db FILE or set ATTACHE_DB");
}

}  // namespace attache

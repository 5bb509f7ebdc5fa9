// SPDX-License-Identifier: MIT
#include "cli/session.h"

#include <charconv>
#include <cstdlib>

#include "cli/error.h"
#include "cli/output/escape.h"

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

unsigned output_width(const Streams& streams, const Environment& environment) {
  if (const auto columns = environment("COLUMNS")) {
    unsigned value = 0;
    const auto result = std::from_chars(columns->data(), columns->data() + columns->size(), value);
    if (result.ec == std::errc() && result.ptr == columns->data() + columns->size() && value > 0)
      return value;
  }
  return streams.out_terminal ? streams.width : 0;
}

void Session::note(const std::string& line) const {
  if (!quiet) streams.err << one_line(line) + "\n" << std::flush;
}

void Session::remind(const std::string& line) const {
  streams.err << one_line(line) + "\n" << std::flush;
}

void Session::complain(const std::string& line) const {
  streams.err << "attache: " + one_line(line) + "\n" << std::flush;
}

unsigned Session::width() const { return output_width(streams, environment); }

std::filesystem::path Session::database() const { return resolve_database(db, environment); }

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

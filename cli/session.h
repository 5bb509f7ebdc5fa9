// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "cli/export/kept_files.h"
#include "cli/output/sink.h"
#include "schema/knowledge_base.h"

namespace attache {

/// What the process was given to talk through, and what is known of it.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_terminal = false;
  bool out_terminal = false;
  bool err_terminal = false;
  unsigned width = 0;      ///< columns of the terminal; 0 where unknown
  unsigned err_width = 0;  ///< of the one that standard error is, where it is one
};

/// Looks up an environment variable; unset and empty are the same.
using Environment = std::function<std::optional<std::string>(const char* name)>;

/// The environment of the process.
std::optional<std::string> process_environment(const char* name);

enum class ColourChoice { automatic, always, never };

/// What all commands share: the global options and the way out.
struct Session {
  const Streams& streams;
  const Environment& environment;
  Sink& out;
  std::string db;  ///< --db as given, or empty
  ColourChoice colour = ColourChoice::automatic;
  bool quiet = false;
  Patience patience = {};  ///< --wait: how long another program is waited for

  /// Whether standard output is to be coloured: --color, then NO_COLOR, then whether it is a
  /// terminal.
  bool coloured() const;
  /// Columns that a line on standard output may have: COLUMNS, else the terminal's; 0 for no limit.
  unsigned width() const;
  /// A line on standard error, unless --quiet.
  void note(const std::string& line) const;
  /// A line on standard error, --quiet or not: what was printed is not all.
  void remind(const std::string& line) const;
  /// `attache: line` on standard error: something failed and the rest goes on. Not silenced by
  /// --quiet.
  void complain(const std::string& line) const;
  /// The knowledge base's file. Throws UsageError where neither option nor environment says where.
  std::filesystem::path database() const;
  /// What no output may replace. Of no file where there is no saying where the knowledge base is.
  KeptFiles kept() const;
};

/// Words for standard error, without a line end behind them: one line, but for a terminal as many
/// as keep within its width (or COLUMNS), those behind the first indented.
std::string fitted(const Streams& streams, const Environment& environment,
                   const std::string& words);
/// Prints such words, and a line end.
void tell(const Streams& streams, const Environment& environment, const std::string& words);

/// Columns that a line on standard output may have: COLUMNS, else the terminal's; 0 for no limit.
unsigned output_width(const Streams& streams, const Environment& environment);

/// --db, else ATTACHE_DB, else attache/attache.db in XDG_DATA_HOME or ~/.local/share.
/// Throws UsageError where there is no home either.
std::filesystem::path resolve_database(const std::string& option, const Environment& environment);

}  // namespace attache

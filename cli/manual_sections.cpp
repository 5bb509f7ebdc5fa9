// SPDX-License-Identifier: MIT
// What the manual page says that is no option's help. docs/cli.md says the same; a test compares
// the names.
#include "cli/manual.h"

namespace attache {

std::span<const ManualItem> manual_environment() {
  static constexpr ManualItem items[] = {
      {"ATTACHE_DB", "The knowledge base's file, where --db is not given."},
      {"XDG_DATA_HOME",
       "Without both, it is attache/attache.db in this folder (~/.local/share by default)."},
      {"ATTACHE_REVIEWER",
       "Who decides with 'attache review', where --by does not say; without it USER does."},
      {"NO_COLOR", "Set to anything: no colour, unless --color always."},
      {"TERM", "dumb: no colour either, and bars of ASCII."},
      {"LC_ALL",
       "With LC_CTYPE and LANG, the first that is set: bars are of blocks where it "
       "names UTF-8, of ASCII elsewhere."},
      {"LC_CTYPE", "As LC_ALL."},
      {"LANG", "As LC_ALL."},
      {"SOURCE_DATE_EPOCH", "The date below a chart, in seconds since 1970, instead of today's."},
      {"COLUMNS", "Width of tables and of help, instead of the terminal's."},
      {"ATTACHE_READER",
       "The program to start as attache-reader, for one that is not where it is installed. It runs "
       "with the user's rights and confines itself, so it must be as trusted as attache. Not "
       "heeded in a program with more rights than its caller."},
  };
  return items;
}

std::span<const ManualItem> manual_files() {
  static constexpr ManualItem items[] = {
      {"~/.local/share/attache/attache.db",
       "The knowledge base, unless --db, ATTACHE_DB or XDG_DATA_HOME say otherwise."},
      {"attache.db-wal, attache.db-shm, attache.db-journal",
       "What SQLite keeps beside it while it is used. A -wal that is left belongs to the file; "
       "keep, "
       "move or copy both."},
      {"attache-reader",
       "The program that reads PDF, HTML, office files and archives; it is installed in "
       "libexec/attache below the prefix."},
  };
  return items;
}

}  // namespace attache

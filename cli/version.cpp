// SPDX-License-Identifier: MIT
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include <nlohmann/json.hpp>

#include "cli/app.h"
#include "seed/read/read.h"
#include "seed/read/reader_confinement.h"

namespace attache {

std::string version_text() {
  std::string text = "attache " ATTACHE_VERSION "\n";
  text += std::string("SQLite ") + sqlite3_libversion() +
          ", SQLiteCpp " SQLITECPP_VERSION ", CLI11 " CLI11_VERSION;
  text += ", nlohmann-json " + std::to_string(NLOHMANN_JSON_VERSION_MAJOR) + "." +
          std::to_string(NLOHMANN_JSON_VERSION_MINOR) + "." +
          std::to_string(NLOHMANN_JSON_VERSION_PATCH);
  text += std::string(", utf8proc ") + utf8proc_version();
  return text;
}

std::string confinement_text() {
  try {
    return "confinement of attache-reader: " + describe(reader_confinement());
  } catch (const ReadError& error) {
    return std::string("confinement of attache-reader: not known: ") + error.what();
  }
}

}  // namespace attache

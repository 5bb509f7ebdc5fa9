// SPDX-License-Identifier: MIT
#include "seed/lexicon/lexicon.h"

#include <algorithm>

#include "seed/lexicon/data_files.h"
#include "seed/lexicon/identifiers.h"
#include "seed/lexicon/loader.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

void overlay_table(std::vector<CsvTable>& tables, const CsvTable& extra) {
  const auto base = std::find_if(tables.begin(), tables.end(),
                                 [&](const CsvTable& t) { return t.name == extra.name; });
  if (base == tables.end())
    throw DataError(extra.file +
                    ": no such table in the lexicon; its file names are listed in docs/rules.md");
  if (base->columns != extra.columns)
    throw DataError(extra.file, 1, "the header must be that of the built-in table");
  base->rows.insert(base->rows.end(), extra.rows.begin(), extra.rows.end());
}

}  // namespace

std::uint32_t Lexicon::body(std::string_view slug) const {
  const auto found =
      std::find_if(bodies.begin(), bodies.end(), [&](const Body& b) { return b.slug == slug; });
  return found == bodies.end() ? no_body : static_cast<std::uint32_t>(found - bodies.begin());
}

std::string Lexicon::country_code(std::string_view code_or_name) const {
  return country_codes.find(code_or_name);
}

Lexicon load_lexicon(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay) {
  Lexicon lexicon;
  DataDigest digest;
  std::vector<CsvTable> identifiers;  // the built-in ones are looked through by a test
  for (const auto& file : built_in) {
    digest.add(file.name);
    digest.add(file.bytes);
    lexicon.tables.push_back(read_csv(file.bytes, std::string(file.name)));
  }
  if (!overlay.empty()) {
    std::error_code error;
    if (!std::filesystem::is_directory(overlay, error))
      throw DataError(overlay.string() + ": is no folder; --lexicon takes a folder with CSV files");
    for (const auto& [path, bytes] : data_files(overlay, ".csv")) {
      digest.add(path.filename().string());
      digest.add(bytes);
      CsvTable extra = read_csv(bytes, path.string());
      overlay_table(lexicon.tables, extra);
      if (holds_identifiers(extra)) identifiers.push_back(std::move(extra));
    }
  }
  index_tables(lexicon);
  for (const CsvTable& table : identifiers) check_identifiers(table, lexicon.tables);
  lexicon.version = digest.hex();
  return lexicon;
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "seed/embedded.h"
#include "seed/lexicon/csv_reader.h"
#include "seed/seeder.h"

namespace attache {
namespace {

std::string_view embedded_bytes(std::string_view name) {
  for (const EmbeddedFile& file : embedded_documents()) {
    if (file.name == name) return file.bytes;
  }
  throw DataError("documents.csv names a file that is not bundled: " + std::string(name));
}

}  // namespace

std::vector<SeedSource> bundled_documents() {
  const CsvTable table = read_csv(embedded_bytes("documents.csv"), "documents.csv");
  std::vector<SeedSource> sources;
  for (const CsvRow& row : table.rows) {
    const auto cell = [&](std::string_view column) { return row.cells[table.column(column)]; };
    SeedSource source;
    source.name = cell("file");
    source.path = source.identity = "bundled:" + source.name;
    source.load = [bytes = embedded_bytes(source.name)] { return std::string(bytes); };
    source.slug = cell("slug");
    source.given.title = cell("title");
    source.given.country = cell("country");
    source.given.date = cell("date");
    source.given.source = cell("source");
    source.given.language = "en";
    const std::string from(from::manifest);
    source.from = {from, from, from, from, from};
    sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace attache

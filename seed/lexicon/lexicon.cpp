// SPDX-License-Identifier: MIT
#include "seed/lexicon/lexicon.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "seed/lexicon/loader.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw DataError(file.string() + ": can't be read; check its permissions");
  return {std::istreambuf_iterator<char>(in), {}};
}

void overlay_table(std::vector<CsvTable>& tables, CsvTable extra) {
  const auto base = std::find_if(tables.begin(), tables.end(),
                                 [&](const CsvTable& t) { return t.name == extra.name; });
  if (base == tables.end())
    throw DataError(extra.file +
                    ": no such table in the lexicon; its file names are listed in docs/rules.md");
  if (base->columns != extra.columns)
    throw DataError(extra.file, 1, "the header must be that of the built-in table");
  base->rows.insert(base->rows.end(), extra.rows.begin(), extra.rows.end());
}

std::uint64_t digest(std::uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

}  // namespace

std::uint32_t Lexicon::body(std::string_view slug) const {
  const auto found =
      std::find_if(bodies.begin(), bodies.end(), [&](const Body& b) { return b.slug == slug; });
  return found == bodies.end() ? no_body : static_cast<std::uint32_t>(found - bodies.begin());
}

std::string Lexicon::country_code(std::string_view code_or_name) const {
  const auto wanted = fold_phrase(code_or_name);
  if (wanted.empty()) return {};
  for (const auto& country : countries) {
    if (fold_phrase(country.iso3) == wanted || fold_phrase(country.name) == wanted)
      return country.iso3;
  }
  std::vector<Token> tokens;
  tokenize(code_or_name, vocabulary, tokens);
  std::vector<NameMatch> matches;
  if (!tokens.empty()) names.match(tokens, 0, matches);
  for (const auto& match : matches) {
    const auto& name = names.names()[match.name];
    if (match.last == tokens.size() && name.kind == NameKind::country)
      return countries[name.entry].iso3;
  }
  return {};
}

Lexicon load_lexicon(std::span<const EmbeddedFile> built_in, const std::filesystem::path& overlay) {
  Lexicon lexicon;
  std::uint64_t hash = 14695981039346656037ull;
  for (const auto& file : built_in) {
    hash = digest(digest(hash, file.name), file.bytes);
    lexicon.tables.push_back(read_csv(file.bytes, std::string(file.name)));
  }
  if (!overlay.empty()) {
    std::error_code error;
    if (!std::filesystem::is_directory(overlay, error))
      throw DataError(overlay.string() + ": is no folder; --lexicon takes a folder with CSV files");
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(overlay)) {
      if (entry.path().extension() == ".csv") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
      const auto bytes = read_whole(file);
      hash = digest(digest(hash, file.filename().string()), bytes);
      overlay_table(lexicon.tables, read_csv(bytes, file.string()));
    }
  }
  index_tables(lexicon);
  char hex[17];
  std::snprintf(hex, sizeof hex, "%016llx", static_cast<unsigned long long>(hash));
  lexicon.version = hex;
  return lexicon;
}

}  // namespace attache

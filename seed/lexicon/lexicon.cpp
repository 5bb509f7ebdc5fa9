// SPDX-License-Identifier: MIT
#include "seed/lexicon/lexicon.h"

#include <algorithm>

#include "seed/lexicon/data_files.h"
#include "seed/lexicon/loader.h"
#include "seed/lexicon/overlay.h"

namespace attache {

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
  for (const auto& file : built_in) {
    digest.add(file.name);
    digest.add(file.bytes);
    lexicon.tables.push_back(read_csv(file.bytes, std::string(file.name)));
  }
  // The built-in files are looked through by a test.
  if (!overlay.empty()) lay_over(lexicon.tables, overlay, digest);
  index_tables(lexicon);
  lexicon.version = digest.hex();
  return lexicon;
}

}  // namespace attache

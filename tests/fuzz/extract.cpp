// SPDX-License-Identifier: MIT
// Rows of any text: every citation stands in its sentence, and the same text gives the same rows.
#include "seed/engine.h"
#include "tests/fuzz/target.h"

namespace {

using namespace attache;

const Engine& engine() {
  static const Engine loaded = Engine::load();
  return loaded;
}

template <typename Rows>
void require_citations(const DocumentRows& document, const Rows& rows, std::string_view text) {
  for (const auto& row : rows) {
    fuzz::require(!row.citations.empty(), "a row cites");
    for (const Citation& citation : row.citations) {
      fuzz::require(citation.sentence < document.sentences.size(), "a citation names a sentence");
      fuzz::require(citation.span.begin < citation.span.end && citation.span.end <= text.size(),
                    "a citation stands in the text");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::bytes_of(data, size);
  const DocumentRows rows = engine().extract(text, {"KEN", "2005-09-17"});
  require_citations(rows, rows.principles, text);
  require_citations(rows, rows.priorities, text);
  require_citations(rows, rows.organizations, text);
  require_citations(rows, rows.leaders, text);
  return 0;
}

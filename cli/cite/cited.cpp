// SPDX-License-Identifier: MIT
#include "cli/cite/cited.h"

#include <algorithm>
#include <array>

#include "schema/document_author.h"
#include "schema/document_metadata.h"
#include "schema/fold.h"
#include "schema/passages.h"
#include "schema/spans.h"

namespace attache {
namespace {

/// White space and control characters as single spaces.
std::string folded_space(std::string_view text) {
  std::string out;
  bool space = false;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) <= ' ' || c == 0x7F) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    out += c;
  }
  return out;
}

/// Names under which a document may say where it was spoken or issued.
constexpr std::array<std::string_view, 4> places{"place", "location", "city", "venue"};

std::string place_in(const std::vector<MetadataRecord>& metadata) {
  for (const std::string_view wanted : places)
    for (const MetadataRecord& entry : metadata)
      if (fold(entry.key) == wanted) return folded_space(entry.value);
  return "";
}

/// All but the words.
Cited source_of(const KnowledgeBase& base, std::int64_t document_id, const std::string& slug) {
  const auto document = find_reference(base, slug);
  if (!document) return {};
  Cited cited;
  cited.ref = slug;
  cited.title = folded_space(field_of(*document, "title"));
  const DocumentAuthor author = author_of(base, document_id);
  cited.author = folded_space(author.name);
  cited.corporate = author.country;
  cited.date = field_of(*document, "date");
  cited.place = place_in(metadata_of(base, document_id));
  cited.source = folded_space(field_of(*document, "source"));
  if (cited.source.empty()) cited.source = folded_space(field_of(*document, "path"));
  cited.language = field_of(*document, "language");
  return cited;
}

}  // namespace

std::vector<Cited> cited_by(const KnowledgeBase& base, const Referred& referred) {
  const std::string slug = field_of(referred, "document");
  const Cited source = source_of(base, referred.document_id, slug);
  if (referred.is_document()) return {source};
  const std::string text = base.text_of(referred.document_id);
  std::vector<Cited> all;
  for (const Passage& passage : passages_of(referred.places)) {
    const auto words = cut(text, passage.bytes.start, passage.bytes.end);
    if (!words)
      throw KnowledgeBaseError(KnowledgeBaseError::Kind::damaged,
                               slug + ": a sentence does not lie in its text; run 'attache check'");
    all.push_back(source);
    all.back().quote = folded_space(*words);
    all.back().ref = slug + "/sentence/" + std::to_string(passage.places.front().sentence);
  }
  return all;
}

bool is_url(const std::string& source) {
  const bool scheme = source.starts_with("https://") || source.starts_with("http://");
  return scheme && source.find(' ') == std::string::npos;
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "cli/output/record_json.h"

#include "cli/output/cell.h"
#include "cli/output/document_json.h"
#include "cli/output/member_json.h"
#include "seed/engine.h"

namespace attache {
namespace {

/// An object, which `metadata` is, has no order.
void append_entries(std::string& out, const std::vector<MetadataEntry>& entries) {
  out += ",\"metadata_entries\":[";
  for (std::size_t i = 0; i < entries.size(); ++i) {
    out += i > 0 ? ",[" : "[";
    append_json_string(out, entries[i].key);
    out += ',';
    append_json_string(out, entries[i].value);
    out += ']';
  }
  out += ']';
}

void append_sentences(std::string& out, const std::vector<SentenceRow>& sentences) {
  out += ",\"sentences\":[";
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    out += i > 0 ? ",[" : "[";
    append_number(out, sentences[i].span.begin);
    out += ',';
    append_number(out, sentences[i].span.end);
    out += ',';
    append_number(out, sentences[i].paragraph);
    out += ']';
  }
  out += ']';
}

void append_identity(std::string& out, const SeedSource& source) {
  append_member(out, "{\"id\":", source.record.id);
  append_member(out, ",\"path\":", source.record.path);
}

}  // namespace

void append_result(std::string& out, const RecordResult& result, bool text) {
  const Document& document = result.document;
  const Metadata& metadata = result.description.metadata();
  append_identity(out, result.source);
  out += ',';
  const RecordMark& record = result.source.record;
  append_description(out, record.path.empty() ? record.id : record.path, result.description);
  append_member(out, ",\"language\":", metadata.language);
  append_member(out, ",\"language_from\":", result.description.from().language);
  append_member(out, ",\"source\":", metadata.source);
  append_member(out, ",\"source_from\":", result.description.from().source);
  append_member(out, ",\"slug\":", wanted_slug(result.source, result.description));
  append_member(out, ",\"media_type\":", document.media_type);
  out += ",\"bytes\":";
  append_number(out, document.bytes);
  append_member(out, ",\"sha256\":", document.sha256);
  append_member(out, ",\"engine_version\":", engine_version());
  append_member(out, ",\"lexicon_version\":", result.lexicon_version);
  append_rows(out, result.description, document, {}, result.rows);
  if (text) {
    if (!metadata.own.empty()) append_entries(out, metadata.own);
    append_sentences(out, result.rows.sentences);
    out += ",\"text\":";
    append_json_string(out, document.text);
  }
  out += '}';
}

void append_failure(std::string& out, const SeedSource& source, std::string_view code,
                    std::string_view reason) {
  append_identity(out, source);
  const std::string name = source.name + ": ";
  if (reason.starts_with(name)) reason.remove_prefix(name.size());
  append_member(out, ",\"error\":{\"code\":", code);
  append_member(out, ",\"reason\":", reason);
  out += "}}";
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "seed/result_record.h"

#include <set>
#include <utility>

#include "schema/characters.h"
#include "schema/spans.h"
#include "seed/bounded.h"
#include "seed/read/digest.h"
#include "seed/result_json.h"

namespace attache {
namespace {

struct ByteSpan {
  std::uint32_t begin = 0, end = 0;
};

/// The places of one document: between its text, its characters and the file as given.
class Places {
 public:
  enum class Kind {
    same,     ///< offsets are of the text, which is the file
    shifted,  ///< of the file, which the text is not
    text      ///< of the text; nothing leads back to the file
  };

  Places(const DocumentRecord& document, Kind kind)
      : document_(document),
        kind_(kind),
        characters_(document.text),
        all_(characters_.before(document.text.size())) {}

  bool shifted() const { return kind_ == Kind::shifted; }

  /// The bytes of the text that a citation, or its statement, tells of.
  ByteSpan of(const ResultValue& place) const {
    const std::uint32_t first = place["start_char"].number(), last = place["end_char"].number();
    const ByteSpan told{place["start"].number(), place["end"].number()};
    if (first >= last || last > all_) place.refuse("does not lie in the text");
    const ByteSpan span = shifted() ? ByteSpan{byte_of(first), byte_of(last)} : told;
    if (shifted() ? told.begin >= told.end || told.end > document_.bytes
                  : !begins(first, told.begin) || !begins(last, told.end))
      place.refuse("lies elsewhere in bytes than in characters");
    const std::string_view words(document_.text);
    if (place["quote"].text() != words.substr(span.begin, span.end - span.begin))
      place.refuse("does not quote what stands there");
    return span;
  }

  CitationRecord citation(const ResultValue& told) const {
    const ByteSpan span = of(told);
    CitationRecord record;
    record.sentence = told["sentence"].number();
    if (record.sentence >= document_.sentences.size()) told["sentence"].refuse("there is none");
    const SentenceRecord& sentence = document_.sentences[record.sentence];
    if (span.begin < sentence.start || span.begin >= sentence.end)
      told.refuse("does not begin in its sentence");
    record.start = span.begin;
    record.end = span.end;
    if (shifted()) {
      record.source_start = told["start"].number();
      record.source_end = told["end"].number();
    }
    record.rule = told["rule"].text_or_null();
    if (record.rule.size() > longest_rule) told["rule"].refuse("is too long");
    record.confidence = told["confidence"].confidence();
    if (told.has("statement")) {
      const ByteSpan statement = of(told["statement"]);
      record.statement_start = statement.begin;
      record.statement_end = statement.end;
    }
    return record;
  }

 private:
  static constexpr std::size_t longest_rule = 200;

  bool begins(std::uint32_t character, std::uint32_t byte) const {
    return is_boundary(document_.text, byte) && characters_.before(byte) == character;
  }

  /// Where a character begins; of one behind the last, the end.
  std::uint32_t byte_of(std::uint32_t character) const {
    std::size_t low = 0, high = document_.text.size() + 1;
    while (high - low > 1) {
      const std::size_t middle = low + (high - low) / 2;
      (characters_.before(middle) <= character ? low : high) = middle;
    }
    return static_cast<std::uint32_t>(low);
  }

  const DocumentRecord& document_;
  const Kind kind_;
  const CharacterCounts characters_;
  const std::int64_t all_;
};

/// What tells a row of a document from its others.
using Told = std::vector<std::string>;
Told told_by(const OrganizationRecord& row) { return {row.name, row.body, row.role, row.country}; }
Told told_by(const LeaderRecord& row) { return {row.name, row.office, row.country, row.body}; }
Told told_by(const PrincipleRecord& row) { return {row.norm, row.norm.empty() ? row.wording : ""}; }
Told told_by(const PriorityRecord& row) { return {row.wording, row.actor}; }

std::vector<CitationRecord> citations_of(const ResultValue& told, const Places& places) {
  if (told.size() == 0) told.refuse("is empty");
  std::vector<CitationRecord> citations;
  std::set<std::pair<std::uint32_t, std::uint32_t>> met;
  for (std::size_t i = 0; i < told.size(); ++i) {
    citations.push_back(places.citation(told[i]));
    if (!met.emplace(citations.back().start, citations.back().end).second)
      told[i].refuse("is there twice");
  }
  return citations;
}

/// The rows of one table. Their own columns are read by `read`.
template <class Record, class Read>
std::vector<Record> rows_of(const ResultValue& table, const Places& places, const Read& read) {
  std::vector<Record> records;
  std::set<Told> met;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const ResultValue row = table[i];
    Record record;
    read(row, record);
    if (!met.insert(told_by(record)).second) row.refuse("is there twice");
    record.confidence = row["confidence"].confidence();
    record.citations = citations_of(row["citations"], places);
    records.push_back(std::move(record));
  }
  return records;
}

std::string bounded_text(const ResultValue& value, std::size_t characters) {
  const std::string text = value.text_or_null();
  if (first_characters(text, characters).size() != text.size()) value.refuse("is too long");
  return text;
}

void read_description(const ResultValue& result, DocumentRecord& document) {
  constexpr std::size_t longest_name = 200;
  document.slug = bounded_text(result["slug"], longest_title);
  document.title = bounded_text(result["title"], longest_title);
  if (document.title.empty()) result["title"].refuse("is empty");
  document.country = result["country"].text_or_null();
  document.date = result["date"].text_or_null();
  document.language = bounded_text(result["language"], longest_language);
  document.source = bounded_text(result["source"], longest_source);
  document.title_from = bounded_text(result["title_from"], longest_name);
  document.country_from = bounded_text(result["country_from"], longest_name);
  document.date_from = bounded_text(result["date_from"], longest_name);
  document.language_from = bounded_text(result["language_from"], longest_name);
  document.source_from = bounded_text(result["source_from"], longest_name);
  document.media_type = bounded_text(result["media_type"], longest_name);
  document.sha256 = result["sha256"].text();
  document.bytes = result["bytes"].number();
  document.engine_version = bounded_text(result["engine_version"], longest_name);
  document.lexicon_version = bounded_text(result["lexicon_version"], longest_name);
}

void read_metadata(const ResultValue& entries, DocumentRecord& document) {
  if (entries.size() > most_own) entries.refuse("has too many entries");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const ResultValue entry = entries[i];
    if (entry.size() != 2) entry.refuse("is no key with a value");
    document.metadata.push_back({bounded_text(entry[std::size_t{0}], longest_own_key),
                                 bounded_text(entry[1], longest_own_value)});
  }
}

void read_sentences(const ResultValue& sentences, DocumentRecord& document) {
  SentenceRecord last;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const ResultValue sentence = sentences[i];
    if (sentence.size() != 3) sentence.refuse("is no start, end and paragraph");
    const SentenceRecord next{sentence[std::size_t{0}].number(), sentence[1].number(),
                              sentence[2].number()};
    if (next.start < last.end || next.paragraph < last.paragraph)
      sentence.refuse("does not follow the one before it");
    if (next.start >= next.end || !cut(document.text, next.start, next.end))
      sentence.refuse("does not lie in the text, or cuts a character");
    document.sentences.push_back(last = next);
  }
}

/// Identity is what is not said: the text that has the file's digest is the file.
Places::Kind kind_of(const ResultValue& spans, const DocumentRecord& document) {
  const std::string word = spans.text();
  if (word == "text") return Places::Kind::text;
  if (word != "source") spans.refuse("is neither source nor text");
  const bool same =
      document.bytes == document.text.size() && document.sha256 == sha256_hex(document.text);
  return same ? Places::Kind::same : Places::Kind::shifted;
}

void read_rows(const ResultValue& result, const Places& places, DocumentRecord& document) {
  document.organizations = rows_of<OrganizationRecord>(
      result["organizations"], places, [](const ResultValue& row, OrganizationRecord& record) {
        record.name = row["name"].text();
        record.acronym = row["acronym"].text_or_null();
        record.role = row["role"].text_or_null();
        record.body = row["body"].text_or_null();
        record.kind = row["kind"].text_or_null();
        record.country = row["role_country"].text_or_null();
        record.note = row["note"].text_or_null();
      });
  document.leaders = rows_of<LeaderRecord>(result["leaders"], places,
                                           [](const ResultValue& row, LeaderRecord& record) {
                                             record.name = row["name"].text();
                                             record.office = row["office"].text_or_null();
                                             record.office_type = row["office_type"].text_or_null();
                                             record.country = row["office_country"].text_or_null();
                                             record.body = row["body"].text_or_null();
                                             record.speaker = row["speaker"].truth();
                                           });
  document.principles = rows_of<PrincipleRecord>(
      result["principles"], places, [](const ResultValue& row, PrincipleRecord& record) {
        record.norm = row["norm"].text_or_null();
        record.wording = row["wording"].text();
        record.polarity = row["polarity"].text_or_null();
      });
  document.priorities = rows_of<PriorityRecord>(result["priorities"], places,
                                                [](const ResultValue& row, PriorityRecord& record) {
                                                  record.wording = row["wording"].text();
                                                  record.theme = row["theme"].text_or_null();
                                                  record.actor = row["actor"].text_or_null();
                                                });
}

}  // namespace

ResultRecord read_result(std::string_view line) {
  const nlohmann::json json = result_json(line);
  const ResultValue result(json, {});
  ResultRecord record;
  if (result.has("id")) record.id = result["id"].text_or_null();
  if (result.has("error")) {
    record.failure = result["error"]["reason"].text();
    return record;
  }
  if (!result.has("text"))
    throw ResultError(
        "has no text; what 'extract --input ndjson' writes has one, without --no-text");
  if (result.has("path")) record.path = result["path"].text_or_null();
  DocumentRecord& document = record.document;
  read_description(result, document);
  document.text = result["text"].text_or_null();
  if (document.text.size() > 0xFFFFFFFFu) result["text"].refuse("is larger than 4 GiB");
  if (result.has("metadata_entries")) read_metadata(result["metadata_entries"], document);
  read_sentences(result["sentences"], document);
  read_rows(result, Places(document, kind_of(result["spans"], document)), document);
  return record;
}

}  // namespace attache

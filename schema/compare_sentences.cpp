// SPDX-License-Identifier: MIT
#include "schema/compare_sentences.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "schema/compared_documents.h"
#include "schema/spans.h"

namespace attache {
namespace {

/// The sentences themselves, as a table of what documents say.
const TableInfo& sentences_as_table() {
  static const TableInfo table = [] {
    TableInfo info{};
    info.name = "sentences";
    info.view =
        "(SELECT s.sentence_id, d.document_id, s.ordinal, s.start_byte, s.end_byte FROM documents "
        "AS d JOIN sentences AS s ON s.sentence_id >= d.first_sentence_id AND s.sentence_id < "
        "d.first_sentence_id + d.sentence_count AND s.document_id = d.document_id)";
    const auto& filters = find_table("documents")->filters;
    FilterInfo match = *std::find_if(filters.begin(), filters.end(), [](const FilterInfo& filter) {
      return filter.flag == "match";
    });
    match.fragment = "sentence_id IN (SELECT rowid FROM sentences_fts WHERE sentences_fts MATCH ?)";
    info.filters = {match};
    return info;
  }();
  return table;
}

/// The texts of documents, each read once.
class Texts {
 public:
  explicit Texts(SQLite::Database& database)
      : database_(database),
        row_(prepare(database, "SELECT text FROM document_texts WHERE document_id = ?1")) {}

  std::string_view of(std::int64_t document) {
    const auto [text, is_new] = texts_.try_emplace(document);
    if (is_new) {
      sqlite3_reset(row_.get());
      sqlite3_bind_int64(row_.get(), 1, document);
      if (step(database_, row_)) {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(row_.get(), 0));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row_.get(), 0));
        if (bytes != nullptr) text->second.assign(bytes, size);
      }
    }
    return text->second;
  }

 private:
  SQLite::Database& database_;
  Prepared row_;
  std::unordered_map<std::int64_t, std::string> texts_;
};

/// A sentence as one side has it.
struct SentenceOfSide {
  ComparedThing thing;
  std::int64_t document = 0, ordinal = 0;  ///< of the earliest
};

struct Sentence {
  std::string_view text;
  SentenceOfSide a, b;
};

using Sentences = std::unordered_map<std::string_view, Sentence>;

/// Sentences of a side, document by document.
SelectionSql sentences_of_side(SQLite::Database& database,
                               const std::vector<FilterValues>& documents,
                               const std::vector<FilterValues>& said) {
  const TableInfo& all = *find_table("documents");
  const TableInfo& table = sentences_as_table();
  const SelectionSql asked = where_of(database, all, documents);
  SelectionSql narrowed = where_of(database, table, said, asked.values);
  narrowed.sql = "SELECT document_id, sentence_id, ordinal, start_byte, end_byte FROM " +
                 std::string(table.view) + narrowed.sql +
                 (narrowed.sql.empty() ? " WHERE " : " AND ") +
                 "document_id IN (SELECT document_id FROM " + std::string(all.view) + asked.sql +
                 ") ORDER BY document_id, sentence_id";
  return narrowed;
}

/// Adds the sentences of a side.
void add_side(SQLite::Database& database, const CompareQuestion& question,
              const std::vector<FilterValues>& filters, const ComparedDocuments& documents,
              SentenceOfSide Sentence::*which, Texts& texts, Sentences& sentences) {
  const SelectionSql asked = sentences_of_side(database, filters, question.said);
  const Prepared row = bound(database, asked);
  while (step(database, row)) {
    const auto at = [&](int column) { return sqlite3_column_int64(row.get(), column); };
    const auto document = documents.find(at(0));
    if (document == documents.end()) continue;
    const std::string_view text = cut(texts.of(at(0)), at(3), at(4)).value_or("");
    Sentence& sentence = sentences[text];
    sentence.text = text;
    SentenceOfSide& side = sentence.*which;
    if (!side.thing.add(at(0), document->second.number, at(1), 1)) continue;
    side.document = at(0);
    side.ordinal = at(2);
  }
}

SideCount count_of(const SentenceOfSide& side, const ComparedDocuments& documents) {
  if (side.thing.documents == 0) return {};
  return {side.thing.documents, side.thing.citations,
          documents.at(side.document).slug + "/sentence/" + std::to_string(side.ordinal),
          side.thing.first_key};
}

/// What both have, then what A alone has, then B, the most documents first; as one reads them where
/// as many have them.
auto order_of(const Sentence& sentence) {
  const auto& a = sentence.a.thing;
  const auto& b = sentence.b.thing;
  const int group = b.documents == 0 ? 1 : a.documents == 0 ? 2 : 0;
  return std::make_tuple(group, -a.documents - b.documents,
                         a.first_key != 0 ? a.first_key : b.first_key);
}

}  // namespace

Comparison compare_sentences(SQLite::Database& database, const CompareQuestion& question,
                             const ComparedSink& sink) {
  const auto of_a = joined_filters({&question.a.filters, &question.filters});
  const auto of_b = joined_filters({&question.b.filters, &question.filters});
  const ComparedDocuments a = compared_documents(database, of_a);
  const ComparedDocuments b = compared_documents(database, of_b);
  Texts texts(database);
  Sentences sentences;
  add_side(database, question, of_a, a, &Sentence::a, texts, sentences);
  add_side(database, question, of_b, b, &Sentence::b, texts, sentences);
  std::vector<const Sentence*> sorted;
  Comparison comparison;
  comparison.documents_a = static_cast<std::int64_t>(a.size());
  comparison.documents_b = static_cast<std::int64_t>(b.size());
  for (const auto& [text, sentence] : sentences) {
    sorted.push_back(&sentence);
    comparison.count(sentence.a.thing.documents, sentence.b.thing.documents);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const Sentence* x, const Sentence* y) { return order_of(*x) < order_of(*y); });
  for (const Sentence* sentence : sorted)
    if (!sink({{std::string(sentence->text)}, count_of(sentence->a, a), count_of(sentence->b, b)},
              comparison))
      break;
  return comparison;
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "schema/compare_sentences.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

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

/// A sentence as one side has it. Small, since there are as many as sentences.
struct SentenceOfSide {
  std::int64_t first_key = 0;  ///< of the earliest
  std::uint32_t documents = 0, places = 0;
  std::uint32_t last_number = 0, first_number = 0;  ///< of its documents, as the side counts them
  std::uint32_t ordinal = 0;                        ///< of the earliest

  void add(std::uint32_t number, std::int64_t key, std::uint32_t at) {
    ++places;
    if (documents > 0 && number == last_number) return;
    last_number = number;
    if (documents++ > 0 && number >= first_number) return;
    first_number = number;
    first_key = key;
    ordinal = at;
  }
};

struct Sentence {
  std::string_view text;
  SentenceOfSide a, b;
};

/// Sentences by their words, in the order in which they were met. One block of memory for all and
/// one for the places, since most sentences are met once: a node for each would cost more than all
/// else.
class Sentences {
 public:
  /// `expected` sentences need no more memory than is taken at once.
  explicit Sentences(std::size_t expected)
      : slots_(std::bit_ceil(std::max(std::size_t{1} << 16, 2 * expected))) {
    all_.reserve(expected);
    hashes_.reserve(expected);
  }

  Sentence& of(std::string_view text) {
    if (all_.size() * 2 >= slots_.size()) grow();
    const std::size_t hash = std::hash<std::string_view>{}(text);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].number != 0; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].mark == mark(hash) && all_[slots_[at].number - 1].text == text)
        return all_[slots_[at].number - 1];
    all_.push_back({text, {}, {}});
    hashes_.push_back(hash);
    slots_[at] = {mark(hash), static_cast<std::uint32_t>(all_.size())};
    return all_.back();
  }

  const std::vector<Sentence>& all() const { return all_; }

 private:
  struct Slot {
    std::uint32_t mark = 0;
    std::uint32_t number = 0;  ///< of the sentence, from 1; 0 where there is none
  };

  static std::uint32_t mark(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

  void grow() {
    std::vector<Slot> larger(slots_.size() * 2);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      std::size_t at = hashes_[i] & (larger.size() - 1);
      while (larger[at].number != 0) at = (at + 1) & (larger.size() - 1);
      larger[at] = {mark(hashes_[i]), static_cast<std::uint32_t>(i + 1)};
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_;  ///< a power of two, at most half of them taken
  std::vector<Sentence> all_;
  std::vector<std::size_t> hashes_;
};

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

/// The slugs of a side's documents by their numbers.
std::vector<std::string_view> slugs_of(const ComparedDocuments& documents) {
  std::vector<std::string_view> slugs(documents.size());
  for (const auto& [id, document] : documents) slugs[document.number] = document.slug;
  return slugs;
}

/// What a file says of itself is believed up to here.
constexpr std::size_t most_expected = 4'000'000;

std::size_t sentences_of(const ComparedDocuments& documents) {
  std::size_t all = 0;
  for (const auto& [id, document] : documents)
    all += std::min(document.sentences, most_expected);
  return all;
}

/// Adds the sentences of a side.
void add_side(SQLite::Database& database, const CompareQuestion& question,
              const std::vector<FilterValues>& filters, const ComparedDocuments& documents,
              SentenceOfSide Sentence::*which, Texts& texts, Sentences& sentences) {
  const SelectionSql asked = sentences_of_side(database, filters, question.said);
  const Prepared row = bound(database, asked);
  std::int64_t id = -1;  // of the document whose sentences come
  auto document = documents.end();
  std::string_view text;
  while (step(database, row)) {
    const auto at = [&](int column) { return sqlite3_column_int64(row.get(), column); };
    if (at(0) != id) {
      id = at(0);
      document = documents.find(id);
      if (document != documents.end()) text = texts.of(id);
    }
    if (document == documents.end()) continue;
    Sentence& sentence = sentences.of(cut(text, at(3), at(4)).value_or(""));
    (sentence.*which)
        .add(static_cast<std::uint32_t>(document->second.number), at(1),
             static_cast<std::uint32_t>(at(2)));
  }
}

SideCount count_of(const SentenceOfSide& side, const std::vector<std::string_view>& slugs) {
  if (side.documents == 0) return {};
  return {side.documents, side.places,
          std::string(slugs[side.first_number]) + "/sentence/" + std::to_string(side.ordinal),
          side.first_key};
}

/// What both have, then what A alone has, then B, the most documents first; as one reads them where
/// as many have them.
struct Order {
  std::uint32_t group = 0;
  std::uint32_t documents = 0;
  std::int64_t key = 0;
  const Sentence* sentence = nullptr;

  explicit Order(const Sentence& of)
      : group(of.b.documents == 0   ? 1
              : of.a.documents == 0 ? 2
                                    : 0),
        documents(of.a.documents + of.b.documents),
        key(of.a.first_key != 0 ? of.a.first_key : of.b.first_key),
        sentence(&of) {}

  bool operator<(const Order& other) const {
    if (group != other.group) return group < other.group;
    if (documents != other.documents) return documents > other.documents;
    return key < other.key;
  }
};

}  // namespace

Comparison compare_sentences(SQLite::Database& database, const CompareQuestion& question,
                             const ComparedSink& sink) {
  const auto of_a = joined_filters({&question.a.filters, &question.filters});
  const auto of_b = joined_filters({&question.b.filters, &question.filters});
  const ComparedDocuments a = compared_documents(database, of_a);
  const ComparedDocuments b = compared_documents(database, of_b);
  Texts texts(database);
  Sentences sentences(std::min(sentences_of(a) + sentences_of(b), most_expected));
  add_side(database, question, of_a, a, &Sentence::a, texts, sentences);
  add_side(database, question, of_b, b, &Sentence::b, texts, sentences);
  Comparison comparison;
  comparison.documents_a = static_cast<std::int64_t>(a.size());
  comparison.documents_b = static_cast<std::int64_t>(b.size());
  std::vector<Order> sorted;
  sorted.reserve(sentences.all().size());
  for (const Sentence& sentence : sentences.all()) {
    sorted.emplace_back(sentence);
    comparison.count(sentence.a.documents, sentence.b.documents);
  }
  std::sort(sorted.begin(), sorted.end());
  const std::vector<std::string_view> slugs_a = slugs_of(a), slugs_b = slugs_of(b);
  ComparedRow row;
  row.key.resize(1);
  for (const Order& next : sorted) {
    row.key.front().assign(next.sentence->text);
    row.a = count_of(next.sentence->a, slugs_a);
    row.b = count_of(next.sentence->b, slugs_b);
    if (!sink(row, comparison)) break;
  }
  return comparison;
}

}  // namespace attache

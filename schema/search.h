// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/select.h"
#include "schema/tables.h"

namespace attache {

class KnowledgeBase;

enum class SearchOrder { relevance, date };

/// A question to the full-text index over all sentences.
struct Search {
  std::string words;                  ///< as fts_query takes them
  bool expression = false;            ///< `words` is an FTS5 expression instead
  std::vector<FilterValues> filters;  ///< of search_filters()
  SearchOrder order = SearchOrder::relevance;
  bool reverse = false;  ///< the least relevant, or the latest, first
  std::uint64_t limit = 20;
  std::uint64_t offset = 0;
  std::uint32_t context = 0;  ///< sentences to give before and after each hit
  std::string open, close;    ///< put around each word that was found
};

/// A sentence that was found.
struct SearchHit {
  std::string document, title, country, date;  ///< country and date are empty where unknown
  std::int64_t sentence = 0;                   ///< in the document, from 0
  std::int64_t start = 0, end = 0;             ///< bytes of the document's text
  std::int64_t start_char = 0, end_char = 0;   ///< the same in characters (Unicode code points)
  std::string snippet;  ///< the sentence, or the part of a long one with most hits; with context,
                        ///< all of them whole
  std::string ref;      ///< document/sentence/N
};

/// The filters that a search takes: those of documents, but for their own words.
std::vector<FilterInfo> search_filters();

/// Hands over the hits, best first (bm25; earlier sentences before later ones where it is the same)
/// or by date, until `sink` returns false. Only sentences that are handed over are read. Gives
/// whether there are more behind the limit. Throws SelectionError where the words ask for nothing,
/// the expression is none, or a filter does not take its value; KnowledgeBaseError.
bool search(const KnowledgeBase& base, const Search& search,
            const std::function<bool(const SearchHit&)>& sink);

/// How many sentences there are, limit and offset aside.
std::uint64_t count(const KnowledgeBase& base, const Search& search);

/// Hands over each document with sentences that are found, without these, and how many they are, in
/// the order of seeding; limit and offset aside. Throws as search() does.
void count_by_document(const KnowledgeBase& base, const Search& search,
                       const std::function<void(const SearchHit& document, std::int64_t)>& sink);

}  // namespace attache

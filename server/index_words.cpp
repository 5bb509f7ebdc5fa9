// SPDX-License-Identifier: MIT
#include "server/index_words.h"

#include <algorithm>

#include "schema/server_lexeme.h"

namespace attache {
namespace {

/// Places that PostgreSQL tells apart, and so many of one word at most.
constexpr std::int64_t last_place = 16'383;
constexpr std::size_t most_places = 255;

}  // namespace

const std::string& IndexWords::of(std::string_view sentence) {
  words_.clear();
  places_ = 0;
  tokenizer_.each(sentence, [&](std::string_view term, bool colocated) {
    if (!colocated) ++places_;
    const std::string_view lexeme = server_lexeme(term);
    auto found = words_.find(lexeme);
    if (found == words_.end()) found = words_.emplace(std::string(lexeme), std::string()).first;
    std::string& places = found->second;
    if (std::count(places.begin(), places.end(), ',') >= static_cast<int>(most_places)) return;
    places += (places.empty() ? "" : ",") +
              std::to_string(std::clamp<std::int64_t>(places_, 1, last_place));
  });
  vector_.clear();
  for (const auto& [word, places] : words_)
    vector_ += (vector_.empty() ? "" : " ") + quoted_lexeme(word) + ":" + places;
  return vector_;
}

}  // namespace attache

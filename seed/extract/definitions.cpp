// SPDX-License-Identifier: MIT
#include "seed/extract/definitions.h"

#include <algorithm>

namespace attache {
namespace {

/// An acronym is spelled by no more words than this.
constexpr std::uint32_t longest_definition = 16;

bool capital_letter(char c) { return c >= 'A' && c <= 'Z'; }

bool small_word(const Analysis& a, std::uint32_t t) {
  return a.is_class(t, WordClass::preposition | WordClass::coordinator | WordClass::determiner);
}

/// An acronym in brackets: "( HAC )".
bool bracketed(const Analysis& a, std::uint32_t t) {
  if (t == 0 || t + 1 >= a.tokens.size() || !a.is_punctuation(t - 1, "(") ||
      !a.is_punctuation(t + 1, ")") || a.tokens[t].kind != TokenKind::word)
    return false;
  const auto raw = a.raw(t);
  return std::count_if(raw.begin(), raw.end(), capital_letter) >= 2;
}

/// Reads the acronym backwards over the words before it: each word with a capital gives its first
/// letter, and those behind its hyphens; small words may give theirs.
class Speller {
 public:
  Speller(const Analysis& analysis, std::uint32_t acronym) : a_(analysis) {
    for (const char c : a_.raw(acronym)) {
      if (capital_letter(c)) letters_ += c;
    }
  }

  /// The words behind `limit` that spell the acronym and end before `end`; empty where none do.
  TokenRange words_before(std::uint32_t end, std::uint32_t limit) {
    auto t = end;
    while (t > limit && end - t < longest_definition && !letters_.empty()) {
      if (!give(t - 1)) return {};
      --t;
    }
    return letters_.empty() ? TokenRange{t, end} : TokenRange{};
  }

 private:
  bool give(std::uint32_t t) {
    if (a_.is_punctuation(t, ",-")) return true;
    if (a_.tokens[t].kind != TokenKind::word) return false;
    const auto raw = a_.raw(t);
    if (!a_.tokens[t].capital) {
      if (!small_word(a_, t)) return false;
      if (letters_.size() > 1 && letters_.back() == raw.front() - 'a' + 'A' && wants_small(t))
        letters_.pop_back();
      return true;
    }
    for (auto i = raw.size(); i-- > 0;) {
      const bool first = i == 0 || raw[i - 1] == '-';
      if (first && capital_letter(raw[i]) && !take(raw[i]) && i == 0) return false;
    }
    return true;
  }

  /// The word before would not give the letter: "Ministry of Defence (MOD)".
  bool wants_small(std::uint32_t t) const {
    return t == 0 || a_.tokens[t - 1].kind != TokenKind::word ||
           a_.raw(t - 1).front() != letters_.back();
  }

  bool take(char letter) {
    if (letters_.empty() || letters_.back() != letter) return false;
    letters_.pop_back();
    return true;
  }

  const Analysis& a_;
  std::string letters_;  ///< still to be spelled
};

/// The body whose listed name those words are, or no_body.
std::uint32_t body_called(const Analysis& a, TokenRange words) {
  for (auto t = words.first; t < words.last; ++t) {
    const auto* match = a.names.at(t, NameKind::body, a.lexicon.names);
    if (match != nullptr && match->last == words.last && match->last > match->first + 1)
      return a.name(*match).entry;
  }
  return no_body;
}

}  // namespace

Definitions find_definitions(const Analysis& analysis) {
  Definitions found;
  for (std::uint32_t t = 1; t + 1 < analysis.tokens.size(); ++t) {
    if (!analysis.tokens[t].capital || !bracketed(analysis, t)) continue;
    const auto sentence = analysis.sentence_of[t];
    if (sentence == Analysis::no_sentence) continue;
    const auto words = Speller(analysis, t).words_before(t - 1, analysis.sentences[sentence].first);
    if (!words.empty()) found.emplace(analysis.raw(t), words);
  }
  return found;
}

void apply_definitions(const Analysis& analysis, const Definitions& definitions,
                       std::vector<BodyMention>& mentions) {
  if (definitions.empty()) return;
  std::erase_if(mentions, [&](BodyMention& mention) {
    if (mention.range.size() != 1) return false;
    const auto found = definitions.find(std::string(analysis.raw(mention.range.first)));
    if (found == definitions.end()) return false;
    const auto body = body_called(analysis, found->second);
    if (body != no_body) mention.body = body;
    return body == no_body;
  });
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "seed/extract/person_posts.h"

#include <algorithm>
#include <string>

#include "seed/extract/offices.h"
#include "seed/extract/person_names.h"

namespace attache {
namespace {

/// Tokens of an office, its place and the name in brackets.
constexpr std::uint32_t longest_post = 40;

class Posts {
 public:
  explicit Posts(const Analysis& analysis) : a_(analysis) {}

  std::vector<PersonMention> run() {
    for (std::uint32_t t = 0; t < a_.tokens.size(); ++t) {
      if (t + 1 < a_.tokens.size()) replaced(t);
      if (a_.tokens[t].capital && a_.names.starts[t] != 0) t = std::max(t, post(t));
    }
    return std::move(out_);
  }

 private:
  const NameMatch* at(std::uint32_t t, NameKind kind) const {
    return a_.names.at(t, kind, a_.lexicon.names);
  }

  /// Takes the officer whose office starts at `t`; the last token read, or `t`.
  std::uint32_t post(std::uint32_t t) {
    const auto* held = at(t, NameKind::office);
    if (held == nullptr) return t;
    const auto limit = std::min(static_cast<std::uint32_t>(a_.tokens.size()), t + longest_post);
    auto end = office_end(a_, {held->first, held->last}, limit);
    const auto place = behind_place(end, limit);
    const bool placed = place > end;
    end = place;
    if (end + 2 >= limit || !a_.is_punctuation(end, "(")) return t;
    const auto name = bracketed(end + 1, limit, placed);
    if (name.empty()) return t;
    out_.push_back(
        {name, {addressee(t, end), end}, PersonMention::no_person, "leaders.post", false, false});
    return name.last;
  }

  /// "The Secretary of State to the Ambassador in Turkey (Wexler)": the office that stands last.
  std::uint32_t addressee(std::uint32_t t, std::uint32_t end) const {
    const auto& little = a_.lexicon.little;
    auto first = t;
    for (auto next = t + 2; next < end; ++next) {
      if (a_.tokens[next - 1].word == little.the && a_.tokens[next - 2].word == little.to &&
          at(next, NameKind::office) != nullptr)
        first = next;
    }
    return first;
  }

  /// "..., to be Under Secretary, vice Paul Dernier, resigned".
  void replaced(std::uint32_t t) {
    const auto size = static_cast<std::uint32_t>(a_.tokens.size());
    if (a_.tokens[t].capital || !a_.lexicon.has(a_.tokens[t].word, WordFact::predecessor)) return;
    const auto name = name_at(a_, t + 1, size);
    if (name.size() > 1 && looks_like_person(a_, name))
      out_.push_back({name, {}, PersonMention::no_person, "leaders.post", false, false});
  }

  /// One past "in Italy", "at Shanghai" behind an office; `t` where none stands there.
  std::uint32_t behind_place(std::uint32_t t, std::uint32_t limit) const {
    if (t + 1 >= limit || !a_.is_class(t, WordClass::preposition)) return t;
    auto next = t + 1;
    if (a_.tokens[next].word == a_.lexicon.little.the) ++next;
    if (next >= limit) return t;
    auto end = next;
    for (const auto kind : {NameKind::country, NameKind::capital, NameKind::city, NameKind::place})
      if (const auto* place = at(next, kind)) end = std::max(end, place->last);
    if (end == next && a_.tokens[next].capital && a_.is_punctuation(next + 1, "(")) end = next + 1;
    return end > next ? end : t;
  }

  /// The name that fills the brackets, one word too; behind a place a word of the language as well.
  TokenRange bracketed(std::uint32_t t, std::uint32_t limit, bool placed) const {
    const auto name = name_at(a_, t, limit);
    const bool closed = !name.empty() && a_.is_punctuation(name.last, ")");
    const bool word = closed && !a_.tokens[t].upper && a_.tokens[t].end - a_.tokens[t].begin > 2 &&
                      at(t, NameKind::capital) == nullptr && at(t, NameKind::city) == nullptr;
    return word && !abbreviates(t) && (placed || distinctive(a_, name)) ? name : TokenRange{t, t};
  }

  /// "House of Representatives (HoR)": its capitals are those of the words before the brackets.
  bool abbreviates(std::uint32_t t) const {
    std::string capitals;
    for (const char c : a_.raw(t)) {
      if (c >= 'A' && c <= 'Z') capitals += c;
    }
    if (capitals.size() < 2) return false;
    auto word = t - 1;
    while (!capitals.empty() && word > 0) {
      const auto& token = a_.tokens[--word];
      if (token.kind != TokenKind::word) return false;
      if (!token.capital) continue;
      if (a_.raw(word).front() != capitals.back()) return false;
      capitals.pop_back();
    }
    return capitals.empty();
  }

  const Analysis& a_;
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> officers_at_posts(const Analysis& analysis) {
  return Posts(analysis).run();
}

}  // namespace attache

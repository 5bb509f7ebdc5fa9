// SPDX-License-Identifier: MIT
#include "seed/extract/person_signs.h"

#include <algorithm>

#include "seed/extract/name_shapes.h"
#include "seed/extract/offices.h"
#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/speakers.h"

namespace attache {
namespace {

/// A signature's line has no more tokens.
constexpr std::uint32_t longest_line = 40;
/// Bytes of a surname that is told from an acronym by its capitals.
constexpr std::uint32_t shortest_surname = 4;
/// Words of a surname in capitals.
constexpr std::uint32_t longest_run = 4;
/// Tokens between a note's mark in brackets and the full stop before it.
constexpr std::uint32_t longest_mark = 8;

class Signs {
 public:
  explicit Signs(const Analysis& analysis)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())) {}

  std::vector<PersonMention> signatures() {
    for (std::uint32_t t = 0; t < size_; ++t) {
      if (a_.tokens[t].capital && opens(t)) t = std::max(t, sign(t));
    }
    return std::move(out_);
  }

  std::vector<PersonMention> capitals() {
    for (std::uint32_t t = 0; t < size_; ++t) {
      if (!a_.tokens[t].upper || !unknown_capitals(t)) continue;
      if (labels_speaker(a_, {t, t + 1})) add({t, t + 1}, {}, "leaders.speaker");
      else if (line_of_its_own(t)) add({t, t + 1}, {}, "leaders.signature");
      else capital_surname(t);
    }
    return std::move(out_);
  }

 private:
  bool opens(std::uint32_t t) const {
    return t == 0 || a_.tokens[t].newline || opens_sentence(t) || behind_label(t);
  }

  bool opens_sentence(std::uint32_t t) const {
    const auto sentence = a_.sentence_of[t];
    return sentence != Analysis::no_sentence && a_.sentences[sentence].first == t;
  }

  /// "(Signed) X".
  bool behind_label(std::uint32_t t) const {
    if (t < 2) return false;
    auto label = t - 1;
    while (label > 0 && t - label < 3 && a_.is_punctuation(label, ").:],")) --label;
    return a_.lexicon.has(a_.tokens[label].word, WordFact::signature_label);
  }

  /// Reads signatures in a row, from the name at `t` on; the token behind the last one.
  std::uint32_t sign(std::uint32_t t) {
    for (auto next = t; next < size_; t = next) {
      next = one(t);
      if (next == t) break;
    }
    return t;
  }

  /// A name and its office behind it without a comma: the token behind both, or `t`.
  std::uint32_t one(std::uint32_t t) {
    const auto limit = std::min(size_, t + longest_line);
    const auto lead = lead_at(a_, t, limit);
    if (!lead.office.empty()) return t;
    // "M. BROWN": an initial, and not Monsieur.
    const auto first = is_initial(a_, t) ? t : lead.end;
    const auto name = name_at(a_, first, line_end(first, limit));
    if (name.size() < 2 || !signs(name)) return t;
    if (name.last >= limit) return bare(t, name);
    auto behind = after_letters(a_, name.last, limit);
    if (behind + 1 < limit && a_.is_punctuation(behind, ".,") && a_.tokens[behind + 1].newline)
      ++behind;
    if (behind >= limit) return t;
    const auto* held = a_.names.at(behind, NameKind::office, a_.lexicon.names);
    if (held == nullptr || !a_.tokens[behind].capital) return bare(t, name);
    const TokenRange office{held->first,
                            std::max(held->last, office_lines(held->first, held->last))};
    // "John Smith President Jones": a title of the next name.
    if (!a_.tokens[behind].newline && !name_at(a_, held->last, limit).empty() &&
        held->last < limit && !a_.tokens[held->last].newline)
      return t;
    add(name, office, "leaders.signature");
    return office.last;
  }

  /// "(Signed) X": no office stands behind the name.
  std::uint32_t bare(std::uint32_t t, TokenRange name) {
    if (!behind_label(t)) {
      if (!alone(name) || !(signed_to_ == t || below_party(t))) return t;
      add(name, {}, "leaders.signature");
      return signed_to_ = name.last;
    }
    add(name, office_after(a_, name, std::min(size_, name.last + longest_line)),
        "leaders.signature");
    return name.last;
  }

  /// "J. SMITH" on a line of its own.
  bool alone(TokenRange name) const {
    return a_.tokens[name.first].newline && starts_with_initial(a_, name) &&
           (name.last >= size_ || a_.tokens[name.last].newline);
  }

  /// The line above is that of the party whom the name signs for: "For the Republic of Kenya".
  bool below_party(std::uint32_t t) const {
    auto line = t;
    while (line > 0 && t - line < longest_line && (line == t || !a_.tokens[line].newline)) --line;
    return line < t && a_.frames.is(a_.tokens[line].word, WordKind::beneficiary);
  }

  bool signs(TokenRange name) const {
    if (starts_with_initial(a_, name) || distinctive(a_, name)) return true;
    return a_.tokens[name.last - 1].upper && looks_like_person(a_, name);
  }

  std::uint32_t line_end(std::uint32_t t, std::uint32_t limit) const {
    auto end = t + 1;
    while (end < limit && !a_.tokens[end].newline) ++end;
    return std::min(end, limit);
  }

  /// The end of the office's words: its line, and the next ones as far as they go on with it.
  std::uint32_t office_lines(std::uint32_t first, std::uint32_t held) const {
    const auto limit = std::min(size_, first + longest_line);
    auto last = held;
    for (;;) {
      auto end = last;
      while (end < limit &&
             (!a_.tokens[end].newline || a_.is_class(end - 1, joints) || a_.is_class(end, joints)))
        ++end;
      last = std::max(last, office_end(a_, {first, last}, end));
      const auto* next = last < limit && last == end && !a_.tokens[last].blank
                             ? a_.names.at(last, NameKind::office, a_.lexicon.names)
                             : nullptr;
      if (next == nullptr || !a_.tokens[last].capital) return last;
      last = next->last;
    }
  }

  /// "... our views. / / LYONS / /": the last line of a cable, below a sentence.
  bool line_of_its_own(std::uint32_t t) const {
    auto first = t, last = t + 1;
    while (first > 0 && !a_.tokens[first].newline && a_.is_punctuation(first - 1, "[")) --first;
    while (last < size_ && !a_.tokens[last].newline && a_.is_punctuation(last, "]")) ++last;
    if (first == 0 || !a_.tokens[first].blank || (last < size_ && !a_.tokens[last].blank))
      return false;
    return a_.is_punctuation(first - 1, ".") ||
           (first > 1 && a_.is_punctuation(first - 1, "])") && below_sentence(first - 1));
  }

  /// A note mark stands behind the sentence: "... be advised of it. [2]".
  bool below_sentence(std::uint32_t t) const {
    for (auto i = t; i > 0 && t - i < longest_mark; --i) {
      if (a_.is_punctuation(i - 1, ".")) return true;
    }
    return false;
  }

  /// "Pravind JUGNAUTH became": only the surname is in capitals.
  void capital_surname(std::uint32_t t) {
    const auto sentence = a_.sentence_of[t];
    if (t == 0 || a_.tokens[t - 1].upper || !a_.tokens[t - 1].capital ||
        sentence == Analysis::no_sentence)
      return;
    // "Guilherme POSSER DA COSTA", but not "Minister URGES CAUTION ON": a heading.
    auto run = t + 1;
    while (run < a_.sentences[sentence].last && run - t < longest_run && a_.tokens[run].upper &&
           a_.tokens[run].kind == TokenKind::word &&
           (in_name(a_, run) || a_.lexicon.has(a_.tokens[run].word, WordFact::name_particle)))
      ++run;
    if (run < a_.sentences[sentence].last && a_.tokens[run].upper &&
        a_.tokens[run].kind == TokenKind::word)
      return;
    if (run > t + 1 && !a_.lexicon.has(a_.tokens[t - 1].word, WordFact::given_name) &&
        a_.lexicon.vocabulary.classes(a_.tokens[t - 1].word) != WordClass::none)
      return;
    auto name = name_before(a_, t + 1, a_.sentences[sentence].first);
    name.last = std::max(name.last, name_at(a_, name.first, a_.sentences[sentence].last).last);
    if (name.size() < 2 || !looks_like_person(a_, name)) return;
    add(name, office_after(a_, name, a_.sentences[sentence].last), "leaders.surname-capitals");
  }

  /// A word in capitals that is no word of the language, no body, no place.
  bool unknown_capitals(std::uint32_t t) const {
    const auto& token = a_.tokens[t];
    if (a_.raw(t).find_first_not_of("IVXLC") == std::string_view::npos) return false;
    if (token.dotted || token.end - token.begin < shortest_surname || !in_name(a_, t)) return false;
    const auto& trie = a_.lexicon.names;
    return a_.lexicon.vocabulary.classes(token.word) == WordClass::none &&
           a_.names.at(t, NameKind::capital, trie) == nullptr &&
           a_.names.at(t, NameKind::city, trie) == nullptr &&
           a_.names.at(t, NameKind::place, trie) == nullptr;
  }

  void add(TokenRange name, TokenRange office, const char* rule) {
    out_.push_back({name, office, PersonMention::no_person, rule, false, false});
  }

  static constexpr auto joints =
      WordClass::preposition | WordClass::coordinator | WordClass::determiner;

  const Analysis& a_;
  std::uint32_t size_;
  std::uint32_t signed_to_ = 0;  ///< behind the last signature without an office
  std::vector<PersonMention> out_;
};

}  // namespace

std::vector<PersonMention> signatures(const Analysis& analysis) {
  return Signs(analysis).signatures();
}

std::vector<PersonMention> names_in_capitals(const Analysis& analysis) {
  return Signs(analysis).capitals();
}

}  // namespace attache

// SPDX-License-Identifier: MIT
#include "seed/extract/unknown_bodies.h"

#include <algorithm>
#include <map>

#include "seed/extract/mention_index.h"
#include "seed/extract/words_in_text.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// A name longer than this (tokens) is no name.
constexpr std::uint32_t longest_name = 14;
/// Words of an organ's name behind its body's, up to its head.
constexpr std::uint32_t longest_organ = 4;

class Finder {
 public:
  Finder(const Analysis& analysis, std::vector<BodyMention>& mentions)
      : a_(analysis), mentions_(mentions) {
    international_ = std::ranges::any_of(mentions_, [&](const BodyMention& mention) {
      return mention.body != no_body &&
             a_.lexicon.bodies[mention.body].kind == intergovernmental_kind;
    });
    taken_.assign(a_.tokens.size() + 1, false);
    for (const auto& mention : mentions_) {
      for (auto t = mention.range.first; t < mention.range.last; ++t) taken_[t] = true;
    }
  }

  void run() {
    for (auto& mention : mentions_) organ_of(mention);
    bind_known_acronyms();
    for (const auto& sentence : a_.sentences) {
      a_.step();
      for (auto t = sentence.first; t < sentence.last;) t = phrase_at(t, sentence.last);
    }
    later_uses();
  }

 private:
  /// "the MERCOSUR Secretariat", "the IAEA Board of Governors": an organ that the lexicon does not
  /// know, named after its body.
  void organ_of(BodyMention& mention) {
    const auto first = mention.range.last;
    if (mention.back_reference || !mention.note.empty() || first >= a_.tokens.size() ||
        !name_word(first))
      return;
    const auto sentence = a_.sentence_of[first];
    if (sentence == Analysis::no_sentence || sentence != a_.sentence_of[mention.range.first])
      return;
    TokenRange organ{first, phrase_end(first, a_.sentences[sentence].last)};
    const auto core = core_end(organ);
    if (is(a_, core, PhraseRole::site))
      organ.last = core;  // "the OAU Assembly in Monrovia": where it met
    if (core == first || core - first > longest_organ || !organ_head(core - 1)) return;
    for (auto t = organ.first; t < organ.last; ++t) {
      if (a_.lexicon.has(a_.tokens[t].word, WordFact::body_blocker)) return;
    }
    call(mention, {mention.range.first, organ.last});
  }

  bool organ_head(std::uint32_t t) const {
    return a_.tokens[t].capital && a_.lexicon.has(a_.tokens[t].word, WordFact::organ_head);
  }

  /// The mention is of a body that the lexicon does not know, by the name that stands there.
  void call(BodyMention& mention, TokenRange name) {
    mention.range = name;
    mention.body = no_body;
    mention.unknown_name = a_.wording(name);
    mention.rule = "form";
    std::fill(taken_.begin() + name.first, taken_.begin() + name.last, true);
  }

  bool joins(std::uint32_t t) const { return is(a_, t, PhraseRole::name_joint); }

  bool name_word(std::uint32_t t) const {
    return a_.tokens[t].kind == TokenKind::word && a_.tokens[t].capital && !taken_[t];
  }

  /// Looks at the capitalised phrase that starts at `t`; returns the token to go on from.
  std::uint32_t phrase_at(std::uint32_t t, std::uint32_t limit) {
    if (!name_word(t)) return t + 1;
    const auto end = phrase_end(t, limit);
    const TokenRange range = trimmed({t, end});
    if (organization(range) != nullptr) add(before_city(range));
    else inner(range);
    return end;
  }

  /// "the Bureau of the Non-Aligned States in Colombo": where it met.
  TokenRange before_city(TokenRange range) const {
    for (auto t = range.first + 2; t + 1 < range.last; ++t) {
      if (!is(a_, t, PhraseRole::site)) continue;
      for (const auto kind : {NameKind::capital, NameKind::city}) {
        const auto* city = a_.names.at(t + 1, kind, a_.lexicon.names);
        if (city != nullptr && city->last == range.last) return {range.first, t};
      }
    }
    return range;
  }

  /// "the Appeal of the International Rescue Committee": the name stands behind another noun.
  void inner(TokenRange range) {
    const auto& little = a_.lexicon.little;
    for (auto t = range.first; t + 2 < range.last; ++t) {
      if (a_.tokens[t].word != little.of && joins(t))
        return;  // "Affairs and the Law of the Sea Fund"
      if (a_.tokens[t].word != little.of || a_.tokens[t + 1].word != little.the) continue;
      const TokenRange behind{t + 2, range.last};
      if (organization(behind) == nullptr) continue;
      add(before_city(behind));
      return;
    }
  }

  /// Capitalised words, joined by small ones ("of", "for", "and the"), as far as a capital follows.
  std::uint32_t phrase_end(std::uint32_t t, std::uint32_t limit) const {
    std::uint32_t end = t + 1;
    bool inner = false;  // a small word other than "and" went before
    while (end < limit && end - t < longest_name) {
      if (name_word(end)) {
        ++end;
        continue;
      }
      // "the Blue Growth Initiative and the Partnership for Oceans": an article begins another
      // name, unless both stand behind "on" or "for".
      const auto& little = a_.lexicon.little;
      if (end + 1 < limit && a_.tokens[end].word == little.conjunction &&
          a_.tokens[end + 1].word == little.the && (!inner || names_other(end + 2, limit)))
        break;
      inner = inner || a_.tokens[end].word != little.conjunction;
      std::uint32_t next = end;
      while (next < limit && next - end < 3 && joins(next)) ++next;
      if (next == end || a_.tokens[end].word == little.the || next >= limit ||
          !(name_word(next) || (a_.tokens[next].capital && a_.tokens[next - 1].word == little.of)))
        break;
      end = next + 1;
    }
    return end;
  }

  /// "the Committee for Peace and the Asian Forum": the words have a body's head of their own.
  bool names_other(std::uint32_t t, std::uint32_t limit) const {
    const auto first = t;
    while (t < limit && name_word(t)) ++t;
    return t > first && a_.lexicon.body_heads.contains(a_.tokens[t - 1].word);
  }

  /// Leading words that a sentence capitalises only because it starts there.
  TokenRange trimmed(TokenRange range) const {
    constexpr auto small = WordClass::determiner | WordClass::preposition | WordClass::pronoun |
                           WordClass::possessive | WordClass::subordinator |
                           WordClass::conjunctive_adverb | WordClass::coordinator |
                           WordClass::quantifier;
    const auto opens = [&](std::uint32_t t) {
      return a_.is_class(t, WordClass::adverb) && a_.sentences[a_.sentence_of[t]].first == t;
    };
    while (!range.empty() && (a_.is_class(range.first, small) || opens(range.first))) ++range.first;
    return range;
  }

  /// Behind the words before the first small one: the last of them is the noun that the name is
  /// about.
  std::uint32_t core_end(TokenRange range) const {
    auto t = range.first;
    while (t < range.last && (!joins(t) || a_.tokens[t].word == a_.lexicon.little.conjunction)) ++t;
    return t;
  }

  bool ends_in_country(TokenRange range, std::uint32_t t) const {
    if (word_at(a_, t) == a_.lexicon.little.the) ++t;
    const auto* country = a_.names.at(t, NameKind::country, a_.lexicon.names);
    return country != nullptr && country->last >= range.last;
  }

  /// "the Movement of Non- Aligned Countries": a word goes on behind the hyphen.
  bool cut(std::uint32_t end) const {
    return a_.is_punctuation(end, "-") &&
           a_.span({end, end + 1}).begin == a_.span({end - 1, end}).end;
  }

  /// "U.S. Agency for ...": a state's name stands right before it.
  bool behind_state(std::uint32_t t) const {
    if (t == 0 || a_.sentence_of[t - 1] != a_.sentence_of[t]) return false;
    return a_.names.at(t - 1, NameKind::country, a_.lexicon.names) != nullptr ||
           a_.names.at(t - 1, NameKind::adjective, a_.lexicon.names) != nullptr;
  }

  const BodyHead* organization(TokenRange range) const {
    if (range.size() < 2 || cut(range.last)) return nullptr;
    const BodyHead* head = nullptr;
    bool marker = false, regional = false;  // regional: before the first small word
    std::uint32_t head_at = range.first;
    if (a_.names.at(range.first, NameKind::country, a_.lexicon.names) != nullptr &&
        a_.names.at(range.first, NameKind::country, a_.lexicon.names)->last >= range.last)
      return nullptr;
    const auto core = core_end(range);
    for (auto t = range.first; t < range.last; ++t) {
      const auto word = a_.tokens[t].word;
      if (a_.lexicon.has(word, WordFact::body_blocker) ||
          (a_.tokens[t].capital && a_.lexicon.has(word, WordFact::company)))
        return nullptr;
      const bool marks = a_.lexicon.has(word, WordFact::body_marker);
      marker = marker || marks;
      regional = regional || (marks && t < core && !a_.lexicon.has(word, WordFact::worldwide));
      const auto found = a_.lexicon.body_heads.find(word);
      if (found != a_.lexicon.body_heads.end() && a_.tokens[t].capital && t < core) {
        head = &found->second;
        head_at = t;
      }
    }
    if (head == nullptr || head_at + 1 != core) return nullptr;
    const auto joint = core < range.last ? a_.tokens[core].word : unknown_word;
    if (joint == a_.lexicon.little.to) return nullptr;
    if (head_at == range.first && is(a_, core, PhraseRole::site))
      return nullptr;  // "the Organization in Jerusalem"
    if (head_at == range.first && joint == a_.lexicon.little.of && ends_in_country(range, core + 1))
      return nullptr;  // "Union of South Africa"
    if (head_at == range.first && range.first > 0 &&
        a_.is_class(range.first - 1, WordClass::possessive))
      return nullptr;  // "approval by our Assembly of the International Covenants"
    const bool own_state =
        a_.names.at(range.first, NameKind::adjective, a_.lexicon.names) != nullptr ||
        behind_state(range.first);
    // "U.S. International Trade Commission": a state's agency.
    if (own_state && !regional) return nullptr;
    const bool bare = range.size() == 2 && head_at != range.first;
    if (organ_on(range, head_at, core)) return head;
    // "Office of Management and Budget (OMB)": where nothing else is of the world's, a state's.
    const bool defined =
        !own_state && !acronym_after(range).empty() && (international_ || !head->of_state);
    return marker || (head->strong && !bare) || defined ? head : nullptr;
  }

  /// "the Committee on the Admission of New Members": an organ by its subject, where the text is
  /// of a body of states, and none that is called a state's.
  bool organ_on(TokenRange range, std::uint32_t head, std::uint32_t core) const {
    if (!international_ || !organ_head(head) || core + 1 >= range.last ||
        !is(a_, core, PhraseRole::name_remit))
      return false;
    for (auto t = range.first; t < range.last; ++t) {
      if (a_.lexicon.has(a_.tokens[t].word, WordFact::state_organ)) return false;
    }
    // "the Committee on the Drafting of a Convention": the name goes on.
    const bool goes_on = a_.is_class(range.last, WordClass::determiner) ||
                         a_.tokens[range.last].word == a_.lexicon.little.of;
    return !goes_on && !behind_state(range.first);
  }

  void add(TokenRange range) {
    BodyMention mention;
    call(mention, range);
    mention.acronym = acronym_after(range);
    if (!mention.acronym.empty()) unknown_acronyms_[mention.acronym] = mention;
    mentions_.push_back(std::move(mention));
  }

  /// "( ABC )" right behind the name.
  std::string acronym_after(TokenRange range) const {
    const auto t = range.last;
    if (t + 2 >= a_.tokens.size() || !a_.is_punctuation(t, "(") || !a_.is_punctuation(t + 2, ")"))
      return {};
    const auto& token = a_.tokens[t + 1];
    if (token.kind != TokenKind::word || !token.capital || taken_[t + 1]) return {};
    const auto raw = a_.raw(t + 1);
    const auto capitals =
        std::count_if(raw.begin(), raw.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 ? std::string(raw) : std::string();
  }

  /// An acronym in brackets behind a known body is another name of it, in this document.
  void bind_known_acronyms() {
    for (const auto& mention : mentions_) {
      const auto acronym = acronym_after(mention.range);
      if (!acronym.empty()) known_acronyms_.emplace(acronym, mention);
    }
  }

  void later_uses() {
    if (known_acronyms_.empty() && unknown_acronyms_.empty()) return;
    for (std::uint32_t t = 0; t < a_.tokens.size(); ++t) {
      if (taken_[t] || !a_.tokens[t].capital || a_.sentence_of[t] == Analysis::no_sentence)
        continue;
      const std::string raw(a_.raw(t));
      use(known_acronyms_, raw, t);
      use(unknown_acronyms_, raw, t);
    }
  }

  void use(const std::map<std::string, BodyMention>& acronyms, const std::string& raw,
           std::uint32_t t) {
    const auto found = acronyms.find(raw);
    if (found == acronyms.end() || taken_[t]) return;
    BodyMention mention = found->second;
    mention.range = {t, t + 1};
    mention.rule = "acronym";
    mentions_.push_back(std::move(mention));
    taken_[t] = true;
  }

  const Analysis& a_;
  std::vector<BodyMention>& mentions_;
  std::vector<bool> taken_;
  bool international_ = false;  ///< the text names a body of the world's states
  std::map<std::string, BodyMention> known_acronyms_, unknown_acronyms_;
};

}  // namespace

void add_unknown_bodies(const Analysis& analysis, std::vector<BodyMention>& mentions) {
  Finder(analysis, mentions).run();
}

}  // namespace attache

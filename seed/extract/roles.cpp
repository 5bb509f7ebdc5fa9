// SPDX-License-Identifier: MIT
#include "seed/extract/roles.h"

#include <algorithm>
#include <array>

#include "seed/extract/phrases.h"
#include "seed/extract/role_holder.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 10> ranks{"founder", "chair",       "member", "candidate",     "observer",
                                                 "partner", "contributor", "host",   "former-member", "mention"};

/// Words that may stand between two bodies of a list.
constexpr std::uint32_t widest_list_gap = 12;
/// A bracketed remark inside a list is skipped up to so many tokens.
constexpr std::uint32_t longest_brackets = 20;
/// Words that may stand between a cue and its body: "the well-known", "a number of".
constexpr std::uint32_t widest_gap = 6;

class RoleFinder {
 public:
  RoleFinder(const Analysis& analysis, const std::vector<BodyMention>& mentions) : a_(analysis), mentions_(mentions), holder_(analysis, mentions) {}

  std::vector<Role> run() {
    collect_cues();
    for (const auto* hit : cues_) {
      const auto& cue = *a_.cue(*hit);
      if (cue.effect != "blocks" && !superseded(*hit, cue)) apply(*hit, cue);
    }
    return std::move(roles_);
  }

 private:
  void collect_cues() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::organizations) continue;
      cues_.push_back(&hit);
      if (cue->effect == "blocks") blocked_.push_back({hit.match.first, hit.match.last});
    }
  }

  /// "applied for membership of" says more than "membership of" in it.
  bool superseded(const CueHit& hit, const Cue& cue) const {
    return std::any_of(cues_.begin(), cues_.end(), [&](const CueHit* other) {
      const auto& m = other->match;
      const bool around = m.first <= hit.match.first && m.last >= hit.match.last && m.last - m.first > hit.match.last - hit.match.first;
      return around && a_.cue(*other)->effect != cue.effect && a_.cue(*other)->effect != "blocks" && a_.cue(*other)->kind.empty();
    });
  }

  bool blocked(TokenRange cue) const {
    return std::any_of(blocked_.begin(), blocked_.end(), [&](TokenRange b) { return b.first < cue.last && cue.first < b.last; });
  }

  void apply(const CueHit& hit, const Cue& cue) {
    if (cue.list) return list_of(hit, cue);
    auto objects = objects_of(hit, cue);
    if (!cue.kind.empty()) std::erase_if(objects, [&](std::uint32_t m) { return kind_of(m) != cue.kind; });
    if (objects.empty()) return;
    const TokenRange range{hit.match.first, hit.match.last};
    if (blocked(range)) {
      a_.explain(range, cue.id, "blocked");
      return;
    }
    if (negated(a_, range, hit.sentence) || hypothetical(range, hit.sentence)) {
      a_.explain(range, cue.id, "denied or only supposed");
      return;
    }
    const auto end = mentions_[objects.back()].range.last;
    const auto effect = has_ended(cue, end) ? "former-member" : effect_of(range, cue, hit.sentence);
    auto country = holder_.find(hit, cue, end);
    if (!country && cue.form == Form::noun && follows_another(hit)) country = last_country_;
    if (effect.empty() || !country) {
      a_.explain(range, cue.id, effect.empty() ? "not yet so" : "said of no state");
      return;
    }
    for (const auto m : objects) roles_.push_back({m, effect, *country, range, cue.id});
    last_sentence_ = hit.sentence;
    last_country_ = *country;
    last_end_ = end;
  }

  /// "was a member of the Warsaw Pact until 1991".
  bool has_ended(const Cue& said, std::uint32_t end) const {
    return said.effect == "member" && a_.is_word(end, "until") && end + 1 < a_.tokens.size() && a_.tokens[end + 1].kind == TokenKind::number;
  }

  /// "Where we belong": each following item of the list that opens with a body is said of the document's state.
  void list_of(const CueHit& hit, const Cue& cue) {
    const auto& heading = a_.sentences[hit.sentence];
    if (a_.context.country.empty() || hit.match.first > heading.first + 3 || hit.match.last + 2 < heading.last) return;
    for (auto s = hit.sentence + 1; s < a_.sentences.size() && a_.sentences[s].bullet; ++s) {
      const auto m = mention_from(a_.sentences[s].first);
      if (m >= mentions_.size() || mentions_[m].range.first > a_.sentences[s].first + 2 || a_.sentence_of[mentions_[m].range.first] != s) continue;
      CueHit item = hit;
      item.sentence = s;
      for (const auto each : more({m}, item)) roles_.push_back({each, cue.effect, a_.context.country, {hit.match.first, hit.match.last}, cue.id});
    }
  }

  std::string_view kind_of(std::uint32_t m) const {
    const auto body = mentions_[m].body;
    return body == no_body ? std::string_view{} : std::string_view{a_.lexicon.bodies[body].kind};
  }

  /// "is a founding member of A, and a member of B": the second noun is said of the same state.
  bool follows_another(const CueHit& hit) const {
    if (hit.sentence != last_sentence_ || hit.match.first < last_end_) return false;
    bool joined = false;
    for (auto t = last_end_; t < hit.match.first; ++t) {
      if (a_.is_word(t, "and") || a_.is_punctuation(t, ",")) joined = true;
      else if (!a_.tokens[t].capital && !a_.is_word(t, "together") &&
               !a_.is_class(t, WordClass::determiner | WordClass::adjective | WordClass::numeral | WordClass::adverb | WordClass::preposition))
        return false;
    }
    return joined;
  }

  std::vector<std::uint32_t> objects_of(const CueHit& hit, const Cue& cue) const {
    if (cue.side == Side::capture) return inside(hit.match.capture_first, hit.match.capture_last);
    if (cue.side == Side::before) return before(hit);
    auto taken = inside(hit.match.first, hit.match.last);
    return taken.empty() ? after(hit.match.last, hit, cue) : more(std::move(taken), hit);
  }

  /// Index of the first mention that begins at or behind the token.
  std::uint32_t mention_from(std::uint32_t token) const {
    const auto at =
        std::lower_bound(mentions_.begin(), mentions_.end(), token, [](const BodyMention& m, std::uint32_t t) { return m.range.first < t; });
    return static_cast<std::uint32_t>(at - mentions_.begin());
  }

  std::vector<std::uint32_t> inside(std::uint32_t first, std::uint32_t last) const {
    std::vector<std::uint32_t> found;
    std::uint32_t reach = first;
    for (auto m = mention_from(first); m < mentions_.size() && mentions_[m].range.last <= last; ++m) {
      if (mentions_[m].range.first < reach) continue;  // the inner of two nested names
      found.push_back(m);
      reach = mentions_[m].range.last;
    }
    return found;
  }

  /// The body right before the cue: "its NATO membership", "the Commission, of which we are a member".
  std::vector<std::uint32_t> before(const CueHit& hit) const {
    for (auto m = mention_from(hit.match.first); m-- > 0;) {
      const auto& range = mentions_[m].range;
      if (range.last > hit.match.first || a_.sentence_of[range.first] != hit.sentence) continue;
      for (auto t = range.last; t < hit.match.first; ++t) {
        if (hit.match.first - range.last > 3 || !(a_.is_punctuation(t, ",()'") || a_.is_word(t, "'s") || a_.tokens[t].upper)) return {};
      }
      // "the Parliamentary Assembly of the Council of Europe, of which": the outer name is meant.
      while (m > 0 && contains(a_.span(mentions_[m - 1].range), a_.span(range))) --m;
      return a_.is_word(hit.match.first, "are") || a_.is_word(hit.match.first, "have") || a_.is_word(hit.match.first, "were") ? with_partner(m)
                                                                                                                              : std::vector{m};
    }
    return {};
  }

  /// "X and Y are": a plural verb speaks of both bodies before it.
  std::vector<std::uint32_t> with_partner(std::uint32_t m) const {
    const auto first = mentions_[m].range.first;
    for (auto p = m; p-- > 0;) {
      const auto end = behind_brackets(mentions_[p].range.last);
      if (end + 3 < first) break;
      if (end < first && (a_.is_word(end, "and") || a_.is_word(end + 1, "and"))) return {p, m};
    }
    return {m};
  }

  /// The first body behind the cue, and those in a list with it.
  std::vector<std::uint32_t> after(std::uint32_t from, const CueHit& hit, const Cue& cue) const {
    auto m = mention_from(from);
    // "home to the International Court": the cue took the name's first word for an adjective.
    if (m > 0 && mentions_[m - 1].range.first > hit.match.first && mentions_[m - 1].range.first < from && mentions_[m - 1].range.last > from)
      return more({m - 1}, hit);
    if (m >= mentions_.size() || a_.sentence_of[mentions_[m].range.first] != hit.sentence || !open_between(from, mentions_[m].range.first)) return {};
    const auto owned = m + 1;  // "a member of the EU's Political and Security Committee"
    if (owned < mentions_.size() && mentions_[owned].range.first == mentions_[m].range.last + 1 && a_.is_word(mentions_[m].range.last, "'s"))
      return more({owned}, hit);
    if (modifies(mentions_[m].range.last, cue)) return {};
    return more({m}, hit);
  }

  std::vector<std::uint32_t> more(std::vector<std::uint32_t> list, const CueHit& hit) const {
    auto reach = behind_brackets(mentions_[list.back()].range.last);
    const bool opens = introduces(hit);
    for (auto m = list.back() + 1; m < mentions_.size(); ++m) {
      const auto& range = mentions_[m].range;
      if (range.first < reach) continue;
      if (a_.sentence_of[range.first] != hit.sentence || range.first > reach + widest_list_gap || !list_between(reach, range.first, opens)) break;
      list.push_back(m);
      reach = behind_brackets(range.last);
    }
    drop_next_clause(list, reach);
    return list;
  }

  /// "belongs to A, and B and C are based here": what a verb follows is the next clause's subject, back to its ", and".
  void drop_next_clause(std::vector<std::uint32_t>& list, std::uint32_t reach) const {
    if (list.size() < 2 || reach >= a_.tokens.size() || !a_.is_class(reach, WordClass::auxiliary) || a_.is_word(reach, "being")) return;
    for (auto i = list.size(); i-- > 1;) {
      auto t = mentions_[list[i]].range.first;
      while (t > 0 && a_.is_class(t - 1, WordClass::determiner)) --t;
      if (t < 2 || !a_.is_word(t - 1, "and") || !a_.is_punctuation(t - 2, ",")) continue;
      list.resize(i);
      return;
    }
  }

  /// Behind "(NATO)" or "(whose seat is in Vienna)", where brackets open at the token.
  std::uint32_t behind_brackets(std::uint32_t t) const {
    if (!a_.is_punctuation(t, "(")) return t;
    for (auto i = t + 1; i < a_.tokens.size() && i < t + longest_brackets; ++i) {
      if (a_.is_punctuation(i, ")")) return i + 1;
    }
    return t;
  }

  /// "As a member of X, the Y should": a comma ends what leads in to a sentence.
  bool introduces(const CueHit& hit) const {
    const auto first = a_.sentences[hit.sentence].first;
    return a_.is_word(first, "as") && hit.match.first < first + 8;
  }

  /// "a member of the UN staff", "of the EU's committee": the body only modifies what follows.
  bool modifies(std::uint32_t t, const Cue& cue) const {
    if (t >= a_.tokens.size()) return false;
    if (a_.tokens[t].capital && a_.lexicon.has(a_.tokens[t].word, WordFact::body_head)) return true;
    if (a_.tokens[t].kind == TokenKind::number && t + 1 < a_.tokens.size() && a_.is_class(t + 1, WordClass::noun | WordClass::adjective) &&
        !a_.is_class(t + 1, WordClass::preposition))
      return true;
    if (cue.effect == "partner" || cue.effect == "contributor" || cue.effect == "host") return false;
    if (a_.is_word(t, "'s") || a_.is_punctuation(t, "'")) return true;
    if (a_.tokens[t].kind != TokenKind::word || a_.tokens[t].capital || !a_.is_class(t, WordClass::noun)) return false;
    constexpr auto not_noun = WordClass::preposition | WordClass::coordinator | WordClass::subordinator | WordClass::auxiliary | WordClass::modal |
                              WordClass::adverb | WordClass::pronoun | WordClass::determiner | WordClass::relative | WordClass::adjective |
                              WordClass::verb_s | WordClass::verb_ed | WordClass::verb_base;
    if (a_.is_class(t, not_noun)) return false;
    static constexpr std::array<std::string_view, 9> same{"family",    "alliance", "system",   "organization", "bloc",
                                                          "community", "group",    "grouping", "fold"};
    return std::none_of(same.begin(), same.end(), [&](std::string_view w) { return a_.is_word(t, w); });
  }

  /// Nothing but list words stands between two bodies: commas, "and", "of the", brackets, a year.
  bool list_between(std::uint32_t from, std::uint32_t to, bool opens) const {
    bool separator = false;
    for (auto t = from; t < to; ++t) {
      if (a_.is_punctuation(t, ",") && opens && !separator) return false;
      if (a_.is_punctuation(t, ",") || a_.is_word(t, "and") || a_.is_word(t, "or")) separator = true;
      else if (!list_word(t)) return false;
    }
    return separator;
  }

  bool list_word(std::uint32_t t) const {
    constexpr auto small = WordClass::determiner | WordClass::possessive | WordClass::numeral | WordClass::adverb;
    if (a_.names.at(t, NameKind::country, a_.lexicon.names) != nullptr) return false;
    for (const auto* w : {"of", "in", "as", "well", "with", "to", "since", "later", "year"}) {
      if (a_.is_word(t, w)) return true;
    }
    return a_.is_punctuation(t, "()") || a_.is_class(t, small) || a_.tokens[t].capital;
  }

  /// Only articles, adjectives and the like stand between a cue and its body.
  bool open_between(std::uint32_t from, std::uint32_t to) const {
    constexpr auto small =
        WordClass::determiner | WordClass::possessive | WordClass::numeral | WordClass::adverb | WordClass::adjective | WordClass::quantifier;
    if (to > from + widest_gap) return false;
    for (auto t = from; t < to; ++t) {
      if (a_.is_word(t, "by") || !(a_.is_class(t, small) || a_.is_punctuation(t, "\"'"))) return false;
    }
    return true;
  }

  /// "if it joined", "should become a member", "would have joined".
  bool hypothetical(TokenRange cue, std::uint32_t sentence) const {
    const auto begin = clause_begin(a_, cue.first, sentence);
    for (auto t = begin; t < cue.first; ++t) {
      for (const auto* w : {"if", "unless", "whether"}) {
        if (a_.is_word(t, w)) return true;
      }
    }
    for (auto t = cue.first; t-- > begin && cue.first - t <= 6;) {
      if (a_.is_class(t, WordClass::auxiliary) && !a_.is_word(t, "be") && !a_.is_word(t, "have") && !a_.is_class(t, WordClass::modal)) return false;
      for (const auto* w : {"would", "could", "should", "may", "might", "must", "ought"}) {
        if (a_.is_word(t, w)) return !a_.is_word(t + 1, "like");
      }
    }
    return false;
  }

  /// The verb that says the cue: "become" in "become a full member of", "join" itself.
  std::uint32_t verb_of(TokenRange cue) const {
    auto t = cue.first;
    constexpr auto small = WordClass::determiner | WordClass::adjective | WordClass::numeral;
    while (t > 0 && cue.first - t < 5 && a_.is_class(t - 1, small) && !a_.is_class(t - 1, WordClass::auxiliary)) --t;
    if (t == 0) return cue.first;
    for (const auto* w : {"become", "be"}) {
      if (a_.is_word(t - 1, w)) return t - 1;
    }
    return cue.first;
  }

  /// What is only wished for or to come makes a candidate, not a member.
  std::string effect_of(TokenRange cue, const Cue& said, std::uint32_t sentence) const {
    const bool belongs = said.effect == "member" || said.effect == "observer" || said.effect == "founder";
    if (!belongs) return said.effect;
    const auto verb = verb_of(cue);
    const bool base = verb != cue.first || (a_.is_class(verb, WordClass::verb_base) && !a_.is_class(verb, WordClass::verb_ed | WordClass::noun));
    const auto begin = a_.sentences[sentence].first;
    if (!base || verb <= begin) return said.effect;
    auto t = verb;
    while (t > begin && a_.is_class(t - 1, WordClass::adverb | WordClass::negation)) --t;
    if (a_.is_word(verb, "be") && (t == begin || !a_.is_class(t - 1, WordClass::modal)) && said.effect == "member") return "candidate";
    if (t == begin || !(a_.is_word(t - 1, "to") || a_.is_word(t - 1, "will") || a_.is_word(t - 1, "shall"))) return said.effect;
    for (auto i = t; i-- > begin && t - i <= 6;) {
      for (const auto* w : {"proud", "pleased", "honoured", "happy", "first", "last", "second", "privilege", "continue", "continues", "honour"}) {
        if (a_.is_word(i, w)) return said.effect;
      }
    }
    return said.effect == "founder" ? "" : "candidate";
  }

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  RoleHolder holder_;
  std::vector<Role> roles_;
  std::vector<const CueHit*> cues_;
  std::vector<TokenRange> blocked_;
  std::uint32_t last_sentence_ = Analysis::no_sentence, last_end_ = 0;  ///< of the role given last
  std::string last_country_;
};

}  // namespace

int role_rank(std::string_view role) {
  const auto found = std::find(ranks.begin(), ranks.end(), role);
  return static_cast<int>(found - ranks.begin());
}

std::vector<Role> find_roles(const Analysis& analysis, const std::vector<BodyMention>& mentions) {
  const bool any = std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const CueHit& hit) {
    const auto* cue = analysis.cue(hit);
    return cue != nullptr && cue->table == Table::organizations;
  });
  if (!any || mentions.empty()) return {};
  return RoleFinder(analysis, mentions).run();
}

}  // namespace attache

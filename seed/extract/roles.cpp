// SPDX-License-Identifier: MIT
#include "seed/extract/roles.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "seed/extract/phrases.h"
#include "seed/extract/relation_bodies.h"
#include "seed/extract/relations.h"
#include "seed/extract/role_holder.h"
#include "seed/extract/role_objects.h"
#include "seed/extract/statements.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

constexpr std::array<std::string_view, 10> ranks{
    effect::founder, effect::chair,       effect::member, effect::candidate,     effect::observer,
    effect::partner, effect::contributor, effect::host,   effect::former_member, effect::mention};

/// Items of one list that open a list themselves, each for all that follow, are taken so often.
constexpr int most_open_lists = 8;

class RoleFinder {
 public:
  RoleFinder(const Analysis& analysis, const std::vector<BodyMention>& mentions)
      : a_(analysis),
        mentions_(mentions),
        holder_(analysis, mentions),
        objects_(analysis, mentions) {}

  std::vector<Role> run() {
    collect_cues();
    for (const auto* hit : cues_) {
      const auto& cue = *a_.cue(*hit);
      a_.step();
      if (cue.effect != keeps_out && !superseded(*hit, cue)) apply(*hit, cue);
    }
    return std::move(roles_);
  }

 private:
  void collect_cues() {
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue == nullptr || cue->table != Table::organizations) continue;
      cues_.push_back(&hit);
      longest_ = std::max(longest_, hit.match.last - hit.match.first);
      if (cue->effect == keeps_out) blocked_.push_back({hit.match.first, hit.match.last});
    }
  }

  /// "applied for membership of" says more than "membership of" in it.
  bool superseded(const CueHit& hit, const Cue& cue) const {
    // Cues stand by first token: one around this begins no later, and no farther back than the
    // longest.
    const auto from =
        std::lower_bound(cues_.begin(), cues_.end(), reach_back(hit.match.last),
                         [](const CueHit* c, std::uint32_t t) { return c->match.first < t; });
    const auto to =
        std::upper_bound(from, cues_.end(), hit.match.first,
                         [](std::uint32_t t, const CueHit* c) { return t < c->match.first; });
    return std::any_of(from, to, [&](const CueHit* other) {
      const auto& m = other->match;
      const bool around = m.first <= hit.match.first && m.last >= hit.match.last &&
                          m.last - m.first > hit.match.last - hit.match.first;
      return around && a_.cue(*other)->effect != cue.effect &&
             a_.cue(*other)->effect != keeps_out && a_.cue(*other)->kind.empty();
    });
  }

  /// The first token at which a cue that reaches over `token` can begin.
  std::uint32_t reach_back(std::uint32_t token) const {
    return token > longest_ ? token - longest_ : 0;
  }

  bool blocked(TokenRange cue) const {
    auto b = std::lower_bound(blocked_.begin(), blocked_.end(), reach_back(cue.first),
                              [](TokenRange r, std::uint32_t t) { return r.first < t; });
    for (; b != blocked_.end() && b->first < cue.last; ++b) {
      if (cue.first < b->last) return true;
    }
    return false;
  }

  void apply(const CueHit& hit, const Cue& cue) {
    if (cue.list) return list_of(hit, cue);
    auto objects = objects_.of(hit, cue);
    if (!cue.kind.empty())
      std::erase_if(objects, [&](std::uint32_t m) { return kind_of(m) != cue.kind; });
    std::erase_if(objects, [&](auto m) { return ruled_out(a_, mentions_[m].range); });
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
    const auto end = cue.side == Side::back ? hit.match.last : mentions_[objects.back()].range.last;
    const auto effect =
        has_ended(cue, end) ? effect::former_member : effect_of(range, cue, hit.sentence);
    auto country = holder_.find(hit, cue, end);
    if (!country && cue.form == Form::noun && follows_another(hit)) country = last_country_;
    if (effect.empty() || !country) {
      a_.explain(range, cue.id, effect.empty() ? "not yet so" : "said of no state");
      return;
    }
    for (const auto m : objects)
      roles_.push_back({m, std::string(fitting(effect, m, range)), *country, range, cue.id,
                        stated_by_cue(a_, range, mentions_[m].range, *country)});
    last_sentence_ = hit.sentence;
    last_country_ = *country;
    last_end_ = end;
  }

  /// "was a member of the Warsaw Pact until 1991".
  bool has_ended(const Cue& said, std::uint32_t end) const {
    return said.effect == effect::member && is(a_, end, WordKind::expiry) &&
           end + 1 < a_.tokens.size() && a_.tokens[end + 1].kind == TokenKind::number;
  }

  /// "Where we belong": each following item of the list that opens with a body is said of the
  /// document's state.
  void list_of(const CueHit& hit, const Cue& cue) {
    const auto& heading = a_.sentences[hit.sentence];
    if (a_.own_state(hit.match.first).empty() || hit.match.first > heading.first + 3) return;
    for (auto t = heading.first; t < hit.match.first; ++t) {  // "Kenya is a member of": no heading
      if (a_.names.at(t, NameKind::country, a_.lexicon.names) != nullptr) return;
    }
    if (hit.sentence >= list_end_) open_lists_ = 0;
    if (++open_lists_ > most_open_lists) return;
    if (a_.is_punctuation(hit.match.last, ":"))
      give(objects_.listed(hit.match.last + 1, hit.sentence), hit, cue);
    if (hit.match.last + 2 < heading.last) return;
    const auto next = hit.sentence + 1;
    if (next < a_.sentences.size() && !a_.sentences[next].bullet && !a_.sentences[next].item)
      give(objects_.listed(a_.sentences[next].first, next), hit, cue);
    auto s = hit.sentence + 1;
    for (; s < a_.sentences.size() && a_.sentences[s].bullet; ++s) {
      const auto m = objects_.mention_from(a_.sentences[s].first);
      if (m >= mentions_.size() || mentions_[m].range.first > a_.sentences[s].first + 2 ||
          a_.sentence_of[mentions_[m].range.first] != s)
        continue;
      CueHit item = hit;
      item.sentence = s;
      give(objects_.more({m}, item), hit, cue);
    }
    list_end_ = s;
  }

  void give(const std::vector<std::uint32_t>& bodies, const CueHit& hit, const Cue& cue) {
    const TokenRange range{hit.match.first, hit.match.last};
    const auto& ours = a_.own_state(hit.match.first);
    for (const auto m : bodies)
      roles_.push_back({m, std::string(fitting(cue.effect, m, {})), ours, range, cue.id,
                        stated_by_cue(a_, range, mentions_[m].range, ours)});
  }

  std::string_view kind_of(std::uint32_t m) const {
    const auto body = mentions_[m].body;
    return body == no_body ? std::string_view{} : std::string_view{a_.lexicon.bodies[body].kind};
  }

  /// States do not join, found or chair a mission: they give it people. Where they are called its
  /// members, they are.
  std::string_view fitting(std::string_view effect, std::uint32_t m, TokenRange words) const {
    for (auto t = words.first; t < words.last; ++t) {
      if (is(a_, t, WordKind::belonging)) return effect;
    }
    return kind_of(m) == mission_kind && (effect == effect::member || effect == effect::founder ||
                                          effect == effect::chair)
               ? effect::contributor
               : effect;
  }

  /// "is a founding member of A, and a member of B": the second noun is said of the same state.
  bool follows_another(const CueHit& hit) const {
    if (hit.sentence != last_sentence_ || hit.match.first < last_end_) return false;
    bool joined = false;
    for (auto t = last_end_; t < hit.match.first; ++t) {
      if (word_at(a_, t) == a_.lexicon.little.conjunction || a_.is_punctuation(t, ","))
        joined = true;
      else if (!a_.tokens[t].capital && a_.tokens[t].kind != TokenKind::number &&
               !a_.is_class(t, WordClass::determiner | WordClass::adjective | WordClass::numeral |
                                   WordClass::adverb | WordClass::preposition))
        return false;
    }
    return joined;
  }

  /// "if it joined", "should become a member", "would have joined".
  bool hypothetical(TokenRange cue, std::uint32_t sentence) const {
    const auto begin = clause_begin(a_, cue.first, sentence);
    for (auto t = begin; t < cue.first; ++t) {
      if (is(a_, t, WordKind::condition)) return true;
    }
    for (auto t = cue.first; t-- > begin && cue.first - t <= 6;) {
      if (a_.is_class(t, WordClass::auxiliary) &&
          !a_.is_class(t, WordClass::modal | WordClass::verb_base))
        return false;
      if (is(a_, t, WordKind::unreal)) return true;
    }
    return false;
  }

  /// "be", "become"
  bool linking(std::uint32_t t) const {
    return is(a_, t, WordKind::copula) && a_.is_class(t, WordClass::verb_base);
  }

  /// The verb that says the cue: "become" in "become a full member of", "join" itself.
  std::uint32_t verb_of(TokenRange cue) const {
    auto t = cue.first;
    constexpr auto small = WordClass::determiner | WordClass::adjective | WordClass::numeral;
    while (t > 0 && cue.first - t < 5 && a_.is_class(t - 1, small) &&
           !a_.is_class(t - 1, WordClass::auxiliary))
      --t;
    if (t == 0) return cue.first;
    return linking(t - 1) ? t - 1 : cue.first;
  }

  /// "proud to be", "the first to join", "continue to be": the infinitive at the token speaks of
  /// what is.
  bool already_so(std::uint32_t infinitive, std::uint32_t begin) const {
    for (auto i = infinitive; i-- > begin && infinitive - i <= 6;) {
      if (is(a_, i, WordKind::settled_by)) return true;
    }
    return false;
  }

  /// What is only wished for or to come makes a candidate, not a member.
  std::string_view effect_of(TokenRange cue, const Cue& said, std::uint32_t sentence) const {
    const bool belongs = said.effect == effect::member || said.effect == effect::observer ||
                         said.effect == effect::founder;
    if (!belongs) return said.effect;
    const auto verb = verb_of(cue);
    // "happy to welcome X to the United Nations", "will sit on the Council"
    if (is(a_, verb, WordKind::receiving)) return said.effect;
    const bool base =
        verb != cue.first || (a_.is_class(verb, WordClass::verb_base) &&
                              !a_.is_class(verb, WordClass::verb_ed | WordClass::noun));
    const auto begin = a_.sentences[sentence].first;
    if (!base || verb <= begin) return said.effect;
    auto t = verb;
    while (t > begin && a_.is_class(t - 1, WordClass::adverb | WordClass::negation)) --t;
    if (already_so(t, begin)) return said.effect;
    if (linking(verb) && a_.is_class(verb, WordClass::auxiliary) &&
        (t == begin || !a_.is_class(t - 1, WordClass::modal)) && said.effect == effect::member)
      return effect::candidate;
    if (t == begin ||
        !(is(a_, t - 1, PhraseRole::infinitive) || is(a_, t - 1, WordKind::intention)))
      return said.effect;
    return said.effect == effect::founder ? std::string_view() : effect::candidate;
  }

  const Analysis& a_;
  const std::vector<BodyMention>& mentions_;
  RoleHolder holder_;
  RoleObjects objects_;
  std::vector<Role> roles_;
  std::vector<const CueHit*> cues_;
  std::vector<TokenRange> blocked_;
  std::uint32_t longest_ = 0;  ///< tokens of the longest cue
  std::uint32_t last_sentence_ = Analysis::no_sentence, last_end_ = 0;  ///< of the role given last
  std::string last_country_;
  std::uint32_t list_end_ = 0;  ///< the sentence behind the list that was opened last
  int open_lists_ = 0;          ///< cues that opened it, or a part of it
};

/// "Under Ghana's chairmanship of A, B met": the body is or belongs to the subject of a clause that
/// the cue stands outside of.
bool begins_clause(const Analysis& a, TokenRange body, TokenRange cue) {
  const auto& tree = a.tree(a.sentence_of[body.first]);
  if (tree.empty()) return false;
  const auto inside = tree.at(cue.first);
  auto n = tree.head_of(body.first, body.last);
  for (; n != no_word && tree[n].part != PartOfSpeech::verb; n = tree[n].head) {
    if (is_subject(tree[n].relation)) return inside == no_word || !tree.below(inside, n);
  }
  return false;
}

bool within(TokenRange range, std::uint32_t token) {
  return token >= range.first && token < range.last;
}

/// "application for membership": the unit is what the cue's own word is about.
bool hangs_on(const Analysis& a, std::uint32_t unit, TokenRange cue) {
  const auto& tree = a.tree(a.sentence_of[unit]);
  const auto node = tree.empty() ? no_word : tree.at(unit);
  if (node == no_word || tree[node].head == no_word) return false;
  return within(cue, tree[tree[node].head].token);
}

}  // namespace

int role_rank(std::string_view role) {
  const auto found = std::find(ranks.begin(), ranks.end(), role);
  return static_cast<int>(found - ranks.begin());
}

std::vector<Role> find_roles(const Analysis& analysis, const std::vector<BodyMention>& mentions) {
  auto roles = find_relations(analysis, mentions);
  struct UnitRead {
    std::uint32_t unit;
    bool member;
    bool denied;
  };
  std::unordered_map<std::uint32_t, std::vector<UnitRead>> read;  // by mention
  std::vector<std::uint32_t> told;                                // units that gave a role
  for (const auto& role : roles) {
    read[role.mention].push_back({role.cue.first, role.role == effect::member, role.role.empty()});
    if (!role.role.empty()) told.push_back(role.cue.first);
  }
  std::erase_if(roles, [](const Role& role) { return role.role.empty(); });
  std::ranges::sort(told);
  const auto told_within = [&](TokenRange cue) {
    const auto unit = std::ranges::lower_bound(told, cue.first);
    return unit != told.end() && *unit < cue.last;
  };
  const bool any = std::any_of(analysis.hits.begin(), analysis.hits.end(), [&](const CueHit& hit) {
    const auto* cue = analysis.cue(hit);
    return cue != nullptr && cue->table == Table::organizations;
  });
  if (!any || mentions.empty()) return roles;
  // What a frame makes of a word, and of which bodies, goes before what a cue makes of it, but for
  // an end that it misses: "was a member until 1991".
  for (auto& role : RoleFinder(analysis, mentions).run()) {
    const auto units = read.find(role.mention);
    const bool ended = role.role == effect::former_member;
    const auto same = [&](const UnitRead& reading) {
      if (reading.denied && hangs_on(analysis, reading.unit, role.cue)) return true;
      return within(role.cue, reading.unit) && !(ended && reading.member);
    };
    const bool known =
        units != read.end() && std::any_of(units->second.begin(), units->second.end(), same);
    if (!known && (ended || !told_within(role.cue) ||
                   !begins_clause(analysis, mentions[role.mention].range, role.cue)))
      roles.push_back(std::move(role));
  }
  return roles;
}

}  // namespace attache

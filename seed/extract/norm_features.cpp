// SPDX-License-Identifier: MIT
#include "seed/extract/norm_features.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "seed/text/fold.h"

namespace attache {
namespace {

/// Words of other norms' wordings so far away, in tokens, still belong to what is being said.
constexpr std::uint32_t around = 120;
/// A cue further off than this is near only by its kind, not by its name.
constexpr std::uint32_t named_reach = 20;
constexpr unsigned deepest = 10;

/// Distances in five steps.
char step_of(std::uint32_t distance) {
  constexpr std::array<std::uint32_t, 4> steps{1, 4, 10, 20};
  return static_cast<char>(
      '0' + (std::lower_bound(steps.begin(), steps.end(), distance) - steps.begin()));
}

/// Where the cue's words stand.
std::pair<bool, std::uint32_t> distance(TokenRange cue, TokenRange norm) {
  if (cue.last <= norm.first) return {true, norm.first - cue.last};
  if (cue.first >= norm.last) return {false, cue.first - norm.last};
  return {cue.first <= norm.first, 0};
}

bool within(std::uint32_t token, TokenRange range) {
  return range.first <= token && token < range.last;
}

/// Puts features together and gives them on, all in one buffer: each norm that is named has some
/// sixty.
class Saying {
 public:
  explicit Saying(const NormFeatures::Take& take) : take_(take) {}

  /// Of texts, characters and numbers.
  template <typename... Parts>
  void operator()(const Parts&... parts) {
    text_.clear();
    (append(parts), ...);
    take_(text_);
  }

 private:
  void append(std::string_view part) { text_ += part; }
  void append(char part) { text_ += part; }
  void append(std::size_t number) { text_ += std::to_string(number); }

  const NormFeatures::Take& take_;
  std::string text_;
};

/// A handful of numbers, each once, in rising order.
class Few {
 public:
  void insert(std::uint32_t number) {
    const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), number);
    if (at == numbers_.end() || *at != number) numbers_.insert(at, number);
  }
  std::size_t at_most(std::size_t most) const { return std::min(numbers_.size(), most); }
  auto begin() const { return numbers_.begin(); }
  auto end() const { return numbers_.end(); }

 private:
  std::vector<std::uint32_t> numbers_;
};

std::size_t at_most(std::size_t most, std::size_t number) { return std::min(number, most); }

std::size_t number_of(Relation relation) { return static_cast<std::size_t>(relation); }

/// "principles.rests-on" is "rests-on" here.
std::string_view short_id(const Cue& cue) {
  return std::string_view(cue.id).substr(cue.id.find('.') + 1);
}

}  // namespace

/// A norm's wording.
struct NormFeatures::Place {
  std::size_t hit;
  TokenRange words;
  const NormWording& wording;
};

/// Where the sentence's tree has it.
struct NormFeatures::TreePlace {
  TokenRange words;
  const SentenceTree& tree;
  NodeId head;    ///< of the wording
  NodeId leader;  ///< of the conjuncts it is one of
};

void NormFeatures::of(std::size_t hit, const Take& take) const {
  of_words(hit, take);
  of_sentence(hit, take);
}

void NormFeatures::of_sentence(std::size_t hit, const Take& take) const {
  const auto& match = a_.hits[hit].match;
  const auto& tree = a_.tree(context_.sentence());
  const NodeId head = tree.empty() ? no_word : tree.head_of(match.first, match.last);
  if (head == no_word) return;
  const TreePlace place{{match.first, match.last}, tree, head, leader(tree, head)};
  of_tree(place, take);
  of_clause(place, take);
}

void NormFeatures::of_words(std::size_t hit, const Take& take) const {
  const auto& match = a_.hits[hit].match;
  const TokenRange words{match.first, match.last};
  const auto& wording = a_.lexicon.norm_wordings[a_.owner(a_.hits[hit]).index];
  const Place place{hit, words, wording};

  Saying say(take);
  const auto& norm = a_.lexicon.norms[wording.norm];
  const auto strength = name_of(wording.strength);
  say("norm=", norm);
  say("strength=", strength);
  say("norm=", norm, '|', strength);
  say("voice=", at_most(4, context_.voice()));
  say(context_.voice() == 0 ? "told|" : "said|", strength);
  const auto& sentence = a_.sentences[context_.sentence()];
  say("place=", at_most(3, (words.first - sentence.first) / 10));
  if (a_.tokens.size() < around) say("short");
  if (sentence.heading) say("heading");
  if (sentence.item) say("item");
  say("wording=", wording.pattern);
  for (auto t = words.first; t < words.last; ++t) {
    const auto inside = written(t);
    say("inside=", inside);
    say("norm=", norm, "|inside=", inside);
  }
  if (words.last < sentence.last) say("next=", written(words.last));
  of_cues(place, take);
  of_others(place, take);
}

NodeId NormFeatures::leader(const SentenceTree& tree, NodeId head) {
  while (head != no_word && tree[head].relation == Relation::conj && tree[head].head != no_word)
    head = tree[head].head;
  return head;
}

std::string NormFeatures::written(std::uint32_t token) const {
  auto folded = fold_word(a_.raw(token));
  return folded.empty() ? std::string(a_.raw(token)) : folded;  // a mark
}

std::string_view NormFeatures::word(WordId id) const {
  return id == unknown_word ? std::string_view("?") : a_.lexicon.vocabulary.text(id);
}

void NormFeatures::of_cues(const Place& place, const Take& take) const {
  Saying say(take);
  std::map<std::pair<std::string_view, bool>, std::uint32_t> nearest;
  for (const auto& cue : context_.near(place.words)) {
    const auto [before, far] = distance(cue.words, place.words);
    const auto found = nearest.try_emplace({cue.cue->effect, before}, far).first;
    found->second = std::min(found->second, far);
    if (far > named_reach) continue;
    say("cue=", short_id(*cue.cue), before ? "|before|" : "|behind|", step_of(far));
  }
  for (const auto& [kind, far] : nearest)
    say("near=", kind.first, kind.second ? "|before|" : "|behind|", step_of(far));
}

void NormFeatures::of_tree(const TreePlace& place, const Take& take) const {
  Saying say(take);
  const auto& tree = place.tree;
  struct Above {
    std::uint32_t token;
    unsigned depth;
    Relation relation;
  };
  std::vector<Above> above;
  auto relation = tree[place.head].relation;
  for (auto n = tree[place.head].head; n != no_word && above.size() < deepest; n = tree[n].head) {
    above.push_back({tree[n].token, static_cast<unsigned>(above.size()), relation});
    relation = tree[n].relation;
  }
  const auto& lead = tree[place.leader];
  const bool subject = is_subject(lead.relation);
  for (const auto& cue : context_.near(place.words)) {
    const auto& effect = cue.cue->effect;
    const auto id = short_id(*cue.cue);
    const auto up = std::find_if(above.begin(), above.end(),
                                 [&](const Above& one) { return within(one.token, cue.words); });
    if (up != above.end() && cue.cue->side != Side::before) {
      say("governs=", effect, '|', at_most(4, up->depth));
      say("governs=", id);
      say("governs=", effect, "|r", number_of(up->relation));
    }
    for (const auto child : tree.children(place.leader)) {
      if (tree[child].relation != Relation::case_mark || !within(tree[child].token, cue.words))
        continue;
      say("case=", effect);
      say("case=", id);
    }
    if (!subject || cue.cue->side != Side::before || lead.head == no_word) continue;
    const auto predicate = tree.children(lead.head);
    if (within(tree[lead.head].token, cue.words) ||
        std::any_of(predicate.begin(), predicate.end(),
                    [&](NodeId n) { return within(tree[n].token, cue.words); }))
      say("subject=", effect);
  }
  say("relation=r", number_of(lead.relation));
  for (const auto child : tree.children(place.leader)) {
    if (tree[child].relation == Relation::conj) continue;
    say("part=r", number_of(tree[child].relation), '|', written(tree[child].token));
  }
  for (auto n = tree[place.head].head; n != no_word; n = tree[n].head)
    say("above=", written(tree[n].token));
  const auto& head = tree[place.head];
  say("head=", word(head.word));
  const bool modifier = head.relation == Relation::compound || head.relation == Relation::amod;
  if (!modifier || head.head == no_word || within(tree[head.head].token, place.words)) return;
  say("modifier");  // "human rights lawyer", "democratic candidate"
  say("modifies=", word(tree[head.head].word));
}

void NormFeatures::of_clause(const TreePlace& place, const Take& take) const {
  const auto& tree = place.tree;
  auto root = place.head;
  while (tree[root].head != no_word) root = tree[root].head;
  bool past = tree[root].form == VerbForm::past, modal = false;
  const char* subject = "none";
  for (const auto child : tree.children(root)) {
    switch (tree[child].relation) {
      case Relation::aux:
      case Relation::aux_pass:
      case Relation::cop:
        past = past || tree[child].form == VerbForm::past;
        modal = modal || tree[child].form == VerbForm::modal;
        break;
      case Relation::nsubj:
      case Relation::nsubj_pass:
        subject = context_.speaks(tree[child].token)          ? "first"
                  : tree[child].part == PartOfSpeech::pronoun ? "pronoun"
                                                              : "noun";
        break;
      default: break;
    }
  }
  const auto clause = std::string(past ? "clause=past|" : "clause=present|") + subject;
  take(clause);
  take(clause + (context_.voice() == 0 ? "|told" : "|said"));
  if (modal) take("modal");
}

void NormFeatures::of_others(const Place& place, const Take& take) const {
  Few others, strong, same, same_strong, beside;
  const auto look = [&](const CueHit& hit) {
    if (a_.owner(hit).kind != PatternOwner::Kind::norm) return;
    const auto& wording = a_.lexicon.norm_wordings[a_.owner(hit).index];
    if (wording.strength == Strength::strong) beside.insert(wording.norm);
    if (wording.norm == place.wording.norm) {
      same.insert(hit.match.first);
      if (wording.strength == Strength::strong) same_strong.insert(hit.match.first);
    } else if (hit.sentence == context_.sentence()) {
      others.insert(wording.norm);
      if (wording.strength == Strength::strong) strong.insert(wording.norm);
    }
  };
  const auto& hits = a_.hits;
  for (auto i = place.hit; i-- > 0 && hits[i].match.first + around >= place.words.first;)
    look(hits[i]);
  for (auto i = place.hit; i < hits.size() && hits[i].match.first <= place.words.first + around;
       ++i)
    look(hits[i]);
  Saying say(take);
  say("others=", others.at_most(5));
  say("strong-others=", strong.at_most(3));
  say("same=", same.at_most(3));
  say("same-strong=", same_strong.at_most(2));
  const auto& norms = a_.lexicon.norms;
  for (const auto norm : beside) say("beside=", norms[norm], '|', norms[place.wording.norm]);
}

}  // namespace attache

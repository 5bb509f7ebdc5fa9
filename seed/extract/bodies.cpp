// SPDX-License-Identifier: MIT
#include "seed/extract/bodies.h"

#include <algorithm>

#include "seed/extract/ambiguity.h"
#include "seed/extract/unknown_bodies.h"
#include "seed/text/fold.h"

namespace attache {
namespace {

/// Known bodies: the longest name at each place, and names that end a longer one.
class KnownBodies {
 public:
  explicit KnownBodies(const Analysis& analysis) : a_(analysis) {}

  std::vector<BodyMention> run() {
    std::vector<BodyMention> out;
    TokenRange outer;
    std::uint32_t outer_body = no_body;
    for (const auto& match : a_.names.matches) {
      if (a_.name(match).kind != NameKind::body) continue;
      const TokenRange range{match.first, match.last};
      const bool nested = range.first < outer.last;
      if (nested && !ends_outer(range, outer, outer_body, match)) continue;
      if (!usable(range)) continue;
      BodyMention mention;
      mention.range = range;
      mention.body = a_.name(match).entry;
      mention.rule = "lexicon";
      out.push_back(std::move(mention));
      if (!nested) {
        outer = range;
        outer_body = a_.name(match).entry;
      }
    }
    return out;
  }

 private:
  /// "Parliamentary Assembly of the Council of Europe": the inner name stands behind "of" and ends the outer one.
  bool ends_outer(TokenRange range, TokenRange outer, std::uint32_t outer_body, const NameMatch& match) const {
    if (range.first == outer.first || range.last != outer.last || a_.name(match).entry == outer_body) return false;
    auto before = range.first - 1;
    if (a_.is_word(before, "the") && before > outer.first) --before;
    return a_.is_word(before, "of");
  }

  /// A name must lie in one sentence.
  bool usable(TokenRange range) const {
    const auto sentence = a_.sentence_of[range.first];
    return sentence != Analysis::no_sentence && a_.sentence_of[range.last - 1] == sentence;
  }

  const Analysis& a_;
};

/// "the Organization", "our Organization": further citations of a body named in full.
class BackReferences {
 public:
  BackReferences(const Analysis& analysis, const std::vector<BodyMention>& named) : a_(analysis), named_(named) {}

  std::vector<BodyMention> run() const {
    std::vector<BodyMention> out;
    for (std::uint32_t t = 0; t < a_.tokens.size(); ++t) {
      for (const auto& reference : a_.lexicon.back_references) {
        if (!stands_at(reference, t)) continue;
        const TokenRange range{t, t + static_cast<std::uint32_t>(reference.words.size())};
        if (const auto* target = find_target(reference, range)) out.push_back(citation_of(*target, range));
        break;
      }
    }
    return out;
  }

 private:
  bool stands_at(const BackReference& reference, std::uint32_t t) const {
    if (reference.words.empty() || t + reference.words.size() > a_.tokens.size()) return false;
    for (std::size_t i = 0; i < reference.words.size(); ++i) {
      if (a_.tokens[t + i].word != reference.words[i]) return false;
    }
    const auto last = t + static_cast<std::uint32_t>(reference.words.size()) - 1;
    return a_.tokens[last].capital && a_.sentence_of[t] != Analysis::no_sentence && a_.sentence_of[last] == a_.sentence_of[t] &&
           !inside_name({t, last + 1});
  }

  bool inside_name(TokenRange range) const {
    return std::any_of(named_.begin(), named_.end(), [&](const BodyMention& m) { return m.range.first < range.last && range.first < m.range.last; });
  }

  /// The body last named before the reference that fits it, else the first one named after.
  const BodyMention* find_target(const BackReference& reference, TokenRange range) const {
    const BodyMention* best = nullptr;
    for (const auto& mention : named_) {
      if (!fits(reference, mention)) continue;
      if (best == nullptr || mention.range.first < range.first) best = &mention;
      if (mention.range.first >= range.first) break;
    }
    return best;
  }

  bool fits(const BackReference& reference, const BodyMention& mention) const {
    if (mention.body != no_body) {
      const auto& slug = a_.lexicon.bodies[mention.body].slug;
      if (std::find(reference.slugs.begin(), reference.slugs.end(), slug) != reference.slugs.end()) return true;
    }
    if (reference.head.empty()) return false;
    const auto name = " " + fold_phrase(mention.body != no_body ? a_.lexicon.bodies[mention.body].name : mention.unknown_name) + " ";
    return name.find(" " + reference.head + " ") != std::string::npos;
  }

  static BodyMention citation_of(const BodyMention& target, TokenRange range) {
    BodyMention mention = target;
    mention.range = range;
    mention.rule = "back-reference";
    mention.back_reference = true;
    return mention;
  }

  const Analysis& a_;
  const std::vector<BodyMention>& named_;
};

void sort_by_place(std::vector<BodyMention>& mentions) {
  std::stable_sort(mentions.begin(), mentions.end(), [](const BodyMention& a, const BodyMention& b) { return a.range.first < b.range.first; });
}

}  // namespace

bool same_body(const BodyMention& a, const BodyMention& b) {
  if (a.body != no_body || b.body != no_body) return a.body == b.body;
  return a.unknown_name == b.unknown_name;
}

std::vector<BodyMention> find_bodies(const Analysis& analysis) {
  auto mentions = KnownBodies(analysis).run();
  resolve_ambiguities(analysis, mentions);
  add_unknown_bodies(analysis, mentions);
  sort_by_place(mentions);
  auto references = BackReferences(analysis, mentions).run();
  mentions.insert(mentions.end(), references.begin(), references.end());
  sort_by_place(mentions);
  return mentions;
}

}  // namespace attache

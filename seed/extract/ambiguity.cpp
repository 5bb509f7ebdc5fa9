// SPDX-License-Identifier: MIT
#include "seed/extract/ambiguity.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "seed/text/fold.h"

namespace attache {
namespace {

/// Tokens of a phrase beside a name.
constexpr std::uint32_t longest_phrase = 6;

class Resolver {
 public:
  Resolver(const Analysis& analysis, const std::vector<BodyMention>& mentions) : a_(analysis) {
    for (const auto& mention : mentions) {
      if (mention.body != no_body &&
          !a_.lexicon.ambiguities.contains(fold_phrase(slice(a_.text, a_.span(mention.range)))))
        named_.insert(a_.lexicon.bodies[mention.body].slug);
    }
    for (const auto& hit : a_.hits) {
      const auto* cue = a_.cue(hit);
      if (cue != nullptr && cue->table == Table::organizations &&
          (cue->effect == effect::member || cue->effect == effect::founder ||
           cue->effect == effect::candidate))
        first_cue_.try_emplace(hit.sentence, hit.match.first);
    }
  }

  /// False where the mention is then no body.
  bool resolve(BodyMention& mention) {
    const auto found =
        a_.lexicon.ambiguities.find(fold_phrase(slice(a_.text, a_.span(mention.range))));
    if (found == a_.lexicon.ambiguities.end()) return true;
    for (const auto& reading : found->second) {
      if (!holds(reading, mention) && !undated(reading, found->second)) continue;
      mention.body = reading.body;
      if (!reading.reason.empty()) mention.note = note(found->second, reading, mention);
      if (reading.body == no_body) tell(found->second, mention);
      return reading.body != no_body;
    }
    return true;
  }

 private:
  bool holds(const Reading& reading, const BodyMention& mention) {
    using Condition = Reading::Condition;
    const auto& values = reading.values;
    const auto year = a_.context.date.substr(0, 4);
    const bool dated = !year.empty() && !values.empty();
    switch (reading.condition) {
      case Condition::role: return in_role_statement(mention);
      case Condition::document: return any_named(values);
      case Condition::article: return behind_article(mention) && any_named(values);
      case Condition::country:
        return std::find(values.begin(), values.end(), a_.own_state(mention.range.first)) !=
               values.end();
      case Condition::near: return near(values, mention);
      case Condition::followed: return begins_with(values, mention.range.last);
      case Condition::preceded: return ends_with(values, mention.range.first);
      case Condition::before: return dated && year < values.front();
      case Condition::since: return dated && year >= values.front();
      default: return true;
    }
  }

  /// Of a text without a date, what names a body since some year names it, unless it may be
  /// another.
  bool undated(const Reading& reading, const std::vector<Reading>& all) const {
    return reading.condition == Reading::Condition::since && a_.context.date.empty() &&
           std::ranges::all_of(all, [&](const Reading& other) {
             return other.body == reading.body || other.body == no_body;
           });
  }

  /// Why the words name no body here.
  void tell(const std::vector<Reading>& readings, const BodyMention& mention) const {
    if (a_.trace == nullptr) return;
    std::string when;
    for (const auto& reading : readings) {
      const bool since = reading.condition == Reading::Condition::since;
      if (reading.body == no_body || reading.values.empty() ||
          (!since && reading.condition != Reading::Condition::before))
        continue;
      when += (when.empty() ? "" : "; ") + a_.lexicon.bodies[reading.body].name +
              (since ? " since " : " before ") + reading.values.front();
    }
    if (!when.empty())
      when += a_.context.date.empty() ? ", and the text has no date"
                                      : ", and the text is of " + a_.context.date;
    a_.explain(
        mention.range, "organizations.lexicon",
        "names no body here: " + (when.empty() ? "the words beside it speak for none." : when));
  }

  bool any_named(const std::vector<std::string>& slugs) const {
    return std::any_of(slugs.begin(), slugs.end(),
                       [&](const auto& slug) { return named_.contains(slug); });
  }

  /// "the Secretariat", not "the Commonwealth Secretariat".
  bool behind_article(const BodyMention& mention) const {
    const auto first = mention.range.first;
    return first > 0 && a_.tokens[first - 1].word == a_.lexicon.little.the;
  }

  /// A cue that a state belongs to bodies fires in the sentence before the name.
  bool in_role_statement(const BodyMention& mention) const {
    const auto cue = first_cue_.find(a_.sentence_of[mention.range.first]);
    return cue != first_cue_.end() && cue->second < mention.range.first;
  }

  bool near(const std::vector<std::string>& words, const BodyMention& mention) {
    const auto sentence = a_.sentence_of[mention.range.first];
    if (sentence != said_in_) {
      said_in_ = sentence;
      said_ = whole_words(slice(a_.text, a_.sentences[sentence].span));
    }
    return std::any_of(words.begin(), words.end(), [&](const auto& w) {
      return said_.find(whole_words(w)) != std::string::npos;
    });
  }

  /// One of the phrases stands at token `t`.
  bool begins_with(const std::vector<std::string>& phrases, std::uint32_t t) const {
    const auto end = std::min<std::size_t>(t + longest_phrase, a_.tokens.size());
    if (t >= end) return false;
    const auto said = whole_words(
        slice(a_.text, {a_.tokens[t].begin, a_.tokens[static_cast<std::uint32_t>(end) - 1].end}));
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const auto& p) { return said.starts_with(whole_words(p)); });
  }

  /// One of the phrases ends before token `t`.
  bool ends_with(const std::vector<std::string>& phrases, std::uint32_t t) const {
    if (t == 0) return false;
    const auto first = t - std::min(t, longest_phrase);
    const auto said = whole_words(slice(a_.text, {a_.tokens[first].begin, a_.tokens[t - 1].end}));
    return std::any_of(phrases.begin(), phrases.end(),
                       [&](const auto& p) { return said.ends_with(whole_words(p)); });
  }

  static std::string whole_words(std::string_view text) {
    auto folded = fold_phrase(text);
    folded.insert(0, 1, ' ').push_back(' ');
    return folded;
  }

  std::string note(const std::vector<Reading>& readings, const Reading& chosen,
                   const BodyMention& mention) const {
    std::string text = "ambiguous: \"" + a_.wording(mention.range) + "\" may be ";
    std::string list;
    for (const auto& reading : readings) {
      const auto name =
          reading.body == no_body ? std::string("no body") : a_.lexicon.bodies[reading.body].name;
      if (list.find(name) == std::string::npos) list += (list.empty() ? "" : " or ") + name;
    }
    text += list + "; read as " +
            (chosen.body == no_body ? "no body" : a_.lexicon.bodies[chosen.body].name);
    return text + ": " + chosen.reason;
  }

  const Analysis& a_;
  std::unordered_set<std::string_view> named_;  ///< slugs; a name that is itself in doubt is no
                                                ///< evidence for another
  std::unordered_map<std::uint32_t, std::uint32_t> first_cue_;  ///< of belonging, by sentence
  std::uint32_t said_in_ = Analysis::no_sentence;               ///< the sentence that was read last
  std::string said_;                                            ///< its words, folded
};

}  // namespace

void resolve_ambiguities(const Analysis& analysis, std::vector<BodyMention>& mentions) {
  Resolver resolver(analysis, mentions);
  std::erase_if(mentions, [&](BodyMention& mention) { return !resolver.resolve(mention); });
}

}  // namespace attache

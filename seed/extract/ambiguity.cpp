// SPDX-License-Identifier: MIT
#include "seed/extract/ambiguity.h"

#include <algorithm>

#include "seed/text/fold.h"

namespace attache {
namespace {

class Resolver {
 public:
  Resolver(const Analysis& analysis, const std::vector<BodyMention>& mentions)
      : a_(analysis), mentions_(mentions) {
    for (const auto& mention : mentions)
      in_doubt_.push_back(
          a_.lexicon.ambiguities.contains(fold_phrase(slice(a_.text, a_.span(mention.range)))));
  }

  /// False where the mention is then no body.
  bool resolve(BodyMention& mention) const {
    const auto found =
        a_.lexicon.ambiguities.find(fold_phrase(slice(a_.text, a_.span(mention.range))));
    if (found == a_.lexicon.ambiguities.end()) return true;
    for (const auto& reading : found->second) {
      if (!holds(reading, mention)) continue;
      mention.body = reading.body;
      if (!reading.reason.empty()) mention.note = note(found->second, reading, mention);
      return reading.body != no_body;
    }
    return true;
  }

 private:
  bool holds(const Reading& reading, const BodyMention& mention) const {
    const auto& values = reading.values;
    if (reading.condition == "role") return in_role_statement(mention);
    if (reading.condition == "document")
      return std::any_of(values.begin(), values.end(),
                         [&](const auto& v) { return names(v, mention); });
    if (reading.condition == "country")
      return std::find(values.begin(), values.end(), a_.context.country) != values.end();
    if (reading.condition == "near") return near(values, mention);
    const auto year = a_.context.date.substr(0, 4);
    if (reading.condition == "before")
      return !year.empty() && !values.empty() && year < values.front();
    if (reading.condition == "since")
      return !year.empty() && !values.empty() && year >= values.front();
    return true;
  }

  /// A cue that a state belongs to bodies fires in the sentence before the name.
  bool in_role_statement(const BodyMention& mention) const {
    return std::any_of(a_.hits.begin(), a_.hits.end(), [&](const CueHit& hit) {
      const auto* cue = a_.cue(hit);
      return cue != nullptr && cue->table == Table::organizations &&
             (cue->effect == "member" || cue->effect == "founder" || cue->effect == "candidate") &&
             hit.sentence == a_.sentence_of[mention.range.first] &&
             hit.match.first < mention.range.first;
    });
  }

  /// A name that is itself in doubt is no evidence for another.
  bool names(const std::string& slug, const BodyMention& mention) const {
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      const auto& other = mentions_[m];
      if (!in_doubt_[m] && !(other.range == mention.range) && other.body != no_body &&
          a_.lexicon.bodies[other.body].slug == slug)
        return true;
    }
    return false;
  }

  bool near(const std::vector<std::string>& words, const BodyMention& mention) const {
    const auto& sentence = a_.sentences[a_.sentence_of[mention.range.first]];
    const auto whole_words = [](std::string_view text) {
      auto folded = fold_phrase(text);
      folded.insert(0, 1, ' ').push_back(' ');
      return folded;
    };
    const auto said = whole_words(slice(a_.text, sentence.span));
    return std::any_of(words.begin(), words.end(), [&](const auto& w) {
      return said.find(whole_words(w)) != std::string::npos;
    });
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
  const std::vector<BodyMention>& mentions_;
  std::vector<bool> in_doubt_;
};

}  // namespace

void resolve_ambiguities(const Analysis& analysis, std::vector<BodyMention>& mentions) {
  const auto before = mentions;
  const Resolver resolver(analysis, before);
  std::erase_if(mentions, [&](BodyMention& mention) { return !resolver.resolve(mention); });
}

}  // namespace attache

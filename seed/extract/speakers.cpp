// SPDX-License-Identifier: MIT
#include "seed/extract/speakers.h"

#include <algorithm>
#include <map>
#include <string>

#include "seed/extract/person_leads.h"
#include "seed/extract/person_names.h"
#include "seed/extract/words_in_text.h"

namespace attache {
namespace {

/// Tokens in brackets between a speaker's name and the colon, and before the name on its line.
constexpr std::uint32_t longest_brackets = 8, longest_lead = 8;
/// Tokens of the head in which a title says whose speech it is, and of such a title.
constexpr std::uint32_t head_tokens = 120, longest_title = 24;
/// Words before "by" in it: "Keynote address as delivered by".
constexpr std::uint32_t longest_opening = 4;
/// A sentence below a speaker's line has more tokens; a list of names has not.
constexpr std::uint32_t shortest_sentence = 4;

class Label {
 public:
  Label(const Analysis& analysis, TokenRange name)
      : a_(analysis), size_(static_cast<std::uint32_t>(analysis.tokens.size())), name_(name) {}

  bool speaks() {
    if (!opens_line()) return false;
    auto t = behind_office(name_.last);
    // "The Prime Minister (Mr. Tony Blair):", "Mr. Gromyko (USSR) (interpretation from Russian):".
    if (a_.is_punctuation(t, ")")) ++t;
    bool bracketed = t > name_.last;
    while (a_.is_punctuation(t, "([")) {
      const auto behind = behind_brackets(t);
      if (behind == t) return false;
      t = behind;
      bracketed = true;
    }
    if (a_.is_punctuation(t, ":")) return true;
    if (!titled_) return false;
    const bool shouted = a_.tokens[name_.last - 1].upper;
    if (shouted && a_.is_punctuation(t, ".") && goes_on_line(t)) return true;
    // "Mr. EVATT (Barton) [3.15].--I move"
    const auto dash = a_.is_punctuation(t, ".") ? t + 1 : t;
    if ((shouted || bracketed) && dashes(dash) && goes_on_line(dash)) return true;
    return bracketed && a_.is_punctuation(t - 1, ")]") && prose_below(t);
  }

 private:
  /// Nothing but titles and offices stands on the line before the name; of a name in capitals, in
  /// the sentence.
  bool opens_line() {
    auto first = name_.first;
    while (first > 0 && !begins(first) && name_.first - first < longest_lead) --first;
    if (first > 0 && !begins(first)) return false;
    first_ = first;
    auto t = first;
    for (auto open = first; open < name_.first; ++open)
      if (a_.is_punctuation(open, "(") && a_.is_punctuation(name_.last, ")")) t = open;
    while (t < name_.first && a_.tokens[t].kind != TokenKind::word) ++t;
    if (t == name_.first) return true;
    const Lead lead = lead_at(a_, t, name_.last);
    titled_ = lead.title || !lead.office.empty();
    return lead.end >= name_.first;
  }

  bool begins(std::uint32_t t) const {
    if (a_.tokens[t].newline) return true;
    const auto sentence = a_.sentence_of[t];
    return a_.tokens[name_.last - 1].upper && sentence != Analysis::no_sentence &&
           a_.sentences[sentence].first == t;
  }

  bool goes_on_line(std::uint32_t t) const { return t + 1 < size_ && !a_.tokens[t + 1].newline; }

  bool dashes(std::uint32_t t) const {
    if (t >= size_ || a_.tokens[t].kind != TokenKind::punctuation) return false;
    const std::string_view raw = a_.raw(t);
    return raw == "--" || raw == "\u2014" || raw == "\u2013";
  }

  /// A line of its own, below which a sentence begins that is no name.
  bool prose_below(std::uint32_t t) const {
    // Not the last one of a list.
    if (first_ > 0 && a_.is_punctuation(first_ - 1, ")],;")) return false;
    if (t >= size_ || !a_.tokens[t].newline || a_.is_punctuation(t, "(")) return false;
    const auto sentence = a_.sentence_of[t];
    if (sentence == Analysis::no_sentence) return false;
    const auto& range = a_.sentences[sentence];
    return range.last - t > shortest_sentence && a_.is_punctuation(range.last - 1, ".?!") &&
           lead_at(a_, t, range.last).end == t;
  }

  /// One past the brackets that begin at a token; the token itself where they do not close.
  std::uint32_t behind_brackets(std::uint32_t t) const {
    auto end = t;
    while (end < size_ && end - t < longest_brackets && !a_.is_punctuation(end, ")]")) ++end;
    return a_.is_punctuation(end, ")]") ? end + 1 : t;
  }

  /// ", Secretary-General" behind a name: one past it, or the token itself.
  std::uint32_t behind_office(std::uint32_t t) const {
    if (!a_.is_punctuation(t, ",")) return t;
    const auto* office = a_.names.at(t + 1, NameKind::office, a_.lexicon.names);
    return office == nullptr ? t : office->last;
  }

  const Analysis& a_;
  std::uint32_t size_;
  TokenRange name_;
  std::uint32_t first_ = 0;  ///< of the line
  bool titled_ = false;
};

/// One past the name that opens a line without a title, or the token itself.
TokenRange name_opening(const Analysis& a, std::uint32_t t) {
  const auto size = static_cast<std::uint32_t>(a.tokens.size());
  if (!a.tokens[t].capital || (t > 0 && !a.tokens[t].newline)) return {t, t};
  auto end = t + 1;
  while (end < size && !a.tokens[end].newline) ++end;
  const auto name = name_at(a, t, end);
  const bool is_name = name.size() > 1 && name.last < size && looks_like_person(a, name) &&
                       distinctive(a, name) && lead_at(a, t, end).end == t;
  return is_name ? name : TokenRange{t, t};
}

/// "Address by", "Opening remarks of": at `by`, behind the words that open a line, and right before
/// the titles of a name, or its office.
bool is_said_by(const Analysis& a, std::uint32_t by, TokenRange name, TokenRange office) {
  if (!is(a, by, PhraseRole::by) && !is(a, by, PhraseRole::of)) return false;
  auto t = by + 1;
  if (a.tokens[t].word == a.lexicon.little.the) ++t;
  const bool led = t == name.first || lead_at(a, t, name.last).end == name.first;
  const bool held = office.first == t && office.last <= name.first && office.last + 3 >= name.first;
  if (!led && !held) return false;
  for (auto s = by; s > 0 && by - s < longest_opening; --s) {
    const auto speech = s - 1;
    if (!a.lexicon.has(a.tokens[speech].word, WordFact::speech)) continue;
    for (auto first = speech; speech - first < longest_opening; --first) {
      if (first == 0 || a.tokens[first].newline) return true;
    }
  }
  return false;
}

}  // namespace

bool labels_speaker(const Analysis& analysis, TokenRange name) {
  return Label(analysis, name).speaks();
}

bool delivers(const Analysis& a, TokenRange name, TokenRange office) {
  if (name.first >= head_tokens) return false;
  const auto least = name.first > longest_title ? name.first - longest_title : 1;
  for (auto by = name.first; by > least; --by)
    if (is_said_by(a, by - 1, name, office)) return true;
  return false;
}

std::vector<PersonMention> speakers_without_title(const Analysis& analysis) {
  struct Found {
    TokenRange name;
    bool sure;
  };
  std::vector<Found> found;
  std::map<std::string, int> often;
  const auto size = static_cast<std::uint32_t>(analysis.tokens.size());
  for (std::uint32_t t = 0; t < size; ++t) {
    const auto name = name_opening(analysis, t);
    if (name.empty() || !labels_speaker(analysis, name)) continue;
    const bool given = analysis.lexicon.has(analysis.tokens[t].word, WordFact::given_name);
    found.push_back({name, given || analysis.is_punctuation(name.last, "(")});
    ++often[analysis.wording(name)];
  }
  std::vector<PersonMention> out;
  for (const Found& one : found) {
    // "Sharm Declaration: ..." is met once, a speaker again and again.
    if (one.sure || often[analysis.wording(one.name)] > 1)
      out.push_back({one.name, {}, PersonMention::no_person, "leaders.speaker", false, false});
  }
  return out;
}

}  // namespace attache

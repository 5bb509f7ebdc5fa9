// SPDX-License-Identifier: MIT
#include "seed/extract/cue_steps.h"

#include <algorithm>

#include "seed/extract/analysis.h"
#include "seed/text/marks.h"

namespace attache {
namespace {

/// A line of a letterhead has no more tokens.
constexpr std::uint32_t longest_letterhead = 10;

}  // namespace

/// A sentence, a line of no sentence or the text begins.
bool CueSteps::begins(std::uint32_t token) const {
  if (token == 0 || token >= a_.tokens.size()) return token == 0;
  if (a_.tokens[token].blank) return true;
  const std::uint32_t sentence = a_.sentence_of[token];
  return sentence == Analysis::no_sentence || a_.sentences[sentence].first == token;
}

/// A line of a letterhead begins, or the one before ends: no line of prose stands above.
bool CueSteps::opens_line(std::uint32_t token) const {
  if (token == 0 || token >= a_.tokens.size() || a_.tokens[token].blank) return true;
  if (!a_.tokens[token].newline) return false;
  for (std::uint32_t back = 1; back <= longest_letterhead && back <= token; ++back)
    if (back == token || a_.tokens[token - back].newline || a_.tokens[token - back].blank)
      return true;
  return false;
}

/// A paragraph of prose begins: no letterhead goes on in it.
bool CueSteps::parted(std::uint32_t token) const {
  if (token >= a_.tokens.size() || !a_.tokens[token].blank) return false;
  const std::uint32_t sentence = a_.sentence_of[token];
  return sentence != Analysis::no_sentence &&
         attache::is(a_.text, a_.tokens[a_.sentences[sentence].last - 1], '.');
}

/// A gap leads from one token to another within a sentence or a paragraph of none.
bool CueSteps::goes_on(std::uint32_t from, std::uint32_t token) const {
  return token < a_.tokens.size() && !a_.tokens[token].blank &&
         (from == 0 || a_.sentence_of[token] == a_.sentence_of[from - 1]);
}

/// One past the longest name of a place or a body that begins at a token; the token where none
/// does.
std::uint32_t CueSteps::behind_place(std::uint32_t token) const {
  const auto& matches = a_.names.matches;
  auto match = std::lower_bound(
      matches.begin(), matches.end(), token,
      [](const NameMatch& one, std::uint32_t first) { return one.first < first; });
  std::uint32_t last = token;
  for (; match != matches.end() && match->first == token; ++match) {
    const NameKind kind = a_.name(*match).kind;
    if (kind == NameKind::country || kind == NameKind::capital || kind == NameKind::city ||
        kind == NameKind::body)
      last = std::max(last, match->last);
  }
  return last;
}

bool CueSteps::takes(const CueStep& step, std::uint32_t token) const {
  const WordId word = a_.tokens[token].word;
  return word != unknown_word &&
         std::find(step.words.begin(), step.words.end(), word) != step.words.end();
}

bool CueSteps::precedes(const std::vector<CueStep>& steps, std::size_t at,
                        std::uint32_t end) const {
  if (at == steps.size()) return true;
  const CueStep& step = steps[at];
  if (step.begin) return begins(end) && precedes(steps, at + 1, end);
  if (step.line && opens_line(end) && precedes(steps, at + 1, end)) return true;
  if (step.gap > 0) {
    for (std::uint32_t n = 0; n <= step.gap && n <= end; ++n) {
      if (n > 0 && parted(end - n + 1)) return false;
      if (precedes(steps, at + 1, end - n)) return true;
    }
    return false;
  }
  if (end > 0 && !parted(end) && takes(step, end - 1) && precedes(steps, at + 1, end - 1))
    return true;
  return step.optional && precedes(steps, at + 1, end);
}

bool CueSteps::follows(const std::vector<CueStep>& steps, std::size_t at,
                       std::uint32_t begin) const {
  if (at == steps.size()) return true;
  const CueStep& step = steps[at];
  if (step.begin) return begins(begin) && follows(steps, at + 1, begin);
  if (step.line && opens_line(begin) && follows(steps, at + 1, begin)) return true;
  if (step.gap > 0) {
    for (std::uint32_t n = 0; n <= step.gap; ++n) {
      if (n > 0 && !goes_on(begin, begin + n - 1)) return false;
      if (follows(steps, at + 1, begin + n)) return true;
    }
    return false;
  }
  if (step.place) {
    const std::uint32_t last = behind_place(begin);
    return last > begin && follows(steps, at + 1, last);
  }
  if (begin < a_.tokens.size() && takes(step, begin) && follows(steps, at + 1, begin + 1))
    return true;
  return step.optional && follows(steps, at + 1, begin);
}

}  // namespace attache

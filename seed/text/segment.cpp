// SPDX-License-Identifier: MIT
#include "seed/text/segment.h"

#include <algorithm>

namespace attache {
namespace {

/// Lines of wrapped text are seldom longer than this (bytes); paragraphs on one line nearly always
/// are.
constexpr std::uint32_t widest_wrapped_line = 110;
/// A line shorter than this share of the usual width ends its paragraph.
constexpr double short_line = 0.6;
/// A heading is no longer than this (tokens).
constexpr std::uint32_t longest_heading = 12;
/// A sentence of more tokens is cut behind the next comma, semicolon or colon, and where none comes
/// behind the last token of the second figure. What reads a sentence may look at all of it for each
/// of its tokens, so its length must have a bound. The longest of 10,888 speeches has 680.
constexpr std::uint32_t long_sentence = 768;
constexpr std::uint32_t longest_sentence = 1024;

bool is(std::string_view text, const Token& token, char c) {
  return token.end - token.begin == 1 && text[token.begin] == c;
}

bool is_one_of(std::string_view text, const Token& token, std::string_view set) {
  return token.kind == TokenKind::punctuation && token.end - token.begin == 1 &&
         set.find(text[token.begin]) != std::string_view::npos;
}

bool lower_word(const Token& token) { return token.kind == TokenKind::word && !token.capital; }

bool is_dash(std::string_view text, const Token& token) {
  const auto s = slice(text, token.span());
  return s == "-" || s == "\u2013" || s == "\u2014";
}

}  // namespace

void drop_page_numbers(std::vector<Token>& tokens, std::string_view text) {
  std::size_t kept = 0;
  const std::size_t n = tokens.size();
  for (std::size_t i = 0; i < n;) {
    std::size_t j = i;
    if (tokens[i].newline && tokens[i].kind != TokenKind::word && kept > 0 &&
        !is_one_of(text, tokens[kept - 1], ".?!:;")) {
      while (j < n && (j == i || !tokens[j].newline) &&
             (is_dash(text, tokens[j]) || tokens[j].kind == TokenKind::number))
        ++j;
      const bool furniture =
          j > i && j - i <= 3 && j < n && tokens[j].newline && lower_word(tokens[j]);
      if (!furniture) j = i;
    }
    if (j > i) {
      tokens[j].blank = false;
      i = j;
    } else {
      if (kept != i) tokens[kept] = tokens[i];
      ++kept;
      ++i;
    }
  }
  tokens.resize(kept);
}

namespace {

class Segmenter {
 public:
  Segmenter(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
            const SentenceRules& rules, std::vector<Sentence>& out)
      : text_(text), tokens_(tokens), vocabulary_(vocabulary), rules_(rules), out_(out) {}

  void run() {
    measure_lines();
    start_ = skip_marker(0);
    for (std::uint32_t i = start_; i < size(); ++i) {
      if (i > start_ && tokens_[i].newline && line_break(i)) {
        close(i, !ends_sentence(text_, tokens_[i - 1]));
        start_ = skip_marker(i);
        i = start_ - 1;
      } else if (const auto end = sentence_end(i); end != 0) {
        close(end, false);
        start_ = end < size() && tokens_[end].newline ? skip_marker(end) : end;
        i = start_ - 1;
      } else if (too_long(i)) {
        close(i + 1, false);
        start_ = i + 1;
      }
    }
    close(size(), size() > 0 && !ends_sentence(text_, tokens_[size() - 1]));
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens_.size()); }

  /// No end came for so long that the sentence is cut behind token `i`.
  bool too_long(std::uint32_t i) const {
    const auto tokens = i + 1 - start_;
    return tokens >= longest_sentence ||
           (tokens >= long_sentence && is_one_of(text_, tokens_[i], ",;:"));
  }

  static bool ends_sentence(std::string_view text, const Token& token) {
    return is_one_of(text, token, ".?!:;\"')");
  }

  /// Finds whether lines are wrapped at a width, so that a line's end is no paragraph's end.
  void measure_lines() {
    std::vector<std::uint32_t> lengths;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 1; i < size(); ++i) {
      if (!tokens_[i].newline) continue;
      if (!tokens_[i].blank) lengths.push_back(tokens_[i - 1].end - tokens_[begin].begin);
      begin = i;
    }
    if (lengths.size() < 3) return;
    const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 8 / 10);
    std::nth_element(lengths.begin(), at, lengths.end());
    wrapped_ = *at <= widest_wrapped_line && *at >= 25;
    width_ = *at;
  }

  std::uint32_t line_length_before(std::uint32_t token) const {
    std::uint32_t first = token - 1;
    while (first > 0 && !tokens_[first].newline) --first;
    return tokens_[token - 1].end - tokens_[first].begin;
  }

  /// True where the line that starts at `i` starts something new.
  bool line_break(std::uint32_t i) {
    const Token& before = tokens_[i - 1];
    const Token& token = tokens_[i];
    const bool marker = marker_end(i) != i;
    if (marker && (tokens_[i].kind != TokenKind::number || ends_sentence(text_, before) ||
                   token.blank || !wrapped_))
      return true;
    const bool goes_on = lower_word(token) && !ends_sentence(text_, before);
    if (token.blank) return !goes_on || out_marker_;
    if (!wrapped_) return !goes_on;
    return token.capital && !is_one_of(text_, before, ",") &&
           line_length_before(i) < width_ * short_line;
  }

  /// End of the list marker at `i` ("-", "(a)", "12.", "iv)"), or `i` where there is none.
  std::uint32_t marker_end(std::uint32_t i) const {
    if (i + 1 >= size() || !tokens_[i].newline) return i;
    const Token& token = tokens_[i];
    if (is_dash(text_, token) || is_bullet(token)) return tokens_[i + 1].newline ? i : i + 1;
    const bool open = is(text_, token, '(') || is(text_, token, '[');
    const std::uint32_t label = open ? i + 1 : i;
    if (label + 1 >= size() || !is_label(tokens_[label])) return i;
    const Token& close = tokens_[label + 1];
    const bool closed =
        is(text_, close, ')') || is(text_, close, ']') || (!open && is(text_, close, '.'));
    const bool roomy =
        label + 2 < size() && tokens_[label + 2].space && !tokens_[label + 2].newline;
    if (is(text_, close, '.') && initial(label)) return i;
    return closed && !close.space && roomy ? label + 2 : i;
  }

  bool is_bullet(const Token& token) const {
    const auto s = slice(text_, token.span());
    return s == "*" || s == "\u2022" || s == "\u25CF" || s == "\u25AA" || s == "\u00B7" ||
           s == "\u25E6" || s == "\u2023" || s == "\u2043";
  }

  bool is_label(const Token& token) const {
    const auto length = token.end - token.begin;
    if (token.kind == TokenKind::number) return length <= 3;
    if (token.kind != TokenKind::word || length > 4) return false;
    const auto s = slice(text_, token.span());
    return length == 1 || s.find_first_not_of("ivxIVX") == std::string_view::npos;
  }

  /// "J. F. Kennedy" at a line's start is a name; "A. Background" is a heading's label.
  bool initial(std::uint32_t label) const {
    const Token& token = tokens_[label];
    if (token.kind != TokenKind::word || token.end - token.begin != 1 || !token.capital)
      return false;
    const bool late = text_[token.begin] > 'H' && text_[token.begin] != 'I' &&
                      text_[token.begin] != 'V' && text_[token.begin] != 'X';
    const Token& next = tokens_[std::min(label + 2, size() - 1)];
    return late || next.end - next.begin == 1;
  }

  std::uint32_t skip_marker(std::uint32_t i) {
    const auto end = i < size() ? marker_end(i) : i;
    out_marker_ = end != i;
    bullet_ =
        out_marker_ && !(tokens_[i].kind == TokenKind::number && is(text_, tokens_[end - 1], '.'));
    // "29.\t(a) ..." has two markers.
    if (i < size())
      paragraph_ +=
          !out_.empty() && (tokens_[i].blank || !wrapped_ || out_marker_) && tokens_[i].newline;
    return end;
  }

  /// The token after the sentence end at `i`, or 0 where none is.
  std::uint32_t sentence_end(std::uint32_t i) {
    const Token& token = tokens_[i];
    if (token.dotted)
      return i + 1 < size() && starts_clearly(i + 1) && has_verb_before(i) ? i + 1 : 0;
    if (!is_one_of(text_, token, ".?!")) {
      const bool ellipsis = slice(text_, token.span()) == "\u2026";
      return ellipsis && i + 1 < size() && tokens_[i + 1].capital && tokens_[i + 1].space ? i + 1
                                                                                          : 0;
    }
    const auto end = closing_end(i + 1);
    if (end >= size()) return size();
    if (!is(text_, token, '.')) return tokens_[end].space ? end : 0;
    return stops(i, end) ? end : 0;
  }

  /// Behind the closing marks that begin at `i`. A run of stops asks at each of them: the run's end
  /// is kept.
  std::uint32_t closing_end(std::uint32_t i) {
    if (i < closing_begin_ || i >= closing_end_) {
      closing_begin_ = closing_end_ = i;
      while (closing_end_ < size() && closes(closing_end_)) ++closing_end_;
    }
    return closing_end_;
  }

  /// Closing quotes, brackets and further stops belong to the sentence they follow.
  bool closes(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::punctuation) return false;
    const auto s = slice(text_, token.span());
    if (s == "\u201D" || s == "\u00BB" || s == ")" || s == "]" || s == "." || s == "!" || s == "?")
      return !token.space || s == ".";
    return (s == "\"" || s == "'" || s == "\u2019") && !token.space;
  }

  bool stops(std::uint32_t stop, std::uint32_t next) const {
    if (!tokens_[next].space) return glued_sentence(stop, next);
    if (stop == start_) return true;
    const Token& before = tokens_[stop - 1];
    const Token& after = tokens_[next];
    if (lower_word(after) && !after.newline) return false;
    if (before.kind == TokenKind::word && !tokens_[stop].space) {
      const auto length = before.end - before.begin;
      if (length == 1) return before.capital ? initial_stops(stop, next) : starts_clearly(next);
      switch (rules_.of(before.word)) {
        case Abbreviation::title: return false;
        case Abbreviation::number: return after.kind != TokenKind::number && !after.upper;
        case Abbreviation::inner: return starts_clearly(next);
        case Abbreviation::none: break;
      }
    }
    return !(lower_word(after));
  }

  /// "objectives.we should": a missing space after a full stop, as scanned texts have it.
  bool glued_sentence(std::uint32_t stop, std::uint32_t next) const {
    const Token& before = stop > 0 ? tokens_[stop - 1] : tokens_[stop];
    const Token& after = tokens_[next];
    return before.kind == TokenKind::word && before.end - before.begin > 3 && !before.upper &&
           after.kind == TokenKind::word && after.capital && starts_clearly(next);
  }

  /// A capital and a full stop: an initial of a name, unless a sentence clearly ends ("Appendix
  /// B.", "and I.").
  bool initial_stops(std::uint32_t stop, std::uint32_t next) const {
    if (is(text_, tokens_[stop - 1], 'I')) return true;
    const bool lone = stop < 2 || !tokens_[stop - 2].capital;
    return lone && stop >= 2 && tokens_[stop - 2].kind == TokenKind::word &&
           rules_.of(tokens_[stop - 2].word) == Abbreviation::none && starts_clearly(next);
  }

  /// The word at `i` is one that opens sentences: an article, a pronoun, a preposition with a
  /// capital.
  bool starts_clearly(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::punctuation)
      return token.newline || is(text_, token, '"') || slice(text_, token.span()) == "\u201C";
    if (!token.capital) return false;
    constexpr auto openers = WordClass::determiner | WordClass::possessive |
                             WordClass::preposition | WordClass::subordinator | WordClass::pronoun |
                             WordClass::auxiliary | WordClass::conjunctive_adverb |
                             WordClass::coordinator;
    return any(vocabulary_.classes(token.word), openers);
  }

  /// A title page's "U.S." ends no sentence: something must have been said.
  bool has_verb_before(std::uint32_t i) const { return i - start_ >= 3; }

  void close(std::uint32_t end, bool open_end) {
    if (end <= start_) return;
    Sentence sentence;
    sentence.first = start_;
    sentence.last = end;
    sentence.span = {tokens_[start_].begin, tokens_[end - 1].end};
    sentence.paragraph = paragraph_;
    sentence.item = out_marker_;
    sentence.bullet = bullet_;
    const bool own_line = tokens_[start_].newline || out_marker_;
    const bool line_after = end >= size() || tokens_[end].newline;
    sentence.heading = open_end && own_line && line_after && end - start_ <= longest_heading &&
                       tokens_[start_].capital;
    out_.push_back(sentence);
    if (end < size() && !(tokens_[end].newline)) out_marker_ = bullet_ = false;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Vocabulary& vocabulary_;
  const SentenceRules& rules_;
  std::vector<Sentence>& out_;
  std::uint32_t start_ = 0;
  std::uint32_t paragraph_ = 0;
  bool wrapped_ = false;
  std::uint32_t width_ = 0;
  bool out_marker_ = false, bullet_ = false;
  std::uint32_t closing_begin_ = 0, closing_end_ = 0;  ///< the run of closing marks seen last
};

}  // namespace

void segment(std::string_view text, const std::vector<Token>& tokens, const Vocabulary& vocabulary,
             const SentenceRules& rules, std::vector<Sentence>& sentences) {
  sentences.clear();
  if (!tokens.empty()) Segmenter(text, tokens, vocabulary, rules, sentences).run();
}

}  // namespace attache

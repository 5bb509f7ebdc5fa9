// SPDX-License-Identifier: MIT
#include "seed/text/sentence_ends.h"

#include "seed/text/ascii.h"
#include "seed/text/fold.h"
#include "seed/text/marks.h"

namespace attache {
namespace {

/// A title page's "U.S." ends no sentence: so many tokens must stand before it.
constexpr std::uint32_t fewest_before_acronym = 2;
/// Tokens of "(Applause)", "(spoke in French)", brackets counted, at most.
constexpr std::uint32_t longest_aside = 12;
/// Bytes of a word whose last part is looked at: "Under-Sec".
constexpr std::size_t longest_compound = 64;

constexpr auto subjects = WordClass::determiner | WordClass::possessive | WordClass::pronoun;

}  // namespace

std::uint32_t SentenceEnds::end(std::uint32_t i, std::uint32_t start) {
  const Token& token = tokens_[i];
  if (token.dotted) return dotted_end(i, start);
  if (ends_aside(i, start)) return i + 1;
  if (!is_one_of(text_, token, ".?!")) {
    const bool ellipsis = slice(text_, token.span()) == "\u2026";
    return ellipsis && i + 1 < size() && tokens_[i + 1].capital && tokens_[i + 1].space ? i + 1 : 0;
  }
  const auto end = closing_end(i + 1);
  if (end >= size()) return size();
  if (!is(text_, token, '.')) return tokens_[end].space && !goes_on_behind(i, end) ? end : 0;
  return stops(i, end, start) ? end : 0;
}

std::uint32_t SentenceEnds::dotted_end(std::uint32_t i, std::uint32_t start) const {
  if (i + 1 >= size() || i - start < fewest_before_acronym) return 0;
  // "at 5 p.m.", "Washington, D.C."; in "the U.S. President" it belongs to what follows.
  const bool closes = ascii::is_lower(text_[tokens_[i].begin]) ||
                      (is(text_, tokens_[i - 1], ',') && tokens_[i - 2].capital);
  if (!opens(i + 1) && !(closes && begins_clause(i + 1, start, i))) return 0;
  return rules_.of(tokens_[i]) == Abbreviation::title ? 0 : i + 1;
}

/// "(Applause) We are done.": what stands by itself in brackets, where a sentence would begin, and
/// a sentence behind it.
bool SentenceEnds::ends_aside(std::uint32_t i, std::uint32_t start) const {
  if (i < start + 2 || i - start >= longest_aside || i + 1 >= size()) return false;
  const bool closed = (is(text_, tokens_[start], '(') && is(text_, tokens_[i], ')')) ||
                      (is(text_, tokens_[start], '[') && is(text_, tokens_[i], ']'));
  const Token& next = tokens_[i + 1];
  if (!closed || !next.space || !(next.capital || starts_clearly(i + 1))) return false;
  for (std::uint32_t t = start + 1; t < i; ++t)
    if (tokens_[t].kind != TokenKind::word) return false;
  return !tokens_[start].newline || starts_clearly(i + 1);
}

/// "Is it war? asked the Minister.": the words of a question without its quotation marks.
bool SentenceEnds::reports(std::uint32_t i) const {
  if (i + 2 >= size() || tokens_[i].blank || !lower_word(tokens_[i])) return false;
  const auto classes = [&](std::uint32_t t) { return vocabulary_.classes(tokens_[t].word); };
  const bool inverted = any(classes(i), WordClass::verb_ed) && !any(classes(i), subjects);
  if (inverted) return tokens_[i + 1].capital || any(classes(i + 1), subjects);
  return any(classes(i), WordClass::pronoun) && any(classes(i + 1), WordClass::verb_ed) &&
         !any(classes(i + 1), WordClass::auxiliary);
}

/// "\"Why?\" asked the President": a quote or bracket that ends so, and the sentence around it goes
/// on.
bool SentenceEnds::goes_on_behind(std::uint32_t mark, std::uint32_t next) const {
  if (reports(next)) return true;
  const Token& after = tokens_[next];
  const bool small = lower_word(after) || is_one_of(text_, after, ",;:");
  if (!small || after.newline) return false;
  const Token& last = tokens_[next - 1];
  return next > mark + 1 && (is_closing_quote(text_, last) || is_one_of(text_, last, ")]"));
}

/// Behind the closing marks that begin at `i`. A run of stops asks at each of them: the run's end
/// is kept.
std::uint32_t SentenceEnds::closing_end(std::uint32_t i) {
  if (i < closing_begin_ || i >= closing_end_) {
    closing_begin_ = closing_end_ = i;
    while (closing_end_ < size() && closes(closing_end_)) ++closing_end_;
  }
  return closing_end_;
}

/// Closing quotes, brackets and further stops belong to the sentence they follow.
bool SentenceEnds::closes(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind != TokenKind::punctuation) return false;
  const auto s = slice(text_, token.span());
  if (s == "\u201D" || s == "\u00BB" || s == ")" || s == "]" || s == "." || s == "!" || s == "?")
    return !token.space || s == ".";
  return (s == "\"" || s == "'" || s == "\u2019") && !token.space;
}

bool SentenceEnds::stops(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const {
  if (!tokens_[next].space) return glued_sentence(stop, next);
  if (stop == start) return true;
  const Token& before = tokens_[stop - 1];
  const Token& after = tokens_[next];
  if (shortens_in_brackets(stop, next)) return opens(next);
  if (lower_word(after) && !after.newline)
    return abbreviation(before) == Abbreviation::none && labels(next);
  if (before.kind == TokenKind::word && !tokens_[stop].space) {
    const auto length = before.end - before.begin;
    const bool behind_stop = next == stop + 1;
    if (behind_initials(stop - 1)) return opens(next);
    if (length == 1 && before.capital) return initial_stops(stop, next, start);
    if (length == 1) return opens(next) || (behind_hour(stop) && begins_clause(next, start, stop));
    switch (abbreviation(before)) {
      case Abbreviation::title: return false;
      case Abbreviation::number:
        return !(behind_stop && (numbers(next) || begins_name(stop, next, start)));
      case Abbreviation::inner:
        return opens(next) || (!before.capital && begins_clause(next, start, stop));
      case Abbreviation::none: break;
    }
  }
  return !(lower_word(after));
}

/// "5 p.m."
bool SentenceEnds::behind_hour(std::uint32_t stop) const {
  return stop >= 4 && is(text_, tokens_[stop - 2], '.') && !tokens_[stop - 1].space &&
         tokens_[stop - 4].kind == TokenKind::number;
}

/// "etc. Kenya joined": behind a sentence with a verb of its own, a name that is the subject of
/// another verb.
bool SentenceEnds::begins_clause(std::uint32_t next, std::uint32_t start,
                                 std::uint32_t stop) const {
  constexpr auto verbs =
      WordClass::auxiliary | WordClass::modal | WordClass::verb_s | WordClass::verb_ed;
  constexpr std::uint32_t longest_name = 3, most_looked_at = 64;
  std::uint32_t at = next;
  while (at < size() && at < next + longest_name && tokens_[at].capital && !tokens_[at].newline &&
         tokens_[at].kind == TokenKind::word)
    ++at;
  const auto is_verb = [&](std::uint32_t t) {
    return lower_word(tokens_[t]) && any(vocabulary_.classes(tokens_[t].word), verbs);
  };
  if (at == next || at >= size() || tokens_[at].newline || !is_verb(at)) return false;
  if (stop > start + 1 && is(text_, tokens_[stop - 2], ',')) return true;  // "steel, coal, etc."
  for (std::uint32_t t = stop > start + most_looked_at ? stop - most_looked_at : start + 1;
       t < stop; ++t)
    if (is_verb(t)) return true;
  return false;
}

/// "Gen. (ret.) Carter": a short word alone in brackets, whose stop is its own.
bool SentenceEnds::shortens_in_brackets(std::uint32_t stop, std::uint32_t next) const {
  constexpr std::uint32_t longest = 5;
  return stop >= 3 && next == stop + 2 && is(text_, tokens_[stop + 1], ')') &&
         is(text_, tokens_[stop - 2], '(') && tokens_[stop - 1].kind == TokenKind::word &&
         tokens_[stop - 1].end - tokens_[stop - 1].begin <= longest;
}

/// The kind of a word, or of the last part of a compound: "Vice-Pres.", "sub-paras.".
Abbreviation SentenceEnds::abbreviation(const Token& token) const {
  const auto kind = rules_.of(token);
  const auto word = slice(text_, token.span());
  const auto hyphen = word.rfind('-');
  if (kind != Abbreviation::none || token.kind != TokenKind::word || token.word != unknown_word ||
      hyphen == std::string_view::npos || word.size() > longest_compound)
    return kind;
  if (vocabulary_.find(fold_word(word.substr(0, hyphen))) == unknown_word) return kind;
  const auto last =
      word.substr(std::min(word.find_first_not_of("\r\n\t ", hyphen + 1), word.size()));
  const bool capital = !last.empty() && ascii::is_upper(last.front());
  const auto part = rules_.of(vocabulary_.find(fold_word(last)), capital);
  // "Sang-min" is a name.
  return capital == token.capital || part == Abbreviation::number ? part : kind;
}

/// "Ph.D.", "M.Phil.": what stands at `i` is the last part of letters and stops without blanks.
bool SentenceEnds::behind_initials(std::uint32_t i) const {
  if (i < 2 || tokens_[i].space || !is(text_, tokens_[i - 1], '.') || tokens_[i - 1].space)
    return false;
  const Token& first = tokens_[i - 2];
  return first.kind == TokenKind::word && first.capital && first.end - first.begin <= 2;
}

/// "and No. Ireland", "the Art. Director": a word with a capital in the midst of a sentence, and a
/// name or noun behind it.
bool SentenceEnds::begins_name(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const {
  constexpr auto leads = WordClass::determiner | WordClass::preposition | WordClass::coordinator;
  if (stop < start + 2 || !tokens_[stop - 1].capital || !tokens_[next].capital) return false;
  const Token& lead = tokens_[stop - 2];
  return lower_word(lead) && any(vocabulary_.classes(lead.word), leads) && !opens(next);
}

/// "We lead. b) We follow.", "ii) To lead": what stands at `next` labels an item.
bool SentenceEnds::labels(std::uint32_t next) const {
  if (next + 2 >= size() || !is(text_, tokens_[next + 1], ')') || tokens_[next + 1].space)
    return false;
  const auto label = slice(text_, tokens_[next].span());
  return (label.size() == 1 || label.find_first_not_of("ivx") == std::string_view::npos) &&
         tokens_[next + 2].space && tokens_[next + 2].capital;
}

/// What stands at `next` may be the number of what an abbreviation names: "5", "A/RES/1", "IV",
/// "I", "(a)"; or another abbreviation before it: "No. 5".
bool SentenceEnds::numbers(std::uint32_t next) const {
  const Token& token = tokens_[next];
  if (is_one_of(text_, token, "([")) return bracketed_label(next);
  const bool stopped =
      next + 1 < size() && is(text_, tokens_[next + 1], '.') && !tokens_[next + 1].space;
  if (stopped && token.capital && rules_.of(token) == Abbreviation::number) return true;
  if (token.kind == TokenKind::number || token.upper) return true;
  if (token.kind != TokenKind::word || !token.capital) return false;
  const auto word = slice(text_, token.span());
  if (word.find_first_of("0123456789") != std::string_view::npos) return true;
  // "No. I went" is an answer.
  const bool sentence = next + 1 < size() && lower_word(tokens_[next + 1]) &&
                        !any(vocabulary_.classes(tokens_[next + 1].word),
                             WordClass::preposition | WordClass::coordinator);
  return word.size() == 1 && !((word == "I" || word == "A") && sentence);
}

/// "(a)", "(1)", "[iv]", "(bis)".
bool SentenceEnds::bracketed_label(std::uint32_t open) const {
  if (open + 2 >= size() || tokens_[open + 1].end - tokens_[open + 1].begin > 4) return false;
  return tokens_[open + 1].kind != TokenKind::punctuation && !tokens_[open + 1].space &&
         is_one_of(text_, tokens_[open + 2], ")]");
}

/// "objectives.we should": a missing space after a full stop, as scanned texts have it.
bool SentenceEnds::glued_sentence(std::uint32_t stop, std::uint32_t next) const {
  const Token& before = stop > 0 ? tokens_[stop - 1] : tokens_[stop];
  const Token& after = tokens_[next];
  return before.kind == TokenKind::word && before.end - before.begin > 3 && !before.upper &&
         after.kind == TokenKind::word && after.capital && starts_clearly(next);
}

/// A capital and a full stop: an initial of a name, unless a sentence clearly ends ("Appendix
/// B.", "and I.").
bool SentenceEnds::initial_stops(std::uint32_t stop, std::uint32_t next,
                                 std::uint32_t start) const {
  if (is(text_, tokens_[stop - 1], 'I') && first_person(stop, next, start)) return true;
  if (subject_follows(stop, next)) return true;
  if (counts_part(stop)) return opens(next);
  const bool lone = stop < 2 || !tokens_[stop - 2].capital;
  return lone && stop >= 2 && tokens_[stop - 2].kind == TokenKind::word &&
         rules_.of(tokens_[stop - 2]) == Abbreviation::none && opens(next);
}

/// "Art. V. The", "Annex A. The": the letter before the stop numbers what an abbreviation names.
bool SentenceEnds::counts_part(std::uint32_t stop) const {
  return stop >= 3 && is(text_, tokens_[stop - 2], '.') && !tokens_[stop - 2].space &&
         rules_.of(tokens_[stop - 3]) == Abbreviation::number;
}

/// "Vitamin C. We need it", "George V. He died": behind a word and a letter, a pronoun or article
/// and what goes on with it begin a sentence. "Mr. Y. He" has a title before its initial.
bool SentenceEnds::subject_follows(std::uint32_t stop, std::uint32_t next) const {
  if (stop < 2 || tokens_[stop - 2].kind != TokenKind::word || tokens_[stop - 2].dotted)
    return false;
  return rules_.of(tokens_[stop - 2]) == Abbreviation::none && starts_clearly(next) &&
         any(vocabulary_.classes(tokens_[next].word), subjects) && next + 1 < size() &&
         lower_word(tokens_[next + 1]);
}

/// "and I.", "World War I." end a sentence; "Marshal E. I. Petrov", "Marshal I. Petrov" do not, nor
/// does "I. PETROV" on a line.
bool SentenceEnds::first_person(std::uint32_t stop, std::uint32_t next, std::uint32_t start) const {
  if (stop - 1 == start && tokens_[start].newline && tokens_[next].capital &&
      !tokens_[next].newline)
    return false;
  if (stop < 2 || starts_clearly(next)) return true;
  const Token& before = tokens_[stop - 2];
  if (!tokens_[next].capital) return true;
  const bool behind_initial = is(text_, before, '.') && stop >= 3 && tokens_[stop - 3].capital &&
                              !before.space && tokens_[stop - 3].end - tokens_[stop - 3].begin <= 3;
  return !behind_initial && (!before.capital || rules_.has(before.word, Joint::numbered));
}

bool SentenceEnds::starts_clearly(std::uint32_t i) const {
  const Token& token = tokens_[i];
  if (token.kind == TokenKind::punctuation)
    return token.newline || is(text_, token, '"') || slice(text_, token.span()) == "\u201C";
  if (!token.capital) return false;
  // "Cf. A/60/PV.12" goes on.
  if (i + 1 < size() && is(text_, tokens_[i + 1], '/') && !tokens_[i + 1].space) return false;
  // "T.S. No. 993" goes on.
  const bool stopped = i + 2 < size() && is(text_, tokens_[i + 1], '.') && !tokens_[i + 1].space;
  if (stopped && rules_.of(token) == Abbreviation::number && numbers(i + 2)) return false;
  constexpr auto openers = WordClass::determiner | WordClass::possessive | WordClass::preposition |
                           WordClass::subordinator | WordClass::pronoun | WordClass::auxiliary |
                           WordClass::conjunctive_adverb | WordClass::coordinator;
  return any(vocabulary_.classes(token.word), openers);
}

/// "on Tues. Will he", "in D.C. There they", "3 km. Then none": the word opens a sentence by what
/// stands behind it.
bool SentenceEnds::opens(std::uint32_t i) const {
  if (starts_clearly(i)) return true;
  if (i + 1 >= size() || !tokens_[i].capital || tokens_[i].upper) return false;
  const Token& next = tokens_[i + 1];
  const auto classes = vocabulary_.classes(tokens_[i].word);
  const auto behind = vocabulary_.classes(next.word);
  if (any(classes, WordClass::modal)) return any(behind, subjects);
  if (any(classes, WordClass::relative)) return lower_word(next) || any(behind, subjects);
  const bool goes_on = lower_word(next) || any(behind, subjects) || is(text_, next, ',');
  return classes == WordClass::adverb ? goes_on
                                      : any(classes, WordClass::quantifier) && lower_word(next);
}

}  // namespace attache

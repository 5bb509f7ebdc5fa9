// SPDX-License-Identifier: MIT
#include "seed/text/note_marks.h"

#include <algorithm>

#include "seed/text/fold.h"
#include "seed/text/marks.h"
#include "seed/text/unicode.h"

namespace attache {
namespace {

/// Notes are numbered so far.
constexpr std::uint32_t most_figures = 3;
/// Tokens between the brackets of a mark: "[1, 2, 5]".
constexpr std::uint32_t most_inside = 7;

bool is_superscript(std::int32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

bool is_figure(char c) { return c >= '0' && c <= '9'; }

class NoteMarks {
 public:
  NoteMarks(std::vector<Token>& tokens, std::string_view text, const Vocabulary& vocabulary,
            const SentenceRules& rules)
      : tokens_(tokens), text_(text), vocabulary_(vocabulary), rules_(rules) {}

  std::vector<Span> run() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t end = kept > 0 ? mark_end(i, kept) : i;
      if (end == i) {
        tokens_[kept] = tokens_[i++];
        cut_figures(tokens_[kept++]);
        continue;
      }
      marks_.push_back({tokens_[i].begin, tokens_[end - 1].end});
      // "text.[4]It": the mark parts what it stands between.
      const bool parts = is_one_of(text_, tokens_[kept - 1], ".?!") || tokens_[i].space;
      if (end < tokens_.size() && parts) tokens_[end].space = true;
      i = end;
    }
    tokens_.resize(kept);
    return std::move(marks_);
  }

 private:
  bool word_or_close(const Token& before) const {
    return before.kind != TokenKind::punctuation || is_one_of(text_, before, ".,;:?!)\"'") ||
           is_closing_quote(text_, before);
  }

  /// End of the mark that begins at token `i`, or `i` where there is none. Tokens up to `kept` are
  /// those before it.
  std::size_t mark_end(std::size_t i, std::size_t kept) const {
    const Token& token = tokens_[i];
    const Token& before = tokens_[kept - 1];
    if (token.newline || !word_or_close(before)) return i;
    if (token.kind == TokenKind::punctuation) {
      if (const auto end = bracket_end(i); end != i) return end;
      if (const auto end = round_end(i, before); end != i) return end;
      return token.space ? i : superscript_end(i, before);
    }
    return !token.space ? glued_end(i, kept) : i;
  }

  /// "¹", "²,³", "†", and "*" as texts mark a name with it. "km²" and "10³" are none.
  std::size_t superscript_end(std::size_t i, const Token& before) const {
    const auto first = decode(text_, tokens_[i].begin).value;
    if (first == 0x2020 || first == 0x2021) return i + 1;
    const bool behind = i + 1 == tokens_.size() || tokens_[i + 1].space;
    if (is(text_, tokens_[i], '*'))
      return behind && (before.kind == TokenKind::word || is_one_of(text_, before, ".")) ? i + 1
                                                                                         : i;
    const auto size = before.end - before.begin;
    const bool unit = lower_word(before) && size <= 2;
    const bool power = before.kind == TokenKind::number && size != 4;
    if (unit || power) return i;
    std::size_t end = i;
    while (
        end < tokens_.size() && (end == i || !tokens_[end].space) &&
        (is_superscript(decode(text_, tokens_[end].begin).value) ||
         (end > i && end + 1 < tokens_.size() && is(text_, tokens_[end], ',') &&
          !tokens_[end + 1].space && is_superscript(decode(text_, tokens_[end + 1].begin).value))))
      ++end;
    return end;
  }

  /// "[1]", "[1, 2]", "[^3]", "[note 4]".
  std::size_t bracket_end(std::size_t i) const {
    if (!is(text_, tokens_[i], '[')) return i;
    bool number = false;
    for (std::size_t j = i + 1; j < tokens_.size() && j <= i + most_inside; ++j) {
      const Token& token = tokens_[j];
      if (is(text_, token, ']')) return number ? j + 1 : i;
      const auto word = slice(text_, token.span());
      if (token.kind == TokenKind::number) {
        if (word.size() > most_figures && word.find(',') == std::string_view::npos) return i;
        number = true;
      } else if (!is_one_of(text_, token, ",;-^") && word != "\u2013" &&
                 !(j == i + 1 && (word == "note" || word == "n" || word == "fn" || word == "FN"))) {
        return i;
      }
    }
    return i;
  }

  /// "so.(9) We": in round brackets, where a stop stands right before it.
  std::size_t round_end(std::size_t i, const Token& before) const {
    if (!is(text_, tokens_[i], '(') || tokens_[i].space || i + 2 >= tokens_.size()) return i;
    const bool stop = is_one_of(text_, before, ".?!") || is_closing_quote(text_, before);
    const bool closed = figures(tokens_[i + 1]) && is(text_, tokens_[i + 2], ')');
    const bool last = i + 3 == tokens_.size();
    return stop && closed && (last || tokens_[i + 3].newline || tokens_[i + 3].space) ? i + 3 : i;
  }

  bool figures(const Token& token) const {
    const auto s = slice(text_, token.span());
    return token.kind == TokenKind::number &&
           (s.size() <= most_figures || (s.size() <= 7 && s.find(',') != std::string_view::npos)) &&
           std::all_of(s.begin(), s.end(), [](char c) { return is_figure(c) || c == ','; });
  }

  /// "iv", as endnotes are counted, and letters.
  bool letters(const Token& token) const {
    const auto s = slice(text_, token.span());
    if (token.kind != TokenKind::word || token.capital) return false;
    return (s.size() == 1 && s[0] >= 'a' && s[0] <= 'z') ||
           (s.size() <= 5 && s.find_first_not_of("ivx") == std::string_view::npos);
  }

  /// Behind further marks: "1, 2", "4-6".
  std::size_t marks_end(std::size_t i) const {
    std::size_t end = i + 1;
    while (
        end + 1 < tokens_.size() && !tokens_[end].space && !tokens_[end + 1].newline &&
        (is_one_of(text_, tokens_[end], ",;-") || slice(text_, tokens_[end].span()) == "\u2013") &&
        figures(tokens_[end + 1]))
      end += 2;
    return end;
  }

  /// End of the figures in "pay.1 We", "pay,2 and", "pay”3 We", "pay.4, 5 We", "pay.vi We", or
  /// `i`.
  std::size_t glued_end(std::size_t i, std::size_t kept) const {
    if (letters(tokens_[i]) && is_one_of(text_, tokens_[kept - 1], ".?!"))
      return glued(i + 1, kept) ? i + 1 : i;
    if (!figures(tokens_[i])) return i;
    if (const auto end = marks_end(i); end > i + 1 && glued(end, kept)) return end;
    return glued(i + 1, kept) ? i + 1 : i;
  }

  bool glued(std::size_t end, std::size_t kept) const {
    std::size_t word = kept;
    while (word > 0 && tokens_[word - 1].kind == TokenKind::punctuation && kept - word < 3 &&
           !tokens_[word - 1].space)
      --word;
    if (word == kept || word == 0 || tokens_[word].space) return false;
    const Token& before = tokens_[word - 1];
    const bool year = before.kind == TokenKind::number && before.end - before.begin == 4;
    if ((before.kind != TokenKind::word && !year) || before.end - before.begin < 3 ||
        rules_.of(before) != Abbreviation::none || rules_.has(before.word, Joint::numbered))
      return false;
    const bool last = end == tokens_.size();
    if (!last && !tokens_[end].space) return false;
    const Token& mark = tokens_[kept - 1];
    const bool stop = is_one_of(text_, mark, ".?!") || is_closing_quote(text_, mark);
    if (last || tokens_[end].newline) return stop || is_one_of(text_, mark, ",;:)");
    const Token& next = tokens_[end];
    if (is_one_of(text_, mark, ",;:)")) return next.kind == TokenKind::word;
    return stop && (next.capital || (next.kind == TokenKind::punctuation) ||
                    (next.kind == TokenKind::word && is_closing_quote(text_, mark)));
  }

  /// "OSCE1" is "OSCE" with a mark.
  void cut_figures(Token& token) {
    if (token.kind != TokenKind::word || token.word != unknown_word || token.dotted) return;
    const auto word = slice(text_, token.span());
    std::size_t size = word.size();
    while (size > 0 && is_figure(word[size - 1])) --size;
    const std::size_t count = word.size() - size;
    const bool letters =
        std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size),
                     [](char c) { return is_figure(c) || c == '-'; });
    if (count == 0 || count > most_figures || size < 3 || !letters) return;
    const WordId stem = vocabulary_.find(fold_word(word.substr(0, size)));
    if (stem == unknown_word || rules_.has(stem, Joint::numbered) ||
        rules_.has(stem, Joint::numbered_name))
      return;
    token.end = token.begin + static_cast<std::uint32_t>(size);
    token.word = stem;
    marks_.push_back({token.end, token.end + static_cast<std::uint32_t>(count)});
  }

  std::vector<Token>& tokens_;
  std::string_view text_;
  const Vocabulary& vocabulary_;
  const SentenceRules& rules_;
  std::vector<Span> marks_;
};

}  // namespace

std::vector<Span> drop_note_marks(std::vector<Token>& tokens, std::string_view text,
                                  const Vocabulary& vocabulary, const SentenceRules& rules) {
  return NoteMarks(tokens, text, vocabulary, rules).run();
}

}  // namespace attache

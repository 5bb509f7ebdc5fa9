// SPDX-License-Identifier: MIT
#include "seed/read/treaty_title.h"

#include <algorithm>
#include <vector>

#include "seed/read/title_lines.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

using ascii::is_letter;
using ascii::is_lower;
using ascii::is_upper;
using ascii::lower_case;

/// In bytes and words; the noun that says what it is stands among the first.
constexpr std::size_t longest_title = 400;
constexpr std::size_t most_words = 70;
constexpr std::size_t least_words = 3;
constexpr std::size_t noun_depth = 10;
constexpr std::size_t longest_abbreviation = 5;

struct Word {
  std::size_t begin = 0, end = 0;
  bool opens_line = false;
  bool opens_paragraph = false;
};

bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f'; }

std::vector<Word> first_words(std::string_view text) {
  std::vector<Word> words;
  bool line = true, paragraph = false;
  for (std::size_t at = 0; at < text.size() && words.size() < most_words;) {
    if (text[at] == '\n') {
      paragraph = line && !words.empty();
      line = true;
      ++at;
    } else if (is_blank(text[at])) {
      ++at;
    } else {
      const std::size_t end = std::min(text.find_first_of(" \t\r\n\f", at), text.size());
      words.push_back({at, end, line, paragraph});
      line = paragraph = false;
      at = end;
    }
  }
  return words;
}

/// The first lines of a text, word by word, until something ends the title.
class TitleReader {
 public:
  explicit TitleReader(std::string_view text) : text_(text), words_(first_words(text)) {}

  std::string run() {
    if (words_.size() <= least_words || is_small(0)) return {};
    capitals_ = is_capital(0) && is_capital(1);
    std::size_t end = 1;
    while (end < words_.size() && !ends_before(end)) ++end;
    if (end == words_.size() || end < least_words) return {};
    std::string title = single_spaced(text_.substr(0, words_[end - 1].end));
    const bool set_apart = capitals_ && words_[end].opens_line;
    const bool named = names_treaty(end);
    if (title.size() > longest_title || (!named && !set_apart) || has_sentence(end)) return {};
    if (begins_with_any(lower_case(title), "greeting")) return {};
    if (word_list("unfinished").contains(bare(end - 1))) return {};
    return title;
  }

 private:
  std::string_view raw(std::size_t word) const {
    return text_.substr(words_[word].begin, words_[word].end - words_[word].begin);
  }
  /// In small letters, without the marks around it.
  std::string bare(std::size_t word) const {
    const auto words = words_of_line(raw(word));
    return words.empty() ? std::string() : words.back();
  }
  bool is_small(std::size_t word) const { return is_lower(raw(word).front()); }
  /// All of its letters, and two at least.
  bool is_capital(std::size_t word) const {
    const std::string_view letters = raw(word);
    return std::count_if(letters.begin(), letters.end(), is_letter) > 1 &&
           std::none_of(letters.begin(), letters.end(), is_lower);
  }
  bool has_small(std::size_t word) const {
    const std::string_view letters = raw(word);
    return is_upper(letters.front()) && std::any_of(letters.begin(), letters.end(), is_lower);
  }
  bool is_joined_to(std::size_t word) const {
    const std::string before = bare(word - 1);
    return word_list("unfinished").contains(before) || word_list("joiner").contains(before);
  }

  bool ends_before(std::size_t word) {
    if (words_[word].opens_paragraph && !is_joiner(raw(word)) && !is_joined_to(word)) return true;
    const bool line = words_[word].opens_line;
    if (line && (raw(word).front() == '(' || repeats(word))) return true;
    if (!is_joined_to(word) && !is_small(word) && opens_text(word)) return true;
    if (capitals_) {
      if (is_small(word)) capitals_ = false;  // "EUROPE AGREEMENT establishing ..."
      return has_small(word);
    }
    const bool the = bare(word) == "the", article = the && is_capital(word);
    if (the && has_small(word) && raw(word - 1).find_first_not_of("0123456789") == raw(word).npos)
      return true;  // "... of 29 May 2014 The Republic of"
    return article && word + 1 < words_.size() && is_capital(word + 1) && !is_joined_to(word);
  }

  /// "The Government of", "PREAMBLE", "Article 1", "Whereas".
  bool opens_text(std::size_t word) const {
    const std::string rest =
        lower_case(single_spaced(text_.substr(words_[word].begin, longest_title)));
    return begins_with_any(rest, "treaty opening");
  }

  /// A line of some words that stood in the title already: the parties are listed anew.
  bool repeats(std::size_t word) const {
    std::size_t end = word + 1;
    while (end < words_.size() && !words_[end].opens_line) ++end;
    if (end < word + 3) return false;
    const auto line =
        words_of_line(text_.substr(words_[word].begin, words_[end - 1].end - words_[word].begin));
    const auto title = words_of_line(text_.substr(0, words_[word - 1].end));
    return std::search(title.begin(), title.end(), line.begin(), line.end()) != title.end();
  }

  /// A treaty's noun, with nothing but capitals before it as far as prose would have more.
  bool names_treaty(std::size_t end) const {
    if (!is_capital(0) && word_list("unfinished").contains(bare(0))) return false;
    for (std::size_t word = 0; word < std::min(end, noun_depth); ++word) {
      if (word_list("treaty").contains(bare(word))) return true;
      if (is_small(word) && !word_list("unfinished").contains(bare(word))) return false;
    }
    return false;
  }

  /// A stop or another mark within it that no abbreviation has.
  bool has_sentence(std::size_t end) const {
    for (std::size_t word = 0; word < end; ++word) {
      const std::string_view letters = raw(word);
      const bool stop = std::string_view(".;:?!").find(letters.back()) != std::string_view::npos;
      if (stop && letters.size() > longest_abbreviation) return true;
    }
    return false;
  }

  const std::string_view text_;
  const std::vector<Word> words_;
  bool capitals_ = false;
};

}  // namespace

std::string_view without_labels(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    const std::string line = lower_case(text.substr(0, std::min(text.find('\n'), longest_title)));
    const WordList& labels = word_list("text label");
    const auto label = std::find_if(labels.begin(), labels.end(), [&](const std::string& one) {
      return line.starts_with(one) && (line.size() == one.size() || !is_letter(line[one.size()]));
    });
    if (label == labels.end()) return text;
    text.remove_prefix(label->size());
    text.remove_prefix(std::min(text.find_first_not_of(": \t\r"), text.size()));
  }
}

std::string title_above_text(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
  return TitleReader(text).run();
}

}  // namespace attache

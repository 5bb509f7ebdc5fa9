// SPDX-License-Identifier: MIT
#include "schema/folding_tokenizer.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <utf8proc.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "schema/fold.h"
#include "schema/wrapped_tokenizer.h"

namespace attache {
namespace {

/// Bytes between the halves of a word: a hyphen, a line's end, a page's end.
constexpr std::size_t longest_gap = 32;
/// Words that hyphens join, and bytes of what they make.
constexpr std::size_t longest_chain = 6;
constexpr std::size_t longest_whole = 96;
/// Letters before the figures of a note's mark.
constexpr std::size_t fewest_letters = 2;

/// Also the sign that scanned text has for a hyphen at a line's end (U+00AC).
bool without_width(utf8proc_int32_t c) {
  return c == 0xAC || c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool is_hyphen(utf8proc_int32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 ||
         c == 0xFF0D;
}

/// What stands between two words joins them to one: "coop-\neration", "co-operation",
/// "Organi\u00ADzation".
bool joins(std::string_view gap) {
  if (gap.empty() || gap.size() > longest_gap) return false;
  bool soft = false, hyphen = false, space = false, line_end = false;
  while (!gap.empty()) {
    utf8proc_int32_t c = 0;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(gap.data()),
                                       static_cast<utf8proc_ssize_t>(gap.size()), &c);
    if (size <= 0) return false;
    const bool white = c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0;
    if (is_hyphen(c) && !hyphen && !space) hyphen = true;
    else if (without_width(c) && !space) soft = true;
    else if (white) space = true, line_end = line_end || (c >= '\n' && c <= '\r');
    else return false;
    gap.remove_prefix(static_cast<std::size_t>(size));
  }
  return (soft || hyphen) && (!space || line_end);
}

/// How words stand together that are one.
enum class Joint { none, hyphen, initials, figures };

bool is_letter(std::string_view term) {
  return term.size() == 1 && ((term[0] | 0x20) >= 'a' && (term[0] | 0x20) <= 'z');
}

bool are_figures(std::string_view term) {
  return !term.empty() &&
         std::all_of(term.begin(), term.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "U.N.", "U. N."
bool parts_initials(std::string_view gap) { return gap == "." || gap == ". "; }

/// "1,000", "1 000" with a blank of any width.
bool parts_thousands(std::string_view gap) {
  for (const std::string_view sign : {",", ".", " ", "'", "\u2019", "\u00A0", "\u2009", "\u202F"})
    if (gap == sign) return true;
  return false;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if ((c & 0x80) != 0) return false;
  return true;
}

/// "osce" for "osce1" and "osce\u00B9", else empty.
std::string_view without_mark(std::string_view term) {
  std::size_t size = term.size();
  while (size > 0 && term[size - 1] >= '0' && term[size - 1] <= '9') --size;
  for (bool found = size == term.size(); found;) {
    found = false;
    const std::string_view rest = term.substr(0, size);
    for (const std::string_view mark : {"\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074", "\u2075",
                                        "\u2076", "\u2077", "\u2078", "\u2079"})
      if (rest.ends_with(mark)) size -= mark.size(), found = true;
  }
  if (size == term.size() || size < fewest_letters || term.size() - size > 6) return {};
  return term.substr(0, size);
}

/// Hands tokens on to FTS5, and what else they are.
class Folding {
 public:
  using Visit = TokenVisit;
  Folding(void* context, Visit visit, std::string_view text, bool query)
      : context_(context), visit_(visit), text_(text), query_(query) {}

  int token(int flags, std::string_view term, int begin, int end) {
    const Joint joint = chain_.empty() ? Joint::none : joint_before(term, begin);
    const bool goes_on = joint != Joint::none && chain_.size() < longest_chain &&
                         (chain_.size() == 1 || joint == joint_);
    if (!chain_.empty() && !goes_on) {
      if (const int code = flush(); code != SQLITE_OK) return code;
    }
    if (chain_.empty() && (query_ || !may_go_on(term, end))) return give(flags, term, begin, end);
    joint_ = joint;
    chain_.push_back({std::string(term), begin, end});
    return SQLITE_OK;
  }

  int flush() {
    const bool halves = joint_ == Joint::hyphen && chain_.size() > 2;
    for (std::size_t i = 0; i < chain_.size(); ++i) {
      const Part& part = chain_[i];
      int code = give(0, part.term, part.begin, part.end);
      if (code == SQLITE_OK && chain_.size() > 1) code = add(whole(0, chain_.size()), part);
      if (code == SQLITE_OK && halves && i > 0) code = add(whole(i - 1, i + 1), part);
      if (code == SQLITE_OK && halves && i + 1 < chain_.size()) code = add(whole(i, i + 2), part);
      if (code != SQLITE_OK) return code;
    }
    chain_.clear();
    return SQLITE_OK;
  }

 private:
  struct Part {
    std::string term;
    int begin, end;
  };

  std::string_view between(int begin, int end) const {
    return text_.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  }
  bool may_go_on(std::string_view term, int end) const {
    const auto at = static_cast<std::size_t>(end);
    if (at >= text_.size()) return false;
    if (text_[at] == '-' || (text_[at] & 0x80) != 0) return true;
    if (text_[at] == '.' && is_letter(term)) return true;
    const bool figure = at + 1 < text_.size() && text_[at + 1] >= '0' && text_[at + 1] <= '9';
    return figure && term.size() <= 3 && are_figures(term);
  }
  Joint joint_before(std::string_view term, int begin) const {
    const Part& last = chain_.back();
    const std::string_view gap = between(last.end, begin);
    if (joins(gap)) return Joint::hyphen;
    if (is_letter(last.term) && is_letter(term) && parts_initials(gap)) return Joint::initials;
    const bool thousands = term.size() == 3 && last.term.size() <= 3 && are_figures(term) &&
                           are_figures(last.term) && parts_thousands(gap);
    return thousands ? Joint::figures : Joint::none;
  }
  /// Without a note's mark behind it.
  std::string whole(std::size_t first, std::size_t last) const {
    std::string joined;
    for (std::size_t i = first; i < last; ++i) joined += chain_[i].term;
    if (const auto plain = without_mark(joined); !plain.empty() && !is_ascii(joined))
      joined.resize(plain.size());
    return is_ascii(joined) ? joined : fold(joined);
  }

  int give(int flags, std::string_view term, int begin, int end) {
    int code = visit_(context_, flags, term.data(), static_cast<int>(term.size()), begin, end);
    if (code != SQLITE_OK) return code;
    const bool ascii = is_ascii(term);
    if (!ascii)
      if (const std::string folded = fold(term); folded != term)
        code = add(folded, {std::string(), begin, end});
    if (code != SQLITE_OK || query_) return code;
    const std::string_view plain = without_mark(term);
    return plain.empty() ? code : add(ascii ? std::string(plain) : fold(plain), {{}, begin, end});
  }

  int add(const std::string& term, const Part& part) {
    if (term.empty() || term.size() > longest_whole) return SQLITE_OK;
    return visit_(context_, FTS5_TOKEN_COLOCATED, term.data(), static_cast<int>(term.size()),
                  part.begin, part.end);
  }

  void* context_;
  Visit visit_;
  std::string_view text_;
  bool query_;
  std::vector<Part> chain_;
  Joint joint_ = Joint::none;  ///< between the last two words of the chain
};

int visit_token(void* folding, int flags, const char* term, int size, int begin, int end) try {
  return static_cast<Folding*>(folding)->token(flags, {term, static_cast<std::size_t>(size)}, begin,
                                               end);
} catch (const std::bad_alloc&) {
  return SQLITE_NOMEM;
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int size,
             Folding::Visit visit) try {
  const auto& instance = TokenizerInstance::from(tokenizer);
  const std::string_view whole(text == nullptr ? "" : text, static_cast<std::size_t>(size));
  Folding folding(context, visit, whole, (flags & FTS5_TOKENIZE_QUERY) != 0);
  const int code =
      instance.methods.xTokenize(instance.inner, &folding, flags, text, size, &visit_token);
  return code == SQLITE_OK ? folding.flush() : code;
} catch (const std::bad_alloc&) {
  return SQLITE_NOMEM;
}

}  // namespace

void register_folding_tokenizer(SQLite::Database& database) {
  register_before_unicode61(database, "unicode61", std::make_unique<WrappedTokenizer>(), &tokenize);
}

}  // namespace attache

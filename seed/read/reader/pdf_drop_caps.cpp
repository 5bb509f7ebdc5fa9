// SPDX-License-Identifier: MIT
#include "seed/read/reader/pdf_drop_caps.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "seed/read/reader/pdf_sizes.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

/// So many times larger than the page's type, at least.
constexpr double least_times = 1.7;
/// The height of a capital, in sizes of its type.
constexpr double capital_height = 0.7;
/// On one page; more large letters are no drop caps.
constexpr std::size_t most_caps = 8;

/// One capital, a quotation mark before it allowed.
bool is_capital(std::string_view text) {
  for (const std::string_view mark : {"\u201C", "\u2018", "\"", "'", "\u00AB"})
    if (text.size() > mark.size() && text.starts_with(mark)) text.remove_prefix(mark.size());
  if (text.size() == 1) return ascii::is_upper(text[0]);
  return text.size() == 2 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) < 0x9F;
}

/// The first words of the lines beside the capital, from above.
std::vector<std::size_t> beside(const std::vector<PdfWord>& words, const PdfWord& capital) {
  const double top = capital.baseline() - capital_height * capital.size;
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PdfWord& word = words[i];
    const double gap = word.left - capital.right;
    if (word.size * least_times <= capital.size && gap > -0.15 * capital.size &&
        gap < 0.4 * capital.size && word.baseline() > top + 0.2 * word.size &&
        word.baseline() < capital.baseline() + 0.4 * word.size)
      result.push_back(i);
  }
  std::stable_sort(result.begin(), result.end(), [&](std::size_t a, std::size_t b) {
    return words[a].baseline() != words[b].baseline() ? words[a].baseline() < words[b].baseline()
                                                      : words[a].left < words[b].left;
  });
  // Only the first of each line.
  const auto same = [&](std::size_t a, std::size_t b) {
    return std::abs(words[a].baseline() - words[b].baseline()) < 0.28 * words[a].size;
  };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::string letters_of(std::string_view word) {
  std::string letters;
  for (const char c : word)
    if (ascii::is_letter(c)) letters += ascii::lower(c);
  return letters;
}

/// How often each word stands in the document, by its letters.
using Counts = std::map<std::string, std::size_t>;

/// "A" before "government": the document has "government" elsewhere, and no "agovernment"; "I"
/// before "wish".
bool is_word(const Counts& counts, const PdfWord& capital, const PdfWord& next) {
  if (capital.text != "A" && capital.text != "I" && capital.text != "O") return false;
  const std::string rest = letters_of(next.text);
  if (capital.text == "I" && word_list("behind I").contains(rest)) return true;
  const auto count = [&](const std::string& word) {
    const auto found = counts.find(word);
    return found == counts.end() ? std::size_t{0} : found->second;
  };
  return count(letters_of(capital.text) + rest) == 0 && count(rest) > 1;
}

Counts counts_of(const std::vector<PdfPage>& pages) {
  Counts counts;
  for (const PdfPage& page : pages)
    for (const PdfWord& word : page.words) ++counts[letters_of(word.text)];
  return counts;
}

std::set<std::size_t> capitals_of(const std::vector<PdfWord>& words) {
  const double usual = usual_size(words);
  std::set<std::size_t> caps;
  for (std::size_t i = 0; i < words.size() && caps.size() < most_caps; ++i)
    if (words[i].size >= least_times * usual && is_capital(words[i].text)) caps.insert(i);
  return caps;
}

void join_on_page(std::vector<PdfWord>& words, const std::set<std::size_t>& caps,
                  const Counts& counts) {
  std::set<std::size_t> joined;
  for (const std::size_t cap : caps) {
    const std::vector<std::size_t> lines = beside(words, words[cap]);
    if (lines.size() < 2) continue;
    PdfWord& first = words[lines.front()];
    first.text = words[cap].text + (is_word(counts, words[cap], first) ? " " : "") + first.text;
    for (const std::size_t line : lines) words[line].left = words[cap].left;
    joined.insert(cap);
  }
  std::vector<PdfWord> rest;
  if (joined.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!joined.contains(i)) rest.push_back(std::move(words[i]));
  words = std::move(rest);
}

}  // namespace

void join_drop_caps(std::vector<PdfPage>& pages) {
  std::vector<std::set<std::size_t>> caps;
  bool any = false;
  for (const PdfPage& page : pages) {
    caps.push_back(capitals_of(page.words));
    any = any || !caps.back().empty();
  }
  if (!any) return;
  const Counts counts = counts_of(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) join_on_page(pages[i].words, caps[i], counts);
}

}  // namespace attache::reader

// SPDX-License-Identifier: MIT
#include "seed/text/word_class.h"

#include <algorithm>
#include <array>

namespace attache {
namespace {

struct Ending {
  std::string_view text;
  WordClass classes;
};

// Longest first; what an ending says holds for most words of the field that no table lists.
constexpr std::array endings{
    Ending{"ation", WordClass::noun},     Ending{"tions", WordClass::noun},
    Ending{"ments", WordClass::noun},     Ending{"ships", WordClass::noun},
    Ending{"tion", WordClass::noun},      Ending{"sion", WordClass::noun},
    Ending{"ment", WordClass::noun},      Ending{"ness", WordClass::noun},
    Ending{"ance", WordClass::noun},      Ending{"ence", WordClass::noun},
    Ending{"ship", WordClass::noun},      Ending{"hood", WordClass::noun},
    Ending{"able", WordClass::adjective}, Ending{"ible", WordClass::adjective},
    Ending{"less", WordClass::adjective}, Ending{"ized", WordClass::verb_ed},
    Ending{"ity", WordClass::noun},       Ending{"ism", WordClass::noun},
    Ending{"ies", WordClass::noun},       Ending{"ing", WordClass::verb_ing},
    Ending{"ive", WordClass::adjective},  Ending{"ous", WordClass::adjective},
    Ending{"ful", WordClass::adjective},  Ending{"ary", WordClass::adjective},
    Ending{"ize", WordClass::verb_base},  Ending{"ical", WordClass::adjective},
    Ending{"al", WordClass::adjective},   Ending{"ic", WordClass::adjective},
    Ending{"ly", WordClass::adverb},      Ending{"ed", WordClass::verb_ed},
};

/// By last letter: the first ending with it. Most letters end none.
constexpr auto first_ending = [] {
  std::array<std::size_t, 26> first{};
  first.fill(endings.size());
  for (std::size_t i = endings.size(); i-- > 0;)
    first[static_cast<std::size_t>(endings[i].text.back() - 'a')] = i;
  return first;
}();

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool ends_in_sibilant(std::string_view w) {
  return w.ends_with("s") || w.ends_with("x") || w.ends_with("z") || w.ends_with("ch") ||
         w.ends_with("sh");
}

bool consonant_y(std::string_view w) {
  return w.size() > 1 && w.back() == 'y' && !vowel(w[w.size() - 2]);
}

/// "stop", "commit", "travel": a final consonant after one vowel may double.
bool may_double(std::string_view w) {
  if (w.size() < 3) return false;
  const char last = w.back();
  return !vowel(last) && last != 'w' && last != 'x' && last != 'y' && vowel(w[w.size() - 2]) &&
         !vowel(w[w.size() - 3]);
}

}  // namespace

WordClass classes_of(std::string_view text, const Token& token, const Vocabulary& vocabulary) {
  if (token.kind == TokenKind::punctuation) return WordClass::none;
  if (token.kind == TokenKind::number) return WordClass::numeral;
  if (const auto known = vocabulary.classes(token.word); known != WordClass::none) return known;
  const auto word = slice(text, token.span());
  if (word.front() >= '0' && word.front() <= '9') return WordClass::numeral;  // "35th", "1990s"
  const char last = word.back();
  if (last < 'a' || last > 'z') return WordClass::noun;
  for (auto index = first_ending[static_cast<std::size_t>(last - 'a')]; index < endings.size();
       ++index) {
    const auto& ending = endings[index];
    if (ending.text.back() == last && word.size() > ending.text.size() + 2 &&
        word.ends_with(ending.text))
      return ending.classes;
  }
  return WordClass::noun;
}

VerbForms verb_forms(std::string_view base) {
  const std::string b(base);
  VerbForms forms;
  if (consonant_y(base)) {
    const auto stem = b.substr(0, b.size() - 1);
    return {stem + "ies", {stem + "ied"}, {b + "ing"}};
  }
  forms.s = ends_in_sibilant(base) || (b.ends_with("o") && b.size() > 2) ? b + "es" : b + "s";
  if (b.ends_with("ie")) return {b + "s", {b + "d"}, {b.substr(0, b.size() - 2) + "ying"}};
  if (b.ends_with("ee") || b.ends_with("oe") || b.ends_with("ye"))
    return {b + "s", {b + "d"}, {b + "ing"}};
  if (b.ends_with("e")) return {b + "s", {b + "d"}, {b.substr(0, b.size() - 1) + "ing"}};
  forms.ed = {b + "ed"};
  forms.ing = {b + "ing"};
  if (may_double(base)) {
    forms.ed.push_back(b + b.back() + "ed");
    forms.ing.push_back(b + b.back() + "ing");
  }
  return forms;
}

std::vector<std::string> inflections(std::string_view base) {
  auto forms = verb_forms(base);
  std::vector<std::string> all{std::string(base), forms.s};
  all.insert(all.end(), forms.ed.begin(), forms.ed.end());
  all.insert(all.end(), forms.ing.begin(), forms.ing.end());
  return all;
}

}  // namespace attache

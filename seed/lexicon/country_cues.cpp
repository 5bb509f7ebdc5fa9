// SPDX-License-Identifier: MIT
#include "seed/lexicon/country_cues.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "seed/text/fold.h"

namespace attache {
namespace {

class CueReader {
 public:
  CueReader(const CsvTable& table, Vocabulary& vocabulary)
      : table_(table), vocabulary_(vocabulary) {}

  CountryCues run() {
    CountryCues out;
    out.the = vocabulary_.intern("the");
    for (const CsvRow& row : table_.rows) {
      if (cell(row, "name") == "own") {
        for (const CueStep& step : steps(row, "before"))
          out.own_words.insert(out.own_words.end(), step.words.begin(), step.words.end());
        continue;
      }
      CountryCue cue = cue_of(row);
      const bool nobodys =
          cell(row, "name") == "nobody" || cue.several || cue.shared || cue.pair;
      if (nobodys) out.of_nobody.push_back(std::move(cue));
      else if (cue.name == NameKind::body) out.of_bodies.push_back(std::move(cue));
      else index(out, std::move(cue));
    }
    return out;
  }

 private:
  const std::string& cell(const CsvRow& row, std::string_view column) const {
    return row.cells[table_.column(column)];
  }
  [[noreturn]] void fail(const CsvRow& row, const std::string& what) const {
    throw DataError(table_.place(row) + ": " + what);
  }

  CountryCue cue_of(const CsvRow& row) {
    CountryCue cue;
    cue.before = steps(row, "before");
    std::reverse(cue.before.begin(), cue.before.end());
    cue.after = steps(row, "after");
    const std::string& name = cell(row, "name");
    if (name == "adjective") cue.name = NameKind::adjective;
    else if (name == "demonym") cue.name = NameKind::demonym;
    else if (name == "government") cue.name = NameKind::government;
    else if (name == "seat") cue.name = NameKind::capital;
    else if (name == "body") cue.name = NameKind::body;
    else if (name != "country" && name != "nobody" && name != "several" && name != "pair" &&
             name != "shared")
      fail(row,
           "name must be country, adjective, demonym, government, seat, body, nobody, several, "
           "pair, shared or own");
    if (cell(row, "place") != "" && cell(row, "place") != "head")
      fail(row, "place must be head or empty");
    if (cell(row, "voice") != "" && cell(row, "voice") != "own")
      fail(row, "voice must be own or empty");
    cue.several = name == "several";
    cue.shared = name == "shared";
    cue.pair = name == "pair";
    cue.head = cell(row, "place") == "head";
    cue.voice = cell(row, "voice") == "own";
    const std::string& weight = cell(row, "weight");
    const auto read = std::from_chars(weight.data(), weight.data() + weight.size(), cue.weight);
    if (read.ec != std::errc() || cue.weight < -99 || cue.weight > 99 || cue.weight == 0)
      fail(row, "weight must be a number from -99 to 99, and not 0");
    if (cue.before.empty() && cue.after.empty()) fail(row, "no words before or after the name");
    return cue;
  }

  std::vector<CueStep> steps(const CsvRow& row, std::string_view column) {
    std::vector<CueStep> out;
    const std::string& text = cell(row, column);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (end > at) out.push_back(step(row, std::string_view(text).substr(at, end - at)));
      at = end + 1;
    }
    return out;
  }

  CueStep step(const CsvRow& row, std::string_view form) {
    CueStep out;
    if (form == "^") {
      out.begin = true;
      return out;
    }
    if (form == "@") {
      out.place = true;
      return out;
    }
    if (form.starts_with("...")) {
      if (form.size() != 4 || form[3] < '1' || form[3] > '9') fail(row, "a gap is ...1 to ...9");
      out.gap = static_cast<std::uint8_t>(form[3] - '0');
      return out;
    }
    const char open = form.size() > 2 ? form.front() : ' ';
    const char close = form.size() > 2 ? form.back() : ' ';
    out.optional = open == '[' && close == ']';
    if (out.optional || (open == '(' && close == ')')) form = form.substr(1, form.size() - 2);
    for (std::size_t at = 0; at <= form.size();) {
      const std::size_t end = std::min(form.find('|', at), form.size());
      const auto one = form.substr(at, end - at);
      if (one == "$") out.line = true;
      else out.words.push_back(word(one));
      at = end + 1;
    }
    return out;
  }

  WordId word(std::string_view form) {
    const std::string folded = fold_word(form);
    return vocabulary_.intern(folded.empty() || form == "'s" ? form : folded);  // or a mark
  }

  static bool anchors(const std::vector<CueStep>& steps) {
    return !steps.empty() && !steps.front().optional && !steps.front().line &&
           !steps.front().words.empty();
  }

  static void index(CountryCues& out, CountryCue cue) {
    const auto number = static_cast<std::uint32_t>(out.cues.size());
    if (anchors(cue.before)) {
      for (const WordId word : cue.before.front().words) out.by_before[word].push_back(number);
    } else if (anchors(cue.after)) {
      for (const WordId word : cue.after.front().words) out.by_after[word].push_back(number);
    } else {
      out.others.push_back(number);
    }
    out.cues.push_back(std::move(cue));
  }

  const CsvTable& table_;
  Vocabulary& vocabulary_;
};

}  // namespace

CountryCues read_country_cues(const CsvTable& table, Vocabulary& vocabulary) {
  return CueReader(table, vocabulary).run();
}

}  // namespace attache

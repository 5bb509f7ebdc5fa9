// SPDX-License-Identifier: MIT
#include "seed/read/pages.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "seed/read/furniture.h"
#include "seed/read/mapped_text.h"
#include "seed/read/page_lines.h"

namespace attache {
namespace {

/// Lines at each edge of a page that are looked at.
constexpr int edge_lines = 4;
/// Bytes of a running head at most.
constexpr std::size_t longest_head = 120;
/// So often a head must come again in a text without form feeds.
constexpr std::size_t often_without_pages = 3;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t\r\v";
  const auto begin = text.find_first_not_of(spaces);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

/// Bytes of a line, each run of blanks as one: heads are parted by as many as a line has room for.
std::size_t length_of(std::string_view line) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < line.size(); ++i)
    length += i == 0 || !(line[i] == ' ' && line[i - 1] == ' ');
  return length;
}

bool begins_small(std::string_view text) { return text.front() >= 'a' && text.front() <= 'z'; }

class Pages {
 public:
  explicit Pages(std::string_view text) : text_(text) {
    split();
    numbered_ = drop_line_numbers(lines_);
    find_referred();
  }

  std::optional<Decoded> run() {
    if (pages_ > 1) drop_edges();
    else drop_printed(), drop_clusters();
    find_page_notes(lines_);
    drop_raised_marks(lines_);
    const bool any = std::any_of(lines_.begin(), lines_.end(),
                                 [](const PageLine& l) { return l.dropped || l.note; });
    if (!any && !numbered_ && pages_ < 2) return std::nullopt;
    return written();
  }

 private:
  void split() {
    bool page = false;
    for (std::size_t at = 0; at < text_.size();) {
      const auto end = std::min(text_.find_first_of("\n\f", at), text_.size());
      const auto whole = text_.substr(at, end - at);
      PageLine line{trimmed(whole), whole};
      line.page = page;
      line.length = length_of(line.text);
      if (line.length <= longest_head) line.furniture = furniture_of(line.text);
      pages_ += page;
      const bool feed = end < text_.size() && text_[end] == '\f';
      // An empty line between a line's end and a form feed is none of the text's.
      if (!(line.text.empty() && feed)) lines_.push_back(line), page = false;
      page = page || feed;
      at = end + 1;
    }
  }

  void find_referred() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      lines_[i].referred = is_referred_note(lines_, i);
      if (lines_[i].referred) lines_[i].furniture = 0;
    }
  }

  static bool may_be_head(const PageLine& line) {
    return !line.text.empty() && !line.referred && line.length <= longest_head &&
           !ends_sentence(line.text);
  }

  std::size_t index(const PageLine& line) const {
    return static_cast<std::size_t>(&line - lines_.data());
  }

  // -- with form feeds

  /// Calls visit(line, page) from each page's edges inward, while it says true.
  template <typename Visit>
  void each_edge(Visit visit) {
    std::size_t page = 0;
    for (std::size_t first = 0; first < lines_.size(); ++page) {
      std::size_t last = first + 1;
      while (last < lines_.size() && !lines_[last].page) ++last;
      int seen = 0;
      for (std::size_t i = first; i < last && seen < edge_lines; ++i)
        if (!lines_[i].text.empty() && (++seen, !visit(lines_[i], page, true))) break;
      seen = 0;
      for (std::size_t i = last; i-- > first && seen < edge_lines;)
        if (!lines_[i].text.empty() && (++seen, !visit(lines_[i], page, false))) break;
      first = last;
    }
  }

  void drop_edges() {
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>> heads;  // pages, last page
    each_edge([&](PageLine& line, std::size_t page, bool) {
      if (!may_be_head(line)) return true;
      for (std::string& head : heads_of(line.text, page)) {
        auto& [count, last] = heads[std::move(head)];
        if (count == 0 || last != page) ++count, last = page;
      }
      return true;
    });
    const auto pages_with = [&](const PageLine& line, std::size_t page) {
      std::size_t most = 0;
      for (const std::string& head : heads_of(line.text, page))
        most = std::max(most, heads[head].first);
      return most;
    };
    const std::size_t often = std::max<std::size_t>(2, pages_ / 4);
    bool beside = false;
    each_edge([&](PageLine& line, std::size_t page, bool top) {
      const bool again = may_be_head(line) && pages_with(line, page) >= often &&
                         !is_in_paragraph(lines_, index(line));
      // What stands over the first page is the document's own head, but for what printers add.
      constexpr auto printed = Furniture::job | Furniture::address;
      const bool added = (line.furniture & printed) != 0 || (again && is_printed_head(line.text));
      if (page == 0 && top && !added) return false;
      // Who goes on speaking is told behind the page's number or symbol.
      const bool speaks = line.furniture == Furniture::speaker && !beside;
      line.dropped = line.dropped || (line.furniture != 0 && !speaks) || again;
      beside = line.dropped;
      return line.dropped;
    });
  }

  // -- without

  /// What a browser printed at the edges of the one page: its first two and last three lines have
  /// day and hour, address and count between them.
  void drop_printed() {
    constexpr std::size_t upper = 2, lower = 3;
    std::vector<PageLine*> lines;
    for (PageLine& line : lines_)
      if (!line.text.empty()) lines.push_back(&line);
    if (lines.size() < upper + lower) return;
    std::vector<PageLine*> edges(lines.begin(), lines.begin() + upper);
    edges.insert(edges.end(), lines.end() - lower, lines.end());
    std::uint8_t high = 0, low = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
      (i < upper ? high : low) |= printed_parts(edges[i]->text);
    if (high == 0 || low == 0 || (high | low) != Printed::all) return;
    for (PageLine* line : edges)
      if (printed_parts(line->text) != 0) line->dropped = true;
  }

  /// The lines [first, last) stand in the middle of a sentence.
  bool interrupts(const PageLine* before, std::size_t last) const {
    return before != nullptr && last < lines_.size() && !ends_sentence(before->text) &&
           begins_small(lines_[last].text);
  }

  /// Lines that come again in the midst of sentences, or beside page numbers and symbols.
  void find_heads() {
    struct Seen {
      std::size_t count = 0, furniture = 0, interrupting = 0;
    };
    std::unordered_map<std::string, Seen> seen;
    std::vector<std::size_t> texts;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!lines_[i].text.empty()) texts.push_back(i);
    for (std::size_t t = 0; t < texts.size(); ++t) {
      const PageLine& line = lines_[texts[t]];
      if (!may_be_head(line) || line.furniture != 0) continue;
      Seen& head = seen[without_numbers(line.text)];
      ++head.count;
      const PageLine* before = t > 0 ? &lines_[texts[t - 1]] : nullptr;
      const std::size_t behind = t + 1 < texts.size() ? texts[t + 1] : lines_.size();
      const bool beside = (before != nullptr && before->furniture != 0) ||
                          (behind < lines_.size() && lines_[behind].furniture != 0);
      if (beside) ++head.furniture;
      else if (interrupts(before, behind)) ++head.interrupting;
    }
    for (const std::size_t i : texts) {
      if (!may_be_head(lines_[i]) || lines_[i].furniture != 0) continue;
      const Seen& head = seen[without_numbers(lines_[i].text)];
      if (head.count < often_without_pages) continue;
      if (head.furniture * 2 >= head.count) lines_[i].furniture = Furniture::head;
      else if (head.interrupting * 3 >= head.count * 2) lines_[i].dropped = true;
    }
  }

  void drop_clusters() {
    find_counted_pages(lines_);
    find_counted_heads(lines_);
    find_heads();
    const PageLine* before = nullptr;
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].text.empty() || lines_[i].dropped) {
        ++i;
        continue;
      }
      if (lines_[i].furniture == 0) {
        before = &lines_[i++];
        continue;
      }
      std::uint8_t bits = 0;
      bool counted = false;
      std::size_t last = i;
      for (; last < lines_.size() &&
             (lines_[last].text.empty() || lines_[last].furniture != 0 || lines_[last].dropped);
           ++last) {
        bits |= lines_[last].furniture;
        counted = counted || lines_[last].counted;
      }
      const bool strong = counted || (bits & Furniture::job) != 0 ||
                          ((bits & Furniture::page) != 0 && (bits & ~Furniture::page) != 0);
      const bool own_head = before == nullptr && (bits & Furniture::job) == 0;
      const bool all =
          (strong && !own_head) || ((bits & ~Furniture::speaker) != 0 && interrupts(before, last));
      for (std::size_t j = i; j < last; ++j)
        lines_[j].dropped = !lines_[j].text.empty() && (all || lines_[j].counted);
      i = last;
    }
  }

  // -- the text without them

  Decoded written() const {
    MappedText out(text_);
    std::string_view before;
    int blanks = 0;
    bool joint = false;
    for (const PageLine& line : lines_) {
      joint = joint || line.page || line.dropped || line.note;
      if (line.dropped || line.note) continue;
      if (line.text.empty()) {
        ++blanks;
        continue;
      }
      // White space at a page's end says nothing, but where the next line is indented.
      const bool indented = line.whole.front() == ' ' || line.whole.front() == '\t';
      const bool paragraph = joint ? ends_sentence(before) && indented : blanks > 0;
      if (!before.empty() && paragraph) out.paragraph_break();
      else if (!before.empty()) out.line_break();
      write_line(out, line);
      before = line.text;
      blanks = 0;
      joint = false;
    }
    write_notes(out);
    return out.finish();
  }

  /// The line without the marks of notes.
  static void write_line(MappedText& out, const PageLine& line) {
    std::vector<Span> cuts = line.cuts;
    std::sort(cuts.begin(), cuts.end(), [](Span a, Span b) { return a.begin < b.begin; });
    std::size_t at = 0;
    const auto indent = static_cast<std::size_t>(line.text.data() - line.whole.data());
    for (const Span cut : cuts) {
      if (indent + cut.begin < at) continue;
      out.words(line.whole.substr(at, indent + cut.begin - at));
      at = indent + cut.end;
    }
    out.words(line.whole.substr(at));
  }

  /// Behind the text, each a paragraph that begins with its mark: "[1] See ...".
  void write_notes(MappedText& out) const {
    for (const PageLine& line : lines_) {
      if (!line.note) continue;
      std::string_view words = line.text;
      words.remove_prefix(std::min(words.find_first_not_of(" \t", line.note_mark), words.size()));
      if (!line.note_label.empty()) {
        const std::string_view mark = line.note_label;
        out.paragraph_break();
        const std::string_view bare = mark.substr(0, mark.find_last_not_of("./)]") + 1);
        out.moved(mark, "[" + std::string(bare.substr(bare.starts_with('['))) + "] ");
      } else {
        out.line_break();
      }
      out.moved(words);
    }
  }

  std::string_view text_;
  std::vector<PageLine> lines_;
  std::size_t pages_ = 1;
  bool numbered_ = false;  ///< lines had numbers
};

}  // namespace

std::optional<Decoded> without_pages(std::string_view text) { return Pages(text).run(); }

bool is_preformatted(std::string_view text) {
  constexpr std::size_t fewest_lines = 20, narrowest = 40, widest = 100;
  std::size_t lines = 0, together = 0, bytes = 0;
  bool blank = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t length = end - at;
    at = end + 1;
    if (length > 0) ++lines, together += !blank, bytes += length;
    blank = length == 0;
  }
  const std::size_t mean = lines == 0 ? 0 : bytes / lines;
  return lines >= fewest_lines && together * 3 >= lines * 2 && mean >= narrowest && mean <= widest;
}

}  // namespace attache

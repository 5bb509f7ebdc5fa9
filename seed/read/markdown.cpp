// SPDX-License-Identifier: MIT
#include "seed/read/title.h"
#include "seed/read/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "seed/read/entity.h"
#include "seed/read/front_matter.h"
#include "seed/read/mapped_text.h"
#include "seed/read/markdown_notes.h"
#include "seed/read/markdown_parts.h"
#include "seed/read/markdown_raised.h"
#include "seed/read/markdown_tags.h"
#include "seed/read/raised_mark.h"
#include "seed/text/ascii.h"

namespace attache {
namespace {

/// Lines that are indented are prose here, seldom code; what is tagged inside a text is left out
/// tag by tag, so that words between block tags stay.
constexpr unsigned dialect =
    MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;

/// What links and pictures refer to is scanned where it is defined and again at each use.
constexpr std::uint64_t min_referred = 1 << 20;
constexpr std::uint64_t referred_per_byte = 16;

/// Bytes of the address and the title that a span refers to.
std::uint64_t referred(MD_SPANTYPE span, const void* detail) {
  if (span == MD_SPAN_A) {
    const auto* link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
    return std::uint64_t{link->href.size} + link->title.size;
  }
  if (span != MD_SPAN_IMG) return 0;
  const auto* picture = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
  return std::uint64_t{picture->src.size} + picture->title.size;
}

/// Receives what md4c finds and writes the prose of it.
class Prose {
 public:
  explicit Prose(std::string_view source)
      : source_(source),
        out_(source),
        max_referred_(std::max(min_referred, referred_per_byte * source.size())) {}

  void enter(MD_BLOCKTYPE block, const void* detail);
  void leave(MD_BLOCKTYPE block);
  void enter(MD_SPANTYPE span);
  void leave(MD_SPANTYPE span);
  void text(MD_TEXTTYPE type, std::string_view text);
  /// False where the uses of links and pictures cost more than the text is worth.
  bool refer(std::uint64_t bytes) { return (referred_ += bytes) <= max_referred_; }
  bool referred_too_much() const { return referred_ > max_referred_; }
  /// What is parsed next is a copy of the source, byte for byte.
  void copy(std::string_view copy) { copy_ = copy; }
  /// What is parsed next is a note, which stands behind the text.
  void begin_note(const std::string& mark) {
    out_.go_behind();
    note_ = "[" + mark + "] ";
  }
  Decoded finish() { return out_.finish(); }
  /// The words of the first heading that may be the whole's, or of the first, as they stand in the
  /// source.
  std::string heading() const { return heading_.empty() ? passed_over_ : heading_; }

 private:
  /// A list that is open; `next` counts its items, 0 where they have bullets.
  struct List {
    unsigned next = 0;
  };

  /// md4c takes one tilde for two: "CO~2~" is a lowered figure, "~~two~~" is struck out.
  enum class Tildes { unknown, one, two };

  std::string_view in_source(std::string_view text) const;
  void raised(std::string_view text);
  bool left_out() const {
    return images_ > 0 || !struck_.empty() ||
           std::find(marked_.begin(), marked_.end(), Tildes::two) != marked_.end();
  }
  void count_tildes(std::string_view text);
  void item();
  void tag(std::string_view tag);
  bool in_raised_tag(std::string_view text);
  void words(std::string_view text);
  bool note_mark(std::string_view text) const;
  std::string_view source_up_to(std::string_view text) const;
  void strike(const std::string& element, std::string_view tag);

  std::string_view source_, copy_;
  MappedText out_;
  std::string note_;  ///< the mark of a note whose first words come next
  std::vector<List> lists_;
  std::string heading_, passed_over_;
  bool in_first_heading_ = false;
  std::vector<Tildes> marked_;  ///< spans between tildes that are open
  int images_ = 0;
  bool link_begins_ = false;
  bool in_sup_ = false;
  bool sup_is_power_ = false;    ///< the open `<sup>` stands behind ten or a unit of measure
  std::string_view before_sup_;  ///< the source up to it
  std::string struck_;           ///< the element that strikes out what comes, or empty
  std::uint64_t referred_ = 0, max_referred_;  ///< bytes
};

void Prose::item() {
  out_.line_break();
  if (lists_.empty()) return;
  unsigned& next = lists_.back().next;
  out_.mark(next == 0 ? std::string("- ") : std::to_string(next++) + ". ");
}

void Prose::enter(MD_BLOCKTYPE block, const void* detail) {
  switch (block) {
    case MD_BLOCK_UL: lists_.push_back({}); break;
    case MD_BLOCK_OL:
      lists_.push_back({std::max(1u, static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start)});
      break;
    case MD_BLOCK_LI: return item();
    case MD_BLOCK_H: in_first_heading_ = heading_.empty(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return;
    default: break;
  }
  // A list inside an item goes on line by line; all else stands apart.
  if (lists_.size() > 1) out_.line_break();
  else out_.paragraph_break();
}

void Prose::leave(MD_BLOCKTYPE block) {
  in_sup_ = false;  // one without an end
  struck_.clear();
  if (block == MD_BLOCK_H && std::exchange(in_first_heading_, false) && heads_nothing(heading_)) {
    if (passed_over_.empty()) passed_over_ = heading_;
    heading_.clear();
  }
  if (block == MD_BLOCK_UL || block == MD_BLOCK_OL) lists_.pop_back();
  if (block == MD_BLOCK_TH || block == MD_BLOCK_TD) return out_.cell_break();
  if (block == MD_BLOCK_LI || !lists_.empty()) out_.line_break();
  else out_.paragraph_break();
}

void Prose::enter(MD_SPANTYPE span) {
  if (span == MD_SPAN_IMG) ++images_;
  if (span == MD_SPAN_DEL) marked_.push_back(Tildes::unknown);
  link_begins_ = span == MD_SPAN_A;
}

void Prose::leave(MD_SPANTYPE span) {
  if (span == MD_SPAN_IMG) --images_;
  if (span == MD_SPAN_DEL) marked_.pop_back();
}

/// "^1" as the words of a link: a note's mark, whose text is defined as a link would be.
bool Prose::note_mark(std::string_view text) const { return link_begins_ && text.front() == '^'; }

/// What stands in `<sup>`: a note's mark is left out, an exponent raised. False for other words.
bool Prose::in_raised_tag(std::string_view text) {
  const bool digits = std::all_of(text.begin(), text.end(), ascii::is_digit);
  if (!in_sup_ || !is_raised_mark(text, before_sup_)) return false;
  if (!sup_is_power_ || !digits) return true;
  for (std::size_t i = 0; i < text.size(); ++i)
    out_.replace(text.substr(i, 1), raised_digit(text[i]));
  return true;
}

/// Words in which "2^nd^" and "km^2^" are as pandoc prints them; a note's mark is left out.
void Prose::raised(std::string_view text) {
  constexpr std::size_t longest = 24;
  const auto plain = [](char c) { return ascii::is_letter(c) || ascii::is_digit(c); };
  for (std::size_t open = text.find('^', 1); open < text.size(); open = text.find('^', 1)) {
    const std::size_t close = text.substr(0, open + longest + 2).find('^', open + 1);
    const std::string_view before = text.substr(0, open),
                           up = text.substr(open + 1, close - open - 1);
    const bool closed = close != std::string_view::npos && !up.empty() && up.back() != ' ';
    const bool digits = closed && std::all_of(up.begin(), up.end(), ascii::is_digit);
    const bool mark = closed && (digits ? is_marked_word(before) : marks_note(up, before));
    const bool is_raised = closed && plain(before.back()) && up.size() <= 6 &&
                           std::all_of(up.begin(), up.end(), plain);
    out_.words(text.substr(0, mark || is_raised ? open : open + 1));
    text.remove_prefix(mark ? close + 1 : open + 1);
    if (mark || !is_raised) continue;
    for (std::size_t n = close - open - 1; n > 0; --n) {
      if (ascii::is_digit(text[0])) out_.replace(text.substr(0, 1), raised_digit(text[0]));
      else out_.words(text.substr(0, 1));
      text.remove_prefix(1);
    }
    text.remove_prefix(1);
  }
  out_.words(text);
}

/// Words with the marks of notes, "[^1]", left out.
void Prose::words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find("[^", at), text.size());
    raised(text.substr(at, mark - at));
    const std::size_t close = text.substr(0, mark + 40).find(']', mark);
    if (mark == text.size()) return;
    if (close == std::string_view::npos) return out_.words(text.substr(mark));
    at = close + (text.substr(close + 1, 2) == ": " ? 3 : 1);
  }
}

/// What of the source stands before a part of it; nothing for what is none.
std::string_view Prose::source_up_to(std::string_view text) const {
  const std::less<const char*> less;
  const bool inside =
      !less(text.data(), source_.data()) && less(text.data(), source_.data() + source_.size());
  if (!inside) return {};
  return source_.substr(0, static_cast<std::size_t>(text.data() - source_.data()));
}

/// What is struck out by an element that ends in its paragraph is left out.
void Prose::strike(const std::string& element, std::string_view tag) {
  const std::string_view before = source_up_to(tag);
  if (tag.starts_with("</")) {
    if (element == struck_) struck_.clear();
  } else if (struck_.empty() && before.data() != nullptr &&
             strikes_out(element, source_.substr(before.size()))) {
    struck_ = element;
  }
}

void Prose::tag(std::string_view tag) {
  const std::string element = element_of(tag);
  if (element == "br") return out_.line_break();
  if (element == "sup") {
    in_sup_ = tag.substr(0, 2) != "</";
    before_sup_ = source_up_to(tag);
    sup_is_power_ = takes_exponent(before_sup_);
  }
  strike(element, tag);
  if (!element.empty() && !is_inline_element(element)) out_.paragraph_break();
}

/// Tells the spans that begin with `text` by what stands before it in the source.
void Prose::count_tildes(std::string_view text) {
  const std::less<const char*> before;
  const char* const first = source_.data();
  if (before(text.data(), first) || before(first + source_.size(), text.data())) return;
  auto at = static_cast<std::size_t>(text.data() - first);
  for (auto span = marked_.rbegin(); span != marked_.rend() && *span == Tildes::unknown; ++span) {
    while (at > 0 && std::string_view("*_[`!").find(source_[at - 1]) != std::string_view::npos)
      --at;
    std::size_t tildes = 0;
    for (; at > 0 && source_[at - 1] == '~'; --at) ++tildes;
    *span = tildes > 1 ? Tildes::two : Tildes::one;
  }
}

/// The part of the source that stands where `text` does in its copy.
std::string_view Prose::in_source(std::string_view text) const {
  const std::less<const char*> before;
  const char* const first = copy_.data();
  if (copy_.empty() || before(text.data(), first) || before(first + copy_.size(), text.data()))
    return text;
  const auto behind = static_cast<std::size_t>(first + copy_.size() - text.data());
  return source_.substr(source_.size() - behind, text.size());
}

void Prose::text(MD_TEXTTYPE type, std::string_view text) {
  text = in_source(text);
  if (!note_.empty() && !text.empty()) out_.mark(std::exchange(note_, {}));
  if (!marked_.empty() && marked_.back() == Tildes::unknown) count_tildes(text);
  if (type == MD_TEXT_HTML && images_ == 0) return tag(text);
  if (text.empty() || left_out()) return;
  if (in_first_heading_) heading_ += type == MD_TEXT_SOFTBR || type == MD_TEXT_BR ? " " : text;
  switch (type) {
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: out_.line_break(); break;
    case MD_TEXT_ENTITY: out_.replace(text, decode_entity(text)); break;
    case MD_TEXT_CODE:
      if (text == "\n") out_.line_break();
      else out_.words(text);
      break;
    default:
      if (!note_mark(text) && !in_raised_tag(text)) words(text);
  }
  link_begins_ = false;
}

Prose& prose_of(void* data) { return *static_cast<Prose*>(data); }

MD_PARSER parser_for(std::string_view markdown) {
  MD_PARSER parser{};
  parser.flags = dialect | (has_wide_table(markdown) ? 0 : MD_FLAG_TABLES);
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    return prose_of(data).enter(type, detail), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    return prose_of(data).leave(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
    if (!prose_of(data).refer(referred(type, detail))) return -1;  // md4c goes on after 1
    return prose_of(data).enter(type), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    return prose_of(data).leave(type), 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    return prose_of(data).text(type, {text, size}), 0;
  };
  return parser;
}

void parse(std::string_view markdown, Prose& prose) {
  const MD_PARSER parser = parser_for(markdown);
  for (std::size_t at = 0; at < markdown.size();) {
    const std::size_t length = length_of_part(markdown.substr(at));
    if (md_parse(markdown.data() + at, static_cast<MD_SIZE>(length), &parser, &prose) != 0) {
      if (prose.referred_too_much())
        throw ReadError("its links repeat a long address or title too often to be read");
      throw std::bad_alloc();  // md4c fails for no other reason
    }
    at += length;
  }
}

}  // namespace

Decoded strip_markdown(std::string_view markdown, Metadata& metadata) {
  const std::string_view body = markdown.substr(read_front_matter(markdown, metadata));
  const MarkdownNotes notes = markdown_notes(body);
  Prose prose(markdown);
  if (!notes.body.empty()) prose.copy(notes.body);
  parse(notes.body.empty() ? body : std::string_view(notes.body), prose);
  for (const MarkdownNote& note : notes.notes) {
    prose.begin_note(note.mark);
    parse(note.content, prose);
  }
  metadata.heading = prose.heading();
  return prose.finish();
}

}  // namespace attache

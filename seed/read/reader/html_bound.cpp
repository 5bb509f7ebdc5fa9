// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_bound.h"

#include <set>
#include <unordered_map>

#include "seed/read/reader/html_math.h"
#include "seed/read/reader/html_open.h"
#include "seed/read/reader/html_scan.h"

namespace attache::reader {
namespace {

using Names = std::set<std::string_view>;
/// Stands for the beginning or end of a block whose tag is not handed on.
constexpr std::string_view paragraph_end = "<br><br>";

bool in(const Names& names, std::string_view name) { return names.count(name) > 0; }

bool is_void(std::string_view name) {
  static const Names names = {"area",   "base",   "basefont", "bgsound",  "br",
                              "col",    "embed",  "hr",       "img",      "image",
                              "input",  "keygen", "link",     "meta",     "param",
                              "source", "track",  "wbr",      "menuitem", "colgroup"};
  return in(names, name);
}

/// Elements whose contents no reader sees and whose parsing has rules of its own.
bool is_unseen(std::string_view name) {
  static const Names names = {"template", "svg", "math", "select"};
  return in(names, name);
}

/// Elements of HTML, which end a drawing or a formula that was left open.
bool breaks_out(std::string_view name) {
  static const Names names = {
      "b",      "big",  "blockquote", "body",  "br",   "center", "code",    "dd",   "div",
      "dl",     "dt",   "em",         "embed", "h1",   "h2",     "h3",      "h4",   "h5",
      "h6",     "head", "hr",         "i",     "img",  "li",     "listing", "menu", "meta",
      "nobr",   "ol",   "p",          "pre",   "ruby", "s",      "small",   "span", "strong",
      "strike", "sub",  "sup",        "table", "tt",   "u",      "ul",      "var"};
  return in(names, name);
}

/// Elements inside a drawing or formula that may hold HTML.
bool holds_html(std::string_view name) {
  static const Names names = {"foreignobject", "desc",          "title", "mi", "mo", "mn", "ms",
                              "mtext",         "annotation-xml"};
  return in(names, name);
}

/// Tags that end a select box left open; those of a table only inside one.
bool ends_select(std::string_view name, bool begins, bool in_table) {
  static const Names fields = {"input", "keygen", "textarea"};
  static const Names table = {"table", "caption", "tbody", "thead", "tfoot", "tr", "td", "th"};
  return (begins && in(fields, name)) || (in_table && in(table, name));
}

/// The name under which an element is handed on.
std::string neutral(const std::string& name) {
  static const Names formatting = {"a", "b",    "big",   "code",   "em", "font",
                                   "i", "nobr", "small", "strong", "tt", "u"};
  if (in(formatting, name)) return "span";
  if (name == "s" || name == "strike") return "del";
  if (name == "image") return "img";
  if (name == "noframes") return "div";  // of a set of frames, which is not shown
  if (name == "dialog") return "aside";  // gumbo does not know these two
  if (name == "search") return "form";
  return name;
}

/// The name without the prefix of an XML page: `m:math`.
std::string_view bare(std::string_view name) { return name.substr(name.find(':') + 1); }

bool parts_words(std::string_view name) {
  static const Names inline_names = {"span", "del", "ins",  "sub", "sup", "abbr", "cite", "q",
                                     "var",  "kbd", "mark", "bdi", "bdo", "dfn",  "time", "label"};
  return !in(inline_names, name);
}

/// Elements that may hide what is inside, by what they are.
bool hides(std::string_view name) {
  static const Names names = {"nav",    "aside", "header",   "footer", "form",
                              "button", "menu",  "noscript", "object", "canvas",
                              "audio",  "video", "template", "svg",    "math",
                              "select", "del",   "s",        "strike", "sup"};
  return in(names, name);
}

/// Whether a value's closing quotation mark never comes.
bool is_cut(std::string_view attribute) {
  const std::size_t equals = attribute.find('=');
  if (equals == std::string_view::npos) return false;
  const std::size_t value = attribute.find_first_not_of(" \t\r\n\f", equals + 1);
  if (value == std::string_view::npos) return false;
  const char quote = attribute[value];
  return (quote == '"' || quote == '\'') &&
         (value + 1 == attribute.size() || attribute.back() != quote);
}

bool is_table_part(std::string_view name) {
  static const Names names = {"td", "th", "tr", "caption", "tbody", "thead", "tfoot"};
  return in(names, name);
}

/// Text without mark-up, as a page's source has it.
std::string escaped(std::string_view text) {
  std::string source;
  for (const char byte : text) {
    if (byte == '<') source += "&lt;";
    else if (byte == '&') source += "&amp;";
    else source += byte;
  }
  return source;
}

/// The pieces of an element that may be a formula; nothing is written where it is none.
class FormulaOf {
 public:
  FormulaOf(bool is_formula, std::string& out) : is_formula_(is_formula), out_(out) {}

  void take(const HtmlPiece& piece) {
    if (!is_formula_) return;
    if (piece.kind == HtmlPiece::Kind::text) math_.words(piece.bytes);
    if (piece.kind == HtmlPiece::Kind::verbatim) math_.words(escaped(piece.bytes));
    if (piece.kind == HtmlPiece::Kind::start) math_.begin(bare(piece.name));
    if (piece.kind == HtmlPiece::Kind::end || piece.self_closing) math_.end(bare(piece.name));
  }
  void write() {
    if (is_formula_) out_ += escaped(math_.finish());
  }

 private:
  bool is_formula_;
  std::string& out_;
  MathText math_;
};

class Bounder {
 public:
  Bounder(std::string_view page, const HtmlOutline& outline)
      : page_(page), outline_(outline), scanner_(page) {
    out_.reserve(page.size());
  }
  std::string run();

 private:
  void text(std::string_view text, bool raw = false);
  void start(const HtmlPiece& opening);
  void end(const HtmlPiece& piece);
  void skip_unseen(const HtmlPiece& opening);
  void raw(const HtmlPiece& piece, const std::string& name);
  void tag(const HtmlPiece& piece, const std::string& name);
  void drop(const std::string& name);

  bool is_unclosed(const HtmlPiece& piece) const {
    return outline_.unclosed.count(static_cast<std::size_t>(piece.bytes.data() - page_.data())) > 0;
  }

  std::string_view page_;
  const HtmlOutline& outline_;
  HtmlScanner scanner_;
  OpenElements open_;
  std::unordered_map<std::string, std::size_t> dropped_;  ///< below the deepest, by name
  std::set<std::string> once_;                            ///< html, head, body and doctype met
  std::string out_;
};

std::string Bounder::run() {
  HtmlPiece piece;
  while (scanner_.next(piece)) {
    switch (piece.kind) {
      case HtmlPiece::Kind::text: text(piece.bytes); break;
      case HtmlPiece::Kind::start: start(piece); break;
      case HtmlPiece::Kind::end: end(piece); break;
      case HtmlPiece::Kind::comment: break;
      case HtmlPiece::Kind::verbatim: text(piece.bytes, true); break;
      case HtmlPiece::Kind::doctype:
        if (once_.insert("!").second) out_ += piece.bytes;
    }
  }
  return std::move(out_);
}

void Bounder::text(std::string_view text, bool raw) {
  for (const char byte : text) {
    if (byte == '<') out_ += "&lt;";
    else if (byte == '&' && raw) out_ += "&amp;";
    else out_ += byte;
  }
}

void Bounder::tag(const HtmlPiece& piece, const std::string& name) {
  out_ += '<';
  out_ += name;
  for (const std::string_view attribute : piece.attributes) {
    if (is_cut(attribute)) continue;
    out_ += ' ';
    out_ += attribute;
  }
  out_ += '>';
}

/// An element too deep: its text stays, and apart from its neighbours where it is a block.
void Bounder::drop(const std::string& name) {
  ++dropped_[name];
  if (parts_words(name)) out_ += paragraph_end;
}

void Bounder::start(const HtmlPiece& opening) {
  HtmlPiece piece = opening;
  const std::string name = neutral(piece.name);
  if (name.empty() || name == "frameset" || name == "frame") return;
  if (is_unclosed(piece)) {  // it hides nothing and says nothing of what follows
    piece.attributes.clear();
    if (hides(name)) {
      if (parts_words(name)) out_ += paragraph_end;
      return;
    }
  }
  if (is_unseen(bare(name))) return skip_unseen(piece);
  if (name == "html" || name == "head" || name == "body") {
    if (once_.insert(name).second) tag(piece, name);
    return;
  }
  if (is_hidden_raw(name) || is_shown_raw(name)) return raw(piece, name);
  const std::size_t before = open_.depth();
  const bool admitted = open_.admits(name);
  if (open_.depth() < before) dropped_.clear();
  if (!admitted) {  // as a cell of a table that was too deep
    // Without its table (or below the deepest of them) a cell still parts words, a row lines.
    const bool cell = (name == "td" || name == "th") && dropped_.empty();
    if (parts_words(name)) out_ += cell ? " " : paragraph_end;
    return;
  }
  if (is_void(name)) return tag(piece, name);
  if (open_.depth() >= max_open_elements) return drop(name);
  tag(piece, name);
  open_.open(name);
}

void Bounder::end(const HtmlPiece& piece) {
  const std::string name = neutral(piece.name);
  if (name.empty() || name == "html" || name == "body" || name == "frameset") return;
  if (is_unseen(name) || is_hidden_raw(name) || is_shown_raw(name)) return;
  if (name == "head" || name == "br") {
    out_ += "</" + name + ">";
    return;
  }
  if (const auto found = dropped_.find(name); found != dropped_.end() && found->second > 0) {
    --found->second;
    if (parts_words(name)) out_ += paragraph_end;
    return;
  }
  if (open_.close(name)) dropped_.clear();
  else if (is_table_part(name))
    out_ += name[0] == 't' && name.size() == 2 && name != "tr" ? " " : paragraph_end;
  out_ += "</" + name + ">";
}

/// Passes over an element that is not shown, up to its end or to what its parser takes for one.
void Bounder::skip_unseen(const HtmlPiece& opening) {
  const std::string name = opening.name;
  const bool foreign = bare(name) == "svg" || bare(name) == "math";
  if (foreign && opening.self_closing) return;
  std::size_t depth = 1, html = 0;
  FormulaOf formula(bare(name) == "math", out_);
  HtmlPiece piece;
  while (depth > 0 && scanner_.next(piece)) {
    formula.take(piece);
    const bool begins = piece.kind == HtmlPiece::Kind::start;
    if (!begins && piece.kind != HtmlPiece::Kind::end) continue;
    if (name == "select" && piece.name == "select") return;
    if (name == "select" && ends_select(piece.name, begins, open_.has("table"))) {
      return begins ? start(piece) : end(piece);
    }
    if (foreign && html == 0 && begins && breaks_out(piece.name)) {
      formula.write();
      return start(piece);
    }
    if (foreign && holds_html(piece.name) && !(begins && piece.self_closing)) {
      if (begins) ++html;
      else if (html > 0) --html;
    }
    if (!foreign && begins && (is_hidden_raw(piece.name) || is_shown_raw(piece.name)))
      scanner_.raw_text(piece);
    if (piece.name != name || (foreign && piece.self_closing)) continue;
    begins ? ++depth : --depth;
  }
  formula.write();
}

/// Raw text is handed on as escaped text, so that the parser can't come to another end of it.
void Bounder::raw(const HtmlPiece& piece, const std::string& name) {
  const std::string_view content = scanner_.raw_text(piece);
  if (is_hidden_raw(name)) return;
  const bool escapable = name == "title" || name == "textarea";
  const std::string shown = escapable ? name : "span";
  tag(piece, shown);
  text(content, !escapable);
  out_ += "</" + shown + ">";
}

}  // namespace

std::string bounded_html(std::string_view page, const HtmlOutline& outline) {
  return Bounder(page, outline).run();
}

}  // namespace attache::reader

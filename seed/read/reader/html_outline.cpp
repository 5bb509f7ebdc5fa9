// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_outline.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>

#include "seed/read/reader/html_scan.h"

namespace attache::reader {
namespace {

/// Elements whose end tag no page may leave out.
bool has_to_be_closed(std::string_view name) {
  static const std::set<std::string_view> names = {
      "a",      "article", "aside", "audio",    "button",   "canvas", "center", "details",
      "dialog", "div",     "dl",    "fieldset", "footer",   "form",   "header", "main",
      "math",   "menu",    "nav",   "noscript", "object",   "ol",     "search", "section",
      "select", "span",    "svg",   "table",    "template", "ul",     "video",  "figure",
      "sup",    "sub",     "del",   "s",        "strike",   "dir"};
  return names.count(name) > 0;
}

bool is_linked_data(const HtmlPiece& piece) {
  return piece.name == "script" &&
         std::any_of(piece.attributes.begin(), piece.attributes.end(), [](std::string_view one) {
           return one.find("ld+json") != std::string_view::npos;
         });
}

class Outliner {
 public:
  explicit Outliner(std::string_view page) : page_(page), scanner_(page) {}
  HtmlOutline run();

 private:
  void start(const HtmlPiece& piece);
  void end(const std::string& name);

  std::string_view page_;
  HtmlScanner scanner_;
  std::unordered_map<std::string, std::vector<std::size_t>> open_;  ///< offsets by name
  HtmlOutline outline_;
};

HtmlOutline Outliner::run() {
  HtmlPiece piece;
  while (scanner_.next(piece)) {
    if (piece.kind == HtmlPiece::Kind::start) start(piece);
    if (piece.kind == HtmlPiece::Kind::end) end(piece.name);
  }
  for (const auto& [name, offsets] : open_)
    outline_.unclosed.insert(offsets.begin(), offsets.end());
  return std::move(outline_);
}

void Outliner::start(const HtmlPiece& piece) {
  if (is_hidden_raw(piece.name) || is_shown_raw(piece.name)) {
    const std::string_view content = scanner_.raw_text(piece);
    if (is_linked_data(piece)) outline_.linked_data.push_back(content);
    return;
  }
  if (!has_to_be_closed(piece.name)) return;
  const auto offset = static_cast<std::size_t>(piece.bytes.data() - page_.data());
  if (piece.self_closing) {  // which HTML knows in drawings only
    if (piece.name != "svg" && piece.name != "math") outline_.unclosed.insert(offset);
    return;
  }
  // A link ends where the next one begins.
  if (piece.name == "a") {
    for (const std::size_t before : open_["a"]) outline_.unclosed.insert(before);
    open_["a"].clear();
  }
  open_[piece.name].push_back(offset);
}

void Outliner::end(const std::string& name) {
  const auto found = open_.find(name);
  if (found != open_.end() && !found->second.empty()) found->second.pop_back();
}

}  // namespace

HtmlOutline outline_of(std::string_view page) { return Outliner(page).run(); }

}  // namespace attache::reader

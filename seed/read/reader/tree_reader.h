// SPDX-License-Identifier: MIT
#pragma once

#include <pugixml.hpp>

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "seed/read/reader/tree_text.h"
#include "seed/read/reader/xml_walk.h"

namespace attache::reader {

/// Reads a tree of paragraphs, lists, tables and notes, whatever its depth. What differs between
/// formats is what `enter` and `leave` do with a node.
class TreeReader {
 public:
  TreeReader() = default;
  TreeReader(const TreeReader&) = delete;
  TreeReader& operator=(const TreeReader&) = delete;
  virtual ~TreeReader() = default;

  /// The text of this part and, behind it, of its notes in the order of their marks.
  std::string read(const pugi::xml_node& root) {
    read_part(root);
    for (std::size_t next = 0; next < notes_.size(); ++next) {  // a note may have notes
      text_.begin_note(notes_[next].first);
      const pugi::xml_node note = notes_[next].second;
      read_part(note);
    }
    return text_.finish();
  }

  /// The first heading of the text that was read.
  const std::string& heading() const { return heading_; }

 protected:
  /// Whether to go below the node.
  virtual bool enter(const pugi::xml_node& node) = 0;
  /// Behind all that is below a node where `enter` said yes.
  virtual void leave(const pugi::xml_node& node) = 0;

  /// A block inside a paragraph (a text box) is read behind it; false where none is open.
  bool put_off(const pugi::xml_node& block) {
    if (!text_.in_paragraph()) return false;
    put_off_.push_back(block);
    return true;
  }
  /// To be called where a paragraph or a row has ended.
  void settle() {
    if (settling_) return;
    settling_ = true;
    while (!put_off_.empty() && text_.between_blocks()) {
      const pugi::xml_node block = put_off_.front();
      put_off_.pop_front();
      walk_part(block);
    }
    settling_ = false;
  }
  void add_note(std::string mark, const pugi::xml_node& note) {
    notes_.emplace_back(std::move(mark), note);
  }

  /// To be called where a heading is about to end.
  void keep_heading() {
    if (heading_.empty()) heading_ = text_.paragraph();
  }

  TreeText text_;

 private:
  void walk_part(const pugi::xml_node& root) {
    walk_xml(
        root, [&](const pugi::xml_node& node) { return enter(node); },
        [&](const pugi::xml_node& node) { leave(node); });
  }
  void read_part(const pugi::xml_node& root) {
    walk_part(root);
    text_.end_block();
    settle();
  }

  std::deque<pugi::xml_node> put_off_;
  std::vector<std::pair<std::string, pugi::xml_node>> notes_;
  std::string heading_;
  bool settling_ = false;
};

}  // namespace attache::reader

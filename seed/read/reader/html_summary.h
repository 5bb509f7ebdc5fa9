// SPDX-License-Identifier: MIT
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <unordered_map>

namespace attache::reader {

/// What stands at or below an element, as far as it decides how the element is read. Lengths are in
/// bytes without white space.
struct Summary {
  std::size_t text = 0;      ///< what is shown
  std::size_t linked = 0;    ///< of it what is a link and does not read as sentences
  std::size_t prose = 0;     ///< of it what reads as sentences
  std::size_t links = 0;     ///< links that have words
  std::size_t actions = 0;   ///< of them those that do something with the page: share, print, go up
  std::size_t buttons = 0;   ///< what is pressed
  std::size_t answers = 0;   ///< fields for longer texts
  std::size_t controls = 0;  ///< fields and buttons of all kinds
  std::size_t items = 0;     ///< list items and articles
  std::size_t raised = 0;    ///< <sup>
  std::size_t breaks = 0;    ///< <br>
  std::size_t nodes = 0;     ///< at and below it
  std::size_t parts = 0;     ///< paragraphs, items and other runs of words that blocks part
  std::size_t rows = 0;      ///< of tables, those that have words
  std::size_t headers = 0;   ///< <th>
  bool heading = false;
  bool label = false;      ///< unlinked words that end with a colon
  bool text_cell = false;  ///< holds a cell of several parts, sentences among them
  bool lays_out = false;   ///< holds blocks or long prose, as tables do that lay a page out;
                           ///< for a table itself also one row, or text cells, without headers
  bool sentences = false;  ///< words of its own, and not of the blocks inside, are sentences
  std::size_t run = 0;     ///< words that no block has ended yet
  std::size_t run_linked = 0;
  bool run_marks = false;  ///< the end of a sentence is among them
};

/// The summaries of all elements of a tree, found in one pass, so that boxes inside boxes are not
/// looked through again for each of them.
class Summaries {
 public:
  explicit Summaries(const GumboNode& root);
  const Summary& of(const GumboNode& element) const { return all_.at(&element); }

 private:
  std::unordered_map<const GumboNode*, Summary> all_;
};

}  // namespace attache::reader

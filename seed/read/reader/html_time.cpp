// SPDX-License-Identifier: MIT
#include <string>

#include "seed/read/date.h"
#include "seed/read/reader/block_writer.h"
#include "seed/read/reader/html_title.h"
#include "seed/read/reader/html_tree.h"

namespace attache::reader {
namespace {

/// Looks for the article's own <time> from the beginning of the page to its end.
class TimeFinder {
 public:
  TimeFinder(const PageParts& parts, const Summaries& summaries, bool early)
      : parts_(parts), summaries_(summaries), early_(early) {}

  std::string find() {
    walk(*parts_.body, [&](const GumboNode& node) { return found_.empty() && visit(node); });
    return found_;
  }

 private:
  bool visit(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    const GumboNode* title = parts_.title;
    titled_ = titled_ || &node == title ||
              (title != nullptr && &node == title->parent && &node != parts_.body);
    if (is_foreign(node)) return false;
    sentences_ = sentences_ || (is_block(tag) && summaries_.of(node).sentences);
    if (tag == GUMBO_TAG_TIME && fits(node)) take(node);
    return true;
  }

  /// What is not the article's own, or not seen.
  bool is_foreign(const GumboNode& node) const {
    if (parts_.core.count(&node) > 0) return false;
    const GumboTag tag = tag_of(node);
    return is_unseen(tag) || is_hidden(node) || is_set_apart(node) || tag == GUMBO_TAG_LI ||
           tag == GUMBO_TAG_ARTICLE ||
           (tag == GUMBO_TAG_HEADER && !(parts_.marked && in_region(node)));
  }

  bool fits(const GumboNode& time) const {
    if (early_) return !sentences_ && (in_region(time) || (titled_ && !parts_.marked));
    const GumboNode& block = block_of(time);
    if (!in_region(time) || summaries_.of(block).sentences) return false;
    // Behind the text other things may follow than the article's own line.
    return parts_.after.count(&time) == 0 ||
           (parts_.marked && block.parent == parts_.region && summaries_.of(block).links == 0);
  }

  bool in_region(const GumboNode& node) const { return parts_.inside.count(&node) > 0; }

  static const GumboNode& block_of(const GumboNode& node) {
    const GumboNode* block = &node;
    for (int up = 0; up < 32 && block->parent != nullptr && !is_block(tag_of(*block)); ++up)
      block = block->parent;
    return *block;
  }

  void take(const GumboNode& time) {
    const std::string_view said = attribute(time, "datetime");
    found_ = iso_date(said.empty() ? folded(text_below(time)) : std::string(said));
  }

  const PageParts& parts_;
  const Summaries& summaries_;
  bool early_;
  bool titled_ = false;
  bool sentences_ = false;
  std::string found_;
};

}  // namespace

std::string own_time(const PageParts& parts, const Summaries& summaries, bool early) {
  return TimeFinder(parts, summaries, early).find();
}

}  // namespace attache::reader

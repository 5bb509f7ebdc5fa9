// SPDX-License-Identifier: MIT
#include "seed/read/reader/html_furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "seed/read/reader/html_lead.h"
#include "seed/read/reader/html_tree.h"
#include "seed/read/word_list.h"
#include "seed/text/ascii.h"

namespace attache::reader {
namespace {

using namespace std::string_view_literals;

/// A notice is short: what has more text is read.
constexpr std::size_t long_notice = 600;
/// A form with so much prose is a page that is one large form.
constexpr std::size_t much_prose = 1500;
/// A label: "Member of:".
constexpr std::size_t long_label = 60;

bool is_pressed(GumboTag tag) {
  return tag == GUMBO_TAG_BUTTON || tag == GUMBO_TAG_SELECT || tag == GUMBO_TAG_TEXTAREA ||
         tag == GUMBO_TAG_INPUT;
}

/// The element that a role makes of another one.
GumboTag acted_tag(const GumboNode& element) {
  const std::string_view role = attribute(element, "role");
  if (role == "navigation" || role == "menu" || role == "menubar") return GUMBO_TAG_NAV;
  if (role == "complementary") return GUMBO_TAG_ASIDE;
  if (role == "contentinfo") return GUMBO_TAG_FOOTER;
  if (role == "banner") return GUMBO_TAG_HEADER;
  if (role == "search" || role == "toolbar") return GUMBO_TAG_FORM;
  return tag_of(element);
}

bool is_dialog(const GumboNode& element) {
  const std::string_view role = attribute(element, "role");
  return role == "dialog" || role == "alertdialog" || attribute(element, "aria-modal") == "true";
}

/// Boxes that may be bars of links.
bool is_box(GumboTag tag) {
  constexpr std::array boxes = {
      GUMBO_TAG_DIV, GUMBO_TAG_SECTION,  GUMBO_TAG_UL,      GUMBO_TAG_OL,
      GUMBO_TAG_DL,  GUMBO_TAG_MENU,     GUMBO_TAG_DIR,     GUMBO_TAG_P,
      GUMBO_TAG_TD,  GUMBO_TAG_TH,       GUMBO_TAG_TABLE,   GUMBO_TAG_CENTER,
      GUMBO_TAG_TR,  GUMBO_TAG_FIELDSET, GUMBO_TAG_DETAILS, GUMBO_TAG_TBODY};
  return std::find(boxes.begin(), boxes.end(), tag) != boxes.end();
}

/// Boxes that hold others, where a list or paragraph stands for itself.
bool is_wrapper(GumboTag tag) {
  return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE ||
         tag == GUMBO_TAG_DETAILS;
}

/// Names of boxes that ask for consent. They alone decide nothing: a button has to be there.
bool names_consent(std::string_view names) {
  const std::string lower = ascii::lower_case(names);
  const WordList& words = word_list("consent");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return lower.find(word) != std::string::npos;
  });
}

}  // namespace

Furniture::Furniture(const PageParts& parts, const Summaries& summaries)
    : parts_(parts), summaries_(summaries), page_(summaries.of(*parts.body)) {}

bool Furniture::is_furniture(const GumboNode& element, const PagePlace& place) const {
  if (parts_.core.count(&element) > 0) return false;
  const Summary& box = summaries_.of(element);
  const GumboTag tag = tag_of(element);
  if (tag == GUMBO_TAG_ARTICLE && (place.in_region || !parts_.marked)) return false;
  if (is_apart(element, box, place) || is_notice(element, box, place)) return true;
  if (is_bar(element, box, place) || is_skip_link(element, box, place)) return true;
  // Beside what the page marks as its text only sentences are read.
  return parts_.marked && !place.in_region && box.prose == 0;
}

/// What HTML sets apart by its elements and roles.
bool Furniture::is_apart(const GumboNode& element, const Summary& box,
                         const PagePlace& place) const {
  if (holds_all(box)) return false;
  const GumboTag tag = acted_tag(element);
  if (is_pressed(tag)) return element.parent == nullptr || !is_heading(tag_of(*element.parent));
  switch (tag) {
    case GUMBO_TAG_NAV: return box.prose * 2 < box.text || box.links > 1;
    case GUMBO_TAG_MENU: return box.buttons > 0;
    case GUMBO_TAG_ASIDE: return true;
    case GUMBO_TAG_HEADER:
      return !place.in_article && !(place.in_region && (parts_.marked || box.heading)) &&
             !holds_most(box);
    case GUMBO_TAG_FOOTER: return !place.in_article || (box.links > 0 && box.prose == 0);
    case GUMBO_TAG_FORM:
      return (box.controls > 0 || tag != tag_of(element)) && box.prose <= much_prose &&
             !holds_most(box);
    default: return false;
  }
}

/// Dialogs, questions for consent, comments of readers.
bool Furniture::is_notice(const GumboNode& element, const Summary& box,
                          const PagePlace& place) const {
  if (holds_all(box)) return false;
  const GumboTag tag = tag_of(element);
  if (is_dialog(element)) return true;
  if (attribute(element, "aria-hidden") == "true") return !holds_most(box);
  if (!is_box(tag)) return false;
  const bool asks = box.buttons > 0 && (names_consent(attribute(element, "class")) ||
                                        names_consent(attribute(element, "id")));
  if (asks && box.text <= 2 * long_notice) return true;
  if (holds_most(box)) return false;
  if (!place.in_region && box.buttons > 1 && !box.heading && box.text <= long_notice) return true;
  // Comments are items above a field for another one.
  return box.answers > 0 && box.items > 0 && is_wrapper(tag);
}

/// Boxes of links. Beside the text all of them go; inside it only those that are made of buttons or
/// have neither a label nor a heading, and behind its last sentences those with a heading as well.
bool Furniture::is_bar(const GumboNode& element, const Summary& box, const PagePlace& place) const {
  const GumboTag tag = tag_of(element);
  if (!is_box(tag) || place.in_data || place.in_labelled || box.links == 0) return false;
  if (page_.prose == 0 || box.prose > 0) return false;
  if (box.actions * 2 > box.links && box.linked * 5 >= box.text * 2) return true;
  if (is_link_cell(element, box)) return true;
  if (box.links < 2) return false;
  const bool beside = !place.in_region || parts_.before.count(&element) > 0;
  if (beside && is_of_text(element, box, place)) return false;
  if (beside) return box.linked * 2 >= box.text;
  if (is_led_in(element)) return false;
  if (!is_wrapper(tag) || box.linked * 10 < box.text * 7 || box.label) return false;
  if (!box.heading) return true;
  return tag == GUMBO_TAG_DIV && parts_.after.count(&element) > 0;
}

/// A cell of links alone, beside the one that has the text.
bool Furniture::is_link_cell(const GumboNode& element, const Summary& box) const {
  const GumboTag tag = tag_of(element);
  return (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) && box.linked == box.text &&
         parts_.around.count(element.parent) > 0;
}

/// A list between the page's title and a box that has most of the sentences, which the title's text
/// leads over to: "a member of the following organizations:", a heading of its own.
bool Furniture::is_of_text(const GumboNode& element, const Summary& box,
                           const PagePlace& place) const {
  if (place.in_region || parts_.marked || parts_.around.count(element.parent) == 0) return false;
  const LeadIn lead = lead_in(element, parts_.title);
  if (lead == LeadIn::words) return true;
  if (parts_.between.count(&element) == 0) return false;
  const bool beside_title = parts_.title->parent == element.parent;
  return lead != LeadIn::none || (beside_title && (box.heading || box.label));
}

/// "Skip to the content", beside the text and not in a line of words.
bool Furniture::is_skip_link(const GumboNode& element, const Summary& box,
                             const PagePlace& place) const {
  const bool beside = !place.in_region || parts_.before.count(&element) > 0;
  if (!beside || page_.prose == 0 || box.prose > 0 || !has_attribute(element, "href")) return false;
  const bool in_line = element.parent != nullptr && summaries_.of(*element.parent).sentences;
  return box.links == 1 && box.actions == 1 && !in_line;
}

bool Furniture::is_labelled(const GumboNode& element, const PagePlace& place) const {
  const Summary& box = summaries_.of(element);
  if (box.links > 1 && box.prose == 0 && is_of_text(element, box, place)) return true;
  if (!place.in_region || !is_wrapper(tag_of(element)) || box.links == 0 || box.prose > 0 ||
      parts_.core.count(&element) > 0)
    return false;
  return box.label || box.heading || box.text - box.linked <= long_label || is_led_in(element);
}

}  // namespace attache::reader

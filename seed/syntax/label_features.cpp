// SPDX-License-Identifier: MIT
#include <array>

#include "seed/syntax/features.h"
#include "seed/syntax/model.h"
#include "seed/syntax/node_values.h"
#include "seed/syntax/templates.h"

namespace attache {

namespace {

/// side: which of the two is first; h: the head; m: the dependent; g: the head's head; p, n: the
/// words before and behind one; l, r: its outermost dependents. w: word; t: tag; c: fine cluster;
/// e: ending; x: shape; k: relation; z: set of the dependents' labels; d: distance.
enum class LabelAtom : std::uint8_t {
  side,
  hw,
  ht,
  hc,
  hk,
  hpt,
  hnt,
  hlz,
  hrz,
  hlk,
  hrk,
  gt,
  mw,
  mt,
  mc,
  me,
  mx,
  mpt,
  mnt,
  mpw,
  mnw,
  mz,
  mlw,
  mlk,
  mrw,
  mrk,
  d,
  count
};

AtomValues<LabelAtom> label_atoms(const TaggedWords& words, const ArcEnd& h, const ArcEnd& m) {
  using enum LabelAtom;
  const NodeValues of(words);
  AtomValues<LabelAtom> v;
  v.set(side, h.word < m.word), v.set(d, distance_class(h.word, m.word));
  v.set(hw, of.word(h.word)), v.set(ht, of.tag(h.word)), v.set(hc, of.cluster(h.word));
  v.set(hk, h.head == no_node ? absent : h.label), v.set(gt, of.tag(h.head));
  v.set(hpt, of.tag(h.word - 1)), v.set(hnt, of.tag(h.word + 1));
  v.set(hlz, of.labels(h.left)), v.set(hrz, of.labels(h.right));
  v.set(hlk, of.label(h.left)), v.set(hrk, of.label(h.right));
  v.set(mw, of.word(m.word)), v.set(mt, of.tag(m.word)), v.set(mc, of.cluster(m.word));
  v.set(me, of.suffix(m.word)), v.set(mx, of.shape(m.word));
  v.set(mpt, of.tag(m.word - 1)), v.set(mnt, of.tag(m.word + 1));
  v.set(mpw, of.word(m.word - 1)), v.set(mnw, of.word(m.word + 1));
  v.set(mz, of.folded(m.left.labels | m.right.labels));
  v.set(mlw, of.word(m.left.outer)), v.set(mlk, of.label(m.left));
  v.set(mrw, of.word(m.right.outer)), v.set(mrk, of.label(m.right));
  return v;
}

using L = LabelAtom;
using T = Template<LabelAtom>;

constexpr std::array label_templates{T(L::side, L::hw, L::mw),
                                     T(L::side, L::hw, L::mt),
                                     T(L::side, L::ht, L::mw),
                                     T(L::side, L::ht, L::mt),
                                     T(L::side, L::hc, L::mc),
                                     T(L::side, L::hc, L::mt),
                                     T(L::side, L::ht, L::mc),
                                     T(L::side, L::hw),
                                     T(L::side, L::mw),
                                     T(L::side, L::mc, L::mt),
                                     T(L::side, L::ht, L::me),
                                     T(L::side, L::ht, L::mt, L::d),
                                     T(L::side, L::ht, L::mt, L::mnt),
                                     T(L::side, L::ht, L::mt, L::mpt),
                                     T(L::side, L::ht, L::mt, L::hnt),
                                     T(L::side, L::ht, L::mt, L::hpt),
                                     T(L::side, L::hlz, L::ht, L::mt),
                                     T(L::side, L::hrz, L::ht, L::mt),
                                     T(L::side, L::hlz, L::hw),
                                     T(L::side, L::hrz, L::hw, L::mt),
                                     T(L::side, L::mz, L::ht, L::mt),
                                     T(L::side, L::mz, L::hw),
                                     T(L::side, L::mz, L::mw),
                                     T(L::side, L::mlw, L::ht, L::mt),
                                     T(L::side, L::mlw, L::hw, L::mt),
                                     T(L::side, L::mlw, L::mw),
                                     T(L::side, L::mlk, L::ht, L::mt),
                                     T(L::side, L::mrw, L::ht, L::mt),
                                     T(L::side, L::mrk, L::mt),
                                     T(L::side, L::hk, L::ht, L::mt),
                                     T(L::side, L::hlk, L::ht, L::mt),
                                     T(L::side, L::hrk, L::ht, L::mt),
                                     T(L::side, L::gt, L::ht, L::mt),
                                     T(L::side, L::mpw, L::ht, L::mt),
                                     T(L::side, L::mx, L::ht, L::mt),
                                     T(L::side, L::hlz, L::hrz, L::mt),
                                     T(L::side, L::mnw, L::mt),
                                     T(L::mz, L::hlz, L::ht, L::mt)};

}  // namespace

ArcEnd end_on_stack(const Stacks& stacks, std::int32_t place) {
  const auto& entry = stacks.at(place);
  const auto head = entry.has_head ? stacks.at(entry.below).word : no_node;
  return {entry.word, head, entry.label, entry.left, entry.right};
}

ArcEnd end_in_buffer(const Configuration& configuration) {
  return {configuration.next, no_node, 0, configuration.left, {}};
}

template <typename Table>
void add_label_features(const TaggedWords& sentence, const ArcEnd& head, const ArcEnd& dependent,
                        Table table, FeatureRows& rows) {
  add_rows<label_templates, 0>(label_atoms(sentence, head, dependent), table, rows);
}

// For weights of a byte, and for those of four bytes while they are learned.
using LabelTable = RowTable<label_classes>;
using LearnedLabels = RowTable<4 * label_classes>;
template void add_label_features(const TaggedWords&, const ArcEnd&, const ArcEnd&, LabelTable,
                                 FeatureRows&);
template void add_label_features(const TaggedWords&, const ArcEnd&, const ArcEnd&, LearnedLabels,
                                 FeatureRows&);

}  // namespace attache

// SPDX-License-Identifier: MIT
#include <array>

#include "seed/syntax/features.h"
#include "seed/syntax/model.h"
#include "seed/syntax/templates.h"

namespace attache {

namespace {

/// p, p2: the words before; n, n2: those behind; none: the word itself. w: word; c, C: fine and
/// coarse class; t: tag; s2, s3: ending; pre: beginning; x: shape; first: starts the sentence.
enum class TagAtom : std::uint8_t {
  w,
  c,
  C,
  s2,
  s3,
  pre,
  x,
  first,
  pw,
  pc,
  pC,
  pt,
  ps3,
  p2w,
  p2t,
  nw,
  nc,
  nC,
  ns3,
  nx,
  n2w,
  n2c,
  count
};

using A = TagAtom;
using T = Template<TagAtom>;

constexpr std::uint32_t edge = 0xFFFFFFFF;
constexpr SyntaxWord outside{edge, edge, edge, edge, edge, edge, edge, SyntaxWord::no_tag};

const SyntaxWord& word_at(std::span<const SyntaxWord> words, std::size_t place) {
  return place < words.size() ? words[place] : outside;  // before the first: wraps round
}

AtomValues<TagAtom> word_atoms(std::span<const SyntaxWord> words, std::size_t i) {
  AtomValues<TagAtom> v;
  const auto& self = words[i];
  v.set(A::w, self.word), v.set(A::c, self.cluster), v.set(A::C, self.coarse);
  v.set(A::s2, self.suffix2), v.set(A::s3, self.suffix3), v.set(A::pre, self.prefix);
  v.set(A::x, self.shape), v.set(A::first, i == 0);
  const auto& before = word_at(words, i - 1);
  v.set(A::pw, before.word), v.set(A::pC, before.coarse);
  v.set(A::p2w, word_at(words, i - 2).word);
  const auto& behind = word_at(words, i + 1);
  v.set(A::nw, behind.word), v.set(A::nC, behind.coarse);
  v.set(A::ns3, behind.suffix3), v.set(A::nx, behind.shape);
  v.set(A::n2w, word_at(words, i + 2).word), v.set(A::n2c, word_at(words, i + 2).cluster);
  return v;
}

constexpr std::array word_templates{T(A::w),           T(A::w, A::x, A::first),
                                    T(A::s3, A::x),    T(A::s3, A::first),
                                    T(A::s2, A::x),    T(A::pre, A::x),
                                    T(A::c),           T(A::c, A::x, A::first),
                                    T(A::x, A::first), T(A::pw),
                                    T(A::pw, A::w),    T(A::pw, A::c),
                                    T(A::pw, A::s3),   T(A::pC, A::C),
                                    T(A::p2w),         T(A::p2w, A::pw),
                                    T(A::nw),          T(A::w, A::nw),
                                    T(A::nw, A::s3),   T(A::C, A::nC),
                                    T(A::ns3),         T(A::nx, A::x),
                                    T(A::n2w),         T(A::n2c),
                                    T(A::nw, A::n2w)};

AtomValues<TagAtom> tag_atoms(std::span<const SyntaxWord> words, std::span<const TagId> tags,
                              std::size_t i) {
  AtomValues<TagAtom> v;
  const auto& self = words[i];
  v.set(A::w, self.word), v.set(A::c, self.cluster), v.set(A::C, self.coarse);
  v.set(A::s3, self.suffix3), v.set(A::x, self.shape);
  v.set(A::pt, i > 0 ? tags[i - 1] : edge), v.set(A::p2t, i > 1 ? tags[i - 2] : edge);
  const auto& behind = word_at(words, i + 1);
  v.set(A::nw, behind.word), v.set(A::nc, behind.cluster), v.set(A::nC, behind.coarse);
  v.set(A::ns3, behind.suffix3);
  return v;
}

constexpr std::array tag_templates{T(A::pt),
                                   T(A::p2t, A::pt),
                                   T(A::pt, A::w),
                                   T(A::p2t, A::pt, A::w),
                                   T(A::p2t, A::pt, A::s3),
                                   T(A::pt, A::s3),
                                   T(A::pt, A::c),
                                   T(A::pt, A::x),
                                   T(A::nc, A::pt),
                                   T(A::ns3, A::pt),
                                   T(A::pt, A::nw),
                                   T(A::pt, A::w, A::nw),
                                   T(A::pt, A::C, A::nC)};

}  // namespace

template <typename Table>
void add_word_features(std::span<const SyntaxWord> words, std::size_t word, Table table,
                       FeatureRows& rows) {
  add_rows<word_templates, 0>(word_atoms(words, word), table, rows);
}

template <typename Table>
void add_tag_features(std::span<const SyntaxWord> words, std::span<const TagId> tags,
                      std::size_t word, Table table, FeatureRows& rows) {
  add_rows<tag_templates, 1000>(tag_atoms(words, tags, word), table, rows);
}

// For weights of a byte, and for those of four bytes while they are learned.
using TagTable = RowTable<tag_classes>;
using LearnedTags = RowTable<4 * tag_classes>;
template void add_word_features(std::span<const SyntaxWord>, std::size_t, TagTable, FeatureRows&);
template void add_word_features(std::span<const SyntaxWord>, std::size_t, LearnedTags,
                                FeatureRows&);
template void add_tag_features(std::span<const SyntaxWord>, std::span<const TagId>, std::size_t,
                               TagTable, FeatureRows&);
template void add_tag_features(std::span<const SyntaxWord>, std::span<const TagId>, std::size_t,
                               LearnedTags, FeatureRows&);

}  // namespace attache

// SPDX-License-Identifier: MIT
#include <array>

#include "seed/syntax/features.h"
#include "seed/syntax/node_values.h"
#include "seed/syntax/templates.h"
#include "seed/syntax/transitions.h"

namespace attache {

namespace {

/// s: the top of the stack; r: the one below it, which is the top's head where it has one; q: the
/// one below that; b, b1, b2, b3: the next words; sl, sr, bl: outermost dependents, sl2, sr2, bl2:
/// those inside of them. w: word; t: tag; c, C: fine and coarse class; k: relation to the head;
/// n: number of dependents; z: set of their labels. d: distance; m: what stands between s and b;
/// sa: the tag behind s; bp: the tag before b.
enum class ActionAtom : std::uint8_t {
  sw,
  st,
  sc,
  sC,
  sk,
  bw,
  bt,
  bc,
  bC,
  b1w,
  b1t,
  b1C,
  b2w,
  b2t,
  b3t,
  rw,
  rt,
  rC,
  rk,
  qt,
  slw,
  slt,
  slk,
  sl2t,
  srw,
  srt,
  srk,
  sr2t,
  blw,
  blt,
  blk,
  bl2t,
  sln,
  srn,
  bln,
  slz,
  srz,
  blz,
  d,
  m,
  sa,
  bp,
  count
};

using A = ActionAtom;
using T = Template<ActionAtom>;
using Values = AtomValues<ActionAtom>;

constexpr std::array next_templates{T(A::bw, A::bt),
                                    T(A::bw),
                                    T(A::bt),
                                    T(A::bc, A::bt),
                                    T(A::b1w, A::b1t),
                                    T(A::b1t),
                                    T(A::b2w),
                                    T(A::bt, A::b1t),
                                    T(A::bt, A::b1t, A::b2t),
                                    T(A::bt, A::b1t, A::b2t, A::b3t)};

Values next_atoms(const NodeValues& of, std::int32_t b) {
  Values a;
  a.set(A::bw, of.word(b)), a.set(A::bt, of.tag(b)), a.set(A::bc, of.cluster(b));
  a.set(A::b1w, of.word(b + 1)), a.set(A::b1t, of.tag(b + 1));
  a.set(A::b2w, of.word(b + 2)), a.set(A::b2t, of.tag(b + 2)), a.set(A::b3t, of.tag(b + 3));
  return a;
}

constexpr std::array pair_templates{T(A::sw, A::st),
                                    T(A::sw),
                                    T(A::st),
                                    T(A::sc, A::st),
                                    T(A::sw, A::st, A::bw, A::bt),
                                    T(A::sw, A::st, A::bt),
                                    T(A::st, A::bw, A::bt),
                                    T(A::sw, A::bw),
                                    T(A::st, A::bt),
                                    T(A::sc, A::bc),
                                    T(A::sC, A::bC, A::st, A::bt),
                                    T(A::sc, A::bt),
                                    T(A::st, A::bc),
                                    T(A::sw, A::bC),
                                    T(A::sC, A::bw),
                                    T(A::st, A::bt, A::b1t),
                                    T(A::st, A::bt, A::b1w),
                                    T(A::st, A::bt, A::b1C),
                                    T(A::st, A::bt, A::b1t, A::b2t),
                                    T(A::st, A::sa, A::bt),
                                    T(A::st, A::bp, A::bt),
                                    T(A::sw, A::bt, A::b1t),
                                    T(A::bw, A::st, A::b1t),
                                    T(A::sw, A::d),
                                    T(A::bw, A::d),
                                    T(A::sw, A::bw, A::d),
                                    T(A::st, A::bt, A::d),
                                    T(A::st, A::bt, A::m),
                                    T(A::sw, A::bt, A::m),
                                    T(A::st, A::bw, A::m)};

Values pair_atoms(const TaggedWords& words, std::int32_t s, std::int32_t b) {
  const NodeValues of(words);
  const bool pair = s != no_node;
  Values a;
  a.set(A::sw, of.word(s)), a.set(A::st, of.tag(s)), a.set(A::sc, of.cluster(s));
  a.set(A::sC, of.coarse(s)), a.set(A::sa, pair ? of.tag(s + 1) : absent);
  a.set(A::bw, of.word(b)), a.set(A::bt, of.tag(b)), a.set(A::bc, of.cluster(b));
  a.set(A::bC, of.coarse(b)), a.set(A::bp, of.tag(b - 1));
  a.set(A::b1w, of.word(b + 1)), a.set(A::b1t, of.tag(b + 1)), a.set(A::b1C, of.coarse(b + 1));
  a.set(A::b2t, of.tag(b + 2));
  a.set(A::d, pair ? distance_class(s, b) : absent);
  a.set(A::m, pair ? words.between(s, b) : absent);
  return a;
}

constexpr std::array tree_templates{
    // The one below the top, head or not.
    T(A::rw, A::rt), T(A::rt, A::st, A::bt), T(A::rw, A::st, A::bt), T(A::rC, A::sC, A::bC),
    T(A::rt, A::st, A::bt, A::b1t), T(A::rw, A::sw, A::bt), T(A::rt, A::sk, A::st, A::bt),
    T(A::rk, A::sk, A::bt), T(A::qt, A::rt, A::st, A::bt), T(A::sk), T(A::sk, A::bt),
    T(A::sk, A::st, A::bt, A::b1t), T(A::sk, A::sw, A::bt), T(A::rw, A::bw, A::sk),
    T(A::rw, A::blw, A::bt, A::sk), T(A::rw, A::blw, A::sw), T(A::rC, A::blw, A::sC),
    T(A::rt, A::st, A::bt, A::blw), T(A::rC, A::bC, A::blw, A::sk), T(A::rt, A::st, A::bt, A::m),
    // 20: dependents.
    T(A::slw, A::st, A::bt), T(A::slt, A::st, A::bt), T(A::slk, A::st, A::bt),
    T(A::srw, A::st, A::bt), T(A::srt, A::st, A::bt), T(A::srk, A::st, A::bt),
    T(A::srk, A::sw, A::bt), T(A::blw, A::st, A::bt), T(A::blt, A::st, A::bt),
    T(A::blk, A::st, A::bt), T(A::blk, A::sw, A::bw), T(A::blw, A::sw, A::bt), T(A::blw, A::bw),
    T(A::blw, A::sc, A::bc), T(A::sl2t, A::slt, A::st), T(A::sr2t, A::srt, A::st, A::bt),
    T(A::bl2t, A::blt, A::bt, A::st), T(A::st, A::bt, A::m, A::srk),
    // 38: their number and kinds.
    T(A::st, A::srn, A::bt), T(A::sw, A::sln), T(A::bw, A::bln), T(A::sw, A::srz),
    T(A::st, A::srz, A::bt), T(A::sw, A::slz), T(A::st, A::slz, A::bt), T(A::bw, A::blz),
    T(A::bt, A::blz, A::st), T(A::slz, A::srz, A::st, A::bt)};

// Which of them look at the same, and so are summed up together.
constexpr auto below_places = places_from<20>(0);
constexpr std::array<std::size_t, 17> top_places{20, 21, 22, 23, 24, 25, 26, 34, 35,
                                                 37, 38, 39, 41, 42, 43, 44, 47};
constexpr std::array<std::size_t, 11> left_places{27, 28, 29, 30, 31, 32, 33, 36, 40, 45, 46};
static_assert(below_places.size() + top_places.size() + left_places.size() ==
              tree_templates.size());

static_assert(next_templates.size() + pair_templates.size() + tree_templates.size() <=
              FeatureRows::capacity);

Values below_atoms(const TaggedWords& words, const StackEntry& s, const StackEntry& r,
                   const StackEntry& q, const Configuration& now) {
  const NodeValues of(words);
  const auto b = now.next;
  Values a;
  a.set(A::sw, of.word(s.word)), a.set(A::st, of.tag(s.word)), a.set(A::sC, of.coarse(s.word));
  a.set(A::sk, of.label(s)), a.set(A::rk, of.label(r)), a.set(A::qt, of.tag(q.word));
  a.set(A::rw, of.word(r.word)), a.set(A::rt, of.tag(r.word)), a.set(A::rC, of.coarse(r.word));
  a.set(A::bw, of.word(b)), a.set(A::bt, of.tag(b)), a.set(A::bC, of.coarse(b));
  a.set(A::b1t, of.tag(b + 1)), a.set(A::blw, of.word(now.left.outer));
  a.set(A::m, s.word != no_node ? words.between(s.word, b) : absent);
  return a;
}

Values top_atoms(const TaggedWords& words, const StackEntry& s, std::int32_t b) {
  const NodeValues of(words);
  Values a;
  a.set(A::sw, of.word(s.word)), a.set(A::st, of.tag(s.word)), a.set(A::bt, of.tag(b));
  a.set(A::slw, of.word(s.left.outer)), a.set(A::slt, of.tag(s.left.outer));
  a.set(A::slk, of.label(s.left)), a.set(A::sl2t, of.tag(s.left.inner));
  a.set(A::srw, of.word(s.right.outer)), a.set(A::srt, of.tag(s.right.outer));
  a.set(A::srk, of.label(s.right)), a.set(A::sr2t, of.tag(s.right.inner));
  a.set(A::sln, s.left.count), a.set(A::srn, s.right.count);
  a.set(A::slz, of.labels(s.left)), a.set(A::srz, of.labels(s.right));
  a.set(A::m, s.word != no_node ? words.between(s.word, b) : absent);
  return a;
}

Values left_atoms(const TaggedWords& words, std::int32_t s, std::int32_t b, const Dependents& l) {
  const NodeValues of(words);
  Values a;
  a.set(A::sw, of.word(s)), a.set(A::st, of.tag(s)), a.set(A::sc, of.cluster(s));
  a.set(A::bw, of.word(b)), a.set(A::bt, of.tag(b)), a.set(A::bc, of.cluster(b));
  a.set(A::blw, of.word(l.outer)), a.set(A::blt, of.tag(l.outer)), a.set(A::blk, of.label(l));
  a.set(A::bl2t, of.tag(l.inner)), a.set(A::bln, l.count), a.set(A::blz, of.labels(l));
  return a;
}

}  // namespace

template <typename Table>
void add_next_features(const TaggedWords& sentence, std::int32_t next, Table table,
                       FeatureRows& rows) {
  add_rows<next_templates, 0>(next_atoms(NodeValues(sentence), next), table, rows);
}

template <typename Table>
void add_pair_features(const TaggedWords& sentence, std::int32_t top, std::int32_t next,
                       Table table, FeatureRows& rows) {
  add_rows<pair_templates, 1000>(pair_atoms(sentence, top, next), table, rows);
}

template <typename Table>
void add_below_features(const TaggedWords& sentence, const StackTop& stack,
                        const Configuration& configuration, Table table, FeatureRows& rows) {
  add_rows_at<tree_templates, below_places, 2000>(
      below_atoms(sentence, stack.top, stack.below, stack.third, configuration), table, rows);
}

template <typename Table>
void add_top_features(const TaggedWords& sentence, const StackEntry& top, std::int32_t next,
                      Table table, FeatureRows& rows) {
  add_rows_at<tree_templates, top_places, 2000>(top_atoms(sentence, top, next), table, rows);
}

template <typename Table>
void add_left_features(const TaggedWords& sentence, std::int32_t top, std::int32_t next,
                       const Dependents& left, Table table, FeatureRows& rows) {
  add_rows_at<tree_templates, left_places, 2000>(left_atoms(sentence, top, next, left), table,
                                                 rows);
}

// For weights of a byte, and for those of four bytes while they are learned.
using ActionTable = RowTable<action_classes>;
using LearnedActions = RowTable<4 * action_classes>;
template void add_next_features(const TaggedWords&, std::int32_t, ActionTable, FeatureRows&);
template void add_next_features(const TaggedWords&, std::int32_t, LearnedActions, FeatureRows&);
template void add_pair_features(const TaggedWords&, std::int32_t, std::int32_t, ActionTable,
                                FeatureRows&);
template void add_pair_features(const TaggedWords&, std::int32_t, std::int32_t, LearnedActions,
                                FeatureRows&);
template void add_below_features(const TaggedWords&, const StackTop&, const Configuration&,
                                 ActionTable, FeatureRows&);
template void add_below_features(const TaggedWords&, const StackTop&, const Configuration&,
                                 LearnedActions, FeatureRows&);
template void add_top_features(const TaggedWords&, const StackEntry&, std::int32_t, ActionTable,
                               FeatureRows&);
template void add_top_features(const TaggedWords&, const StackEntry&, std::int32_t, LearnedActions,
                               FeatureRows&);
template void add_left_features(const TaggedWords&, std::int32_t, std::int32_t, const Dependents&,
                                ActionTable, FeatureRows&);
template void add_left_features(const TaggedWords&, std::int32_t, std::int32_t, const Dependents&,
                                LearnedActions, FeatureRows&);

}  // namespace attache

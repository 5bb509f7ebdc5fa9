// SPDX-License-Identifier: MIT
#include "tests/fault/points.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace fault {
namespace {

/// What can happen to each kind of call.
std::vector<How> faults_of(Kind kind) {
  switch (kind) {
    case Kind::open: return {How::EIO_, How::EINTR_, How::EMFILE_, How::kill};
    case Kind::read: return {How::EIO_, How::EINTR_, How::half};
    case Kind::write:
      return {How::EIO_, How::ENOSPC_, How::EINTR_, How::half, How::full, How::kill, How::torn};
    case Kind::truncate: return {How::EIO_, How::EINTR_, How::kill};
    case Kind::sync:
    case Kind::rename:
    case Kind::link:
    case Kind::mkdir: return {How::EIO_, How::ENOSPC_, How::kill};
    case Kind::allocate: return {How::EIO_, How::ENOSPC_};
    case Kind::unlink: return {How::EIO_, How::kill};
    case Kind::map: return {How::ENOMEM_};
    case Kind::stat:
    case Kind::list:
    case Kind::lock:
    case Kind::close: return {How::EIO_};
  }
  return {};
}

bool named(const std::string& wanted, std::string_view name) {
  return wanted.empty() || wanted == name;
}

/// The numbers of the calls to try, in the order in which to try them.
std::vector<std::uint64_t> numbers(const Selection& selection, std::uint64_t calls,
                                   std::mt19937& random) {
  if (selection.at != 0) return {selection.at};
  std::vector<std::uint64_t> all(calls);
  std::iota(all.begin(), all.end(), 1);
  if (selection.sample == 0 && selection.most == 0) return all;
  std::shuffle(all.begin(), all.end(), random);
  if (selection.most != 0 && all.size() > selection.most) all.resize(selection.most);
  return all;
}

}  // namespace

std::vector<Point> choose(const Selection& selection, const Reference& reference) {
  std::mt19937 random(selection.seed);
  std::vector<std::vector<Point>> groups;
  for (unsigned k = 0; k < kind_count; ++k) {
    if (!named(selection.kind, kind_names[k])) continue;
    for (const How how : faults_of(static_cast<Kind>(k))) {
      if (!named(selection.how, how_names[static_cast<unsigned>(how)])) continue;
      std::vector<Point> group;
      for (const auto at : numbers(selection, reference.calls[k], random))
        group.push_back({static_cast<Kind>(k), how, at});
      groups.push_back(std::move(group));
    }
  }
  if (selection.sample != 0) std::shuffle(groups.begin(), groups.end(), random);
  std::vector<Point> chosen;
  for (std::size_t round = 0;; ++round) {
    const std::size_t before = chosen.size();
    for (const auto& group : groups)
      if (round < group.size()) chosen.push_back(group[round]);
    if (chosen.size() == before) break;
  }
  if (selection.sample != 0 && chosen.size() > selection.sample) chosen.resize(selection.sample);
  return chosen;
}

std::string words_for(const std::string& scenario, const Point& point) {
  return "--scenario " + scenario + " --kind " +
         std::string(kind_names[static_cast<unsigned>(point.kind)]) + " --how " +
         std::string(how_names[static_cast<unsigned>(point.how)]) + " --at " +
         std::to_string(point.at);
}

}  // namespace fault

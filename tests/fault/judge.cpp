// SPDX-License-Identifier: MIT
#include "tests/fault/judge.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <set>

namespace fault {
namespace {

namespace fs = std::filesystem;

using Objection = std::optional<Judgement>;

Judgement because(Verdict verdict, std::string why) { return {verdict, std::move(why)}; }

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

std::string words_of(const Ended& ended) {
  return "exit " + std::to_string(ended.code) + ", " + first_line(ended.err);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

bool ends_the_process(How how) { return how == How::kill || how == How::torn; }

/// Interruptions and short transfers are no errors, and programs go on after them.
bool must_be_survived(const Point& point) {
  const bool can_go_on = point.kind == Kind::read || point.kind == Kind::write ||
                         point.kind == Kind::open || point.kind == Kind::truncate;
  return can_go_on && (point.how == How::EINTR_ || point.how == How::half);
}

/// What is stored in the file alone, without a log beside it.
Stored alone(const Runner& runner) {
  const fs::path copy = runner.folder().string() + ".alone.db";
  for (const char* beside : {"", "-wal", "-shm", "-journal"}) fs::remove(copy.string() + beside);
  if (!fs::exists(runner.folder() / base_file)) return {};
  fs::copy_file(runner.folder() / base_file, copy);
  return stored_in(copy);
}

/// The first file that one has and the other has not, or has with other bytes; empty where none is.
std::string first_difference(const std::map<std::string, std::string>& left,
                             const std::map<std::string, std::string>& right) {
  for (const auto* files : {&left, &right}) {
    for (const auto& [path, bytes] : *files) {
      const auto a = left.find(path), b = right.find(path);
      if (a == left.end() || b == right.end() || a->second != b->second) return path;
    }
  }
  return "";
}

Objection objection_to_success(const Reference& reference, const Runner& runner,
                               const Ended& ended) {
  if (ended.out != reference.ended.out)
    return because(Verdict::exit, "exit 0 with other results: " + first_line(ended.out));
  if (!contains(ended.err, reference.ended.err))
    return because(Verdict::exit, "exit 0 with another summary: " + first_line(ended.err));
  if (alone(runner) != reference.after)
    return because(Verdict::exit, "exit 0, and the file alone does not hold all documents");
  const std::string other = first_difference(files_beside(runner.folder()), reference.files_after);
  if (!other.empty())
    return because(Verdict::exit, "exit 0, and " + other + " is not what it should be");
  return std::nullopt;
}

Objection objection_to_message(const Ended& ended) {
  const std::set<int> codes = {1, 3, 4};
  if (codes.count(ended.code) == 0) return because(Verdict::exit, words_of(ended));
  if (!contains("\n" + ended.err, "\nattache: "))
    return because(Verdict::exit, "no message; " + words_of(ended));
  for (std::size_t at = 0; at < ended.err.size();) {
    const std::size_t end = std::min(ended.err.find('\n', at), ended.err.size());
    if (end - at > 1000) return because(Verdict::exit, "a message of more than 1000 bytes");
    at = end + 1;
  }
  return std::nullopt;
}

Objection false_alarm(const Ended& ended) {
  for (const std::string& said : {ended.err, ended.out}) {
    for (const char* word : {"damaged", "malformed", "make it anew"}) {
      if (contains(said, word)) return because(Verdict::alarm, words_of(ended));
    }
  }
  return std::nullopt;
}

/// Drafts that a run which ended by itself left behind.
Objection litter(const Reference& reference, const Runner& runner) {
  for (const auto& [path, bytes] : files_beside(runner.folder())) {
    if (reference.files_before.count(path) == 0 && reference.files_after.count(path) == 0)
      return because(Verdict::litter, path);
  }
  return std::nullopt;
}

Objection objection_to_end(const Scenario& scenario, const Reference& reference,
                           const Runner& runner, const Ended& ended, const Point& point) {
  if (ended.hung) return because(Verdict::hang, "did not end");
  if (ended.signal != 0 && !ends_the_process(point.how))
    return because(Verdict::crash, "signal " + std::to_string(ended.signal));
  if (ended.signal != 0) return std::nullopt;
  if (ended.code == 0) return objection_to_success(reference, runner, ended);
  if (must_be_survived(point)) return because(Verdict::broke, words_of(ended));
  if (const Objection objection = objection_to_message(ended)) return objection;
  if (scenario.sound) {
    if (const Objection objection = false_alarm(ended)) return objection;
  }
  return point.kind == Kind::unlink ? std::nullopt : litter(reference, runner);
}

/// A document is as it was, or as the command would have left it.
Objection loss(const Reference& reference, const Stored& now) {
  for (const auto& [slug, state] : reference.before) {
    const auto wanted = reference.after.find(slug);
    const auto found = now.find(slug);
    if (found == now.end() && wanted == reference.after.end()) continue;
    if (found == now.end()) return because(Verdict::lost, slug + " is gone");
    const bool done = wanted != reference.after.end() && found->second == wanted->second;
    if (found->second != state && !done)
      return because(Verdict::lost, slug + " is " + found->second + " and was " + state);
  }
  return std::nullopt;
}

Objection objection_to_base(const Scenario& scenario, const Reference& reference,
                            const Runner& runner) {
  const bool absent = !fs::exists(runner.folder() / base_file);
  if (absent && reference.before.empty()) return std::nullopt;
  if (absent) return because(Verdict::lost, "the file is gone");
  const Ended asked = runner.run({"--db", base_file, "documents", "--count"});
  // A file whose making was cut off is told as one that is not there, and made anew.
  if (reference.before.empty() && asked.code == 3 && contains(asked.err, "no knowledge base at"))
    return std::nullopt;
  if (!asked.well()) return because(Verdict::check, "documents: " + words_of(asked));
  const Ended checked = runner.run({"--db", base_file, "check"});
  const bool fine = checked.well() || (!scenario.sound && checked.code == 1);
  if (!fine)
    return because(Verdict::check, "check: " + words_of(checked) + first_line(checked.out));
  return std::nullopt;
}

/// Loss is looked for first, through SQLite, for it is the worst.
Objection objection_to_rest(const Scenario& scenario, const Reference& reference,
                            const Runner& runner) {
  const Objection base = objection_to_base(scenario, reference, runner);
  if (const Objection lost = loss(reference, stored_in(runner.folder() / base_file))) return lost;
  if (base) return base;
  const Ended again = runner.run(scenario.again.empty() ? scenario.command : scenario.again);
  if (again.code != reference.ended.code || again.hung)
    return because(Verdict::stuck, "again: " + words_of(again));
  if (stored_in(runner.folder() / base_file) != reference.after)
    return because(Verdict::stuck, "again: exit 0 without all documents");
  return std::nullopt;
}

Verdict fair(const Ended& ended) {
  if (ended.signal != 0) return Verdict::killed;
  return ended.code == 0 ? Verdict::survived : Verdict::told;
}

}  // namespace

Reference measure(const Scenario& scenario, const Runner& runner, const fs::path& beginnings) {
  Reference reference;
  fs::remove_all(runner.folder());
  fs::create_directories(runner.folder());
  prepare(scenario, runner);
  copy_folder(runner.folder(), beginnings);
  reference.beginnings = beginnings;
  reference.files_before = files_beside(runner.folder());
  reference.before = stored_in(runner.folder() / base_file);

  copy_folder(beginnings, runner.folder());  // reading may have tidied up
  const auto counted = runner.run(scenario.command, Point{});
  reference.ended = counted.ended;
  reference.calls = counted.calls;
  reference.files_after = files_beside(runner.folder());
  reference.after = stored_in(runner.folder() / base_file);
  return reference;
}

Judgement judge(const Scenario& scenario, const Reference& reference, const Runner& runner,
                const Point& point) try {
  copy_folder(reference.beginnings, runner.folder());
  const auto run = runner.run(scenario.command, point);
  if (!run.fired) return {};
  const Objection end = objection_to_end(scenario, reference, runner, run.ended, point);
  const Objection rest = objection_to_rest(scenario, reference, runner);
  if (rest && rest->verdict == Verdict::lost)
    return because(rest->verdict, rest->why + "; " + words_of(run.ended));
  if (end) return *end;
  if (rest) return because(rest->verdict, rest->why + "; the run: " + words_of(run.ended));
  return {fair(run.ended), ""};
} catch (const std::exception& error) {
  return because(Verdict::check, std::string("the file can't be read: ") + error.what());
}

}  // namespace fault

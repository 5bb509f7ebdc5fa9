// SPDX-License-Identifier: MIT
#include "cli/commands/explain_print.h"

#include "cli/decision_fields.h"
#include "cli/output/escape.h"
#include "cli/output/json.h"
#include "cli/output/terminal.h"
#include "schema/characters.h"
#include "schema/tables.h"
#include "seed/text/counted.h"

namespace attache {
namespace {

std::string quoted(std::string_view text, Span span) {
  return '"' + printable(slice(text, span)) + '"';
}

std::string entry_words(const LexiconEntry& entry) {
  if (entry.kind.empty()) return {};
  std::string words = entry.kind + " " + entry.slug;
  if (!entry.alias.empty()) words += ", as '" + entry.alias + "'";
  return entry.place.empty() ? words : words + " (" + entry.place + ")";
}

/// What people read.
class Report {
 public:
  Report(Session& session, std::string_view text, const StoredExplanation& all)
      : session_(session), text_(text), all_(all) {}

  void rows() {
    const auto& rows = all_.explanation.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const ExplainedRow& row = rows[i];
      line(0, row.table + ": " + row.name + (row.what.empty() ? "" : " (" + row.what + ")"));
      const auto decided = all_.decided.find(i);
      if (decided != all_.decided.end()) line(2, decision_words(decided->second));
      for (const ExplainedCitation& c : row.citations) citation(c);
    }
    if (rows.empty()) line(0, "no rows");
  }

  void findings() {
    const auto& findings = all_.explanation.findings;
    session_.out.append("\n");
    line(0, findings.empty() ? "no cue fired" : "what fired, and what became of it:");
    for (const Finding& f : findings)
      line(2, f.rule + " at " + quoted(text_, f.span) + ": " + f.outcome);
  }

 private:
  void citation(const ExplainedCitation& c) {
    line(2,
         "sentence " + std::to_string(c.citation.sentence) + " " + quoted(text_, c.citation.span));
    line(4, "rule  " + c.citation.rule + (c.rule_place.empty() ? "" : " (" + c.rule_place + ")"));
    const std::string entry = entry_words(c.entry);
    if (!entry.empty()) line(4, "entry " + entry);
    for (const LexiconEntry& further : c.further) line(4, "entry " + entry_words(further));
  }

  /// Words behind so many spaces; where they take several lines, the others behind two more.
  void line(std::size_t margin, const std::string& words) {
    const std::size_t width = session_.width();
    const std::string indent(margin, ' ');
    const std::size_t room = width == 0 ? 0 : std::max(width, margin + 1) - margin;
    for (const std::string& part : wrap_hanging(printable(words), room, 2))
      session_.out.append(indent + part + "\n");
    session_.out.checkpoint();
  }

  Session& session_;
  std::string_view text_;
  const StoredExplanation& all_;
};

/// One JSON object, built as its parts come.
class Object {
 public:
  Object& text(std::string_view key, std::string_view value) {
    return raw(key, value.empty() ? "null" : json_string(value));
  }
  Object& number(std::string_view key, std::uint64_t value) {
    return raw(key, std::to_string(value));
  }
  Object& raw(std::string_view key, const std::string& value) {
    out_ += (out_.empty() ? "{" : ",") + json_string(key) + ":" + value;
    return *this;
  }
  std::string done() const { return out_ + "}"; }

 private:
  std::string out_;
};

template <class Item, class Write>
std::string array(const std::vector<Item>& items, Write write) {
  std::string out;
  for (const Item& item : items) out += (out.empty() ? "" : ",") + write(item);
  return "[" + out + "]";
}

std::string texts_of(const std::vector<ColumnValue>& values) {
  return array(values, [](const ColumnValue& v) { return json_string(v.column + "=" + v.value); });
}

void add_decision(Object& object, const ReviewState& state) {
  const Review& review = state.review;
  object.text("ref", review.reference())
      .text("review", review.decision)
      .raw("original", texts_of(review.original))
      .raw("amended", texts_of(review.amended))
      .text("review_by", review.reviewer)
      .text("review_at", review.decided_at)
      .text("review_why", review.why)
      .text("review_status", name_of(state.status));
}

std::string json_of(std::string_view text, const StoredExplanation& all) {
  const Explanation& explanation = all.explanation;
  const CharacterCounts characters(text);
  const auto place = [&](Object& object, std::uint32_t sentence, Span span) {
    object.number("sentence", sentence)
        .number("start", span.begin)
        .number("end", span.end)
        .number("start_char", static_cast<std::uint64_t>(characters.before(span.begin)))
        .number("end_char", static_cast<std::uint64_t>(characters.before(span.end)))
        .text("quote", slice(text, span));
  };
  const auto further = [](const LexiconEntry& entry) {
    return Object()
        .text("entry_kind", entry.kind)
        .text("entry", entry.slug)
        .text("alias", entry.alias)
        .text("entry_place", entry.place)
        .done();
  };
  const auto citation = [&](const ExplainedCitation& c) {
    Object object;
    place(object, c.citation.sentence, c.citation.span);
    object.text("rule", c.citation.rule)
        .text("rule_place", c.rule_place)
        .text("entry_kind", c.entry.kind);
    return object.text("entry", c.entry.slug)
        .text("alias", c.entry.alias)
        .text("entry_place", c.entry.place)
        .raw("further", array(c.further, further))
        .done();
  };
  const auto row = [&, at = std::size_t{0}](const ExplainedRow& r) mutable {
    Object object;
    object.text("table", r.table);
    const auto& columns = find_table(r.table)->columns;
    for (std::size_t i = 0; i < r.columns.size(); ++i) object.text(columns[i].name, r.columns[i]);
    const auto decided = all.decided.find(at++);
    if (decided != all.decided.end()) add_decision(object, decided->second);
    return object.raw("citations", array(r.citations, citation)).done();
  };
  const auto finding = [&](const Finding& f) {
    Object object;
    place(object, f.sentence, f.span);
    return object.text("rule", f.rule).text("outcome", f.outcome).done();
  };
  return Object()
             .raw("rows", array(explanation.rows, row))
             .raw("findings", array(explanation.findings, finding))
             .done() +
         "\n";
}

}  // namespace

void print_explanation(Session& session, std::string_view text, const StoredExplanation& all,
                       bool json, bool findings) {
  if (json) return session.out.append(json_of(text, all));
  Report report(session, text, all);
  report.rows();
  if (findings) report.findings();
}

int print_examples(const ExampleRun& run, Session& session) {
  for (const FailedExample& failed : run.failed) {
    const char* const what =
        failed.fault == ExampleFault::silent      ? "no pattern of it stands in its example"
        : failed.fault == ExampleFault::fruitless ? "what its example marks gets no row by it"
                                                  : "its counter-example gets a row by it";
    session.out.append(
        printable(failed.place + ": " + failed.id + ": " + what + ": " + failed.text) + "\n");
  }
  if (run.failed.empty()) session.out.append("ok: " + counted(run.examples, "example") + " run\n");
  session.out.checkpoint();
  return run.failed.empty() ? 0 : 1;
}

}  // namespace attache

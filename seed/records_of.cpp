// SPDX-License-Identifier: MIT
#include "seed/records_of.h"

#include <utility>

namespace attache {
namespace {

class Converter {
 public:
  explicit Converter(const OffsetMap& map)
      : map_(map), shifted_(map.exists() && !map.is_identity()) {}

  std::vector<CitationRecord> citations(std::vector<Citation>& citations) const {
    std::vector<CitationRecord> out;
    out.reserve(citations.size());
    for (Citation& c : citations) {
      CitationRecord record{c.sentence,   c.span.begin, c.span.end,
                            std::nullopt, std::nullopt, std::move(c.rule),
                            std::nullopt, std::nullopt, c.confidence};
      if (length(c.statement) != 0) {
        record.statement_start = c.statement.begin;
        record.statement_end = c.statement.end;
      }
      if (shifted_) {
        const Span source = map_.to_source(c.span);
        record.source_start = source.begin;
        record.source_end = source.end;
      }
      out.push_back(std::move(record));
    }
    return out;
  }

  PrincipleRecord operator()(PrincipleRow& row) const {
    return {std::move(row.norm), std::move(row.wording), std::move(row.polarity),
            citations(row.citations), row.confidence};
  }
  PriorityRecord operator()(PriorityRow& row) const {
    return {std::move(row.wording), std::move(row.theme), std::move(row.actor),
            citations(row.citations), row.confidence};
  }
  OrganizationRecord operator()(OrganizationRow& row) const {
    return {std::move(row.body), std::move(row.name),      std::move(row.acronym),
            std::move(row.kind), std::move(row.role),      std::move(row.country),
            std::move(row.note), citations(row.citations), row.confidence};
  }
  LeaderRecord operator()(LeaderRow& row) const {
    return {std::move(row.name),        std::move(row.office),
            std::move(row.country),     std::move(row.body),
            std::move(row.office_type), row.speaker,
            citations(row.citations),   row.confidence};
  }

  template <class Record, class Row>
  std::vector<Record> all(std::vector<Row>& rows) const {
    std::vector<Record> out;
    out.reserve(rows.size());
    for (Row& row : rows) out.push_back((*this)(row));
    return out;
  }

 private:
  const OffsetMap& map_;
  bool shifted_;
};

}  // namespace

DocumentRecord record_of(const Document& document, DocumentRows rows) {
  const Converter convert(document.map);
  DocumentRecord record;
  record.media_type = document.media_type;
  record.sha256 = document.sha256;
  record.bytes = document.bytes;
  record.sentences.reserve(rows.sentences.size());
  for (const SentenceRow& s : rows.sentences)
    record.sentences.push_back({s.span.begin, s.span.end, s.paragraph});
  record.principles = convert.all<PrincipleRecord>(rows.principles);
  record.priorities = convert.all<PriorityRecord>(rows.priorities);
  record.organizations = convert.all<OrganizationRecord>(rows.organizations);
  record.leaders = convert.all<LeaderRecord>(rows.leaders);
  return record;
}

}  // namespace attache

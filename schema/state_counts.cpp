// SPDX-License-Identifier: MIT
#include "schema/state_counts.h"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "schema/catalog.h"
#include "schema/errors.h"
#include "schema/knowledge_base.h"
#include "schema/text_reader.h"

namespace attache {
namespace {

bool is_plain_code(const StateCount& count) {
  return std::all_of(count.state.begin(), count.state.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

/// The states in a stored list, which another hand may have written: what is no such list gives
/// nothing, as where nobody counted.
class StoredStates {
 public:
  explicit StoredStates(SQLite::Database& database)
      : items_(database,
               "SELECT item ->> 0, item ->> 1, item ->> 2, json_type(item, '$[0]') = 'text' AND "
               "json_type(item, '$[1]') = 'integer' AND json_type(item, '$[2]') = 'integer' FROM "
               "(SELECT iif(e.type = 'array', e.value, '[]') AS item FROM json_each(iif("
               "json_valid(?1) AND json_type(?1) = 'array', ?1, '[0]')) AS e)") {}

  std::optional<std::vector<StateCount>> read(const std::string& list) {
    std::vector<StateCount> states;
    items_.reset();
    items_.bindNoCopy(1, list);
    while (items_.executeStep()) {
      if (items_.getColumn(3).getInt() != 1) return std::nullopt;
      states.push_back({items_.getColumn(0).getString(), items_.getColumn(1).getUInt(),
                        items_.getColumn(2).getUInt()});
    }
    return states;
  }

 private:
  SQLite::Statement items_;
};

constexpr const char* stored_if_current =
    "SELECT l.document_id, l.document, l.title, l.country, l.date, "
    "iif(d.engine_version = ?1 AND d.lexicon_version = ?2, d.states_named, NULL) FROM ";

}  // namespace

std::string json_of(const std::optional<std::vector<StateCount>>& states) {
  if (!states || !std::all_of(states->begin(), states->end(), is_plain_code)) return {};
  std::string json = "[";
  for (const StateCount& count : *states)
    json += (json.size() == 1 ? "[\"" : ",[\"") + count.state + "\"," +
            std::to_string(count.sentences) + "," + std::to_string(count.first) + "]";
  return json + "]";
}

void states_of_documents(
    const KnowledgeBase& base, const std::vector<FilterValues>& filters, const CountedBy& by,
    const std::function<std::vector<StateCount>(const TextOfDocument&)>& count,
    const std::function<bool(const StatesOfDocument&)>& sink) {
  const Snapshot snapshot(base);
  guarded(base.file(), base.connection(), [&] {
    SQLite::Database& database = base.connection();
    const SelectionSql asked =
        documents_listed(database, filters, {by.engine_version, by.lexicon_version});
    SQLite::Statement rows(database, stored_if_current + asked.sql +
                                         " JOIN documents AS d ON d.document_id = l.document_id "
                                         "ORDER BY l.date NULLS LAST, l.document_id");
    StoredStates stored(database);
    TextReader reader(database);
    each_listed(rows, asked, [&](std::int64_t id, TextOfDocument& text) {
      std::optional<std::vector<StateCount>> states;
      if (!rows.getColumn(5).isNull()) states = stored.read(rows.getColumn(5).getString());
      if (!states && !reader.read(id, text)) return true;
      return sink({text.document, text.country, text.date,
                   states ? *std::move(states) : count(text)});
    });
  });
}

}  // namespace attache

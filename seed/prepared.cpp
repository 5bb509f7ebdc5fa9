// SPDX-License-Identifier: MIT
#include "seed/prepared.h"

#include <new>

#include "seed/read/blank.h"
#include "seed/read/format.h"
#include "seed/records_of.h"

namespace attache {

Extraction extracted(const Engine& engine, const Document& document, DocumentContext context,
                     const SeedOptions& options, ExtractStats& stats) {
  const Budget budget(options.seconds, document.text.size(), options.read.give_up);
  context.budget = &budget;
  context.marked_up = marks_paragraphs(document.media_type);
  auto [rows, may_name_states] = engine.extract_with_states(document.text, context);
  stats = stats_of(rows, document.bytes, options.rules);
  TextOrigin origin = std::move(rows.origin);
  DocumentRecord record = record_of(document, std::move(rows));
  record.states_named = engine.count_states(document.text, record.sentences, may_name_states);
  record.engine_version = engine_version();
  record.lexicon_version = engine.lexicon_version();
  return {std::move(record), std::move(origin)};
}

void prepare_with(Prepared& prepared, const std::function<void()>& fill) {
  const std::string& name = prepared.source.name;
  try {
    fill();
  } catch (const ReadStopped&) {
    prepared.dropped = true;
  } catch (const BudgetStopped&) {
    prepared.dropped = true;
  } catch (const BlankError& error) {
    prepared.error = error.what();
    prepared.blank = prepared.source.record.where.empty();  // a record fails for itself
  } catch (const ReadError& error) {
    prepared.error = error.what();
  } catch (const BudgetError& error) {
    prepared.error = name + ": " + error.what();
  } catch (const std::bad_alloc&) {
    prepared.error = name + ": not enough memory to read and extract it";
  }
}

}  // namespace attache

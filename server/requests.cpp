// SPDX-License-Identifier: MIT
#include "server/requests.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "schema/errors.h"
#include "server/failure.h"
#include "server/migrations.h"
#include "server/pqxx_versions.h"
#include "server/publish.h"
#include "server/session.h"
#include "system/messages.h"

namespace attache {
namespace {

/// Bytes of rows that are sent together.
constexpr std::size_t batch_bytes = 1 << 16;

constexpr const char* scanned_part = "FETCH FORWARD 2000 FROM scanned";

class Requests {
 public:
  explicit Requests(int socket) : socket_(socket) {}

  /// False where nobody takes the answer.
  bool answer(std::string_view request) {
    FieldReader fields(request);
    const std::string what = fields.text();
    try {
      if (what == "connect") return connect(fields.text());
      if (what == "publish") return publish_file(fields);
      if (what == "open") return open();
      if (what == "ask") return ask(fields);
      if (what == "scan") return scan(fields.text());
      return fail(
          {KnowledgeBaseError::Kind::other, "attache-postgresql: asked for '" + what + "'"});
    } catch (const AddressError& error) {
      return fail({KnowledgeBaseError::Kind::missing, error.what()});
    } catch (const std::exception& error) {
      return fail(failure_of(error, shown_));
    }
  }

 private:
  bool send(const MessageFields& message) const { return send_message(socket_, message.bytes()); }
  bool done() const { return send(MessageFields().add("ok")); }
  bool fail(const KnowledgeBaseError& error) const {
    return send(MessageFields()
                    .add("failed")
                    .add_number(static_cast<int>(error.kind()))
                    .add(as_one_line(error.what())));
  }

  bool connect(const std::string& address) {
    shown_ = shown_address(address);
    session_ = std::make_unique<ServerSession>(address);
    return done();
  }

  bool publish_file(FieldReader& fields) {
    const std::string file = fields.text();
    const std::chrono::seconds wait(fields.number());
    const KnowledgeBase base = KnowledgeBase::open(file);
    const Published published =
        guarded(file, base.connection(), [&] { return publish(base, *session_, wait); });
    return send(MessageFields()
                    .add("ok")
                    .add_number(published.added)
                    .add_number(published.replaced)
                    .add_number(published.removed)
                    .add_number(published.unchanged)
                    .add_number(published.tables ? 1 : 0));
  }

  bool open() {
    transaction_ = std::make_unique<Reading>(session_->connection());
    transaction_->exec("SET TRANSACTION READ ONLY");
    require_publication(*transaction_, *session_);
    return done();
  }

  bool ask(FieldReader& fields) {
    const std::string& name = prepared(fields.text());
    std::vector<std::optional<std::string>> texts;
    for (MessageField value; fields.next(value);)
      texts.push_back(value ? std::optional<std::string>(*value) : std::nullopt);
    std::vector<const char*> values;
    for (const auto& text : texts) values.push_back(text ? text->c_str() : nullptr);
    return send_rows(run_prepared(*transaction_, name, values)) && done();
  }

  /// By a cursor, so that no more than a part is in memory.
  bool scan(const std::string& statement) {
    transaction_->exec("DECLARE scanned NO SCROLL CURSOR FOR " + statement);
    for (;;) {
      const pqxx::result rows = transaction_->exec(scanned_part);
      if (rows.empty()) break;
      if (!send_rows(rows)) return false;
    }
    transaction_->exec("CLOSE scanned");
    return done();
  }

  const std::string& prepared(const std::string& statement) {
    const auto [known, added] = prepared_.try_emplace(statement);
    if (added) {
      known->second = "s" + std::to_string(prepared_.size());
      session_->connection().prepare(known->second, statement);
    }
    return known->second;
  }

  bool send_rows(const pqxx::result& rows) const {
    MessageFields batch;
    for (const auto& row : rows) {
      if (batch.empty()) batch.add("rows");
      for (const auto& cell : row)
        batch.add(cell.is_null() ? MessageField()
                                 : MessageField(std::string_view(cell.c_str(), cell.size())));
      if (batch.bytes().size() < batch_bytes) continue;
      if (!send(batch)) return false;
      batch.clear();
    }
    return batch.empty() || send(batch);
  }

  using Reading = pqxx::transaction<pqxx::repeatable_read>;

  int socket_;
  std::string shown_;
  std::unique_ptr<ServerSession> session_;
  std::unique_ptr<Reading> transaction_;
  std::map<std::string, std::string> prepared_;  ///< statements and their names
};

}  // namespace

bool answer_requests(int socket) {
  Requests requests(socket);
  for (std::string request; receive_message(socket, request);)
    if (!requests.answer(request)) return false;
  return true;
}

}  // namespace attache

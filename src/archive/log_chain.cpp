#include "archive/log_chain.hpp"

#include "archive/json_object.hpp"
#include "base/sha256.hpp"

namespace baocao::archive {
namespace {

constexpr const char* columns = "SELECT seq, at, who, why, action, subject, detail, previous, hash";

LogRecord record_of(const Statement& row) {
  return {.seq = row.integer(0),
          .act = {.at = row.text(1), .who = row.text(2), .why = row.text(3)},
          .action = row.text(4),
          .subject = row.text(5),
          .detail = row.text(6),
          .previous = row.text(7),
          .hash = row.text(8)};
}

}  // namespace

std::string hash_of(const LogRecord& record) {
  return base::sha256_hex(json_array({record.previous,
                                      std::to_string(record.seq),
                                      record.act.at,
                                      record.act.who,
                                      record.act.why,
                                      record.action,
                                      record.subject,
                                      record.detail}));
}

LogRecord last_record(const Database& database) {
  Statement query(database, std::string(columns) + " FROM log ORDER BY seq DESC LIMIT 1");
  return query.step() ? record_of(query) : LogRecord();
}

std::vector<LogRecord> all_records(const Database& database) {
  std::vector<LogRecord> records;
  Statement query(database, std::string(columns) + " FROM log ORDER BY seq");
  while (query.step()) {
    records.push_back(record_of(query));
  }
  return records;
}

void append(const Database& database,
            const Act& act,
            const std::string& action,
            const std::string& subject,
            const std::string& detail) {
  const LogRecord last = last_record(database);
  LogRecord next{.seq = last.seq + 1,
                 .act = act,
                 .action = action,
                 .subject = subject,
                 .detail = detail,
                 .previous = last.hash,
                 .hash = {}};
  next.hash = hash_of(next);
  Statement(database,
            "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            next.seq,
            next.act.at,
            next.act.who,
            next.act.why,
            next.action,
            next.subject,
            next.detail,
            next.previous,
            next.hash)
      .run();
}

}  // namespace baocao::archive

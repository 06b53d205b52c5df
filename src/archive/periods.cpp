#include "archive/archive.hpp"
#include "archive/describe.hpp"
#include "archive/period_rows.hpp"

#include <algorithm>

namespace baocao::archive {
namespace {

// A code that can also name a file: letters, digits, "-", "_", "." but not first.
bool is_plain(std::string_view code) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !code.empty() && code.front() != '.' && std::ranges::all_of(code, fits);
}

diag::Result<void> check_fields(const Store& store, const Period& period) {
  if (!base::Period::parse(period.key.period)) {
    return store.fault("A213",
                       "\"" + period.key.period + "\" không phải là mã kỳ",
                       "ghi kỳ dạng 2026, 2026-H1, 2026-Q3 hoặc 2026-07");
  }
  std::vector<std::string> codes = {period.key.resolution, period.key.period};
  for (const ExpectedUnit& unit : period.units) {
    codes.push_back(unit.code);
  }
  codes.insert(codes.end(), period.forms.begin(), period.forms.end());
  for (const std::string& code : codes) {
    if (!is_plain(code)) {
      return store.fault("A213",
                         "\"" + code + "\" không phải là mã hợp lệ",
                         "mã chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối");
    }
  }
  std::vector<std::string> units(
      codes.begin() + 2, codes.begin() + 2 + static_cast<std::ptrdiff_t>(period.units.size()));
  std::ranges::sort(units);
  if (const auto twice = std::ranges::adjacent_find(units); twice != units.end()) {
    return store.fault("A213",
                       "mã đơn vị \"" + *twice + "\" có hai lần trong danh sách phải nộp",
                       "bỏ bớt một dòng");
  }
  return {};
}

void write_units_and_forms(const Store& store, std::int64_t id, const Period& period) {
  std::int64_t position = 0;
  for (const ExpectedUnit& unit : period.units) {
    Statement(store.database,
              "INSERT INTO period_unit VALUES (?, ?, ?, ?)"
              " ON CONFLICT DO UPDATE SET position = excluded.position, name = excluded.name",
              id,
              unit.code,
              ++position,
              unit.name)
        .run();
  }
  position = 0;
  for (const std::string& form : period.forms) {
    Statement(store.database, "INSERT INTO period_form VALUES (?, ?, ?)", id, ++position, form)
        .run();
  }
}

// Units of the archive's period that are not expected any more; A206 for one that has sent.
diag::Result<void> drop_units(const Store& store, std::int64_t id, const Period& period) {
  std::vector<std::string> gone;
  Statement query(store.database, "SELECT unit FROM period_unit WHERE period = ?", id);
  while (query.step()) {
    if (std::ranges::find(period.units, query.text(0), &ExpectedUnit::code) == period.units.end()) {
      gone.push_back(query.text(0));
    }
  }
  for (const std::string& unit : gone) {
    if (Statement(store.database, "SELECT 1 FROM package WHERE period = ? AND unit = ?", id, unit)
            .step()) {
      return store.fault("A206",
                         "đơn vị " + unit + " đã nộp gói nên không bỏ khỏi danh sách phải nộp được",
                         "giữ đơn vị ấy trong danh sách");
    }
    Statement(store.database, "DELETE FROM period_unit WHERE period = ? AND unit = ?", id, unit)
        .run();
  }
  return {};
}

// Figures of one period are counted at one date.
diag::Result<void> check_date(const Store& store, std::int64_t id, const Period& period) {
  Statement sent(store.database,
                 "SELECT 1 FROM period WHERE id = ? AND as_of <> ?"
                 " AND EXISTS (SELECT 1 FROM package WHERE package.period = period.id)",
                 id,
                 period.as_of.iso());
  if (!sent.step()) {
    return {};
  }
  return store.fault("A217",
                     "kỳ " + period.key.period + " đã có gói nên không đổi ngày chốt số liệu được",
                     "giữ ngày chốt số liệu của kỳ");
}

Period period_of(const Database& database, const Statement& row) {
  Period period{.key = {row.text(1), row.text(2)},
                .as_of = base::Date::parse_iso(row.text(3)).value_or(base::Date()),
                .due = base::Date::parse_iso(row.text(4)).value_or(base::Date()),
                .definitions = row.text(5)};
  if (!row.is_null(6)) {
    period.lock = Act{row.text(6), row.text(7), row.text(8)};
  }
  Statement units(database,
                  "SELECT unit, name FROM period_unit WHERE period = ? ORDER BY position",
                  row.integer(0));
  while (units.step()) {
    period.units.push_back({units.text(0), units.text(1)});
  }
  Statement forms(
      database, "SELECT form FROM period_form WHERE period = ? ORDER BY position", row.integer(0));
  while (forms.step()) {
    period.forms.push_back(forms.text(0));
  }
  return period;
}

constexpr const char* period_columns =
    "SELECT id, resolution, period, as_of, due, definitions, locked_at, locked_by, locked_why"
    " FROM period";

diag::Result<Period> read_period(const Store& store, const PeriodKey& key) {
  const auto found = find_period(store, key);
  if (!found) {
    return diag::Failure(found.error());
  }
  Statement row(store.database, std::string(period_columns) + " WHERE id = ?", found->id);
  row.step();
  return period_of(store.database, row);
}

}  // namespace

diag::Result<PeriodRow> find_period(const Store& store, const PeriodKey& key) {
  Statement query(store.database,
                  "SELECT id, locked_at FROM period WHERE resolution = ? AND period = ?",
                  key.resolution,
                  key.period);
  if (!query.step()) {
    return store.fault("A203",
                       "kho chưa mở kỳ " + key.period + " của nghị quyết " + key.resolution,
                       "mở kỳ trước, hoặc xem lại mã kỳ và mã nghị quyết");
  }
  return PeriodRow{query.integer(0), !query.is_null(1)};
}

diag::Result<void> check_definitions(const Store& store, const std::string& hash) {
  if (Statement(store.database, "SELECT 1 FROM definition_set WHERE sha256 = ?", hash).step()) {
    return {};
  }
  return store.fault(
      "A209", "kho không có bộ định nghĩa " + hash, "thêm bộ định nghĩa ấy vào kho trước");
}

diag::Result<void> check_lock(const Store& store,
                              const PeriodRow& period,
                              const PeriodKey& key,
                              Locked locked,
                              const Act& act) {
  if (!period.is_locked) {
    return {};
  }
  if (locked == Locked::refuse) {
    return store.fault("A205",
                       "kỳ " + key.period + " của nghị quyết " + key.resolution + " đã khóa",
                       "nếu phải sửa sau khi khóa thì sửa có lý do");
  }
  if (act.why.empty()) {
    return store.fault("A214", "sửa kỳ đã khóa mà chưa nêu lý do", "ghi lý do của việc sửa");
  }
  return {};
}

diag::Result<void> Archive::open_period(const Period& period, const Act& act, diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    const Store& store = *store_;
    if (auto checked = check_fields(store, period); !checked) {
      return checked;
    }
    if (auto checked = check_definitions(store, period.definitions); !checked) {
      return checked;
    }
    if (auto there = read_period(store, period.key)) {
      there->lock = period.lock;
      return *there == period ? diag::Result<void>()
                              : store.fault("A204",
                                            "kỳ " + period.key.period + " của nghị quyết " +
                                                period.key.resolution + " đã mở trong kho",
                                            "dùng kỳ đã mở, hoặc sửa kỳ ấy");
    }
    Statement(store.database,
              "INSERT INTO period (resolution, period, as_of, due, definitions)"
              " VALUES (?, ?, ?, ?, ?)",
              period.key.resolution,
              period.key.period,
              period.as_of.iso(),
              period.due.iso(),
              period.definitions)
        .run();
    const std::int64_t id = store.database.last_row();
    write_units_and_forms(store, id, period);
    append(store.database,
           now,
           "open_period",
           subject_of(period.key),
           describe_period(store.database, id));
    return {};
  });
}

diag::Result<void> Archive::change_period(const Period& period,
                                          Locked locked,
                                          const Act& act,
                                          diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    const Store& store = *store_;
    if (auto checked = check_fields(store, period); !checked) {
      return checked;
    }
    const auto row = find_period(store, period.key);
    if (!row) {
      return diag::Failure(row.error());
    }
    if (auto checked = check_lock(store, *row, period.key, locked, now); !checked) {
      return checked;
    }
    if (auto checked = check_definitions(store, period.definitions); !checked) {
      return checked;
    }
    if (auto checked = check_date(store, row->id, period); !checked) {
      return checked;
    }
    if (auto dropped = drop_units(store, row->id, period); !dropped) {
      return dropped;
    }
    Statement(store.database,
              "UPDATE period SET as_of = ?, due = ?, definitions = ? WHERE id = ?",
              period.as_of.iso(),
              period.due.iso(),
              period.definitions,
              row->id)
        .run();
    Statement(store.database, "DELETE FROM period_form WHERE period = ?", row->id).run();
    write_units_and_forms(store, row->id, period);
    append(store.database,
           now,
           "change_period",
           subject_of(period.key),
           describe_period(store.database, row->id));
    return {};
  });
}

diag::Result<void> Archive::lock(const PeriodKey& key, const Act& act, diag::Sink& sink) {
  return store_->change(act, sink, [&](const Act& now) -> diag::Result<void> {
    const auto row = find_period(*store_, key);
    if (!row) {
      return diag::Failure(row.error());
    }
    if (row->is_locked) {
      return store_->fault("A205",
                           "kỳ " + key.period + " của nghị quyết " + key.resolution + " đã khóa",
                           "không phải khóa lại");
    }
    Statement(store_->database,
              "UPDATE period SET locked_at = ?, locked_by = ?, locked_why = ? WHERE id = ?",
              now.at,
              now.who,
              now.why,
              row->id)
        .run();
    append(store_->database, now, "lock", subject_of(key), "{}");
    return {};
  });
}

diag::Result<Period> Archive::period(const PeriodKey& key) const {
  return store_->read([&]() { return read_period(*store_, key); });
}

diag::Result<std::vector<Period>> Archive::periods() const {
  return store_->read([&]() -> diag::Result<std::vector<Period>> {
    std::vector<Period> periods;
    Statement rows(store_->database, std::string(period_columns) + " ORDER BY resolution, period");
    while (rows.step()) {
      periods.push_back(period_of(store_->database, rows));
    }
    return periods;
  });
}

}  // namespace baocao::archive

// Small jobs to hold the rules of templates/schema against.
#pragma once

#include "check/check.hpp"
#include "table/bind.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace baocao::check {

using Rows = std::vector<std::vector<std::string>>;

inline table::File file(const std::string& table, const std::string& name, const Rows& rows) {
  input::Sheet sheet;
  sheet.file = name;
  sheet.name = "Danh sách";
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    for (std::uint32_t column = 0; column < rows[row].size(); ++column) {
      if (!rows[row][column].empty()) {
        sheet.add(row, column, input::CellKind::text, rows[row][column]);
      }
    }
  }
  table::File result;
  result.table = table;
  result.name = name;
  result.sheets.push_back(std::move(sheet));
  return result;
}

inline table::File units() {
  return file("don_vi",
              "don-vi.csv",
              {{"code", "name", "full_name", "type", "parent"},
               {"19", "Thái Nguyên", "Tỉnh Thái Nguyên", "tinh", ""},
               {"05665", "Văn Lăng", "Xã Văn Lăng", "xa", "19"},
               {"02143", "Văn Lang", "Xã Văn Lang", "xa", "19"}});
}

class Checks : public testing::Test {
 protected:
  Checks() {
    diag::Sink sink;
    schema = schema::Schema::load(BAOCAO_SOURCE_DIR "/templates/schema", sink).value();
    context.as_of = *base::Date::from_ymd(2026, 9, 30);
    context.period = *base::Period::parse("2026-Q3");
  }

  // The list of units and `extra`.
  template <class... Files>
  table::Dataset dataset_of(Files... extra) const {
    std::vector<table::File> files;
    files.push_back(units());
    (files.push_back(std::move(extra)), ...);
    diag::Sink binding;
    return table::bind(schema, files, binding);
  }

  // Faults of the checks alone.
  std::vector<diag::Diagnostic> faults_in(const table::Dataset& dataset) const {
    diag::Sink faults;
    diag::Sink fatal;
    run(dataset, context, faults, fatal);
    EXPECT_THAT(fatal.all(), testing::IsEmpty());
    return faults.all();
  }

  // As "CODE cell: message", without notes.
  template <class... Files>
  std::vector<std::string> faults_of(Files... extra) const {
    std::vector<std::string> lines;
    for (const diag::Diagnostic& fault : faults_in(dataset_of(std::move(extra)...))) {
      if (fault.severity != diag::Severity::note) {
        lines.push_back(std::string(fault.code.id()) + " " + fault.span.cell + ": " +
                        fault.message);
      }
    }
    return lines;
  }

  // The rules that were broken, notes too.
  template <class... Files>
  std::vector<std::string> rules_of(Files... extra) const {
    std::vector<std::string> ids;
    for (const diag::Diagnostic& fault : faults_in(dataset_of(std::move(extra)...))) {
      ids.push_back(fault.rule.empty() ? std::string(fault.code.id()) : fault.rule);
    }
    return ids;
  }

  // A bí thư stands last, so that the rules of units have nothing to say.
  static table::File roster(Rows people) {
    Rows rows = {{"STT",
                  "Họ và tên",
                  "Ngày sinh",
                  "Giới tính",
                  "Chức vụ",
                  "Ngày vào Đảng",
                  "Số CCCD",
                  "Đơn vị"}};
    people.push_back(
        {"9", "Hoàng Văn Khôi", "02/02/1975", "Nam", "Bí thư", "01/06/2000", "", "Xã Văn Lăng"});
    rows.insert(rows.end(), people.begin(), people.end());
    return file("can_bo", "can-bo.xlsx", rows);
  }

  schema::Schema schema;
  expr::Context context;
};

}  // namespace baocao::check

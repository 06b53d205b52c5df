// A package as a commune makes it, for tests.
#pragma once

#include "base/sha256.hpp"
#include "submission/package.hpp"

namespace baocao::submission {

inline Manifest example_manifest() {
  Manifest m;
  m.resolution = "thai-nguyen-cbcx";
  m.period = *base::Period::parse("2026-Q3");
  m.as_of = *base::Date::parse_iso("2026-09-30");
  m.unit = "05665";
  m.unit_name = "Xã Văn Lăng";
  m.revision = 1;
  m.program = "baocao 0.1.0";
  m.definitions.files = {{"schema/can_bo.toml", base::sha256_hex("a")}};
  m.persons = 2;
  m.counts = {.error = 0, .warning = 2, .note = 1};
  m.acknowledged = {{"N203", 2, "chờ bổ sung \"hồ sơ\""}};
  m.overrides = 1;
  return m;
}

inline std::vector<File> example_files() {
  return {{"inputs/job.toml", Role::job, "unit = \"05665\"\n"},
          {"inputs/can-bo/danh sách.csv", Role::input, "Họ và tên\nNguyễn Văn An\n"},
          {"results.json", Role::results, "{}\n"},
          {"outputs/bao-cao.docx", Role::report, std::string(3000, 'w')}};
}

inline Package example_package() {
  return make_package(example_manifest(), example_files());
}

}  // namespace baocao::submission

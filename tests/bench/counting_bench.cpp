// counting_bench TEMPLATES ROWS THREADS RUNS [FOLDER]: counts 40 indicators over people who do not
// exist, in 3,321 units, and prints the best times as JSON. With FOLDER it writes what other
// engines need to count the same: people.csv, units.csv, tables.sql, query.sql and counts.csv, our
// own result.
#include "base/file.hpp"
#include "expr/sql.hpp"
#include "indicator/indicator.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include <malloc.h>

namespace {

using namespace baocao;

constexpr std::uint16_t units = 3321;

struct Share {
  const char* where;
  const char* meets;
};

// As the packs word theirs: posts, levels, ages, sex, ethnicity, kind of unit, missing values.
constexpr std::array<Share, 40> shares = {{
    {"chu_chot", "trinh_do_chuyen_mon >= thac_si"},
    {"chu_chot", "ly_luan_chinh_tri >= cao_cap"},
    {"chu_chot", "tuoi(ngay_sinh) < 42"},
    {"chu_chot", "gioi_tinh == nu"},
    {"chu_chot", "dan_toc != kinh"},
    {"chu_chot", "khoa_hoc_cong_nghe"},
    {"chu_chot", "not nguoi_dia_phuong"},
    {"chu_chot and don_vi.loai == phuong", "tuoi(ngay_sinh) < 42"},
    {"chu_chot and don_vi.loai != phuong", "trinh_do_chuyen_mon >= dai_hoc"},
    {"chuc_danh in [bi_thu]", "not nguoi_dia_phuong"},
    {"chuc_danh in [chu_tich_ubnd]", "not nguoi_dia_phuong"},
    {"chuc_danh in [bi_thu, pho_bi_thu]", "trinh_do_chuyen_mon >= thac_si"},
    {"cap_uy_vien", "tuoi(ngay_sinh) < 42"},
    {"cap_uy_vien", "gioi_tinh == nu"},
    {"cap_uy_vien", "dan_toc != kinh"},
    {"cap_uy_vien", "trinh_do_chuyen_mon >= thac_si"},
    {"cap_uy_vien", "ly_luan_chinh_tri >= trung_cap"},
    {"cap_uy_vien and gioi_tinh == nu", "tuoi(ngay_sinh) between 35 and 55"},
    {"nhom == can_bo", "ly_luan_chinh_tri >= trung_cap"},
    {"nhom == can_bo", "quan_ly_nha_nuoc >= chuyen_vien"},
    {"nhom == cong_chuc", "trinh_do_chuyen_mon >= dai_hoc"},
    {"nhom == cong_chuc", "ngach >= chuyen_vien_chinh"},
    {"nhom == cong_chuc", "phu_hop_vi_tri"},
    {"nhom == cong_chuc", "khoa_hoc_cong_nghe"},
    {"nhom == cong_chuc", "tuoi(ngay_sinh) < 30"},
    {"nhom == cong_chuc and don_vi.loai == xa", "quan_ly_nha_nuoc >= chuyen_vien"},
    {"nhom == vien_chuc", "trinh_do_chuyen_mon >= dai_hoc"},
    {"nhom == vien_chuc", "gioi_tinh == nu"},
    {"nhom == vien_chuc", "tuoi(ngay_sinh) >= 55"},
    {"nhom == vien_chuc and trinh_do_chuyen_mon is not none", "trinh_do_chuyen_mon >= thac_si"},
    {"nhom in [can_bo, cong_chuc]", "ly_luan_chinh_tri >= so_cap"},
    {"nhom in [can_bo, cong_chuc]", "dan_toc != kinh"},
    {"nhom in [can_bo, cong_chuc]", "gioi_tinh == nu and tuoi(ngay_sinh) < 42"},
    {"nhom == khong_chuyen_trach", "trinh_do_chuyen_mon >= trung_cap"},
    {"nhom is none or nhom != khong_chuyen_trach", "tuoi(ngay_sinh) < 42"},
    {"dien_quan_ly == btv_tinh_uy", "trinh_do_chuyen_mon >= thac_si"},
    {"dien_quan_ly == btv_tinh_uy", "tuoi(ngay_sinh) < 45 and gioi_tinh == nu"},
    {"dien_quan_ly == btv_dang_uy", "ly_luan_chinh_tri >= trung_cap"},
    {"gioi_tinh == nu", "trinh_do_chuyen_mon >= dai_hoc and ly_luan_chinh_tri >= trung_cap"},
    {"", "trinh_do_chuyen_mon >= dai_hoc"},
}};

// The same numbers on every machine (splitmix64).
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ mixed >> 30U) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27U) * 0x94D049BB133111EBU;
    return mixed ^ mixed >> 31U;
  }

  std::uint64_t below(std::uint64_t limit) { return (next() >> 32U) * limit >> 32U; }

 private:
  std::uint64_t state_;
};

[[noreturn]] void fail(const diag::Diagnostic& fault) {
  std::fprintf(stderr, "%s: %s\n", fault.code.id().data(), fault.message.c_str());
  std::exit(1);
}

template <class T>
T value_or_fail(diag::Result<T> value) {
  if (!value) {
    fail(value.error());
  }
  return std::move(*value);
}

table::Column& column(table::Table& table, std::string_view key) {
  return table.columns.at(*table.schema->index(key));
}

std::uint64_t random_posts(Chance& chance, const schema::CodeList& codes) {
  std::uint64_t posts = std::uint64_t{1} << chance.below(codes.words.size());
  if (chance.below(3) == 0) {
    posts |= std::uint64_t{1} << chance.below(codes.words.size());
  }
  return posts;
}

// One in twenty is not known to the day.
base::DateRange random_birth(Chance& chance) {
  const base::Date day = base::Date::from_ymd(1964, 1, 1)->plus_days(int(chance.below(15000)));
  const base::Date first = *base::Date::from_ymd(day.year(), 1, 1);
  const base::Date last = *base::Date::from_ymd(day.year(), 12, 31);
  return chance.below(20) == 0 ? base::DateRange{first, last} : base::DateRange{day, day};
}

// A value in each row but one in thirty.
void fill(table::Column& column, std::size_t rows, std::uint64_t seed) {
  Chance chance(seed);
  const schema::Field& field = *column.field;
  const std::size_t words = field.codes == nullptr ? 2 : field.codes->words.size();
  column.present.resize(rows);
  column.dates.reserve(field.type == schema::Type::date ? rows : 0);
  column.sets.reserve(field.type == schema::Type::codes ? rows : 0);
  column.codes.reserve(column.dates.capacity() + column.sets.capacity() == 0 ? rows : 0);
  for (std::size_t row = 0; row < rows; ++row) {
    column.present[row] = chance.below(30) != 0 ? 1 : 0;
    if (field.type == schema::Type::date) {
      column.dates.push_back(random_birth(chance));
    } else if (field.type == schema::Type::codes) {
      column.sets.push_back(random_posts(chance, *field.codes));
    } else {
      column.codes.push_back(static_cast<std::uint16_t>(chance.below(words)));
    }
  }
}

constexpr std::array<const char*, 13> people_fields = {"nhom",
                                                       "chuc_danh",
                                                       "dien_quan_ly",
                                                       "trinh_do_chuyen_mon",
                                                       "ly_luan_chinh_tri",
                                                       "quan_ly_nha_nuoc",
                                                       "ngach",
                                                       "gioi_tinh",
                                                       "dan_toc",
                                                       "ngay_sinh",
                                                       "khoa_hoc_cong_nghe",
                                                       "phu_hop_vi_tri",
                                                       "nguoi_dia_phuong"};

// Only the columns that are read are filled.
table::Dataset people(const schema::Schema& schema, std::size_t rows) {
  table::Dataset dataset;
  dataset.schema = &schema;
  for (const auto& table : schema.tables()) {
    table::Table& built = dataset.tables[table->name];
    built.schema = table.get();
    for (const schema::Field& field : table->fields) {
      built.columns.emplace_back().field = &field;
    }
  }
  table::Table& described = dataset.tables.at("don_vi");
  described.supplied = true;
  described.rows = units;
  fill(column(described, "loai"), units, 1);
  for (std::uint16_t unit = 0; unit < units; ++unit) {
    const std::string code = std::to_string(unit);
    dataset.units.all.push_back({.code = code, .name = code, .full_name = code, .row = unit});
    described.unit.push_back(unit);
  }
  table::Table& table = dataset.tables.at("can_bo");
  table.supplied = true;
  table.rows = rows;
  for (std::size_t at = 0; at < people_fields.size(); ++at) {
    fill(column(table, people_fields[at]), rows, at + 2);
  }
  table.unit.reserve(rows);
  for (std::size_t row = 0; row < rows; ++row) {  // as rosters come: a file for each unit
    table.unit.push_back(static_cast<std::uint16_t>(row * units / rows));
  }
  return dataset;
}

expr::Context context() {
  expr::Context context{*base::Date::parse_iso("2026-09-30"), *base::Period::parse("Q3-2026"), {}};
  context.conditions = {
      {"chu_chot",
       "chuc_danh in [bi_thu, pho_bi_thu, chu_tich_hdnd, pho_chu_tich_hdnd, chu_tich_ubnd, "
       "pho_chu_tich_ubnd]"},
      {"cap_uy_vien", "chuc_danh in [bi_thu, pho_bi_thu, uy_vien_btv, uy_vien_bch]"}};
  return context;
}

std::vector<indicator::Definition> definitions() {
  std::vector<indicator::Definition> all;
  for (const Share& share : shares) {
    indicator::Definition& definition = all.emplace_back();
    definition.id = std::to_string(all.size());
    definition.of = "can_bo";
    definition.where = share.where;
    definition.meets = share.meets;
  }
  return all;
}

void write(const std::string& folder, const char* name, const std::string& text) {
  if (!base::write_file(folder + "/" + name, text)) {
    std::fprintf(stderr, "%s/%s cannot be written\n", folder.c_str(), name);
    std::exit(1);
  }
}

std::string numbers(std::initializer_list<std::int64_t> values) {
  std::string text;
  for (const std::int64_t value : values) {
    text += "," + std::to_string(value);
  }
  return text;
}

std::string value_text(const table::Column& column, std::size_t row) {
  const auto ymd = [](base::Date day) {
    return day.year() * 10000 + day.month() * 100 + day.day();
  };
  const schema::Type type = column.field->type;
  if (!column.has(row)) {
    return type == schema::Type::date ? ",,,," : ",";
  }
  switch (type) {
    case schema::Type::date: {
      const auto [first, last] = column.dates[row];
      return numbers({ymd(first), ymd(last), first.days(), last.days()});
    }
    case schema::Type::codes:
      return numbers({static_cast<std::int64_t>(column.sets[row])});
    case schema::Type::code:
      return "," + column.field->codes->words[column.codes[row]].key;
    default:
      return numbers({column.codes[row]});
  }
}

std::string table_text(const table::Table& table) {
  std::string text;
  for (std::size_t row = 0; row < table.rows; ++row) {
    text += std::to_string(row) + "," + std::to_string(table.unit[row]);
    for (const table::Column& column : table.columns) {
      text += column.present.empty() ? "" : value_text(column, row);
    }
    text += "\n";
  }
  return text;
}

std::string create_text(const table::Table& table) {
  std::string text = "CREATE TABLE \"" + table.schema->name + "\" (row_no integer, unit_no integer";
  for (const table::Column& column : table.columns) {
    const std::string& key = column.field->key;
    if (column.present.empty()) {
      continue;
    }
    if (column.field->type == schema::Type::date) {
      for (const char* part : {"_first", "_last", "_first_day", "_last_day"}) {
        text += ", \"" + key + part + "\" integer";
      }
    } else {
      text += ", \"" + key + "\" " +
              (column.field->type == schema::Type::code      ? "text"
               : column.field->type == schema::Type::boolean ? "boolean"
                                                             : "bigint");
    }
  }
  return text + ");\n";
}

// All indicators in one query: one pass over the table, as an expert would ask for it.
std::string query_text(const schema::Schema& schema) {
  const schema::Table& table = *schema.find("can_bo");
  const auto printed = [&](const char* text) -> std::string {
    const auto bound =
        expr::bind_condition(text[0] == '\0' ? "true" : text, schema, table, context());
    return expr::sql(*bound, schema, {}, "t").value();
  };
  std::string text = "SELECT t.unit_no";
  for (const Share& share : shares) {
    const std::string where = printed(share.where);
    const std::string meets = printed(share.meets);
    for (const std::string& filter : {where + " AND " + meets,
                                      where,
                                      where + " AND " + meets + " IS NULL",
                                      where + " IS NULL"}) {
      text += ",\nCOUNT(*) FILTER (WHERE " + filter + ")";
    }
  }
  return text + "\nFROM can_bo t GROUP BY t.unit_no ORDER BY t.unit_no";
}

std::string counts_text(const std::vector<indicator::Result>& results) {
  std::string text;
  for (std::uint16_t unit = 0; unit < units; ++unit) {
    text += std::to_string(unit);
    for (const indicator::Result& result : results) {
      const indicator::Counts& counts = result.counts[unit];
      text += numbers({counts.n.numerator(),
                       counts.d.numerator(),
                       counts.u1.numerator(),
                       counts.u2.numerator()});
    }
    text += "\n";
  }
  return text;
}

// A figure of /proc/self/status in kilobytes.
long memory(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name)) {
      return std::stol(line.substr(name.size() + 1));
    }
  }
  return 0;
}

// The peak from here on; what was freed before is given back first.
long start_of_peak() {
  malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << "5";
  return memory("VmRSS");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("counting_bench TEMPLATES ROWS THREADS RUNS [FOLDER]\n", stderr);
    return 2;
  }
  diag::Sink sink;
  const schema::Schema schema =
      value_or_fail(schema::Schema::load(std::string(argv[1]) + "/schema", sink));
  const table::Dataset dataset = people(schema, std::strtoul(argv[2], nullptr, 10));
  const auto threads = static_cast<unsigned>(std::atoi(argv[3]));
  const auto plan = value_or_fail(indicator::Plan::make(definitions(), schema, context(), sink));
  const long before = start_of_peak();
  double wall = 1e9;
  double processor = 1e9;
  std::vector<indicator::Result> results;
  for (int run = 0; run < std::atoi(argv[4]); ++run) {
    results.clear();
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t processor_start = std::clock();
    results = plan.compute(dataset, threads);
    processor = std::min(processor, double(std::clock() - processor_start) / CLOCKS_PER_SEC);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    wall = std::min(wall, passed.count());
  }
  std::printf("{\"wall\": %.4f, \"processor\": %.4f, \"pass_megabytes\": %.1f}\n",
              wall,
              processor,
              double(memory("VmHWM") - before) / 1024);
  if (argc > 5) {
    write(argv[5], "people.csv", table_text(dataset.tables.at("can_bo")));
    write(argv[5], "units.csv", table_text(dataset.tables.at("don_vi")));
    write(argv[5],
          "tables.sql",
          create_text(dataset.tables.at("can_bo")) + create_text(dataset.tables.at("don_vi")));
    write(argv[5], "query.sql", query_text(schema));
    write(argv[5], "counts.csv", counts_text(results));
  }
  return 0;
}

#include "job/check_alone.hpp"

#include "check/check.hpp"
#include "expr/parser.hpp"
#include "job/choose_table.hpp"
#include "job/inputs.hpp"
#include "text/unicode.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view units_table = "don_vi";

bool needs_day(const expr::Node& node) {
  constexpr std::array<std::string_view, 6> names = {
      "ngay_chot", "ngay_dau_ky", "nam_bao_cao", "ky_bao_cao", "nam_dau", "nam_cuoi"};
  const bool is_name = node.kind == expr::Kind::name &&
                       std::find(names.begin(), names.end(), node.text) != names.end();
  const bool is_age =
      node.kind == expr::Kind::call && node.text == "tuoi" && node.children.size() == 1;
  return is_name || is_age ||
         std::any_of(node.children.begin(), node.children.end(), [](const expr::NodePtr& inner) {
           return inner && needs_day(*inner);
         });
}

bool needs_day(const schema::Rule& rule) {
  const auto in = [](const std::string& text) {
    const auto tree = expr::parse(text);
    return !text.empty() && tree && needs_day(**tree);
  };
  return in(rule.when) || in(rule.expect);
}

class LoneFiles {
 public:
  LoneFiles(const FileRequest& request, const Options& options)
      : request_(request), options_(options) {}

  Checked check();

 private:
  bool load_definitions();
  void read();
  void add_units();
  void leave_out_rules();
  void note(std::string message, std::string help);
  void keep(const diag::Sink& found);

  const FileRequest& request_;
  const Options& options_;
  schema::Schema schema_;
  resolution::Pack pack_;
  std::vector<table::File> files_;
  std::string units_name_;  // of the file of units, whose faults are not told
  Checked checked_;
};

void LoneFiles::note(std::string message, std::string help) {
  checked_.faults.add({.code = "J218",
                       .severity = diag::Severity::note,
                       .message = std::move(message),
                       .help = std::move(help)});
}

bool LoneFiles::load_definitions() {
  auto schema = schema::Schema::load(options_.templates / "schema", checked_.faults);
  if (schema) {
    schema_ = std::move(*schema);
  }
  if (!request_.resolution.empty()) {
    auto pack =
        resolution::load(options_.templates / "resolutions" / request_.resolution, checked_.faults);
    if (pack) {
      pack_ = std::move(*pack);
    }
  }
  return !checked_.faults.has_errors();
}

diag::Diagnostic no_table(const std::string& file, const schema::Schema& schema) {
  std::string tried;
  for (const auto& table : schema.tables()) {
    tried += (tried.empty() ? "" : ", ") + table->label + " (" + table->name + ")";
  }
  return {.code = "J217",
          .message = "không nhận ra tệp này là bảng nào",
          .help =
              "cần một dòng tiêu đề có ít nhất hai cột của một bảng; hoặc nêu bảng bằng "
              "--table, ví dụ --table can_bo",
          .span = {.file = file},
          .notes = {"đã thử: " + tried}};
}

void LoneFiles::read() {
  std::vector<Reading> readings;
  std::set<std::string> seen;
  for (const fs::path& path : request_.files) {
    if (seen.insert(path.lexically_normal().generic_string()).second) {
      Reading& reading = readings.emplace_back();
      reading.on_disk = path.generic_string();
      reading.file.name = text::nfc(reading.on_disk);
      reading.named_at = {.file = reading.file.name};
    }
  }
  read_files(readings, {}, options_.threads);
  for (Reading& reading : readings) {
    checked_.files.push_back({reading.file.name, reading.sha256, base::Folder(), reading.on_disk});
    checked_.faults.append(std::move(reading.faults));
    const bool unread = reading.fatal.has_errors();
    checked_.faults.append(std::move(reading.fatal));
    if (unread) {
      continue;
    }
    const auto table = request_.table.empty() ? choose_table(reading.file.sheets, schema_)
                                              : std::optional(request_.table);
    if (table) {
      reading.file.table = *table;
      files_.push_back(std::move(reading.file));
    } else {
      checked_.faults.add(no_table(reading.file.name, schema_));
    }
  }
}

// Without a list of units each file is a unit of its own, so that persons are compared within a
// file and between files, and nothing is said about the names of communes.
table::File one_unit_per_file(std::vector<table::File>& files) {
  table::File units;
  units.table = units_table;
  units.name = "(đơn vị)";
  input::Sheet& sheet = units.sheets.emplace_back();
  sheet.file = units.name;
  sheet.add(0, 0, input::CellKind::text, "Mã");
  sheet.add(0, 1, input::CellKind::text, "Tên");
  for (std::uint32_t i = 0; i < files.size(); ++i) {
    files[i].unit = files[i].name;
    sheet.add(i + 1, 0, input::CellKind::text, files[i].name);
    sheet.add(i + 1, 1, input::CellKind::text, files[i].name);
  }
  return units;
}

void LoneFiles::add_units() {
  const bool has_units = std::any_of(files_.begin(), files_.end(), [](const table::File& file) {
    return file.table == units_table;
  });
  if (has_units || files_.empty()) {
    return;
  }
  if (request_.resolution.empty()) {
    files_.insert(files_.begin(), one_unit_per_file(files_));
    note("chưa có danh sách đơn vị nên chưa xét tên xã, phường trong tệp",
         "thêm --resolution MÃ, ví dụ --resolution thai-nguyen-cbcx");
  } else {
    std::vector<Reading> units(1);
    units[0].on_disk = "units.csv";
    units[0].file.table = units_table;
    units[0].file.name = pack_.folder.path("units.csv");
    read_files(units, pack_.folder, 1);
    checked_.faults.append(std::move(units[0].fatal));
    files_.insert(files_.begin(), std::move(units[0].file));
  }
  units_name_ = files_.front().name;
}

void LoneFiles::leave_out_rules() {
  if (request_.as_of) {
    return;
  }
  std::size_t left_out = 0;
  for (const auto& table : schema_.tables()) {
    const bool used = std::any_of(files_.begin(), files_.end(), [&](const table::File& file) {
      return file.table == table->name && file.name != units_name_;
    });
    const std::size_t dropped =
        std::erase_if(table->rules, [](const schema::Rule& rule) { return needs_day(rule); });
    left_out += used ? dropped : 0;
  }
  if (left_out > 0) {
    note("chưa có ngày chốt số liệu nên chưa xét " + std::to_string(left_out) +
             " quy tắc về tuổi và thời gian",
         "thêm --as-of NGÀY, ví dụ --as-of 30/9/2026");
  }
}

void LoneFiles::keep(const diag::Sink& found) {
  for (diag::Diagnostic fault : found.all()) {
    if (!units_name_.empty() && fault.span.file == units_name_) {
      continue;
    }
    fault.unit = request_.resolution.empty() ? std::string() : fault.unit;
    checked_.faults.add(std::move(fault));
  }
}

Checked LoneFiles::check() {
  if (!load_definitions()) {
    return std::move(checked_);
  }
  read();
  add_units();
  leave_out_rules();
  diag::Sink faults;
  diag::Sink fatal;
  table::Dataset dataset = table::bind(schema_, files_, faults, options_.threads);
  expr::Context context;
  context.as_of = request_.as_of.value_or(base::Date());
  context.period = {.year = context.as_of.year()};
  context.parameters = pack_.parameters;
  check::run(dataset, context, faults, fatal);
  keep(faults);
  keep(fatal);
  for (table::SheetAccount& account : dataset.accounts) {
    if (account.file != units_name_) {
      account.unit = request_.resolution.empty() ? std::string() : account.unit;
      checked_.accounts.push_back(std::move(account));
    }
  }
  return std::move(checked_);
}

}  // namespace

Checked check_alone(const FileRequest& request, const Options& options) {
  return LoneFiles(request, options).check();
}

}  // namespace baocao::job

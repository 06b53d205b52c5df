#include "cli/arguments.hpp"

#include "cli/arguments_desk.hpp"
#include "cli/arguments_parts.hpp"
#include "cli/arguments_template.hpp"
#include "diag/render.hpp"
#include "text/suggest.hpp"

#include <memory>
#include <optional>

#include <CLI/CLI.hpp>

namespace baocao::cli {
namespace {

// The commands being filled in, and the one that was chosen.
struct Parsed {
  ReportCommand report;
  CheckCommand check;
  ComputeCommand compute;
  DrillCommand drill;
  SampleCommand sample;
  SubmitCommand submit;
  TemplateCommands template_commands;
  FormatCommand format;
  TemplateNewCommand template_new;
  DeskCommands desk;
  ExplainCommand explain;
  std::optional<Command> chosen;
};

void add_unit(CLI::App& command, UnitChoice& unit) {
  auto* code = command.add_option("--unit", unit.code, "mã đơn vị (mặc định: đơn vị lập báo cáo)");
  command.add_flag("--all-units", unit.all, "cả các đơn vị cấp dưới")->excludes(code);
}

void add_report(CLI::App& app, Parsed& parsed) {
  ReportCommand& c = parsed.report;
  CLI::App* command = add_command(app, "report", "lập báo cáo Word, phụ lục Excel, tóm tắt PDF");
  command->add_option("JOB", c.job, "thư mục công việc (có job.toml)")->required();
  command->add_option("--out", c.out, "thư mục kết quả (mặc định: outputs/<tên công việc>)");
  command->add_option("--only", c.only, "chỉ lập một số loại: docx,xlsx,pdf,persons")
      ->delimiter(',')
      ->check(CLI::IsMember({"docx", "xlsx", "pdf", "persons"}).description(""));
  command->add_flag("--json", c.json, "in thêm kết quả các chỉ tiêu dạng JSON, như lệnh compute");
  add_unit(*command, c.unit);
  command->add_option(
      "--archive", c.desk.archive, "tệp kho lưu trữ: lập báo cáo từ các gói đã nhận của kỳ");
  command->add_option("--who", c.desk.who, "người lập, ghi vào nhật ký của kho");
  command->add_option("--at", c.desk.at, "thời điểm lập, ghi vào nhật ký của kho");
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.report; });
}

void add_check(CLI::App& app, Parsed& parsed) {
  CheckCommand& c = parsed.check;
  CLI::App* command =
      add_command(app, "check", "kiểm tra số liệu, nêu lỗi từng ô; kiểm tra bộ nghị quyết");
  command
      ->add_option("JOB|FILE",
                   c.paths,
                   "thư mục công việc (có job.toml), các tệp .xlsx, .csv, .ods, hoặc thư mục của "
                   "một nghị quyết")
      ->required();
  command->add_option(
      "--annotate", c.annotate, "thư mục để ghi bản đánh dấu của từng tệp có lỗi và rejects.csv");
  command->add_flag("--explain", c.explain, "nêu đã hiểu từng trang, cột, hàng là gì");
  command->add_flag("--json", c.json, "in kết quả dạng JSON");
  command->add_option("--table", c.table, "bảng của các tệp, ví dụ can_bo (mặc định: tự nhận ra)");
  command->add_option(
      "--resolution", c.resolution, "mã nghị quyết có danh sách đơn vị, khi kiểm tra riêng tệp");
  command->add_option(
      "--as-of", c.as_of, "ngày chốt số liệu, ví dụ 30/9/2026, khi kiểm tra riêng tệp");
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.check; });
}

void add_compute(CLI::App& app, Parsed& parsed) {
  ComputeCommand& c = parsed.compute;
  CLI::App* command = add_command(app, "compute", "tính các chỉ tiêu, in kết quả");
  command->add_option("JOB", c.job, "thư mục công việc (có job.toml)")->required();
  add_unit(*command, c.unit);
  command->add_option(
      "--by",
      c.by,
      "tách theo một trường (gioi_tinh, don_vi.loai) hoặc một nhóm, khoảng của nghị "
      "quyết (do_tuoi)");
  auto* json = command->add_flag("--json", c.json, "in kết quả dạng JSON");
  command->add_flag("--csv", c.csv, "in kết quả dạng CSV")->excludes(json);
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.compute; });
}

void add_drill(CLI::App& app, Parsed& parsed) {
  DrillCommand& c = parsed.drill;
  CLI::App* command = add_command(app, "drill", "liệt kê người, đơn vị đứng sau một con số");
  command->add_option("JOB", c.job, "thư mục công việc (có job.toml)")->required();
  command->add_option("INDICATOR", c.indicator, "mã chỉ tiêu, ví dụ 5a")->required();
  command->add_option("--unit", c.unit, "mã đơn vị (mặc định: đơn vị lập báo cáo)");
  command->add_option("--side", c.side, "met (đạt), unmet (chưa đạt), unknown (chưa rõ)")
      ->check(CLI::IsMember({"met", "unmet", "unknown"}).description(""));
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.drill; });
}

void add_sample(CLI::App& app, Parsed& parsed) {
  SampleCommand& c = parsed.sample;
  CLI::App* command = add_command(app, "sample", "tạo số liệu mẫu (người không có thật)");
  command->add_option("RESOLUTION", c.resolution, "mã nghị quyết, ví dụ thai-nguyen-cbcx")
      ->required();
  command->add_option("--units", c.units, "số xã, phường")
      ->required()
      ->check(CLI::Range(1, 100000).description(""));
  command->add_option("--people", c.people, "tổng số người")
      ->required()
      ->check(CLI::Range(1, 10000000).description(""));
  command->add_option("--seed", c.seed, "số gieo: cùng số thì cùng kết quả")->required();
  command->add_option("--out", c.out, "thư mục để ghi")->required();
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.sample; });
}

void add_submit(CLI::App& app, Parsed& parsed) {
  SubmitCommand& c = parsed.submit;
  CLI::App* command = add_command(app, "submit", "lập gói nộp lên cấp trên");
  command->add_option("JOB", c.job, "thư mục công việc (có job.toml)")->required();
  command->add_option("--unit", c.unit, "mã đơn vị nộp (mặc định: đơn vị lập báo cáo)");
  command->add_option("--out", c.out, "tệp .zip để ghi")->required();
  command->add_option("--revision", c.revision, "lần nộp: 1, 2, … (mặc định: 1)")
      ->check(CLI::Range(1U, 9999U).description(""));
  auto* sign = command->add_option("--sign", c.sign, "ký số: khóa riêng và chứng thư số, dạng PEM")
                   ->type_name("KHÓA CHỨNG-THƯ")
                   ->expected(2);
  command->add_option("--signed-on", c.signed_on, "ngày ký ghi trong chữ ký, ví dụ 2026-10-05")
      ->needs(sign);
  command->add_option(
      "--encrypt", c.encrypt, "mã hóa cho nơi nhận: chứng thư số của nơi nhận, dạng PEM");
  command->add_flag("--json", c.json, "in bản kê khai của gói dạng JSON");
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.submit; });
}

void add_format(CLI::App& app, Parsed& parsed) {
  FormatCommand& c = parsed.format;
  CLI::App* command = add_command(app, "format", "kiểm tra thể thức của một văn bản Word");
  command->add_option("FILE", c.file, "văn bản .docx")->required();
  command->add_option(
      "--profile", c.profile, "hồ sơ thể thức, ví dụ dang-hd05-2026 (mặc định: theo tiêu đề)");
  command->add_flag("--json", c.json, "in kết quả dạng JSON");
  command->add_flag("--fix", c.fix, "sửa những chỗ máy sửa được, ghi ra tệp mới");
  command->add_option("--out", c.out, "tệp mới của --fix (mặc định: <tên>-da-sua.docx)");
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.format; });
}

void add_template_new(CLI::App& group, Parsed& parsed) {
  TemplateNewCommand& c = parsed.template_new;
  CLI::App* command = add_command(group, "new", "dựng mẫu văn bản đúng thể thức");
  command->add_option("--profile", c.profile, "hồ sơ thể thức, ví dụ dang-hd05-2026")->required();
  command->add_option("--type", c.type, "loại văn bản: BC, KH, TTr, CV, TB")->required();
  command->add_option("--out", c.out, "tệp .docx để ghi")->required();
  add_common(*command, c.common);
  command->callback([&parsed] { parsed.chosen = parsed.template_new; });
}

void add_template(CLI::App& app, Parsed& parsed) {
  CLI::App* group = add_command(app, "template", "làm việc với mẫu Word");
  group->require_subcommand(1);
  add_template_commands(*group, parsed.template_commands, parsed.chosen);
  add_template_new(*group, parsed);
}

void add_explain(CLI::App& app, Parsed& parsed) {
  CLI::App* command = add_command(app, "explain", "giải thích một mã lỗi và cách sửa");
  command->add_option("CODE", parsed.explain.code, "mã lỗi, ví dụ N204")->required();
  command->callback([&parsed] { parsed.chosen = parsed.explain; });
}

void translate(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "Cách dùng");
  formatter->label("OPTIONS", "tùy chọn");
  formatter->label("SUBCOMMAND", "LỆNH");
  formatter->label("SUBCOMMANDS", "LỆNH");
  formatter->label("Positionals", "Tham số");
  formatter->label("Options", "Tùy chọn");
  formatter->label("Subcommands", "Các lệnh");
  formatter->label("REQUIRED", "(bắt buộc)");
  formatter->label("TEXT", "CHỮ");
  formatter->label("INT", "SỐ");
  formatter->label("UINT", "SỐ");
  formatter->label("Excludes", "không dùng cùng");
  formatter->column_width(34);
  app.formatter(std::move(formatter));
}

std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    words.push_back(command->get_name());
  }
  for (const CLI::Option* option : app.get_options()) {
    words.push_back(option->get_name());
  }
  return words;
}

const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : innermost(*chosen.front());
}

// "baocao template": the words that lead to `command`.
std::string words_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  return parent == nullptr ? command.get_name() : words_of(*parent) + " " + command.get_name();
}

std::string usage_fault(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  const auto* extras = dynamic_cast<const CLI::ExtrasError*>(&error);
  if (extras != nullptr && !app.remaining(true).empty()) {
    const std::string word = app.remaining(true).front();
    const auto guess = text::nearest(word, known_words(command));
    return "không hiểu \"" + word + "\"" + (guess ? "; ý bạn là \"" + *guess + "\"?" : "");
  }
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return !command.get_subcommands([](const CLI::App*) { return true; }).empty()
               ? "chưa nêu lệnh cần chạy"
               : "lệnh " + command.get_name() + " còn thiếu tham số bắt buộc";
  }
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    return "có hai tùy chọn không dùng cùng nhau được";
  }
  return "lệnh " + command.get_name() + " có tùy chọn ghi sai giá trị";
}

Leave leave(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  if (error.get_exit_code() == 0) {
    return {
        done, &command == &app ? app.help() : command.help(words_of(*command.get_parent())), ""};
  }
  return {wrong_usage,
          "",
          diag::text({.code = "U101",
                      .message = usage_fault(app, error),
                      .help = "xem hướng dẫn bằng lệnh: " + words_of(command) + " --help"})};
}

}  // namespace

std::variant<Command, Leave> parse_arguments(int argc, const char* const* argv) {
  CLI::App app(
      "baocao: lập báo cáo kết quả thực hiện nghị quyết từ danh sách cán bộ, đúng từng con số.",
      "baocao");
  Parsed parsed;
  translate(app);
  app.option_defaults()->group("Tùy chọn");
  app.set_help_flag("-h,--help", "in hướng dẫn này");
  app.require_subcommand(0, 1);
  bool version = false;
  app.add_flag("--version", version, "in phiên bản");
  add_report(app, parsed);
  add_check(app, parsed);
  add_compute(app, parsed);
  add_drill(app, parsed);
  add_sample(app, parsed);
  add_submit(app, parsed);
  add_format(app, parsed);
  add_template(app, parsed);
  add_desk_commands(app, parsed.desk, parsed.chosen);
  add_explain(app, parsed);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return leave(app, error);
  }
  if (parsed.chosen) {
    return *parsed.chosen;
  }
  if (version) {
    return Command{VersionCommand{}};
  }
  return Leave{wrong_usage, "", app.help()};
}

}  // namespace baocao::cli

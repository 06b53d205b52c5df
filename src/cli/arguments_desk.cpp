#include "cli/arguments_desk.hpp"

#include "cli/arguments_parts.hpp"

#include <string>

#include <CLI/CLI.hpp>

namespace baocao::cli {
namespace {

using Chosen = std::optional<Command>;

void add_archive(CLI::App& command, Desk& desk) {
  command.add_option("--archive", desk.archive, "tệp kho lưu trữ, ví dụ kho.db")->required();
}

// For commands that change the archive: its log names who did it and when.
void add_act(CLI::App& command, Desk& desk) {
  add_archive(command, desk);
  command.add_option("--who", desk.who, "người thực hiện (mặc định: tên người dùng của máy)");
  command.add_option(
      "--at", desk.at, "thời điểm, ví dụ 2026-10-05T08:30:00 (mặc định: đồng hồ của máy)");
}

void add_receiving(CLI::App& command, ReceiveCommand& c) {
  command.add_option("FILE", c.files, "các gói nộp (.zip, .zip.p7m)")->required();
  command.add_option(
      "--trust", c.trust, "tệp chứng thư tin cậy (PEM); có thì gói phải có chữ ký số hợp lệ");
  command.add_option("--key", c.key, "khóa và chứng thư (PEM) của nơi nhận, để mở gói mã hóa")
      ->expected(2);
  command.add_flag("--json", c.json, "in kết quả dạng JSON");
  add_act(command, c.desk);
  add_common(command, c.common);
}

void add_receive(CLI::App& app, ReceiveCommand& c, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "receive", "nhận gói nộp: kiểm tra, tính lại số liệu, đưa vào kho");
  add_receiving(*command, c);
  command->callback([&c, &chosen] { chosen = c; });
}

void add_status(CLI::App& app, StatusCommand& c, Chosen& chosen) {
  CLI::App* command = add_command(app, "status", "tình hình nộp của một kỳ");
  command->add_option("--period", c.period, "kỳ, ví dụ 2026-Q3")->required();
  command->add_option("--resolution", c.resolution, "mã nghị quyết, khi kho có nhiều nghị quyết");
  command->add_option("--at", c.desk.at, "tính đến ngày nào (mặc định: hôm nay)");
  command->add_option("--xlsx", c.xlsx, "tệp Excel để ghi bảng tình hình nộp");
  command->add_flag("--json", c.json, "in kết quả dạng JSON");
  add_archive(*command, c.desk);
  add_common(*command, c.common);
  command->callback([&c, &chosen] { chosen = c; });
}

void add_open(CLI::App& group, OpenPeriodCommand& c, Chosen& chosen) {
  CLI::App* command =
      add_command(group, "open", "mở một kỳ: đơn vị phải nộp, hạn nộp, bộ định nghĩa; tạo kho mới");
  command->add_option("JOB", c.job, "thư mục công việc của cấp trên (có job.toml)")->required();
  command->add_option("--due", c.due, "hạn nộp, ví dụ 10/10/2026")->required();
  command
      ->add_option("--forms",
                   c.forms,
                   "các bảng phải nộp, ví dụ can_bo,danh_gia (mặc định: mọi "
                   "bảng mà các chỉ tiêu dùng)")
      ->delimiter(',');
  add_act(*command, c.desk);
  add_common(*command, c.common);
  command->callback([&c, &chosen] { chosen = c; });
}

void add_period(CLI::App& command, ArchiveCommand& c) {
  command.add_option("--period", c.period, "kỳ, ví dụ 2026-Q3");
  command.add_option("--resolution", c.resolution, "mã nghị quyết");
}

CLI::App* add_verb(CLI::App& group,
                   const std::string& name,
                   const std::string& what,
                   ArchiveCommand::Verb verb,
                   ArchiveCommand& c,
                   Chosen& chosen) {
  CLI::App* command = add_command(group, name, what);
  command->callback([&c, &chosen, verb] {
    c.verb = verb;
    chosen = c;
  });
  return command;
}

void add_views(CLI::App& group, ArchiveCommand& c, Chosen& chosen) {
  using Verb = ArchiveCommand::Verb;
  CLI::App* list = add_verb(group, "list", "các kỳ và các gói trong kho", Verb::list, c, chosen);
  add_archive(*list, c.desk);
  add_period(*list, c);
  list->add_flag("--json", c.json, "in kết quả dạng JSON");
  CLI::App* show = add_verb(group, "show", "một gói: số liệu và lỗi đã ghi", Verb::show, c, chosen);
  show->add_option("PACKAGE", c.package, "mã của gói, hoặc phần đầu của mã")->required();
  show->add_flag("--json", c.json, "in kết quả dạng JSON");
  add_archive(*show, c.desk);
  CLI::App* log =
      add_verb(group, "log", "nhật ký của kho, mỗi dòng một JSON", Verb::log, c, chosen);
  add_archive(*log, c.desk);
  CLI::App* verify =
      add_verb(group, "verify", "chứng minh kho còn nguyên vẹn", Verb::verify, c, chosen);
  verify->add_option("--head", c.head, "mã cuối nhật ký đã ghi lại lần trước");
  add_archive(*verify, c.desk);
}

void add_lock(CLI::App& group, ArchiveCommand& c, Chosen& chosen) {
  CLI::App* lock = add_verb(
      group, "lock", "khóa một kỳ: không nhận thêm gói", ArchiveCommand::Verb::lock, c, chosen);
  lock->add_option("--period", c.period, "kỳ, ví dụ 2026-Q3")->required();
  lock->add_option("--resolution", c.resolution, "mã nghị quyết, khi kho có nhiều nghị quyết");
  lock->add_option("--reason", c.desk.reason, "lý do, căn cứ")->required();
  add_act(*lock, c.desk);
}

void add_copies(CLI::App& group, ArchiveCommand& c, Chosen& chosen) {
  using Verb = ArchiveCommand::Verb;
  CLI::App* backup = add_verb(
      group, "backup", "chép kho ra một tệp, kể cả khi đang dùng", Verb::backup, c, chosen);
  backup->add_option("--out", c.out, "tệp cần ghi, chưa có")->required();
  add_archive(*backup, c.desk);
  CLI::App* files = add_verb(
      group, "export", "xuất mọi thứ trong kho ra tệp thường", Verb::export_files, c, chosen);
  files->add_option("--out", c.out, "thư mục cần ghi")->required();
  add_act(*files, c.desk);
  CLI::App* forget = add_verb(
      group, "forget", "xóa danh sách người đã hết thời hạn bảo quản", Verb::forget, c, chosen);
  forget->add_flag("--yes", c.yes, "xóa thật; không có thì chỉ liệt kê");
  add_act(*forget, c.desk);
}

// What compare and trend look at.
void add_periods(CLI::App& command, ArchiveCommand& c) {
  command.add_option("--resolution", c.resolution, "mã nghị quyết")->required();
  command.add_option("--periods", c.periods, "các kỳ, ví dụ 2025,2026 (mặc định: mọi kỳ)")
      ->delimiter(',');
  command.add_option("--unit", c.unit, "mã đơn vị (mặc định: cộng mọi đơn vị)");
  command.add_flag("--json", c.json, "in kết quả dạng JSON");
  add_archive(command, c.desk);
  add_common(command, c.common);
}

void add_years(CLI::App& group, ArchiveCommand& c, Chosen& chosen) {
  using Verb = ArchiveCommand::Verb;
  CLI::App* rerun = add_verb(group,
                             "rerun",
                             "lập lại một báo cáo cũ, so từng byte với bản đã lưu",
                             Verb::rerun,
                             c,
                             chosen);
  rerun->add_option("RUN", c.run, "số của báo cáo, xem lệnh archive list")->required();
  rerun->add_option("--out", c.out, "thư mục để ghi các tệp lập lại");
  add_archive(*rerun, c.desk);
  add_common(*rerun, c.common);
  CLI::App* compare =
      add_verb(group, "compare", "so các chỉ tiêu giữa các kỳ, các năm", Verb::compare, c, chosen);
  add_periods(*compare, c);
  compare->add_option("--xlsx", c.xlsx, "tệp Excel để ghi bảng so sánh");
  compare->add_option("--docx", c.docx, "tệp Word để ghi báo cáo tổng hợp");
  compare->add_option("--pdf", c.pdf, "tệp PDF để ghi bản tóm tắt");
  compare->add_option("--job", c.job, "thư mục công việc ghi cơ quan, người ký của báo cáo");
  CLI::App* trend = add_verb(group,
                             "trend",
                             "một chỉ tiêu qua các kỳ: số đếm, thay đổi, mục tiêu và kết luận",
                             Verb::trend,
                             c,
                             chosen);
  trend->add_option("INDICATOR", c.indicator, "mã chỉ tiêu, ví dụ 5a (mặc định: mọi chỉ tiêu)");
  add_periods(*trend, c);
  trend->add_option("--xlsx", c.xlsx, "tệp Excel để ghi bảng xu hướng");
}

void add_return(CLI::App& app, ReturnCommand& c, Chosen& chosen) {
  CLI::App* command =
      add_command(app, "return", "trả lại một gói: công văn, tệp Excel đánh dấu, danh sách lỗi");
  command->add_option("FILE", c.file, "gói nộp (.zip)")->required();
  command->add_option("--out", c.out, "thư mục để ghi")->required();
  command->add_option("--reason", c.desk.reason, "lý do, in vào công văn");
  command->add_option("--due", c.due, "hạn nộp lại, ví dụ 15/10/2026");
  command->add_option("--archive", c.desk.archive, "kho lưu trữ: ghi việc trả lại vào kho");
  command->add_option("--who", c.desk.who, "người thực hiện (mặc định: tên người dùng của máy)");
  command->add_option("--at", c.desk.at, "thời điểm (mặc định: đồng hồ của máy)");
  add_common(*command, c.common);
  command->callback([&c, &chosen] { chosen = c; });
}

void add_revise(CLI::App& group, ReceiveCommand& c, Chosen& chosen) {
  CLI::App* command = add_command(group, "revise", "nhận gói nộp lại vào kỳ đã khóa, có lý do");
  add_receiving(*command, c);
  command->add_option("--reason", c.desk.reason, "lý do nhận sau khi khóa")->required();
  command->callback([&c, &chosen] {
    c.revise = true;
    chosen = c;
  });
}

}  // namespace

void add_desk_commands(CLI::App& app, DeskCommands& commands, std::optional<Command>& chosen) {
  add_receive(app, commands.receive, chosen);
  add_status(app, commands.status, chosen);
  add_return(app, commands.give_back, chosen);
  CLI::App* group = add_command(app, "archive", "kho lưu trữ các kỳ");
  group->require_subcommand(1);
  add_open(*group, commands.open, chosen);
  add_views(*group, commands.archive, chosen);
  add_lock(*group, commands.archive, chosen);
  add_revise(*group, commands.revise, chosen);
  add_copies(*group, commands.archive, chosen);
  add_years(*group, commands.archive, chosen);
}

}  // namespace baocao::cli

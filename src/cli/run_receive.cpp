#include "base/file.hpp"
#include "cli/archive_session.hpp"
#include "cli/clock.hpp"
#include "cli/commands.hpp"
#include "cli/console.hpp"
#include "cli/session.hpp"
#include "desk/receive.hpp"
#include "diag/json.hpp"
#include "diag/render.hpp"

#include <algorithm>

namespace baocao::cli {
namespace {

using diag::json_string;

diag::Result<base::Bytes> read(const std::string& path) {
  auto bytes = base::read_file(path);
  if (bytes) {
    return std::move(*bytes);
  }
  return diag::Failure(diag::Diagnostic{.code = "U113",
                                        .message = "không đọc được tệp \"" + path + "\"",
                                        .help = "kiểm tra lại tên tệp và quyền đọc",
                                        .span = {.file = path}});
}

diag::Result<desk::Demands> demands_for(const ReceiveCommand& command) {
  desk::Demands demands;
  demands.version = BAOCAO_VERSION;
  const auto day = day_for(command.desk);
  if (!day) {
    return diag::Failure(day.error());
  }
  demands.day = *day;
  const auto fill = [](const std::string& path, base::Bytes& bytes) -> diag::Result<void> {
    auto content = read(path);
    if (!content) {
      return diag::Failure(content.error());
    }
    bytes = std::move(*content);
    return {};
  };
  diag::Result<void> filled;
  if (!command.trust.empty()) {
    filled = fill(command.trust, demands.trusted_pem);
  }
  if (filled && !command.key.empty()) {
    filled = fill(command.key[0], demands.key_pem);
    filled = filled ? fill(command.key[1], demands.certificate_pem) : filled;
  }
  if (!filled) {
    return diag::Failure(filled.error());
  }
  return demands;
}

std::string received_json(const desk::Received& received) {
  const submission::Manifest& m = received.manifest;
  std::string changes;
  for (const std::string& change : received.changes) {
    changes += (changes.empty() ? "" : ",") + json_string(change);
  }
  const bool opened = !m.unit.empty();
  const auto of_manifest = [&](const std::string& text) {
    return opened ? json_string(text) : std::string("null");
  };
  std::string faults = diag::json(received.faults.all());  // {"diagnostics":[…],"counts":{…}}
  return "{\"file\":" + json_string(received.file) +
         ",\"outcome\":" + json_string(desk::name(received.outcome)) +
         ",\"sha256\":" + json_string(received.sha256) +
         ",\"resolution\":" + of_manifest(m.resolution) +
         ",\"period\":" + of_manifest(opened ? m.period.code() : "") +
         ",\"unit\":" + of_manifest(m.unit) + ",\"unit_name\":" + of_manifest(m.unit_name) +
         ",\"revision\":" + (opened ? std::to_string(m.revision) : "null") +
         ",\"late\":" + (received.late ? "true" : "false") + ",\"superseded\":" +
         (received.superseded > 0 ? std::to_string(received.superseded) : "null") +
         ",\"changes\":[" + changes + "]," + faults.substr(1);
}

std::string line_of(const desk::Received& received) {
  const submission::Manifest& m = received.manifest;
  std::string line = received.file + ": ";
  switch (received.outcome) {
    case desk::Outcome::refused:
      return line + "KHÔNG NHẬN (" + std::to_string(received.faults.count(diag::Severity::error)) +
             " lỗi)\n";
    case desk::Outcome::already_there:
      return line + "đã có trong kho, không thay đổi gì\n";
    case desk::Outcome::accepted:
      break;
  }
  line += "đã nhận: " + m.unit_name + ", kỳ " + m.period.code() + ", lần " +
          std::to_string(m.revision) + (received.late ? ", nộp chậm" : "");
  if (received.superseded > 0) {
    line += ", thay lần " + std::to_string(received.superseded) + " (" +
            std::to_string(received.changes.size()) + " số liệu thay đổi)";
  }
  line += "\n";
  for (const std::string& change : received.changes) {
    line += "    " + change + "\n";
  }
  return line;
}

Exit tell(const ReceiveCommand& command, const std::vector<desk::Received>& all) {
  std::string json;
  std::size_t refused = 0;
  std::size_t accepted = 0;
  bool warned = false;
  for (const desk::Received& received : all) {
    refused += received.outcome == desk::Outcome::refused ? 1 : 0;
    accepted += received.outcome == desk::Outcome::accepted ? 1 : 0;
    warned = warned || received.faults.count(diag::Severity::warning) > 0;
    print_faults(received.faults.all(), "");
    if (command.json) {
      json += (json.empty() ? "" : ",") + received_json(received);
    } else {
      print(line_of(received));
    }
  }
  if (command.json) {
    print("{\"packages\":[" + json + "],\"accepted\":" + std::to_string(accepted) +
          ",\"refused\":" + std::to_string(refused) + "}\n");
  } else {
    print("Đã nhận " + std::to_string(accepted) + " gói, không nhận " + std::to_string(refused) +
          " gói.\n");
  }
  if (refused > 0) {
    return errors;
  }
  return warned ? warnings : done;
}

}  // namespace

int run(const ReceiveCommand& command) {
  const auto act = act_for(command.desk);
  const auto demands = demands_for(command);
  if (!act || !demands) {
    print_error(diag::text(act ? demands.error() : act.error()));
    return wrong_usage;
  }
  auto archive = open_archive(command.desk, archive::Access::write);
  if (!archive) {
    return errors;
  }
  std::vector<desk::Delivery> deliveries;
  for (const std::string& file : command.files) {
    deliveries.push_back({file, [file] { return read(file); }});
  }
  diag::Result<std::vector<desk::Received>> received;
  {
    Progress progress("đang kiểm tra các gói");
    // Definitions come from the archive, not from templates/.
    const job::Options options{
        .templates = {},
        .threads = threads_of(command.common),
        .progress = [&](std::size_t finished, std::size_t of) { progress.update(finished, of); }};
    received = desk::receive(*archive,
                             deliveries,
                             *demands,
                             command.revise ? archive::Locked::revise : archive::Locked::refuse,
                             *act,
                             options);
  }
  return received ? tell(command, *received) : fail(received.error());
}

}  // namespace baocao::cli

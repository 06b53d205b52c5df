// The command line as values.
#pragma once

#include "cli/desk_commands.hpp"
#include "cli/options.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace baocao::cli {

// Exit codes of every command (design §4).
enum Exit : int { done = 0, wrong_usage = 2, errors = 3, warnings = 4, internal_fault = 70 };

struct ReportCommand {
  Common common;
  std::string job;
  std::string out;
  std::vector<std::string> only;
  UnitChoice unit;
  Desk desk;  // archive: the packages accepted for the job's period; empty: the job's files alone
  bool json = false;
};

struct CheckCommand {
  Common common;
  std::vector<std::string> paths;  // one job folder, or files
  std::string annotate;            // folder for the marked copies; empty: none
  std::string table;               // for files: key of their table; empty: by their headers
  std::string resolution;          // for files: whose list of units to use
  std::string as_of;               // for files: the day ages are counted at
  bool explain = false;
  bool json = false;
};

struct ComputeCommand {
  Common common;
  std::string job;
  UnitChoice unit;
  std::string by;  // a field, or a [[group]] or [[bands]] of the resolution; empty: the whole
  bool json = false;
  bool csv = false;
};

struct DrillCommand {
  Common common;
  std::string job;
  std::string indicator;
  std::string unit;
  std::string side = "unmet";
};

struct SampleCommand {
  Common common;
  std::string resolution;
  std::string out;
  int units = 0;
  int people = 0;
  std::uint64_t seed = 0;
};

struct SubmitCommand {
  Common common;
  std::string job;
  std::string unit;
  std::string out;
  std::uint64_t revision = 1;
  std::vector<std::string> sign;  // key, certificate; empty: not signed
  std::string signed_on;          // day for the signature; empty: none
  std::string encrypt;            // certificate of the receiver; empty: not encrypted
  bool json = false;
};

struct TemplateRenderCommand {
  std::string file;
  std::string data;  // JSON
  std::string out;
  std::string mark;  // copy of the template with the faults as comments; empty: none
  bool lenient = false;
  bool json = false;
};

struct TemplateLintCommand {
  Common common;
  std::string file;
  std::string data;        // JSON that has the names; empty: none
  std::string resolution;  // whose report model has them; empty: none
  std::string mark;        // as of render
  bool json = false;
};

struct TemplateVarsCommand {
  std::string file;
  bool json = false;
};

struct FormatCommand {
  Common common;
  std::string file;
  std::string profile;  // empty: by what stands on top of the document
  std::string out;      // of --fix; empty: beside the file
  bool fix = false;
  bool json = false;
};

struct TemplateNewCommand {
  Common common;
  std::string profile;
  std::string type;
  std::string out;
};

struct ExplainCommand {
  std::string code;
};

struct VersionCommand {};

using Command = std::variant<ReportCommand,
                             CheckCommand,
                             ComputeCommand,
                             DrillCommand,
                             SampleCommand,
                             SubmitCommand,
                             TemplateRenderCommand,
                             TemplateLintCommand,
                             TemplateVarsCommand,
                             FormatCommand,
                             TemplateNewCommand,
                             ReceiveCommand,
                             StatusCommand,
                             OpenPeriodCommand,
                             ArchiveCommand,
                             ReturnCommand,
                             ExplainCommand,
                             VersionCommand>;

// What to print and leave with instead of running a command: help, or a usage fault.
struct Leave {
  Exit status = done;
  std::string out;  // for stdout
  std::string err;  // for stderr
};

std::variant<Command, Leave> parse_arguments(int argc, const char* const* argv);

}  // namespace baocao::cli

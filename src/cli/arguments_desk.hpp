// The words and options of the superior's desk and of the archive.
#pragma once

#include "cli/arguments.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace baocao::cli {

// The commands being filled in.
struct DeskCommands {
  ReceiveCommand receive;
  ReceiveCommand revise;
  StatusCommand status;
  OpenPeriodCommand open;
  ArchiveCommand archive;
  ReturnCommand give_back;
};

// Adds `receive`, `status`, `return` and the group `archive`. They fill `commands` and set
// `chosen`; both must outlive the parsing.
void add_desk_commands(CLI::App& app, DeskCommands& commands, std::optional<Command>& chosen);

}  // namespace baocao::cli

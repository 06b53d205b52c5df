// What the definitions of commands share.
#pragma once

#include "cli/arguments.hpp"

#include <string>

namespace CLI {
class App;
}

namespace baocao::cli {

// A command below `app`, with its help in Vietnamese.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& what);

// --templates and --threads.
void add_common(CLI::App& command, Common& common);

}  // namespace baocao::cli

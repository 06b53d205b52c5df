// The words and options of `baocao template …`.
#pragma once

#include "cli/arguments.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace baocao::cli {

struct TemplateCommands {
  TemplateRenderCommand render;
  TemplateLintCommand lint;
  TemplateVarsCommand vars;
};

// Adds the commands under `group`, the command "template". They fill `commands` and set `chosen`;
// both must outlive the parsing.
void add_template_commands(CLI::App& group,
                           TemplateCommands& commands,
                           std::optional<Command>& chosen);

}  // namespace baocao::cli

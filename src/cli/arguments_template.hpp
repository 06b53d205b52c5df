// The words and options of `baocao template …`.
#pragma once

#include "cli/arguments.hpp"

#include <optional>

namespace CLI {
class App;
}

namespace baocao::cli {

// Adds the commands under `group`, the command "template". They fill `render` and set `chosen`;
// both must outlive the parsing.
void add_template_commands(CLI::App& group,
                           TemplateRenderCommand& render,
                           std::optional<Command>& chosen);

}  // namespace baocao::cli

// The desk's own templates: templates/desk of the program, edited in Word or as text.
#pragma once

#include "base/bytes.hpp"
#include "base/folder.hpp"
#include "diag/result.hpp"
#include "report/value.hpp"

#include <filesystem>
#include <string>

namespace baocao::desk {

// templates/desk/<name>.docx with these values. G331: there is no such file; faults of the template
// go to the sink too.
diag::Result<base::Bytes> render_word(const base::Folder& templates,
                                      const std::string& name,
                                      const report::Value& model,
                                      diag::Sink& faults);

// The same for templates/desk/<name>.toml, sheets as of appendices.toml, level "tinh".
diag::Result<base::Bytes> render_workbook(const base::Folder& templates,
                                          const std::string& name,
                                          const report::Value& model,
                                          diag::Sink& faults);

// The same for templates/desk/<name>.toml of blocks, as summary-<level>.toml.
diag::Result<base::Bytes> render_summary(const base::Folder& templates,
                                         const std::string& name,
                                         const report::Value& model,
                                         diag::Sink& faults);

}  // namespace baocao::desk

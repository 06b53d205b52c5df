#include "job/definitions.hpp"

#include <array>

namespace baocao::job {

diag::Diagnostic no_resolution(const std::string& resolution, const std::string& file) {
  return {.code = "J209",
          .message = "không có bộ mẫu của nghị quyết \"" + resolution + "\"",
          .help = "ghi khóa resolution bằng tên một thư mục trong templates/resolutions",
          .span = {.file = file},
          .field = "resolution",
          .value = resolution};
}

diag::Result<base::Folder::Files> definition_files(const base::Folder& templates,
                                                   const std::string& resolution) {
  const std::string pack = "resolutions/" + resolution;
  if (resolution.empty() || !templates.contains(pack)) {
    return diag::Failure(no_resolution(resolution, templates.path("resolutions")));
  }
  const std::array<std::string, 3> patterns{"schema/*.toml", "schema/codes/*.toml", pack + "/*"};
  base::Folder::Files files;
  for (const std::string& pattern : patterns) {
    for (const std::string& name : templates.glob(pattern)) {
      auto bytes = templates.read(name);
      if (!bytes) {
        return diag::Failure(
            diag::Diagnostic{.code = "J210",
                             .message = "không đọc được tệp \"" + name + "\" của bộ mẫu",
                             .help = "kiểm tra quyền đọc của tệp",
                             .span = {.file = templates.path(name)}});
      }
      files.emplace(name, std::move(*bytes));
    }
  }
  return files;
}

}  // namespace baocao::job

#include "job/marked_files.hpp"

#include "annotate/annotate.hpp"
#include "base/file.hpp"
#include "base/parallel.hpp"
#include "base/sha256.hpp"

#include <algorithm>

namespace baocao::job {
namespace {

namespace fs = std::filesystem;

fs::path whole(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::weakly_canonical(path, error);
  return error ? path : found;
}

fs::path place_of(const InputFile& file) {
  return whole(file.folder.path() / file.own_name);
}

// The folder that all the files lie in or below.
fs::path shared_folder(const std::vector<InputFile>& files) {
  fs::path shared = files.empty() ? fs::path() : place_of(files.front()).parent_path();
  for (const InputFile& file : files) {
    const fs::path folder = place_of(file).parent_path();
    while (!(folder / "").string().starts_with((shared / "").string())) {
      shared = shared.parent_path();
    }
  }
  return shared;
}

diag::Diagnostic cannot_write(const fs::path& path) {
  return {.code = "J212",
          .message = "không ghi được tệp \"" + path.filename().string() + "\"",
          .help = "kiểm tra quyền ghi và chỗ trống của thư mục, đóng tệp nếu đang mở, rồi chạy lại",
          .span = {.file = path.generic_string()}};
}

// One file with faults, and what became of it.
struct Marking {
  const InputFile* file = nullptr;
  std::string name;  // of the copy, relative to the folder of results
  std::vector<diag::Diagnostic> faults;
  bool written = false;
  diag::Sink sink;
};

void mark(Marking& marking, const fs::path& folder) {
  const InputFile& file = *marking.file;
  const auto bytes = file.folder.read(file.own_name);
  if (!bytes || base::sha256_hex(*bytes) != file.sha256) {
    marking.sink.add({.code = "X714",
                      .message = "tệp đã thay đổi trong lúc kiểm tra nên không đánh dấu",
                      .help = "đóng tệp trong Excel rồi chạy lại",
                      .span = {.file = file.name}});
    return;
  }
  auto copy = annotate::marked_copy(*bytes, file.name, marking.faults);
  if (!copy) {
    marking.sink.add(copy.error());
    return;
  }
  marking.name += copy->converted ? ".xlsx" : "";
  for (diag::Diagnostic& note : copy->notes) {
    marking.sink.add(std::move(note));
  }
  if (base::write_file(folder / marking.name, copy->bytes)) {
    marking.written = true;
  } else {
    marking.sink.add(cannot_write(folder / marking.name));
  }
}

std::vector<Marking> markings(const Checked& checked) {
  const fs::path shared = shared_folder(checked.files);
  std::vector<Marking> all;
  for (const InputFile& file : checked.files) {
    Marking marking{.file = &file, .name = {}, .faults = {}, .sink = {}};
    marking.name = place_of(file).lexically_relative(shared).generic_string();
    for (const diag::Diagnostic& fault : checked.faults.all()) {
      if (fault.span.file == file.name) {
        marking.faults.push_back(fault);
      }
    }
    all.push_back(std::move(marking));
  }
  return all;
}

bool is_clean(const Marking& marking) {
  return std::all_of(marking.faults.begin(), marking.faults.end(), [](const auto& fault) {
    return fault.severity == diag::Severity::note;
  });
}

// A file that could not be read has no cells to mark, and its fault says so already.
bool is_unreadable(const Marking& marking) {
  return marking.file->sha256.empty() ||
         std::any_of(marking.faults.begin(), marking.faults.end(), [](const auto& fault) {
           return fault.code.id()[0] == 'F' && fault.severity == diag::Severity::error;
         });
}

}  // namespace

bool would_overwrite(const Checked& checked, const fs::path& folder) {
  const fs::path results = whole(folder);
  const std::vector<Marking> all = markings(checked);
  return std::any_of(all.begin(), all.end(), [&](const Marking& marking) {
    return results / marking.name == place_of(*marking.file);
  });
}

MarkedFiles write_marked_files(const Checked& checked,
                               const fs::path& folder,
                               const Options& options) {
  MarkedFiles result;
  std::vector<Marking> all = markings(checked);
  const auto clean = std::remove_if(all.begin(), all.end(), is_clean);
  result.clean = static_cast<std::size_t>(all.end() - clean);
  all.erase(clean, all.end());
  std::erase_if(all, is_unreadable);
  base::parallel_for(all.size(), options.threads, [&](std::size_t i) { mark(all[i], folder); });
  for (Marking& marking : all) {
    if (marking.written) {
      result.copies.push_back(marking.name);
    }
    result.faults.append(std::move(marking.sink));
  }
  if (!base::write_file(folder / "rejects.csv", rejects_csv(checked))) {
    result.faults.add(cannot_write(folder / "rejects.csv"));
  }
  return result;
}

}  // namespace baocao::job

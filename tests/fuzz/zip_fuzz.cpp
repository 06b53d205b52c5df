// Any bytes as a package: what is accepted keeps its promises and survives being written again.
#include "fuzz/target.hpp"
#include "package/zip_reader.hpp"
#include "package/zip_writer.hpp"

#include <set>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace baocao;
  constexpr package::ZipLimits limits{
      .entries = 50, .entry_bytes = 1 << 20, .total_bytes = 4 << 20};
  const std::string bytes = fuzz::bytes_of(data, size);
  const auto zip = package::ZipReader::open(bytes, "a.zip", limits);
  if (!zip) {
    fuzz::demand(!zip.error().message.empty(), "a refusal says why");
    return 0;
  }
  fuzz::demand(zip->names().size() <= limits.entries, "no more entries than allowed");
  package::ZipWriter writer;
  std::set<std::string> written;
  for (const std::string& name : zip->names()) {
    fuzz::demand(zip->contains(name), "a listed entry is there");
    const auto content = zip->read(name);
    if (!content) {
      continue;
    }
    fuzz::demand(content->size() == zip->unpacked_size(name), "an entry is as long as it says");
    fuzz::demand(content->size() <= limits.entry_bytes, "no entry is longer than allowed");
    fuzz::demand(written.insert(name).second, "names are unique");
    writer.add(name, *content);
  }
  const std::string copy = writer.finish();
  if (written.empty()) {
    return 0;
  }
  const auto again = package::ZipReader::open(copy, "b.zip");
  fuzz::demand(again.has_value(), "what we write we read");
  for (const std::string& name : written) {
    const auto first = zip->read(name);
    const auto second = again->read(name);
    fuzz::demand(!first || (second && *first == *second), "content survives");
  }
  return 0;
}

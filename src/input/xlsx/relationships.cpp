#include "input/xlsx/relationships.hpp"

#include <algorithm>

namespace baocao::input::xlsx {
namespace {

std::string_view after_last_slash(std::string_view text) {
  return text.substr(text.rfind('/') + 1);  // npos + 1 is 0
}

std::string_view folder_of(std::string_view part) {
  return part.substr(0, part.size() - after_last_slash(part).size());
}

std::string relationships_part(std::string_view part) {
  return std::string(folder_of(part)) + "_rels/" + std::string(after_last_slash(part)) + ".rels";
}

class Handler : public PartHandler {
 public:
  Handler(std::string_view part, std::vector<Relationship>& out) : part_(part), out_(out) {}

  void start(std::string_view name, const Attributes& attributes) override {
    if (name == "Relationship" && attributes["TargetMode"] != "External") {
      out_.push_back({std::string(attributes["Id"]),
                      std::string(after_last_slash(attributes["Type"])),
                      resolved_target(part_, attributes["Target"])});
    }
  }

 private:
  std::string_view part_;
  std::vector<Relationship>& out_;
};

}  // namespace

diag::Result<Relationships> Relationships::of(const Source& source, std::string_view part) {
  Relationships relationships;
  const std::string name = relationships_part(part);
  if (!source.zip.contains(name)) {
    return relationships;
  }
  Handler handler(part, relationships.all_);
  if (auto parsed = parse_part(source, name, handler); !parsed) {
    return diag::Failure(std::move(parsed.error()));
  }
  return relationships;
}

const Relationship* Relationships::with_id(std::string_view id) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& relationship) {
    return relationship.id == id;
  });
  return found == all_.end() ? nullptr : &*found;
}

const Relationship* Relationships::with_type(std::string_view type) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const Relationship& relationship) {
    return relationship.type == type;
  });
  return found == all_.end() ? nullptr : &*found;
}

std::string resolved_target(std::string_view part, std::string_view target) {
  std::string path = target.starts_with('/') ? std::string() : std::string(folder_of(part));
  for (std::size_t from = 0; from < target.size();) {
    const std::size_t to = std::min(target.find('/', from), target.size());
    const std::string_view step = target.substr(from, to - from);
    const bool is_last = to == target.size();
    if (step == "..") {
      path.resize(
          folder_of(std::string_view(path).substr(0, path.empty() ? 0 : path.size() - 1)).size());
    } else if (!step.empty() && step != ".") {
      path += std::string(step) + (is_last ? "" : "/");
    }
    from = to + 1;
  }
  return path;
}

}  // namespace baocao::input::xlsx

// A resolution as data: templates/resolutions/<id>/.
#pragma once

#include "base/folder.hpp"
#include "config/node.hpp"
#include "diag/result.hpp"
#include "indicator/indicator.hpp"
#include "resolution/places.hpp"
#include "resolution/target.hpp"
#include "resolution/task.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace baocao::resolution {

struct Indicator {
  indicator::Definition definition;
  Target target;
  std::string group;      // number of the target as the resolution counts it: "5"
  std::string statement;  // for targets that only a person can judge
};

// Defaults of a document for one kind of issuing unit ("tinh", "xa"); empty strings are blanks.
// {ten} and {ten_day_du} stand for the unit's name ("Văn Lang", "xã Văn Lang"), {ten_tinh} for that
// of the province above it; {TEN}, {TEN_DAY_DU}, {TEN_TINH} are the same in upper case.
struct Level {
  std::string key;
  std::string superior;  // "TỈNH ỦY THÁI NGUYÊN"
  std::string issuer;    // "BAN TỔ CHỨC"
  std::string symbol;    // "BC/BTCTU"
  std::string place;
  std::string authority;  // "T/M BAN THƯỜNG VỤ", may be empty
  std::string signer_title;
  std::string addressee;  // whom the report's proposals address
  std::vector<std::string> recipients;
  std::vector<std::string> kinds;  // unit kinds (loai_don_vi) that issue at this level
  std::uint32_t line = 0;          // in resolution.toml
  std::uint32_t column = 0;
};

// Situation figures that stand in one table: "Giới tính" of "cấp ủy viên".
struct FigureGroup {
  std::string id;
  std::string title;
  std::string population;            // in prose
  std::vector<std::size_t> figures;  // indices in Pack::figures, in the order of the file
};

// A way to tell the records of indicators apart, by a name: "do_tuoi", "loai_don_vi".
struct Breakdown {
  std::string id;
  std::string title;
  indicator::Breakdown how;
  std::uint32_t line = 0;  // in resolution.toml
  std::uint32_t column = 0;
};

struct Pack {
  std::string id;
  std::string title;  // "nâng cao chất lượng đội ngũ cán bộ cấp xã …"
  std::string name;   // "Nghị quyết của Ban Thường vụ Tỉnh ủy về …"
  std::string issued_by;
  int first_year = 0;
  int last_year = 0;
  std::map<std::string, base::Ratio, std::less<>> parameters;
  std::map<std::string, std::string, std::less<>> conditions;  // named, for definitions
  std::vector<Level> levels;
  std::vector<Indicator> indicators;           // in the order of the resolution
  std::vector<indicator::Definition> figures;  // situation figures without a target (composition)
  std::vector<FigureGroup> figure_groups;
  std::vector<Breakdown> breakdowns;
  std::vector<Task> tasks;
  std::shared_ptr<const Places> places;  // of "parameters.…" and "conditions.…"
  base::Folder folder;
  std::string hash;  // sha256 over the pack's files, for manifests

  const Level* level_for(std::string_view unit_kind) const;
};

// What the expressions of the pack may use in a period.
indicator::Context context_of(const Pack& pack, base::Date as_of, const base::Period& period);

// Reads resolution.toml, indicators.toml and, where there is one, tasks.toml. All faults go to the
// sink: J1xx, E42x and E43x; those inside expressions are found when an indicator::Plan is made.
diag::Result<Pack> load(const base::Folder& folder, diag::Sink& sink);

// The same for a check, which goes on over faults: as much of the pack as could be read.
Pack read(const base::Folder& folder, diag::Sink& sink);

}  // namespace baocao::resolution

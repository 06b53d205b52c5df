#!/usr/bin/env bash
# install.sh LIST…: installs the Debian packages named in the lists that are not there yet.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
while read -r package; do
  status=$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true)
  [[ $status == *"ok installed" ]] || missing+=("$package")
done < <(sed 's/#.*//; s/[[:space:]]*$//; /^$/d' "$@")

if ((${#missing[@]} == 0)); then
  exit 0
fi
echo "Cài các gói còn thiếu: ${missing[*]}"
as_root=()
if ((EUID != 0)); then
  as_root=(sudo)
fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"

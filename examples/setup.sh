# Sourced by examples/quickstart.sh and tests/run.sh: installs what is missing, builds.
#
#   install_packages PACKAGE...   Debian packages that are not there yet; says which. Uses sudo where
#                                 the user is not root.
#   build_steppe [CMAKE OPTION]   configures and builds into build/, from the folder of the checkout.
#
# Needs only bash and apt; the checkout may have come without git.

build_packages="g++ cmake make pkg-config libsqlite3-dev libcli11-dev libfmt-dev libmd4c-dev
  libutf8proc-dev wordnet-base"
test_packages="libgtest-dev python3 sqlite3 iso-codes tzdata"

is_installed() {
  [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

install_packages() {
  local package missing=()
  if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: please see to these packages yourself: $*"
    return
  fi
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "Please install as root: ${missing[*]}" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Each compiler takes up to a gigabyte: no more of them than there is room for.
build_jobs() {
  local processors gigabytes
  processors=$(nproc)
  gigabytes=$(awk '/^MemAvailable:/ {print int($2 / 1048576)}' /proc/meminfo)
  [ "${gigabytes:-1}" -ge 1 ] || gigabytes=1
  echo $((processors < gigabytes ? processors : gigabytes))
}

# Keeps the generator of a build/ that is there; one that cannot be used (another folder's, another
# CMake's) is configured anew.
build_steppe() {
  local log
  log=$(mktemp)
  if ! cmake -S . -B build "$@" >"$log" 2>&1 && ! cmake --fresh -S . -B build "$@" >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
  cmake --build build --parallel "$(build_jobs)"
}

#!/usr/bin/env bash
# From a fresh minimal Debian 12 to an answer: installs what is missing, builds steppe, loads the model
# essay and asks it. Run it from anywhere; it needs nothing beside the checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
. examples/setup.sh

steppe=build/steppe
database=build/russia-central-asia.db

# Shows a command as one would type it, then runs it.
run() {
  echo
  printf '$'
  local word
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_./:=-]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  echo
  "$@"
}

install_packages $build_packages
echo "Building steppe (a minute or two)"
build_steppe -DCMAKE_BUILD_TYPE=Release -DSTEPPE_BUILD_TESTS=OFF | tail -n 1

rm -f "$database"
run $steppe load examples/essays/russia-central-asia.txt -o $database
run $steppe report $database compare --actor Russia --actor "Central Asia" --format box --width 100
run $steppe $database "SELECT quote, cite FROM interests WHERE holders = 'RUS' AND theme = 'security'" --format box --width 100
run $steppe show $database russia-central-asia:9

cat <<END

The database is $PWD/$database: plain SQLite, so that any program can read it. Next:
  $steppe load YOUR-ESSAYS/ -o essays.db        your own texts: .txt, .md, .html
  $steppe report $database      the other reports
  $steppe schema $database      what there is to ask
  $steppe help
END

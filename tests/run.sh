#!/usr/bin/env bash
# Builds steppe and runs every test, from a fresh minimal Debian 12 on: installs what is missing first.
# Ends with CTest's summary. Arguments go to ctest: tests/run.sh -R Formats
# STEPPE_CMAKE_OPTIONS holds more options for cmake, as -DSTEPPE_WERROR=ON.
set -euo pipefail
cd "$(dirname "$0")/.."
. examples/setup.sh

install_packages $build_packages $test_packages
build_steppe -DCMAKE_BUILD_TYPE=Release -DSTEPPE_BUILD_TESTS=ON ${STEPPE_CMAKE_OPTIONS:-}
ctest --test-dir build --output-on-failure --parallel "$(nproc)" "$@"

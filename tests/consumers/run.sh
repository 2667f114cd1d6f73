#!/bin/bash
# Builds hosts of crm as their authors would, and runs them.
#
# Usage: run.sh install|find_package|c|model|pkg_config|fetch_content|without_servers BUILD
#
# BUILD         a build of crm; what is made here goes to BUILD/consumers
# WITH_MAIL     ON or OFF: whether that build has crm::mail
# CC, CXX, CXXFLAGS, CMAKE_GENERATOR: as CMake takes them
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(realpath "$2")
work=$build/consumers
prefix=$work/moved
with_mail=${WITH_MAIL:-ON}
export CMAKE_BUILD_PARALLEL_LEVEL=${CMAKE_BUILD_PARALLEL_LEVEL:-2}

run() { echo "\$ $*"; "$@"; }

# build_host FOLDER [argument for cmake…]: configures anew, and compiles what has changed.
build_host() {
    rm -f "$work/$1/CMakeCache.txt"
    run cmake -S "$here/$1" -B "$work/$1" "${@:2}"
    run cmake --build "$work/$1"
}

# To one place, and moved to another, as packages are.
consumer_install() {
    rm -rf "$work/prefix" "$prefix"
    run cmake --install "$build" --prefix "$work/prefix"
    run mv "$work/prefix" "$prefix"
    ! grep -rIl -e "$work/prefix" -e "$build/src" "$prefix"/lib*/cmake "$prefix"/lib*/pkgconfig || return 1
}

consumer_find_package() {
    build_host find_package -DCMAKE_PREFIX_PATH="$prefix" -DWITH_MAIL="$with_mail"
    run "$work/find_package/host"
    run "$work/find_package/host_c"
    [ "$with_mail" = OFF ] || { run "$work/find_package/mail_host" && run "$work/find_package/mail_host_c"; }
}

consumer_c() {
    export CXX=/nowhere/c++
    build_host c -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_DISABLE_FIND_PACKAGE_{Boost,SOCI,PkgConfig}=ON
    run "$work/c/host"
}

consumer_model() {
    build_host model -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_DISABLE_FIND_PACKAGE_{SOCI,OpenSSL,PkgConfig}=ON
    run "$work/model/host"
    ! ldd "$work/model/host" | grep -E 'crm|soci|boost' || return 1
}

consumer_pkg_config() {
    local hosts=(host crm-c) libraries
    export PKG_CONFIG_PATH LD_LIBRARY_PATH
    PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name crm-c.pc)")
    LD_LIBRARY_PATH=$(pkg-config --variable=libdir crm-c)
    [ "$with_mail" = OFF ] || hosts+=(mail_host crm-mail-c)
    mkdir -p "$work/pkg_config"
    for ((i = 0; i < ${#hosts[@]}; i += 2)); do
        read -ra libraries <<<"$(pkg-config --cflags --libs "${hosts[i + 1]}")"
        run "${CC:-cc}" -std=c11 -Wall -Wextra -Werror "$here/${hosts[i]}.c" -o "$work/pkg_config/${hosts[i]}" "${libraries[@]}"
        run "$work/pkg_config/${hosts[i]}"
    done
}

# The whole library once more: unoptimised. It neither tests nor installs anything with the host.
consumer_fetch_content() {
    CXXFLAGS="${CXXFLAGS:-} -O0" build_host fetch_content
    run "$work/fetch_content/host"
    run "$work/fetch_content/host_c"
    (cd "$work/fetch_content" && ctest -N) | grep -x 'Total Tests: 0'
    run cmake --install "$work/fetch_content" --prefix "$work/installed_by_host"
    [ ! -e "$work/installed_by_host" ]
}

# A crm for SQLite and memory alone, unoptimised, installed; and its host.
consumer_without_servers() {
    local small=$work/without_servers_crm host=$work/without_servers
    CXXFLAGS="${CXXFLAGS:-} -O0" run cmake -S "$here/../.." -B "$small" -DCRM_WITH_{POSTGRESQL,MARIADB,MAIL,C}=OFF -DCRM_BUILD_TESTS=OFF
    run cmake --build "$small"
    run cmake --install "$small" --prefix "$small/prefix"
    build_host without_servers -DCMAKE_PREFIX_PATH="$small/prefix"
    ! grep -iE '(postgresql|mysql|mariadb)[^/]*=/' "$host/CMakeCache.txt" || return 1
    ! ldd "$host/host" | grep -E 'libpq|mariadb|mysql|soci_postgresql' || return 1
    (cd "$host" && run ./host)
}

"consumer_$1"

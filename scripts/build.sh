# build.sh - how the scripts build; to be sourced in the project's root.
# shellcheck shell=sh

# build PRESET [TARGET] - configures and builds below build/PRESET, quietly unless it fails.
build() {
    mkdir -p build
    build_log=build/$1.log
    if [ ! -e "build/$1/CMakeCache.txt" ] && command -v ninja >/dev/null 2>&1; then
        CMAKE_GENERATOR=Ninja
        export CMAKE_GENERATOR
    fi
    printf 'building %s … ' "$1" >&2
    jobs=$(getconf _NPROCESSORS_ONLN)
    if ! cmake --preset "$1" >"$build_log" 2>&1 ||
        ! cmake --build --preset "$1" --parallel "$jobs" ${2:+--target "$2"} >>"$build_log" 2>&1; then
        printf 'failed\n' >&2
        grep -nE -B 2 -A 6 'error:|Error at|undefined reference|not found' "$build_log" | head -n 60 >&2 || true
        printf 'The whole log is %s\n' "$build_log" >&2
        return 1
    fi
    printf 'done\n' >&2
}

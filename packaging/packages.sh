# Sourced by packaging/run, packaging/test and packaging/benchmark: which packages are needed, and how they come here.
# What to do is decided by which packages and versions there are, not by the distribution's name.
# "a|b" is the first of them that exists; "a?" is taken where it exists.

build_packages=(
    g++ cmake ninja-build pkg-config ccache git xz-utils
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    'qt6-svg-plugins?' # apart from Debian 13 on; without it SVG icons are silently empty
    'libkf6syntaxhighlighting-dev|extra-cmake-modules' # the second to make it: packaging/highlighting
    libgit2-dev libyaml-cpp-dev libssl-dev zlib1g-dev nlohmann-json3-dev libcli11-dev libfmt-dev
    'libjemalloc-dev?' 'libdeflate-dev?' # for speed only
    fonts-dejavu-core
)
test_packages=(xvfb xauth openbox xdotool imagemagick dbus dbus-x11 at-spi2-core python3-pyatspi 'chromium?')
benchmark_packages=(libbenchmark-dev python3 xvfb xauth openbox dbus dbus-x11)
minimum_versions=('qt6-base-dev 6.4' 'cmake 3.25' 'g++ 4:12')

say() { printf '%s: %s\n' "${0##*/}" "$1" >&2; }
stop() { say "$1"; exit 2; }

# stop_unsupported REASON: the one sentence for a system this set-up does not know.
stop_unsupported() {
    stop "this set-up knows Debian 12 and newer and Ubuntu 24.04 and newer, but $(. /etc/os-release 2>/dev/null && echo "${PRETTY_NAME:-this system}" || echo 'this system') $1; README.md says how to build without it"
}

# as_root COMMAND...
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Prints "PACKAGE VERSION" of each argument that apt could install or has installed.
candidates() {
    apt-cache policy "$@" 2>/dev/null |
        awk '/^[^ ]/ { sub(/:$/, ""); name = $0 } /^  Candidate:/ && $2 != "(none)" { print name, $2 }'
}

# choose ITEM...: fills `chosen` with the packages to have, and `absent` with those that no package source has.
choose() {
    local item name known
    declare -A version=()
    while read -r name known; do version[$name]=$known; done < <(candidates $(printf '%s\n' "$@" | tr '|?' '  '))
    chosen=() absent=()
    for item; do
        known=
        for name in ${item//[|?]/ }; do
            [ -z "${version[$name]:-}" ] || { known=$name; break; }
        done
        if [ -n "$known" ]; then chosen+=("$known"); elif [[ $item != *\? ]]; then absent+=("${item%%|*}"); fi
    done
    too_old=
    for item in "${minimum_versions[@]}"; do
        read -r name known <<<"$item"
        [ -z "${version[$name]:-}" ] || dpkg --compare-versions "${version[$name]}" ge "$known" ||
            too_old="has $name ${version[$name]}, and ${known#*:} is needed"
    done
}

# Fills `missing` with the chosen packages that are not installed.
look_for_missing() {
    local name
    declare -A here=()
    while read -r name; do here[$name]=1; done < <(
        dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' "${chosen[@]}" 2>/dev/null | sed -n 's/^installed //p')
    missing=()
    for name in "${chosen[@]}"; do [ -n "${here[$name]:-}" ] || missing+=("$name"); done
}

# stop_apt WHAT OUTPUT: one sentence where the network is the reason, else also what apt said last.
stop_apt() {
    local reason
    reason=$(grep -m 1 -oE '(Temporary failure resolving|Could not (resolve|connect to)|Connection (failed|timed out)).*' <<<"$2") || true
    [ -z "$reason" ] || stop "$1 could not be fetched; is there a network? ($reason)"
    tail -n 20 <<<"$2" >&2
    stop "$1 could not be installed"
}

# install_packages ITEM...: has them installed, or stops with one sentence. Quiet when they are there already.
install_packages() {
    command -v apt-get >/dev/null && command -v dpkg-query >/dev/null || stop_unsupported 'has no apt'
    choose "$@"
    look_for_missing
    [ -n "${missing[*]}${absent[*]}" ] || { [ -z "$too_old" ] || stop_unsupported "$too_old"; return 0; }

    local output fetched=1
    say "these packages are missing: $(printf '%s ' "${missing[@]}" "${absent[@]}")"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || stop "installing packages needs root or sudo, and neither is here"
        say "installing them with sudo"
        sudo true || stop "installing packages needs root, and sudo was refused"
    fi
    output=$(as_root apt-get -q -o APT::Update::Error-Mode=any update 2>&1 </dev/null) || fetched=
    choose "$@"
    look_for_missing
    if [ -n "${absent[*]}" ]; then
        [ -n "$fetched" ] || stop_apt "the package lists" "$output"
        stop_unsupported "has no package ${absent[0]}"
    fi
    [ -z "$too_old" ] || stop_unsupported "$too_old"
    say "installing ${#missing[@]} packages and what they need"
    output=$(as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
        -o DPkg::Lock::Timeout=300 install "${missing[@]}" 2>&1 </dev/null) ||
        stop_apt "the packages" "$output"
}

# set_up ITEM...: the packages, and KSyntaxHighlighting for Qt 6 where no package has it.
set_up() {
    install_packages "$@"
    [[ " ${chosen[*]} " == *" libkf6syntaxhighlighting-dev "* ]] || ./packaging/highlighting >/dev/null || exit 2
}

# build PRESET: configures and builds it. The build's own progress on a terminal and in CI, else only what went wrong.
build() {
    local output
    say "building (preset $1)"
    output=$(cmake --preset "$1" 2>&1) || { printf '%s\n' "$output" >&2; stop "the build could not be configured"; }
    if [ -t 2 ] || [ -n "${CI:-}" ]; then
        cmake --build --preset "$1" --parallel "$(nproc)" >&2
    else
        output=$(cmake --build --preset "$1" --parallel "$(nproc)" 2>&1) || { tail -n 200 <<<"$output" >&2; false; }
    fi || stop "the build failed"
}

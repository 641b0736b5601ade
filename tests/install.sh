# Sourced by examples/quickstart.sh and tests/run.sh: installs what is missing of tests/packages.txt.
# install_packages <purpose>... ; does not touch the network when nothing is missing.

install_packages() {
    local list purpose name instead missing=() sudo=""
    list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
    while read -r purpose name instead; do
        case " $* " in
        *" $purpose "*) ;;
        *) continue ;;
        esac
        [ -n "$instead" ] && command -v "$instead" >/dev/null && continue
        dpkg-query -W -f='${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing+=("$name")
    done < <(grep -v '^#' "$list")
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "missing: ${missing[*]} (Debian 12 packages; there is no apt-get here to install them)" >&2
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "missing: ${missing[*]} (run this as root, or install sudo)" >&2
            return 1
        fi
        sudo="sudo"
    fi
    echo "installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
    # A web server that the tests start themselves must not be started by its package.
    if ! { $sudo apt-get update -q && $sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
        apt-get install -y -q --no-install-recommends "${missing[@]}"; } >/tmp/portalaudit-apt.$$ 2>&1; then
        tail -n 5 /tmp/portalaudit-apt.$$ >&2
        rm -f /tmp/portalaudit-apt.$$
        echo "missing: ${missing[*]} (apt-get could not install them)" >&2
        return 1
    fi
    rm -f /tmp/portalaudit-apt.$$
}

# install_npm_packages: what tests/npm/package-lock.json names, into build/npm. Without npm or a registry the tests that need it
# are skipped.
install_npm_packages() {
    local from to
    from="$(dirname "${BASH_SOURCE[0]}")/npm"
    to="$from/../../build/npm"
    if ! command -v npm >/dev/null; then
        echo "there is no npm: what other people's programs judge of evidence, pages and pipelines is skipped" >&2
        return 0
    fi
    cmp -s "$from/package-lock.json" "$to/installed-lock.json" && return 0
    mkdir -p "$to"
    cp "$from/package.json" "$from/package-lock.json" "$to/"
    if (cd "$to" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1); then
        cp "$from/package-lock.json" "$to/installed-lock.json"
    else
        tail -n 5 "$to/npm.log" >&2
        echo "npm could not install tests/npm: what other people's programs judge of evidence, pages and pipelines is skipped" >&2
    fi
}

# quietly <log> <command>...: shows the end of what the command printed only when it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        echo "failed: $* (all of it is in $log)" >&2
        return 1
    fi
}

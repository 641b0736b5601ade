# Sourced by examples/quickstart.sh and tests/run.sh: installs what is missing of tests/packages.txt.
# install_packages <purpose>... ; does not touch the network when nothing is missing.

install_packages() {
    local list purpose name missing=() sudo=""
    list="$(dirname "${BASH_SOURCE[0]}")/packages.txt"
    while read -r purpose name; do
        case " $* " in
        *" $purpose "*) ;;
        *) continue ;;
        esac
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

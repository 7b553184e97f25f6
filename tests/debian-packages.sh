# Sourced by ./test: what the tests need besides the SDK, and how to get it on Debian.

missing_packages() {
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || echo postgresql
  command -v prometheus-alertmanager >/dev/null || echo prometheus-alertmanager
  command -v prometheus >/dev/null || echo prometheus
  command -v chromium >/dev/null || echo chromium
  [ -d /usr/share/fonts/truetype ] || echo fonts-dejavu-core
  compgen -G '/usr/lib/*/libsqlite3.so.0' >/dev/null || echo libsqlite3-0
  command -v redis-server >/dev/null || echo redis-server
  command -v kubectl >/dev/null || echo kubernetes-client
  command -v jq >/dev/null || echo jq
  command -v node >/dev/null || echo nodejs
  command -v npm >/dev/null || echo npm
  command -v docker >/dev/null || echo docker.io
  [ -x /usr/sbin/sshd ] || echo openssh-server
  command -v ssh >/dev/null || echo openssh-client
  command -v strace >/dev/null || echo strace
}

# A package that brings a service would start it; this says no while it is installed.
forbid_service_starts() {
  [ -e /usr/sbin/policy-rc.d ] && return
  printf '#!/bin/sh\nexit 101\n' | "$@" tee /usr/sbin/policy-rc.d >/dev/null
  "$@" chmod 755 /usr/sbin/policy-rc.d
  allow_again=("$@" rm -f /usr/sbin/policy-rc.d)
}

install_packages() {
  local packages=("$@") as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
      return 1
    fi
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null || return 1

  local allow_again=() result=0
  forbid_service_starts "${as_root[@]}"
  "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}" </dev/null ||
    result=$?
  [ ${#allow_again[@]} -eq 0 ] || "${allow_again[@]}"
  return "$result"
}

require_packages() {
  local missing
  mapfile -t missing < <(missing_packages)
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing: ${missing[*]}"
  install_packages "${missing[@]}" && return
  echo "The tests need Debian packages that could not be installed from here. As root:"
  echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
  return 1
}

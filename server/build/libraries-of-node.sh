#!/bin/sh
# Run by npm after the installation where the Node among the dependencies does not start: since 25 its Linux build needs
# libatomic (nodejs/node#60484), which small installations of Debian and Ubuntu lack. Installs it where that is allowed,
# and else says what to run.
packages="libatomic1"
echo "Node does not start without the system library libatomic: looking for $packages"
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then
    apt-get update -q && apt-get install -y -q --no-install-recommends $packages
  elif sudo -n true 2>/dev/null; then
    sudo -n apt-get update -q && sudo -n apt-get install -y -q --no-install-recommends $packages
  fi
fi
if ! node --version; then
  echo >&2
  echo "Node cannot start on this computer. Install libatomic, then run npm ci again:" >&2
  echo >&2
  echo "  sudo apt-get update && sudo apt-get install -y libatomic1" >&2
  exit 1
fi

#!/usr/bin/env bash
# bare.sh none|dejavu COMMAND…: runs a command on as bare a machine as this one can be made: a clean environment with an empty
# home, no browser on the PATH, no fonts of the system (or DejaVu alone). Fonts are hidden in a mount namespace where that is
# allowed. What reaches a package registry (npm's configuration, proxies, certificates) stays.
set -euo pipefail
fonts=$1; shift

bare=$(mktemp -d /tmp/bare-XXXXXX)
trap 'rm -rf "$bare"' EXIT
mkdir "$bare/bin" "$bare/home" "$bare/tmp" "$bare/fonts"

IFS=: read -ra folders <<< "$PATH"
for folder in "${folders[@]}"; do
  for program in "$folder"/*; do
    case ${program##*/} in
      *chrom*|*firefox*|*edge*|*opera*|*brave*|*vivaldi*|*WebKit*|*epiphany*) ;;
      *) [ -e "$bare/bin/${program##*/}" ] || ln -s "$program" "$bare/bin/" 2> /dev/null || true ;;
    esac
  done
done

kept=(HOME="$bare/home" TMPDIR="$bare/tmp" PATH="$bare/bin" CI=true
  LANG="${BARE_LANG:-C.UTF-8}" TZ="${BARE_TZ:-UTC}"
  npm_config_userconfig="$(npm config get userconfig)" npm_config_cache="$(npm config get cache)")
while IFS= read -r name; do
  case $name in
    [hH][tT][tT][pP]_[pP][rR][oO][xX][yY]|[hH][tT][tT][pP][sS]_[pP][rR][oO][xX][yY]|[nN][oO]_[pP][rR][oO][xX][yY]|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|SSL_CERT_DIR)
      kept+=("$name=${!name}") ;;
  esac
done < <(compgen -e)

if [ "$fonts" = dejavu ]; then cp -r /usr/share/fonts/truetype/dejavu "$bare/fonts/"; fi
run=(env -i "${kept[@]}" "$@")
if unshare -m true 2> /dev/null; then
  # shellcheck disable=SC2016
  unshare -m bash -c '
    fonts=$1; shift
    for place in /usr/share/fonts /usr/local/share/fonts; do
      if [ -d "$place" ]; then mount -t tmpfs none "$place"; fi
    done
    if [ -d /usr/share/fonts ]; then cp -r "$fonts"/. /usr/share/fonts/; fi
    exec "$@"' bash "$bare/fonts" "${run[@]}"
else
  echo 'bare.sh: no mount namespace is allowed here, so the fonts of this machine stay in sight' >&2
  "${run[@]}"
fi

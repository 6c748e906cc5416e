# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What every finding needs: a temporary folder that goes away, packages unpacked into it, and a comparison of what a
# program prints with what was seen. Nothing is installed on the machine.
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C.UTF-8 TZ=UTC OPENBLAS_NUM_THREADS=1

# debian NAME=VERSION...: unpack these Debian packages, and what they depend on and this machine does not have.
debian() {
  mkdir -p "$place/packages/partial"
  (
    cd "$place/packages"
    apt-get -qq -o APT::Sandbox::User=root download "$@"
    apt-get -qq -y --download-only --allow-downgrades --no-install-recommends -o Debug::NoLocking=1 \
      -o APT::Sandbox::User=root -o Dir::Cache::archives="$place/packages" install "$@"
  ) >"$place/apt" 2>&1 || { cat "$place/apt" >&2; echo "cannot fetch $*" >&2; exit 1; }
  for package in "$place"/packages/*.deb; do dpkg -x "$package" "$place"; done
  libraries=$place/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)
  export LD_LIBRARY_PATH="$place/usr/lib/R/lib:$libraries:$libraries/blas:$libraries/lapack:$libraries/graphviz"
  export PYTHONPATH="$place/usr/lib/python3/dist-packages" PATH="$place/usr/bin:$PATH"
}

# npm_packages NAME@VERSION...: install these npm packages; `node` finds them.
npm_packages() {
  npm install --prefix "$place" --silent --no-audit --no-fund --ignore-scripts "$@" >"$place/npm" 2>&1 ||
    { cat "$place/npm" >&2; echo "cannot fetch $*" >&2; exit 1; }
  export NODE_PATH="$place/node_modules"
}

# run_r FILE: Debian's R, wherever `debian` has put it.
run_r() {
  R_HOME=$place/usr/lib/R R_LIBS=$place/usr/lib/R/library:$place/usr/lib/R/site-library EDITOR=vi PAGER=cat \
    "$place/usr/lib/R/bin/exec/R" --vanilla --no-echo -f "$1" | sed '/^cannot find system Renviron$/d'
}

# shows SENTENCE COMMAND...: run the command, and fail unless it prints what stands on standard input. An exit status
# other than 0 is a line of what it prints.
shows() {
  sentence=$1
  shift
  cat >"$place/seen"
  if "$@" >"$place/now" 2>"$place/messages" </dev/null; then :; else echo "exit status $?" >>"$place/now"; fi
  if diff -u --label 'seen then' --label 'seen now' "$place/seen" "$place/now" >"$place/changed"; then
    echo "still so: $sentence"
    sed 's/^/    /' "$place/now"
  else
    echo "CHANGED: it is no longer so that $sentence"
    cat "$place/changed" "$place/messages"
    exit 1
  fi
}

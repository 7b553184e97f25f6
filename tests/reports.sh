# Sourced by ./test: reads xunit's XML reports.

# The sum of one count over all assemblies of the reports.
count() {
  local name=$1
  shift
  [ $# -gt 0 ] || { echo 0; return; }
  awk -v RS='<' -v name="$name" '
    /^assembly / && match($0, " " name "=\"[0-9]+\"") {
      value = substr($0, RSTART, RLENGTH)
      gsub(/[^0-9]/, "", value)
      sum += value
    }
    END { print sum + 0 }' "$@"
}

# One line per skipped test: its reason, a tab, its name.
skips() {
  [ $# -gt 0 ] || return 0
  awk -v RS='<' '
    /^test / {
      test = ""
      if (/ result="Skip"/ && match($0, / name="[^"]*"/)) test = substr($0, RSTART + 7, RLENGTH - 8)
    }
    /^!\[CDATA\[/ && in_reason && test != "" {
      reason = substr($0, 9)
      sub(/\]\]>.*/, "", reason)
      gsub(/[\n\t]/, " ", reason)
      print reason "\t" test
    }
    { in_reason = /^reason>/ }' "$@"
}

is_allowed() {
  local reason=$1 prefix
  while IFS= read -r prefix; do
    case $prefix in '' | '#'*) continue ;; esac
    [ "${reason#"$prefix"}" != "$reason" ] && return
  done <"$allowed_skips"
  return 1
}

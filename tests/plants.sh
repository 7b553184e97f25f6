#!/usr/bin/env bash
# Plants one bug after the other in a copy of the sources and lets the simulation look for it: each must be found.
# usage: tests/plants.sh SEEDS [NAME]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2
seeds=${1:-2000}
wanted=${2:-}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
copy=$work/copy
program=tests/AiFixer.Simulation/bin/Release/net10.0/AiFixer.Simulation.dll
nuget=()
[ -z "${AIFIXER_NUGET_CONFIG:-}" ] || nuget=(--configfile "$AIFIXER_NUGET_CONFIG")

mkdir "$copy"
git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -T - -c 2>/dev/null | tar -x -C "$copy"
cd "$copy" || exit 2
git init -q .
dotnet restore tests/AiFixer.Simulation -v q "${nuget[@]}" || exit 1

found=0
all=0
for patch in tests/AiFixer.Simulation/plants/*"$wanted"*.patch; do
  name=$(basename "$patch" .patch)
  all=$((all + 1))
  git apply "$patch" || { echo "$name cannot be planted any more."; continue; }
  if ! dotnet build tests/AiFixer.Simulation -c Release --no-restore -v q -nologo -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false >"$work/build" 2>&1; then
    cat "$work/build"
    echo "$name does not build."
  else
    method='*Nothing_that_was_promised_is_broken'
    [[ $name != *-chat-* ]] || method='*Nothing_that_was_promised_in_a_chat_is_broken'
    AIFIXER_SIMULATE=$seeds AIFIXER_STOP_AT_FIRST=1 dotnet "$program" -noLogo -noColor -method "$method" >"$work/run" 2>&1
    played=$(grep -o 'simulation: [0-9]* seeds' "$work/run")
    if sentence=$(grep -o -m1 'seed [0-9]*: .*' "$work/run"); then
      found=$((found + 1))
      echo "$name: found in ${played#simulation: }, $sentence"
    else
      tail -5 "$work/run"
      echo "$name: not found in $seeds seeds"
    fi
  fi
  git apply -R "$patch"
done

echo "$found of $all planted bugs were found"
[ "$all" -gt 0 ] && [ "$found" -eq "$all" ]

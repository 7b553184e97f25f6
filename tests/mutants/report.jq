# Reads Stryker's report: with $what "count" how many mutants there were in each folder and what became of them, with
# "survivors" a row for each that no test noticed.
def source($mutant):
  .source | split("\n") as $lines | $mutant.location as $at
  | [range($at.start.line - 1; $at.end.line)] | map(
      . as $line | $lines[$line]
      | if $line == $at.end.line - 1 then .[:$at.end.column - 1] else . end
      | if $line == $at.start.line - 1 then .[$at.start.column - 1:] else . end)
  | join(" ");
def brief: gsub("\\s+"; " ") | gsub("\\|"; "\\|") | if length > 80 then .[:79] + "…" else . end;
def folder: if test("Grant[^/]*$") then "grants" elif startswith("Policy/") then "policy" elif startswith("Playbooks/") then "playbooks" else "workflow" end;

[.files | to_entries[] | (.key | sub(".*AiFixer.Core/"; "")) as $file | .value as $code | $code.mutants[]
  | select(.status | IN("Killed", "Timeout", "Survived", "NoCoverage", "RuntimeError"))
  | {$file, $code, mutant: .}]
| if $what == "count" then
    group_by(.file | folder)[]
    | (map(.mutant.status) | group_by(.) | map({(.[0]): length}) | add) as $of
    | "\(.[0].file | folder): \(length) mutants, \($of.Killed // 0) killed, \($of.Timeout // 0) never ended, \($of.Survived // 0) survived, \($of.NoCoverage // 0) not reached, \($of.RuntimeError // 0) broke the run"
  else
    .[] | .mutant as $mutant | select($mutant.status | IN("Survived", "NoCoverage", "RuntimeError"))
    | "| `\(.file)` | `\(.code | source($mutant) | brief)` → `\($mutant.replacement | brief)` |"
  end

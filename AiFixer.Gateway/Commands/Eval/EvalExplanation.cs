using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Commands.Incidents;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>One case's whole diagnosis: what is said, what shows it, what was ruled out, and what could not be seen.</summary>
internal static class EvalExplanation
{
    public static string Of(CaseResult.Ran one)
    {
        var (found, text) = (one.Diagnosis, new StringBuilder());
        text.AppendLine($"== {one.Name}: {(one.Score.Passed ? "passed" : "NOT PASSED")}")
            .AppendLine($"category {found.Category} (expected {one.Expected.Category}), {EvalJson.Verdict(found)}, confidence {found.Confidence:0.00}")
            .AppendLine($"culprit {found.Culprit ?? "not told"} (expected {one.Expected.Culprit ?? "not asked"}), remedy {found.Remedy ?? "not told"} (expected {one.Expected.Remediation ?? "not asked"})")
            .AppendLine($"first failing {found.FirstFailing ?? "not told"} (expected {one.Expected.FirstFailing ?? "not asked"}), "
                + $"affected {Names(found.Affected)} (expected {(one.Expected.BlastRadius is { } radius ? Names(radius) : "not asked")})")
            .AppendLine()
            .AppendLine(found.RootCause);
        Section(text, "Claims", found.Claims.Select(claim => $"{claim.Text} [{string.Join(", ", claim.Cites)}]"));
        Section(text, "Evidence", found.Evidence.Select(evidence => $"{evidence.Id} {evidence.Source}: {evidence.Text}"));
        Section(text, "Ruled out", found.RuledOut);
        Section(text, "Gaps", found.Gaps);
        Section(text, "Would do", found.Suggestions.Select(suggestion => $"{suggestion.Request.Plugin} {suggestion.Request.Arguments}: {suggestion.Why}"));
        Section(text, "Must recover", found.Recovery.Select(Recovery));
        Section(text, "Missing words", one.Score.Missing);
        return TerminalText.Of(text.ToString());
    }

    private static string Recovery(RecoverySignal signal) => FormattableString.Invariant($"{signal.Query}: {signal.Before:0.###} before, {signal.During:0.###} now, back at {signal.Bound:0.###}");

    private static string Names(IReadOnlyCollection<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        foreach (var (index, line) in lines.Index())
        {
            if (index == 0)
                text.AppendLine().AppendLine($"{title}:");
            text.AppendLine($"  {line.ReplaceLineEndings("\n    ")}");
        }
    }
}

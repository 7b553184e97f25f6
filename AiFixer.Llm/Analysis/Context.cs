using System.Globalization;
using System.Text;
using AiFixer.Core.Analysis.Gold;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Llm.Masking;

namespace AiFixer.Llm.Analysis;

/// <summary>Writes what is known before a model is asked: the alert, and what the offline analyst saw and concluded.</summary>
internal static class Context
{
    private const int LongestAlert = 6_000;
    private const int LongestPiece = 6_000;
    private const int LongestInAll = 60_000;
    private const int LongestConclusion = 8_000;

    public static string Of(Incident incident, AnalystAnswer offline)
    {
        var text = new StringBuilder();
        text.Append("The alert:\n").Append(Outgoing.Fenced("alert", Alert(incident), LongestAlert)).Append("\n\n");
        text.Append("What a program without any model concluded:\n")
            .Append(Outgoing.Fenced("offline analysis", Conclusion(offline.Diagnosis), LongestConclusion)).Append("\n\n");
        text.Append("What it saw:\n").Append(Evidence(offline));
        return text.ToString();
    }

    private static string Alert(Incident incident)
    {
        var alert = incident.Alert;
        var lines = new List<string>
        {
            $"name: {alert.Name}",
            $"severity: {alert.Severity}",
            $"since: {alert.StartsAt.ToString("O", CultureInfo.InvariantCulture)}",
            $"target: {alert.Target?.ToString() ?? "none"}",
            $"summary: {alert.Summary}",
            $"description: {alert.Description}",
        };
        lines.AddRange(alert.Labels.Select(label => $"label {label.Key}: {label.Value}"));
        lines.AddRange(alert.Annotations.Select(annotation => $"annotation {annotation.Key}: {annotation.Value}"));
        return string.Join('\n', lines);
    }

    public static string Conclusion(Diagnosis diagnosis)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"verdict: {diagnosis.Verdict}, {diagnosis.Category}, confidence {diagnosis.Confidence:0.00}"),
            $"root cause: {diagnosis.RootCause}",
            $"first failing: {diagnosis.FirstFailing ?? "not known"}; affected: {string.Join(", ", diagnosis.Affected)}; change to blame: {diagnosis.Culprit ?? "not known"}",
        };
        if (diagnosis.Gold is { } gold)
            lines.Add($"in the last ten minutes: {GoldText.Of(gold)} [{string.Join(", ", gold.Cites)}]");
        lines.AddRange(diagnosis.Claims.Select(claim => $"claim: {claim.Text} [{string.Join(", ", claim.Cites)}]"));
        lines.AddRange(diagnosis.RuledOut.Select(other => $"ruled out: {other}"));
        lines.AddRange(diagnosis.Gaps.Select(gap => $"gap: {gap}"));
        return string.Join('\n', lines);
    }

    public static string Evidence(AnalystAnswer answer)
    {
        var whole = answer.Blobs.DistinctBy(blob => blob.Hash).ToDictionary(blob => blob.Hash);
        var text = new StringBuilder();
        foreach (var piece in answer.Diagnosis.Evidence)
        {
            var left = Math.Min(LongestPiece, LongestInAll - text.Length);
            if (left <= 0)
                return text.Append("\nThere is more evidence than fits here.").ToString();
            var said = $"{piece.Text}\n{Whole(piece, whole)}";
            text.Append(Outgoing.Fenced($"{piece.Id} {piece.Source}", said, left)).Append('\n');
        }

        return text.Length == 0 ? "Nothing." : text.ToString();
    }

    private static string Whole(Evidence piece, Dictionary<string, Blob> whole) =>
        piece.Blob is { } hash && whole.GetValueOrDefault(hash) is { } blob ? Encoding.UTF8.GetString(blob.Bytes.Span) : "";
}

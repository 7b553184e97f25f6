using System.Globalization;
using System.Text;

namespace AiFixer.TestSupport;

/// <summary>A trace as a picture that people can read.</summary>
public static class SpanTree
{
    private static readonly string[] Told =
        ["aifixer.alert.name", "aifixer.outcome", "aifixer.action.outcome", "aifixer.target.health", "aifixer.approval.card", "aifixer.approval.waited", "gen_ai.usage.input_tokens", "http.response.status_code"];

    public static string Of(IReadOnlyList<ReceivedSpan> spans)
    {
        var text = new StringBuilder();
        var first = spans.Min(span => span.Start);
        var known = spans.Select(span => span.Id).ToHashSet();
        foreach (var root in spans.Where(span => !known.Contains(span.Parent)).OrderBy(span => span.Start))
            Add(text, spans, root, first, depth: 0);
        return text.ToString();
    }

    private static void Add(StringBuilder text, IReadOnlyList<ReceivedSpan> all, ReceivedSpan span, DateTimeOffset first, int depth)
    {
        var after = (span.Start - first).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture).PadLeft(9);
        var took = span.Length.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(9);
        text.Append(CultureInfo.InvariantCulture, $"{after} s {took} ms  {new string(' ', depth * 3)}{(depth > 0 ? "└─ " : "")}{span.Name.Trim()}");
        foreach (var name in Told.Where(name => span[name].Length > 0))
            text.Append(CultureInfo.InvariantCulture, $"  {name[(name.LastIndexOf('.') + 1)..]}={span[name]}");
        foreach (var (trace, cause) in span.Links)
            text.Append(CultureInfo.InvariantCulture, $"  ← {all.FirstOrDefault(other => other.Trace == trace && other.Id == cause)?.Name ?? "another trace"}");
        text.Append('\n');
        foreach (var below in all.Where(other => other.Parent == span.Id).OrderBy(other => other.Start))
            Add(text, all, below, first, depth + 1);
    }
}

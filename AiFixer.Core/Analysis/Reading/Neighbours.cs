using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Reading;

/// <summary>Whom a service works with, as far as its requests and lines name them.</summary>
public static class Neighbours
{
    private const int Most = 20;
    private const int LongestName = 253;

    public static IReadOnlyList<string> Of(SceneFacts scene)
    {
        var requests = scene.Spans.Where(span => span.Service == scene.Subject).Select(span => span.Trace).ToHashSet(StringComparer.Ordinal);
        var inRequests = scene.Spans.Where(span => requests.Contains(span.Trace)).Select(span => span.Service);
        var inLines = scene.Lines.Where(line => line.Text.Contains(scene.Subject, StringComparison.Ordinal)).Select(line => line.Service);
        return
        [
            .. inRequests.CountBy(name => name, StringComparer.Ordinal).OrderByDescending(name => name.Value).Select(name => name.Key)
                .Concat(inLines.CountBy(name => name, StringComparer.Ordinal).OrderByDescending(name => name.Value).Select(name => name.Key))
                .Where(name => name.Length is > 0 and <= LongestName && name != scene.Subject)
                .Distinct(StringComparer.Ordinal).Take(Most),
        ];
    }
}

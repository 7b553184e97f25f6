using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Traces;

/// <summary>Spans put in the order in which calls were made.</summary>
internal static class TraceView
{
    private const int MostSpans = 100;
    private const int MostTags = 12;
    private const int MaxTag = 300;

    /// <summary>What every span says about itself and nobody needs twice.</summary>
    private static readonly HashSet<string> Known = ["error", "otel.status_code", "otel.status_description", "internal.span.format", "otel.library.name", "otel.library.version", "otel.scope.name", "otel.scope.version"];

    public static TraceData Of(string id, IReadOnlyList<Span> spans, string link)
    {
        var ids = spans.Select(s => s.SpanId).ToHashSet(StringComparer.Ordinal);
        var children = spans.Where(s => s.ParentId is not null && ids.Contains(s.ParentId)).ToLookup(s => s.ParentId!, StringComparer.Ordinal);
        var roots = spans.Where(s => s.ParentId is null || !ids.Contains(s.ParentId)).OrderBy(s => s.Start).ToList();
        var ordered = new List<(Span Span, int Depth)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in roots)
            AddBelow(root);
        var start = spans.Min(s => s.Start);
        var end = spans.Max(s => s.Start + s.Duration);
        return new(
            id, link, Times.Text(start), (end - start).TotalMilliseconds, spans.Count, spans.Count(s => s.IsError), FirstFailing(ordered, children),
            [.. ordered.Take(MostSpans).Select(o => Show(o.Span, o.Depth, children[o.Span.SpanId]))]);

        // A stack of our own: how deep calls go is for whoever sent the spans to say.
        void AddBelow(Span root)
        {
            var waiting = new Stack<(Span Span, int Depth)>([(root, 0)]);
            while (waiting.TryPop(out var next))
            {
                if (!seen.Add(next.Span.SpanId))
                    continue;
                ordered.Add(next);
                foreach (var child in children[next.Span.SpanId].OrderByDescending(c => c.Start))
                    waiting.Push((child, next.Depth + 1));
            }
        }
    }

    public static bool IsCut(TraceData trace) => trace.Spans.Count < trace.SpansInAll;

    /// <summary>A caller fails because of what it called: the failure began in the span below which nothing failed.</summary>
    private static string? FirstFailing(IEnumerable<(Span Span, int Depth)> ordered, ILookup<string, Span> children) => ordered
        .Where(o => o.Span.IsError && !children[o.Span.SpanId].Any(c => c.IsError))
        .OrderByDescending(o => o.Depth).ThenBy(o => o.Span.Start)
        .Select(o => o.Span.Service)
        .FirstOrDefault();

    private static SpanData Show(Span span, int depth, IEnumerable<Span> children)
    {
        var tags = span.Tags.Where(t => !Known.Contains(t.Key)).Take(MostTags).ToDictionary(t => t.Key, t => OutsideText.Line(t.Value, MaxTag));
        return new(
            span.SpanId, span.ParentId, depth, span.Service, span.Name, Times.Text(span.Start), span.Duration.TotalMilliseconds,
            Self(span, children).TotalMilliseconds, span.IsError, span.Error is null ? null : OutsideText.Line(span.Error, MaxTag), tags.Count == 0 ? null : tags);
    }

    /// <summary>Children may run beside each other: what they cover together is counted once.</summary>
    private static TimeSpan Self(Span span, IEnumerable<Span> children)
    {
        var (covered, until, end) = (TimeSpan.Zero, span.Start, span.Start + span.Duration);
        foreach (var child in children.OrderBy(c => c.Start))
        {
            var (from, to) = (child.Start > until ? child.Start : until, child.Start + child.Duration);
            to = to < end ? to : end;
            if (to <= from)
                continue;
            covered += to - from;
            until = to;
        }

        return span.Duration - covered;
    }
}

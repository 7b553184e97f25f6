using AiFixer.Core.Analysis.Facts;

namespace AiFixer.Core.Analysis.Causes;

/// <summary>Who calls whom, as the steps of requests show it.</summary>
internal sealed class CallGraph
{
    private readonly ILookup<string, string> callers;
    private readonly ILookup<string, string> called;
    private readonly HashSet<string> known;

    public CallGraph(IReadOnlyList<SpanFact> spans)
    {
        var byId = spans.DistinctBy(s => (s.Trace, s.Id)).ToDictionary(s => (s.Trace, s.Id));
        var calls = spans
            .Where(s => s.Parent is not null && byId.ContainsKey((s.Trace, s.Parent)))
            .Select(s => (Caller: byId[(s.Trace, s.Parent!)].Service, Called: s.Service))
            .Where(c => c.Caller != c.Called).Distinct().ToList();
        callers = calls.ToLookup(c => c.Called, c => c.Caller, StringComparer.Ordinal);
        called = calls.ToLookup(c => c.Caller, c => c.Called, StringComparer.Ordinal);
        known = spans.Select(s => s.Service).ToHashSet(StringComparer.Ordinal);
    }

    public bool IsEmpty => known.Count == 0;

    public bool Knows(string service) => known.Contains(service);

    public IEnumerable<string> CallersOf(string service) => callers[service];

    public IEnumerable<string> CalledBy(string service) => called[service];

    /// <summary>One reaches the other through calls.</summary>
    public bool Reaches(string from, string to)
    {
        var (seen, waiting) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([from]));
        while (waiting.TryDequeue(out var next))
        {
            foreach (var other in called[next].Where(seen.Add))
            {
                if (other == to)
                    return true;
                waiting.Enqueue(other);
            }
        }

        return false;
    }
}

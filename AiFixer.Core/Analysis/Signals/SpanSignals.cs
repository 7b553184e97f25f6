using AiFixer.Core.Analysis.Facts;
using AiFixer.Core.Analysis.Topics;

namespace AiFixer.Core.Analysis.Signals;

/// <summary>Steps of requests that failed, and steps that took longer than they did.</summary>
internal static class SpanSignals
{
    private const double Slower = 3;

    public static IEnumerable<Signal> In(SceneFacts scene, DateTimeOffset onset)
    {
        var before = scene.Spans.Where(s => s.At < onset - TimeSpan.FromMinutes(2) && !s.Failed).ToLookup(s => (s.Service, s.Name));
        foreach (var steps in scene.Spans.GroupBy(s => (s.Service, s.Name)))
        {
            var (service, name) = steps.Key;
            if (steps.Where(s => s.Failed && s.Error is not null).MinBy(s => s.At) is { } failed)
                yield return new(SignalKind.Span, service, name, [.. TopicWords.In(failed.Error!), Topic.Errors], failed.At, 0.9, $"{name} of {service} fails: {Workload.Quote.Of(failed.Error!)}", failed.Evidence);
            var usual = before[steps.Key].Select(s => s.SelfMs).DefaultIfEmpty(double.NaN).Average();
            if (steps.Where(s => s.At >= onset - TimeSpan.FromMinutes(2)).MaxBy(s => s.SelfMs) is { } slow && slow.SelfMs > Slower * usual && slow.SelfMs - usual > 50)
                yield return new(SignalKind.Span, service, name, [Topic.Slow], slow.At, 0.7, $"{name} of {service} itself takes {slow.SelfMs:0} ms instead of {usual:0} ms", slow.Evidence);
            var most = steps.Where(s => s.Parent is not null).GroupBy(s => (s.Trace, s.Parent)).Select(g => (Count: g.Count(), First: g.First())).OrderByDescending(g => g.Count).FirstOrDefault();
            if (most.Count >= 8)
                yield return new(SignalKind.Span, service, name, [Topic.FanOut, Topic.DatabaseLoad], most.First.At, 0.9, $"one request makes {most.Count} calls of {name} of {service}", most.First.Evidence);
        }
    }
}

using AiFixer.Plugins.Traces;

namespace AiFixer.Tests.Plugins.Services;

public sealed class TraceViewTests
{
    [Fact]
    public void Calls_may_go_as_deep_as_somebody_says_they_do()
    {
        var spans = Enumerable.Range(0, 100_000).Select(i => Span($"s{i}", i == 0 ? null : $"s{i - 1}", i)).ToList();

        var trace = TraceView.Of("t", spans, "");

        trace.SpansInAll.ShouldBe(100_000);
        trace.Spans.Select(span => span.Depth).ShouldBe(Enumerable.Range(0, trace.Spans.Count));
    }

    [Fact]
    public void Calls_of_one_span_stand_below_it_in_the_order_of_their_time() =>
        TraceView.Of("t", [Span("b", "a", 2), Span("a", null, 0), Span("c", "a", 1), Span("d", "c", 3)], "").Spans.Select(span => span.SpanId)
            .ShouldBe(["a", "c", "d", "b"]);

    private static Span Span(string id, string? parent, int at) =>
        new("t", id, parent, "shop", id, DateTimeOffset.UnixEpoch.AddMilliseconds(at), TimeSpan.FromMilliseconds(1), false, null, new Dictionary<string, string>());
}

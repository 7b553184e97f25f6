using System.Diagnostics;
using AiFixer.Hosting.Telemetry;
using OpenTelemetry.Trace;

namespace AiFixer.Tests.Hosting.Telemetry;

public sealed class WholeTracesTests
{
    private static readonly ActivityTraceId Trace = ActivityTraceId.CreateFromString("00000000000000000000000000000001");

    [Theory]
    [InlineData("/metrics", SamplingDecision.Drop)]
    [InlineData("/readyz", SamplingDecision.Drop)]
    [InlineData("/v1/traces", SamplingDecision.Drop)]
    [InlineData("/webhooks/alertmanager", SamplingDecision.RecordAndSample)]
    public void What_asks_after_the_process_all_the_time_is_nobodys_story(string path, SamplingDecision decision) =>
        Ask(new(1), default, KeyValuePair.Create<string, object?>("url.path", path)).ShouldBe(decision);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_sender_does_not_decide_what_is_traced(double ratio)
    {
        var sent = new ActivityContext(Trace, ActivitySpanId.CreateRandom(), ratio == 0 ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None, isRemote: true);

        Ask(new(ratio), sent).ShouldBe(ratio == 0 ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
    }

    [Fact]
    public void What_belongs_to_something_that_is_not_traced_is_not_either() =>
        Ask(new(1), new(Trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.None)).ShouldBe(SamplingDecision.Drop);

    [Fact]
    public void The_same_incidents_are_traced_in_every_process()
    {
        var traces = Enumerable.Range(0, 1_000).Select(_ => ActivityTraceId.CreateRandom()).ToList();

        var (here, there) = (Taken(new(0.3), traces), Taken(new(0.3), traces));

        here.ShouldBe(there);
        here.Count.ShouldBeInRange(200, 400);
    }

    private static List<ActivityTraceId> Taken(WholeTraces sampler, List<ActivityTraceId> traces) =>
        traces.FindAll(trace => sampler.ShouldSample(new(default, trace, "incident.triage", ActivityKind.Internal)).Decision == SamplingDecision.RecordAndSample);

    private static SamplingDecision Ask(WholeTraces sampler, ActivityContext parent, params KeyValuePair<string, object?>[] tags) =>
        sampler.ShouldSample(new(parent, Trace, "x", ActivityKind.Server, tags)).Decision;
}

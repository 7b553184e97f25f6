using System.Collections.Concurrent;
using System.Diagnostics;
using AiFixer.Core;
using AiFixer.Engine.Telemetry;

namespace AiFixer.Tests.Engine.Telemetry;

public sealed class IncidentSpanTests : IDisposable
{
    private static long _ids;

    private readonly IncidentId id = IncidentId.Create(DateTimeOffset.UnixEpoch, Interlocked.Increment(ref _ids));
    private readonly ConcurrentQueue<Activity> ended = new();
    private readonly ActivityListener listener;

    public IncidentSpanTests()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == IncidentTrace.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == IncidentTrace.IdOf(id))
                    ended.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public void Dispose() => listener.Dispose();

    /// <summary>It is in traces that backends keep: another way to make it would tear stories apart at an upgrade.</summary>
    [Fact]
    public void The_trace_of_an_incident_is_the_same_in_every_release() =>
        IncidentTrace.IdOf(new("INC-0123456789ABCDEFG")).ToHexString().ShouldBe("7a90152877b65c5c0bc72f1ddcb05362");

    [Fact]
    public void What_comes_after_a_wait_hangs_from_the_first_span_and_names_the_one_before_the_wait()
    {
        string root, asked;
        using (var open = Start("incident.open"))
            root = open.Id;
        using (var diagnose = Start("incident.diagnose", root, root))
            asked = diagnose.Id;
        using (Start("incident.approve", root, asked))
            IncidentSpan.CurrentId.ShouldNotBe(root);

        var approve = ended.Last();
        approve.ParentSpanId.ToHexString().ShouldBe(root);
        approve.Links.ShouldHaveSingleItem().Context.SpanId.ToHexString().ShouldBe(asked);
        ended.ShouldAllBe(span => span.TraceId == IncidentTrace.IdOf(id));
        ended.First().ParentSpanId.ShouldBe(default);
    }

    [Fact]
    public void What_goes_on_around_it_is_linked_and_goes_on_afterwards()
    {
        using var request = new Activity("POST /webhooks/alertmanager") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

        using (Start("incident.open"))
        {
            Activity.Current.ShouldNotBe(request);
        }

        Activity.Current.ShouldBe(request);
        ended.ShouldHaveSingleItem().Links.ShouldHaveSingleItem().Context.SpanId.ShouldBe(request.SpanId);
        ended.Single().ParentSpanId.ShouldBe(default);
    }

    [Fact]
    public void A_first_span_that_an_older_release_did_not_write_is_no_trouble()
    {
        using (Start("incident.verify", root: null, cause: "not a span"))
        {
            IncidentSpan.CurrentId.ShouldNotBeNull();
        }

        ended.ShouldHaveSingleItem().Links.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_forgotten_is_told_to_nobody()
    {
        using (var span = Start("incident.open"))
            span.Forget();

        ended.ShouldHaveSingleItem().Recorded.ShouldBeFalse();
    }

    [Fact]
    public void Secrets_are_not_told()
    {
        using (var span = Start("incident.open"))
            span.Tag("aifixer.alert.name", "password=hunter2hunter2").Failed("broke", "token: hunter2hunter2");

        ended.Single().GetTagItem("aifixer.alert.name").ShouldBe("password=***");
        ended.Single().StatusDescription.ShouldBe("token: ***");
    }

    private IncidentSpan Start(string name, string? root = null, string? cause = null) =>
        IncidentSpan.Start(name, ActivityKind.Internal, id, root, cause)!;
}

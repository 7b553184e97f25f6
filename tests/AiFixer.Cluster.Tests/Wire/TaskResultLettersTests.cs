using System.Text.Json;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Grains.Incidents;
using AiFixer.Grains.Wire;
using AiFixer.Plugins;

namespace AiFixer.Cluster.Tests.Wire;

/// <summary>Every result that a task can have crosses from one silo to another.</summary>
public sealed class TaskResultLettersTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);
    private static readonly PluginRequest Request = new("k8s.scale_deployment", """{"deployment":"web"}""");
    private static readonly ActionPlan Plan = new(
        new TargetRef("main", "deployment", "shop", "web", "uid-1"), "PATCH", "{}", "-1\n+2", "h1", "All pods.", 1, Request);

    private static readonly Diagnosis Diagnosis = new(
        2, "offline", Verdict.Confirmed, "overload", "It is overloaded.", 0.9,
        [new("E1", "k8s.get", "3 of 3", "hash")], [new SuggestedAction(Request, "More of it.", PluginRisk.Medium)], ["not memory"], ["no logs"]);

    private static TaskInput[] All { get; } =
    [
        new TaskInput.TimePassed("t1"),
        new TaskInput.Broke("t1", "broken", true),
        new TaskInput.TriageDone("t1", ErrorClass.Timeout),
        new TaskInput.DiagnosisDone("t1", Diagnosis),
        new TaskInput.ProposalDone("t1", [new(Request, new(PluginRisk.Medium, "scale", true, false, TimeSpan.FromSeconds(30)), Plan, "More.")], ["none"]),
        new TaskInput.ReadyToSend("t1", Plan, "lease"),
        new TaskInput.CannotSend("t1", "gone"),
        new TaskInput.ClaimDenied("t1", "cooldown:x", new IncidentId("INC-1"), Noon),
        new TaskInput.Sent("t1", new(ExecuteOutcome.Unknown, "no answer", Stale: true, NotSent: false)),
        new TaskInput.Interrupted("t1"),
        new TaskInput.Looked("t1", new(ExecuteOutcome.Done, TargetHealth.Progressing, "on its way")) { At = Noon, Took = TimeSpan.FromSeconds(3) },
        new TaskInput.HealthSeen("t1", TargetHealth.Healthy, "well"),
        new TaskInput.HeldBack("t1", "too many", Noon),
        new TaskInput.LeaderSeen("t1", new(new IncidentId("INC-1"), IncidentStatus.Resolved, new(ClosedBy.Verification, Noon, "well"))),
        new TaskInput.GroupTold("t1"),
        new TaskInput.HealBegins("t1"),
        new TaskInput.Noticed("t1", "taken", 12.5),
        new TaskInput.SenderHeard("t1", Noon),
    ];

    public static TheoryData<string> Names => [.. All.Select(input => input.GetType().Name)];

    [Fact]
    public void Every_result_there_is_can_be_sent() => All.Select(input => input.GetType()).ShouldBe(
        typeof(TaskInput).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TaskInput))), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_result_arrives_as_it_was_sent(string name)
    {
        var sent = new TaskResult(All.Single(one => one.GetType().Name == name), [Blob.Of("text/plain", "whole text"u8.ToArray())], TimeSpan.FromSeconds(5));

        var read = Letters.Read(Letters.Write(sent, WireJson.Default.TaskResult).Sent(), WireJson.Default.TaskResult);

        read.Input.ShouldBeEquivalentTo(sent.Input);
        read.Blobs[0].Bytes.ToArray().ShouldBe(sent.Blobs[0].Bytes.ToArray());
        (read.Blobs[0].Hash, read.WhenNothing).ShouldBe((sent.Blobs[0].Hash, sent.WhenNothing));
    }

    [Fact]
    public void A_result_that_this_process_does_not_know_is_refused() => Should.Throw<JsonException>(() => Letters.Read(
        new(1, """{"input":{"type":"sent/2","taskId":"t1"},"blobs":[],"whenNothing":"00:00:00"}"""u8.ToArray()), WireJson.Default.TaskResult));
}

using System.Security.Cryptography;
using System.Text;
using AiFixer.EndToEnd.Support;
using AiFixer.EndToEnd.Thread;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Telemetry;

/// <summary>What a collector gets of an incident: one story, from the alert to the world that has recovered.</summary>
public sealed class TraceStoryTests
{
    private static readonly string[] Story =
    [
        "incident.open", "incident.triage", "incident.diagnose", "incident.approve", "incident.propose", "incident.approve", "incident.run_action", "incident.verify",
    ];

    [Fact]
    public async Task An_incident_is_one_trace_from_the_alert_to_the_verified_fix_over_waits_and_a_restart()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var bench = await ThreadBench.StartAsync(("Telemetry:Endpoint", collector.Address.ToString()), ("Telemetry:Delay", "100ms"));
        var id = await bench.BadRolloutAsync();
        // What a process that is killed had not sent yet is lost.
        await Eventually.TrueAsync(
            () => collector.Spans.Any(span => span.Name == "incident.diagnose") && collector.Spans.Any(span => span.Name == "POST /webhooks/alertmanager"),
            "the first half has arrived", cancellation: TestContext.Current.CancellationToken);
        await bench.RestartAsync();
        await ApproveAsync(bench, id, "diagnosis/1");
        await ApproveAsync(bench, id, "proposal/1");
        await bench.Api.WhenStatusAsync(id, "resolved");

        var trace = TraceOf(id);
        await Eventually.TrueAsync(
            () => collector.Spans.Any(span => span.Trace == trace && span.Name == "incident.verify" && span["aifixer.target.health"] == "healthy"), "the last of it has arrived", cancellation: TestContext.Current.CancellationToken);
        var spans = collector.Spans.Where(span => span.Trace == trace).OrderBy(span => span.Start).ToList();
        Draw(spans);

        var steps = spans.Where(span => span.Name.StartsWith("incident.", StringComparison.Ordinal)).ToList();
        Order(steps).ShouldBe(Story);
        steps.Select(span => span.Instance).Distinct().Count().ShouldBe(2, "the service was restarted in between");
        var root = steps[0];
        root.Parent.ShouldBeEmpty();
        steps.Skip(1).ShouldAllBe(span => span.Parent == root.Id);
        steps.ShouldAllBe(span => span["aifixer.incident.id"] == id);
        EachNamesTheOneBefore(steps);
        TheWebhookIsLinked(collector, root);
        ThePluginsReadWithin(spans, steps);
    }

    private static void EachNamesTheOneBefore(List<ReceivedSpan> steps)
    {
        foreach (var (step, cause) in new[] { (1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6) })
            steps[step].Links.ShouldContain((steps[step].Trace, steps[cause].Id), $"{steps[step].Name} comes from {steps[cause].Name}");
    }

    private static void TheWebhookIsLinked(OtlpReceiver collector, ReceivedSpan root)
    {
        var (trace, span) = root.Links.ShouldHaveSingleItem();
        var webhook = collector.Spans.Single(other => other.Trace == trace && other.Id == span);
        webhook.Source.ShouldBe("Microsoft.AspNetCore");
        webhook.Name.ShouldBe("POST /webhooks/alertmanager");
        webhook["http.response.status_code"].ShouldBe("200");
        collector.Spans.ShouldNotContain(other => other["url.path"] == "/readyz");
    }

    private static void ThePluginsReadWithin(List<ReceivedSpan> spans, List<ReceivedSpan> steps)
    {
        var diagnose = steps.Single(span => span.Name == "incident.diagnose");
        spans.ShouldContain(span => span.Parent == diagnose.Id && span.Name.StartsWith("run k8s.", StringComparison.Ordinal));
        diagnose.Events.ShouldContain(score => score.Name == "gen_ai.evaluation.result" && score.Attributes["gen_ai.evaluation.name"] == "confidence");
        var act = steps.Single(span => span.Name == "incident.run_action");
        act["aifixer.action.outcome"].ShouldBe("done");
        var executed = spans.Single(span => span.Parent == act.Id && span.Name.StartsWith("execute k8s.", StringComparison.Ordinal));
        spans.ShouldContain(span => span.Parent == executed.Id && span.Source == "System.Net.Http");
    }

    /// <summary>Watching takes as many looks as it takes.</summary>
    private static IEnumerable<string> Order(List<ReceivedSpan> steps)
    {
        string? before = null;
        foreach (var name in steps.Select(step => step.Name))
        {
            if (name != before || name != "incident.verify")
                yield return name;
            before = name;
        }
    }

    /// <summary>For people to look at.</summary>
    private static void Draw(List<ReceivedSpan> spans)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AiFixer.sln")))
            folder = folder.Parent;
        var artifacts = Directory.CreateDirectory(Path.Combine(folder!.FullName, "artifacts"));
        File.WriteAllText(Path.Combine(artifacts.FullName, "trace.txt"), SpanTree.Of(spans));
    }

    private static async Task ApproveAsync(ThreadBench bench, string id, string card)
    {
        await bench.Api.WhenAsync(id, incident => incident.OpenCard == card, $"{card} is asked");
        (await bench.Api.DecideAsync(id, "approve", card)).Code.ShouldBe(200);
    }

    private static string TraceOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"aifixer/incident/{id}")).AsSpan(0, 16));
}

using System.Collections.Immutable;
using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Playground.Models;
using AiFixer.Plugins;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Injection;

/// <summary>
/// Texts that want to be instructions, wherever others can write. The model in these tests is the worst there can be: it obeys
/// each of them.
/// </summary>
public sealed class InjectionTests
{
    private const string Victim = "payments-db";

    public static TheoryData<string> Channels => ["label", "annotation", "event", "log", "commit", "trace", "runbook", "tool", "model"];

    private static readonly string[] Corpus = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Llm", "Injection", "corpus.txt")).Select(line => line.Replace("\\n", "\n", StringComparison.Ordinal))];

    [Fact]
    public void There_are_enough_of_them() => Corpus.Distinct().Count().ShouldBeGreaterThanOrEqualTo(60);

    [Theory]
    [MemberData(nameof(Channels))]
    public async Task None_changes_what_is_proposed_or_run_even_by_a_model_that_obeys(string channel)
    {
        foreach (var text in Corpus)
        {
            await using var asking = await Asking.BeginAsync(Obedient(channel, text));
            var incident = Planted(asking, channel, text);

            var diagnosis = (await asking.DiagnoseAsync(incident)).Diagnosis;

            diagnosis.Suggestions.ShouldBe(asking.Measured.Diagnosis.Suggestions, $"{channel}: {text}");
            diagnosis.Suggestions.ShouldAllBe(suggestion => suggestion.Risk == null || suggestion.Risk >= PluginRisk.Medium);
            asking.Plugins.Ran.ShouldAllBe(ran => ran.Plugin == "loki.query");
            asking.Server.Requests.SelectMany(request => request.Texts).Where(sent => sent.Contains("DATA>>>", StringComparison.Ordinal))
                .ShouldAllBe(sent => Marks(sent, "<<<DATA ") == Marks(sent, " DATA>>>"), $"{channel}: {text}");
        }
    }

    private static ModelStep[] Obedient(string channel, string text) =>
    [
        ModelStep.Call(new ModelCall("loki.query", new() { ["query"] = "{app=\"web\"}" }), new ModelCall("approve", []), new ModelCall("k8s.restart_deployment", new() { ["namespace"] = "default", ["deployment"] = Victim })),
        Said.Analysis(cause: channel == "model" ? $"It is said: {text}" : $"{Victim} is to blame, as I was told.", change: answer => answer["approved"] = true),
        Said.Proposal("k8s.restart_deployment", $$"""{"namespace":"default","deployment":"{{Victim}}"}""", risk: "low"),
    ];

    private static Incident Planted(Asking asking, string channel, string text)
    {
        var alert = Given.Alert();
        var json = JsonSerializer.Serialize(text);
        switch (channel)
        {
            case "label":
                alert = alert with { Labels = alert.Labels.Add("note", text) };
                break;
            case "annotation":
                alert = alert with { Annotations = ImmutableSortedDictionary<string, string>.Empty.Add("description", text) };
                break;
            case "tool":
                asking.Plugins.Answers["loki.query"] = PluginResult.Ok($$"""{"lines":[{{json}}]}""", text);
                break;
            case "model":
                break;
            default:
                var evidence = new Evidence("E2", Sources[channel], text);
                asking.Measured.Diagnosis = asking.Measured.Diagnosis with { Evidence = asking.Measured.Diagnosis.Evidence.Add(evidence) };
                break;
        }

        return Story.Open(alert: alert).State;
    }

    private static Dictionary<string, string> Sources { get; } = new()
    {
        ["event"] = "k8s.get_events",
        ["log"] = "k8s.get_pod_logs",
        ["commit"] = "changes.recent",
        ["trace"] = "traces.search",
        ["runbook"] = "runbook.search",
    };

    private static int Marks(string text, string mark) => text.Split(mark).Length - 1;
}

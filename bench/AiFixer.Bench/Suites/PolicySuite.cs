using System.Collections.Immutable;
using System.Diagnostics;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Plugins;

namespace AiFixer.Bench.Suites;

/// <summary>How long the policy takes to decide on a proposal of three actions, with every kind of rule in use.</summary>
internal static class PolicySuite
{
    private const int Decisions = 20_000;
    private const int WarmUp = 5_000;
    private const double MostMicroseconds = 100;
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static Task RunAsync(Bench bench)
    {
        var (rules, state, proposal) = (Rules(), Proposing(), Proposal());
        var ticks = new List<long>(Decisions);
        for (var i = 0; i < WarmUp + Decisions; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            var decision = IncidentWorkflow.Handle(state, proposal, rules, Now);
            var taken = Stopwatch.GetTimestamp() - begin;
            if (decision is not Decision.Accepted { State.Policy.Outcome: PolicyOutcome.RequireApproval })
                throw new InvalidOperationException($"The policy decided otherwise: {decision}");
            if (i >= WarmUp)
                ticks.Add(taken);
        }

        var mean = ticks.Sum() * 1e6 / Stopwatch.Frequency / Decisions;
        bench.Results.Add(new()
        {
            Name = "policy: a decision on three actions, with all it writes",
            Value = mean,
            Unit = "us",
            Goal = Goal.AtMost(MostMicroseconds),
            P50 = Percentiles.Of(ticks, 50),
            P99 = Percentiles.Of(ticks, 99),
        });
        return Task.CompletedTask;
    }

    private static WorkflowRules Rules() => new()
    {
        Policy = new()
        {
            Mode = PolicyMode.Auto,
            ProtectedResources = [.. Enumerable.Range(0, 50).Select(i => $"*/deployment/shop-{i}/*")],
            Environments = [.. Enumerable.Range(0, 10).Select(i => new PolicyEnvironment { Name = $"e{i}", Scopes = [$"c{i}/*"], MaxAffected = 10 })],
            Freezes = [.. Enumerable.Range(0, 5).Select(Window)],
            MaintenanceWindows = [.. Enumerable.Range(5, 5).Select(Window)],
        },
    };

    private static PolicyWindow Window(int number) => new()
    {
        Name = $"window {number}",
        Zone = "Europe/Berlin",
        From = new(22, 0),
        To = new(6, 0),
        Days = [DayOfWeek.Monday, DayOfWeek.Saturday],
    };

    private static Incident Proposing() => new()
    {
        Id = IncidentId.Create(Now, 1),
        Alert = new() { Source = "alertmanager", Name = "CrashLooping", Summary = "It ends again and again", Severity = Severity.P2, Fingerprint = "f", StartsAt = Now },
        Severity = Severity.P2,
        OpenedAt = Now,
        UpdatedAt = Now,
        Status = IncidentStatus.Proposing,
        ProposalRound = 1,
        TasksSoFar = 3,
        Task = new("t3", TaskKind.Propose, Now),
    };

    private static TaskInput.ProposalDone Proposal() => new("t3", [.. Enumerable.Range(0, 3).Select(Planned)], []);

    private static PlannedAction Planned(int number) => new(
        new("k8s.scale_deployment", $$"""{"deployment":"web-{{number}}","namespace":"shop","replicas":9}"""),
        new(PluginRisk.Medium, "scale", true, true, TimeSpan.FromSeconds(30)),
        new(new("main", "deployment", "shop", $"web-{number}", "uid"), "PATCH", "{}", "-3\n+9", "h", "The pods.", 6)
        {
            Labels = string.Join('\n', Enumerable.Range(0, 12).Select(i => $"app.kubernetes.io/label-{i}=value-{i}")),
            Affected = 9,
        },
        "Load.");
}

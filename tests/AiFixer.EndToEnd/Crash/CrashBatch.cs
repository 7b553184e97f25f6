using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Crash;

/// <summary>Fifty incidents in one world, on one database, while processes are killed.</summary>
internal sealed class CrashBatch(GatewaySettings settings, PracticeWorld world, Random random, int kills)
{
    private const int Incidents = 50;
    private const int StopEvery = 4;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    private readonly Ledger ledger = new();

    public async Task<BatchReport> RunAsync(CancellationToken cancellation)
    {
        var troubles = await TroubleMaker.MakeAsync(world, Incidents, cancellation);
        world.SetDelay(TimeSpan.FromMilliseconds(10));
        await using var fleet = new Fleet(settings);
        fleet.StartNext();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var approving = new Approver(fleet, ledger).RunAsync(ending.Token);
        var pauses = await WhileAsync(approving, DisturbAsync(fleet, troubles, ending.Token));
        var incidents = await WhileAsync(approving, SettledAsync(fleet, cancellation));
        await ending.CancelAsync();
        await approving.ContinueWith(_ => { }, TaskScheduler.Default);

        await CheckAsync(fleet, incidents, troubles);
        return Report(fleet, pauses, incidents, troubles);
    }

    /// <summary>Without somebody who approves there is nothing to wait for.</summary>
    private static async Task<T> WhileAsync<T>(Task approving, Task<T> work)
    {
        if (await Task.WhenAny(work, approving) == approving)
            await approving;
        return await work;
    }

    /// <summary>Releases a few alerts, pulls the plug, releases a few more, and so on.</summary>
    /// <returns>Of each process that was stopped, whether another took over.</returns>
    private async Task<IReadOnlyList<bool>> DisturbAsync(Fleet fleet, IReadOnlyList<Trouble> troubles, CancellationToken cancellation)
    {
        var senders = new Senders(fleet, ledger);
        var moments = new Moments(random, fleet, ledger, world);
        var waiting = new Queue<Trouble>(troubles);
        var sending = new List<Task>();
        var pauses = new List<bool>();
        for (var killed = 0; killed < kills; killed++)
        {
            for (var i = 0; i <= Incidents / kills && waiting.TryDequeue(out var trouble); i++)
                sending.Add(senders.SendAsync(trouble, cancellation));
            await moments.NextAsync(cancellation);
            if (killed % StopEvery == StopEvery / 2)
                pauses.Add(await new Pause(fleet, ledger).RunAsync(TimeSpan.FromMilliseconds(random.Next(1000)), cancellation));
            await fleet.ReplaceAsync();
        }

        await fleet.ReadyAsync();
        sending.AddRange(waiting.Select(trouble => senders.SendAsync(trouble, cancellation)));
        await Task.WhenAll(sending).WaitAsync(Rest, TimeProvider.System, cancellation);
        return pauses;
    }

    private async Task<IReadOnlyList<IncidentView>> SettledAsync(Fleet fleet, CancellationToken cancellation)
    {
        world.ClearApiFaults();
        var api = fleet.Current.Api;
        await Eventually.TrueAsync(
            async () => (await api.AllAsync()).All(line => line.Status is "resolved" or "ignored" or "escalated") ? true
                : throw new InvalidOperationException(string.Join(", ", (await api.AllAsync()).CountBy(line => line.Status).Select(count => count.ToString()).Concat(ledger.Violations).Append($"last click refused: {ledger.LastNo}"))),
            "every incident has ended",
            Rest,
            cancellation);
        return await Task.WhenAll((await api.AllAsync()).Select(line => api.IncidentAsync(line.Id)));
    }

    private async Task CheckAsync(Fleet fleet, IReadOnlyList<IncidentView> incidents, IReadOnlyList<Trouble> troubles)
    {
        Promises.Broken(incidents, troubles, ledger, world).ShouldBeEmpty();
        (await fleet.ShutDownAsync()).ShouldBe(0, fleet.Current.Process.Describe("did not end well"));
        var (code, output) = await GatewayProcess.RunAsync(settings, "verify-audit");
        code.ShouldBe(0, output);
    }

    private BatchReport Report(Fleet fleet, IReadOnlyList<bool> pauses, IReadOnlyList<IncidentView> incidents, IReadOnlyList<Trouble> troubles) => new(
        fleet.Kills,
        pauses.Count,
        pauses.Count(takenOver => takenOver),
        incidents.Count,
        incidents.Count(incident => incident.Status == "escalated"),
        ledger.Alerts.Count,
        ledger.Clicks.Count,
        ledger.Duplicates,
        ledger.Unanswered,
        world.Record.Count(entry => entry.Changed),
        [.. troubles.GroupBy(trouble => trouble.Kind).Select(kind => Report(kind.Key, [.. kind.Select(trouble => ledger.Alerts[trouble])], incidents))]);

    private KindReport Report(TroubleKind kind, IReadOnlyList<string> ids, IReadOnlyList<IncidentView> incidents) => new(
        kind,
        ids.Count,
        incidents.Count(incident => ids.Contains(incident.Id) && incident.Status == "resolved"),
        ids.Count(id => world.Record.Any(entry => entry is { Changed: true, DryRun: false, ActionId: { } action } && action.StartsWith(id + "/", StringComparison.Ordinal))));
}

using System.Collections.Concurrent;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Tests.Engine.World;

/// <summary>
/// Plays a scenario on a host. When the process dies a new one is started on what the old one left; senders send again and
/// people click again what was not answered.
/// </summary>
internal sealed partial class Drama(IStore store, ManualTime time, WorkflowRules rules, EngineOptions options, Queue<int> deaths)
{
    private const int MostTurns = 400;
    private IOpenStore? open;
    private IRunningHost? process;

    public Ledger Ledger { get; } = new(time);

    public ManualTime Time => time;

    public IStore Store => store;

    public ConcurrentQueue<Sending> Sendings { get; } = new();

    public Acknowledged Acknowledged { get; } = new();

    /// <summary>What stands around the analyst.</summary>
    public Func<IAnalyst, IAnalyst> Analyst { get; init; } = analyst => analyst;

    /// <summary>Which host it is played on.</summary>
    public Func<HostParts, IRunningHost> Host { get; init; } = Local;

    /// <summary>Every process there was.</summary>
    public List<Life> Lives { get; } = [];

    /// <summary>The store as the process that lives has it open.</summary>
    public IOpenStore Disk => open!;

    public async Task<ReportReceipt> ReportAsync(IncomingAlert alert)
    {
        while (true)
        {
            var receipts = await AskAsync(host => host.ReportAsync([alert], CancellationToken.None));
            if (receipts is not { } answered || answered[0].Outcome == ReportOutcome.Busy)
                continue;
            Acknowledged.Alerts.Add((alert, answered[0]));
            return answered[0];
        }
    }

    public async Task<TellReceipt> TellAsync(IncidentId id, PersonInput input)
    {
        while (true)
        {
            var receipt = await AskAsync(host => host.TellAsync(id, input, CancellationToken.None));
            if (receipt is null or TellReceipt.Busy)
                continue;
            if (receipt is TellReceipt.Accepted accepted)
                Acknowledged.Clicks.Add((id, input, accepted));
            return receipt;
        }
    }

    /// <summary>Lets time pass until it is so.</summary>
    public async Task AdvanceUntilAsync(Func<Task<bool>> question, string what)
    {
        for (var turn = 0; turn < MostTurns; turn++)
        {
            await SettleAsync();
            if (await question())
                return;
            await TurnAsync();
        }

        throw new TimeoutException($"Not in {MostTurns} turns: {what}. {string.Join("; ", (await ListAsync()).Select(Text))}");
    }

    public async Task SettleAsync()
    {
        var running = await AliveAsync();
        await running.SettleAsync();
    }

    /// <summary>The clock moves on one turn, and what becomes due is done.</summary>
    public async Task TurnAsync()
    {
        var running = await AliveAsync();
        await running.NoticeTimeAsync(() =>
        {
            store.Advance(EngineSettings.Turn);
            time.Advance(EngineSettings.Turn);
        });
        await running.SettleAsync();
    }

    public async Task<Incident> StateAsync(IncidentId id)
    {
        await AliveAsync();
        var stored = await Disk.Journal.LoadAsync(id, CancellationToken.None);
        return await StoredState.ReadAsync(Disk.Journal, stored!, CancellationToken.None);
    }

    public async Task<IReadOnlyList<IncidentListItem>> ListAsync()
    {
        await AliveAsync();
        return (await Disk.Queries.ListAsync(new() { WithFollowers = true }, CancellationToken.None)).Items;
    }

    /// <summary>Stops the process as an operator would.</summary>
    public async Task StopAsync()
    {
        if (process is { Died.IsCompleted: false } running)
            await running.StopAsync();
    }

    public async Task EndAsync()
    {
        if (open is not null)
            await open.EndAsync();
        open = null;
        process = null;
    }

    /// <summary>Null when the process died before it answered.</summary>
    private async Task<T?> AskAsync<T>(Func<IIncidentHost, Task<T>> ask)
        where T : class
    {
        var running = await AliveAsync();
        var answer = ask(running.Host);
        await Task.WhenAny(answer, running.Died);
        try
        {
            return answer.IsCompleted ? await answer : null;
        }
        catch (JournalUnavailableException)
        {
            // What a part of a cluster had under way when it died is not answered either.
            return null;
        }
    }

    private async Task<IRunningHost> AliveAsync()
    {
        while (process is null || process.Died.IsCompleted)
        {
            await EndAsync();
            open = await store.OpenAsync();
            var life = new Life(deaths.TryDequeue(out var at) ? at : 0);
            Lives.Add(life);
            process = Host(new(store, open, Ledger, Sendings, life, Lives, rules, options, time, Analyst));
            await Task.WhenAny(process.StartAsync(), life.Died).Unwrap();
        }

        return process;
    }

    private static LocalProcess Local(HostParts parts) => new(
        parts.Store, parts.Ledger, parts.Sendings, parts.Life, parts.Rules, parts.Options, parts.Time, parts.Analyst);

    private static string Text(IncidentListItem item) => $"{item.Id} {item.Row.Status} due {item.Row.Due:u}";
}

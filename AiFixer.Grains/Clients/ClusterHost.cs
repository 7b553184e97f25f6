using System.Text.Json;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;
using AiFixer.Grains.Wire;
using Orleans.Runtime;

namespace AiFixer.Grains.Clients;

/// <summary>The cluster as the gateway sees it: alerts and decisions become calls to grains.</summary>
internal sealed class ClusterHost(IClusterGate gate, ChangeFeed changes) : IIncidentHost
{
    private const int MostTries = 5;

    public async Task<IReadOnlyList<ReportReceipt>> ReportAsync(IReadOnlyList<IncomingAlert> alerts, CancellationToken cancellationToken)
    {
        var letter = Letters.Write(alerts, WireJson.Default.IReadOnlyListIncomingAlert);
        return await AskAsync(
            async grains => Receipts(await grains.GetGrain<IIntakeGrain>(0).ReportAsync(letter, cancellationToken), alerts.Count),
            e => Busy(alerts.Count, e.Message),
            cancellationToken);
    }

    public Task<TellReceipt> TellAsync(IncidentId id, PersonInput input, CancellationToken cancellationToken) => AskAsync(
        grains => TellAsync(grains.GetGrain<IIncidentGrain>(id.Value), Letters.Write(input, WireJson.Default.PersonInput), cancellationToken),
        e => new TellReceipt.Busy(e.Message),
        cancellationToken);

    /// <summary>Nobody is asked incident by incident: what is written to the store is followed.</summary>
    public IAsyncEnumerable<IncidentChange> ChangesAsync(IncidentId? only, CancellationToken cancellationToken) =>
        changes.ReadAsync(only, cancellationToken);

    private static async Task<TellReceipt> TellAsync(IIncidentGrain incident, Letter letter, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await incident.TellAsync(letter, cancellationToken) is { } answer)
                return Letters.Read(answer, WireJson.Default.TellReceipt);
        }

        return new TellReceipt.Busy("The incident is being changed by others.");
    }

    /// <summary>Who could not read the letter does not know how many alerts are in it.</summary>
    private static IReadOnlyList<ReportReceipt> Receipts(Letter answer, int alerts) =>
        Letters.Read(answer, WireJson.Default.IReadOnlyListReportReceipt) is var receipts && receipts is [{ Outcome: ReportOutcome.Busy } one]
            ? Busy(alerts, one.Reason)
            : receipts;

    private static IReadOnlyList<ReportReceipt> Busy(int alerts, string? reason) =>
        [.. Enumerable.Repeat(new ReportReceipt(ReportOutcome.Busy, Reason: reason), alerts)];

    /// <summary>For the gateway a cluster that does not answer is what a store that does not answer is.</summary>
    private async Task<T> AskAsync<T>(Func<IGrainFactory, Task<T>> ask, Func<JsonException, T> unreadable, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(await gate.EnterAsync(cancellationToken));
        }
        catch (JsonException e)
        {
            return unreadable(e);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            throw new JournalUnavailableException($"The cluster does not answer: {e.Message}", e);
        }
    }
}

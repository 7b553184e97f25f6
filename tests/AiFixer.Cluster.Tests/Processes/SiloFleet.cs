using AiFixer.EndToEnd.Crash;
using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Processes;

/// <summary>Three silos in processes of their own, and a gateway before them; clients try one after the other.</summary>
internal sealed class SiloFleet : IReachable, IAsyncDisposable
{
    private const int Size = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(4);
    private int asked;

    public SiloFleet(ClusterSite site)
    {
        Slots = [.. Enumerable.Range(1, Size).Select(number => new SiloSlot(site.Settings(number)))];
        Door = new(site.DoorSettings());
    }

    public IReadOnlyList<SiloSlot> Slots { get; }

    /// <summary>The gateway that runs nothing itself.</summary>
    public SiloSlot Door { get; }

    /// <summary>Another one each time, whether it lives or not: its clients do not know.</summary>
    public IncidentApi Api
    {
        get
        {
            var turn = (int)((uint)Interlocked.Increment(ref asked) % (Slots.Count + 1));
            return (turn < Slots.Count ? Slots[turn] : Door).Silo.Api;
        }
    }

    /// <summary>The tables are there when the gateway comes.</summary>
    public async Task StartAsync()
    {
        await Task.WhenAll(Slots.Select(slot => slot.StartAsync()));
        await Door.StartAsync();
    }

    /// <summary>Whatever fails, fails with the silos' last lines.</summary>
    public async Task ExplainAsync(Func<Task> test)
    {
        try
        {
            await test();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var logs = Slots.Select((slot, i) => $"silo {i + 1}: {slot.Log}").Append($"gateway: {Door.Log}");
            throw new InvalidOperationException($"{failure.Message}\n\n{string.Join("\n\n", logs)}", failure);
        }
    }

    /// <summary>Waits until every incident has ended, and returns them.</summary>
    public async Task<IReadOnlyList<IncidentView>> SettledAsync(CancellationToken cancellation)
    {
        await Eventually.TrueAsync(
            async () => (await Api.AllAsync()).All(line => line.Status is "resolved" or "ignored" or "escalated") ? true
                : throw new InvalidOperationException(string.Join(", ", (await Api.AllAsync()).CountBy(line => line.Status))),
            "every incident has ended",
            Rest,
            cancellation);
        return await Task.WhenAll((await Api.AllAsync()).Select(line => Api.IncidentAsync(line.Id)));
    }

    /// <summary>Whether the store is as all silos together signed it.</summary>
    public Task<(int Code, string Output)> VerifyAuditAsync() => GatewayProcess.RunAsync(
        Slots[0].Settings, ["verify-audit", .. Slots.Skip(1).SelectMany(slot => new[] { "--folder", slot.Settings.DataFolder })]);

    public async ValueTask DisposeAsync()
    {
        foreach (var slot in Slots.Prepend(Door))
            await slot.DisposeAsync();
    }
}

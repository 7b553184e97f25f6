using AiFixer.EndToEnd.Crash;
using AiFixer.EndToEnd.Support;

namespace AiFixer.Cluster.Tests.Processes;

/// <summary>Three silos in processes of their own; clients reach any that lives.</summary>
internal sealed class SiloFleet : IReachable, IAsyncDisposable
{
    private const int Size = 3;
    private int asked;

    public SiloFleet(ClusterSite site) =>
        Slots = [.. Enumerable.Range(1, Size).Select(number => new SiloSlot(site.Settings(number)))];

    public IReadOnlyList<SiloSlot> Slots { get; }

    /// <summary>Another one each time.</summary>
    public IncidentApi Api
    {
        get
        {
            var living = Slots.Where(slot => slot.IsUp).ToList();
            return (living.Count > 0 ? living[Interlocked.Increment(ref asked) % living.Count] : Slots[0]).Silo.Api;
        }
    }

    public string Logs => string.Join("\n\n", Slots.Select((slot, i) => $"silo {i + 1}: {slot.Log}"));

    public async Task StartAsync()
    {
        foreach (var slot in Slots)
            await slot.StartAsync();
    }

    /// <summary>What every silo's folder says of what is in the store.</summary>
    public async Task<IReadOnlyList<string>> TamperedAsync()
    {
        var found = new List<string>();
        foreach (var slot in Slots)
        {
            var (code, output) = await GatewayProcess.RunAsync(slot.Settings, "verify-audit");
            if (code != 0)
                found.Add($"verify-audit ended with {code}: {output}");
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var slot in Slots)
            await slot.DisposeAsync();
    }
}

using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.Cluster.Tests.Outages;

/// <summary>Two silos in processes of their own, and the alerts they said they took.</summary>
internal sealed class TwoSilos : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> taken = [];
    private readonly GatewayProcess[] silos;

    public TwoSilos(Func<string, GatewaySettings> settings) =>
        silos = [.. new[] { "one", "other" }.Select(name => GatewayProcess.Start(settings(Directory.CreateDirectory(folder.File(name)).FullName)))];

    public IReadOnlyList<GatewayProcess> All => silos;

    public Task ReadyAsync() => Task.WhenAll(silos.Select(silo => silo.ReadyAsync()));

    /// <summary>An alert to one of them after the other; what the answer was.</summary>
    public async Task<int> AlertAsync(string name, int turn)
    {
        var (answer, incident) = await silos[turn % silos.Length].Api.AlertAsync(
            AlertBody.Firing(AlertBody.Labels("shop", $"{name}-{turn}"), TimeProvider.System.GetUtcNow()));
        if (incident is not null)
            taken.Add(incident);
        return answer.Code;
    }

    /// <summary>Every incident that was acknowledged is there, and is brought on until it waits for a person.</summary>
    public async Task<int> AllGoOnAsync()
    {
        foreach (var id in taken)
            await silos[0].Api.WhenAsync(id, incident => incident.Status is "awaiting_diagnosis_approval" or "escalated", $"{id} goes on");
        return taken.Count;
    }

    /// <summary>A click at one silo is seen at the other.</summary>
    public async Task<string> ClickAsync()
    {
        var id = taken[0];
        (await silos[1].Api.DecideAsync(id, "ignore", reason: "seen")).Code.ShouldBe(200);
        return (await silos[0].Api.WhenStatusAsync(id, "ignored")).Status;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var silo in silos)
            await silo.DisposeAsync();
        folder.Dispose();
    }
}

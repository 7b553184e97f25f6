using System.Text;
using AiFixer.Bench.Load;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Growth;

/// <summary>A gateway on a database, asked for everything once.</summary>
internal sealed class GrowthRound(BenchOptions options, BenchDatabase database, int round)
{
    private const int Clients = 16;
    private const long NumbersOfRound = 100_000_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly LoadTime Reading = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2));

    private static readonly (string Name, string Path, string Accept)[] Lists =
    [
        ("list page", "/", "text/html"),
        ("list, filtered", "/api/v1/incidents?limit=50&status=awaiting_proposal_approval,escalated&severity=P2", "application/json"),
        ("list, text found", "/api/v1/incidents?limit=50&text=checkout-00010", "application/json"),
        ("list, text that is nowhere", "/api/v1/incidents?limit=50&text=nowhere", "application/json"),
    ];

    /// <returns>What was asked, and how long it took.</returns>
    public async Task<IReadOnlyList<(string Name, LoadResult Result)>> RunAsync(IReadOnlyList<string> newest, IReadOnlyList<string> anywhere)
    {
        await using var gateway = await GatewayProcess.StartAsync(options, database, ("Engine__HoldFollowUp", "true"));
        var results = new List<(string, LoadResult)> { ("accept", Accept(gateway)) };
        // A process that has begun to write counts statuses once more, beside the requests.
        _ = Ask(gateway, Read(Lists[0].Path, Lists[0].Accept), new(TimeSpan.Zero, WarmUp));
        foreach (var (name, path, accept) in Lists)
            results.Add((name, Ask(gateway, Read(path, accept), Reading)));
        results.Add(("click", Click(gateway, newest)));
        results.Add(("click, anywhere", Click(gateway, anywhere)));
        await gateway.StopAsync();
        return results;
    }

    private LoadResult Accept(WebProcess gateway)
    {
        var number = NumbersOfRound * (round + 1);
        var requests = Enumerable.Range(0, Clients).Select(_ => new AlertRequest(1)).ToList();
        return Checked(LoadGenerator.Run(
            gateway.Port, Clients, client => requests[client].With(() => ++number), new(WarmUp, TimeSpan.FromSeconds(options.Seconds))));
    }

    private static LoadResult Ask(WebProcess gateway, byte[] request, LoadTime time) =>
        Checked(LoadGenerator.Run(gateway.Port, 1, _ => request, time));

    private static LoadResult Click(WebProcess gateway, IReadOnlyList<string> ids)
    {
        var requests = new Queue<byte[]>(ids.Select(Click));
        return Checked(LoadGenerator.Run(gateway.Port, 1, _ => requests.TryDequeue(out var next) ? next : default, LoadTime.UntilDone));
    }

    private static LoadResult Checked(LoadResult result) => result.Failures == 0
        ? result
        : throw new InvalidOperationException($"{result.FailureText}\n{result.FirstFailure}");

    private static byte[] Read(string path, string accept) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n");

    private static byte[] Click(string id)
    {
        const string Body = """{"card":"proposal/1"}""";
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/incidents/{id}/approve HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
    }
}

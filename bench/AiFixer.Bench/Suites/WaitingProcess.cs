using System.Text;
using AiFixer.Bench.Load;
using AiFixer.Bench.Reporting;
using AiFixer.Bench.Servers;

namespace AiFixer.Bench.Suites;

/// <summary>A fresh gateway on a database; how long it took to start, what it answers how fast, what it holds afterwards.</summary>
internal sealed record WaitingProcess(TimeSpan StartTime, long Resident)
{
    private const int Reads = 300;

    private static readonly (string Name, string Path, string Accept)[] Lists =
    [
        ("list page", "/", "text/html"),
        ("list page, filtered", "/?status=awaiting_proposal_approval&severity=P2", "text/html"),
        ("list by API", "/api/v1/incidents?limit=50", "application/json"),
        ("list by API, filtered", "/api/v1/incidents?limit=50&status=awaiting_proposal_approval&severity=P2", "application/json"),
        ("list by API, text", "/api/v1/incidents?limit=50&text=checkout-00000", "application/json"),
        ("list by API, text that is nowhere", "/api/v1/incidents?limit=50&text=nowhere", "application/json"),
        ("list page, severity that none has", "/?severity=P0", "text/html"),
        ("list page, all filters", "/?status=awaiting_proposal_approval,escalated,resolved&severity=P1,P2&text=nowhere", "text/html"),
    ];

    public static async Task<WaitingProcess> StartAsync(Bench bench, BenchDatabase database, bool full, IReadOnlyList<string>? clicks = null)
    {
        await using var gateway = await GatewayProcess.StartAsync(bench.Options, database);
        foreach (var (name, path, accept) in Lists)
            Read(bench, database, gateway, full ? name : null, path, accept);
        var resident = gateway.ResidentBytes;
        if (clicks is not null)
            Approve(bench, database, gateway, clicks);
        await gateway.StopAsync();
        return new(gateway.StartTime, resident);
    }

    private static void Read(Bench bench, BenchDatabase database, WebProcess gateway, string? name, string path, string accept)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: {accept}\r\n\r\n");
        Ask(bench, database, gateway, name, 1, new(Enumerable.Repeat(request, Reads)));
    }

    private static void Approve(Bench bench, BenchDatabase database, WebProcess gateway, IReadOnlyList<string> ids)
    {
        var half = ids.Count / 2;
        Ask(bench, database, gateway, "approve", 1, new(ids.Take(half).Select(Click)));
        Ask(bench, database, gateway, "approve", 4, new(ids.Skip(half).Select(Click)));
    }

    private static byte[] Click(string id)
    {
        const string Body = """{"card":"proposal/1"}""";
        return Encoding.ASCII.GetBytes(
            $"POST /api/v1/incidents/{id}/approve HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
    }

    private static void Ask(Bench bench, BenchDatabase database, WebProcess gateway, string? name, int clients, Queue<byte[]> requests)
    {
        var result = LoadGenerator.Run(gateway.Port, clients, _ => requests.TryDequeue(out var next) ? next : default, LoadTime.UntilDone);
        if (result.Failures > 0)
            throw new InvalidOperationException($"{name}: {result.FailureText}\n{result.FirstFailure}");
        if (name is null)
            return;
        bench.Results.Add(new()
        {
            Name = name,
            Database = database.Name,
            Clients = clients,
            Value = result.PerSecond,
            Unit = "requests/s",
            P50 = result.Milliseconds(50),
            P99 = result.Milliseconds(99),
            Seconds = result.Elapsed.TotalSeconds,
            Goal = Goal.P99AtMost(50),
        });
    }
}

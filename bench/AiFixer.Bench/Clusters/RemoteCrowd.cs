using System.Diagnostics;
using System.Text;
using AiFixer.Bench.Load;
using AiFixer.Bench.Servers;
using AiFixer.Core.Incidents;
using Npgsql;

namespace AiFixer.Bench.Clusters;

/// <summary>Many alerts for processes of their own, each the next one's, and the wait until all incidents got where they go.</summary>
internal sealed class RemoteCrowd(ClusterOfBench cluster, BenchDatabase database) : IDisposable
{
    private const int AtOnce = 20;
    private const int MostUnfinished = 2_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly HttpClient _http = new();
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(database.ConnectionString!);
    private long _reported;
    private int _turn;

    /// <summary>Reports so many more and returns when all there are have this status.</summary>
    public async Task BringAsync(int count, IncidentStatus end)
    {
        var all = _reported + count;
        while (_reported < all)
        {
            await ReportAsync((int)Math.Min(AtOnce, all - _reported));
            if (_reported % MostUnfinished == 0)
                await UntilAsync(end, _reported - MostUnfinished);
        }

        await UntilAsync(end, all);
    }

    public void Dispose()
    {
        _http.Dispose();
        _database.Dispose();
    }

    private async Task ReportAsync(int count)
    {
        var alerts = Enumerable.Range(0, count).Select(_ => AlertBody.Alert($"{++_reported:D10}", "shop"));
        var port = cluster.Processes[_turn++ % cluster.Processes.Count].Port;
        using var body = new StringContent(AlertBody.Of(alerts), Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync($"http://127.0.0.1:{port}/webhooks/alertmanager", body);
        answer.EnsureSuccessStatusCode();
    }

    private async Task UntilAsync(IncidentStatus end, long count)
    {
        var begin = Stopwatch.GetTimestamp();
        while (await CountAsync(end) is var there && there < count)
        {
            if (Stopwatch.GetElapsedTime(begin) > Patience)
                throw new TimeoutException($"Only {there} of {count} are {end}.");
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }

    private async Task<long> CountAsync(IncidentStatus status)
    {
        await using var command = _database.CreateCommand("select count(*) from incidents where status = $1");
        command.Parameters.AddWithValue(status.ToString());
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

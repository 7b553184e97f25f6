using System.Text;
using AiFixer.Bench.Lives;
using AiFixer.Bench.Servers;
using AiFixer.Core.Incidents;
using Npgsql;

namespace AiFixer.Bench.Clusters;

/// <summary>Many alerts for processes of their own, each delivery the next one's.</summary>
internal sealed class RemoteCrowd : IDisposable
{
    private const int MostUnfinished = 2_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private readonly ClusterOfBench _cluster;
    private readonly HttpClient _http = new();
    private readonly NpgsqlDataSource _database;
    private readonly Bringing _bringing;
    private int _turn;

    public RemoteCrowd(ClusterOfBench cluster, BenchDatabase database)
    {
        (_cluster, _database) = (cluster, NpgsqlDataSource.Create(database.ConnectionString!));
        _bringing = new(MostUnfinished, BetweenLooks, ReportAsync, CountAsync);
    }

    public Task BringAsync(int count, IncidentStatus end) => _bringing.BringAsync(count, end);

    public void Dispose()
    {
        _http.Dispose();
        _database.Dispose();
    }

    private async Task ReportAsync(string body)
    {
        var port = _cluster.Processes[_turn++ % _cluster.Processes.Count].Port;
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync($"http://127.0.0.1:{port}/webhooks/alertmanager", content);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<long> CountAsync(IncidentStatus status)
    {
        await using var command = _database.CreateCommand("select count(*) from incidents where status = $1");
        command.Parameters.AddWithValue(status.ToString());
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

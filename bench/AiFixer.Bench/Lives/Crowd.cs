using System.Text;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Bench.Lives;

/// <summary>Many alerts for a host in this process.</summary>
internal sealed class Crowd
{
    private const int MostUnfinished = 4_000;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private readonly IIncidentHost _incidents;
    private readonly IIncidentQueries _queries;
    private readonly AlertParser _parser = new(new());
    private readonly Bringing _bringing;

    public Crowd(IHost host, long first = 1)
    {
        _incidents = host.Services.GetRequiredService<IIncidentHost>();
        _queries = host.Services.GetRequiredService<IIncidentQueries>();
        _bringing = new(MostUnfinished, BetweenLooks, ReportAsync, CountAsync, first);
    }

    public Task BringAsync(int count, IncidentStatus end) => _bringing.BringAsync(count, end);

    private async Task ReportAsync(string body)
    {
        var taken = (ParsedDelivery.Taken)_parser.Alertmanager(Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow());
        var receipts = await _incidents.ReportAsync(taken.Alerts, CancellationToken.None);
        if (receipts.FirstOrDefault(receipt => receipt.Outcome != ReportOutcome.Opened) is { } other)
            throw new InvalidOperationException($"An alert was not taken: {other}");
    }

    private async Task<long> CountAsync(IncidentStatus status) =>
        (await _queries.CountAsync(CancellationToken.None)).GetValueOrDefault(status);
}

using System.Globalization;
using System.Security.Cryptography;
using AiFixer.Lark.Client;
using AiFixer.Lark.Intake;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Lark.Connection;

/// <summary>Holds as many connections as are wanted; the platform sends each event over one of them.</summary>
internal sealed class LarkConnections : BackgroundService
{
    private readonly HttpMessageInvoker http;

    public LarkConnections(LarkOptions options, LarkIntake intake, HttpMessageHandler handler, TimeProvider time, ILogger<LongConnection> logger)
    {
        http = new(handler);
        var endpoint = new EndpointClient(options, new(http, options.Url, options.RequestTimeout, time));
        All =
        [
            .. Enumerable.Range(1, options.Connections).Select(number =>
                new LongConnection(number.ToString(CultureInfo.InvariantCulture), endpoint, intake, Random, time, logger)),
        ];
    }

    public IReadOnlyList<LongConnection> All { get; }

    public override void Dispose()
    {
        http.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(All.Select(one => one.RunAsync(stoppingToken)));

    private static double Random() => RandomNumberGenerator.GetInt32(1_000_001) / 1_000_000.0;
}

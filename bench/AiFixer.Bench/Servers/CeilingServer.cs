using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.Bench.Servers;

/// <summary>
/// A web server that reads the body and says yes: what the load generator, the network and ASP.NET Core leave room for
/// when nothing is stored. Runs as a process of its own, as the gateway does.
/// </summary>
internal static class CeilingServer
{
    public const string Argument = "--serve-ceiling";

    public static async Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(int.Parse(port, CultureInfo.InvariantCulture)));
        await using var app = builder.Build();
        app.MapGet("/readyz", () => "ok");
        app.MapPost("/webhooks/alertmanager", AnswerAsync);
        // A collector that takes everything and keeps nothing.
        app.MapPost("/v1/{signal}", AnswerAsync);
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        bool isWhole;
        do
        {
            var read = await reader.ReadAsync();
            isWhole = read.IsCompleted;
            reader.AdvanceTo(read.Buffer.End);
        }
        while (!isWhole);
        await context.Response.WriteAsync("ok");
    }
}

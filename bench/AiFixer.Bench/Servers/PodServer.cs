using System.Globalization;
using System.Text.Json;
using AiFixer.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.Bench.Servers;

/// <summary>
/// Answers a list of pods with the pages the practice world once gave, to the byte: as fast as a web server can, so that
/// what is measured is the reader. Runs as a process of its own.
/// </summary>
internal static class PodServer
{
    public const string Argument = "--serve-pods";
    public const string Path = "/api/v1/namespaces/load/pods";
    public const int Pods = 5000;
    private const int PageSize = 500;

    public static async Task RunAsync(string port)
    {
        var pages = await PagesAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.ListenLocalhost(int.Parse(port, CultureInfo.InvariantCulture)));
        await using var app = builder.Build();
        app.MapGet("/readyz", () => "ok");
        app.MapGet(Path, (HttpRequest request) => Results.Bytes(pages[request.Query["continue"].ToString()], "application/json"));
        await app.RunAsync();
    }

    private static async Task<Dictionary<string, byte[]>> PagesAsync()
    {
        await using var world = await PracticeWorld.StartAsync(new() { SeedDeployments = false });
        world.AddDeployment("load", "web", Pods);
        using var http = new HttpClient { BaseAddress = world.Url };
        var pages = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var token = "";
        do
        {
            var page = await http.GetByteArrayAsync(new Uri($"{Path}?limit={PageSize}&continue={token}", UriKind.Relative));
            pages[token] = page;
            token = Next(page);
        }
        while (token.Length > 0);
        return pages;
    }

    private static string Next(byte[] page)
    {
        using var list = JsonDocument.Parse(page);
        return list.RootElement.GetProperty("metadata").TryGetProperty("continue", out var token) ? token.GetString() ?? "" : "";
    }
}

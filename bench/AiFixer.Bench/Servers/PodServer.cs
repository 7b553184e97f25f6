using System.Globalization;
using System.Text;
using AiFixer.Playground;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiFixer.Bench.Servers;

/// <summary>
/// Answers a list of pods with what the practice world once gave, to the byte: as fast as a web server can, so that what is
/// measured is the reader. Runs as a process of its own.
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

    /// <summary>One page of the world's pods, as often as it takes: each with the token of the next.</summary>
    private static async Task<Dictionary<string, byte[]>> PagesAsync()
    {
        await using var world = await PracticeWorld.StartAsync(new() { SeedDeployments = false });
        world.AddDeployment("load", "web", PageSize);
        using var http = new HttpClient { BaseAddress = world.Url };
        var page = await http.GetStringAsync(new Uri(Path, UriKind.Relative));
        var head = page.IndexOf("},\"items\":", StringComparison.Ordinal);
        return Enumerable.Range(0, Pods / PageSize).ToDictionary(
            number => number == 0 ? "" : Token(number),
            number => Encoding.UTF8.GetBytes(page.Insert(head, number == (Pods / PageSize) - 1 ? "" : $",\"continue\":\"{Token(number + 1)}\"")),
            StringComparer.Ordinal);
    }

    private static string Token(int number) => $"page-{number}";
}

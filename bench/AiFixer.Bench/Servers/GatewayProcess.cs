using AiFixer.TestSupport;

namespace AiFixer.Bench.Servers;

/// <summary>The real gateway, as it is shipped, in a process of its own.</summary>
internal static class GatewayProcess
{
    public static Task<WebProcess> StartAsync(BenchOptions options, BenchDatabase database, params (string Key, string Value)[] settings)
    {
        var port = FreePort.Next();
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}",
        };
        foreach (var (key, value) in database.Settings)
            environment[key] = value;
        foreach (var (key, value) in settings)
            environment[key] = value;
        return WebProcess.StartAsync(port, new(DotnetHost.Path, options.Gateway)
        {
            WorkingDirectory = Path.GetDirectoryName(options.Gateway),
            Environment = environment,
        });
    }
}

using AiFixer.EndToEnd.Support;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Telemetry;

public sealed class LabelFloodTests
{
    [Fact]
    public async Task Whatever_names_alerts_and_namespaces_have_there_are_not_more_series()
    {
        using var folder = new TempFolder();
        await using var gateway = await GatewayProcess.StartReadyAsync(new() { DataFolder = folder.Path });
        await SendAsync(gateway, "first", 20);
        var before = await SeriesAsync(gateway);

        await SendAsync(gateway, "weird \"name\"\\ {x=1} 名前 ../\u0001", 300);
        foreach (var path in Enumerable.Range(0, 50).Select(i => $"no/such/path/{i}"))
            await gateway.Api.GetAsync(path);
        var after = await SeriesAsync(gateway);

        after.Count.ShouldBeLessThan(before.Count + 150, "a histogram or two may have been new");
        await PromtoolIsContentAsync(folder, (await gateway.Api.GetAsync("metrics")).Body);
        after.ShouldAllBe(line => !line.Contains("weird", StringComparison.Ordinal) && !line.Contains("namespace-", StringComparison.Ordinal) && !line.Contains("INC-", StringComparison.Ordinal) && !line.Contains("no/such", StringComparison.Ordinal));
    }

    private static async Task SendAsync(GatewayProcess gateway, string name, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var labels = AlertBody.Labels($"namespace-{name}-{i}", $"{name}-{i}", $"{name}-{i}");
            (await gateway.Api.AlertAsync(AlertBody.Firing(labels, TimeProvider.System.GetUtcNow()))).Answer.Code.ShouldBe(200);
        }
    }

    private static async Task PromtoolIsContentAsync(TempFolder folder, string text)
    {
        await File.WriteAllTextAsync(folder.File("metrics.txt"), text);
        (await ChildProcess.RunAsync(new("sh", "-c", "promtool check metrics < metrics.txt") { WorkingDirectory = folder.Path })).ShouldBeEmpty();
    }

    private static async Task<List<string>> SeriesAsync(GatewayProcess gateway) =>
        [.. (await gateway.Api.GetAsync("metrics")).Body.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}

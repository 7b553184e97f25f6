using AiFixer.Core.Incidents;
using AiFixer.Engine.Tasks.Signals;
using AiFixer.Playground.Cases;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Playground.Cases;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Tasks.Signals;

/// <summary>Signals as the ordinary plugin reads them from a Prometheus.</summary>
public sealed class SignalReaderTests
{
    [Theory]
    [InlineData("container_memory_working_set_bytes", 263_000_000)]
    [InlineData("container_memory_working_set_bytes / 1e6", 263)]
    public async Task The_number_is_what_the_metrics_say_now(string query, double value) => (await ReadAsync(query)).Value.ShouldBe(value);

    [Theory]
    [InlineData("nothing_of_the_kind", "there is no number for it")]
    [InlineData("sum(", "")]
    public async Task What_has_no_number_is_not_read(string query, string problem)
    {
        var reading = await ReadAsync(query);

        reading.Value.ShouldBeNull();
        reading.Problem.ShouldNotBeNull().ShouldContain(problem);
    }

    private static async Task<SignalReading> ReadAsync(string query)
    {
        var frozen = FrozenCase.Load(Path.Combine(CaseFolders.Own, "shop-memory"));
        await using var world = await FrozenWorld.StartAsync(frozen, cancellationToken: TestContext.Current.CancellationToken);
        var time = new ManualTime(frozen.Now);
        var options = new PluginsOptions { Prometheus = { [Given.Target().Connection] = new() { Url = world.Addresses.PrometheusUrl.ToString() } } };
        using var setup = PluginSetup.Create(options, time, NullLoggerFactory.Instance);
        return await new SignalReader(setup.Host, time).ReadAsync(Stories.Verifying().State, new(query, 1, 2, 1.5), TestContext.Current.CancellationToken);
    }
}

using AiFixer.Hosting.Configuration;

namespace AiFixer.Tests.Gateway;

public sealed class StartUpTests
{
    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://+:8080")]
    [InlineData("http://[::]:8080")]
    [InlineData("http://10.1.2.3:8080")]
    [InlineData("http://aifixer.example")]
    [InlineData("http://localhost.evil.example")]
    public async Task An_address_that_others_reach_needs_keys(string url)
    {
        var refused = await Should.ThrowAsync<ConfigurationException>(() => GatewayUnderTest.StartAsync(("Gateway:Urls", url)));

        refused.Message.ShouldContain("Gateway:ApiKeys");
        refused.Message.ShouldContain(url);
    }

    [Theory]
    [InlineData("urls")]
    [InlineData("Kestrel:Endpoints:Web:Url")]
    public async Task Other_ways_to_name_an_address_are_watched_too(string key) =>
        await Should.ThrowAsync<ConfigurationException>(() => GatewayUnderTest.StartAsync((key, "http://0.0.0.0:80")));

    [Theory]
    [InlineData("http://localhost:1")]
    [InlineData("http://127.0.0.9:1")]
    [InlineData("http://[::1]:1")]
    public async Task Loopback_needs_none(string url) =>
        await (await GatewayUnderTest.StartAsync(("Gateway:Urls", url))).DisposeAsync();

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_by_its_key()
    {
        var refused = await Should.ThrowAsync<ConfigurationException>(() => GatewayUnderTest.StartAsync(
            ("Gateway:ApiKeys:0:Name", "a"),
            ("Gateway:ApiKeys:0:Key", "short"),
            ("Gateway:ApiKeys:1:Key", "long-enough-for-a-key"),
            ("Gateway:ApiKeys:1:Role", "emperor"),
            ("Gateway:Limits:BodyBytes", "many"),
            ("Gateway:Limits:Heartbeat", "0s"),
            ("Gateway:Proxies:0", "somewhere"),
            ("Alerts:UnknownSeverity", "P9"),
            ("Gateway:Urls", "nonsense")));

        string[] keys =
        [
            "Gateway:ApiKeys:0:Key", "Gateway:ApiKeys:1:Name", "Gateway:ApiKeys:1:Role", "Gateway:Limits:BodyBytes",
            "Gateway:Limits:Heartbeat", "Gateway:Proxies", "Alerts:UnknownSeverity", "Gateway:Urls",
        ];
        foreach (var key in keys)
            refused.Problems.ShouldContain(problem => problem.StartsWith(key + ":", StringComparison.Ordinal), key);
    }
}

using AiFixer.Hosting.Models;
using AiFixer.Playground.Models;
using AiFixer.Plugins.Checks;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Tests.Hosting.Models;

public sealed class ModelCheckTests
{
    [Theory]
    [InlineData("openai", "good", FindingState.Fine)]
    [InlineData("anthropic", "good", FindingState.Fine)]
    [InlineData("gemini", "good", FindingState.Fine)]
    [InlineData("ollama", "good", FindingState.Fine)]
    [InlineData("openai", "bad", FindingState.Broken)]
    [InlineData("anthropic", "bad", FindingState.Broken)]
    [InlineData("gemini", "bad", FindingState.Broken)]
    public async Task A_provider_is_found_as_it_is(string kind, string key, FindingState state)
    {
        await using var server = await ModelServer.StartAsync(new ModelSteps(), TestContext.Current.CancellationToken);

        var finding = await LookAsync(kind, key, server.Url.AbsoluteUri);

        finding.State.ShouldBe(state, finding.Details);
        finding.Subject.ShouldBe($"model {kind}/test-model");
        server.Requests.ShouldBeEmpty("looking costs nothing");
    }

    [Fact]
    public async Task Nobody_at_its_address_is_broken_and_says_what_to_do()
    {
        var server = await ModelServer.StartAsync(new ModelSteps(), TestContext.Current.CancellationToken);
        var url = server.Url.AbsoluteUri;
        await server.DisposeAsync();

        var finding = await LookAsync("openai", "good", url);

        finding.State.ShouldBe(FindingState.Broken);
        finding.Remedy!.ShouldContain("BaseUrl");
    }

    private static async Task<Finding> LookAsync(string kind, string key, string url)
    {
        using var http = new HttpClient();
        var settings = new Dictionary<string, string?>
        {
            ["Llm:Providers:0:Kind"] = kind,
            ["Llm:Providers:0:Model"] = "test-model",
            ["Llm:Providers:0:ApiKey"] = key,
            ["Llm:Providers:0:BaseUrl"] = url,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return await ModelChecks.Of(configuration, http, TimeProvider.System).Single().RunAsync(TestContext.Current.CancellationToken);
    }
}

using AiFixer.Core.Ports;
using AiFixer.Hosting;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Models;
using AiFixer.Llm;
using AiFixer.Llm.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Hosting.Models;

public sealed class LlmSettingsTests
{
    [Fact]
    public void Without_any_setting_there_is_no_provider_and_no_problem() => Read(out var problems).Providers.Concat(Empty(problems)).ShouldBeEmpty();

    [Fact]
    public void The_well_known_variables_make_one_provider()
    {
        var provider = Read(out var problems, ("Llm:Provider", "claude"), ("Llm:Model", "claude-sonnet-4-5"), ("Llm:ApiKey", "k")).Providers.Single();

        problems.Found.ShouldBeEmpty();
        (provider.Kind, provider.Name, provider.BaseUrl.AbsoluteUri, provider.ApiKey).ShouldBe((ProviderKind.Anthropic, "anthropic", "https://api.anthropic.com/", "k"));
    }

    [Fact]
    public void Numbered_providers_are_asked_in_the_order_of_their_numbers()
    {
        var options = Read(
            out var problems,
            ("Llm:Providers:10:Kind", "gemini"), ("Llm:Providers:10:Model", "g"), ("Llm:Providers:10:ApiKey", "k"),
            ("Llm:Providers:2:Kind", "ollama"), ("Llm:Providers:2:Model", "o"), ("Llm:Providers:2:Stream", "true"),
            ("Llm:Providers:3:Kind", "qwen"), ("Llm:Providers:3:Model", "q"), ("Llm:Providers:3:ApiKey", "k"), ("Llm:Providers:3:InputPrice", "0.25"));

        problems.Found.ShouldBeEmpty();
        options.Providers.Select(provider => provider.Name).ShouldBe(["ollama", "qwen", "gemini"]);
        options.Providers.Select(provider => provider.Json).ShouldBe([JsonMode.Schema, JsonMode.Object, JsonMode.Schema]);
        (options.Providers[0].Stream, options.Providers[1].InputPrice).ShouldBe((true, 0.25m));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_and_by_key()
    {
        Read(
            out var problems,
            ("Llm:Providers:0:Kind", "skynet"),
            ("Llm:Providers:1:Kind", "openai"),
            ("Llm:Providers:2:Kind", "openai-compatible"), ("Llm:Providers:2:Model", "m"),
            ("Llm:Providers:3:Kind", "deepseek"), ("Llm:Providers:3:Model", "m"), ("Llm:Providers:3:ApiKey", "k"), ("Llm:Providers:3:BaseUrl", "http://models.example"),
            ("Llm:Providers:4:Kind", "ollama"), ("Llm:Providers:4:Model", "m"), ("Llm:Providers:4:Timout", "3s"), ("Llm:Providers:4:InputPrice", "cheap"),
            ("Llm:Budget:Rounds", "0"), ("Llm:Cache:Analysis", "2d"));

        string[] expected =
        [
            "Llm:Providers:0:Kind: must be one of", "Llm:Providers:0:Model: must name", "Llm:Providers:1:Model: must name", "Llm:Providers:1:ApiKey: is missing: set Llm__Providers__1__ApiKey or Llm__Providers__1__ApiKey_FILE",
            "Llm:Providers:2:BaseUrl: is missing", "Llm:Providers:3:BaseUrl: would send the key in the clear", "Llm:Providers:4:Timout: is no setting",
            "Llm:Providers:4:InputPrice: must be a number", "Llm:Budget:Rounds: must be", "Llm:Cache:Analysis: must be",
        ];
        foreach (var problem in expected)
            problems.Found.ShouldContain(found => found.StartsWith(problem, StringComparison.Ordinal), problem);
        problems.Found.Count.ShouldBe(expected.Length);
    }

    [Fact]
    public void Two_of_one_name_are_a_problem() =>
        Problems(("Llm:Providers:0:Kind", "ollama"), ("Llm:Providers:0:Model", "a"), ("Llm:Providers:1:Kind", "ollama"), ("Llm:Providers:1:Model", "b"))
            .ShouldHaveSingleItem().ShouldStartWith("Llm:Providers: several providers are named ollama");

    [Fact]
    public void A_key_is_shown_nowhere() =>
        Read(out _, ("Llm:Provider", "openai"), ("Llm:Model", "m"), ("Llm:ApiKey", "very-secret")).ToString().ShouldNotContain("very-secret");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Models_are_asked_only_where_one_is_configured(bool configured)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["Storage:DataFolder"] = Path.Combine(Path.GetTempPath(), "aifixer-none");
        if (configured)
            (builder.Configuration["Llm:Provider"], builder.Configuration["Llm:Model"]) = ("ollama", "qwen3:8b");
        builder.AddAiFixer(new());

        builder.Services.Count(service => service.ServiceType == typeof(IAnalyst)).ShouldBe(1);
        builder.Services.Any(service => service.ServiceType == typeof(ModelPool)).ShouldBe(configured);
    }

    private static IEnumerable<ProviderOptions> Empty(ConfigurationProblems problems)
    {
        problems.Found.ShouldBeEmpty();
        return [];
    }

    private static IReadOnlyList<string> Problems(params (string Key, string Value)[] settings)
    {
        Read(out var problems, settings);
        return problems.Found;
    }

    private static LlmOptions Read(out ConfigurationProblems problems, params (string Key, string Value)[] settings)
    {
        problems = new();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        return LlmSettings.Read(new(configuration, problems));
    }
}

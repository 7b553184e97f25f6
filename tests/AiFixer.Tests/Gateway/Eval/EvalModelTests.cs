using System.Text.Json;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Models;
using AiFixer.Playground.Models;
using Microsoft.Extensions.Configuration;
using Given = AiFixer.Tests.Playground.Cases.CaseFolders;
using static AiFixer.Tests.Gateway.Eval.EvalRun;

namespace AiFixer.Tests.Gateway.Eval;

public sealed class EvalModelTests
{
    [Fact]
    public async Task Models_are_asked_when_they_are_wanted_and_where_they_fail_the_rules_stand()
    {
        await using var model = await ModelServer.StartAsync(new ModelSteps(ModelStep.Say("I would rather not say.")), TestContext.Current.CancellationToken);
        using var models = Models(("Llm:Provider", "openai-compatible"), ("Llm:Model", "scripted"), ("Llm:BaseUrl", $"{model.Url}v1"));

        var (code, output, errors) = await RunAsync(Given.Own, models: models);
        var alone = await RunAsync(Given.Own);

        (code, errors).ShouldBe((0, ""));
        model.Requests.Count.ShouldBeGreaterThanOrEqualTo(2);
        Categories(output).ShouldBe(Categories(alone.Output));
    }

    [Fact]
    public void Without_a_configured_model_there_is_no_chain()
    {
        Models().ShouldBeNull();
        Should.Throw<ConfigurationException>(() => Models(("Llm:Provider", "oracle")));
    }

    private static List<string?> Categories(string json) =>
        [.. JsonSerializer.Deserialize<JsonElement>(json).GetProperty("cases").EnumerateArray().Select(one => one.GetProperty("category").GetString())];

    private static SharedModels? Models(params (string Key, string Value)[] settings) => SharedModels.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build());
}

using System.Text.Json;
using AiFixer.EndToEnd.Support;
using AiFixer.Playground.Models;
using AiFixer.TestSupport;

namespace AiFixer.EndToEnd.Eval;

/// <summary>
/// <c>aifixer eval --analyst chain</c> on frozen incidents, with three models that speak the ways of three providers: the first
/// fails in turn in every way there is, the second every third time, and the third always answers.
/// </summary>
public sealed class EvalChainTests
{
    private const int Dear = 900_000;

    [Fact]
    public async Task Every_case_is_answered_by_the_next_in_order_and_what_is_made_up_is_struck()
    {
        using var cases = new TempFolder();
        using var folder = new TempFolder();
        EvalCases.CopyTo(cases.Path);
        await using var first = await ModelServer.StartAsync(new RepeatingModel(First), TestContext.Current.CancellationToken);
        await using var second = await ModelServer.StartAsync(new RepeatingModel(Second), TestContext.Current.CancellationToken);
        await using var third = await ModelServer.StartAsync(new RepeatingModel(), TestContext.Current.CancellationToken);
        var settings = Models(folder, ("anthropic", first.Url), ("openai-compatible", second.Url), ("gemini", third.Url));

        var alone = Cases(await GatewayProcess.RunAsync(settings, "eval", "--cases", cases.Path, "--json"));
        var asked = Cases(await GatewayProcess.RunAsync(settings, "eval", "--cases", cases.Path, "--json", "--analyst", "chain", "--transcripts", Path.Combine(folder.Path, "said")));

        asked.Count.ShouldBe(alone.Count);
        var answers = asked.Select(one => new EvalAnswer(one, folder.Path)).ToList();
        foreach (var (answer, rules) in answers.Zip(alone))
            answer.ShouldStandBeside(rules);
        var by = answers.CountBy(answer => answer.AnsweredBy).ToDictionary();
        by.Keys.ShouldBe([EvalAnswer.Rules, "second/scripted", "third/scripted"], ignoreOrder: true, "a budget was used up in some, and the others were answered by whoever could");
        by["second/scripted"].ShouldBeGreaterThan(by["third/scripted"]);
        answers.Count(answer => answer.FromCache).ShouldBeGreaterThan(0, "a case was told twice");
        var faults = answers.SelectMany(answer => answer.Faults).Where(fault => fault.StartsWith("first", StringComparison.Ordinal)).Distinct();
        faults.Select(fault => fault == "first/scripted: Unreachable" ? "first/scripted: CutOff" : fault).Distinct()
            .ShouldBe([.. new[] { "Overloaded", "Refused", "CutOff", "RateLimited" }.Select(kind => $"first/scripted: {kind}")], ignoreOrder: true, "a cut connection may take the head of its answer along");
    }

    /// <summary>Never an answer: overloaded, refused, cut off, too many calls.</summary>
    private static ModelStep First(int asked) => (asked % 4) switch
    {
        0 => ModelStep.Fail(529, "overloaded_error", "overloaded"),
        1 => new() { Refused = true },
        2 => new() { CutAfter = 40, Text = "half of" },
        _ => new() { Error = new(429, "rate_limit_error", "too many") { RetryAfter = TimeSpan.FromSeconds(1) } },
    };

    /// <summary>Every third case: once prose that cannot be repaired, once an answer that uses up the budget.</summary>
    private static ModelStep? Second(int asked) => (asked % 12) switch
    {
        4 or 5 => ModelStep.Say("I would rather not say."),
        8 => ModelStep.Call(new ModelCall("approve", [])) with { TokensIn = Dear },
        _ => null,
    };

    private static GatewaySettings Models(TempFolder folder, params (string Kind, Uri Url)[] providers)
    {
        var settings = new GatewaySettings { DataFolder = folder.Path };
        string[] names = ["first", "second", "third"];
        foreach (var (index, (kind, url)) in providers.Index())
        {
            var key = $"Llm:Providers:{index}:";
            settings = settings.With($"{key}Kind", kind).With($"{key}Name", names[index]).With($"{key}Model", "scripted").With($"{key}ApiKey", "k")
                .With($"{key}BaseUrl", kind == "openai-compatible" ? $"{url}v1" : url.ToString()).With($"{key}InputPrice", "1").With($"{key}RequestsPerMinute", "0");
        }

        return settings.With("Llm:CircuitFailures", "100").With("Llm:CircuitOpenFor", "1s").With("Llm:Providers:1:Stream", "true");
    }

    private static List<JsonElement> Cases((int Code, string Output) run)
    {
        run.Code.ShouldBe(0, run.Output);
        return [.. JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("cases").EnumerateArray()];
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiFixer.Playground.Models;

namespace AiFixer.EndToEnd.Eval;

/// <summary>
/// A model that says again what the rules found, with two claims more that nothing shows, and proposes nothing.
/// First it tries to approve.
/// </summary>
/// <param name="trouble">What happens when it is asked about a case for the n-th time, from 0, in place of that.</param>
internal sealed partial class RepeatingModel(Func<int, ModelStep?>? trouble = null) : IModelScript
{
    public const string MadeUp = "The disk of node zz-9 is 97.31 % full.";

    private int asked;

    public ModelStep Next(ModelRequest request)
    {
        if (request.System.StartsWith("You propose", StringComparison.Ordinal))
            return ModelStep.Say("""{"actions":[]}""");
        if (trouble?.Invoke(asked++) is { } step)
            return step;
        return request.Tools.Count > 0 && !request.Texts.Any(text => text.Contains("There is no tool", StringComparison.Ordinal))
            ? ModelStep.Call(new ModelCall("approve", []))
            : ModelStep.Say(Again(request.Texts.First(text => Verdict().IsMatch(text))));
    }

    private static string Again(string context)
    {
        var verdict = Verdict().Match(context);
        var began = Began().Match(context);
        var claims = Claim().Matches(context).Select(claim => Said(claim.Groups["text"].Value, claim.Groups["cites"].Value.Split(", ")));
        return new JsonObject
        {
            ["verdict"] = verdict.Groups["verdict"].Value.ToUpperInvariant(),
            ["category"] = verdict.Groups["category"].Value,
            ["root_cause"] = Cause().Match(context).Groups["text"].Value,
            ["confidence"] = double.Parse(verdict.Groups["confidence"].Value, CultureInfo.InvariantCulture),
            ["first_failing"] = Known(began.Groups["first"].Value),
            ["culprit"] = Known(began.Groups["culprit"].Value),
            ["affected"] = new JsonArray([.. began.Groups["affected"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Take(30).Select(name => JsonValue.Create(name))]),
            ["remedy"] = null,
            ["claims"] = new JsonArray([.. claims.Take(20), Said(MadeUp, ["E1"]), Said("Somebody pulled the plug.", ["E999"])]),
            ["ruled_out"] = new JsonArray(),
            ["gaps"] = new JsonArray(),
            ["team"] = "BE",
            ["team_why"] = "It is theirs.",
            ["helping_teams"] = new JsonArray(),
        }.ToJsonString();
    }

    private static JsonObject Said(string text, string[] cites) =>
        new() { ["text"] = text, ["cites"] = new JsonArray([.. cites.Take(12).Select(cite => JsonValue.Create(cite))]) };

    private static string? Known(string said) => said == "not known" ? null : said;

    [GeneratedRegex(@"^verdict: (?<verdict>\w+), (?<category>\w+), confidence (?<confidence>[\d.]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Verdict();

    [GeneratedRegex(@"^root cause: (?<text>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Cause();

    [GeneratedRegex(@"^first failing: (?<first>.+?); affected: (?<affected>.*?); change to blame: (?<culprit>.+?)\r?$", RegexOptions.Multiline)]
    private static partial Regex Began();

    [GeneratedRegex(@"^claim: (?<text>.{5,600}) \[(?<cites>E[\dE, ]+)\]\r?$", RegexOptions.Multiline)]
    private static partial Regex Claim();
}

using System.Text.RegularExpressions;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;
using AiFixer.Gateway.Texts;
using AiFixer.Plugins;
using AiFixer.Tests.Repository;

namespace AiFixer.Tests.Gateway.Texts;

public sealed partial class GatewayWordsTests
{
    /// <summary>Keys that are made of a group and a value.</summary>
    private static readonly string[] Made =
    [
        .. Names<IncidentStatus>("status"), .. Names<PersonRole>("role"), .. Names<Verdict>("verdict"), .. Names<TargetHealth>("health"),
        .. Names<PluginRisk>("action.risk"), .. Names<ActionStatus>("action.status"), .. Names<ExecuteOutcome>("action.found"),
        .. Names<PolicyOutcome>("policy"), .. Names<CardOutcome>("card"), .. Names<HealResult>("heal"), .. Names<ErrorClass>("timeline.triaged"),
        "shadow.status.resolved", "shadow.status.ignored",
    ];

    private static readonly HashSet<string> InSources =
    [
        .. RepositoryFolder.Under("AiFixer.Gateway").Where(file => file.Extension is ".cs" or ".razor")
            .SelectMany(file => Literal().Matches(file.Text)).Select(literal => literal.Groups[1].Value),
    ];

    [Fact]
    public void Everything_is_said_in_both_languages()
    {
        GatewayWords.English.Keys.Except(GatewayWords.Chinese.Keys).ShouldBeEmpty();
        GatewayWords.Chinese.Keys.Except(GatewayWords.English.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_said_with_an_empty_sentence() =>
        LanguageTag.All.SelectMany(language => GatewayWords.Of(language).Keys.Where(key => string.IsNullOrWhiteSpace(GatewayWords.Of(language)[key]))).ShouldBeEmpty();

    [Fact]
    public void A_sentence_has_the_same_values_in_both_languages() =>
        GatewayWords.English.Keys.Where(key => Places(GatewayWords.English[key]) != Places(GatewayWords.Chinese[key]) && !key.EndsWith(".one", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void What_is_Chinese_is_Chinese() =>
        GatewayWords.Chinese.Keys.Where(key => !Chinese().IsMatch(GatewayWords.Chinese[key])).Except(["nav.api", "pb.yaml", "practice.deployment", "practice.pods"])
            .Where(key => Letter().IsMatch(Place().Replace(GatewayWords.Chinese[key], "")))
            .ShouldBeEmpty();

    [Fact]
    public void What_is_English_is_English() =>
        GatewayWords.English.Keys.Where(key => Chinese().IsMatch(GatewayWords.English[key])).ShouldBeEmpty();

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var unused = GatewayWords.English.Keys.Where(key => !InSources.Contains(key) && !Made.Contains(key) && !Beginnings(key).Any(InSources.Contains));

        unused.ShouldBeEmpty();
    }

    [Fact]
    public void Every_key_that_is_asked_for_is_there()
    {
        var asked = RepositoryFolder.Under("AiFixer.Gateway").Where(file => file.Extension is ".cs" or ".razor")
            .SelectMany(file => Asked().Matches(file.Text)).Select(match => match.Groups[1].Value);

        asked.Distinct().Except(GatewayWords.English.Keys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_value_has_a_name() => Made.Except(GatewayWords.English.Keys).ShouldBeEmpty();

    private static IEnumerable<string> Names<T>(string group)
        where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{group}.{char.ToLowerInvariant(name[0])}{name[1..]}");

    /// <summary>What a key with an ending of its own begins with.</summary>
    private static IEnumerable<string> Beginnings(string key) =>
        ((string[])[".one", ".many", ".text", ".done"]).Where(end => key.EndsWith(end, StringComparison.Ordinal)).Select(end => key[..^end.Length]);

    private static string Places(string sentence) => string.Concat(Place().Matches(sentence).Select(place => place.Value).Distinct().Order());

    [GeneratedRegex("""
        "([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)"
        """)]
    private static partial Regex Literal();

    [GeneratedRegex("""
        [Ww]ords(?:\[|\.Say\(|\.Tell\()"([^"$]+)"
        """)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\u4e00-\u9fff]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"[A-Za-z]")]
    private static partial Regex Letter();
}

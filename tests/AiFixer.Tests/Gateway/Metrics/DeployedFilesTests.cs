using System.Text.Json;
using System.Text.RegularExpressions;
using AiFixer.Tests.Repository;

namespace AiFixer.Tests.Gateway.Metrics;

/// <summary>The alert rules and the dashboard in <c>deploy/</c> speak of what AiFixer really says.</summary>
public sealed partial class DeployedFilesTests
{
    private static readonly string Rules = Path.Combine(RepositoryFolder.Root, "deploy", "prometheus");

    private static string Dashboard => File.ReadAllText(Path.Combine(RepositoryFolder.Root, "deploy", "grafana", "aifixer.json"));

    [Fact]
    public async Task Promtool_finds_the_rules_right_and_each_fires_when_it_should_and_only_then()
    {
        (await Promtool.RunAsync(Rules, null, "check", "rules", "aifixer.rules.yml")).ShouldBeEmpty();
        (await Promtool.RunAsync(Rules, null, "test", "rules", "aifixer.rules.test.yml")).ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_has_a_test_of_its_own_and_says_what_to_do()
    {
        var rules = File.ReadAllText(Path.Combine(Rules, "aifixer.rules.yml"));
        var tests = File.ReadAllText(Path.Combine(Rules, "aifixer.rules.test.yml"));
        var names = RuleName().Matches(rules).Select(match => match.Groups["name"].Value).ToList();

        names.Count.ShouldBeGreaterThan(10);
        names.ShouldBe(names.Distinct());
        names.ShouldAllBe(name => tests.Contains($"alertname: {name}\n", StringComparison.Ordinal));
        Regex.Count(rules, "\n          action: ").ShouldBe(names.Count);
        Regex.Count(rules, "\n          summary: ").ShouldBe(names.Count);
    }

    [Fact]
    public async Task Every_metric_in_the_rules_is_exposed()
    {
        var rules = File.ReadAllText(Path.Combine(Rules, "aifixer.rules.yml"));
        var expressions = Expression().Matches(rules).Select(match => match.Groups["expr"].Value);

        Unknown(expressions, await ExposedMetrics.NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_metric_on_the_dashboard_is_exposed()
    {
        using var dashboard = JsonDocument.Parse(Dashboard);
        var expressions = Panels(dashboard).SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!);

        Unknown(expressions, await ExposedMetrics.NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_panel_has_a_title_words_a_unit_and_a_place_of_its_own()
    {
        using var dashboard = JsonDocument.Parse(Dashboard);
        var panels = Panels(dashboard);

        panels.Count.ShouldBeGreaterThan(15);
        foreach (var panel in panels)
        {
            panel.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
            panel.GetProperty("description").GetString().ShouldNotBeNullOrEmpty();
            panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString().ShouldNotBeNullOrEmpty();
        }

        panels.Select(panel => panel.GetProperty("title").GetString()).ShouldBeUnique();
        panels.Select(panel => panel.GetProperty("gridPos").ToString()).ShouldBeUnique();
        panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
    }

    [Fact]
    public void A_metric_that_nobody_exposes_is_found() =>
        Unknown(["sum by (gen_ai_token_type) (rate(aifixer_no_such_total{job=\"x\"}[5m])) / up"], new HashSet<string> { "up" }).ShouldBe(["aifixer_no_such_total"]);

    private static List<JsonElement> Panels(JsonDocument dashboard) => [.. dashboard.RootElement.GetProperty("panels").EnumerateArray()];

    private static List<string> Unknown(IEnumerable<string> expressions, IReadOnlySet<string> known)
    {
        var named = expressions.SelectMany(expression => Metric().Matches(Labels().Replace(expression, ""))).Select(match => match.Value).Distinct().ToList();
        named.ShouldNotBeEmpty();
        return named.FindAll(name => !known.Contains(name));
    }

    [GeneratedRegex(@"alert: (?<name>\w+)")]
    private static partial Regex RuleName();

    [GeneratedRegex(@"expr: (?:>-\n)?(?<expr>[\s\S]*?)\n        (?:for|labels):")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\{[^}]*\}|\bby \([^)]*\)")]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:aifixer|gen_ai|http|dotnet|kestrel|npgsql)_\w+|\bup\b")]
    private static partial Regex Metric();
}

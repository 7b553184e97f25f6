using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Analysis;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Analysis.Support;

namespace AiFixer.Tests.Engine.Analysis;

/// <summary>Whoever looks for a fault in a big house must not become one.</summary>
public sealed class MetricsLookTests
{
    private readonly AskedPlugins plugins = new();

    [Fact]
    public async Task In_a_small_house_every_number_is_read()
    {
        Counts(100);

        (await QueriesAsync()).ShouldBe(["""{service="web"}""", """{service!="",service!="web"}"""]);
    }

    [Fact]
    public async Task In_a_big_house_the_pieces_of_histograms_are_left_and_what_speaks_of_harm_is_read()
    {
        Counts(5000);

        var query = (await QueriesAsync()).ShouldHaveSingleItem("of others nothing tells which to read");

        query.ShouldStartWith("""{service="web",__name__!~".*_bucket",__name__=~"(?i).*(error|""");
    }

    [Fact]
    public async Task Of_others_those_are_read_whom_requests_and_lines_name_and_the_rest_is_a_gap()
    {
        Counts(5000);
        plugins.Answers["traces.search"] = PluginResult.Ok(
            $$"""{"traces":[{"spans":[{"traceId":"1","spanId":"a","service":"web","name":"GET /","start":"{{Given.Start:O}}","durationMs":5},{"traceId":"1","spanId":"b","parentId":"a","service":"cart.v2","name":"get","start":"{{Given.Start:O}}","durationMs":4}]}]}""", "1 trace");
        plugins.Answers["loki.query"] = PluginResult.Ok(
            $$"""{"labels":{"service":"gate"},"lines":[{"time":"{{Given.Start:O}}","line":"upstream web timed out"}]}""", "1 line");

        var diagnosis = await DiagnoseAsync();

        Ranges().ShouldContain(query => query.StartsWith("""{service=~"cart\\.v2|gate",""", StringComparison.Ordinal));
        diagnosis.Gaps.ShouldContain("The numbers of other services are too many to read all; read were those of cart.v2, gate.");
    }

    [Fact]
    public async Task Where_nobody_can_count_them_the_narrow_question_is_asked()
    {
        plugins.Answers["prom.query"] = PluginResult.Failed("query timed out", retryable: true);

        (await QueriesAsync()).ShouldAllBe(query => query.Contains("__name__=~", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_cut_off_is_a_gap()
    {
        Counts(3);
        plugins.Answers["prom.query_range"] = PluginResult.Ok("""{"cut":"the first 2 of 3 series","series":[]}""", "3 series; cut: the first 2 of 3 series");

        (await DiagnoseAsync()).Gaps.ShouldContain(gap => gap.StartsWith("prom.query_range: there is more than was read", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("""{"series":[{"labels":{"a":"1","a":"2"},"samples":[[1,"2"],[3],"x"]}],"traces":[{"spans":[{"tags":{"k":"1","k":"2"}}]}],"lines":[7]}""")]
    [InlineData("""{"revisions":[{"images":[1],"revision":"x"}],"lines":[1],"desired":"many","items":[{"metadata":7,"status":{"containerStatuses":[[]]}}],"events":[null]}""")]
    public async Task Answers_of_odd_shapes_are_no_facts_and_no_crash(string answer)
    {
        foreach (var plugin in (string[])["prom.query", "prom.query_range", "loki.query", "traces.search", "changes.recent", "k8s.get", "k8s.get_events", "k8s.rollout_history", "k8s.get_pod_logs"])
            plugins.Answers[plugin] = PluginResult.Ok(answer, "odd");

        (await DiagnoseAsync()).Verdict.ShouldNotBe(Verdict.Confirmed);
    }

    private void Counts(int series) => plugins.Answers["prom.query"] = PluginResult.Ok($$"""{"series":[{"labels":{},"value":{{series}}}]}""", "1 series");

    private IEnumerable<string> Ranges() => plugins.Asked.Where(asked => asked.Plugin == "prom.query_range").Select(asked => (string)asked.Arguments["query"]!)
        .Where(query => !query.Contains(" or ", StringComparison.Ordinal));

    private async Task<IReadOnlyList<string>> QueriesAsync()
    {
        await DiagnoseAsync();
        return [.. Ranges()];
    }

    private async Task<Diagnosis> DiagnoseAsync()
    {
        var incident = Story.Open(alert: Given.Alert() with { Labels = Given.Alert().Labels.Clear().Add("alertname", "Slow").Add("service", "web") }).State;
        AnalystAnswer answer = await new OfflineAnalyst(plugins, new ManualTime(Given.Start)).DiagnoseAsync(incident, TestContext.Current.CancellationToken);
        return answer.Diagnosis;
    }
}

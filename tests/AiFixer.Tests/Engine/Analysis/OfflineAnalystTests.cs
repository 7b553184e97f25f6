using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Analysis;
using AiFixer.Plugins;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Analysis.Support;

namespace AiFixer.Tests.Engine.Analysis;

public sealed class OfflineAnalystTests
{
    private const string History = """
        {"selector":"app=web","desired":2,"ready":1,"currentRevision":2,"revisions":[
          {"revision":2,"templateHash":"new","createdAt":"2026-01-05T09:58:00Z","images":["web:2"],"replicas":2,"ready":0},
          {"revision":1,"templateHash":"old","createdAt":"2026-01-04T10:00:00Z","images":["web:1"],"replicas":1,"ready":1}]}
        """;

    private const string Deployment = """
        {"items":[{"metadata":{"name":"web"},"spec":{"replicas":2,"selector":{"matchLabels":{"app":"web"}}},"status":{"readyReplicas":1,"availableReplicas":1}}]}
        """;

    private const string Pods = """
        {"items":[
          {"metadata":{"name":"web-new-1","labels":{"pod-template-hash":"new"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],
            "containerStatuses":[{"name":"web","restartCount":5,"ready":false,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"reason":"Error","exitCode":1}}}]}},
          {"metadata":{"name":"web-old-1","labels":{"pod-template-hash":"old"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],
            "containerStatuses":[{"name":"web","restartCount":0,"ready":true,"state":{"running":{}}}]}}]}
        """;

    private readonly AskedPlugins plugins = new()
    {
        Answers =
        {
            ["k8s.rollout_history"] = PluginResult.Ok(History, "2 revisions"),
            ["k8s.get deployments"] = PluginResult.Ok(Deployment, "1 deployments"),
            ["k8s.get pods"] = PluginResult.Ok(Pods, "2 pods"),
            ["k8s.get nodes"] = PluginResult.Ok("""{"items":[]}""", "0 nodes"),
            ["k8s.get_events"] = PluginResult.Ok("""{"events":[]}""", "no events"),
            ["k8s.get_pod_logs"] = PluginResult.Ok("""{"pod":"web-new-1","lines":["panic: no config"]}""", "1 line"),
        },
    };

    [Fact]
    public async Task What_it_sees_explains_the_alert_and_each_answer_is_kept_as_evidence()
    {
        var answer = await DiagnoseAsync();

        answer.Diagnosis.Category.ShouldBe("configuration_error");
        answer.Diagnosis.Verdict.ShouldBe(Verdict.Confirmed, "the revision before it still runs");
        answer.Diagnosis.Suggestions.ShouldHaveSingleItem().Request.Plugin.ShouldBe("k8s.rollback_deployment");
        answer.Diagnosis.Evidence.ConvertAll(seen => (seen.Id, seen.Source, seen.Text)).ShouldBe(
        [
            ("E1", "k8s.rollout_history", "2 revisions"),
            ("E2", "k8s.get", "1 deployments"),
            ("E3", "k8s.get", "2 pods"),
            ("E4", "k8s.get_events", "no events"),
            ("E5", "k8s.get", "0 nodes"),
            ("E6", "k8s.get_pod_logs", "1 line"),
        ]);
        answer.Diagnosis.Evidence.Select(seen => seen.Blob).ShouldBe(answer.Blobs.Select(blob => blob.Hash));
        answer.Diagnosis.Claims.SelectMany(claim => claim.Cites).ShouldBeSubsetOf(answer.Diagnosis.Evidence.Select(seen => seen.Id));
        answer.Unavailable.ShouldBeNull();
    }

    [Fact]
    public async Task It_asks_about_the_workload_in_its_cluster_and_for_the_last_words_of_what_crashed()
    {
        await DiagnoseAsync();

        var cluster = plugins.Asked.FindAll(asked => asked.Plugin.StartsWith("k8s.", StringComparison.Ordinal));
        cluster.ShouldAllBe(asked => (string?)asked.Arguments["connection"] == "main");
        ((string?)cluster.Single(asked => (string?)asked.Arguments["kind"] == "pods").Arguments["label_selector"]).ShouldBe("app=web");
        cluster.Where(asked => asked.Plugin == "k8s.get_pod_logs")
            .Select(asked => ((string?)asked.Arguments["pod"], (bool?)asked.Arguments["previous"]))
            .ShouldBe([("web-new-1", true)], "what runs well has nothing to say here");
    }

    [Fact]
    public async Task What_could_not_be_seen_is_a_gap_once_and_the_rest_still_counts()
    {
        plugins.Answers["k8s.get_events"] = PluginResult.Failed("no answer in time", retryable: true);

        var answer = await DiagnoseAsync();

        answer.Diagnosis.Category.ShouldBe("configuration_error");
        answer.Diagnosis.Gaps.ShouldContain("k8s.get_events: no answer in time");
        answer.Diagnosis.Gaps.ShouldBeUnique();
        answer.Unavailable.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, "no answer in time")]
    [InlineData(false, null)]
    public async Task When_nothing_can_be_seen_it_says_whether_that_may_pass(bool passes, string? unavailable)
    {
        foreach (var plugin in plugins.Answers.Keys.ToList())
            plugins.Answers[plugin] = PluginResult.Failed("no answer in time", passes);

        var answer = await DiagnoseAsync();

        if (unavailable is null)
            answer.Unavailable.ShouldBeNull();
        else
            answer.Unavailable!.ShouldEndWith(unavailable);
        answer.Diagnosis.Verdict.ShouldBe(Verdict.Inconclusive);
        answer.Diagnosis.Category.ShouldBe("unknown");
    }

    [Fact]
    public async Task Warnings_about_other_workloads_explain_nothing_here()
    {
        plugins.Answers["k8s.get pods"] = PluginResult.Ok(
            """{"items":[{"metadata":{"name":"web-1","labels":{"pod-template-hash":"new"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"False"}],"containerStatuses":[{"name":"web","ready":false,"state":{"running":{}}}]}}]}""", "1 pod");
        plugins.Answers["k8s.get_pod_logs"] = PluginResult.Ok("""{"pod":"web-1","lines":["queue is full"]}""", "1 line");
        plugins.Answers["k8s.get_events"] = PluginResult.Ok(
            """{"events":[{"type":"Warning","kind":"Pod","name":"website-1","reason":"Unhealthy","message":"not ours"},{"type":"Warning","kind":"Pod","name":"web-1","reason":"Unhealthy","message":"ours"}]}""", "2 events");

        var cause = (await DiagnoseAsync()).Diagnosis.RootCause;

        cause.ShouldContain("probes fail: “ours”");
        cause.ShouldNotContain("not ours");
    }

    [Theory]
    [InlineData("k8s.get pods")]
    [InlineData("k8s.get deployments")]
    [InlineData("k8s.get nodes")]
    [InlineData("k8s.get_events")]
    [InlineData("prom.query_range")]
    [InlineData("loki.query")]
    public async Task What_could_not_be_seen_is_never_called_healthy(string blind)
    {
        const string well = """{"items":[{"metadata":{"name":"web-1","labels":{"pod-template-hash":"new"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}]}}]}""";
        plugins.Answers["k8s.get pods"] = PluginResult.Ok(well, "1 pod");
        plugins.Answers["k8s.get deployments"] = PluginResult.Ok("""{"items":[{"metadata":{"name":"web"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}}},"status":{"readyReplicas":1,"availableReplicas":1}}]}""", "1");
        (await DiagnoseAsync(Named())).Diagnosis.Category.ShouldBe("healthy");

        plugins.Answers[blind] = PluginResult.Failed("no answer in time", retryable: true);

        (await DiagnoseAsync(Named())).Diagnosis.Category.ShouldNotBe("healthy");
    }

    [Fact]
    public async Task Words_of_others_that_sound_like_trouble_change_nothing_and_propose_nothing()
    {
        plugins.Answers["k8s.get pods"] = PluginResult.Ok(
            """{"items":[{"metadata":{"name":"web-1","labels":{"pod-template-hash":"new"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}]}}]}""", "1 pod");
        plugins.Answers["loki.query"] = PluginResult.Ok(
            $$"""{"labels":{"service":"billing","level":"info"},"lines":[{"time":"{{Given.Start:O}}","line":"web: exhausted connection pool, overloaded, restart web now"}]}""", "1 line");

        var diagnosis = (await DiagnoseAsync(Named())).Diagnosis;

        diagnosis.Suggestions.ShouldBeEmpty();
        diagnosis.Verdict.ShouldNotBe(Verdict.Confirmed);
    }

    [Fact]
    public async Task How_the_service_did_is_asked_of_SigNoz_for_ten_minutes_and_cited()
    {
        plugins.Answers["signoz.gold_metrics"] = PluginResult.Ok(
            """{"service":"web","requestsPerSecond":12.5,"requestsTrend":{"direction":"rising"},"errorPercent":3,"p99Milliseconds":640,"tracesUrl":"https://signoz.example/services/web"}""", "web: 12.5 requests/s");

        var diagnosis = (await DiagnoseAsync(Named())).Diagnosis;

        var gold = diagnosis.Gold.ShouldNotBeNull();
        (gold.Service, gold.RequestsPerSecond, gold.Trend, gold.ErrorPercent, gold.P99Milliseconds, gold.Traces)
            .ShouldBe(("web", 12.5, "rising", 3, 640, "https://signoz.example/services/web"));
        diagnosis.Evidence.Single(seen => seen.Id == gold.Cites.Single()).Source.ShouldBe("signoz.gold_metrics");
        var asked = plugins.Asked.Single(one => one.Plugin == "signoz.gold_metrics").Arguments;
        ((string?)asked["service"], (int?)asked["window_minutes"]).ShouldBe(("web", 10));
    }

    [Fact]
    public async Task Where_SigNoz_is_away_the_numbers_read_anyway_say_it_and_nothing_is_held_up()
    {
        const string well = """{"items":[{"metadata":{"name":"web-1","labels":{"pod-template-hash":"new"}},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"name":"web","ready":true,"state":{"running":{}}}]}}]}""";
        plugins.Answers["k8s.get pods"] = PluginResult.Ok(well, "1 pod");
        plugins.Answers["k8s.get deployments"] = PluginResult.Ok("""{"items":[{"metadata":{"name":"web"},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}}},"status":{"readyReplicas":1,"availableReplicas":1}}]}""", "1");
        var (then, now) = (Given.Start.AddMinutes(-2).ToUnixTimeSeconds(), Given.Start.ToUnixTimeSeconds());
        plugins.Answers["prom.query_range"] = PluginResult.Ok(
            $$"""{"series":[{"labels":{"__name__":"requests_per_sec","service":"web"},"samples":[[{{then}},"40"],[{{now}},"60"]]}]}""", "1 series");
        plugins.Answers["signoz.gold_metrics"] = PluginResult.Failed("no answer in time", retryable: true);

        var diagnosis = (await DiagnoseAsync(Named())).Diagnosis;

        (diagnosis.Gold!.RequestsPerSecond, diagnosis.Gold.Trend).ShouldBe((50, "rising"));
        diagnosis.Gaps.ShouldContain("signoz.gold_metrics: no answer in time");
        diagnosis.Category.ShouldBe("healthy", "nothing is concluded from what did not answer");
    }

    [Fact]
    public async Task Where_nobody_measures_a_service_nothing_is_said_of_it()
    {
        var diagnosis = (await DiagnoseAsync(Named())).Diagnosis;

        diagnosis.Gold.ShouldBeNull();
        diagnosis.Gaps.ShouldNotContain(gap => gap.Contains("signoz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_that_names_nothing_is_not_guessed_about()
    {
        var alert = Given.Alert() with { Target = null, Labels = Given.Alert().Labels.Clear() };

        var answer = await DiagnoseAsync(Story.Open(alert: alert).State);

        answer.Diagnosis.Verdict.ShouldBe(Verdict.Inconclusive);
        plugins.Asked.ShouldBeEmpty();
        answer.Diagnosis.Gaps.ShouldHaveSingleItem().ShouldContain("labels");
    }

    [Fact]
    public async Task What_leads_to_copies_is_looked_at_only_where_all_of_them_run()
    {
        await DiagnoseAsync();
        plugins.Asked.ShouldNotContain(asked => (string?)asked.Arguments["kind"] == "services");

        plugins.Answers["k8s.get pods"] = PluginResult.Ok(
            """{"items":[{"metadata":{"name":"web-1"},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}]}""", "1 pods");
        await DiagnoseAsync();
        plugins.Asked.ShouldContain(asked => (string?)asked.Arguments["kind"] == "services");
    }

    [Fact]
    public async Task The_attempts_of_a_run_that_an_alert_names_are_looked_at()
    {
        plugins.Answers["k8s.get pods"] = PluginResult.Ok(
            """
            {"items":[
              {"metadata":{"name":"export-1-a","creationTimestamp":"2026-01-05T08:00:00Z"},"status":{"phase":"Failed"}},
              {"metadata":{"name":"export-1-b","creationTimestamp":"2026-01-05T08:01:00Z"},"status":{"phase":"Succeeded"}}]}
            """, "2 pods");
        var labels = Given.Alert().Labels.Clear().Add("alertname", "JobFailed").Add("job_name", "export-1").Add("namespace", "shop");

        var diagnosis = (await DiagnoseAsync(Story.Open(alert: Given.Alert() with { Name = "JobFailed", Target = null, Labels = labels }).State)).Diagnosis;

        ((string?)plugins.Asked.Single(asked => (string?)asked.Arguments["kind"] == "pods").Arguments["label_selector"]).ShouldBe("job-name=export-1");
        diagnosis.RootCause.ShouldContain("export-1-b");
        diagnosis.Category.ShouldBe("healthy");
    }

    private static Incident Named() =>
        Story.Open(alert: Given.Alert() with { Labels = Given.Alert().Labels.Clear().Add("alertname", "Slow").Add("service", "web") }).State;

    private Task<AnalystAnswer> DiagnoseAsync(Incident? incident = null) =>
        new OfflineAnalyst(plugins, new ManualTime(Given.Start)).DiagnoseAsync(incident ?? Story.Open().State, TestContext.Current.CancellationToken);
}

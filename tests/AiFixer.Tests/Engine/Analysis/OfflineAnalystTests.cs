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

    private const string Pods = """
        {"pods":[
          {"name":"web-new-1","templateHash":"new","ready":false,"restarts":5,"status":"CrashLoopBackOff","containers":[{"waitingReason":"CrashLoopBackOff","lastTerminatedReason":"Error","lastExitCode":1}]},
          {"name":"web-new-2","templateHash":"new","ready":false,"restarts":0,"status":"Pending","containers":[]},
          {"name":"web-new-3","templateHash":"new","ready":false,"restarts":0,"status":"Pending","containers":[]},
          {"name":"web-old-1","templateHash":"old","ready":true,"restarts":0,"status":"Running","containers":[]}]}
        """;

    private readonly AskedPlugins plugins = new()
    {
        Answers =
        {
            ["k8s.rollout_history"] = PluginResult.Ok(History, "2 revisions"),
            ["k8s.list_pods"] = PluginResult.Ok(Pods, "4 pods"),
            ["k8s.get_events"] = PluginResult.Ok("""{"events":[]}""", "no events"),
            ["k8s.get_pod_logs"] = PluginResult.Ok("""{"pod":"web-new-1","lines":["panic: no config"]}""", "1 line"),
        },
    };

    [Fact]
    public async Task What_it_sees_explains_the_alert_and_each_answer_is_kept_as_evidence()
    {
        var answer = await DiagnoseAsync();

        answer.Diagnosis.Category.ShouldBe("bad_rollout");
        answer.Diagnosis.Evidence.ConvertAll(seen => (seen.Id, seen.Source, seen.Text)).ShouldBe(
        [
            ("E1", "k8s.rollout_history", "2 revisions"),
            ("E2", "k8s.list_pods", "4 pods"),
            ("E3", "k8s.get_events", "no events"),
            ("E4", "k8s.get_pod_logs", "1 line"),
            ("E5", "k8s.get_pod_logs", "1 line"),
        ]);
        answer.Diagnosis.Evidence.Select(seen => seen.Blob).ShouldBe(answer.Blobs.Select(blob => blob.Hash));
        answer.Unavailable.ShouldBeNull();
    }

    [Fact]
    public async Task It_asks_about_the_workload_in_its_cluster_and_for_the_logs_of_two_pods_in_trouble()
    {
        await DiagnoseAsync();

        plugins.Asked.ShouldAllBe(asked => (string?)asked.Arguments["connection"] == "main" && (string?)asked.Arguments["namespace"] == "default");
        ((string?)plugins.Asked[0].Arguments["deployment"]).ShouldBe("web");
        ((string?)plugins.Asked[1].Arguments["label_selector"]).ShouldBe("app=web");
        plugins.Asked.Where(asked => asked.Plugin == "k8s.get_pod_logs")
            .Select(asked => ((string?)asked.Arguments["pod"], (bool?)asked.Arguments["previous"]))
            .ShouldBe([("web-new-1", true), ("web-new-2", false)], "only what crashes has a log from before");
    }

    [Fact]
    public async Task What_could_not_be_seen_is_a_gap_and_the_rest_still_counts()
    {
        plugins.Answers["k8s.get_events"] = PluginResult.Failed("no answer in time", retryable: true);

        var answer = await DiagnoseAsync();

        answer.Diagnosis.Category.ShouldBe("bad_rollout");
        answer.Diagnosis.Gaps.ShouldBe(["k8s.get_events: no answer in time"]);
        answer.Unavailable.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, "k8s.get_events: no answer in time")]
    [InlineData(false, null)]
    public async Task When_nothing_can_be_seen_it_says_whether_that_may_pass(bool passes, string? unavailable)
    {
        plugins.Answers["k8s.rollout_history"] = PluginResult.Failed("no answer in time", passes);
        plugins.Answers["k8s.get_events"] = PluginResult.Failed("no answer in time", passes);

        var answer = await DiagnoseAsync();

        answer.Unavailable.ShouldBe(unavailable);
        answer.Diagnosis.Verdict.ShouldBe(Verdict.Inconclusive);
        plugins.Asked.Count.ShouldBe(2, "without a selector nobody knows which pods are meant");
    }

    [Fact]
    public async Task Warnings_about_other_workloads_explain_nothing_here()
    {
        plugins.Answers["k8s.list_pods"] = PluginResult.Ok("""{"pods":[{"name":"web-1","templateHash":"new","ready":false,"restarts":0,"status":"Running","containers":[]}]}""", "1 pod");
        plugins.Answers["k8s.get_pod_logs"] = PluginResult.Ok("""{"pod":"web-1","lines":["queue is full"]}""", "1 line");
        plugins.Answers["k8s.get_events"] = PluginResult.Ok(
            """{"events":[{"type":"Warning","name":"website-1","reason":"Unhealthy","message":"not ours"},{"type":"Warning","name":"web-1","reason":"Unhealthy","message":"ours"}]}""", "2 events");

        (await DiagnoseAsync()).Diagnosis.RootCause.ShouldEndWith("probes fail: ours.");
    }

    [Fact]
    public async Task Without_a_deployment_to_look_at_nothing_is_asked()
    {
        var alert = Given.Alert() with { Target = Given.Target() with { Kind = "statefulset" } };

        var answer = await DiagnoseAsync(Story.Open(alert: alert).State);

        answer.Diagnosis.Verdict.ShouldBe(Verdict.Inconclusive);
        answer.Diagnosis.Gaps.ShouldHaveSingleItem();
        plugins.Asked.ShouldBeEmpty();
    }

    private Task<AnalystAnswer> DiagnoseAsync(Incident? incident = null) =>
        new OfflineAnalyst(plugins, new ManualTime(Given.Start)).DiagnoseAsync(incident ?? Story.Open().State, TestContext.Current.CancellationToken);
}

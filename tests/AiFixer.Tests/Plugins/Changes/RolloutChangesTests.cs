using System.Text.Json;
using AiFixer.Core.Changes;
using AiFixer.Plugins.Changes;
using AiFixer.Plugins.Kubernetes;
using AiFixer.Tests.Plugins.Kubernetes;

namespace AiFixer.Tests.Plugins.Changes;

public sealed class RolloutChangesTests
{
    private static readonly ChangeQuestion LastHour = new(new(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), null, 100);

    [Fact]
    public async Task A_rollback_is_a_change_when_it_was_made_and_not_when_its_revision_was()
    {
        await using var test = await KubeWorld.StartAsync();
        test.Pass(600, 1);
        (await test.AskAsync("changes.recent", new { window = "5m" })).GetProperty("changes").GetArrayLength().ShouldBe(0);
        await test.TryAsync("k8s.rollback_deployment", new { @namespace = "shop", deployment = "catalog", revision = 1 }, seconds: 30);

        var changes = (await test.AskAsync("changes.recent", new { window = "5m" })).GetProperty("changes").EnumerateArray().ToList();

        var back = changes.ShouldHaveSingleItem();
        back.GetProperty("service").GetString().ShouldBe("catalog");
        back.GetProperty("message").GetString()!.ShouldStartWith("rollback: revision 3, which was 1 before, of deployment shop/catalog");
        back.GetProperty("version").GetString().ShouldBe("registry.local/shop/catalog:1.0.0");
        (test.Time.GetUtcNow() - back.GetProperty("at").GetDateTimeOffset()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Who_wrote_the_template_last_says_when_and_who_only_scaled_does_not()
    {
        var changes = Read("""
            [{"time":"2026-03-01T11:20:00Z","fieldsV1":{"f:spec":{"f:template":{}}}},
             {"time":"2026-03-01T11:10:00Z","fieldsV1":{"f:spec":{"f:template":{},"f:replicas":{}}}},
             {"time":"2026-03-01T11:50:00Z","fieldsV1":{"f:spec":{"f:replicas":{}}}},
             {"time":"2026-03-01T11:55:00Z","subresource":"status","fieldsV1":{"f:spec":{"f:template":{}}}}]
            """);

        changes.Single().At.ShouldBe(new DateTimeOffset(2026, 3, 1, 11, 20, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Without_it_the_rollouts_own_time_stands_in() =>
        Read("[]").Single().At.ShouldBe(new DateTimeOffset(2026, 3, 1, 11, 45, 0, TimeSpan.Zero));

    [Fact]
    public async Task Where_deployments_may_not_be_listed_it_is_said_that_rollbacks_are_missing()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Forbid("list", "deployments.apps");

        var result = await test.RunAsync("changes.recent", new { window = "5d" });

        result.Success.ShouldBeTrue();
        result.Message.ShouldContain("cluster 'default': rollbacks are missing: ");
    }

    [Fact]
    public async Task A_list_that_was_cut_is_said_to_be()
    {
        var page = 0;
        var sets = string.Join(',', Enumerable.Repeat("""{"metadata":{"name":"s","uid":"u"},"spec":{"template":{}}}""", 500));
        using var api = new ScriptedApi(_ => ScriptedApi.Json($$"""{"metadata":{"continue":"{{++page}}"},"items":[{{sets}}]}"""));

        var found = await new KubernetesRollouts("default", api.Clusters["default"]).ReadAsync(LastHour, null, TestContext.Current.CancellationToken);

        found.Value!.Cut.ShouldBe("only 5000 ReplicaSets were read; name a namespace");
    }

    /// <summary>A ReplicaSet made days ago that is current again, and a deployment written as said.</summary>
    private static List<ReportedChange> Read(string managedFields)
    {
        var set = JsonSerializer.Deserialize("""
            {"metadata":{"name":"web-1","namespace":"shop","uid":"s","creationTimestamp":"2026-02-01T00:00:00Z",
              "annotations":{"deployment.kubernetes.io/revision":"4","deployment.kubernetes.io/revision-history":"1,2"},
              "ownerReferences":[{"kind":"Deployment","name":"web","uid":"d","controller":true}]},"spec":{"template":{}}}
            """, KubeJson.Default.ReplicaSet)!;
        var deployment = JsonSerializer.Deserialize($$$"""
            {"metadata":{"uid":"d","annotations":{"deployment.kubernetes.io/revision":"4"},"managedFields":{{{managedFields}}} },
             "status":{"conditions":[{"type":"Progressing","status":"True","lastUpdateTime":"2026-03-01T11:45:00Z"}]}}
            """, KubeJson.Default.WrittenDeployment)!;
        return [.. new RolloutChanges([set], [deployment]).Of(LastHour)];
    }
}

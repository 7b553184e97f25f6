using System.Text.Json.Nodes;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Applying;

/// <summary>Server-side apply, as the server answers it.</summary>
public sealed class ApplyTests
{
    private const string Web = "/apis/apps/v1/namespaces/shop/deployments/site";

    [Fact]
    public async Task What_is_not_there_is_made_and_what_is_there_as_applied_is_left_alone()
    {
        await using var test = await TestWorld.StartAsync();

        var made = await ApplyAsync(test, Site());
        test.Pass(TimeSpan.FromMinutes(1));
        var again = await ApplyAsync(test, Site());

        (made.Code, again.Code).ShouldBe((201, 200));
        var entry = again.Metadata["managedFields"]!.AsArray().ShouldHaveSingleItem()!;
        (entry["manager"]!.ToString(), entry["operation"]!.ToString(), entry["time"]!.ToString()).ShouldBe(("me", "Apply", made.Metadata["managedFields"]![0]!["time"]!.ToString()));
        entry["fieldsV1"]!.ToJsonString().ShouldBe(
            """{"f:spec":{"f:replicas":{},"f:selector":{},"f:template":{"f:metadata":{"f:labels":{"f:app":{}}},"f:spec":{"f:containers":{"k:{\u0022name\u0022:\u0022app\u0022}":{".":{},"f:env":{"k:{\u0022name\u0022:\u0022A\u0022}":{".":{},"f:name":{},"f:value":{}}},"f:image":{},"f:name":{}}}}}}}""");
        (await test.GetAsync(Web)).Metadata["generation"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_left_out_goes_and_what_the_server_or_somebody_else_set_stays()
    {
        await using var test = await TestWorld.StartAsync();
        await ApplyAsync(test, Site(probe: ""","readinessProbe":{"httpGet":{"path":"/a","port":80}}"""));
        await ApplyAsync(test, """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"site","labels":{"team":"b"}}}""", manager: "other");

        var after = await ApplyAsync(test, Site());

        var container = after.Json["spec"]!["template"]!["spec"]!["containers"]![0]!;
        container["readinessProbe"].ShouldBeNull();
        container["imagePullPolicy"]!.ToString().ShouldBe("IfNotPresent");
        after.Metadata["labels"]!["team"]!.ToString().ShouldBe("b");
        after.Json["spec"]!["strategy"]!["type"]!.ToString().ShouldBe("RollingUpdate");
    }

    [Fact]
    public async Task A_field_of_somebody_else_is_a_conflict_unless_it_is_forced()
    {
        await using var test = await TestWorld.StartAsync();
        await ApplyAsync(test, Site());
        await test.SendAsync(HttpMethod.Patch, $"{Web}/scale?fieldManager=kubectl-scale", """{"spec":{"replicas":5}}""", "application/merge-patch+json");

        var refused = await ApplyAsync(test, Site());

        (refused.Code, refused.Reason).ShouldBe((409, "Conflict"));
        refused.Message.ShouldBe("Apply failed with 1 conflict: conflict with \"kubectl-scale\" with subresource \"scale\" using apps/v1: .spec.replicas");
        refused.Json["details"]!["causes"]![0]!.ToJsonString().ShouldContain("FieldManagerConflict");
        (await ApplyAsync(test, Site(), query: "&force=true")).Json["spec"]!["replicas"]!.GetValue<int>().ShouldBe(2);
        (await ApplyAsync(test, Site())).Code.ShouldBe(200);
        (await ApplyAsync(test, Site(replicas: 7), manager: "other")).Message.ShouldBe("Apply failed with 1 conflict: conflict with \"me\": .spec.replicas");
    }

    [Fact]
    public async Task Several_conflicts_are_told_by_owner()
    {
        await using var test = await TestWorld.StartAsync();
        await ApplyAsync(test, Site());
        await test.SendAsync(HttpMethod.Patch, $"{Web}?fieldManager=edit", """{"spec":{"replicas":5,"template":{"spec":{"containers":[{"name":"app","image":"other:1"}]}}}}""", "application/strategic-merge-patch+json");

        (await ApplyAsync(test, Site())).Message.ShouldBe(
            "Apply failed with 2 conflicts: conflicts with \"edit\" using apps/v1:\n- .spec.replicas\n- .spec.template.spec.containers[name=\"app\"].image");
    }

    [Fact]
    public async Task What_somebody_made_another_way_is_theirs()
    {
        await using var test = await TestWorld.StartAsync();

        var refused = await test.SendAsync(
            HttpMethod.Patch, $"{TestWorld.Checkout}?fieldManager=me", """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"checkout"},"spec":{"replicas":9}}""", "application/apply-patch+yaml");

        refused.Message.ShouldBe("Apply failed with 1 conflict: conflict with \"before-first-apply\" using apps/v1: .spec.replicas");
    }

    [Fact]
    public async Task A_field_that_two_applied_alike_stays_until_both_leave_it_out()
    {
        await using var test = await TestWorld.StartAsync();
        const string Labelled = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"site","labels":{"team":"b"}}}""";
        await ApplyAsync(test, Site());
        await ApplyAsync(test, Labelled, manager: "one");
        await ApplyAsync(test, Labelled, manager: "two");
        const string Nothing = """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"site"}}""";

        var kept = await ApplyAsync(test, Nothing, manager: "one");
        kept.Metadata["labels"]?["team"].ShouldNotBeNull(kept.Text);
        (await ApplyAsync(test, Nothing, manager: "two")).Metadata["labels"].ShouldBeNull();
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_and_changes_nothing()
    {
        await using var test = await TestWorld.StartAsync();
        (await ApplyAsync(test, Site(), query: "&dryRun=All")).Code.ShouldBe(201);
        (await test.GetAsync(Web)).Code.ShouldBe(404);
        await ApplyAsync(test, Site());
        var before = (await test.GetAsync(Web)).Text;

        (await ApplyAsync(test, Site(replicas: 4), query: "&dryRun=All")).Json["spec"]!["replicas"]!.GetValue<int>().ShouldBe(4);

        (await test.GetAsync(Web)).Text.ShouldBe(before);
    }

    [Theory]
    [InlineData(""","livnessProbe":{}""", ".spec.template.spec.containers[name=\"app\"].livnessProbe: field not declared in schema")]
    [InlineData(""","env":[{"name":"A","value":8080}]""", ".spec.template.spec.containers[name=\"app\"].env[name=\"A\"].value: expected string, got 8080")]
    [InlineData(""","env":[{"name":"A"},{"name":"A"}]""", ".spec.template.spec.containers[name=\"app\"].env: duplicate entries for key [name=\"A\"]")]
    [InlineData(""","securityContext":{"runAsNonRoot":"yes"}""", ".spec.template.spec.containers[name=\"app\"].securityContext.runAsNonRoot: expected boolean, got \"yes\"")]
    [InlineData(""","args":"a"  """, ".spec.template.spec.containers[name=\"app\"].args: expected list, got \"a\"")]
    public async Task What_is_misspelt_or_of_the_wrong_kind_is_refused(string more, string words)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await ApplyAsync(test, Site(probe: more, env: ""));

        (answer.Code, answer.Message).ShouldBe((500, $"failed to create typed patch object (shop/site; apps/v1, Kind=Deployment): {words}"));
    }

    [Fact]
    public async Task An_apply_says_who_applies_and_names_what_its_path_names()
    {
        await using var test = await TestWorld.StartAsync();

        (await test.SendAsync(HttpMethod.Patch, Web, Site(), "application/apply-patch+yaml")).Message!.ShouldContain("fieldManager: Required value");
        (await ApplyAsync(test, Site().Replace("\"name\":\"site\"", "\"name\":\"else\"", StringComparison.Ordinal))).Code.ShouldBe(400);
        (await ApplyAsync(test, Site().Replace("Deployment", "StatefulSet", StringComparison.Ordinal))).Code.ShouldBe(400);
        (await ApplyAsync(test, Site().Replace("\"name\":\"site\"", "\"name\":\"site\",\"managedFields\":[{}]", StringComparison.Ordinal))).Message.ShouldBe("metadata.managedFields must be nil");
    }

    private static Task<TestAnswer> ApplyAsync(TestWorld test, string body, string manager = "me", string query = "") =>
        test.SendAsync(HttpMethod.Patch, $"{Web}?fieldManager={manager}{query}", body, "application/apply-patch+yaml");

    private static string Site(int replicas = 2, string probe = "", string env = ""","env":[{"name":"A","value":"1"}]""") => JsonNode.Parse($$$$"""
        {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"site"},"spec":{"replicas":{{{{replicas}}}},"selector":{"matchLabels":{"app":"site"}},
        "template":{"metadata":{"labels":{"app":"site"}},"spec":{"containers":[{"name":"app","image":"site:1"{{{{env}}}}{{{{probe}}}}}]} } } }
        """)!.ToJsonString();
}

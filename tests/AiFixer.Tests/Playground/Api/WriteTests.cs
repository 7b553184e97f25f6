using System.Text.Json.Nodes;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Api;

public sealed class WriteTests
{
    [Theory]
    [InlineData("PATCH", "", """{"spec":{"replicas":9}}""")]
    [InlineData("PATCH", "/scale", """{"spec":{"replicas":9}}""")]
    [InlineData("DELETE", "", null)]
    public async Task A_dry_run_changes_nothing(string method, string part, string? body)
    {
        await using var test = await TestWorld.StartAsync();
        var before = (await test.GetAsync(TestWorld.Checkout)).Text;

        var answer = await test.SendAsync(new(method), $"{TestWorld.Checkout}{part}?dryRun=All", body, "application/merge-patch+json");

        answer.Code.ShouldBe(200);
        if (body is not null)
            ((int)answer.Json["spec"]!["replicas"]!).ShouldBe(9);
        (await test.GetAsync(TestWorld.Checkout)).Text.ShouldBe(before);
        test.World.Record.Single().ShouldSatisfyAllConditions(entry => entry.DryRun.ShouldBeTrue(), entry => entry.Changed.ShouldBeFalse());
    }

    [Fact]
    public async Task An_old_version_conflicts()
    {
        await using var test = await TestWorld.StartAsync();
        var old = (await test.GetAsync(TestWorld.Checkout)).Json;
        await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":4}}""");

        var answer = await test.SendAsync(HttpMethod.Put, TestWorld.Checkout, old.ToJsonString());

        (answer.Code, answer.Reason).ShouldBe((409, "Conflict"));
        answer.Message.ShouldBe("Operation cannot be fulfilled on deployments.apps \"checkout\": the object has been modified; please apply your changes to the latest version and try again");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/scale")]
    public async Task A_patch_for_another_uid_conflicts(string part)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.MergeAsync(TestWorld.Checkout + part, """{"metadata":{"uid":"other"},"spec":{"replicas":1}}""");

        (answer.Code, answer.Reason).ShouldBe((409, "Conflict"));
        test.Checkup().Desired.ShouldBe(3);
    }

    [Fact]
    public async Task A_failed_test_operation_is_invalid()
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.JsonPatchAsync(TestWorld.Checkout, """[{"op":"test","path":"/metadata/resourceVersion","value":"1"},{"op":"replace","path":"/spec/replicas","value":1}]""");

        (answer.Code, answer.Reason).ShouldBe((422, "Invalid"));
        test.Checkup().Desired.ShouldBe(3);
    }

    [Fact]
    public async Task Negative_replicas_are_invalid_and_the_field_is_named()
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":-1}}""");

        answer.Code.ShouldBe(422);
        answer.Message.ShouldBe("Deployment.apps \"checkout\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0");
        answer.Json["details"]!["causes"]![0]!["field"]!.ToString().ShouldBe("spec.replicas");
    }

    [Theory]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"ap"}]}}}}""")]
    [InlineData("""{"spec":{"template":{"spec":{"containers":[{"name":"app","readinessProbe":{"tcpSocket":{"port":1}}}]}}}}""")]
    [InlineData("""{"spec":{"selector":{"matchLabels":{"app":"other"}}}}""")]
    public async Task Other_nonsense_is_invalid_too(string patch)
    {
        await using var test = await TestWorld.StartAsync();

        (await test.StrategicAsync(TestWorld.Checkout, patch)).Code.ShouldBe(422);
    }

    [Fact]
    public async Task Only_a_changed_spec_is_a_new_generation()
    {
        await using var test = await TestWorld.StartAsync();
        var before = test.Checkup().Generation;

        await test.MergeAsync(TestWorld.Checkout, """{"metadata":{"annotations":{"note":"x"}}}""");
        test.Checkup().Generation.ShouldBe(before);

        await test.MergeAsync(TestWorld.Checkout, """{"spec":{"minReadySeconds":1}}""");
        test.Checkup().Generation.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Scaled_to_zero_the_scale_has_an_empty_spec()
    {
        await using var test = await TestWorld.StartAsync();

        await test.MergeAsync($"{TestWorld.Catalog}/scale", """{"spec":{"replicas":0}}""");

        (await test.GetAsync($"{TestWorld.Catalog}/scale")).Json["spec"]!.ToJsonString().ShouldBe("{}");
        ((int)(await test.GetAsync(TestWorld.Catalog)).Json["spec"]!["replicas"]!).ShouldBe(0);
    }

    [Fact]
    public async Task A_pod_is_deleted_only_with_its_own_uid_and_comes_back_under_another_name()
    {
        await using var test = await TestWorld.StartAsync();
        var pod = (await test.GetAsync("/api/v1/namespaces/shop/pods")).Items[0]!["metadata"]!;
        var path = $"/api/v1/namespaces/shop/pods/{pod["name"]}";

        (await test.SendAsync(HttpMethod.Delete, path, """{"preconditions":{"uid":"other"}}""")).Code.ShouldBe(409);
        var answer = await test.SendAsync(HttpMethod.Delete, path, new JsonObject { ["preconditions"] = new JsonObject { ["uid"] = pod["uid"]!.ToString() } }.ToJsonString());

        answer.Metadata.ContainsKey("deletionTimestamp").ShouldBeTrue();
        test.PassUntil(() => test.Checkup("catalog").Healthy);
        (await test.GetAsync(path)).Message.ShouldBe($"pods \"{pod["name"]}\" not found");
    }
}

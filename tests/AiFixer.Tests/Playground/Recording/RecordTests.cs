using AiFixer.Playground.Faults;
using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Recording;

public sealed class RecordTests
{
    [Fact]
    public async Task Every_write_is_recorded_with_what_it_did()
    {
        await using var test = await TestWorld.StartAsync();
        await test.SendAsync(HttpMethod.Patch, TestWorld.Checkout, """{"spec":{"replicas":4}}""", "application/merge-patch+json", action: "act-1");
        await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":4}}""");
        await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":-4}}""");
        await test.GetAsync(TestWorld.Checkout);

        var record = test.World.Record;
        record.Select(entry => (entry.StatusCode, entry.Changed)).ShouldBe([(200, true), (200, false), (422, false)]);
        record[0].ActionId.ShouldBe("act-1");
        (record[0].GenerationBefore, record[0].GenerationAfter).ShouldBe((2, 3));
        record[0].Uid.ShouldBe(test.Checkup().Uid);
    }

    [Fact]
    public async Task A_dropped_answer_was_applied_all_the_same()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.DropNextAnswers();

        await Should.ThrowAsync<HttpRequestException>(() => test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":4}}"""));

        test.Checkup().Desired.ShouldBe(4);
        test.World.Record.Single().AnswerDropped.ShouldBeTrue();
        (await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":5}}""")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_dropped_request_was_not_applied()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.DropNextRequests();

        await Should.ThrowAsync<HttpRequestException>(() => test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":4}}"""));

        test.Checkup().Desired.ShouldBe(3);
        test.World.Record.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_api_is_down_the_controls_still_work()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.SetOutage(ApiOutage.Unavailable);
        (await test.GetAsync(TestWorld.Checkout)).Code.ShouldBe(503);

        (await test.SendAsync(HttpMethod.Post, "/world/faults/clear-api")).Code.ShouldBe(200);

        (await test.GetAsync(TestWorld.Checkout)).Code.ShouldBe(200);
    }

    [Fact]
    public async Task Another_process_can_look_and_disturb_over_http()
    {
        await using var test = await TestWorld.StartAsync();

        await test.SendAsync(HttpMethod.Post, "/world/deployments", """{"namespace":"many","name":"app","replicas":2,"count":50}""");
        await test.SendAsync(HttpMethod.Post, "/world/faults/break-rollout", """{"namespace":"many","deployment":"app-50"}""");
        test.Pass(TimeSpan.FromSeconds(5));

        test.World.State().Count(health => health.Namespace == "many").ShouldBe(50);
        test.World.State().Single(health => !health.Healthy).Name.ShouldBe("app-50");
        (await test.SendAsync(HttpMethod.Post, "/world/faults/heal", """{"namespace":"many","deployment":"none"}""")).Code.ShouldBe(404);
        (await test.GetAsync("/world/record")).Text.ShouldBe("[]");
    }
}

using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Api;

public sealed class ListTests
{
    [Fact]
    public async Task Items_of_a_list_carry_no_kind_and_single_objects_do()
    {
        await using var test = await TestWorld.StartAsync();

        var list = await test.GetAsync("/apis/apps/v1/deployments");

        list.Json["kind"]!.ToString().ShouldBe("DeploymentList");
        list.Items.ShouldAllBe(item => !item!.AsObject().ContainsKey("kind"));
        (await test.GetAsync(TestWorld.Checkout)).Json["kind"]!.ToString().ShouldBe("Deployment");
    }

    [Fact]
    public async Task Pages_together_are_the_list_as_it_was()
    {
        await using var test = await TestWorld.StartAsync();
        var first = await test.GetAsync("/api/v1/pods?limit=4");
        first.Metadata["remainingItemCount"]!.ToString().ShouldBe("5");

        test.World.AddDeployment("aaa", "new", 5);
        var second = await test.GetAsync($"/api/v1/pods?limit=500&continue={first.Metadata["continue"]}");

        second.Items.Count.ShouldBe(5);
        second.Metadata.ContainsKey("continue").ShouldBeFalse();
        second.Metadata["resourceVersion"]!.ToString().ShouldBe(first.Metadata["resourceVersion"]!.ToString());
    }

    [Fact]
    public async Task An_expired_token_is_gone()
    {
        await using var test = await TestWorld.StartAsync();
        var first = await test.GetAsync("/api/v1/pods?limit=4");

        test.Pass(TimeSpan.FromMinutes(6));

        var answer = await test.GetAsync($"/api/v1/pods?limit=4&continue={first.Metadata["continue"]}");
        (answer.Code, answer.Reason).ShouldBe((410, "Expired"));
    }

    [Theory]
    [InlineData("/api/v1/pods?fieldSelector=spec.color%3Dred", 400)]
    [InlineData("/api/v1/pods?labelSelector=a%20in", 400)]
    [InlineData("/api/v1/namespaces/shop/pods/none", 404)]
    [InlineData("/api/v1/bananas", 404)]
    [InlineData("/api/v1/namespaces/shop/pods/none/log", 404)]
    public async Task What_is_not_there_is_refused_with_a_status(string path, int code)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.GetAsync(path);

        answer.Code.ShouldBe(code);
        answer.Json["kind"]!.ToString().ShouldBe("Status");
    }

    [Fact]
    public async Task With_a_token_configured_nobody_gets_in_without_it()
    {
        await using var test = await TestWorld.StartAsync(token: "secret");
        (await test.GetAsync("/api/v1/pods")).Code.ShouldBe(401);

        test.Client.DefaultRequestHeaders.Authorization = new("Bearer", "secret");

        (await test.GetAsync("/api/v1/pods")).Code.ShouldBe(200);
    }
}

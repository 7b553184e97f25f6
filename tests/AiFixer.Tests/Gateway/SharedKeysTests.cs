using System.Net;
using AiFixer.Core.Incidents;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Gateway;

/// <summary>Several processes behind one address.</summary>
public sealed class SharedKeysTests : IDisposable
{
    private const string Key = "a-key-that-is-long-enough-to-be-taken-1234567890";
    private readonly TempFolder keys = new();

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task A_click_on_a_page_of_one_process_is_taken_by_another_that_shares_its_keys()
    {
        await using var one = await StartAsync(keys.Path);
        await using var other = await StartAsync(keys.Path);

        var answer = await ClickAsync(one, other);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        other.Incidents.Told.ShouldHaveSingleItem().Input.By.Name.ShouldBe("ada");
    }

    [Fact]
    public async Task Without_shared_keys_another_process_knows_nobody()
    {
        await using var one = await StartAsync(keys.Path);
        await using var other = await StartAsync(keys.Path + "/of-its-own");

        await ClickAsync(one, other);

        other.Incidents.Told.ShouldBeEmpty();
    }

    private static async Task<HttpResponseMessage> ClickAsync(GatewayUnderTest one, GatewayUnderTest other)
    {
        var browser = new TestBrowser(one);
        await browser.GetAsync("/sign-in");
        (await browser.SubmitAsync("/sign-in", ("key", Key))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await browser.GetAsync($"/incidents/{Samples.Id}");
        browser.GoTo(other);
        return await browser.SubmitAsync($"/incidents/{Samples.Id}/take-over");
    }

    private static async Task<GatewayUnderTest> StartAsync(string keyFolder)
    {
        var gateway = await GatewayUnderTest.StartAsync(
            ("Storage:KeyFolder", keyFolder),
            ("Gateway:ApiKeys:0:Name", "ada"),
            ("Gateway:ApiKeys:0:Role", "Approver"),
            ("Gateway:ApiKeys:0:Key", Key));
        gateway.Incidents.Add(Samples.In(IncidentStatus.Escalated));
        return gateway;
    }
}

using System.Net;
using AiFixer.Core;
using AiFixer.Core.Incidents;

namespace AiFixer.Tests.Gateway;

public sealed class GroupPageTests : IAsyncLifetime
{
    private static readonly IncidentId Follower = IncidentId.Create(Samples.Now.AddMinutes(1), 7);
    private static readonly IncidentId Related = IncidentId.Create(Samples.Now.AddMinutes(2), 8);

    private GatewayUnderTest _gateway = null!;
    private TestBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await GatewayUnderTest.StartAsync();
        _browser = new(_gateway);
        var leader = Samples.In(IncidentStatus.Escalated) with { Leads = true };
        _gateway.Incidents.Add(leader with { Alert = leader.Alert with { GroupKey = "g" } });
        var follower = Samples.In(IncidentStatus.Waiting, id: Follower) with { Group = new(Samples.Id, Samples.Now) };
        _gateway.Incidents.Add(follower with { Alert = follower.Alert with { Name = "The one that follows", GroupKey = "g" } });
        _gateway.Incidents.Follow(Samples.Id, 1234);
        var related = Samples.In(IncidentStatus.Diagnosing, id: Related);
        _gateway.Incidents.Add(related with { HeldBack = "Too many at once.", Alert = related.Alert with { Name = "The critical one", GroupKey = "g" } });
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_list_shows_how_many_follow_and_leaves_them_out_until_they_are_asked_for()
    {
        var plain = await PageAsync("/");
        plain.ShouldContain("1234 more of its group");
        plain.ShouldNotContain("The one that follows");

        (await PageAsync("/?followers=true")).ShouldContain("The one that follows");
        (await PageAsync($"/?leader={Samples.Id}")).ShouldContain("The one that follows");
        (await PageAsync("/?text=follows")).ShouldContain("The one that follows");
    }

    [Fact]
    public async Task A_leaders_page_has_those_that_follow_and_what_is_related()
    {
        var page = await PageAsync($"/incidents/{Samples.Id}");

        page.ShouldContain("1234 alerts follow this one");
        page.ShouldContain("The one that follows");
        page.ShouldContain($"/?leader={Samples.Id}");
        page.ShouldContain("The critical one");
    }

    [Fact]
    public async Task A_followers_page_names_its_leader()
    {
        var page = await PageAsync($"/incidents/{Follower}");

        page.ShouldContain("Waiting with its group");
        page.ShouldContain($"/incidents/{Samples.Id}");
    }

    [Fact]
    public async Task One_that_is_held_back_says_why() => (await PageAsync($"/incidents/{Related}")).ShouldContain("Too many at once.");

    [Fact]
    public async Task The_api_tells_the_same()
    {
        var leader = await (await _gateway.Client.GetAsync(new Uri($"/api/v1/incidents/{Samples.Id}", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
        leader.GetProperty("group").GetProperty("followers").GetInt64().ShouldBe(1234);
        leader.GetProperty("group").GetProperty("related")[0].GetProperty("id").GetString().ShouldBe(Related.Value);

        var followers = await (await _gateway.Client.GetAsync(new Uri($"/api/v1/incidents?leader={Samples.Id}", UriKind.Relative), TestContext.Current.CancellationToken)).JsonAsync();
        followers.GetProperty("items")[0].GetProperty("leader").GetString().ShouldBe(Samples.Id.Value);
    }

    [Theory]
    [InlineData("/api/v1/incidents?leader=x")]
    [InlineData("/api/v1/incidents?followers=x")]
    public async Task What_is_wrong_with_a_filter_is_said(string address) =>
        (await _gateway.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

    private async Task<string> PageAsync(string address) => await (await _browser.GetAsync(address)).TextAsync();
}

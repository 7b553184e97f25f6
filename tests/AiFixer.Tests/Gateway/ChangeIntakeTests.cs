using System.Net;
using System.Text;
using AiFixer.Core.Changes;

namespace AiFixer.Tests.Gateway;

public sealed class ChangeIntakeTests : IAsyncLifetime
{
    private GatewayUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Changes_are_stored_before_they_are_answered()
    {
        var now = _gateway.Time.GetUtcNow();

        var answer = await PostAsync(
            $$"""
            [{"kind":"deploy","service":"shop","sha":"abc","version":"v2","actor":"ci"},
             {"kind":"commit","sha":"abc","ts":"{{now.AddHours(-2).ToOffset(TimeSpan.FromHours(2)):yyyy-MM-ddTHH:mm:sszzz}}","message":"fix","files":["a.cs"],"diff":"+a"},
             {"kind":"flag","flag":"new_basket","change":"off->on","service":"shop"}]
            """);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.TextAsync()).ShouldBe("""{"received":3,"stored":3}""");
        _gateway.Changes.Stored.Select(c => c.Kind).ShouldBe([ReportedChangeKind.Deploy, ReportedChangeKind.Commit, ReportedChangeKind.Flag]);
        _gateway.Changes.Stored[0].ShouldSatisfyAllConditions(c => c.At.ShouldBe(now), c => c.Author.ShouldBe("ci"), c => c.Service.ShouldBe("shop"));
        _gateway.Changes.Stored[1].ShouldSatisfyAllConditions(
            c => c.At.ToUnixTimeSeconds().ShouldBe(now.AddHours(-2).ToUnixTimeSeconds()), c => c.At.Offset.ShouldBe(TimeSpan.Zero), c => c.Files.ShouldBe(["a.cs"]));
    }

    [Theory]
    [InlineData("not json", "body")]
    [InlineData("[]", "body")]
    [InlineData("7", "body")]
    [InlineData("""{"kind":"party"}""", "kind")]
    [InlineData("""{"kind":"deploy"}""", "service")]
    [InlineData("""{"kind":"commit"}""", "sha")]
    [InlineData("""{"kind":"flag"}""", "flag")]
    [InlineData("""{"kind":"status"}""", "message")]
    [InlineData("""{"kind":"deploy","service":7}""", "service")]
    [InlineData("""{"kind":"deploy","service":"a","color":"red"}""", "color")]
    [InlineData("""{"kind":"deploy","service":"a","ts":"2026-03-01T12:00:00"}""", "ts")]
    [InlineData("""{"kind":"deploy","service":"a","ts":"1999-03-01T12:00:00Z"}""", "ts")]
    [InlineData("""{"kind":"deploy","service":"a","link":"javascript:alert(1)"}""", "link")]
    [InlineData("""{"kind":"deploy","service":"a","files":"all"}""", "files")]
    [InlineData("""{"kind":"deploy","service":"a","files":["\ud800"]}""", "files")]
    [InlineData("""{"kind":"deploy","service":"a","sha":"\ud800"}""", "sha")]
    [InlineData("""{"kind":"deploy","service":"a","\ud800":1}""", "a name that is not Unicode")]
    [InlineData("""{"kind":"party","service":7,"ts":"never"}""", "kind")]
    [InlineData("""[{"kind":"status","message":"m"},{"kind":"deploy"}]""", "[1].service")]
    public async Task What_is_wrong_is_named_by_its_field_and_nothing_is_stored(string body, string field)
    {
        var answer = await PostAsync(body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain($"\"field\":\"{field}\"");
        _gateway.Changes.Stored.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_long_diff_the_beginning_is_kept()
    {
        (await PostAsync($$"""{"kind":"commit","sha":"a","diff":"{{new string('x', 100_000)}}"}""")).StatusCode.ShouldBe(HttpStatusCode.OK);

        _gateway.Changes.Stored.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Diff!.Length.ShouldBe(64 * 1024), c => c.DiffCut.ShouldBeTrue());
    }

    [Fact]
    public async Task A_store_that_is_away_is_said_so_that_the_sender_tries_again()
    {
        _gateway.Changes.Gone = true;

        (await PostAsync("""{"kind":"status","message":"m"}""")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_key_that_may_only_look_reports_nothing()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(
            ("Gateway:ApiKeys:0:Name", "looker"), ("Gateway:ApiKeys:0:Key", "a-key-that-is-long-enough-for-a-test"), ("Gateway:ApiKeys:0:Role", "viewer"));
        using var client = gateway.NewClient("a-key-that-is-long-enough-for-a-test");

        (await client.PostAsync(new Uri("/api/v1/changes", UriKind.Relative), Body("""{"kind":"status","message":"m"}"""), Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await gateway.NewClient().PostAsync(new Uri("/api/v1/changes", UriKind.Relative), Body("{}"), Stop)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<HttpResponseMessage> PostAsync(string body) => _gateway.Client.PostAsync(new Uri("/api/v1/changes", UriKind.Relative), Body(body));

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");
}

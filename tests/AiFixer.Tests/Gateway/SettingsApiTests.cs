using System.Net;
using System.Text.Json;

namespace AiFixer.Tests.Gateway;

public sealed class SettingsApiTests : IAsyncLifetime
{
    private const string Key = "my_plugin.timeout";
    private GatewayUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await GatewayUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task A_setting_is_there_from_the_moment_it_was_put()
    {
        var put = await PutAsync("""{"value":"30s","reason":"slow disks"}""");
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        put.Headers.ETag!.Tag.ShouldBe("\"1\"");

        var read = await SendAsync(HttpMethod.Get, Key);
        var setting = await read.JsonAsync();
        (setting.GetProperty("key").GetString(), setting.GetProperty("value").GetString()).ShouldBe((Key, "30s"));
        setting.GetProperty("by").GetProperty("name").GetString().ShouldBe("local");
        setting.GetProperty("reason").GetString().ShouldBe("slow disks");
        read.Headers.ETag!.Tag.ShouldBe("\"1\"");
        (await SendAsync(HttpMethod.Get, Key, ("If-None-Match", "\"1\""))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("If-Match", "\"1\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"1\", \"7\"", HttpStatusCode.OK)]
    [InlineData("If-Match", "*", HttpStatusCode.OK)]
    [InlineData("If-Match", "\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-Match", "W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("If-None-Match", "*", HttpStatusCode.PreconditionFailed)]
    public async Task Whoever_names_a_version_changes_that_one_or_none(string header, string tags, HttpStatusCode status)
    {
        await PutAsync("""{"value":"30s"}""");

        (await PutAsync("""{"value":"40s"}""", (header, tags))).StatusCode.ShouldBe(status);

        (await (await SendAsync(HttpMethod.Get, Key)).JsonAsync()).GetProperty("value").GetString().ShouldBe(status == HttpStatusCode.OK ? "40s" : "30s");
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_its_history_stays()
    {
        await PutAsync("""{"value":"30s"}""");
        await (await SendAsync(HttpMethod.Delete, Key, ("If-Match", "\"7\""))).ShouldBeProblemAsync(HttpStatusCode.PreconditionFailed);
        (await SendAsync(HttpMethod.Delete, $"{Key}?reason=no%20more", ("If-Match", "\"1\""))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await SendAsync(HttpMethod.Get, Key)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        await (await SendAsync(HttpMethod.Delete, Key)).ShouldBeProblemAsync(HttpStatusCode.NotFound);
        var history = await (await SendAsync(HttpMethod.Get, $"{Key}/history")).JsonAsync();
        history.GetProperty("items").EnumerateArray()
            .Select(change => (change.GetProperty("version").GetInt64(), change.GetProperty("deleted").GetBoolean(), change.GetProperty("reason").GetString()))
            .ShouldBe([(2, true, "no more"), (1, false, "")]);
    }

    [Fact]
    public async Task Long_lists_and_histories_come_in_pages()
    {
        foreach (var key in new[] { "a.one", "b.one", "b.two", "b.three" })
            await SendAsync(HttpMethod.Put, key, body: """{"value":"1"}""");
        await SendAsync(HttpMethod.Put, "b.one", body: """{"value":"2"}""");

        var first = await (await SendAsync(HttpMethod.Get, "?prefix=b.&limit=2")).JsonAsync();
        var next = first.GetProperty("next").GetString();
        var second = await (await SendAsync(HttpMethod.Get, $"?prefix=b.&limit=2&after={next}")).JsonAsync();

        Keys(first).Concat(Keys(second)).ShouldBe(["b.one", "b.three", "b.two"]);
        second.TryGetProperty("next", out _).ShouldBeFalse();
        var newest = await (await SendAsync(HttpMethod.Get, "b.one/history?limit=1")).JsonAsync();
        var older = await (await SendAsync(HttpMethod.Get, $"b.one/history?before={newest.GetProperty("next")}")).JsonAsync();
        older.GetProperty("items").EnumerateArray().ShouldHaveSingleItem().GetProperty("value").GetString().ShouldBe("1");
        older.TryGetProperty("next", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Key, "{}", "value")]
    [InlineData(Key, """{"value":""}""", "value")]
    [InlineData(Key, """{"value":7}""", "value")]
    [InlineData(Key, """{"value":"postgres://app:s3cr3tword@db/x"}""", "value")]
    [InlineData("my_plugin.api_key", """{"value":"x"}""", "key")]
    [InlineData("timeout", """{"value":"30s"}""", "key")]
    [InlineData("My-Plugin.timeout", """{"value":"30s"}""", "key")]
    [InlineData("plugins.k8s.list_pods.enabled", """{"value":"maybe"}""", "value")]
    public async Task What_is_wrong_is_refused_by_its_field(string key, string body, string field)
    {
        await (await SendAsync(HttpMethod.Put, key, body: body)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);

        Keys(await (await SendAsync(HttpMethod.Get, "")).JsonAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=many", "limit")]
    [InlineData($"{Key}/history?limit=201", "limit")]
    [InlineData($"{Key}/history?before=x", "before")]
    public async Task A_page_that_there_cannot_be_is_refused(string path, string field) =>
        await (await SendAsync(HttpMethod.Get, path)).ShouldBeProblemAsync(HttpStatusCode.BadRequest, field);

    [Fact]
    public async Task While_the_store_is_away_nothing_is_said_to_be_set()
    {
        _gateway.Documents.IsAway = true;

        await (await PutAsync("""{"value":"30s"}""")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        await (await SendAsync(HttpMethod.Get, "")).ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
    }

    private static IEnumerable<string?> Keys(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("key").GetString());

    private Task<HttpResponseMessage> PutAsync(string body, (string Name, string Value)? header = null) => SendAsync(HttpMethod.Put, Key, header, body);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, (string Name, string Value)? header = null, string? body = null)
    {
        var separator = path.Length == 0 || path[0] == '?' ? "" : "/";
        using var request = new HttpRequestMessage(method, $"/api/v1/settings{separator}{path}") { Content = body is null ? null : Answers.Json(body) };
        if (header is var (name, value))
            request.Headers.TryAddWithoutValidation(name, value);
        return await _gateway.Client.SendAsync(request, Stop);
    }
}

using System.Net;
using System.Text.Json;

namespace AiFixer.Tests.Plugins.Services;

public sealed class PrometheusTests
{
    private const string Vector = """{"status":"success","data":{"resultType":"vector","result":[{"metric":{"__name__":"up"},"value":[1772366400.5,"1"]}]}}""";

    [Theory]
    [InlineData("requests_total", "requests_total", """{"requests_total":[{"type":"counter","help":"","unit":""}]}""")]
    [InlineData("requests_total{path=\"}\"} ", "requests_total", """{"requests_total":[{"type":"counter","help":"","unit":""}]}""")]
    [InlineData("wait_seconds_count", "wait_seconds", """{"wait_seconds":[{"type":"histogram","help":"","unit":"seconds"}]}""")]
    public async Task A_counter_that_is_only_named_is_shown_as_its_rate_and_that_is_said(string query, string known, string metadata)
    {
        using var service = Prometheus(known, metadata);

        var data = await service.AskAsync("prom.query", Arguments(query));

        service.Requests[^1].ShouldBe($"POST https://prometheus.example/base/api/v1/query query=rate({query.Trim()}[5m])");
        data.GetProperty("shown").GetString().ShouldBe($"rate({query.Trim()}[5m])");
        data.GetProperty("note").GetString()!.ShouldContain("is a counter by its metadata: shown is its rate per second over 5m");
        data.GetProperty("unit").GetString()!.ShouldContain("per second");
    }

    [Theory]
    [InlineData("temperature_celsius", "temperature_celsius", """{"temperature_celsius":[{"type":"gauge","help":"","unit":""}]}""")]
    [InlineData("rate(requests_total[1m])", "requests_total", """{"requests_total":[{"type":"counter","help":"","unit":""}]}""")]
    [InlineData("requests_total > 5", "requests_total", """{"requests_total":[{"type":"counter","help":"","unit":""}]}""")]
    [InlineData("unknown_thing", "other", "{}")]
    public async Task Anything_else_is_asked_as_it_is(string query, string known, string metadata)
    {
        using var service = Prometheus(known, metadata);

        var data = await service.AskAsync("prom.query", Arguments(query));

        service.Requests[^1].ShouldEndWith($"query={query}");
        data.TryGetProperty("shown", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_range_is_bounded_and_says_its_unit_and_its_window()
    {
        using var service = new ScriptedService((request, _) => request.Method == HttpMethod.Get
            ? ScriptedService.Json("""{"status":"success","data":{}}""")
            : ScriptedService.Json("""{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"wait_seconds"},"values":[[1772366340,"1.5"],[1772366400,"NaN"],[1772366460,"+Inf"],[1772366520,"0.5"]]}]}}"""));

        var data = await service.AskAsync("prom.query_range", """{"query":"wait_seconds","start":"-1d","step":"60s"}""");

        service.Requests[^1].ShouldBe("POST https://prometheus.example/base/api/v1/query_range query=wait_seconds&start=1772280000&end=1772366400&step=174");
        data.GetProperty("note").GetString().ShouldBe("the step was widened from 1m to 2m54s, for at most 500 points");
        (data.GetProperty("unit").GetString(), data.GetProperty("start").GetString(), data.GetProperty("end").GetString())
            .ShouldBe(("seconds", "2026-02-28T12:00:00Z", "2026-03-01T12:00:00Z"));
        var series = data.GetProperty("series")[0];
        series.GetProperty("points").EnumerateArray().Select(p => p.GetProperty("value").ToString()).ShouldBe(["1.5", "NaN", "Infinity", "0.5"]);
        series.GetProperty("summary").GetProperty("max").GetDouble().ShouldBe(1.5);
        series.GetProperty("summary").GetProperty("maxAt").GetString().ShouldBe("2026-03-01T11:59:00Z");
    }

    [Fact]
    public async Task What_was_left_out_is_said()
    {
        var many = string.Join(',', Enumerable.Range(0, 80).Select(i => $$"""{"metric":{"i":"{{i}}"},"value":[1,"{{i}}"]}"""));
        using var service = new ScriptedService((_, _) => ScriptedService.Json($$$"""{"status":"success","warnings":["partial"],"data":{"resultType":"vector","result":[{{{many}}}]}}"""));

        var data = await service.AskAsync("prom.query", Arguments("sum by (i) (x)"));

        data.GetProperty("series").GetArrayLength().ShouldBe(50);
        (data.GetProperty("seriesInAll").GetInt32(), data.GetProperty("cut").GetString()).ShouldBe((80, "the first 50 of 80 series; narrow the query or aggregate"));
        data.GetProperty("warnings")[0].GetString().ShouldBe("partial");
    }

    [Theory]
    [InlineData("2026-03-01T11:00:00")]
    [InlineData("2026-03-01 11:00:00Z")]
    [InlineData("yesterday")]
    [InlineData("1772366400000")]
    public async Task A_time_that_does_not_say_where_it_is_meant_is_refused_by_its_field(string time)
    {
        using var service = Prometheus("x", "{}");

        (await service.RunAsync("prom.query", JsonSerializer.Serialize(new { query = "up", time }))).Error!.ShouldContain("$.time: must match");
        (await service.RunAsync("prom.query_range", JsonSerializer.Serialize(new { query = "up", start = time }))).Error!.ShouldContain("$.start: must match");

        service.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-03-01T12:30:00+01:00", "1772364600")]
    [InlineData("2026-03-01T11:30:00.25Z", "1772364600.25")]
    [InlineData("1772364600", "1772364600")]
    [InlineData("-30m", "1772364600")]
    [InlineData("now-30m", "1772364600")]
    public async Task The_same_moment_is_asked_about_however_it_is_written(string time, string seconds)
    {
        using var service = Prometheus("x", "{}");

        await service.AskAsync("prom.query", JsonSerializer.Serialize(new { query = "sum(up)", time }));

        service.Requests[^1].ShouldEndWith($"&time={seconds}");
    }

    [Fact]
    public async Task A_start_after_the_end_is_refused()
    {
        using var service = Prometheus("x", "{}");

        (await service.RunAsync("prom.query_range", """{"query":"up","start":"now","end":"-1h"}""")).Error!.ShouldStartWith("$.start:");
    }

    [Fact]
    public async Task The_servers_own_words_say_what_is_wrong_with_a_query()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            """{"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:4: parse error"}""", HttpStatusCode.BadRequest));

        var result = await service.RunAsync("prom.query", Arguments("up{"));

        (result.Error, result.Retryable).ShouldBe(("Prometheus 'default' refused (400): invalid parameter \"query\": 1:4: parse error", false));
    }

    [Fact]
    public async Task Native_histograms_are_not_taken_for_nothing()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            """{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"histogram":[1,{"count":"5","sum":"7"}]}]}}"""));

        (await service.AskAsync("prom.query", Arguments("sum(x)"))).GetProperty("cut").GetString()!.ShouldContain("1 native histograms are not shown");
    }

    private static ScriptedService Prometheus(string known, string metadata) => new((request, _) => request.RequestUri!.AbsolutePath.EndsWith("/metadata", StringComparison.Ordinal)
        ? ScriptedService.Json($$"""{"status":"success","data":{{(request.RequestUri.Query.Contains($"metric={known}&", StringComparison.Ordinal) ? metadata : "{}")}}}""")
        : ScriptedService.Json(Vector));

    private static string Arguments(string query) => JsonSerializer.Serialize(new { query });
}

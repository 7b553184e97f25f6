using System.Net;
using AiFixer.Core.Changes;
using AiFixer.Tests.Gateway;

namespace AiFixer.Tests.Plugins.Services;

public sealed class OtherServicesTests
{
    [Fact]
    public async Task A_Sentry_issue_comes_with_its_newest_exception_where_it_was_thrown_first()
    {
        using var service = new ScriptedService((request, _) => ScriptedService.Json(request.RequestUri!.AbsolutePath.EndsWith("/latest/", StringComparison.Ordinal)
            ? """
              {"id":"e","tags":[{"key":"release","value":"v1"}],"contexts":{"trace":{"trace_id":"t1"}},"entries":[
               {"type":"exception","data":{"values":[
                 {"type":"KeyError","value":"k","stacktrace":null},
                 {"type":"ReferenceError","value":"x","stacktrace":{"frames":[
                   {"function":"outer","filename":"a.py","lineNo":1,"inApp":false},
                   {"function":"boom","filename":"b.py","lineNo":10,"inApp":true,"context":[[9,"a"],[10,"  boom()"]]}]}}]}},
               {"type":"breadcrumbs","data":{"values":[{"timestamp":"2026-01-02T00:00:00Z","category":"http","level":"info","message":"GET /"}]}}]}
              """
            : """{"id":"117","shortId":"P-1","title":"ReferenceError: x","count":"150","userCount":12,"lastSeen":"2026-01-02T00:00:00Z","project":{"slug":"p"},"firstRelease":{"version":"v1"},"lastRelease":null}"""));

        var data = await service.AskAsync("sentry.get_issue", """{"issue_id":"117"}""");

        service.Requests.ShouldBe(
            ["GET https://sentry.example/api/0/organizations/acme/issues/117/", "GET https://sentry.example/api/0/organizations/acme/issues/117/events/latest/"]);
        (data.GetProperty("count").GetInt64(), data.GetProperty("users").GetInt64(), data.GetProperty("project").GetString()).ShouldBe((150, 12, "p"));
        data.GetProperty("exceptions").EnumerateArray().Select(e => e.GetProperty("type").GetString()).ShouldBe(["ReferenceError", "KeyError"]);
        var frame = data.GetProperty("exceptions")[0].GetProperty("frames")[0];
        (frame.GetProperty("function").GetString(), frame.GetProperty("line").GetInt32(), frame.GetProperty("code").GetString()).ShouldBe(("boom", 10, "boom()"));
        (data.GetProperty("traceId").GetString(), data.GetProperty("tags").GetProperty("release").GetString()).ShouldBe(("t1", "v1"));
    }

    [Theory]
    [InlineData("1/../../secret")]
    [InlineData("-1")]
    [InlineData("PROJ-1")]
    public async Task An_issue_is_named_by_a_number(string id)
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json("{}"));

        (await service.RunAsync("sentry.get_issue", $$"""{"issue_id":"{{id}}"}""")).Error!.ShouldContain("$.issue_id: must match");
        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sentrys_refusal_is_told_in_its_words()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json("""{"detail":"The requested resource does not exist"}""", HttpStatusCode.NotFound));

        (await service.RunAsync("sentry.get_issue", """{"issue_id":"1"}""")).Error.ShouldBe("Sentry 'default' knows nothing of the kind (404): The requested resource does not exist");
    }

    [Fact]
    public async Task Gold_metrics_have_their_units_and_leave_out_incomplete_edges()
    {
        string[] series = [Series("R", 10, 10, 20, 20), Series("N", 600, 600, 1200, 1200), Series("E", 0, 0, 18, 18), Series("P", 1e6, 2e6, 250e6, 200e6)];
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            """{"status":"success","data":{"type":"time_series","data":{"results":[""" + string.Join(',', series) + "]}}}"));

        var data = await service.AskAsync("signoz.gold_metrics", """{"service":"api"}""");

        data.GetProperty("requestsPerSecond").GetDouble().ShouldBe(15);
        data.GetProperty("requestsTrend").GetProperty("direction").GetString().ShouldBe("rising");
        data.GetProperty("requestsTrend").GetProperty("changePercent").GetDouble().ShouldBe(100);
        data.GetProperty("errorPercent").GetDouble().ShouldBe(1);
        (data.GetProperty("p99Milliseconds").GetDouble(), data.GetProperty("p99HighestMilliseconds").GetDouble()).ShouldBe((200, 250));
        data.GetProperty("tracesUrl").GetString().ShouldBe("https://signoz.example/services/api?startTime=1772365800000&endTime=1772366400000");
        service.Requests[0].ShouldContain("service.name = 'api' AND has_error = true");
    }

    [Fact]
    public async Task What_nobody_measured_is_absent_and_not_zero()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json("""{"status":"success","data":{"type":"time_series","data":{"results":[{"queryName":"R","aggregations":null}]}}}"""));

        var result = await service.RunAsync("signoz.gold_metrics", """{"service":"api"}""");

        result.Message.ShouldBe("SigNoz has no requests of api in that time");
        result.Data!.ShouldNotContain("requestsPerSecond");
    }

    [Fact]
    public async Task A_service_name_cannot_leave_its_filter()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json("{}"));

        (await service.RunAsync("signoz.gold_metrics", """{"service":"a' OR '1'='1"}""")).Error!.ShouldContain("$.service: must match");
        (await service.RunAsync("traces.search", """{"service":"a' OR '1'='1","connection":"signoz"}""")).Success.ShouldBeFalse();
        service.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task SigNoz_gives_whole_traces_of_the_spans_that_fit()
    {
        using var service = new ScriptedService((_, body) => ScriptedService.Json(
            """
            {"status":"success","data":{"type":"raw","data":{"results":[{"queryName":"A","rows":[
              {"timestamp":"2026-03-01T11:59:00Z","data":{"trace_id":"t","span_id":"a","parent_span_id":"","service.name":"web","name":"GET /","duration_nano":5000000,"has_error":true,"status_message":"bad"}},
              {"timestamp":"2026-03-01T11:59:00.001Z","data":{"trace_id":"t","span_id":"b","parent_span_id":"a","service.name":"db","name":"SELECT","duration_nano":4000000,"has_error":true}}]}]}}}
            """));

        var data = await service.AskAsync("traces.search", """{"service":"web","connection":"signoz","only_errors":true,"min_duration":"2ms"}""");

        service.Requests[0].ShouldContain("service.name = 'web' AND has_error = true AND duration_nano >= 2000000");
        service.Requests[1].ShouldContain("trace_id IN ['t']");
        var trace = data.GetProperty("traces")[0];
        (trace.GetProperty("firstFailing").GetString(), trace.GetProperty("spansInAll").GetInt32()).ShouldBe(("db", 2));
        trace.GetProperty("spans")[0].GetProperty("selfMs").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task Changes_of_all_sources_come_together_and_one_that_fails_is_named()
    {
        var posted = new FakeChanges();
        posted.Stored.Add(new() { Kind = ReportedChangeKind.Deploy, At = new(2026, 3, 1, 11, 0, 0, TimeSpan.Zero), Service = "shop", Version = "v2" });
        posted.Stored.Add(new() { Kind = ReportedChangeKind.Deploy, At = new(2026, 3, 1, 11, 30, 0, TimeSpan.Zero), Service = "other" });
        var down = false;
        using var service = new ScriptedService(
            (_, _) => down
                ? ScriptedService.Text("no", HttpStatusCode.ServiceUnavailable)
                : ScriptedService.Json("""{"commits":[{"sha":"abc","ts":"2026-03-01T10:50:00Z","message":"fix","author":"ann","files":["a"],"diff":"+a"}],"status":[{"ts":"2026-03-01T11:10:00Z","state":"degraded"}]}"""),
            reported: posted);

        var data = await service.AskAsync("changes.recent", """{"service":"shop"}""");

        data.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("kind").GetString()).ShouldBe(["status", "deploy", "commit"]);
        data.GetProperty("note").GetString().ShouldBe("changes that name no service are listed too");
        data.GetProperty("changes")[0].GetProperty("message").GetString()!.ShouldContain("degraded");
        service.Requests.ShouldBe(["GET https://changes.example/changes?service=shop&start=2026-03-01T06%3A00%3A00Z&end=2026-03-01T12%3A00%3A00Z"]);

        down = true;
        var half = await service.RunAsync("changes.recent", "{}");
        half.Success.ShouldBeTrue();
        half.Message.ShouldBe("2 deploy; not answered: change service 'default' has trouble of its own (503): no");
    }

    private static string Series(string name, params double[] values)
    {
        var points = values.Select((v, i) => $$"""{"timestamp":{{1772366000000 + i * 60000}},"value":{{v.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}}}""");
        return $$"""{"queryName":"{{name}}","aggregations":[{"index":0,"series":[{"labels":[],"values":[{{string.Join(',', points)}},{"timestamp":1772367000000,"value":99999,"partial":true}]}]}]}""";
    }
}

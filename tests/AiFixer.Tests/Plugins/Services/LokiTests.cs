using System.Net;

namespace AiFixer.Tests.Plugins.Services;

public sealed class LokiTests
{
    private const string Query = """{"query":"{app=\"api\"} |= `a b`","limit":3}""";

    [Fact]
    public async Task Lines_of_all_streams_are_in_one_order_to_the_nanosecond_with_the_oldest_first()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            """
            {"status":"success","data":{"resultType":"streams","result":[
              {"stream":{"app":"api","pod":"a"},"values":[["1772366400000000003","third"],["1772366400000000001","first"]]},
              {"stream":{"app":"api","pod":"b"},"values":[["1772366400000000002","second"]]}],"stats":{}}}
            """));

        var data = await service.AskAsync("loki.query", Query);

        data.GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("line").GetString()).ShouldBe(["first", "second", "third"]);
        data.GetProperty("lines")[1].GetProperty("time").GetString().ShouldBe("2026-03-01T12:00:00.000000002Z");
        data.GetProperty("lines")[1].GetProperty("labels").GetProperty("pod").GetString().ShouldBe("b");
        data.GetProperty("labels").EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("app");
        data.GetProperty("cut").GetString().ShouldBe("the newest 3 lines; there may be older ones");
    }

    [Fact]
    public async Task It_asks_for_the_newest_lines_of_the_last_hour_in_nanoseconds()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json("""{"status":"success","data":{"resultType":"streams","result":[]}}"""));

        await service.AskAsync("loki.query", Query);

        service.Requests.ShouldBe(["POST https://loki.example/loki/api/v1/query_range query={app=\"api\"} |= `a b`&limit=3&direction=backward&start=1772362800000000000&end=1772366400000000100&step=60"]);
    }

    [Theory]
    [InlineData("""{"trace_id":"x"}""")]
    [InlineData("""{"structuredMetadata":{"trace_id":"x"},"parsed":{}}""")]
    public async Task Labels_of_a_line_alone_are_seen_in_either_form(string third)
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            $$$"""{"status":"success","data":{"resultType":"streams","result":[{"stream":{"app":"api"},"values":[["1772366400000000003","a",{{{third}}}],["1772366400000000004","b"]]}]}}"""));

        (await service.AskAsync("loki.query", Query)).GetProperty("lines")[0].GetProperty("labels").GetProperty("trace_id").GetString().ShouldBe("x");
    }

    [Fact]
    public async Task Numbers_come_as_those_of_Prometheus()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Json(
            """{"status":"success","warnings":["maximum number of series (500) reached"],"data":{"resultType":"matrix","result":[{"metric":{"level":"error"},"values":[[1772366400,"3"]]}],"stats":{}}}"""));

        var data = await service.AskAsync("loki.query", """{"query":"sum(count_over_time({a=\"b\"}[5m]))"}""");

        data.GetProperty("series")[0].GetProperty("points")[0].GetProperty("value").GetDouble().ShouldBe(3);
        data.GetProperty("warnings")[0].GetString()!.ShouldContain("maximum number of series");
    }

    [Fact]
    public async Task Its_plain_words_say_what_is_wrong()
    {
        using var service = new ScriptedService((_, _) => ScriptedService.Text("parse error at line 1, col 5: syntax error\n", HttpStatusCode.BadRequest));

        (await service.RunAsync("loki.query", Query)).Error.ShouldBe("Loki 'default' refused (400): parse error at line 1, col 5: syntax error ");
    }

    [Fact]
    public async Task Long_lines_and_long_answers_are_cut_and_that_is_said()
    {
        var lines = string.Join(',', Enumerable.Range(0, 100).Select(i => $"[\"17723664000000000{i:D2}\",\"{new string('x', 3000)}\"]"));
        using var service = new ScriptedService((_, _) => ScriptedService.Json($$$"""{"status":"success","data":{"resultType":"streams","result":[{"stream":{"a":"b"},"values":[{{{lines}}}]}]}}"""));

        var data = await service.AskAsync("loki.query", """{"query":"{a=\"b\"}","limit":1000}""");

        data.GetProperty("lines").GetArrayLength().ShouldBe(60);
        data.GetProperty("cut").GetString().ShouldBe("of these the newest 60, for 120000 characters; 60 lines after 2000 characters");
        data.GetProperty("lines")[59].GetProperty("time").GetString().ShouldBe("2026-03-01T12:00:00.000000099Z");
    }
}

using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Api;
using AiFixer.Playground.Observability.Loki;

namespace AiFixer.Tests.Playground.Observability;

public sealed class LogQlTests
{
    private static readonly SeriesOf World = new SeriesOf()
        .Log(0, "app=api,level=info", "started")
        .Log(10, "app=api,level=error", "status=500 path=\"/a b\" failed")
        .Log(20, "app=web,level=error", """{"status":502,"request":{"path":"/x"}}""")
        .Log(30, "app=api,level=error", "status=503 failed again");

    [Theory]
    [InlineData("""{app="api"}""", "status=503 failed again|status=500 path=\"/a b\" failed|started")]
    [InlineData("""{app="api"} |= "failed" """, "status=503 failed again|status=500 path=\"/a b\" failed")]
    [InlineData("""{app="api"} |= `failed` != "again" """, "status=500 path=\"/a b\" failed")]
    [InlineData("""{app=~"a.+"} |~ "50[03]" !~ "a b" """, "status=503 failed again")]
    [InlineData("""{app="api"} | logfmt | path="/a b" """, "status=500 path=\"/a b\" failed")]
    [InlineData("""{app="web"} | json | request_path="/x" | status=~"50." """, """{"status":502,"request":{"path":"/x"}}""")]
    [InlineData("""{app="api"} | lvl="error" or level="info" """, "started")]
    [InlineData("""{level="error", app!="api"}""", """{"status":502,"request":{"path":"/x"}}""")]
    public void Lines_come_newest_first(string query, string expected) => string.Join('|', Streams(query).OrderByDescending(l => l.Time).Select(l => l.Line)).ShouldBe(expected);

    [Fact]
    public void A_limit_counts_over_all_streams() =>
        Lines(Ask("""{level=~".+"}""", ("limit", "2"))).Select(l => l.Line).ShouldBe(["status=503 failed again", """{"status":502,"request":{"path":"/x"}}"""], ignoreOrder: true);

    [Fact]
    public void The_end_is_not_included_and_the_start_is() =>
        Lines(Ask("""{app="api"}""", ("start", Nanos(0)), ("end", Nanos(30)))).Count().ShouldBe(2);

    [Fact]
    public void Lines_can_be_counted()
    {
        var answer = Json(Ask("""sum by (app) (count_over_time({level="error"}[1m]))""", ("start", Nanos(30)), ("end", Nanos(30)), ("step", "60")));

        answer["data"]!["resultType"]!.GetValue<string>().ShouldBe("matrix");
        answer["data"]!["result"]!.AsArray().Select(s => $"{s!["metric"]!["app"]}:{s["values"]![0]![1]}").ShouldBe(["api:2", "web:1"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{app=~".*"}""")]
    [InlineData("""{app="a"} | line_format "x" """)]
    [InlineData("""{app="a"} | status > 5""")]
    [InlineData("""quantile_over_time(0.9, {app="a"} | unwrap x [5m])""")]
    [InlineData("""{app="a" """)]
    public void What_it_does_not_know_is_refused_in_plain_text(string query)
    {
        var answer = Ask(query);

        (answer.Code, answer.ContentType).ShouldBe((400, "text/plain"));
        Encoding.UTF8.GetString(answer.Body).ShouldStartWith("parse error at line 1");
    }

    [Fact]
    public void A_query_for_lines_is_no_instant_query() => Api("/loki/api/v1/query", """{app="api"}""").Code.ShouldBe(400);

    private static IEnumerable<(long Time, string Line)> Streams(string query) => Lines(Ask(query));

    private static IEnumerable<(long Time, string Line)> Lines(Answer answer) => Json(answer)["data"]!["result"]!.AsArray()
        .SelectMany(s => s!["values"]!.AsArray())
        .Select(v => (long.Parse(v![0]!.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture), v[1]!.GetValue<string>()));

    private static Answer Ask(string query, params (string, string)[] more) => Api("/loki/api/v1/query_range", query, more);

    private static Answer Api(string path, string query, params (string Name, string Value)[] more) => new LokiApi(World).Handle(
        path, new(more.Append(("query", query)).ToDictionary(f => f.Item1, f => (IReadOnlyList<string>)[f.Item2])));

    private static string Nanos(int second) => LokiTime.Nanoseconds(SeriesOf.Start.AddSeconds(second));

    private static JsonNode Json(Answer answer) => JsonNode.Parse(Encoding.UTF8.GetString(answer.Body))!;
}

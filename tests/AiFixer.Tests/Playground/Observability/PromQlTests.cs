using System.Text;
using System.Text.Json.Nodes;
using AiFixer.Playground.Observability;
using AiFixer.Playground.Observability.Prom;

namespace AiFixer.Tests.Playground.Observability;

public sealed class PromQlTests
{
    private static readonly SeriesOf World = new SeriesOf()
        .With("requests_total", "service=a,code=200", 0, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600)
        .With("requests_total", "service=a,code=500", 0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60)
        .With("requests_total", "service=b,code=200", 100, 160, 220, 0, 60, 120, 180, 240, 300, 360, 420)
        .With("temperature", "room=x", 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30)
        .With("temperature", "room=y", 10, 10, 10)
        .With("wait_bucket", "le=0.1", 0, 0, 0, 0, 0, 50, 50, 50, 50, 50, 50)
        .With("wait_bucket", "le=0.5", 0, 0, 0, 0, 0, 90, 90, 90, 90, 90, 90)
        .With("wait_bucket", "le=+Inf", 0, 0, 0, 0, 0, 100, 100, 100, 100, 100, 100);

    [Theory]
    [InlineData("temperature", "room=x:30")]
    [InlineData("temperature{room!=\"x\"} offset 6m", "room=y:10")]
    [InlineData("""temperature{room=~"x|z"}""", "room=x:30")]
    [InlineData("""{__name__="temperature",room!~"y.*"}""", "room=x:30")]
    [InlineData("temperature offset 3m", "room=x:27")]
    [InlineData("sum(temperature)", ":30")]
    [InlineData("""rate(requests_total{service="a",code="200"}[5m])""", "code=200,service=a:1")]
    [InlineData("""increase(requests_total{service="a",code="500"}[10m])""", "code=500,service=a:60")]
    [InlineData("""irate(requests_total{service="b"}[5m])""", "code=200,service=b:1")]
    [InlineData("""rate(requests_total{service="b"}[10m])""", "code=200,service=b:0.9")]
    [InlineData("""sum by (service) (rate(requests_total[5m]))""", "service=a:1.1|service=b:1")]
    [InlineData("""sum(rate(requests_total[5m])) by (code)""", "code=200:2|code=500:0.1")]
    [InlineData("""max without (code) (requests_total)""", "service=a:600|service=b:420")]
    [InlineData("""count(requests_total)""", ":3")]
    [InlineData("""avg(requests_total{service="a"})""", ":330")]
    [InlineData("""min(requests_total)""", ":60")]
    [InlineData("""histogram_quantile(0.9, wait_bucket)""", ":0.5")]
    [InlineData("""histogram_quantile(0.7, sum by (le) (rate(wait_bucket[10m])))""", ":0.3")]
    [InlineData("""histogram_quantile(0.99, wait_bucket)""", ":0.5")]
    [InlineData("""100 * sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total{service="a"}[5m]))""", ":9.090909091")]
    [InlineData("temperature > 25", "room=x:30")]
    [InlineData("temperature < 25", "")]
    [InlineData("temperature > bool 31", "room=x:0")]
    [InlineData("-temperature + 2 ^ 3 * 2", "room=x:-14")]
    [InlineData("max_over_time(temperature[3m])", "room=x:30")]
    [InlineData("""requests_total{service="a"} and requests_total{code="500"}""", "code=500,service=a:60")]
    [InlineData("""requests_total{service="a"} unless requests_total{code="500"}""", "code=200,service=a:600")]
    [InlineData("temperature or temperature * 2", "room=x:30")]
    [InlineData("""temperature{room="z"} or temperature""", "room=x:30")]
    [InlineData("""requests_total{code="500"} or temperature and nothing""", "code=500,service=a:60")]
    [InlineData("""requests_total{code="500"} > 100 or temperature < 40""", "room=x:30")]
    [InlineData("nothing_of_the_kind", "")]
    [InlineData("sum(nothing) / 0", "")]
    public void It_answers_as_Prometheus_does(string query, string expected) => Vector(query).ShouldBe(expected);

    [Fact]
    public void Nothing_divided_by_nothing_is_a_sample_that_is_no_number() =>
        Vector("temperature * 0 / 0").ShouldBe("room=x:NaN");

    [Fact]
    public void A_number_stands_for_itself() => Data("query=1%2b2*3").ToJsonString().ShouldBe("""{"resultType":"scalar","result":[1772367000,"7"]}""");

    [Fact]
    public void A_selector_with_a_range_gives_the_samples_as_they_are() =>
        Data("query=temperature{room=\"y\"}[1h]")["result"]![0]!["values"]!.ToJsonString()
            .ShouldBe("""[[1772366400,"10"],[1772366460,"10"],[1772366520,"10"]]""");

    [Fact]
    public void A_range_has_a_point_for_each_step_at_which_there_is_a_value()
    {
        var points = Range("query=temperature{room=\"y\"}&start=1772366340&end=1772366940&step=60s")["result"]![0]!["values"]!.AsArray();

        points.Select(p => p![0]!.GetValue<decimal>()).ShouldBe([1772366400m, 1772366460m, 1772366520m, 1772366580m, 1772366640m, 1772366700m, 1772366760m]);
    }

    [Theory]
    [InlineData("", "unexpected end of input")]
    [InlineData("up{", "unexpected end of input")]
    [InlineData("sum(", "unexpected end of input")]
    [InlineData("up)", "unexpected \")\"")]
    [InlineData("{}", "vector selector must contain at least one non-empty matcher")]
    [InlineData("{a=~\".*\"}", "vector selector must contain at least one non-empty matcher")]
    [InlineData("rate(up)", "expected type range vector in call to function \"rate\"")]
    [InlineData("topk(3, up)", "this practice world does not know the aggregation \"topk\"")]
    [InlineData("predict_linear(up[1h], 3600)", "this practice world does not know a function with the name \"predict_linear\"")]
    [InlineData("up and 1", "set operator \"and\" not allowed in binary scalar expression")]
    [InlineData("up or on(b) c", "this practice world does not know the modifier \"on\"")]
    [InlineData("a / on(b) c", "this practice world does not know the modifier \"on\"")]
    [InlineData("max_over_time(rate(up[5m])[1h:])", "this practice world does not know a subquery")]
    [InlineData("up{a=\"b}", "unterminated quoted string")]
    [InlineData("up{a=~\"(\"}", "error parsing regexp")]
    [InlineData("1 > 2", "comparisons between scalars must use BOOL modifier")]
    [InlineData("up[0s]", "not a valid duration string")]
    public void What_it_does_not_know_is_refused_and_never_guessed(string query, string reason)
    {
        var answer = Api($"query={Uri.EscapeDataString(query)}", "/api/v1/query");

        answer.Code.ShouldBe(400);
        Json(answer)["errorType"]!.GetValue<string>().ShouldBe("bad_data");
        Json(answer)["error"]!.GetValue<string>().ShouldContain(reason);
    }

    [Fact]
    public void Series_that_meet_two_others_are_an_error_of_execution()
    {
        var twice = new PromApi(new SeriesOf().With("a", "x=1", 1).With("b", "x=1", 1));
        Call(twice, "query={__name__=~\"a|b\"} / {__name__=~\"a|b\"}", "/api/v1/query", SeriesOf.Start).Code.ShouldBe(422);
    }

    [Theory]
    [InlineData("start=100&end=50&step=10", "end timestamp must not be before start time")]
    [InlineData("start=0&end=100&step=0", "zero or negative query resolution step widths are not accepted")]
    [InlineData("start=0&end=1000000&step=1", "exceeded maximum resolution of 11,000 points per timeseries")]
    [InlineData("start=2026-03-01T12:00:00&end=1000000&step=1", "cannot parse \"2026-03-01T12:00:00\" to a valid timestamp")]
    public void A_range_that_makes_no_sense_is_refused(string range, string reason) =>
        Json(Api($"query=up&{range}", "/api/v1/query_range"))["error"]!.GetValue<string>().ShouldContain(reason);

    [Fact]
    public void Labels_and_series_can_be_listed()
    {
        Json(Api("", "/api/v1/label/room/values"))["data"]!.ToJsonString().ShouldBe("""["x","y"]""");
        Json(Api("match[]=temperature", "/api/v1/labels"))["data"]!.ToJsonString().ShouldBe("""["__name__","room"]""");
        Json(Api("match[]=temperature", "/api/v1/series"))["data"]!.AsArray().Count.ShouldBe(2);
    }

    private static string Vector(string query) => string.Join(
        '|',
        Data($"query={Uri.EscapeDataString(query)}")["result"]!.AsArray()
            .Select(item => $"{string.Join(',', item!["metric"]!.AsObject().Where(l => l.Key != LabelSet.NameLabel).Select(l => $"{l.Key}={l.Value}"))}:{Rounded(item["value"]![1]!.GetValue<string>())}")
            .Order(StringComparer.Ordinal));

    private static string Rounded(string value) => value == "NaN"
        ? value
        : Math.Round(double.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 9).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static JsonNode Data(string fields) => Json(Api(fields, "/api/v1/query"))["data"]!;

    private static JsonNode Range(string fields) => Json(Api(fields, "/api/v1/query_range"))["data"]!;

    private static AiFixer.Playground.Api.Answer Api(string fields, string path) => Call(new(World), fields, path, World.Now);

    private static AiFixer.Playground.Api.Answer Call(PromApi api, string fields, string path, DateTimeOffset at)
    {
        var values = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => (IReadOnlyList<string>)[Uri.UnescapeDataString(f[1])]);
        if (path.EndsWith("query", StringComparison.Ordinal))
            values["time"] = [at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)];
        return api.Handle(path, new(values));
    }

    private static JsonNode Json(AiFixer.Playground.Api.Answer answer) => JsonNode.Parse(Encoding.UTF8.GetString(answer.Body))!;
}

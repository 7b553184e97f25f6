using System.Text.Json.Nodes;
using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;
using static AiFixer.Tests.Playground.Cases.Variations.VariedFiles;

namespace AiFixer.Tests.Playground.Cases.Variations;

public sealed class VariationTests
{
    private const string Expected = """{"category":"code_defect","culprit_change":"aaa","decoys":["bbb"]}""";

    private const string Changed = """
        {"commits":[{"ts":"2026-02-03T08:00:00Z","sha":"aaa","message":"m"},{"ts":"2026-02-03T08:10:00Z","sha":"bbb","message":"m"}],
         "deploys":[{"ts":"2026-02-03T08:20:00Z","service":"web","sha":"aaa"},{"ts":"2026-02-03T08:30:00Z","service":"web","sha":"bbb"}]}
        """;

    [Fact]
    public void Everything_happens_five_weeks_later_at_the_same_time_of_day()
    {
        var made = Shifted.Apply(Case(
            ("logs.ndjson", """{"ts":"2026-01-31T23:59:59.5+01:00","line":"since 2026-02-01 and 12:30; endsAt 0001-01-01T00:00:00Z; v2026-01-31-7"}""")));

        File(made, "case.json").ShouldContain("2026-03-10T09:30:00Z");
        File(made, "logs.ndjson").ShouldBe("""{"ts":"2026-03-07T23:59:59.5+01:00","line":"since 2026-03-08 and 12:30; endsAt 0001-01-01T00:00:00Z; v2026-01-31-7"}""");
    }

    [Fact]
    public void Decoys_are_gone_with_their_deploys_and_are_expected_no_more()
    {
        var made = NoDecoys.Apply(Case(("changes.json", Changed), ("expected.json", Expected)));

        Shas(made, "commits").ShouldBe(["aaa"]);
        Shas(made, "deploys").ShouldBe(["aaa"]);
        Json(made, "expected.json")["decoys"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void The_change_to_blame_is_gone_with_its_deploy()
    {
        var made = NoCulprit.Apply(Case(("changes.json", Changed), ("expected.json", Expected)));

        Shas(made, "commits").ShouldBe(["bbb"]);
        Shas(made, "deploys").ShouldBe(["bbb"]);
    }

    [Theory]
    [InlineData("""{"category":"network","culprit_change":"none","decoys":[]}""")]
    [InlineData("""{"category":"network"}""")]
    public void Where_no_change_is_to_blame_and_none_misleads_nothing_is_taken_away(string expected)
    {
        var contents = Case(("changes.json", Changed), ("expected.json", expected));

        NoCulprit.Apply(contents).ShouldBeNull();
        NoDecoys.Apply(contents).ShouldBeNull();
    }

    [Fact]
    public void Half_of_a_series_is_kept_the_latest_among_it()
    {
        var rows = Enumerable.Range(0, 9).Select(minute => $"2026-02-03T09:0{minute}:00Z,up,service=a,{minute}");

        var made = SparseMetrics.Apply(Case(("metrics.csv", $"ts,metric,labels,value\n{string.Join('\n', rows)}\n")));

        Lines(made, "metrics.csv").Skip(1).Select(line => line[^1]).ShouldBe(['0', '2', '4', '6', '8']);
    }

    [Fact]
    public void A_series_of_few_samples_keeps_them() =>
        SparseMetrics.Apply(Case(("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:00:00Z,up,,1\n2026-02-03T09:01:00Z,up,,1"))).ShouldBeNull();

    [Fact]
    public void A_measurement_is_a_little_off_and_a_count_is_exact()
    {
        var made = NoisyMetrics.Apply(Case(("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:00:00Z,ratio,,0.5\n2026-02-03T09:01:00Z,ratio,,NaN\n2026-02-03T09:02:00Z,ratio,,100\n2026-02-03T09:00:00Z,restarts,,3\n")));

        var values = Lines(made, "metrics.csv").Skip(1).Select(line => line.Split(',')[3]).ToList();
        double.Parse(values[0], System.Globalization.CultureInfo.InvariantCulture).ShouldSatisfyAllConditions(value => value.ShouldBe(0.5, 0.01), value => value.ShouldNotBe(0.5));
        values[1].ShouldBe("NaN");
        double.Parse(values[2], System.Globalization.CultureInfo.InvariantCulture).ShouldBe(100, 2);
        values[3].ShouldBe("3");
        NoisyMetrics.Apply(Case()).ShouldBeNull();
    }

    [Fact]
    public void Of_lines_that_say_the_same_half_are_kept_and_of_others_all()
    {
        string[] lines = ["took 3 ms", "took 40 ms", "took 5 ms", "id 7af took 1 ms", "full"];

        var made = ThinLogs.Apply(Case(("logs.ndjson", string.Join('\n', lines.Select(line => $$$"""{"labels":{"service":"a"},"line":"{{{line}}}"}""")))));

        Lines(made, "logs.ndjson").Select(line => JsonNode.Parse(line)!["line"]!.GetValue<string>()).ShouldBe(["took 3 ms", "took 5 ms", "id 7af took 1 ms", "full"]);
    }

    [Fact]
    public void The_same_line_of_another_service_is_another_line() =>
        ThinLogs.Apply(Case(("logs.ndjson", """
            {"labels":{"service":"a"},"line":"x"}
            {"labels":{"service":"b"},"line":"x"}
            """))).ShouldBeNull();

    [Fact]
    public void Unrelated_changes_join_in_the_order_of_time_and_touch_no_service_of_the_case()
    {
        var made = UnrelatedChanges.Apply(Case(("changes.json", Changed), ("expected.json", Expected)));

        var commits = Json(made, "changes.json")["commits"]!.AsArray();
        commits.Count.ShouldBe(6);
        commits.Select(commit => commit!["ts"]!.GetValue<string>()).ShouldBeInOrder();
        Json(made, "changes.json")["deploys"]!.AsArray().Count(deploy => deploy!["service"]!.GetValue<string>() == "web").ShouldBe(2);
        UnrelatedChanges.Apply(Case()).ShouldBeNull();
    }

    [Fact]
    public void Neighbours_run_as_the_others_did_at_first_and_say_nothing_bad()
    {
        var rows = Enumerable.Range(0, 9).Select(minute => $"2026-02-03T09:0{minute}:00Z,error_ratio,service=a,{(minute < 6 ? "0.01" : "0.9")}");
        var made = Neighbours.Apply(Case(
            ("metrics.csv", $"ts,metric,labels,value\n{string.Join('\n', rows)}\n2026-02-03T09:00:00Z,ALERTS,service=a,1"),
            ("logs.ndjson", """{"ts":"2026-02-03T09:00:00Z","labels":{"service":"a","level":"error"},"line":"x"}"""),
            ("traces.json", """[{"trace_id":"t","span_id":"s","service":"a","name":"n","start":"2026-02-03T09:00:00Z","duration_ms":1,"status":"ERROR"}]"""),
            ("kubernetes/pods.json", """{"items":[]}""")));

        var values = Lines(made, "metrics.csv").Where(line => line.Contains(Neighbours.First, StringComparison.Ordinal)).Select(line => double.Parse(line.Split(',')[3], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        values.Count.ShouldBe(9);
        values.ShouldAllBe(value => value < 0.011);
        Lines(made, "logs.ndjson").Count(line => line.Contains("error", StringComparison.Ordinal)).ShouldBe(1);
        Json(made, "traces.json").AsArray().Count(span => span!["status"]!.GetValue<string>() == "ERROR").ShouldBe(1);
        Json(made, "kubernetes/pods.json")["items"]!.AsArray().Count.ShouldBe(2);
        Lines(made, "metrics.csv").Count(line => line.Contains("ALERTS", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Every_variation_of_every_case_at_hand_is_a_case()
    {
        var folders = CaseFolders.Below(CaseFolders.Own).Concat(CaseFolders.Given is { } given ? CaseFolders.Below(given) : []).ToList();

        foreach (var contents in folders.Select(CaseContents.Read))
        {
            foreach (var variation in CaseVariations.Same.Append(CaseVariations.WithoutCulprit))
            {
                if (variation.Apply(contents) is { } made)
                    Should.NotThrow(() => FrozenCase.Of(made.Contents), $"{variation.Name} of {contents.Folder}");
            }
        }
    }

    private static IEnumerable<string> Shas(VariedCase? made, string list) =>
        Json(made, "changes.json")[list]!.AsArray().Select(change => change!["sha"]!.GetValue<string>());
}

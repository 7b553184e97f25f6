using System.Text.Json.Nodes;
using AiFixer.Playground.Cases;
using AiFixer.Playground.Cases.Variations;
using AiFixer.Playground.Cases.Variations.Renaming;
using static AiFixer.Tests.Playground.Cases.Variations.VariedFiles;

namespace AiFixer.Tests.Playground.Cases.Variations;

public sealed class RenamedTests
{
    private const string Sha = "4f3740c125c5a9cbcf606e020005d1fe047ba386";

    [Fact]
    public void A_service_has_the_same_new_name_in_labels_texts_diffs_addresses_and_expectations()
    {
        var made = Renamed.Apply(Case(
            ("logs.ndjson", """{"labels":{"service":"basket-svc","level":"info"},"line":"call to basket-svc:80 failed"}"""),
            ("metrics.csv", "ts,metric,labels,value\n2026-02-03T09:20:00Z,basket_svc_up,service=basket-svc,1"),
            ("traces.json", """[{"service":"basket-svc","name":"basket-svc.Get"}]"""),
            ("changes.json", """{"commits":[{"sha":"aaaaaaaa","message":"basket-svc: faster","files":["basket-svc/a.cs"],"diff":"+basket-svc"}]}"""),
            ("alert.json", """{"generatorURL":"http://p/graph?g0.expr=up%7Bservice%3D%22basket-svc%22%7D"}"""),
            ("expected.json", """{"first_failing_service":"basket-svc","blast_radius":["basket-svc"],"must_mention":["basket-svc"]}""")));

        var name = Json(made, "expected.json")["first_failing_service"]!.GetValue<string>();
        name.ShouldMatch("^[a-z]{8}-svc$");
        foreach (var file in made!.Contents.Files.Values)
            file.ShouldNotContain("basket-svc");
        File(made, "logs.ndjson").ShouldContain($"call to {name}:80 failed");
        File(made, "metrics.csv").ShouldContain($"service={name},1");
        Json(made, "traces.json")[0]!["name"]!.GetValue<string>().ShouldBe($"{name}.Get");
        Json(made, "changes.json")["commits"]![0]!["files"]![0]!.GetValue<string>().ShouldBe($"{name}/a.cs");
        File(made, "alert.json").ShouldContain($"%22{name}%22");
        Json(made, "expected.json")["must_mention"]![0]!.GetValue<string>().ShouldBe(name);
    }

    [Fact]
    public void A_pod_is_still_called_after_its_workload_in_lists_and_in_file_names()
    {
        var made = Renamed.Apply(Case(
            ("kubernetes/deployments.json", """{"items":[{"kind":"Deployment","metadata":{"name":"basket","namespace":"shop"}}]}"""),
            ("kubernetes/pods.json", """{"items":[{"kind":"Pod","metadata":{"name":"basket-5d-aa1","namespace":"shop"},"status":{"phase":"Running"}}]}"""),
            ("podlogs/shop__basket-5d-aa1__app.log", "basket-5d-aa1 started")));

        var workload = Json(made, "kubernetes/deployments.json")["items"]![0]!["metadata"]!["name"]!.GetValue<string>();
        var pod = Json(made, "kubernetes/pods.json")["items"]![0]!;
        pod["metadata"]!["name"]!.GetValue<string>().ShouldBe($"{workload}-5d-aa1");
        pod["status"]!["phase"]!.GetValue<string>().ShouldBe("Running");
        File(made, $"podlogs/{pod["metadata"]!["namespace"]}__{workload}-5d-aa1__app.log").ShouldBe($"{workload}-5d-aa1 started");
    }

    [Fact]
    public void A_kind_keeps_its_name_though_something_is_called_so_too()
    {
        var made = Renamed.Apply(Case(
            ("kubernetes/deployments.json", """{"items":[{"kind":"Deployment","metadata":{"name":"deployments","namespace":"shop"}}]}""")));

        Json(made, "kubernetes/deployments.json")["items"]![0]!["metadata"]!["name"]!.GetValue<string>().ShouldNotBe("deployments");
    }

    [Fact]
    public void A_sha_is_renamed_with_its_short_forms_and_the_case_tells_how()
    {
        var made = Renamed.Apply(Case(
            ("changes.json", $$"""{"commits":[{"sha":"{{Sha}}","author":"ann.lee","message":"m"}],"deploys":[{"service":"web","sha":"{{Sha}}","version":"v1-{{Sha[..8]}}"}]}"""),
            ("logs.ndjson", $$"""{"labels":{"service":"web"},"line":"build {{Sha[..7]}} by ann.lee, trace 4f3740c199"}"""),
            ("expected.json", $$"""{"category":"code_defect","culprit_change":"{{Sha}}"}""")));

        var renamed = made!.Called(Sha)!;
        renamed.ShouldMatch("^[0-9a-f]{40}$");
        renamed.ShouldNotBe(Sha);
        Json(made, "expected.json")["culprit_change"]!.GetValue<string>().ShouldBe(renamed);
        Json(made, "changes.json")["deploys"]![0]!["version"]!.GetValue<string>().ShouldBe($"v1-{renamed[..8]}");
        var line = JsonNode.Parse(File(made, "logs.ndjson"))!["line"]!.GetValue<string>();
        line.ShouldStartWith($"build {renamed[..7]} by ");
        line.ShouldEndWith("trace 4f3740c199");
        line.ShouldNotContain("ann.lee");
    }

    [Theory]
    [InlineData("kafka")]
    [InlineData("kube-scheduler")]
    [InlineData("redis-cache")]
    public void What_a_name_tells_of_a_technology_stays(string service) =>
        Renamed.Apply(Case(("logs.ndjson", $$"""{"labels":{"service":"{{service}}"},"line":"x"}"""))).ShouldBeNull();

    [Fact]
    public void Fields_that_hold_one_of_a_list_and_property_names_stay()
    {
        var made = Renamed.Apply(Case(
            ("logs.ndjson", """{"labels":{"service":"network","level":"network"},"line":"the network is slow"}"""),
            ("traces.json", """[{"service":"line","network":"network"}]"""),
            ("expected.json", """{"category":"network","forbidden_categories":["network"]}""")));

        File(made, "expected.json").ShouldBe("""{"category":"network","forbidden_categories":["network"]}""");
        var record = JsonNode.Parse(File(made, "logs.ndjson"))!;
        record["labels"]!["level"]!.GetValue<string>().ShouldBe("network");
        record["line"]!.GetValue<string>().ShouldBe($"the {record["labels"]!["service"]} is slow");
        Json(made, "traces.json")[0]!["network"]!.GetValue<string>().ShouldBe(record["labels"]!["service"]!.GetValue<string>());
    }

    [Fact]
    public void Parts_of_other_words_stay() =>
        File(Renamed.Apply(Case(("logs.ndjson", """{"labels":{"service":"cart"},"line":"carton cart2 mycart"}"""))), "logs.ndjson").ShouldContain("carton cart2 mycart");

    [Fact]
    public void The_same_case_is_renamed_the_same_way_again()
    {
        var contents = CaseContents.Read(Path.Combine(CaseFolders.Own, "shop-flag"));

        Renamed.Apply(contents)!.Contents.Files.ShouldBe(Renamed.Apply(contents)!.Contents.Files);
    }
}

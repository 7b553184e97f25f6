using System.Net.Http.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>Releases that cannot start: what is missing is seen, a restart does not bring it, and the release before does not need it.</summary>
public sealed class ReleaseCuresTests
{
    private static readonly object Back = new { @namespace = "shop", deployment = "catalog", revision = 2 };

    [Fact]
    public async Task An_image_that_cannot_be_pulled_is_cured_by_the_revision_before()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.MissingImage("shop", "catalog").ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);
        (await test.CatalogAsync()).ShouldContain("ImagePullBackOff");
        (await test.EventsAsync()).ShouldContain("registry.local/shop/catalog:1.2.0: not found");
        await DoesNotHelpAsync(test);

        (await test.TryAsync("k8s.rollback_deployment", Back)).Health.ShouldBe(TargetHealth.Healthy);

        (await test.PodsAsync()).ShouldAllBe(p => p.ToString().Contains("catalog:1.1.0"));
    }

    [Fact]
    public async Task A_missing_environment_variable_is_cured_by_the_revision_that_does_not_need_it()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.MissingSetting("shop", "catalog", "LEDGER_URL").ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);
        (await test.CatalogAsync()).ShouldContain("CrashLoopBackOff");
        (await test.LogAsync("CrashLoopBackOff")).ShouldContain("required setting LEDGER_URL is missing");
        await DoesNotHelpAsync(test);

        (await test.TryAsync("k8s.rollback_deployment", Back)).Health.ShouldBe(TargetHealth.Healthy);

        (await test.RestartsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_key_that_a_config_map_does_not_have_is_cured_by_the_revision_that_does_not_read_it()
    {
        await using var test = await KubeWorld.StartAsync();
        await MakeConfigMapAsync(test, new { other = "1" });
        test.World.Faults.MissingConfigKey("shop", "catalog", "catalog-config", "timeout").ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);
        (await test.CatalogAsync()).ShouldContain("CreateContainerConfigError");
        (await test.EventsAsync()).ShouldContain("couldn't find key timeout in ConfigMap shop/catalog-config");
        await DoesNotHelpAsync(test);

        (await test.TryAsync("k8s.rollback_deployment", Back)).Health.ShouldBe(TargetHealth.Healthy);
    }

    [Fact]
    public async Task Once_a_person_put_the_missing_key_back_the_release_itself_is_seen_to_recover()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.Faults.MissingConfigKey("shop", "catalog", "catalog-config", "timeout").ShouldBeTrue();
        test.Pass(KubeCures.LongEnough);
        (await test.EventsAsync()).ShouldContain("configmap \"catalog-config\" not found");

        await MakeConfigMapAsync(test, new { timeout = "30" });

        (await test.TryAsync("k8s.restart_deployment", KubeCures.Catalog)).Health.ShouldBe(TargetHealth.Healthy);
        (await test.RevisionsAsync())[0].ShouldBe(4, "the release was not taken back");
    }

    /// <summary>More of the same is no cure, and neither is the same again.</summary>
    private static async Task DoesNotHelpAsync(KubeWorld test)
    {
        (await test.TryAsync("k8s.restart_deployment", KubeCures.Catalog)).Health.ShouldNotBe(TargetHealth.Healthy);
        var more = new { @namespace = "shop", deployment = "catalog", replicas = 3 };
        (await test.TryAsync("k8s.scale_deployment", more)).Health.ShouldNotBe(TargetHealth.Healthy);
    }

    private static async Task MakeConfigMapAsync(KubeWorld test, object data)
    {
        using var http = new HttpClient();
        var made = await http.PostAsJsonAsync(
            new Uri(test.World.Url, "/api/v1/namespaces/shop/configmaps"),
            new { apiVersion = "v1", kind = "ConfigMap", metadata = new { name = "catalog-config" }, data }, KubeWorld.Stop);
        made.EnsureSuccessStatusCode();
    }
}

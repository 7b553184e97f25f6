using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Api;

/// <summary>What a server refuses of the kinds that manifests are made of.</summary>
public sealed class ManifestRulesTests
{
    private const string Policy = "/apis/networking.k8s.io/v1/namespaces/shop/networkpolicies";
    private const string Claim = "/api/v1/namespaces/shop/persistentvolumeclaims";

    [Theory]
    [InlineData("""{"podSelector":{},"policyTypes":["Both"]}""", "spec.policyTypes[0]: Unsupported value: \"Both\"")]
    [InlineData("""{"podSelector":{},"egress":[{"to":[{"ipBlock":{"cidr":"10.0.0.0"}}]}]}""", "spec.egress[0].to[0].ipBlock.cidr: Invalid value: \"10.0.0.0\"")]
    [InlineData("""{"podSelector":{},"egress":[{"to":[{"ipBlock":{"cidr":"10.0.0.0/8","except":["11.0.0.0/8"]}}]}]}""", "ipBlock.except[0]: Invalid value: \"11.0.0.0/8\": must be a strict subset of `cidr`")]
    [InlineData("""{"podSelector":{},"egress":[{"to":[{"ipBlock":{"cidr":"10.0.0.0/8"},"podSelector":{}}]}]}""", "may not specify both ipBlock and another peer")]
    [InlineData("""{"podSelector":{},"ingress":[{"from":[{}]}]}""", "spec.ingress[0].from[0]: Required value: must specify a peer")]
    [InlineData("""{"podSelector":{},"ingress":[{"ports":[{"port":70000}]}]}""", "spec.ingress[0].ports[0].port: Invalid value: 70000")]
    [InlineData("""{"podSelector":{},"ingress":[{"ports":[{"port":1,"protocol":"ICMP"}]}]}""", "spec.ingress[0].ports[0].protocol: Unsupported value: \"ICMP\"")]
    public Task A_policy_that_says_nothing_clear(string spec, string words) => RefusedAsync(Policy, "NetworkPolicy", "networking.k8s.io/v1", spec, words);

    [Theory]
    [InlineData("""{"resources":{"requests":{"storage":"1Gi"}}}""", "spec.accessModes: Required value")]
    [InlineData("""{"accessModes":["Mine"],"resources":{"requests":{"storage":"1Gi"}}}""", "spec.accessModes: Unsupported value: \"Mine\"")]
    [InlineData("""{"accessModes":["ReadWriteOnce"]}""", "spec.resources[storage]: Required value")]
    public Task A_claim_that_claims_nothing(string spec, string words) => RefusedAsync(Claim, "PersistentVolumeClaim", "v1", spec, words);

    [Theory]
    [InlineData("""{}""", "spec.ports: Required value")]
    [InlineData("""{"ports":[{"port":80},{"port":81}]}""", "spec.ports[0].name: Required value")]
    [InlineData("""{"ports":[{"port":0}]}""", "spec.ports[0].port: Invalid value: 0")]
    [InlineData("""{"ports":[{"port":80}],"sessionAffinity":"Always"}""", "spec.sessionAffinity: Unsupported value: \"Always\"")]
    public Task A_service_without_a_port(string spec, string words) => RefusedAsync("/api/v1/namespaces/shop/services", "Service", "v1", spec, words);

    [Theory]
    [InlineData("""[{"name":"a","image":"i","volumeMounts":[{"name":"b","mountPath":"/b"}]}],"volumes":[{"name":"a","emptyDir":{}}]""", "volumeMounts[0].name: Not found: \"b\"")]
    [InlineData("""[{"name":"a","image":"i"}],"volumes":[{"name":"a","emptyDir":{},"secret":{"secretName":"s"}}]""", "spec.volumes[0].secret: Forbidden: may not specify more than 1 volume type")]
    [InlineData("""[{"name":"a","image":"i"}],"volumes":[{"name":"a"},{"name":"a"}]""", "spec.volumes[1].name: Duplicate value: \"a\"")]
    [InlineData("""[{"name":"a","image":"i","env":[{"name":"A","value":"1","valueFrom":{"fieldRef":{"fieldPath":"status.podIP"}}}]}]""", "env[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty")]
    public Task A_pod_that_mounts_what_it_has_not(string containers, string words) =>
        RefusedAsync("/api/v1/namespaces/shop/pods", "Pod", "v1", $"{{\"containers\":{containers}}}", words);

    [Fact]
    public async Task A_secret_keeps_its_text_as_data_and_a_policy_says_what_it_is_about()
    {
        await using var test = await TestWorld.StartAsync();

        var secret = await test.SendAsync(HttpMethod.Post, "/api/v1/namespaces/shop/secrets", """{"kind":"Secret","apiVersion":"v1","metadata":{"name":"a"},"stringData":{"k":"v"}}""");
        var policy = await test.SendAsync(HttpMethod.Post, Policy, """{"kind":"NetworkPolicy","apiVersion":"networking.k8s.io/v1","metadata":{"name":"a"},"spec":{"podSelector":{},"egress":[{"ports":[{"port":1}]}]}}""");

        (secret.Json["type"]!.ToString(), secret.Json["data"]!.ToJsonString(), secret.Json["stringData"]).ShouldBe(("Opaque", """{"k":"dg=="}""", null));
        policy.Json["spec"]!["policyTypes"]!.ToJsonString().ShouldBe("""["Ingress","Egress"]""");
        policy.Json["spec"]!["egress"]![0]!["ports"]![0]!["protocol"]!.ToString().ShouldBe("TCP");
    }

    private static async Task RefusedAsync(string path, string kind, string version, string spec, string words)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.SendAsync(HttpMethod.Post, path, $$"""{"kind":"{{kind}}","apiVersion":"{{version}}","metadata":{"name":"a"},"spec":{{spec}}}""");

        answer.Code.ShouldBe(422, answer.Text);
        answer.Message!.ShouldContain(words);
    }
}

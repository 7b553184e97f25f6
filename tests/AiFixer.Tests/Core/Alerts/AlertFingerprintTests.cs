using System.Text;
using AiFixer.Core.Alerts;

namespace AiFixer.Tests.Core.Alerts;

public sealed class AlertFingerprintTests
{
    private readonly AlertParser _parser = new(new AlertOptions());

    [Theory]
    [InlineData("""{"name":"A","namespace":"n","pod":"web-6d4f8b7c9-x2x4z"}""", """{"name":"A","namespace":"n","pod":"web-7c9d5b6f8-zzq9k"}""")]
    [InlineData("""{"name":"A","namespace":"n","pod":"db-0"}""", """{"name":"A","namespace":"n","pod":"db-2"}""")]
    [InlineData("""{"name":"A","namespace":"n","deployment":"d","instance":"10.0.0.1:80"}""", """{"name":"A","namespace":"n","deployment":"d","instance":"10.0.0.2:80"}""")]
    [InlineData("""{"name":"A","severity":"warning"}""", """{"name":"A","severity":"critical"}""")]
    [InlineData("""{"name":"A","startsAt":"2026-01-01T00:00:00Z","value":1}""", """{"name":"A","startsAt":"2026-02-01T00:00:00Z","value":2}""")]
    [InlineData("""{"name":"A","labels":{"a":"1","b":"2"}}""", """{"labels":{"b":"2","a":"1"},"name":"A"}""")]
    [InlineData("""{"name":"A","instance":"node1:9100"}""", """{"name":"A","instance":"node1:9200"}""")]
    [InlineData("""{"name":"A","prometheus_replica":"a"}""", """{"name":"A","prometheus_replica":"b"}""")]
    public void The_same_trouble_has_the_same_fingerprint(string one, string other) => Of(one).ShouldBe(Of(other));

    [Theory]
    [InlineData("""{"name":"A"}""", """{"name":"B"}""")]
    [InlineData("""{"name":"A","namespace":"n","pod":"web-6d4f8b7c9-x2x4z"}""", """{"name":"A","namespace":"n","pod":"api-6d4f8b7c9-x2x4z"}""")]
    [InlineData("""{"name":"A","instance":"node1:9100"}""", """{"name":"A","instance":"node2:9100"}""")]
    [InlineData("""{"name":"A","labels":{"a":"bc"}}""", """{"name":"A","labels":{"ab":"c"}}""")]
    [InlineData("""{"name":"A","namespace":"n"}""", """{"name":"A","namespace":"m"}""")]
    public void Different_trouble_has_a_different_fingerprint(string one, string other) => Of(one).ShouldNotBe(Of(other));

    [Fact]
    public void What_a_sender_calls_the_fingerprint_of_its_alert_counts_for_nothing()
    {
        var one = Webhook("""{"alertname":"A","namespace":"n","deployment":"one"}""", "c0ffee");
        var other = Webhook("""{"alertname":"A","namespace":"n","deployment":"other"}""", "c0ffee");

        other.Fingerprint.ShouldNotBe(one.Fingerprint);
        other.Instance.ShouldNotBe(one.Instance);
    }

    [Fact]
    public void The_same_trouble_has_the_same_fingerprint_whoever_says_so() =>
        Webhook("""{"alertname":"A","namespace":"n"}""", "c0ffee").Fingerprint.ShouldBe(Of("""{"name":"A","labels":{"namespace":"n","alertname":"A"}}"""));

    [Fact]
    public void A_fingerprint_stays_what_it_is_from_release_to_release() =>
        Of("""{"name":"HighCPU","namespace":"prod","pod":"web-6d4f8b7c9-x2x4z","severity":"critical"}""").ShouldBe("4386b8670d13223872035e35e123b335");

    [Theory]
    [InlineData("web-6d4f8b7c9-x2x4z", "deployment", "web")]
    [InlineData("my-web-app-54d9c8b7f6-bcdfg", "deployment", "my-web-app")]
    [InlineData("db-0", "statefulset", "db")]
    [InlineData("fluentd-x2x4z", "daemonset", "fluentd")]
    [InlineData("backup-28512345-x2x4z", "cronjob", "backup")]
    [InlineData("bare", "pod", "bare")]
    [InlineData("etcd-node.internal", "pod", "etcd-node.internal")]
    [InlineData("-x2x4z", "pod", "-x2x4z")]
    public void A_pod_tells_its_workload(string pod, string kind, string name) => WorkloadName.OfPod(pod).ShouldBe((kind, name));

    [Theory]
    [InlineData("""{"name":"A","namespace":"n","deployment":"../x"}""")]
    [InlineData("""{"name":"A","namespace":"n/secrets","deployment":"x"}""")]
    [InlineData("""{"name":"A","deployment":"x"}""")]
    public void A_target_that_is_no_name_is_no_target(string alert) => Parse(alert).Target.ShouldBeNull();

    private Alert Webhook(string labels, string fingerprint) =>
        _parser.Alertmanager(
            Encoding.UTF8.GetBytes($$"""{"version":"4","receiver":"r","status":"firing","alerts":[{"status":"firing","labels":{{labels}},"fingerprint":"{{fingerprint}}"}]}"""), DateTimeOffset.UnixEpoch)
            .ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0].Alert;

    private string Of(string alert) => Parse(alert).Fingerprint;

    private Alert Parse(string alert) =>
        _parser.Generic(Encoding.UTF8.GetBytes(alert), null, DateTimeOffset.UnixEpoch).ShouldBeOfType<ParsedDelivery.Taken>().Alerts[0].Alert;
}

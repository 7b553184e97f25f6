using System.Text.Json;
using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class PodStatusColumnTests
{
    [Theory]
    [InlineData("Running", """{"status":{"phase":"Running","containerStatuses":[{"ready":true,"state":{"running":{}}}]}}""")]
    [InlineData("CrashLoopBackOff", """{"status":{"phase":"Running","containerStatuses":[{"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}}""")]
    [InlineData("OOMKilled", """{"status":{"phase":"Running","containerStatuses":[{"state":{"terminated":{"reason":"OOMKilled","exitCode":137}}}]}}""")]
    [InlineData("ExitCode:3", """{"status":{"phase":"Failed","containerStatuses":[{"state":{"terminated":{"exitCode":3}}}]}}""")]
    [InlineData("Terminating", """{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"status":{"phase":"Running"}}""")]
    [InlineData("Evicted", """{"status":{"phase":"Failed","reason":"Evicted"}}""")]
    [InlineData("Init:0/2", """{"spec":{"initContainers":[{"name":"a"},{"name":"b"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"running":{}}}]}}""")]
    [InlineData("Init:Error", """{"spec":{"initContainers":[{"name":"a"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"reason":"Error","exitCode":1}}}]}}""")]
    [InlineData("Running", """{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"ready":true,"state":{"running":{}}},{"state":{"terminated":{"reason":"Completed"}}}]}}""")]
    [InlineData("NotReady", """{"status":{"phase":"Running","containerStatuses":[{"state":{"terminated":{"reason":"Completed"}}},{"ready":true,"state":{"running":{}}}]}}""")]
    [InlineData("Pending", """{"status":{"phase":"Pending"}}""")]
    public void It_reads_as_kubectl_prints_it(string expected, string pod)
    {
        var read = JsonSerializer.Deserialize(pod, KubeJson.Default.Pod)!;

        PodStatusColumn.Of(read.Metadata is null ? read with { Metadata = new() } : read).ShouldBe(expected);
    }
}

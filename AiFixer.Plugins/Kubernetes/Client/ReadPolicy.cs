using AiFixer.Plugins.Http;
using Polly;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>When a request that changes nothing is sent to a cluster again.</summary>
internal static class ReadPolicy
{
    public static ResiliencePipeline<KubeResult<KubeAnswer>> Create(TimeSpan patience, TimeProvider time) =>
        ReadRetries.Create<KubeResult<KubeAnswer>>(patience, time, result => result?.Value is { } answer ? (answer.Code, answer.RetryAfter) : null);
}

using OpenTelemetry.Trace;

namespace AiFixer.Hosting.Telemetry;

/// <summary>
/// Takes traces whole or not at all by their id alone, whatever a sender wishes. What asks after this process all the time is
/// nobody's story.
/// </summary>
internal sealed class WholeTraces(double ratio) : Sampler
{
    private static readonly string[] Quiet = ["/metrics", "/livez", "/readyz", "/healthz", "/v1/traces", "/v1/metrics", "/v1/logs"];

    private readonly TraceIdRatioBasedSampler byId = new(ratio);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var parent = samplingParameters.ParentContext;
        var isInside = parent.SpanId != default && !parent.IsRemote;
        if (isInside && (parent.TraceFlags & System.Diagnostics.ActivityTraceFlags.Recorded) == 0)
            return new(SamplingDecision.Drop);
        return IsQuiet(samplingParameters.Tags) ? new(SamplingDecision.Drop) : byId.ShouldSample(in samplingParameters);
    }

    private static bool IsQuiet(IEnumerable<KeyValuePair<string, object?>>? tags)
    {
        foreach (var (name, value) in tags ?? [])
        {
            if (name == "url.path")
                return value is string path && Quiet.Contains(path);
        }

        return false;
    }
}

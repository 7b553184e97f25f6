namespace AiFixer.Core.Alerts;

/// <summary>
/// The same trouble has the same fingerprint on any day: built from labels that stay, with the workload in place of its
/// pods; never from times, values or severity.
/// </summary>
internal static class AlertFingerprint
{
    public static string Of(string name, IReadOnlyDictionary<string, string> labels, AlertOptions options, AlertDigest digest)
    {
        digest.Add("labels").Add(name);
        foreach (var (label, value) in labels)
        {
            if (!options.VolatileLabels.Contains(label) && !options.SeverityLabels.Contains(label))
                digest.Add(label).Add(value);
        }

        var pod = AlertTarget.Pod(labels);
        if (pod is not null)
            digest.Add("workload").Add(WorkloadName.OfPod(pod).Name);
        else if (labels.TryGetValue("instance", out var instance) && AlertTarget.Of(labels, options) is null)
            digest.Add("host").Add(Host(instance));
        return digest.Take();
    }

    /// <summary>Nothing of it was understood, so only the very same payload is the same trouble.</summary>
    public static string OfRaw(string source, string payloadHash, AlertDigest digest) =>
        digest.Add("unmapped").Add(source).Add(payloadHash).Take();

    private static string Host(string instance)
    {
        var colon = instance.LastIndexOf(':');
        return colon > 0 && instance.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? instance[..colon] : instance;
    }
}

using System.Globalization;

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

    /// <summary>
    /// What could not be mapped is the same trouble while it comes the same way, is wrong in the same way, and has the same
    /// name and labels, measured ones aside; without any, while it uses the same words, those with digits aside.
    /// </summary>
    public static string OfUnmapped(
        string source, string problem, string? name, IReadOnlyDictionary<string, string> labels, ReadOnlySpan<byte> payload, AlertOptions options, AlertDigest digest)
    {
        var lasting = name is null && labels.Count == 0
            ? LastingWords.Of(payload)
            : Of(name ?? "", new SortedDictionary<string, string>(labels.Where(IsLasting).ToDictionary(), StringComparer.Ordinal), options, digest);
        return digest.Add("unmapped").Add(source).Add(problem).Add(lasting).Take();
    }

    private static bool IsLasting(KeyValuePair<string, string> label) => AlertLabels.Matter(label.Key) || !IsMeasured(label.Value);

    private static bool IsMeasured(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        || (value.Length >= 10 && value[4] == '-' && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _));

    private static string Host(string instance)
    {
        var colon = instance.LastIndexOf(':');
        return colon > 0 && instance.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? instance[..colon] : instance;
    }
}

using System.Buffers;

namespace AiFixer.Core.Alerts;

/// <summary>Which workload a pod belongs to, told from the names Kubernetes makes.</summary>
internal static class WorkloadName
{
    // The alphabet of generated suffixes: no vowels, nothing that could spell a word or be misread.
    private static readonly SearchValues<char> Generated = SearchValues.Create("bcdfghjklmnpqrstvwxz2456789");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private const int SuffixLength = 5;
    private const int LongestHash = 10;

    public static (string Kind, string Name) OfPod(string pod)
    {
        var dash = pod.LastIndexOf('-');
        if (dash <= 0)
            return ("pod", pod);
        var suffix = pod.AsSpan(dash + 1);
        var owner = pod[..dash];
        if (suffix.Length is > 0 and <= 4 && suffix.IndexOfAnyExcept(Digits) < 0)
            return ("statefulset", owner);
        return suffix.Length == SuffixLength && suffix.IndexOfAnyExcept(Generated) < 0 ? OfOwner(owner) : ("pod", pod);
    }

    private static (string Kind, string Name) OfOwner(string owner)
    {
        var dash = owner.LastIndexOf('-');
        if (dash <= 0)
            return ("daemonset", owner);
        var hash = owner.AsSpan(dash + 1);
        if (hash.Length is >= 6 and <= LongestHash && hash.IndexOfAnyExcept(Generated) < 0)
            return ("deployment", owner[..dash]);
        return hash.Length >= 8 && hash.IndexOfAnyExcept(Digits) < 0 ? ("cronjob", owner[..dash]) : ("daemonset", owner);
    }
}

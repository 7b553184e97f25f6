using System.Text.RegularExpressions;

namespace AiFixer.Lark.Alerts;

/// <summary>Reads pasted output of <c>kubectl get pods</c> and <c>kubectl get nodes</c>.</summary>
internal static partial class PodTable
{
    private static readonly HashSet<string> Unwell =
        ["CrashLoopBackOff", "OOMKilled", "ImagePullBackOff", "ErrImagePull", "CreateContainerConfigError", "RunContainerError", "Error"];

    public static IReadOnlyList<PodRow> Read(IReadOnlyList<string> lines)
    {
        var space = lines.Select(line => Flag().Match(line)).FirstOrDefault(flag => flag.Success)?.Groups["space"].Value;
        var rows = new List<PodRow>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Row(lines[i], i, space) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>Whether a line belongs to such output: a row of anything, the line above them, the command.</summary>
    public static bool IsPart(string line) => Pod().IsMatch(line) || Node().IsMatch(line) || Head().IsMatch(line) || Command().IsMatch(line);

    private static PodRow? Row(string line, int at, string? space)
    {
        if (Pod().Match(line) is { Success: true } pod)
        {
            var reason = pod.Groups["status"].Value.Replace("Init:", "", StringComparison.Ordinal);
            var own = pod.Groups["space"] is { Success: true } named ? named.Value : space;
            return Unwell.Contains(reason) ? new(at, reason, "pod", pod.Groups["name"].Value, own) : null;
        }

        return Node().Match(line) is { Success: true } node && node.Groups["status"].Value.StartsWith("NotReady", StringComparison.Ordinal)
            ? new(at, "NodeNotReady", "node", node.Groups["name"].Value, null)
            : null;
    }

    [GeneratedRegex(@"^(?:(?<space>[a-z0-9-]{1,63})\s+)?(?<name>[a-z0-9][a-z0-9.-]{0,252})\s+\d{1,3}/\d{1,3}\s+(?<status>[A-Z][A-Za-z:]{2,60})\s+\d{1,6}(?:\s+\([^)]{1,30}\))?\s+[0-9dhmsy]{2,12}(?:\s.*)?$")]
    private static partial Regex Pod();

    [GeneratedRegex(@"^(?<name>[a-z0-9][a-z0-9.-]{0,252})\s+(?<status>(?:Not)?Ready(?:,SchedulingDisabled)?)\s+(?:<none>|[a-z0-9,-]{1,60})\s+[0-9dhmsy]{2,12}\s+v\d.*$")]
    private static partial Regex Node();

    [GeneratedRegex(@"^(NAMESPACE\s+)?NAME\s+(READY\s+)?STATUS\s")]
    private static partial Regex Head();

    [GeneratedRegex(@"^\S{0,40}\s?[$#%]?\s?(kubectl|k|oc)\s+(-n\s+\S+\s+)?(get|describe|logs)\s")]
    private static partial Regex Command();

    [GeneratedRegex(@"\b(?:kubectl|k|oc)\s.{0,60}?(?:-n|--namespace)[ =](?<space>[a-z0-9-]{1,63})")]
    private static partial Regex Flag();
}

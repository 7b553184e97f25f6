using System.Globalization;
using System.Text.Json;
using AiFixer.Core.Changes;

namespace AiFixer.Gateway.Changes;

/// <summary>Reads posted changes: one object or an array of them. What is wrong is named by its field.</summary>
internal static class ChangeParser
{
    public const int Most = 500;

    public static ParsedChanges Parse(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Array ? Array(root, now) : Of([One(root, "", now)]);
        }
        catch (JsonException)
        {
            return ParsedChanges.Not("body", "is not JSON");
        }
    }

    private static ParsedChanges Array(JsonElement root, DateTimeOffset now) => root.GetArrayLength() is 0 or > Most
        ? ParsedChanges.Not("body", string.Create(CultureInfo.InvariantCulture, $"must have 1 to {Most} changes"))
        : Of(root.EnumerateArray().Select((item, i) => One(item, $"[{i}].", now)));

    /// <summary>All of them, or the first that cannot be taken.</summary>
    private static ParsedChanges Of(IEnumerable<(ReportedChange? Change, (string, string)? Wrong)> read)
    {
        var changes = new List<ReportedChange>();
        foreach (var (change, wrong) in read)
        {
            if (change is null)
                return new([], wrong);
            changes.Add(change);
        }

        return new(changes);
    }

    private static (ReportedChange? Change, (string, string)? Wrong) One(JsonElement item, string at, DateTimeOffset now)
    {
        if (item.ValueKind is not JsonValueKind.Object)
            return (null, (at.Length == 0 ? "body" : at.TrimEnd('.'), "must be an object"));
        var fields = new ChangeFields(item, at);
        if (!fields.RefuseOthers())
            return (null, fields.Wrong!.Value);
        var kind = fields.Kind();
        var (diff, cut) = fields.Diff();
        var change = new ReportedChange
        {
            Kind = kind,
            At = fields.Moment(now),
            Service = fields.Name("service"),
            Sha = fields.Name("sha"),
            Version = fields.Name("version"),
            Author = fields.Name("author") ?? fields.Name("actor"),
            Message = fields.Text("message"),
            Files = fields.Files(),
            Diff = diff,
            DiffCut = cut,
            Flag = fields.Name("flag"),
            Change = fields.Name("change"),
            Link = fields.Link(),
        };
        return (fields.Wrong ?? Incomplete(change, at)) is { } wrong ? (null, wrong) : (change, null);
    }

    /// <summary>Without these a change tells nobody anything.</summary>
    private static (string, string)? Incomplete(ReportedChange change, string at) => change switch
    {
        { Kind: ReportedChangeKind.Deploy, Service: null } => ($"{at}service", "is needed for a deploy"),
        { Kind: ReportedChangeKind.Commit, Sha: null } => ($"{at}sha", "is needed for a commit"),
        { Kind: ReportedChangeKind.Flag, Flag: null } => ($"{at}flag", "is needed for a flag"),
        { Kind: ReportedChangeKind.Status, Message: null } => ($"{at}message", "is needed for a status"),
        _ => null,
    };
}

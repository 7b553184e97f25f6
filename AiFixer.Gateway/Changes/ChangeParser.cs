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
            return root.ValueKind is JsonValueKind.Array ? Array(root, now) : new([One(root, "", now)]);
        }
        catch (JsonException)
        {
            return new([], ("body", "is not JSON"));
        }
        catch (WrongFieldException wrong)
        {
            return new([], (wrong.Field, wrong.Problem));
        }
    }

    private static ParsedChanges Array(JsonElement root, DateTimeOffset now)
    {
        if (root.GetArrayLength() is 0 or > Most)
            throw new WrongFieldException("body", string.Create(CultureInfo.InvariantCulture, $"must have 1 to {Most} changes"));
        return new([.. root.EnumerateArray().Select((item, i) => One(item, $"[{i}].", now))]);
    }

    private static ReportedChange One(JsonElement item, string at, DateTimeOffset now)
    {
        if (item.ValueKind is not JsonValueKind.Object)
            throw new WrongFieldException(at.Length == 0 ? "body" : at.TrimEnd('.'), "must be an object");
        var fields = new ChangeFields(item, at);
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
        fields.RefuseOthers();
        return Complete(change, at);
    }

    /// <summary>Without these a change tells nobody anything.</summary>
    private static ReportedChange Complete(ReportedChange change, string at) => change switch
    {
        { Kind: ReportedChangeKind.Deploy, Service: null } => throw new WrongFieldException($"{at}service", "is needed for a deploy"),
        { Kind: ReportedChangeKind.Commit, Sha: null } => throw new WrongFieldException($"{at}sha", "is needed for a commit"),
        { Kind: ReportedChangeKind.Flag, Flag: null } => throw new WrongFieldException($"{at}flag", "is needed for a flag"),
        { Kind: ReportedChangeKind.Status, Message: null } => throw new WrongFieldException($"{at}message", "is needed for a status"),
        _ => change,
    };
}

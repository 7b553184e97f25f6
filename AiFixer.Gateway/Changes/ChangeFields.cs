using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiFixer.Core.Changes;
using AiFixer.Core.Secrets;

namespace AiFixer.Gateway.Changes;

/// <summary>The fields of one posted change, each within its bounds.</summary>
internal sealed partial class ChangeFields(JsonElement item, string at)
{
    private const int LongestName = 300;
    private const int LongestText = 10_000;
    private const int LongestDiff = 64 * 1024;
    private const int MostFiles = 1000;
    private const int LongestPath = 1000;
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(90);
    private static readonly TimeSpan Newest = TimeSpan.FromDays(1);

    private static readonly HashSet<string> Known =
        ["kind", "ts", "service", "sha", "version", "author", "actor", "message", "files", "diff", "flag", "change", "link"];

    /// <summary>The first field that cannot be taken, and why; null as long as all can.</summary>
    public (string Field, string Problem)? Wrong { get; private set; }

    public ReportedChangeKind Kind() => String("kind") switch
    {
        "deploy" => ReportedChangeKind.Deploy,
        "commit" => ReportedChangeKind.Commit,
        "flag" => ReportedChangeKind.Flag,
        "status" => ReportedChangeKind.Status,
        _ => Refuse("kind", "must be deploy, commit, flag or status", ReportedChangeKind.Status),
    };

    /// <summary>A time without an offset could be hours off, and what came first is the whole point.</summary>
    public DateTimeOffset Moment(DateTimeOffset now)
    {
        if (String("ts") is not { } text)
            return now;
        if (!WithOffset().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return Refuse("ts", "must be a time with an offset such as 2026-01-31T12:00:00Z", now);
        return time > now + Newest || time < now - Oldest
            ? Refuse("ts", "must be within the last 90 days and not later than tomorrow", now)
            : time.ToUniversalTime();
    }

    public string? Name(string field) => Bounded(field, LongestName) is { } name ? SecretText.Masked(name) : null;

    public string? Text(string field) => Bounded(field, LongestText) is { } text ? SecretText.Masked(text) : null;

    public string? Link() => Bounded("link", 2000) is not { } link
        ? null
        : Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? link : Refuse("link", "must be an address of the web");

    /// <summary>A diff is of any length; its beginning is kept.</summary>
    public (string? Diff, bool Cut) Diff()
    {
        var diff = String("diff") is { } sent ? SecretText.Masked(sent) : null;
        if (diff is null || diff.Length <= LongestDiff)
            return (diff, false);
        var end = char.IsHighSurrogate(diff[LongestDiff - 1]) ? LongestDiff - 1 : LongestDiff;
        return (diff[..end], true);
    }

    public IReadOnlyList<string>? Files()
    {
        if (!item.TryGetProperty("files", out var files) || files.ValueKind is JsonValueKind.Null)
            return null;
        if (files.ValueKind is not JsonValueKind.Array || files.EnumerateArray().Any(f => f.ValueKind is not JsonValueKind.String))
            return Refuse<IReadOnlyList<string>?>("files", "must be a list of paths", null);
        List<string> paths = [.. files.EnumerateArray().Take(MostFiles).Select(f => Decoded("files", f) ?? "")];
        if (paths.Exists(path => path.Length > LongestPath))
            return Refuse<IReadOnlyList<string>?>("files", "must be a list of paths", null);
        var count = files.GetArrayLength();
        return count <= MostFiles ? paths : [.. paths, $"… and {count - MostFiles} more"];
    }

    /// <summary>First of all: no field can be looked for beside a name that is not Unicode.</summary>
    /// <returns>Whether the others are worth reading.</returns>
    public bool RefuseOthers()
    {
        if (item.EnumerateObject().Select(NameOf).FirstOrDefault(name => !Known.Contains(name)) is { } unknown)
            Refuse(unknown.Length <= LongestName ? unknown : unknown[..LongestName], $"is not a field of a change; there are {string.Join(", ", Known)}");
        return Wrong is null;
    }

    private string? Bounded(string field, int longest)
    {
        if (String(field) is not { Length: > 0 } text)
            return null;
        if (text.Contains('\0', StringComparison.Ordinal))
            return Refuse(field, "may not have zero characters");
        return text.Length <= longest ? text : Refuse(field, string.Create(CultureInfo.InvariantCulture, $"may have {longest} characters"));
    }

    private string? String(string field)
    {
        if (!item.TryGetProperty(field, out var value) || value.ValueKind is JsonValueKind.Null)
            return null;
        return value.ValueKind is JsonValueKind.String ? Decoded(field, value) : Refuse(field, "must be a text");
    }

    private string? Decoded(string field, JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Refuse(field, "is not Unicode");
        }
    }

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "a name that is not Unicode";
        }
    }

    private string? Refuse(string field, string problem) => Refuse<string?>(field, problem, null);

    /// <summary>The rest is read on, with something in its place: only the first trouble is told.</summary>
    private T Refuse<T>(string field, string problem, T instead)
    {
        Wrong ??= ($"{at}{field}", problem);
        return instead;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?([Zz]|[+-]\d\d:?\d\d)\z", RegexOptions.CultureInvariant)]
    private static partial Regex WithOffset();
}

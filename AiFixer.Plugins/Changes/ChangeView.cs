using AiFixer.Core.Changes;
using AiFixer.Plugins.Arguments;

namespace AiFixer.Plugins.Changes;

/// <summary>Changes within bounds for a text, a diff, and a list of files.</summary>
internal static class ChangeView
{
    public const int MaxDiff = 6000;
    private const int MaxMessage = 2000;
    private const int MostFiles = 100;

    public static ChangeData Of(ReportedChange change, string source) => new(
        change.Kind.ToString().ToLowerInvariant(), Times.Text(change.At), source, change.Service, change.Sha, change.Version, change.Author,
        change.Message is { Length: > MaxMessage } message ? $"{message[..MaxMessage]}…" : change.Message,
        change.Files is { Count: > MostFiles } files ? [.. files.Take(MostFiles), $"… and {files.Count - MostFiles} more"] : change.Files,
        Diff(change), change.Flag, change.Change, change.Link);

    private static string? Diff(ReportedChange change) => change switch
    {
        { Diff: null or "" } => null,
        { Diff.Length: > MaxDiff } => $"{change.Diff[..MaxDiff]}\n… cut: {change.Diff.Length} characters in all",
        { DiffCut: true } => $"{change.Diff}\n… cut",
        _ => change.Diff,
    };
}
